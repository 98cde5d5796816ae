import { sama } from '../../kernel/cara.js';
import type { Dasar } from '../../kernel/decider.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, kodeBebas, labelAtauNull } from '../../kernel/teks.js';
import {
  type DefinisiIndikator,
  type IndikatorRenstra,
  kunciHubungan,
  type LetakIndikator,
  type Oleh,
  type PeristiwaNaskah,
  type Renstra,
  type Ujung,
  wajibUjung,
} from './naskah-renstra.decider.js';
import { versiTahun } from './versi.decider.js';

/** What an indicator takes along: its definition, the targets of the years to come, and where its period ends. */
export type IsiPeralihan = {
  readonly definisi: DefinisiIndikator;
  readonly target: ReadonlyMap<number | null, string>;
  readonly selesai: number;
};
/** The OPD that takes over, at the end of the first year: registered, not dissolved (or since when), with a SOTK in force. */
export type FaktaPenerima = {
  readonly terdaftar: boolean;
  readonly bubar: string | null;
  readonly bersotk: boolean;
};
export type PerintahPeralihan =
  | (Oleh & {
      type: 'Alihkan';
      indikator: string;
      ke: LetakIndikator;
      sejak: number;
      alasan: string;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'Terima';
      indikator: string;
      dari: LetakIndikator;
      sejak: number;
      isi: IsiPeralihan | null; // null: the other Renstra does not define it
      induk: Ujung | null; // null: it hangs nowhere for now
      penanggungJawab: string | null;
      penerima: FaktaPenerima;
      alasan: string;
      berdasarkan: Dasar[];
    });
type Perintah<T extends PerintahPeralihan['type']> = Extract<PerintahPeralihan, { type: T }>;

const wajibRenstraOpd = ({ jenis }: Renstra): void => {
  if (jenis !== 'renstra') tolak('JENIS_RENCANA_TIDAK_SESUAI', { jenis });
};

/** The indicator in the version of the year, else in the newest earlier one: a Perubahan may have left it out already. */
const terakhir = (r: Renstra, kode: string, tahun: number): IndikatorRenstra | null =>
  [versiTahun(r, tahun), r, ...r.terdahulu.toReversed()]
    .map((v) => v.indikator.get(kode))
    .find((i) => i !== undefined) ?? null;

/** What the indicator would take along from that year on; null where the Renstra does not define it. */
export const isiPeralihan = (r: Renstra, kode: string, sejak: number): IsiPeralihan | null => {
  const ada = terakhir(r, kode, sejak);
  return ada && { definisi: ada.definisi, target: ada.target, selesai: r.selesai };
};

export const alihkan = (c: Perintah<'Alihkan'>, r: Renstra): PeristiwaNaskah[] => {
  const { indikator, ke, oleh, cara, berdasarkan } = c;
  wajibRenstraOpd(r);
  const [sejak, sebab] = [tahunSah(c.sejak), alasan(c.alasan)];
  const lama = r.dialihkan.get(indikator);
  if (lama !== undefined)
    return sama(lama, { ke, sejak })
      ? []
      : tolak('INDIKATOR_SUDAH_DIALIHKAN', { indikator, opd: lama.ke.opd, tahun: lama.sejak });
  if (terakhir(r, indikator, sejak) === null) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  // The year after its last one: the successor's Renstra begins where this one ends.
  if (sejak < r.mulai || sejak > r.selesai + 1) return tolak('TAHUN_DI_LUAR_RENSTRA', { tahun: sejak });
  wajibSudahDatang(r, indikator, sejak);
  return [
    { type: 'IndikatorDialihkan', data: { indikator, ke, sejak, alasan: sebab, oleh, cara, berdasarkan } },
  ];
};

const wajibPenerima = ({ terdaftar, bubar, bersotk }: FaktaPenerima, tahun: number): void => {
  if (!terdaftar) tolak('OPD_BELUM_TERDAFTAR');
  if (bubar !== null) tolak('OPD_SUDAH_DIBUBARKAN', { tanggal: bubar, tahun });
  if (!bersotk) tolak('SOTK_BELUM_BERLAKU', { tahun });
};

const wajibKodeBebas = (r: Renstra, indikator: string): void => {
  const semua = [r, ...r.terdahulu, ...(r.rancangan === null ? [] : [r.rancangan])];
  if (r.diterima.has(indikator) || semua.some((v) => v.indikator.has(indikator)))
    tolak('INDIKATOR_SUDAH_ADA', { indikator });
};

