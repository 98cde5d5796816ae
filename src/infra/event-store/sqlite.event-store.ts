import type { DatabaseSync } from 'node:sqlite';
import {
  type Append,
  EventStore,
  HasilBelumPasti,
  HEAD_KOSONG,
  type Head,
  type Pending,
  type Recorded,
  RevisiBentrok,
  type Stream,
  type Tersimpan,
  TokoTidakTersedia,
} from '../../kernel/event-store.js';
import { leafHash } from '../integrity/merkle.js';
import { BLOK, barisLarik, bukaBerkas, sidikBerbeda } from './berkas-log.js';
import { Codec, type Tersandikan } from './codec.js';
import { kunciLog } from './kunci-log.js';
import { Pengelompok, type UkuranKelompok } from './pengelompok.js';
import { type Penulis, PenulisPekerja, penulisDiSini } from './penulis.js';
import { type BarisBaru, type Gagal, lajurKosong, tambahBaris } from './penulis-log.js';
import { catatTerlayani, periksaTerlayani, type UkuranAkar } from './terlayani.js';

/** The last event of a stream, stored or waiting for `kelompok`; sid 0: there is no such stream yet. */
type Ujung = { readonly sid: number; readonly head: Head; readonly kelompok: number };

/** One call of append that waits for its group: its rows, or why it is left out of it. */
type Panggilan = {
  readonly appends: readonly Append[];
  readonly tersandi: readonly Tersandikan[];
  readonly baris: readonly BarisBaru[] | RevisiBentrok;
  readonly resolve: (events: readonly Tersimpan[]) => void;
  readonly reject: (sebab: Error) => void;
};

const UJUNG_TERBANYAK = 20_000;
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const AT = '"at":"';
const diabaikan = (): void => undefined;

const siapkan = (db: DatabaseSync) => ({
  stream: barisLarik(
    db,
    'SELECT pos, bytes, leaf FROM events WHERE sid = (SELECT sid FROM streams WHERE name = ?) ORDER BY rev',
  ),
  semua: barisLarik(db, 'SELECT pos, bytes FROM events WHERE pos >= ? ORDER BY pos LIMIT ?'),
  ujung: barisLarik(
    db,
    'SELECT sid, rev, leaf FROM events WHERE sid = (SELECT sid FROM streams WHERE name = ?) ORDER BY rev DESC LIMIT 1',
  ),
  sidAkhir: barisLarik(db, 'SELECT coalesce(max(sid), 0) FROM streams'),
  akar: barisLarik(db, 'SELECT ukuran, akar FROM akar'),
  blokPada: barisLarik(db, 'SELECT nomor FROM blok WHERE awal <= ? ORDER BY nomor DESC LIMIT 1'),
  mundur: barisLarik(db, 'SELECT pos, bytes FROM events WHERE pos >= ? AND pos < ? ORDER BY pos DESC'),
});

/**
 * The log in one SQLite file (WAL, synchronous=FULL). What waits is written as one transaction (see Pengelompok); a call
 * that stands on a wrong head is left out of it alone. The promises are kernel/event-store.ts's.
 */
export class SqliteEventStore extends EventStore {
  readonly atomik = true;
  readonly byteSekali = null;
  readonly menerima = true; // else `onRusak` has told
  readonly satuPenulis = true;
  private readonly sql: ReturnType<typeof siapkan>;
  private readonly penulis: Penulis | undefined;
  private readonly pendengar = new Set<(posisi: number) => void>();
  private readonly pendengarRusak = new Set<(sebab: Error) => void>();
  private readonly pengukur = new Set<(ukuran: UkuranKelompok) => void>();
  /** Heads of streams written lately, waiting appends included: one writer, so nobody else can move them. */
  private readonly ujung = new Map<string, Ujung>();
  private sidAkhir: number;
  private readonly antrean: Pengelompok<Panggilan>;
  /** Raised by a group that failed: what was sent or waits beside it may stand on it. */
  private angkatan = 0;
  private ukuran: number;
  private berhenti: TokoTidakTersedia | undefined;
  private penutupan: Promise<void> | undefined;
  private posisiTerlihat: number;
  private tercatat = 0; // size of the log as noted last; an empty one needs no note
  private pencatatan: Promise<void> = Promise.resolve();

