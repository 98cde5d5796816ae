import type { BagianLembar, LembarSerahTerima } from '../../projections/serah-terima/lembar.js';

const LOLOS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const lolos = (teks: string): string => teks.replace(/[&<>"']/g, (h) => LOLOS[h] ?? h);
const sel = (tag: 'th' | 'td', isi: readonly string[]): string =>
  `<tr>${isi.map((t) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${lolos(t)}</${tag}>`).join('')}</tr>`;

const bagian = ({ judul, kolom, baris, kosong, catatan }: BagianLembar): string => `<section>
<h2>${lolos(judul)}</h2>
${
  baris.length === 0
    ? `<p>${lolos(kosong)}</p>`
    : `<table><thead>${sel('th', kolom)}</thead><tbody>${baris.map((b) => sel('td', b)).join('\n')}</tbody></table>`
}
${catatan === null ? '' : `<p>${lolos(catatan)}</p>`}
</section>`;

const GAYA = `@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.45 "Liberation Sans", Arial, sans-serif; color: #111; max-width: 180mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font-size: 15pt; margin: 0 0 2mm; }
h2 { font-size: 11.5pt; margin: 7mm 0 2mm; break-after: avoid; }
p { margin: 0 0 1mm; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .3mm solid #777; padding: 1mm 1.6mm; text-align: left; vertical-align: top; }
th { background: #eee; }
.ttd { display: flex; justify-content: space-between; margin-top: 14mm; break-inside: avoid; }
.ttd div { width: 45%; text-align: center; }
.ttd span { display: block; margin-top: 20mm; border-top: .3mm dotted #333; }`;

/** Its one style is named by hash in the policy: nothing else runs or loads. */
export const GAYA_SERAH_TERIMA = GAYA;

/** The sheet as a page to print and sign. */
export const halamanSerahTerima = (l: LembarSerahTerima): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lolos(l.judul)}</title>
<link rel="icon" href="data:,">
<style>${GAYA}</style>
</head>
<body>
<h1>${lolos(l.judul)}</h1>
${l.keterangan.map((k) => `<p>${lolos(k)}</p>`).join('\n')}
${l.bagian.map(bagian).join('\n')}
<div class="ttd"><div>Yang menyerahkan<span>nama dan tanda tangan</span></div><div>Yang menerima<span>nama dan tanda tangan</span></div></div>
</body>
</html>
`;
