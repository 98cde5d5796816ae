import type { Akta } from '../../kernel/akta.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { format } from '../../kernel/desimal.js';
import { bacaStream, type Kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { formatRupiah, jumlahRupiah, rupiah } from '../../kernel/rupiah.js';
import type { BentukKertas, DokumenKertas } from '../../planning/berkas-kertas/berkas-kertas.decider.js';
import type { IsiIku } from '../../planning/iku/iku.decider.js';
import type { IsiJabatan } from '../../planning/jabatan/jabatan.decider.js';
import { SEBUTAN_DOKUMEN } from '../../planning/pemda/periode-dokumen.decider.js';
import type { TandaTanganBasah } from '../../planning/perjanjian-kinerja/basah.decider.js';
import type { BuktiTte, Naskah } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { SebabPerubahanRencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { IsiUsulan } from '../../planning/rencana-kinerja/usulan.decider.js';
import type { Skala } from '../../reporting/capaian.js';
import type { AmanahEvent } from '../peristiwa.js';
import {
  angka,
  bedaIndikator,
  bertanggal,
  type Cetak,
  cetakUkuran,
  dengan,
  hal,
  type Isi,
  isiAkta,
  isiDasarHukum,
  isiIsu,
  isiKalender,
  isiKode,
  isiLetak,
  isiMelayani,
  isiNomenklatur,
  isiPembubaran,
  isiPencabutan,
  isiPermasalahan,
  isiPrioritas,
  isiRenstra,
  isiRincian,
  isiSasaran,
  isiSimpul,
  isiSkala,
  isiSotk,
  isiUkuran,
  isiUnit,
  isiUnsur,
  karena,
  menurut,
  namaHasilLain,
  namaRencana,
  petik,
  satuBaris,
  teksDiubah,
  tindakan,
  ubah,
} from './kata.js';

type Kabar = Readonly<{ [T in AmanahEvent['type']]: (data: DataDari<T>, kunci: Kunci) => Isi }>;
type DataDari<T extends AmanahEvent['type']> = Extract<AmanahEvent, { type: T }>['data'];

const SEBUTAN_BENTUK = {
  'pindaian-basah': 'pindaian bertanda tangan basah',
  'pdf-tertandatangani': 'PDF bertanda tangan elektronik',
} as const satisfies Record<BentukKertas, string>;
const SEBUTAN_KERTAS = {
  renstra: 'Renstra',
  rkt: 'RKT',
  'perjanjian-kinerja': 'Perjanjian Kinerja',
  'rencana-aksi': 'Rencana Aksi',
  pengukuran: 'pengukuran kinerja',
  lkjip: 'LKjIP',
  lain: 'dokumen lain',
} as const satisfies Record<DokumenKertas, string>;

const tw = ({ triwulan, tahun }: Kunci): string => `triwulan ${triwulan} tahun ${tahun}`;

const namaEdaran = (nomor: number, { dokumen, jabatan, tahun }: Kunci): string =>
  `edaran ${dokumen} ${jabatan} tahun ${tahun}${nomor === 1 ? '' : ` ke-${nomor}`}`;

const targetNaskah = ({ target }: Naskah, cetak: Cetak): string =>
  target
    .map((t) => `${t.indikator} ${cetak(t.target)}${t.luarRenstra === undefined ? '' : ' (di luar Renstra)'}`)
    .join('; ');

const paguNaskah = ({ anggaran }: Naskah): string =>
  anggaran.length === 0
    ? ''
    : `, dan anggaran ${anggaran.length} program ${formatRupiah(jumlahRupiah(anggaran.map((a) => rupiah(a.pagu))))}`;

const namaPk = (versi: number, { jabatan, tahun }: Kunci): string =>
  `Perjanjian Kinerja ${jabatan} tahun ${tahun}${versi === 1 ? '' : ` versi ${versi} (perubahan)`}`;

const sebagaiPihak = ({ pihak }: { pihak: 1 | 2 }): string =>
  `sebagai Pihak ${pihak === 1 ? 'Pertama' : 'Kedua'}`;

const namaPenyedia = (penyedia: BuktiTte['penyedia']): string =>
  penyedia === 'bsre-v2' ? 'BSrE' : 'kunci Amanah';

const padaKertas = (basah: TandaTanganBasah | undefined): string =>
  basah === undefined ? '' : `, tanda tangan basah pada ${bertanggal(basah.tanggal)}`;

const padaBerkas = (bukti: BuktiTte | undefined): string =>
  bukti === undefined
    ? ''
    : ` pada berkasnya, ${bukti.jaminan.replace('-', ' ')}, lewat ${namaPenyedia(bukti.penyedia)}`;

const menurutAkta = (d: { keputusan: string | null; akta?: Akta }): string =>
  d.akta === undefined ? menurut(d.keputusan) : ` dengan ${isiAkta(d.akta)}`;

const sebabPerubahan = (sebab: SebabPerubahanRencanaAksi): string =>
  sebab === 'lain' ? 'sebab lain' : sebab.replace('-', ' ').replace('apbd', 'APBD');

const namaRencanaAksi = (versi: number, { tahun }: Kunci): string =>
  versi === 1 ? `rencana aksi tahun ${tahun}` : `Rencana Aksi Perubahan tahun ${tahun} versi ${versi}`;

const namaIku = (versi: number): string => `set IKU versi ${versi}`;

const isiIku = ({ alasan, formula, sumberData, penanggungJawab }: IsiIku): string => {
  const bagian = { alasan, formula, 'sumber data': sumberData, 'penanggung jawab': penanggungJawab };
  const terisi = Object.entries(bagian).flatMap(([nama, isi]) => (isi === null ? [] : `${nama}: ${isi}`));
  return terisi.length === 0 ? 'tanpa keterangan' : terisi.join('; ');
};

/** The first of its kind has a sentence of its own; the later ones say what they change. */
const mulanya = (kalimat: string, isi: Isi): Isi => (isi.sebelum === null ? { ...isi, kalimat } : isi);

const asalUsulan = ({ sumber, tahunAsal }: IsiUsulan): string =>
  `${sumber === 'lain' ? 'sumber lain' : sumber.replace('-', ' ')} tahun ${tahunAsal}`;

const diajukan = (data: DataDari<'PerjanjianKinerjaDiajukan'>, k: Kunci): Isi => {
  const { naskah } = data;
  const sebab = naskah.sebab === null ? '' : ` karena ${sebabPerubahan(naskah.sebab)}`;
  const isi = `dengan target ${targetNaskah(naskah, angka)}${paguNaskah(naskah)}`;
  return {
    kalimat: `mengajukan ${namaPk(naskah.versi, k)}${sebab} ${isi}`,
    sebelum: null,
    sesudah: targetNaskah(naskah, (t) => t),
    tentang: naskah.target.map((t) => t.indikator),
  };
};

const isiJabatan = ({ sebutan, atasan, jenis, unit, eselon }: IsiJabatan): string =>
  [
    sebutan,
    jenis === undefined ? [] : `jenis ${jenis.replaceAll('-', ' ')}`,
    unit === undefined ? [] : `unit ${unit}`,
    eselon === undefined ? [] : `eselon ${eselon}`,
    atasan === null ? [] : `atasan ${atasan}`,
  ]
    .flat()
    .join(', ');
const namaVersi = (versi: number | undefined, { opd, mulai }: Kunci): string => {
  const rencana = opd === OPD_PEMDA ? 'rencana pemda' : 'Renstra';
  return versi === undefined
    ? `${rencana} mulai ${mulai}`
    : `Perubahan ${rencana} versi ${versi} mulai ${mulai}`;
};

const masa = (status: string, mulai: string, selesai: string | null): string =>
  `${status}, ${mulai} sampai ${selesai ?? 'sekarang'}`;

const skalaBaru = (milik: string, sebelum: Skala | null, sesudah: Skala): Isi => ({
  kalimat: tindakan(`skala capaian ${milik}`, sebelum && isiSkala(sebelum, angka), isiSkala(sesudah, angka)),
  sebelum: sebelum && isiSkala(sebelum, (batas) => batas),
  sesudah: isiSkala(sesudah, (batas) => batas),
  tentang: [],
});

const periode = (kata: string, d: DataDari<'PeriodeDibuka'>, { tahun }: Kunci): Isi =>
  hal(
    `${kata} pengisian pengukuran triwulan ${d.triwulan} tahun ${tahun} untuk ${d.opd ?? 'semua perangkat daerah'}${karena(d.alasan)}`,
  );

const periodeDokumen = (
  kata: string,
  d: DataDari<'PeriodeDokumenDibuka' | 'PeriodeDokumenDitutup'>,
  { tahun }: Kunci,
): Isi =>
  hal(
    `${kata} pengisian ${SEBUTAN_DOKUMEN[d.dokumen]} tahun ${tahun} untuk ${d.opd ?? 'semua perangkat daerah'}${karena(d.alasan)}`,
  );

// -- one sentence per event type; the compiler refuses a missing one

const KABAR: Kabar = {
  PemdaDidaftarkan: (d) => hal(`mendaftarkan pemerintah daerah ${petik(d.nama)}`, [], d.nama),
  NamaPemdaDiubah: (d) => dengan(ubah('nama pemerintah daerah', petik, d.sebelum, d.nama), karena(d.alasan)),
  SkalaPemdaDitetapkan: (d) => skalaBaru('pemerintah daerah', d.sebelum, d.skala),
  KalenderDitetapkan: (d) =>
    ubah(
      `kalender kerja tahun ${d.kalender.tahun}`,
      satuBaris,
      d.sebelum && isiKalender(d.sebelum),
      isiKalender(d.kalender),
    ),
  PeriodeDibuka: (d, k) => periode('membuka', d, k),
  PeriodeDitutup: (d, k) => periode('menutup', d, k),

  PeriodeDokumenDibuka: (d, k) => periodeDokumen('membuka kembali', d, k),
  PeriodeDokumenDitutup: (d, k) => periodeDokumen('menutup', d, k),
  DasarHukumDicatat: (d) =>
    ubah(`dasar hukum ${d.kode}`, bertanggal, d.sebelum && isiDasarHukum(d.sebelum), isiDasarHukum(d)),
  DasarHukumDicabut: (d) => ({
    ...hal(
      `mencatat dasar hukum ${d.kode} tidak berlaku lagi terhitung ${bertanggal(isiPencabutan(d))}${karena(d.alasan)}`,
      [],
      isiPencabutan(d),
    ),
    sebelum: d.sebelum && isiPencabutan(d.sebelum),
  }),

  OpdDidaftarkan: (d) => hal(`mendaftarkan perangkat daerah ${petik(d.nama)}`, [], d.nama),
  NamaOpdDiubah: (d) => dengan(ubah('nama perangkat daerah', petik, d.sebelum, d.nama), karena(d.alasan)),
  SkalaOpdDitetapkan: (d) => skalaBaru(`perangkat daerah tahun ${d.tahun}`, d.sebelum, d.skala),
  OpdDibubarkan: (d) => ({
    ...hal(
      `membubarkan perangkat daerah terhitung ${bertanggal(isiPembubaran(d))}, menurut ${bertanggal(isiAkta(d.akta))}${karena(d.alasan)}`,
      [],
      isiPembubaran(d),
    ),
    sebelum: d.sebelum && isiPembubaran(d.sebelum),
  }),
  SotkDisusun: (d) =>
    ubah(`pokok SOTK versi ${d.versi}`, bertanggal, d.sebelum && isiSotk(d.sebelum), isiSotk(d)),
  UnitSotkDitetapkan: (d) =>
    ubah(`unit ${d.kode} pada SOTK versi ${d.versi}`, satuBaris, d.sebelum && isiUnit(d.sebelum), isiUnit(d)),
  UnitSotkDihapus: (d) => hal(`menghapus unit ${d.kode} dari SOTK versi ${d.versi}${karena(d.alasan)}`),
  SotkDitetapkan: (d) => hal(`menetapkan SOTK versi ${d.versi}`),
  KepegawaianDicatat: (d) =>
    ubah(
      `jumlah pegawai menurut ${d.dimensi.replace('-', ' ')} per ${bertanggal(d.tanggal)}`,
      satuBaris,
      d.sebelum && isiRincian(d.sebelum),
      isiRincian(d.rincian),
    ),
  JabatanDibentuk: (d, k) =>
    ubah(`jabatan ${k.jabatan}`, satuBaris, d.sebelum && isiJabatan(d.sebelum), isiJabatan(d)),
  JabatanDitutup: (d, k) => ({
    ...hal(
      `menutup jabatan ${k.jabatan} terhitung ${bertanggal(d.tanggal)}${karena(d.alasan)}`,
      [],
      d.tanggal,
    ),
    sebelum: d.sebelum,
  }),
  PejabatDitetapkan: (d, k) =>
    hal(
      `menetapkan pejabat ${d.status} untuk jabatan ${k.jabatan}${menurut(d.keputusan)}`,
      [],
      masa(d.status, d.mulai, d.selesai),
    ),
  PejabatDiberhentikan: (d, k) => ({
    kalimat: `mengakhiri masa pejabat ${d.status} pada jabatan ${k.jabatan}`,
    sebelum: masa(d.status, d.mulai, d.sebelum),
    sesudah: masa(d.status, d.mulai, d.selesai),
    tentang: [],
  }),

  DataPribadiDihapus: (d) =>
    hal(
      `menghapus data pribadi seorang yang tercatat${d.akta === null ? '' : ` menurut ${isiAkta(d.akta)}`}${karena(d.alasan)}`,
      [],
      null,
    ),

  RenstraDisusun: (d) =>
    ubah(
      `pokok ${namaRencana(d.jenis)}`,
      satuBaris,
      d.sebelum && isiRenstra(d.sebelum, d.mulai),
      isiRenstra(d, d.mulai),
      'dokumen',
    ),
  MisiDitambahkan: (d) => ubah(`misi ${d.nomor}`, petik, d.sebelum, d.uraian),
  TujuanDitambahkan: (d) => {
    const melayani = d.misi === undefined ? '' : `, melayani misi ${d.misi.join(', ') || '(tidak ada)'}`;
    return dengan(ubah(`tujuan ${d.kode}`, petik, d.sebelum, d.uraian), melayani);
  },
  SasaranDitambahkan: (d) =>
    ubah(`sasaran ${d.kode}`, petik, d.sebelum && isiSasaran(d.sebelum), isiSasaran(d)),
  IndikatorDitetapkan: (d) => {
    const { sebelum, sesudah } = bedaIndikator(d.sebelum, d);
    return ubah(`indikator ${d.kode}`, satuBaris, sebelum, sesudah, [d.kode]);
  },
  IndikatorDihubungkan: (d) =>
    hal(`menghubungkan indikator ${d.indikator} dengan ${d.tingkat} ${d.kode}`, [d.indikator], d.kode),
  TargetRenstraDitetapkan: (d) =>
    ubah(
      `target Renstra ${d.indikator} ${d.tahun === null ? 'akhir masa' : `tahun ${d.tahun}`}`,
      angka,
      d.sebelum,
      d.target,
      [d.indikator],
    ),
  RealisasiLampauDicatat: (d) =>
    ubah(`realisasi ${d.indikator} tahun ${d.tahun} menurut laporan`, angka, d.sebelum, d.realisasi, [
      d.indikator,
    ]),
  ProgramPrioritasDitetapkan: (d) =>
    ubah(`program prioritas ${d.kode}`, petik, d.sebelum && isiPrioritas(d.sebelum), isiPrioritas(d)),
  RenstraDiselaraskan: (d) =>
    ubah(
      `keselarasan ${d.tingkat} ${d.kode}`,
      satuBaris,
      d.sebelum && isiMelayani(d.sebelum),
      isiMelayani(d.melayani),
    ),
  KeselarasanDilepas: (d) => ({
    kalimat: `melepas keselarasan ${d.tingkat} ${d.kode} dengan ${isiMelayani(d.sebelum)}${karena(d.alasan)}`,
    sebelum: isiMelayani(d.sebelum),
    sesudah: null,
    tentang: [],
  }),
  IsuStrategisDicatat: (d) =>
    ubah(`isu strategis ${d.kode}`, petik, d.sebelum && isiIsu(d.sebelum), isiIsu(d)),
  PermasalahanDicatat: (d) =>
    ubah(`permasalahan ${d.kode}`, petik, d.sebelum && isiPermasalahan(d.sebelum), isiPermasalahan(d)),
  IndikatorDilepas: (d) =>
    hal(`melepas indikator ${d.indikator} dari ${d.tingkat} ${d.kode}${karena(d.alasan)}`, [d.indikator]),
  UnsurRenstraDihapus: (d) =>
    hal(
      `menghapus ${d.unsur.replace('-', ' ')} ${d.kode}${karena(d.alasan)}`,
      d.unsur === 'indikator' ? [d.kode] : [],
    ),
  RenstraDitetapkan: (d, k) => {
    const dasar = d.akta ? `${d.akta.jenis} Nomor ${d.akta.nomor}` : d.keputusan;
    return hal(`menetapkan ${namaVersi(d.versi, k)}${menurut(dasar)}`, 'dokumen', dasar);
  },
  IndikatorDialihkan: (d) =>
    hal(
      `mengalihkan indikator ${d.indikator} ke ${isiLetak(d.ke)} mulai tahun ${d.sejak}${karena(d.alasan)}`,
      [d.indikator],
      isiLetak(d.ke),
    ),
  IndikatorDiterima: (d) =>
    hal(
      `menerima indikator ${d.indikator} dari ${isiLetak(d.dari)} mulai tahun ${d.sejak}${
        d.induk === null ? '' : ` untuk ${d.induk.tingkat} ${d.induk.kode}`
      }${karena(d.alasan)}`,
      [d.indikator],
      bedaIndikator(null, d.definisi).sesudah,
    ),
  PerubahanRenstraDimulai: (d, k) =>
    hal(
      `menyusun ${namaVersi(d.versi, k)}, berlaku sejak tahun ${d.mulaiBerlaku}${karena(d.alasan)}`,
      'dokumen',
    ),
  PerubahanRenstraDibatalkan: (d, k) =>
    hal(`membatalkan ${namaVersi(d.versi, k)}${karena(d.alasan)}`, 'dokumen'),
  RenstraDibatalkan: (d, k) =>
    hal(`membatalkan rancangan ${namaVersi(undefined, k)}${karena(d.alasan)}`, 'dokumen'),

  SimpulDitetapkan: (d, k) =>
    ubah(
      `hasil ${d.kode} pohon kinerja mulai ${k.mulai}`,
      satuBaris,
      d.sebelum && isiSimpul(d.sebelum),
      isiSimpul(d),
    ),
  SimpulDihapus: (d) => ({
    kalimat: `menghapus hasil ${d.kode} ${petik(d.sebelum.uraian)} dari pohon kinerja${karena(d.alasan)}`,
    sebelum: isiSimpul(d.sebelum),
    sesudah: null,
    tentang: [],
  }),
  IndikatorSimpulDihubungkan: (d) =>
    hal(`menghubungkan indikator ${d.indikator} dengan hasil ${d.simpul}`, [d.indikator], d.simpul),
  IndikatorSimpulDilepas: (d) =>
    hal(`melepas indikator ${d.indikator} dari hasil ${d.simpul}`, [d.indikator]),
  UnsurDitautkan: (d) =>
    ubah(
      `unsur perencanaan hasil ${d.simpul}`,
      satuBaris,
      d.sebelum && isiUnsur(d.sebelum),
      isiUnsur(d.unsur),
    ),
  PenanggungJawabSimpulDitetapkan: (d) =>
    ubah(`penanggung jawab hasil ${d.simpul}`, satuBaris, d.sebelum, d.jabatan ?? 'belum ada'),
  CrosscuttingDicatat: (d) =>
    ubah(`keterlibatan ${namaHasilLain(d)} dalam hasil ${d.simpul}`, petik, d.sebelum, d.uraian),
  CrosscuttingDihapus: (d) => ({
    kalimat: `menghapus catatan keterlibatan ${namaHasilLain(d)} dalam hasil ${d.simpul}`,
    sebelum: d.sebelum,
    sesudah: null,
    tentang: [],
  }),

  ProgramDitambahkan: (d, k) =>
    ubah(`${d.tingkat.replace('-', ' ')} ${d.kode} tahun ${k.tahun}`, petik, d.sebelum, d.nama),
  SasaranDidukung: (d, k) =>
    hal(`mencatat program ${d.program} mendukung sasaran ${d.sasaran} tahun ${k.tahun}`, [], d.sasaran),
  IndikatorProgramDihubungkan: (d, k) =>
    hal(`menghubungkan indikator ${d.indikator} dengan ${d.kode} tahun ${k.tahun}`, [d.indikator], d.kode),
  TargetRktDicatat: (d, k) =>
    dengan(
      ubah(`target RKT ${d.jenis} ${d.indikator} tahun ${k.tahun}`, angka, d.sebelum, d.target, [
        d.indikator,
      ]),
      d.asal === undefined ? '' : ` menurut ${d.asal === 'murni' ? 'RKT murni' : 'Renstra'}`,
    ),
  RktDitetapkan: (d, k) =>
    hal(
      `menetapkan RKT ${d.jenis} tahun ${k.tahun}${menurutAkta(d)}`,
      'dokumen',
      d.akta?.nomor ?? d.keputusan,
    ),
  UsulanDicatat: (d, k) =>
    ubah(
      `usulan ${d.kode} dari ${asalUsulan(d)} bagi RKT tahun ${k.tahun}`,
      petik,
      d.sebelum?.uraian ?? null,
      d.uraian,
      d.indikator === null ? [] : [d.indikator],
    ),
  UsulanDiputuskan: (d, k) => {
    const usulan = `usulan ${d.kode} bagi RKT tahun ${k.tahun}`;
    const putusan = ubah(`putusan ${usulan}`, satuBaris, d.sebelum?.putusan ?? null, d.putusan);
    return dengan(mulanya(`memutuskan ${usulan} ${d.putusan}`, putusan), karena(d.alasan));
  },
  IkuDisusun: (d) => {
    const sebelum = d.sebelum && `${d.sebelum.mulaiBerlaku}`;
    const isi = ubah(`tahun mulai berlaku ${namaIku(d.versi)}`, satuBaris, sebelum, `${d.mulaiBerlaku}`);
    const pertama = `mulai menyusun ${namaIku(d.versi)} yang berlaku sejak tahun ${d.mulaiBerlaku}`;
    return dengan(mulanya(pertama, isi), karena(d.alasan));
  },
  IkuDipilih: (d) => {
    const keterangan = `keterangan ${d.indikator} dalam ${namaIku(d.versi)}`;
    const isi = ubah(keterangan, petik, d.sebelum && isiIku(d.sebelum), isiIku(d), [d.indikator]);
    return mulanya(`memilih ${d.indikator} untuk ${namaIku(d.versi)} dengan ${satuBaris(isiIku(d))}`, isi);
  },
  IkuDikeluarkan: (d) =>
    hal(`mengeluarkan ${d.indikator} dari ${namaIku(d.versi)}${karena(d.alasan)}`, [d.indikator]),
  IkuDitetapkan: (d) =>
    hal(`menetapkan ${namaIku(d.versi)} dengan ${isiAkta(d.akta)}`, 'dokumen', d.akta.nomor),
  PaguDitetapkan: (d, k) =>
    ubah(`pagu ${d.jenis} ${d.kode} tahun ${k.tahun}`, formatRupiah, d.sebelum, d.pagu),
  PaguDigeser: (d, k) =>
    ubah(`pagu pergeseran ${d.nomor} ${d.kode} tahun ${k.tahun}`, formatRupiah, d.sebelum, d.pagu),
  DokumenAnggaranDitetapkan: (d, k) => ({
    kalimat: `menetapkan dokumen anggaran ${d.jenis}${d.nomor === 0 ? '' : ` ${d.nomor}`} tahun ${k.tahun} dengan ${isiAkta(d.akta)}`,
    sebelum: d.sebelum && isiAkta(d.sebelum),
    sesudah: isiAkta(d.akta),
    tentang: 'dokumen',
  }),

  NomenklaturDisusun: (d, k) =>
    ubah(
      `nomenklatur versi ${k.versi}`,
      satuBaris,
      d.sebelum && isiNomenklatur(d.sebelum),
      isiNomenklatur(d),
      'dokumen',
    ),
  KodeNomenklaturDicatat: (d, k) =>
    ubah(
      `${d.tingkat.replace('-', ' ')} ${d.kode} pada nomenklatur versi ${k.versi}`,
      petik,
      d.sebelum && isiKode(d.sebelum),
      isiKode(d),
    ),
  NomenklaturDitetapkan: (d, k) =>
    hal(`menetapkan nomenklatur versi ${k.versi} dengan ${format(`${d.jumlah}`)} kode`, 'dokumen'),

  PerjanjianKinerjaDiajukan: diajukan,
  PerjanjianKinerjaDikembalikan: (d, k) =>
    hal(`mengembalikan ${namaPk(d.versi, k)} dengan catatan: ${satuBaris(d.catatan)}`, 'dokumen'),
  PerjanjianKinerjaDibatalkan: (d, k) =>
    hal(`membatalkan ${namaPk(d.versi, k)}${karena(d.alasan)}`, 'dokumen'),
  PerjanjianKinerjaDitandatangani: (d, k) =>
    hal(
      `menandatangani ${namaPk(d.versi, k)} ${sebagaiPihak(d)}${padaBerkas(d.bukti)}${padaKertas(d.basah)}`,
      'dokumen',
      d.sidik,
    ),
  HasilTandaTanganBelumPasti: (d, k) =>
    hal(
      `meminta tanda tangan ${namaPk(d.versi, k)} ${sebagaiPihak(d)} lewat ${namaPenyedia(d.penyedia)}, hasilnya belum pasti`,
      'dokumen',
      d.sidik,
    ),
  BerkasKertasDiarsipkan: (d, k) =>
    hal(
      `mengarsipkan ${SEBUTAN_BENTUK[d.bentuk]} ${SEBUTAN_KERTAS[d.dokumen]} tahun ${k.tahun} bertanggal ${bertanggal(d.tanggal)}`,
      'dokumen',
    ),
  BerkasKertasDitarik: (d, k) =>
    hal(`menarik berkas kertas ${d.berkas.slice(0, 8)} tahun ${k.tahun}${karena(d.alasan)}`, 'dokumen'),
  HasilTandaTanganDipastikan: (d, k) =>
    hal(
      `memastikan tanda tangan ${namaPk(d.versi, k)} ${sebagaiPihak(d)} ${d.hasil === 'ditemukan' ? 'ada' : 'tidak dibuat'} di penyedianya${karena(d.alasan)}`,
      'dokumen',
    ),
  PerjanjianKinerjaBerlaku: (d, k) => hal(`${namaPk(d.versi, k)} berlaku`, 'dokumen', d.sidik),
  PerjanjianKinerjaDigantikan: (d, k) =>
    hal(`${namaPk(d.versi, k)} digantikan oleh versi ${d.olehVersi}`, 'dokumen'),
  KebutuhanPkPerubahanDicatat: (d, k) => ({
    kalimat: `mencatat ${namaPk(d.versi, k)} perlu diubah karena ${sebabPerubahan(d.sebab)}${karena(d.alasan)}`,
    sebelum: d.sebelum,
    sesudah: d.alasan,
    tentang: 'dokumen',
  }),
  KebutuhanPkPerubahanDitutup: (d, k) =>
    hal(
      `menyatakan ${namaPk(d.versi, k)} tidak perlu diubah karena ${sebabPerubahan(d.sebab)}${karena(d.alasan)}`,
      'dokumen',
    ),
  TargetTriwulanDicatat: (d, k) => {
    const hal = `rencana aksi ${d.indikator} triwulan ${d.triwulan} tahun ${k.tahun}`;
    const isi = ubah(`target ${hal}`, angka, d.sebelum, d.target, [d.indikator]);
    if (d.semula === undefined) return isi;
    const { aksi, penanggungJawab = null } = d;
    const diubah = [
      { nama: 'aksi', sebelum: d.semula.aksi, sesudah: aksi },
      { nama: 'penanggung jawab', sebelum: d.semula.penanggungJawab, sesudah: penanggungJawab },
    ].filter(({ sebelum, sesudah }) => sebelum !== sesudah);
    const teks = diubah.map(teksDiubah).join('; ');
    const [{ sebelum, sesudah } = isi] = diubah;
    return d.sebelum === d.target
      ? { ...isi, kalimat: `mengubah ${hal}: ${teks} (target tetap ${angka(d.target)})`, sebelum, sesudah }
      : dengan(isi, `; ${teks}`);
  },
  RencanaAksiDitetapkan: (d, k) =>
    hal(
      `menetapkan ${namaRencanaAksi(d.versi ?? 1, k)}${menurutAkta(d)}`,
      'dokumen',
      d.akta?.nomor ?? d.keputusan,
    ),
  PerubahanRencanaAksiDimulai: (d, k) => {
    const [nama, sebab] = [namaRencanaAksi(d.versi, k), sebabPerubahan(d.sebab)];
    const sebelum = d.sebelum && sebabPerubahan(d.sebelum.sebab);
    const isi = ubah(`sebab ${nama}`, satuBaris, sebelum, sebab, 'dokumen');
    return dengan(mulanya(`mulai menyusun ${nama} karena ${sebab}`, isi), karena(d.alasan));
  },
  AksiDitandai: (d, k) => {
    const aksi = `aksi ${d.indikator} triwulan ${d.triwulan} tahun ${k.tahun} ${petik(d.aksi)}`;
    const isi = ubah(`keadaan ${aksi}`, satuBaris, d.sebelum?.keadaan ?? null, d.keadaan, [d.indikator]);
    const catatan = d.catatan === null ? '' : ` dengan catatan: ${satuBaris(d.catatan)}`;
    return dengan(mulanya(`menandai ${aksi} ${d.keadaan}`, isi), catatan);
  },

  RealisasiDicatat: (d, k) => ({
    kalimat: tindakan(
      `realisasi ${d.indikator} ${tw(k)}`,
      d.sebelum && cetakUkuran(d.sebelum),
      cetakUkuran(d),
    ),
    sebelum: d.sebelum && isiUkuran(d.sebelum),
    sesudah: isiUkuran(d),
    tentang: [d.indikator],
  }),
  RealisasiDikoreksi: (d, k) => ({
    kalimat: `mengoreksi realisasi ${d.indikator} ${tw(k)} dari ${cetakUkuran(d.sebelum)} menjadi ${cetakUkuran(d)}${karena(d.alasan)}`,
    sebelum: isiUkuran(d.sebelum),
    sesudah: isiUkuran(d),
    tentang: [d.indikator],
  }),
  PengukuranDiajukan: (_, k) => hal(`mengajukan pengukuran ${tw(k)}`, 'dokumen'),
  PengukuranDikembalikan: (d, k) =>
    hal(`mengembalikan pengukuran ${tw(k)} dengan catatan: ${satuBaris(d.catatan)}`, 'dokumen'),
  PengukuranDiverifikasi: (_, k) => hal(`memverifikasi pengukuran ${tw(k)}`, 'dokumen'),
  PengukuranDisetujui: (_, k) => hal(`menyetujui dan mengunci pengukuran ${tw(k)}`, 'dokumen'),
  RealisasiAnggaranDicatat: (d, k) =>
    ubah(
      `realisasi anggaran ${d.kode} sampai triwulan ${d.triwulan} tahun ${k.tahun}`,
      formatRupiah,
      d.sebelum,
      d.realisasi,
    ),
  RealisasiAnggaranDikoreksi: (d, k) => ({
    kalimat: `mengoreksi realisasi anggaran ${d.kode} sampai triwulan ${d.triwulan} tahun ${k.tahun} dari ${formatRupiah(d.sebelum)} menjadi ${formatRupiah(d.realisasi)}${karena(d.alasan)}`,
    sebelum: d.sebelum,
    sesudah: d.realisasi,
    tentang: [],
  }),
  PembandingDicatat: (d) =>
    ubah(`pembanding ${d.indikator} ${d.wilayah ?? d.tingkat} tahun ${d.tahun}`, angka, d.sebelum, d.nilai, [
      d.indikator,
    ]),
  ImporDimulai: (d, k) => hal(`memulai impor paket tahun ${k.tahun}`, [], d.sidikBerkas),
  ImporSelesai: (d, k) =>
    hal(
      `menyelesaikan impor paket tahun ${k.tahun} sebanyak ${format(`${d.peristiwa}`)} peristiwa`,
      [],
      d.sidikBerkas,
    ),

  RuteDisusun: (d, k) =>
    hal(`menyusun rute ${k.dokumen} versi ${d.versi} sebanyak ${format(`${d.langkah.length}`)} langkah`),
  RuteDitetapkan: (d, k) =>
    hal(`menetapkan rute ${k.dokumen} versi ${d.versi} dengan ${isiAkta(d.akta)}`, [], d.akta.nomor),
  EdaranDimulai: (d, k) =>
    hal(`mulai mengedarkan ${namaEdaran(d.nomor, k)} sebanyak ${format(`${d.langkah.length}`)} langkah`),
  LangkahDikerjakan: (d, k) => {
    const untuk = d.jabatan === d.oleh.jabatan ? '' : ` untuk ${d.jabatan}`;
    const surat = d.nomorSurat === null ? '' : ` bernomor ${satuBaris(d.nomorSurat)}`;
    const catatan = d.catatan === null ? '' : ` dengan catatan: ${satuBaris(d.catatan)}`;
    const isi = `mengerjakan langkah ${d.langkah} ${namaEdaran(d.nomor, k)}${untuk}${surat}${catatan}`;
    return hal(isi, [], d.berkas);
  },
  EdaranDikembalikan: (d, k) =>
    hal(
      `mengembalikan ${namaEdaran(d.nomor, k)} dari langkah ${d.dari} ke langkah ${d.ke}${d.jabatan === null ? '' : ` (${d.jabatan})`} dengan catatan: ${satuBaris(d.catatan)}`,
    ),
  LangkahDidelegasikan: (d, k) =>
    hal(
      `mendelegasikan langkah ${d.langkah} ${namaEdaran(d.nomor, k)} kepada ${d.kepada} dari ${bertanggal(d.mulai)} sampai ${bertanggal(d.selesai)}`,
    ),
  EdaranDibatalkan: (d, k) => hal(`membatalkan ${namaEdaran(d.nomor, k)}${karena(d.alasan)}`),
};

// -- the whole sentence

/** Who acted, as printed: the title, or the office's key; null for what merely follows from another event. */
export const pelakuDari = (data: AmanahEvent['data']): string | null =>
  'oleh' in data ? data.oleh.sebutan || data.oleh.jabatan : null;

const subjek = (data: AmanahEvent['data']): string => {
  const nama = pelakuDari(data);
  const status = 'oleh' in data ? data.oleh.status : null;
  if (nama === null) return '';
  return status === null || status === 'definitif' || nama.startsWith(status)
    ? `${nama} `
    : `${status} ${nama} `;
};

/** What the event says, its sentence complete. */
export const isiPeristiwa = (event: AmanahEvent, stream: string): Isi => {
  const kabar = KABAR[event.type] as (data: DomainEvent['data'], kunci: Kunci) => Isi;
  const isi = kabar(event.data, bacaStream(stream));
  const { data } = event;
  const asal = 'cara' in data && data.cara === 'dicatat' ? ', dicatat dari dokumen kertas' : '';
  return { ...isi, kalimat: `${subjek(data)}${isi.kalimat}${asal}.` };
};

export const JENIS_PERISTIWA = Object.keys(KABAR) as readonly AmanahEvent['type'][];
