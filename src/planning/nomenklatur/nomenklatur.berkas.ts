import { bacaSel } from '../../kernel/isian-lembar.js';
import {
  BATAS_BACA,
  type BarisLembar,
  type BatasBaca,
  KOSONG,
  type Kolom,
  type LembarKerja,
  type LembarTerbaca,
  type Sel,
} from '../../kernel/lembar-kerja.js';
import { type Kode, Penolakan, tolak } from '../../kernel/penolakan.js';

/** A row of the file and the number that a person sees beside it. */
export type BarisBerkas = {
  readonly nomor: number;
  readonly kode: string;
  readonly nama: string;
  readonly satuan: string | null;
};
export type BerkasNomenklatur = {
  readonly baris: readonly BarisBerkas[];
  readonly ditolak: readonly { readonly nomor: number; readonly penolakan: Penolakan }[];
};

/** A whole version is about 400 KB and 10,000 rows. */
const BATAS: BatasBaca = { ...BATAS_BACA, bita: 5 * 1024 * 1024, baris: 20_001 };
const KOLOM = [
  { kunci: 'kode', judul: 'Kode', jenis: 'kode' },
  { kunci: 'nama', judul: 'Nama', jenis: 'teks' },
  { kunci: 'satuan', judul: 'Satuan', jenis: 'teks' },
] as const satisfies readonly Kolom[];
type Letak = readonly [kode: number, nama: number, satuan: number];

const BERKAS: readonly Kode[] = [
  'BERKAS_BUKAN_LEMBAR_KERJA',
  'BERKAS_TIDAK_AMAN',
  'BERKAS_TERLALU_BESAR',
  'BERKAS_TIDAK_TERBACA',
];

const tidakSah = (sebab: unknown): never => tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab });

/** The reader's refusals name templates; a nomenclature has none. */
const sebagaiNomenklatur = (e: unknown): never => {
  if (e instanceof Penolakan && BERKAS.includes(e.kode)) return tidakSah(e.rincian.sebab ?? 'rusak');
  throw e;
};

const judul = (s: Sel): string => ('nilai' in s ? String(s.nilai).trim().toLowerCase() : '');

const letakKolom = (kepala: BarisLembar | undefined): Letak => {
  const semua = (kepala?.sel ?? []).map(judul);
  const [kode, nama, satuan] = KOLOM.map((k) => semua.indexOf(k.kunci)) as [number, number, number];
  return kode < 0 || nama < 0 ? tidakSah('kolom kode dan nama wajib ada') : [kode, nama, satuan];
};

const satuBaris = ({ nomor, sel }: BarisLembar, letak: Letak, selebar: number): BarisBerkas => {
  if (sel.length > selebar)
    tolak('SEL_TIDAK_SAH', { sebab: `baris ini memuat ${sel.length} sel, sedangkan judulnya ${selebar}` });
  const [kode, nama, satuan] = KOLOM.map((k, i) => bacaSel(k, sel[letak[i] ?? -1] ?? KOSONG));
  return { nomor, kode: kode ?? '', nama: nama ?? '', satuan: satuan ?? null };
};

/** The columns kode, nama and (where there is one) satuan of the first sheet that says something, and every row that cannot be read. */
export const barisNomenklatur = (semua: readonly LembarTerbaca[]): BerkasNomenklatur => {
  const [kepala, ...isi] = semua.find((l) => l.baris.length > 0)?.baris ?? [];
  const letak = letakKolom(kepala);
  const baris: BarisBerkas[] = [];
  const ditolak: BerkasNomenklatur['ditolak'][number][] = [];
  for (const b of isi) {
    try {
      baris.push(satuBaris(b, letak, kepala?.sel.length ?? 0));
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
      ditolak.push({ nomor: b.nomor, penolakan: e });
    }
  }
  return { baris, ditolak };
};

/**
 * Reads an XLSX or CSV. Refuses BERKAS_NOMENKLATUR_TIDAK_SAH with its cause: too large, not UTF-8, open quotes, other
 * columns.
 */
export const bacaBerkasNomenklatur = async (
  lembarKerja: Pick<LembarKerja, 'baca'>,
  bita: Uint8Array,
): Promise<BerkasNomenklatur> => {
  if (bita.byteLength > BATAS.bita) return tidakSah('lebih dari 5 MB');
  const lembar = await lembarKerja.baca(new Uint8Array(bita), BATAS).catch(sebagaiNomenklatur);
  return barisNomenklatur(lembar);
};
