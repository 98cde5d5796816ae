/** What is measured, in the order in which it is run: the logs made for one are used again by the next. */
export const NAMA_MEJA = [
  'perintah',
  'perintah-tampilan',
  'bangun-ulang',
  'mutasi',
  'kueri',
  'mulai',
  'pohon',
  'tanda-tangan',
] as const;
/** Against the EventStoreDB of EVENT_STORE_URL, which must be empty or hold what an earlier run put there. */
export const NAMA_KLUSTER = ['kluster-64', 'kluster-16'] as const;
export const NAMA = [...NAMA_MEJA, ...NAMA_KLUSTER] as const;
export type Nama = (typeof NAMA)[number];

/** One round: ours and, right after it, the bare counterpart, both in the unit of the benchmark. */
export type Ronde = { readonly kami: number; readonly polos: number };

export type Tolok = {
  readonly nama: Nama;
  /** The least ratio we ask; for 'ms' the most. */
  readonly bawah: number;
  /** Where people wait for it: the p95 in ms must be less than this, whatever the ratio. */
  readonly batasP95?: number;
  /** '/detik': more is better, 'ms': less is better. The ratio is always ours over the bare figure. */
  readonly satuan: '/detik' | 'ms';
  readonly dibanding: string;
};

export const TOLOK: Readonly<Record<Nama, Tolok>> = {
  perintah: {
    nama: 'perintah',
    bawah: 0.5,
    satuan: '/detik',
    dibanding: 'node:sqlite menulis baris yang sama, 64 per transaksi',
  },
  'perintah-tampilan': {
    nama: 'perintah-tampilan',
    bawah: 0.3,
    satuan: '/detik',
    dibanding: 'node:sqlite menulis baris yang sama, 64 per transaksi',
  },
  'bangun-ulang': {
    nama: 'bangun-ulang',
    bawah: 0.5,
    satuan: '/detik',
    dibanding: 'baca, urai, dan tulis setiap baris akhir satu kali',
  },
  mutasi: {
    nama: 'mutasi',
    bawah: 0.6,
    satuan: '/detik',
    dibanding: 'mutasi yang tidak berbuat apa-apa, masukan yang sama',
  },
  kueri: {
    nama: 'kueri',
    bawah: 0.65,
    satuan: '/detik',
    dibanding: 'jawaban tetap dengan bentuk yang sama',
  },
  'kluster-64': {
    nama: 'kluster-64',
    bawah: 0.6,
    satuan: '/detik',
    dibanding: 'klien EventStoreDB: baca stream, lalu tambah dengan credentials; 64 pemanggil',
  },
  'kluster-16': {
    nama: 'kluster-16',
    bawah: 0.6,
    satuan: '/detik',
    dibanding: 'sama, 16 pemanggil',
  },
  pohon: {
    nama: 'pohon',
    bawah: 2.5,
    batasP95: 50,
    satuan: 'ms',
    dibanding: 'pohon yang sama sebagai jawaban tetap',
  },
  'tanda-tangan': {
    nama: 'tanda-tangan',
    bawah: 0.5,
    batasP95: 150,
    satuan: 'ms',
    dibanding: 'prosesor untuk scrypt frasa sandi (N = 2^17)',
  },
  mulai: { nama: 'mulai', bawah: 1.3, satuan: 'ms', dibanding: 'aplikasi Nest + GraphQL yang kosong' },
};

export type Hasil = {
  readonly tolok: Tolok;
  readonly nilai: number;
  /** The round whose ratio is the median: its two figures give exactly `nilai`. */
  readonly tengah: Ronde;
  readonly terendah: number;
  readonly tertinggi: number;
  readonly catatan: string | null;
  /** ms; null where no `batasP95` is asked. */
  readonly p95: number | null;
};

const rasio = ({ kami, polos }: Ronde): number => kami / polos;

/**
 * The median over the rounds of ours / bare. Each ratio comes from neighbours in time, so that a machine
 * that slows down half-way slows both; the number of rounds is odd, so that the median is a round that was run.
 */
export const simpulkan = (
  tolok: Tolok,
  ronde: readonly Ronde[],
  catatan: string | null = null,
  p95: number | null = null,
): Hasil => {
  if (ronde.length % 2 === 0) throw new RangeError('jumlah ronde harus ganjil');
  const urut = ronde.toSorted((a, b) => rasio(a) - rasio(b));
  const tengah = urut[(urut.length - 1) / 2];
  const [awal, akhir] = [urut[0], urut.at(-1)];
  if (tengah === undefined || awal === undefined || akhir === undefined) throw new RangeError('tanpa ronde');
  return {
    tolok,
    nilai: rasio(tengah),
    tengah,
    terendah: rasio(awal),
    tertinggi: rasio(akhir),
    catatan,
    p95,
  };
};

const cepat = ({ tolok: { batasP95 }, p95 }: Hasil): boolean =>
  batasP95 === undefined || (p95 !== null && p95 < batasP95);

export const memenuhi = (h: Hasil): boolean =>
  cepat(h) && (h.tolok.satuan === 'ms' ? h.nilai <= h.tolok.bawah : h.nilai >= h.tolok.bawah);

/** A B A B …: ours, then the bare one, `jumlah` times. */
export const selangSeling = async (
  jumlah: number,
  kami: (ronde: number) => Promise<number>,
  polos: (ronde: number) => Promise<number>,
): Promise<Ronde[]> => {
  const hasil: Ronde[] = [];
  for (let i = 0; i < jumlah; i++) {
    const ronde = { kami: await kami(i), polos: await polos(i) };
    hasil.push(ronde);
    kabar(`  ronde ${i + 1}/${jumlah}: ${ronde.kami.toFixed(0)} terhadap ${ronde.polos.toFixed(0)}`);
  }
  return hasil;
};

/** Progress is for people and goes to standard error: standard output holds the result alone. */
export const kabar = (teks: string): void => {
  process.stderr.write(`${teks}\n`);
};
