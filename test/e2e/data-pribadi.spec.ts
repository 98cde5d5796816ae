import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isiDemo, type JabatanDemo, orangDemo } from '../../src/cli/isi-demo.js';
import { bukaBerkas } from '../../src/infra/event-store/berkas-log.js';
import { pecahPermintaan } from '../../src/infra/graphql/jelajah.controller.js';
import { intiNama } from '../../src/infra/identity/nama-dikenal.js';
import { PenjagaNamaTempat } from '../../src/infra/identity/penjaga-nama.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const CONTOH = join(__dirname, '../../contoh/permintaan.graphql');
const permintaan = pecahPermintaan(readFileSync(CONTOH, 'utf8')).map(({ query }) => ({
  peran: /^# Oleh: (\S+)$/m.exec(query)?.[1],
  jenis: /^(query|mutation|subscription) /m.exec(query)?.[1],
  query,
}));
const ORANG = ['61.71', '35.75'].flatMap((pemda) => [0, 1, 2, 3, 4, 5].map((i) => orangDemo(pemda, i)));
/** Every way in which a person of the seed could stand somewhere, in lower case. */
const DICARI = ORANG.flatMap(({ nama, nip, nik, surel }) => [
  nama,
  intiNama(nama).join(' '),
  ...[nip, nik, surel].filter((x) => x !== null),
]).map((t) => t.toLowerCase());
// A run of digits inside a hash is none of these.
const POLA = /(?<![0-9a-f])(?:\d{18}|\d{16})(?![0-9a-f])|[\w.+-]+@[\w-]+\.\w/gi;

const temuan = (teks: string): string[] => {
  const kecil = teks.toLowerCase();
  return [...DICARI.filter((t) => kecil.includes(t)), ...(teks.match(POLA) ?? [])];
};

