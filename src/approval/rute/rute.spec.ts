import { given } from '../../../test/support/given.js';
import { elektronik } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { DOKUMEN_BERRUTE, type Langkah } from '../jalur.js';
import { PK_DENGAN_PARAF_KOORDINASI, RUTE_BAWAAN } from '../rute-bawaan.js';
import { type RuteCommand, type RuteEvent, rute } from './rute.decider.js';

const langkah = [...RUTE_BAWAAN.lkjip];
const susun: Extract<RuteCommand, { type: 'Susun' }> = {
  type: 'Susun',
  dokumen: 'lkjip',
  langkah,
  terdaftar: true,
  ...elektronik,
};
const disusun = (versi = 1): RuteEvent => ({ type: 'RuteDisusun', data: { versi, langkah, ...elektronik } });
const akta = {
  jenis: 'Keputusan Sekda',
  nomor: '065/1',
  tanggal: '2023-11-01',
  pejabat: 'Sekretaris Daerah',
};
const tetapkan = { type: 'Tetapkan', akta, ...elektronik } as const;
const ditetapkan: RuteEvent = { type: 'RuteDitetapkan', data: { versi: 1, akta, ...elektronik } };
const ganti = (kode: string, isi: Partial<Langkah>): Langkah[] =>
  langkah.map((l) => (l.kode === kode ? { ...l, ...isi } : l));

describe('Susun', () => {
  it('menyusun rute', () => given(rute).when(susun).then(disusun()));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    given(rute, disusun()).when(susun).then();
    given(rute, disusun(), ditetapkan).when(susun).then();
  });
  it('menyusun versi berikutnya', () => {
    const baru = ganti('paraf', { norma: 20 });
    given(rute, disusun(), ditetapkan)
      .when({ ...susun, langkah: baru })
      .then({ type: 'RuteDisusun', data: { versi: 2, langkah: baru, ...elektronik } });
  });
  it.each(DOKUMEN_BERRUTE)('rute bawaan %s sah sebagai rute pemda', (dokumen) =>
    expect(rute.decide({ ...susun, dokumen, langkah: RUTE_BAWAAN[dokumen] }, rute.initial)).toHaveLength(1),
  );
  it('rute PK dengan paraf koordinasi sah', () =>
    expect(
      rute.decide(
        { ...susun, dokumen: 'perjanjian-kinerja', langkah: PK_DENGAN_PARAF_KOORDINASI },
        rute.initial,
      ),
    ).toHaveLength(1));
  it('menolak pemda yang belum terdaftar', () =>
    given(rute)
      .when({ ...susun, terdaftar: false })
      .ditolak('PEMDA_BELUM_TERDAFTAR'));
  it.each<[string, Langkah[]]>([
    ['tanpa langkah', []],
    [
      'lebih dari 30 langkah',
      Array.from({ length: 31 }, (_, i) => ({ ...langkah[0], kode: `l-${i}` })) as Langkah[],
    ],
    ['kode ganda', ganti('paraf', { kode: 'kirim' })],
    ['tahap yang melompat', ganti('kirim', { tahap: 10 })],
    ['tahap yang mundur', ganti('kirim', { tahap: 1 })],
    ['tahap yang tidak mulai dari 1', langkah.slice(1)],
    ['norma nol', ganti('paraf', { norma: 0 })],
    ['norma pecahan', ganti('paraf', { norma: 1.5 })],
    ['yang menyusun memeriksa', ganti('verifikasi', { oleh: langkah[4]?.oleh as Langkah['oleh'] })],
    ['satu jabatan dua langkah setahap', ganti('kirim', { tahap: 8, oleh: { cara: 'pemilik' } })],
  ])('menolak rute dengan %s', (_, salah) =>
    given(rute)
      .when({ ...susun, langkah: salah })
      .ditolak('RUTE_TIDAK_SAH'),
  );
  it('menolak teks kosong dan kode yang tidak sah', () => {
    given(rute)
      .when({ ...susun, langkah: ganti('paraf', { uraian: ' ' }) })
      .ditolak('TEKS_TIDAK_SAH');
    given(rute)
      .when({ ...susun, langkah: ganti('paraf', { kode: 'P.1' }) })
      .ditolak('KODE_TIDAK_SAH');
  });
  it('menolak rute PK yang tidak ditandatangani Pihak Pertama lalu Pihak Kedua', () => {
    const [pertama, kedua] = RUTE_BAWAAN['perjanjian-kinerja'] as [Langkah, Langkah];
    const [sebelum, sesudah] = [
      { ...kedua, tahap: 1 },
      { ...pertama, tahap: 2 },
    ];
    const paraf = PK_DENGAN_PARAF_KOORDINASI[1] as Langkah;
    for (const salah of [[pertama], [sebelum, sesudah], [pertama, kedua, { ...paraf, tahap: 3 }]])
      given(rute)
        .when({ ...susun, dokumen: 'perjanjian-kinerja', langkah: salah })
        .ditolak('RUTE_TIDAK_SAH');
  });
});

describe('Tetapkan', () => {
  it('menetapkan rancangan dengan aktanya', () => given(rute, disusun()).when(tetapkan).then(ditetapkan));
  it('tidak berubah bila diulang', () => given(rute, disusun(), ditetapkan).when(tetapkan).then());
  it('menolak tanpa rancangan', () => given(rute).when(tetapkan).ditolak('RUTE_BELUM_DISUSUN'));
  it('menolak akta lain tanpa rancangan baru', () =>
    given(rute, disusun(), ditetapkan)
      .when({ ...tetapkan, akta: { ...akta, nomor: '065/2' } })
      .ditolak('RUTE_BELUM_DISUSUN'));
});
