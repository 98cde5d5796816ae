import { type BarisSop, CATATAN_WAKTU, type LembarSop } from '../../approval/sop.js';
import { cetakTanggal } from '../../kernel/tanggal.js';

const AMAN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const aman = (teks: string): string => teks.replace(/[&<>"']/g, (c) => AMAN[c] ?? c);

const GAYA = `
@page { size: A4 landscape; margin: 12mm }
* { box-sizing: border-box }
body { font: 10pt/1.35 "Liberation Sans", Arial, sans-serif; color: #111; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem }
h1 { font-size: 14pt; margin: 0 } p { margin: .2rem 0 .8rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #444; padding: .3rem .4rem; vertical-align: middle; overflow-wrap: break-word }
th { background: #eef2f0; font-size: 8.5pt } th:first-child { padding: .2rem 0 } th.pelaku { font-size: 6.5pt; padding: .3rem .1rem }
thead { display: table-header-group } tfoot { display: table-row-group } tr { break-inside: avoid }
td.no, td.waktu { text-align: center } td.ket { font-size: 7.5pt; padding: .2rem }
td.jalur { position: relative; padding: 0; height: 3.6rem }
td.jalur svg { position: absolute; inset: 0; width: 100%; height: 100% }
td.jalur line { stroke: #444; stroke-width: 1.2; vector-effect: non-scaling-stroke }
td.jalur line.lajur { stroke: #bbb; stroke-width: 1 }
i { position: absolute; top: 50%; width: 2.4rem; height: 1.2rem; margin: -.6rem 0 0 -1.2rem; background: #fff; border: 1.4px solid #1c5a45 }
i.ujung { border-radius: .7rem } i.putusan { width: 1.3rem; height: 1.3rem; margin: -.65rem 0 0 -.65rem; transform: rotate(45deg) }
tfoot td { font-weight: bold } .catatan { font-size: 8.5pt; margin-top: .6rem }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8.5pt } td.jalur { height: 2.7rem } th, td { padding: .2rem .3rem } * { print-color-adjust: exact } }
`;

const tengah = (kolom: number, banyak: number): number => ((kolom + 0.5) * 100) / banyak;

/** From where the step before came in, over to this one's column, and out below it; the shape covers the crossing. */
const jalur = (baris: readonly BarisSop[], i: number, banyak: number): string => {
  const [sebelum, ini] = [baris[i - 1], baris[i]];
  if (ini === undefined) return '';
  const x = tengah(ini.pelaku, banyak);
  const garis = (x1: number, y1: number, x2: number, y2: number, kelas = ''): string =>
    `<line${kelas} x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
  const dari = sebelum === undefined ? x : tengah(sebelum.pelaku, banyak);
  const masuk =
    sebelum === undefined ? [] : [garis(dari, 0, dari, 10), garis(dari, 10, x, 10), garis(x, 10, x, 50)];
  const keluar = i === baris.length - 1 ? [] : [garis(x, 50, x, 100)];
  const lajur = Array.from({ length: banyak - 1 }, (_, n) => ((n + 1) * 100) / banyak).map((g) =>
    garis(g, 0, g, 100, ' class="lajur"'),
  );
  return `<td class="jalur" colspan="${banyak}"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${[...lajur, ...masuk, ...keluar].join('')}</svg><i class="${ini.bentuk}" style="left:${x}%"></i></td>`;
};

const satuBaris = (lembar: LembarSop, b: BarisSop, i: number): string =>
  `<tr><td class="no">${b.nomor}</td><td>${aman(b.kegiatan)}</td>${jalur(lembar.baris, i, lembar.pelaku.length)}<td>${aman(b.perlu)}</td><td class="waktu">${b.waktu}</td><td>${aman(b.hasil)}</td><td class="ket">${aman(b.keterangan)}</td></tr>`;

/** By what the route holds: its act, or that it is what Amanah brings along. */
export const dasarSop = ({ versi, akta }: LembarSop): string =>
  akta === null
    ? 'Rute bawaan Amanah; pemda ini belum menetapkan rutenya sendiri'
    : `Versi ${versi}, ${akta.jenis} nomor ${akta.nomor} tanggal ${cetakTanggal(akta.tanggal)} (${akta.pejabat})`;

export const judulSop = ({ dokumen, pemda }: LembarSop): string =>
  `Standar Operasional Prosedur: ${dokumen}, ${pemda}`;

/** The sheet as one page that needs nothing else: no script, no file, no network. */
export const sopHtml = (l: LembarSop): string => {
  const n = l.pelaku.length;
  // Of a hundredth each: the columns of those who act share what is left.
  const lebar = [3, 16, ...l.pelaku.map(() => 44 / n), 11, 8, 11, 7];
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${aman(judulSop(l))}</title><style>${GAYA}</style></head>
<body><h1>${aman(judulSop(l))}</h1><p>${aman(dasarSop(l))}</p>
<table><colgroup>${lebar.map((w) => `<col style="width:${w}%">`).join('')}</colgroup>
<thead><tr><th rowspan="2">No</th><th rowspan="2">Kegiatan</th><th colspan="${n}">Pelaksana</th><th colspan="3">Mutu baku</th><th rowspan="2">Ket.</th></tr>
<tr>${l.pelaku.map((p) => `<th class="pelaku">${aman(p)}</th>`).join('')}<th>Kelengkapan</th><th>Waktu</th><th>Hasil</th></tr></thead>
<tbody>${l.baris.map((b, i) => satuBaris(l, b, i)).join('\n')}</tbody>
<tfoot><tr><td colspan="${n + 3}">Seluruhnya, bila setiap langkah menurut normanya</td><td class="waktu" colspan="3">${l.waktu}</td></tr></tfoot></table>
<p class="catatan">${aman(CATATAN_WAKTU)}</p></body></html>
`;
};
