import { setImmediate } from 'node:timers/promises';
import type { PenjagaNama } from '../../approval/penjaga-nama.js';
import { type Clock, type EventStore, RevisiBentrok, type Stream } from '../../kernel/event-store.js';
import type { Executor } from '../../kernel/execute.js';
import { Lipatan, type Tambahan } from '../../kernel/lipatan.js';
import { Penambah } from '../../kernel/penambah.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { sha256Hex, uuid5 } from '../../kernel/sidik.js';
import { BATAS_DITOLAK, bacaBerkas, ditolak } from './impor.berkas.js';
import { type Impor, impor, pernahDiimpor, wajibBukanBerkasLain } from './impor.decider.js';
import { semuaTeks } from './impor.json.js';
import { type Konteks, konteks } from './impor.langkah.js';
import type { Ditolak, HasilImpor, Paket } from './impor.paket.js';
import { type Langkahnya, type Susunan, streamDari, susun } from './impor.rencana.js';

export type LaporImpor = (kemajuan: Langkahnya & { readonly tahap: string }) => void;

const PERCOBAAN = 8;
const NAPAS = 20; // ms of folding before others get their turn
const TANPA_PERUBAHAN: HasilImpor = { peristiwa: 0, ditolak: [] };

type Perintah = { readonly id: string; readonly sidik: string };
type Terbaca = { readonly streams: ReadonlyMap<string, Stream>; readonly baru: () => Lipatan };

/**
 * Carries an import out: the whole file is checked in memory over the streams as they stand, then everything is
 * appended in one call. Where the store has no transaction over streams it is appended stream by stream, ImporSelesai
 * last and ImporDimulai first: a run that was broken off is finished by running it again, and is not shown until then.
 */