describe('data pribadi tidak berada di luar buku orang', () => {
  let app: AplikasiUji;
  let folder = '';
  let jabatan: JabatanDemo[];
  let dijawab = '';
  beforeAll(async () => {
    app = await mulaiUji();
    folder = app.aplikasi.rakitan.konfigurasi.data;
    jabatan = await isiDemo(app.aplikasi.rakitan);
    for (const { query, peran, jenis } of permintaan) {
      const token = jabatan.find((j) => j.pemda === '61.71' && j.peran === peran)?.token ?? '';
      if (jenis !== 'subscription') expect((await app.gql(query, {}, token)).errors).toEqual([]);
    }
    const pengelola = jabatan.find((j) => j.pemda === '61.71' && j.peran === 'pengelola')?.token ?? '';
    const dasar = { pemda: '61.71', opd: 'disnaker', nama: 'Dinas' };
    for (const alasan of DICARI.slice(0, 12))
      expect((await app.jalankan('ubahNamaOpd', { ...dasar, alasan }, pengelola)).errors).toHaveLength(1);
    const q =
      'query($p: String!) { daftarOrang(pemda: $p, first: 100) { edges { node { subjek nama nip surel } } } }';
    const operator = jabatan.find((j) => j.peran === 'operator')?.token ?? '';
    for (const p of ['61.71', '35.75']) dijawab += JSON.stringify((await app.gql(q, { p }, operator)).data);
    const salah = { pemda: '61.71', mulai: '2023-01-01', idPerintah: randomUUID(), ...ORANG[1] };
    const catat = 'mutation($m: CatatOrangMasukan!) { catatOrang(masukan: $m) { subjek } }';
    expect((await app.gql(catat, { m: salah }, pengelola)).errors[0]?.extensions.kode).toBe(
      'DATA_ORANG_DIPAKAI',
    );
    // What GraphQL itself refuses may quote the value to who sent it, and to nobody else.
    for (const lain of [
      { nik: Number(ORANG[1]?.nik) },
      { [String(ORANG[1]?.nip)]: 1 },
      { mulai: ORANG[1]?.nik },
    ])
      expect((await app.gql(catat, { m: { ...salah, ...lain } }, pengelola)).errors).toHaveLength(1);
    await app.gql(
      `{ orang(pemda: "61.71", subjek: "${ORANG[1]?.nik}", x: "${ORANG[1]?.surel}") { nama } }`,
      {},
      pengelola,
    );
    await app.gql(
      `{ cariOrang(pemda: "61.71", nip: "${ORANG[1]?.nip}") { nama } } # ${ORANG[2]?.nama}`,
      {},
      pengelola,
    );
    await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
  }, 120_000);
  afterAll(() => app.tutup());

  it('setiap orang contoh memang tercatat, dan pencariannya menemukan yang ada', () => {
    for (const { nama, nip, surel } of ORANG) {
      expect(dijawab).toContain(nama);
      expect(dijawab).toContain(surel);
      if (nip !== null) expect(dijawab).toContain(nip);
    }
    expect(temuan(dijawab).length).toBeGreaterThan(ORANG.length * 2);
    expect(temuan('NIP 199601011995031999, NIK 9961711501709990')).toHaveLength(3);
  });

  it('tidak satu bita peristiwa pun memuatnya', () => {
    const db = bukaBerkas(folder, true);
    const bytes = db.prepare('SELECT bytes FROM events').all();
    db.close();
    expect(bytes.length).toBeGreaterThan(450);
    expect(bytes.flatMap((b) => temuan(String(b.bytes)))).toEqual([]);
  });

  it('tidak satu baris catatan program pun memuatnya', () => {
    expect(app.catatan.length).toBeGreaterThan(0);
    expect(app.catatan.flatMap((c) => temuan(JSON.stringify(c)))).toEqual([]);
  });

  it('paket kinerja yang menyebut nama pejabat ditolak seluruhnya, dengan tempatnya', async () => {
    const { store, executor, clock, nama } = app.aplikasi.rakitan;
    const berkas = JSON.parse(readFileSync(join(__dirname, '../../contoh/pontianak-2023.json'), 'utf8'));
    const diubah = {
      ...berkas,
      opd: { ...berkas.opd, nama: `Dinas ${intiNama(ORANG[3]?.nama ?? '').join(' ')}` },
    };
    const ujung = await app.posisi();
    const hasil = await new PelaksanaImpor(store, executor, clock, nama).impor(
      Buffer.from(JSON.stringify(diubah)),
    );
    expect(hasil).toEqual({
      peristiwa: 0,
      ditolak: [
        {
          jalur: '/opd/nama',
          kode: 'TEKS_MEMUAT_DATA_PRIBADI',
          pesan: expect.stringContaining('nama seorang pejabat'),
        },
      ],
    });
    expect(await app.posisi()).toBe(ujung);
  });

  it('baris perintah tanpa server mengenal nama yang sama', async () => {
    const memuat = await new PenjagaNamaTempat({ folder }).untuk('61.71');
    expect([memuat(ORANG[1]?.nama ?? ''), memuat(ORANG[7]?.nama ?? '')]).toEqual([true, false]);
    const kosong = await new PenjagaNamaTempat({ folder: join(folder, 'tiada') }).untuk('61.71');
    expect(kosong(ORANG[1]?.nama ?? '')).toBe(false);
  });

  it('log keamanan menyebut orang hanya dengan subjeknya', async () => {
    const semua = await app.aplikasi.rakitan.keamanan.semua();
    expect(semua.filter((b) => b.jenis === 'DATA_PRIBADI_DIBACA').length).toBeGreaterThan(ORANG.length);
    expect(temuan(JSON.stringify(semua))).toEqual([]);
  });

  it('tidak satu berkas pun di folder data memuat nama, NIP, NIK, atau surelnya', () => {
    const berkas = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    expect(berkas.map((e) => e.name)).toEqual(expect.arrayContaining(['identitas.sqlite', 'log.sqlite']));
    const memuat = berkas.flatMap((e) => {
      const isi = readFileSync(join(e.parentPath, e.name)).toString('latin1').toLowerCase();
      return DICARI.filter((t) => isi.includes(Buffer.from(t).toString('latin1'))).map(
        (t) => `${e.name}: ${t}`,
      );
    });
    expect(memuat).toEqual([]);
  });
});
