import type { Decider, DomainEvent } from './decider.js';
import {
  type Append,
  type Clock,
  type EventStore,
  HasilBelumPasti,
  type Head,
  RevisiBentrok,
  type Tersimpan,
  TokoTidakTersedia,
} from './event-store.js';
import { Ingatan, timbang } from './ingatan.js';
import { Penolakan, tolak } from './penolakan.js';
import { dalamWaktu } from './tenggat.js';

/** What surrounds a command: its id, the SHA-256 of the client's input, who sent it, and the page's revision if it named one. */
export type Amplop = {
  readonly idPerintah: string;
  readonly sidikMasukan: string;
  readonly actor: string;
  readonly revisi?: number | undefined;
};

/** The answer of a command, made from the stored events: `letak` and `revisi` of its last one (of the document, when it changed nothing). */
export type Hasil<State> = {
  readonly letak: number;
  readonly revisi: number;
  readonly state: State;
  readonly events: readonly Tersimpan[];
};

/** What a command would do, without doing it; `hasil` where it was carried out before. */
export type Tinjauan<State> =
  | { readonly hasil: Hasil<State> }
  | {
      readonly letak: number;
      readonly revisi: number;
      readonly state: State;
      readonly events: readonly DomainEvent[];
    };

/** A state as stored, its stream, and the revision it stands at: what `berdasarkan` names. */
export type Terbaca<State> = { readonly state: State; readonly stream: string; readonly rev: number };

/** How a command looks up what other documents say. */
export type Baca = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string) => Terbaca<S>;

/** A command, or how it is made from what other documents say: without side effects, since it may run more than once. */
type Siapkan<C> = C | ((baca: Baca) => C);
/** Asked before each decision, with the document's category and key; refuses what may not be decided now. */
export type Penjaga = (baca: Baca, kategori: string, id: string) => void;

type Terlipat = {
  readonly stream: string;
  state: unknown;
  head: Head;
  letak: number;
  /**
   * A trace (`jejak`) of every idPerintah of the stream, with the newest revision that bears it. One that is not among
   * them is proof of a new command; one that is makes us read. The ids themselves would take more memory than most states.
   */
  readonly perintah: Map<number, number>;
  /** The newest append under way; refusals wait for it too, since they were decided on its result. */
  pending: Promise<unknown>;
  belumSelesai: number;
  berat: number;
  /** The revision at which it was weighed; weighed again when it has twice as many events. */
  ditimbang: number;
};

/** What becomes of a command that was carried out before, and of one that is new. */
type Kelanjutan<S, C, R> = {
  readonly ulang: (hasil: Hasil<S>) => R;
  readonly baru: (t: Terlipat, command: C) => Promise<R>;
};

/** No error: thrown where the preparation of a command meets a document that has to be waited for. */
class BelumTerbaca {
  constructor(
    readonly stream: string,
    readonly tunggu: () => Promise<Terbaca<unknown>>,
  ) {}
}

type Ditunggu = ReadonlyMap<string, Terbaca<unknown>>;
const TIDAK_ADA: Ditunggu = new Map();

/** The streams that a command looked at; not noted where nobody else writes. */
type Dilihat = Set<string> | undefined;

const PERCOBAAN = 8;
const KALAH_MS = 3_000; // over a shared log, where each attempt may lose to another application by chance
const JAWAB_MS = 4_500; // an official is answered within 5 s
const SELESAI: Promise<unknown> = Promise.resolve();

/**
 * read → fold → decide → append, written once for all documents. Folded states are kept per stream (kernel/ingatan.ts);
 * commands that arrive while an append is under way are decided on its result and commit with the same group.
 *
 * Where others write too, a kept state may be old. An append that stands on an old one is refused by the store and decided
 * again; what appends nothing (a refusal, a command that changes nothing) is decided again on states read afresh.
 */
export class Executor {
  private readonly ingatan: Ingatan<Terlipat>;
  private readonly memuat = new Map<string, Promise<Terlipat>>();
  private tertulis = { ms: Number.NaN, teks: '' };

