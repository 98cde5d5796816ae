import { type Kode, Penolakan } from './penolakan.js';
import { alasan, kodeBebas, label, tanggalSah, teks } from './teks.js';

const kodeDari = (f: () => unknown): Kode | 'diterima' => {
  try {
    f();
    return 'diterima';
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};

describe('teks', () => {
  it('menerima uraian biasa, baris baru, tab, dan huruf beraksen', () => {
    expect(teks('Baris satu\nBaris\tdua: Cafe\u0301')).toBe('Baris satu\nBaris\tdua: Café');
    expect(teks('')).toBe('');
  });
  it('menyamakan akhir baris Windows', () => expect(teks('a\r\nb')).toBe('a\nb'));

  it.each([
    ['surogat tunggal', '\ud800'],
    ['NUL', 'a\0b'],
    ['escape', 'a\u001bb'],
    ['CR tunggal', 'a\rb'],
    ['DEL', 'a\u007fb'],
    ['pembalik arah baca', 'laporan\u202egnp.exe'],
    ['isolat arah baca', 'a\u2066b'],
    ['spasi tanpa lebar', 'Kepala\u200bDinas'],
    ['penyambung tanpa lebar', 'a\u200db'],
    ['BOM', '\ufeffa'],
    ['pemisah baris', 'a\u2028b'],
    ['pengisi Hangul', '\u3164'],
  ])('menolak %s', (_, nilai) => expect(kodeDari(() => teks(nilai))).toBe('TEKS_TIDAK_SAH'));

  it('menolak teks yang melampaui batas, tetapi tidak yang tepat pada batas', () => {
    expect(kodeDari(() => teks('a'.repeat(4_000)))).toBe('diterima');
    expect(kodeDari(() => teks('a'.repeat(4_001)))).toBe('TEKS_TERLALU_PANJANG');
    expect(kodeDari(() => teks('abcd', 3))).toBe('TEKS_TERLALU_PANJANG');
  });

  it.each([
    'NIP 197001011995031001',
    'NIP. 19700101 199503 1 001',
    'NIP 19700101\u00a0199503\u00a01\u00a0001',
    '19700101-199503-1-001.',
    'NIP １９７００１０１１９９５０３１００１',
    'NIK 6171010101700001 atas nama beliau',
    'kirim ke kepala.dinas@contoh.go.id',
    'surel:a@b.id,',
  ])('menolak data pribadi: %s', (nilai) =>
    expect(kodeDari(() => teks(nilai))).toBe('TEKS_MEMUAT_DATA_PRIBADI'),
  );

  it.each([
    'pagu Rp5.383.675.088 dan Rp 5.383.675.088,00',
    'pagu 123.456.789.012.345.678',
    'realisasi 5383675088 dari 5205773142',
    'kode 2.07.03.2.01.0001 dan 5.1.02.01.01.0001',
    'tahun 2021 2022 2023 2024 2025',
    'triwulan I 450000 500000 2023',
    '5 orang @ 10.000 rupiah, 5@10.000',
    '12345678901234567 (17 angka)',
    '1234567890123456789 (19 angka)',
    'telepon 0561-123456',
  ])('tidak menyangka data pribadi: %s', (nilai) => expect(teks(nilai)).toBe(nilai));
});

describe('label', () => {
  it('membuang spasi di tepi', () => expect(label('  Dinas Tenaga Kerja ')).toBe('Dinas Tenaga Kerja'));
  it.each([[''], ['   '], ['dua\nbaris'], ['dua\tkolom']])(
    'menolak nama kosong atau lebih dari satu baris: %j',
    (nilai) => expect(kodeDari(() => label(nilai))).toBe('TEKS_TIDAK_SAH'),
  );
  it('menolak nama yang terlalu panjang', () =>
    expect(kodeDari(() => label('a'.repeat(301)))).toBe('TEKS_TERLALU_PANJANG'));
});

describe('alasan', () => {
  it('wajib berisi', () => {
    expect(kodeDari(() => alasan(' \n '))).toBe('ALASAN_WAJIB');
    expect(alasan(' salah ketik ')).toBe('salah ketik');
  });
});

describe('kodeBebas', () => {
  it.each(['IKU-1', 'I-2.07.03.2.01.0001-1', '2.07.03', '5.1.02', 'S1', 'x'.repeat(60)])(
    'menerima %s',
    (kode) => expect(kodeBebas(kode)).toBe(kode),
  );
  it.each([[''], ['IKU 1'], ['IKU\n1'], ['IKU-①'], ['\0'], ['x'.repeat(61)], ['\ud800']])(
    'menolak %j',
    (kode) => expect(kodeDari(() => kodeBebas(kode))).toBe('KODE_TIDAK_SAH'),
  );
  it('menolak NIP sebagai kode', () =>
    expect(kodeDari(() => kodeBebas('197001011995031001'))).toBe('TEKS_MEMUAT_DATA_PRIBADI'));
});

describe('tanggalSah', () => {
  it.each(['2024-02-29', '2023-12-31'])('menerima %s', (t) => expect(tanggalSah(t)).toBe(t));
  it.each([
    '2023-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-1-1',
    '31-12-2023',
    '2023-12-31T00:00:00Z',
    '',
  ])('menolak %j', (t) => expect(kodeDari(() => tanggalSah(t))).toBe('TANGGAL_TIDAK_SAH'));
});
