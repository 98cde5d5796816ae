import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP, isIPv4 } from 'node:net';
import { jaringanProksi, type KonfigurasiIdentitas } from '../konfigurasi/identitas.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Node takes the socket away from a request whose connection was cut while its body came; its types do not say so. */
const rekanDari = ({ socket }: { readonly socket: IncomingMessage['socket'] | null }): string | undefined =>
  socket?.remoteAddress;

const polos = (alamat: string | undefined): string => (alamat ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
const satu = (nilai: string | string[] | undefined): string | undefined =>
  Array.isArray(nilai) ? nilai.join(',') : nilai;

/**
 * By which name the world knows this server, and from where a request comes. What a sender says of itself
 * (X-Forwarded-*) is believed from the proxies of the configuration alone.
 */
export class AsalPermintaan {
  private readonly proksi: BlockList;
  private readonly asal: URL | undefined;

  constructor({ asal, proksi }: Pick<KonfigurasiIdentitas, 'asal' | 'proksi'>) {
    this.asal = asal === undefined ? undefined : new URL(asal);
    this.proksi = jaringanProksi(proksi);
  }

  /** Whether browsers reach us by TLS, so that a cookie may say Secure. */
  get aman(): boolean {
    return this.asal?.protocol === 'https:';
  }

  /** Where a link to us leads, for people; `lokal` is where we listen, in case we have no other name. */
  tautan(lokal: string): string {
    return this.asal?.origin ?? lokal;
  }

  /**
   * Did this come to us by our own name, and from our own page or from no page at all? A foreign page can make a browser
   * send requests here, and can make its own name point here (DNS rebinding); neither can change Host and Origin.
   */
  sah(req: IncomingMessage): boolean {
    const { origin } = req.headers;
    const host = this.host(req);
    if (this.asal !== undefined && host === this.asal.host)
      return this.protokolSah(req) && (origin === undefined || origin.toLowerCase() === this.asal.origin);
    // The machine's own probes; with a public name there is no page at this address.
    if (host === undefined || !LOOPBACK.test(host)) return false;
    return origin === undefined || (this.asal === undefined && origin.toLowerCase() === `http://${host}`);
  }

  /** The address of the sender; null when the connection is gone. */
  alamat(req: IncomingMessage): string | null {
    const rekan = polos(rekanDari(req));
    if (isIP(rekan) === 0) return null;
    if (!this.dipercaya(rekan)) return rekan;
    const lewat = (satu(req.headers['x-forwarded-for']) ?? '').split(',').map((a) => polos(a.trim()));
    // From the right: what stands left of the first foreign address was written by the sender.
    const asing = lewat.findLast((a) => !this.dipercaya(a));
    return asing !== undefined && isIP(asing) !== 0 ? asing : rekan;
  }

  private host(req: IncomingMessage): string | undefined {
    const diteruskan = this.dariProksi(req) ? satu(req.headers['x-forwarded-host']) : undefined;
    return (diteruskan ?? req.headers.host)?.toLowerCase();
  }

  private protokolSah(req: IncomingMessage): boolean {
    const diteruskan = this.dariProksi(req) ? satu(req.headers['x-forwarded-proto']) : undefined;
    return diteruskan === undefined || `${diteruskan.toLowerCase()}:` === this.asal?.protocol;
  }

  private dariProksi(req: IncomingMessage): boolean {
    return this.dipercaya(polos(rekanDari(req)));
  }

  private dipercaya(alamat: string): boolean {
    return isIP(alamat) !== 0 && this.proksi.check(alamat, isIPv4(alamat) ? 'ipv4' : 'ipv6');
  }
}
