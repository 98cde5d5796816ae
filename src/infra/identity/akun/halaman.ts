/** Nothing but our own files, spoken to from our own origin; no script in the page, no form that goes anywhere by itself. */
export const KEBIJAKAN_HALAMAN = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Isian = { readonly id: string; readonly label: string; readonly jenis: string; readonly isi: string };
export type Halaman = {
  readonly judul: string;
  readonly pengantar: string;
  readonly isian: readonly Isian[];
  readonly tombol: string;
};

const NAMA: Isian = { id: 'namaPengguna', label: 'Nama pengguna', jenis: 'text', isi: 'username' };
const SANDI_BARU: Isian = { id: 'sandi', label: 'Kata sandi baru', jenis: 'password', isi: 'new-password' };
const ULANG: Isian = { id: 'ulang', label: 'Ulangi kata sandi', jenis: 'password', isi: 'new-password' };

export const HALAMAN = {
  masuk: {
    judul: 'Masuk',
    pengantar: '',
    isian: [
      NAMA,
      { id: 'sandi', label: 'Kata sandi', jenis: 'password', isi: 'current-password' },
      { id: 'kode', label: 'Kode (bila akun Anda memakainya)', jenis: 'text', isi: 'one-time-code' },
    ],
    tombol: 'Masuk',
  },
  awal: {
    judul: 'Akun pertama',
    pengantar:
      'Akun ini menjadi operator: ia mendaftarkan pemerintah daerah dan membuat akun yang lain. Kata sandi paling sedikit 12 karakter; empat kata yang tidak berhubungan mudah diingat dan sukar ditebak.',
    isian: [NAMA, SANDI_BARU, ULANG],
    tombol: 'Buat akun',
  },
  sandi: {
    judul: 'Kata sandi baru',
    pengantar:
      'Kata sandi paling sedikit 12 karakter; empat kata yang tidak berhubungan mudah diingat dan sukar ditebak.',
    isian: [SANDI_BARU, ULANG],
    tombol: 'Simpan',
  },
} as const satisfies Record<string, Halaman>;
export type NamaHalaman = keyof typeof HALAMAN;

const kotak = ({ id, label, jenis, isi }: Isian): string =>
  `<label for="${id}">${label}</label>
<input id="${id}" name="${id}" type="${jenis}" autocomplete="${isi}" spellcheck="false" autocapitalize="none"${id === 'kode' ? ' inputmode="numeric"' : ' required'}>`;

