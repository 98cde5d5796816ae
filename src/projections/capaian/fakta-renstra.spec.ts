import { acak } from '../../../test/contract/runner.contoh.js';
import { bacaDari } from '../../../test/support/baca.js';
import { di, project, rekam } from '../../../test/support/project.js';
import { PERSIAPAN, STREAM } from '../../../test/support/tahun.contoh.js';
import { TahunAcak } from '../../../test/support/tahun-acak.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { elektronik, iku } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { naskahTahun } from '../../planning/renstra/peralihan.decider.js';
import * as contoh from '../../planning/renstra/renstra.contoh.js';
import {
  type Renstra as NaskahRenstra,
  type RenstraEvent,
  renstra,
} from '../../planning/renstra/renstra.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import { versiTahun } from '../../planning/renstra/versi.decider.js';
import { hitungCapaian } from '../../reporting/capaian.js';
import { capaianView } from './capaian.projection.js';
import type { FaktaOpd, Renstra } from './fakta.js';
import { masukanCapaian, renstraDari } from './masukan.js';
import { renstraPada } from './peralihan.js';

const faktaDari = (log: ReturnType<typeof rekam>) => {
  const baris = [...project(capaianView, log).values()];
  return {
    opd: baris.find((b) => b.jenis === 'opd') as FaktaOpd,
    pemda: baris.find((b) => b.jenis === 'pemda') ?? null,
    tahun: baris.filter((b) => b.jenis === 'tahun'),
    triwulan: baris.filter((b) => b.jenis === 'triwulan'),
  };
};
const capaian = (tahun: number, ...renstraEvents: RenstraEvent[]) => {
  const log = rekam<DomainEvent>(...PERSIAPAN, di(STREAM.renstra, ...renstraEvents));
  return hitungCapaian(masukanCapaian(faktaDari(log), tahun, 0), 4);
};

const target = (tahun: number, nilai: string, sebelum: string | null): RenstraEvent => ({
  type: 'TargetRenstraDitetapkan',
  data: { indikator: 'IKU-1', tahun, target: nilai, sebelum, ...elektronik },
});
const SUNTINGAN: RenstraEvent[] = [
  target(2024, '95', null),
  {
    type: 'IndikatorDitetapkan',
    data: { ...iku('IKU-1', { nama: 'Nama baru' }), sebelum: iku('IKU-1'), ...elektronik },
  },
  { type: 'IndikatorDitetapkan', data: { ...iku('IKU-9'), sebelum: null, ...elektronik } },
  {
    type: 'IndikatorDilepas',
    data: { indikator: 'IKU-2', tingkat: 'sasaran', kode: 'S1', alasan: 'x', ...elektronik },
  },
  { type: 'UnsurRenstraDihapus', data: { unsur: 'indikator', kode: 'IKU-2', alasan: 'x', ...elektronik } },
];

describe('Perubahan Renstra', () => {
  it.each([2022, 2023, 2024])('rancangan tidak mengubah satu angka pun tahun %d', (tahun) => {
    const sebelum = capaian(tahun);
    expect(capaian(tahun, contoh.perubahanDimulai, ...SUNTINGAN)).toEqual(sebelum);
    expect(capaian(tahun, contoh.perubahanDimulai, ...SUNTINGAN, contoh.perubahanDibatalkan)).toEqual(
      sebelum,
    );
  });

  const ditetapkan = [contoh.perubahanDimulai, ...SUNTINGAN, contoh.perubahanDitetapkan];
  it.each([2022, 2023])('yang berlaku sejak 2024 membiarkan tahun %d seperti semula', (tahun) =>
    expect(capaian(tahun, ...ditetapkan)).toEqual(capaian(tahun)),
  );
  it('sejak 2024 memakai definisi, indikator, dan target yang baru', () => {
    const daftar = capaian(2024, ...ditetapkan).indikator;
    expect(daftar.map((i) => [i.kode, i.nama, i.target])).toEqual([
      ['IKU-1', 'Nama baru', '95'],
      ['I-2.07.03-1', iku('I-2.07.03-1').nama, null],
      ['IKU-9', iku('IKU-9').nama, null],
    ]);
  });
});

