import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream, jabatanKepala } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import {
  adalahPerubahan,
  type BarisPerubahan,
  type EventPerubahan,
  kunciJatuhTempo,
  lipatPerubahan,
  menungguSejak,
  perubahanKosong,
} from './perubahan-jatuh-tempo.projection.js';

// Entries are not among them: a clerk's day of typing does not move this view.
type EventTugas =
  | Exclude<
      PkEvent,
      {
        type:
          | 'PerjanjianKinerjaDigantikan'
          | 'HasilTandaTanganBelumPasti'
          | 'HasilTandaTanganDipastikan'
          | 'KebutuhanPkPerubahanDicatat'
          | 'KebutuhanPkPerubahanDitutup';
      }
    >
  | Exclude<PengukuranEvent, { type: 'RealisasiDicatat' | 'RealisasiDikoreksi' }>;

export type EventKotakMasuk = EventTugas | EventPerubahan;

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

type Baris = BarisTugas | BarisPerubahan;

export const tandaKotakMasuk = (jabatan: string): string => `jabatan:${jabatan}`;

const tugasKosong = (kunci: string): BarisTugas => {
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
const diOpd = ({ pemda, opd }: BarisTugas | BarisPerubahan, jabatan: string): string =>
  `${pemda}.${opd}.${jabatan}`;

const lipatTugas: {
  readonly [T in EventTugas['type']]: (
    row: BarisTugas,
    event: Recorded<Extract<EventTugas, { type: T }>>,
  ) => BarisTugas | null;
} = {
  PerjanjianKinerjaDiajukan: (row, event) => {
    const { naskah, oleh } = event.data;
    const { pihakPertama, pihakKedua, versi } = naskah;
    const lain = { versi, pengaju: oleh.jabatan, pihakKedua: pihakKedua?.jabatan ?? null };
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
  PengukuranDiverifikasi: (row, event) => menunggu(row, event, 'setujui', diOpd(row, jabatanKepala(row.opd))),
  PengukuranDikembalikan: (row, event) =>
    menunggu(row, event, 'perbaiki', row.pengaju, { catatan: event.data.catatan }),
  PengukuranDisetujui: selesai,
};

/** Each event to the row it was meant for: what a document waits for, or whether its PK has to change. */
const pilah =
  <E extends DomainEvent>(
    tugas: (row: BarisTugas, event: Recorded<E>) => BarisTugas | null,
    perubahan: (row: BarisPerubahan, event: Recorded<E>) => BarisPerubahan,
  ) =>
  (row: Baris, event: Recorded<E>): Baris | null =>
    'jatuhTempo' in row ? perubahan(row, event) : tugas(row, event);

const biar = <Row>(row: Row): Row => row;

const when: View<Baris, EventKotakMasuk>['when'] = {
  PerjanjianKinerjaDiajukan: pilah(
    lipatTugas.PerjanjianKinerjaDiajukan,
    lipatPerubahan.PerjanjianKinerjaDiajukan,
  ),
  PerjanjianKinerjaDitandatangani: pilah(
    lipatTugas.PerjanjianKinerjaDitandatangani,
    lipatPerubahan.PerjanjianKinerjaDitandatangani,
  ),
  PerjanjianKinerjaBerlaku: pilah(
    lipatTugas.PerjanjianKinerjaBerlaku,
    lipatPerubahan.PerjanjianKinerjaBerlaku,
  ),
  PerjanjianKinerjaDikembalikan: pilah(lipatTugas.PerjanjianKinerjaDikembalikan, biar),
  PerjanjianKinerjaDibatalkan: pilah(lipatTugas.PerjanjianKinerjaDibatalkan, biar),

  PengukuranDiajukan: pilah(lipatTugas.PengukuranDiajukan, biar),
  PengukuranDiverifikasi: pilah(lipatTugas.PengukuranDiverifikasi, biar),
  PengukuranDikembalikan: pilah(lipatTugas.PengukuranDikembalikan, biar),
  PengukuranDisetujui: pilah(lipatTugas.PengukuranDisetujui, biar),

  KebutuhanPkPerubahanDicatat: pilah(biar, lipatPerubahan.KebutuhanPkPerubahanDicatat),
  KebutuhanPkPerubahanDitutup: pilah(biar, lipatPerubahan.KebutuhanPkPerubahanDitutup),
  PejabatDitetapkan: pilah(biar, lipatPerubahan.PejabatDitetapkan),
  PaguDitetapkan: pilah(biar, lipatPerubahan.PaguDitetapkan),
  DokumenAnggaranDitetapkan: pilah(biar, lipatPerubahan.DokumenAnggaranDitetapkan),
};

// Positions are dense integers; padded, their text order is their order.
const urut = (posisi: number): string => `${posisi}`.padStart(16, '0');

/** Whom the task is shown to: the office that must act, and its planner where a PK Perubahan is due. */
const tanda = (row: Baris): readonly Tanda[] => {
  if (!('jatuhTempo' in row))
    return row.jabatan === '' ? [] : [{ tag: tandaKotakMasuk(row.jabatan), urut: urut(row.posisi) }];
  const sejak = menungguSejak(row);
  if (sejak === null) return [];
  const jabatan = new Set([diOpd(row, row.jabatanDokumen), diOpd(row, 'perencana')]);
  return [...jabatan].map((j) => ({ tag: tandaKotakMasuk(j), urut: urut(sejak.posisi) }));
};

const kunciDari = (event: Recorded<EventKotakMasuk>): readonly string[] => [
  ...(Object.hasOwn(lipatTugas, event.type) ? [event.meta.stream] : []),
  ...(Object.hasOwn(lipatPerubahan, event.type) ? kunciJatuhTempo(event as Recorded<EventPerubahan>) : []),
];

export const kotakMasukView: View<Baris, EventKotakMasuk> = {
  nama: 'kotak-masuk',
  versi: 3,
  kunci: kunciDari,
  initial: (kunci) => (adalahPerubahan(kunci) ? perubahanKosong(kunci) : tugasKosong(kunci)),
  when,
  tanda,
};