  /**
   * Opens, and unless `bacaSaja` creates, the log of a data folder; `pekerja`: the file of the writer's thread, without
   * which this thread writes. Throws LogTerkunci; TokoTidakTersedia when it is damaged, LogMundur when it is not all
   * that this folder has served.
   */
  static open(
    folder: string,
    opsi: { bacaSaja?: boolean; codec?: Codec; pekerja?: string | null } = {},
  ): SqliteEventStore {
    const { bacaSaja = false, codec = new Codec(), pekerja = null } = opsi;
    if (bacaSaja) return new SqliteEventStore(folder, bukaBerkas(folder, true), codec, null, null);
    const lepas = kunciLog(folder);
    try {
      return new SqliteEventStore(folder, bukaUntukMenulis(folder), codec, pekerja, lepas);
    } catch (e) {
      lepas();
      throw e;
    }
  }

  private constructor(
    readonly folder: string,
    private readonly db: DatabaseSync,
    private readonly codec: Codec,
    pekerja: string | null,
    private readonly lepasKunci: (() => void) | null,
  ) {
    super();
    this.sql = siapkan(db);
    this.sidAkhir = this.bacaSidAkhir();
    if (lepasKunci === null)
      this.berhenti = new TokoTidakTersedia('Log peristiwa dibuka hanya untuk dibaca.');
    else this.penulis = pekerja === null ? penulisDiSini(db) : new PenulisPekerja(pekerja, { folder });
    this.antrean = new Pengelompok(this.penulis?.serentak ?? 1, (k, nomor, sejak) =>
      this.simpanKelompok(k, nomor, sejak),
    );
    this.ukuran = this.bacaAkar().ukuran;
    this.posisiTerlihat = this.ukuran - 1;
  }

  async read(stream: string): Promise<Stream> {
    return this.bacaStream(stream);
  }

  private bacaStream(stream: string): { head: Head; events: readonly Recorded[] } {
    const baris = this.sql.stream.all(stream) as unknown as [number, string, Uint8Array][];
    const akhir = baris.at(-1);
    if (akhir === undefined) return { head: HEAD_KOSONG, events: [] };
    const events = baris.map(([posisi, bytes, leaf]) => {
      // A decision may not stand on bytes that are no longer what was stored.
      if (leafHash(bytes).compare(leaf) !== 0) return sidikBerbeda(posisi);
      return this.codec.decode(bytes, posisi);
    });
    return { head: { rev: baris.length - 1, prev: Buffer.from(akhir[2]).toString('hex') }, events };
  }

  async readSampai(stream: string, posisi: number): Promise<readonly Recorded[]> {
    return this.bacaStream(stream).events.filter(({ meta }) => meta.posisi <= posisi);
  }

  /** Events before one that cannot be decoded are given; the page that begins with it throws. */
  async readAll(from: number, limit: number): Promise<readonly Recorded[]> {
    const events: Recorded[] = [];
    for (const [posisi, bytes] of this.sql.semua.all(from, limit) as unknown as [number, string][]) {
      try {
        events.push(this.codec.decode(bytes, posisi));
      } catch (e) {
        if (events.length === 0) throw e;
        return events;
      }
    }
    return events;
  }

  async posisi(): Promise<number> {
    return (this.penulis === undefined ? this.bacaAkar().ukuran : this.ukuran) - 1;
  }

  async posisiDari(letak: number): Promise<number | null> {
    return letak <= (await this.posisi()) ? letak : null;
  }

  async penomoran(): Promise<null> {
    return null;
  }

  async akar(): Promise<UkuranAkar> {
    return this.bacaAkar();
  }

  /** Size and root (hex) of the log's RFC 6962 tree, as stored with the last commit. */
  bacaAkar(): UkuranAkar {
    const [ukuran, akar] = this.sql.akar.get() as unknown as [number, Uint8Array];
    return { ukuran, akar: Buffer.from(akar).toString('hex') };
  }

  async posisiPada(at: string): Promise<number> {
    const pada = new Date(at).toISOString();
    const [nomor] = (this.sql.blokPada.get(pada) ?? []) as unknown as [number?];
    if (nomor === undefined) return -1;
    const blok = this.sql.mundur.all(nomor * BLOK, (nomor + 1) * BLOK) as unknown as [number, string][];
    const ketemu = blok.find(([, bytes]) => {
      const awal = bytes.indexOf(AT) + AT.length; // first after `actor`, where a quotation mark is escaped
      return bytes.slice(awal, awal + pada.length) <= pada;
    });
    return ketemu?.[0] ?? -1;
  }

  onCommit(listener: (posisi: number) => void): () => void {
    this.pendengar.add(listener);
    return () => this.pendengar.delete(listener);
  }

