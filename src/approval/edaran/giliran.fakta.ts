import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { type Rute, rute } from '../rute/rute.decider.js';
import { type Edaran, edaran } from './edaran.decider.js';
import { yangMenunggu } from './langkah.decider.js';

type KunciPk = {
  readonly pemda: string;
  readonly opd: string;
  readonly jabatan: string;
  readonly tahun: number;
};
const DOKUMEN = 'perjanjian-kinerja';

/** `langkah`: the first step that is waited for; null: the walk itself, which has not begun. */
export type BelumGiliran = { readonly langkah: string | null };

const beredar = (e: Edaran, sidik: string): boolean => e.status === 'berjalan' && e.sidik === sidik;

/** What the route has this office wait for before it may sign this text; null: it may. */
export const belumGiliran = (
  e: Edaran,
  sidik: string,
  jabatan: string,
  ruteKini: () => Rute,
): BelumGiliran | null => {
  if (!beredar(e, sidik))
    return ruteKini().berlaku?.langkah.some((l) => l.jenis !== 'tanda-tangan') ? { langkah: null } : null;
  const milik = e.langkah.find((l) => l.jenis === 'tanda-tangan' && l.jabatan.includes(jabatan));
  if (milik === undefined) return null; // no party: the PK itself says so
  // As if all signatures before it were given: their order is the PK's own rule, with a code of its own.
  const sebelum = e.langkah.filter((l) => l.jenis === 'tanda-tangan' && l.tahap < milik.tahap);
  const [ditunggu] = yangMenunggu(e, [...e.ditandatangani, ...sebelum.flatMap((l) => l.jabatan)]);
  return ditunggu !== undefined && ditunggu.langkah.tahap < milik.tahap
    ? { langkah: ditunggu.langkah.kode }
    : null;
};

/** `ditunggu`: the step that is to be done before this office may sign; null: it is its turn. */
type Giliran = { readonly ditunggu: string | null; readonly dasar: Dasar[] };
const BEBAS: Giliran = { ditunggu: null, dasar: [] };

/**
 * Whether the route lets this office sign now: a signature waits until every step before it is done. Asked of a walk of
 * this very text, and where the pemda's own route has more steps than the two signatures, which needs such a walk.
 * Refuses EDARAN_BELUM_DIMULAI.
 */
export const giliranTandaTangan = (baca: Baca, k: KunciPk, jabatan: string, sidik: string): Giliran => {
  const { state: e, stream, rev } = baca(edaran, kunci.edaran(k.pemda, DOKUMEN, k.opd, k.jabatan, k.tahun));
  const belum = belumGiliran(e, sidik, jabatan, () => baca(rute, kunci.rute(k.pemda, DOKUMEN)).state);
  if (belum?.langkah === null) tolak('EDARAN_BELUM_DIMULAI');
  return beredar(e, sidik) ? { ditunggu: belum?.langkah ?? null, dasar: [{ rev, stream }] } : BEBAS;
};

/** The same of who signs now. Refuses LANGKAH_BELUM_GILIRAN too. */
export const wajibGiliran = (baca: Baca, k: KunciPk, jabatan: string, sidik: string): Dasar[] => {
  const { ditunggu, dasar } = giliranTandaTangan(baca, k, jabatan, sidik);
  return ditunggu === null ? dasar : tolak('LANGKAH_BELUM_GILIRAN', { langkah: ditunggu });
};
