import { peringatanIrisan } from './irisan.js';
import { RENSTRA_KOSONG, type Renstra } from './naskah-renstra.decider.js';

const masa = (
  mulai: number,
  selesai: number,
  status: Renstra['status'],
  jenis: Renstra['jenis'] = 'renstra',
) => ({
  ...RENSTRA_KOSONG,
  mulai,
  selesai,
  status,
  jenis,
});
const rancangan = masa(2022, 2026, 'disusun');

describe('peringatanIrisan', () => {
  it('menyebut tahun yang juga dicakup Renstra yang ditetapkan, dan mana yang berlaku', () =>
    expect(
      peringatanIrisan(rancangan, [masa(2021, 2026, 'ditetapkan'), masa(2026, 2030, 'ditetapkan', 'rpjmd')]),
    ).toEqual([
      'Tahun 2022–2026 juga dicakup Renstra 2021–2026; yang lama tetap berlaku sampai yang ini ditetapkan.',
      'Tahun 2026 juga dicakup RPJMD 2026–2030; yang lebih baru itu tetap berlaku, juga setelah yang ini ditetapkan.',
    ]));
  it.each([
    ['yang lain baru disusun', rancangan, masa(2021, 2026, 'disusun')],
    ['masanya tidak beririsan', rancangan, masa(2017, 2021, 'ditetapkan')],
    ['ia sendiri sudah ditetapkan', masa(2022, 2026, 'ditetapkan'), masa(2021, 2026, 'ditetapkan')],
    ['yang lain tidak ada', rancangan, RENSTRA_KOSONG],
  ])('tidak berkata apa pun bila %s', (_, r, lain) => expect(peringatanIrisan(r, [lain])).toEqual([]));
});
