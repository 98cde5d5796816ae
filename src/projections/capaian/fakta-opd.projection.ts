import type { DomainEvent } from '../../kernel/decider.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { OpdPokokEvent } from '../../planning/opd/opd.decider.js';
import type { DasarHukumEvent } from '../../planning/pemda/dasar-hukum.decider.js';
import type { PemdaEvent } from '../../planning/pemda/pemda.decider.js';
import type { DefinisiIndikator, RenstraEvent } from '../../planning/renstra/renstra.decider.js';
import type { PembandingEvent } from '../../reporting/pembanding/pembanding.decider.js';
import type { BarisCapaian, Renstra } from './fakta.js';
import { catat, type Lipat, padaOpd, padaPemda } from './lipat.js';

export type EventFaktaOpd =
  | Exclude<PemdaEvent, { type: 'KalenderDitetapkan' } | DasarHukumEvent>
  | OpdPokokEvent
  | RenstraEvent
  | PembandingEvent;

const RENSTRA_KOSONG = {
  ditetapkan: false,
  tujuan: [],
  sasaran: [],
  indikator: [],
  hubungan: [],
  target: [],
  lampau: [],
} as const;

/** Folds into the one Renstra of the OPD that the event's stream is. */
const padaRenstra = <E extends DomainEvent>(lipat: Lipat<Renstra, E>): Lipat<BarisCapaian, E> =>
  padaOpd((row, event) => {
    const { mulai } = bacaStream(event.meta.stream);
    return {
      ...row,
      renstra: row.renstra.map((r) => (r.mulai === mulai ? lipat(r, event) : r)),
    };
  });

const definisi = ({ data }: Extract<RenstraEvent, { type: 'IndikatorDitetapkan' }>): DefinisiIndikator => {
  const { oleh: _oleh, cara: _cara, sebelum: _sebelum, ...isi } = data;
  return isi;
};

export const faktaOpd: View<BarisCapaian, EventFaktaOpd>['when'] = {
  PemdaDidaftarkan: padaPemda((row, { data: { nama, zona } }) => ({ ...row, nama, zona })),
  NamaPemdaDiubah: padaPemda((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaPemdaDitetapkan: padaPemda((row, { data: { skala } }) => ({ ...row, skala })),

  OpdDidaftarkan: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  NamaOpdDiubah: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaOpdDitetapkan: padaOpd((row, { data: { tahun, skala } }) => ({
    ...row,
    skala: catat(row.skala, { tahun, skala }, (s) => s.tahun === tahun),
  })),

  RenstraDisusun: padaOpd((row, { data: { mulai, selesai, visi, misi } }) => {
    const lama = row.renstra.find((r) => r.mulai === mulai);
    const renstra = { ...RENSTRA_KOSONG, ...lama, mulai, selesai, visi, misi };
    const semua = [...row.renstra.filter((r) => r.mulai !== mulai), renstra];
    return { ...row, renstra: semua.sort((a, b) => a.mulai - b.mulai) };
  }),
  TujuanDitambahkan: padaRenstra((r, { data: { kode, uraian } }) => ({
    ...r,
    tujuan: catat(r.tujuan, { kode, uraian }, (t) => t.kode === kode),
  })),
  SasaranDitambahkan: padaRenstra((r, { data: { tujuan, kode, uraian, strategi } }) => ({
    ...r,
    sasaran: catat(r.sasaran, { tujuan, kode, uraian, strategi }, (s) => s.kode === kode),
  })),
  IndikatorDitetapkan: padaRenstra((r, event) => ({
    ...r,
    indikator: catat(r.indikator, definisi(event), (i) => i.kode === event.data.kode),
  })),
  IndikatorDihubungkan: padaRenstra((r, { data: { indikator, tingkat, kode } }) => ({
    ...r,
    hubungan: catat(
      r.hubungan,
      { indikator, tingkat, kode },
      (h) => h.indikator === indikator && h.tingkat === tingkat && h.kode === kode,
    ),
  })),
  TargetRenstraDitetapkan: padaRenstra((r, { data: { indikator, tahun, target }, meta }) => ({
    ...r,
    target: catat(
      r.target,
      { indikator, tahun, target, asal: [meta.posisi] },
      (t) => t.indikator === indikator && t.tahun === tahun,
    ),
  })),
  RealisasiLampauDicatat: padaRenstra((r, { data: { indikator, tahun, realisasi }, meta }) => ({
    ...r,
    lampau: catat(
      r.lampau,
      { indikator, tahun, realisasi, asal: [meta.posisi] },
      (l) => l.indikator === indikator && l.tahun === tahun,
    ),
  })),
  RenstraDitetapkan: padaRenstra((r) => ({ ...r, ditetapkan: true })),
  PembandingDicatat: padaOpd((row, { data, meta }) => {
    const { indikator, tingkat, wilayah, tahun, nilai, sumber } = data;
    const sama = (p: (typeof row.pembanding)[number]) =>
      p.indikator === indikator && p.tingkat === tingkat && p.wilayah === wilayah && p.tahun === tahun;
    const baru = { indikator, tingkat, wilayah, tahun, nilai, sumber, asal: [meta.posisi] };
    return { ...row, pembanding: catat(row.pembanding, baru, sama) };
  }),
};
