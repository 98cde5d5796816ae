import type { StatusPejabat } from '../kernel/decider.js';
import { jabatan } from '../planning/jabatan/jabatan.decider.js';
import { kedudukan } from './kedudukan.js';

const masa = (subjek: string, status: StatusPejabat, mulai: string, selesai: string | null) => ({
  subjek,
  status,
  mulai,
  selesai,
  keputusan: null,
});
const KANTOR = {
  ...jabatan.initial,
  status: 'dibentuk' as const,
  masa: [
    masa('lama', 'definitif', '2021-01-04', '2025-06-30'),
    masa('baru', 'definitif', '2025-07-01', null),
    masa('plh', 'Plh.', '2025-09-08', '2025-09-12'),
    masa('plt', 'Plt.', '2027-01-01', '2027-03-31'),
  ],
};

it.each([
  ['hari terakhir masa jabatan', 'lama', '2025-06-30', 'menjabat', 'definitif'],
  ['sehari sesudahnya', 'lama', '2025-07-01', 'berakhir', null],
  ['hari pertama masa jabatan', 'baru', '2025-07-01', 'menjabat', 'definitif'],
  ['sehari sebelumnya', 'baru', '2025-06-30', 'belum-mulai', null],
  ['pemegang definitif selama ada Plh.', 'baru', '2025-09-10', 'digantikan', 'definitif'],
  ['Plh. di dalam tanggalnya', 'plh', '2025-09-12', 'menjabat', 'Plh.'],
  ['Plh. sehari sesudahnya', 'plh', '2025-09-13', 'berakhir', null],
  ['Plh. sehari sebelumnya', 'plh', '2025-09-07', 'belum-mulai', null],
  ['Plt. sebelum tanggalnya', 'plt', '2026-12-31', 'belum-mulai', null],
  ['yang tidak pernah memegangnya', 'asing', '2025-09-10', 'bukan-pemegang', null],
] as const)('%s', (_, subjek, tanggal, harapan, status) =>
  expect(kedudukan(KANTOR, subjek, tanggal, 'kepala')).toEqual({ kedudukan: harapan, status }),
);

it('peran yang diberikan sebagai tugas tidak memerlukan masa jabatan', () =>
  expect(kedudukan(KANTOR, 'asing', '2025-09-10', 'perencana').kedudukan).toBe('tugas'));
it('tugas di jabatan yang pernah dipegang berakhir bersama masanya', () =>
  expect(kedudukan(KANTOR, 'lama', '2025-09-10', 'perencana').kedudukan).toBe('berakhir'));
it('jabatan yang belum pernah dicatat pemegangnya tidak mengatakan apa-apa', () =>
  expect(kedudukan(jabatan.initial, 'asing', '2025-09-10', 'kepala').kedudukan).toBe('tugas'));
