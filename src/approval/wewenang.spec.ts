import { Penolakan } from '../kernel/penolakan.js';
import {
  AksesDitolak,
  BATAS_MANDAT,
  boleh,
  izin,
  KEBIJAKAN,
  type Kedudukan,
  PERAN,
  type Pelaku,
  type Peran,
  TINDAKAN,
  type Tindakan,
  wajibBoleh,
} from './wewenang.js';

/**
 * The whole of it, to be read by people. opd: in the own OPD only; pemda: in every OPD of the own pemda and in the
 * pemda itself; semua: in every pemda; -: nowhere. Of what is asked of one office (keamanan.baca) see below.
 */
const TABEL = `
tindakan                   kepala-daerah kepala perencana bidang pengelola inspektorat operator  sekda
pemda.kelola               -             -      -         -      pemda     -           semua     -
periode.kelola             -             -      -         -      pemda     -           semua     -
opd.kelola                 -             -      -         -      pemda     -           semua     -
jabatan.kelola             -             -      -         -      pemda     -           semua     -
orang.kelola               -             -      -         -      pemda     -           semua     -
orang.baca-nomor           -             -      -         -      pemda     pemda       semua     -
sotk.susun                 -             -      -         -      pemda     -           semua     -
sotk.tetapkan              -             -      -         -      pemda     -           semua     -
kepegawaian.catat          -             -      opd       -      pemda     -           semua     -
dasar-hukum.catat          -             -      -         -      pemda     -           semua     -
rpjmd.susun                -             -      -         -      pemda     -           semua     -
rpjmd.tetapkan             pemda         -      -         -      -         -           semua     -
tahun.buka                 -             -      opd       -      pemda     -           semua     -
renstra.susun              -             -      opd       -      -         -           semua     -
renstra.tetapkan           -             opd    -         -      -         -           semua     -
indikator.alihkan          -             -      -         -      pemda     -           semua     -
pohon.susun                -             -      opd       -      -         -           semua     -
pohon-pemda.susun          -             -      -         -      pemda     -           semua     -
iku.susun                  -             -      opd       -      -         -           semua     -
iku.tetapkan               -             opd    -         -      -         -           semua     -
program.susun              -             -      opd       -      -         -           semua     -
rkt.susun                  -             -      opd       -      -         -           semua     -
rkt.tetapkan               -             opd    -         -      -         -           semua     -
rencana-pemda.susun        -             -      opd       -      pemda     -           semua     -
rencana-pemda.tetapkan     pemda         -      -         -      -         -           semua     -
anggaran.tetapkan          -             -      opd       -      -         -           semua     -
anggaran.tetapkan-dokumen  -             -      -         -      pemda     -           semua     -
rencana-aksi.susun         -             -      opd       -      -         -           semua     -
rencana-aksi.tetapkan      -             opd    -         -      -         -           semua     -
pk.ajukan                  -             opd    opd       opd    -         -           semua     -
pk.kembalikan              pemda         opd    opd       opd    -         -           -         pemda
pk.batalkan                -             opd    -         opd    -         -           semua     -
pk.kebutuhan               -             opd    -         -      -         -           semua     -
pk-pemda.ajukan            pemda         -      opd       -      pemda     -           semua     -
pk-pemda.batalkan          pemda         -      -         -      -         -           semua     -
pk-pemda.kebutuhan         pemda         -      -         -      -         -           semua     -
pk.tandatangani            pemda         opd    opd       opd    -         -           -         pemda
tte.pastikan               -             -      -         -      pemda     -           semua     -
pk.catat-basah             -             -      opd       -      pemda     -           semua     -
berkas-kertas.kelola       -             -      opd       -      pemda     -           semua     -
pengukuran.catat           -             -      -         opd    -         -           semua     -
pengukuran.ajukan          -             -      -         opd    -         -           semua     -
pengukuran.verifikasi      -             -      opd       -      -         -           -         -
pengukuran.setujui         -             opd    -         -      -         -           -         -
pengukuran.kembalikan      -             opd    opd       -      -         -           -         -
pengukuran.koreksi         -             -      opd       -      -         -           semua     -
rute.susun                 -             -      -         -      pemda     -           semua     -
rute.tetapkan              pemda         -      -         -      pemda     -           semua     -
edaran.mulai               -             opd    opd       -      pemda     -           semua     -
edaran.jalankan            pemda         opd    opd       opd    pemda     pemda       -         pemda
realisasi-anggaran.catat   -             -      opd       -      -         -           semua     -
pembanding.catat           -             -      opd       -      -         -           semua     -
kertas.ambil-alih          -             -      -      -      -         -           semua        -
kinerja.baca               pemda         pemda  pemda     pemda  pemda     pemda       semua     pemda
keamanan.baca              -             -      -         -      pemda     pemda       semua     -
keamanan.alamat            -             -      -         -      -         pemda       semua     -
kertas-inspektorat.baca    -             -      -         -      -         pemda       -         -
`;

