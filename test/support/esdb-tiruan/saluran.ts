import { connect, createServer, type Server, type Socket } from 'node:net';

type Pasang = { readonly luar: Socket; readonly dalam: Socket };

const PORT_TERENDAH = 20_000;
const PORT_TERTINGGI = 32_000;

/**
 * The line in front of one member: a TCP listener that hands bytes to the gRPC server behind it. Here the line is cut,
 * closed or frozen, so that the client meets what a network does and not what a handler answers.
 */
export class Saluran {
  private readonly pasangan = new Map<string, Pasang>();
  private server: Server | null = null;
  private beku = false;
  private terpilih = 0;

  constructor(private readonly portDalam: number) {}

  get port(): number {
    return this.terpilih;
  }

  get terbuka(): boolean {
    return this.server !== null;
  }

  /** The first time on a free port, then always on that one. */
  async buka(): Promise<void> {
    if (this.server !== null) return;
    if (this.terpilih !== 0) {
      this.server = await this.dengar(this.terpilih);
      return;
    }
    // Below the range from which outgoing connections take theirs: while closed, nobody gets this port by chance,
    // and no client that retries can connect to itself.
    for (let coba = 0; coba < 100 && this.server === null; coba++) {
      const port = PORT_TERENDAH + Math.floor(Math.random() * (PORT_TERTINGGI - PORT_TERENDAH));
      this.server = await this.dengar(port).catch(() => null);
      if (this.server !== null) this.terpilih = port;
    }
    if (this.server === null) throw new Error('tiruan tidak menemukan port yang kosong');
  }

  /** Nobody listens any more and every connection is cut: new ones are refused. */
  async tutup(): Promise<void> {
    const server = this.server;
    this.server = null;
    this.potongSemua();
    if (server !== null) await new Promise<void>((selesai) => server.close(() => selesai()));
  }

  /** Cuts the connection over which a call came in, with all else that runs over it. */
  potong(peer: string): void {
    const pasang = this.pasangan.get(peer);
    pasang?.luar.destroy();
    pasang?.dalam.destroy();
  }

  potongSemua(): void {
    for (const peer of [...this.pasangan.keys()]) this.potong(peer);
  }

  /** As SIGSTOP: the kernel still accepts, nothing is read, nothing answered, not even a ping; what was sent is read on thawing. */
  bekukan(): void {
    this.beku = true;
    for (const { luar, dalam } of this.pasangan.values()) {
      luar.pause();
      dalam.pause();
    }
  }

  cairkan(): void {
    this.beku = false;
    for (const { luar, dalam } of this.pasangan.values()) {
      luar.resume();
      dalam.resume();
    }
  }

  private dengar(port: number): Promise<Server> {
    return new Promise((jadi, gagal) => {
      const server = createServer({ noDelay: true, pauseOnConnect: true }, (soket) => {
        soket.on('error', () => soket.destroy());
        this.sambung(soket);
      });
      server.once('error', gagal);
      server.listen(port, '127.0.0.1', () => jadi(server));
    });
  }

  private sambung(luar: Socket): void {
    const dalam = connect({ port: this.portDalam, host: '127.0.0.1', noDelay: true }, () => {
      const peer = `127.0.0.1:${dalam.localPort}`;
      this.pasangan.set(peer, { luar, dalam });
      dalam.once('close', () => this.pasangan.delete(peer));
      this.salin(luar, dalam);
      this.salin(dalam, luar);
      if (this.server === null) this.potong(peer);
    });
    dalam.on('error', () => luar.destroy());
    dalam.on('close', () => luar.destroy());
    luar.on('close', () => dalam.destroy());
  }

  private salin(dari: Socket, ke: Socket): void {
    dari.on('data', (potong) => {
      if (!ke.write(potong)) dari.pause();
    });
    ke.on('drain', () => {
      if (!this.beku) dari.resume();
    });
    if (this.beku) dari.pause();
    else dari.resume();
  }
}
