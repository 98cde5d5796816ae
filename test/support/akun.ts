import { request } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import { PelaksanaAkun } from '../../src/infra/identity/akun/pelaksana-akun.js';
import type { AplikasiUji, Galat } from './aplikasi.js';

export const SANDI = 'kucing biru melompat pagar';
export const JABATAN_KADIS = '61.71.disnaker.kepala';

/** The answer of one of the account's doors. */
export type JawabanHttp = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each door answers its own shape
  readonly badan: any;
  readonly kode: string | undefined;
  readonly galat: Galat | undefined;
  readonly kuki: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type Kepala = Readonly<Record<string, string>>;

/** As the bytes say: fetch would set Host and normalise the path. */
export const kirim = (
  alamat: string,
  metode: string,
  jalur: string,
  headers: Kepala = {},
  isi?: string,
): Promise<JawabanHttp> =>
  new Promise((jawab, gagal) => {
    const { port } = new URL(alamat);
    const req = request({ port, host: '127.0.0.1', method: metode, path: jalur, headers }, (res) => {
      const potongan: Buffer[] = [];
      res.on('data', (d: Buffer) => potongan.push(d));
      res.on('end', () => {
        const teks = Buffer.concat(potongan).toString('utf8');
        const badan = teks.startsWith('{') ? JSON.parse(teks) : teks;
        const galat = (badan as { errors?: Galat[] }).errors?.[0];
        const kuki = res.headers['set-cookie']?.[0]?.split(';')[0];
        const { statusCode: status = 0, headers: h } = res;
        jawab({ status, badan, galat, kode: galat?.extensions.kode, kuki, headers: h });
      });
    });
    req.on('error', gagal);
    req.end(isi);
  });

/** One person's browser: its cookie, and the header that our pages send. */
export class Peramban {
  kuki: string | undefined;

  constructor(
    private readonly alamat: string,
    private readonly tambahan: Kepala = {},
  ) {}

  async post(jalur: string, isi: object = {}, headers: Kepala = {}): Promise<JawabanHttp> {
    const kepala = { 'content-type': 'application/json', 'x-amanah': '1', ...this.milik(), ...headers };
    return this.simpan(await kirim(this.alamat, 'POST', jalur, kepala, JSON.stringify(isi)));
  }

  get(jalur: string, headers: Kepala = {}): Promise<JawabanHttp> {
    return kirim(this.alamat, 'GET', jalur, { ...this.milik(), ...headers });
  }

  gql(query: string, headers: Kepala = {}): Promise<JawabanHttp> {
    return this.post('/graphql', { query }, headers);
  }

  masuk(namaPengguna: string, sandi: string = SANDI, kode?: string): Promise<JawabanHttp> {
    return this.post('/masuk', { namaPengguna, sandi, ...(kode !== undefined && { kode }) });
  }

  bukti(kode?: string, sandi: string = SANDI): Promise<JawabanHttp> {
    return this.post('/sesi/bukti', { sandi, ...(kode !== undefined && { kode }) });
  }

  private milik(): Kepala {
    return { ...this.tambahan, ...(this.kuki !== undefined && { cookie: this.kuki }) };
  }

  private simpan(jawab: JawabanHttp): JawabanHttp {
    if (jawab.kuki !== undefined) this.kuki = jawab.kuki;
    return jawab;
  }
}

/** The code that an authenticator app shows at `saat`. */
export const kodeTotp = (rahasia: string, saat: number = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(rahasia) }).generate({ timestamp: saat });

/** The operator's own hand on the accounts of a running application. */
export const pelaksana = ({ aplikasi }: AplikasiUji): PelaksanaAkun => {
  const { identitas, keamanan, clock } = aplikasi.rakitan;
  return new PelaksanaAkun(identitas, keamanan, clock);
};

/** An account that has chosen its password through its link. */
export const akunJadi = async (
  app: AplikasiUji,
  nama: string,
  subjek: string | null = null,
): Promise<string> => {
  const { id, tautan } = await pelaksana(app).buat(nama, subjek);
  const jawab = await new Peramban(app.alamat).post('/tautan', {
    rahasia: tautan.split('#')[1],
    sandi: SANDI,
  });
  if (jawab.status !== 200) throw new Error(`tautan ditolak: ${JSON.stringify(jawab.badan)}`);
  return id;
};

/** Pontianak, its Dinas Tenaga Kerja, the two offices, and who holds them from 2020 on. */
export const siapkanKota = async (
  app: AplikasiUji,
  pejabat: Readonly<Record<string, string>>,
): Promise<void> => {
  const operator = app.token({ peran: 'operator', subjek: null });
  const tunggu = async (janji: ReturnType<AplikasiUji['jalankan']>): Promise<void> => {
    const { errors } = await janji;
    if (errors[0] !== undefined) throw new Error(JSON.stringify(errors[0]));
  };
  const pemda = { pemda: '61.71' };
  await tunggu(app.jalankan('daftarkanPemda', { ...pemda, nama: 'Kota Pontianak', zona: 'WIB' }, operator));
  await tunggu(
    app.jalankan('daftarkanOpd', { ...pemda, opd: 'disnaker', nama: 'Dinas Tenaga Kerja' }, operator),
  );
  for (const [kode, subjek] of Object.entries(pejabat)) {
    const milik = { ...pemda, opd: 'disnaker', jabatan: kode };
    await tunggu(app.jalankan('bentukJabatan', { ...milik, sebutan: `Jabatan ${kode}` }, operator));
    const masa = { subjek, status: 'definitif', mulai: '2020-01-01' };
    await tunggu(app.jalankan('tetapkanPejabat', { ...milik, ...masa }, operator));
  }
  await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
};
