import type { TingkatProgram } from '../../src/planning/program/program.decider.js';
import type { Acak } from './acak.js';
import type { Isi } from './kolam.js';
import {
  akta,
  aktaAtauTidak,
  alasan,
  indikator,
  KODE_PROGRAM,
  keputusan,
  NIP,
  nilaiUntuk,
  OPD,
  sasaran,
  TAHUN,
  tahunRencana,
  teks,
  teksAtauNull,
  triwulan,
} from './kolam.js';

export const program = (a: Acak): Isi<'program'> => {
  const k = a.kadang(KODE_PROGRAM, ['dua kata', '9.99'], 0.04);
  const wajar: TingkatProgram =
    k.split('.').length >= 6 ? 'sub-kegiatan' : k.split('.').length === 5 ? 'kegiatan' : 'program';
  const induk = wajar === 'program' ? null : wajar === 'kegiatan' ? '2.07.03' : '2.07.03.2.01';
  const pilihan = [
    () =>
      ({
        type: 'Tambah',
        kode: k,
        nama: teks(a),
        tingkat: a.kadang([wajar], ['program', 'kegiatan'] as const, 0.06),
        induk: a.kadang([induk], [null, '2.07.04', '9.99'], 0.06),
      }) as const,
    () => ({ type: 'DukungSasaran', program: k, sasaran: sasaran(a) }) as const,
    () => ({ type: 'HubungkanIndikator', kode: k, indikator: indikator(a) }) as const,
  ] as const;
  return { dok: 'program', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

export const nomenklatur = (a: Acak): Isi<'nomenklatur'> => {
  const pilihan = [
    () =>
      ({
        type: 'Susun',
        nama: teks(a),
        dasar: akta(a),
        mulaiBerlaku: a.kadang(['2023-01-01', '2022-01-01', '2023-06-01'], ['2023-02-30'], 0.03),
      }) as const,
    () =>
      ({
        type: 'CatatKode',
        kode: a.kadang(
          ['2', '2', '2.07', '2.07.03', '2.07.03.2.01'],
          ['2.07.03.2.01.0001', '2.07.03.2.01.01', '5.1.02'],
          0.2,
        ),
        nama: teks(a),
        satuan: a.satu([null, null, 'orang', 'paket']),
      }) as const,
    () => ({ type: 'Tetapkan' }) as const,
  ] as const;
  return {
    dok: 'nomenklatur',
    versi: a.kadang(['2023', '2023', '2021'], ['v1', '1999'], 0.03),
    p: a.satu(pilihan)(),
  };
};

export const rkt = (a: Acak): Isi<'rkt'> => {
  const jenis = a.satu(['murni', 'murni', 'perubahan'] as const);
  const i = indikator(a);
  const kodeUsulan = a.kadang(['U-1', 'U-2', 'RA-2022-IKU-1-tw1'], ['dua kata', 'x'.repeat(61)], 0.05);
  const pilihan = [
    () => ({ type: 'CatatTarget', jenis, indikator: i, target: nilaiUntuk(a, i) }) as const,
    () => ({ type: 'Usulkan', jenis }) as const,
    () => ({ type: 'Tetapkan', jenis, keputusan: keputusan(a), ...aktaAtauTidak(a) }) as const,
    () =>
      ({
        type: 'CatatUsulan',
        kode: kodeUsulan,
        uraian: teks(a),
        tahunAsal: a.kadang([2022, 2023], [1999], 0.03),
        sumber: a.satu(['saran', 'saran', 'lain'] as const),
        indikator: a.mungkin(0.5) ? null : i,
      }) as const,
    () =>
      ({
        type: 'PutuskanUsulan',
        kode: kodeUsulan,
        putusan: a.satu(['diterima', 'ditolak', 'ditunda'] as const),
        alasan: a.kadang([null, 'Sebab', 'Lain'], [' ', NIP], 0.05),
      }) as const,
  ] as const;
  return { dok: 'rkt', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

export const aksi = (a: Acak): Isi<'aksi'> => {
  const i = indikator(a);
  const catat = () =>
    ({
      type: 'CatatTarget',
      indikator: i,
      triwulan: triwulan(a),
      target: nilaiUntuk(a, i),
      aksi: a.kadang([null, 'Latih', 'Bursa'], [NIP, ' '], 0.04),
      ...(a.mungkin(0.3) && { penanggungJawab: a.satu([null, 'Bidang 1']) }),
    }) as const;
  const pilihan = [
    catat,
    catat,
    () => ({ type: 'Tetapkan', keputusan: keputusan(a), ...aktaAtauTidak(a) }) as const,
    () =>
      ({
        type: 'MulaiPerubahan',
        sebab: a.satu(['perubahan-apbd', 'perubahan-apbd', 'lain'] as const),
        alasan: a.kadang(['Sebab', 'Sebab', 'Lain', null], [' '], 0.03),
        versi: null,
      }) as const,
    () =>
      ({
        type: 'TandaiAksi',
        indikator: i,
        triwulan: triwulan(a),
        keadaan: a.satu(['selesai', 'dibatalkan'] as const),
        catatan: a.kadang([null, 'Catatan'], [' ', NIP], 0.05),
      }) as const,
  ] as const;
  return { dok: 'aksi', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

export const iku = (a: Acak): Isi<'iku'> => {
  const pilihan = [
    () =>
      ({
        type: 'Susun',
        versi: null,
        mulaiBerlaku: a.kadang(TAHUN, [1999, 2030], 0.05),
        alasan: a.kadang(['Sebab', 'Sebab', null], [' '], 0.05),
      }) as const,
    () =>
      ({
        type: 'Pilih',
        versi: null,
        indikator: a.kadang(['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3'], ['I-P', 'ZZ-9']),
        alasan: a.kadang(['Sebab', 'Lain', null], [' '], 0.03),
        formula: teksAtauNull(a),
        sumberData: a.satu([null, null, 'BPS']),
        penanggungJawab: null,
      }) as const,
    () =>
      ({
        type: 'Keluarkan',
        versi: null,
        indikator: a.satu(['IKU-1', 'IKU-2', 'ZZ-9']),
        alasan: alasan(a),
      }) as const,
    () => ({ type: 'Tetapkan', versi: null, akta: akta(a) }) as const,
  ] as const;
  return { dok: 'iku', opd: a.satu(OPD), p: a.satu(pilihan)() };
};

export const anggaran = (a: Acak): Isi<'anggaran'> => {
  const baris = {
    kode: a.kadang(
      ['2.07.03', '2.07.03', '2.07.04', '2.07.03.2.01.0001', '5.1.02', '2.07.03.2.01.0001/5.1.02', 'X.01'],
      ['9.99', '2.07.03/5.1', '4.1', 'dua kata'],
      0.05,
    ),
    nama: a.satu([null, null, 'Nama', 'Nama lain']),
    sumberDana: a.satu([null, null, 'APBD']),
    pagu: a.kadang(['100', '100', '200', '0300'], ['-1', '1.5'], 0.03),
  };
  const nomor = a.kadang([1, 1, 2, 3], [0, 100, 1.5], 0.04);
  const jenis = a.satu(['murni', 'murni', 'perubahan'] as const);
  const pilihan = [
    () => ({ type: 'TetapkanPagu', jenis, ...baris }) as const,
    () => ({ type: 'GeserPagu', nomor, setelahPerubahan: null, ...baris }) as const,
    () => {
      const tahap = a.satu(['murni', 'murni', 'pergeseran', 'perubahan'] as const);
      return {
        type: 'TetapkanDokumen',
        jenis: tahap,
        nomor: tahap === 'pergeseran' ? nomor : a.kadang([0], [1], 0.03),
        setelahPerubahan: null,
        akta: akta(a),
      } as const;
    },
  ] as const;
  return { dok: 'anggaran', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};
