import fc from 'fast-check';
import { Desimal } from '../kernel/desimal.js';
import { Penolakan } from '../kernel/penolakan.js';
import {
  capaianDari,
  type FaktaAnggaran,
  type FaktaIndikator,
  type FaktaTriwulan,
  hitungCapaian,
  kelasDari,
  type MasukanCapaian,
  nilaiSah,
  type Polaritas,
  type Skala,
  type Tingkat,
  type Triwulan,
  tingkatAnggaran,
} from './capaian.js';

const TAHUN = 2023;
const TANPA_RKT = { murni: null, perubahan: null };
const OPINI = ['TMP', 'WDP', 'WTP'];

const indikator = (ubah: Partial<FaktaIndikator> = {}): FaktaIndikator => ({
  kode: 'IKU-1',
  nama: 'Besaran kasus yang diselesaikan',
  satuan: '%',
  level: 'sasaran',
  polaritas: 'naik',
  targetPk: { nilai: '54.20' },
  targetRkt: TANPA_RKT,
  targetRenstra: {},
  targetAkhir: null,
  rencanaAksi: [],
  pengukuran: [],
  tahunSebelumnya: [],
  pembanding: [],
  ...ubah,
});

const masukan = (ubah: Partial<MasukanCapaian> = {}): MasukanCapaian => ({
  pemda: '61.71',
  opd: 'disnaker',
  tahun: TAHUN,
  posisi: 7,
  skala: null,
  renstra: { selesai: 2024 },
  pkBerlaku: true,
  programPk: [],
  indikator: [],
  tujuan: [],
  sasaran: [],
  program: [],
  anggaran: [],
  ...ubah,
});

const ukur = (triwulan: Triwulan, ubah: Partial<FaktaTriwulan>): FaktaTriwulan => ({
  triwulan,
  realisasi: null,
  pembilang: null,
  penyebut: null,
  status: 'disetujui',
  ...ubah,
});
const realisasi = (triwulan: Triwulan, nilai: string) => ukur(triwulan, { realisasi: nilai });
/** '3/6' as pembilang and penyebut. */
const bagian = (triwulan: Triwulan, teks: string) => {
  const [pembilang, penyebut] = teks.split('/');
  return ukur(triwulan, { pembilang: pembilang ?? null, penyebut: penyebut ?? null });
};

const hitung = (ubah: Partial<FaktaIndikator>, triwulan: Triwulan = 4, m: Partial<MasukanCapaian> = {}) => {
  const [hasil] = hitungCapaian(masukan({ ...m, indikator: [indikator(ubah)] }), triwulan).indikator;
  if (!hasil) throw new Error('indikator hilang');
  return hasil;
};

const anggaran = (
  kode: string,
  pagu: string | null,
  nilai: string | null = null,
  tingkat: Tingkat = tingkatAnggaran(kode),
): FaktaAnggaran => ({
  kode,
  tingkat,
  pagu,
  realisasi: nilai === null ? [] : [{ triwulan: 4, realisasi: nilai }],
});

