import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as jeda, setImmediate as putaran } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { LogTiruan, Tersimpan } from './log-tiruan.js';
import { bacaNama, konfirmasi, peristiwa, streamTiada, tersusul, titikSimpan } from './pesan.js';
import { type Galat, gagalkan, posisiSalah, type Simpul } from './simpul.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Opsi = ReadReq.Options;

const MUNDUR = 1;
/** How many events a filtered subscription looks at per page when the client does not say: EventStoreDB's ReadBatchSize. */
const JENDELA = 32;

const bagianStream = (
  deret: readonly Tersimpan[],
  o: ReadReq.Options.StreamOptions,
  mundur: boolean,
  banyak: number,
): readonly Tersimpan[] => {
  const akhir = deret.length - 1;
  const awal = o.hasStart() ? 0 : o.hasEnd() ? (mundur ? akhir : akhir + 1) : Number(o.getRevision());
  return mundur ? mundurDari(deret, Math.min(awal, akhir) + 1, banyak) : deret.slice(awal, awal + banyak);
};

const mundurDari = (deret: readonly Tersimpan[], sebelum: number, banyak: number): readonly Tersimpan[] =>
  deret.slice(Math.max(0, sebelum - banyak), sebelum).reverse();

/** Forwards a position includes the event that begins there, backwards it does not: it is a pointer between records. */
const bagianSemua = (
  log: LogTiruan,
  o: ReadReq.Options.AllOptions,
  mundur: boolean,
  banyak: number,
): readonly Tersimpan[] | null => {
  const posisi = BigInt(o.getPosition()?.getCommitPosition() ?? '0');
  const indeks = o.hasStart() ? 0 : o.hasEnd() ? log.panjang : log.indeks(posisi);
  if (indeks === null) return null;
  return mundur ? mundurDari(log.isi(), indeks, banyak) : log.isi().slice(indeks, indeks + banyak);
};

type Saringan = { cocok: (e: Tersimpan) => boolean; selang: number | null };

const saringan = (o: Opsi): Saringan => {
  const f = o.getFilter();
  if (f === undefined) return { cocok: () => true, selang: null };
  const ungkapan = f.getStreamIdentifier() ?? f.getEventType();
  const awalan = ungkapan?.getPrefixList() ?? [];
  const pola = ungkapan?.getRegex() ? new RegExp(ungkapan.getRegex()) : null;
  const teks = (e: Tersimpan): string => (f.hasStreamIdentifier() ? e.stream : e.type);
  return {
    cocok: (e) => pola?.test(teks(e)) ?? awalan.some((a) => teks(e).startsWith(a)),
    selang: (f.hasMax() ? f.getMax() : JENDELA) * f.getCheckpointintervalmultiplier(),
  };
};

/** A call under way: sends no faster than the client reads, and ends with the call or the stand-in. */
class Kiriman {
  private readonly pengakhir = new AbortController();
  readonly batal: AbortSignal;

  constructor(
    private readonly s: Simpul,
    private readonly call: Call,
  ) {
    this.batal = AbortSignal.any([s.selesai, this.pengakhir.signal]);
    call.on('cancelled', () => this.pengakhir.abort());
    call.on('close', () => this.pengakhir.abort());
  }

  async kirim(isi: ReadResp): Promise<void> {
    if (this.batal.aborted || this.call.write(isi)) return;
    await once(this.call, 'drain', { signal: this.batal }).catch(() => null);
  }

  gagal(galat: Galat): void {
    this.pengakhir.abort();
    gagalkan(this.call, galat);
  }

  /** Cuts the line once what was sent has left this process. */
  async putus(): Promise<void> {
    this.s.statistik.putus++;
    for (let i = 0; i < 5; i++) await putaran();
    this.s.saluran.potong(this.call.getPeer());
    this.pengakhir.abort();
  }
}

/** What a read asks for; the name of the stream when there is none; null: a position at which no event begins. */
const diminta = (log: LogTiruan, o: Opsi): readonly Tersimpan[] | string | null => {
  const mundur = o.getReadDirection() === MUNDUR;
  const banyak = Number(o.getCount());
  const stream = o.getStream();
  if (stream === undefined) {
    const semua = o.getAll();
    return semua === undefined ? null : bagianSemua(log, semua, mundur, banyak);
  }
  const nama = bacaNama(stream.getStreamIdentifier());
  const deret = log.stream(nama);
  return deret === undefined ? nama : bagianStream(deret, stream, mundur, banyak);
};

