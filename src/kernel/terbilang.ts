const SATUAN = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;
// KBBI writes miliar, not milyar.
const RIBUAN = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun', 'kuintiliun', 'sekstiliun'] as const;

/** 1 to 999. */
const ratusan = (n: number): string[] => {
  if (n === 0) return [];
  if (n < 12) return [SATUAN[n] ?? ''];
  if (n < 20) return [SATUAN[n - 10] ?? '', 'belas'];
  if (n < 100) return [SATUAN[Math.floor(n / 10)] ?? '', 'puluh', ...ratusan(n % 10)];
  const seratus = n < 200 ? ['seratus'] : [SATUAN[Math.floor(n / 100)] ?? '', 'ratus'];
  return [...seratus, ...ratusan(n % 100)];
};

/** A whole number in words, as under a sum of money: 'dua miliar seribu lima'. Throws RangeError outside 0 to 10^24 - 1. */
export const terbilang = (nilai: bigint): string => {
  if (nilai < 0n || nilai >= 10n ** BigInt(3 * RIBUAN.length))
    throw new RangeError('terbilang: di luar jangkauan');
  if (nilai === 0n) return SATUAN[0];
  const kata: string[] = [];
  let sisa = nilai;
  for (const pangkat of RIBUAN) {
    const n = Number(sisa % 1000n);
    sisa /= 1000n;
    if (n === 1 && pangkat === 'ribu') kata.unshift('seribu');
    else if (n > 0) kata.unshift(...ratusan(n), ...(pangkat === '' ? [] : [pangkat]));
  }
  return kata.join(' ');
};
