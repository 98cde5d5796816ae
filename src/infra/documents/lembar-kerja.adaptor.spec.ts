import fc from 'fast-check';
import { xlsxUji } from '../../../test/support/zip.js';
import { bacaSel, selDari } from '../../kernel/isian-lembar.js';
import type { BentukBerkas, Kolom, LembarTerbaca, LembarTulis, Sel } from '../../kernel/lembar-kerja.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { LembarKerjaAdaptor } from './lembar-kerja.adaptor.js';

const adaptor = new LembarKerjaAdaptor();
const salin = (b: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(b);
const baca = (b: Uint8Array): Promise<readonly LembarTerbaca[]> => adaptor.baca(salin(b));
const isi = async (b: Uint8Array): Promise<(readonly Sel[])[]> =>
  ((await baca(b))[0]?.baris ?? []).map(({ sel }) => sel);
const satuSel = async (xml: string, buku = '', gaya = ''): Promise<Sel | undefined> =>
  (await isi(xlsxUji({ baris: `<row r="1">${xml}</row>`, buku, gaya })))[0]?.[0];
const kode = async (kerja: Promise<unknown>): Promise<string> => {
  try {
    await kerja;
    return 'diterima';
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};
const csv = (teks: string): Promise<(readonly Sel[])[]> => isi(Buffer.from(teks));
const T = (nilai: string): Sel => ({ jenis: 'teks', nilai });
const KOSONG: Sel = { jenis: 'kosong' };

const GAYA = `<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;hari&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>`;

describe('angka dari Excel', () => {
  it.each([
    ['91.5', '91.5'],
    ['91.079999999999998', '91.08'],
    ['0.30000000000000004', '0.3'],
    ['1.0000000000000001E-5', '0.00001'],
    ['1.2345E+3', '1234.5'],
    ['5.165431E8', '516543100'],
    ['1E+21', '1000000000000000000000'],
    ['-0', '0'],
    ['-0.1', '-0.1'],
    ['999999999999999', '999999999999999'],
  ])('%s terbaca %s', async (tersimpan, terbaca) =>
    expect(await satuSel(`<c r="A1"><v>${tersimpan}</v></c>`)).toEqual({ jenis: 'angka', nilai: terbaca }),
  );
  it('yang bukan angka tidak dikira angka', async () =>
    expect(await satuSel('<c r="A1"><v>0x10</v></c>')).toEqual({ jenis: 'galat' }));
  it.each([
    ['0.00', 2],
    ['#,##0.0', 1],
    ['#,##0.00####', undefined],
    ['General', undefined],
  ])('format %s menyebut berapa desimal yang selalu tampak', async (kode, desimal) => {
    const gaya = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${kode}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    expect(await satuSel('<c r="A1" s="0"><v>91.5</v></c>', '', gaya)).toEqual({
      jenis: 'angka',
      nilai: '91.5',
      ...(desimal !== undefined && { desimal }),
    });
  });
  it.each([
    ['0.92', '0.00%', '92'],
    ['0.91500000000000004', '0.0%', '91.5'],
    ['0.56999999999999995', '#,##0.00 %', '57'],
    ['1', '0%;-0%', '100'],
    ['-0.005', '0.0%', '-0.5'],
    ['1.0000000000000001E-5', '0.000%', '0.001'],
    ['12.3456', '[Red]0%', '1234.56'],
    ['0', '0%', '0'],
    ['0.92', '0.00 "%"', '0.92'],
    ['0.92', '0.00\\%', '0.92'],
    ['0.92', '0.00_%', '0.92'],
  ])('sel %s berformat %s terbaca %s, sebagaimana tampak', async (tersimpan, kode, terbaca) => {
    const tertulis = kode.replaceAll('"', '&quot;');
    const gaya = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${tertulis}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    const sel = await satuSel(`<c r="A1" s="0"><v>${tersimpan}</v></c>`, '', gaya);
    expect(sel).toMatchObject({ jenis: 'angka', nilai: terbaca });
  });
  it.each([9, 10])('format persen bawaan nomor %i terbaca sebagai persennya', async (nomor) =>
    expect(
      await satuSel('<c r="A1" s="0"><v>0.92</v></c>', '', `<cellXfs><xf numFmtId="${nomor}"/></cellXfs>`),
    ).toEqual({ jenis: 'angka', nilai: '92' }),
  );
  it('rumus tidak dihitung, dan hasil yang tersimpan tidak dipercaya', async () =>
    expect(await satuSel('<c r="A1"><f>1+1</f><v>2</v></c>')).toEqual({ jenis: 'rumus' }));
});

describe('tanggal dari Excel', () => {
  const tanggal = (serial: string, gaya = 1, buku = ''): Promise<Sel | undefined> =>
    satuSel(`<c r="A1" s="${gaya}"><v>${serial}</v></c>`, buku, GAYA);
  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['44927', '2023-01-01'],
    ['45351', '2024-02-29'],
  ])('nomor %s adalah %s', async (serial, nilai) =>
    expect(await tanggal(serial)).toEqual({ jenis: 'tanggal', nilai }),
  );
  it('29 Februari 1900, yang hanya ada di Excel, ditolak', async () =>
    expect(await tanggal('60')).toEqual({ jenis: 'galat' }));
  it('buku kerja yang menghitung dari 1904 terbaca benar', async () =>
    expect(await tanggal('43465', 3, '<workbookPr date1904="1"/>')).toEqual({
      jenis: 'tanggal',
      nilai: '2023-01-01',
    }));
  it('format dengan kata "hari" tetap angka', async () =>
    expect(await tanggal('12', 2)).toEqual({ jenis: 'angka', nilai: '12' }));
  it('tanggal dengan jam tidak dikira tanggal', async () =>
    expect(await tanggal('44927.5')).toEqual({ jenis: 'teks', nilai: '2023-01-01T12:00' }));
});

