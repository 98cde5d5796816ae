import { setImmediate } from 'node:timers/promises';
import type { Cara, Decider, DomainEvent, Pejabat } from '../kernel/decider.js';
import {
  type Clock,
  type EventStore,
  HasilBelumPasti,
  RevisiBentrok,
  type Stream,
  type Tersimpan,
  TokoTidakTersedia,
} from '../kernel/event-store.js';
import type { Baca, Executor } from '../kernel/execute.js';
import { kunci } from '../kernel/kunci.js';
import { BelumDibaca, Lipatan, type Tambahan } from '../kernel/lipatan.js';
import { Penambah, type PerintahTunggal } from '../kernel/penambah.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import { potong } from '../kernel/potongan.js';
import { sha256Hex } from '../kernel/sidik.js';
import { type Impor, impor, wajibBukanBerkasLain } from '../reporting/impor/impor.decider.js';

/** Where a command comes from, as a person finds it: the column by its heading, null where the whole row is meant. */
export type Asal = { readonly lembar: string; readonly baris: number; readonly kolom: string | null };

/** Asks of all documents as the commands leave them, those aside that were refused; what is not read yet, is read. */
export type Sesudah = <T>(tanya: (baca: Baca) => T) => Promise<T>;

/** One command of many, on a document of its own, and where it comes from. */
export type PerintahBorongan = {
  /** Where it stands, also by what its document has against it. */
  readonly asal: (penolakan: Penolakan) => Asal;
  readonly stream: string;
  /** Makes the command on what stands when its turn comes, and carries it out. May run more than once. */
  readonly jalankan: (l: Lipatan) => void;
};

/**
 * A command by the handlers' own preparation, which makes it from what other documents say; null: the row says what
 * stands already.
 */
export const perintahBorongan = <S, C extends object, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  id: string,
  siapkan: (baca: Baca) => C | null,
  asal: Asal | ((penolakan: Penolakan) => Asal),
): PerintahBorongan => ({
  asal: typeof asal === 'function' ? asal : () => asal,
  stream: `${decider.kategori}-${id}`,
  jalankan: (l) => {
    const command = siapkan(l.baca);
    if (command !== null) l.jalankan(decider, id, command);
  },
});

export type PermintaanBorongan = {
  readonly perintah: readonly PerintahBorongan[];
  /** The one command that all of them are; its fingerprint covers every byte that they were made from. */
  readonly tunggal: PerintahTunggal;
  readonly sah: { readonly oleh: Pejabat; readonly cara: Cara };
  /** The OPD's year that is closed to others meanwhile, where the store has no transaction over streams. */
  readonly tahun: { readonly pemda: string; readonly opd: string; readonly tahun: number };
  /** Told how things stand, each time that they are decided. */
  readonly diputuskan?: (sesudah: Sesudah) => void;
};

export type PeristiwaBorongan = { readonly stream: string; readonly event: DomainEvent };
/** Everything that is wrong, and then nothing was stored; or what was recorded (would be, of a trial). */
export type HasilBorongan =
  | { readonly ditolak: readonly { readonly asal: Asal; readonly penolakan: Penolakan }[] }
  | {
      readonly peristiwa: readonly PeristiwaBorongan[];
      /** Where the last of them stands in the log; where there is none, what they were decided on; -1 of a trial. */
      readonly letak: number;
    };
type Tercatat = Extract<HasilBorongan, { peristiwa: unknown }>;
export type LaporBorongan = (kemajuan: {
  readonly tahap: 'memeriksa' | 'menyimpan';
  readonly selesai: number;
  readonly dari: number;
}) => void;

/** At most so many problems of one file are listed. */
export const BATAS_DITOLAK = 100;
const PERCOBAAN = 8;
/** So many ms of work, then others get their turn. */
export const NAPAS = 20;

type Terbaca = { readonly streams: Map<string, Stream>; readonly impor: Impor };
type Terlipat = { readonly lipatan: Lipatan } | Extract<HasilBorongan, { ditolak: unknown }>;

/** What the store throws, as whoever sent the command is told. */
export const sebagaiPenolakan = (e: unknown): never => {
  if (e instanceof HasilBelumPasti) return tolak('HASIL_BELUM_PASTI', { stream: e.stream });
  if (e instanceof TokoTidakTersedia) return tolak('COBA_LAGI', { sebab: e.message });
  throw e;
};