describe('rumus capaian', () => {
  it.each<[Polaritas, string, string, string]>([
    ['naik', '54.20', '33.33', '61.49'], // of the printed operands; (9/27)/0.5420 would be 61.50
    ['naik', '91.50', '91.08', '99.54'],
    ['naik', '80.00', '100.00', '125.00'],
    ['naik', '30', '0', '0.00'],
    ['naik', '200', '0.01', '0.01'], // 0.005, half away from zero
    ['turun-linear', '10', '8', '120.00'],
    ['turun-rasio', '10', '8', '125.00'],
    ['turun-linear', '10', '10', '100.00'],
    ['turun-rasio', '10', '10', '100.00'],
    ['turun-linear', '10', '0', '200.00'],
    ['turun-linear', '10', '20', '0.00'],
    ['turun-rasio', '10', '20', '50.00'],
    ['rentang', '20.00..25.00', '20', '100.00'],
    ['rentang', '20.00..25.00', '22.5', '100.00'],
    ['rentang', '20.00..25.00', '25', '100.00'],
    ['rentang', '20.00..25.00', '15', '75.00'],
    ['rentang', '20.00..25.00', '30', '80.00'],
    ['rentang', '0..5', '0', '100.00'],
    ['rentang', '0..5', '6', '80.00'],
  ])('%s: target %s dan realisasi %s memberi %s', (polaritas, target, nilai, capaian) =>
    expect(capaianDari(polaritas, target, nilai)).toEqual({ capaian, alasan: null, tanda: null }),
  );

  it.each([
    ['WTP', 'WTP', '100.00'],
    ['WTP', 'WDP', '66.67'],
    ['WDP', 'WTP', '150.00'],
    ['TMP', 'TMP', '100.00'],
  ])('predikat: target %s dan realisasi %s memberi %s menurut urutannya', (target, nilai, capaian) =>
    expect(capaianDari('predikat', target, nilai, OPINI).capaian).toBe(capaian),
  );

  it.each<[Polaritas, string, string, string]>([
    ['turun-linear', '10', '25', '-50.00'],
    ['naik', '10', '-1', '-10.00'],
    ['rentang', '2..10', '25', '-50.00'],
  ])('%s: capaian di bawah nol disimpan apa adanya dan ditandai', (polaritas, target, nilai, capaian) =>
    expect(capaianDari(polaritas, target, nilai)).toEqual({ capaian, alasan: null, tanda: 'DI_BAWAH_NOL' }),
  );

  it('capaian yang tercetak 0,00 tidak ditandai di bawah nol', () =>
    expect(capaianDari('naik', '100000', '-1')).toEqual({ capaian: '0.00', alasan: null, tanda: null }));

  it.each<[Polaritas, string, string, string]>([
    ['naik', '0', '5', 'TARGET_NOL'],
    ['naik', '0.00', '0', 'TARGET_NOL'],
    ['rentang', '0..5', '-1', 'TARGET_NOL'],
    ['rentang', '-5..0', '1', 'TARGET_NOL'],
    ['turun-linear', '0', '-1', 'TARGET_NOL'],
    ['turun-rasio', '10', '0', 'REALISASI_NOL'],
  ])('%s: target %s dan realisasi %s tidak punya capaian: %s', (polaritas, target, nilai, alasan) =>
    expect(capaianDari(polaritas, target, nilai)).toEqual({ capaian: null, alasan, tanda: null }),
  );

  it.each<[Polaritas, string, string, string | null]>([
    ['turun-linear', '0', '100.00', null],
    ['turun-rasio', '0.00', '100.00', null],
    ['turun-linear', '3', '0.00', 'TARGET_NOL'],
    ['turun-rasio', '3', '0.00', 'TARGET_NOL'],
  ])('%s dengan target nol dan realisasi %s memberi %s', (polaritas, nilai, capaian, tanda) =>
    expect(capaianDari(polaritas, '0', nilai)).toEqual({ capaian, alasan: null, tanda }),
  );

  it('menyebut target yang belum ada sebelum realisasi yang belum ada', () => {
    expect(capaianDari('naik', null, null).alasan).toBe('BELUM_ADA_TARGET');
    expect(capaianDari('naik', '0', null).alasan).toBe('BELUM_ADA_REALISASI');
  });

  it.each<[Polaritas, string, string]>([
    ['predikat', 'WTP', 'BAIK'],
    ['predikat', 'BAIK', 'WTP'],
    ['rentang', '25..20', '22'],
    ['rentang', '20', '22'],
  ])('%s: menolak target %s dengan realisasi %s', (polaritas, target, nilai) =>
    expect(() => capaianDari(polaritas, target, nilai, OPINI)).toThrow(new Penolakan('NILAI_TIDAK_SAH')),
  );

  it('makin besar realisasi, makin besar capaian yang naik dan makin kecil yang turun', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (t, a, tambahan) => {
          const letak = (p: Polaritas, r: number, lain: number) =>
            Desimal.hasil(capaianDari(p, `${t}`, `${r}`).capaian ?? '').banding(
              Desimal.hasil(capaianDari(p, `${t}`, `${lain}`).capaian ?? ''),
            );
          expect(letak('naik', a + tambahan, a)).not.toBe(-1);
          for (const p of ['turun-linear', 'turun-rasio'] as const)
            expect(letak(p, a + tambahan, a)).not.toBe(1);
        },
      ),
    ));
});

describe('nilai yang boleh dicatat', () => {
  it.each<[Polaritas, 'target' | 'realisasi', string, boolean]>([
    ['naik', 'target', '91.50', true],
    ['naik', 'target', '91,50', false],
    ['naik', 'realisasi', '1234567890123456', false],
    ['turun-rasio', 'realisasi', '-3', true],
    ['rentang', 'target', '20.00..25.00', true],
    ['rentang', 'target', '-5..-5', true],
    ['rentang', 'target', '25..20', false],
    ['rentang', 'target', '20', false],
    ['rentang', 'target', '20..25..30', false],
    ['rentang', 'target', '1234567890123456..1234567890123457', false],
    ['rentang', 'realisasi', '22.5', true],
    ['rentang', 'realisasi', '20..25', false],
    ['predikat', 'target', 'WTP', true],
    ['predikat', 'realisasi', 'wtp', false],
    ['predikat', 'realisasi', '3', false],
  ])('%s, %s: "%s" sah adalah %s', (polaritas, sisi, teks, sah) =>
    expect(nilaiSah(polaritas, OPINI, teks, sisi)).toBe(sah),
  );

  it('predikat tanpa urutan tidak menerima label apa pun', () =>
    expect(nilaiSah('predikat', null, 'WTP', 'target')).toBe(false));
});