const aman = (teks: string): string => teks.replace(/[&<>"']/g, (huruf) => `&#${huruf.codePointAt(0)};`);

/** `oidc`: what the button of the other way in says. */
export const halaman = (nama: NamaHalaman, oidc?: string): string => {
  const { judul, pengantar, isian, tombol }: Halaman = HALAMAN[nama];
  const lain = oidc === undefined ? '' : `<a class="tombol" href="/masuk/oidc">${aman(oidc)}</a>\n`;
  return kerangka(
    judul,
    `${pengantar === '' ? '' : `<p>${pengantar}</p>\n`}<form id="formulir" data-halaman="${nama}" method="post">
${isian.map(kotak).join('\n')}
<button type="submit">${tombol}</button>
${lain}<p id="kabar" role="alert"></p>
</form>
<noscript><p>Halaman ini memerlukan JavaScript.</p></noscript>`,
    '<script src="/akun/akun.js" type="module"></script>\n',
  );
};

/** What a browser is told that did not ask by a page of ours. */
export const halamanGagal = (pesan: string, kode: string, id: string): string =>
  kerangka(
    'Tidak dapat masuk',
    `<p class="salah" role="alert">${aman(pesan)}</p>
<p class="kecil">${aman(kode)} · ${aman(id)}</p>
<a class="tombol" href="/masuk">Ke halaman masuk</a>`,
  );

const kerangka = (judul: string, isi: string, naskah = ''): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Amanah: ${judul}</title>
<link rel="icon" href="/akun/ikon.svg">
<link rel="stylesheet" href="/akun/akun.css">
</head>
<body>
<main>
<p class="merek">Amanah</p>
<h1>${judul}</h1>
${isi}
</main>
${naskah}</body>
</html>
`;

export const IKON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#14324f"/><path d="M4 12 8 4l4 8M5.5 9.5h5" stroke="#fff" stroke-width="1.5" fill="none"/></svg>`;

export const GAYA = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0; background: #f3f5f8; color: #1b2530; }
main { box-sizing: border-box; max-width: 26rem; margin: 8vh auto 2rem; padding: 1.75rem; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px; }
.merek { margin: 0; font-weight: 600; color: #14324f; letter-spacing: .02em; }
h1 { margin: .25rem 0 1rem; font-size: 1.4rem; }
label { display: block; margin: .9rem 0 .25rem; font-weight: 500; }
input { box-sizing: border-box; width: 100%; padding: .6rem .7rem; font: inherit; color: inherit; background: transparent; border: 1px solid #8795a6; border-radius: 5px; }
input:focus-visible, button:focus-visible, .tombol:focus-visible { outline: 3px solid #2f7fc9; outline-offset: 1px; }
button { width: 100%; min-height: 2.75rem; margin-top: 1.4rem; font: inherit; font-weight: 600; color: #fff; background: #14324f; border: 0; border-radius: 5px; cursor: pointer; }
.tombol { display: block; box-sizing: border-box; min-height: 2.75rem; margin-top: .8rem; padding: .6rem; text-align: center; font-weight: 600; color: inherit; text-decoration: none; border: 1px solid #8795a6; border-radius: 5px; }
.kecil { font-size: .85rem; opacity: .8; overflow-wrap: anywhere; }
button:disabled { opacity: .6; cursor: progress; }
#kabar { min-height: 1.5em; margin: 1rem 0 0; }
.salah { color: #a3161e; }
@media (max-width: 30rem) { main { margin: 0; min-height: 100vh; border: 0; border-radius: 0; } }
@media (prefers-color-scheme: dark) {
  body { background: #10161d; color: #e6ebf1; }
  main { background: #18212b; border-color: #2c3947; }
  .merek { color: #9cc6ee; }
  button { background: #2d6aa3; }
  .salah { color: #ff9aa0; }
}
`;

/** Runs in the browser. The secret of a link leaves the address at once, so that no history keeps it. */
export const SKRIP = `const formulir = document.getElementById('formulir');
const kabar = document.getElementById('kabar');
const tombol = formulir.querySelector('button');
const nama = formulir.dataset.halaman;
const rahasia = location.hash.slice(1);
if (rahasia) history.replaceState(null, '', location.pathname);
const katakan = (teks, salah) => {
  kabar.textContent = teks;
  kabar.className = salah ? 'salah' : '';
};
const isi = (id) => document.getElementById(id)?.value ?? '';
const kirim = async (jalur, muatan) => {
  const jawab = await fetch(jalur, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-amanah': '1' },
    body: JSON.stringify(muatan),
  });
  const badan = await jawab.json();
  if (!jawab.ok) throw new Error(badan.errors?.[0]?.message ?? 'Server tidak dapat menjawab.');
  return badan;
};
const pilihJabatan = (pilihan) => {
  document.querySelector('h1').textContent = 'Pilih jabatan';
  const tombolDari = ({ jabatan, sebutan, status }) => {
    const t = document.createElement('button');
    t.type = 'button';
    t.textContent = status && status !== 'definitif' ? status + ' ' + sebutan : sebutan;
    t.addEventListener('click', () =>
      kirim('/sesi/jabatan', { jabatan }).then(() => location.assign('/'), (galat) => katakan(galat.message, true)),
    );
    return t;
  };
  formulir.replaceChildren(...pilihan.map(tombolDari), kabar);
  formulir.querySelector('button')?.focus();
  katakan(pilihan.length > 0 ? '' : 'Akun ini belum memegang jabatan atau tugas. Hubungi pengelola.', true);
};
const masuk = async () => {
  const kode = isi('kode').trim();
  const sesi = await kirim('/masuk', {
    namaPengguna: isi('namaPengguna'),
    sandi: isi('sandi'),
    ...(kode && { kode }),
  });
  if (sesi.jabatan) location.assign('/');
  else pilihJabatan(sesi.dapatBertindak);
};
const tautan = async () => {
  if (isi('sandi') !== isi('ulang')) throw new Error('Kedua kata sandi tidak sama.');
  const pengguna = nama === 'awal' ? { namaPengguna: isi('namaPengguna') } : {};
  await kirim('/tautan', { rahasia, sandi: isi('sandi'), ...pengguna });
  location.assign('/masuk');
};
/** Come back from the provider with more than one office to choose from. */
const lanjutkan = async () => {
  const jawab = await fetch('/sesi');
  if (!jawab.ok) return;
  const sesi = await jawab.json();
  if (sesi.jabatan) location.assign('/');
  else pilihJabatan(sesi.dapatBertindak);
};
if (nama === 'masuk' && rahasia === 'jabatan') void lanjutkan();
if (nama !== 'masuk' && !rahasia) {
  katakan('Buka tautan yang Anda terima secara utuh.', true);
  tombol.disabled = true;
}
formulir.addEventListener('submit', async (e) => {
  e.preventDefault();
  tombol.disabled = true;
  katakan('Memeriksa …', false);
  try {
    await (nama === 'masuk' ? masuk() : tautan());
  } catch (galat) {
    katakan(galat instanceof TypeError ? 'Server tidak terjangkau.' : galat.message, true);
  }
  tombol.disabled = false;
});
`;
