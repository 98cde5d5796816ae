import { type JawabanHttp, type Kepala, kirim } from '../akun.js';
import type { OidcTiruan } from './server.js';

export const ASAL = 'https://amanah.uji.go.id';

/** A browser in front of the proxy that ends TLS: it keeps every cookie, and follows nothing by itself. */
export class PerambanOidc {
  readonly kuki = new Map<string, string>();

  constructor(
    private readonly alamat: string,
    private readonly penyedia: OidcTiruan,
  ) {}

  get(jalur: string, kepala: Kepala = {}): Promise<JawabanHttp> {
    return this.minta('GET', jalur, kepala);
  }

  post(jalur: string, isi: object = {}): Promise<JawabanHttp> {
    const kepala = { 'content-type': 'application/json', 'x-amanah': '1', origin: ASAL };
    return this.minta('POST', jalur, kepala, JSON.stringify(isi));
  }

  /** To the provider; gives the address that it sends the browser back to. */
  async pergi(): Promise<string> {
    const { headers } = await this.get('/masuk/oidc');
    return this.penyedia.masuk(String(headers.location));
  }

  async pergiDariSesi(tujuan: string): Promise<string> {
    const { badan, kode } = await this.post('/sesi/oidc', { tujuan });
    return badan.ke === undefined ? String(kode) : this.penyedia.masuk(badan.ke);
  }

  kembali(alamat: string, kepala: Kepala = {}): Promise<JawabanHttp> {
    const { pathname, search } = new URL(alamat);
    return this.get(`${pathname}${search}`, kepala);
  }

  async masuk(): Promise<JawabanHttp> {
    return this.kembali(await this.pergi());
  }

  private async minta(metode: string, jalur: string, kepala: Kepala, isi?: string): Promise<JawabanHttp> {
    const cookie = [...this.kuki].map(([nama, nilai]) => `${nama}=${nilai}`).join('; ');
    const semua = { host: new URL(ASAL).host, ...(cookie !== '' && { cookie }), ...kepala };
    const jawab = await kirim(this.alamat, metode, jalur, semua, isi);
    for (const baris of [jawab.headers['set-cookie'] ?? []].flat()) {
      const [nama = '', nilai = ''] = baris.split(';')[0]?.split('=') ?? [];
      if (nilai === '') this.kuki.delete(nama);
      else this.kuki.set(nama, nilai);
    }
    return jawab;
  }
}
