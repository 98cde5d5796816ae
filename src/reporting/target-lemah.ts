import { Desimal, format, hasilSah } from '../kernel/desimal.js';
import { bacaRentang, nilaiSah, type Polaritas } from './capaian.js';

export const KODE_TARGET_LEMAH = [
  'TARGET_NOL',
  'LEBIH_BURUK_DARI_REALISASI_LALU',
  'TURUN_UNTUK_POLARITAS_NAIK',
  'SATUAN_BERBEDA',
] as const;
export type KodeTargetLemah = (typeof KODE_TARGET_LEMAH)[number];
export type IndikatorDiperiksa = Readonly<{
  satuan: string;
  polaritas: Polaritas;
  urutanPredikat: readonly string[] | null; // worst first
}>;
export type TargetDiperiksa = Readonly<{ target: string; satuan?: string | null | undefined }>;
export type NilaiTahun = Readonly<{ tahun: number; nilai: string }>;
/** What is known of earlier years; null: nothing. */
export type TahunLalu = Readonly<{ target: NilaiTahun | null; realisasi: NilaiTahun | null }>;
/** `nilai` is the target (or the unit) that was given, `pembanding` what it was held against. */
export type TargetLemah = Readonly<{
  kode: KodeTargetLemah;
  nilai: string;
  pembanding: string | null;
  tahun: number | null; // of the pembanding
  kalimat: string;
}>;

/** Below 0: `a` promises less than `b`. Null where the two cannot be compared: other kinds of value, ranges that only overlap. */
type Bandingkan = (a: string, b: string) => number | null;

const menurutAngka =
  (arah: 1 | -1): Bandingkan =>
  (a, b) =>
    hasilSah(a) && hasilSah(b) ? arah * Desimal.hasil(a).banding(Desimal.hasil(b)) : null;

/** A range promises less when it lets more through: it holds the other one and is wider. */
const menurutLebar: Bandingkan = (a, b) => {
  const [ra, rb] = [bacaRentang(a), bacaRentang(b)];
  if (ra === null || rb === null) return null;
  const [bawah, atas] = [ra[0].banding(rb[0]), ra[1].banding(rb[1])];
  if (bawah === 0 && atas === 0) return 0;
  if (bawah <= 0 && atas >= 0) return -1;
  return bawah >= 0 && atas <= 0 ? 1 : null;
};

const menurutUrutan =
  (urutan: readonly string[]): Bandingkan =>
  (a, b) => {
    const [letakA, letakB] = [urutan.indexOf(a), urutan.indexOf(b)];
    return letakA < 0 || letakB < 0 ? null : letakA - letakB;
  };

const pembanding = ({ polaritas, urutanPredikat }: IndikatorDiperiksa): Bandingkan => {
  switch (polaritas) {
    case 'naik':
      return menurutAngka(1);
    case 'turun-linear':
    case 'turun-rasio':
      return menurutAngka(-1);
    case 'rentang':
      return menurutLebar;
    case 'predikat':
      return menurutUrutan(urutanPredikat ?? []);
  }
};

/** A figure as printed in Indonesia, a range as "20,00 sampai 25,00", a label as it is; with its unit. */
const cetak = (nilai: string, { satuan, polaritas }: IndikatorDiperiksa): string => {
  const angka = nilai
    .split('..')
    .map((bagian) => (hasilSah(bagian) ? format(bagian) : bagian))
    .join(' sampai ');
  return polaritas === 'predikat' ? angka : `${angka} ${satuan}`;
};

const KURANG: Readonly<Record<Polaritas, string>> = {
  naik: 'lebih rendah daripada',
  'turun-linear': 'lebih tinggi daripada',
  'turun-rasio': 'lebih tinggi daripada',
  rentang: 'lebih longgar daripada',
  predikat: 'di bawah',
};

// Zero is the best a falling indicator can promise; of a rising one, and of a range of nothing, it leaves no capaian.
const targetNol = (i: IndikatorDiperiksa, target: string): boolean => {
  if (i.polaritas === 'naik') return hasilSah(target) && Desimal.hasil(target).tanda() === 0;
  return i.polaritas === 'rentang' && (bacaRentang(target)?.every((batas) => batas.tanda() === 0) ?? false);
};

const bandingTahun = (
  i: IndikatorDiperiksa,
  target: string,
  lalu: NilaiTahun | null,
  kode: KodeTargetLemah,
  hal: string,
): TargetLemah[] => {
  if (lalu === null) return [];
  const letak = pembanding(i)(target, lalu.nilai);
  if (letak === null || letak >= 0) return [];
  const kalimat = `Target ${cetak(target, i)} ${KURANG[i.polaritas]} ${hal} tahun ${lalu.tahun}, ${cetak(lalu.nilai, i)}.`;
  return [{ kode, nilai: target, pembanding: lalu.nilai, tahun: lalu.tahun, kalimat }];
};

const polos = (satuan: string): string =>
  satuan.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('id');

const satuanBerbeda = (i: IndikatorDiperiksa, satuan: string): TargetLemah[] => {
  if (polos(satuan) === polos(i.satuan)) return [];
  const kalimat = `Satuan target ditulis "${satuan}", sedangkan satuan indikatornya "${i.satuan}".`;
  return [{ kode: 'SATUAN_BERBEDA', nilai: satuan, pembanding: i.satuan, tahun: null, kalimat }];
};

/**
 * What a careful reader would ask about a target; told, never refused. Less is promised than last year: a lower figure of
 * a rising indicator, a higher one of a falling indicator, a wider range, a lower label. A realisasi says nothing of a
 * range: every figure inside it is equally good.
 */
export const targetLemah = (
  i: IndikatorDiperiksa,
  { target, satuan = null }: TargetDiperiksa,
  lalu: TahunLalu,
): TargetLemah[] => {
  const nol: TargetLemah[] = targetNol(i, target)
    ? [
        {
          kode: 'TARGET_NOL',
          nilai: target,
          pembanding: lalu.target?.nilai ?? null,
          tahun: lalu.target?.tahun ?? null,
          kalimat: `Target ${cetak(target, i)} berarti nol: capaiannya tidak dapat dihitung${lalu.target === null ? '' : `; target tahun ${lalu.target.tahun} ${cetak(lalu.target.nilai, i)}`}.`,
        },
      ]
    : [];
  return [
    ...nol,
    ...bandingTahun(i, target, lalu.realisasi, 'LEBIH_BURUK_DARI_REALISASI_LALU', 'realisasi'),
    ...bandingTahun(i, target, lalu.target, 'TURUN_UNTUK_POLARITAS_NAIK', 'target'),
    ...(satuan === null ? [] : satuanBerbeda(i, satuan)),
  ];
};

/** Whether the target may be recorded at all. */
export const targetSah = ({ polaritas, urutanPredikat }: IndikatorDiperiksa, target: string): boolean =>
  nilaiSah(polaritas, urutanPredikat, target, 'target');

/** The same of what somebody is still typing: a target that cannot be recorded is asked about its unit alone. */
export const temuanTarget = (
  i: IndikatorDiperiksa,
  ditulis: TargetDiperiksa,
  lalu: TahunLalu,
  sah: boolean,
): TargetLemah[] => targetLemah(i, ditulis, lalu).filter((t) => sah || t.kode === 'SATUAN_BERBEDA');
