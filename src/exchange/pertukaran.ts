import { type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import { kalimat } from '../infra/kalimat-penolakan.js';
import type { Cara } from '../kernel/decider.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Executor } from '../kernel/execute.js';
import { kunci, tahunSah } from '../kernel/kunci.js';
import type { BentukBerkas, LembarKerja } from '../kernel/lembar-kerja.js';
import { denganBacaan } from '../kernel/lipatan.js';
import { type Kode, type Penolakan, tolak } from '../kernel/penolakan.js';
import { kanonik, sha256Hex } from '../kernel/sidik.js';
import type { AmanahEvent } from '../projections/peristiwa.js';
import { isiPeristiwa } from '../projections/riwayat/kalimat.js';
import { impor } from '../reporting/impor/impor.decider.js';
import { type Bacaan, bacaTemplat } from './bacaan.js';
import {
  type Asal,
  Borongan,
  type HasilBorongan,
  type LaporBorongan,
  type PeristiwaBorongan,
  sebagaiPenolakan,
} from './borongan.js';
import { Cetakan } from './cetakan.js';
import { lembarDari, templatDari } from './daftar-templat.js';
import type { KunciTemplat, Templat } from './templat.js';
import { lembarTemplat } from './tulisan.js';

const SERENTAK = 2; // files that one process takes in at once
const KALIMAT_TERBANYAK = 500;

export type PermintaanTemplat = {
  readonly jenis: string;
  readonly kunci: KunciTemplat;
  readonly bentuk: BentukBerkas;
  readonly lembar?: string | undefined;
};
export type PermintaanImpor = {
  readonly jenis: string;
  readonly kunci: KunciTemplat;
  readonly bita: Uint8Array<ArrayBuffer>;
  readonly idPerintah: string;
  /** Whether nothing is to be stored. */
  readonly pratinjau: boolean;
  /** `dicatat`: what the file says was decided on paper; not said: it is decided here. */
  readonly cara?: Cara;
};

/** One thing that is wrong with a file, and where; a file that cannot be read at all has no row. */
export type BarisDitolak = {
  readonly lembar: string | null;
  readonly baris: number | null;
  readonly kolom: string | null;
  readonly kode: Kode;
  readonly pesan: string;
};
export type Perubahan = {
  readonly kalimat: string;
  readonly sebelum: string | null;
  readonly sesudah: string | null;
};
export type JawabanImpor = {
  readonly pratinjau: boolean;
  readonly jumlahBaris: number;
  readonly jumlahPeristiwa: number;
  /** What is recorded (would be, of a trial), event by event; the first of them where there are very many. */
  readonly perubahan: readonly Perubahan[];
  readonly ditolak: readonly BarisDitolak[];
  /** For `setelahPosisi` of a query that is to show it; null where nothing was stored. */
  readonly posisi: string | null;
};
export type LaporImpor = (kemajuan: {
  readonly tahap: string;
  readonly selesai: number;
  readonly dari: number;
}) => void;

/** Names the document; refuses an office where the template is not an office's. */
const kunciSah = ({ perJabatan = false }: Templat, { pemda, opd, tahun, jabatan }: KunciTemplat): string => {
  if (jabatan === undefined) return kunci.opdTahun(pemda, opd, tahunSah(tahun));
  if (!perJabatan) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'jabatan' });
  return kunci.pk(pemda, opd, jabatan, tahunSah(tahun));
};

const ditolak = ({ asal, penolakan }: { asal: Asal; penolakan: Penolakan }): BarisDitolak => ({
  ...asal,
  kode: penolakan.kode,
  pesan: kalimat(penolakan),
});

const perubahan = ({ stream, event }: PeristiwaBorongan): Perubahan => {
  const { kalimat, sebelum, sesudah } = isiPeristiwa(event as AmanahEvent, stream);
  return { kalimat, sebelum, sesudah };
};

