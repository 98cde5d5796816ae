import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { bacaCms, OID, sha256 } from './cms.js';
import { adaYangAsing, jalurKeAkar, masaBerlaku } from './rantai.js';

/** Why there is no time-stamp; the code is for the log and the operator. */
export type SebabTanpaCap =
  | 'TSA_TIDAK_MENJAWAB'
  | 'TSA_MENOLAK'
  | 'TSA_JAWABAN_TIDAK_SAH'
  | 'TSA_TIDAK_DIPERCAYA';
export class CapWaktuGagal extends Error {
  override readonly name = 'CapWaktuGagal';
  constructor(readonly sebab: SebabTanpaCap) {
    super(sebab);
  }
}

export type KonfigurasiTsa = {
  readonly alamat: string;
  /** Roots (DER) that may stamp; none: any is taken, and verification says that nobody vouches for it. */
  readonly akar: readonly Uint8Array[];
  /** Whether nothing is signed without a time-stamp. */
  readonly wajib: boolean;
};

const TENGGAT = 10_000; // ms
const BATAS_JAWABAN = 64 * 1024; // bytes
const STEMPEL_WAKTU = '1.3.6.1.5.5.7.3.8'; // id-kp-timeStamping
const DITERIMA = [0, 1]; // granted, granted with modifications

type Cap = { readonly pada: Date; readonly dipercaya: boolean; readonly nonce: string | undefined };
const nilai = (n: Integer | undefined): string | undefined =>
  n === undefined ? undefined : BigInt(`0x${Buffer.from(n.toBER()).subarray(2).toString('hex')}`).toString();

/** What a token says of these bytes; undefined when it says nothing of them or is not well signed. */
export const periksaCap = (
  token: Uint8Array,
  tandaTangan: Uint8Array,
  akar: readonly X509Certificate[],
): Cap | undefined => {
  try {
    const c = bacaCms(token);
    if (c.jenisIsi !== OID.tstInfo || c.isi === undefined || !c.tandaTanganSah || !c.acuanCocok)
      return undefined;
    if (!c.sidik.equals(createHash(c.algoritmaSidik).update(c.isi).digest())) return undefined;
    const info = TSTInfo.fromBER(new Uint8Array(c.isi));
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    if (hashAlgorithm.algorithmId !== OID.sha256) return undefined;
    if (!sha256(tandaTangan).equals(Buffer.from(hashedMessage.getValue()))) return undefined;
    if (!(c.sertifikat.keyUsage ?? []).includes(STEMPEL_WAKTU)) return undefined;
    const jalur = jalurKeAkar(c.sertifikat, c.rantai, akar);
    const berlaku = [c.sertifikat, ...(jalur ?? [])].every((x) => masaBerlaku(x, info.genTime) === 'berlaku');
    const dipercaya = jalur !== undefined && berlaku && !adaYangAsing(c.rantai, jalur);
    return { pada: info.genTime, dipercaya, nonce: nilai(info.nonce) };
  } catch {
    return undefined;
  }
};

const permintaan = (tandaTangan: Uint8Array, nonce: Uint8Array): Buffer => {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const messageImprint = new MessageImprint({
    hashAlgorithm,
    hashedMessage: new OctetString({ valueHex: new Uint8Array(sha256(tandaTangan)) }),
  });
  const isi = {
    version: 1,
    messageImprint,
    nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  };
  return Buffer.from(new TimeStampReq(isi).toSchema().toBER());
};

/** The body, as long as it is a time-stamp's size. */
const bacaTerbatas = async (r: Response): Promise<Buffer> => {
  const bagian: Uint8Array[] = [];
  let panjang = 0;
  for await (const b of r.body ?? []) {
    panjang += b.length;
    if (panjang > BATAS_JAWABAN) throw new CapWaktuGagal('TSA_JAWABAN_TIDAK_SAH');
    bagian.push(b);
  }
  return Buffer.concat(bagian);
};

const kirim = async (alamat: string, badan: Buffer, tenggat: number): Promise<Buffer> => {
  try {
    const r = await fetch(alamat, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(badan),
      redirect: 'error',
      signal: AbortSignal.timeout(tenggat),
    });
    if (!r.ok) {
      await r.body?.cancel();
      throw new CapWaktuGagal('TSA_TIDAK_MENJAWAB');
    }
    return await bacaTerbatas(r);
  } catch (e) {
    throw e instanceof CapWaktuGagal ? e : new CapWaktuGagal('TSA_TIDAK_MENJAWAB');
  }
};

const tokenDari = (jawaban: Buffer): Uint8Array => {
  let r: TimeStampResp;
  try {
    r = TimeStampResp.fromBER(new Uint8Array(jawaban));
  } catch {
    throw new CapWaktuGagal('TSA_JAWABAN_TIDAK_SAH');
  }
  if (!DITERIMA.includes(r.status.status)) throw new CapWaktuGagal('TSA_MENOLAK');
  if (r.timeStampToken === undefined) throw new CapWaktuGagal('TSA_JAWABAN_TIDAK_SAH');
  return new Uint8Array(r.timeStampToken.toSchema().toBER());
};

/** Asks once for an RFC 3161 time-stamp of a signature, and checks that the answer is to this question. Throws CapWaktuGagal. */
export const mintaCap = async (
  { alamat, akar }: KonfigurasiTsa,
  tandaTangan: Uint8Array,
  tenggat = TENGGAT,
): Promise<Uint8Array> => {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40; // positive, and never shorter
  const token = tokenDari(await kirim(alamat, permintaan(tandaTangan, nonce), tenggat));
  const dipercaya = akar.map((a) => new X509Certificate(a));
  const cap = periksaCap(token, tandaTangan, dipercaya);
  if (cap === undefined || cap.nonce !== BigInt(`0x${nonce.toString('hex')}`).toString())
    throw new CapWaktuGagal('TSA_JAWABAN_TIDAK_SAH');
  if (akar.length > 0 && !cap.dipercaya) throw new CapWaktuGagal('TSA_TIDAK_DIPERCAYA');
  return token;
};
