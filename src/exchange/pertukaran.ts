import { setImmediate } from 'node:timers/promises';
import type { PenjagaNama } from '../approval/penjaga-nama.js';
import { type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import type { Cara } from '../kernel/decider.js';
import { type Clock, type EventStore, TokoTidakTersedia } from '../kernel/event-store.js';
import type { Baca, Executor } from '../kernel/execute.js';
import { jabatanKepala, kunci, OPD_PEMDA, tahunSah } from '../kernel/kunci.js';
import type { BentukBerkas, LembarKerja } from '../kernel/lembar-kerja.js';
import { denganBacaan } from '../kernel/lipatan.js';
import { type Kode, Penolakan, tolak } from '../kernel/penolakan.js';
import { kanonik, sha256Hex } from '../kernel/sidik.js';
import { jabatan } from '../planning/jabatan/jabatan.decider.js';
import { opd } from '../planning/opd/opd.decider.js';
import { pemda } from '../planning/pemda/pemda.decider.js';
import { perjanjianKinerja } from '../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { AmanahEvent } from '../projections/peristiwa.js';
import { isiPeristiwa } from '../projections/riwayat/kalimat.js';
import { impor } from '../reporting/impor/impor.decider.js';
import { type Bacaan, bacaTemplat, type SelDitolak } from './bacaan.js';
import {
  BATAS_DITOLAK,
  Borongan,
  type HasilBorongan,
  type LaporBorongan,
  NAPAS,
  type PeristiwaBorongan,
  type Sesudah,
  sebagaiPenolakan,
} from './borongan.js';
import { Cetakan } from './cetakan.js';
import { lembarDari, templatDari } from './daftar-templat.js';
import { kalimatLembar, kolomPenyebab } from './letak-salah.js';
import type { Peringatan, Tanya } from './peringatan.js';
import { hanyaSusulan } from './susulan.js';
import type { IsiBerkas, KunciTemplat, Pengirim, Templat } from './templat.js';
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
  /** What a careful reader would ask; refuses nothing. The first of them where there are very many. */
  readonly peringatan: readonly Peringatan[];
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

/** As every question about an OPD: one that is not registered, or an office that nobody formed, has nothing to hand out. */
const wajibAda = (baca: Baca, { pemda: p, opd: o, jabatan: j, tahun }: KunciTemplat): void => {
  const adaOpd =
    o === OPD_PEMDA
      ? baca(pemda, kunci.pemda(p)).state.nama !== null
      : baca(opd, kunci.opd(p, o)).state.status !== 'kosong';
  if (!adaOpd) tolak('TIDAK_DITEMUKAN', { pemda: p, opd: o });
  if (j === undefined || j === jabatanKepala(o)) return;
  const dibentuk = baca(jabatan, kunci.jabatan(p, o, j)).state.status !== 'kosong';
  if (!dibentuk && baca(perjanjianKinerja, kunci.pk(p, o, j, tahun)).state.versi.length === 0)
    tolak('TIDAK_DITEMUKAN', { pemda: p, opd: o, jabatan: j });
};

/** In the order of the file, each with the column that is to blame. */
const ditolak = (t: Templat, isi: IsiBerkas, semua: readonly SelDitolak[]): BarisDitolak[] => {
  const urutan = new Map(t.lembar.map((l, i) => [l.nama, i]));
  const letak = ({ asal }: SelDitolak): number => urutan.get(asal.lembar) ?? -1;
  return semua
    .toSorted((a, b) => letak(a) - letak(b) || a.asal.baris - b.asal.baris)
    .slice(0, BATAS_DITOLAK)
    .map(({ asal, penolakan }) => {
      const l = t.lembar.find(({ nama }) => nama === asal.lembar);
      const b = isi.get(asal.lembar)?.find(({ nomor }) => nomor === asal.baris);
      const kolom =
        l === undefined || b === undefined
          ? asal.kolom
          : kolomPenyebab(l.kolom, b.isian, penolakan, asal.kolom);
      return { ...asal, kolom, kode: penolakan.kode, pesan: kalimatLembar(penolakan) };
    });
};

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
    private readonly nama: PenjagaNama,
  ) {
    this.borongan = new Borongan(store, executor, clock);
  }

  /** The template of one document with what stands in it, and a name for the file. */
  async templat(p: PermintaanTemplat, pelaku: Pelaku): Promise<{ nama: string; bita: Uint8Array }> {
    const t = templatDari(p.jenis);
    kunciSah(t, p.kunci);
    wajibBoleh(pelaku, 'kinerja.baca', p.kunci.pemda, p.kunci.opd);
    const satu = p.bentuk === 'csv' ? lembarDari(t, p.lembar) : undefined;
    const { k, lembar } = await denganBacaan(this.store, (baca) => {
      wajibAda(baca, p.kunci);
      const k = t.milik?.(baca, p.kunci) ?? p.kunci;
      const { pemda, opd, tahun } = k;
      if (baca(impor, kunci.opdTahun(pemda, opd, tahun)).state.sedang !== null) tolak('IMPOR_BELUM_SELESAI');
      return { k, lembar: lembarTemplat(t, baca, k, satu) };
    });
    const nama = `${t.jenis}-${kunciSah(t, k)}${satu === undefined ? '' : `-${satu.nama.toLowerCase().replace(/\W+/g, '-')}`}`;
    return { nama: `${nama}.${p.bentuk}`, bita: await this.lembarKerja.tulis(lembar, p.bentuk) };
  }

  /**
   * Takes a file in, or only tries it. What its rows say that is refused is in the answer; a file that is no file of ours
   * throws Penolakan, as do IMPOR_PENUH, PERINTAH_BERBEDA, COBA_LAGI and HASIL_BELUM_PASTI.
   */
  async impor(
    diminta: PermintaanImpor,
    pelaku: Pelaku,
    lapor: LaporImpor = () => undefined,
  ): Promise<JawabanImpor> {
    const t = templatDari(diminta.jenis);
    kunciSah(t, diminta.kunci);
    const milik = (baca: Baca) => t.milik?.(baca, diminta.kunci) ?? diminta.kunci;
    const p = { ...diminta, kunci: await denganBacaan(this.store, milik) };
    if (p.cara === 'dicatat' && !t.dariKertas) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'cara' });
    wajibBoleh(pelaku, 'kinerja.baca', p.kunci.pemda, p.kunci.opd);
    if (this.sedang >= SERENTAK) return tolak('IMPOR_PENUH');
    this.sedang++;
    try {
      const tunggal = { id: p.idPerintah, sidik: this.sidik(p, pelaku), actor: pelaku.akun };
      lapor({ tahap: 'membaca', selesai: 0, dari: 1 });
      const bacaan = await this.tanpaNama(t, await this.bacaan(t, p), p.kunci.pemda);
      const jumlahBaris = [...bacaan.isi.values()].reduce((n, baris) => n + baris.length, 0);
      const dasar = {
        pratinjau: p.pratinjau,
        jumlahBaris,
        jumlahPeristiwa: 0,
        perubahan: [],
        ditolak: [],
        peringatan: [],
        posisi: null,
      };
      let sesudah: Sesudah | null = null;
      const diputuskan = (kini: Sesudah): void => {
        sesudah = kini;
      };
      const sah = { oleh: pelaku.pejabat, cara: p.cara ?? 'elektronik' } as const;
      const pengirim: Pengirim = { pelaku, kini: this.clock.now(), sah };
      const perintah = () => t.perintah(bacaan.isi, p.kunci, pengirim);
      const minta = () => ({ perintah: perintah(), tunggal, sah, tahun: p.kunci, diputuskan });
      const tanya = () => this.peringatan(t.tanya?.(bacaan.isi, p.kunci) ?? [], sesudah);
      const salah = async (semua: readonly SelDitolak[]): Promise<JawabanImpor> => ({
        ...dasar,
        peringatan: await tanya(),
        ditolak: ditolak(t, bacaan.isi, semua),
      });
      if (bacaan.ditolak.length > 0)
        return await salah([...bacaan.ditolak, ...(await this.yangTerbaca(bacaan, minta, lapor))]);
      const hasil = await this.kerjakan(p.pratinjau, minta(), lapor);
      if ('ditolak' in hasil) return await salah(hasil.ditolak);
      return {
        ...dasar,
        jumlahPeristiwa: hasil.peristiwa.length,
        perubahan: hasil.peristiwa.slice(0, KALIMAT_TERBANYAK).map(perubahan),
        peringatan: await tanya(),
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

  /** Refuses the cells that hold the name of a known person; those that came back as they were printed hold none. */
  private async tanpaNama(t: Templat, bacaan: Bacaan, pemda: string): Promise<Bacaan> {
    const memuat = await this.nama.untuk(pemda);
    const bernama = t.lembar.flatMap(({ nama: lembar, kolom }) =>
      (bacaan.isi.get(lembar) ?? []).flatMap(({ nomor, isian, tetap }) =>
        kolom
          .filter(({ kunci }) => !tetap && memuat(isian[kunci] ?? ''))
          .map(({ judul }) => ({
            asal: { lembar, baris: nomor, kolom: judul },
            penolakan: new Penolakan('TEKS_MEMUAT_DATA_PRIBADI', { sebab: 'nama' }),
          })),
      ),
    );
    return { ...bacaan, ditolak: [...bacaan.ditolak, ...bernama] };
  }

  /** What is wrong with the rows that could be read, so that a file with cells to mend is mended once. */
  private async yangTerbaca(
    { terlewat }: Bacaan,
    minta: () => Parameters<Borongan['coba']>[0],
    lapor: LaporBorongan,
  ): Promise<readonly SelDitolak[]> {
    try {
      const hasil = await this.borongan.coba(minta(), lapor);
      return 'ditolak' in hasil
        ? hasil.ditolak.filter(({ penolakan }) => !hanyaSusulan(penolakan, terlewat))
        : [];
    } catch (e) {
      if (e instanceof Penolakan || e instanceof TokoTidakTersedia) return []; // its cells alone are enough to refuse it
      throw e;
    }
  }

  /** None where a row cannot be understood, or its documents not be read: a file stands or falls without them. */
  private async peringatan(semua: readonly Tanya[], sesudah: Sesudah | null): Promise<Peringatan[]> {
    const hasil: Peringatan[] = [];
    if (sesudah === null) return hasil;
    let sejak = performance.now();
    for (const tanya of semua) {
      try {
        hasil.push(...(await sesudah(tanya)));
      } catch (e) {
        if (e instanceof TokoTidakTersedia) return hasil;
        if (!(e instanceof Penolakan)) throw e;
      }
      if (hasil.length >= KALIMAT_TERBANYAK) return hasil.slice(0, KALIMAT_TERBANYAK);
      if (performance.now() - sejak < NAPAS) continue;
      await setImmediate();
      sejak = performance.now();
    }
    return hasil;
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
