import { jabatanKepala, OPD_PEMDA } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { MASA_TERPANJANG } from '../../planning/renstra/renstra.decider.js';
import { capaianView } from '../capaian/capaian.projection.js';
import type { KueriCapaian, KunciTahun } from '../capaian/capaian.query.js';
import { type FaktaOpd, kunciFakta } from '../capaian/fakta.js';
import { definisiTahun, renstraDari } from '../capaian/masukan.js';
import { tahunUtuh } from '../impor-berjalan.js';
import { IngatanJawaban } from '../ingatan-jawaban.js';
import {
  type BarisPk,
  perjanjianKinerjaView,
  tandaPk,
} from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { atasanLuar } from './cascading.js';
import {
  type BarisJabatan,
  type BarisPohon,
  type BarisPohonKinerja,
  type BarisSelaras,
  kunciPohon,
  penyelarasanTahun,
  pohonKinerjaView,
  tandaSelaras,
} from './pohon-kinerja.projection.js';
import { simpulRencana } from './rencana.js';
import type { SimpulPohon } from './simpul-pohon.js';
import { susunPohon } from './susun.js';

/** `jumlah` counts what the year has; `simpul` are the first of them, at most BATAS_SIMPUL (`terpotong`: not all). */
export type PohonKinerjaTahun = Readonly<{
  posisi: number;
  jumlah: number;
  jumlahPeringatan: number;
  terpotong: boolean;
  simpul: readonly SimpulPohon[];
}>;

export const BATAS_SIMPUL = 5_000;
export const dibatasi = (simpul: readonly SimpulPohon[]): Omit<PohonKinerjaTahun, 'posisi'> => ({
  jumlah: simpul.length,
  jumlahPeringatan: simpul.reduce((n, s) => n + s.peringatan.length, 0),
  terpotong: simpul.length > BATAS_SIMPUL,
  simpul: simpul.slice(0, BATAS_SIMPUL),
});
/** The views that the answer is made of, in the order in which their positions are remembered. */
export const TAMPILAN_POHON = [capaianView.nama, perjanjianKinerjaView.nama, pohonKinerjaView.nama] as const;

const PK = perjanjianKinerjaView.nama;
const VIEW = pohonKinerjaView.nama;
const BATAS_INGATAN = 32_000_000;
const BERAT_SIMPUL = 600; // bytes; measured 547
const SEHALAMAN = 64;
const SEMUA = 10_000;

/** The PK of every office of an OPD and year, by office; the rows of other years are not read. */
export const pkTahun = async (
  views: ViewStore,
  { pemda, opd, tahun }: KunciTahun,
): Promise<readonly BarisPk[]> => {
  const hasil: BarisPk[] = [];
  let setelah = { urut: `${tahun}`, kunci: '' };
  for (;;) {
    const baris = await views.daftar(PK, [tandaPk.opd(pemda, opd)], { batas: SEHALAMAN, setelah });
    const milik = baris.filter(({ urut }) => urut.startsWith(`${tahun}.`));
    hasil.push(...milik.map(({ isi }) => isi as BarisPk));
    const akhir = milik.at(-1);
    if (milik.length < SEHALAMAN || akhir === undefined) return hasil;
    setelah = { urut: akhir.urut, kunci: akhir.kunci };
  }
};

type Terbaca = Readonly<{ pohon: BarisPohon | null; selaras: BarisSelaras | null }>;

/** The whole pohon kinerja of an OPD and year, made when asked from the rows of three views; needs no Nest. */
export class KueriPohonKinerja {
  private readonly ingatan = new IngatanJawaban<PohonKinerjaTahun>(
    BATAS_INGATAN,
    ({ simpul }) => simpul.length * BERAT_SIMPUL,
  );

  constructor(
    private readonly views: ViewStore,
    private readonly capaian: KueriCapaian,
  ) {}

  /** Refuses as `KueriCapaian.capaian` does. */
  async pohon(kunci: KunciTahun): Promise<PohonKinerjaTahun> {
    const nama = `${kunci.pemda}/${kunci.opd}/${kunci.tahun}`;
    const posisi = await Promise.all(TAMPILAN_POHON.map((v) => this.views.posisi(v)));
    const ingat = this.ingatan.cari(nama, posisi.join());
    if (ingat !== undefined) return ingat;
    const simpul = await tahunUtuh(this.views, PK, kunci, () => this.susun(kunci));
    return this.ingatan.simpan(nama, posisi.join(), {
      posisi: Math.min(...posisi),
      ...dibatasi(simpul),
    });
  }

