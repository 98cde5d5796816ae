import type { AngkaIndikator } from '../../reporting/capaian.js';
import type { FaktaTahunan, Renstra } from '../capaian/fakta.js';
import { type Peringatan, peringatan } from './peringatan.js';
import type { Penyelarasan, SimpulHasil } from './pohon-kinerja.projection.js';
import { idSimpul, type SimpulPohon, simpul } from './simpul-pohon.js';

export type BahanRencana = Readonly<{
  tahun: number;
  renstra: Renstra | null; // of the year
  tahunan: FaktaTahunan | null;
  indikator: readonly AngkaIndikator[];
  selaras: readonly Penyelarasan[];
  /** The pemda's plans, by first year; empty for the pemda's own tree, which serves nobody. */
  rencanaPemda: readonly Renstra[];
  /** Of the pemda's own tree: what of it the OPD serve; null for an OPD's tree. */
  dilayani: ReadonlySet<string> | null;
  hasil: readonly SimpulHasil[];
}>;

/** A tujuan or sasaran as one word; codes have no blank. */
export const simpulRencana = (r: { tingkat: string; kode: string }): string => `${r.tingkat} ${r.kode}`;

const simpulPemda = ({ selaras, rencanaPemda }: BahanRencana): SimpulPohon[] => {
  const hasil = new Map<string, SimpulPohon>();
  for (const { melayani } of selaras) {
    const rencana = rencanaPemda.find((r) => r.mulai === melayani.mulai);
    const tujuan =
      melayani.tingkat === 'tujuan'
        ? melayani.kode
        : (rencana?.sasaran.find((s) => s.kode === melayani.kode)?.tujuan ?? null);
    if (tujuan !== null) {
      const uraian = rencana?.tujuan.find((t) => t.kode === tujuan)?.uraian ?? tujuan;
      const id = idSimpul.pemda('tujuan', tujuan);
      hasil.set(id, simpul({ id, jenis: 'tujuan-pemda', kode: tujuan, uraian }));
    }
    if (melayani.tingkat === 'tujuan') continue;
    const { kode } = melayani;
    const id = idSimpul.pemda('sasaran', kode);
    const uraian = rencana?.sasaran.find((s) => s.kode === kode)?.uraian ?? kode;
    const induk = tujuan === null ? null : idSimpul.pemda('tujuan', tujuan);
    hasil.set(id, simpul({ id, induk, jenis: 'sasaran-pemda', kode, uraian }));
  }
  return [...hasil.values()];
};

const dilayaniOleh = ({ selaras }: BahanRencana, tingkat: string, kode: string): string[] =>
  selaras
    .filter((s) => s.tingkat === tingkat && s.kode === kode)
    .map(({ melayani }) => idSimpul.pemda(melayani.tingkat, melayani.kode));

const peringatanSasaran = (b: BahanRencana, kode: string, tujuan: string): Peringatan[] => {
  const { tahun, dilayani } = b;
  const berindikator = b.renstra?.hubungan.some((h) => h.tingkat === 'sasaran' && h.kode === kode) ?? false;
  const berprogram = b.tahunan?.dukungan.some((d) => d.sasaran === kode) ?? false;
  const selaras = dilayaniOleh(b, 'sasaran', kode).length + dilayaniOleh(b, 'tujuan', tujuan).length > 0;
  return [
    ...(berindikator ? [] : [peringatan('SASARAN_TANPA_INDIKATOR', { kode })]),
    ...(dilayani === null && !berprogram ? [peringatan('SASARAN_TANPA_PROGRAM', { kode, tahun })] : []),
    ...(dilayani === null && !selaras ? [peringatan('SASARAN_TIDAK_MELAYANI', { kode })] : []),
    ...(dilayani?.has(simpulRencana({ tingkat: 'sasaran', kode })) === false
      ? [peringatan('SASARAN_TANPA_OPD', { kode })]
      : []),
  ];
};

