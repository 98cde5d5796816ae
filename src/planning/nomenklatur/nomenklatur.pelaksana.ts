import type { Akta } from '../../kernel/akta.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { type Clock, type EventStore, RevisiBentrok } from '../../kernel/event-store.js';
import type { Executor } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import type { LembarKerja } from '../../kernel/lembar-kerja.js';
import { Lipatan } from '../../kernel/lipatan.js';
import { Penambah } from '../../kernel/penambah.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { sha256Hex, uuid5 } from '../../kernel/sidik.js';
import { ditolak } from '../../reporting/impor/impor.berkas.js';
import type { Ditolak, HasilImpor } from '../../reporting/impor/impor.paket.js';
import { indukNomenklatur } from './kode.decider.js';
import { type BarisBerkas, type BerkasNomenklatur, bacaBerkasNomenklatur } from './nomenklatur.berkas.js';
import { nomenklatur } from './nomenklatur.decider.js';

/** A version to load. `perbaiki`: names that were loaded wrong are put right; else paper never overwrites. */
export type MuatanNomenklatur = {
  readonly versi: string;
  readonly nama: string;
  readonly dasar: Akta;
  readonly mulaiBerlaku: string;
  readonly perbaiki: boolean;
};
export type LaporMuatan = (kemajuan: { tahap: string; selesai: number; dari: number }) => void;

const PERCOBAAN = 8;
const BATAS_DITOLAK = 100;
const LAPOR_TIAP = 200;

/** Who loads it holds the data folder, and no office of any pemda. */
const PEMUAT: Pejabat = { subjek: null, jabatan: '00.pusat.operator', sebutan: 'Operator', status: null };

type Sah = { readonly oleh: Pejabat; readonly cara: Cara };

/** Parents first, whatever the order of the file: a code begins with its parent's. */
const urut = (baris: readonly BarisBerkas[]): readonly BarisBerkas[] =>
  baris.toSorted((a, b) => (a.kode < b.kode ? -1 : a.kode > b.kode ? 1 : a.nomor - b.nomor));

const tempat = (nomor: number): string => `/baris/${nomor}`;

/**
 * Loads one version of the nomenclature out of a file: every row is judged before one is stored. Then all is appended
 * at once; where the store takes no append that long, in pieces with NomenklaturDitetapkan last, before which the version
 * counts for nothing, and a run that was broken off is finished by running it again.
 */
export class PelaksanaNomenklatur {
  private readonly penambah: Penambah;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    clock: Clock,
    private readonly lembarKerja: Pick<LembarKerja, 'baca'>,
  ) {
    this.penambah = new Penambah(store, executor, clock);
  }

  /** What a rule refuses is in the answer, with its row. Throws Penolakan COBA_LAGI when others write to it all the while. */
  async muat(
    m: MuatanNomenklatur,
    berkas: Uint8Array,
    lapor: LaporMuatan = () => undefined,
  ): Promise<HasilImpor> {
    const id = kunci.nomenklatur(m.versi);
    const isi = await this.baca(berkas);
    if (Array.isArray(isi)) return { peristiwa: 0, ditolak: isi };
    const sidik = sha256Hex(berkas);
    const cmd = { id: uuid5(`${nomenklatur.kategori}-${id}`, `${sidik}${m.perbaiki}`, 0), sidik };
    for (let percobaan = 1; percobaan <= PERCOBAAN; percobaan++) {
      const stream = `${nomenklatur.kategori}-${id}`;
      const lipatan = new Lipatan(new Map([[stream, await this.store.read(stream)]]), cmd.id);
      const masalah = this.periksa(lipatan, id, m, isi, lapor);
      if (masalah.length > 0) return { peristiwa: 0, ditolak: masalah.slice(0, BATAS_DITOLAK) };
      try {
        const tersimpan = await this.penambah.simpan(lipatan.tambahan(), { ...cmd, actor: 'impor' });
        return { peristiwa: tersimpan.length, ditolak: [] };
      } catch (e) {
        if (!(e instanceof RevisiBentrok)) throw e;
      }
    }
    return tolak('COBA_LAGI', { sebab: 'versi yang sama sedang dimuat' });
  }

  private async baca(berkas: Uint8Array): Promise<BerkasNomenklatur | Ditolak[]> {
    try {
      return await bacaBerkasNomenklatur(this.lembarKerja, berkas);
    } catch (e) {
      if (e instanceof Penolakan) return [ditolak('', e.kode, e)];
      throw e;
    }
  }

  private periksa(
    lipatan: Lipatan,
    id: string,
    m: MuatanNomenklatur,
    isi: BerkasNomenklatur,
    lapor: LaporMuatan,
  ): Ditolak[] {
    const sah: Sah = { oleh: PEMUAT, cara: m.perbaiki ? 'elektronik' : 'dicatat' };
    const { versi, nama, dasar, mulaiBerlaku } = m;
    const jalan = (jalur: string, kerja: () => void): Ditolak[] => {
      try {
        kerja();
        return [];
      } catch (e) {
        if (!(e instanceof Penolakan)) throw e;
        return [ditolak(jalur, e.kode, e)];
      }
    };
    const kepala = jalan('', () =>
      lipatan.jalankan(nomenklatur, id, { type: 'Susun', versi, nama, dasar, mulaiBerlaku, ...sah }),
    );
    if (kepala.length > 0) return kepala;
    const baris = urut(isi.baris);
    const terbaca = isi.ditolak.map((d) => ditolak(tempat(d.nomor), d.penolakan.kode, d.penolakan));
    const gagal = new Set<string>();
    const masalah = baris.flatMap((b, i) => {
      if (i % LAPOR_TIAP === 0) lapor({ tahap: 'memeriksa', selesai: i, dari: baris.length });
      if (baris[i - 1]?.kode === b.kode) return [ditolak(tempat(b.nomor), 'PAKET_GANDA')];
      const { kode, nama, satuan } = b;
      if (gagal.has(indukNomenklatur(kode) ?? '')) return []; // its parent's own row says what is wrong
      const ini = jalan(tempat(b.nomor), () =>
        lipatan.jalankan(nomenklatur, id, { type: 'CatatKode', versi, kode, nama, satuan, ...sah }),
      );
      if (ini.length > 0) gagal.add(kode);
      return ini;
    });
    if (terbaca.length + masalah.length > 0) return [...terbaca, ...masalah];
    return jalan('', () => lipatan.jalankan(nomenklatur, id, { type: 'Tetapkan', ...sah }));
  }
}
