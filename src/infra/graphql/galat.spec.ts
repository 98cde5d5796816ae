import { GraphQLError } from 'graphql';
import { Penolakan } from '../../kernel/penolakan.js';
import { Pencatat } from '../telemetry/pencatat.js';
import { bentukGalat } from './galat.js';

describe('galat', () => {
  const catatan: string[] = [];
  const bentuk = bentukGalat(new Pencatat('info', (baris) => catatan.push(baris)));
  beforeEach(() => catatan.splice(0));
  const dalam = (originalError: Error) =>
    new GraphQLError(originalError.message, { originalError, path: ['a', 0] });

  it('yang bukan penolakan ditutup; isinya hanya ada di log, dengan nomor yang sama', () => {
    const galat = bentuk(dalam(new TypeError("SELECT rahasia FROM '/data/log.sqlite'")));
    expect(galat).toEqual({
      message: 'Terjadi galat di dalam sistem. Sebutkan nomor galat ini kepada pengelola.',
      path: ['a', 0],
      extensions: { kode: 'GALAT_DALAM', id: expect.any(String), rincian: {} },
    });
    expect(catatan).toHaveLength(1);
    expect(JSON.parse(catatan[0] ?? '')).toMatchObject({
      tingkat: 'error',
      id: galat.extensions?.id,
      jalur: 'a.0',
      jejak: expect.stringContaining('SELECT rahasia'),
    });
  });

  it('jawaban kita sendiri yang tidak sesuai skema adalah galat dalam, bukan kesalahan penanya', () =>
    expect(bentuk(new GraphQLError('Int cannot represent "x"', { path: ['a'] })).extensions?.kode).toBe(
      'GALAT_DALAM',
    ));

  it('penolakan keluar dengan kode dan rinciannya, tanpa nama stream', () => {
    const rincian = { revisi: 4, diminta: 2, stream: 'Pengukuran-61.71.disnaker.2023.tw4' };
    expect(bentuk(dalam(new Penolakan('KONFLIK_REVISI', rincian))).extensions).toEqual({
      kode: 'KONFLIK_REVISI',
      id: expect.any(String),
      rincian: { revisi: 4 },
      revisi: 4,
    });
    expect(bentuk(dalam(new Penolakan('COBA_LAGI', { sebab: '/data penuh' }))).extensions?.rincian).toEqual(
      {},
    );
  });

  it.each([
    [
      'Cannot query field "a" on type "Q". Did you mean "b"?',
      { sebab: 'Cannot query field "a" on type "Q".' },
    ],
    [
      'Variable "$m" got invalid value 5 at "m.target"; String cannot represent a non string value: 5',
      { jalur: 'm.target', sebab: expect.any(String) },
    ],
  ])('pesan graphql-js disebut sebabnya tanpa menebak: %s', (pesan, rincian) =>
    expect(bentuk(new GraphQLError(pesan)).extensions).toMatchObject({ kode: 'MASUKAN_TIDAK_SAH', rincian }),
  );

  it('baris log tetap satu baris, apa pun isinya', () => {
    bentuk(dalam(new Error('a\nb\u001b[31m')));
    for (const kendali of ['\n', '\u001b']) expect(catatan[0]?.trimEnd()).not.toContain(kendali);
  });
});
