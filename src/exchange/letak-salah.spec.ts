import { type Kode, Penolakan } from '../kernel/penolakan.js';
import { KOLOM_RENCANA_AKSI } from '../planning/rencana-aksi/rencana-aksi.lembar.js';
import { KOLOM_ISU } from '../planning/renstra/keterkaitan.lembar.js';
import { KOLOM_STRATEGI } from '../planning/renstra/renstra.lembar.js';
import { kalimatLembar, kolomPenyebab } from './letak-salah.js';

const AKSI = {
  indikator: 'IKU-1',
  triwulan: '1',
  target: '91.50',
  aksi: 'x'.repeat(5000),
  penanggungJawab: 'Bidang',
};

describe('kolom yang disebut adalah kolom yang salah', () => {
  it.each<[string, Parameters<typeof kolomPenyebab>[0], Record<string, string>, Kode, object, string]>([
    [
      'aksi yang panjang',
      KOLOM_RENCANA_AKSI,
      AKSI,
      'TEKS_TERLALU_PANJANG',
      { batas: 4000, panjang: 5000 },
      'Aksi',
    ],
    [
      'data pribadi',
      KOLOM_RENCANA_AKSI,
      { ...AKSI, aksi: '', penanggungJawab: 'a@b.id' },
      'TEKS_MEMUAT_DATA_PRIBADI',
      {},
      'Penanggung jawab',
    ],
    [
      'nama dua baris',
      KOLOM_RENCANA_AKSI,
      { ...AKSI, aksi: '', penanggungJawab: 'a\nb' },
      'TEKS_TIDAK_SAH',
      {},
      'Penanggung jawab',
    ],
    [
      'indikator',
      KOLOM_RENCANA_AKSI,
      AKSI,
      'INDIKATOR_TIDAK_DIKENAL',
      { indikator: 'IKU-1' },
      'Kode indikator',
    ],
    ['nilai', KOLOM_RENCANA_AKSI, AKSI, 'NILAI_TIDAK_SAH', { indikator: 'IKU-1', nilai: '91.50' }, 'Target'],
    [
      'sasaran',
      KOLOM_STRATEGI,
      { sasaran: 'S9', strategi: 'A' },
      'SASARAN_TIDAK_DIKENAL',
      { sasaran: 'S9' },
      'Kode sasaran',
    ],
    [
      'sasaran di antara beberapa',
      KOLOM_ISU,
      { kode: 'ISU', uraian: 'U', sasaran: 'S1; S9' },
      'SASARAN_TIDAK_DIKENAL',
      { sasaran: 'S9' },
      'Kode sasaran',
    ],
    [
      'yang tidak terkait satu kolom',
      KOLOM_RENCANA_AKSI,
      AKSI,
      'MURNI_SUDAH_DITETAPKAN',
      { indikator: 'IKU-1' },
      'bawaan',
    ],
  ])('%s', (_, kolom, isian, kode, rincian, judul) =>
    expect(kolomPenyebab(kolom, isian, new Penolakan(kode, { ...rincian }), 'bawaan')).toBe(judul),
  );
});

it('di lembar kerja angka ditulis dengan koma, dan kalimatnya menyebut begitu', () => {
  expect(kalimatLembar(new Penolakan('NILAI_TIDAK_SAH'))).toContain('91,50');
  expect(kalimatLembar(new Penolakan('NILAI_TIDAK_SAH'))).not.toContain('91.50');
  expect(kalimatLembar(new Penolakan('PK_TANPA_TARGET'))).toContain('paling sedikit satu target');
});
