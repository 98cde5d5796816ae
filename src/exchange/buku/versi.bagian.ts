import type { Akta, Penetapan } from '../../kernel/akta.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { BarisTerisi, IsiBerkas, LembarTemplat } from '../templat.js';
import { baris } from './bagian.js';

const DOKUMEN = ['renstra', 'iku', 'anggaran', 'rkt', 'rencana-aksi'] as const;
export type DokumenBerversi = (typeof DOKUMEN)[number];
const KEADAAN = ['disusun', 'ditetapkan'] as const;

const KOLOM = [
  { kunci: 'dokumen', judul: 'Dokumen', jenis: 'teks', wajib: true, pilihan: DOKUMEN },
  {
    kunci: 'versi',
    judul: 'Versi',
    jenis: 'kode',
    wajib: true,
    petunjuk: 'Nomor versi; RKT dan anggaran: murni, perubahan, atau pergeseran-1, pergeseran-2, …',
  },
  { kunci: 'mulaiBerlaku', judul: 'Berlaku mulai tahun', jenis: 'bulat', petunjuk: 'Hanya IKU dan Renstra.' },
  { kunci: 'sebab', judul: 'Sebab perubahan', jenis: 'kode', petunjuk: 'Hanya perubahan rencana aksi.' },
  { kunci: 'alasan', judul: 'Alasan', jenis: 'teks', lebar: 40 },
  { kunci: 'keadaan', judul: 'Keadaan', jenis: 'teks', wajib: true, pilihan: KEADAAN },
  { kunci: 'keputusan', judul: 'Keputusan', jenis: 'teks', lebar: 40 },
  { kunci: 'jenisAkta', judul: 'Jenis akta', jenis: 'teks' },
  { kunci: 'nomorAkta', judul: 'Nomor akta', jenis: 'teks', lebar: 26 },
  { kunci: 'tanggalAkta', judul: 'Tanggal akta', jenis: 'tanggal' },
  { kunci: 'pejabatAkta', judul: 'Pejabat akta', jenis: 'teks', lebar: 30 },
] as const satisfies readonly Kolom[];

/** Which versions of which documents there are, and by which act each came into force. */
export const LEMBAR_VERSI: LembarTemplat = {
  nama: 'Versi Dokumen',
  kolom: KOLOM,
  unik: ['dokumen', 'versi'],
  contoh: {
    dokumen: 'iku',
    versi: '1',
    mulaiBerlaku: '2023',
    keadaan: 'ditetapkan',
    jenisAkta: 'Keputusan Kepala Dinas',
    nomorAkta: '800/12/2023',
    tanggalAkta: '2023-01-10',
    pejabatAkta: 'Kepala Dinas Tenaga Kerja',
  },
};

export const barisVersi = (
  dokumen: DokumenBerversi,
  versi: string,
  penetapan: Penetapan | null,
  lain: Isian = {},
): Isian => ({
  dokumen,
  versi,
  ...lain,
  keadaan: penetapan === null ? 'disusun' : 'ditetapkan',
  keputusan: penetapan?.keputusan ?? null,
  jenisAkta: penetapan?.akta?.jenis ?? null,
  nomorAkta: penetapan?.akta?.nomor ?? null,
  tanggalAkta: penetapan?.akta?.tanggal ?? null,
  pejabatAkta: penetapan?.akta?.pejabat ?? null,
});

export type VersiTertulis = {
  readonly baris: BarisTerisi;
  readonly versi: string;
  readonly ditetapkan: boolean;
  readonly keputusan: string | null;
  readonly akta: Akta | null;
};

/** Half an act is refused by the document, which names what is missing. */
const aktaDari = ({ jenisAkta, nomorAkta, tanggalAkta, pejabatAkta }: Isian): Akta | null =>
  [jenisAkta, nomorAkta, tanggalAkta, pejabatAkta].every((isi) => isi == null)
    ? null
    : {
        jenis: jenisAkta ?? '',
        nomor: nomorAkta ?? '',
        tanggal: tanggalAkta ?? '',
        pejabat: pejabatAkta ?? '',
      };

/** The versions that a file lists of a document, in its order. */
export const versiDari = (isi: IsiBerkas, dokumen: DokumenBerversi): VersiTertulis[] =>
  baris(isi, LEMBAR_VERSI.nama)
    .filter((b) => b.isian.dokumen === dokumen)
    .map((b) => ({
      baris: b,
      versi: b.isian.versi ?? '',
      ditetapkan: b.isian.keadaan === 'ditetapkan',
      keputusan: b.isian.keputusan ?? null,
      akta: aktaDari(b.isian),
    }));

/** As the `Tetapkan` of most documents takes it. */
export const isiPenetapan = ({ keputusan, akta }: Pick<VersiTertulis, 'keputusan' | 'akta'>) => ({
  keputusan,
  ...(akta !== null && { akta }),
});
