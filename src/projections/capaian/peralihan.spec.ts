import { type Berstream, di, project, rekam } from '../../../test/support/project.js';
import { PERSIAPAN, STREAM } from '../../../test/support/tahun.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { opdDidaftarkan } from '../../planning/opd/opd.contoh.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { indikatorDihubungkan } from '../../planning/program/program.contoh.js';
import { rktDitetapkan, targetRktDicatat } from '../../planning/rencana-kinerja/rencana-kinerja.contoh.js';
import * as contoh from '../../planning/renstra/renstra.contoh.js';
import { type CapaianIndikator, type CapaianOpd, hitungCapaian } from '../../reporting/capaian.js';
import { tercatat as dibandingkan } from '../../reporting/pembanding/pembanding.contoh.js';
import * as ukur from '../../reporting/pengukuran/pengukuran.contoh.js';
import { capaianView } from './capaian.projection.js';
import { type BarisCapaian, bagianKunci } from './fakta.js';
import { type FaktaTerbaca, masukanCapaian } from './masukan.js';

type Log = readonly (readonly Berstream[])[];

/** The facts of every OPD, each with all the others at hand. */
const keluarga = (log: Log): ReadonlyMap<string, FaktaTerbaca> => {
  const baris = project(capaianView, rekam<DomainEvent>(...log));
  const menurut = Map.groupBy(baris, ([kunci]) => bagianKunci(kunci).opd);
  const semua = new Map<string, FaktaTerbaca>();
  for (const [kode, milik] of menurut) {
    const isi: BarisCapaian[] = milik.map(([, row]) => row);
    const opd = isi.find((b) => b.jenis === 'opd');
    if (opd === undefined) continue;
    const tahun = isi.filter((b) => b.jenis === 'tahun');
    const triwulan = isi.filter((b) => b.jenis === 'triwulan');
    semua.set(kode, { opd, pemda: null, tahun, triwulan, keluarga: semua });
  }
  return semua;
};
const capaian = (log: Log, opd: string, tahun: number): CapaianOpd => {
  const fakta = keluarga(log).get(opd);
  if (fakta === undefined) throw new Error(`tidak ada ${opd}`);
  return hitungCapaian(masukanCapaian(fakta, tahun, 0), 4);
};
const indikator = (log: Log, opd: string, tahun: number, kode: string): CapaianIndikator | undefined =>
  capaian(log, opd, tahun).indikator.find((i) => i.kode === kode);
const kode = (log: Log, opd: string, tahun: number) => capaian(log, opd, tahun).indikator.map((i) => i.kode);

const oleh = { oleh: pk.perencana, cara: 'elektronik' } as const;
const tw4 = (opd: string, tahun: number, kodeIndikator: string, nilai: string) =>
  di<DomainEvent>(`Pengukuran-61.71.${opd}.${tahun}.tw4`, ukur.tercatat(kodeIndikator, ukur.angka(nilai)));
const rkt = (opd: string, tahun: number, kodeIndikator: string, target: string) =>
  di<DomainEvent>(
    `RencanaKinerja-61.71.${opd}.${tahun}`,
    targetRktDicatat({ indikator: kodeIndikator, target, sebelum: null }),
    rktDitetapkan('murni'),
  );
const opdBaru = (opd: string) => [
  di<DomainEvent>(`Opd-61.71.${opd}`, opdDidaftarkan),
  di<DomainEvent>(
    `Renstra-61.71.${opd}.2022`,
    contoh.disusun,
    contoh.tujuanDitambahkan,
    contoh.sasaranDitambahkan,
    contoh.renstraDitetapkan,
  ),
];
const target2024: DomainEvent = {
  type: 'TargetRenstraDitetapkan',
  data: { indikator: 'IKU-1', tahun: 2024, target: '95', sebelum: null, ...oleh },
};
const lampau = (stream: string, kodeIndikator: string, tahun: number, realisasi: string) =>
  di<DomainEvent>(stream, {
    type: 'RealisasiLampauDicatat',
    data: { indikator: kodeIndikator, tahun, realisasi, sebelum: null, ...oleh },
  });

