import { jabatanKepala } from '../../src/kernel/kunci.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import {
  KueriPerencanaan,
  TAMPILAN_PERENCANAAN,
} from '../../src/projections/perencanaan/perencanaan.query.js';
import { KueriPerjanjianKinerja } from '../../src/projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import {
  KueriPohonKinerja,
  TAMPILAN_POHON,
} from '../../src/projections/pohon-kinerja/pohon-kinerja.query.js';
import type { AplikasiUji } from './aplikasi.js';

export type KunciRencana = { readonly pemda: string; readonly opd: string; readonly tahun: number };

/** What another log must have otherwise: where and when a thing was recorded. */
const SAAT = ['posisi', 'asal', 'pada', 'diajukanPada', 'revisi'];
/** What was achieved is no plan. */
const DICAPAI = ['realisasi', 'capaian'];

const polos = (nilai: unknown): unknown =>
  JSON.parse(
    JSON.stringify(nilai, (nama, isi) => {
      if (SAAT.includes(nama) || DICAPAI.includes(nama)) return undefined;
      if (isi instanceof Map) return [...isi];
      // of an indicator's figures the plan's part
      if (nama === 'berlaku' && typeof isi === 'object' && isi !== null) {
        const { kode, target, sumberTarget, pk } = isi;
        return { kode, target, sumberTarget, pk };
      }
      return isi;
    }) ?? 'null',
  );

/** Everything that the views say is planned for an OPD and year, once they show all that is recorded. */
export const rencanaTerlihat = async (
  app: AplikasiUji,
  k: KunciRencana,
): Promise<Record<string, unknown>> => {
  const { views, store, pemantau } = app.aplikasi.rakitan;
  const ujung = await store.posisi();
  for (const tampilan of new Set([...TAMPILAN_PERENCANAAN, ...TAMPILAN_POHON]))
    if (!(await pemantau.tunggu(tampilan, ujung, 10_000))) throw new Error(`${tampilan} tertinggal`);
  const kueriCapaian = new KueriCapaian(views, store);
  const perencanaan = new KueriPerencanaan(views, store, kueriCapaian);
  const { indikator, anggaran } = await kueriCapaian.capaian(k);
  const pk = new KueriPerjanjianKinerja(views);
  return {
    tabel: polos((await perencanaan.tabel(k)).tabel),
    perencanaan: polos(await perencanaan.perencanaan(k)),
    capaian: polos({
      indikator: indikator.map(({ kode, nama, satuan, level, pk, target, sumberTarget }) => ({
        ...{ kode, nama, satuan, level, pk, target, sumberTarget },
      })),
      anggaran: anggaran.map(({ kode, tingkat, pagu }) => ({ kode, tingkat, pagu })),
    }),
    pk: polos(await pk.satu(k.pemda, k.opd, jabatanKepala(k.opd), k.tahun)),
    pohon: polos(await new KueriPohonKinerja(views, kueriCapaian).pohon(k)),
  };
};

/** Each place in which two values differ, and how many leaves were compared. */
export const bandingkanRencana = (
  a: unknown,
  b: unknown,
  jalur = '',
): { readonly beda: readonly string[]; readonly daun: number } => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return { beda: a === b ? [] : [`${jalur}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`], daun: 1 };
  const nama = new Set([...Object.keys(a), ...Object.keys(b)]);
  const anak = [...nama].map((n) =>
    bandingkanRencana((a as Record<string, unknown>)[n], (b as Record<string, unknown>)[n], `${jalur}/${n}`),
  );
  return {
    beda: anak.flatMap((x) => x.beda),
    daun: anak.reduce((jumlah, x) => jumlah + x.daun, 0),
  };
};
