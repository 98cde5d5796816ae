import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { AKAR } from '../../src/akar.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { bangun } from '../support/bangun.js';
import { tokenPerencana } from '../support/beban-koreksi.js';
import { PenerimaOtlp, type RentangDiterima } from '../support/penerima-otlp.js';
import { jalankanAmanah, nyalakan as nyalakanPaket, type ServerPaket } from '../support/server-paket.js';

/** Traces as whoever receives them sees them: the bundled server, in a process of its own. */

const JEJAK = '0af7651916cd43dd8448eb211c80319c';
const INDUK = 'b7ad6b7169203331';
const NIP = '197001012000031001';
const REALISASI = '61.7342';
const ALASAN = 'pembetulan oleh Siti Rahmawati';
const SEGERA = 4_000; // ms; without a bound of ours a stop would wait the 10 s of the exporter

let hasilBangun: ReturnType<typeof bangun>;
const folder = mkdtempSync(join(tmpdir(), 'amanah-lacak-'));
let token: string;
beforeAll(async () => {
  hasilBangun = bangun();
  await jalankanAmanah(
    hasilBangun.folder,
    { AMANAH_DATA: folder },
    'impor',
    join(AKAR, 'contoh/pontianak-2023.json'),
  );
  token = tokenPerencana(folder);
}, 120_000);
const dinyalakan = new Set<ServerPaket>();
afterAll(() => {
  for (const { proses } of dinyalakan) proses.kill('SIGKILL'); // of a test that failed
  hasilBangun.hapus();
  rmSync(folder, { recursive: true, force: true });
});

const nyalakan = async (lingkungan: NodeJS.ProcessEnv): Promise<ServerPaket> => {
  const menyala = await nyalakanPaket(hasilBangun.folder, folder, lingkungan);
  dinyalakan.add(menyala);
  return menyala;
};

type Jawaban = {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly kode: string | undefined;
};

