import { randomInt } from 'node:crypto';
import { Hitungan, kodeAturan } from './hitungan.js';
import { type Hasil, jalankanAcak, persingkat } from './urutan.js';

const PENUH = 200_000; // what .ci/run asks for; every `npm test` runs a share of it
const BANYAK = Number(process.env.AMANAH_MODEL ?? 3_000);
const BENIH = Number(process.env.AMANAH_BENIH ?? randomInt(2 ** 31));
const BATAS_MS = 1_800_000; // a busy machine; alone it is a few minutes
/** The golden ratio of 2^32: neighbouring sequences get seeds far apart. */
const LANGKAH_BENIH = 2_654_435_769;

const tulis = (teks: string): void => void process.stdout.write(`${teks}\n`);

const ceritakan = (ke: number, hasil: Hasil): string => {
  const { urutan, beda } = persingkat(hasil);
  return [
    `model: beda pada urutan ke-${ke + 1}; ulangi dengan AMANAH_BENIH=${BENIH} AMANAH_MODEL=${ke + 1}`,
    `urutan terpendek: ${JSON.stringify(urutan)}`,
    `tentang: ${beda?.soal}`,
    `menurut model: ${JSON.stringify(beda?.diharapkan)}`,
    `menurut aturan: ${JSON.stringify(beda?.didapat)}`,
  ].join('\n');
};

it(
  `${BANYAK} urutan perintah acak atas dokumen perencanaan: aturan dan model berkata sama`,
  () => {
    const hitungan = new Hitungan();
    for (let i = 0; i < BANYAK; i++) {
      const hasil = jalankanAcak((BENIH + i * LANGKAH_BENIH) | 0, hitungan.catat);
      if (hasil.beda !== null) throw new Error(ceritakan(i, hasil));
    }
    const { perintah, diterima, ditolak } = hitungan.jumlah;
    const ringkasan = `${BANYAK} urutan, ${perintah} perintah (${diterima} diterima, ${ditolak} ditolak), 0 beda`;
    if (BANYAK >= PENUH) tulis(hitungan.tabel());
    tulis(`model: benih ${BENIH}, ${ringkasan}`);
    if (BANYAK < PENUH) return;
    expect(hitungan.jarangDiterima(100)).toEqual([]);
    expect(kodeAturan().filter((k) => !hitungan.kode.has(k))).toEqual([]);
  },
  BATAS_MS,
);