describe('susunan XLSX', () => {
  it('teks bersama terbaca tanpa lafalnya, sel yang dilewati kosong, baris memakai nomornya', async () => {
    const berkas = xlsxUji({
      teks: '<si><t>biasa</t></si><si><r><t>dua </t></r><r><t>bagian</t></r><rPh sb="0" eb="1"><t>lafal</t></rPh></si>',
      baris:
        '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>a&amp;b_x000D_</t></is></c></row><row><c t="s"><v>0</v></c><c t="b"><v>1</v></c></row>',
    });
    expect((await baca(berkas))[0]?.baris).toEqual([
      { nomor: 3, sel: [KOSONG, T('dua bagian'), KOSONG, T('a&b\r')] },
      { nomor: 4, sel: [T('biasa'), { jenis: 'logis', nilai: true }] },
    ]);
  });
  it('ukuran yang disebut berkas tidak dipercaya', async () =>
    expect(
      await isi(
        xlsxUji({
          lembar: `<worksheet xmlns="x"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`,
        }),
      ),
    ).toEqual([[{ jenis: 'angka', nilai: '1' }]]));
  it('sel jauh di kanan ditolak sebelum barisnya dipanjangkan', async () =>
    expect(await kode(baca(xlsxUji({ baris: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })))).toBe(
      'BERKAS_TERLALU_BESAR',
    ));
});

describe('CSV', () => {
  it.each([
    ['titik koma', 'a;b\r\n1;2\r\n'],
    ['koma', 'a,b\n1,2'],
    ['tab', 'a\tb\n1\t2\n'],
    ['BOM dan akhir baris campuran', '\ufeffa;b\r1;2\r\n'],
  ])('pemisah %s dikenali dari judulnya', async (_, teks) =>
    expect(await csv(teks)).toEqual([
      [T('a'), T('b')],
      [T('1'), T('2')],
    ]),
  );
  it('pemisah di dalam kutip tidak dihitung', async () =>
    expect(await csv('"a;b;c;d",e\n')).toEqual([[T('a;b;c;d'), T('e')]]));
  it('rumus hanya teks, dan nomor baris menghitung baris kosong', async () =>
    expect((await baca(Buffer.from('a;b\n\n=1+1;+2\n')))[0]?.baris).toEqual([
      { nomor: 1, sel: [T('a'), T('b')] },
      { nomor: 3, sel: [T('=1+1'), T('+2')] },
    ]));
  it.each([
    ['kutip yang tidak ditutup', 'a;b\n"1;2\n', 'BERKAS_BUKAN_LEMBAR_KERJA'],
    ['kutip di tengah', 'a;b\n1"x";2\n', 'BERKAS_BUKAN_LEMBAR_KERJA'],
    ['sejuta kolom', `${'a;'.repeat(1_000_000)}\n`, 'BERKAS_TERLALU_BESAR'],
    ['61 kolom', `${'a;'.repeat(61)}\n`, 'BERKAS_TERLALU_BESAR'],
    ['50.001 baris', 'a\n'.repeat(50_001), 'BERKAS_TERLALU_BESAR'],
  ])('%s ditolak', async (_, teks, harapan) => expect(await kode(csv(teks))).toBe(harapan));
  it('menolak Latin-1', async () =>
    expect(await kode(baca(Buffer.from([0x61, 0xe9, 0x0a])))).toBe('BERKAS_BUKAN_LEMBAR_KERJA'));
});

