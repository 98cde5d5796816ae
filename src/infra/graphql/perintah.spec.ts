import type { Pelaku } from '../../approval/wewenang.js';
import { amplop } from './perintah.js';

const pejabat = { jabatan: '61.71.disnaker.kepala', sebutan: 'Kepala', status: null, subjek: 'S-1' };
const pelaku: Pelaku = { akun: 'akun-1', peran: 'kepala', pemda: '61.71', opd: 'disnaker', pejabat };

it('idPerintah yang sama dengan huruf besar adalah perintah yang sama', () => {
  const id = '0e6f8a4c-1b2d-4c3e-9f00-abcdefabcdef';
  const [kecil, besar] = [id, id.toUpperCase()].map((idPerintah) => amplop('tutup', { idPerintah }, pelaku));
  expect(besar).toEqual(kecil);
});
