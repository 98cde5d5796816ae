import { bacaBsre, type KonfigurasiBsre } from '../infra/konfigurasi/bsre.js';
import type { BarisUji } from '../infra/signing/bsre.uji.js';
import { Rahasia } from '../kernel/rahasia.js';
import { bacaPilihan, tanpaPosisi } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { tabel } from './tabel.js';
import { tanya } from './tanya.js';

const LABEL = 'Diuji terhadap tiruan menurut uraian publik; belum dijalankan terhadap BSrE.';
const KOLOM = [
  { judul: 'uji' },
  { judul: 'diharapkan' },
  { judul: 'jawaban' },
  { judul: 'hasil' },
  { judul: 'ms', kanan: true },
];
const PETUNJUK: ReadonlyMap<string, string> = new Map([
  ['LETAK_BERBEDA', 'Letak berbeda: coba AMANAH_BSRE_ASAL_Y=bawah, atau AMANAH_BSRE_TAMPILAN=tersembunyi.'],
  ['BUKAN_PENANDATANGAN', 'Nama, surel, atau NIK berbeda dari sertifikat: periksa AMANAH_BSRE_COCOK.'],
  ['SERTIFIKAT_TIDAK_DIPERCAYA', 'Akar sertifikat BSrE belum ada di AMANAH_BSRE_AKAR.'],
]);

const jalankanUji = async (bsre: KonfigurasiBsre): Promise<readonly BarisUji[]> => {
  const [pengenal = '', nama = '', frasa = ''] = await tanya([
    { teks: 'NIK atau surel akun uji' },
    { teks: 'Nama pada sertifikatnya' },
    { teks: 'Frasa sandi', rahasia: true },
  ]);
  const dikenal = pengenal.includes('@') ? { nik: null, surel: pengenal } : { nik: pengenal, surel: null };
  const [{ bukaBsre }, { UjiBsre }] = await Promise.all([
    import('../infra/signing/bsre.penyedia.js'),
    import('../infra/signing/bsre.uji.js'),
  ]);
  const rahasia = new Rahasia(frasa);
  const siapa = { subjek: 'uji', nama, sebutan: 'Akun uji', ...dikenal };
  const uji = new UjiBsre(bukaBsre(bsre, { now: () => new Date() }), siapa, rahasia);
  return uji.jalankan().finally(() => rahasia.hapus());
};

const cetak = (baris: readonly BarisUji[]): string => {
  const petunjuk = baris.flatMap((b) =>
    b.sesuai ? [] : (PETUNJUK.get(b.jawaban.split(' ')[1] ?? '') ?? []),
  );
  const isi = baris.map((b) => [
    b.uji,
    b.diharapkan,
    b.jawaban,
    b.sesuai ? 'sesuai' : 'TIDAK SESUAI',
    String(b.milidetik),
  ]);
  return [tabel(KOLOM, isi), ...petunjuk, LABEL].join('\n');
};

/** `uji-bsre`: tries the configured service with a test account, and says what was as expected. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  tanpaPosisi(bacaPilihan(argumen, []));
  const { bsre, salah } = bacaBsre(process.env, true);
  if (bsre === undefined) throw new SalahPakai(`Konfigurasi tidak sah. ${salah.join('. ')}.`);
  const baris = await jalankanUji(bsre);
  const sesuai = baris.every((b) => b.sesuai);
  return { json: { sesuai, baris }, teks: () => cetak(baris), status: sesuai ? 0 : 1 };
};
