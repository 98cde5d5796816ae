import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { opd } from '../opd/opd.decider.js';
import { sotkPada } from '../opd/sotk.decider.js';
import { dasarDari, type Sah } from '../permintaan.js';
import type { LetakIndikator, Renstra, Ujung } from './naskah-renstra.decider.js';
import { type FaktaPenerima, isiPeralihan, type PerintahPeralihan } from './peralihan.decider.js';
import { renstra } from './renstra.decider.js';

export type LetakRenstra = { readonly opd: string; readonly mulai: number };
export type IndikatorDiminta = {
  readonly kode: string;
  readonly kodeBaru: string | null; // null: the same
  readonly induk: Ujung | null;
  readonly penanggungJawab: string | null;
};
/** What a change of SOTK moves from one OPD to another. */
export type PermintaanPeralihan = {
  readonly pemda: string;
  readonly dari: LetakRenstra;
  readonly ke: LetakRenstra;
  readonly sejak: number;
  readonly alasan: string;
};
type Perintah<T extends PerintahPeralihan['type']> = Extract<PerintahPeralihan, { type: T }>;

export const kunciRenstra = ({ pemda }: { pemda: string }, { opd, mulai }: LetakRenstra): string =>
  kunci.renstra(pemda, opd, mulai);

const kodeTujuan = ({ kode, kodeBaru }: IndikatorDiminta): string => kodeBaru ?? kode;
const letak = ({ opd, mulai }: LetakRenstra, kode: string): LetakIndikator => ({ opd, mulai, kode });

const faktaPenerima = (
  baca: Baca,
  { pemda, ke, sejak }: PermintaanPeralihan,
): { penerima: FaktaPenerima; dasar: Dasar } => {
  const { state, stream, rev } = baca(opd, kunci.opd(pemda, ke.opd));
  const akhirTahun = `${sejak}-12-31`;
  const bubar = state.bubar !== null && state.bubar.tanggal <= akhirTahun ? state.bubar.tanggal : null;
  const bersotk = sotkPada(state.sotk, akhirTahun) !== null;
  return {
    penerima: { terdaftar: state.status === 'terdaftar', bubar, bersotk },
    dasar: { stream, rev },
  };
};

export const siapkanAlihkan = (
  baca: Baca,
  p: PermintaanPeralihan,
  i: IndikatorDiminta,
  sah: Sah,
): Perintah<'Alihkan'> => {
  const { pemda, dari, ke, sejak, alasan } = p;
  if (dari.opd === ke.opd) tolak('OPD_TIDAK_DIKENAL', { opd: ke.opd });
  const penerima = baca(renstra, kunciRenstra(p, ke));
  const organisasi = [baca(opd, kunci.opd(pemda, dari.opd)), baca(opd, kunci.opd(pemda, ke.opd))];
  const berdasarkan = dasarDari([penerima, ...organisasi]);
  const isi = { indikator: i.kode, ke: letak(ke, kodeTujuan(i)), sejak, alasan };
  return { type: 'Alihkan', ...isi, berdasarkan, ...sah };
};

export const siapkanTerima = (
  baca: Baca,
  p: PermintaanPeralihan,
  i: IndikatorDiminta,
  sah: Sah,
): Perintah<'Terima'> => {
  const { dari, sejak, alasan } = p;
  const asal = baca(renstra, kunciRenstra(p, dari));
  const { penerima, dasar } = faktaPenerima(baca, p);
  return {
    type: 'Terima',
    indikator: kodeTujuan(i),
    dari: letak(dari, i.kode),
    sejak,
    isi: isiPeralihan(asal.state, i.kode, sejak),
    induk: i.induk,
    penanggungJawab: i.penanggungJawab,
    penerima,
    alasan,
    berdasarkan: dasarDari([asal, dasar]),
    ...sah,
  };
};

/** All that the Renstra still has, and what this very move took from it before. */
export const semuaIndikator = (
  { indikator, dialihkan }: Renstra,
  { ke, sejak }: PermintaanPeralihan,
): IndikatorDiminta[] =>
  [...indikator].flatMap(([kode]): IndikatorDiminta[] => {
    const lama = dialihkan.get(kode);
    const sama =
      lama?.sejak === sejak && lama.ke.opd === ke.opd && lama.ke.mulai === ke.mulai && lama.ke.kode === kode;
    return lama === undefined || sama ? [{ kode, kodeBaru: null, induk: null, penanggungJawab: null }] : [];
  });
