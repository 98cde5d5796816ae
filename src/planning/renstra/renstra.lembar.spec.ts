import fc from 'fast-check';
import { renstra, type Strategi } from './renstra.decider.js';
import { barisRenstra, permintaanSasaran } from './renstra.lembar.js';

const lewatLembar = (strategi: Strategi[]): Strategi[] => {
  const { sasaran } = renstra.initial;
  const r = { ...renstra.initial, sasaran: sasaran.dengan('S1', { tujuan: 'T1', uraian: 'S', strategi }) };
  return permintaanSasaran({ kode: 'S1' }, barisRenstra(r).strategi, []).strategi;
};

it('strategi sebuah sasaran kembali dari lembarnya, juga dua yang sama rumusannya', () => {
  const kalimat = fc.constantFrom('Memperluas jejaring', 'Bursa kerja; daring', 'a');
  const strategi = fc.record({ uraian: kalimat, arahKebijakan: fc.array(kalimat, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(strategi, { minLength: 1, maxLength: 5 }), (s) => expect(lewatLembar(s)).toEqual(s)),
  );
});

it('baris tanpa nomor dikumpulkan menurut rumusan strateginya', () => {
  const baris = [
    { strategi: 'A', arah: 'x' },
    { strategi: 'B', arah: null },
    { strategi: 'A', arah: 'y', nomor: null },
  ];
  expect(permintaanSasaran({ kode: 'S1' }, baris, []).strategi).toEqual([
    { uraian: 'A', arahKebijakan: ['x', 'y'] },
    { uraian: 'B', arahKebijakan: [] },
  ]);
});
