import { faktaBaru, sama } from '../../kernel/cara.js';
import type { Cara, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { kodeBebas, label, tanggalSah } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** One person in the office, from a day to a day. */
export type Masa = {
  subjek: string;
  status: StatusPejabat;
  mulai: string;
  selesai: string | null;
  keputusan: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type MasaEvent =
  | { type: 'PejabatDitetapkan'; data: Oleh & Masa }
  | {
      type: 'PejabatDiberhentikan';
      data: Oleh & {
        subjek: string;
        status: StatusPejabat;
        mulai: string;
        selesai: string;
        sebelum: string | null;
      };
    };
export type MasaCommand =
  | (Oleh & Masa & { type: 'TetapkanPejabat' })
  | (Oleh & {
      type: 'BerhentikanPejabat';
      subjek: string;
      status: StatusPejabat;
      mulai: string;
      selesai: string;
    });
type Perintah<T extends MasaCommand['type']> = Extract<MasaCommand, { type: T }>;
type DaftarMasa = readonly Masa[];

// Plh. stands in for a holder, or a Plt., who is away for days; Plt., Pj. and Pjs. for a post that is vacant or
// suspended. Whoever was appointed because another cannot act is the one who acts.
const DAHULU: readonly (readonly StatusPejabat[])[] = [['Plh.'], ['Plt.', 'Pj.', 'Pjs.'], ['definitif']];

type Jangka = Pick<Masa, 'status' | 'mulai' | 'selesai'>;

const mencakup = (m: Jangka, tanggal: string): boolean =>
  m.mulai <= tanggal && (m.selesai === null || tanggal <= m.selesai);

/** The term of whoever acts on a date, null when nobody does. Of two terms of equal rank the later one. */
export const masaPada = <M extends Jangka>(masa: readonly M[], tanggal: string): M | null => {
  const berjalan = masa
    .filter((m) => mencakup(m, tanggal))
    .toSorted((a, b) => b.mulai.localeCompare(a.mulai));
  for (const tingkat of DAHULU) {
    const m = berjalan.find(({ status }) => tingkat.includes(status));
    if (m !== undefined) return m;
  }
  return null;
};

const bertumpuk = (a: Jangka, b: Jangka): boolean =>
  a.status === b.status &&
  (b.selesai === null || a.mulai <= b.selesai) &&
  (a.selesai === null || b.mulai <= a.selesai);

const rentangSah = (mulai: string, selesai: string | null, ditutup: string | null): void => {
  tanggalSah(mulai);
  if (selesai !== null && tanggalSah(selesai) < mulai) tolak('TANGGAL_TIDAK_SAH', { mulai, selesai });
  if (ditutup !== null && (selesai === null || selesai >= ditutup)) tolak('JABATAN_DITUTUP', { ditutup });
};

const tetapkan = (
  { oleh, cara, ...c }: Perintah<'TetapkanPejabat'>,
  daftar: DaftarMasa,
  ditutup: string | null,
): MasaEvent[] => {
  rentangSah(c.mulai, c.selesai, ditutup);
  const masa: Masa = {
    subjek: kodeBebas(c.subjek),
    status: c.status,
    mulai: c.mulai,
    selesai: c.selesai,
    keputusan: c.keputusan === null ? null : label(c.keputusan),
  };
  if (daftar.some((m) => sama(m, masa))) return [];
  if (daftar.some((m) => bertumpuk(m, masa)))
    return tolak('PEJABAT_TUMPANG_TINDIH', { status: masa.status, mulai: masa.mulai });
  return [{ type: 'PejabatDitetapkan', data: { ...masa, oleh, cara } }];
};

const samaMasa = (a: Pick<Masa, 'subjek' | 'status' | 'mulai'>, b: typeof a): boolean =>
  a.subjek === b.subjek && a.status === b.status && a.mulai === b.mulai;

const berhentikan = (
  { oleh, cara, ...c }: Perintah<'BerhentikanPejabat'>,
  daftar: DaftarMasa,
  ditutup: string | null,
): MasaEvent[] => {
  rentangSah(c.mulai, c.selesai, ditutup);
  const { subjek, status, mulai, selesai } = c;
  const masa = daftar.find((m) => samaMasa(m, c)) ?? tolak('JABATAN_TANPA_PEJABAT', { status, mulai });
  if (!faktaBaru(cara, masa.selesai, selesai)) return [];
  const [baru, lain] = [{ ...masa, selesai }, daftar.filter((m) => m !== masa)];
  if (lain.some((m) => bertumpuk(m, baru))) return tolak('PEJABAT_TUMPANG_TINDIH', { status, mulai });
  const data = { subjek, status, mulai, selesai, sebelum: masa.selesai, oleh, cara };
  return [{ type: 'PejabatDiberhentikan', data }];
};

export const putuskanMasa = (c: MasaCommand, daftar: DaftarMasa, ditutup: string | null): MasaEvent[] =>
  c.type === 'TetapkanPejabat' ? tetapkan(c, daftar, ditutup) : berhentikan(c, daftar, ditutup);

export const lipatMasa = (daftar: DaftarMasa, { type, data }: MasaEvent): DaftarMasa => {
  if (type === 'PejabatDiberhentikan')
    return daftar.map((m) => (samaMasa(m, data) ? { ...m, selesai: data.selesai } : m));
  const { subjek, status, mulai, selesai, keputusan } = data;
  return [...daftar, { subjek, status, mulai, selesai, keputusan }];
};