/** Two years of figures with the old OPD, and a second one that is ready to take over. */
const sebelum: Log = [
  ...PERSIAPAN,
  di<DomainEvent>(STREAM.renstra, target2024),
  lampau(STREAM.renstra, 'IKU-1', 2021, '85.00'),
  rkt('disnaker', 2022, 'IKU-1', '88.00'),
  tw4('disnaker', 2022, 'IKU-1', '87.00'),
  tw4('disnaker', 2023, 'IKU-1', '91.08'),
  tw4('disnaker', 2023, 'IKU-2', '50.00'),
  di<DomainEvent>(STREAM.pembanding, dibandingkan),
  ...opdBaru('distrans'),
];
const pindah = (
  dari: string,
  ke: string,
  [lama, baru]: readonly [string, string],
  sejak: number,
  target = '95',
): Log => {
  const letak = (opd: string, k: string) => ({ opd, mulai: 2022, kode: k });
  const { data: pergi } = contoh.dialihkan;
  const { data: datang } = contoh.diterima;
  return [
    di<DomainEvent>(`Renstra-61.71.${dari}.2022`, {
      type: 'IndikatorDialihkan',
      data: { ...pergi, indikator: lama, ke: letak(ke, baru), sejak },
    }),
    di<DomainEvent>(`Renstra-61.71.${ke}.2022`, {
      type: 'IndikatorDiterima',
      data: {
        ...datang,
        indikator: baru,
        dari: letak(dari, lama),
        sejak,
        definisi: { ...datang.definisi, kode: baru },
        target: [{ tahun: 2024, target }],
      },
    }),
  ];
};
const sesudah: Log = [...sebelum, ...pindah('disnaker', 'distrans', ['IKU-1', 'IKU-3'], 2024)];
const posisi = (log: Log, jenis: string): number[] =>
  rekam<DomainEvent>(...log)
    .filter((e) => e.type === jenis)
    .map((e) => e.meta.posisi);

describe('OPD lama', () => {
  it.each([2022, 2023])('menunjukkan tahun %d tepat seperti sebelum indikatornya dialihkan', (tahun) =>
    expect(capaian(sesudah, 'disnaker', tahun)).toEqual(capaian(sebelum, 'disnaker', tahun)),
  );
  it('tidak memuatnya lagi sejak tahun peralihan, juga bila pohon program tahun itu sudah menggantungkannya', () => {
    expect(kode(sebelum, 'disnaker', 2024)).toContain('IKU-1');
    expect(kode(sesudah, 'disnaker', 2024)).not.toContain('IKU-1');
    const digantung = di<DomainEvent>('Program-61.71.disnaker.2024', {
      ...indikatorDihubungkan,
      data: { ...indikatorDihubungkan.data, indikator: 'IKU-1' },
    });
    expect(kode([...sesudah, digantung], 'disnaker', 2024)).not.toContain('IKU-1');
    expect(kode(sesudah, 'disnaker', 2024)).toContain('IKU-2');
  });
  it('tetap memuat yang sudah punya fakta tahun itu, tanpa target Renstra yang ikut pindah', () => {
    const terukur = [...sesudah, tw4('disnaker', 2024, 'IKU-1', '92.00')];
    expect(indikator(terukur, 'disnaker', 2024, 'IKU-1')).toMatchObject({
      realisasi: '92.00',
      target: null,
      tahunLalu: { realisasi: '91.08' },
    });
  });
});

