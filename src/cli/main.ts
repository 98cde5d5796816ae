import '../infra/konfigurasi/pastikan-node.js';
import { LogMundur } from '../infra/event-store/log-mundur.js';
import { type Kode, Penolakan } from '../kernel/penolakan.js';
import { bantuan } from './bantuan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

type Perintah = { readonly jalankan: (argumen: readonly string[]) => Promise<Keluaran> };

// Each verb loads what it needs and no more: a question should be answered in well under a second.
const PERINTAH: ReadonlyMap<string, () => Promise<Perintah>> = new Map(
  Object.entries({
    impor: () => import('./impor.js'),
    nomenklatur: () => import('./nomenklatur.js'),
    templat: () => import('./templat.js'),
    'impor-lembar': () => import('./impor-lembar.js'),
    tabel: () => import('./tabel-perencanaan.js'),
    'cetak-pk': () => import('./cetak-pk.js'),
    'buka-tahun': () => import('./buka-tahun.js'),
    capaian: () => import('./capaian.js'),
    riwayat: () => import('./riwayat.js'),
    verifikasi: () => import('./verifikasi.js'),
    'bangun-ulang': () => import('./bangun-ulang.js'),
    cadangkan: () => import('./cadangkan.js'),
    pulihkan: () => import('./pulihkan.js'),
    pindahkan: () => import('./pindahkan.js'),
    token: () => import('./token.js'),
    akun: () => import('./akun.js'),
  }),
);

const TIDAK_TERSEDIA: readonly Kode[] = ['COBA_LAGI', 'HASIL_BELUM_PASTI', 'GALAT_DALAM'];

type Gagal = { readonly status: 1 | 2 | 3; readonly kode: Kode; readonly pesan: string };

const gagal = async (e: unknown): Promise<Gagal> => {
  if (e instanceof SalahPakai) return { status: 2, kode: 'MASUKAN_TIDAK_SAH', pesan: e.message };
  if (e instanceof Penolakan) {
    const { kalimat } = await import('../infra/kalimat-penolakan.js');
    const pesan = 'pesan' in e && typeof e.pesan === 'string' ? e.pesan : kalimat(e);
    return { status: TIDAK_TERSEDIA.includes(e.kode) ? 3 : 1, kode: e.kode, pesan };
  }
  const pesan = e instanceof Error ? e.message : String(e);
  const kode = e instanceof LogMundur ? 'LOG_MUNDUR' : 'PENYIMPANAN_TIDAK_TERSEDIA';
  return { status: 3, kode, pesan };
};

const tulis = (teks: string): void => {
  process.stdout.write(teks.endsWith('\n') ? teks : `${teks}\n`);
};

/** Where the whole description stands; the message above it says what is wrong. */
const caraBantuan = (verb: string | undefined): string =>
  verb !== undefined && PERINTAH.has(verb) ? `amanah bantuan ${verb}` : 'amanah bantuan';

const laporkan = async (e: unknown, verb: string | undefined, json: boolean): Promise<void> => {
  const { status, kode, pesan } = await gagal(e);
  process.stderr.write(`${pesan} [${kode}]\n${status === 2 ? `Lihat: ${caraBantuan(verb)}\n` : ''}`);
  if (json) tulis(JSON.stringify({ ditolak: [{ jalur: '', kode, pesan }] }));
  process.exitCode = status;
};

const utama = async ([verb, ...argumen]: readonly string[]): Promise<void> => {
  const sebelumPosisi = argumen.slice(0, [...argumen, '--'].indexOf('--'));
  if (verb === 'bantuan' || verb === '--help' || verb === '-h') return tulis(bantuan(argumen[0]));
  if (sebelumPosisi.includes('--help') || sebelumPosisi.includes('-h')) return tulis(bantuan(verb));
  const json = sebelumPosisi.includes('--json');
  try {
    const muat = PERINTAH.get(verb ?? '');
    if (muat === undefined)
      throw new SalahPakai(verb === undefined ? 'Sebutkan perintahnya.' : `Perintah "${verb}" tidak ada.`);
    const keluaran = await (await muat()).jalankan(argumen);
    tulis(json ? JSON.stringify(keluaran.json) : keluaran.teks());
    process.exitCode = keluaran.status;
  } catch (e) {
    await laporkan(e, verb, json || verb === '--json');
  }
};

// `amanah capaian … | head`: the reader has read enough.
process.stdout.on('error', (e: NodeJS.ErrnoException) => {
  if (e.code !== 'EPIPE') throw e;
});

void utama(process.argv.slice(2));