describe('skala', () => {
  const kota: Skala = {
    kode: 'kota',
    nama: 'Skala kota',
    kelas: [
      { predikat: 'Sangat Berhasil', batasBawah: '85', termasukBatas: false },
      { predikat: 'Berhasil', batasBawah: '70' },
      { predikat: 'Tidak Berhasil' },
    ],
  };
  const tanpaSisa: Skala = { ...kota, kelas: kota.kelas.slice(0, 2) };

  it.each([
    ['125.00', 'Sangat Tinggi'],
    ['91.00', 'Sangat Tinggi'],
    ['90.99', 'Tinggi'],
    ['76.00', 'Tinggi'],
    ['75.99', 'Sedang'],
    ['75.00', 'Sedang'],
    ['66.00', 'Sedang'],
    ['65.99', 'Rendah'],
    ['51.00', 'Rendah'],
    ['50.99', 'Sangat Rendah'],
    ['-50.00', 'Sangat Rendah'],
  ])('tanpa skala sendiri, %s adalah %s menurut Permendagri 86/2017', (capaian, predikat) =>
    expect(kelasDari(null, capaian)).toBe(predikat),
  );

  it.each([
    ['85.01', 'Sangat Berhasil'],
    ['85.00', 'Berhasil'], // the bound itself does not belong to the class above it
    ['70.00', 'Berhasil'], // a bound belongs to its class unless the scale says otherwise
    ['69.99', 'Tidak Berhasil'],
  ])('dengan skala kota, %s adalah %s', (capaian, predikat) =>
    expect(kelasDari(kota, capaian)).toBe(predikat),
  );

  it('tidak ada predikat tanpa capaian, dan tidak ada di bawah kelas terendah', () => {
    expect(kelasDari(kota, null)).toBeNull();
    expect(kelasDari(tanpaSisa, '10.00')).toBeNull();
  });
});