  onPeristiwa(): () => void {
    return () => undefined;
  }

  /** Calls back when the store stops for good (I/O error, a second writer): the process should end. */
  onRusak(listener: (sebab: Error) => void): () => void {
    this.pendengarRusak.add(listener);
    return () => this.pendengarRusak.delete(listener);
  }

  /** Calls back after each group that was stored, with how large and how slow it was. */
  onKelompok(pengukur: (ukuran: UkuranKelompok) => void): void {
    this.pengukur.add(pengukur);
  }

  /** Calls of append that are not answered yet. */
  get antre(): number {
    return this.antrean.belumTerjawab;
  }

  /** Beside the writer (`bacaSaja`): looks for news and tells the onCommit listeners of it. Gives the newest position. */
  async periksaPosisi(): Promise<number> {
    const posisi = await this.posisi();
    this.beriTahu(posisi);
    return posisi;
  }

  append(appends: readonly Append[]): Pending {
    const tersandi = appends.map((a) => this.codec.encode(a));
    const { promise, resolve, reject } = Promise.withResolvers<readonly Tersimpan[]>();
    promise.catch(diabaikan); // a caller that no longer waits must not end the process
    if (this.berhenti !== undefined) reject(this.berhenti);
    else this.antrean.tambah({ appends, tersandi, baris: this.dudukkan(appends, tersandi), resolve, reject });
    return { heads: tersandi.map((t) => t.head), committed: promise };
  }

  /** Stores what waits, then ends; later appends are refused. */
  close(): Promise<void> {
    this.penutupan ??= this.tutup();
    return this.penutupan;
  }

  /**
   * Notes how much of the log has been served (see terlayani.ts), so that an older copy put in its place is recognised.
   * Reads what is committed, which is durable before another connection can see it.
   */
  catatTerlayani(): Promise<void> {
    this.pencatatan = this.pencatatan.catch(diabaikan).then(async () => {
      const kini = this.bacaAkar();
      if (kini.ukuran === this.tercatat) return;
      await catatTerlayani(this.folder, kini);
      this.tercatat = kini.ukuran;
    });
    return this.pencatatan; // one after the other; each caller hears of its own failure
  }

  private async tutup(): Promise<void> {
    const ditutup = new TokoTidakTersedia('Log peristiwa sudah ditutup.');
    this.berhenti ??= ditutup;
    try {
      await this.antrean.tuntas();
      await this.penulis?.tutup();
      if (this.berhenti === ditutup) await this.catatTerlayani(); // not of a log that failed, or that was only read
    } finally {
      this.db.close();
      this.lepasKunci?.();
    }
  }

  /** Compares each append with the head it names, stored or waiting. The whole call stands, or none of it. */
  private dudukkan(appends: readonly Append[], tersandi: readonly Tersandikan[]): Panggilan['baris'] {
    // The heads move only when all have been compared; a single append is then already through.
    const maju = appends.length === 1 ? this.ujung : new Map<string, Ujung>();
    const baris: BarisBaru[] = [];
    const kelompok = this.antrean.nomor;
    let { sidAkhir } = this;
    for (const [i, { stream, head: kepala, at }] of appends.entries()) {
      const { head, events } = tersandi[i] as Tersandikan;
      const kini = maju.get(stream) ?? this.cariUjung(stream);
      if (kini.head.rev !== kepala.rev || kini.head.prev !== kepala.prev) return new RevisiBentrok(stream);
      if (events.length === 0) continue;
      const sid = kini.sid || ++sidAkhir;
      for (const [j, { bytes, leaf }] of events.entries()) {
        const streamBaru = kini.sid === 0 && j === 0 ? stream : null;
        baris.push({ sid, streamBaru, rev: kepala.rev + 1 + j, at, bytes, leaf });
      }
      maju.set(stream, { sid, head, kelompok });
    }
    if (maju !== this.ujung) for (const [stream, ujung] of maju) this.ujung.set(stream, ujung);
    this.sidAkhir = sidAkhir;
    return baris;
  }

  private cariUjung(stream: string): Ujung {
    const ada = this.ujung.get(stream);
    if (ada !== undefined) return ada;
    const baris = this.sql.ujung.get(stream) as unknown as [number, number, Uint8Array] | undefined;
    if (baris === undefined) return { sid: 0, head: HEAD_KOSONG, kelompok: 0 };
    const [sid, rev, leaf] = baris;
    return { sid, head: { rev, prev: Buffer.from(leaf).toString('hex') }, kelompok: 0 };
  }

