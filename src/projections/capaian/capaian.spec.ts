import { type Berstream, di, project, rekam } from '../../../test/support/project.js';
import { PERSIAPAN, STREAM, TAHUN } from '../../../test/support/tahun.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { paguDigeser, paguDitetapkan } from '../../planning/anggaran/anggaran.contoh.js';
import type { AnggaranEvent } from '../../planning/anggaran/anggaran.decider.js';
import { skalaKota } from '../../planning/pemda/pemda.contoh.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { indikatorDihubungkan } from '../../planning/program/program.contoh.js';
import {
  perubahanDimulai,
  perubahanDitetapkan,
  rencanaAksiDitetapkan,
  targetTriwulanDicatat,
} from '../../planning/rencana-aksi/rencana-aksi.contoh.js';
import { rktDitetapkan, targetRktDicatat } from '../../planning/rencana-kinerja/rencana-kinerja.contoh.js';
import { type CapaianOpd, hitungCapaian, type Triwulan } from '../../reporting/capaian.js';
import * as ukur from '../../reporting/pengukuran/pengukuran.contoh.js';
import { capaianView } from './capaian.projection.js';
import type { BarisCapaian } from './fakta.js';
import { masukanCapaian } from './masukan.js';

type Bagian = readonly (readonly Berstream[])[];

/** Figures as the query computes them, without a store. */
const capaian = (bagian: Bagian, tahun = 2023, triwulan: Triwulan = 4): CapaianOpd => {
  const baris: BarisCapaian[] = [...project(capaianView, rekam<DomainEvent>(...bagian)).values()];
  const opd = baris.find((b) => b.jenis === 'opd');
  if (opd === undefined) throw new Error('tidak ada OPD');
  const fakta = {
    opd,
    pemda: baris.find((b) => b.jenis === 'pemda') ?? null,
    tahun: baris.filter((b) => b.jenis === 'tahun'),
    triwulan: baris.filter((b) => b.jenis === 'triwulan'),
  };
  return hitungCapaian(masukanCapaian(fakta, tahun, 0), triwulan);
};
const indikator = (c: CapaianOpd, kode: string) => c.indikator.find((i) => i.kode === kode);

const lain = (tahun: number) => ({
  rkt: `RencanaKinerja-61.71.disnaker.${tahun}`,
  program: `Program-61.71.disnaker.${tahun}`,
  tw: `Pengukuran-61.71.disnaker.${tahun}.tw4`,
});
const oleh = { oleh: pk.perencana, cara: 'elektronik' } as const;
const lampau = (tahun: number, realisasi: string): DomainEvent => ({
  type: 'RealisasiLampauDicatat',
  data: { indikator: 'IKU-1', tahun, realisasi, sebelum: null, ...oleh },
});

describe('fakta', () => {
  const baris = project(capaianView, TAHUN);

  it('menyimpan pemda, OPD, tahun, dan setiap triwulan di barisnya sendiri', () =>
    expect([...baris.keys()]).toEqual([
      'pemda:61.71',
      'opd:61.71/disnaker',
      'tahun:61.71/disnaker/2023',
      'triwulan:61.71/disnaker/2023/1',
      'triwulan:61.71/disnaker/2023/4',
      'opd:61.71/pemda',
    ]));

  it('mencatat posisi entri dan koreksinya', () => {
    const tw4 = baris.get('triwulan:61.71/disnaker/2023/4');
    const posisi = TAHUN.filter((e) => e.meta.stream === STREAM.tw(4) && /^Realisasi/.test(e.type));
    expect(tw4).toMatchObject({
      status: 'disetujui',
      entri: [{ indikator: 'IKU-1', realisasi: '91.20', asal: posisi.map((e) => e.meta.posisi) }],
    });
  });

  it('mengganti definisi indikator di tempatnya, jadi urutan definisi tetap', () => {
    const ulang = di(STREAM.renstra, {
      type: 'IndikatorDitetapkan',
      data: { ...pk.iku('IKU-1', { nama: 'Nama baru' }), sebelum: pk.iku('IKU-1'), ...oleh },
    } as const);
    const c = capaian([...PERSIAPAN, ulang]);
    expect(c.indikator.map((i) => i.kode)).toEqual(['IKU-1', 'IKU-2', 'I-2.07.03-1']);
    expect(indikator(c, 'IKU-1')?.nama).toBe('Nama baru');
  });

  it('tidak mencampur OPD 71 di provinsi 61 dengan kota 61.71', () => {
    const kembar = rekam<DomainEvent>(
      di('Pemda-61.71', { type: 'PemdaDidaftarkan', data: { nama: 'Kota', zona: 'WIB', ...oleh } } as const),
      di('Opd-61.71', { type: 'OpdDidaftarkan', data: { nama: 'Dinas', berdasarkan: [], ...oleh } } as const),
    );
    expect([...project(capaianView, kembar).keys()]).toEqual(['pemda:61.71', 'opd:61/71']);
  });

  it('memakai Perjanjian Kinerja kepala daerah untuk pemda, dan tidak untuk OPD', () => {
    const kunci = (jabatan: string, opd: string) =>
      project(
        capaianView,
        rekam(di(`PerjanjianKinerja-61.71.${opd}.${jabatan}.2023`, ...pk.murniBerlaku)),
      ).keys();
    expect([...kunci('kepala-daerah', 'pemda')]).toEqual(['tahun:61.71/pemda/2023']);
    expect([...kunci('kepala', 'pemda'), ...kunci('kepala-daerah', 'disnaker')]).toEqual([]);
  });

  it('hanya memakai Perjanjian Kinerja kepala, bukan jabatan di bawahnya', () => {
    const bawahan = di('PerjanjianKinerja-61.71.disnaker.bidang-penta.2023', ...pk.murniBerlaku);
    expect(capaian([...PERSIAPAN, bawahan]).indikator.some((i) => i.pk)).toBe(false);
  });
});

