import { bacaStream } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';

// Entries are not among them: a clerk's day of typing does not move this view.
export type EventKotakMasuk =
  | Exclude<PkEvent, { type: 'PerjanjianKinerjaDigantikan' }>
  | Exclude<PengukuranEvent, { type: 'RealisasiDicatat' | 'RealisasiDikoreksi' }>;

export type Tugas = 'tandatangani' | 'perbaiki' | 'verifikasi' | 'setujui';
/** What one document waits for: which office must do what, and since which event. Gone when nothing waits. */
export type BarisTugas = Readonly<{
  dokumen: 'perjanjian-kinerja' | 'pengukuran';
  pemda: string;
  opd: string;
  jabatanDokumen: string | null; // PK: the office whose PK it is
  tahun: number;
  triwulan: number | null; // pengukuran
  versi: number | null; // PK
  tugas: Tugas;
  jabatan: string; // key of the office that must act
  sejak: string;
  posisi: number;
  catatan: string | null; // why it came back
  pengaju: string; // key of the office that proposed it
  pihakKedua: string | null; // key of the office that signs second
}>;

export const tandaKotakMasuk = (jabatan: string): string => `jabatan:${jabatan}`;

const initial = (kunci: string): BarisTugas => {
  const { kategori, pemda, opd, jabatan, tahun, triwulan } = bacaStream(kunci);
  return {
    dokumen: kategori === 'Pengukuran' ? 'pengukuran' : 'perjanjian-kinerja',
    pemda,
    opd: opd ?? '',
    jabatanDokumen: jabatan,
    tahun: tahun ?? 0,
    triwulan,
    versi: null,
    tugas: 'perbaiki',
    jabatan: '',
    sejak: '',
    posisi: -1,
    catatan: null,
    pengaju: '',
    pihakKedua: null,
  };
};

type Saat = { readonly meta: { readonly at: string; readonly posisi: number } };

const menunggu = (
  row: BarisTugas,
  { meta }: Saat,
  tugas: Tugas,
  jabatan: string,
  lain: Partial<BarisTugas> = {},
): BarisTugas => ({ ...row, catatan: null, ...lain, tugas, jabatan, sejak: meta.at, posisi: meta.posisi });

const selesai = (): null => null;
const diOpd = ({ pemda, opd }: BarisTugas, jabatan: 'perencana' | 'kepala'): string =>
  `${pemda}.${opd}.${jabatan}`;

const when: View<BarisTugas, EventKotakMasuk>['when'] = {
  PerjanjianKinerjaDiajukan: (row, event) => {
    const { naskah, oleh } = event.data;
    const { pihakPertama, pihakKedua, versi } = naskah;
    const lain = { versi, pengaju: oleh.jabatan, pihakKedua: pihakKedua.jabatan };
    return menunggu(row, event, 'tandatangani', pihakPertama.jabatan, lain);
  },
  PerjanjianKinerjaDitandatangani: (row, event) =>
    event.data.pihak === 2 || row.pihakKedua === null
      ? null
      : menunggu(row, event, 'tandatangani', row.pihakKedua),
  PerjanjianKinerjaDikembalikan: (row, event) =>
    menunggu(row, event, 'perbaiki', row.pengaju, { catatan: event.data.catatan }),
  PerjanjianKinerjaBerlaku: selesai,
  PerjanjianKinerjaDibatalkan: selesai,

  PengukuranDiajukan: (row, event) =>
    menunggu(row, event, 'verifikasi', diOpd(row, 'perencana'), { pengaju: event.data.oleh.jabatan }),
  PengukuranDiverifikasi: (row, event) => menunggu(row, event, 'setujui', diOpd(row, 'kepala')),
  PengukuranDikembalikan: (row, event) =>
    menunggu(row, event, 'perbaiki', row.pengaju, { catatan: event.data.catatan }),
  PengukuranDisetujui: selesai,
};

// Positions are dense integers; padded, their text order is their order.
const tanda = ({ jabatan, posisi }: BarisTugas): readonly Tanda[] =>
  jabatan === '' ? [] : [{ tag: tandaKotakMasuk(jabatan), urut: `${posisi}`.padStart(16, '0') }];

export const kotakMasukView: View<BarisTugas, EventKotakMasuk> = {
  nama: 'kotak-masuk',
  versi: 2,
  kunci: ({ meta }) => [meta.stream],
  initial,
  when,
  tanda,
};
