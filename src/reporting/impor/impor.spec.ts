import { given } from '../../../test/support/given.js';
import { type ImporCommand, type ImporEvent, impor, pernahDiimpor } from './impor.decider.js';

const oleh = { subjek: null, jabatan: '61.71.disnaker.kepala', sebutan: 'Kepala Dinas', status: null };
const sidikBerkas = 'a'.repeat(64);
const selesaikan: ImporCommand = { type: 'Selesaikan', sidikBerkas, peristiwa: 250, oleh, cara: 'dicatat' };
const selesai: ImporEvent = {
  type: 'ImporSelesai',
  data: { sidikBerkas, peristiwa: 250, oleh, cara: 'dicatat' },
};

it('menutup satu impor dengan sidik berkasnya', () => given(impor).when(selesaikan).then(selesai));
it('tidak berubah bila berkas yang sama persis pernah diimpor', () =>
  given(impor, selesai)
    .when({ ...selesaikan, peristiwa: 0 })
    .then());
it('menutup impor berkas lain untuk tahun yang sama', () =>
  given(impor, selesai)
    .when({ ...selesaikan, sidikBerkas: 'b'.repeat(64) })
    .then({ ...selesai, data: { ...selesai.data, sidikBerkas: 'b'.repeat(64) } }));
const mulai: ImporCommand = { type: 'Mulai', sidikBerkas, oleh, cara: 'dicatat' };
const dimulai: ImporEvent = { type: 'ImporDimulai', data: { sidikBerkas, oleh, cara: 'dicatat' } };
it('menandai permulaan satu kali', () => {
  given(impor).when(mulai).then(dimulai);
  given(impor, dimulai).when(mulai).then();
});
it.each(['Mulai', 'Selesaikan'] as const)('menolak %s berkas lain selama satu berkas belum selesai', (type) =>
  given(impor, dimulai)
    .when({ ...mulai, type, peristiwa: 1, sidikBerkas: 'b'.repeat(64) })
    .ditolak('IMPOR_BELUM_SELESAI'),
);
it('tidak menandai permulaan berkas yang pernah diimpor', () =>
  given(impor, dimulai, selesai).when(mulai).then());
it('mengenali berkas yang pernah diimpor saja', () => {
  const s = impor.evolve(impor.initial, selesai, 0);
  expect(pernahDiimpor(s, sidikBerkas)).toBe(true);
  expect(pernahDiimpor(s, 'b'.repeat(64))).toBe(false);
  expect(pernahDiimpor(impor.initial, sidikBerkas)).toBe(false);
});