  private async simpanKelompok(kelompok: readonly Panggilan[], nomor: number, sejak: number): Promise<void> {
    const { penulis, angkatan } = this;
    if (penulis === undefined) return;
    const lajur = lajurKosong();
    for (const { baris } of kelompok)
      if (!(baris instanceof RevisiBentrok)) for (const satu of baris) tambahBaris(lajur, satu);
    const hasil = await penulis.simpan({ angkatan, lajur });
    if ('galat' in hasil) return this.tolakKelompok(kelompok, angkatan, hasil);
    this.ukuran = hasil.posisi + lajur.sid.length;
    jawab(kelompok, hasil.posisi);
    this.rapikan(nomor);
    this.beriTahu(this.ukuran - 1);
    this.beriUkuran({
      panggilan: kelompok.length,
      peristiwa: lajur.sid.length,
      ms: performance.now() - sejak,
    });
  }

  /** Forgets the oldest heads among those that are stored, and so can be read again. */
  private rapikan(tersimpan: number): void {
    for (const [stream, { kelompok }] of this.ujung) {
      if (this.ujung.size <= UJUNG_TERBANYAK) return;
      if (kelompok <= tersimpan) this.ujung.delete(stream);
    }
  }

  private tolakKelompok(kelompok: readonly Panggilan[], angkatan: number, gagal: Gagal): void {
    const { galat, kode, pasti } = gagal;
    const penuh = kode === SQLITE_FULL; // at COMMIT too: the last frame did not fit, so the transaction is not in the file
    const pesan = penuh ? 'Ruang penyimpanan log penuh.' : 'Log peristiwa gagal disimpan.';
    const tidakTersedia = new TokoTidakTersedia(pesan, galat);
    for (const { appends, reject } of kelompok)
      reject(pasti || penuh ? tidakTersedia : new HasilBelumPasti(appends[0]?.stream ?? '', galat));
    if (angkatan !== this.angkatan) return; // refused because of the one before it
    this.angkatan++;
    this.ujung.clear(); // they stood on what was not stored, as does what waits
    for (const { reject } of this.antrean.ambil()) reject(tidakTersedia);
    if (!penuh && kode !== SQLITE_BUSY) this.hentikan(galat);
    else this.sidAkhir = this.bacaSidAkhir();
  }

  /** After an I/O error nothing is tried again: the next fsync may succeed without the lost pages (the "fsyncgate" of 2018). */
  private hentikan(galat: unknown): void {
    this.berhenti = new TokoTidakTersedia('Log peristiwa berhenti: penyimpanan gagal.', galat);
    for (const listener of this.pendengarRusak) listener(this.berhenti);
  }

  private beriTahu(posisi: number): void {
    if (posisi <= this.posisiTerlihat) return;
    this.posisiTerlihat = posisi;
    for (const listener of this.pendengar) listener(posisi);
  }

  private beriUkuran(ukuran: UkuranKelompok): void {
    for (const pengukur of this.pengukur) pengukur(ukuran);
  }

  private bacaSidAkhir(): number {
    const [sid] = this.sql.sidAkhir.get() as unknown as [number];
    return sid;
  }
}

/** Closes the file again when it may not be written. */
const bukaUntukMenulis = (folder: string): DatabaseSync => {
  const db = bukaBerkas(folder, false);
  try {
    periksaTerlayani(folder, db);
    return db;
  } catch (e) {
    db.close();
    throw e;
  }
};

/** Answers the calls of a stored group: the events as they stand at their positions, from `posisi` on. */
const jawab = (kelompok: readonly Panggilan[], posisi: number): void => {
  let berikut = posisi;
  for (const { appends, tersandi, baris, resolve, reject } of kelompok)
    if (baris instanceof RevisiBentrok) reject(baris);
    else {
      resolve(tersimpan(appends, tersandi, berikut));
      berikut += baris.length;
    }
};

const tersimpan = (
  appends: readonly Append[],
  tersandi: readonly Tersandikan[],
  posisi: number,
): readonly Tersimpan[] => {
  let berikut = posisi;
  return appends.flatMap(({ stream, head, events, at, actor, cmd, corr, cause }, i) =>
    events.map(({ type, data }, j) => {
      const id = tersandi[i]?.events[j]?.id ?? '';
      const letak = berikut++;
      const meta = { posisi: letak, letak, stream, rev: head.rev + 1 + j, id, at, actor, cmd, corr, cause };
      return { type, data, meta };
    }),
  );
};
