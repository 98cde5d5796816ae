import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dinas, isiLog } from '../../bench/kota.js';
import { KlienEsdb } from '../../src/infra/event-store/esdb.klien.js';
import { milikServer } from '../../src/infra/event-store/sequencer.js';
import { berkasKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, tokenPerencana } from '../support/beban-koreksi.js';
import {
  akarPada,
  CADANGAN,
  type Cadangan,
  cadangkanAcak,
  pulihkanSemua,
  ukuranBerbeda,
} from '../support/cadangan.js';
import { mulaiTiruan } from '../support/esdb-tiruan/tiruan.js';
import { mulaiKluster, perintahKluster } from '../support/kluster.js';
import { denganPostgres } from '../support/postgres.js';
import { jalankanAmanah, nyalakan, type ServerPaket } from '../support/server-paket.js';

const DINAS = 1; // with one city about 750 events: the copy takes several pages, and commits fall between them
const SEAPLIKASI = 3; // callers
const JEDA_MS = 200; // of a caller: one document does not grow past what a city writes in years
const KE_LOG_KOSONG = 3; // of the backups also go back into an EventStoreDB

/** Our events in the server's own order, whatever numbers they were given. */
async function* bytesDari(url: string): AsyncGenerator<string> {
  const klien = new KlienEsdb(url);
  try {
    let halaman = await klien.bacaSesudah(null);
    while (halaman.length > 0) {
      for (const r of halaman) if (!milikServer(r)) yield r.bytes ?? '';
      halaman = await klien.bacaSesudah(halaman.at(-1)?.letak ?? null);
    }
  } finally {
    await klien.tutup();
  }
}

/** Restores it into an empty log. True: the root is the same there, and the views are those of a clean fold. */
const utuhDiLogKosong = async (dist: string, induk: string, c: Cadangan): Promise<boolean> => {
  const kosong = await mulaiTiruan();
  try {
    const lingkungan = { EVENT_STORE_URL: kosong.url, AMANAH_DATA: join(induk, `log-${c.ukuran}`) };
    await jalankanAmanah(dist, lingkungan, 'pulihkan', c.folder);
    const hasil = JSON.parse(await jalankanAmanah(dist, lingkungan, 'verifikasi')) as object;
    const { utuh, ukuran, akar } = hasil as { utuh: boolean; ukuran: number; akar: string };
    return utuh && ukuran === c.ukuran && akar === c.akar;
  } finally {
    await kosong.tutup();
  }
};

denganPostgres('cadangan kluster', () => {
  it(`${CADANGAN} cadangan pada saat acak di bawah beban: akar dan tampilan setiap pemulihan sama`, async () => {
    const ruang = new Ruang();
    const kluster = await mulaiKluster();
    const { folder: dist, hapus } = bangun();
    const hidup: ServerPaket[] = [];
    const henti = new AbortController();
    const [satu, dua] = [kluster.lingkungan(1), kluster.lingkungan(2)];
    const EVENT_STORE_URL = satu.EVENT_STORE_URL ?? '';
    try {
      await isiLog(ruang.store, dinas(DINAS));
      await ruang.impor(berkasKota('pontianak-2023'));
      await ruang.views.close();
      await ruang.store.close();
      await jalankanAmanah(dist, { ...satu, AMANAH_DATA: ruang.folder }, 'pindahkan', '--ke', 'kluster');
      for (const { AMANAH_DATA } of [satu, dua]) mkdirSync(AMANAH_DATA, { recursive: true });
      const token = tokenPerencana(satu.AMANAH_DATA);
      copyFileSync(join(satu.AMANAH_DATA, 'token.json'), join(dua.AMANAH_DATA, 'token.json'));
      for (const l of [satu, dua]) hidup.push(await nyalakan(dist, l.AMANAH_DATA, l));
      const beban = hidup.map(({ alamat }) =>
        koreksiTerus({ alamat, token, pemanggil: SEAPLIKASI, henti: henti.signal, jeda: JEDA_MS }),
      );
      const cadangan = await cadangkanAcak(ruang.folder, (...argumen) =>
        jalankanAmanah(dist, satu, ...argumen),
      );
      henti.abort();
      const diakui = (await Promise.all(beban)).flatMap((hasil) => [...hasil.diakui]);
      for (const { proses } of hidup) {
        proses.kill('SIGTERM');
        expect(await once(proses, 'exit')).toEqual([0, null]);
      }
      const akar = await akarPada(bytesDari(EVENT_STORE_URL), cadangan);
      const { akarBeda, tampilanBeda } = await pulihkanSemua(ruang.folder, cadangan, akar);
      let rusakDiLogKosong = 0;
      for (const c of cadangan.slice(0, KE_LOG_KOSONG))
        if (!(await utuhDiLogKosong(dist, ruang.folder, c))) rusakDiLogKosong++;
      const tersimpan = await perintahKluster(satu);
      const hilang = diakui.filter((id) => tersimpan.get(id) !== 1).length;
      const berbeda = ukuranBerbeda(cadangan);
      process.stdout.write(
        `cadangan kluster: ${CADANGAN} di bawah beban (${diakui.length} perintah diakui, ${hilang} hilang), ` +
          `${berbeda} ukuran antara ${cadangan[0]?.ukuran} dan ${cadangan.at(-1)?.ukuran} peristiwa, ` +
          `semuanya dipulihkan: ${akarBeda} akar beda, ${tampilanBeda} beda tampilan; ` +
          `${Math.min(KE_LOG_KOSONG, CADANGAN)} juga ke log kosong: ${rusakDiLogKosong} beda\n`,
      );
      expect({ akarBeda, tampilanBeda, rusakDiLogKosong, hilang }).toEqual({
        akarBeda: 0,
        tampilanBeda: 0,
        rusakDiLogKosong: 0,
        hilang: 0,
      });
      expect(berbeda).toBeGreaterThan(CADANGAN / 2); // or nothing was written meanwhile
    } finally {
      henti.abort();
      for (const { proses } of hidup) proses.kill('SIGKILL');
      hapus();
      await kluster.tutup();
      await ruang.tutup();
    }
  }, 1_800_000);
});