describe('Perjanjian Kinerja yang berlaku', () => {
  it('belum ada sebelum kedua pihak menandatangani', () => {
    const c = capaian([...PERSIAPAN, di(STREAM.pk, pk.pengajuan, pk.ttdKadis)]);
    expect(c.indikator.some((i) => i.pk)).toBe(false);
    expect(c.total.indikator).toBe(0);
    expect(indikator(c, 'IKU-1')).toMatchObject({ target: '91.50', sumberTarget: 'renstra' });
  });

  it('memberi target sejak tanda tangan kedua, dengan asal dari pengajuan sampai berlaku', () => {
    const bagian: Bagian = [...PERSIAPAN, di(STREAM.pk, ...pk.murniBerlaku)];
    const posisi = rekam(...bagian).filter((e) => e.meta.stream === STREAM.pk);
    expect(indikator(capaian(bagian), 'IKU-1')).toMatchObject({
      pk: true,
      target: '91.50',
      sumberTarget: 'pk',
      asal: { target: posisi.map((e) => e.meta.posisi) },
    });
  });

  it('tetap yang murni selama perubahan belum ditandatangani kedua pihak', () => {
    const menunggu = di(STREAM.pk, ...pk.murniBerlaku, pk.pengajuanPerubahan, pk.ttdKadisPerubahan);
    expect(indikator(capaian([...PERSIAPAN, menunggu]), 'IKU-1')?.target).toBe('91.50');
    const berlaku = di(STREAM.pk, ...pk.perubahanBerlaku);
    expect(indikator(capaian([...PERSIAPAN, berlaku]), 'IKU-1')?.target).toBe('92.00');
  });

  it('tidak memuat naskah yang dibatalkan', () => {
    const c = capaian([...PERSIAPAN, di(STREAM.pk, pk.pengajuan, pk.dibatalkan)]);
    expect(c.indikator.some((i) => i.pk)).toBe(false);
  });
});

