import type { EventStore } from '../../kernel/event-store.js';
import { kunci as kunciStream, OPD_PEMDA } from '../../kernel/kunci.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import type { Baris, Halaman, ViewStore } from '../../kernel/view-store.js';
import { opd as opdDecider } from '../../planning/opd/opd.decider.js';
import { pemda as pemdaDecider } from '../../planning/pemda/pemda.decider.js';
import {
  type AngkaIndikator,
  angkaSetahun,
  type CapaianOpd,
  hitungCapaian,
  type Triwulan,
} from '../../reporting/capaian.js';
import { IngatanJawaban } from '../ingatan-jawaban.js';
import { barisPada } from '../runtime/pada.js';
import { capaianView, opdKosong } from './capaian.projection.js';
import {
  type BarisCapaian,
  bagianKunci,
  barisTahun,
  type FaktaOpd,
  type FaktaPemda,
  kunciFakta,
  tandaFakta,
  triwulanTahunLain,
} from './fakta.js';
import { ditentukanTahunLain, type FaktaTerbaca, masukanCapaian, masukanTahunSaja } from './masukan.js';
import { opdAsal } from './peralihan.js';

export type KunciTahun = Readonly<{ pemda: string; opd: string; tahun: number }>;
type KunciOpd = Omit<KunciTahun, 'tahun'>;
/** As of which quarter (default 4), and as of which instant (ISO 8601; default now). */
export type Saat = Readonly<{ triwulan?: Triwulan; pada?: string | undefined }>;

/** Rows by pemda/opd, and the checkpoint they belong to. */
type Terbaca = Readonly<{ posisi: number; baris: ReadonlyMap<string, readonly Baris[]> }>;

const VIEW = capaianView.nama;
const BARIS_SETAHUN = 5; // the year itself and its quarters
const SEMUA = 1_000_000; // an OPD has at most 101 years of 5 rows

const BATAS_INGATAN = 64_000_000;
const BERAT_INDIKATOR = 1_500; // bytes of one with four earlier years; measured 1,307
const BERAT_ANGKA = 150; // of one without; measured 135
const BERAT_LAIN = 10_000;
const beratDari = ({ indikator }: CapaianOpd): number => BERAT_LAIN + indikator.length * BERAT_INDIKATOR;

const kunciIngatan = ({ pemda, opd, tahun }: KunciTahun, triwulan: Triwulan): string =>
  `${pemda}/${opd}/${tahun}/${triwulan}`;

const menurutOpd = (baris: readonly Baris[]): ReadonlyMap<string, readonly Baris[]> =>
  Map.groupBy(baris, ({ kunci }) => {
    const { pemda, opd } = bagianKunci(kunci);
    return `${pemda}/${opd}`;
  });

const milik = ({ baris }: Terbaca, { pemda, opd }: KunciOpd): readonly Baris[] => [
  ...(baris.get(`${pemda}/`) ?? []),
  ...(baris.get(`${pemda}/${opd}`) ?? []),
];

const opdAsalDari = (baris: readonly Baris[], { pemda, opd }: KunciOpd): KunciOpd[] => {
  const ada = baris.find((b) => b.kunci === kunciFakta.opd(pemda, opd));
  return ada === undefined ? [] : opdAsal(ada.isi as FaktaOpd).map((asal) => ({ pemda, opd: asal }));
};

/** The OPD and all that its indicators came from, itself first: nobody else has a say in its figures. */
const keluarga = (terbaca: Terbaca, kunci: KunciOpd): readonly KunciOpd[] => {
  const semua: KunciOpd[] = [{ pemda: kunci.pemda, opd: kunci.opd }];
  for (const k of semua)
    for (const asal of opdAsalDari(milik(terbaca, k), k))
      if (!semua.some((s) => s.opd === asal.opd)) semua.push(asal);
  return semua;
};

const milikKeluarga = (terbaca: Terbaca, kunci: KunciOpd): readonly Baris[] =>
  keluarga(terbaca, kunci).flatMap((k) => milik(terbaca, k));

const sidikBaris = (baris: readonly Baris[]): string =>
  baris.map(({ kunci, posisi }) => `${kunci}@${posisi}`).join('\n');

