import { cetakTanggal } from '../../kernel/tanggal.js';
import { type BagianTeks, cetakSidik, TIDAK_TERSERTIFIKASI_HALAMAN, waktuTampil } from './kata-periksa.js';
import type { BerkasDikenal, NaskahTampil, PenandatanganTampil } from './periksa-publik.js';

const GANTI: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const aman = (teks: string): string => teks.replace(/[&<>"']/g, (c) => GANTI[c] ?? c);

const KEADAAN: Readonly<Record<NaskahTampil['keadaan'], BagianTeks>> = {
  menunggu: ['Menunggu tanda tangan', 'Naskah ini belum ditandatangani semua pihak, jadi belum berlaku.'],
  berlaku: ['Berlaku', 'Ditandatangani semua pihak dan sedang berlaku.'],
  digantikan: ['Digantikan', 'Pernah berlaku, dan sudah digantikan oleh Perjanjian Kinerja Perubahan.'],
  dikembalikan: ['Dikembalikan', 'Naskah ini dikembalikan untuk diperbaiki dan tidak berlaku.'],
  dibatalkan: ['Dibatalkan', 'Naskah ini ditarik sebelum ditandatangani semua pihak dan tidak berlaku.'],
};
const PENYEDIA: Readonly<Record<string, string>> = { tertanam: 'Amanah', 'bsre-v2': 'BSrE (BSSN)' };

const baris = (nama: string, isi: string): string => `<dt>${nama}</dt><dd>${isi}</dd>`;

const lewat = ({ dicatat, bukti, basah }: PenandatanganTampil): string => {
  if (basah !== null) return 'Tanda tangan basah; dicatat dari pindaiannya.';
  if (dicatat) return 'Ditandatangani di kertas; disalin ke Amanah.';
  if (bukti === null) return 'Secara elektronik di Amanah, tanpa tanda tangan di dalam berkas.';
  const jaminan = bukti.jaminan === 'tersertifikasi' ? 'tersertifikasi' : 'tidak tersertifikasi';
  return `${PENYEDIA[bukti.penyedia] ?? bukti.penyedia}, ${jaminan}, tingkat ${bukti.tingkat}`;
};

const penandatangan = (p: PenandatanganTampil, { zona }: NaskahTampil): string => `<li>
<h3>Pihak ${p.pihak === 1 ? 'Pertama' : 'Kedua'}: ${aman(p.sebutan)}</h3>
<dl>${[
  baris('Nama', p.nama === null ? '<span class="redup">tidak ditampilkan</span>' : aman(p.nama)),
  ...(p.nip === null ? [] : [baris('NIP', aman(p.nip))]),
  ...(p.basah === null
    ? [baris('Waktu', waktuTampil(p.pada, zona)), baris('Penyedia', lewat(p))]
    : [
        baris('Tanggal tercetak', cetakTanggal(p.basah.tanggal)),
        baris('Cara', lewat(p)),
        baris('Dicatat', waktuTampil(p.pada, zona)),
        baris('Pindaian (SHA-256)', `<code>${cetakSidik(p.basah.berkas)}</code>`),
      ]),
].join('')}</dl>
</li>`;

const isiBerkas = (n: number): string =>
  n === 0
    ? 'Berkas sebelum ditandatangani'
    : n === 1
      ? 'Berkas dengan satu tanda tangan'
      : 'Berkas dengan kedua tanda tangan';

const berkas = (b: BerkasDikenal, ke: number): string => {
  const data = `data-sidik="${b.sidik}" data-tanda="${b.tandaTangan}" data-panjang="${b.panjang ?? ''}" data-potongan="${b.potongan.join(' ')}"`;
  const akhir = ke === 0 ? ' <strong>(terakhir)</strong>' : '';
  return `<li ${data}>${isiBerkas(b.tandaTangan)}${akhir}<code>${cetakSidik(b.sidik)}</code></li>`;
};

const formulir = (t: NaskahTampil): string =>
  t.berkas.length === 0
    ? '<p>Belum ada berkas bertanda tangan yang dapat dibandingkan.</p>'
    : `<p>Cocokkan berkas Anda. Berkas dibaca di peramban ini dan tidak dikirim ke mana pun.</p>
<label for="berkas">Berkas PDF</label>
<input id="berkas" type="file" accept="application/pdf,.pdf">
<p id="hasil" role="status"></p>
<noscript><p>Tanpa JavaScript: hitung SHA-256 berkas Anda (<code>sha256sum berkas.pdf</code>) dan bandingkan dengan yang di bawah ini.</p></noscript>
<ul id="dikenal" class="berkas" data-keadaan="${t.keadaan}">${t.berkas.map(berkas).join('')}</ul>`;

const kerangka = (judul: string, isi: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${judul}</title>
<link rel="icon" href="/akun/ikon.svg">
<link rel="stylesheet" href="/periksa/periksa.css">
</head>
<body>
<main>
<p class="merek">Amanah: periksa dokumen</p>
${isi}
</main>
</body>
</html>
`;

/** The page of one text. */
export const halamanPeriksa = (t: NaskahTampil): string => {
  const [nama, arti] = KEADAAN[t.keadaan];
  const lemah = t.penandatangan.some((p) => p.bukti?.jaminan === 'tidak-tersertifikasi');
  const isi = `<h1>${aman(t.judul)}</h1>
<p class="keadaan ${t.keadaan}"><strong>${nama}</strong><span>${arti}${t.olehVersi === null ? '' : ` (versi ${t.olehVersi})`}</span></p>
${lemah ? `<p class="peringatan">${TIDAK_TERSERTIFIKASI_HALAMAN}</p>` : ''}
<dl>${[
    baris('Pemerintah daerah', aman(t.pemerintah)),
    baris('Jenis', `${t.jenis === 'murni' ? 'Murni' : 'Perubahan'}, versi ${t.versi}`),
    baris('Diajukan', waktuTampil(t.diajukanPada, t.zona)),
    ...(t.menunggu === null ? [] : [baris('Ditunggu', aman(t.menunggu))]),
  ].join('')}</dl>
<h2>Tanda tangan</h2>
${t.penandatangan.length === 0 ? '<p>Belum ada.</p>' : `<ol>${t.penandatangan.map((p) => penandatangan(p, t)).join('')}</ol>`}
<h2>Berkas</h2>
${formulir(t)}
<h2>Sidik naskah</h2>
<p><code>${cetakSidik(t.sidik)}</code></p>
<p class="redup">Kode QR saja tidak membuktikan apa pun: pastikan alamat halaman ini milik pemerintah daerah Anda, dan cocokkan berkasnya di atas.</p>
<script src="/periksa/periksa.js" type="module"></script>`;
  return kerangka(aman(t.judul), isi);
};

/** The same for every address that is not one of ours. */
export const halamanTidakDikenal = (): string =>
  kerangka(
    'Dokumen tidak dikenal',
    `<h1>Dokumen tidak dikenal</h1>
<p class="keadaan dibatalkan"><strong>Tidak dikenal</strong><span>Tidak ada dokumen Amanah dengan alamat ini.</span></p>
<p>Periksa lagi alamatnya, huruf besar dan kecilnya berbeda. Bila alamat ini berasal dari dokumen yang Anda terima, dokumen itu bukan dari sini: tanyakan kepada instansi penerbitnya.</p>`,
  );

/** Too many from one address. */
export const halamanTerlaluSering = (detik: number): string =>
  kerangka(
    'Terlalu sering',
    `<h1>Terlalu sering</h1>
<p>Terlalu banyak pemeriksaan dari alamat jaringan Anda. Coba lagi setelah ${detik} detik.</p>`,
  );
