import type { EdaranEvent } from '../../approval/edaran/edaran.decider.js';
import type { DokumenBerrute } from '../../approval/jalur.js';
import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream, jabatanKepala, kunci as K } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import {
  lanjutkan,
  lipatPerjalanan,
  type Perjalanan,
  pandanganSemua,
} from './langkah-menunggu.projection.js';
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
  | Exclude<PengukuranEvent, { type: 'RealisasiDicatat' | 'RealisasiDikoreksi' }>
  | EdaranEvent;

export type EventKotakMasuk = EventTugas | EventPerubahan;

export type Tugas = 'tandatangani' | 'perbaiki' | 'verifikasi' | 'setujui' | 'kerjakan-langkah';
/** What one document waits for: which office must do what, and since which event. Gone when nothing waits. */
export type BarisTugas = Readonly<{
  dokumen: 'pengukuran' | DokumenBerrute;
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
  perjalanan: Perjalanan | null; // while it goes along a route, the steps say who must act
}>;

type Baris = BarisTugas | BarisPerubahan;

export const tandaKotakMasuk = (jabatan: string): string => `jabatan:${jabatan}`;

const DOKUMEN: Readonly<Record<string, BarisTugas['dokumen']>> = { Pengukuran: 'pengukuran' };

const tugasKosong = (kunci: string): BarisTugas => {
  const { kategori, pemda, opd, jabatan, tahun, triwulan, dokumen } = bacaStream(kunci);
  return {
    dokumen: (dokumen as DokumenBerrute | null) ?? DOKUMEN[kategori] ?? 'perjanjian-kinerja',
    pemda,
    opd: opd ?? '',
    jabatanDokumen: jabatan,
    tahun: tahun ?? 0,
    triwulan,
    versi: null,
    tugas: dokumen === null ? 'perbaiki' : 'kerjakan-langkah',
    jabatan: '',
    sejak: '',
    posisi: -1,
    catatan: null,
    pengaju: '',
    pihakKedua: null,
    perjalanan: null,
  };
};

type Saat = { readonly meta: { readonly at: string; readonly posisi: number } };

const menunggu = (
  row: BarisTugas,
  { meta }: Saat,
  tugas: Tugas,
  jabatan: string,
  lain: Partial<BarisTugas> = {},
): BarisTugas => ({
  ...row,
  ...{ catatan: null, perjalanan: null, ...lain, tugas, jabatan, sejak: meta.at, posisi: meta.posisi },
});

/** Of a PK its row stays when the walk ends: it waits for signatures as it would without one. */
const diJalan = (row: BarisTugas, event: Recorded<EdaranEvent>): BarisTugas | null => {
  const perjalanan = lipatPerjalanan(row.perjalanan, event, row);
  return perjalanan === null && row.dokumen !== 'perjanjian-kinerja' ? null : { ...row, perjalanan };
};

const ditandatanganiSatu = (row: BarisTugas, saat: Saat, pihakKedua: string): BarisTugas => {
  const baru = menunggu(row, saat, 'tandatangani', pihakKedua);
  if (row.perjalanan === null) return baru;
  return { ...baru, perjalanan: lanjutkan(row.perjalanan, row.perjalanan.edaran, baru, saat.meta) };
};

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
    event.data.pihak === 2 || row.pihakKedua === null ? null : ditandatanganiSatu(row, event, row.pihakKedua),
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

  EdaranDimulai: diJalan,
  LangkahDikerjakan: diJalan,
  EdaranDikembalikan: diJalan,
  LangkahDidelegasikan: diJalan,
  EdaranDibatalkan: diJalan,
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

  EdaranDimulai: pilah(diJalan, biar),
  LangkahDikerjakan: pilah(diJalan, biar),
  EdaranDikembalikan: pilah(diJalan, biar),
  LangkahDidelegasikan: pilah(diJalan, biar),
  EdaranDibatalkan: pilah(diJalan, biar),

  KebutuhanPkPerubahanDicatat: pilah(biar, lipatPerubahan.KebutuhanPkPerubahanDicatat),
  KebutuhanPkPerubahanDitutup: pilah(biar, lipatPerubahan.KebutuhanPkPerubahanDitutup),
  PejabatDitetapkan: pilah(biar, lipatPerubahan.PejabatDitetapkan),
  PaguDitetapkan: pilah(biar, lipatPerubahan.PaguDitetapkan),
  DokumenAnggaranDitetapkan: pilah(biar, lipatPerubahan.DokumenAnggaranDitetapkan),
};

// Positions are dense integers; padded, their text order is their order.
const urut = (posisi: number): string => `${posisi}`.padStart(16, '0');

/** Everybody who may see a step on some day; which of them do now, the query says with the clock. Each once. */
const tandaJalan = (perjalanan: Perjalanan): readonly Tanda[] => {
  const terlama = new Map<string, number>();
  for (const { penglihat, posisi } of pandanganSemua(perjalanan))
    terlama.set(penglihat, Math.min(posisi, terlama.get(penglihat) ?? posisi));
  return [...terlama].map(([jabatan, posisi]) => ({ tag: tandaKotakMasuk(jabatan), urut: urut(posisi) }));
};

/** Whom the task is shown to: the office that must act, and its planner where a PK Perubahan is due. */
const tanda = (row: Baris): readonly Tanda[] => {
  if (!('jatuhTempo' in row) && row.perjalanan !== null) return tandaJalan(row.perjalanan);
  if (!('jatuhTempo' in row))
    return row.jabatan === '' ? [] : [{ tag: tandaKotakMasuk(row.jabatan), urut: urut(row.posisi) }];
  const sejak = menungguSejak(row);
  if (sejak === null) return [];
  const jabatan = new Set([diOpd(row, row.jabatanDokumen), diOpd(row, 'perencana')]);
  return [...jabatan].map((j) => ({ tag: tandaKotakMasuk(j), urut: urut(sejak.posisi) }));
};

/** The walk of a PK is part of what that PK waits for. */
const kunciTugas = (stream: string): string => {
  const { kategori, pemda, opd, jabatan, tahun, dokumen } = bacaStream(stream);
  return kategori === 'Edaran' && dokumen === 'perjanjian-kinerja'
    ? `PerjanjianKinerja-${K.pk(pemda, opd ?? '', jabatan ?? '', tahun ?? 0)}`
    : stream;
};

const kunciDari = (event: Recorded<EventKotakMasuk>): readonly string[] => [
  ...(Object.hasOwn(lipatTugas, event.type) ? [kunciTugas(event.meta.stream)] : []),
  ...(Object.hasOwn(lipatPerubahan, event.type) ? kunciJatuhTempo(event as Recorded<EventPerubahan>) : []),
];

export const kotakMasukView: View<Baris, EventKotakMasuk> = {
  nama: 'kotak-masuk',
  versi: 4,
  kunci: kunciDari,
  initial: (kunci) => (adalahPerubahan(kunci) ? perubahanKosong(kunci) : tugasKosong(kunci)),
  when,
  tanda,
};