describe('yang ditulis terbaca sama', () => {
  const KOLOM: readonly Kolom[] = [
    { kunci: 'a', judul: 'Kode', jenis: 'kode' },
    { kunci: 'b', judul: '=Uraian', jenis: 'teks', petunjuk: 'Bebas' },
    { kunci: 'c', judul: 'Target', jenis: 'desimal' },
    { kunci: 'd', judul: 'Tanggal', jenis: 'tanggal' },
    { kunci: 'e', judul: 'Pilihan', jenis: 'teks', pilihan: ['naik', 'turun'] },
    {
      kunci: 'f',
      judul: 'Indikator',
      jenis: 'kode',
      saran: Array.from({ length: 90 }, (_, i) => `INDIKATOR-${i}`),
    },
  ];
  const bulakBalik = async (baris: readonly (readonly Sel[])[], bentuk: BentukBerkas): Promise<unknown> => {
    const lembar: LembarTulis = { nama: 'Isi', kolom: KOLOM, baris, kepala: [['amanah', '1']], kosong: 3 };
    const [terbaca] = await baca(await adaptor.tulis([lembar], bentuk));
    return terbaca?.baris.map(({ sel }) => sel);
  };
  const judul = [[T('amanah'), T('1')], KOLOM.map((k) => T(k.judul))];

  it.each(['91.50', '100.00', '-0.10', '516543100.0', '12', '91.08'])(
    '%s tetap seteliti ketika dicatat, di XLSX dan di CSV',
    async (nilai) => {
      const kolom = { kunci: 'a', judul: 'Target', jenis: 'nilai' } as const;
      for (const bentuk of ['xlsx', 'csv'] as const) {
        const [terbaca] = await baca(
          await adaptor.tulis([{ nama: 'Isi', kolom: [kolom], baris: [[selDari(kolom, nilai)]] }], bentuk),
        );
        expect(bacaSel(kolom, terbaca?.baris[1]?.sel[0] ?? KOSONG)).toBe(nilai);
      }
    },
  );
  it('jumlah dan catatan kaki ditulis di bawah isinya', async () => {
    const kolom = [{ kunci: 'a', judul: 'Kode', jenis: 'kode' }] as const;
    const lembar = { nama: 'Isi', kolom, baris: [[T('a')]], jumlah: [T('Jumlah')], kaki: ['Sumber'] };
    for (const bentuk of ['xlsx', 'csv'] as const)
      expect((await baca(await adaptor.tulis([lembar], bentuk)))[0]?.baris).toEqual([
        { nomor: 1, sel: [T('Kode')] },
        { nomor: 2, sel: [T('a')] },
        { nomor: 3, sel: [T('Jumlah')] },
        { nomor: 5, sel: [T('Sumber')] },
      ]);
  });

  it.each(['xlsx', 'csv'] as const)('%s: teks yang mirip rumus dan galat tetap teks', async (bentuk) => {
    const jahat = ['=HYPERLINK("http://x")', '+1', '-1', '@a', '\tx', '\rx', '＝1', "'=1", "''=1", '#N/A'];
    const baris = [...jahat, '_x0041_', '_x005F_x0041_', '"', 'a;b,c', ' spasi ', 'dua\nbaris'].map((t) => [
      T(t),
    ]);
    expect(await bulakBalik(baris, bentuk)).toEqual([...judul, ...baris]);
  });
  it('CSV: tanda hubung sendirian ditulis apa adanya, sebab bukan awal rumus', async () => {
    const lembar = { nama: 'Isi', kolom: [{ kunci: 'a', judul: 'A', jenis: 'teks' }] as const };
    const isi = await adaptor.tulis([{ ...lembar, baris: [[T('-')], [T('-1')], [T("'-")]] }], 'csv');
    expect(Buffer.from(isi).toString()).toBe("\ufeffA\r\n-\r\n'-1\r\n'-\r\n");
    expect(await bulakBalik([[T('-')], [T("'-")], [T("''-")], [T('-\n')]], 'csv')).toEqual([
      ...judul,
      [T('-')],
      [T("'-")],
      [T("''-")],
      [T('-\n')],
    ]);
  });
  it.each(['xlsx', 'csv'] as const)('%s: teks apa pun', async (bentuk) => {
    const huruf = fc.oneof(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\t', '\r', '\n', '＝', '_x000D_', '#', ' '),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    );
    const teks = fc.array(huruf, { minLength: 1, maxLength: 5 }).map((b) => b.join(''));
    const sah = teks.filter((t) => t !== '' && !/[\0\ufeff\ufffe\uffff]/.test(t));
    await fc.assert(
      fc.asyncProperty(fc.array(sah, { minLength: 1, maxLength: 8 }), async (daftar) => {
        const baris = daftar.map((t) => [T(t)]);
        expect(await bulakBalik(baris, bentuk)).toEqual([...judul, ...baris]);
      }),
      { numRuns: 60 },
    );
  });
  it('XLSX: angka dan tanggal kembali persis; yang melebihi 15 digit menjadi teks', async () => {
    const angka = ['91.5', '-0.000001', '516543100', '123456789012345'].map((nilai): Sel[] => [
      { jenis: 'angka', nilai },
    ]);
    const tanggal: Sel[] = [{ jenis: 'tanggal', nilai: '2023-02-28' }];
    const panjang: Sel[] = [{ jenis: 'angka', nilai: '1234567890123456' }];
    expect(await bulakBalik([...angka, tanggal, panjang], 'xlsx')).toEqual([
      ...judul,
      ...angka,
      tanggal,
      [T('1234567890123456')],
    ]);
  });
  it('CSV: angka ditulis dengan koma, supaya Excel Indonesia membacanya sebagai desimal', async () =>
    expect(await bulakBalik([[{ jenis: 'angka', nilai: '91.5' }]], 'csv')).toEqual([...judul, [T('91,5')]]));
});
