import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SqliteEventStore } from '../src/infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../src/infra/view-store/sqlite.view-store.js';
import type { KunciTahun } from '../src/projections/capaian/capaian.query.js';
import { DAFTAR_TAMPILAN } from '../src/projections/runtime/daftar-tampilan.js';
import { Runner } from '../src/projections/runtime/runner.js';
import { tokenUkur } from './http.js';
import { isiKotaPohon, KOTA_POHON } from './kota-pohon.js';
import type { Logs } from './logs.js';
import { hentikan, jalankanServer, portBebas, tanyaSampaiDijawab } from './proses.js';
import { type Hasil, kabar, type Ronde, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;
const SERONDE = 30;
const NYALA = 5; // times that the server is started for its first answer

const { pemda, opd, tahun } = KOTA_POHON;
const ISI =
  'id induk jenis kode uraian tingkat faktorKunci jabatan status indikator satuan target sumberTarget realisasi capaian melayani menjadi crosscutting { opd simpulLain uraian } peringatan { kode kalimat }';
const kunciKueri = (k: KunciTahun): string => `pemda: "${k.pemda}", opd: "${k.opd}", tahun: ${k.tahun}`;
const pohon = (k: KunciTahun): string =>
  JSON.stringify({ query: `{ pohonKinerja(${kunciKueri(k)}) { jumlah simpul { ${ISI} } } }` });
const POHON = pohon(KOTA_POHON);
const TETAP = JSON.stringify({ query: `{ pohonTetap { jumlah simpul { ${ISI} } } }` });
/** Waits in a year that holds nothing: its answer leaves nothing of ours in memory, but the views moved on. */
const MENUNGGU = (posisi: string): string => {
  const k = kunciKueri({ pemda, opd: 'dinas-0', tahun: 2030 });
  return JSON.stringify({ query: `{ pohonKinerja(${k}, setelahPosisi: "${posisi}") { jumlah } }` });
};
const PAGU = ({ opd, tahun }: KunciTahun, pagu: number): string =>
  JSON.stringify({
    query: 'mutation($m: TetapkanPaguMasukan!) { tetapkanPagu(masukan: $m) { posisi } }',
    variables: {
      m: { idPerintah: randomUUID(), pemda, opd, tahun, jenis: 'murni', kode: '2.07.01', pagu: `${pagu}` },
    },
  });

const kuantil = (ms: readonly number[], q: number): number =>
  ms.toSorted((a, b) => a - b)[Math.min(ms.length - 1, Math.floor(ms.length * q))] ?? Number.NaN;
const angka = (ms: number): string => ms.toFixed(1).replace('.', ',');

type Tanya = (badan: string) => Promise<{ ms: number; teks: string }>;
const penanya =
  (port: number, token: string): Tanya =>
  async (badan) => {
    const mulai = performance.now();
    const jawaban = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: badan,
    });
    const teks = await jawaban.text();
    const ms = performance.now() - mulai;
    if (teks.includes('"errors"')) throw new Error(teks.slice(0, 500));
    return { ms, teks };
  };

const kali = async (jumlah: number, ukur: (i: number) => Promise<number>): Promise<number[]> => {
  const hasil: number[] = [];
  for (let i = 0; i < jumlah; i++) hasil.push(await ukur(i));
  return hasil;
};

const isiFolder = async (folder: string): Promise<void> => {
  const mulai = performance.now();
  const store = SqliteEventStore.open(folder);
  const total = await isiKotaPohon(store);
  const views = SqliteViewStore.open(folder);
  await new Runner(store, views, DAFTAR_TAMPILAN).kejar();
  await views.close();
  await store.close();
  const detik = ((performance.now() - mulai) / 1_000).toFixed(1);
  kabar(`kota contoh: ${total.toLocaleString('id-ID')} peristiwa dan tampilannya dalam ${detik} detik`);
};

