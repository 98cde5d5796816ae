import { faktaBaru, isiBaru, sama } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { kodeBagian } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, kodeBebas, label, tanggalSah } from '../../kernel/teks.js';
import {
  lipatMasa,
  type Masa,
  type MasaCommand,
  type MasaEvent,
  masaPada,
  putuskanMasa,
} from './masa.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export const JENIS_JABATAN = [
  'kepala-daerah',
  'wakil',
  'sekretaris-daerah',
  'kepala',
  'administrator',
  'pengawas',
  'fungsional',
  'sub-koordinator',
  'pelaksana',
] as const;
export type JenisJabatan = (typeof JENIS_JABATAN)[number];
/** Where the office stands; what is not known is left out. `unit`: code of a unit of the OPD's SOTK. `eselon`: II.b. */
export type LetakJabatan = { jenis?: JenisJabatan; unit?: string; eselon?: string };
export type IsiJabatan = LetakJabatan & { sebutan: string; atasan: string | null }; // atasan: key of the office above

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type JabatanEvent =
  | { type: 'JabatanDibentuk'; data: Oleh & IsiJabatan & { sebelum: IsiJabatan | null } }
  | { type: 'JabatanDitutup'; data: Oleh & { tanggal: string; alasan: string; sebelum: string | null } }
  | MasaEvent;
export type JabatanCommand =
  | (Oleh & IsiJabatan & { type: 'Bentuk' } & FaktaBentuk)
  | (Oleh & { type: 'Tutup'; tanggal: string; alasan: string }) // tanggal: the first day without the office
  | MasaCommand;
/** What other documents say of an office that is being formed. */
export type FaktaBentuk = {
  terdaftar: boolean; // the OPD, or the pemda for its own offices
  atasanDikenal: 'dikenal' | 'tidak-dikenal' | 'berputar'; // berputar: the office stands above its own superior
  unitDikenal: boolean;
};
type Perintah<T extends JabatanCommand['type']> = Extract<JabatanCommand, { type: T }>;

export type Jabatan = IsiJabatan & {
  readonly status: 'kosong' | 'dibentuk';
  readonly ditutup: string | null; // the first day without it
  readonly masa: readonly Masa[]; // everyone who ever held it, in recording order
};

/** Who acts in the office on a date; both ends of a term count. Of two terms of equal rank the later one. */
export const pemegang = (j: Jabatan, tanggal: string): { subjek: string; status: StatusPejabat } | null => {
  const masa = masaPada(j.masa, tanggal);
  return masa === null ? null : { subjek: masa.subjek, status: masa.status };
};

const ESELON = /^(I|II|III|IV|V)\.[ab]$/;

const letak = ({ jenis, unit, eselon }: LetakJabatan): LetakJabatan => ({
  ...(jenis === undefined ? {} : { jenis }),
  ...(unit === undefined ? {} : { unit }),
  ...(eselon === undefined ? {} : { eselon }),
});

/** As it may be recorded. Refuses KODE_TIDAK_SAH and ESELON_TIDAK_SAH. */
const letakSah = (l: LetakJabatan): LetakJabatan => {
  if (l.unit !== undefined) kodeBagian(l.unit);
  if (l.eselon !== undefined && !ESELON.test(l.eselon))
    tolak('ESELON_TIDAK_SAH', { eselon: l.eselon.slice(0, 20) });
  return letak(l);
};

const periksaFakta = (c: Perintah<'Bentuk'>): void => {
  if (!c.terdaftar) tolak('OPD_BELUM_TERDAFTAR');
  if (c.atasanDikenal === 'berputar') tolak('JABATAN_BERPUTAR', { atasan: c.atasan });
  if (c.cara === 'dicatat') return; // paper names offices and units that nobody entered yet
  if (c.atasanDikenal === 'tidak-dikenal') tolak('ATASAN_TIDAK_DIKENAL', { atasan: c.atasan });
  if (!c.unitDikenal) tolak('UNIT_TIDAK_DIKENAL', { unit: c.unit });
};

// Taken over from paper, the title of each year stands in that year's PK: another print of it is no difference. What
// nobody knew yet (jenis, unit, eselon) is filled in.
const isiBentuk = (c: Perintah<'Bentuk'>, sebelum: IsiJabatan | null): IsiJabatan => {
  const { sebutan, atasan } = c;
  if (sebelum === null || c.cara === 'elektronik')
    return { sebutan: label(sebutan), atasan: atasan === null ? null : kodeBebas(atasan), ...letakSah(c) };
  const tercatat = letak(sebelum);
  return { ...sebelum, ...(isiBaru('dicatat', tercatat, letakSah(c)) ?? tercatat) };
};

const bentuk = (c: Perintah<'Bentuk'>, j: Jabatan): JabatanEvent[] => {
  const { oleh, cara } = c;
  periksaFakta(c);
  const sebelum = j.status === 'kosong' ? null : { sebutan: j.sebutan, atasan: j.atasan, ...letak(j) };
  const isi = isiBentuk(c, sebelum);
  const ulang = sebelum !== null && sama(sebelum, isi);
  if (j.ditutup === null ? ulang : cara === 'dicatat') return []; // decided here, a closed office is formed anew
  return [{ type: 'JabatanDibentuk', data: { ...isi, sebelum, oleh, cara } }];
};

const tutup = ({ oleh, cara, ...c }: Perintah<'Tutup'>, j: Jabatan): JabatanEvent[] => {
  const [tanggal, sebelum] = [tanggalSah(c.tanggal), j.ditutup];
  if (j.masa.some((m) => m.selesai === null || m.selesai >= tanggal))
    return tolak('JABATAN_MASIH_DIPEGANG', { tanggal });
  if (!faktaBaru(cara, sebelum, tanggal)) return [];
  return [{ type: 'JabatanDitutup', data: { tanggal, alasan: alasan(c.alasan), sebelum, oleh, cara } }];
};

const decide = (c: JabatanCommand, j: Jabatan): JabatanEvent[] => {
  if (c.type === 'Bentuk') return bentuk(c, j);
  if (j.status === 'kosong') return tolak('JABATAN_BELUM_ADA');
  return c.type === 'Tutup' ? tutup(c, j) : putuskanMasa(c, j.masa, j.ditutup);
};

const evolve = (j: Jabatan, event: JabatanEvent): Jabatan => {
  switch (event.type) {
    case 'JabatanDibentuk': {
      const { sebutan, atasan } = event.data;
      return { status: 'dibentuk', sebutan, atasan, ...letak(event.data), ditutup: null, masa: j.masa };
    }
    case 'JabatanDitutup':
      return { ...j, ditutup: event.data.tanggal };
    default:
      return { ...j, masa: lipatMasa(j.masa, event) };
  }
};

export const jabatan: Decider<Jabatan, JabatanCommand, JabatanEvent> = {
  kategori: 'Jabatan',
  initial: { status: 'kosong', sebutan: '', atasan: null, ditutup: null, masa: [] },
  decide,
  evolve,
};
