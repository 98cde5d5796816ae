// What the client does to the process it runs in (quality.md 1.2, C3 and C4). Run as a child, since it would end ours.
// argv: what to do, connection string A, connection string B. Prints one JSON line with what was seen.
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const [, , apa, urlA, urlB] = process.argv;
const a = EventStoreDBClient.connectionString(urlA);
const terlihat = { tanpaPenangkap: [], nasib: 'menggantung' };
const catat = (galat) => terlihat.tanpaPenangkap.push(galat.message);
process.on('unhandledRejection', catat).on('uncaughtException', catat);

const sampai = async (syarat) => {
  for (let i = 0; i < 500 && !syarat(); i++) await new Promise((lanjut) => setTimeout(lanjut, 10));
};
const ikuti = (janji) =>
  janji.then(
    () => {
      terlihat.nasib = 'berhasil';
    },
    (galat) => {
      terlihat.nasib = `ditolak: ${galat.type ?? galat.code}`;
    },
  );

if (apa === 'bigint') {
  ikuti(a.appendToStream('A-1', jsonEvent({ type: 'Dicatat', data: { angka: 1n } }), { deadline: 300 }));
  await sampai(() => terlihat.tanpaPenangkap.length > 0);
  // Long past its deadline.
  await new Promise((lanjut) => setTimeout(lanjut, 600));
} else {
  const b = EventStoreDBClient.connectionString(urlB);
  ikuti(a.appendToStream('A-1', jsonEvent({ type: 'Dicatat', data: {} })));
  // B's server cuts this one's line; A's answers its own append later.
  await b.appendToStream('B-1', jsonEvent({ type: 'Dicatat', data: {} })).catch(() => null);
  await sampai(() => terlihat.tanpaPenangkap.length > 0);
}
process.stdout.write(`${JSON.stringify(terlihat)}\n`, () => process.exit(0));