/** Whose figures they are; for its own plan the pemda stands in the place of an OPD, under its own name. */
const pemilik = (
  { pemda, opd }: KunciOpd,
  ada: FaktaOpd | undefined,
  milikPemda: FaktaPemda | null,
): FaktaOpd | undefined =>
  opd === OPD_PEMDA ? { ...(ada ?? opdKosong(pemda, opd)), nama: milikPemda?.nama ?? '' } : ada;

const faktaDari = (kunci: KunciOpd, baris: readonly Baris[]): FaktaTerbaca | null => {
  const isi = baris.map((b) => b.isi as BarisCapaian);
  const pemda = isi.find((b) => b.jenis === 'pemda') ?? null;
  const opd = pemilik(
    kunci,
    isi.find((b) => b.jenis === 'opd'),
    pemda,
  );
  if (opd === undefined || opd.nama === '') return null;
  return {
    opd,
    pemda,
    tahun: isi.filter((b) => b.jenis === 'tahun'),
    triwulan: isi.filter((b) => b.jenis === 'triwulan'),
  };
};

/** What is known of an OPD, and of those that its indicators came from. */
const faktaTerbaca = (kunci: KunciOpd, terbaca: Terbaca): FaktaTerbaca | null => {
  const semua = keluarga(terbaca, kunci);
  if (semua.length === 1) return faktaDari(kunci, milik(terbaca, kunci));
  const menurut = new Map<string, FaktaTerbaca>();
  for (const k of semua) {
    const fakta = faktaDari(k, milik(terbaca, k));
    if (fakta !== null) menurut.set(k.opd, { ...fakta, keluarga: menurut });
  }
  return menurut.get(kunci.opd) ?? null;
};

const wajibTahunUtuh = ({ pemda, opd, tahun }: KunciTahun, fakta: FaktaTerbaca): void => {
  if (fakta.tahun.find((t) => t.tahun === tahun)?.imporBerjalan)
    tolak('IMPOR_BELUM_SELESAI', { pemda, opd, tahun });
};

/** Figures of an OPD and year, computed when asked from the facts of the capaian view; needs no Nest. */
export class KueriCapaian {
  private readonly ingatan: IngatanJawaban<CapaianOpd>;
  private readonly angka: IngatanJawaban<readonly AngkaIndikator[]>;

  constructor(
    private readonly views: ViewStore,
    private readonly store: EventStore,
    /** About how many bytes the answers of last time may take. */
    batasIngatan = BATAS_INGATAN,
  ) {
    this.ingatan = new IngatanJawaban(batasIngatan, beratDari);
    this.angka = new IngatanJawaban(batasIngatan / 4, (angka) => BERAT_LAIN + angka.length * BERAT_ANGKA);
  }

  /**
   * Every figure of one OPD and year. Refuses with TIDAK_DITEMUKAN while the OPD is not registered (at that instant),
   * with BELUM_TERLIHAT when it is, but in a part of the log that the view has not read, with IMPOR_BELUM_SELESAI while the
   * year is being imported.
   */
  async capaian(kunci: KunciTahun, { triwulan = 4, pada }: Saat = {}): Promise<CapaianOpd> {
    const hasil =
      pada === undefined ? await this.kini(kunci, triwulan) : await this.dahulu(kunci, triwulan, pada);
    return hasil ?? this.tanpaHasil(kunci);
  }

  /** The figures of a whole year with the facts that they were computed from, of one reading. Refuses as `capaian` does. */
  async beserta(kunci: KunciTahun): Promise<Readonly<{ fakta: FaktaTerbaca; capaian: CapaianOpd }>> {
    const terbaca = await this.bacaKeluarga([kunci]);
    const fakta = faktaTerbaca(kunci, terbaca);
    if (fakta === null) return this.tanpaHasil(kunci);
    wajibTahunUtuh(kunci, fakta);
    const capaian = this.hitung(kunci, 4, terbaca) ?? (await this.tanpaHasil(kunci));
    return { fakta, capaian };
  }