export class PelaksanaImpor {
  private readonly penambah: Penambah;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    clock: Clock,
    private readonly nama?: PenjagaNama,
  ) {
    this.penambah = new Penambah(store, executor, clock);
  }

  /**
   * Imports the bytes of one file. What a rule or the shape refuses is in the answer; throws TokoTidakTersedia,
   * HasilBelumPasti, and Penolakan COBA_LAGI when others wrote to the same documents all the while.
   */
  async impor(berkas: Uint8Array, lapor: LaporImpor = () => undefined): Promise<HasilImpor> {
    const bacaan = bacaBerkas(berkas);
    if ('ditolak' in bacaan) return { peristiwa: 0, ditolak: bacaan.ditolak };
    const bernama = await this.bernama(bacaan.paket);
    if (bernama.length > 0) return { peristiwa: 0, ditolak: bernama };
    try {
      const k = this.konteks(bacaan.paket);
      const sidik = sha256Hex(berkas);
      const perintah = { id: uuid5(`${impor.kategori}-${k.kunci.opdTahun}`, sidik, 0), sidik };
      return await this.berulang(k, perintah, lapor);
    } catch (e) {
      if (!(e instanceof BerkasDitolak)) throw e;
      return { peristiwa: 0, ditolak: [ditolak(e.jalur, e.penolakan.kode, e.penolakan)] };
    }
  }

  /** The texts that hold the name of a person whom the pemda knows. */
  private async bernama(paket: Paket): Promise<Ditolak[]> {
    const memuat = await this.nama?.untuk(paket.pemda.kode);
    if (memuat === undefined) return [];
    const penolakan = new Penolakan('TEKS_MEMUAT_DATA_PRIBADI', { sebab: 'nama' });
    return [...semuaTeks(paket)]
      .filter(([, teks]) => memuat(teks))
      .slice(0, BATAS_DITOLAK)
      .map(([jalur]) => ditolak(jalur, penolakan.kode, penolakan));
  }

  private konteks(paket: Paket): Konteks {
    try {
      return konteks(paket);
    } catch (e) {
      throw e instanceof Penolakan ? new BerkasDitolak('/renstra/mulai', e) : e; // the schema checked the other parts
    }
  }

  private async berulang(k: Konteks, perintah: Perintah, lapor: LaporImpor): Promise<HasilImpor> {
    let peristiwa = 0;
    for (let percobaan = 1; percobaan <= PERCOBAAN; percobaan++) {
      const terbaca = await this.baca(k, perintah);
      const { state } = terbaca.baru().keadaan(impor, k.kunci.opdTahun);
      if (pernahDiimpor(state, perintah.sidik)) return { ...TANPA_PERUBAHAN, peristiwa };
      this.wajibMilikKita(state, perintah);
      const susunan = await jalan(susun(k, terbaca.baru), lapor);
      if ('ditolak' in susunan) return { peristiwa, ditolak: susunan.ditolak };
      const tambahan = this.lengkap(k, perintah, susunan.lipatan);
      try {
        if (await this.mulai(k, perintah, terbaca, tambahan)) continue; // what follows stands on it
        for (const kelompok of this.penambah.kelompok(tambahan))
          peristiwa += await this.simpan(kelompok, perintah);
        return { peristiwa, ditolak: [] };
      } catch (e) {
        if (!(e instanceof RevisiBentrok)) throw e;
      }
    }
    return tolak('COBA_LAGI', { sebab: 'dokumen yang sama sedang ditulis' });
  }

  private wajibMilikKita(state: Impor, { sidik }: Perintah): void {
    try {
      wajibBukanBerkasLain(state, sidik);
    } catch (e) {
      throw new BerkasDitolak('', e as Penolakan);
    }
  }

  /** Where streams are appended one by one: says first that the year is being imported, so that no view shows half of it. */
  private async mulai(
    k: Konteks,
    perintah: Perintah,
    { baru }: Terbaca,
    tambahan: readonly Tambahan[],
  ): Promise<boolean> {
    if (this.store.atomik || tambahan.length === 0) return false;
    const lipatan = baru();
    lipatan.jalankan(impor, k.kunci.opdTahun, { type: 'Mulai', sidikBerkas: perintah.sidik, ...k.sah });
    return (await this.simpan(lipatan.tambahan(), perintah)) > 0;
  }

  private async baca(k: Konteks, { id }: Perintah): Promise<Terbaca> {
    const nama = streamDari(k);
    const isi = await Promise.all(nama.map((stream) => this.store.read(stream)));
    const streams = new Map(nama.map((stream, i) => [stream, isi[i] as Stream]));
    return { streams, baru: () => new Lipatan(streams, id) };
  }

  /** A file that says nothing new leaves no trace, unless it is to finish a run of its own that was broken off. */
  private lengkap(k: Konteks, { id, sidik }: Perintah, lipatan: Lipatan): Tambahan[] {
    const baru = lipatan.tambahan().reduce((n, { events }) => n + events.length, 0);
    const terputus = lipatan.lama().filter((e) => e.meta.cmd.id === id && e.type !== 'ImporDimulai').length;
    const peristiwa = baru + terputus;
    if (peristiwa === 0) return [];
    lipatan.jalankan(impor, k.kunci.opdTahun, {
      type: 'Selesaikan',
      sidikBerkas: sidik,
      peristiwa,
      ...k.sah,
    });
    return lipatan.tambahan();
  }

  /** How many events were stored. */
  private async simpan(kelompok: readonly Tambahan[], cmd: Perintah): Promise<number> {
    try {
      return (await this.penambah.simpan(kelompok, { ...cmd, actor: 'impor' })).length;
    } catch (e) {
      throw e instanceof Penolakan ? new BerkasDitolak('', e) : e; // an event longer than the log takes
    }
  }
}

/** The file as a whole cannot be recorded. */
class BerkasDitolak extends Error {
  constructor(
    readonly jalur: string,
    readonly penolakan: Penolakan,
  ) {
    super(penolakan.kode);
  }
}

const jalan = async (kerja: Generator<Langkahnya, Susunan>, lapor: LaporImpor): Promise<Susunan> => {
  let sejak = performance.now();
  for (;;) {
    const { done, value } = kerja.next();
    if (done) return value;
    if (performance.now() - sejak < NAPAS) continue;
    lapor({ tahap: 'memeriksa', ...value });
    await setImmediate();
    sejak = performance.now();
  }
};
