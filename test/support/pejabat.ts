import { randomUUID } from 'node:crypto';
import { type Kota, paketKota } from '../e2e/impor.ruang.js';

const TRIWULAN = 4;
const KOREKSI = `mutation($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi } }`;
const CAPAIAN = `query($pemda: String!, $opd: String!, $tahun: Int!, $p: String!) {
  capaianKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $p) { indikator { kode realisasi } }
}`;

type Kunci = { readonly pemda: string; readonly opd: string; readonly tahun: number };
type Jawaban = {
  data?: {
    koreksiRealisasi?: { posisi: string } | null;
    capaianKinerja?: { indikator: { kode: string; realisasi: string | null }[] } | null;
  } | null;
  errors?: { extensions: { kode: string } }[];
};

/** Officials who correct a figure each and look at what they wrote, over and over; what goes wrong they note, and repeat nothing. */
export class Pejabat {
  /** idPerintah of each command that was acknowledged. */
  readonly diakui = new Set<string>();
  readonly galat = new Map<string, number>();
  dijawab = 0;
  terlama = 0;

  constructor(
    private readonly alamat: string,
    private readonly henti: AbortSignal,
  ) {}

  /** So many of them at one document of a city, until the end. */
  async bekerja(kota: Kota, banyak: number, token: string): Promise<void> {
    const { pemda, opd, tahun, pengukuran = [], indikator } = paketKota(kota);
    const kunci = { pemda: pemda.kode, opd: opd.kode, tahun };
    const terisi = new Set(pengukuran.flatMap((p) => (p.triwulan === TRIWULAN ? p.indikator : [])));
    const persen = indikator.filter(({ kode, satuan }) => satuan === '%' && terisi.has(kode));
    await Promise.all(persen.slice(0, banyak).map(({ kode }) => this.satu(kunci, kode, token)));
  }

  private async satu(kunci: Kunci, indikator: string, token: string): Promise<void> {
    for (let n = 0; !this.henti.aborted; n++) {
      const realisasi = `${1 + Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
      const idPerintah = randomUUID();
      const isi = { triwulan: TRIWULAN, indikator, realisasi, alasan: 'pembetulan setelah pemeriksaan' };
      const koreksi = await this.tanya(token, KOREKSI, { m: { ...kunci, ...isi, idPerintah } });
      const p = koreksi?.koreksiRealisasi?.posisi;
      if (p === undefined) continue;
      this.diakui.add(idPerintah);
      const capaian = (await this.tanya(token, CAPAIAN, { ...kunci, p }))?.capaianKinerja;
      if (capaian && capaian.indikator.find(({ kode }) => kode === indikator)?.realisasi !== realisasi)
        this.catat('yang ditulis belum terlihat');
    }
  }

  private async tanya(token: string, query: string, variables: object): Promise<Jawaban['data']> {
    const mulai = performance.now();
    try {
      const res = await fetch(`${this.alamat}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      if (res.status !== 200) this.catat(`HTTP ${res.status}`);
      const { data, errors = [] } = (await res.json()) as Jawaban;
      for (const { extensions } of errors) this.catat(extensions.kode);
      return data;
    } catch (e) {
      this.catat(`sambungan putus: ${String(e)}`);
      return undefined;
    } finally {
      this.dijawab++;
      this.terlama = Math.max(this.terlama, performance.now() - mulai);
    }
  }

  private catat(apa: string): void {
    this.galat.set(apa, (this.galat.get(apa) ?? 0) + 1);
  }
}
