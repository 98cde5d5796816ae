import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import { pengukuran } from '../../reporting/pengukuran/pengukuran.decider.js';
import type { Melayani } from './naskah-renstra.decider.js';
import { naskahTahun } from './peralihan.decider.js';
import type { TahunTerukur } from './perubahan.decider.js';
import { type DefinisiIndikator, MASA_TERPANJANG, type Renstra, renstra } from './renstra.decider.js';
import { type Bermasa, dokumenTahun, versiTahun } from './versi.decider.js';

// As tahunSah has them.
export const TAHUN_PERTAMA = 2000;
const TAHUN_TERAKHIR = 2100;

type Dokumen = Bermasa & { readonly state: Renstra; readonly dasar: Dasar };

/** The documents that could cover the year, newest first, each read only when it is asked for. */
function* terbaru(baca: Baca, pemda: string, opd: string, tahun: number): Generator<Dokumen> {
  const terawal = Math.max(tahunSah(tahun) - MASA_TERPANJANG + 1, TAHUN_PERTAMA);
  for (let mulai = tahun; mulai >= terawal; mulai--) {
    const { state, stream, rev } = baca(renstra, kunci.renstra(pemda, opd, mulai));
    const { status, selesai } = versiTahun(state, tahun);
    if (status !== 'kosong')
      yield { state, dasar: { rev, stream }, mulai, selesai, ditetapkan: status === 'ditetapkan' };
  }
}

type RenstraTahun = { state: Renstra; dasar: Dasar } | null;
const bacaTahun = (
  [baca, pemda, opd, tahun]: Parameters<typeof terbaru>,
  naskah: (r: Renstra, tahun: number) => Renstra,
): RenstraTahun => {
  const d = dokumenTahun(terbaru(baca, pemda, opd, tahun), tahun);
  return d && { state: naskah(d.state, tahun), dasar: d.dasar };
};

/**
 * The Renstra that speaks for the year, with where it stood; null when none does. It is the version that holds in the
 * year, without what is another OPD's then: a Perubahan that is being written says nothing yet.
 */
export const renstraTahun = (...kunci: Parameters<typeof terbaru>): RenstraTahun =>
  bacaTahun(kunci, naskahTahun);

/** The same with what has left for another OPD since: what was recorded of it here may still be put right. */
export const renstraTercatat = (...kunci: Parameters<typeof terbaru>): RenstraTahun =>
  bacaTahun(kunci, versiTahun);

const disetujui = (baca: Baca, pemda: string, opd: string, tahun: number): boolean =>
  baca(pengukuran, kunci.pengukuran(pemda, opd, tahun, 4)).state.status === 'disetujui';

/** The years that a Renstra of that first year could cover whose fourth quarter, and so the year, was approved. */
export const tahunTerukur = (baca: Baca, pemda: string, opd: string, mulai: number): TahunTerukur[] =>
  Array.from({ length: MASA_TERPANJANG }, (_, i) => mulai + i)
    .filter((tahun) => tahun <= TAHUN_TERAKHIR && disetujui(baca, pemda, opd, tahun))
    .map((tahun) => {
      const semua = [...terbaru(baca, pemda, opd, tahun)];
      const lebihBaru = semua.filter((d) => d.mulai > mulai && d.ditetapkan);
      return {
        tahun,
        kini: dokumenTahun(semua, tahun)?.mulai === mulai,
        nanti: dokumenTahun(lebihBaru, tahun) === null,
      };
    });

/** The indicator as this Renstra defines it; null when it does not. */
export const definisiIndikator = (state: Renstra, kode: string): DefinisiIndikator | null =>
  state.indikator.get(kode)?.definisi ?? null;

/** The same for what was promised before a Perubahan took the indicator away: it is measured until the promise changes. */
export const definisiTerukur = (state: Renstra, kode: string): DefinisiIndikator | null =>
  [state, ...state.terdahulu.toReversed()].map((r) => definisiIndikator(r, kode)).find((d) => d !== null) ??
  null;

/** Whether the pemda's own plan in force, of the period that begins in that year, has this tujuan or sasaran. */
export const unsurPemda = (
  baca: Baca,
  pemda: string,
  { mulai, tingkat, kode }: Melayani,
): { ada: boolean; dasar: Dasar } => {
  const { state, stream, rev } = baca(renstra, kunci.renstra(pemda, OPD_PEMDA, mulai));
  return { ada: (tingkat === 'tujuan' ? state.tujuan : state.sasaran).has(kode), dasar: { rev, stream } };
};
