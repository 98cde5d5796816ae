import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { AnggaranEvent } from '../../planning/anggaran/anggaran.decider.js';
import type { OpdEvent } from '../../planning/opd/opd.decider.js';
import type { PemdaEvent } from '../../planning/pemda/pemda.decider.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { ProgramEvent } from '../../planning/program/program.decider.js';
import type { RencanaAksiEvent } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { RencanaKinerjaEvent } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator, RenstraEvent } from '../../planning/renstra/renstra.decider.js';
import type { Triwulan } from '../../reporting/capaian.js';
import type { PembandingEvent } from '../../reporting/pembanding/pembanding.decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import type { RealisasiAnggaranEvent } from '../../reporting/realisasi-anggaran/realisasi-anggaran.decider.js';
import {
  type BarisCapaian,
  type FaktaOpd,
  type FaktaPemda,
  type FaktaPengukuran,
  type FaktaTahunan,
  kunciFakta,
  type Renstra,
  tandaFakta,
} from './fakta.js';

/** The events that a figure can rest on. Offices, periods and calendars are not among them. */
export type EventCapaian =
  | Exclude<PemdaEvent, { type: 'KalenderDitetapkan' }>
  | OpdEvent
  | RenstraEvent
  | ProgramEvent
  | RencanaKinerjaEvent
  | AnggaranEvent
  | Exclude<PkEvent, { type: 'PerjanjianKinerjaDikembalikan' | 'PerjanjianKinerjaDigantikan' }>
  | RencanaAksiEvent
  | PengukuranEvent
  | RealisasiAnggaranEvent
  | PembandingEvent;

// Only the PK of the head speaks for the OPD; those of the levels below have rows in perjanjian-kinerja alone.
const JABATAN_KEPALA = 'kepala';

const kunciDari = (stream: string): readonly string[] => {
  const { kategori, pemda, opd, jabatan, tahun, triwulan } = bacaStream(stream);
  if (opd === null) return [kunciFakta.pemda(pemda)];
  if (kategori === 'PerjanjianKinerja' && jabatan !== JABATAN_KEPALA) return [];
  if (tahun === null) return [kunciFakta.opd(pemda, opd)];
  return [
    triwulan === null
      ? kunciFakta.tahun(pemda, opd, tahun)
      : kunciFakta.triwulan(pemda, opd, tahun, triwulan),
  ];
};

const opdKosong = (pemda: string, opd: string): FaktaOpd => ({
  jenis: 'opd',
  pemda,
  opd,
  nama: '',
  skala: [],
  renstra: [],
  pembanding: [],
});

const tahunKosong = (tahun: number): FaktaTahunan => ({
  jenis: 'tahun',
  tahun,
  program: [],
  dukungan: [],
  hubungan: [],
  rkt: [],
  rktDitetapkan: [],
  pk: [],
  rencanaAksi: [],
  rencanaAksiDitetapkan: null,
  pagu: [],
  serapan: [],
});

const initial = (kunci: string): BarisCapaian => {
  const [jenis, sisa = ''] = kunci.split(':');
  const [pemda = '', opd = '', tahun, triwulan] = sisa.split('/');
  if (jenis === 'pemda') return { jenis, pemda, nama: '', zona: 'WIB', skala: null };
  if (jenis === 'opd') return opdKosong(pemda, opd);
  if (triwulan === undefined) return tahunKosong(Number(tahun));
  return {
    jenis: 'triwulan',
    tahun: Number(tahun),
    triwulan: Number(triwulan) as Triwulan,
    status: 'draf',
    entri: [],
  };
};

/** A copy with `baru` in the place of the first that is the `sama`, else at the end: the order of definition stays. */
const catat = <T>(daftar: readonly T[], baru: T, sama: (lama: T) => boolean): readonly T[] => {
  const letak = daftar.findIndex(sama);
  return letak < 0 ? [...daftar, baru] : daftar.with(letak, baru);
};

type Lipat<Row, E extends DomainEvent> = (row: Row, event: Recorded<E>) => Row;
type Jenis = BarisCapaian['jenis'];
type Menurut<J extends Jenis> = Extract<BarisCapaian, { jenis: J }>;

