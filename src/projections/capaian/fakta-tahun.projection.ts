import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import type { View } from '../../kernel/view.js';
import { type AnggaranEvent, tahapDari } from '../../planning/anggaran/anggaran.decider.js';
import { samaTahap } from '../../planning/anggaran/tahap.decider.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { ProgramEvent } from '../../planning/program/program.decider.js';
import type { AksiEvent } from '../../planning/rencana-aksi/aksi.decider.js';
import type { RencanaAksiEvent } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { RencanaKinerjaEvent } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { UsulanEvent } from '../../planning/rencana-kinerja/usulan.decider.js';
import type { ImporEvent } from '../../reporting/impor/impor.decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import type { RealisasiAnggaranEvent } from '../../reporting/realisasi-anggaran/realisasi-anggaran.decider.js';
import type { BarisCapaian, FaktaPengukuran, FaktaTahunan } from './fakta.js';
import { catat, padaTahun, padaTriwulan } from './lipat.js';

type PaguEvent = Exclude<AnggaranEvent, { type: 'DokumenAnggaranDitetapkan' }>;
export type EventFaktaTahun =
  | ProgramEvent
  | Exclude<RencanaKinerjaEvent, UsulanEvent>
  | PaguEvent
  | Exclude<
      PkEvent,
      {
        type:
          | 'PerjanjianKinerjaDikembalikan'
          | 'PerjanjianKinerjaDigantikan'
          | 'HasilTandaTanganBelumPasti'
          | 'HasilTandaTanganDipastikan'
          | 'KebutuhanPkPerubahanDicatat'
          | 'KebutuhanPkPerubahanDitutup';
      }
    >
  | Exclude<RencanaAksiEvent, AksiEvent>
  | PengukuranEvent
  | RealisasiAnggaranEvent
  | ImporEvent;

const pkDengan = (
  row: FaktaTahunan,
  versi: number,
  posisi: number,
  perubahan: { berlaku?: boolean } = {},
): FaktaTahunan => ({
  ...row,
  pk: row.pk.map((p) => (p.versi === versi ? { ...p, ...perubahan, asal: [...p.asal, posisi] } : p)),
});

const denganPagu = (row: FaktaTahunan, event: Recorded<PaguEvent>): FaktaTahunan => {
  const { kode, tingkat, nama, sumberDana, pagu } = event.data;
  const tahap = tahapDari(event);
  const baru = { tahap, kode, tingkat, nama, sumberDana, pagu, asal: [event.meta.posisi] };
  return { ...row, pagu: catat(row.pagu, baru, (p) => p.kode === kode && samaTahap(p.tahap, tahap)) };
};

const status = (baru: FaktaPengukuran['status']) =>
  padaTriwulan<DomainEvent>((row) => ({ ...row, status: baru }));

