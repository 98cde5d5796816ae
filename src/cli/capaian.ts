import { capaianView } from '../projections/capaian/capaian.projection.js';
import { KueriCapaian } from '../projections/capaian/capaian.query.js';
import { saatSetempat } from '../projections/saat-setempat.js';
import type { CapaianIndikator, CapaianOpd, CapaianSasaran, Serapan } from '../reporting/capaian.js';
import { denganBacaan, segarkan, wajibTerdaftar } from './buka.js';
import { bacaPilihan, kunciTahun, tanpaPosisi, triwulan } from './pilihan.js';
import { bacaSaat } from './saat.js';
import type { Keluaran } from './salah-pakai.js';
import { angka, tabel } from './tabel.js';

/** The contract's document: no log positions, fields in its order. */
const keluar = (c: CapaianOpd) => ({
  pemda: c.pemda,
  opd: c.opd,
  tahun: c.tahun,
  triwulan: c.triwulan,
  posisi: c.posisi,
  indikator: c.indikator.map(({ asal: _asal, ...i }) => i),
  tujuan: c.tujuan.map(simpul),
  sasaran: c.sasaran.map(simpul),
  anggaran: c.anggaran.map(({ kode, tingkat, pagu, realisasi, serapan }) => ({
    kode,
    tingkat,
    pagu,
    realisasi,
    serapan,
  })),
  total: { dasar: c.total.dasar, ...serapan(c.total), ...jumlah(c) },
  totalPk: serapan(c.totalPk),
});
const serapan = ({ pagu, realisasi, serapan }: Serapan) => ({ pagu, realisasi, serapan });
const jumlah = ({ total: { indikator, mencapaiTarget } }: CapaianOpd) => ({ indikator, mencapaiTarget });
const simpul = (s: CapaianSasaran) => ({
  kode: s.kode,
  capaian: s.capaian,
  capaianSementara: s.capaianSementara,
  alasan: s.alasan,
  predikat: s.predikat,
  ...serapan(s),
  efisiensi: s.efisiensi,
  alasanEfisiensi: s.alasanEfisiensi,
  selisihSerapan: s.selisihSerapan,
  programBersama: s.programBersama,
});

const ALASAN: Readonly<Record<string, string>> = {
  BELUM_ADA_TARGET: 'belum ada target',
  BELUM_ADA_REALISASI: 'belum ada realisasi',
  PENYEBUT_NOL: '0 dari 0',
  TARGET_NOL: 'target nol',
  REALISASI_NOL: 'realisasi nol',
  BELUM_LENGKAP: 'belum lengkap',
  CAPAIAN_TIDAK_DIKETAHUI: 'capaian tidak diketahui',
  SERAPAN_TIDAK_DIKETAHUI: 'serapan tidak diketahui',
  TIDAK_BERMAKNA: 'tidak bermakna',
};
const sebab = (kode: string | null): string => (kode === null ? '' : (ALASAN[kode] ?? kode));

const barisIndikator = (i: CapaianIndikator): string[] => [
  i.kode,
  i.nama,
  i.satuan,
  angka(i.target),
  angka(i.realisasi),
  angka(i.capaian),
  i.predikat ?? sebab(i.alasan),
  i.tahunLalu === null ? '-' : angka(i.tahunLalu.realisasi),
];

const tabelIndikator = (daftar: readonly CapaianIndikator[]): string =>
  tabel(
    [
      { judul: 'Kode' },
      { judul: 'Indikator', lebar: 44 },
      { judul: 'Satuan' },
      { judul: 'Target', kanan: true },
      { judul: 'Realisasi', kanan: true },
      { judul: 'Capaian (%)', kanan: true },
      { judul: 'Predikat' },
      { judul: 'Tahun lalu', kanan: true },
    ],
    daftar.map(barisIndikator),
  );

const tabelSasaran = (daftar: readonly CapaianSasaran[]): string =>
  tabel(
    [
      { judul: 'Kode' },
      { judul: 'Capaian (%)', kanan: true },
      { judul: 'Predikat' },
      { judul: 'Pagu', kanan: true },
      { judul: 'Realisasi', kanan: true },
      { judul: 'Serapan (%)', kanan: true },
      { judul: 'Efisiensi (poin)', kanan: true },
    ],
    daftar.map((s) => [
      s.kode,
      angka(s.capaian),
      s.predikat ?? sebab(s.alasan),
      angka(s.pagu),
      angka(s.realisasi),
      angka(s.serapan),
      s.efisiensi === null ? `- (${sebab(s.alasanEfisiensi)})` : angka(s.efisiensi),
    ]),
  );

const tabelAnggaran = ({ anggaran, total }: CapaianOpd): string =>
  tabel(
    [
      { judul: 'Kode' },
      { judul: 'Tingkat' },
      { judul: 'Pagu', kanan: true },
      { judul: 'Realisasi', kanan: true },
      { judul: 'Serapan (%)', kanan: true },
    ],
    [
      ...anggaran.map((a) => [a.kode, a.tingkat, angka(a.pagu), angka(a.realisasi), angka(a.serapan)]),
      [
        'Jumlah',
        total.dasar === null ? '' : `(${total.dasar})`,
        angka(total.pagu),
        angka(total.realisasi),
        angka(total.serapan),
      ],
    ],
  );

const bagian = (judul: string, isi: string, ada: boolean): string[] => (ada ? ['', judul, '', isi] : []);

const teks = (c: CapaianOpd, saat: string): string => {
  const [pk, lain] = [c.indikator.filter((i) => i.pk), c.indikator.filter((i) => !i.pk)];
  return [
    `Capaian kinerja ${c.opd}, pemda ${c.pemda}, tahun ${c.tahun}, sampai triwulan ${c.triwulan}${saat}`,
    ...bagian('INDIKATOR PERJANJIAN KINERJA', tabelIndikator(pk), pk.length > 0),
    ...bagian('INDIKATOR LAIN', tabelIndikator(lain), lain.length > 0),
    ...bagian('TUJUAN', tabelSasaran(c.tujuan), c.tujuan.length > 0),
    ...bagian('SASARAN', tabelSasaran(c.sasaran), c.sasaran.length > 0),
    ...bagian('ANGGARAN (rupiah)', tabelAnggaran(c), c.anggaran.length > 0),
    '',
    pk.length === 0
      ? 'Belum ada Perjanjian Kinerja yang berlaku.'
      : `${c.total.mencapaiTarget} dari ${c.total.indikator} indikator Perjanjian Kinerja mencapai target.`,
  ].join('\n');
};

/** `capaian`: the figures of an OPD's year, now or as the log stood at an instant. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'opd', 'tahun', 'triwulan', 'pada']);
  tanpaPosisi(p);
  const [kunci, tw] = [kunciTahun(p), triwulan(p)];
  if (p.isi.pada !== undefined) bacaSaat(p.isi.pada, 'WIB'); // wrong usage is told before the log is looked for
  return denganBacaan(async (t) => {
    const zona = await wajibTerdaftar(t, kunci);
    const pada = p.isi.pada === undefined ? undefined : bacaSaat(p.isi.pada, zona);
    await segarkan(t, capaianView.nama);
    const c = await new KueriCapaian(t.views, t.store).capaian(kunci, { triwulan: tw, pada });
    const saat = pada === undefined ? '' : `, menurut catatan pada ${saatSetempat(pada, zona)}`;
    return { json: keluar(c), teks: () => teks(c, saat), status: 0 };
  });
};