describe('dari triwulan menjadi setahun', () => {
  const kasus = ['3/6', '2/8', '3/9', '1/4'].map((teks, i) => bagian((i + 1) as Triwulan, teks));
  const persen = [realisasi(1, '10'), realisasi(2, '20'), realisasi(4, '40')];

  it.each([
    ['rasio', '33.33'], // 9 of 27
    ['posisi-akhir', '25.00'],
    ['jumlah', '133.33'],
    ['rata-rata', '33.33'], // (50 + 25 + 33.33... + 25) / 4
  ] as const)('kasus 3/6, 2/8, 3/9, 1/4 dengan agregasi %s adalah %s', (agregasi, hasil) =>
    expect(hitung({ agregasi, pengukuran: kasus }).realisasi).toBe(hasil),
  );

  it('capaiannya dihitung dari realisasi yang tercetak: 33,33 / 54,20 = 61,49', () =>
    expect(hitung({ agregasi: 'rasio', pengukuran: kasus })).toMatchObject({
      target: '54.20',
      sumberTarget: 'pk',
      realisasi: '33.33',
      capaian: '61.49',
      alasan: null,
      predikat: 'Rendah',
      status: 'disetujui',
    }));

  it.each([
    ['posisi-akhir', 3, '20.00'], // quarter 3 is not recorded
    ['posisi-akhir', 4, '40.00'],
    ['jumlah', 2, '30.00'],
    ['rata-rata', 4, '23.33'],
  ] as const)('%s sampai triwulan %i adalah %s', (agregasi, triwulan, hasil) =>
    expect(hitung({ agregasi, pengukuran: persen }, triwulan).realisasi).toBe(hasil),
  );

  it('sepertiga dari tiga triwulan dijumlah menjadi tepat satu, tanpa pembulatan di tengah', () =>
    expect(
      hitung({
        satuan: 'orang',
        agregasi: 'jumlah',
        desimal: 6,
        pengukuran: ([1, 2, 3] as const).map((t) => bagian(t, '1/3')),
      }).realisasi,
    ).toBe('1.000000'));

  it('pembilang dan penyebut tidak dikali seratus bila satuannya bukan persen', () =>
    expect(hitung({ satuan: 'nilai', pengukuran: [bagian(4, '9/27')] }).realisasi).toBe('0.33'));

  it('realisasi yang dicatat didahulukan daripada pembilang dan penyebutnya', () =>
    expect(
      hitung({ pengukuran: [ukur(4, { realisasi: '91.08', pembilang: '1', penyebut: '2' })] }).realisasi,
    ).toBe('91.08'));

  it('kecuali pada rasio, yang selalu dari pembilang dan penyebut', () =>
    expect(
      hitung({ agregasi: 'rasio', pengukuran: [ukur(4, { realisasi: '99', pembilang: '1', penyebut: '2' })] })
        .realisasi,
    ).toBe('50.00'));

  it.each([
    [0, '94'],
    [undefined, '93.82'],
    [3, '93.821'],
  ])('dicetak dengan %s desimal sebagai %s', (desimal, hasil) =>
    expect(
      hitung({ ...(desimal === undefined ? {} : { desimal }), pengukuran: [realisasi(4, '93.821')] })
        .realisasi,
    ).toBe(hasil),
  );

  it.each([
    ['posisi-akhir', [realisasi(1, '50'), bagian(2, '0/0')], null],
    ['rasio', [bagian(1, '0/0'), bagian(2, '0/0')], null],
    ['jumlah', [bagian(1, '0/0')], null],
    ['rata-rata', [bagian(1, '0/0')], null],
    ['jumlah', [bagian(1, '1/2'), bagian(2, '0/0')], '50.00'],
    ['rata-rata', [bagian(1, '1/2'), bagian(2, '0/0')], '50.00'],
    ['rasio', [bagian(1, '1/2'), bagian(2, '0/0')], '50.00'],
  ] as const)('0 dari 0 bukan angka: %s', (agregasi, pengukuran, hasil) =>
    expect(hitung({ agregasi, pengukuran })).toMatchObject({
      realisasi: hasil,
      alasan: hasil === null ? 'PENYEBUT_NOL' : null,
    }),
  );

  it('menyebut 0 dari 0 sebelum target nol, dan target yang belum ada sebelum keduanya', () => {
    const pengukuran = [bagian(4, '0/0')];
    expect(hitung({ targetPk: { nilai: '0' }, pengukuran }).alasan).toBe('PENYEBUT_NOL');
    expect(hitung({ targetPk: null, pengukuran }).alasan).toBe('BELUM_ADA_TARGET');
  });

  it('statusnya yang terendah dari triwulan yang dihitung', () => {
    const pengukuran = [
      realisasi(1, '10'),
      ukur(2, { realisasi: '20', status: 'diajukan' }),
      ukur(3, { realisasi: '30', status: 'diverifikasi' }),
      ukur(4, { realisasi: '40', status: 'draf' }),
    ];
    expect(([1, 2, 3, 4] as const).map((t) => hitung({ pengukuran }, t).status)).toEqual([
      'disetujui',
      'diajukan',
      'diajukan',
      'draf',
    ]);
  });

  it('triwulan tanpa angka tidak dihitung, dan yang belum terukur tidak dicetak nol', () =>
    expect(hitung({ pengukuran: [ukur(1, { status: 'draf', pembilang: '3' })] })).toMatchObject({
      realisasi: null,
      capaian: null,
      alasan: 'BELUM_ADA_REALISASI',
      predikat: null,
      status: null,
    }));

  it('urutan pencatatan tidak mengubah hasil', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(kasus, { minLength: 4 }),
        fc.constantFrom('rasio', 'posisi-akhir', 'jumlah', 'rata-rata'),
        (acak, agregasi) =>
          expect(hitung({ agregasi, pengukuran: acak }).realisasi).toBe(
            hitung({ agregasi, pengukuran: kasus }).realisasi,
          ),
      ),
    ));

  it('label predikat dibawa apa adanya dari triwulan terakhir', () =>
    expect(
      hitung({
        polaritas: 'predikat',
        urutanPredikat: OPINI,
        targetPk: { nilai: 'WTP' },
        pengukuran: [realisasi(1, 'WTP'), realisasi(3, 'WDP')],
      }),
    ).toMatchObject({ realisasi: 'WDP', capaian: '66.67', predikat: 'Sedang' }));

  it('nilai yang tidak sah lagi karena definisinya berubah dianggap belum diketahui', () => {
    const berubah = { polaritas: 'predikat', urutanPredikat: OPINI } as const;
    expect(hitung({ ...berubah, pengukuran: [realisasi(4, '91.08')] })).toMatchObject({
      target: '54.20',
      realisasi: null,
      alasan: 'BELUM_ADA_TARGET',
    });
  });
});

