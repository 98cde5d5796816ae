import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { HEAD_KOSONG, type Head, TokoTidakTersedia } from '../../kernel/event-store.js';
import { kanonik } from '../../kernel/sidik.js';
import { BLOK, barisLarik, berkasLog, TINGKAT_BLOK } from '../event-store/berkas-log.js';
import { Codec, type Envelope } from '../event-store/codec.js';
import { Frontier, leafHash, subpohon } from './merkle.js';

export type Masalah = { readonly posisi: number | null; readonly uraian: string };
export type HasilPeriksa = {
  readonly ukuran: number;
  readonly akar: string; // hex, computed from the bytes
  readonly masalah: readonly Masalah[];
};

type Baris = readonly [
  pos: number,
  sid: number,
  rev: number,
  bytes: Uint8Array,
  leaf: Uint8Array,
  name: string | null,
];
type Tercatat = readonly [
  ukuran: number,
  akar: Uint8Array,
  frontier: Uint8Array,
  akhir: number,
  stream: number,
];

const HALAMAN = 500;
const MASALAH_TERBANYAK = 100;
const KUNCI = 'actor,at,cause,cmd,corr,data,id,prev,rev,schema,stream,type,v';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const sama = (a: Uint8Array, b: Uint8Array | null | undefined): boolean =>
  b != null && Buffer.compare(a, b) === 0;

/**
 * The full check of a log: positions and revisions dense, every stream a chain, every leaf the hash of its bytes, the
 * tree's root and frontier those stored with the last commit, the bytes canonical and of known types. Reads beside a
 * running server, page by page; `maju` hears how many events are done. Throws TokoTidakTersedia when there is no log.
 */
export const periksaLog = async (
  folder: string,
  maju: (jumlah: number) => void = () => undefined,
  codec = new Codec(),
): Promise<HasilPeriksa> => {
  if (!existsSync(berkasLog(folder))) throw new TokoTidakTersedia(`Belum ada log peristiwa di ${folder}.`);
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true, timeout: 1_000 });
  try {
    return await new PemeriksaLog(db, codec).jalan(maju);
  } finally {
    db.close();
  }
};

class PemeriksaLog {
  private readonly masalah: Masalah[] = [];
  /** Over the hashes of the bytes, so that its root is what the log really holds. */
  private readonly frontier = Frontier.kosong();
  private readonly kepala = new Map<number, Head>();
  private berikut = 0;
  private waktuBlok: string | undefined;

  constructor(
    private readonly db: DatabaseSync,
    private readonly codec: Codec,
  ) {}

  async jalan(maju: (jumlah: number) => void): Promise<HasilPeriksa> {
    try {
      // One statement is one snapshot; what the writer adds after it waits for the next check.
      const tercatat = this.pilih(
        `SELECT ukuran, akar, frontier, (SELECT coalesce(max(pos), -1) FROM events), (SELECT count(*) FROM streams) FROM akar`,
      ).get() as unknown as Tercatat;
      await this.periksaBaris(tercatat[0], maju);
      this.bandingkan(tercatat);
    } catch (e) {
      this.catat(this.berikut, `tidak dapat dibaca: ${e instanceof Error ? e.message : String(e)}`);
    }
    const { ukuran } = this.frontier;
    return { ukuran, akar: Buffer.from(this.frontier.akar()).toString('hex'), masalah: this.masalah };
  }

  private async periksaBaris(ukuran: number, maju: (jumlah: number) => void): Promise<void> {
    const halaman = this.pilih(
      `SELECT pos, e.sid, rev, CAST(bytes AS BLOB), leaf, name FROM events e LEFT JOIN streams s ON s.sid = e.sid
       WHERE pos >= ? AND pos < ? ORDER BY pos LIMIT ${HALAMAN}`,
    );
    for (;;) {
      const baris = halaman.all(this.berikut, ukuran) as unknown as Baris[];
      for (const b of baris) this.satu(b);
      if (baris.length === 0) break;
      maju(this.berikut);
      await setImmediate(); // a server that checks in the background goes on answering
    }
    if (this.berikut % BLOK > 0) this.periksaWaktuTerakhir(ukuran);
  }

  private satu([pos, sid, rev, bytes, leaf, nama]: Baris): void {
    if (pos > this.berikut)
      this.catat(this.berikut, pos === this.berikut + 1 ? 'hilang' : `hilang, sampai posisi ${pos - 1}`);
    const nyata = leafHash(bytes);
    if (!sama(nyata, leaf)) this.catat(pos, 'isi tidak cocok dengan sidiknya');
    const envelope = this.baca(pos, bytes);
    const kepala = this.kepala.get(sid) ?? HEAD_KOSONG;
    if (rev !== kepala.rev + 1) this.catat(pos, `revisi ${rev} sesudah revisi ${kepala.rev} pada ${nama}`);
    if (envelope !== undefined) this.periksaEnvelope(pos, envelope, { rev, nama, prev: kepala.prev });
    this.kepala.set(sid, { rev, prev: nyata.toString('hex') });
    this.berikut = pos + 1;
    this.tambahDaun(pos, nyata, envelope?.at);
  }

