import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What the server does instead of taking a mail. `isi`: once it has the whole text. */
export type Gangguan =
  | 'tanpa'
  | 'putus-salam'
  | 'diam-salam'
  | 'penerima-nanti' // 451
  | 'penerima-tidak-ada' // 550
  | 'isi-nanti' // 452
  | 'putus-isi'
  | 'diam-isi';

/** A mail server on a socket of its own on loopback: as much of SMTP as one mail needs, and every way to fail it. */
export class SmtpTiruan {
  gangguan: Gangguan = 'tanpa';
  readonly diterima: string[] = []; // texts that it has answered with 250
  readonly dibaca: string[] = []; // texts that it has got, answered or not
  private readonly soket = new Set<Socket>();
  private readonly server: Server = createServer((s) => this.layani(s));

  async mulai(): Promise<string> {
    await new Promise<void>((lanjut) => this.server.listen(0, '127.0.0.1', lanjut));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async tutup(): Promise<void> {
    for (const s of this.soket) s.destroy();
    await new Promise((lanjut) => this.server.close(lanjut));
  }

  private layani(s: Socket): void {
    this.soket.add(s);
    s.on('close', () => this.soket.delete(s)).on('error', () => undefined);
    if (this.gangguan === 'putus-salam') return void s.destroy();
    if (this.gangguan === 'diam-salam') return;
    s.write('220 tiruan ESMTP\r\n');
    let sisa = '';
    let isi: string[] | null = null;
    s.setEncoding('utf8').on('data', (potong: string) => {
      const baris = (sisa + potong).split('\r\n');
      sisa = baris.pop() ?? '';
      for (const b of baris) {
        if (isi === null) {
          if (/^DATA/i.test(b)) isi = [];
          this.jawab(s, b);
        } else if (b === '.') {
          this.selesai(s, isi.join('\n').replaceAll('=\n', '')); // quoted-printable, its lines joined again
          isi = null;
        } else isi.push(b);
      }
    });
  }

  private jawab(s: Socket, perintah: string): void {
    const verba = perintah.slice(0, 4).toUpperCase();
    if (verba === 'RCPT' && this.gangguan === 'penerima-nanti') s.write('451 nanti\r\n');
    else if (verba === 'RCPT' && this.gangguan === 'penerima-tidak-ada') s.write('550 tidak ada\r\n');
    else if (verba === 'DATA') s.write('354 silakan\r\n');
    else if (verba === 'QUIT') s.end('221 selesai\r\n');
    else s.write('250 baik\r\n');
  }

  private selesai(s: Socket, teks: string): void {
    this.dibaca.push(teks);
    if (this.gangguan === 'putus-isi') return void s.destroy();
    if (this.gangguan === 'diam-isi') return;
    if (this.gangguan === 'isi-nanti') return void s.write('452 penuh\r\n');
    this.diterima.push(teks);
    s.write('250 diterima\r\n');
  }
}