/** Folds into rows of one kind; `kunci` gives no others for these events. */
const pada =
  <J extends Jenis>(jenis: J) =>
  <E extends DomainEvent>(lipat: Lipat<Menurut<J>, E>): Lipat<BarisCapaian, E> =>
  (row, event) =>
    row.jenis === jenis ? lipat(row as Menurut<J>, event) : row;

const padaPemda = pada('pemda');
const padaOpd = pada('opd');
const padaTahun = pada('tahun');
const padaTriwulan = pada('triwulan');

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
  const { oleh: _oleh, cara: _cara, ...isi } = data;
  return isi;
};

const pkDengan = (
  row: FaktaTahunan,
  versi: number,
  posisi: number,
  perubahan: { berlaku?: boolean } = {},
): FaktaTahunan => ({
  ...row,
  pk: row.pk.map((p) => (p.versi === versi ? { ...p, ...perubahan, asal: [...p.asal, posisi] } : p)),
});

const status = (baru: FaktaPengukuran['status']) =>
  padaTriwulan<DomainEvent>((row) => ({ ...row, status: baru }));

const when: View<BarisCapaian, EventCapaian>['when'] = {
  PemdaDidaftarkan: padaPemda((row, { data: { nama, zona } }): FaktaPemda => ({ ...row, nama, zona })),
  NamaPemdaDiubah: padaPemda((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaPemdaDitetapkan: padaPemda((row, { data: { skala } }) => ({ ...row, skala })),

  OpdDidaftarkan: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  NamaOpdDiubah: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaOpdDitetapkan: padaOpd((row, { data: { tahun, skala } }) => ({
    ...row,
    skala: catat(row.skala, { tahun, skala }, (s) => s.tahun === tahun),
  })),

  RenstraDisusun: padaOpd((row, { data: { mulai, selesai, visi, misi } }) => ({
    ...row,
    renstra: [
      ...row.renstra.filter((r) => r.mulai !== mulai),
      {
        mulai,
        selesai,
        visi,
        misi,
        ditetapkan: false,
        tujuan: [],
        sasaran: [],
        indikator: [],
        hubungan: [],
        target: [],
        lampau: [],
      },
    ].sort((a, b) => a.mulai - b.mulai),
  })),
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
  PaguDitetapkan: padaTahun((row, { data, meta }) => {
    const { jenis, kode, tingkat, nama, sumberDana, pagu } = data;
    const baru = { jenis, kode, tingkat, nama, sumberDana, pagu, asal: [meta.posisi] };
    return { ...row, pagu: catat(row.pagu, baru, (p) => p.jenis === jenis && p.kode === kode) };
  }),

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
  RencanaAksiDitetapkan: padaTahun((row, { meta }) => ({ ...row, rencanaAksiDitetapkan: meta.posisi })),

  RealisasiDicatat: padaTriwulan((row, { data, meta }) => {
    const { indikator, realisasi, pembilang, penyebut } = data;
    const { faktorPendukung, faktorPenghambat, tindakLanjut } = data;
    const ukuran = { indikator, realisasi, pembilang, penyebut };
    const baru = { ...ukuran, faktorPendukung, faktorPenghambat, tindakLanjut, asal: [meta.posisi] };
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

const tanda = (row: BarisCapaian, kunci: string): readonly Tanda[] => {
  const [pemda = '', opd = ''] = kunci.slice(kunci.indexOf(':') + 1).split('/');
  if (row.jenis === 'pemda') return [{ tag: tandaFakta.pemda, urut: pemda }];
  if (row.jenis === 'opd') return [{ tag: tandaFakta.opdDari(pemda), urut: opd }];
  const urut = row.jenis === 'tahun' ? `${row.tahun}` : `${row.tahun}.${row.triwulan}`;
  return [{ tag: tandaFakta.tahunDari(pemda, opd), urut }];
};

/** The facts that figures are computed from when they are read (docs/adr/0006). */
export const capaianView: View<BarisCapaian, EventCapaian> = {
  nama: 'capaian',
  versi: 1,
  kunci: (event) => kunciDari(event.meta.stream),
  initial,
  when,
  tanda,
};