  /**
   * Target, realisasi and capaian of the year alone, with the facts that they were computed from: of other years only
   * what bears on them. Refuses as `capaian` does.
   */
  async tahunSaja(
    kunci: KunciTahun,
  ): Promise<Readonly<{ fakta: FaktaTerbaca; indikator: readonly AngkaIndikator[] }>> {
    const { fakta, baris, posisi } = await this.bacaTahun(kunci);
    if (fakta === null) return this.tanpaHasil(kunci);
    wajibTahunUtuh(kunci, fakta);
    const [nama, sidik] = [kunciIngatan(kunci, 4), sidikBaris(baris)];
    const indikator =
      this.angka.cari(nama, sidik) ??
      this.angka.simpan(nama, sidik, angkaSetahun(masukanTahunSaja(fakta, kunci.tahun, posisi)));
    return { fakta, indikator };
  }

  private async tanpaHasil({ pemda, opd }: KunciTahun): Promise<never> {
    const terbaca = await this.views.posisi(VIEW);
    const stream =
      opd === OPD_PEMDA
        ? `${pemdaDecider.kategori}-${kunciStream.pemda(pemda)}`
        : `${opdDecider.kategori}-${kunciStream.opd(pemda, opd)}`;
    const { events } = await this.store.read(stream);
    const [terdaftar] = events;
    const posisi = terdaftar && (await this.store.posisiDari(terdaftar.meta.letak));
    if (posisi === null || (posisi ?? -1) > terbaca) tolak('BELUM_TERLIHAT', { tampilan: VIEW });
    return tolak('TIDAK_DITEMUKAN', { pemda, opd });
  }

  /** The same for many, in two reads; null for an OPD that is not registered, and a refusal touches only its own OPD. */
  async banyak(
    daftar: readonly (KunciTahun & { readonly triwulan: Triwulan })[],
  ): Promise<readonly (CapaianOpd | Penolakan | null)[]> {
    const posisi = await this.views.posisi(VIEW);
    const diingat = daftar.map((k) => this.ingat(k, k.triwulan, posisi));
    const sisa = daftar.filter((_, i) => diingat[i] === undefined);
    if (sisa.length === 0) return diingat.map((h) => h ?? null);
    const terbaca = await this.bacaKeluarga(sisa);
    return daftar.map((k, i) => diingat[i] ?? this.hitungAtauTolak(k, terbaca));
  }

  private hitungAtauTolak(
    k: KunciTahun & { readonly triwulan: Triwulan },
    terbaca: Terbaca,
  ): CapaianOpd | Penolakan | null {
    try {
      return this.hitung(k, k.triwulan, terbaca);
    } catch (e) {
      if (e instanceof Penolakan) return e;
      throw e;
    }
  }

  private async kini(kunci: KunciTahun, triwulan: Triwulan): Promise<CapaianOpd | null> {
    // The hot path: one prepared read, and the answer of last time while no event came.
    const ingat = this.ingat(kunci, triwulan, await this.views.posisi(VIEW));
    return ingat ?? this.hitung(kunci, triwulan, await this.bacaKeluarga([kunci]));
  }

  private async dahulu(kunci: KunciTahun, triwulan: Triwulan, pada: string): Promise<CapaianOpd | null> {
    const { fakta, posisi } = await this.faktaSampai(kunci, await this.store.posisiPada(pada));
    return fakta && hitungCapaian(masukanCapaian(fakta, kunci.tahun, posisi), triwulan);
  }

  /**
   * The facts that figures are computed from, as of `sampai` or where the view stands, whichever is earlier. Refuses as
   * `capaian` does.
   */
  async fakta(kunci: KunciTahun, sampai: number): Promise<Readonly<{ fakta: FaktaTerbaca; posisi: number }>> {
    const { fakta, posisi } = await this.faktaSampai(kunci, sampai);
    return fakta === null ? this.tanpaHasil(kunci) : { fakta, posisi };
  }