describe('target yang dipakai', () => {
  const semua = {
    targetPk: { nilai: '1', posisi: [11] },
    targetRkt: { murni: { nilai: '2', posisi: [12] }, perubahan: { nilai: '3', posisi: [13] } },
    targetRenstra: { 2022: { nilai: '9' }, [TAHUN]: { nilai: '4', posisi: [14] } },
  };
  const rencanaAksi = ([1, 2, 4] as const).map((triwulan) => ({
    triwulan,
    target: `${triwulan}0`,
    posisi: [triwulan],
  }));

  it.each([
    ['PK yang berlaku', semua, '1', 'pk', [11]],
    ['RKT Perubahan di luar PK', { ...semua, targetPk: null }, '3', 'rkt', [13]],
    [
      'RKT murni',
      { ...semua, targetPk: null, targetRkt: { ...semua.targetRkt, perubahan: null } },
      '2',
      'rkt',
      [12],
    ],
    ['Renstra tahun itu', { ...semua, targetPk: null, targetRkt: TANPA_RKT }, '4', 'renstra', [14]],
    [
      'tidak ada',
      { targetPk: null, targetRkt: TANPA_RKT, targetRenstra: { 2022: { nilai: '9' } } },
      null,
      null,
      [],
    ],
  ])('%s', (_, ubah, target, sumberTarget, posisi) => {
    const hasil = hitung(ubah);
    expect(hasil).toMatchObject({ target, sumberTarget, pk: ubah.targetPk !== null });
    expect(hasil.asal.target).toEqual(posisi);
  });

  it('PK yang belum ditandatangani kedua pihak tidak memberi target', () =>
    expect(hitung(semua, 4, { pkBerlaku: false })).toMatchObject({
      target: '3',
      sumberTarget: 'rkt',
      pk: false,
    }));

  it.each([
    [1, '10'],
    [2, '20'],
    [3, '1'], // no rencana aksi for quarter 3
    [4, '1'],
  ] as const)('sampai triwulan %i targetnya %s', (triwulan, target) =>
    expect(hitung({ ...semua, rencanaAksi }, triwulan)).toMatchObject({ target, sumberTarget: 'pk' }),
  );

  it('rencana aksi per triwulan dijumlah bila realisasinya dijumlah', () => {
    const hasil = hitung(
      { ...semua, agregasi: 'jumlah', rencanaAksi, pengukuran: [realisasi(1, '15'), realisasi(2, '15')] },
      2,
    );
    expect(hasil).toMatchObject({ target: '30', realisasi: '30.00', capaian: '100.00' });
    expect(hasil.asal.target).toEqual([1, 2]);
  });

  it('rentang per triwulan dijumlah batas demi batas', () =>
    expect(
      hitung(
        {
          polaritas: 'rentang',
          agregasi: 'jumlah',
          rencanaAksi: [
            { triwulan: 1, target: '1.5..2' },
            { triwulan: 2, target: '2..3' },
          ],
        },
        2,
      ).target,
    ).toBe('3.5..5'));

  it('target dicetak seperti dicatat', () =>
    expect(hitung({ targetPk: { nilai: '54.2' } }).target).toBe('54.2'));
});

describe('perbandingan', () => {
  const lalu = (nilai: string | null, target: string | null = null) => ({
    tahun: 2022,
    target,
    realisasi: nilai,
  });

  it.each([
    ['91.08', '90.08', '1.00', 'naik'],
    ['49.97', '99.00', '-49.03', 'turun'],
    ['100', '100.00', '0.00', 'tetap'],
    ['33.334', '33.333', '0.00', 'tetap'], // of what is printed
  ])('%s terhadap %s tahun lalu berselisih %s poin: %s', (kini, dulu, selisih, arah) =>
    expect(
      hitung({ pengukuran: [realisasi(4, kini)], tahunSebelumnya: [lalu(dulu)] }).tahunLalu,
    ).toMatchObject({ tahun: 2022, selisih, arah }),
  );

  it('antara dua label ada arah, tetapi tidak ada selisih', () =>
    expect(
      hitung({
        polaritas: 'predikat',
        urutanPredikat: OPINI,
        pengukuran: [realisasi(4, 'WTP')],
        tahunSebelumnya: [lalu('WDP')],
      }).tahunLalu,
    ).toEqual({ tahun: 2022, realisasi: 'WDP', selisih: null, arah: 'naik' }));

  it('tahun lalu kosong bila angkanya tidak diketahui, atau yang ada hanya dua tahun lalu', () => {
    const pengukuran = [realisasi(4, '91.08')];
    expect(hitung({ pengukuran, tahunSebelumnya: [lalu(null, '90')] }).tahunLalu).toBeNull();
    const duaTahunLalu = { ...lalu('90'), tahun: 2021 };
    expect(hitung({ pengukuran, tahunSebelumnya: [duaTahunLalu] }).tahunLalu).toBeNull();
  });

  it('selama tahun ini belum terukur, angka tahun lalu tampil tanpa selisih', () =>
    expect(hitung({ tahunSebelumnya: [lalu('90.08')] }).tahunLalu).toEqual({
      tahun: 2022,
      realisasi: '90.08',
      selisih: null,
      arah: null,
    }));

  it('tahun-tahun sebelumnya dari yang terbaru, dengan target Renstra bila targetnya sendiri tidak ada', () =>
    expect(
      hitung({
        targetRenstra: { 2021: { nilai: '90.00' } },
        tahunSebelumnya: [
          { tahun: 2020, target: null, realisasi: '88' },
          { tahun: 2021, target: null, realisasi: '89.1' },
          lalu(null, '91.00'),
          { tahun: TAHUN, target: '1', realisasi: '1' },
          { tahun: 2019, target: null, realisasi: null },
        ],
      }).tahunSebelumnya,
    ).toEqual([
      { tahun: 2022, target: '91.00', realisasi: null, capaian: null },
      { tahun: 2021, target: '90.00', realisasi: '89.10', capaian: '99.00' },
      { tahun: 2020, target: null, realisasi: '88.00', capaian: null },
    ]));

  it.each([
    ['targetAkhir', { targetAkhir: { nilai: '68.00' } }, '100.07'],
    ['target tahun selesai', { targetRenstra: { 2024: { nilai: '94.49' } } }, '72.02'],
    ['tidak ada', {}, null],
  ])('kemajuan Renstra terhadap %s', (_, ubah, kemajuanRenstra) =>
    expect(hitung({ pengukuran: [realisasi(4, '68.05')], ...ubah }).kemajuanRenstra).toBe(kemajuanRenstra),
  );

  it('daerah lain dibandingkan sebagai realisasi kita dibagi realisasi mereka, tidak terbalik', () => {
    const lain = { tingkat: 'nasional', wilayah: 'Indonesia', tahun: 2022, nilai: '68.63' } as const;
    const bandingkan = (polaritas: Polaritas, nilai: string) =>
      hitung({ polaritas, pengukuran: [realisasi(4, '68.05')], pembanding: [{ ...lain, nilai }] }).pembanding;
    expect(bandingkan('naik', '68.63')).toEqual([{ ...lain, capaian: '99.15' }]);
    expect(bandingkan('turun-rasio', '68.63')).toEqual([{ ...lain, capaian: '100.85' }]);
    expect(bandingkan('rentang', '68.05')).toEqual([{ ...lain, nilai: '68.05', capaian: '100.00' }]);
    expect(bandingkan('naik', '0')).toEqual([{ ...lain, nilai: '0', capaian: null }]);
  });
});

