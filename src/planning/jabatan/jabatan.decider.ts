import { faktaBaru, sama } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { kodeBebas, label, tanggalSah } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type IsiJabatan = { sebutan: string; atasan: string | null }; // atasan: key of the office above
export type Masa = {
  subjek: string;
  status: StatusPejabat;
  mulai: string;
  selesai: string | null;
  keputusan: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type JabatanEvent =
  | { type: 'JabatanDibentuk'; data: Oleh & IsiJabatan & { sebelum: IsiJabatan | null } }
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
export type JabatanCommand =
  | (Oleh & IsiJabatan & { type: 'Bentuk'; terdaftar: boolean }) // terdaftar: the OPD, or the pemda for its own offices
  | (Oleh & Masa & { type: 'TetapkanPejabat' })
  | (Oleh & {
      type: 'BerhentikanPejabat';
      subjek: string;
      status: StatusPejabat;
      mulai: string;
      selesai: string;
    });
type Perintah<T extends JabatanCommand['type']> = Extract<JabatanCommand, { type: T }>;

export type Jabatan = IsiJabatan & {
  readonly status: 'kosong' | 'dibentuk';
  readonly masa: readonly Masa[]; // everyone who ever held it, in recording order
};

// Plh. stands in for a holder, or a Plt., who is away for days; Plt., Pj. and Pjs. for a post that is vacant or
// suspended. Whoever was appointed because another cannot act is the one who acts.
const DAHULU: readonly (readonly StatusPejabat[])[] = [['Plh.'], ['Plt.', 'Pj.', 'Pjs.'], ['definitif']];

const mencakup = (m: Masa, tanggal: string): boolean =>
  m.mulai <= tanggal && (m.selesai === null || tanggal <= m.selesai);

/** Who acts in the office on a date; both ends of a term count. Of two terms of equal rank the later one. */
export const pemegang = (j: Jabatan, tanggal: string): { subjek: string; status: StatusPejabat } | null => {
  const berjalan = j.masa
    .filter((m) => mencakup(m, tanggal))
    .toSorted((a, b) => b.mulai.localeCompare(a.mulai));
  for (const tingkat of DAHULU) {
    const m = berjalan.find(({ status }) => tingkat.includes(status));
    if (m !== undefined) return { subjek: m.subjek, status: m.status };
  }
  return null;
};

const bertumpuk = (a: Masa, b: Masa): boolean =>
  a.status === b.status &&
  (b.selesai === null || a.mulai <= b.selesai) &&
  (a.selesai === null || b.mulai <= a.selesai);

const rentangSah = (mulai: string, selesai: string | null): void => {
  tanggalSah(mulai);
  if (selesai !== null && tanggalSah(selesai) < mulai) tolak('TANGGAL_TIDAK_SAH', { mulai, selesai });
};

// Taken over from paper, the title of each year stands in that year's PK: another print of it is no difference.
const bentuk = ({ oleh, cara, ...c }: Perintah<'Bentuk'>, j: Jabatan): JabatanEvent[] => {
  if (!c.terdaftar) return tolak('OPD_BELUM_TERDAFTAR');
  const isi: IsiJabatan = {
    sebutan: label(c.sebutan),
    atasan: c.atasan === null ? null : kodeBebas(c.atasan),
  };
  const sebelum = j.status === 'kosong' ? null : { sebutan: j.sebutan, atasan: j.atasan };
  if (sebelum !== null && (cara === 'dicatat' || sama(sebelum, isi))) return [];
  return [{ type: 'JabatanDibentuk', data: { ...isi, sebelum, oleh, cara } }];
};

const tetapkan = ({ oleh, cara, ...c }: Perintah<'TetapkanPejabat'>, j: Jabatan): JabatanEvent[] => {
  rentangSah(c.mulai, c.selesai);
  const masa: Masa = {
    subjek: kodeBebas(c.subjek),
    status: c.status,
    mulai: c.mulai,
    selesai: c.selesai,
    keputusan: c.keputusan === null ? null : label(c.keputusan),
  };
  if (j.masa.some((m) => sama(m, masa))) return [];
  if (j.masa.some((m) => bertumpuk(m, masa)))
    return tolak('PEJABAT_TUMPANG_TINDIH', { status: masa.status, mulai: masa.mulai });
  return [{ type: 'PejabatDitetapkan', data: { ...masa, oleh, cara } }];
};

const samaMasa = (a: Pick<Masa, 'subjek' | 'status' | 'mulai'>, b: typeof a): boolean =>
  a.subjek === b.subjek && a.status === b.status && a.mulai === b.mulai;

const berhentikan = ({ oleh, cara, ...c }: Perintah<'BerhentikanPejabat'>, j: Jabatan): JabatanEvent[] => {
  rentangSah(c.mulai, c.selesai);
  const { subjek, status, mulai, selesai } = c;
  const masa = j.masa.find((m) => samaMasa(m, c)) ?? tolak('JABATAN_TANPA_PEJABAT', { status, mulai });
  if (!faktaBaru(cara, masa.selesai, selesai)) return [];
  const [baru, lain] = [{ ...masa, selesai }, j.masa.filter((m) => m !== masa)];
  if (lain.some((m) => bertumpuk(m, baru))) return tolak('PEJABAT_TUMPANG_TINDIH', { status, mulai });
  const data = { subjek, status, mulai, selesai, sebelum: masa.selesai, oleh, cara };
  return [{ type: 'PejabatDiberhentikan', data }];
};

const decide = (c: JabatanCommand, j: Jabatan): JabatanEvent[] => {
  if (c.type === 'Bentuk') return bentuk(c, j);
  if (j.status === 'kosong') return tolak('JABATAN_BELUM_ADA');
  return c.type === 'TetapkanPejabat' ? tetapkan(c, j) : berhentikan(c, j);
};

const evolve = (j: Jabatan, { type, data }: JabatanEvent): Jabatan => {
  switch (type) {
    case 'JabatanDibentuk':
      return { ...j, status: 'dibentuk', sebutan: data.sebutan, atasan: data.atasan };
    case 'PejabatDitetapkan': {
      const { subjek, status, mulai, selesai, keputusan } = data;
      return { ...j, masa: [...j.masa, { subjek, status, mulai, selesai, keputusan }] };
    }
    case 'PejabatDiberhentikan':
      return {
        ...j,
        masa: j.masa.map((m) => (samaMasa(m, data) ? { ...m, selesai: data.selesai } : m)),
      };
  }
};

export const jabatan: Decider<Jabatan, JabatanCommand, JabatanEvent> = {
  kategori: 'Jabatan',
  initial: { status: 'kosong', sebutan: '', atasan: null, masa: [] },
  decide,
  evolve,
};
