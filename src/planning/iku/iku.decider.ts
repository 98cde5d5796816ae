import { type Akta, aktaSah } from '../../kernel/akta.js';
import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, labelAtauNull, teksAtauNull } from '../../kernel/teks.js';
import type { DefinisiIndikator, LevelIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** What the Keputusan says of an indicator beside its definition in the Renstra; null: nothing. */
export type IsiIku = {
  alasan: string | null;
  formula: string | null;
  sumberData: string | null;
  penanggungJawab: string | null;
};
export type MasaIku = { mulaiBerlaku: number; alasan: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// A set of IKU is a version, ditetapkan by one Keputusan; it starts as a copy of the set that held in its first year.
export type IkuEvent =
  | {
      type: 'IkuDisusun';
      data: Oleh & MasaIku & { versi: number; sebelum: MasaIku | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'IkuDipilih';
      data: Oleh &
        IsiIku & { versi: number; indikator: string; sebelum: IsiIku | null; berdasarkan: Dasar[] };
    }
  | { type: 'IkuDikeluarkan'; data: Oleh & { versi: number; indikator: string; alasan: string } }
  | { type: 'IkuDitetapkan'; data: Oleh & { versi: number; akta: Akta; berdasarkan: Dasar[] } };
/** versi null: the one being drafted. Paper names its own by number (1: the first Keputusan). */
export type IkuCommand = Oleh & { versi: number | null } & (
    | (MasaIku & { type: 'Susun'; renstraAda: boolean; berdasarkan: Dasar[] })
    | (IsiIku & {
        type: 'Pilih';
        indikator: string;
        definisi: DefinisiIndikator | null; // in the Renstra of the year from which the version holds
        berdasarkan: Dasar[];
      })
    | { type: 'Keluarkan'; indikator: string; alasan: string }
    | { type: 'Tetapkan'; akta: Akta; dikenal: readonly string[]; berdasarkan: Dasar[] }
  );
type Perintah<T extends IkuCommand['type']> = Extract<IkuCommand, { type: T }>;

/** With the version that said it: what came over from an earlier one is not this one's own word. */
export type IkuTerpilih = IsiIku & { readonly versi: number };
export type VersiIku = MasaIku & {
  readonly versi: number;
  readonly status: 'disusun' | 'ditetapkan';
  readonly akta: Akta | null;
  readonly indikator: ReadonlyMap<string, IkuTerpilih>;
};
/** Every version, oldest first: version n stands at n - 1. */
export type Iku = { readonly versi: readonly VersiIku[] };

/** The set in force in that year: the newest ditetapkan that had begun; null when none had. */
export const ikuTahun = <V extends Pick<VersiIku, 'status' | 'mulaiBerlaku'>>(
  { versi }: { readonly versi: readonly V[] },
  tahun: number,
): V | null => versi.findLast((v) => v.status === 'ditetapkan' && v.mulaiBerlaku <= tahun) ?? null;

export const LEVEL_IKU: readonly LevelIndikator[] = ['tujuan', 'sasaran'];

const isiDari = ({ alasan, formula, sumberData, penanggungJawab }: IsiIku): IsiIku => ({
  alasan,
  formula,
  sumberData,
  penanggungJawab,
});

const alasanAtauNull = (nilai: string | null): string | null => (nilai === null ? null : alasan(nilai));

const versiDari = ({ versi }: Iku, nomor: number | null): VersiIku =>
  versi.at(nomor === null ? -1 : nomor - 1) ?? tolak('IKU_BELUM_DISUSUN');

const wajibTerbuka = ({ status }: VersiIku, cara: Cara): void => {
  if (cara === 'elektronik' && status === 'ditetapkan') tolak('IKU_BELUM_DISUSUN');
};

/** Which version is asked for: the draft, else the one after the last. No version begins before the last is ditetapkan. */
const nomorSusunan = ({ versi }: Iku, diminta: number | null): number => {
  const akhir = versi.at(-1);
  const berikut = akhir?.status === 'disusun' ? versi.length : versi.length + 1;
  const nomor = diminta ?? berikut;
  return nomor >= 1 && nomor <= berikut ? nomor : tolak('KEADAAN_TIDAK_SESUAI', { versi: nomor });
};

const susun = (c: Perintah<'Susun'>, iku: Iku): IkuEvent[] => {
  const { oleh, cara, berdasarkan } = c;
  if (!c.renstraAda) return tolak('RENSTRA_BELUM_ADA');
  const versi = nomorSusunan(iku, c.versi);
  const ada = iku.versi[versi - 1];
  const sebelum = ada === undefined ? null : { mulaiBerlaku: ada.mulaiBerlaku, alasan: ada.alasan };
  const diminta = { mulaiBerlaku: tahunSah(c.mulaiBerlaku), alasan: alasanAtauNull(c.alasan) };
  const masa = isiBaru(cara, sebelum, diminta, { versi });
  if (masa === null) return [];
  if (cara === 'elektronik' && versi > 1 && masa.alasan === null) return tolak('ALASAN_WAJIB');
  return [{ type: 'IkuDisusun', data: { versi, ...masa, sebelum, oleh, cara, berdasarkan } }];
};

/** The Renstra's pembilang and penyebut as a text, as the capaian is computed from them. */
export const rumus = ({ pembilang, penyebut, satuan }: DefinisiIndikator): string | null => {
  if (pembilang === null || penyebut === null) return null;
  const rasio = `${pembilang} / ${penyebut}`;
  return satuan === '%' ? `(${rasio}) × 100` : rasio;
};

/** What is not said keeps what stands, else it is as the Renstra defines it. */
const isiSah = (c: Perintah<'Pilih'>, d: DefinisiIndikator, lama: IsiIku | null): IsiIku => ({
  alasan: alasanAtauNull(c.alasan) ?? lama?.alasan ?? null,
  formula: teksAtauNull(c.formula) ?? lama?.formula ?? rumus(d),
  sumberData: teksAtauNull(c.sumberData) ?? lama?.sumberData ?? d.sumberData,
  penanggungJawab: labelAtauNull(c.penanggungJawab) ?? lama?.penanggungJawab ?? d.penanggungJawab,
});

const pilih = (c: Perintah<'Pilih'>, iku: Iku): IkuEvent[] => {
  const { indikator, oleh, cara, berdasarkan } = c;
  const v = versiDari(iku, c.versi);
  const d = c.definisi ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (!LEVEL_IKU.includes(d.level)) return tolak('IKU_BUKAN_STRATEGIS', { indikator, level: d.level });
  const ada = v.indikator.get(indikator);
  const sebelum = ada === undefined ? null : isiDari(ada);
  const milikSendiri = ada?.versi === v.versi;
  const isi = isiBaru(milikSendiri ? cara : 'elektronik', sebelum, isiSah(c, d, sebelum), { indikator });
  if (isi === null) return [];
  wajibTerbuka(v, cara);
  if (cara === 'elektronik' && isi.alasan === null) return tolak('ALASAN_WAJIB');
  const data = { versi: v.versi, indikator, ...isi, sebelum, oleh, cara, berdasarkan };
  return [{ type: 'IkuDipilih', data }];
};

const keluarkan = (c: Perintah<'Keluarkan'>, iku: Iku): IkuEvent[] => {
  const { indikator, oleh, cara } = c;
  const v = versiDari(iku, c.versi);
  if (!v.indikator.has(indikator))
    return cara === 'dicatat' ? [] : tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (v.status === 'ditetapkan') return tolak('IKU_BELUM_DISUSUN');
  const data = { versi: v.versi, indikator, alasan: alasan(c.alasan), oleh, cara };
  return [{ type: 'IkuDikeluarkan', data }];
};

const tetapkan = (c: Perintah<'Tetapkan'>, iku: Iku): IkuEvent[] => {
  const { dikenal, oleh, cara, berdasarkan } = c;
  const v = versiDari(iku, c.versi);
  const akta = aktaSah(c.akta);
  if (!faktaBaru(cara, v.akta, akta, { versi: v.versi })) return [];
  if (v.status === 'ditetapkan') return tolak('IKU_BELUM_DISUSUN');
  if (v.indikator.size === 0) return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa indikator' });
  // An indicator that came over from the set before may be gone from the Renstra.
  const asing = [...v.indikator.keys()].find((i) => !dikenal.includes(i));
  if (asing !== undefined && cara === 'elektronik')
    return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator: asing });
  return [{ type: 'IkuDitetapkan', data: { versi: v.versi, akta, oleh, cara, berdasarkan } }];
};

const decide = (c: IkuCommand, iku: Iku): IkuEvent[] => {
  switch (c.type) {
    case 'Susun':
      return susun(c, iku);
    case 'Pilih':
      return pilih(c, iku);
    case 'Keluarkan':
      return keluarkan(c, iku);
    case 'Tetapkan':
      return tetapkan(c, iku);
  }
};

const ubah = (iku: Iku, nomor: number, versi: (v: VersiIku) => VersiIku): Iku => ({
  versi: iku.versi.map((v) => (v.versi === nomor ? versi(v) : v)),
});

const disusun = (iku: Iku, { versi, mulaiBerlaku, alasan }: MasaIku & { versi: number }): Iku => {
  if (versi <= iku.versi.length) return ubah(iku, versi, (v) => ({ ...v, mulaiBerlaku, alasan }));
  const indikator = ikuTahun(iku, mulaiBerlaku)?.indikator ?? new Map();
  return { versi: [...iku.versi, { versi, mulaiBerlaku, alasan, status: 'disusun', akta: null, indikator }] };
};

const evolve = (iku: Iku, { type, data }: IkuEvent): Iku => {
  switch (type) {
    case 'IkuDisusun':
      return disusun(iku, data);
    case 'IkuDipilih': {
      const isi = { ...isiDari(data), versi: data.versi };
      return ubah(iku, data.versi, (v) => ({
        ...v,
        indikator: new Map(v.indikator).set(data.indikator, isi),
      }));
    }
    case 'IkuDikeluarkan':
      return ubah(iku, data.versi, (v) => ({
        ...v,
        indikator: new Map([...v.indikator].filter(([kode]) => kode !== data.indikator)),
      }));
    case 'IkuDitetapkan':
      return ubah(iku, data.versi, (v) => ({ ...v, status: 'ditetapkan', akta: data.akta }));
  }
};

export const iku: Decider<Iku, IkuCommand, IkuEvent> = {
  kategori: 'Iku',
  initial: { versi: [] },
  decide,
  evolve,
};
