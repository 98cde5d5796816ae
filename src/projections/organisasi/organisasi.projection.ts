import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { JabatanEvent, JenisJabatan } from '../../planning/jabatan/jabatan.decider.js';
import type { Masa } from '../../planning/jabatan/masa.decider.js';
import { lipatKepegawaian, type TabelKepegawaian } from '../../planning/opd/kepegawaian.decider.js';
import type { IsiPembubaran, OpdEvent } from '../../planning/opd/opd.decider.js';
import { lipatSotk, type Sotk } from '../../planning/opd/sotk.decider.js';
import {
  type DasarHukum,
  type DasarHukumEvent,
  lipatDasarHukum,
} from '../../planning/pemda/dasar-hukum.decider.js';
import type { Kalender, PemdaEvent } from '../../planning/pemda/pemda.decider.js';
import type { PeriodeEvent } from '../../planning/pemda/periode.decider.js';
import type { DokumenBerperiode } from '../../planning/pemda/periode-dokumen.decider.js';

// Scales are facts of the figures: they stand in the rows of capaian.
export type EventOrganisasi =
  | Exclude<PemdaEvent, { type: 'SkalaPemdaDitetapkan' }>
  | Exclude<OpdEvent, { type: 'SkalaOpdDitetapkan' }>
  | JabatanEvent
  | PeriodeEvent;

export type BarisPemda = Readonly<{ jenis: 'pemda'; nama: string; dasarHukum: readonly DasarHukum[] }>;
export type BarisOpd = Readonly<{
  jenis: 'opd';
  pemda: string;
  opd: string;
  nama: string;
  bubar: IsiPembubaran | null;
  sotk: readonly Sotk[]; // drafts too: the query decides who sees them
  kepegawaian: readonly TabelKepegawaian[];
  dasarHukum: readonly DasarHukum[];
}>;
/** A term with the subject id alone: who that is, is answered by identity, never by a view. */
export type MasaTampak = Masa;
export type BarisJabatan = Readonly<{
  jenis: 'jabatan';
  pemda: string;
  opd: string;
  kode: string;
  sebutan: string;
  atasan: string | null;
  jenisJabatan: JenisJabatan | null;
  unit: string | null;
  eselon: string | null;
  ditutup: string | null;
  masa: readonly MasaTampak[];
}>;
export type CatatanPeriode = Readonly<{
  dokumen: DokumenBerperiode | 'pengukuran';
  triwulan: 1 | 2 | 3 | 4 | null; // pengukuran
  opd: string | null; // null: every OPD
  dibuka: boolean;
  alasan: string | null;
  oleh: string; // as printed
  pada: string;
  posisi: number;
}>;
export type KalenderTampak = Kalender & { readonly oleh: string; readonly pada: string };
export type BarisTahun = Readonly<{
  jenis: 'tahun';
  kalender: KalenderTampak | null;
  periode: readonly CatatanPeriode[]; // oldest first
}>;
export type BarisOrganisasi = BarisPemda | BarisOpd | BarisJabatan | BarisTahun;

export const kunciOrganisasi = {
  pemda: (pemda: string) => `pemda:${pemda}`,
  tahun: (pemda: string, tahun: number) => `tahun:${pemda}/${tahun}`,
  opd: (pemda: string, opd: string) => `opd:${pemda}/${opd}`,
  jabatan: (pemda: string, opd: string, jabatan: string) => `jabatan:${pemda}/${opd}/${jabatan}`,
} as const;
export const tandaOrganisasi = {
  jabatan: (pemda: string, opd: string) => `jabatan:${pemda}/${opd}`,
  penerus: (pemda: string, opd: string) => `penerus:${pemda}/${opd}`,
} as const;

const kunciDari = (event: Recorded<EventOrganisasi>): string => {
  const { pemda, opd, jabatan, tahun } = bacaStream(event.meta.stream);
  if (event.type === 'KalenderDitetapkan') return kunciOrganisasi.tahun(pemda, event.data.kalender.tahun);
  if (tahun !== null) return kunciOrganisasi.tahun(pemda, tahun);
  if (opd === null) return kunciOrganisasi.pemda(pemda);
  return jabatan === null ? kunciOrganisasi.opd(pemda, opd) : kunciOrganisasi.jabatan(pemda, opd, jabatan);
};

const initial = (kunci: string): BarisOrganisasi => {
  const [jenis, sisa = ''] = kunci.split(':');
  const [pemda = '', opd = '', kode = ''] = sisa.split('/');
  if (jenis === 'pemda') return { jenis, nama: '', dasarHukum: [] };
  if (jenis === 'tahun') return { jenis, kalender: null, periode: [] };
  if (jenis === 'opd')
    return { jenis, pemda, opd, nama: '', bubar: null, sotk: [], kepegawaian: [], dasarHukum: [] };
  const kosong = { sebutan: '', atasan: null, jenisJabatan: null, unit: null, eselon: null, ditutup: null };
  return { jenis: 'jabatan', pemda, opd, kode, ...kosong, masa: [] };
};