  /** `batas`: about how many bytes the kept states may take; what is in daily use must fit half of it. */
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    batas = 512_000_000,
    private readonly penjaga?: Penjaga,
  ) {
    this.ingatan = new Ingatan(batas);
    store.onPeristiwa((stream, rev) => this.tertinggal(stream, rev));
  }

  /**
   * Runs one command. Throws Penolakan: the decider's own, KONFLIK_REVISI, PERINTAH_BERBEDA, HASIL_BELUM_PASTI,
   * COBA_LAGI.
   */
  execute<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    siapkan: Siapkan<C>,
    amplop: Amplop,
  ): Promise<Hasil<S>> {
    const hasil = this.sampaiSelesai(decider, id, siapkan, amplop);
    if (this.store.satuPenulis) return hasil;
    // Over a network each step may take its time. What is under way goes on: who sends the command again finds it.
    return dalamWaktu(hasil, JAWAB_MS, () =>
      tolak('HASIL_BELUM_PASTI', { stream: `${decider.kategori}-${id}` }),
    );
  }

  private async sampaiSelesai<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    siapkan: Siapkan<C>,
    amplop: Amplop,
  ): Promise<Hasil<S>> {
    const dilihat: Dilihat = this.store.satuPenulis ? undefined : new Set();
    let segar = this.store.satuPenulis;
    const mulai = segar ? Number.NEGATIVE_INFINITY : performance.now();
    for (let percobaan = 1; ; percobaan++) {
      try {
        const hasil = await this.sekali(decider, id, siapkan, amplop, dilihat, {
          ulang: (h) => h,
          baru: (t, command) => this.putuskan(decider, t, command, amplop),
        });
        if (segar || hasil.events.length > 0) return hasil;
        segar = await this.segarkan(dilihat);
      } catch (e) {
        if (e instanceof Penolakan && !segar) {
          segar = await this.segarkan(dilihat);
          continue;
        }
        if (e instanceof HasilBelumPasti) return tolak('HASIL_BELUM_PASTI', { stream: e.stream });
        if (e instanceof TokoTidakTersedia) return tolak('COBA_LAGI', { sebab: e.message });
        if (!(e instanceof RevisiBentrok)) throw e;
        // Another writer was first: decide again on what now stands. There a page's revision is compared again too, by
        // the decider's own measure, so that only one whose own part moved is told KONFLIK_REVISI.
        if (percobaan >= PERCOBAAN && performance.now() - mulai > KALAH_MS)
          return tolak('COBA_LAGI', { stream: e.stream });
      }
    }
  }

  /**
   * Decides a command without appending, on states read afresh: for what has to be done outside before the event may be
   * written. What is decided then may differ. Throws Penolakan as `execute` does.
   */
  async tinjau<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    siapkan: Siapkan<C>,
    amplop: Amplop,
  ): Promise<Tinjauan<S>> {
    const dilihat: Dilihat = this.store.satuPenulis ? undefined : new Set();
    const lihat = (t: Terlipat, command: C): Tinjauan<S> => {
      this.periksaRevisi(decider, t, command, amplop);
      const state = t.state as S;
      return { letak: t.letak, revisi: t.head.rev, state, events: decider.decide(command, state) };
    };
    const sekali = (): Promise<Tinjauan<S>> =>
      this.sekali(decider, id, siapkan, amplop, dilihat, {
        ulang: (hasil) => ({ hasil }),
        baru: async (t, command) => lihat(t, command),
      });
    try {
      if (!this.store.satuPenulis) {
        await sekali().catch((e: unknown) => !(e instanceof Penolakan) && Promise.reject(e));
        await this.segarkan(dilihat);
      }
      return await sekali();
    } catch (e) {
      if (e instanceof TokoTidakTersedia) return tolak('COBA_LAGI', { sebab: e.message });
      throw e;
    }
  }

  /** The state of a document as stored: what is under way on it is waited for. */
  async state<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<Terbaca<S>> {
    for (;;) {
      const { state, stream, head, pending } = await this.muat(decider, id);
      try {
        await pending;
        return { state: state as S, stream, rev: head.rev };
      } catch {
        // the append that this state stood on failed and the state was dropped: read again
      }
    }
  }

  private async sekali<S, C, E extends DomainEvent, R>(
    decider: Decider<S, C, E>,
    id: string,
    siapkan: Siapkan<C>,
    amplop: Amplop,
    dilihat: Dilihat,
    jadi: Kelanjutan<S, C, R>,
  ): Promise<R> {
    let ditunggu: Ditunggu = TIDAK_ADA;
    const tanda = jejak(amplop.idPerintah);
    let terperiksa = -1; // up to this revision the stream, as read, does not know the command
    for (;;) {
      const t = this.ingatan.cari(`${decider.kategori}-${id}`) ?? (await this.muat(decider, id));
      dilihat?.add(t.stream);
      if ((t.perintah.get(tanda) ?? -1) > terperiksa) {
        const events = await this.tersimpan(t);
        const ulang = hasilUlang(decider, events, amplop);
        if (ulang !== undefined) return jadi.ulang(ulang);
        // Another id has the same trace, or its own append was under way and failed. Only a newer bearer is looked at again.
        terperiksa = events.length - 1;
        continue;
      }
      try {
        return jadi.baru(t, this.perintah(decider, id, siapkan, ditunggu, dilihat));
      } catch (e) {
        if (!(e instanceof BelumTerbaca)) throw e;
        ditunggu = new Map(ditunggu).set(e.stream, await e.tunggu());
      }
    }
  }

  /**
   * Other documents are read without a pause, so as they stand at the instant of the decision. BelumTerbaca for one that
   * is not in memory or is being written: it is waited for, and everything begins anew. That one is then taken as it was
   * stored when the waiting ended, so that a document that is written all day holds nobody up.
   */
  private perintah<C>(
    { kategori }: { readonly kategori: string },
    id: string,
    siapkan: Siapkan<C>,
    ditunggu: Ditunggu,
    dilihat: Dilihat,
  ): C {
    if (typeof siapkan !== 'function' && this.penjaga === undefined) return siapkan;
    const baca: Baca = <S, K, E extends DomainEvent>(d: Decider<S, K, E>, kunci: string) => {
      const stream = `${d.kategori}-${kunci}`;
      dilihat?.add(stream);
      const t = this.ingatan.cari(stream);
      if (t?.belumSelesai === 0) return { state: t.state as S, stream, rev: t.head.rev };
      const ada = ditunggu.get(stream) as Terbaca<S> | undefined;
      if (ada === undefined) throw new BelumTerbaca(stream, () => this.state(d, kunci));
      return ada;
    };
    this.penjaga?.(baca, kategori, id);
    return typeof siapkan === 'function' ? (siapkan as (baca: Baca) => C)(baca) : siapkan;
  }

  /** No await between reading the state and advancing it: this is what makes commands on one stream take turns. */
  private async putuskan<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    t: Terlipat,
    command: C,
    amplop: Amplop,
  ): Promise<Hasil<S>> {
    const sebelum = t.state as S;
    let events: E[];
    try {
      this.periksaRevisi(decider, t, command, amplop);
      events = decider.decide(command, sebelum);
    } catch (penolakan) {
      await t.pending; // a refusal stands on what is still being stored
      throw penolakan;
    }
    if (events.length === 0) {
      const { rev } = t.head;
      await t.pending;
      return { letak: t.letak, revisi: rev, state: sebelum, events: [] };
    }
    const append = this.append(t, events, amplop);
    const pending = this.store.append([append]);
    const state = lipat(decider, sebelum, events, t.head.rev);
    const revisi = (pending.heads[0] ?? t.head).rev;
    this.majukan(t, state, pending.heads[0] ?? t.head, amplop.idPerintah, pending.committed);
    try {
      const tersimpan = await pending.committed;
      const letak = tersimpan.at(-1)?.meta.letak ?? t.letak;
      t.letak = Math.max(t.letak, letak);
      if (t.pending === pending.committed) t.pending = SELESAI; // else every kept state would hold its last events
      return { letak, revisi, state, events: tersimpan };
    } catch (e) {
      this.ingatan.buang(t);
      throw e;
    } finally {
      t.belumSelesai--;
    }
  }

  private majukan(
    t: Terlipat,
    state: unknown,
    head: Head,
    idPerintah: string,
    committed: Promise<unknown>,
  ): void {
    t.state = state;
    t.head = head;
    t.perintah.set(jejak(idPerintah), head.rev);
    t.pending = committed;
    t.belumSelesai++;
    if (head.rev < 2 * t.ditimbang) return; // most events replace what an earlier one said
    t.ditimbang = head.rev;
    this.ingatan.beratBaru(t, berat(t));
  }

  private append(t: Terlipat, events: readonly DomainEvent[], amplop: Amplop): Append {
    return {
      stream: t.stream,
      head: t.head,
      events,
      at: this.waktu(),
      actor: amplop.actor,
      cmd: { id: amplop.idPerintah, sidik: amplop.sidikMasukan },
      corr: amplop.idPerintah,
      cause: null,
    };
  }

  /** ISO 8601 of now. Writing it takes longer than asking the clock, and many commands fall into one millisecond. */
  private waktu(): string {
    const ms = this.clock.now().getTime();
    if (ms !== this.tertulis.ms) this.tertulis = { ms, teks: new Date(ms).toISOString() };
    return this.tertulis.teks;
  }

  private periksaRevisi<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    t: Terlipat,
    command: C,
    { revisi }: Amplop,
  ): void {
    if (revisi === undefined) return;
    const kini = decider.revisi?.(command, t.state as S) ?? t.head.rev;
    if (kini !== revisi) tolak('KONFLIK_REVISI', { revisi: kini, diminta: revisi, stream: t.stream });
  }

  /** The events of the stream, once what is under way on it has ended. */
  private async tersimpan(t: Terlipat): Promise<readonly Tersimpan[]> {
    await t.pending.catch(() => undefined);
    return (await this.store.read(t.stream)).events;
  }

  private async muat<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<Terlipat> {
    const stream = `${decider.kategori}-${id}`;
    const ada = this.ingatan.cari(stream);
    if (ada !== undefined) return ada;
    const sedang = this.memuat.get(stream);
    if (sedang !== undefined) return sedang;
    const baru = this.lipatStream(decider, stream).finally(() => this.memuat.delete(stream));
    this.memuat.set(stream, baru);
    return baru;
  }

  private async lipatStream<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<Terlipat> {
    const { head, events } = await this.store.read(stream);
    const t: Terlipat = {
      stream,
      state: lipat(decider, decider.initial, events as unknown as E[], -1),
      head,
      letak: events.at(-1)?.meta.letak ?? -1,
      perintah: new Map(events.map(({ meta }) => [jejak(meta.cmd.id), meta.rev])),
      pending: SELESAI,
      belumSelesai: 0,
      berat: 0,
      ditimbang: head.rev,
    };
    this.ingatan.simpan(t, berat(t));
    return t;
  }

  /** Somebody appended this event. What is kept of its stream, or being read, may not know it. */
  private tertinggal(stream: string, rev: number): void {
    const t = this.ingatan.cari(stream);
    if (t !== undefined) {
      // What is under way on it stands on an old head then: it is refused, and drops the state itself.
      if (t.head.rev < rev && t.belumSelesai === 0) this.ingatan.buang(t);
      return;
    }
    void this.memuat.get(stream)?.then(
      (baru) => baru.head.rev < rev && this.ingatan.buang(baru),
      () => undefined, // whoever asked for it is told
    );
  }

  /** Drops the states that a command looked at, once what is under way on them has ended: if it was stored, they were the newest. */
  private async segarkan(dilihat: Dilihat): Promise<true> {
    for (const stream of dilihat ?? []) {
      const t = this.ingatan.cari(stream);
      await t?.pending.catch(() => undefined);
      if (t?.belumSelesai === 0) this.ingatan.buang(t);
    }
    return true;
  }

  /** Drops what is kept of streams that were written past this executor (an import). */
  lupakan(streams: readonly string[]): void {
    for (const stream of streams) this.ingatan.lupakan(stream);
  }
}