  /** By the same view functions over the same rows, cut at a position. */
  private async faktaSampai(
    kunci: KunciTahun,
    sampai: number,
  ): Promise<{ fakta: FaktaTerbaca | null; posisi: number }> {
    const terbaca = await this.bacaKeluarga([kunci]);
    const posisi = Math.min(sampai, terbaca.posisi);
    const kini = milikKeluarga(terbaca, kunci);
    const lama = kini.some((b) => b.posisi > posisi)
      ? await barisPada(
          this.store,
          this.views,
          capaianView,
          kini.map((b) => b.kunci),
          posisi,
        )
      : kini;
    const fakta = faktaTerbaca(kunci, { posisi, baris: menurutOpd(lama.filter((b) => b !== null)) });
    if (fakta !== null) wajibTahunUtuh(kunci, fakta);
    return { fakta, posisi };
  }

  /** The rows of the year and of the OPD; other years, without their quarters, only where they decide what this one lists. */
  private async bacaTahun(
    kunci: KunciTahun,
  ): Promise<Readonly<{ fakta: FaktaTerbaca | null; baris: readonly Baris[]; posisi: number }>> {
    const { tahun } = kunci;
    const sendiri = await this.baca([kunci], {
      batas: BARIS_SETAHUN,
      setelah: { urut: `${tahun}`, kunci: '' },
    });
    const baris = milik(sendiri, kunci).filter((b) => barisTahun(b.kunci, tahun));
    const fakta = faktaDari(kunci, baris);
    if (fakta === null || !ditentukanTahunLain(fakta, tahun)) return { fakta, baris, posisi: sendiri.posisi };
    const semua = await this.baca([kunci]);
    const lengkap = milik(semua, kunci).filter((b) => !triwulanTahunLain(b.kunci, tahun));
    return { fakta: faktaDari(kunci, lengkap), baris: lengkap, posisi: semua.posisi };
  }

  /** With the rows of those that their indicators came from, as of one checkpoint. */
  private async bacaKeluarga(daftar: readonly KunciOpd[]): Promise<Terbaca> {
    for (let semua = daftar; ; ) {
      const terbaca = await this.baca(semua);
      const kurang = semua
        .flatMap((k) => opdAsalDari(milik(terbaca, k), k))
        .filter((asal) => !semua.some((k) => k.pemda === asal.pemda && k.opd === asal.opd));
      if (kurang.length === 0) return terbaca;
      semua = [...semua, ...kurang];
    }
  }

  /** The rows of the OPDs with the checkpoint they belong to: read again when the view moved in between. */
  private async baca(daftar: readonly KunciOpd[], tahunan: Halaman = { batas: SEMUA }): Promise<Terbaca> {
    const inti = new Set(
      daftar.flatMap(({ pemda, opd }) => [kunciFakta.pemda(pemda), kunciFakta.opd(pemda, opd)]),
    );
    const tanda = new Set(daftar.map(({ pemda, opd }) => tandaFakta.tahunDari(pemda, opd)));
    for (;;) {
      const posisi = await this.views.posisi(VIEW);
      const [pokok, isi] = await Promise.all([
        this.views.baca(VIEW, [...inti]),
        this.views.daftar(VIEW, [...tanda], tahunan),
      ]);
      if ((await this.views.posisi(VIEW)) === posisi)
        return { posisi, baris: menurutOpd([...pokok.filter((b) => b !== null), ...isi]) };
    }
  }

  private ingat(kunci: KunciTahun, triwulan: Triwulan, posisi: number): CapaianOpd | undefined {
    const ingat = this.ingatan.terakhir(kunciIngatan(kunci, triwulan));
    return ingat?.posisi === posisi ? ingat : undefined;
  }

  private hitung(kunci: KunciTahun, triwulan: Triwulan, terbaca: Terbaca): CapaianOpd | null {
    const { posisi } = terbaca;
    const [nama, sidik] = [kunciIngatan(kunci, triwulan), sidikBaris(milikKeluarga(terbaca, kunci))];
    const lama = this.ingatan.cari(nama, sidik);
    if (lama !== undefined) return this.ingatan.simpan(nama, sidik, { ...lama, posisi });
    const fakta = faktaTerbaca(kunci, terbaca);
    if (fakta === null) return null;
    wajibTahunUtuh(kunci, fakta);
    const hasil = hitungCapaian(masukanCapaian(fakta, kunci.tahun, posisi), triwulan);
    return this.ingatan.simpan(nama, sidik, hasil);
  }
}
