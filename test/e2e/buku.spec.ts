import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import type { Kolom, LembarTerbaca, LembarTulis, Sel } from '../../src/kernel/lembar-kerja.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bandingkanRencana, type KunciRencana, rencanaTerlihat } from '../support/beda-rencana.js';
import { kirimBuku, unduhBuku } from '../support/buku-perencanaan.js';
import {
  type Cerita,
  daftarkan,
  mulaiCerita,
  NASKAH_PK,
  OPD,
  PK,
  rencanakan,
  TAHUN,
} from '../support/cerita.js';
import { berkasKota, harapanKota, KOTA, type Kota } from './impor.ruang.js';

const adaptor = new LembarKerjaAdaptor();
const kunciKota = (kota: Kota): KunciRencana => {
  const { pemda, opd, tahun } = harapanKota(kota);
  return { pemda, opd, tahun };
};
const sel = async (bita: Uint8Array): Promise<readonly LembarTerbaca[]> => adaptor.baca(new Uint8Array(bita));

const T = (nilai: string): Sel => ({ jenis: 'teks', nilai });
/** That it was decided on paper is what taking it over says: paper names offices and no person, and is checked nowhere. */
const DARI_KERTAS = /\/cara: "elektronik" \/ "dicatat"$|\/(subjek|idPeriksa): ".*" \/ null$/;

/** The file as somebody has changed it: each sheet's rows passed through `ubah`, written anew. */
const tulisUlang = async (
  lembar: readonly LembarTerbaca[],
  ubah: (nama: string, baris: number, sel: Sel[]) => Sel[],
): Promise<Uint8Array> => {
  const tulis = lembar
    .filter((l) => l.nama !== 'Daftar')
    .map((l): LembarTulis => {
      const [kepala, ...baris] = l.baris;
      const kolom = (kepala?.sel ?? []).map(
        (s, i): Kolom => ({ kunci: `${i}`, judul: 'nilai' in s ? String(s.nilai) : '', jenis: 'kode' }),
      );
      return { nama: l.nama, kolom, baris: baris.map((b) => ubah(l.nama, b.nomor, [...b.sel])) };
    });
  return adaptor.tulis(tulis, 'xlsx');
};

