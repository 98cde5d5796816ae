import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** What the parent asks: send these bodies to POST /graphql on 127.0.0.1, each connection one after the other. */
export type TugasBeban = {
  readonly port: number;
  readonly token: string;
  readonly sambungan: number;
  readonly badan: readonly string[];
};
export type HasilBeban = { readonly detik: number; readonly gagal: number; readonly contohGagal: string };

const AKHIR_KEPALA = '\r\n\r\n';

/** HTTP/1.1 by hand over one kept connection: a full client would take the core that the server is measured on. */
class Sambungan {
  private readonly socket: Socket;
  private terima: Buffer = Buffer.alloc(0);
  private selesai: ((jawaban: string) => void) | undefined;
  private putus: ((e: Error) => void) | undefined;

  constructor(
    port: number,
    private readonly token: string,
  ) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (potong) => this.tampung(potong));
    this.socket.on('error', (e) => this.putus?.(e));
    this.socket.on('close', () => this.putus?.(new Error('sambungan ditutup')));
  }

  kirim(badan: string): Promise<string> {
    return new Promise((selesai, putus) => {
      this.selesai = selesai;
      this.putus = putus;
      this.socket.write(
        `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer ${this.token}\r\ncontent-length: ${Buffer.byteLength(badan)}${AKHIR_KEPALA}${badan}`,
      );
    });
  }

  private tampung(potong: Buffer): void {
    this.terima = this.terima.length === 0 ? potong : Buffer.concat([this.terima, potong]);
    const kepala = this.terima.indexOf(AKHIR_KEPALA);
    if (kepala < 0) return;
    const panjang = /content-length: (\d+)/i.exec(this.terima.subarray(0, kepala).toString('latin1'))?.[1];
    if (panjang === undefined) {
      this.socket.destroy(new Error('jawaban tanpa content-length'));
      return;
    }
    const mulai = kepala + AKHIR_KEPALA.length;
    if (this.terima.length < mulai + Number(panjang)) return;
    const jawaban = this.terima.subarray(mulai, mulai + Math.min(600, Number(panjang))).toString('latin1');
    this.terima = Buffer.alloc(0);
    this.selesai?.(jawaban);
  }

  tutup(): void {
    this.putus = undefined;
    this.socket.destroy();
  }
}

const jalankan = async ({ port, token, sambungan, badan }: TugasBeban): Promise<HasilBeban> => {
  const semua = Array.from({ length: sambungan }, () => new Sambungan(port, token));
  let berikut = 0;
  const gagal: string[] = [];
  const mulai = performance.now();
  await Promise.all(
    semua.map(async (s) => {
      for (let isi = badan[berikut++]; isi !== undefined; isi = badan[berikut++]) {
        const jawaban = await s.kirim(isi);
        // Apollo writes `errors` before `data`, so a partial answer does not begin like this either.
        if (!jawaban.startsWith('{"data":{')) gagal.push(jawaban);
      }
    }),
  );
  const detik = (performance.now() - mulai) / 1_000;
  for (const s of semua) s.tutup();
  return { detik, gagal: gagal.length, contohGagal: gagal[0] ?? '' };
};

process.on('message', (tugas: TugasBeban) => {
  jalankan(tugas).then(
    (hasil) => process.send?.(hasil),
    (e: unknown) => {
      process.stderr.write(`${String(e)}\n`);
      process.exit(1);
    },
  );
});
