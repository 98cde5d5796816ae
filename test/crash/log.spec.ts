import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { rakit } from './log.rakit.js';
import { CODEC_UJI } from './log.uji.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_LOG ?? 300);
const BENIH = Number(process.env.AMANAH_CRASH_BENIH ?? Date.now() % 1_000_000);

/** mulberry32: a small seeded generator, so that a failing run can be told by its seed. */
const acak = (benih: number) => {
  let a = benih;
  return (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Pengakuan = { readonly posisi: number; readonly banyak: number };

type Bunuh = { readonly sejak: 'lahir' | 'siap'; readonly ms: number };

/** Runs the writer until it is killed, counted from its birth or from when it has opened the log; gives what it acknowledged. */
const putaran = (
  berkas: string,
  folder: string,
  babak: string,
  bunuh: Bunuh,
): Promise<Map<string, Pengakuan>> =>
  new Promise((selesai, gagal) => {
    const utas = Number(babak) % 2 === 0 ? 'utas' : 'di sini';
    const anak = spawn(process.execPath, [berkas, folder, babak, utas], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const diakui = new Map<string, Pengakuan>();
    if (bunuh.sejak === 'lahir') setTimeout(() => anak.kill('SIGKILL'), bunuh.ms);
    createInterface({ input: anak.stdout })
      .on('line', (baris) => {
        if (baris === bunuh.sejak) setTimeout(() => anak.kill('SIGKILL'), bunuh.ms);
        const [perintah, posisi, banyak] = baris.split(' ');
        if (perintah && posisi && banyak)
          diakui.set(perintah, { posisi: Number(posisi), banyak: Number(banyak) });
      })
      .on('close', () => selesai(diakui));
    anak.on('error', gagal);
    anak.on('exit', (_, sinyal) => sinyal === 'SIGKILL' || gagal(new Error('penulis berhenti sendiri')));
  });

it(`tidak satu pun peristiwa yang diakui hilang dalam ${PUTARAN} kali kill -9`, async () => {
  const { folder: rakitan, berkas } = rakit('log.penulis');
  const folder = mkdtempSync(join(tmpdir(), 'amanah-crash-'));
  const undi = acak(BENIH);
  let diakui = 0;
  let tanpaPengakuan = 0;
  let sudahDibaca = 0;
  for (let babak = 0; babak < PUTARAN; babak++) {
    // One in six dies about when it opens and recovers the log.
    const bunuh: Bunuh =
      undi() < 1 / 6 ? { sejak: 'lahir', ms: 30 + undi() * 60 } : { sejak: 'siap', ms: undi() * 120 };
    const pengakuan = await putaran(berkas, folder, `${babak}`, bunuh);
    const store = SqliteEventStore.open(folder, { codec: CODEC_UJI });
    const baru = await store.readAll(sudahDibaca, Number.MAX_SAFE_INTEGER);
    await store.close();
    const ada = Map.groupBy(baru, (e) => e.meta.cmd.id);
    for (const [perintah, { posisi, banyak }] of pengakuan)
      expect(ada.get(perintah)?.map((e) => e.meta.posisi)).toEqual(
        Array.from({ length: banyak }, (_, i) => posisi + i),
      );
    for (const [perintah, events] of ada) {
      const nomor = Number(perintah.split('-')[2]);
      expect(events.map((e) => e.data)).toEqual(
        Array.from({ length: 1 + (nomor % 3) }, (_, urut) => ({ perintah, urut })), // whole, or not at all
      );
    }
    diakui += pengakuan.size;
    tanpaPengakuan += ada.size - pengakuan.size;
    sudahDibaca += baru.length;
  }
  const { ukuran, masalah } = await periksaLog(folder, undefined, CODEC_UJI);
  rmSync(folder, { recursive: true });
  rmSync(rakitan, { recursive: true });
  process.stdout.write(
    `kill -9 log: benih ${BENIH}, ${PUTARAN} putaran, ${diakui} perintah diakui, 0 hilang, ` +
      `${tanpaPengakuan} tersimpan tanpa sempat diakui, ${ukuran} peristiwa utuh\n`,
  );
  expect({ ukuran, masalah }).toEqual({ ukuran: sudahDibaca, masalah: [] });
  expect(diakui).toBeGreaterThan(0);
}, 600_000);
