import type { TampilanApa } from '../../kernel/view.js';
import type { KeadaanTampilan, Sebab, StatusTampilan } from '../../kernel/view-store.js';
import type { Pengikut } from './pengikut.js';

/** A view that does not go on: at which table and checkpoint, so that either moving lets it try again. */
type Henti = { readonly nomor: number; readonly posisi: number; readonly status: StatusTampilan };

/** What a runner knows of one of its views. */
export type Jalur = {
  readonly view: TampilanApa;
  pengikut: Pengikut | undefined;
  henti: Henti | undefined;
  cocok: boolean; // its checkpoints were compared with this log
  giliran: Promise<unknown>;
  dikabarkan: string;
};

export const jalurBaru = (view: TampilanApa): Jalur => ({
  view,
  pengikut: undefined,
  henti: undefined,
  cocok: false,
  giliran: Promise.resolve(),
  dikabarkan: '',
});

export const terhentiDi = ({ nomor, posisi }: Henti, keadaan: KeadaanTampilan | null): boolean =>
  keadaan?.hidup.nomor === nomor && keadaan.hidup.posisi === posisi;

/** Each version has a lease of its own: one instance builds the new version while another keeps the old one going. */
export const namaSewa = ({ nama, versi }: TampilanApa): string => `${nama}@${versi}`;

/** What the stored state of a view means to a program that has this version of it. */
export const keadaanBagi = (
  { versi }: TampilanApa,
  { hidup, status, sebab }: KeadaanTampilan,
): { readonly status: StatusTampilan; readonly sebab: Sebab | null } => {
  if (hidup.versi > versi) return { status: 'menunggu versi baru', sebab: null };
  if (hidup.versi < versi) return { status: 'dibangun ulang', sebab: null };
  // A rebuild beside rows of our own version: these go on as they are.
  return status === 'dibangun ulang' ? { status: 'berjalan', sebab: null } : { status, sebab };
};
