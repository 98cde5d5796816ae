import { given } from '../../../test/support/given.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type PeriodeEvent, periode } from './periode.decider.js';
import {
  type PeriodeDokumenCommand,
  type PeriodeDokumenEvent,
  penutupan,
} from './periode-dokumen.decider.js';

const bagian = { dokumen: 'rkt', sejak: '2023-02-01' } as const;
const perintah = (
  type: PeriodeDokumenCommand['type'],
  opd: string | null,
  alasan: string | null = null,
): PeriodeDokumenCommand => ({ type, ...bagian, opd, alasan, terdaftar: true, ...elektronik });
const ditutup = (opd: string | null): PeriodeDokumenEvent => ({
  type: 'PeriodeDokumenDitutup',
  data: { ...bagian, opd, alasan: null, ...elektronik },
});
const dibuka = (opd: string | null): PeriodeDokumenEvent => ({
  type: 'PeriodeDokumenDibuka',
  data: { ...bagian, opd, alasan: 'perpanjangan', ...elektronik },
});

describe('TutupDokumen', () => {
  it('menutup bagi semua OPD, atau satu OPD', () => {
    given(periode).when(perintah('TutupDokumen', null)).then(ditutup(null));
    given(periode).when(perintah('TutupDokumen', 'disnaker')).then(ditutup('disnaker'));
  });
  it('tidak berubah bila diulang, juga bagi satu OPD yang tertutup bersama semua', () => {
    given(periode, ditutup(null)).when(perintah('TutupDokumen', null)).then();
    given(periode, ditutup(null)).when(perintah('TutupDokumen', 'disnaker')).then();
  });
  it('menutup bagi semua walau satu OPD sudah tertutup, dan menutup lagi yang dibuka sendiri', () => {
    given(periode, ditutup('disnaker')).when(perintah('TutupDokumen', null)).then(ditutup(null));
    given(periode, ditutup(null), dibuka('disnaker'))
      .when(perintah('TutupDokumen', null))
      .then(ditutup(null));
  });
  it('menolak pemda dan OPD yang belum terdaftar', () => {
    given(periode)
      .when({ ...perintah('TutupDokumen', null), terdaftar: false })
      .ditolak('PEMDA_BELUM_TERDAFTAR');
    given(periode)
      .when({ ...perintah('TutupDokumen', 'disnaker'), terdaftar: false })
      .ditolak('OPD_BELUM_TERDAFTAR');
  });
});

describe('BukaDokumen', () => {
  it('membuka lagi dengan alasan', () =>
    given(periode, ditutup(null))
      .when(perintah('BukaDokumen', 'disnaker', 'perpanjangan'))
      .then(dibuka('disnaker')));
  it('menolak membuka lagi tanpa alasan', () =>
    given(periode, ditutup(null)).when(perintah('BukaDokumen', null)).ditolak('ALASAN_WAJIB'));
  it('tidak berubah bila belum pernah ditutup, atau diulang', () => {
    given(periode)
      .when(perintah('BukaDokumen', null, 'perpanjangan'))
      .then();
    given(periode, ditutup(null), dibuka(null))
      .when(perintah('BukaDokumen', null, 'perpanjangan'))
      .then();
  });
});

describe('penutupan', () => {
  const oleh = { oleh: elektronik.oleh.sebutan, sejak: '2023-02-01' };
  const setelah = (...events: PeriodeEvent[]) =>
    events.reduce((s, e, i) => periode.evolve(s, e, i), periode.initial).dokumen;
  it.each<[string, PeriodeEvent[], object | null, object | null]>([
    ['semula terbuka', [], null, null],
    ['semua ditutup', [ditutup(null)], oleh, oleh],
    ['satu OPD ditutup', [ditutup('disnaker')], oleh, null],
    ['semua ditutup, satu dibuka', [ditutup(null), dibuka('disnaker')], null, oleh],
    ['satu ditutup, lalu semua dibuka', [ditutup('disnaker'), dibuka(null)], null, null],
  ])('%s', (_, events, disnaker, lain) => {
    expect(penutupan(setelah(...events), 'rkt', 'disnaker')).toEqual(disnaker);
    expect(penutupan(setelah(...events), 'rkt', 'dikbud')).toEqual(lain);
    expect(penutupan(setelah(...events), 'iku', 'disnaker')).toBeNull();
  });
});
