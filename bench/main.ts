import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ukurBangunUlang } from './bangun-ulang.js';
import { ukurKueri, ukurMutasi } from './http.js';
import { ukurKluster } from './kluster.js';
import { dokumen, tabel } from './laporan.js';
import { Logs } from './logs.js';
import { ukurMulai } from './mulai.js';
import { ukurPerintah, ukurPerintahTampilan } from './perintah.js';
import { ukurPohon } from './pohon.js';
import { ukurTandaTangan } from './tanda-tangan.js';
import { type Hasil, kabar, memenuhi, NAMA, NAMA_MEJA, type Nama } from './tolok.js';

const UKUR: Readonly<Record<Nama, (logs: Logs) => Promise<Hasil>>> = {
  perintah: ukurPerintah,
  'perintah-tampilan': ukurPerintahTampilan,
  'bangun-ulang': ukurBangunUlang,
  mutasi: ukurMutasi,
  kueri: ukurKueri,
  mulai: ukurMulai,
  pohon: ukurPohon,
  'tanda-tangan': ukurTandaTangan,
  'kluster-64': ukurKluster('kluster-64', 64),
  'kluster-16': ukurKluster('kluster-16', 16),
};

type Pilihan = { readonly json: boolean; readonly nama: readonly Nama[] };

/** Throws TypeError or RangeError for what is not an option of ours. */
const bacaPilihan = (): Pilihan => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
  });
  const diminta = values.only ?? [...(process.env.EVENT_STORE_URL === undefined ? NAMA_MEJA : NAMA)];
  const asing = diminta.filter((n) => !(NAMA as readonly string[]).includes(n));
  if (asing.length > 0) throw new RangeError(`tidak ada tolok ukur bernama ${asing.join(', ')}`);
  return { json: values.json, nama: NAMA.filter((n) => diminta.includes(n)) };
};

const jalankan = async ({ json, nama }: Pilihan): Promise<void> => {
  const logs = new Logs();
  process.once('SIGINT', () => {
    logs.hapus();
    process.exit(130);
  });
  try {
    const hasil: Hasil[] = [];
    for (const n of nama) {
      kabar(n);
      hasil.push(await UKUR[n](logs));
    }
    process.stdout.write(`${json ? dokumen(hasil) : tabel(hasil)}\n`);
    process.exitCode = hasil.every(memenuhi) ? 0 : 1;
  } finally {
    logs.hapus();
  }
};

const utama = async (): Promise<void> => {
  let pilihan: Pilihan;
  try {
    pilihan = bacaPilihan();
  } catch (e) {
    const sebab = e instanceof Error ? e.message : String(e);
    kabar(`${sebab}\nnpm run bench [-- --json] [-- --only NAMA]   NAMA: ${NAMA.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  await jalankan(pilihan);
};

void utama();
