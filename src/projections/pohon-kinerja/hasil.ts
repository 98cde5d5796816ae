import { type Peringatan, peringatan } from './peringatan.js';
import type { BarisJabatan, SimpulHasil } from './pohon-kinerja.projection.js';
import { idSimpul, type SimpulPohon, simpul } from './simpul-pohon.js';

export type BahanHasil = Readonly<{
  tahun: number;
  hasil: readonly SimpulHasil[];
  jabatan: ReadonlyMap<string, BarisJabatan>; // by key
}>;

const unsurDari = ({ unsur }: SimpulHasil): string | null =>
  unsur === null ? null : idSimpul.unsur(unsur.tingkat, unsur.kode);

/** The office as it is no more in that year; null while it is there. */
const ditutup = (b: BahanHasil, kunci: string | null): (BarisJabatan & { ditutup: string }) | null => {
  const j = kunci === null ? undefined : b.jabatan.get(kunci);
  if (j === undefined || j.ditutup === null || j.ditutup > `${b.tahun}-12-31`) return null;
  return { ...j, ditutup: j.ditutup };
};

const teguran = (b: BahanHasil, s: SimpulHasil, unsurAda: boolean): Peringatan[] => {
  const { kode, unsur } = s;
  const tutup = ditutup(b, s.jabatan);
  const perencanaan =
    unsur === null
      ? [peringatan('HASIL_TANPA_UNSUR', { kode })]
      : unsurAda
        ? []
        : [
            peringatan('HASIL_UNSUR_TIDAK_ADA', {
              kode,
              unsur: `${unsur.tingkat.replace('-', ' ')} ${unsur.kode}`,
              tahun: b.tahun,
            }),
          ];
  return [
    ...(s.indikator.length > 0 ? [] : [peringatan('HASIL_TANPA_INDIKATOR', { kode })]),
    ...perencanaan,
    ...(tutup === null
      ? []
      : [
          peringatan('JABATAN_TIDAK_ADA', {
            kode,
            sebutan: tutup.sebutan || (s.jabatan ?? ''),
            tanggal: tutup.ditutup.split('-').toReversed().join('-'),
          }),
        ]),
  ];
};

/** The results tree; `ada` are the ids of the year's plan, so that a result does not point at what is not there. */
export const simpulHasil = (b: BahanHasil, ada: ReadonlySet<string>): SimpulPohon[] =>
  b.hasil.map((s) => {
    const unsur = unsurDari(s);
    const menjadi = unsur !== null && ada.has(unsur) ? unsur : null;
    return simpul({
      id: idSimpul.hasil(s.kode),
      induk: s.induk === null ? null : idSimpul.hasil(s.induk),
      jenis: 'hasil',
      kode: s.kode,
      uraian: s.uraian,
      tingkat: s.tingkat,
      faktorKunci: s.faktorKunci,
      jabatan: s.jabatan,
      indikator: s.indikator,
      menjadi,
      crosscutting: s.crosscutting,
      peringatan: teguran(b, s, menjadi !== null),
    });
  });
