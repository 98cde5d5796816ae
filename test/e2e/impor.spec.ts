import type { Cara, Dasar } from '../../src/kernel/decider.js';
import { kunci } from '../../src/kernel/kunci.js';
import { KODE } from '../../src/kernel/penolakan.js';
import { periode, terbuka } from '../../src/planning/pemda/periode.decider.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { renstra } from '../../src/planning/renstra/renstra.decider.js';
import type { BarisRiwayat } from '../../src/projections/riwayat/riwayat.projection.js';
import { pengukuran } from '../../src/reporting/pengukuran/pengukuran.decider.js';
import { bandingkan } from './impor.bandingkan.js';
import { berkasKota, harapanKota, KOTA, paketKota, Ruang } from './impor.ruang.js';

const PONTIANAK = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };

/** A file as tests bend it; no type holds what is wrong on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: a paket that breaks its own schema
type Bengkok = any;
const bengkok = (ubah: (p: Bengkok) => void): Bengkok => {
  const p: Bengkok = paketKota('pontianak-2023');
  ubah(p);
  return p;
};

describe('dua kota contoh', () => {
  let ruang: Ruang;
  beforeAll(() => {
    ruang = new Ruang();
  });
  afterAll(() => ruang.tutup());

  it.each(KOTA)('%s: setiap angka harapan sama dengan capaian', async (kota) => {
    const hasil = await ruang.impor(berkasKota(kota));
    expect(hasil.ditolak).toEqual([]);
    expect(hasil.peristiwa).toBeGreaterThan(200);
    const h = harapanKota(kota);
    const c = await ruang.capaian.capaian({ pemda: h.pemda, opd: h.opd, tahun: h.tahun });
    const { beda, jumlah } = bandingkan(h, c);
    expect(beda).toEqual([]);
    expect(jumlah).toBeGreaterThan(200);
    expect(c.indikator.map((i) => i.kode).toSorted()).toEqual(Object.keys(h.indikator).toSorted());
    expect(c.anggaran.map((a) => a.kode).toSorted()).toEqual(Object.keys(h.anggaran).toSorted());
  });

  it.each(KOTA)('%s: berkas yang sama diimpor lagi tidak menambah peristiwa', async (kota) => {
    const posisi = await ruang.store.posisi();
    expect(await ruang.impor(berkasKota(kota))).toEqual({ peristiwa: 0, ditolak: [] });
    expect(await ruang.store.posisi()).toBe(posisi);
  });

  it('setiap peristiwa impor mencatat keputusan di atas kertas, oleh pengimpor, dalam satu perintah', async () => {
    const semua = await ruang.store.readAll(0, 10_000);
    expect(semua.length).toBe((await ruang.store.posisi()) + 1);
    for (const { data, meta } of semua) {
      expect(meta.actor).toBe('impor');
      if ('cara' in data) expect(data.cara).toBe('dicatat');
    }
    expect(new Set(semua.map((e) => e.meta.cmd.id)).size).toBe(KOTA.length);
  });

  it('periode yang dibuka impor ditutup lagi, dan pengukurannya disetujui', async () => {
    const { state } = await ruang.executor.state(periode, kunci.periode('61.71', 2023));
    expect([1, 2, 3, 4].map((t) => terbuka(state, t as 1, 'disnaker'))).toEqual([false, false, false, false]);
    const tw4 = await ruang.executor.state(pengukuran, kunci.pengukuran('61.71', 'disnaker', 2023, 4));
    expect(tw4.state.status).toBe('disetujui');
  });
});

describe('impor di atas yang sudah tercatat', () => {
  let ruang: Ruang;
  beforeEach(async () => {
    ruang = new Ruang();
    await ruang.impor(berkasKota('pontianak-2023'));
  });
  afterEach(() => ruang.tutup());

  it('fakta yang sama dalam urutan dan tulisan lain tidak menambah peristiwa', async () => {
    const isi = bengkok((p) => {
      for (const bagian of ['indikator', 'rkt', 'pengukuran', 'anggaran', 'program']) p[bagian].reverse();
      p.perjanjianKinerja[0].target.reverse();
      delete p.skala;
      p.renstra.tujuan[0].sasaran[0].strategi = undefined;
    });
    expect(await ruang.impor(isi)).toEqual({ peristiwa: 0, ditolak: [] });
  });

  it('hanya kode dan tahun yang baru yang ditambahkan', async () => {
    const isi = bengkok((p) => {
      p.indikator.push({
        kode: 'I-BARU',
        nama: 'Indikator baru',
        satuan: 'orang',
        level: 'program',
        polaritas: 'naik',
      });
      p.program[0].indikator.push('I-BARU');
      p.rkt.push({ indikator: 'I-BARU', target: '10' });
      p.pengukuran.push({ indikator: 'I-BARU', triwulan: 4, realisasi: '11' });
      p.indikator[0].realisasi['2021'] = '89.00';
      p.indikator[0].target['2024'] = '92.00';
    });
    const sebelum = await ruang.store.posisi();
    const hasil = await ruang.impor(isi);
    expect(hasil.ditolak).toEqual([]);
    const jenis = (await ruang.store.readAll(sebelum + 1, 100)).map((e) => e.type);
    expect(jenis).toEqual([
      'TargetRenstraDitetapkan',
      'RealisasiLampauDicatat',
      'IndikatorDitetapkan',
      'IndikatorProgramDihubungkan',
      'TargetRktDicatat',
      'PeriodeDibuka',
      'PeriodeDitutup',
      'RealisasiDicatat',
      'ImporSelesai',
    ]);
    expect(hasil.peristiwa).toBe(jenis.length);
    const c = await ruang.capaian.capaian(PONTIANAK);
    expect(c.indikator.find((i) => i.kode === 'I-BARU')).toMatchObject({
      capaian: '110.00',
      status: 'disetujui',
    });
    expect(c.indikator.find((i) => i.kode === 'IKU-1')?.tahunSebelumnya[1]).toMatchObject({ tahun: 2021 });
  });

  it.each<[string, (p: Bengkok) => void, string, string, string]>([
    ['realisasi', (p) => (p.pengukuran[0].realisasi = '90.00'), '/pengukuran/0/realisasi', '91.08', '90.00'],
    ['pembilang', (p) => (p.pengukuran[1].pembilang = '10'), '/pengukuran/1/pembilang', '9', '10'],
    [
      'target PK',
      (p) => (p.perjanjianKinerja[0].target[1].target = '60'),
      '/perjanjianKinerja/0/target/1/target',
      '54.20',
      '60',
    ],
    [
      'pagu PK',
      (p) => (p.perjanjianKinerja[0].anggaran[2].pagu = '1'),
      '/perjanjianKinerja/0/anggaran/2/pagu',
      '202170000',
      '1',
    ],
    [
      'penanda tangan',
      (p) => (p.perjanjianKinerja[0].pihakKedua.jabatan = 'Bupati'),
      '/perjanjianKinerja/0/pihakKedua/jabatan',
      'Wali Kota Pontianak',
      'Bupati',
    ],
    ['target RKT', (p) => (p.rkt[0].target = '53.00'), '/rkt/0/target', '52.00', '53.00'],
    ['pagu', (p) => (p.anggaran[1].pagu = '5'), '/anggaran/1/pagu', '0', '5'],
    [
      'pagu perubahan',
      (p) => (p.anggaran[5].paguPerubahan = '7'),
      '/anggaran/5/paguPerubahan',
      '4521330526',
      '7',
    ],
    [
      'realisasi anggaran',
      (p) => (p.anggaran[0].realisasi = '6'),
      '/anggaran/0/realisasi',
      '3609793309',
      '6',
    ],
    [
      'target Renstra',
      (p) => (p.indikator[0].target['2023'] = '95'),
      '/indikator/0/target/2023',
      '91.50',
      '95',
    ],
    ['target akhir', (p) => (p.indikator[0].targetAkhir = '95'), '/indikator/0/targetAkhir', '92.00', '95'],
    [
      'realisasi lampau',
      (p) => (p.indikator[0].realisasi['2022'] = '1'),
      '/indikator/0/realisasi/2022',
      '90.08',
      '1',
    ],
    ['satuan', (p) => (p.indikator[0].satuan = 'orang'), '/indikator/0/satuan', '%', 'orang'],
    [
      'polaritas',
      (p) => (p.indikator[1].polaritas = 'turun-linear'),
      '/indikator/1/polaritas',
      'naik',
      'turun-linear',
    ],
    [
      'nama OPD',
      (p) => (p.opd.nama = 'Dinas Lain'),
      '/opd/nama',
      'Dinas Tenaga Kerja Kota Pontianak',
      'Dinas Lain',
    ],
    ['nama pemda', (p) => (p.pemda.nama = 'Kota Lain'), '/pemda/nama', 'Kota Pontianak', 'Kota Lain'],
    [
      'nama program',
      (p) => (p.program[0].nama = 'Program X'),
      '/program/0/nama',
      'Program Penunjang',
      'Program X',
    ],
    [
      'uraian sasaran',
      (p) => (p.renstra.tujuan[0].sasaran[0].uraian = 'Lain'),
      '/renstra/tujuan/0/sasaran/0/uraian',
      'Meningkatnya',
      'Lain',
    ],
    ['akhir Renstra', (p) => (p.renstra.selesai = 2025), '/renstra/selesai', '2024', '2025'],
    ['awal Renstra', (p) => (p.renstra.mulai = 2021), '/renstra/mulai', '2022', '2021'],
    ['skala', (p) => (p.skala.kelas[0].batasBawah = '90'), '/skala/kelas/0/batasBawah', '85', '90'],
  ])(
    '%s yang berbeda ditolak di tempatnya, dengan kedua nilainya',
    async (_, ubah, jalur, tercatat, disebut) => {
      const posisi = await ruang.store.posisi();
      const hasil = await ruang.impor(bengkok(ubah));
      expect(hasil).toMatchObject({ peristiwa: 0, ditolak: [{ jalur, kode: 'SUDAH_ADA_BERBEDA' }] });
      expect(hasil.ditolak[0]?.pesan).toContain(tercatat);
      expect(hasil.ditolak[0]?.pesan).toContain(disebut);
      expect(await ruang.store.posisi()).toBe(posisi);
    },
  );

  it('semua yang berbeda disebut, bukan hanya yang pertama', async () => {
    const hasil = await ruang.impor(
      bengkok((p) => {
        p.indikator[0].satuan = 'orang';
        p.indikator[0].nama = 'Lain';
        p.perjanjianKinerja[0].target[0].target = '1';
        p.perjanjianKinerja[0].target[2].target = '2';
        p.pengukuran[0].realisasi = '3';
        p.pengukuran[0].penyebut = '4';
      }),
    );
    expect(hasil.ditolak.map((d) => d.jalur).toSorted()).toEqual([
      '/indikator/0/nama',
      '/indikator/0/satuan',
      '/pengukuran/0/penyebut',
      '/pengukuran/0/realisasi',
      '/perjanjianKinerja/0/target/0/target',
      '/perjanjianKinerja/0/target/2/target',
    ]);
  });

  describe('setelah koreksi', () => {
    const catatan: BarisRiwayat[] = [];
    beforeEach(async () => {
      ruang.jam.pindah('2026-03-01T03:00:00.000Z');
      const oleh = { subjek: 'S-9', jabatan: '61.71.disnaker.perencana', sebutan: 'Perencana', status: null };
      const { state } = await ruang.executor.state(renstra, kunci.renstra('61.71', 'disnaker', 2022));
      await ruang.executor.execute(
        pengukuran,
        kunci.pengukuran('61.71', 'disnaker', 2023, 4),
        {
          type: 'KoreksiRealisasi',
          indikator: 'IKU-2',
          realisasi: null,
          pembilang: '10',
          penyebut: '27',
          definisi: state.indikator.get('IKU-2')?.definisi ?? null,
          alasan: 'Satu perjanjian bersama belum terhitung',
          berdasarkan: [],
          oleh,
          cara: 'elektronik',
        },
        { idPerintah: '7c1d9a52-0d0c-4b5a-9a51-3b1de1c0a001', sidikMasukan: 'ab'.repeat(32), actor: 'uji' },
      );
      await ruang.kejar();
      catatan.length = 0;
      for await (const b of ruang.riwayat.semua({ ...PONTIANAK, indikator: 'IKU-2' })) catatan.push(b);
    });

    it('riwayat memuat catatan, koreksi, alasan, dan kedua angka', () => {
      const urut = catatan.filter((b) => /^Realisasi(Dicatat|Dikoreksi)$/.test(b.jenis));
      expect(urut.map((b) => b.jenis)).toEqual(['RealisasiDicatat', 'RealisasiDikoreksi']);
      expect(urut[1]?.kalimat).toContain('Satu perjanjian bersama belum terhitung');
      expect(urut[1]?.sebelum).toContain('9');
      expect(urut[1]?.sesudah).toContain('10');
    });

    it('berkas lama yang sama persis tetap tidak menambah apa pun', async () =>
      expect(await ruang.impor(berkasKota('pontianak-2023'))).toEqual({ peristiwa: 0, ditolak: [] }));

    it('berkas lain yang menyebut angka lama ditolak', async () =>
      expect((await ruang.impor(bengkok((p) => p.rkt.pop()))).ditolak).toMatchObject([
        { jalur: '/pengukuran/1/pembilang', kode: 'SUDAH_ADA_BERBEDA' },
      ]));

    it('menurut saat sebelum koreksi, angkanya masih yang lama', async () => {
      const iku2 = async (pada?: string) =>
        (await ruang.capaian.capaian(PONTIANAK, { pada })).indikator.find((i) => i.kode === 'IKU-2')
          ?.realisasi;
      expect([await iku2('2026-02-28T00:00:00Z'), await iku2()]).toEqual(['33.33', '37.04']);
    });
  });
});

describe('menurut saat sebelum tanda tangan kedua', () => {
  it('Perjanjian Kinerja belum berlaku, sesudahnya berlaku', async () => {
    const ruang = new Ruang();
    try {
      await ruang.impor(bengkok((p) => (p.perjanjianKinerja = [])));
      const pk = kunci.pk('61.71', 'disnaker', 'kepala', 2023);
      const pihak = (jabatan: string, sebutan: string) => ({ jabatan, sebutan, status: null });
      const [pertama, kedua] = [
        pihak('61.71.disnaker.kepala', 'Kepala Dinas'),
        pihak('61.71.pemda.kepala-daerah', 'Wali Kota'),
      ];
      const d = (
        await ruang.executor.state(
          (
            await import('../../src/planning/renstra/renstra.decider.js')
          ).renstra,
          kunci.renstra('61.71', 'disnaker', 2022),
        )
      ).state.indikator.get('IKU-1')?.definisi;
      if (d === undefined) throw new Error('IKU-1 tidak ada');
      let nomor = 0;
      const kirim = (saat: string, command: Parameters<typeof perjanjianKinerja.decide>[0]) => {
        ruang.jam.pindah(saat);
        const idPerintah = `7c1d9a5${nomor++}-0d0c-4b5a-9a51-3b1de1c0a002`;
        return ruang.executor.execute(perjanjianKinerja, pk, command, {
          idPerintah,
          sidikMasukan: 'cd'.repeat(32),
          actor: 'uji',
        });
      };
      const sah: { cara: Cara; berdasarkan: Dasar[] } = { cara: 'dicatat', berdasarkan: [] };
      const { state } = await kirim('2026-02-01T01:00:00.000Z', {
        type: 'Ajukan',
        naskah: {
          pemda: '61.71',
          opd: 'disnaker',
          jabatan: 'kepala',
          tahun: 2023,
          jenis: 'murni',
          sebab: null,
          tanggal: null,
          pihakPertama: pertama,
          pihakKedua: kedua,
          target: [{ indikator: 'IKU-1', nama: d.nama, satuan: d.satuan, target: '91.00' }],
          anggaran: [],
        },
        versi: null,
        pemegang: { pertama: null, kedua: null },
        dikenal: { indikator: [d], program: [], atasan: [] },
        oleh: { subjek: null, ...pertama },
        ...sah,
      });
      const sidik = state.versi[0]?.sidik ?? '';
      const tanda = (oleh: typeof pertama) =>
        ({
          type: 'Tandatangani',
          sidik,
          pemegangKini: null,
          oleh: { subjek: null, ...oleh },
          ...sah,
        }) as const;
      await kirim('2026-02-01T02:00:00.000Z', tanda(pertama));
      await kirim('2026-02-02T02:00:00.000Z', tanda(kedua));
      await ruang.kejar();
      const pada = async (saat?: string) => {
        const c = await ruang.capaian.capaian(PONTIANAK, { pada: saat });
        const iku1 = c.indikator.find((i) => i.kode === 'IKU-1');
        return [iku1?.pk, iku1?.target, iku1?.sumberTarget, c.total.indikator];
      };
      expect(await pada('2026-02-02T01:59:59.999Z')).toEqual([false, '91.50', 'renstra', 0]);
      expect(await pada('2026-02-02T02:00:00.000Z')).toEqual([true, '91.00', 'pk', 1]);
      expect(await pada()).toEqual([true, '91.00', 'pk', 1]);
    } finally {
      await ruang.tutup();
    }
  });
});

describe('berkas yang salah', () => {
  let ruang: Ruang;
  beforeAll(() => {
    ruang = new Ruang();
  });
  afterAll(() => ruang.tutup());

  const teks = (isi: string): Uint8Array => Buffer.from(isi);
  const SURAT = 'kirim ke operator@contoh.go.id';

  it.each<[string, Uint8Array | ((p: Bengkok) => void), string, string]>([
    ['bukan JSON', teks('{"format": '), '', 'BERKAS_TIDAK_TERBACA'],
    ['kosong', teks(''), '', 'BERKAS_TIDAK_TERBACA'],
    ['bukan UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), '', 'BERKAS_TIDAK_TERBACA'],
    ['bukan objek', teks('[1]'), '', 'MASUKAN_TIDAK_SAH'],
    ['angka yang meluap', teks('{"tahun": 1e400}'), '/tahun', 'TAHUN_TIDAK_SAH'],
    [
      'nama dua kali dalam satu objek',
      teks('{"pemda":{"kode":"61.71","kode":"61.72"}}'),
      '/pemda/kode',
      'MASUKAN_TIDAK_SAH',
    ],
    ['isian tidak dikenal', (p) => (p.catatan = 'x'), '/catatan', 'MASUKAN_TIDAK_SAH'],
    [
      'isian tidak dikenal di dalam',
      (p) => (p.rkt[3].keterangan = 'x'),
      '/rkt/3/keterangan',
      'MASUKAN_TIDAK_SAH',
    ],
    ['isian wajib tidak ada', (p) => delete p.renstra, '/renstra', 'MASUKAN_TIDAK_SAH'],
    ['format lain', (p) => (p.format = 'paket-kinerja@2'), '/format', 'MASUKAN_TIDAK_SAH'],
    ['kode pemda', (p) => (p.pemda.kode = '6171'), '/pemda/kode', 'KODE_TIDAK_SAH'],
    ['kode OPD', (p) => (p.opd.kode = 'Disnaker Kota'), '/opd/kode', 'KODE_TIDAK_SAH'],
    ['kode OPD milik sistem', (p) => (p.opd.kode = 'pemda'), '/opd/kode', 'KODE_DICADANGKAN'],
    ['tahun 1999', (p) => (p.tahun = 1999), '/tahun', 'TAHUN_TIDAK_SAH'],
    ['tahun 2^53+1', (p) => (p.tahun = Number('9007199254740993')), '/tahun', 'TAHUN_TIDAK_SAH'],
    ['tahun di luar Renstra', (p) => (p.tahun = 2025), '/tahun', 'TAHUN_DI_LUAR_RENSTRA'],
    ['Renstra dari tahun 1', (p) => (p.renstra.mulai = 1), '/renstra/mulai', 'TAHUN_TIDAK_SAH'],
    [
      'desimal dengan koma',
      (p) => (p.indikator[0].realisasi['2022'] = '90,08'),
      '/indikator/0/realisasi/2022',
      'DESIMAL_TIDAK_SAH',
    ],
    [
      'desimal sebagai angka',
      (p) => (p.pengukuran[0].pembilang = 295476),
      '/pengukuran/0/pembilang',
      'DESIMAL_TIDAK_SAH',
    ],
    ['target sebagai angka', (p) => (p.rkt[0].target = 52), '/rkt/0/target', 'DESIMAL_TIDAK_SAH'],
    ['target bukan desimal', (p) => (p.rkt[0].target = 'banyak'), '/rkt/0/target', 'NILAI_TIDAK_SAH'],
    [
      'target PK bukan desimal',
      (p) => (p.perjanjianKinerja[0].target[2].target = '7,4'),
      '/perjanjianKinerja/0/target/2/target',
      'NILAI_TIDAK_SAH',
    ],
    [
      'realisasi bukan desimal',
      (p) => (p.pengukuran[0].realisasi = '1e3'),
      '/pengukuran/0/realisasi',
      'NILAI_TIDAK_SAH',
    ],
    ['rupiah negatif', (p) => (p.anggaran[0].pagu = '-1'), '/anggaran/0/pagu', 'RUPIAH_TIDAK_SAH'],
    [
      'rupiah dengan titik',
      (p) => (p.anggaran[0].realisasi = '1.000'),
      '/anggaran/0/realisasi',
      'RUPIAH_TIDAK_SAH',
    ],
    [
      'rupiah sebagai angka',
      (p) => (p.perjanjianKinerja[0].anggaran[0].pagu = 5),
      '/perjanjianKinerja/0/anggaran/0/pagu',
      'RUPIAH_TIDAK_SAH',
    ],
    ['triwulan 5', (p) => (p.pengukuran[0].triwulan = 5), '/pengukuran/0/triwulan', 'TRIWULAN_TIDAK_SAH'],
    [
      'tanggal 30 Februari',
      (p) => (p.perjanjianKinerja[0].tanggal = '2023-02-30'),
      '/perjanjianKinerja/0/tanggal',
      'TANGGAL_TIDAK_SAH',
    ],
    [
      'target PK null',
      (p) => (p.perjanjianKinerja[0].target[0].target = null),
      '/perjanjianKinerja/0/target/0/target',
      'MASUKAN_TIDAK_SAH',
    ],
    ['target RKT null', (p) => (p.rkt[5].target = null), '/rkt/5/target', 'MASUKAN_TIDAK_SAH'],
    [
      'target rencana aksi null',
      (p) => (p.rencanaAksi = [{ indikator: 'IKU-1', triwulan: 1, target: null }]),
      '/rencanaAksi/0/target',
      'MASUKAN_TIDAK_SAH',
    ],
    ['pagu null', (p) => (p.anggaran[2].pagu = null), '/anggaran/2/pagu', 'MASUKAN_TIDAK_SAH'],
    [
      'pagu PK null',
      (p) => (p.perjanjianKinerja[0].anggaran[1].pagu = null),
      '/perjanjianKinerja/0/anggaran/1/pagu',
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'nilai pembanding null',
      (p) => (p.pembanding = [{ indikator: 'IKU-1', tingkat: 'nasional', tahun: 2023, nilai: null }]),
      '/pembanding/0/nilai',
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'indikator PK di RKT',
      (p) => p.rkt.push({ indikator: 'IKU-1', target: '91.50' }),
      '/rkt/29/indikator',
      'INDIKATOR_DALAM_PK',
    ],
    [
      'dua PK murni',
      (p) => p.perjanjianKinerja.push(p.perjanjianKinerja[0]),
      '/perjanjianKinerja/1/jenis',
      'PK_SUDAH_ADA',
    ],
    [
      'PK perubahan sebelum murninya',
      (p) =>
        p.perjanjianKinerja.unshift({
          ...p.perjanjianKinerja[0],
          jenis: 'perubahan',
          sebab: 'perubahan-apbd',
        }),
      '/perjanjianKinerja/0/jenis',
      'PK_MURNI_BELUM_BERLAKU',
    ],
    [
      'PK perubahan tanpa murni',
      (p) => Object.assign(p.perjanjianKinerja[0], { jenis: 'perubahan', sebab: 'perubahan-apbd' }),
      '/perjanjianKinerja/0/jenis',
      'PK_MURNI_BELUM_BERLAKU',
    ],
    [
      'PK perubahan tanpa sebab',
      (p) => p.perjanjianKinerja.push({ ...p.perjanjianKinerja[0], jenis: 'perubahan' }),
      '/perjanjianKinerja/1/sebab',
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'PK tanpa target',
      (p) => (p.perjanjianKinerja[0].target = []),
      '/perjanjianKinerja/0/target',
      'PK_TANPA_TARGET',
    ],
    [
      'RKT perubahan tanpa murni',
      (p) => {
        for (const r of p.rkt) r.jenis = 'perubahan';
      },
      '/rkt/0/jenis',
      'MURNI_BELUM_DITETAPKAN',
    ],
    [
      'RKT perubahan sebelum murninya',
      (p) => p.rkt.unshift({ ...p.rkt[0], jenis: 'perubahan' }),
      '/rkt/0/jenis',
      'MURNI_BELUM_DITETAPKAN',
    ],
    [
      'indikator tidak didefinisikan di sasaran',
      (p) => p.renstra.tujuan[0].sasaran[1].indikator.push('IKU-9'),
      '/renstra/tujuan/0/sasaran/1/indikator/2',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di tujuan',
      (p) => (p.renstra.tujuan[0].indikator = ['IKU-9']),
      '/renstra/tujuan/0/indikator/0',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di program',
      (p) => (p.program[0].indikator = ['IKU-9']),
      '/program/0/indikator/0',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di PK',
      (p) => (p.perjanjianKinerja[0].target[1].indikator = 'IKU-9'),
      '/perjanjianKinerja/0/target/1/indikator',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di RKT',
      (p) => (p.rkt[2].indikator = 'IKU-9'),
      '/rkt/2/indikator',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di rencana aksi',
      (p) => (p.rencanaAksi = [{ indikator: 'IKU-9', triwulan: 1, target: '1' }]),
      '/rencanaAksi/0/indikator',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di pengukuran',
      (p) => (p.pengukuran[4].indikator = 'IKU-9'),
      '/pengukuran/4/indikator',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator tidak didefinisikan di pembanding',
      (p) => (p.pembanding = [{ indikator: 'IKU-9', tingkat: 'nasional', tahun: 2023, nilai: '1' }]),
      '/pembanding/0/indikator',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'sasaran tidak didefinisikan',
      (p) => (p.program[2].sasaran = ['S9']),
      '/program/2/sasaran/0',
      'SASARAN_TIDAK_DIKENAL',
    ],
    [
      'program PK tidak didefinisikan',
      (p) => (p.perjanjianKinerja[0].anggaran[0].program = '2.07.09'),
      '/perjanjianKinerja/0/anggaran/0/program',
      'PROGRAM_TIDAK_DIKENAL',
    ],
    [
      'kode anggaran tidak didefinisikan',
      (p) => (p.anggaran[0].kode = '2.07.09'),
      '/anggaran/0/kode',
      'ANGGARAN_TIDAK_DIKENAL',
    ],
    ['kode indikator dua kali', (p) => p.indikator.push(p.indikator[2]), '/indikator/34/kode', 'PAKET_GANDA'],
    [
      'kode sasaran dua kali',
      (p) => (p.renstra.tujuan[0].sasaran[1].kode = 'S1'),
      '/renstra/tujuan/0/sasaran/1/kode',
      'PAKET_GANDA',
    ],
    [
      'kode program dua kali',
      (p) => p.program.push({ ...p.program[1], kegiatan: [] }),
      '/program/5/kode',
      'PAKET_GANDA',
    ],
    [
      'indikator PK dua kali',
      (p) => p.perjanjianKinerja[0].target.push({ indikator: 'IKU-1', target: '1' }),
      '/perjanjianKinerja/0/target/3/indikator',
      'PAKET_GANDA',
    ],
    ['baris RKT dua kali', (p) => p.rkt.push(p.rkt[0]), '/rkt/29/indikator', 'PAKET_GANDA'],
    [
      'baris pengukuran dua kali',
      (p) => p.pengukuran.push(p.pengukuran[0]),
      '/pengukuran/33/indikator',
      'PAKET_GANDA',
    ],
    ['baris anggaran dua kali', (p) => p.anggaran.push(p.anggaran[0]), '/anggaran/8/kode', 'PAKET_GANDA'],
    ['surogat tanpa pasangan', (p) => (p.opd.nama = 'Dinas \ud800'), '/opd/nama', 'TEKS_TIDAK_SAH'],
    ['NUL', (p) => (p.indikator[0].nama = 'a\u0000b'), '/indikator/0/nama', 'TEKS_TIDAK_SAH'],
    [
      'pengubah arah tulisan',
      (p) => (p.pengukuran[0].tindakLanjut = 'a\u202eb'),
      '/pengukuran/0/tindakLanjut',
      'TEKS_TIDAK_SAH',
    ],
    ['nama kosong', (p) => (p.indikator[0].nama = ' '), '/indikator/0/nama', 'TEKS_TIDAK_SAH'],
    ['kode kosong', (p) => (p.indikator[33].kode = ''), '/indikator/33/kode', 'KODE_TIDAK_SAH'],
    [
      'teks terlalu panjang',
      (p) => (p.pengukuran[0].faktorPendukung = 'a'.repeat(4001)),
      '/pengukuran/0/faktorPendukung',
      'TEKS_TERLALU_PANJANG',
    ],
    [
      'NIP',
      (p) => (p.indikator[0].penanggungJawab = 'NIP 196805051990031005'),
      '/indikator/0/penanggungJawab',
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'NIK',
      (p) => (p.pengukuran[0].faktorPenghambat = 'NIK 6171010101900001'),
      '/pengukuran/0/faktorPenghambat',
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'surel',
      (p) => (p.pengukuran[2].tindakLanjut = SURAT),
      '/pengukuran/2/tindakLanjut',
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'penyebut nol dengan pembilang',
      (p) => (p.pengukuran[1].penyebut = '0'),
      '/pengukuran/1/penyebut',
      'PENYEBUT_NOL',
    ],
    [
      'pengukuran tanpa angka',
      (p) => (p.pengukuran[3] = { indikator: 'I-2.07.03-1', triwulan: 4 }),
      '/pengukuran/3',
      'REALISASI_TIDAK_DIBERI',
    ],
    ['skala tanpa urutan', (p) => p.skala.kelas.reverse(), '/skala', 'SKALA_TIDAK_SAH'],
  ])('%s ditolak dengan tempat dan kodenya, dan tidak ada yang disimpan', async (_, isi, jalur, kode) => {
    const hasil = await ruang.impor(typeof isi === 'function' ? bengkok(isi) : isi);
    expect(hasil.peristiwa).toBe(0);
    expect(hasil.ditolak).toContainEqual({ jalur, kode, pesan: expect.stringMatching(/^[A-Z"].+\.$/) });
    for (const d of hasil.ditolak) expect(KODE).toContain(d.kode);
    expect(await ruang.store.posisi()).toBe(-1);
  });

  it('definisi yang ditolak tidak menyalahkan setiap baris yang menyebutnya', async () => {
    const hasil = await ruang.impor(bengkok((p) => (p.indikator[1].urutanPredikat = ['a', 'b'])));
    expect(hasil.ditolak.map((d) => d.jalur)).toEqual(['/indikator/1/urutanPredikat']);
  });

  it('semua masalah disebut, paling banyak seratus', async () => {
    const satuSatu = await ruang.impor(
      bengkok((p) => {
        p.rkt[0].indikator = 'X-1';
        p.pengukuran[1].indikator = 'X-2';
        p.anggaran[0].kode = 'X-3';
        p.perjanjianKinerja[0].target[0].target = '1,5';
      }),
    );
    expect(satuSatu.ditolak.map((d) => d.jalur).toSorted()).toEqual([
      '/anggaran/0/kode',
      '/pengukuran/1/indikator',
      '/perjanjianKinerja/0/target/0/target',
      '/rkt/0/indikator',
    ]);
    const banyak = await ruang.impor(
      bengkok((p) => {
        p.rkt = Array.from({ length: 500 }, (_, i) => ({ indikator: `X-${i}`, target: '1' }));
      }),
    );
    expect(banyak.ditolak).toHaveLength(100);
  });

  it('lebih dari 20 MB ditolak tanpa dibaca', async () =>
    expect(await ruang.impor(Buffer.alloc(20 * 1024 * 1024 + 1, 0x20))).toMatchObject({
      peristiwa: 0,
      ditolak: [{ jalur: '', kode: 'BERKAS_TIDAK_TERBACA' }],
    }));

  it('sesudah semua itu, berkas yang benar tetap dapat diimpor', async () => {
    const hasil = await ruang.impor(berkasKota('pontianak-2023'));
    expect(hasil.ditolak).toEqual([]);
    expect(hasil.peristiwa).toBe((await ruang.store.posisi()) + 1);
  });
});
