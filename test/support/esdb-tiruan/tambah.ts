import { setTimeout as jeda } from 'node:timers/promises';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type {
  handleBidiStreamingCall,
  handleClientStreamingCall,
  Metadata,
  ServerDuplexStream,
} from '@grpc/grpc-js';
import type { Harapan, HasilTambah, Usulan } from './log-tiruan.js';
import {
  bacaHarapan,
  bacaHarapanBerombongan,
  bacaNama,
  bacaUsulan,
  jawabanBerombongan,
  jawabanTambah,
  terlaluBesarBerombongan,
} from './pesan.js';
import { type Galat, gagalkan, MAKS_TAMBAHAN, type Simpul, terlaluBesar } from './simpul.js';

type Permintaan = { readonly stream: string; readonly harapan: Harapan; readonly usulan: Usulan[] };

type Jawaban = { readonly hasil: HasilTambah } | { readonly galat: Galat } | null; // null: none is sent

/** Source of what counts: Event.SizeOnDisk; text in UTF-16. */
const ukuran = (usulan: readonly Usulan[]): number =>
  usulan.reduce((n, u) => n + u.data.length + u.metadata.length + 2 * u.type.length, 0);

const tunggu = (s: Simpul, ms: number): Promise<unknown> =>
  ms <= 0 ? Promise.resolve() : jeda(ms, undefined, { signal: s.selesai, ref: false }).catch(() => null);

/**
 * One append with all that may befall it. A call whose caller has given up is carried out all the same: the harder
 * of the two things a real server may do with it.
 */
const jalankan = async (s: Simpul, peer: string, metadata: Metadata, p: Permintaan): Promise<Jawaban> => {
  const { gangguan, statistik } = s;
  statistik.tambah++;
  if (gangguan.takMenjawab('tambah')) return null;
  await tunggu(s, gangguan.jedaSebelum);
  if (s.selesai.aborted) return null;
  const tolak = s.menolak(metadata, true);
  if (tolak !== null) return { galat: tolak };
  if (ukuran(p.usulan) > MAKS_TAMBAHAN) return { galat: terlaluBesar };
  const kode = gangguan.ambilKode('tambah');
  if (kode !== null && !kode.tersimpan) return { galat: kode };

  const hasil = s.log.tambah(p.stream, p.harapan, p.usulan);
  if (hasil.hasil === 'tersimpan') statistik.tersimpan++;
  else if (hasil.hasil === 'ulang') statistik.diulang++;
  else statistik.versiSalah++;

  await tunggu(s, gangguan.jedaSesudah);
  if (kode !== null) return { galat: kode };
  if (hasil.hasil === 'versi-salah') return { hasil };
  if (gangguan.jawabanHilang()) {
    statistik.jawabanHilang++;
    s.saluran.potong(peer);
    return null;
  }
  return gangguan.salahkanVersi() ? { hasil: { hasil: 'versi-salah', kini: hasil.rev } } : { hasil };
};

/** Streams.Append: the path a client takes that passes `credentials`. */
export const tambah =
  (s: Simpul): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, jawab) => {
    let opsi: AppendReq.Options | undefined;
    const usulan: Usulan[] = [];
    call.on('data', (req: AppendReq) => {
      opsi = req.getOptions() ?? opsi;
      const u = req.getProposedMessage();
      if (u !== undefined) usulan.push(bacaUsulan(u));
    });
    call.on('error', () => undefined); // the caller went away in the middle of its request: nothing to store
    call.on('end', async () => {
      if (opsi === undefined) return;
      const harapan = bacaHarapan(opsi);
      const permintaan = { stream: bacaNama(opsi.getStreamIdentifier()), harapan, usulan };
      const jawaban = await jalankan(s, call.getPeer(), call.metadata, permintaan);
      if (jawaban === null) return;
      if ('galat' in jawaban) jawab(jawaban.galat);
      else jawab(null, jawabanTambah(jawaban.hasil, harapan));
    });
  };

type Rombongan = { readonly opsi: BatchAppendReq.Options; readonly usulan: Usulan[] };

const jawabBerombongan = async (
  s: Simpul,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  req: BatchAppendReq,
  { opsi, usulan }: Rombongan,
): Promise<void> => {
  const harapan = bacaHarapanBerombongan(opsi);
  const permintaan = { stream: bacaNama(opsi.getStreamIdentifier()), harapan, usulan };
  const jawaban = await jalankan(s, call.getPeer(), call.metadata, permintaan);
  if (jawaban === null || call.cancelled) return;
  if ('hasil' in jawaban) call.write(jawabanBerombongan(req, opsi, jawaban.hasil, harapan));
  else if (jawaban.galat === terlaluBesar) call.write(terlaluBesarBerombongan(req, opsi));
  else gagalkan(call, jawaban.galat); // ends the stream, and with it every append that waits on it
};

/** Streams.BatchAppend: the client's default path, one long stream for all its appends. */
export const tambahBerombongan =
  (s: Simpul): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const menunggu = new Map<string, Rombongan>();
    call.on('data', async (req: BatchAppendReq) => {
      const kunci = req.getCorrelationId()?.getString() ?? '';
      const opsi = req.getOptions();
      if (opsi !== undefined) menunggu.set(kunci, { opsi, usulan: [] });
      const rombongan = menunggu.get(kunci);
      if (rombongan === undefined) return;
      rombongan.usulan.push(...req.getProposedMessagesList().map(bacaUsulan));
      if (!req.getIsFinal()) return;
      menunggu.delete(kunci);
      await jawabBerombongan(s, call, req, rombongan);
    });
    call.on('error', () => menunggu.clear());
    call.on('end', () => call.end());
  };