const BERAT_TERLIPAT = 600; // without its state
const BERAT_JEJAK = 32;
const berat = ({ state, perintah }: Terlipat): number =>
  BERAT_TERLIPAT + BERAT_JEJAK * perintah.size + timbang(state);

const lipat = <S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  awal: S,
  events: readonly E[],
  rev: number,
): S => events.reduce((state, event, i) => decider.evolve(state, event, rev + 1 + i), awal);

/** The answer of a command that was carried out before, from its stored events; undefined when they do not know it. */
const hasilUlang = <S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  events: readonly Tersimpan[],
  amplop: Amplop,
): Hasil<S> | undefined => {
  const milik = events.filter((e) => e.meta.cmd.id === amplop.idPerintah);
  const akhir = milik.at(-1);
  if (akhir === undefined) return undefined;
  if (milik.some((e) => e.meta.cmd.sidik !== amplop.sidikMasukan)) return tolak('PERINTAH_BERBEDA');
  const state = lipat(decider, decider.initial, events.slice(0, akhir.meta.rev + 1) as unknown as E[], -1);
  return { letak: akhir.meta.letak, revisi: akhir.meta.rev, state, events: milik };
};

/** FNV-1a over the whole id, cut to 31 bits. */
const jejak = (id: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  return h >>> 1;
};
