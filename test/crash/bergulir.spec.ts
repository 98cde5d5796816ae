import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { AKAR } from '../../src/akar.js';
import { harapanKota, KOTA } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { tokenPerencana } from '../support/beban-koreksi.js';
import { mulaiKluster, perintahKluster } from '../support/kluster.js';
import { Pejabat } from '../support/pejabat.js';
import { Penyeimbang } from '../support/penyeimbang.js';
import { denganPostgres } from '../support/postgres.js';
import { jalankanAmanah, nyalakan, type ServerPaket } from '../support/server-paket.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_BERGULIR ?? 6);
const SEDOKUMEN = 4; // callers at the one document of each city
const TENANG_MS = 1_500; // between two restarts
const BATAS_HENTI_MS = 10_000;

/** Ends one with SIGTERM. Gives how long that took; throws unless its exit status is 0. */
const hentikan = async ({ proses, galat }: ServerPaket): Promise<number> => {
  const selesai = once(proses, 'exit');
  const sejak = performance.now();
  proses.kill('SIGTERM');
  const [status] = await selesai;
  if (status !== 0) throw new Error(`status keluar ${status}: ${galat()}`);
  return performance.now() - sejak;
};

const jumlah = (kali: ReadonlyMap<string, number>): number => [...kali.values()].reduce((a, b) => a + b, 0);

denganPostgres('dua aplikasi di belakang penyeimbang beban', () => {
  it(`dimulai ulang bergantian ${PUTARAN} kali di bawah beban: tidak seorang pun melihat galat`, async () => {
    const kluster = await mulaiKluster();
    const { folder: dist, hapus } = bangun();
    const penyeimbang = await Penyeimbang.mulai();
    const henti = new AbortController();
    const hidup = new Set<ServerPaket>();
    const tempat = [kluster.lingkungan(1), kluster.lingkungan(2)] as const;
    const [satu, dua] = tempat;
    const amanah = (...argumen: string[]): Promise<string> => jalankanAmanah(dist, satu, ...argumen);
    const mulai = async (ke: 0 | 1): Promise<ServerPaket> => {
      const server = await nyalakan(dist, tempat[ke].AMANAH_DATA, { ...tempat[ke], AMANAH_LOG: 'warn' });
      hidup.add(server);
      await penyeimbang.pasang(ke, server.alamat);
      return server;
    };
    try {
      await amanah('impor', ...KOTA.map((kota) => join(AKAR, 'contoh', `${kota}.json`)));
      const token = KOTA.map((kota) => {
        const { pemda, opd } = harapanKota(kota);
        return tokenPerencana(satu.AMANAH_DATA, pemda, opd);
      });
      mkdirSync(dua.AMANAH_DATA);
      copyFileSync(join(satu.AMANAH_DATA, 'token.json'), join(dua.AMANAH_DATA, 'token.json'));
      const jalan: [ServerPaket, ServerPaket] = [await mulai(0), await mulai(1)];
      const para = new Pejabat(penyeimbang.url, henti.signal);
      const kerja = KOTA.map((kota, i) => para.bekerja(kota, SEDOKUMEN, token[i] ?? ''));
      const lamaHenti: number[] = [];
      for (let i = 0; i < PUTARAN; i++) {
        const ke = i % 2 === 0 ? 0 : 1;
        await tidur(TENANG_MS);
        lamaHenti.push(await hentikan(jalan[ke]));
        jalan[ke] = await mulai(ke);
      }
      await tidur(TENANG_MS);
      henti.abort();
      await Promise.all(kerja);
      for (const server of jalan) lamaHenti.push(await hentikan(server));
      const { utuh, masalah } = JSON.parse(await amanah('verifikasi')) as {
        utuh: boolean;
        masalah: unknown[];
      };
      const kali = await perintahKluster(satu);
      const hilang = [...para.diakui].filter((id) => !kali.has(id)).length;
      const ganda = [...kali.values()].filter((n) => n > 1).length;
      const hentiTerlama = Math.max(...lamaHenti);
      process.stdout.write(
        `dua aplikasi, ${PUTARAN} kali dimulai ulang bergantian, ${KOTA.length * SEDOKUMEN} pemanggil: ` +
          `${para.dijawab} permintaan, ${para.diakui.size} perintah diakui, ${jumlah(para.galat)} galat, ` +
          `${hilang} hilang, ${ganda} ganda, ${masalah.length} beda tampilan, ${penyeimbang.dialihkan} dialihkan, ` +
          `jawaban terlama ${para.terlama.toFixed(0)} ms, berhenti terlama ${hentiTerlama.toFixed(0)} ms\n`,
      );
      expect([...para.galat]).toEqual([]);
      expect({ utuh, masalah, hilang, ganda }).toEqual({ utuh: true, masalah: [], hilang: 0, ganda: 0 });
      expect(hentiTerlama).toBeLessThan(BATAS_HENTI_MS);
      expect(para.diakui.size).toBeGreaterThan(PUTARAN * KOTA.length * SEDOKUMEN);
    } finally {
      henti.abort();
      for (const { proses } of hidup) proses.kill('SIGKILL');
      await penyeimbang.tutup();
      hapus();
      await kluster.tutup();
    }
  }, 600_000);
});
