import { LogTerkunci } from '../../src/infra/event-store/kunci-log.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';

// node log.kunci.js FOLDER: opens the log to write and holds it until standard input ends; or says who holds it.

try {
  const store = SqliteEventStore.open(process.argv[2] ?? '');
  process.stdout.write('pegang\n');
  process.stdin.resume().on('end', () => void store.close());
} catch (e) {
  if (!(e instanceof LogTerkunci)) throw e;
  process.stdout.write(`terkunci ${e.pemegang?.pid}\n`);
}
