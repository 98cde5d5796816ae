import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { terbitkanToken } from '../src/infra/identity/token.js';
import { type Dinas, INDIKATOR, kodeIndikator, OPD_KUERI, PENJELASAN, TAHUN, TRIWULAN } from './kota.js';
import type { Log, Logs } from './logs.js';
import { Beban, hentikan, jalankanServer, portBebas, tanyaSampaiDijawab } from './proses.js';
import { type Hasil, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;
const SAMBUNGAN = 32;
const MUTASI_SERONDE = 8_000;
const KUERI_SERONDE = 4_000;

const ISI_MUTASI =
  'posisi revisi pengukuran { status terisi isian { indikator realisasi pembilang penyebut faktorPendukung faktorPenghambat tindakLanjut revisi } }';
const ISI_KUERI =
  'indikator { kode nama satuan level pk status target sumberTarget realisasi capaian predikat kemajuanRenstra pembanding { tingkat wilayah tahun nilai capaian } }';
const KUNCI_KUERI = `pemda: "${OPD_KUERI.pemda}", opd: "${OPD_KUERI.opd}", tahun: ${TAHUN}`;

const MUTASI = (nama: string): string =>
  `mutation Ukur($m: CatatRealisasiMasukan!) { ${nama}(masukan: $m) { ${ISI_MUTASI} } }`;
/** A year of one OPD; the smallest question of `mulai` is the same with one field. */
export const KUERI = (isi = ISI_KUERI): string =>
  JSON.stringify({ query: `{ capaianKinerja(${KUNCI_KUERI}) { ${isi} } }` });
const KUERI_TETAP = JSON.stringify({ query: `{ capaianTetap { ${ISI_KUERI} } }` });

/** An operator of the benchmark's own folder: may enter figures for every OPD, and ask for every figure. */
export const tokenUkur = (folder: string): string =>
  terbitkanToken(folder, {
    akun: 'akun-tolok-ukur',
    peran: 'operator',
    pemda: OPD_KUERI.pemda,
    opd: 'pemda',
    jabatan: 'operator',
    sebutan: 'Operator',
    subjek: null,
    status: null,
  });

const mutasi = (nama: string, dinas: readonly Dinas[], jumlah: number): string[] => {
  const query = MUTASI(nama);
  const awal = randomInt(1_000_000_000);
  return Array.from({ length: jumlah }, (_, n) => {
    const d = dinas[n % dinas.length] as Dinas;
    const indikator = kodeIndikator(Math.floor(n / dinas.length) % INDIKATOR);
    const letak = { ...d, tahun: TAHUN, triwulan: TRIWULAN };
    const m = { idPerintah: randomUUID(), ...letak, indikator, realisasi: `${awal + n}.50`, ...PENJELASAN };
    return JSON.stringify({ query, variables: { m } });
  });
};

type Kirim = (badan: readonly string[]) => Promise<number>;

/** Runs `ukur` against the whole application in its own process, with the load coming from another one. */
const denganServer = async <T>({ folder }: Log, ukur: (kirim: Kirim) => Promise<T>): Promise<T> => {
  const [port, token] = [await portBebas(), tokenUkur(folder)];
  const server = jalankanServer(join(__dirname, 'server.js'), { AMANAH_DATA: folder, PORT: `${port}` });
  const beban = new Beban();
  try {
    await tanyaSampaiDijawab(server, port, token, KUERI('tahun'));
    return await ukur((badan) => beban.ukur({ port, token, sambungan: SAMBUNGAN, badan }));
  } finally {
    beban.tutup();
    await hentikan(server);
  }
};

export const ukurMutasi = async (logs: Logs): Promise<Hasil> => {
  const log = await logs.untuk('10^5', { denganTampilan: true });
  const ronde = await denganServer(log, async (kirim) => {
    const satu = (nama: string, jumlah: number): Promise<number> => kirim(mutasi(nama, log.dinas, jumlah));
    await satu('catatRealisasi', MUTASI_SERONDE / 2); // compiled by V8 before it counts
    await satu('tanpaPerintah', MUTASI_SERONDE / 2);
    return selangSeling(
      RONDE,
      () => satu('catatRealisasi', MUTASI_SERONDE),
      () => satu('tanpaPerintah', MUTASI_SERONDE),
    );
  });
  return simpulkan(TOLOK.mutasi, ronde);
};

export const ukurKueri = async (logs: Logs): Promise<Hasil> => {
  const log = await logs.untuk('10^5', { denganTampilan: true });
  const ronde = await denganServer(log, async (kirim) => {
    const satu = (badan: string, jumlah: number): Promise<number> => kirim(Array<string>(jumlah).fill(badan));
    await satu(KUERI(), KUERI_SERONDE / 2);
    await satu(KUERI_TETAP, KUERI_SERONDE / 2);
    return selangSeling(
      RONDE,
      () => satu(KUERI(), KUERI_SERONDE),
      () => satu(KUERI_TETAP, KUERI_SERONDE),
    );
  });
  return simpulkan(TOLOK.kueri, ronde);
};
