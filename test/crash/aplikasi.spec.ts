import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as tidur } from 'node:timers/promises';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import { berkasKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, perintahTersimpan, tokenPerencana } from '../support/beban-koreksi.js';
import { nyalakan } from '../support/server-paket.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_APLIKASI ?? 50);
const PEMANGGIL = 8;
it(`tidak satu pun perintah yang diakui hilang atau berganda setelah ${PUTARAN} kali kill -9 atas seluruh aplikasi`, async () => {
  const ruang = new Ruang();
  const { folder: dist, hapus } = bangun();
  try {
    await ruang.impor(berkasKota('pontianak-2023'));
    await ruang.views.close();
    await ruang.store.close();
    const token = tokenPerencana(ruang.folder);
    const diakui = new Set<string>();
    for (let i = 0; i < PUTARAN; i++) {
      const server = await nyalakan(dist, ruang.folder);
      const beban = koreksiTerus({ alamat: server.alamat, token, pemanggil: PEMANGGIL });
      await tidur(randomInt(20, 400));
      server.proses.kill('SIGKILL');
      const [hasil] = await Promise.all([beban, once(server.proses, 'exit')]);
      for (const id of hasil.diakui) diakui.add(id);
    }
    const { masalah, ukuran } = await periksaLog(ruang.folder);
    expect(masalah).toEqual([]);
    const store = SqliteEventStore.open(ruang.folder);
    const views = SqliteViewStore.open(ruang.folder);
    const runner = new Runner(store, views, DAFTAR_TAMPILAN);
    const jumlah = await perintahTersimpan(ruang.folder);
    const hilang = [...diakui].filter((id) => jumlah.get(id) === undefined);
    const ganda = [...diakui].filter((id) => (jumlah.get(id) ?? 0) > 1);
    await runner.kejar();
    const beda = await periksaTampilan(store, views, DAFTAR_TAMPILAN);
    console.log(
      `${PUTARAN} kill -9 aplikasi: ${diakui.size} diakui, ${ukuran} peristiwa, ${hilang.length} hilang, ${ganda.length} ganda, ${beda.length} beda tampilan`,
    );
    expect(diakui.size).toBeGreaterThan(PUTARAN);
    expect({ hilang, ganda, beda }).toEqual({ hilang: [], ganda: [], beda: [] });
    await runner.berhenti();
    await views.close();
    await store.close();
  } finally {
    hapus();
    await ruang.tutup();
  }
}, 1_800_000);
