import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { AMANAH } from '../../src/infra/event-store/registri.js';
import { PostgresViewStore } from '../../src/infra/view-store/postgres.view-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { acak, lipatBersih, semuaEvent, tempatBaru, terlihat } from '../contract/runner.contoh.js';
import { bangun } from '../support/bangun.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { TahunAcak } from '../support/tahun-acak.js';
import { PenulisUji } from '../support/tampilan-uji.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_TAMPILAN ?? 60);
const TIAP_PUTARAN = 60;

/** An instance that does nothing but fold the views, as the worker of a server does. */
const PELIPAT = `
const [, , dist, folder, basisData] = process.argv;
const muat = (nama) => require(dist + '/' + nama + '.js');
const { SqliteEventStore } = muat('infra/event-store/sqlite.event-store');
const { DAFTAR_TAMPILAN } = muat('projections/runtime/daftar-tampilan');
const { Runner } = muat('projections/runtime/runner');
muat('infra/view-store/postgres.view-store').PostgresViewStore.open(basisData).then((views) => {
  const sewa = views.sewa(String(process.pid), 200); // short, so that a round is more than waiting for its end
  const store = SqliteEventStore.open(folder, { bacaSaja: true });
  const lapor = (pesan) => process.stderr.write(pesan + '\\n');
  new Runner(store, views, DAFTAR_TAMPILAN, { sewa, lapor, jeda: 20, ukuran: { kotor: 20, halaman: 16 } }).jalan();
  process.stdout.write('siap');
  setInterval(() => undefined, 60_000);
});`;

denganPostgres('tampilan bersama di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  it(`menyamai lipatan bersih setelah ${PUTARAN} kali kill -9 atas satu dari dua proses`, async () => {
    const { folder: dist, hapus } = bangun();
    const alamat = await gugus.kosong();
    const tempat = tempatBaru(AMANAH);
    const akar = mkdtempSync(join(tmpdir(), 'amanah-pelipat-'));
    const program = join(akar, 'pelipat.cjs');
    writeFileSync(program, PELIPAT);
    const nyalakan = async (): Promise<ChildProcess> => {
      const proses = spawn(process.execPath, [program, dist, tempat.folder, alamat], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (proses.stdout) await once(proses.stdout, 'data');
      return proses;
    };
    const matikan = async (proses: ChildProcess | undefined): Promise<void> => {
      if (proses === undefined) return;
      proses.kill('SIGKILL');
      await once(proses, 'exit');
    };
    const penulis = new PenulisUji(tempat.store);
    const log = new TahunAcak(acak(77)).banyak(PUTARAN * TIAP_PUTARAN);
    const proses = [await nyalakan(), await nyalakan()];
    const views = await PostgresViewStore.open(alamat);
    const posisi = () => Promise.all(DAFTAR_TAMPILAN.map((v) => views.posisi(v.nama)));
    try {
      let maju = 0;
      for (let i = 0; i < PUTARAN; i++) {
        const [sebelum] = await posisi();
        await penulis.catat(log.slice(i * TIAP_PUTARAN, (i + 1) * TIAP_PUTARAN));
        await tidur(randomInt(10, 200));
        const korban = randomInt(2);
        await matikan(proses[korban]);
        proses[korban] = await nyalakan();
        if ((await posisi())[0] !== sebelum) maju++;
      }
      const ujung = await tempat.store.posisi();
      for (
        const tenggat = performance.now() + 60_000;
        (await posisi()).some((p) => p < ujung);
        await tidur(20)
      )
        expect(performance.now()).toBeLessThan(tenggat);
      const events = await semuaEvent(tempat.store);
      for (const view of DAFTAR_TAMPILAN)
        expect(await terlihat(views, view.nama)).toEqual(lipatBersih(view, events));
      console.log(
        `${PUTARAN} kill -9 pelipat: ${events.length} peristiwa, tampilan maju di ${maju} putaran, 0 beda`,
      );
      expect(maju).toBeGreaterThan(PUTARAN / 4);
    } finally {
      for (const p of proses) await matikan(p);
      await views.close();
      await tempat.hapus();
      rmSync(akar, { recursive: true });
      hapus();
    }
  }, 600_000);
});
