import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import { iku, ikuTahun } from '../../planning/iku/iku.decider.js';
import {
  perjanjianKinerja,
  pkBerlaku,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { rencanaKinerja, targetRkt } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import type { KunciTemplat } from '../templat.js';

type Bernama = { readonly kode: string; readonly nama: string; readonly satuan: string };

/** Every indicator that the year's Renstra defines. */
export const indikatorTahun = (baca: Baca, { pemda, opd, tahun }: KunciTemplat): Bernama[] => {
  const r = renstraTahun(baca, pemda, opd, tahun);
  return [...(r?.state.indikator.values() ?? [])].map(({ definisi: { kode, nama, satuan } }) => ({
    kode,
    nama,
    satuan,
  }));
};

/** The set of IKU in force in the year; where none was ditetapkan, those that the Renstra marks. */
export const ikuDitetapkan = (baca: Baca, { pemda, opd, tahun }: KunciTemplat): string[] => {
  const set = ikuTahun(baca(iku, kunci.opd(pemda, opd)).state, tahun);
  if (set !== null) return [...set.indikator.keys()];
  const r = renstraTahun(baca, pemda, opd, tahun);
  return [...(r?.state.indikator.values() ?? [])].flatMap(({ definisi: d }) => (d.iku ? d.kode : []));
};

/** The target that the year's Renstra has of an indicator, else the RKT in force; null where neither has one. */
export const targetTahun = (
  baca: Baca,
  { pemda, opd, tahun }: KunciTemplat,
  indikator: string,
): string | null => {
  const r = renstraTahun(baca, pemda, opd, tahun);
  const rkt = baca(rencanaKinerja, kunci.opdTahun(pemda, opd, tahun));
  return (
    r?.state.indikator.get(indikator)?.target.get(tahun) ?? targetRkt(rkt.state, indikator)?.target ?? null
  );
};

/** Those that the PK in force promises; where there is none, the IKU; then those that `juga` names. */
export const indikatorDijanjikan = (baca: Baca, k: KunciTemplat, juga: Iterable<string>): Bernama[] => {
  const semua = indikatorTahun(baca, k);
  const pk = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, jabatanKepala(k.opd), k.tahun));
  const dijanjikan = pkBerlaku(pk.state)?.target.map((t) => t.indikator);
  const kode = new Set([...(dijanjikan ?? ikuDitetapkan(baca, k)), ...juga]);
  return [...kode].map((satu) => semua.find((i) => i.kode === satu) ?? { kode: satu, nama: '', satuan: '' });
};
