import { BIDANG } from '../../src/approval/bidang.js';
import { PINTU } from '../../src/approval/pintu.js';
import {
  BACA_SEMUA_CATATAN,
  BATAS_MANDAT,
  KEBIJAKAN,
  PERAN,
  type Peran,
  peranUntuk,
  SE_OPD,
  TINDAKAN,
  type Tindakan,
} from '../../src/approval/wewenang.js';

const MEMBACA = /\.(baca|alamat)$/;
const cakupan = (t: Tindakan, peran: Peran): string => {
  if (!peranUntuk(t).includes(peran)) return '';
  if (peran === 'operator') return 'semua';
  if (t === 'keamanan.baca' && !BACA_SEMUA_CATATAN.includes(peran)) return 'jabatan sendiri dan bawahan';
  return SE_OPD.includes(peran) && !MEMBACA.test(t) ? 'OPD' : 'pemda';
};
const baris = (sel: readonly string[]): string => `| ${sel.join(' | ')} |`;
const tabel = (kepala: readonly string[], isi: readonly (readonly string[])[]): string =>
  [baris(kepala), baris(kepala.map(() => '---')), ...isi.map(baris)].join('\n');

const tindakan = (): string =>
  tabel(
    ['tindakan', ...PERAN],
    TINDAKAN.map((t) => [`\`${t}\``, ...PERAN.map((p) => cakupan(t, p))]),
  );

/** The doors of one kind, under what is asked behind them. */
const pintuMenurutTindakan = (awalan: RegExp): string => {
  const menurut = new Map<string, string[]>();
  for (const [nama, isi] of Object.entries(PINTU).filter(([n]) => awalan.test(n))) {
    const diminta = isi === 'terbuka' ? 'terbuka' : isi.map((t) => `\`${t}\``).join(' atau ');
    menurut.set(diminta, [
      ...(menurut.get(diminta) ?? []),
      `\`${nama.replace(/^(Query|Mutation|Subscription)\./, '')}\``,
    ]);
  }
  return tabel(
    ['yang diminta', 'pintu'],
    [...menurut].map(([diminta, pintu]) => [diminta, pintu.join(', ')]),
  );
};

/** docs/how-to/siapa-boleh-apa.md, from the tables that the program itself asks. */
export const siapaBolehApa = (): string => `# Siapa boleh apa

Halaman ini dibuat dari tabel yang dipakai program (\`src/approval\`); jangan diubah dengan tangan. Ditulis ulang dengan
\`AMANAH_CONTOH_BARU=1 npm test -- --selectProjects penjaga --testPathPatterns siapa-boleh\`. Jawaban setiap pintu kepada
setiap peran, seperti dijalankan, ada di \`test/attack/wewenang.tabel.txt\`.

## Kebijakan

Ditanya menurut urutan ini; yang pertama menolak yang menentukan. Tanpa satu pun yang menolak, permintaan sampai ke aturan dokumennya.

${KEBIJAKAN.map(({ nama, kode, kalimat }, i) => `${i + 1}. **${nama}** (${kode}): ${kalimat}`).join('\n')}

Kedudukan penanya terhadap jabatannya dibaca dari dokumen Jabatan pada saat permintaan datang, bukan dari token atau sesi. Token mesin (tanpa subjek) tidak punya masa jabatan.

## Tindakan dan peran

OPD: di OPD sendiri saja; pemda: di seluruh pemda sendiri; semua: di semua pemda. Peran mengikuti jabatan: kepala daerah, sekretaris daerah, kepala OPD, jabatan di inspektorat, dan bidang bagi jabatan lain. Perencana, pengelola, dan operator adalah tugas yang diberikan kepada akun atau token.

${tindakan()}

## Di luar mandat

${Object.entries(BATAS_MANDAT)
  .map(([status, t = []]) => `- ${status} tidak: ${t.map((satu) => `\`${satu}\``).join(', ')}.`)
  .join('\n')}

Sumber: UU 30/2014 Pasal 14 ayat (7); cakupan setiap tindakan perlu dikonfirmasi.

## Pintu

### Kueri dan langganan

${pintuMenurutTindakan(/^(Query|Subscription)\./)}

### Mutasi

${pintuMenurutTindakan(/^Mutation\./)}

### HTTP

Lembar kerja yang masuk ditanya baris demi baris, seperti mutasi yang sama.

${pintuMenurutTindakan(/^(GET|POST) /)}

### Baris perintah

Yang memegang folder data adalah operator.

${pintuMenurutTindakan(/^amanah /)}

## Bidang

Bidang yang tidak terlihat oleh semua yang melihat objeknya. Yang ditolak hanya bidang itu; selebihnya dijawab.

${tabel(
  ['bidang', 'yang diminta'],
  Object.entries(BIDANG)
    .filter(([, aturan]) => aturan !== 'ikut-induk')
    .map(([bidang, aturan]) => [`\`${bidang}\``, `\`${aturan}\``]),
)}
`;
