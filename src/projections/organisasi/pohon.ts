/** In the order of a tree, depth first, each with how deep it stands; children keep the order in which they came. */
export const menurutPohon = <T>(
  semua: readonly T[],
  kunci: (t: T) => string,
  induk: (t: T) => string | null,
): (T & { tingkat: number })[] => {
  const ada = new Set(semua.map(kunci));
  const anak = Map.groupBy(semua, (t) => {
    const atas = induk(t);
    return atas !== null && ada.has(atas) ? atas : null;
  });
  const turun = (atas: string | null, tingkat: number): (T & { tingkat: number })[] =>
    (anak.get(atas) ?? []).flatMap((t) => [{ ...t, tingkat }, ...turun(kunci(t), tingkat + 1)]);
  return turun(null, 0);
};