describe('OPD penerima', () => {
  const angkaLama = (tahun: number) => {
    const { target, realisasi, capaian: hasil } = indikator(sebelum, 'disnaker', tahun, 'IKU-1') ?? {};
    return { tahun, target, realisasi, capaian: hasil };
  };
  it('membandingkan dengan angka tahun-tahun sebelumnya dari OPD lama, menurut rumus yang sama', () => {
    const log = [...sesudah, tw4('distrans', 2024, 'IKU-3', '93.00')];
    expect(indikator(log, 'distrans', 2024, 'IKU-3')).toMatchObject({
      target: '95',
      sumberTarget: 'renstra',
      realisasi: '93.00',
      tahunLalu: { tahun: 2023, realisasi: '91.08', selisih: '1.92', arah: 'naik' },
      tahunSebelumnya: [
        angkaLama(2023),
        angkaLama(2022),
        { tahun: 2021, target: null, realisasi: '85.00', capaian: null },
      ],
    });
    expect(angkaLama(2022)).toMatchObject({ target: '88.00', realisasi: '87.00' });
    expect(angkaLama(2023)).toMatchObject({ target: '91.50', realisasi: '91.08' });
  });
  it('tidak memuatnya di tahun sebelum diterima', () => {
    expect(kode(sesudah, 'distrans', 2023)).toEqual(kode(sebelum, 'distrans', 2023));
    expect(kode(sesudah, 'distrans', 2024)).toEqual(['IKU-3']);
  });
  it('menunjuk asal target yang ikut pindah sampai peristiwa di OPD lama', () =>
    expect(indikator(sesudah, 'distrans', 2024, 'IKU-3')?.asal.target).toEqual([
      posisi(sesudah, 'TargetRenstraDitetapkan')[1],
      ...posisi(sesudah, 'IndikatorDiterima'),
    ]));
  it('membawa pembanding, dan mendahulukan yang dicatatnya sendiri', () => {
    const wilayah = { tingkat: 'nasional', wilayah: 'Indonesia', tahun: 2022 };
    expect(indikator(sesudah, 'distrans', 2024, 'IKU-3')?.pembanding).toMatchObject([
      { ...wilayah, nilai: '94.14' },
    ]);
    const sendiri = di<DomainEvent>('Pembanding-61.71.distrans', {
      ...dibandingkan,
      data: { ...dibandingkan.data, indikator: 'IKU-3', nilai: '94.20' },
    });
    expect(indikator([...sesudah, sendiri], 'distrans', 2024, 'IKU-3')?.pembanding).toMatchObject([
      { ...wilayah, nilai: '94.20' },
    ]);
  });
  it('mendahulukan angka OPD lama atas laporan yang mencetaknya kembali', () => {
    const dicetak = [2020, 2021, 2022].map((tahun) =>
      lampau('Renstra-61.71.distrans.2022', 'IKU-3', tahun, '10.00'),
    );
    const semua = indikator([...sesudah, ...dicetak], 'distrans', 2024, 'IKU-3')?.tahunSebelumnya;
    expect(semua?.map((t) => [t.tahun, t.realisasi])).toEqual([
      [2023, '91.08'],
      [2022, '87.00'],
      [2021, '85.00'],
      [2020, '10.00'],
    ]);
  });
});

describe('peralihan beruntun', () => {
  const [lama, tengah, baru] = ['disnaker', 'distrans', 'dinkes'];
  const dua: Log = [
    ...sebelum,
    ...opdBaru('dinkes'),
    ...pindah('disnaker', 'distrans', ['IKU-1', 'IKU-3'], 2023),
    tw4('distrans', 2023, 'IKU-3', '70.00'),
    ...pindah('distrans', 'dinkes', ['IKU-3', 'IKU-5'], 2024),
    tw4('dinkes', 2024, 'IKU-5', '75.00'),
  ];
  it('setiap tahun menurut OPD yang memilikinya tahun itu', () =>
    expect(indikator(dua, baru, 2024, 'IKU-5')?.tahunSebelumnya.map((t) => [t.tahun, t.realisasi])).toEqual([
      [2023, '70.00'],
      [2022, '87.00'],
      [2021, '85.00'],
    ]));
  it('OPD di tengah hanya memuat tahunnya sendiri', () => {
    expect(kode(dua, tengah, 2022)).not.toContain('IKU-3');
    expect(kode(dua, tengah, 2023)).toContain('IKU-3');
    expect(kode(dua, tengah, 2024)).not.toContain('IKU-3');
  });
  it('yang kembali dengan kode lain melanjutkan riwayatnya sendiri', () => {
    const kembali: Log = [...dua, ...pindah(baru, lama, ['IKU-5', 'IKU-1B'], 2024)];
    expect(kode(kembali, lama, 2024)).toContain('IKU-1B');
    expect(
      indikator(kembali, lama, 2024, 'IKU-1B')?.tahunSebelumnya.map((t) => [t.tahun, t.realisasi]),
    ).toEqual([
      [2023, '70.00'],
      [2022, '87.00'],
      [2021, '85.00'],
    ]);
  });
});
