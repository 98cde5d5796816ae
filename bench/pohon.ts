import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SqliteEventStore } from '../src/infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../src/infra/view-store/sqlite.view-store.js';
import { kunciFakta, tandaFakta } from '../src/projections/capaian/fakta.js';
import { kunciPohon } from '../src/projections/pohon-kinerja/pohon-kinerja.projection.js';
import { pkTahun, TAMPILAN_POHON } from '../src/projections/pohon-kinerja/pohon-kinerja.query.js';
import { DAFTAR_TAMPILAN } from '../src/projections/runtime/daftar-tampilan.js';
import { Runner } from '../src/projections/runtime/runner.js';
import { tokenUkur } from './http.js';
import { isiKotaPohon, KOTA_POHON } from './kota-pohon.js';
import type { Logs } from './logs.js';
import { hentikan, jalankanServer, portBebas, tanyaSampaiDijawab } from './proses.js';
import { type Hasil, kabar, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;
const SERONDE = 60;
const SESUDAH_PERUBAHAN = 15;

const { pemda, opd, tahun } = KOTA_POHON;
const KUNCI = `pemda: "${pemda}", opd: "${opd}", tahun: ${tahun}`;
const ISI =
  'id induk jenis kode uraian tingkat faktorKunci jabatan status indikator satuan target sumberTarget realisasi capaian melayani menjadi crosscutting { opd simpulLain uraian } peringatan { kode kalimat }';
const POHON = JSON.stringify({ query: `{ pohonKinerja(${KUNCI}) { jumlah simpul { ${ISI} } } }` });
const MENUNGGU = (posisi: string): string =>
  JSON.stringify({ query: `{ pohonKinerja(${KUNCI}, setelahPosisi: "${posisi}") { jumlah } }` });
const PAGU = (pagu: number): string =>
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

/** The rows that the answer is made of, read and parsed and nothing more. */
const bacaPolos = async (views: SqliteViewStore): Promise<number> => {
  const mulai = performance.now();
  await Promise.all([
    views.baca(TAMPILAN_POHON[0], [kunciFakta.pemda(pemda), kunciFakta.opd(pemda, opd)]),
    views.daftar(TAMPILAN_POHON[0], [tandaFakta.tahunDari(pemda, opd)], { batas: 1_000 }),
    pkTahun(views, KOTA_POHON),
    views.baca(TAMPILAN_POHON[2], [kunciPohon.pohon(pemda, opd, 2021), kunciPohon.selaras(pemda, opd, 2021)]),
  ]);
  return performance.now() - mulai;
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

/** After an event in the year itself: everything is read and computed again. Only the answer is timed, not the wait for the view. */
const sesudahPerubahan = (tanya: Tanya): Promise<number[]> =>
  kali(SESUDAH_PERUBAHAN, async (i) => {
    const { teks } = await tanya(PAGU(1_000_000 + i));
    const { data } = JSON.parse(teks) as { data: { tetapkanPagu: { posisi: string } } };
    // Waits in another year's tree: its answer leaves nothing of ours in memory but the views moved on.
    await tanya(MENUNGGU(data.tetapkanPagu.posisi).replace(`tahun: ${tahun}`, `tahun: ${tahun - 4}`));
    return (await tanya(POHON)).ms;
  });

/** The tree of one OPD of a city of 40 OPD, 5 years and 20,000 indicators: asked over HTTP, one at a time. */
export const ukurPohon = async (_: Logs): Promise<Hasil> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-tolok-pohon-'));
  try {
    await isiFolder(folder);
    const [port, token] = [await portBebas(), tokenUkur(folder)];
    const server = jalankanServer(join(__dirname, 'server.js'), { AMANAH_DATA: folder, PORT: `${port}` });
    const views = SqliteViewStore.open(folder);
    try {
      await tanyaSampaiDijawab(
        server,
        port,
        token,
        JSON.stringify({ query: `{ pemda(kode: "${pemda}") { nama } }` }),
      );
      const tanya = penanya(port, token);
      const pertama = await tanya(POHON);
      const { data } = JSON.parse(pertama.teks) as { data: { pohonKinerja: { jumlah: number } } };
      await kali(SERONDE, async () => (await tanya(POHON)).ms); // compiled by V8 before it counts
      const hangat: number[] = [];
      const ronde = await selangSeling(
        RONDE,
        async () => {
          const ms = await kali(SERONDE, async () => (await tanya(POHON)).ms);
          hangat.push(...ms);
          return kuantil(ms, 0.5);
        },
        async () => kuantil(await kali(SERONDE, () => bacaPolos(views)), 0.5),
      );
      const berubah = await sesudahPerubahan(tanya);
      const catatan = [
        `${data.pohonKinerja.jumlah} simpul, ${Math.round(pertama.teks.length / 1_024)} kB`,
        `hangat p50 ${angka(kuantil(hangat, 0.5))} p95 ${angka(kuantil(hangat, 0.95))} ms`,
        `sesudah perubahan p50 ${angka(kuantil(berubah, 0.5))} p95 ${angka(kuantil(berubah, 0.95))} ms`,
        `pertama ${angka(pertama.ms)} ms`,
      ].join('; ');
      return simpulkan(TOLOK.pohon, ronde, catatan);
    } finally {
      await views.close();
      await hentikan(server);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