describe('Renstra pengganti yang beririsan', () => {
  const BARU = 'Renstra-61.71.disnaker.2023';
  const disusun = { ...contoh.disusun, data: { ...contoh.disusun.data, mulai: 2023, selesai: 2027 } };
  const rancangan = [
    disusun as RenstraEvent,
    contoh.indikatorDitetapkan(iku('IKU-1', { nama: 'Nama baru' })),
    contoh.indikatorDitetapkan(iku('IKU-9')),
    ...[2022, 2023, 2024].map(
      (tahun): RenstraEvent => ({
        type: 'TargetRenstraDitetapkan',
        data: { indikator: 'IKU-9', tahun, target: '1', sebelum: null, ...elektronik },
      }),
    ),
    {
      type: 'RealisasiLampauDicatat',
      data: { indikator: 'IKU-9', tahun: 2021, realisasi: '7', sebelum: null, ...elektronik },
    } satisfies RenstraEvent,
  ];
  const dengan = (tahun: number, ...events: RenstraEvent[]) => {
    const log = rekam<DomainEvent>(
      ...PERSIAPAN,
      di(STREAM.renstra, contoh.renstraDitetapkan),
      ...(events.length === 0 ? [] : [di(BARU, ...events)]),
    );
    return hitungCapaian(masukanCapaian(faktaDari(log), tahun, 0), 4);
  };
  it.each([2021, 2022, 2023, 2024])('selama disusun tidak mengubah satu angka pun tahun %d', (tahun) =>
    expect(dengan(tahun, ...rancangan)).toEqual(dengan(tahun)),
  );
  it('yang dibatalkan tidak meninggalkan apa pun', () => {
    expect(dengan(2027, ...rancangan, contoh.renstraDibatalkan)).toEqual(dengan(2027));
    const log = rekam<DomainEvent>(di(BARU, ...rancangan, contoh.renstraDibatalkan, ...rancangan));
    expect(faktaDari(log)).toEqual(
      expect.objectContaining({ opd: expect.objectContaining({ renstra: [expect.anything()] }) }),
    );
  });
  it('berlaku bagi tahun yang tidak dicakup Renstra lain, dan bagi semuanya sejak ditetapkan', () => {
    const kode = (tahun: number, ...events: RenstraEvent[]) =>
      dengan(tahun, ...events).indikator.map((i) => [i.kode, i.nama]);
    const baru = ['IKU-9', iku('IKU-9').nama];
    expect(kode(2027, ...rancangan)).toContainEqual(baru);
    expect(kode(2024, ...rancangan)).not.toContainEqual(baru);
    expect(kode(2024, ...rancangan, contoh.renstraDitetapkan)).toContainEqual(baru);
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('aturan dan tampilan memilih Renstra tahun itu sama (ditetapkan: %s, %s)', (lama, baru) => {
    const isi = {
      [STREAM.renstra]: [...contoh.naskah, ...(lama ? [contoh.renstraDitetapkan] : [])],
      [BARU]: [...rancangan, ...(baru ? [contoh.renstraDitetapkan] : [])],
    };
    const log = rekam<DomainEvent>(...Object.entries(isi).map(([stream, e]) => di(stream, ...e)));
    for (const tahun of [2021, 2022, 2023, 2024, 2025, 2027, 2028])
      expect(renstraDari(faktaDari(log), tahun)?.mulai ?? null).toBe(
        renstraTahun(bacaDari(isi), '61.71', 'disnaker', tahun)?.state.mulai ?? null,
      );
  });
});

/** What a version says, the same for the rule's state and for the view's row. */
const isiNaskah = (r: NaskahRenstra) => ({
  versi: r.versi,
  tujuan: [...r.tujuan].map(([kode, { uraian }]) => [kode, uraian]),
  sasaran: [...r.sasaran].map(([kode, s]) => [kode, s.uraian]),
  indikator: r.indikator.values().map((i) => i.definisi),
  hubungan: [...r.hubungan.values()],
  target: r.indikator
    .values()
    .flatMap((i) => [...i.target].map((t) => [i.definisi.kode, ...t]))
    .sort(),
  lampau: r.indikator
    .values()
    .flatMap((i) => [...i.lampau].map((t) => [i.definisi.kode, ...t]))
    .sort(),
});
const isiBaris = (r: Renstra): ReturnType<typeof isiNaskah> => ({
  versi: r.versi,
  tujuan: r.tujuan.map((t) => [t.kode, t.uraian]),
  sasaran: r.sasaran.map((s) => [s.kode, s.uraian]),
  indikator: [...r.indikator],
  hubungan: [...r.hubungan],
  target: r.target.map((t) => [t.indikator, t.tahun, t.target]).sort() as never,
  lampau: r.lampau.map((t) => [t.indikator, t.tahun, t.realisasi]).sort() as never,
});

it.each([1, 2, 3, 4, 5])(
  'baris tampilan dan aturan membaca setiap versi sama, apa pun urutannya (benih %d)',
  (benih) => {
    const log = rekam<DomainEvent>([...new TahunAcak(acak(benih)).banyak(3_000)]);
    const stream = 'Renstra-61.71.disnaker.2022';
    const events = log.filter((e) => e.meta.stream === stream) as unknown as RenstraEvent[];
    const naskah = events.reduce((r, e, i) => renstra.evolve(r, e, i), renstra.initial);
    const row = project(capaianView, log).get('opd:61.71/disnaker') as FaktaOpd;
    const baris = row.renstra[0] as Renstra;
    expect(naskah.terdahulu.length).toBeGreaterThan(0);
    for (const tahun of [2021, 2022, 2023, 2024])
      expect(isiBaris(versiTahun(baris, tahun))).toEqual(isiNaskah(versiTahun(naskah, tahun)));
    expect(baris.rancangan && isiBaris(baris.rancangan)).toEqual(
      naskah.rancangan && isiNaskah(naskah.rancangan),
    );
  },
);

it.each([
  ['di luar Perubahan', [...contoh.naskah, contoh.renstraDitetapkan, contoh.dialihkan, contoh.diterima]],
  [
    'selagi Perubahan disusun',
    [
      ...contoh.naskah,
      contoh.renstraDitetapkan,
      contoh.perubahanDimulai,
      contoh.dialihkan,
      contoh.diterima,
      contoh.perubahanDitetapkan,
    ],
  ],
] satisfies [string, RenstraEvent[]][])(
  'peralihan indikator %s dibaca sama oleh aturan dan tampilan',
  (_, events) => {
    const naskah = events.reduce((r, e, i) => renstra.evolve(r, e, i), renstra.initial);
    const row = project(capaianView, rekam<DomainEvent>(di(STREAM.renstra, ...events))).get(
      'opd:61.71/disnaker',
    ) as FaktaOpd;
    const [baris] = row.renstra;
    for (const tahun of [2022, 2023, 2024]) {
      const [aturan, tampilan] = [naskahTahun(naskah, tahun), renstraPada(baris as Renstra, tahun)];
      expect(tampilan.indikator).toEqual(aturan.indikator.values().map((i) => i.definisi));
      expect(isiBaris(versiTahun(baris as Renstra, tahun))).toEqual(isiNaskah(versiTahun(naskah, tahun)));
    }
  },
);