type Cakupan = '-' | 'opd' | 'pemda' | 'semua';
const [kepala = [], ...isi] = TABEL.trim()
  .split('\n')
  .map((baris) => baris.split(/\s+/));
const PERAN_TABEL = kepala.slice(1) as Peran[];
const sel = isi.flatMap(([tindakan, ...cakupan]) =>
  cakupan.map((c, i) => [tindakan, PERAN_TABEL[i], c] as [Tindakan, Peran, Cakupan]),
);

const pelaku = (peran: Peran): Pelaku => ({
  akun: `akun-${peran}`,
  peran,
  pemda: '61.71',
  opd: 'disnaker',
  pejabat: { subjek: 'orang', jabatan: '61.71.disnaker.jabatan', sebutan: 'Jabatan', status: 'definitif' },
});
const DI: readonly [di: string, pemda: string, opd: string | null, cakupan: readonly Cakupan[]][] = [
  ['OPD sendiri', '61.71', 'disnaker', ['opd', 'pemda', 'semua']],
  ['OPD lain', '61.71', 'dinkes', ['pemda', 'semua']],
  ['pemda sendiri', '61.71', null, ['pemda', 'semua']],
  ['OPD berkode sama di pemda lain', '35.75', 'disnaker', ['semua']],
  ['pemda lain', '35.75', null, ['semua']],
];

it('tabel memuat setiap tindakan dan setiap peran', () => {
  expect(isi.map(([tindakan]) => tindakan)).toEqual(TINDAKAN);
  expect(PERAN_TABEL).toEqual(PERAN);
  expect(sel).toHaveLength(TINDAKAN.length * PERAN.length);
});

it.each(DI)('di %s setiap peran boleh persis apa yang disebut tabel', (_, pemda, opd, cakupan) => {
  for (const [tindakan, peran, c] of sel)
    expect([tindakan, peran, boleh(pelaku(peran), tindakan, pemda, opd)]).toEqual([
      tindakan,
      peran,
      cakupan.includes(c),
    ]);
});

describe('wajibBoleh', () => {
  const tolakan = (peran: Peran, tindakan: Tindakan, pemda: string, opd: string | null): string => {
    try {
      wajibBoleh(pelaku(peran), tindakan, pemda, opd);
      return 'boleh';
    } catch (e) {
      if (e instanceof Penolakan) return e.kode;
      throw e;
    }
  };

  it('diam bila boleh', () =>
    expect(tolakan('kepala', 'pk.tandatangani', '61.71', 'disnaker')).toBe('boleh'));
  it('menolak yang bukan wewenangnya', () =>
    expect(tolakan('bidang', 'pk.kebutuhan', '61.71', 'disnaker')).toBe('TIDAK_BERWENANG'));
  it('menolak OPD lain', () =>
    expect(tolakan('kepala', 'pk.tandatangani', '61.71', 'dinkes')).toBe('TIDAK_BERWENANG'));
  it('tidak memberi tahu apakah sesuatu ada di pemda lain', () =>
    expect(tolakan('kepala', 'kinerja.baca', '35.75', 'disnaker')).toBe('TIDAK_DITEMUKAN'));
  it('menolak operator menandatangani, di mana pun', () =>
    expect(tolakan('operator', 'pk.tandatangani', '35.75', 'disnaker')).toBe('TIDAK_BERWENANG'));
});

const PEMDA_SENDIRI = { pemda: '61.71', opd: 'disnaker' };
const alasan = (p: Pelaku, tindakan: Tindakan, objek: Parameters<typeof izin>[2] = PEMDA_SENDIRI): string => {
  const putusan = izin(p, tindakan, objek);
  return putusan.boleh ? 'boleh' : `${putusan.kebijakan}: ${putusan.alasan}`;
};

describe('masa jabatan', () => {
  it.each<[Kedudukan, menandatangani: string, membaca: string]>([
    ['menjabat', 'boleh', 'boleh'],
    ['tugas', 'boleh', 'boleh'],
    ['berakhir', 'masa-jabatan: masa jabatan berakhir', 'masa-jabatan: masa jabatan berakhir'],
    ['belum-mulai', 'masa-jabatan: masa jabatan belum mulai', 'masa-jabatan: masa jabatan belum mulai'],
    [
      'bukan-pemegang',
      'masa-jabatan: bukan pemegang jabatan ini',
      'masa-jabatan: bukan pemegang jabatan ini',
    ],
    ['digantikan', 'masa-jabatan: jabatan sedang dijalankan pejabat lain', 'boleh'],
  ])('yang %s: menandatangani %s, membaca %s', (kedudukan, menandatangani, membaca) => {
    const p = { ...pelaku('kepala'), kedudukan };
    expect([alasan(p, 'pk.tandatangani'), alasan(p, 'kinerja.baca')]).toEqual([menandatangani, membaca]);
  });

  it('pemda lain tetap tidak diberitahukan kepada yang masa jabatannya berakhir', () =>
    expect(
      izin({ ...pelaku('kepala'), kedudukan: 'berakhir' }, 'kinerja.baca', { pemda: '35.75', opd: null }),
    ).toMatchObject({ kode: 'TIDAK_DITEMUKAN' }));
});

