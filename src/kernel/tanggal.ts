const BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** The text with its dates ('2025-01-31') as people in Indonesia write them: '31 Januari 2025'. */
export const cetakTanggal = (teks: string): string =>
  teks.replace(
    /\b(\d{4})-(0[1-9]|1[0-2])-(\d{2})\b/g,
    (_, tahun, bulan, hari) => `${Number(hari)} ${BULAN[Number(bulan) - 1]} ${tahun}`,
  );
