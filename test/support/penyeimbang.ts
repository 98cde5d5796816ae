import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as tidur } from 'node:timers/promises';

const PERIKSA_MS = 200;
const TENGGAT_PERIKSA_MS = 1_000;

/** The other half of a connection: hop-by-hop, never passed on. */
const SEHOP = ['connection', 'keep-alive', 'transfer-encoding'];

/**
 * A balancer as one in front of a cluster works: it asks every instance for /siap, takes turns among those that are
 * ready, and sends a request on to another when the connection was refused or broke before the first byte of an answer.
 * It repeats nothing that was answered.
 */
export class Penyeimbang {
  private readonly alamat: (string | undefined)[] = [];
  private readonly siap = new Set<string>();
  private readonly agen = new Agent({ keepAlive: true });
  private readonly server = createServer((req, res) => void this.terima(req, res));
  private giliran = 0;
  private selesai = false;
  /** Requests that were sent to a second instance. */
  dialihkan = 0;

  static async mulai(): Promise<Penyeimbang> {
    const p = new Penyeimbang();
    p.server.listen(0, '127.0.0.1');
    await once(p.server, 'listening');
    return p;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The instance number `ke` is there from now on; traffic comes once it says that it is ready. */
  async pasang(ke: number, alamat: string): Promise<void> {
    this.alamat[ke] = alamat;
    void this.pantau(ke, alamat);
    while (!this.siap.has(alamat)) await tidur(PERIKSA_MS / 4);
  }

  async tutup(): Promise<void> {
    this.selesai = true;
    this.agen.destroy();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async pantau(ke: number, alamat: string): Promise<void> {
    while (!this.selesai && this.alamat[ke] === alamat) {
      const ok = await fetch(`${alamat}/siap`, { signal: AbortSignal.timeout(TENGGAT_PERIKSA_MS) }).then(
        (res) => res.ok,
        () => false,
      );
      if (ok) this.siap.add(alamat);
      else this.siap.delete(alamat);
      await tidur(PERIKSA_MS);
    }
    this.siap.delete(alamat);
  }

  private async terima(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const isi = Buffer.concat(await req.toArray());
    const calon = [...this.siap];
    this.giliran++;
    for (const i of calon.keys()) {
      const ke = calon[(this.giliran + i) % calon.length] ?? '';
      const dijawab = await this.kirim(ke, req, isi).catch(() => null);
      if (dijawab === null) {
        this.dialihkan++;
        continue;
      }
      res.writeHead(dijawab.statusCode ?? 502, tanpaSehop(dijawab.headers));
      dijawab.pipe(res).on('error', () => res.destroy());
      dijawab.on('error', () => res.destroy()); // half an answer is not repeated: the user sees it broken
      return;
    }
    res.writeHead(502).end();
  }

  private async kirim(alamat: string, req: IncomingMessage, isi: Buffer): Promise<IncomingMessage> {
    const { method, headers, url } = req;
    const diteruskan = request(`${alamat}${url}`, {
      agent: this.agen,
      method,
      headers: { ...tanpaSehop(headers), 'content-length': isi.length },
    });
    diteruskan.end(isi);
    const [jawaban] = (await once(diteruskan, 'response')) as [IncomingMessage];
    return jawaban;
  }
}

const tanpaSehop = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([nama]) => !SEHOP.includes(nama)));