describe('sasaran dan tujuan', () => {
  const terukur = (kode: string, nilai: string, ubah: Partial<FaktaIndikator> = {}) =>
    indikator({ kode, targetPk: { nilai: '100' }, pengukuran: [realisasi(4, nilai)], ...ubah });
  const S1 = { kode: 'S1', indikator: ['A', 'B'] };
  const program = (kode: string, ...sasaran: string[]) => ({ kode, sasaran });
  const sasaran = (ubah: Partial<MasukanCapaian>) =>
    hitungCapaian(masukan({ sasaran: [S1], ...ubah })).sasaran[0];

  it('capaian sasaran adalah rata-rata capaian tercetak indikatornya', () =>
    expect(sasaran({ indikator: [terukur('A', '61.49'), terukur('B', '67.53')] })).toMatchObject({
      capaian: '64.51',
      capaianSementara: null,
      alasan: null,
      predikat: 'Rendah',
    }));

  it('selama satu indikator belum punya capaian, hanya ada capaian sementara', () =>
    expect(sasaran({ indikator: [terukur('A', '61.49'), indikator({ kode: 'B' })] })).toMatchObject({
      capaian: null,
      capaianSementara: '61.49',
      alasan: 'BELUM_LENGKAP',
      predikat: null,
      alasanEfisiensi: 'CAPAIAN_TIDAK_DIKETAHUI',
      selisihSerapan: null,
    }));

  it.each([
    ['di luar PK', { targetPk: null, targetRenstra: { [TAHUN]: { nilai: '100' } } }],
    ['dari level program', { level: 'program' }],
  ] as const)('indikator %s tidak ikut dirata-rata', (_, ubah) =>
    expect(sasaran({ indikator: [terukur('A', '80'), terukur('B', '20', ubah)] })).toMatchObject({
      capaian: '80.00',
    }),
  );

  it('sasaran tanpa indikator dalam PK belum lengkap', () =>
    expect(sasaran({ indikator: [terukur('A', '80')], pkBerlaku: false })).toMatchObject({
      capaian: null,
      capaianSementara: null,
      alasan: 'BELUM_LENGKAP',
    }));

  it('menjumlah program yang mendukungnya sendiri, dan mendaftar yang bersama tanpa membaginya', () =>
    expect(
      sasaran({
        indikator: [terukur('A', '100.02'), terukur('B', '100.02')],
        program: [
          program('2.07.03', 'S1'),
          program('2.07.04', 'S1'),
          program('2.07.01', 'S1', 'S2'),
          program('2.07.05', 'S2'),
        ],
        anggaran: [
          anggaran('2.07.01', '900', '800'),
          anggaran('2.07.03', '1429098490', '1350102600'),
          anggaran('2.07.04', '424012040', '398522400'),
          anggaran('2.07.05', '7', '7'),
        ],
      }),
    ).toMatchObject({
      pagu: '1853110530',
      realisasi: '1748625000',
      serapan: '94.36',
      efisiensi: '5.66',
      alasanEfisiensi: null,
      selisihSerapan: '5.66',
      programBersama: [{ kode: '2.07.01', pagu: '900', realisasi: '800' }],
    }));

  it('efisiensi tidak bermakna selama capaian di bawah 100, selisihnya tetap ada', () =>
    expect(
      sasaran({
        indikator: [terukur('A', '99.54')],
        program: [program('2.07.03', 'S1')],
        anggaran: [anggaran('2.07.03', '592967100', '94085300')],
      }),
    ).toMatchObject({
      serapan: '15.87',
      efisiensi: null,
      alasanEfisiensi: 'TIDAK_BERMAKNA',
      selisihSerapan: '83.67',
    }));

  it.each([
    ['tanpa program', [], []],
    ['programnya tanpa anggaran', [program('2.07.03', 'S1')], []],
    ['salah satu realisasi belum ada', [program('2.07.03', 'S1')], [anggaran('2.07.03', '10')]],
    ['pagunya nol', [program('2.07.03', 'S1')], [anggaran('2.07.03', '0', '0')]],
  ])('serapan tidak diketahui: %s', (_, daftarProgram, daftarAnggaran) =>
    expect(
      sasaran({ indikator: [terukur('A', '100')], program: daftarProgram, anggaran: daftarAnggaran }),
    ).toMatchObject({ serapan: null, efisiensi: null, alasanEfisiensi: 'SERAPAN_TIDAK_DIKETAHUI' }),
  );

  it('tujuan dihitung dari indikatornya sendiri, di dalam atau di luar PK, dan dari program sasarannya', () =>
    expect(
      hitungCapaian(
        masukan({
          indikator: [
            terukur('T', '100.37', {
              level: 'tujuan',
              targetPk: null,
              targetRenstra: { [TAHUN]: { nilai: '100' } },
            }),
          ],
          tujuan: [
            { kode: 'T1', indikator: ['T'], sasaran: ['S1', 'S2'] },
            { kode: 'T2', indikator: [], sasaran: ['S3'] },
          ],
          program: [program('2.07.03', 'S1', 'S2'), program('2.07.04', 'S2', 'S3')],
          anggaran: [anggaran('2.07.03', '200', '100'), anggaran('2.07.04', '30', '20')],
        }),
      ).tujuan,
    ).toMatchObject([
      {
        kode: 'T1',
        capaian: '100.37',
        pagu: '200',
        serapan: '50.00',
        efisiensi: '50.37',
        programBersama: [{ kode: '2.07.04' }],
      },
      {
        kode: 'T2',
        capaian: null,
        alasan: 'BELUM_LENGKAP',
        pagu: null,
        programBersama: [{ kode: '2.07.04' }],
      },
    ]));
});