const tanya = async (
  { alamat }: ServerPaket,
  query: string,
  { variables = {}, kepala = {} }: { variables?: object; kepala?: Record<string, string> } = {},
): Promise<Jawaban> => {
  const res = await fetch(`${alamat}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...kepala },
    body: JSON.stringify({ query, variables }),
  });
  const { data = null, errors = [] } = (await res.json()) as {
    data?: Jawaban['data'];
    errors?: readonly { extensions: { kode: string } }[];
  };
  return { status: res.status, data, kode: errors[0]?.extensions.kode };
};

const MUTASI = `mutation koreksi_${NIP}($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi } }`;
const koreksi = (isi: object = {}): { m: object } => ({
  m: {
    idPerintah: randomUUID(),
    pemda: '61.71',
    opd: 'disnaker',
    tahun: 2023,
    triwulan: 4,
    indikator: 'IKU-2',
    realisasi: REALISASI,
    alasan: ALASAN,
    ...isi,
  },
});
let nomor = 0;
const baru = (): string => `61.${String(++nomor).padStart(6, '0')}`; // never what stands

/** When every view has seen all that was recorded. */
const tersusul = async ({ alamat }: ServerPaket): Promise<void> => {
  for (;;) {
    const { posisi, tampilan } = (await (await fetch(`${alamat}/kesehatan`)).json()) as {
      posisi: number;
      tampilan: readonly { posisi: number }[];
    };
    if (tampilan.every((t) => t.posisi === posisi)) return;
    await tidur(20);
  }
};

/** Ends it, and gives how long that took. */
const hentikan = async ({ proses }: ServerPaket): Promise<number> => {
  const mulai = performance.now();
  const selesai = once(proses, 'exit');
  proses.kill('SIGTERM');
  expect(await selesai).toEqual([0, null]);
  return performance.now() - mulai;
};
const catatan = (server: ServerPaket): Record<string, unknown>[] =>
  server
    .galat()
    .split('\n')
    .filter((baris) => baris.startsWith('{'))
    .map((baris) => JSON.parse(baris));

describe('jejak yang diterima', () => {
  let rentang: readonly RentangDiterima[];
  let baris: Record<string, unknown>[];
  const idPerintah = randomUUID();
  beforeAll(async () => {
    const penerima = await PenerimaOtlp.mulai();
    const server = await nyalakan({
      OTEL_EXPORTER_OTLP_ENDPOINT: penerima.alamat,
      AMANAH_LOG: 'info',
    });
    const kepala = { traceparent: `00-${JEJAK}-${INDUK}-01`, tracestate: `nip=${NIP}` };
    const kueri = `query cari_${NIP} { a: tampilan { tampilan } pejabatHariIni: __typename }`;
    expect(await tanya(server, kueri, { kepala })).toMatchObject({ status: 200, kode: undefined });
    expect(await tanya(server, MUTASI, { variables: koreksi({ idPerintah }) })).toMatchObject({
      kode: undefined,
    });
    expect(await tanya(server, MUTASI, { variables: koreksi({ alasan: `NIP ${NIP}` }) })).toMatchObject({
      kode: 'TEKS_MEMUAT_DATA_PRIBADI',
    });
    expect(await tanya(server, MUTASI, { variables: koreksi({ opd: 'bappeda' }) })).toMatchObject({
      kode: 'TIDAK_BERWENANG',
    });
    expect(await tanya(server, '{ tampilan { tampilan } }', { kepala: { authorization: '' } })).toMatchObject(
      { status: 401, kode: 'TANPA_TOKEN' },
    );
    await tersusul(server);
    await hentikan(server);
    ({ rentang } = penerima);
    baris = catatan(server);
    await penerima.tutup();
  }, 60_000);

  /** The only span of the trace in which a request said it is told this, and what lies below it. */
  const permintaan = (nama: string, gagal?: string) => {
    const cocok = rentang.filter((r) => r.name === nama && r.atribut['error.type'] === gagal);
    expect(cocok).toHaveLength(1);
    const [akar] = cocok as [RentangDiterima];
    return { akar, anak: rentang.filter((r) => r.parentSpanId === akar.spanId) };
  };

  it('satu kueri melanjutkan traceparent pemintanya, dan bernama bidang skemanya', () => {
    const { akar, anak } = permintaan('query tampilan __typename');
    expect(akar).toMatchObject({ traceId: JEJAK, parentSpanId: INDUK, kind: 2, status: { code: 0 } });
    expect(akar.traceState).toBeUndefined();
    expect(akar.atribut).toEqual({
      'graphql.operation.type': 'query',
      'amanah.graphql.akar': ['tampilan', '__typename'],
      'http.response.status_code': 200,
    });
    expect(akar.sumber).toEqual({
      'service.name': 'amanah',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
      'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(anak).toEqual([]);
  });

  it('satu mutasi memuat perintahnya, dan berlangsung selama perintah itu', () => {
    const { akar, anak } = permintaan('mutation koreksiRealisasi');
    expect([akar.parentSpanId, akar.traceId === JEJAK]).toEqual([undefined, false]);
    expect(anak).toMatchObject([
      {
        traceId: akar.traceId,
        name: 'perintah Pengukuran KoreksiRealisasi',
        status: { code: 0 },
        atribut: {
          'amanah.dokumen': 'Pengukuran',
          'amanah.perintah': 'KoreksiRealisasi',
          'amanah.hasil': 'BERHASIL',
        },
      },
    ]);
    const [mulai, akhir] = [anak[0]?.startTimeUnixNano, anak[0]?.endTimeUnixNano].map(Number);
    expect(Number(akar.startTimeUnixNano)).toBeLessThanOrEqual(mulai ?? 0);
    expect(Number(akar.endTimeUnixNano)).toBeGreaterThanOrEqual(akhir ?? Number.NaN);
  });

  it('penolakan disebut kodenya: di perintah yang memutuskannya, dan di permintaannya', () => {
    const { akar, anak } = permintaan('mutation koreksiRealisasi', 'TEKS_MEMUAT_DATA_PRIBADI');
    expect(akar.status.code).toBe(0); // nothing of ours went wrong
    expect(anak).toMatchObject([
      {
        name: 'perintah Pengukuran KoreksiRealisasi',
        atribut: {
          'amanah.hasil': 'TEKS_MEMUAT_DATA_PRIBADI',
          'error.type': 'TEKS_MEMUAT_DATA_PRIBADI',
        },
      },
    ]);
    expect(permintaan('mutation koreksiRealisasi', 'TIDAK_BERWENANG').anak).toEqual([]);
    expect(permintaan('graphql', 'TANPA_TOKEN').akar.atribut).toMatchObject({
      'http.response.status_code': 401,
    });
  });

  it('yang disimpan dan yang menyusul di sampingnya punya jejak sendiri', () => {
    const latar = (nama: string) => rentang.filter((r) => r.name.startsWith(nama));
    expect(latar('log simpan').map((r) => r.atribut)).toEqual([
      { 'amanah.log.panggilan': 1, 'amanah.log.peristiwa': 1 },
    ]);
    const tampilan = new Set(latar('tampilan ').map((r) => r.name));
    expect([...tampilan].sort()).toEqual(DAFTAR_TAMPILAN.map(({ nama }) => `tampilan ${nama}`).sort());
    for (const r of [...latar('log simpan'), ...latar('tampilan ')]) {
      expect(r.parentSpanId).toBeUndefined();
      expect(Number(r.endTimeUnixNano)).toBeGreaterThan(Number(r.startTimeUnixNano) - 1);
    }
  });

  it('catatan sebuah penolakan menyebut jejaknya', () =>
    expect(baris.filter((b) => b.pesan === 'ditolak').map(({ kode, trace_id }) => [kode, trace_id])).toEqual(
      ['TEKS_MEMUAT_DATA_PRIBADI', 'TIDAK_BERWENANG', 'TANPA_TOKEN'].map((kode) => [
        kode,
        rentang.find((r) => r.kind === 2 && r.atribut['error.type'] === kode)?.traceId,
      ]),
    ));

  it('tidak memuat masukan, jabatan, token, nomor orang, atau teks klien; dan tidak ada atribut lain', () => {
    const KUNCI = [
      'amanah.dokumen',
      'amanah.graphql.akar',
      'amanah.hasil',
      'amanah.log.panggilan',
      'amanah.log.peristiwa',
      'amanah.perintah',
      'amanah.tampilan.posisi',
      'error.type',
      'graphql.operation.type',
      'http.response.status_code',
    ];
    expect([...new Set(rentang.flatMap((r) => Object.keys(r.atribut)))].sort()).toEqual(KUNCI);
    for (const { events, links, status } of rentang)
      expect([events, links, status.message]).toEqual([[], [], undefined]);
    const isi = JSON.stringify(rentang.map(({ name, atribut, sumber }) => [name, atribut, sumber]));
    const RAHASIA = [REALISASI, ALASAN, 'Siti', NIP, token, idPerintah, 'IKU-2', 'disnaker', 'Perencana'];
    expect(RAHASIA.filter((rahasia) => isi.includes(rahasia))).toEqual([]);
    expect(isi).not.toMatch(/\d{16}/);
  });
});

describe('penerima yang tidak ada', () => {
  it('yang menolak: permintaan dijawab, satu baris peringatan, dan berhenti seperti biasa', async () => {
    const penerima = await PenerimaOtlp.mulai();
    await penerima.tutup(); // nobody listens there any more
    const server = await nyalakan({
      OTEL_EXPORTER_OTLP_ENDPOINT: penerima.alamat,
      OTEL_EXPORTER_OTLP_TIMEOUT: '300',
      AMANAH_LOG: 'warn',
    });
    for (let i = 0; i < 3; i++)
      expect(await tanya(server, MUTASI, { variables: koreksi({ realisasi: baru() }) })).toMatchObject({
        status: 200,
        kode: undefined,
      });
    expect(await hentikan(server)).toBeLessThan(SEGERA);
    expect(catatan(server)).toMatchObject([
      { tingkat: 'warn', pesan: expect.stringContaining('AMANAH_TTE') }, // in production, and none is chosen
      { tingkat: 'warn', pesan: 'jejak OpenTelemetry tidak terkirim dan dibuang: ECONNREFUSED' },
    ]);
  });

  it('yang menerima tetapi tidak pernah menjawab: permintaan tidak menunggunya, berhenti paling lama sedetik', async () => {
    const penerima = await PenerimaOtlp.mulai(() => undefined);
    const server = await nyalakan({
      OTEL_EXPORTER_OTLP_ENDPOINT: penerima.alamat,
    });
    for (let i = 0; i < 30; i++)
      await Promise.all(Array.from({ length: 20 }, () => tanya(server, '{ __typename }')));
    expect(penerima.kiriman).toBeGreaterThan(0); // a batch is full: it was sent, and hangs
    const mulai = performance.now();
    expect(await tanya(server, MUTASI, { variables: koreksi({ realisasi: baru() }) })).toMatchObject({
      status: 200,
      kode: undefined,
    });
    expect(performance.now() - mulai).toBeLessThan(SEGERA);
    expect(await hentikan(server)).toBeLessThan(SEGERA);
    await penerima.tutup();
  });
});

describe('tanpa variabel', () => {
  /** Which files of node_modules/@opentelemetry a server has loaded when it ends. */
  const termuat = async (lingkungan: NodeJS.ProcessEnv): Promise<readonly string[]> => {
    const [pengintai, daftar] = [join(folder, 'pengintai.cjs'), join(folder, 'termuat.json')];
    writeFileSync(
      pengintai,
      `if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync(
        ${JSON.stringify(daftar)}, JSON.stringify(Object.keys(require.cache).filter((b) => b.includes('@opentelemetry')))));`,
    );
    const NODE_OPTIONS = `--require ${pengintai}`;
    const server = await nyalakan({ ...lingkungan, NODE_OPTIONS });
    expect(await tanya(server, '{ __typename }')).toMatchObject({ status: 200 });
    await hentikan(server);
    return JSON.parse(readFileSync(daftar, 'utf8'));
  };

  it('tidak ada bagian OpenTelemetry yang dimuat; dengan variabel ada', async () => {
    expect(await termuat({})).toEqual([]);
    expect(await termuat({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual([]);
    const penerima = await PenerimaOtlp.mulai();
    expect((await termuat({ OTEL_EXPORTER_OTLP_ENDPOINT: penerima.alamat })).length).toBeGreaterThan(10);
    expect(penerima.rentang.map((r) => r.name)).toEqual(['query __typename']);
    await penerima.tutup();
  });

  it('alamat yang tidak dapat dipakai menggagalkan mulai, dengan nama variabelnya', () =>
    expect(nyalakan({ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' })).rejects.toThrow(
      /Konfigurasi tidak sah.*OTEL_EXPORTER_OTLP_ENDPOINT=…: harus alamat OTLP/,
    ));
});
