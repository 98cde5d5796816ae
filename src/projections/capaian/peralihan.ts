import { dokumenTahun, versiTahun } from '../../planning/renstra/versi.decider.js';
import type { FaktaOpd, IndikatorDiterima, Renstra } from './fakta.js';
import type { FaktaTerbaca } from './masukan.js';

/** Where an indicator was before it was taken over: whose facts to ask, under which code, for the years before `sejak`. */
export type AsalIndikator = Readonly<{ indikator: string; fakta: FaktaTerbaca; kode: string; sejak: number }>;

/** What speaks in a year: the Renstra of the year, and the other ones that are ditetapkan; newest first. */
export const renstraBerbicara = (
  { renstra }: FaktaOpd,
  tahun: number,
): { readonly tahunIni: Renstra | null; readonly lain: readonly Renstra[] } => {
  const terbaru = renstra.map((r) => renstraPada(r, tahun)).toReversed();
  const tahunIni = dokumenTahun(terbaru, tahun);
  return { tahunIni, lain: terbaru.filter((r) => r !== tahunIni && r.ditetapkan) };
};

const diterimaPada = (opd: FaktaOpd, tahun: number): IndikatorDiterima[] => {
  const { tahunIni, lain } = renstraBerbicara(opd, tahun);
  // Of two that came in the same year, the one in the year's own document is the last.
  return [...(tahunIni === null ? [] : [tahunIni]), ...lain]
    .toReversed()
    .flatMap((r) => r.diterima?.filter((d) => d.sejak <= tahun) ?? []);
};

/** The OPD whose figures of earlier years are shown as this one's; none where no change of SOTK brought an indicator. */
export const opdAsal = (opd: FaktaOpd): string[] => [
  ...new Set(opd.renstra.flatMap((r) => r.diterima?.map((d) => d.dari.opd) ?? [])),
];

/** What the OPD had taken over by that year, each as it was taken over last. */
export const semuaAsal = ({ opd, keluarga }: FaktaTerbaca, tahun: number): AsalIndikator[] => {
  const terakhir = new Map<string, IndikatorDiterima>();
  for (const d of diterimaPada(opd, tahun)) {
    const lama = terakhir.get(d.indikator);
    if (lama === undefined || lama.sejak <= d.sejak) terakhir.set(d.indikator, d);
  }
  return [...terakhir.values()].flatMap(({ indikator, dari, sejak }) => {
    const fakta = keluarga?.get(dari.opd);
    return fakta === undefined ? [] : [{ indikator, fakta, kode: dari.kode, sejak }];
  });
};

/** Without what is another OPD's in that year: its links, and its targets from then on. */
export const tanpaMilikLain = (r: Renstra, tahun: number): Renstra => {
  const pergi = new Map(
    r.dialihkan?.filter((d) => d.sejak <= tahun).map((d) => [d.indikator, d.sejak] as const),
  );
  const belum = new Set(r.diterima?.filter((d) => d.sejak > tahun).map((d) => d.indikator));
  if (pergi.size + belum.size === 0) return r;
  const milik = (kode: string): boolean => !pergi.has(kode) && !belum.has(kode);
  return {
    ...r,
    indikator: r.indikator.filter((i) => milik(i.kode)),
    hubungan: r.hubungan.filter((h) => milik(h.indikator)),
    target: r.target.filter(
      (t) => milik(t.indikator) || (t.tahun !== null && t.tahun < (pergi.get(t.indikator) ?? t.tahun)),
    ),
    lampau: r.lampau.filter((l) => !belum.has(l.indikator)),
  };
};

/** The version that holds in the year, with what is the OPD's own in it. */
export const renstraPada = (dokumen: Renstra, tahun: number): Renstra =>
  tanpaMilikLain(versiTahun(dokumen, tahun), tahun);

type Tahunan<T> = Readonly<{ tahun: number; indikator: ReadonlyMap<string, T> }>;

/**
 * What earlier years came to, the years before an indicator was taken over as `dahulu` has them: under the code that it
 * has now, in the place of what anybody else's indicator of that code came to.
 */
export const denganAsal = <T>(
  sendiri: readonly Tahunan<T>[],
  asal: readonly AsalIndikator[],
  dahulu: (fakta: FaktaTerbaca, sebelum: number) => readonly Tahunan<T>[],
): readonly Tahunan<T>[] => {
  if (asal.length === 0) return sendiri;
  const hasil = new Map(sendiri.map(({ tahun, indikator }) => [tahun, new Map(indikator)]));
  for (const { indikator, fakta, kode, sejak } of asal) {
    for (const [tahun, milik] of hasil) if (tahun < sejak) milik.delete(indikator);
    for (const lalu of dahulu(fakta, sejak)) {
      const nilai = lalu.indikator.get(kode);
      if (nilai === undefined) continue;
      const milik = hasil.get(lalu.tahun) ?? new Map<string, T>();
      hasil.set(lalu.tahun, milik.set(indikator, nilai));
    }
  }
  return [...hasil].map(([tahun, indikator]) => ({ tahun, indikator }));
};