type Perihal = readonly [sebutan: string, ms: readonly number[]];
const sebut = ([sebutan, ms]: Perihal): string =>
  `${sebutan} p50 ${angka(kuantil(ms, 0.5))} p95 ${angka(kuantil(ms, 0.95))} ms`;

let pagu = 1_000_000;
/** The tree right after an event in that OPD and year. Only the answer is timed, not the wait for the views. */
const sesudah = (tanya: Tanya, k: KunciTahun): Promise<number[]> =>
  kali(SERONDE, async () => {
    const { teks } = await tanya(PAGU(k, pagu++));
    const { data } = JSON.parse(teks) as { data: { tetapkanPagu: { posisi: string } } };
    await tanya(MENUNGGU(data.tetapkanPagu.posisi));
    return (await tanya(POHON)).ms;
  });

/** A server that has answered the smallest question, and nothing of a tree. */
const denganServer = async <T>(folder: string, ukur: (tanya: Tanya) => Promise<T>): Promise<T> => {
  const [port, token] = [await portBebas(), tokenUkur(folder)];
  const server = jalankanServer(join(__dirname, 'server.js'), { AMANAH_DATA: folder, PORT: `${port}` });
  const siap = JSON.stringify({ query: `{ pemda(kode: "${pemda}") { nama } }` });
  try {
    await tanyaSampaiDijawab(server, port, token, siap);
    return await ukur(penanya(port, token));
  } finally {
    await hentikan(server);
  }
};

const ukurHangat = async (tanya: Tanya): Promise<{ ronde: Ronde[]; perihal: Perihal[]; p95: number }> => {
  const hangat = (badan = POHON) => kali(SERONDE, async () => (await tanya(badan)).ms);
  await hangat(); // compiled by V8 before it counts
  await hangat(TETAP);
  await sesudah(tanya, KOTA_POHON);
  const tahunItu: number[] = [];
  const ronde = await selangSeling(
    RONDE,
    async () => {
      const ms = await sesudah(tanya, KOTA_POHON);
      tahunItu.push(...ms);
      return kuantil(ms, 0.5);
    },
    async () => kuantil(await hangat(TETAP), 0.5),
  );
  const belumPernah = await kali(SERONDE, async (i) => {
    return (await tanya(pohon({ pemda, opd: `dinas-${i < 20 ? i : i + 1}`, tahun }))).ms;
  });
  const perihal: Perihal[] = [
    ['sesudah peristiwa di OPD dan tahun itu', tahunItu],
    ['di tahun lain OPD itu', await sesudah(tanya, { pemda, opd, tahun: tahun - 1 })],
    ['di OPD lain', await sesudah(tanya, { pemda, opd: 'dinas-10', tahun })],
    ['tanpa peristiwa', [...(await hangat()), ...(await hangat())]],
    ['OPD yang belum pernah ditanyakan', belumPernah],
  ];
  return { ronde, perihal, p95: kuantil(tahunItu, 0.95) };
};

/** The tree of one OPD of a city of 40 OPD, 5 years and 20,000 indicators: asked over HTTP, one at a time. */
export const ukurPohon = async (_: Logs): Promise<Hasil> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-tolok-pohon-'));
  try {
    await isiFolder(folder);
    const pertama = await kali(NYALA, () => denganServer(folder, async (tanya) => (await tanya(POHON)).ms));
    return await denganServer(folder, async (tanya) => {
      const { teks } = await tanya(POHON);
      const { data } = JSON.parse(teks) as { data: { pohonKinerja: { jumlah: number } } };
      const { ronde, perihal, p95 } = await ukurHangat(tanya);
      const catatan = [
        `${data.pohonKinerja.jumlah} simpul, ${Math.round(teks.length / 1_024)} kB`,
        ...perihal.map(sebut),
        sebut(['jawaban pertama sesudah dinyalakan', pertama]),
        `beban mesin ${angka(loadavg()[0] ?? Number.NaN)}`,
      ].join('; ');
      return simpulkan(TOLOK.pohon, ronde, catatan, p95);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
