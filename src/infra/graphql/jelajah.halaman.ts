/** One tab of the explorer. */
export type Tab = { readonly query: string; readonly variables?: string };

const aman = (nilai: unknown): string => JSON.stringify(nilai).replaceAll('<', '\\u003c'); // no </script> inside

/** The explorer page. Everything it loads stands under /jelajah/ on this server; `contoh` are the first tabs. */
export const halamanJelajah = (contoh: readonly Tab[]): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Amanah: penjelajah GraphQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/jelajah/graphiql.css">
<link rel="stylesheet" href="/jelajah/halaman.css">
</head>
<body>
<form id="token-form" autocomplete="off">
<strong>Amanah</strong>
<label for="token">Token</label>
<input id="token" type="password" autocomplete="off" placeholder="amanah_… (dicetak oleh npm run demo)" spellcheck="false">
<button type="submit">Pakai</button>
<span id="keadaan" role="status"></span>
</form>
<div id="graphiql">Memuat…</div>
<script id="contoh" type="application/json">${aman(contoh)}</script>
<script src="/jelajah/react.js"></script>
<script src="/jelajah/react-dom.js"></script>
<script src="/jelajah/graphiql.js"></script>
<script type="module" src="/jelajah/halaman.js"></script>
</body>
</html>
`;

export const GAYA_JELAJAH = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font-family: system-ui, sans-serif; }
#token-form { display: flex; gap: .6rem; align-items: center; padding: .45rem .9rem; border-bottom: 1px solid #ccd; background: #f6f7fb; font-size: 14px; }
#token { flex: 1; max-width: 34rem; padding: .3rem .5rem; font: inherit; border: 1px solid #99a; border-radius: 4px; }
#token-form button { padding: .3rem .9rem; font: inherit; cursor: pointer; }
#keadaan { color: #445; }
#graphiql { flex: 1; min-height: 0; }
`;

/** Runs in the browser. The token stays in this tab (sessionStorage); `#token=…` in the address fills it in and is wiped. */
export const SKRIP_JELAJAH = `import { createClient } from '/jelajah/graphql-ws/client.js';
const { React, ReactDOM, GraphiQL } = window;
const KUNCI = 'amanah:token';
const dariAlamat = new URLSearchParams(location.hash.slice(1)).get('token');
if (dariAlamat) {
  sessionStorage.setItem(KUNCI, dariAlamat);
  history.replaceState(null, '', location.pathname);
}
const isian = document.getElementById('token');
const keadaan = document.getElementById('keadaan');
isian.value = sessionStorage.getItem(KUNCI) ?? '';
const kepala = () => (isian.value.trim() ? { authorization: 'Bearer ' + isian.value.trim() } : {});

const kirim = async (permintaan) => {
  const jawab = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-amanah': '1', ...kepala() },
    body: JSON.stringify(permintaan),
  });
  return jawab.json();
};
const langganan = (permintaan) => {
  const klien = createClient({
    url: location.origin.replace(/^http/, 'ws') + '/graphql',
    connectionParams: kepala(),
    retryAttempts: 0,
  });
  return klien.iterate(permintaan);
};
const adalahLangganan = ({ query, operationName }, { documentAST } = {}) =>
  documentAST
    ? documentAST.definitions.some(
        (d) => d.operation === 'subscription' && (!operationName || d.name?.value === operationName),
      )
    : /^\\s*subscription\\b/m.test(query);
const fetcher = (permintaan, opsi) =>
  adalahLangganan(permintaan, opsi) ? langganan(permintaan) : kirim(permintaan);

const contoh = JSON.parse(document.getElementById('contoh').textContent);
const akar = ReactDOM.createRoot(document.getElementById('graphiql'));
let versi = 0;
// A new key makes GraphiQL ask for the schema again, now with the token.
const gambar = () =>
  akar.render(
    React.createElement(GraphiQL, {
      key: versi++,
      fetcher,
      ...(contoh.length > 0 && { defaultTabs: contoh }),
      defaultQuery: '# Tulis permintaan di sini, lalu tekan tombol jalankan (Ctrl-Enter).\\n',
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
      forcedTheme: 'light',
    }),
  );
const periksa = async () => {
  const jawab = await kirim({ query: '{ __typename }' }).catch(() => null);
  keadaan.textContent = !jawab
    ? 'Server tidak menjawab.'
    : jawab.errors
      ? isian.value.trim()
        ? jawab.errors[0].message
        : 'Masuk dahulu (/masuk), atau tempel token: tanpa itu semua permintaan ditolak.'
      : isian.value.trim()
        ? 'Token dikenal.'
        : 'Anda masuk dengan sesi Anda.';
};
document.getElementById('token-form').addEventListener('submit', (e) => {
  e.preventDefault();
  sessionStorage.setItem(KUNCI, isian.value.trim());
  periksa();
  gambar();
});
periksa();
gambar();
`;
