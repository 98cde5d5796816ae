import { peranDari } from './peran.js';

it.each([
  ['kepala daerah', { opd: 'pemda', jabatan: 'kepala-daerah' }, ['kepala-daerah']],
  ['kepala OPD', { opd: 'disnaker', jabatan: 'kepala' }, ['kepala']],
  ['kepala bidang', { opd: 'disnaker', jabatan: 'bidang-1', jenis: 'administrator' }, ['bidang']],
  ['wakil kepala daerah', { opd: 'pemda', jabatan: 'wakil', jenis: 'wakil' }, ['bidang']],
  ['sekretaris daerah', { opd: 'pemda', jabatan: 'sekda', jenis: 'sekretaris-daerah' }, ['sekda']],
  [
    'sekretaris daerah yang mengepalai OPD',
    { opd: 'setda', jabatan: 'kepala', jenis: 'sekretaris-daerah' },
    ['sekda', 'kepala'],
  ],
  ['Inspektur', { opd: 'inspektorat', jabatan: 'kepala' }, ['kepala', 'inspektorat']],
  ['auditor', { opd: 'inspektorat', jabatan: 'auditor-1', jenis: 'fungsional' }, ['bidang', 'inspektorat']],
] as const)('peran mengikuti jabatan: %s', (_, kantor, peran) => expect(peranDari(kantor)).toEqual(peran));

it('inspektorat pemda yang berkode lain disebut kodenya', () => {
  expect(peranDari({ opd: 'itkot', jabatan: 'kepala' }, 'itkot')).toEqual(['kepala', 'inspektorat']);
  expect(peranDari({ opd: 'inspektorat', jabatan: 'kepala' }, 'itkot')).toEqual(['kepala']);
});

it.each([
  ['perencana di OPD', { opd: 'disnaker', jabatan: 'perencana' }, 'perencana'],
  ['pengelola di pemda', { opd: 'pemda', jabatan: 'pengelola' }, 'pengelola'],
  ['pengelola di OPD', { opd: 'disnaker', jabatan: 'pengelola' }, 'bidang'],
  ['inspektorat di OPD', { opd: 'disnaker', jabatan: 'inspektorat' }, 'bidang'],
  ['operator', { opd: 'pemda', jabatan: 'operator' }, 'bidang'],
  ['nama bawaan JavaScript', { opd: 'disnaker', jabatan: 'constructor' }, 'bidang'],
] as const)('jabatan yang bernama menurut tugasnya: %s', (_, kantor, peran) =>
  expect(peranDari(kantor)[0]).toBe(peran),
);
