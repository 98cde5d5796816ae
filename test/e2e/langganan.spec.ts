import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const MAJU = 'subscription($t: [String!]!) { tampilanMaju(tampilan: $t) { tampilan posisi status } }';

describe('langganan', () => {
  let app: AplikasiUji;
  let token: string;
  let operator: string;
  let alamat: string;
  beforeAll(async () => {
    app = await mulaiUji();
    token = app.token({});
    operator = app.token({ akun: 'op', peran: 'operator' });
    alamat = `${app.alamat.replace('http', 'ws')}/graphql`;
  });
  afterAll(() => app.tutup());

  const klien = (params: Record<string, unknown> = { authorization: `Bearer ${token}` }) =>
    createClient({
      url: alamat,
      webSocketImpl: WebSocket,
      connectionParams: params,
      retryAttempts: 0,
      lazy: true,
    });
  /** Everything that a subscription gives until its end: values, then the error that closed it. */
  const galatDari = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const k = klien();
    try {
      for await (const hasil of k.iterate({ query, variables })) return hasil.errors?.[0];
      return undefined;
    } catch (e) {
      return Array.isArray(e) ? e[0] : e;
    } finally {
      await k.dispose();
    }
  };
  const daftarkanPemda = () =>
    app.jalankan('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, operator);

  it('memberi tahu bahwa tampilan maju setelah sebuah perintah', async () => {
    const k = klien();
    const aliran = k.iterate<{ tampilanMaju: { tampilan: string; posisi: string } }>({
      query: MAJU,
      variables: { t: ['riwayat'] },
    });
    const kabar = aliran.next();
    await new Promise((siap) => setTimeout(siap, 200)); // graphql-ws has no sign that a subscription stands
    const { data } = await daftarkanPemda();
    const { value } = await kabar;
    expect(value.data.tampilanMaju.tampilan).toBe('riwayat');
    expect(Number(value.data.tampilanMaju.posisi)).toBeGreaterThanOrEqual(0);
    expect(Number(data.daftarkanPemda.posisi)).toBeGreaterThanOrEqual(0);
    await k.dispose();
  });

  it.each([
    ['kueri lewat WebSocket', '{ tampilan { tampilan } }', {}, 'MASUKAN_TIDAK_SAH'],
    ['isian tak dikenal', 'subscription { tiada }', {}, 'MASUKAN_TIDAK_SAH'],
    ['bukan GraphQL', 'subscription {', {}, 'MASUKAN_TIDAK_SAH'],
    ['tampilan tak dikenal', MAJU, { t: ['tiada'] }, 'TIDAK_DITEMUKAN'],
    ['variabel salah jenis', MAJU, { t: [5] }, 'MASUKAN_TIDAK_SAH'],
    ['daftar terlalu panjang', MAJU, { t: Array(101).fill('riwayat') }, 'KUERI_TERLALU_BERAT'],
    [
      'terlalu banyak alias',
      `subscription { tampilanMaju(tampilan: []) { ${Array.from({ length: 16 }, (_, i) => `a${i}: posisi`).join(' ')} } }`,
      {},
      'KUERI_TERLALU_BERAT',
    ],
  ])('%s ditolak dengan kode dan kalimat', async (_, query, variables, kode) => {
    expect(await galatDari(query, variables)).toMatchObject({
      message: expect.any(String),
      extensions: { kode, id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it.each([[{}], [{ authorization: 'Bearer amanah_palsu' }], [{ authorization: 5 }]])(
    'sambungan tanpa token yang dikenal ditutup dengan 4403: %j',
    async (params) => {
      const k = klien(params);
      const tutup = new Promise((jawab) => k.on('closed', jawab));
      await expect(k.iterate({ query: MAJU, variables: { t: [] } }).next()).rejects.toMatchObject({
        code: 4403,
        reason: 'TANPA_TOKEN',
      });
      await tutup;
      await k.dispose();
    },
  );

  it.each([
    ['Origin asing', { origin: 'https://jahat.example' }],
    ['Host asing', { host: 'jahat.example' }],
  ])('%s tidak mendapat sambungan', async (_, headers) => {
    const ws = new WebSocket(alamat, 'graphql-transport-ws', { headers });
    const tutup = await new Promise((jawab) => {
      ws.once('close', (kode, sebab) => jawab([kode, String(sebab)]));
    });
    expect(tutup).toEqual([4403, 'ASAL_DITOLAK']);
  });

  it('paling banyak lima langganan dalam satu sambungan', async () => {
    const k = klien();
    const aliran = Array.from({ length: 6 }, () => k.iterate({ query: MAJU, variables: { t: [] } }));
    const hasil = await Promise.race(aliran.map((a) => a.next().catch((e: unknown) => e)));
    expect(hasil).toMatchObject([{ extensions: { kode: 'TERLALU_BANYAK' } }]);
    await k.dispose();
  });
});
