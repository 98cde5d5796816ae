import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { AKAR } from '../../src/akar.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, tokenPerencana } from '../support/beban-koreksi.js';
import { mulaiKluster, perintahKluster } from '../support/kluster.js';
import { denganPostgres } from '../support/postgres.js';
import { jalankanAmanah, nyalakan, type ServerPaket } from '../support/server-paket.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_KLUSTER ?? 12);
const TIAP_MS = 5_000;
const PEMANGGIL = 8;

denganPostgres('dua aplikasi atas satu log dan satu basis data tampilan', () => {
  it(`satu dibunuh setiap ${TIAP_MS} ms, ${PUTARAN} kali: tampilan menyamai lipatan bersih`, async () => {
    const kluster = await mulaiKluster();
    const { folder: dist, hapus } = bangun();
    const henti = new AbortController();
    const hidup = new Set<ServerPaket>();
    const tempat = [1, 2].map((ke) => kluster.lingkungan(ke));
    const [satu] = tempat;
    if (satu === undefined) throw new Error('tidak ada tempat');
    const amanah = (...argumen: string[]): Promise<string> => jalankanAmanah(dist, satu, ...argumen);
    try {
      await amanah('impor', join(AKAR, 'contoh/pontianak-2023.json'));
      const diakui = new Set<string>();
      const mulai = async (ke: number): Promise<{ server: ServerPaket; beban: Promise<unknown> }> => {
        const lingkungan = tempat[ke] ?? satu;
        mkdirSync(lingkungan.AMANAH_DATA, { recursive: true });
        const server = await nyalakan(dist, lingkungan.AMANAH_DATA, lingkungan);
        hidup.add(server);
        const token = tokenPerencana(lingkungan.AMANAH_DATA);
        const { signal } = henti;
        const beban = koreksiTerus({ alamat: server.alamat, token, pemanggil: PEMANGGIL, henti: signal });
        const tercatat = beban.then((hasil) => {
          for (const id of hasil.diakui) diakui.add(id);
        });
        return { server, beban: tercatat };
      };
      const jalan = [await mulai(0), await mulai(1)];
      for (let i = 0; i < PUTARAN; i++) {
        await tidur(TIAP_MS);
        const korban = jalan[i % 2];
        korban?.server.proses.kill('SIGKILL');
        await korban?.beban;
        jalan[i % 2] = await mulai(i % 2);
      }
      henti.abort();
      await Promise.all(jalan.map(({ beban }) => beban));
      for (const { server } of jalan) {
        server.proses.kill('SIGTERM');
        await once(server.proses, 'exit');
      }
      const { utuh, ukuran, masalah } = JSON.parse(await amanah('verifikasi')) as {
        utuh: boolean;
        ukuran: number;
        masalah: readonly unknown[];
      };
      const kali = await perintahKluster(satu);
      const hilang = [...diakui].filter((id) => !kali.has(id)).length;
      const ganda = [...kali.values()].filter((n) => n > 1).length;
      process.stdout.write(
        `dua aplikasi, ${PUTARAN} kali kill -9: ${diakui.size} diakui, ${ukuran} peristiwa, ${hilang} hilang, ${ganda} ganda, ${masalah.length} beda tampilan\n`,
      );
      expect({ utuh, hilang, ganda }).toEqual({ utuh: true, hilang: 0, ganda: 0 });
      expect(diakui.size).toBeGreaterThan(PUTARAN);
    } finally {
      henti.abort();
      for (const { proses } of hidup) proses.kill('SIGKILL');
      hapus();
      await kluster.tutup();
    }
  }, 1_800_000);
});