describe('anggaran', () => {
  const jawab = (daftar: FaktaAnggaran[], triwulan: Triwulan = 4, ubah: Partial<MasukanCapaian> = {}) =>
    hitungCapaian(masukan({ anggaran: daftar, ...ubah }), triwulan);

  it.each([
    ['516543100', '18711800', '3.62'],
    ['3726193426', '3609793309', '96.88'],
    ['5179400', '5179400', '100.00'],
    ['100', '125', '125.00'],
    ['0', '0', null],
    ['100', null, null],
  ])('pagu %s dan realisasi %s: serapan %s', (pagu, nilai, serapan) =>
    expect(jawab([anggaran('2.07.03', pagu, nilai)]).anggaran).toMatchObject([
      { kode: '2.07.03', tingkat: 'program', pagu, realisasi: nilai, serapan },
    ]),
  );

  it('realisasi kumulatif adalah yang terakhir dicatat sampai triwulan itu', () => {
    const baris: FaktaAnggaran = {
      ...anggaran('2.07.03', '100'),
      posisi: [3],
      realisasi: [
        { triwulan: 3, realisasi: '60', posisi: [9] },
        { triwulan: 1, realisasi: '20', posisi: [5] },
        { triwulan: 4, realisasi: null },
      ],
    };
    const sampai = (t: Triwulan) => jawab([baris], t).anggaran[0]?.realisasi;
    expect([sampai(1), sampai(2), sampai(4)]).toEqual(['20', '20', '60']);
    expect(jawab([baris]).anggaran[0]?.asal).toEqual({ pagu: [3], realisasi: [9] });
  });

  it.each([
    [
      'program',
      [anggaran('2.07.01', '6', '3'), anggaran('2.07.02', '4', '2'), anggaran('5', '99', '99')],
      '10',
      '50.00',
    ],
    [
      'kegiatan',
      [anggaran('2.07.01', '6'), anggaran('2.07.01.2.01', '4', '1'), anggaran('5', '99', '99')],
      '4',
      '25.00',
    ],
    ['belanja', [anggaran('2.07.01', '6'), anggaran('5.1', '1', '1'), anggaran('5', '8', '2')], '8', '25.00'],
    [null, [anggaran('2.07.01', '6'), anggaran('5.1', '1', '1')], null, null],
    [null, [], null, null],
  ])('total dari %s, dasar pertama yang lengkap', (dasar, daftar, pagu, serapan) =>
    expect(jawab(daftar).total).toMatchObject({ dasar, pagu, serapan }),
  );

  it('totalPk hanya program yang disebut dalam PK yang berlaku, masing-masing sekali', () => {
    const daftar = [anggaran('2.07.01', '900', '900'), anggaran('2.07.03', '10', '5')];
    const programPk = ['2.07.03', '2.07.03'];
    expect(jawab(daftar, 4, { programPk }).totalPk).toEqual({ pagu: '10', realisasi: '5', serapan: '50.00' });
    expect(jawab(daftar, 4, { programPk, pkBerlaku: false }).totalPk).toEqual({
      pagu: null,
      realisasi: null,
      serapan: null,
    });
  });

  it.each([
    ['2.07.03', 'program'],
    ['2.07.03.2.01', 'kegiatan'],
    ['2.07.03.2.01.01', 'sub-kegiatan'],
    ['2.07.03.2.01.0001', 'sub-kegiatan'],
    ['5', 'belanja'],
    ['5.1.02', 'belanja'],
    ['5.1.02.01.01.0001', 'belanja'],
  ])('kode %s adalah %s', (kode, tingkat) => expect(tingkatAnggaran(kode)).toBe(tingkat));
});

