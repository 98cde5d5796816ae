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
import { HEAD_KOSONG, type Head } from '../src/kernel/event-store.js';
import { Executor } from '../src/kernel/execute.js';
import { PENJELASAN } from './kota.js';
import type { Logs } from './logs.js';
import { Antrean, kirim, ruangPerintah } from './perintah.js';
import { type Hasil, kabar, type Nama, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;
const SERONDE = 3_000;
/** Documents that nobody has read yet: with 64 callers their readings would wait for one another past the time limit. */
const PEMANGGIL_DINGIN = 4;
const KREDENSIAL = { username: 'admin', password: 'changeit' }; // a server without TLS asks for none
const BYTE_SEPERISTIWA = '1'.repeat(20);

type Siap = { readonly stream: string; readonly rev: number; readonly event: Tersandi };

/** The bare client: each of its callers reads a stream whole, then appends one event to it, and no more. */
class PolosEsdb {
  private readonly klien: EventStoreDBClient;
  private readonly codec = new Codec();
  private readonly kepala = new Map<string, Head>();
  private n = 0;

  constructor(
    url: string,
    private readonly banyakStream: number,
    private readonly awalan = randomUUID().slice(0, 8),
  ) {
    this.klien = EventStoreDBClient.connectionString(url);
  }

  async tulis(jumlah: number, pemanggil: number): Promise<number> {
    // A stream is one caller's, since each append stands on the one before it.
    const antrean: Siap[][] = Array.from({ length: pemanggil }, () => []);
    for (let i = 0; i < jumlah; i++) antrean[(this.n % this.banyakStream) % pemanggil]?.push(this.siapkan());
    const mulai = performance.now();
    await Promise.all(
      antrean.map(async (milik) => {
        for (const satu of milik) await this.satu(satu);
      }),
    );
    return (jumlah * 1_000) / (performance.now() - mulai);
  }

  tutup(): Promise<void> {
    return this.klien.dispose();
  }

  private async satu(p: Siap): Promise<void> {
    try {
      for await (const { event } of this.klien.readStream(p.stream)) if (event === undefined) break;
    } catch (e) {
      if (!(e instanceof StreamNotFoundError)) throw e;
    }
    const { leaf, type, bytes } = p.event;
    const event = binaryEvent({ id: idRekaman(leaf), type, data: Buffer.from(bytes) });
    await this.klien.appendToStream(p.stream, event, {
      expectedRevision: p.rev === -1 ? NO_STREAM : BigInt(p.rev),
      credentials: KREDENSIAL,
    });
  }

  /** An event as ours are, of about the same length, on a stream that no department of ours has. */
  private siapkan(): Siap {
    const stream = `Pengukuran-99.99.${this.awalan}-${this.n++ % this.banyakStream}.2025.tw4`;
    const head = this.kepala.get(stream) ?? HEAD_KOSONG;
    const cmd = { id: randomUUID(), sidik: '5f'.repeat(32) };
    const data = {
      indikator: 'IK-1',
      realisasi: BYTE_SEPERISTIWA,
      pembilang: null,
      penyebut: null,
      ...PENJELASAN,
      oleh: { jabatan: 'Jabatan-99.99.polos.bidang-1', sebutan: 'Kepala Bidang', status: 'definitif' },
    };
    const { head: baru, events } = this.codec.encode({
      stream,
      head,
      events: [{ type: 'RealisasiDicatat', data }],
      at: new Date().toISOString(),
      actor: 'akun-tolok-ukur',
      cmd,
      corr: cmd.id,
      cause: null,
    });
    this.kepala.set(stream, baru);
    return { stream, rev: head.rev, event: events[0] as Tersandi };
  }
}

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
    const polos = new PolosEsdb(url, dinas.length);
    kabar('  memanaskan dokumen aktif');
    await kirim(bus, antrean, SERONDE, PEMANGGIL_DINGIN);
    await polos.tulis(SERONDE, pemanggil);
    const ronde = await selangSeling(
      RONDE,
      () => kirim(bus, antrean, SERONDE, pemanggil),
      () => polos.tulis(SERONDE, pemanggil),
    );
    await ruang.close();
    await store.close();
    await polos.tutup();
    return simpulkan(TOLOK[nama], ronde);
  };
