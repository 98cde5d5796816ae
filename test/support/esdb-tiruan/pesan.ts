import * as shared from '@eventstore/db-client/generated/shared_pb.js';
import * as statusPb from '@eventstore/db-client/generated/status_pb.js';
import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import { Any } from 'google-protobuf/google/protobuf/any_pb.js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Harapan, HasilTambah, Tersimpan, Usulan } from './log-tiruan.js';
import { MAKS_TAMBAHAN } from './simpul.js';

const JSON_ISI = 'application/json';
const TIK_PER_MILIDETIK = 10_000n;

export const bacaNama = (id: shared.StreamIdentifier | undefined): string =>
  Buffer.from(id?.getStreamName_asU8() ?? []).toString('utf8');

const namaStream = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream, 'utf8')));

export const bacaUsulan = (
  m: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage,
): Usulan => ({
  id: m.getId()?.getString() ?? '',
  type: m.getMetadataMap().get('type') ?? '',
  json: m.getMetadataMap().get('content-type') === JSON_ISI,
  data: m.getData_asU8(),
  metadata: m.getCustomMetadata_asU8(),
});

export const bacaHarapan = (o: streams.AppendReq.Options): Harapan => {
  if (o.hasNoStream()) return 'no_stream';
  if (o.hasStreamExists()) return 'stream_exists';
  return o.hasRevision() ? BigInt(o.getRevision()) : 'any';
};

export const bacaHarapanBerombongan = (o: streams.BatchAppendReq.Options): Harapan => {
  if (o.hasNoStream()) return 'no_stream';
  if (o.hasStreamExists()) return 'stream_exists';
  return o.hasStreamPosition() ? BigInt(o.getStreamPosition()) : 'any';
};

export const jawabanTambah = (h: HasilTambah, harapan: Harapan): streams.AppendResp => {
  if (h.hasil === 'versi-salah')
    return new streams.AppendResp().setWrongExpectedVersion(versiSalah(h.kini, harapan));
  const sukses = new streams.AppendResp.Success().setCurrentRevision(String(h.rev));
  if (h.posisi === null) sukses.setNoPosition(new shared.Empty());
  else
    sukses.setPosition(
      new streams.AppendResp.Position()
        .setCommitPosition(String(h.posisi))
        .setPreparePosition(String(h.posisi)),
    );
  return new streams.AppendResp().setSuccess(sukses);
};

const versiSalah = (kini: bigint | null, harapan: Harapan): streams.AppendResp.WrongExpectedVersion => {
  const salah = new streams.AppendResp.WrongExpectedVersion();
  if (kini === null) salah.setCurrentNoStream(new shared.Empty());
  else salah.setCurrentRevision(String(kini));
  if (harapan === 'any') salah.setExpectedAny(new shared.Empty());
  else if (harapan === 'stream_exists') salah.setExpectedStreamExists(new shared.Empty());
  else if (harapan === 'no_stream') salah.setExpectedNoStream(new shared.Empty());
  else salah.setExpectedRevision(String(harapan));
  return salah;
};

const kepala = (req: streams.BatchAppendReq, o: streams.BatchAppendReq.Options): streams.BatchAppendResp =>
  new streams.BatchAppendResp()
    .setCorrelationId(req.getCorrelationId())
    .setStreamIdentifier(o.getStreamIdentifier());

const galat = (nama: string, isi: Uint8Array): statusPb.Status => {
  const rincian = new Any();
  rincian.pack(isi, `event_store.client.${nama}`);
  return new statusPb.Status().setDetails(rincian);
};

export const jawabanBerombongan = (
  req: streams.BatchAppendReq,
  o: streams.BatchAppendReq.Options,
  h: HasilTambah,
  harapan: Harapan,
): streams.BatchAppendResp => {
  const jawaban = kepala(req, o);
  if (h.hasil === 'versi-salah') {
    const isi = versiSalahBerombongan(h.kini, harapan).serializeBinary();
    return jawaban.setError(galat('WrongExpectedVersion', isi));
  }
  const sukses = new streams.BatchAppendResp.Success().setCurrentRevision(String(h.rev));
  if (h.posisi === null) sukses.setNoPosition(new Empty());
  else
    sukses.setPosition(
      new shared.AllStreamPosition().setCommitPosition(String(h.posisi)).setPreparePosition(String(h.posisi)),
    );
  return jawaban.setSuccess(sukses);
};

const versiSalahBerombongan = (kini: bigint | null, harapan: Harapan): shared.WrongExpectedVersion => {
  const salah = new shared.WrongExpectedVersion();
  if (kini === null) salah.setCurrentNoStream(new Empty());
  else salah.setCurrentStreamRevision(String(kini));
  if (harapan === 'any') salah.setExpectedAny(new Empty());
  else if (harapan === 'stream_exists') salah.setExpectedStreamExists(new Empty());
  else if (harapan === 'no_stream') salah.setExpectedNoStream(new Empty());
  else salah.setExpectedStreamPosition(String(harapan));
  return salah;
};

export const terlaluBesarBerombongan = (
  req: streams.BatchAppendReq,
  o: streams.BatchAppendReq.Options,
): streams.BatchAppendResp => {
  const isi = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAKS_TAMBAHAN).serializeBinary();
  return kepala(req, o).setError(galat('MaximumAppendSizeExceeded', isi));
};

export const peristiwa = (e: Tersimpan): streams.ReadResp => {
  const rekaman = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(e.id))
    .setStreamIdentifier(namaStream(e.stream))
    .setStreamRevision(String(e.rev))
    .setCommitPosition(String(e.posisi))
    .setPreparePosition(String(e.posisi))
    .setData(e.data)
    .setCustomMetadata(e.metadata);
  rekaman
    .getMetadataMap()
    .set('type', e.type)
    .set('content-type', e.json ? JSON_ISI : 'application/octet-stream')
    .set('created', String(BigInt(e.pada.getTime()) * TIK_PER_MILIDETIK));
  const isi = new streams.ReadResp.ReadEvent().setEvent(rekaman).setCommitPosition(String(e.posisi));
  return new streams.ReadResp().setEvent(isi);
};

export const streamTiada = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(namaStream(stream)),
  );

export const konfirmasi = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

export const tersusul = (): streams.ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const titikSimpan = (posisi: bigint): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(posisi)).setPreparePosition(String(posisi)),
  );
