import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as jeda } from 'node:timers/promises';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { type Empty, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type handleUnaryCall, type Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { baca } from './baca.js';
import { Gangguan, type KodeGangguan } from './gangguan.js';
import { LogTiruan, sistem, type Tersimpan } from './log-tiruan.js';
import { Saluran } from './saluran.js';
import { belumSiap, bukanPemimpin, type Galat, type Simpul, Statistik } from './simpul.js';
import { tambah, tambahBerombongan } from './tambah.js';

/*
 * A STAND-IN FOR EVENTSTOREDB, FOR TESTS ONLY. It speaks the protocol as @eventstore/db-client 6.2.1 uses it, keeps its
 * log in memory and fails on command. What passes against it is "contract-tested against a stand-in", no more.
 * Sources of its behaviour: the server's own classes of the 23.10 line (IndexWriter, Streams.Append, Streams.BatchAppend,
 * Enumerators, RpcExceptions, ClusterVNodeController) and the client's; there are no users, no deletes, no truncation.
 */

const HOST = '127.0.0.1';
const { VNodeState } = MemberInfo;
const MAKS_PESAN = 17 * 1024 * 1024;

type Anggota = { readonly id: string; readonly server: Server; readonly saluran: Saluran };

/** The members: who leads, who listens, and what befalls their lines. A member is named by its number, from 0. */
export class Kluster {
  readonly log = new LogTiruan();
  readonly gangguan = new Gangguan();
  readonly statistik = new Statistik();
  private readonly anggota: Anggota[] = [];
  private readonly langganan = new Set<(galat: Galat) => void>();
  private readonly penutup = new AbortController();
  private kursi: number | null = 0;
  private menerusan = true;

  get titik(): string[] {
    return this.anggota.map((a) => `${HOST}:${a.saluran.port}`);
  }

  /** Number of the leader; null while one is being elected. */
  get pemimpin(): number | null {
    return this.kursi;
  }

  /** Outage: the listener is closed, every connection cut. All members, or one. */
  async padam(nomor?: number): Promise<void> {
    this.statistik.padam++;
    await Promise.all(this.pilih(nomor).map((a) => a.saluran.tutup()));
  }

  /** Back on the same port, over the same log. */
  async nyala(nomor?: number): Promise<void> {
    await Promise.all(this.pilih(nomor).map((a) => a.saluran.buka()));
  }

  bekukan(nomor?: number): void {
    for (const a of this.pilih(nomor)) a.saluran.bekukan();
  }

  cairkan(nomor?: number): void {
    for (const a of this.pilih(nomor)) a.saluran.cairkan();
  }

  /** Cuts every connection once; the listener stays. */
  potong(nomor?: number): void {
    for (const a of this.pilih(nomor)) a.saluran.potongSemua();
  }

  /** Ends every running subscription with a status, as an orderly stop of a member does. */
  akhiriLangganan(kode: KodeGangguan): void {
    for (const akhiri of [...this.langganan]) akhiri({ code: status[kode], details: `gangguan: ${kode}` });
  }

  /**
   * The leader steps down (`bunuh`: dies, and comes back as a follower), for `jedaMs` nobody leads and all refuse,
   * then the next member that listens leads.
   */
  async gantiPemimpin({ jedaMs = 0, bunuh = false } = {}): Promise<void> {
    const lama = this.kursi ?? 0;
    this.kursi = null;
    if (bunuh) await this.padam(lama);
    await jeda(jedaMs, undefined, { signal: this.penutup.signal }).catch(() => null);
    if (this.penutup.signal.aborted) return;
    if (bunuh && this.anggota.length === 1) await this.nyala(lama);
    const urutan = this.anggota.map((_, i) => (lama + 1 + i) % this.anggota.length);
    this.kursi = urutan.find((i) => this.anggota[i]?.saluran.terbuka) ?? null;
    this.log.sistem('$epoch-information', '$epoch-information');
    this.statistik.pergantian++;
    if (bunuh) await this.nyala(lama);
  }

  /**
   * Whether a follower hands on what may be handed on (as the server does unless the call says `requires-leader`),
   * or answers every append with NotLeader (as a read-only replica does).
   */
  teruskan(ya: boolean): void {
    this.menerusan = ya;
  }

  async tambahAnggota(tls?: Sertifikat): Promise<void> {
    const nomor = this.anggota.length;
    const server = new Server({ 'grpc.max_receive_message_length': MAKS_PESAN });
    const port = await new Promise<number>((jadi, gagal) =>
      server.bindAsync(`${HOST}:0`, kredensial(tls), (galat, p) => (galat === null ? jadi(p) : gagal(galat))),
    );
    const saluran = new Saluran(port);
    const { log, gangguan, statistik, langganan } = this;
    const menolak = (m: Metadata, menulis: boolean): Galat | null => this.menolak(nomor, m, menulis);
    const simpul: Simpul = {
      log,
      gangguan,
      statistik,
      langganan,
      saluran,
      menolak,
      selesai: this.penutup.signal,
    };
    server.addService(StreamsService, {
      read: baca(simpul),
      append: tambah(simpul),
      batchAppend: tambahBerombongan(simpul),
    });
    server.addService(GossipService, { read: this.gosip() });
    server.addService(ServerFeaturesService, { getSupportedMethods: kemampuan });
    this.anggota.push({ id: randomUUID(), server, saluran });
    await saluran.buka();
  }

  async tutup(): Promise<void> {
    this.penutup.abort();
    await Promise.all(this.anggota.map((a) => a.saluran.tutup()));
    for (const a of this.anggota) a.server.forceShutdown();
  }

  private pilih(nomor?: number): Anggota[] {
    return this.anggota.filter((_, i) => nomor === undefined || i === nomor);
  }

  private menolak(nomor: number, metadata: Metadata, menulis: boolean): Galat | null {
    const pemimpin = this.kursi === null ? undefined : this.anggota[this.kursi];
    if (pemimpin === undefined || (menulis && !pemimpin.saluran.terbuka)) {
      this.statistik.belumSiap++;
      return belumSiap;
    }
    const minta = metadata.get('requires-leader')[0] === 'true';
    if (nomor === this.kursi || !(minta || (menulis && !this.menerusan))) return null;
    this.statistik.bukanPemimpin++;
    return bukanPemimpin(HOST, pemimpin.saluran.port);
  }

  private gosip(): handleUnaryCall<Empty, ClusterInfo> {
    return (_, jawab) => {
      const info = new ClusterInfo();
      for (const [i, a] of this.anggota.entries()) {
        const peran =
          this.kursi === null
            ? VNodeState.UNKNOWN
            : i === this.kursi
              ? VNodeState.LEADER
              : VNodeState.FOLLOWER;
        info.addMembers(
          new MemberInfo()
            .setInstanceId(new UUID().setString(a.id))
            .setTimeStamp(String(Date.now()))
            .setState(peran)
            .setIsAlive(a.saluran.terbuka)
            .setHttpEndPoint(new EndPoint().setAddress(HOST).setPort(a.saluran.port)),
        );
      }
      jawab(null, info);
    };
  }
}

/** The client takes BatchAppend as its default path when the server names it. */
const kemampuan: handleUnaryCall<Empty, SupportedMethods> = (_, jawab) => {
  const metode = new SupportedMethods().setEventStoreServerVersion('23.10.6');
  for (const nama of ['Read', 'Append', 'BatchAppend'])
    metode.addMethods(
      new SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName(nama),
    );
  jawab(null, metode);
};

export type Tiruan = {
  /** Connection string for EventStoreDBClient: one member, or all three as seeds of the gossip. */
  readonly url: string;
  readonly gangguan: Gangguan; // faults in the answers
  readonly kluster: Kluster; // faults of the lines and the members
  readonly statistik: Statistik;
  /** The application's events in commit order, without those of the server's own streams. */
  isi(): readonly Tersimpan[];
  /** An event of the server's own between those of the application. */
  sisipkanSistem(): void;
  tutup(): Promise<void>;
};

/** What a member shows who it is by; its files are named. */
export type Sertifikat = { readonly kunci: string; readonly sertifikat: string };

const kredensial = (tls: Sertifikat | undefined): ServerCredentials => {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const pasangan = { private_key: readFileSync(tls.kunci), cert_chain: readFileSync(tls.sertifikat) };
  return ServerCredentials.createSsl(null, [pasangan]);
};

export const mulaiTiruan = async ({
  anggota = 1,
  tls,
}: {
  anggota?: 1 | 3;
  tls?: Sertifikat;
} = {}): Promise<Tiruan> => {
  const kluster = new Kluster();
  for (let i = 0; i < anggota; i++) await kluster.tambahAnggota(tls);
  return {
    // Not esdb+discover: of several hosts the client would ask the first only, and be lost with it.
    url: `esdb://${kluster.titik.join(',')}?tls=${tls !== undefined}`,
    gangguan: kluster.gangguan,
    kluster,
    statistik: kluster.statistik,
    isi: () => kluster.log.isi().filter((e) => !sistem(e.stream)),
    sisipkanSistem: () => kluster.log.sistem('$$$scavenges', '$metadata'),
    tutup: () => kluster.tutup(),
  };
};
