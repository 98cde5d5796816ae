import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import {
  perjanjianKinerja,
  pkBerlaku,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import type { KunciTemplat } from '../templat.js';

type Bernama = { readonly kode: string; readonly nama: string };

/** Every indicator that the year's Renstra defines. */
export const indikatorTahun = (baca: Baca, { pemda, opd, tahun }: KunciTemplat): Bernama[] => {
  const r = renstraTahun(baca, pemda, opd, tahun);
  return [...(r?.state.indikator.values() ?? [])].map(({ definisi: { kode, nama } }) => ({ kode, nama }));
};

/** Those that the PK in force promises; where there is none, the IKU; then those that `juga` names. */
export const indikatorDijanjikan = (baca: Baca, k: KunciTemplat, juga: Iterable<string>): Bernama[] => {
  const semua = indikatorTahun(baca, k);
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun);
  const pk = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, jabatanKepala(k.opd), k.tahun));
  const dijanjikan = pkBerlaku(pk.state)?.target.map((t) => t.indikator);
  const iku = [...(r?.state.indikator.values() ?? [])].flatMap(({ definisi: d }) => (d.iku ? d.kode : []));
  const kode = new Set([...(dijanjikan ?? iku), ...juga]);
  return [...kode].map((satu) => semua.find((i) => i.kode === satu) ?? { kode: satu, nama: '' });
};
