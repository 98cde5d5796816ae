import { bacaDari } from '../../../test/support/baca.js';
import type { DomainEvent } from '../../kernel/decider.js';
import * as ukur from '../../reporting/pengukuran/pengukuran.contoh.js';
import { elektronik, murniBerlaku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  aksiDitandai,
  rencanaAksiDitetapkan,
  targetTriwulanDicatat,
} from '../rencana-aksi/rencana-aksi.contoh.js';
import { disusun, ikuProgram, indikatorDitetapkan, naskah, target2023 } from '../renstra/renstra.contoh.js';
import { faktaIndikatorUsulan, siapkanUsulan } from './rencana-kinerja.fakta.js';

const RENSTRA = { 'Renstra-61.71.disnaker.2022': [...naskah, indikatorDitetapkan(ikuProgram), target2023] };
const AKSI_LALU = 'RencanaAksi-61.71.disnaker.2022';
const TW4_LALU = 'Pengukuran-61.71.disnaker.2022.tw4';
const k = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };
const usulan = (isi: Record<string, DomainEvent[]>) =>
  siapkanUsulan(bacaDari({ ...RENSTRA, ...isi }), k, 'murni', elektronik);

describe('siapkanUsulan', () => {
  it('mengambil target Renstra tahun itu, dan menyebut yang ada di PK', () => {
    expect(usulan({ 'PerjanjianKinerja-61.71.disnaker.kepala.2023': murniBerlaku })).toMatchObject({
      target: [{ indikator: 'IKU-1', target: '91.50' }],
      dikenal: ['IKU-1', 'I-2.07.03-1'],
      dalamPk: ['IKU-1', 'IKU-2'],
      usulan: [],
      berdasarkanUsulan: [],
    });
  });

  it('menolak tahun tanpa Renstra', () =>
    expect(() => siapkanUsulan(bacaDari({}), k, 'murni', elektronik)).toThrow('RENSTRA_BELUM_ADA'));

  it('dapat menyiapkan tahun pertama yang mungkin', () => {
    const awal = { ...disusun, data: { ...disusun.data, mulai: 2000, selesai: 2004 } } as DomainEvent;
    const baca = bacaDari({ 'Renstra-61.71.disnaker.2000': [awal] });
    expect(siapkanUsulan(baca, { ...k, tahun: 2000 }, 'murni', elektronik).usulan).toEqual([]);
  });

  it('meminta aksi tahun lalu yang belum selesai, yang sama untuk beberapa triwulan sekali saja', () => {
    const aksi = [
      targetTriwulanDicatat(),
      targetTriwulanDicatat({ triwulan: 2, aksi: 'Bursa kerja' }),
      targetTriwulanDicatat({ triwulan: 3, aksi: 'Bursa kerja' }),
      targetTriwulanDicatat({ triwulan: 4, aksi: ' ' }),
      rencanaAksiDitetapkan,
      aksiDitandai(),
    ];
    expect(usulan({ [AKSI_LALU]: aksi })).toMatchObject({
      usulan: [{ kode: 'RA-2022-IKU-1-tw2', uraian: 'Bursa kerja', tahunAsal: 2022, sumber: 'rencana-aksi' }],
      berdasarkanUsulan: [{ stream: AKSI_LALU, rev: 5 }],
    });
  });

  it('meminta tindak lanjut dari pengukuran triwulan IV yang sudah diajukan', () => {
    const tercatat = ukur.tercatat('IKU-1', ukur.angka('90.00'));
    const entri = { ...tercatat, data: { ...tercatat.data, tindakLanjut: 'Bursa kerja' } } as DomainEvent;
    expect(usulan({ [TW4_LALU]: [entri] }).usulan).toEqual([]);
    expect(usulan({ [TW4_LALU]: [entri, ukur.diajukan] }).usulan).toEqual([
      {
        kode: 'TL-2022-IKU-1',
        uraian: 'Bursa kerja',
        tahunAsal: 2022,
        sumber: 'tindak-lanjut',
        indikator: 'IKU-1',
      },
    ]);
  });
});

it.each([
  ['tanpa indikator', null, 2022, true],
  ['dikenal Renstra tahun itu', 'IKU-1', 2015, true],
  ['dikenal Renstra tahun asalnya', 'IKU-LAMA', 2015, true],
  ['tidak dikenal', 'IKU-9', 2015, false],
] as const)('indikator usulan: %s', (_, indikator, tahunAsal, harapan) => {
  const lama = [
    { ...disusun, data: { ...disusun.data, mulai: 2014, selesai: 2018 } } as DomainEvent,
    indikatorDitetapkan({ ...ikuProgram, kode: 'IKU-LAMA' }),
  ];
  const baca = bacaDari({ ...RENSTRA, 'Renstra-61.71.disnaker.2014': lama });
  const { indikatorDikenal, berdasarkan } = faktaIndikatorUsulan(baca, k, { indikator, tahunAsal });
  expect([indikatorDikenal, berdasarkan.length > 0]).toEqual([harapan, harapan && indikator !== null]);
});