const bacaSekali = async (s: Simpul, call: Call, kiriman: Kiriman, o: Opsi): Promise<void> => {
  s.statistik.baca++;
  const putus = s.gangguan.ambilPutus('baca');
  const isi = diminta(s.log, o);
  if (isi === null) return kiriman.gagal(posisiSalah);
  if (typeof isi === 'string') {
    await kiriman.kirim(streamTiada(isi));
    call.end();
    return;
  }
  for (const e of isi.slice(0, putus ?? isi.length)) {
    if (kiriman.batal.aborted) return;
    await kiriman.kirim(peristiwa(e));
  }
  if (putus !== null) return kiriman.putus();
  call.end();
};

/** Where a subscription begins: after the event it names. Null: a position at which no event begins. */
const awalLangganan = (s: Simpul, o: Opsi): number | null => {
  const stream = o.getStream();
  if (stream !== undefined) {
    const panjang = s.log.stream(bacaNama(stream.getStreamIdentifier()))?.length ?? 0;
    if (stream.hasEnd()) return panjang;
    return stream.hasStart() ? 0 : undur(Number(stream.getRevision()) + 1, s);
  }
  const semua = o.getAll();
  if (semua === undefined || semua.hasStart()) return 0;
  if (semua.hasEnd()) return s.log.panjang;
  const posisi = BigInt(semua.getPosition()?.getCommitPosition() ?? '0');
  const indeks = s.log.indeks(posisi);
  if (indeks === null || posisi === 0n) return indeks;
  return undur(Math.min(indeks + 1, s.log.panjang), s);
};

const undur = (awal: number, s: Simpul): number => Math.max(0, awal - s.gangguan.langkahMundur);

const kirimPeristiwa = async (s: Simpul, kiriman: Kiriman, e: Tersimpan, nomor: number): Promise<void> => {
  const kali = s.gangguan.kaliKirim(nomor);
  if (kali > 1) s.statistik.gandaan++;
  for (let i = 0; i < kali; i++) await kiriman.kirim(peristiwa(e));
};

/** As the 23.10 line: confirmation, what is stored, `caughtUp` once, then each event as it comes; never ends by itself. */
const langgan = async (s: Simpul, kiriman: Kiriman, o: Opsi): Promise<void> => {
  s.statistik.langganan++;
  const putus = s.gangguan.ambilPutus('langganan');
  const awal = awalLangganan(s, o);
  if (awal === null) return kiriman.gagal(posisiSalah);
  const stream = o.getStream();
  const nama = bacaNama(stream?.getStreamIdentifier());
  const ke = (i: number): Tersimpan | undefined =>
    stream === undefined ? s.log.ke(i) : s.log.stream(nama)?.[i];
  const { cocok, selang } = saringan(o);
  await kiriman.kirim(konfirmasi(randomUUID()));
  let sampai = false;
  let terkirim = 0;
  let dilihat = 0;
  for (let i = awal; !kiriman.batal.aborted; ) {
    if (putus === terkirim) return kiriman.putus();
    const e = ke(i);
    if (e === undefined) {
      if (!sampai) await kiriman.kirim(tersusul());
      sampai = true;
      // Between the question above and this wait an append may have come in while the message was being sent.
      if (ke(i) === undefined) await s.log.tunggu(kiriman.batal);
      continue;
    }
    i++;
    if (cocok(e)) await kirimPeristiwa(s, kiriman, e, ++terkirim);
    if (selang !== null && ++dilihat % selang === 0) await kiriman.kirim(titikSimpan(e.posisi));
  }
};

const layani = async (s: Simpul, call: Call, kiriman: Kiriman): Promise<void> => {
  const o = call.request.getOptions();
  if (o === undefined) return kiriman.gagal(posisiSalah);
  const panggilan = o.hasSubscription() ? 'langganan' : 'baca';
  if (s.gangguan.takMenjawab(panggilan)) return;
  if (s.gangguan.jedaSebelum > 0)
    await jeda(s.gangguan.jedaSebelum, undefined, { signal: kiriman.batal, ref: false }).catch(() => null);
  if (kiriman.batal.aborted) return;
  const tolak = s.menolak(call.metadata, false) ?? s.gangguan.ambilKode(panggilan);
  if (tolak !== null) return kiriman.gagal(tolak);
  if (panggilan === 'baca') return bacaSekali(s, call, kiriman, o);
  const akhiri = (galat: Galat): void => kiriman.gagal(galat);
  s.langganan.add(akhiri);
  await langgan(s, kiriman, o).finally(() => s.langganan.delete(akhiri));
};

/** Streams.Read: reads and subscriptions alike. */
export const baca =
  (s: Simpul): handleServerStreamingCall<ReadReq, ReadResp> =>
  async (call) => {
    call.on('error', () => undefined); // the line broke: the call's close event ends the sending
    const kiriman = new Kiriman(s, call);
    await layani(s, call, kiriman).catch((galat: unknown) =>
      kiriman.gagal({ details: galat instanceof Error ? galat.message : String(galat) }),
    );
  };