  private async susun(kunci: KunciTahun): Promise<SimpulPohon[]> {
    const { pemda, opd, tahun } = kunci;
    const [{ fakta, indikator }, pk] = await Promise.all([
      this.capaian.tahunSaja(kunci),
      pkTahun(this.views, kunci),
    ]);
    const renstra = renstraDari(fakta, tahun);
    const { pohon, selaras } = await this.pohonDari(kunci, renstra?.mulai ?? null);
    const hasil = pohon?.simpul ?? [];
    const penyelarasan = penyelarasanTahun(selaras, tahun);
    const [jabatan, pkLuar, rencanaPemda, dilayani] = await Promise.all([
      this.jabatan(hasil.flatMap((s) => s.jabatan ?? [])),
      this.pkLuar(pk, tahun),
      penyelarasan.length === 0 ? [] : this.rencanaPemda(pemda),
      opd === OPD_PEMDA ? this.dilayani(pemda, renstra?.mulai ?? null, tahun) : null,
    ]);
    return susunPohon({
      tahun,
      renstra,
      tahunan: fakta.tahun.find((t) => t.tahun === tahun) ?? null,
      indikator,
      definisi: definisiTahun(fakta, tahun),
      selaras: penyelarasan,
      rencanaPemda,
      dilayani,
      hasil,
      jabatan,
      pk,
      pkLuar,
      kepala: jabatanKepala(opd),
    });
  }

  /** That of the year's Renstra; without a Renstra the newest tree that could still cover the year. */
  private async pohonDari({ pemda, opd, tahun }: KunciTahun, mulai: number | null): Promise<Terbaca> {
    const tahunMulai =
      mulai === null ? Array.from({ length: MASA_TERPANJANG }, (_, i) => tahun - i) : [mulai];
    const isi = await this.baca([
      ...tahunMulai.map((m) => kunciPohon.pohon(pemda, opd, m)),
      ...tahunMulai.map((m) => kunciPohon.selaras(pemda, opd, m)),
    ]);
    return {
      pohon: isi.find((b) => b?.jenis === 'pohon') ?? null,
      selaras: isi.find((b) => b?.jenis === 'selaras') ?? null,
    };
  }

  private async baca(kunci: readonly string[]): Promise<readonly (BarisPohonKinerja | null)[]> {
    return (await this.views.baca(VIEW, kunci)).map((b) => (b?.isi as BarisPohonKinerja | undefined) ?? null);
  }

  private async jabatan(kunci: readonly string[]): Promise<ReadonlyMap<string, BarisJabatan>> {
    const dicari = [...new Set(kunci)];
    if (dicari.length === 0) return new Map();
    const isi = await this.baca(dicari.map(kunciPohon.jabatan));
    return new Map(
      isi.flatMap((b, i) => (b?.jenis === 'jabatan' ? [[dicari[i] as string, b] as const] : [])),
    );
  }

  private async pkLuar(pk: readonly BarisPk[], tahun: number): Promise<readonly BarisPk[]> {
    const dicari = atasanLuar(pk).map((j) => `${j}.${tahun}`);
    if (dicari.length === 0) return [];
    return (await this.views.baca(PK, dicari)).flatMap((b) => (b === null ? [] : [b.isi as BarisPk]));
  }

  private async rencanaPemda(pemda: string): Promise<FaktaOpd['renstra']> {
    const [baris] = await this.views.baca(capaianView.nama, [kunciFakta.opd(pemda, OPD_PEMDA)]);
    return (baris?.isi as FaktaOpd | undefined)?.renstra ?? [];
  }

  /** What of the pemda's plan its OPD serve in the year. */
  private async dilayani(pemda: string, mulai: number | null, tahun: number): Promise<ReadonlySet<string>> {
    const baris = await this.views.daftar(VIEW, [tandaSelaras(pemda)], { batas: SEMUA });
    return new Set(
      baris
        .flatMap(({ isi }) => penyelarasanTahun(isi as BarisSelaras, tahun))
        .filter(({ melayani }) => melayani.mulai === mulai)
        .map(({ melayani }) => simpulRencana(melayani)),
    );
  }
}