  private baca(pos: number, bytes: Uint8Array): Envelope | undefined {
    try {
      const naskah = utf8.decode(bytes);
      const envelope = JSON.parse(naskah) as Envelope;
      if (kanonik(envelope) !== naskah) this.catat(pos, 'isi bukan JSON kanonik');
      return envelope;
    } catch {
      this.catat(pos, 'isi bukan JSON');
      return undefined;
    }
  }

  private periksaEnvelope(
    pos: number,
    e: Envelope,
    letak: { rev: number; nama: string | null; prev: string },
  ): void {
    if (Object.keys(e).join() !== KUNCI || e.v !== 1)
      this.catat(pos, 'amplop tidak berbentuk seperti seharusnya');
    else if (!this.codec.kenal(e.type, e.schema)) this.catat(pos, `jenis ${e.type} tidak dikenal`);
    if (e.stream !== letak.nama) this.catat(pos, `tercatat pada ${letak.nama}, isinya milik ${e.stream}`);
    if (e.rev !== letak.rev) this.catat(pos, `tercatat pada revisi ${letak.rev}, isinya revisi ${e.rev}`);
    if (e.prev !== letak.prev) this.catat(pos, `tidak menyambung pada peristiwa sebelumnya di ${e.stream}`);
  }

  private tambahDaun(pos: number, leaf: Uint8Array, at = ''): void {
    if (this.waktuBlok === undefined || at < this.waktuBlok) this.waktuBlok = at;
    this.frontier.tambah(leaf, (tingkat, simpul) => {
      // After a gap the leaves stand elsewhere in the tree, and the gap is told already.
      if (tingkat === TINGKAT_BLOK && this.frontier.ukuran === pos)
        this.periksaSimpul(Math.floor(pos / BLOK), simpul);
    });
    if (pos % BLOK === BLOK - 1) this.periksaWaktu(Math.floor(pos / BLOK));
  }

  private periksaSimpul(nomor: number, simpul: Uint8Array): void {
    const [tercatat] = (this.pilih('SELECT simpul FROM blok WHERE nomor = ?').get(nomor) ??
      []) as unknown as [Uint8Array?];
    if (!sama(simpul, tercatat))
      this.catat(
        nomor * BLOK,
        `isi atau urutan peristiwa ${nomor * BLOK} sampai ${(nomor + 1) * BLOK - 1} berubah`,
      );
  }

  /** The last block may get an earlier time while we look, when the clock went back: then there is nothing to compare. */
  private periksaWaktuTerakhir(ukuran: number): void {
    const sebelum = this.masalah.length;
    this.periksaWaktu(Math.floor(this.berikut / BLOK));
    const [kini] = this.pilih('SELECT ukuran FROM akar').get() as unknown as [number];
    if (kini > ukuran) this.masalah.length = sebelum;
  }

  private periksaWaktu(nomor: number): void {
    const [awal] = (this.pilih('SELECT awal FROM blok WHERE nomor = ?').get(nomor) ?? []) as unknown as [
      string?,
    ];
    if (awal !== this.waktuBlok) this.catat(nomor * BLOK, 'waktu paling awal dari bloknya tidak cocok');
    this.waktuBlok = undefined;
  }

  private bandingkan([ukuran, akar, tepi, akhir, stream]: Tercatat): void {
    if (akhir + 1 !== ukuran)
      this.catat(
        Math.min(akhir + 1, ukuran),
        `log berakhir di posisi ${akhir}, tercatat ${ukuran} peristiwa`,
      );
    if (stream !== this.kepala.size)
      this.catat(null, `${stream} stream tercatat, ${this.kepala.size} mempunyai peristiwa`);
    if (!sama(this.frontier.akar(), akar)) this.catat(null, 'akar log tidak sama dengan yang tercatat');
    if (this.frontier.ukuran !== ukuran || sama(this.frontier.toBytes(), tepi)) return;
    let awal = 0;
    for (const [i, besar] of subpohon(ukuran).entries()) {
      if (!sama(this.frontier.simpul[i] ?? akar, tepi.subarray(i * akar.length, (i + 1) * akar.length)))
        this.catat(awal, `isi atau urutan peristiwa ${awal} sampai ${awal + besar - 1} berubah`);
      awal += besar;
    }
  }

  private pilih(sql: string): StatementSync {
    return barisLarik(this.db, sql);
  }

  private catat(posisi: number | null, uraian: string): void {
    if (this.masalah.length < MASALAH_TERBANYAK) this.masalah.push({ posisi, uraian });
  }
}