/** Documents as spreadsheets: templates that are handed out with what stands, and taken in again. */
export class Pertukaran {
  private readonly borongan: Borongan;
  private sedang = 0;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    private readonly clock: Clock,
    private readonly lembarKerja: LembarKerja,
  ) {
    this.borongan = new Borongan(store, executor, clock);
  }

  /** The template of one document with what stands in it, and a name for the file. */
  async templat(p: PermintaanTemplat, pelaku: Pelaku): Promise<{ nama: string; bita: Uint8Array }> {
    const t = templatDari(p.jenis);
    const id = kunciSah(t, p.kunci);
    const { pemda, opd, tahun } = p.kunci;
    wajibBoleh(pelaku, 'kinerja.baca', p.kunci.pemda, p.kunci.opd);
    const satu = p.bentuk === 'csv' ? lembarDari(t, p.lembar) : undefined;
    const lembar = await denganBacaan(this.store, (baca) => {
      if (baca(impor, kunci.opdTahun(pemda, opd, tahun)).state.sedang !== null) tolak('IMPOR_BELUM_SELESAI');
      return lembarTemplat(t, baca, p.kunci, satu);
    });
    const nama = `${t.jenis}-${id}${satu === undefined ? '' : `-${satu.nama.toLowerCase().replace(/\W+/g, '-')}`}`;
    return { nama: `${nama}.${p.bentuk}`, bita: await this.lembarKerja.tulis(lembar, p.bentuk) };
  }

  /**
   * Takes a file in, or only tries it. What its rows say that is refused is in the answer; a file that is no file of ours
   * throws Penolakan, as do IMPOR_PENUH, PERINTAH_BERBEDA, COBA_LAGI and HASIL_BELUM_PASTI.
   */
  async impor(
    p: PermintaanImpor,
    pelaku: Pelaku,
    lapor: LaporImpor = () => undefined,
  ): Promise<JawabanImpor> {
    const t = templatDari(p.jenis);
    kunciSah(t, p.kunci);
    if (p.cara === 'dicatat' && !t.dariKertas) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'cara' });
    wajibBoleh(pelaku, 'kinerja.baca', p.kunci.pemda, p.kunci.opd);
    if (this.sedang >= SERENTAK) return tolak('IMPOR_PENUH');
    this.sedang++;
    try {
      const tunggal = { id: p.idPerintah, sidik: this.sidik(p, pelaku), actor: pelaku.akun };
      lapor({ tahap: 'membaca', selesai: 0, dari: 1 });
      const bacaan = await this.bacaan(t, p);
      const jumlahBaris = [...bacaan.isi.values()].reduce((n, baris) => n + baris.length, 0);
      const dasar = {
        pratinjau: p.pratinjau,
        jumlahBaris,
        jumlahPeristiwa: 0,
        perubahan: [],
        ditolak: [],
        posisi: null,
      };
      if (bacaan.ditolak.length > 0) return { ...dasar, ditolak: bacaan.ditolak.map(ditolak) };
      const sah = { oleh: pelaku.pejabat, cara: p.cara ?? 'elektronik' };
      const perintah = t.perintah(bacaan.isi, p.kunci, { pelaku, kini: this.clock.now(), sah });
      const minta = { perintah, tunggal, sah, tahun: p.kunci };
      const hasil = await this.kerjakan(p.pratinjau, minta, lapor);
      if ('ditolak' in hasil) return { ...dasar, ditolak: hasil.ditolak.map(ditolak) };
      return {
        ...dasar,
        jumlahPeristiwa: hasil.peristiwa.length,
        perubahan: hasil.peristiwa.slice(0, KALIMAT_TERBANYAK).map(perubahan),
        posisi: hasil.letak < 0 ? null : String(hasil.letak),
      };
    } finally {
      this.sedang--;
    }
  }

  private async bacaan(t: Templat, p: PermintaanImpor): Promise<Bacaan> {
    const lembar = await this.lembarKerja.baca(p.bita);
    const cetakan = await denganBacaan(this.store, (baca) =>
      t.saranSaja?.(baca, p.kunci) ? new Cetakan([], {}) : new Cetakan(t.lembar, t.isi(baca, p.kunci)),
    );
    return bacaTemplat(lembar, t, p.kunci, cetakan);
  }

  private kerjakan(
    pratinjau: boolean,
    minta: Parameters<Borongan['jalankan']>[0],
    lapor: LaporBorongan,
  ): Promise<HasilBorongan> {
    const kerja = pratinjau ? this.borongan.coba(minta, lapor) : this.borongan.jalankan(minta, lapor);
    return kerja.catch(sebagaiPenolakan);
  }

  /** Of every byte, of what it was sent as, and by whom. */
  private sidik({ bita, jenis, kunci, cara }: PermintaanImpor, { akun, pejabat }: Pelaku): string {
    const { pemda, opd, tahun, jabatan } = kunci;
    const khusus = {
      ...(jabatan !== undefined && { jabatanPk: jabatan }),
      ...(cara === 'dicatat' && { cara }),
    };
    const berkas = sha256Hex(bita);
    return sha256Hex(
      kanonik({ akun, berkas, jabatan: pejabat.jabatan, jenis, opd, pemda, tahun, ...khusus }),
    );
  }
}