type Jenis = BarisOrganisasi['jenis'];
/** Folds into rows of one kind; `kunci` gives no others for these events. */
const pada =
  <J extends Jenis>(jenis: J) =>
  <E extends DomainEvent>(
    lipat: (
      row: Extract<BarisOrganisasi, { jenis: J }>,
      event: Recorded<E>,
    ) => Extract<BarisOrganisasi, { jenis: J }>,
  ) =>
  (row: BarisOrganisasi, event: Recorded<E>): BarisOrganisasi =>
    row.jenis === jenis ? lipat(row as Extract<BarisOrganisasi, { jenis: J }>, event) : row;
const [padaPemda, padaOpd, padaJabatan, padaTahun] = [
  pada('pemda'),
  pada('opd'),
  pada('jabatan'),
  pada('tahun'),
];

type Sebagian<T extends EventOrganisasi['type']> = Extract<EventOrganisasi, { type: T }>;
type Periodik = Sebagian<
  'PeriodeDibuka' | 'PeriodeDitutup' | 'PeriodeDokumenDibuka' | 'PeriodeDokumenDitutup'
>;

// The structures, counts and registers are folded by the rules' own functions: one meaning, written once.
const dasarHukum = (row: BarisOrganisasi, event: Recorded<DasarHukumEvent>): BarisOrganisasi =>
  row.jenis === 'pemda' || row.jenis === 'opd'
    ? { ...row, dasarHukum: lipatDasarHukum(row.dasarHukum, event) }
    : row;
const sotk = padaOpd((row, event: Recorded<Parameters<typeof lipatSotk>[1]>) => ({
  ...row,
  sotk: lipatSotk(row.sotk, event),
}));
const periode = padaTahun((row, { type, data, meta }: Recorded<Periodik>) => {
  const { dokumen, opd, alasan, oleh } = data;
  const catatan: CatatanPeriode = {
    dokumen,
    triwulan: 'triwulan' in data ? data.triwulan : null,
    opd,
    dibuka: type === 'PeriodeDibuka' || type === 'PeriodeDokumenDibuka',
    alasan,
    oleh: oleh.sebutan || oleh.jabatan,
    pada: meta.at,
    posisi: meta.posisi,
  };
  return { ...row, periode: [...row.periode, catatan] };
});

const when: View<BarisOrganisasi, EventOrganisasi>['when'] = {
  PemdaDidaftarkan: padaPemda((row, { data }) => ({ ...row, nama: data.nama })),
  NamaPemdaDiubah: padaPemda((row, { data }) => ({ ...row, nama: data.nama })),
  KalenderDitetapkan: padaTahun((row, { data: { kalender, oleh }, meta }) => ({
    ...row,
    kalender: { ...kalender, oleh: oleh.sebutan || oleh.jabatan, pada: meta.at },
  })),
  DasarHukumDicatat: dasarHukum,
  DasarHukumDicabut: dasarHukum,
  PeriodeDibuka: periode,
  PeriodeDitutup: periode,
  PeriodeDokumenDibuka: periode,
  PeriodeDokumenDitutup: periode,

  OpdDidaftarkan: padaOpd((row, { data }) => ({ ...row, nama: data.nama })),
  NamaOpdDiubah: padaOpd((row, { data }) => ({ ...row, nama: data.nama })),
  OpdDibubarkan: padaOpd((row, { data: { tanggal, pengganti, akta, alasan } }) => ({
    ...row,
    bubar: { tanggal, pengganti, akta, alasan },
  })),
  SotkDisusun: sotk,
  UnitSotkDitetapkan: sotk,
  UnitSotkDihapus: sotk,
  SotkDitetapkan: sotk,
  KepegawaianDicatat: padaOpd((row, event) => ({
    ...row,
    kepegawaian: lipatKepegawaian(row.kepegawaian, event),
  })),

  JabatanDibentuk: padaJabatan((row, { data }) => ({
    ...row,
    sebutan: data.sebutan,
    atasan: data.atasan,
    jenisJabatan: data.jenis ?? null,
    unit: data.unit ?? null,
    eselon: data.eselon ?? null,
    ditutup: null,
  })),
  JabatanDitutup: padaJabatan((row, { data }) => ({ ...row, ditutup: data.tanggal })),
  PejabatDitetapkan: padaJabatan((row, { data: { subjek, status, mulai, selesai, keputusan } }) => ({
    ...row,
    masa: [...row.masa, { subjek, status, mulai, selesai, keputusan }],
  })),
  // No two terms of one status overlap, so status and first day tell which one ends.
  PejabatDiberhentikan: padaJabatan((row, { data }) => ({
    ...row,
    masa: row.masa.map((m) =>
      m.status === data.status && m.mulai === data.mulai ? { ...m, selesai: data.selesai } : m,
    ),
  })),
};

const penerusDari = ({ sotk: versi }: BarisOpd): string[] => [
  ...new Set(versi.flatMap((s) => (s.status === 'ditetapkan' ? s.pendahulu : []))),
];

const tanda = (row: BarisOrganisasi): readonly Tanda[] => {
  if (row.jenis === 'jabatan') return [{ tag: tandaOrganisasi.jabatan(row.pemda, row.opd), urut: row.kode }];
  if (row.jenis !== 'opd') return [];
  return penerusDari(row).map((lama) => ({ tag: tandaOrganisasi.penerus(row.pemda, lama), urut: row.opd }));
};

export const organisasiView: View<BarisOrganisasi, EventOrganisasi> = {
  nama: 'organisasi',
  versi: 2,
  kunci: (event) => [kunciDari(event)],
  initial,
  when,
  tanda,
};
