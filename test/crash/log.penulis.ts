import { BERKAS_PENULIS } from '../../src/infra/event-store/penulis.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { RevisiBentrok } from '../../src/kernel/event-store.js';
import { CODEC_UJI, perintahUji } from './log.uji.js';

// node log.penulis.js FOLDER NAME [THREAD]: writes without end on a few streams, several commands in one group, and prints
// each command with its position once it is durable; 'utas': by a writer of its own thread. When the store stops for good, says so and ends with 1.

const PENULIS = 8;
const STREAM = 5;

const tulisTerus = async (store: SqliteEventStore, babak: string, nomor: number): Promise<void> => {
  const stream = `Uji-${nomor % STREAM}`;
  let { head } = await store.read(stream);
  for (let i = 0; ; i++) {
    const perintah = `${babak}-${nomor}-${i}`;
    const { heads, committed } = store.append([perintahUji(stream, head, perintah, 1 + (i % 3))]);
    try {
      const tersimpan = await committed;
      head = heads[0] ?? head;
      process.stdout.write(`${perintah} ${tersimpan[0]?.meta.letak} ${tersimpan.length}\n`);
    } catch (e) {
      if (!(e instanceof RevisiBentrok)) throw e;
      ({ head } = await store.read(stream)); // another of us was first on this stream
    }
  }
};

const [, , folder = '', babak = '', utas] = process.argv;
const pekerja = utas === 'utas' ? BERKAS_PENULIS : null;
const store = SqliteEventStore.open(folder, { codec: CODEC_UJI, pekerja });
let rusak = 'tidak';
store.onRusak((sebab) => {
  rusak = sebab.message;
});
process.stdout.write('siap\n');
Promise.allSettled(Array.from({ length: PENULIS }, (_, nomor) => tulisTerus(store, babak, nomor))).then(
  (hasil) => {
    const nama = hasil.map((h) => (h.status === 'rejected' ? (h.reason as Error).name : h.status));
    process.stdout.write(`berhenti ${JSON.stringify({ rusak, nama })}\n`, () => process.exit(1));
  },
);
