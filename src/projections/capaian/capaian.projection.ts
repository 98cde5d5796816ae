import { bacaStream, jabatanKepala, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { Triwulan } from '../../reporting/capaian.js';
import {
  type BarisCapaian,
  bagianKunci,
  type FaktaOpd,
  type FaktaTahunan,
  kunciFakta,
  tandaFakta,
} from './fakta.js';
import { type EventFaktaOpd, faktaOpd } from './fakta-opd.projection.js';
import { type EventFaktaTahun, faktaTahun } from './fakta-tahun.projection.js';

/** The events that a figure can rest on. Offices, periods and calendars are not among them. */
export type EventCapaian = EventFaktaOpd | EventFaktaTahun;

const kunciDari = (stream: string): readonly string[] => {
  const { kategori, pemda, opd, jabatan, tahun, triwulan } = bacaStream(stream);
  if (opd === null) return [kunciFakta.pemda(pemda)];
  // Only the PK of the head speaks for the OPD; those of the levels below have rows in perjanjian-kinerja alone.
  if (kategori === 'PerjanjianKinerja' && jabatan !== jabatanKepala(opd)) return [];
  if (tahun === null) return [kunciFakta.opd(pemda, opd)];
  return [
    triwulan === null
      ? kunciFakta.tahun(pemda, opd, tahun)
      : kunciFakta.triwulan(pemda, opd, tahun, triwulan),
  ];
};

export const opdKosong = (pemda: string, opd: string): FaktaOpd => ({
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
  rencanaAksiBerlaku: null,
  rencanaAksiDitetapkan: null,
  pagu: [],
  serapan: [],
  imporBerjalan: false,
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

const tanda = (row: BarisCapaian, kunci: string): readonly Tanda[] => {
  const { pemda, opd } = bagianKunci(kunci);
  if (row.jenis === 'pemda') return [{ tag: tandaFakta.pemda, urut: pemda }];
  if (row.jenis === 'opd') return opd === OPD_PEMDA ? [] : [{ tag: tandaFakta.opdDari(pemda), urut: opd }];
  const urut = row.jenis === 'tahun' ? `${row.tahun}` : `${row.tahun}.${row.triwulan}`;
  return [{ tag: tandaFakta.tahunDari(pemda, opd), urut }];
};

/** The facts that figures are computed from when they are read (docs/adr/0006). */
export const capaianView: View<BarisCapaian, EventCapaian> = {
  nama: 'capaian',
  versi: 5,
  kunci: (event) => kunciDari(event.meta.stream),
  initial,
  when: { ...faktaOpd, ...faktaTahun },
  tanda,
};