const simpulRenstra = (b: BahanRencana): SimpulPohon[] => [
  ...(b.renstra?.tujuan ?? []).map(({ kode, uraian }) => {
    const melayani = dilayaniOleh(b, 'tujuan', kode);
    const id = idSimpul.unsur('tujuan', kode);
    return simpul({ id, induk: melayani[0] ?? null, jenis: 'tujuan', kode, uraian, melayani });
  }),
  ...(b.renstra?.sasaran ?? []).map(({ kode, uraian, tujuan }) =>
    simpul({
      id: idSimpul.unsur('sasaran', kode),
      induk: idSimpul.unsur('tujuan', tujuan),
      jenis: 'sasaran',
      kode,
      uraian,
      melayani: dilayaniOleh(b, 'sasaran', kode),
      peringatan: peringatanSasaran(b, kode, tujuan),
    }),
  ),
];

const simpulProgram = ({ renstra, tahunan }: BahanRencana): SimpulPohon[] => {
  const ada = new Set(renstra?.sasaran.map((s) => s.kode));
  const tingkat = new Map(tahunan?.program.map((p) => [p.kode, p.tingkat]));
  const dukungan = Map.groupBy(tahunan?.dukungan ?? [], (d) => d.program);
  return (tahunan?.program ?? []).map((p) => {
    const melayani = (dukungan.get(p.kode) ?? [])
      .filter((d) => ada.has(d.sasaran))
      .map((d) => idSimpul.unsur('sasaran', d.sasaran));
    const diAtas = p.induk === null ? undefined : tingkat.get(p.induk);
    const induk =
      p.induk !== null && diAtas !== undefined ? idSimpul.unsur(diAtas, p.induk) : (melayani[0] ?? null);
    const id = idSimpul.unsur(p.tingkat, p.kode);
    return simpul({ id, induk, jenis: p.tingkat, kode: p.kode, uraian: p.nama, melayani });
  });
};

/** Where each indicator hangs: ids of tujuan, sasaran and the year's program tree. */
const gantungan = ({ renstra, tahunan }: BahanRencana): ReadonlyMap<string, readonly string[]> => {
  const tingkat = new Map(tahunan?.program.map((p) => [p.kode, p.tingkat]));
  const pasang = [
    ...(renstra?.hubungan ?? []).map((h) => [h.indikator, idSimpul.unsur(h.tingkat, h.kode)] as const),
    ...(tahunan?.hubungan ?? []).flatMap((h) => {
      const t = tingkat.get(h.kode);
      return t === undefined ? [] : [[h.indikator, idSimpul.unsur(t, h.kode)] as const];
    }),
  ];
  const hasil = new Map<string, string[]>();
  for (const [indikator, milik] of pasang) {
    const ada = hasil.get(indikator);
    if (ada === undefined) hasil.set(indikator, [milik]);
    else ada.push(milik);
  }
  return hasil;
};

const simpulIndikator = (
  i: AngkaIndikator,
  milik: string | null,
  teguran: readonly Peringatan[] = [],
): SimpulPohon =>
  simpul({
    id: idSimpul.indikator(milik, i.kode),
    induk: milik,
    jenis: 'indikator',
    kode: i.kode,
    uraian: i.nama,
    indikator: [i.kode],
    satuan: i.satuan,
    target: i.target,
    sumberTarget: i.sumberTarget,
    realisasi: i.realisasi,
    capaian: i.capaian,
    peringatan: teguran,
  });

/** One node for each place where an indicator hangs; on results alone only where the plan does not have it. */
const semuaIndikator = (b: BahanRencana): SimpulPohon[] => {
  const diRencana = gantungan(b);
  const diHasil = new Map<string, string[]>();
  for (const s of b.hasil)
    for (const i of s.indikator) diHasil.set(i, [...(diHasil.get(i) ?? []), idSimpul.hasil(s.kode)]);
  return b.indikator.flatMap((i) => {
    const milik = diRencana.get(i.kode) ?? diHasil.get(i.kode);
    if (milik !== undefined) return milik.map((m) => simpulIndikator(i, m));
    return [simpulIndikator(i, null, [peringatan('INDIKATOR_LEPAS', { kode: i.kode, tahun: b.tahun })])];
  });
};

/** The plan of the year: what of the pemda's plan is served, the Renstra, the program tree, and their indicators first. */
export const simpulPerencanaan = (b: BahanRencana): SimpulPohon[] => {
  const indikator = semuaIndikator(b);
  return [
    ...simpulPemda(b),
    ...indikator.filter((s) => s.induk !== null),
    ...simpulRenstra(b),
    ...simpulProgram(b),
    ...indikator.filter((s) => s.induk === null),
  ];
};