describe('jawaban utuh', () => {
  it('menghitung indikator PK dan yang mencapai targetnya', () => {
    const daftar = [
      indikator({ kode: 'A', pengukuran: [realisasi(4, '54.20')] }),
      indikator({ kode: 'B', pengukuran: [realisasi(4, '54.19')] }),
      indikator({ kode: 'C' }),
      indikator({ kode: 'D', targetPk: null, pengukuran: [realisasi(4, '99')] }),
    ];
    expect(hitungCapaian(masukan({ indikator: daftar })).total).toMatchObject({
      indikator: 3,
      mencapaiTarget: 1,
    });
  });

  it('tanpa fakta apa pun, jawabannya kosong dan bukan nol', () =>
    expect(hitungCapaian(masukan({ pkBerlaku: false }))).toEqual({
      pemda: '61.71',
      opd: 'disnaker',
      tahun: TAHUN,
      triwulan: 4,
      posisi: 7,
      indikator: [],
      tujuan: [],
      sasaran: [],
      anggaran: [],
      total: { dasar: null, pagu: null, realisasi: null, serapan: null, indikator: 0, mencapaiTarget: 0 },
      totalPk: { pagu: null, realisasi: null, serapan: null },
    }));

  it('menyebut peristiwa asal setiap realisasi: triwulan terakhir, atau semua yang dijumlah', () => {
    const pengukuran = [
      { ...realisasi(1, '1'), posisi: [21] },
      { ...realisasi(2, '2'), posisi: [22, 30] },
    ];
    expect(hitung({ pengukuran }).asal.realisasi).toEqual([22, 30]);
    expect(hitung({ pengukuran, agregasi: 'jumlah' }).asal.realisasi).toEqual([21, 22, 30]);
  });

  it('angka sebesar apa pun yang boleh dicatat tidak menghentikan perhitungan', () => {
    const besar = '999999999999999';
    const hasil = hitungCapaian(
      masukan({
        indikator: [
          indikator({
            agregasi: 'jumlah',
            targetPk: { nilai: '0.000001' },
            pengukuran: ([1, 2, 3, 4] as const).map((t) => realisasi(t, besar)),
            tahunSebelumnya: [{ tahun: 2022, target: '1', realisasi: `-${besar}` }],
          }),
        ],
        sasaran: [{ kode: 'S1', indikator: ['IKU-1'] }],
        program: ['2.07.01', '2.07.02'].map((kode) => ({ kode, sasaran: ['S1'] })),
        anggaran: ['2.07.01', '2.07.02'].map((kode) => anggaran(kode, '9'.repeat(18), '9'.repeat(18))),
      }),
    );
    expect(hasil.indikator[0]).toMatchObject({
      realisasi: '3999999999999996.00',
      capaian: '399999999999999600000000.00',
    });
    expect(hasil.sasaran[0]).toMatchObject({ pagu: '1999999999999999998', serapan: '100.00' });
    expect(hasil.total).toMatchObject({ pagu: '1999999999999999998', mencapaiTarget: 1 });
  });

  it('tidak mengubah masukannya', () => {
    const beku = masukan({
      indikator: [indikator({ pengukuran: [realisasi(4, '1'), realisasi(1, '2')] })],
      anggaran: [anggaran('5', '10', '5')],
    });
    const salinan = structuredClone(beku);
    hitungCapaian(beku);
    expect(beku).toEqual(salinan);
  });
});
