import type { View } from '../../kernel/view.js';
import type { RencanaAksiEvent } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { RencanaKinerjaEvent } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { catat } from '../capaian/lipat.js';
import type { BarisPerencanaan, RencanaAksiTahun, VersiRencanaAksi } from './fakta.js';
import { pada, penetapan } from './lipat.js';

// The RKT's targets are facts of capaian.
export type EventTahunan = Exclude<RencanaKinerjaEvent, { type: 'TargetRktDicatat' }> | RencanaAksiEvent;

const VERSI_PERTAMA: VersiRencanaAksi = { versi: 1, perubahan: null, penetapan: null, aksi: [] };

/** Folds into the version that is being written. */
const padaTerakhir = (
  row: RencanaAksiTahun,
  ubah: (v: VersiRencanaAksi) => VersiRencanaAksi,
): RencanaAksiTahun => ({
  ...row,
  versi: [...row.versi.slice(0, -1), ubah(row.versi.at(-1) ?? VERSI_PERTAMA)],
});

export const tahunan: View<BarisPerencanaan, EventTahunan>['when'] = {
  RktDitetapkan: pada('tahun', (row, event) => ({
    ...row,
    rkt: { ...row.rkt, [event.data.jenis]: penetapan(event) },
  })),
  UsulanDicatat: pada('tahun', (row, { data, meta }) => {
    const { kode, uraian, tahunAsal, sumber, indikator } = data;
    const lama = row.usulan.find((u) => u.kode === kode);
    const baru = { kode, uraian, tahunAsal, sumber, indikator, putusan: null, asal: [meta.posisi] };
    // What was decided was decided on the text that stood then.
    return lama === undefined
      ? { ...row, usulan: [...row.usulan, baru] }
      : {
          ...row,
          usulan: row.usulan.map((u) => (u === lama ? { ...baru, asal: [...u.asal, meta.posisi] } : u)),
        };
  }),
  UsulanDiputuskan: pada('tahun', (row, { data: { kode, putusan, alasan }, meta }) => ({
    ...row,
    usulan: row.usulan.map((u) =>
      u.kode === kode ? { ...u, putusan: { putusan, alasan }, asal: [...u.asal, meta.posisi] } : u,
    ),
  })),

  TargetTriwulanDicatat: pada('rencana-aksi', (row, { data, meta }) => {
    const { indikator, triwulan, target, aksi, penanggungJawab = null } = data;
    const baru = { indikator, triwulan, target, aksi, penanggungJawab, asal: [meta.posisi] };
    return padaTerakhir(row, (v) => ({
      ...v,
      aksi: catat(v.aksi, baru, (a) => a.indikator === indikator && a.triwulan === triwulan),
    }));
  }),
  RencanaAksiDitetapkan: pada('rencana-aksi', (row, event) =>
    padaTerakhir(row, (v) => ({ ...v, penetapan: penetapan(event) })),
  ),
  PerubahanRencanaAksiDimulai: pada('rencana-aksi', (row, { data: { versi, sebab, alasan } }) => {
    const perubahan = { sebab, alasan };
    const akhir = row.versi.at(-1) ?? VERSI_PERTAMA;
    if (akhir.penetapan === null) return padaTerakhir(row, (v) => ({ ...v, perubahan }));
    return { ...row, versi: [...row.versi, { versi, perubahan, penetapan: null, aksi: akhir.aksi }] };
  }),
  AksiDitandai: pada('rencana-aksi', (row, { data, meta }) => {
    const { indikator, triwulan, aksi, keadaan, catatan } = data;
    const baru = { indikator, triwulan, aksi, keadaan, catatan, asal: [meta.posisi] };
    return {
      ...row,
      tanda: catat(
        row.tanda,
        baru,
        (t) => t.indikator === indikator && t.triwulan === triwulan && t.aksi === aksi,
      ),
    };
  }),
};
