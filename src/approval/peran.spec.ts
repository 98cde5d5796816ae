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

it('tidak satu jabatan pun memberi tugas pengelola atau operator', () => {
  const kantor = ['pemda', 'disnaker', 'inspektorat'].flatMap((opd) =>
    ['kepala', 'kepala-daerah', 'perencana', 'operator', 'pengelola'].map((jabatan) => ({ opd, jabatan })),
  );
  expect(kantor.flatMap((k) => peranDari(k))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(pengelola|operator)$/)]),
  );
});
