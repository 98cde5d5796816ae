import type { Cara } from '../../kernel/decider.js';
import { Desimal } from '../../kernel/desimal.js';
import { tolak } from '../../kernel/penolakan.js';
import { label } from '../../kernel/teks.js';
import type { KelasSkala, Skala } from '../../reporting/capaian.js';

const LABEL_PREDIKAT = 100;

const menurun = (batas: readonly Desimal[]): boolean =>
  batas.every((ini, i) => {
    const atas = batas[i - 1];
    return atas === undefined || ini.banding(atas) < 0;
  });

/**
 * A scale as it is recorded, from the best class down; refuses with SKALA_TIDAK_SAH. Decided here its last class has no
 * lower bound, so that every capaian has a class; a scale taken over from paper may end at a bound, as printed.
 */
export const skalaSah = ({ kode, nama, sumber, kelas }: Skala, cara: Cara): Skala => {
  const rapi = kelas.map((k) => ({
    predikat: label(k.predikat, LABEL_PREDIKAT),
    batasBawah: k.batasBawah ?? null,
    termasukBatas: k.termasukBatas ?? true,
  })) satisfies KelasSkala[];
  const batas = rapi.map((k) => k.batasBawah);
  const sah =
    rapi.length > 0 &&
    new Set(rapi.map((k) => k.predikat)).size === rapi.length &&
    batas.slice(0, -1).every((b) => b !== null) &&
    (cara === 'dicatat' || batas.at(-1) === null) &&
    menurun(batas.flatMap((b) => (b === null ? [] : Desimal.dari(b))));
  if (!sah) return tolak('SKALA_TIDAK_SAH', { kode });
  return {
    kode: label(kode, LABEL_PREDIKAT),
    nama: label(nama),
    ...(sumber === undefined ? {} : { sumber: label(sumber) }),
    kelas: rapi,
  };
};
