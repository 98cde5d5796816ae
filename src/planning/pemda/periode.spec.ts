import { given } from '../../../test/support/given.js';
import { bukaSemua, disnakerDibuka, disnakerDitutup, semuaDibuka, semuaDitutup } from './pemda.contoh.js';
import { type PeriodeEvent, type PeriodePengukuranCommand, periode, terbuka } from './periode.decider.js';

const bukaDisnaker: PeriodePengukuranCommand = { ...bukaSemua, opd: 'disnaker' };
const tutupSemua: PeriodePengukuranCommand = { ...bukaSemua, type: 'Tutup' };
const tutupDisnaker: PeriodePengukuranCommand = { ...bukaDisnaker, type: 'Tutup' };

describe('Buka', () => {
  it('membuka triwulan untuk semua OPD', () => given(periode).when(bukaSemua).then(semuaDibuka));
  it('tidak berubah bila diulang', () => given(periode, semuaDibuka).when(bukaSemua).then());
  it('membuka triwulan untuk satu OPD', () => given(periode).when(bukaDisnaker).then(disnakerDibuka));
  it('tidak berubah bila OPD itu sudah terbuka bersama semua OPD', () =>
    given(periode, semuaDibuka).when(bukaDisnaker).then());
  it('membuka bagi semua OPD walau satu OPD sudah terbuka', () =>
    given(periode, disnakerDibuka).when(bukaSemua).then(semuaDibuka));
  it('membuka kembali bagi OPD yang ditutup sendiri', () =>
    given(periode, semuaDibuka, disnakerDitutup).when(bukaSemua).then(semuaDibuka));
  it('menolak triwulan 5', () =>
    given(periode)
      .when({ ...bukaSemua, triwulan: 5 as 4 })
      .ditolak('TRIWULAN_TIDAK_SAH'));
  it('menolak pemda dan OPD yang belum terdaftar', () => {
    given(periode)
      .when({ ...bukaSemua, terdaftar: false })
      .ditolak('PEMDA_BELUM_TERDAFTAR');
    given(periode)
      .when({ ...bukaDisnaker, terdaftar: false })
      .ditolak('OPD_BELUM_TERDAFTAR');
  });
});

describe('Tutup', () => {
  it('menutup untuk semua OPD', () => given(periode, semuaDibuka).when(tutupSemua).then(semuaDitutup));
  it('tidak berubah bila diulang atau belum pernah dibuka', () => {
    given(periode, semuaDibuka, semuaDitutup).when(tutupSemua).then();
    given(periode).when(tutupSemua).then();
  });
  it('menutup satu OPD selagi yang lain terbuka', () =>
    given(periode, semuaDibuka).when(tutupDisnaker).then(disnakerDitutup));
});

describe('terbuka', () => {
  const setelah = (...events: PeriodeEvent[]) =>
    events.reduce((s, e, i) => periode.evolve(s, e, i), periode.initial);
  it.each<[string, PeriodeEvent[], boolean, boolean]>([
    ['semula', [], false, false],
    ['semua dibuka', [semuaDibuka], true, true],
    ['satu OPD dibuka', [disnakerDibuka], true, false],
    ['semua dibuka, satu OPD ditutup', [semuaDibuka, disnakerDitutup], false, true],
    ['satu OPD ditutup lalu dibuka lagi', [semuaDibuka, disnakerDitutup, disnakerDibuka], true, true],
    ['satu OPD dibuka, lalu semua ditutup', [disnakerDibuka, semuaDitutup], false, false],
    ['satu OPD ditutup, lalu semua dibuka', [semuaDibuka, disnakerDitutup, semuaDibuka], true, true],
  ])('%s', (_, events, disnaker, lain) => {
    expect(terbuka(setelah(...events), 1, 'disnaker')).toBe(disnaker);
    expect(terbuka(setelah(...events), 1, 'dikbud')).toBe(lain);
    expect(terbuka(setelah(...events), 2, 'disnaker')).toBe(false);
  });
});