const urut = (peristiwa: readonly PeristiwaBorongan[]): PeristiwaBorongan[] =>
  peristiwa.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0)); // stable: by revision within

/**
 * Many commands on many documents, all or nothing: folded in memory over the streams as stored, each on what those
 * before it left, every refusal collected; then appended in one transaction. Where the store has none over streams,
 * between ImporDimulai and ImporSelesai, as an import of a paket: a run that was broken off is finished by sending the
 * same again.
 */
export class Borongan {
  private readonly penambah: Penambah;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    clock: Clock,
  ) {
    this.penambah = new Penambah(store, executor, clock);
  }

  /** What `jalankan` would do as things stand; stores nothing. */
  async coba(p: PermintaanBorongan, lapor: LaporBorongan = () => undefined): Promise<HasilBorongan> {
    const terbaca = await this.baca(p);
    const ulang = this.ulang(p, terbaca);
    if (ulang !== undefined) return ulang;
    const terlipat = await this.lipat(p, terbaca.streams, lapor);
    return 'ditolak' in terlipat ? terlipat : { peristiwa: baru(terlipat.lipatan.tambahan()), letak: -1 };
  }

  /**
   * Carries everything out. The same id with the same fingerprint again gives the same answer. Throws Penolakan
   * PERINTAH_BERBEDA, IMPOR_BELUM_SELESAI (of another file) and COBA_LAGI; what the store throws.
   */
  async jalankan(p: PermintaanBorongan, lapor: LaporBorongan = () => undefined): Promise<HasilBorongan> {
    for (let percobaan = 1; percobaan <= PERCOBAAN; percobaan++) {
      const terbaca = await this.baca(p);
      const ulang = this.ulang(p, terbaca);
      if (ulang !== undefined) return ulang;
      const terlipat = await this.lipat(p, terbaca.streams, lapor);
      if ('ditolak' in terlipat) return terlipat;
      try {
        const hasil = await this.simpan(p, terbaca, terlipat.lipatan, lapor);
        if (hasil !== undefined) return hasil;
      } catch (e) {
        if (!(e instanceof RevisiBentrok)) throw e; // else somebody wrote meanwhile: decide again on what now stands
      }
    }
    return tolak('COBA_LAGI', { sebab: 'dokumen yang sama sedang ditulis' });
  }

  private async baca({ perintah, tahun, tunggal }: PermintaanBorongan): Promise<Terbaca> {
    const id = kunci.opdTahun(tahun.pemda, tahun.opd, tahun.tahun);
    const nama = [...new Set([...perintah.map((p) => p.stream), `${impor.kategori}-${id}`])];
    const isi = await Promise.all(nama.map((stream) => this.store.read(stream)));
    const streams = new Map(nama.map((stream, i) => [stream, isi[i] as Stream]));
    return { streams, impor: new Lipatan(streams, tunggal.id).keadaan(impor, id).state };
  }

  /** What the same command did before; undefined when it did nothing yet, or was broken off. */
  private ulang(
    { tunggal, diputuskan }: PermintaanBorongan,
    { streams, impor }: Terbaca,
  ): Tercatat | undefined {
    wajibBukanBerkasLain(impor, sidikBerkas(tunggal));
    const milik = [...streams.values()].flatMap(({ events }) =>
      events.filter((e) => e.meta.cmd.id === tunggal.id),
    );
    if (milik.some((e) => e.meta.cmd.sidik !== tunggal.sidik)) tolak('PERINTAH_BERBEDA');
    if (milik.length === 0 || impor.sedang !== null) return undefined;
    diputuskan?.(this.sesudah(new Lipatan(streams, tunggal.id), streams));
    return { peristiwa: tercatat(milik), letak: terakhir(milik) };
  }

  private async lipat(
    { perintah, tunggal, diputuskan }: PermintaanBorongan,
    streams: Map<string, Stream>,
    lapor: LaporBorongan,
  ): Promise<Terlipat> {
    const lipatan = new Lipatan(streams, tunggal.id);
    const ditolak: { asal: Asal; penolakan: Penolakan }[] = [];
    let sejak = performance.now();
    for (const [selesai, satu] of perintah.entries()) {
      const penolakan = await this.satu(satu, lipatan, streams);
      if (penolakan !== null && ditolak.push({ asal: satu.asal(penolakan), penolakan }) >= BATAS_DITOLAK)
        break;
      if (performance.now() - sejak < NAPAS) continue;
      lapor({ tahap: 'memeriksa', selesai, dari: perintah.length });
      await setImmediate();
      sejak = performance.now();
    }
    diputuskan?.(this.sesudah(lipatan, streams));
    return ditolak.length > 0 ? { ditolak } : { lipatan };
  }

  private async satu(
    p: PerintahBorongan,
    lipatan: Lipatan,
    streams: Map<string, Stream>,
  ): Promise<Penolakan | null> {
    try {
      await this.sampaiTerbaca(streams, () => p.jalankan(lipatan));
      return null;
    } catch (e) {
      if (e instanceof Penolakan) return e;
      throw e;
    }
  }

  private sesudah(lipatan: Lipatan, streams: Map<string, Stream>): Sesudah {
    return (tanya) => this.sampaiTerbaca(streams, () => tanya(lipatan.baca));
  }

  /** Reads what the work asks for until it has everything. */
  private async sampaiTerbaca<T>(streams: Map<string, Stream>, kerja: () => T): Promise<T> {
    for (;;) {
      try {
        return kerja();
      } catch (e) {
        if (!(e instanceof BelumDibaca)) throw e;
        streams.set(e.stream, await this.store.read(e.stream));
      }
    }
  }

  /** Undefined: the year was only closed to others so far, and what follows stands on that. */
  private async simpan(
    p: PermintaanBorongan,
    { streams, impor: sebelum }: Terbaca,
    lipatan: Lipatan,
    lapor: LaporBorongan,
  ): Promise<Tercatat | undefined> {
    const { tunggal, sah } = p;
    const id = kunci.opdTahun(p.tahun.pemda, p.tahun.opd, p.tahun.tahun);
    const bersama = { sidikBerkas: sidikBerkas(tunggal), ...sah };
    const isi = lipatan.tambahan();
    if (sebelum.sedang === null && this.perluDikurung(isi)) {
      const pembuka = new Lipatan(streams, tunggal.id);
      pembuka.jalankan(impor, id, { type: 'Mulai', ...bersama });
      await this.penambah.simpan(pembuka.tambahan(), tunggal);
      return undefined;
    }
    const terputus = lipatan.lama().filter((e) => e.meta.cmd.id === tunggal.id && e.type !== 'ImporDimulai');
    const peristiwa = urut([...tercatat(terputus), ...baru(isi)]);
    if (sebelum.sedang !== null)
      lipatan.jalankan(impor, id, { type: 'Selesaikan', peristiwa: peristiwa.length, ...bersama });
    const kelompok = this.penambah.kelompok(lipatan.tambahan());
    const tersimpan: Tersimpan[] = [];
    for (const [selesai, satu] of kelompok.entries()) {
      lapor({ tahap: 'menyimpan', selesai, dari: kelompok.length });
      tersimpan.push(...(await this.penambah.simpan(satu, tunggal)));
    }
    return { peristiwa, letak: terakhir(tersimpan.length > 0 ? tersimpan : lipatan.lama()) };
  }

  private perluDikurung(tambahan: readonly Tambahan[]): boolean {
    if (this.store.atomik) return false;
    return tambahan.flatMap((t) => potong(t, this.store.byteSekali)).length > 1;
  }
}

/** In the Impor stream a file stands once for ever; the same bytes in another command are another file there. */
const sidikBerkas = ({ id, sidik }: PerintahTunggal): string => sha256Hex(`${id}\n${sidik}`);

const baru = (tambahan: readonly Tambahan[]): PeristiwaBorongan[] =>
  urut(tambahan.flatMap(({ stream, events }) => events.map((event) => ({ stream, event }))));

const terakhir = (events: readonly Tersimpan[]): number =>
  events.reduce((letak, { meta }) => Math.max(letak, meta.letak), -1);

const tercatat = (events: readonly Tersimpan[]): PeristiwaBorongan[] =>
  urut(
    events
      .filter(({ type }) => type !== 'ImporDimulai' && type !== 'ImporSelesai')
      .map(({ type, data, meta }) => ({ stream: meta.stream, event: { type, data } })),
  );
