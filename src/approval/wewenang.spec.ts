import { Penolakan } from '../kernel/penolakan.js';
import { boleh, type Pelaku, type Peran, TINDAKAN, type Tindakan, wajibBoleh } from './wewenang.js';

/**
 * The whole of it, to be read by people. opd: in the own OPD only; pemda: in every OPD of the own pemda and in the
 * pemda itself; semua: in every pemda; -: nowhere.
 */
const TABEL = `
tindakan                   kepala-daerah kepala perencana bidang pengelola inspektorat operator
pemda.kelola               -             -      -         -      pemda     -           semua
periode.kelola             -             -      -         -      pemda     -           semua
opd.kelola                 -             -      -         -      pemda     -           semua
jabatan.kelola             -             -      -         -      pemda     -           semua
sotk.susun                 -             -      -         -      pemda     -           semua
sotk.tetapkan              -             -      -         -      pemda     -           semua
kepegawaian.catat          -             -      opd       -      pemda     -           semua
dasar-hukum.catat          -             -      -         -      pemda     -           semua
rpjmd.susun                -             -      -         -      pemda     -           semua
rpjmd.tetapkan             pemda         -      -         -      -         -           semua
tahun.buka                 -             -      opd       -      pemda     -           semua
renstra.susun              -             -      opd       -      -         -           semua
renstra.tetapkan           -             opd    -         -      -         -           semua
indikator.alihkan          -             -      -         -      pemda     -           semua
pohon.susun                -             -      opd       -      -         -           semua
pohon-pemda.susun          -             -      -         -      pemda     -           semua
iku.susun                  -             -      opd       -      -         -           semua
iku.tetapkan               -             opd    -         -      -         -           semua
program.susun              -             -      opd       -      -         -           semua
rkt.susun                  -             -      opd       -      -         -           semua
rkt.tetapkan               -             opd    -         -      -         -           semua
rencana-pemda.susun        -             -      opd       -      pemda     -           semua
rencana-pemda.tetapkan     pemda         -      -         -      -         -           semua
anggaran.tetapkan          -             -      opd       -      -         -           semua
anggaran.tetapkan-dokumen  -             -      -         -      pemda     -           semua
rencana-aksi.susun         -             -      opd       -      -         -           semua
rencana-aksi.tetapkan      -             opd    -         -      -         -           semua
pk.ajukan                  -             opd    opd       opd    -         -           semua
pk.kembalikan              pemda         opd    opd       opd    -         -           -
pk.batalkan                -             opd    -         opd    -         -           semua
pk.kebutuhan               -             opd    -         -      -         -           semua
pk-pemda.ajukan            pemda         -      opd       -      pemda     -           semua
pk-pemda.batalkan          pemda         -      -         -      -         -           semua
pk-pemda.kebutuhan         pemda         -      -         -      -         -           semua
pk.tandatangani            pemda         opd    opd       opd    -         -           -
pengukuran.catat           -             -      -         opd    -         -           semua
pengukuran.ajukan          -             -      -         opd    -         -           semua
pengukuran.verifikasi      -             -      opd       -      -         -           -
pengukuran.setujui         -             opd    -         -      -         -           -
pengukuran.kembalikan      -             opd    opd       -      -         -           -
pengukuran.koreksi         -             -      opd       -      -         -           semua
rute.susun                 -             -      -         -      pemda     -           semua
rute.tetapkan              pemda         -      -         -      pemda     -           semua
edaran.mulai               -             opd    opd       -      pemda     -           semua
edaran.jalankan            pemda         opd    opd       opd    pemda     -           -
realisasi-anggaran.catat   -             -      opd       -      -         -           semua
pembanding.catat           -             -      opd       -      -         -           semua
kertas.ambil-alih          -             -      -      -      -         -           semua
kinerja.baca               pemda         pemda  pemda     pemda  pemda     pemda       semua
`;

type Cakupan = '-' | 'opd' | 'pemda' | 'semua';
const [kepala = [], ...isi] = TABEL.trim()
  .split('\n')
  .map((baris) => baris.split(/\s+/));
const PERAN = kepala.slice(1) as Peran[];
const sel = isi.flatMap(([tindakan, ...cakupan]) =>
  cakupan.map((c, i) => [tindakan, PERAN[i], c] as [Tindakan, Peran, Cakupan]),
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

it('tabel memuat setiap tindakan dan ketujuh peran', () => {
  expect(isi.map(([tindakan]) => tindakan)).toEqual(TINDAKAN);
  expect(sel).toHaveLength(TINDAKAN.length * 7);
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
