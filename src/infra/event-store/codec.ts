import type { Append, Head, Recorded } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { kanonik, uuid5 } from '../../kernel/sidik.js';
import { leafHex } from '../integrity/merkle.js';
import { AMANAH, type Registri } from './registri.js';

/** One event as it is stored: its stored type, the exact bytes (UTF-8 of this text), and their leaf in the log's tree, in hex. */
export type Tersandi = {
  readonly id: string;
  readonly type: string;
  readonly bytes: string;
  readonly leaf: string;
};
/** The events of one append, and the head that the stream then has. */
export type Tersandikan = { readonly head: Head; readonly events: readonly Tersandi[] };

/** What stands in the bytes. Written in this order, which is RFC 8785's. */
export type Envelope = {
  readonly actor: string;
  readonly at: string;
  readonly cause: string | null;
  readonly cmd: { readonly id: string; readonly sidik: string };
  readonly corr: string;
  readonly data: object;
  readonly id: string;
  readonly prev: string;
  readonly rev: number;
  readonly schema: number;
  readonly stream: string;
  readonly type: string;
  readonly v: 1;
};

/** Bytes of the longest event. Entry bundles of the audit export count in 16 bits (C2SP tlog-tiles). */
export const BYTE_TERBANYAK = 60_000;
/** The longest that one UTF-16 unit becomes in UTF-8. */
const BYTE_SEHURUF = 3;
const WAKTU = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

type Jejak = { readonly jenis: string; readonly langkah: readonly Naikkan[] };
type Naikkan = Registri['naikkan'][string]['naikkan'];

/** The only door between events as the domain speaks them and the bytes of the log; the same for reads and subscriptions. */
export class Codec {
  private readonly jejak = new Map<string, Jejak>();

  constructor(private readonly registri: Registri = AMANAH) {
    for (const [jenis, versi] of Object.entries(registri.versi))
      this.jejak.set(namaTersimpan(jenis, versi), { jenis, langkah: [] });
    for (const nama of Object.keys(registri.naikkan)) this.jejak.set(nama, this.telusuri(nama));
  }

  /** The events of one append, standing on its head. Refuses TEKS_TERLALU_PANJANG; TypeError for what is no event of ours. */
  encode(append: Append): Tersandikan {
    if (!WAKTU.test(append.at)) throw new TypeError(`waktu peristiwa bukan ISO 8601 UTC: ${append.at}`);
    const { actor, at, cause, cmd, corr, stream, mulaiDari = 0 } = append;
    const depan =
      `{"actor":${kanonik(actor)},"at":"${at}","cause":${kanonik(cause)},` +
      `"cmd":{"id":${kanonik(cmd.id)},"sidik":${kanonik(cmd.sidik)}},"corr":${kanonik(corr)},"data":`;
    const namaStream = kanonik(stream);
    let { rev, prev } = append.head;
    const events = append.events.map(({ type, data }, i) => {
      const schema = this.registri.versi[type];
      if (schema === undefined) throw new TypeError(`jenis peristiwa tidak terdaftar: ${type}`);
      const id = uuid5(stream, cmd.id, mulaiDari + i);
      const tersimpan = namaTersimpan(type, schema);
      const bytes =
        `${depan}${kanonik(data)},"id":"${id}","prev":"${prev}","rev":${++rev},"schema":${schema},` +
        `"stream":${namaStream},"type":"${tersimpan}","v":1}`;
      if (bytes.length * BYTE_SEHURUF > BYTE_TERBANYAK) periksaPanjang(bytes, type);
      prev = leafHex(bytes);
      return { id, type: tersimpan, bytes, leaf: prev };
    });
    return { head: { rev, prev }, events };
  }

  /** An event as read back, raised to its newest version. Refuses JENIS_PERISTIWA_TIDAK_DIKENAL. */
  decode(bytes: string, posisi: number, letak = posisi): Recorded {
    const { stream, rev, id, at, actor, cmd, corr, cause, type, v, data } = JSON.parse(bytes) as Envelope;
    const jejak = v === 1 ? this.jejak.get(type) : undefined;
    if (jejak === undefined) return tolak('JENIS_PERISTIWA_TIDAK_DIKENAL', { posisi, jenis: type });
    const meta = { posisi, letak, stream, rev, id, at, actor, cmd, corr, cause };
    return { type: jejak.jenis, data: jejak.langkah.reduce((d, naikkan) => naikkan(d, meta), data), meta };
  }

  /** Is this a type and version that the log may hold? */
  kenal(type: string, schema: number): boolean {
    const versi = /\.v(\d+)$/.exec(type);
    return this.jejak.has(type) && schema === Number(versi?.[1] ?? 1);
  }

  private telusuri(dari: string): Jejak {
    const langkah: Naikkan[] = [];
    for (let nama = dari; ; ) {
      const kini = this.jejak.get(nama);
      if (kini?.langkah.length === 0) return { jenis: kini.jenis, langkah };
      const naik = this.registri.naikkan[nama];
      // A chain longer than the registry goes in a circle.
      if (naik === undefined || langkah.length > Object.keys(this.registri.naikkan).length)
        throw new TypeError(`rantai versi ${dari} tidak sampai ke versi terbaru`);
      langkah.push(naik.naikkan);
      nama = naik.menjadi;
    }
  }
}

const periksaPanjang = (bytes: string, jenis: string): void => {
  const panjang = Buffer.byteLength(bytes);
  if (panjang > BYTE_TERBANYAK) tolak('TEKS_TERLALU_PANJANG', { jenis, panjang, batas: BYTE_TERBANYAK });
};

/** The stored type: the bare name is version 1, then `.v2`, `.v3`, … */
export const namaTersimpan = (jenis: string, versi: number): string =>
  versi === 1 ? jenis : `${jenis}.v${versi}`;
