import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { binaryEvent, EventStoreDBClient, NO_STREAM, StreamNotFoundError } from '@eventstore/db-client';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { pindahkanKeKluster } from '../src/infra/cadangan/pindahkan.js';
import { bukaLog } from '../src/infra/event-store/buka-log.js';
import { Codec, type Tersandi } from '../src/infra/event-store/codec.js';
import { idRekaman } from '../src/infra/event-store/esdb.klien.js';
import { JamSistem } from '../src/infra/rakitan.js';
import { type Append, HEAD_KOSONG, type Head } from '../src/kernel/event-store.js';
import { Executor } from '../src/kernel/execute.js';
import { PENJELASAN } from './kota.js';
import type { Logs } from './logs.js';
import { Antrean, kirim, ruangPerintah } from './perintah.js';
import { type Hasil, kabar, type Nama, type Ronde, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;
const SERONDE = 3_000;
/** Documents that nobody has read yet: with 64 callers their readings would wait for one another past the time limit. */
const PEMANGGIL_DINGIN = 4;
const KREDENSIAL = { username: 'admin', password: 'changeit' }; // a server without TLS asks for none
const BYTE_SEPERISTIWA = '1'.repeat(20);

type Siap = { readonly stream: string; readonly rev: number; readonly event: Tersandi };

/** How long a bare stream becomes: a document of ours has more events, and reading it whole takes longer. */
const SESTREAM = 10;

/** The bare client: each of its callers reads a stream whole (unless told not to), then appends one event to it, and no more. */
class PolosEsdb {
  private readonly klien: EventStoreDBClient;
  private readonly codec = new Codec();
  private readonly awalan = randomUUID().slice(0, 8);
  private stream = 0;

  constructor(url: string) {
    this.klien = EventStoreDBClient.connectionString(url);
  }

  async tulis(jumlah: number, pemanggil: number, baca: boolean): Promise<number> {
    // A stream is one caller's, since each append stands on the one before it.
    const antrean: Siap[][] = Array.from({ length: pemanggil }, () => []);
    for (let i = 0; i < jumlah; i += SESTREAM)
      antrean[(i / SESTREAM) % pemanggil]?.push(...this.satuStream(Math.min(SESTREAM, jumlah - i)));
    const mulai = performance.now();
    await Promise.all(
      antrean.map(async (milik) => {
        for (const satu of milik) {
          if (baca) await this.baca(satu.stream);
          await this.tambah(satu);
        }
      }),
    );
    return (jumlah * 1_000) / (performance.now() - mulai);
  }

  tutup(): Promise<void> {
    return this.klien.dispose();
  }

  private async baca(stream: string): Promise<void> {
    try {
      for await (const { event } of this.klien.readStream(stream)) if (event === undefined) break;
    } catch (e) {
      if (!(e instanceof StreamNotFoundError)) throw e;
    }
  }

  private async tambah({ stream, rev, event: { leaf, type, bytes } }: Siap): Promise<void> {
    const event = binaryEvent({ id: idRekaman(leaf), type, data: Buffer.from(bytes) });
    await this.klien.appendToStream(stream, event, {
      expectedRevision: rev === -1 ? NO_STREAM : BigInt(rev),
      credentials: KREDENSIAL,
    });
  }

  /** Events as ours are, of about the same length, on a stream that no department of ours has. */
  private satuStream(panjang: number): Siap[] {
    const stream = `Pengukuran-99.99.${this.awalan}-${this.stream++}.2025.tw4`;
    let head = HEAD_KOSONG;
    return Array.from({ length: panjang }, () => {
      const { rev } = head;
      const { head: baru, events } = this.codec.encode(penambahan(stream, head));
      head = baru;
      return { stream, rev, event: events[0] as Tersandi };
    });
  }
}

const penambahan = (stream: string, head: Head): Append => {
  const data = {
    indikator: 'IK-1',
    realisasi: BYTE_SEPERISTIWA,
    pembilang: null,
    penyebut: null,
    ...PENJELASAN,
    oleh: { jabatan: 'Jabatan-99.99.polos.bidang-1', sebutan: 'Kepala Bidang', status: 'definitif' },
  };
  const cmd = { id: randomUUID(), sidik: '5f'.repeat(32) };
  return {
    stream,
    head,
    events: [{ type: 'RealisasiDicatat', data }],
    at: new Date().toISOString(),
    actor: 'akun-tolok-ukur',
    cmd,
    corr: cmd.id,
    cause: null,
  };
};

/** Durable commands per second into a real EventStoreDB: CommandBus, handler with its facts, decider, append. Views off. */
export const ukurKluster =
  (nama: Nama, pemanggil: number) =>
  async (logs: Logs): Promise<Hasil> => {
    const url = process.env.EVENT_STORE_URL;
    if (url === undefined) throw new Error(`${nama} memerlukan EVENT_STORE_URL`);
    const { folder, dinas } = await logs.untuk('10^5');
    const mulai = performance.now();
    const tempat = { folder, eventStore: url };
    if (!logs.sudahDiKluster) {
      const { ukuran, akar } = await pindahkanKeKluster(folder, tempat, () => undefined);
      kabar(
        `  ${ukuran} peristiwa dipindahkan dalam ${((performance.now() - mulai) / 1_000).toFixed(0)} s, akar ${akar}`,
      );
      logs.sudahDiKluster = true;
    }
    const store = await bukaLog(tempat);
    const ruang = await NestFactory.createApplicationContext(
      ruangPerintah(new Executor(store, new JamSistem())),
      { logger: false },
    );
    const bus = ruang.get(CommandBus);
    const antrean = new Antrean(dinas);
    const polos = new PolosEsdb(url);
    kabar('  memanaskan dokumen aktif');
    await kirim(bus, antrean, SERONDE, PEMANGGIL_DINGIN);
    await polos.tulis(SERONDE, pemanggil, true);
    const hanyaMenambah: Ronde[] = [];
    const ronde = await selangSeling(
      RONDE,
      async () => {
        const kami = await kirim(bus, antrean, SERONDE, pemanggil);
        hanyaMenambah.push({ kami, polos: await polos.tulis(SERONDE, pemanggil, false) });
        return kami;
      },
      () => polos.tulis(SERONDE, pemanggil, true),
    );
    await ruang.close();
    await store.close();
    await polos.tutup();
    const { nilai, tengah } = simpulkan(TOLOK[nama], hanyaMenambah);
    const catatan = `klien yang hanya menambah, tanpa membaca: ${nilai.toFixed(2)} (${tengah.kami.toFixed(0)} / ${tengah.polos.toFixed(0)})`;
    return simpulkan(TOLOK[nama], ronde, catatan);
  };
