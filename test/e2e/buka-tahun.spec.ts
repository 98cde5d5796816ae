import { randomUUID } from 'node:crypto';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { berkasKota, harapanKota, KOTA, paketKota } from './impor.ruang.js';

const BUKA = `mutation($m: BukaTahunMasukan!) {
  bukaTahun(masukan: $m) {
    posisi
    opd { opd program target usulan ditinggalkan { program jenis kode } jabatanKosong ditolak { kode } }
  }
}`;
const TAHUN = `query($pemda: String!, $opd: String!, $tahun: Int!, $posisi: String) {
  perencanaan(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $posisi) {
    rkt { jenis keadaan target { target indikator { definisi { kode } } } }
    usulan { kode uraian }
    program { simpul { tingkat kode nama sasaran { kode } indikator { definisi { kode } } } }
  }
}`;

/** Pasuruan's report of 2022 stands on a Renstra that goes on to 2026: the next year opens from it. */
describe('tahun yang dibuka dari tahun sebelumnya', () => {
  let app: AplikasiUji;
  const kota = KOTA.find((k) => k.startsWith('pasuruan')) ?? KOTA[0];
  const { pemda, opd, tahun } = harapanKota(kota);
  const paket = paketKota(kota);
  const baru = tahun + 1;

  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const k of KOTA) expect((await pelaksana.impor(berkasKota(k))).ditolak).toEqual([]);
  });
  afterAll(() => app.tutup());

  type Peran = 'perencana' | 'pengelola' | 'inspektorat' | 'bidang';
  const token = (peran: Peran, diOpd: string = opd) =>
    app.token({ akun: `akun-${peran}`, peran, pemda, opd: diOpd, jabatan: peran });
  const buka = (masukan: object, peran: Peran = 'pengelola', idPerintah: string = randomUUID()) =>
    app.gql(
      BUKA,
      { m: { idPerintah, pemda, tahun: baru, ...masukan } },
      token(peran, peran === 'pengelola' ? 'pemda' : opd),
    );
  const tanya = async (ditanya: number, posisi: string) => {
    const { data, errors } = await app.gql(TAHUN, { pemda, opd, tahun: ditanya, posisi }, token('perencana'));
    expect(errors).toEqual([]);
    return data.perencanaan;
  };

  const idPerintah = randomUUID();
  const targetBaru = paket.indikator
    .flatMap((i) => (i.target?.[baru] == null ? [] : [[i.kode, i.target[baru]]]))
    .sort();
  let jawaban: { posisi: string; opd: object[] };

  it('memuat pohon program, usulan RKT dari Renstra, dan tindak lanjut, tanpa mengetik apa pun', async () => {
    await app.posisi();
    const { data, errors } = await buka({}, 'pengelola', idPerintah);
    expect(errors).toEqual([]);
    jawaban = data.bukaTahun;
    const lama = await tanya(tahun, jawaban.posisi);
    const kini = await tanya(baru, jawaban.posisi);
    expect(kini.program.simpul).toEqual(lama.program.simpul);
    expect(lama.program.simpul.length).toBe(20);
    const [murni] = kini.rkt.filter((r: { jenis: string }) => r.jenis === 'murni');
    expect(murni.keadaan).toBe('rancangan');
    const usulan = murni.target.flatMap(
      (t: { target: string | null; indikator: { definisi: { kode: string } } }) =>
        t.target === null ? [] : [[t.indikator.definisi.kode, t.target]],
    );
    expect(usulan.sort()).toEqual(targetBaru);
    expect(targetBaru.length).toBeGreaterThan(0);
    expect(jawaban.opd).toEqual([
      {
        opd,
        program: 20,
        target: targetBaru.length,
        usulan: kini.usulan.length,
        ditinggalkan: [],
        jabatanKosong: [],
        ditolak: null,
      },
    ]);
  });

  it('perintah yang sama mendapat jawaban yang sama, dan perintah baru tidak mengubah apa pun', async () => {
    const sebelum = await app.posisi();
    expect((await buka({}, 'pengelola', idPerintah)).data.bukaTahun).toEqual(jawaban);
    const { data } = await buka({});
    expect(data.bukaTahun.opd).toMatchObject([{ program: 0, target: 0, usulan: 0, ditolak: null }]);
    const lain = await buka({ opd: [opd] }, 'pengelola', idPerintah);
    expect(lain.data.bukaTahun.opd).toMatchObject([{ ditolak: { kode: 'PERINTAH_BERBEDA' } }]);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('nama yang sudah ada di tahun baru tidak dikembalikan', async () => {
    const nama = 'Program yang berganti nama';
    const [program] = paket.program ?? [];
    const ganti = { pemda, opd, tahun: baru, kode: program?.kode, nama, tingkat: 'program' };
    const { errors } = await app.jalankan('tambahProgram', ganti, token('perencana'));
    expect(errors).toEqual([]);
    await buka({});
    const kini = await tanya(baru, String(await app.posisi()));
    expect(kini.program.simpul.find((s: { kode: string }) => s.kode === program?.kode).nama).toBe(nama);
  });

  it('satu perangkat daerah yang belum dapat dibuka tidak menghalangi yang lain', async () => {
    await app.jalankan(
      'daftarkanOpd',
      { pemda, opd: 'dinas-baru', nama: 'Dinas Baru' },
      token('pengelola', 'pemda'),
    );
    const { data } = await buka({ opd: ['dinas-baru', opd] });
    expect(data.bukaTahun.opd).toMatchObject([
      { opd: 'dinas-baru', ditolak: { kode: 'RENSTRA_BELUM_ADA' } },
      { opd, ditolak: null },
    ]);
  });

  it('perencana membuka tahun perangkat daerahnya saja; yang lain ditolak', async () => {
    expect((await buka({}, 'perencana')).data.bukaTahun.opd).toMatchObject([{ opd, ditolak: null }]);
    const kode = async (masukan: object, peran: Peran) =>
      (await buka(masukan, peran)).errors[0]?.extensions.kode;
    expect(await kode({ opd: ['dinas-baru'] }, 'perencana')).toBe('TIDAK_BERWENANG');
    expect(await kode({}, 'inspektorat')).toBe('TIDAK_BERWENANG');
    expect(await kode({ opd: [] }, 'bidang')).toBe('TIDAK_BERWENANG');
    expect(await kode({ tahun: 2000 }, 'pengelola')).toBe('TAHUN_TIDAK_SAH');
    expect(await kode({ opd: ['../x'] }, 'pengelola')).toBe('KODE_TIDAK_SAH');
    const masaHabis = await buka({ tahun: 2031 });
    expect(masaHabis.data.bukaTahun.opd[0].ditolak.kode).toBe('RENSTRA_BELUM_ADA');
  });
});