export const faktaTahun: View<BarisCapaian, EventFaktaTahun>['when'] = {
  ImporDimulai: padaTahun((row) => ({ ...row, imporBerjalan: true })),
  ImporSelesai: padaTahun((row) => ({ ...row, imporBerjalan: false })),

  ProgramDitambahkan: padaTahun((row, { data: { kode, nama, tingkat, induk } }) => ({
    ...row,
    program: catat(row.program, { kode, nama, tingkat, induk }, (p) => p.kode === kode),
  })),
  SasaranDidukung: padaTahun((row, { data: { program, sasaran } }) => ({
    ...row,
    dukungan: catat(
      row.dukungan,
      { program, sasaran },
      (d) => d.program === program && d.sasaran === sasaran,
    ),
  })),
  IndikatorProgramDihubungkan: padaTahun((row, { data: { kode, indikator } }) => ({
    ...row,
    hubungan: catat(row.hubungan, { kode, indikator }, (h) => h.kode === kode && h.indikator === indikator),
  })),
  TargetRktDicatat: padaTahun((row, { data: { jenis, indikator, target }, meta }) => ({
    ...row,
    rkt: catat(
      row.rkt,
      { jenis, indikator, target, asal: [meta.posisi] },
      (t) => t.jenis === jenis && t.indikator === indikator,
    ),
  })),
  RktDitetapkan: padaTahun((row, { data: { jenis }, meta }) => ({
    ...row,
    rktDitetapkan: catat(row.rktDitetapkan, { jenis, posisi: meta.posisi }, (d) => d.jenis === jenis),
  })),
  PaguDitetapkan: padaTahun(denganPagu),
  PaguDigeser: padaTahun(denganPagu),

  PerjanjianKinerjaDiajukan: padaTahun((row, { data: { naskah }, meta }) => {
    const { versi } = naskah;
    const target = naskah.target.map(({ indikator, target }) => ({ indikator, target }));
    const program = naskah.anggaran.map((a) => a.program);
    const baru = { versi, berlaku: false, target, program, asal: [meta.posisi] };
    return { ...row, pk: catat(row.pk, baru, (p) => p.versi === versi) };
  }),
  PerjanjianKinerjaDitandatangani: padaTahun((row, { data, meta }) => pkDengan(row, data.versi, meta.posisi)),
  PerjanjianKinerjaBerlaku: padaTahun((row, { data, meta }) =>
    pkDengan(row, data.versi, meta.posisi, { berlaku: true }),
  ),
  PerjanjianKinerjaDibatalkan: padaTahun((row, { data: { versi } }) => ({
    ...row,
    pk: row.pk.filter((p) => p.versi !== versi),
  })),

  TargetTriwulanDicatat: padaTahun((row, { data: { indikator, triwulan, target }, meta }) => ({
    ...row,
    rencanaAksi: catat(
      row.rencanaAksi,
      { indikator, triwulan, target, asal: [meta.posisi] },
      (r) => r.indikator === indikator && r.triwulan === triwulan,
    ),
  })),
  PerubahanRencanaAksiDimulai: padaTahun((row) => ({
    ...row,
    rencanaAksiBerlaku: row.rencanaAksiBerlaku ?? row.rencanaAksi,
  })),
  RencanaAksiDitetapkan: padaTahun((row, { meta }) => ({
    ...row,
    rencanaAksiBerlaku: null,
    rencanaAksiDitetapkan: meta.posisi,
  })),

  RealisasiDicatat: padaTriwulan((row, { data, meta }) => {
    const { indikator, realisasi, pembilang, penyebut } = data;
    const baru = { indikator, realisasi, pembilang, penyebut, asal: [meta.posisi] };
    return { ...row, entri: catat(row.entri, baru, (e) => e.indikator === indikator) };
  }),
  RealisasiDikoreksi: padaTriwulan((row, { data, meta }) => {
    const { indikator, realisasi, pembilang, penyebut } = data;
    return {
      ...row,
      entri: row.entri.map((e) =>
        e.indikator === indikator
          ? { ...e, realisasi, pembilang, penyebut, asal: [...e.asal, meta.posisi] }
          : e,
      ),
    };
  }),
  PengukuranDiajukan: status('diajukan'),
  PengukuranDikembalikan: status('draf'),
  PengukuranDiverifikasi: status('diverifikasi'),
  PengukuranDisetujui: status('disetujui'),

  RealisasiAnggaranDicatat: padaTahun((row, { data: { triwulan, kode, realisasi }, meta }) => ({
    ...row,
    serapan: catat(
      row.serapan,
      { triwulan, kode, realisasi, asal: [meta.posisi] },
      (s) => s.triwulan === triwulan && s.kode === kode,
    ),
  })),
  RealisasiAnggaranDikoreksi: padaTahun((row, { data: { triwulan, kode, realisasi }, meta }) => ({
    ...row,
    serapan: row.serapan.map((s) =>
      s.triwulan === triwulan && s.kode === kode ? { ...s, realisasi, asal: [...s.asal, meta.posisi] } : s,
    ),
  })),
};