describe('target', () => {
  const murni = [targetRktDicatat(), rktDitetapkan('murni')];
  const perubahan = targetRktDicatat({ jenis: 'perubahan', target: '55.00', sebelum: null });

  it('RKT baru dihitung setelah ditetapkan', () => {
    const rancangan = capaian([...PERSIAPAN, di(STREAM.rkt, targetRktDicatat())]);
    expect(indikator(rancangan, 'I-2.07.03-1')?.target).toBeNull();
    const ditetapkan = capaian([...PERSIAPAN, di(STREAM.rkt, ...murni)]);
    expect(indikator(ditetapkan, 'I-2.07.03-1')).toMatchObject({ target: '52.00', sumberTarget: 'rkt' });
  });

  it('RKT perubahan mendahului murni sejak ditetapkan', () => {
    const rancangan = capaian([...PERSIAPAN, di(STREAM.rkt, ...murni, perubahan)]);
    expect(indikator(rancangan, 'I-2.07.03-1')?.target).toBe('52.00');
    const c = capaian([...PERSIAPAN, di(STREAM.rkt, ...murni, perubahan, rktDitetapkan('perubahan'))]);
    expect(indikator(c, 'I-2.07.03-1')?.target).toBe('55.00');
  });

  it('rencana aksi dipakai untuk triwulannya setelah ditetapkan', () => {
    const catat = di(STREAM.rencanaAksi, targetTriwulanDicatat());
    const tetap = di(STREAM.rencanaAksi, rencanaAksiDitetapkan);
    expect(indikator(capaian([...PERSIAPAN, catat], 2023, 1), 'IKU-1')?.target).toBe('91.50');
    expect(indikator(capaian([...PERSIAPAN, catat, tetap], 2023, 1), 'IKU-1')?.target).toBe('90');
    expect(indikator(capaian([...PERSIAPAN, catat, tetap]), 'IKU-1')?.target).toBe('91.50');
  });

  it('rancangan Rencana Aksi Perubahan tidak mengubah angka apa pun sampai ditetapkan', () => {
    const murni = [targetTriwulanDicatat(), rencanaAksiDitetapkan];
    const rancangan = [
      ...murni,
      perubahanDimulai(),
      targetTriwulanDicatat({ target: '95', sebelum: '90' }),
      targetTriwulanDicatat({ indikator: 'I-2.07.03-1', target: '10' }),
    ];
    const tw1 = (...events: readonly DomainEvent[]) =>
      capaian([...PERSIAPAN, di(STREAM.rencanaAksi, ...events)], 2023, 1);
    expect({ ...tw1(...rancangan), posisi: 0 }).toEqual({ ...tw1(...murni), posisi: 0 });
    const berlaku = tw1(...rancangan, perubahanDitetapkan);
    expect(indikator(berlaku, 'IKU-1')?.target).toBe('95');
    expect(indikator(berlaku, 'I-2.07.03-1')?.target).toBe('10');
  });
});

describe('indikator yang terdaftar', () => {
  it('yang tidak tergantung di mana pun tetap terdaftar, juga tanpa target dan realisasi', () =>
    expect(indikator(capaian(PERSIAPAN), 'I-2.07.03-1')).toMatchObject({
      target: null,
      capaian: null,
      alasan: 'BELUM_ADA_TARGET',
    }));

  it('yang tergantung di pohon program tahun lain milik tahun itu saja', () => {
    const c = [...PERSIAPAN, di(lain(2024).program, indikatorDihubungkan)];
    expect(indikator(capaian(c, 2023), 'I-2.07.03-1')).toBeUndefined();
    expect(indikator(capaian(c, 2024), 'I-2.07.03-1')).toBeDefined();
  });

  it('yang berfakta pada tahun itu terdaftar di mana pun ia tergantung', () => {
    const c = [
      ...PERSIAPAN,
      di(lain(2024).program, indikatorDihubungkan),
      di(STREAM.tw(4), ukur.tercatat('I-2.07.03-1', ukur.angka('50.00'))),
    ];
    expect(indikator(capaian(c), 'I-2.07.03-1')?.realisasi).toBe('50.00');
  });
});

describe('tahun sebelumnya', () => {
  it('memakai realisasi yang dilaporkan bila log tidak mempunyainya', () => {
    const c = capaian([
      ...PERSIAPAN,
      di(STREAM.renstra, lampau(2022, '90.08')),
      di(STREAM.tw(4), ukur.entri),
    ]);
    expect(indikator(c, 'IKU-1')?.tahunLalu).toEqual({
      tahun: 2022,
      realisasi: '90.08',
      selisih: '1.00',
      arah: 'naik',
    });
  });

  it('mendahulukan pengukuran di log atas angka laporan', () => {
    const c = capaian([
      ...PERSIAPAN,
      di(STREAM.renstra, lampau(2022, '90.08')),
      di(lain(2022).tw, ukur.tercatat('IKU-1', ukur.angka('89.50'))),
      di(STREAM.tw(4), ukur.entri),
    ]);
    expect(indikator(c, 'IKU-1')?.tahunLalu?.realisasi).toBe('89.50');
  });

  it('memuat setiap tahun yang diketahui, terbaru dahulu, dengan target RKT tahun itu', () => {
    const rkt = [
      targetRktDicatat({ indikator: 'IKU-1', target: '88.00', sebelum: null }),
      rktDitetapkan('murni'),
    ];
    const c = capaian([
      ...PERSIAPAN,
      di(STREAM.renstra, lampau(2021, '87.00'), lampau(2020, '86.00')),
      di(lain(2022).rkt, ...rkt),
      di(lain(2022).tw, ukur.tercatat('IKU-1', ukur.angka('44.00'))),
    ]);
    expect(indikator(c, 'IKU-1')?.tahunSebelumnya).toEqual([
      { tahun: 2022, target: '88.00', realisasi: '44.00', capaian: '50.00' },
      { tahun: 2021, target: null, realisasi: '87.00', capaian: null },
      { tahun: 2020, target: null, realisasi: '86.00', capaian: null },
    ]);
  });
});

