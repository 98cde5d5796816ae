import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type NilaiOtlp = {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values: readonly NilaiOtlp[] };
};
type AtributOtlp = readonly { readonly key: string; readonly value: NilaiOtlp }[];
type RentangOtlp = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly traceState?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: AtributOtlp;
  readonly events: readonly object[];
  readonly links: readonly object[];
  readonly status: { readonly code: number; readonly message?: string };
};
type KirimanOtlp = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: AtributOtlp };
    readonly scopeSpans: readonly { readonly spans: readonly RentangOtlp[] }[];
  }[];
};

export type Atribut = Readonly<Record<string, unknown>>;
export type RentangDiterima = Omit<RentangOtlp, 'attributes'> & {
  readonly atribut: Atribut;
  readonly sumber: Atribut;
};

const nilai = ({ stringValue, intValue, doubleValue, arrayValue }: NilaiOtlp): unknown =>
  arrayValue?.values.map(nilai) ?? stringValue ?? doubleValue ?? Number(intValue);
const atribut = (daftar: AtributOtlp): Atribut =>
  Object.fromEntries(daftar.map(({ key, value }) => [key, nilai(value)]));

const rentangDari = ({ resourceSpans }: KirimanOtlp): RentangDiterima[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, ...r }) => ({
        ...r,
        atribut: atribut(attributes),
        sumber: atribut(resource.attributes),
      })),
    ),
  );

/** A receiver of OTLP/HTTP in JSON, on loopback. */
export class PenerimaOtlp {
  readonly rentang: RentangDiterima[] = [];
  /** How often somebody began to send. */
  kiriman = 0;

  private constructor(
    private readonly server: Server,
    readonly alamat: string,
  ) {}

  /** `jawab` answers; by default it takes what was sent. */
  static async mulai(
    jawab: (res: ServerResponse) => void = (res) => void res.writeHead(200).end('{}'),
  ): Promise<PenerimaOtlp> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const penerima = new PenerimaOtlp(server, `http://127.0.0.1:${port}`);
    server.on('request', async (req, res) => {
      penerima.kiriman++;
      const isi = await text(req);
      if (req.method === 'POST' && req.url === '/v1/traces')
        penerima.rentang.push(...rentangDari(JSON.parse(isi) as KirimanOtlp));
      jawab(res);
    });
    return penerima;
  }

  async tutup(): Promise<void> {
    const tertutup = once(this.server.close(), 'close');
    this.server.closeAllConnections();
    await tertutup;
  }
}
