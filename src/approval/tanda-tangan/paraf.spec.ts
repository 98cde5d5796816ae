import { Penolakan } from '../../kernel/penolakan.js';
import { type PermintaanParaf, paraf } from './paraf.js';

const oleh = {
  subjek: 'S-sekretaris',
  jabatan: '61.71.disnaker.sekretaris',
  sebutan: 'Sekretaris Dinas',
  status: 'definitif',
} as const;
const minta: PermintaanParaf = { oleh, sidik: 'a', sidikKini: 'a', pemegangKini: 'S-sekretaris' };
const kode = (p: PermintaanParaf): string => {
  try {
    return `diparaf ${paraf(p).sidik}`;
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};

it.each<[string, Partial<PermintaanParaf>, string]>([
  ['oleh pemegang jabatannya atas naskah yang dibacanya', {}, 'diparaf a'],
  ['jabatan tanpa pejabat', { pemegangKini: null }, 'JABATAN_TANPA_PEJABAT'],
  ['oleh orang lain', { pemegangKini: 'S-lain' }, 'TIDAK_BERWENANG'],
  ['oleh pelaku tanpa orang', { oleh: { ...oleh, subjek: null } }, 'TIDAK_BERWENANG'],
  ['oleh penyusunnya sendiri', { bukan: ['S-sekretaris'] }, 'ORANG_SAMA'],
  ['atas naskah yang sudah berganti', { sidikKini: 'b' }, 'KONFLIK_REVISI'],
])('paraf %s', (_, isi, harap) => expect(kode({ ...minta, ...isi })).toBe(harap));

it('paraf hanya memuat jabatan yang memaraf dan sidik naskahnya', () =>
  expect(paraf(minta)).toEqual({ oleh, sidik: 'a' }));