describe('buku perencanaan dua kota nyata, dipindahkan ke instalasi kosong', () => {
  let asal: AplikasiUji;
  let tujuan: AplikasiUji;
  const jumlah = { sel: 0, baris: 0, beda: 0, daun: 0 };
  beforeAll(async () => {
    [asal, tujuan] = [await mulaiUji(), await mulaiUji()];
    const { store, executor, clock } = asal.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
  });
  afterAll(async () => {
    await asal.tutup();
    await tujuan.tutup();
  });

  it.each(KOTA)(
    '%s: diambil alih dari kertas, setiap tampilan sama, dan bukunya lagi sel demi sel',
    async (kota) => {
      const k = kunciKota(kota);
      const buku = await unduhBuku(asal, k);
      const { status, isi } = await kirimBuku(tujuan, k, buku);
      expect([status, isi.ditolak]).toEqual([200, []]);
      const { beda, daun } = bandingkanRencana(
        await rencanaTerlihat(asal, k),
        await rencanaTerlihat(tujuan, k),
      );
      expect(beda).toEqual([]);
      const [awal, lagi] = [await sel(buku), await sel(await unduhBuku(tujuan, k))];
      expect(lagi).toEqual(awal);
      jumlah.daun += daun;
      jumlah.baris += isi.jumlahBaris;
      jumlah.beda += beda.length;
      jumlah.sel += awal.flatMap((l) => l.baris).reduce((n, b) => n + b.sel.length, 0);
    },
  );

  it('jumlahnya dicetak', () => {
    expect(jumlah.daun).toBeGreaterThan(2_000);
    process.stdout.write(
      `buku: ${KOTA.length} kota, ${jumlah.sel} sel, ${jumlah.baris} baris, ${jumlah.beda} beda\n`,
    );
  });

  it.each(KOTA)('%s: berkas yang sama sekali lagi tidak mengubah apa pun', async (kota) => {
    const k = kunciKota(kota);
    const ujung = await tujuan.posisi();
    const ulang = await kirimBuku(tujuan, k, await unduhBuku(asal, k));
    expect(ulang.isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
    expect(await tujuan.posisi()).toBe(ujung);
  });
});

describe('buku perencanaan satu OPD dengan setiap perubahannya', () => {
  const k: KunciRencana = TAHUN;
  let asal: AplikasiUji;
  let tujuan: AplikasiUji;
  let cerita: Cerita;
  const akta = (nomor: string, tanggal: string) => ({
    akta: { jenis: 'Keputusan', nomor, tanggal, pejabat: 'Kepala Dinas Tenaga Kerja' },
  });
  const jadi: Cerita['jadi'] = (...perintah) => cerita.jadi(...perintah);
  const berlakukan = async (naskah: object): Promise<void> => {
    const pilihan = 'perjanjianKinerja { sidik }';
    const { perjanjianKinerja } = await jadi('kadis', 'ajukanPerjanjianKinerja', naskah, pilihan);
    for (const siapa of ['kadis', 'wali'] as const)
      await jadi(siapa, 'tandatanganiPerjanjianKinerja', { ...PK, sidik: perjanjianKinerja.sidik });
  };

  beforeAll(async () => {
    [asal, tujuan] = [await mulaiUji(), await mulaiUji()];
    cerita = mulaiCerita(asal);
    await daftarkan(cerita);
    await rencanakan(cerita);
    const renstra = { ...OPD, mulai: 2021 };
    await jadi('perencana', 'catatIsuStrategis', {
      ...renstra,
      kode: 'ISU-1',
      uraian: 'Isu',
      sasaran: ['S1'],
    });
    const masalah = { ...renstra, kode: 'M-1', uraian: 'Masalah', isu: 'ISU-1', sasaran: ['S1'] };
    await jadi('perencana', 'catatPermasalahan', { ...masalah, solusi: 'Pelatihan' });
    const program = { kode: 'I-2.07.03', nama: 'Lulusan', satuan: '%', polaritas: 'naik', level: 'program' };
    await jadi('perencana', 'tetapkanIndikator', { ...renstra, ...program });
    await jadi('perencana', 'hubungkanIndikatorProgram', {
      ...TAHUN,
      kode: '2.07.03',
      indikator: 'I-2.07.03',
    });

    const alasan = 'Ukuran utama';
    await jadi('perencana', 'susunIku', { ...OPD, mulaiBerlaku: 2021 });
    await jadi('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-1', alasan, formula: 'a / b' });
    await jadi('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-2', alasan });
    await jadi('kadis', 'tetapkanIku', { ...OPD, ...akta('1', '2021-01-18') });
    await jadi('perencana', 'susunIku', { ...OPD, mulaiBerlaku: 2023, alasan: 'Kewenangan' });
    await jadi('perencana', 'keluarkanIku', { ...OPD, indikator: 'IKU-2', alasan });
    await jadi('kadis', 'tetapkanIku', { ...OPD, ...akta('2', '2023-01-05') });

    const dpa = { ...TAHUN, jenis: 'murni', ...akta('3', '2023-01-02') };
    await jadi('pengelola', 'tetapkanDokumenAnggaran', dpa);
    for (const jenis of ['murni', 'perubahan']) {
      const target = {
        ...TAHUN,
        jenis,
        indikator: 'I-2.07.03',
        target: jenis === 'murni' ? '52.00' : '55.00',
      };
      await jadi('perencana', 'catatTargetRkt', target);
      await jadi('kadis', 'tetapkanRkt', { ...TAHUN, jenis, ...akta(`4-${jenis}`, '2023-01-06') });
    }
    const saran = { ...TAHUN, kode: 'S-1', uraian: 'Data terpadu', tahunAsal: 2022, sumber: 'saran' };
    await jadi('perencana', 'catatUsulanRkt', saran);
    await jadi('perencana', 'putuskanUsulanRkt', { ...TAHUN, kode: 'S-1', putusan: 'diterima' });
    await berlakukan(NASKAH_PK);
    const aksi = { ...TAHUN, indikator: 'IKU-1', triwulan: 1, target: '20.00', aksi: 'Pelatihan' };
    await jadi('perencana', 'catatTargetRencanaAksi', { ...aksi, penanggungJawab: 'Bidang Pelatihan' });
    await jadi('perencana', 'catatTargetRencanaAksi', {
      ...aksi,
      triwulan: 2,
      target: '40.00',
      aksi: 'Bursa',
    });
    await jadi('kadis', 'tetapkanRencanaAksi', { ...TAHUN, ...akta('5', '2023-02-01') });
    await jadi('perencana', 'geserPagu', { ...TAHUN, nomor: 1, kode: '2.07.03', pagu: '510000000' });
    await jadi('perencana', 'tetapkanPagu', {
      ...TAHUN,
      jenis: 'perubahan',
      kode: '2.07.03',
      pagu: '400000000',
      sumberDana: 'DAU',
    });
    const apbdp = { ...TAHUN, jenis: 'perubahan', ...akta('6', '2023-10-02') };
    await jadi('pengelola', 'tetapkanDokumenAnggaran', apbdp);
    await berlakukan({
      ...NASKAH_PK,
      jenis: 'perubahan',
      sebab: 'perubahan-apbd',
      tanggal: '2023-10-20',
      target: [
        { indikator: 'IKU-1', target: '90.00' },
        {
          indikator: 'L-1',
          target: '10',
          luarRenstra: {
            nama: 'Magang',
            satuan: 'orang',
            sasaran: 'Magang',
            alasan: 'Arahan wali kota',
            polaritas: 'naik',
          },
        },
      ],
      anggaran: [{ program: '2.07.03', pagu: '400000000' }],
    });
    const mulai = { ...TAHUN, sebab: 'perubahan-apbd', alasan: 'Mengikuti PK Perubahan' };
    await jadi('perencana', 'mulaiPerubahanRencanaAksi', mulai);
    await jadi('perencana', 'catatTargetRencanaAksi', {
      ...aksi,
      target: '25.00',
      aksi: 'Pelatihan dan magang',
    });
    await jadi('kadis', 'tetapkanRencanaAksi', { ...TAHUN, ...akta('7', '2023-11-01') });
    await jadi('perencana', 'tandaiAksi', { ...TAHUN, indikator: 'IKU-1', triwulan: 2, keadaan: 'selesai' });
  });
  afterAll(async () => {
    await asal.tutup();
    await tujuan.tutup();
  });

  it('isinya sama; yang berbeda hanya bahwa ia diambil alih dari kertas', async () => {
    const { status, isi } = await kirimBuku(tujuan, k, await unduhBuku(asal, k));
    expect([status, isi.ditolak]).toEqual([200, []]);
    const { beda } = bandingkanRencana(await rencanaTerlihat(asal, k), await rencanaTerlihat(tujuan, k));
    expect(beda.filter((b) => !DARI_KERTAS.test(b))).toEqual([]);
    // two versions, each proposed once and signed twice; its public page, and whose the signatures are
    expect(beda).toHaveLength(6 + 2 + 4);
    expect(await sel(await unduhBuku(tujuan, k))).toEqual(await sel(await unduhBuku(asal, k)));
  });

  it('dikirim kembali apa adanya oleh perencana: tidak mengubah apa pun', async () => {
    const { isi } = await kirimBuku(
      asal,
      k,
      await unduhBuku(asal, k),
      '&pratinjau=1',
      cerita.token.perencana,
    );
    expect(isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
  });

  it('mengambil alih dari kertas hanya untuk operator, dan hanya buku', async () => {
    const buku = await unduhBuku(asal, k);
    const { status, isi } = await kirimBuku(
      asal,
      k,
      buku,
      '&cara=dicatat&pratinjau=1',
      cerita.token.perencana,
    );
    expect([status, new Set(isi.ditolak.map((d: { kode: string }) => d.kode))]).toEqual([
      422,
      new Set(['TIDAK_BERWENANG']),
    ]);
    const lain = await kirimBuku(asal, k, buku, '&cara=lain&pratinjau=1');
    expect(lain.isi.errors[0].extensions.kode).toBe('MASUKAN_TIDAK_SAH');
  });

  it('yang sudah ditetapkan tidak dapat diubah lewat buku, dan yang salah disebut tempatnya', async () => {
    const lembar = await sel(await unduhBuku(asal, k));
    const ubah = async (nama: string, kolom: number, nilai: string) => {
      const { isi } = await kirimBuku(
        asal,
        k,
        await tulisUlang(lembar, (l, baris, sel) =>
          l === nama && baris === 2 ? sel.with(kolom, T(nilai)) : sel,
        ),
        '&pratinjau=1',
        cerita.token.perencana,
      );
      return isi.ditolak.map((d: { lembar: string; baris: number; kode: string }) => [
        d.lembar,
        d.baris,
        d.kode,
      ]);
    };
    expect(await ubah('IKU', 3, 'Alasan lain')).toEqual([['IKU', 2, 'IKU_BELUM_DISUSUN']]);
    expect(await ubah('Rencana Aksi', 4, '21')).toEqual([['Rencana Aksi', 2, 'MURNI_SUDAH_DITETAPKAN']]);
    expect(await ubah('RKT', 3, '53')).toEqual([['RKT', 2, 'MURNI_SUDAH_DITETAPKAN']]);
    expect(await ubah('Pagu', 6, '1')).toEqual([['Pagu', 2, 'TAHAP_ANGGARAN_DITUTUP']]);
    expect(await ubah('PK Target', 4, '91')).toEqual([['PK', 2, 'PK_SUDAH_BERLAKU']]);
  });

  it('satu lembar boleh menyusul sebagai CSV, dan hasilnya sama', async () => {
    const buku = await unduhBuku(asal, k);
    const pagu = await unduhBuku(asal, k, '&format=csv&lembar=Pagu');
    const ketiga = await mulaiUji();
    try {
      const tanpaPagu = await tulisUlang(await sel(buku), (nama, baris, sel) =>
        nama === 'Pagu' && baris > 1 ? [] : sel,
      );
      for (const bita of [tanpaPagu, pagu])
        expect((await kirimBuku(ketiga, k, bita)).isi).toMatchObject({ ditolak: [] });
      const { beda } = bandingkanRencana(await rencanaTerlihat(tujuan, k), await rencanaTerlihat(ketiga, k));
      expect(beda).toEqual([]);
    } finally {
      await ketiga.tutup();
    }
  });

  it('Perubahan Renstra dibawa sebagai Renstra yang berlaku tahun itu; rancangannya tidak tertimpa', async () => {
    const renstra = { ...OPD, mulai: 2021 };
    await jadi('perencana', 'mulaiPerubahanRenstra', { ...renstra, mulaiBerlaku: 2023, alasan: 'RPJMD' });
    const target = { ...renstra, indikator: 'IKU-1', tahun: 2023, target: '95.00' };
    await jadi('perencana', 'tetapkanTargetRenstra', target);
    const buku = await unduhBuku(asal, k);
    const tetap = await kirimBuku(asal, k, buku, '&pratinjau=1', cerita.token.perencana);
    expect(tetap.isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
    const diubah = await tulisUlang(await sel(buku), (nama, baris, sel) =>
      nama === 'Sasaran' && baris === 2 ? sel.with(2, T('Uraian lain')) : sel,
    );
    const kirim = await kirimBuku(asal, k, diubah, '&pratinjau=1', cerita.token.perencana);
    expect(kirim.isi.ditolak).toMatchObject([
      { lembar: 'Sasaran', baris: 2, kode: 'PERUBAHAN_SEDANG_DISUSUN' },
    ]);
    await jadi('kadis', 'tetapkanRenstra', renstra);
    const ketiga = await mulaiUji();
    try {
      const { isi } = await kirimBuku(ketiga, k, await unduhBuku(asal, k));
      expect(isi.ditolak).toEqual([]);
      const { beda } = bandingkanRencana(await rencanaTerlihat(asal, k), await rencanaTerlihat(ketiga, k));
      const lain = beda.filter((b) => !DARI_KERTAS.test(b));
      const menurutVersi =
        /Renstra Perubahan 2021|"Versi 2, |^\/perencanaan\/renstra\/0\/(versi|mulaiBerlaku|alasan):/;
      expect(lain.filter((b) => !menurutVersi.test(b))).toEqual([]);
      expect(lain).toContain('/perencanaan/renstra/0/versi: 2 / 1');
    } finally {
      await ketiga.tutup();
    }
  });
});

describe('buku rencana pemda dan OPD yang melayaninya', () => {
  const PEMDA = { pemda: '61.71', opd: 'pemda' };
  let asal: AplikasiUji;
  let tujuan: AplikasiUji;
  beforeAll(async () => {
    [asal, tujuan] = [await mulaiUji(), await mulaiUji()];
    const cerita = mulaiCerita(asal);
    const { jadi } = cerita;
    await daftarkan(cerita);
    const rpjmd = { ...PEMDA, mulai: 2021 };
    await jadi('pengelola', 'susunRenstra', { ...rpjmd, selesai: 2026, visi: 'Pontianak maju' });
    await jadi('pengelola', 'tambahMisi', { ...rpjmd, nomor: 1, uraian: 'Sejahtera' });
    await jadi('pengelola', 'tambahTujuan', { ...rpjmd, kode: 'TD1', uraian: 'Sejahtera', misi: [1] });
    const sasaran = { ...rpjmd, tujuan: 'TD1', kode: 'SD1', uraian: 'Pengangguran turun', strategi: [] };
    await jadi('pengelola', 'tambahSasaran', sasaran);
    const tpt = {
      ...rpjmd,
      kode: 'TPT',
      nama: 'Pengangguran terbuka',
      satuan: '%',
      polaritas: 'turun-linear',
    };
    await jadi('pengelola', 'tetapkanIndikator', { ...tpt, level: 'sasaran', iku: true });
    const hubungan = { indikator: 'TPT', tingkat: 'sasaran', kode: 'SD1' };
    await jadi('pengelola', 'hubungkanIndikator', { ...rpjmd, ...hubungan });
    await jadi('pengelola', 'tetapkanTargetRenstra', {
      ...rpjmd,
      indikator: 'TPT',
      tahun: 2023,
      target: '8.20',
    });
    const prioritas = { ...rpjmd, kode: 'PP-1', nama: 'Pontianak bekerja', sasaran: ['SD1'], pelaksana: [] };
    await jadi('pengelola', 'tetapkanProgramPrioritas', prioritas);
    await jadi('wali', 'tetapkanRenstra', rpjmd);
    const pk = { ...PEMDA, jabatan: 'kepala-daerah', tahun: 2023 };
    const naskah = { ...pk, jenis: 'murni', tanggal: '2023-01-05', anggaran: [] };
    const { perjanjianKinerja } = await jadi(
      'wali',
      'ajukanPerjanjianKinerja',
      { ...naskah, target: [{ indikator: 'TPT', target: '8.20' }] },
      'perjanjianKinerja { sidik }',
    );
    await jadi('wali', 'tandatanganiPerjanjianKinerja', { ...pk, sidik: perjanjianKinerja.sidik });
    await rencanakan(cerita);
    const melayani = { mulai: 2021, tingkat: 'sasaran', kode: 'SD1' };
    await jadi('perencana', 'selaraskanRenstra', {
      ...OPD,
      mulai: 2021,
      tingkat: 'sasaran',
      kode: 'S1',
      melayani,
    });
  });
  afterAll(async () => {
    await asal.tutup();
    await tujuan.tutup();
  });

  it('buku OPD menunggu buku pemda; sesudahnya keduanya sama', async () => {
    const pemda: KunciRencana = { ...PEMDA, tahun: 2023 };
    const dini = await kirimBuku(tujuan, TAHUN, await unduhBuku(asal, TAHUN));
    expect(dini.isi.ditolak).toMatchObject([
      { lembar: 'Keselarasan', baris: 2, kode: 'SASARAN_TIDAK_DIKENAL' },
    ]);
    for (const k of [pemda, TAHUN])
      expect((await kirimBuku(tujuan, k, await unduhBuku(asal, k))).isi).toMatchObject({ ditolak: [] });
    for (const k of [pemda, TAHUN]) {
      const { beda } = bandingkanRencana(await rencanaTerlihat(asal, k), await rencanaTerlihat(tujuan, k));
      expect([k.opd, beda.filter((b) => !DARI_KERTAS.test(b))]).toEqual([k.opd, []]);
      expect(await sel(await unduhBuku(tujuan, k))).toEqual(await sel(await unduhBuku(asal, k)));
    }
  });
});
