import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { dinas, isiLog } from '../../bench/kota.js';
import { berkasLog } from '../../src/infra/event-store/berkas-log.js';
import { berkasKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, perintahTersimpan, tokenPerencana } from '../support/beban-koreksi.js';
import { akarPada, CADANGAN, cadangkanAcak, pulihkanSemua, ukuranBerbeda } from '../support/cadangan.js';
import { jalankanAmanah, nyalakan } from '../support/server-paket.js';

const DINAS = 20; // about 10,000 events: the copy takes several steps, and commits fall between them

const bytesDari = (folder: string): readonly string[] => {
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true });
  const bytes = db.prepare('SELECT bytes FROM events ORDER BY pos').all() as { bytes: string }[];
  db.close();
  return bytes.map((b) => b.bytes);
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
    const cadangan = await cadangkanAcak(ruang.folder, (...argumen) =>
      jalankanAmanah(dist, { AMANAH_DATA: ruang.folder }, ...argumen),
    );
    henti.abort();
    const { diakui, takTerjawab } = await beban;
    server.proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);
    expect(takTerjawab).toEqual([]);

    const akar = await akarPada(bytesDari(ruang.folder), cadangan);
    const { akarBeda, tampilanBeda } = await pulihkanSemua(ruang.folder, cadangan, akar);
    const tersimpan = await perintahTersimpan(ruang.folder);
    const hilang = [...diakui].filter((id) => tersimpan.get(id) !== 1);
    const berbeda = ukuranBerbeda(cadangan);
    console.log(
      `cadangan: ${CADANGAN} di bawah beban (${diakui.size} perintah diakui, ${hilang.length} hilang), ` +
        `${berbeda} ukuran antara ${cadangan[0]?.ukuran} dan ${cadangan.at(-1)?.ukuran} peristiwa, ` +
        `semuanya dipulihkan: ${akarBeda} akar beda, ${tampilanBeda} beda tampilan`,
    );
    expect({ akarBeda, tampilanBeda, hilang }).toEqual({ akarBeda: 0, tampilanBeda: 0, hilang: [] });
    expect(berbeda).toBeGreaterThan(CADANGAN / 2); // or nothing was written meanwhile
  } finally {
    hapus();
    await ruang.tutup();
  }
}, 1_800_000);