/** Nothing of the years before: those stay with the OPD that had them. */
const targetTerbawa = (
  { target, selesai }: IsiPeralihan,
  sejak: number,
  r: Renstra,
): { tahun: number | null; target: string }[] =>
  [...target].flatMap(([tahun, nilai]) => {
    // An end target is one of the period's last year; another period ends with another one.
    const terbawa = tahun === null ? selesai === r.selesai : tahun >= sejak && tahun <= r.selesai;
    return terbawa ? [{ tahun, target: nilai }] : [];
  });

/** Whether this very move was carried out before. Refuses one that then hung it somewhere else. */
const pernahDiterima = (c: Perintah<'Terima'>, indikator: string, sejak: number, r: Renstra): boolean => {
  const lama = r.diterima.get(indikator);
  if (lama === undefined || !sama(lama, { dari: c.dari, sejak })) return false;
  const { hubungan } = versiTahun(r, sejak);
  if (c.induk !== null && !hubungan.has(kunciHubungan({ indikator, ...c.induk })))
    tolak('SUDAH_ADA_BERBEDA', { indikator, bidang: 'induk' });
  return true;
};

/** Also into a Renstra that is ditetapkan: docs/adr/0023. */
export const terima = (c: Perintah<'Terima'>, r: Renstra): PeristiwaNaskah[] => {
  const { dari, isi, induk, oleh, cara, berdasarkan } = c;
  wajibRenstraOpd(r);
  const [indikator, sejak, sebab] = [kodeBebas(c.indikator), tahunSah(c.sejak), alasan(c.alasan)];
  if (pernahDiterima(c, indikator, sejak, r)) return [];
  if (isi === null) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator: dari.kode });
  if (sejak < r.mulai || sejak > r.selesai) return tolak('TAHUN_DI_LUAR_RENSTRA', { tahun: sejak });
  wajibPenerima(c.penerima, sejak);
  wajibKodeBebas(r, indikator);
  if (induk !== null) wajibUjung(versiTahun(r, sejak), induk.tingkat, induk.kode);
  // The Bidang that answered for it is an office of the other OPD.
  const penanggungJawab = labelAtauNull(c.penanggungJawab);
  const definisi = { ...isi.definisi, kode: indikator, penanggungJawab };
  const terbawa = { definisi, target: targetTerbawa(isi, sejak, r), induk };
  const data = { indikator, dari, sejak, ...terbawa, alasan: sebab, oleh, cara, berdasarkan };
  return [{ type: 'IndikatorDiterima', data }];
};

/** Refuses to speak of an indicator that was moved away. */
export const wajibBelumDialihkan = ({ dialihkan }: Renstra, indikator: string): void => {
  const pergi = dialihkan.get(indikator);
  if (pergi !== undefined)
    tolak('INDIKATOR_SUDAH_DIALIHKAN', { indikator, opd: pergi.ke.opd, tahun: pergi.sejak });
};

/** Refuses a fact of a year (null: of the end of the period) in which the indicator is the successor's. */
export const wajibBelumPergi = ({ dialihkan }: Renstra, indikator: string, tahun: number | null): void => {
  const pergi = dialihkan.get(indikator);
  if (pergi === undefined || (tahun !== null && tahun < pergi.sejak)) return;
  tolak('INDIKATOR_MILIK_OPD_LAIN', { indikator, tahun: tahun ?? pergi.sejak, opd: pergi.ke.opd });
};

/** Refuses a fact of a year in which the indicator was still the predecessor's. */
export const wajibSudahDatang = ({ diterima }: Renstra, indikator: string, tahun: number | null): void => {
  const datang = diterima.get(indikator);
  if (datang === undefined || tahun === null || tahun >= datang.sejak) return;
  tolak('INDIKATOR_MILIK_OPD_LAIN', { indikator, tahun, opd: datang.dari.opd });
};

const milikTahun = (v: Renstra, lain: readonly string[]): Renstra => ({
  ...v,
  indikator: lain.reduce((peta, kode) => (peta.has(kode) ? peta.tanpa(kode) : peta), v.indikator),
  terdahulu: v.terdahulu.map((t) => milikTahun(t, lain)),
});

/** The version that holds in the year, with the indicators that are the OPD's own in that year. */
export const naskahTahun = (r: Renstra, tahun: number): Renstra => {
  const v = versiTahun(r, tahun);
  if (r.dialihkan.size === 0 && r.diterima.size === 0) return v;
  const pergi = [...r.dialihkan].filter(([, { sejak }]) => tahun >= sejak);
  const belum = [...r.diterima].filter(([, { sejak }]) => tahun < sejak);
  return milikTahun(
    v,
    [...pergi, ...belum].map(([kode]) => kode),
  );
};
