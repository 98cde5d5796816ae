import { baru, type Dunia, KINI_TANGGAL, opdTerdaftar } from './dunia.js';
import type { PerintahDari } from './perintah.js';
import { diamKecuali, type Jawab, type Sah, terima, Vonis } from './vonis.js';

type P = PerintahDari<'periode'>['p'];

/** Whether it stands so already: for one OPD, or for all without an OPD for which it is the other way round. */
const sudah = (
  semua: boolean,
  satu: Readonly<Record<string, boolean>>,
  opd: string | null,
  buka: boolean,
): boolean =>
  opd === null
    ? semua === buka && Object.values(satu).every((b) => b === buka)
    : (satu[opd] ?? semua) === buka;

const dokumen = (
  d: Dunia,
  c: PerintahDari<'periode'>,
  p: Exclude<P, { dokumen: 'pengukuran' }>,
  v: Vonis,
): Jawab => {
  const ini = d.periode[c.tahun] ?? baru.periode();
  const keadaan = ini.dokumen[p.dokumen] ?? { semua: null, satu: {} };
  const buka = p.type === 'BukaDokumen';
  const satu = Object.fromEntries(Object.entries(keadaan.satu).map(([o, t]) => [o, t === null]));
  if (sudah(keadaan.semua === null, satu, p.opd, buka)) return diamKecuali(v);
  v.teks(p.alasan);
  if (buka) v.alasan(p.alasan);
  const sejak = KINI_TANGGAL[c.kini][d.pemda.zona ?? 'WIB'];
  const penutupan = buka ? null : { oleh: c.oleh, sejak };
  return v.atau(() =>
    terima(
      () => {
        d.periode[c.tahun] = ini;
        ini.dokumen[p.dokumen] = keadaan;
        if (p.opd === null) Object.assign(keadaan, { semua: penutupan, satu: {} });
        else keadaan.satu[p.opd] = penutupan;
      },
      { type: buka ? 'PeriodeDokumenDibuka' : 'PeriodeDokumenDitutup' },
    ),
  );
};

export const putusanPeriode = (d: Dunia, c: PerintahDari<'periode'>): Jawab => {
  const { p, tahun } = c;
  const v = new Vonis().tahun(tahun);
  const milik = p.opd ?? 'pemda';
  v.bila(!opdTerdaftar(d, milik), p.opd === null ? 'PEMDA_BELUM_TERDAFTAR' : 'OPD_BELUM_TERDAFTAR');
  if (p.dokumen !== 'pengukuran') return dokumen(d, c, p, v);
  const ini = d.periode[tahun] ?? baru.periode();
  const keadaan = ini.triwulan[p.triwulan] ?? { semua: false, satu: {} };
  const buka = p.type === 'Buka';
  v.bila(p.triwulan < 1 || p.triwulan > 4, 'TRIWULAN_TIDAK_SAH');
  if (sudah(keadaan.semua, keadaan.satu, p.opd, buka)) return diamKecuali(v);
  return v.teks(p.alasan).atau(() =>
    terima(
      () => {
        d.periode[tahun] = ini;
        ini.triwulan[p.triwulan] = keadaan;
        if (p.opd === null) Object.assign(keadaan, { semua: buka, satu: {} });
        else keadaan.satu[p.opd] = buka;
      },
      { type: buka ? 'PeriodeDibuka' : 'PeriodeDitutup' },
    ),
  );
};

/** A document that was closed, or a year that the OPD did not live to see, takes no decision that is made here. */
export const periodeTerbuka = (
  v: Vonis,
  d: Dunia,
  opd: string,
  tahun: number,
  nama: string,
  sah: Sah,
): Vonis => {
  if (sah === 'dicatat') return v;
  const k = d.periode[tahun]?.dokumen[nama];
  const satu = k?.satu[opd];
  const bubar = d.opd[opd]?.bubar ?? null;
  return v
    .bila((satu === undefined ? (k?.semua ?? null) : satu) !== null, 'PERIODE_DITUTUP')
    .bila(bubar !== null && bubar.tanggal <= `${tahun}-01-01`, 'OPD_SUDAH_DIBUBARKAN');
};
