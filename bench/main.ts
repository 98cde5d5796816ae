import { parseArgs } from 'node:util';
import { dokumen, tabel } from './laporan.js';
import { type Hasil, kabar, memenuhi, NAMA, type Nama, TOLOK } from './tolok.js';

const CARA_PAKAI = `npm run bench [-- --json] [-- --only NAMA]   NAMA: ${NAMA.join(', ')}`;

const pilihan = (): { json: boolean; nama: readonly Nama[] } => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
  });
  const diminta = values.only ?? [...NAMA];
  const asing = diminta.filter((n) => !(NAMA as readonly string[]).includes(n));
  if (asing.length > 0) throw new RangeError(`tidak ada tolok ukur bernama ${asing.join(', ')}`);
  return { json: values.json, nama: NAMA.filter((n) => diminta.includes(n)) };
};
