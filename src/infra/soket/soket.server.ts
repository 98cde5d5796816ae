import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { HasilBelumPasti, TokoTidakTersedia } from '../../kernel/event-store.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { kalimat } from '../kalimat-penolakan.js';
import {
  alamatSoket,
  BATAS_PESAN,
  barisDari,
  type Hasil,
  type Jawaban,
  type Kemajuan,
  type Pelaksana,
  type Permintaan,
} from './protokol.js';

/** Does a server answer there? A socket file outlives a killed server. */
const terjawab = (alamat: string): Promise<boolean> =>
  new Promise((jawab) => {
    const coba = connect(alamat);
    coba.once('connect', () => {
      coba.destroy();
      jawab(true);
    });
    coba.once('error', () => jawab(false));
  });

const sebagaiPenolakan = (e: unknown): Penolakan => {
  if (e instanceof Penolakan) return e;
  if (e instanceof HasilBelumPasti) return new Penolakan('HASIL_BELUM_PASTI');
  return new Penolakan(e instanceof TokoTidakTersedia ? 'COBA_LAGI' : 'GALAT_DALAM');
};

const kirim = (soket: Socket, jawaban: Jawaban): void => {
  if (soket.writable) soket.write(`${JSON.stringify(jawaban)}\n`);
};

/**
 * Does a command line's writing work inside the process that holds the data folder's lock. Only that process may start
 * it; whoever may open the socket (mode 0600: the same user) may do what an operator does.
 */
export class SoketServer {
  private server: Server | undefined;
  private readonly sambungan = new Set<Socket>();
  private readonly pekerjaan = new Set<Promise<Hasil>>();

  /** Listens in `folder`. Throws when another living server answers there. */
  async mulai(folder: string, pelaksana: Pelaksana): Promise<void> {
    const alamat = alamatSoket(folder);
    if (await terjawab(alamat)) throw new Error(`server lain sudah mendengarkan di ${alamat}`);
    const berkas = process.platform !== 'win32';
    if (berkas) rmSync(alamat, { force: true });
    const server = createServer((soket) => this.terima(soket, pelaksana));
    await new Promise<void>((siap, gagal) => {
      server.once('error', gagal);
      const lama = process.umask(0o177); // the file is made inside listen(): never readable by others, not for a moment
      server.listen(alamat, siap);
      process.umask(lama);
    });
    if (berkas) chmodSync(alamat, 0o600);
    this.server = server;
  }

  /** Takes no new work, lets what is under way finish, removes the socket file. */
  async berhenti(): Promise<void> {
    const server = this.server;
    if (server === undefined) return;
    this.server = undefined;
    const tutup = new Promise<void>((selesai) => server.close(() => selesai()));
    await Promise.allSettled([...this.pekerjaan]);
    for (const soket of this.sambungan) soket.destroy();
    await tutup;
  }

  private terima(soket: Socket, pelaksana: Pelaksana): void {
    this.sambungan.add(soket);
    soket.on('error', () => soket.destroy()); // the asker went away; its work is carried to its end
    soket.once('close', () => this.sambungan.delete(soket));
    void this.layani(soket, pelaksana).finally(() => soket.end());
  }

  private async layani(soket: Socket, pelaksana: Pelaksana): Promise<void> {
    try {
      for await (const baris of barisDari(soket, BATAS_PESAN)) {
        const kerja = this.jalankan(JSON.parse(baris) as Permintaan, pelaksana, soket);
        this.pekerjaan.add(kerja);
        kirim(soket, { hasil: await kerja.finally(() => this.pekerjaan.delete(kerja)) });
        return;
      }
    } catch (e) {
      const penolakan = sebagaiPenolakan(e);
      kirim(soket, { galat: { kode: penolakan.kode, pesan: kalimat(penolakan) } });
    }
  }

  private async jalankan(p: Permintaan, pelaksana: Pelaksana, soket: Socket): Promise<Hasil> {
    if (typeof p.berkas !== 'string') return tolak('MASUKAN_TIDAK_SAH');
    const berkas = Buffer.from(p.berkas, 'base64');
    const lapor = (kemajuan: Kemajuan): void => kirim(soket, { kemajuan });
    switch (p.perintah) {
      case 'impor':
        return pelaksana.impor(berkas, lapor);
      case 'nomenklatur':
        return pelaksana.nomenklatur(p.muatan, berkas, lapor);
      case 'impor-lembar':
        return pelaksana.imporLembar(p.lembar, berkas, lapor);
      case 'buka-tahun':
        return pelaksana.bukaTahun(p.buka, lapor);
      case 'alamat':
        return pelaksana.alamat();
      default:
        return tolak('MASUKAN_TIDAK_SAH'); // an older or newer command line
    }
  }
}