describe('skala', () => {
  const terukur = [...PERSIAPAN, di(STREAM.tw(4), ukur.tercatat('IKU-1', ukur.angka('77.78')))];

  it('milik pemda dipakai bila OPD tidak punya untuk tahun itu', () =>
    expect(indikator(capaian(terukur), 'IKU-1')).toMatchObject({
      capaian: '85.01',
      predikat: 'Sangat Berhasil',
    }));

  it('milik OPD dan tahun mendahului milik pemda', () => {
    const [terbaik, ...sisanya] = skalaKota.kelas;
    const skala = { ...skalaKota, kelas: [{ ...terbaik, predikat: 'Hebat' }, ...sisanya] };
    const milikOpd = di(STREAM.opd, {
      type: 'SkalaOpdDitetapkan',
      data: { tahun: 2023, skala, sebelum: null, ...oleh },
    } as const);
    expect(indikator(capaian([...terukur, milikOpd]), 'IKU-1')?.predikat).toBe('Hebat');
  });
});

it('pembanding tahun yang akan datang tidak ikut', () => {
  const banding = (tahun: number): DomainEvent => ({
    type: 'PembandingDicatat',
    data: {
      indikator: 'IKU-1',
      tingkat: 'nasional',
      wilayah: 'Indonesia',
      tahun,
      nilai: '94.14',
      sumber: null,
      sebelum: null,
      berdasarkan: [],
      ...oleh,
    },
  });
  const c = capaian([...PERSIAPAN, di(STREAM.pembanding, banding(2022), banding(2024))]);
  expect(indikator(c, 'IKU-1')?.pembanding.map((p) => p.tahun)).toEqual([2022]);
});

it('pagu perubahan menggantikan murni, dan realisasi anggaran yang dikoreksi dihitung', () => {
  const c = capaian([
    ...PERSIAPAN,
    di(STREAM.anggaran, {
      type: 'PaguDitetapkan',
      data: {
        jenis: 'perubahan',
        kode: '2.07.03',
        tingkat: 'program',
        nama: null,
        sumberDana: null,
        pagu: '600000000',
        sebelum: null,
        berdasarkan: [],
        ...oleh,
      },
    } as const),
    TAHUN.filter((e) => e.meta.stream === STREAM.serapan).map((event) => ({ stream: STREAM.serapan, event })),
  ]);
  expect(c.anggaran).toMatchObject([
    { kode: '2.07.03', pagu: '600000000', realisasi: '4800000', serapan: '0.80' },
  ]);
  expect(c.anggaran[0]?.asal.realisasi).toHaveLength(2);
});

it('serapan mengikuti tahap terakhir rantai pagu, bukan yang terakhir dicatat', () => {
  const serapan = TAHUN.filter((e) => e.meta.stream === STREAM.serapan);
  const pagu = (...events: AnggaranEvent[]) =>
    capaian([
      ...PERSIAPAN,
      di(STREAM.anggaran, ...events),
      serapan.map((event) => ({ stream: STREAM.serapan, event })),
    ]).anggaran;
  const perubahan = paguDitetapkan({ jenis: 'perubahan', pagu: '600000000' });
  expect(pagu(perubahan, paguDigeser())).toMatchObject([{ pagu: '600000000', serapan: '0.80' }]);
  expect(pagu(perubahan, paguDigeser({ nomor: 2, setelahPerubahan: true, pagu: '480000000' }))).toMatchObject(
    [{ pagu: '480000000', serapan: '1.00' }],
  );
});
