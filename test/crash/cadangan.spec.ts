import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as tidur } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dinas, isiLog } from '../../bench/kota.js';
import { pulihkan } from '../../src/infra/cadangan/pulihkan.js';
import { berkasLog } from '../../src/infra/event-store/berkas-log.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { Frontier, leafHash } from '../../src/infra/integrity/merkle.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import { berkasKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, perintahTersimpan, tokenPerencana } from '../support/beban-koreksi.js';
import { nyalakan } from '../support/server-paket.js';

const CADANGAN = Number(process.env.AMANAH_CRASH_CADANGAN ?? 20);
const DINAS = 20; // about 10,000 events: the copy takes several steps, and commits fall between them
const jalankan = promisify(execFile);

/** Roots of a log at the sizes asked, out of the bytes themselves. */
const akarPada = (folder: string, ukuran: readonly number[]): Map<number, string> => {
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true });
  const frontier = Frontier.kosong();
  const akar = new Map<number, string>();
  for (const { bytes } of db.prepare('SELECT bytes FROM events ORDER BY pos').iterate()) {
    frontier.tambah(leafHash(bytes as string));
    if (ukuran.includes(frontier.ukuran))
      akar.set(frontier.ukuran, Buffer.from(frontier.akar()).toString('hex'));
  }
  db.close();
  return akar;
};

/** Builds the views of a restored folder as a start would, and compares them with a clean fold. */
const bedaTampilan = async (folder: string): Promise<number> => {
  const store = SqliteEventStore.open(folder);
  const views = SqliteViewStore.open(folder);
  const runner = new Runner(store, views, DAFTAR_TAMPILAN);
  await runner.kejar();
  const beda = await periksaTampilan(store, views, DAFTAR_TAMPILAN);
  const tertinggal = (await views.posisi('riwayat')) !== (await store.posisi());
  await runner.berhenti();
  await views.close();
  await store.close();
  return beda.length + (tertinggal ? 1 : 0);
};

it(`${CADANGAN} cadangan pada saat acak di bawah beban: akar dan tampilan setiap pemulihan sama`, async () => {
  const ruang = new Ruang();
  const { folder: dist, hapus } = bangun();
  try {
    await isiLog(ruang.store, dinas(DINAS));
    await ruang.impor(berkasKota('pontianak-2023'));
    await ruang.views.close();
    await ruang.store.close();
    const server = await nyalakan(dist, ruang.folder);
    const selesai = once(server.proses, 'exit');
    const henti = new AbortController();
    const token = tokenPerencana(ruang.folder);
    const beban = koreksiTerus({ alamat: server.alamat, token, pemanggil: 8, henti: henti.signal });
    const env = { ...process.env, AMANAH_DATA: ruang.folder };
    const cadangan: { folder: string; ukuran: number; akar: string }[] = [];
    for (let i = 0; i < CADANGAN; i++) {
      await tidur(randomInt(0, 400));
      const folder = join(ruang.folder, `cadangan-${i}`);
      const perintah = [join(dist, 'paket/amanah.js'), 'cadangkan', folder, '--json'];
      const { stdout } = await jalankan(process.execPath, perintah, { env });
      cadangan.push({ folder, ...(JSON.parse(stdout) as { ukuran: number; akar: string }) });
    }
    henti.abort();
    const { diakui, takTerjawab } = await beban;
    server.proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);
    expect(takTerjawab).toEqual([]);

    const akar = akarPada(
      ruang.folder,
      cadangan.map((c) => c.ukuran),
    );
    let [akarBeda, tampilanBeda] = [0, 0];
    for (const [i, c] of cadangan.entries()) {
      const tujuan = join(ruang.folder, `pulih-${i}`);
      await pulihkan(c.folder, tujuan, null, () => undefined);
      const { ukuran, akar: nyata, masalah } = await periksaLog(tujuan);
      expect(masalah).toEqual([]);
      if (ukuran !== c.ukuran || nyata !== c.akar || akar.get(ukuran) !== nyata) akarBeda++;
      tampilanBeda += await bedaTampilan(tujuan);
    }
    const tersimpan = await perintahTersimpan(ruang.folder);
    const hilang = [...diakui].filter((id) => tersimpan.get(id) !== 1);
    const berbeda = new Set(cadangan.map((c) => c.ukuran)).size;
    const [awal, akhir] = [cadangan[0]?.ukuran, cadangan.at(-1)?.ukuran];
    console.log(
      `cadangan: ${CADANGAN} di bawah beban (${diakui.size} perintah diakui, ${hilang.length} hilang), ` +
        `${berbeda} ukuran antara ${awal} dan ${akhir} peristiwa, semuanya dipulihkan: ${akarBeda} akar beda, ${tampilanBeda} beda tampilan`,
    );
    expect({ akarBeda, tampilanBeda, hilang }).toEqual({ akarBeda: 0, tampilanBeda: 0, hilang: [] });
    expect(berbeda).toBeGreaterThan(CADANGAN / 2); // or nothing was written meanwhile
  } finally {
    hapus();
    await ruang.tutup();
  }
}, 1_800_000);
