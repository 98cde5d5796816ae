export const GAYA_PERIKSA = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0; background: #f3f5f8; color: #1b2530; }
main { box-sizing: border-box; max-width: 44rem; margin: 6vh auto 2rem; padding: 1.75rem; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px; }
.merek { margin: 0; font-weight: 600; color: #14324f; letter-spacing: .02em; }
h1 { margin: .25rem 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
h3 { margin: 0 0 .25rem; font-size: 1rem; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: #55637a; }
dd { margin: 0; overflow-wrap: anywhere; }
ol, ul.berkas { margin: 0; padding: 0; list-style: none; }
ol li { padding: .9rem 0; border-top: 1px solid #d5dbe3; }
ul.berkas li { padding: .6rem 0; border-top: 1px solid #d5dbe3; }
code { display: block; margin-top: .2rem; font: .9rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
p code { display: inline; }
.redup { color: #55637a; }
.keadaan { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0 0 1.25rem; padding: .75rem 1rem; border-left: 5px solid #8795a6; background: #f3f5f8; }
.keadaan strong { font-size: 1.1rem; }
.keadaan.berlaku { border-color: #17724a; background: #e9f6ef; }
.keadaan.menunggu { border-color: #2f7fc9; background: #eaf3fc; }
.keadaan.dibatalkan, .keadaan.dikembalikan { border-color: #a3161e; background: #fdecec; }
.peringatan { margin: 0 0 1.25rem; padding: .75rem 1rem; border: 1px solid #b98500; background: #fff7e0; }
label { display: block; margin: .9rem 0 .25rem; font-weight: 500; }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit; border: 1px dashed #8795a6; border-radius: 5px; }
input:focus-visible { outline: 3px solid #2f7fc9; outline-offset: 1px; }
#hasil { min-height: 1.5em; margin: .75rem 0; font-weight: 600; }
#hasil.cocok { color: #17724a; }
#hasil.berubah, #hasil.asing { color: #a3161e; }
@media (max-width: 40rem) {
  main { margin: 0; min-height: 100vh; padding: 1.25rem; border: 0; border-radius: 0; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
@media (prefers-color-scheme: dark) {
  body { background: #10161d; color: #e6ebf1; }
  main { background: #18212b; border-color: #2c3947; }
  .merek { color: #9cc6ee; }
  dt, .redup { color: #a9b6c6; }
  ol li, ul.berkas li { border-color: #2c3947; }
  .keadaan { background: #202c39; }
  .keadaan.berlaku { background: #15352a; }
  .keadaan.menunggu { background: #16304a; }
  .keadaan.dibatalkan, .keadaan.dikembalikan { background: #43191d; }
  .peringatan { background: #3a2f0f; }
  #hasil.cocok { color: #6fd6a5; }
  #hasil.berubah, #hasil.asing { color: #ff9aa0; }
}
@media print { body, main { background: none; border: 0; margin: 0; } }
`;

/**
 * Runs in the browser. The visitor's file never leaves it. Only the very bytes that were signed are cocok; a file most of
 * whose pieces are ours, or that goes on after the end of ours, is berubah; any other is not ours.
 */
export const SKRIP_PERIKSA = `const BATAS = 64 * 1024 * 1024;
const isian = document.getElementById('berkas');
const hasil = document.getElementById('hasil');
const daftar = document.getElementById('dikenal');
const dikenal = [...(daftar?.children ?? [])].map((li) => ({
  sidik: li.dataset.sidik,
  tanda: Number(li.dataset.tanda),
  panjang: Number(li.dataset.panjang || 0),
  potongan: (li.dataset.potongan || '').split(' ').filter(Boolean),
}));
const heksa = (isi) => [...new Uint8Array(isi)].map((b) => b.toString(16).padStart(2, '0')).join('');
const sidik = async (isi) => heksa(await crypto.subtle.digest('SHA-256', isi));
const katakan = (kelas, teks) => {
  hasil.className = kelas;
  hasil.textContent = teks;
};
const cocok = (ke) => {
  if (dikenal[ke].tanda === 0) return ['', 'COCOK dengan berkas sebelum ditandatangani: belum ada tanda tangan di dalamnya.'];
  if (ke > 0) return ['', 'COCOK dengan berkas yang baru ditandatangani satu pihak, bukan berkas terakhir.'];
  const berlaku = daftar.dataset.keadaan === 'berlaku';
  return [berlaku ? 'cocok' : '', berlaku ? 'COCOK: bita demi bita berkas terakhir yang bertanda tangan.' : 'COCOK dengan berkas terakhir, tetapi lihat keadaan dokumen di atas: ia tidak sedang berlaku.'];
};
const mirip = async (isi, { panjang, potongan }) => {
  if (panjang === 0 || potongan.length === 0) return false;
  const besar = Math.ceil(panjang / potongan.length);
  let sama = 0;
  for (let i = 0; i < potongan.length; i++) {
    const bagian = isi.slice(i * besar, Math.min((i + 1) * besar, panjang));
    if ((await sidik(bagian)).slice(0, 16) === potongan[i]) sama++;
  }
  return sama * 2 >= potongan.length;
};
const periksa = async (berkas) => {
  if (!globalThis.crypto?.subtle) return ['', 'Peramban ini tidak dapat menghitung sidik di halaman tanpa HTTPS.'];
  if (berkas.size > BATAS) return ['asing', 'TIDAK DIKENAL: berkas lebih besar daripada berkas mana pun dari sini.'];
  const isi = await berkas.arrayBuffer();
  const milik = await sidik(isi);
  const ke = dikenal.findIndex((d) => d.sidik === milik);
  if (ke >= 0) return cocok(ke);
  for (const d of dikenal) if (await mirip(isi, d)) return ['berubah', 'BERUBAH: berkas ini berasal dari dokumen ini, tetapi isinya sudah diubah. Jangan dipakai.'];
  return ['asing', 'TIDAK DIKENAL: berkas ini bukan dokumen ini.'];
};
isian?.addEventListener('change', async () => {
  const berkas = isian.files?.[0];
  if (!berkas) return katakan('', '');
  katakan('', 'Menghitung sidik …');
  try {
    katakan(...(await periksa(berkas)));
  } catch {
    katakan('', 'Berkas tidak dapat dibaca.');
  }
});
`;
