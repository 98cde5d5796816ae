// What a spreadsheet takes for a formula when it opens a CSV (OWASP: CSV injection), and the full-width forms that some
// take for the same.
// A dash alone is what tables print for nothing; it begins no formula.
const BERBAHAYA = /^'*(?!-$)[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text that no spreadsheet takes for a formula: an apostrophe before it, also before one that reads so already. */
export const netralkan = (teks: string): string => (BERBAHAYA.test(teks) ? `'${teks}` : teks);

/** What was neutralised, as it was: takes away exactly what `netralkan` put there. */
export const pulihkanNetral = (teks: string): string =>
  teks.startsWith("'") && BERBAHAYA.test(teks) ? teks.slice(1) : teks;