describe('mandat', () => {
  const sebagai = (status: 'Plh.' | 'Plt.' | 'Pj.', peran: Peran = 'kepala'): Pelaku => {
    const p = pelaku(peran);
    return { ...p, pejabat: { ...p.pejabat, status } };
  };
  it('Plh. menandatangani dan menyetujui yang rutin, dan tidak menetapkan', () => {
    expect(alasan(sebagai('Plh.'), 'pengukuran.setujui')).toBe('boleh');
    expect(alasan(sebagai('Plh.'), 'pk.tandatangani')).toBe('boleh');
    expect(alasan(sebagai('Plh.'), 'renstra.tetapkan')).toBe('mandat: di luar mandat Plh.');
  });
  it('Plt. menetapkan Renstra, dan tidak menetapkan susunan organisasi', () => {
    expect(alasan(sebagai('Plt.'), 'renstra.tetapkan')).toBe('boleh');
    expect(alasan(sebagai('Plt.', 'pengelola'), 'sotk.tetapkan')).toBe('mandat: di luar mandat Plt.');
  });
  it('Pj. bertindak sebagai pemegang penuh', () =>
    expect(TINDAKAN.filter((t) => alasan(sebagai('Pj.'), t) !== alasan(pelaku('kepala'), t))).toEqual([]));
  it('setiap tindakan menetapkan dokumen ada di luar mandat Plh.', () =>
    expect(TINDAKAN.filter((t) => t.endsWith('.tetapkan') && !BATAS_MANDAT['Plh.']?.includes(t))).toEqual([
      'anggaran.tetapkan', // the entry of a pagu, line by line; the document is anggaran.tetapkan-dokumen
    ]));
});

describe('catatan keamanan suatu jabatan', () => {
  const jabatan = '61.71.disnaker.jabatan';
  it('dibaca jabatan itu sendiri', () =>
    expect(alasan(pelaku('bidang'), 'keamanan.baca', { ...PEMDA_SENDIRI, jabatan })).toBe('boleh'));
  it('dibaca atasannya, juga dari OPD lain', () =>
    expect(
      alasan(pelaku('kepala-daerah'), 'keamanan.baca', {
        pemda: '61.71',
        opd: 'dinkes',
        jabatan: '61.71.dinkes.kepala',
        atasan: ['61.71.dinkes.sekretaris', jabatan],
      }),
    ).toBe('boleh'));
  it('tidak dibaca rekan seOPD', () =>
    expect(
      alasan(pelaku('kepala'), 'keamanan.baca', { ...PEMDA_SENDIRI, jabatan: '61.71.disnaker.bidang-1' }),
    ).toBe('catatan-sendiri: jabatan lain'));
});

it('jabatan dengan dua peran boleh apa yang boleh salah satunya, di cakupannya masing-masing', () => {
  const inspektur: Pelaku = { ...pelaku('kepala'), opd: 'inspektorat', juga: ['inspektorat'] };
  expect(alasan(inspektur, 'kertas-inspektorat.baca')).toBe('boleh');
  expect(alasan(inspektur, 'pk.tandatangani')).toBe('opd-sendiri: OPD lain');
  expect(alasan(inspektur, 'pk.tandatangani', { pemda: '61.71', opd: 'inspektorat' })).toBe('boleh');
});

it('penolakan tahu siapa, apa, dan di mana, agar percobaannya dicatat', () => {
  try {
    wajibBoleh(pelaku('bidang'), 'pk.kebutuhan', '61.71', 'disnaker');
    throw new Error('diizinkan');
  } catch (e) {
    if (!(e instanceof AksesDitolak)) throw e;
    expect(e.pelaku.akun).toBe('akun-bidang');
    expect(e.objek).toEqual(PEMDA_SENDIRI);
    expect(e.rincian).toMatchObject({ tindakan: 'pk.kebutuhan', alasan: 'bukan wewenang peran ini' });
  }
});

it('setiap kebijakan bernama dan berkalimat, masing-masing satu', () => {
  expect(new Set(KEBIJAKAN.map((k) => k.nama)).size).toBe(KEBIJAKAN.length);
  for (const { kalimat } of KEBIJAKAN) expect(kalimat).toMatch(/\w{3}.*\.$/);
});
