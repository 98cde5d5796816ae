import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { catatTargetRkt, rktDitetapkan, targetRktDicatat, tetapkanRkt } from './rencana-kinerja.contoh.js';
import { type RencanaKinerjaEvent, rencanaKinerja, targetRkt } from './rencana-kinerja.decider.js';

const murni = [targetRktDicatat(), rktDitetapkan('murni')];
const catatPerubahan = { ...catatTargetRkt, jenis: 'perubahan', target: '60' } as const;
const perubahanDicatat = targetRktDicatat({ jenis: 'perubahan', target: '60' });

describe('CatatTarget', () => {
  it('mencatat target murni', () => given(rencanaKinerja).when(catatTargetRkt).then(targetRktDicatat()));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    given(rencanaKinerja, targetRktDicatat()).when(catatTargetRkt).then();
    given(rencanaKinerja, ...murni)
      .when(catatTargetRkt)
      .then();
  });
  it('mengganti target yang belum ditetapkan, dengan menyebut yang lama', () =>
    given(rencanaKinerja, targetRktDicatat())
      .when({ ...catatTargetRkt, target: '55' })
      .then(targetRktDicatat({ target: '55', sebelum: '52.00' })));
  it('mencatat target perubahan setelah murni ditetapkan', () =>
    given(rencanaKinerja, ...murni)
      .when(catatPerubahan)
      .then(perubahanDicatat));
  it.each([
    ['indikator yang tidak dikenal', { definisi: null }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['indikator yang ada di PK', { dalamPk: true }, 'INDIKATOR_DALAM_PK'],
    ['indikator PK dari kertas', { dalamPk: true, ...dicatat }, 'INDIKATOR_DALAM_PK'],
    ['target yang bukan angka', { target: 'banyak' }, 'NILAI_TIDAK_SAH'],
    ['perubahan sebelum murni ditetapkan', { jenis: 'perubahan' }, 'MURNI_BELUM_DITETAPKAN'],
    ['kertas dengan target lain', { target: '55', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(rencanaKinerja, targetRktDicatat())
      .when({ ...catatTargetRkt, ...isi })
      .ditolak(kode),
  );
  it('menolak perubahan murni setelah ditetapkan, juga indikator baru', () => {
    given(rencanaKinerja, ...murni)
      .when({ ...catatTargetRkt, target: '55' })
      .ditolak('MURNI_SUDAH_DITETAPKAN');
    given(rencanaKinerja, ...murni)
      .when({ ...catatTargetRkt, indikator: 'I-2' })
      .ditolak('MURNI_SUDAH_DITETAPKAN');
  });
  it('menerima dari kertas indikator baru setelah ditetapkan', () =>
    given(rencanaKinerja, ...murni)
      .when({ ...catatTargetRkt, indikator: 'I-2', ...dicatat })
      .then(targetRktDicatat({ indikator: 'I-2', ...dicatat })));
  it('menolak mengubah perubahan yang sudah ditetapkan', () =>
    given(rencanaKinerja, ...murni, perubahanDicatat, rktDitetapkan('perubahan'))
      .when({ ...catatPerubahan, target: '61' })
      .ditolak('KEADAAN_TIDAK_SESUAI'));
});

describe('Tetapkan', () => {
  it('menetapkan RKT murni', () =>
    given(rencanaKinerja, targetRktDicatat()).when(tetapkanRkt).then(rktDitetapkan('murni')));
  it('tidak berubah bila diulang', () =>
    given(rencanaKinerja, ...murni)
      .when(tetapkanRkt)
      .then());
  it('menetapkan RKT perubahan setelah murni', () =>
    given(rencanaKinerja, ...murni, perubahanDicatat)
      .when({ ...tetapkanRkt, jenis: 'perubahan' })
      .then(rktDitetapkan('perubahan')));
  it('mencatat aktanya', () => {
    const akta = { jenis: 'Keputusan Kepala Dinas', nomor: '1', tanggal: '2023-01-02', pejabat: 'Kepala' };
    given(rencanaKinerja, targetRktDicatat())
      .when({ ...tetapkanRkt, akta })
      .then({ type: 'RktDitetapkan', data: { ...rktDitetapkan('murni').data, akta } } as RencanaKinerjaEvent);
  });
  it('menolak perubahan sebelum murni', () =>
    given(rencanaKinerja, targetRktDicatat())
      .when({ ...tetapkanRkt, jenis: 'perubahan' })
      .ditolak('MURNI_BELUM_DITETAPKAN'));
  it('menolak RKT tanpa target, kecuali dari kertas', () => {
    given(rencanaKinerja).when(tetapkanRkt).ditolak('KEADAAN_TIDAK_SESUAI');
    given(rencanaKinerja)
      .when({ ...tetapkanRkt, ...dicatat })
      .then({ type: 'RktDitetapkan', data: { jenis: 'murni', keputusan: null, ...dicatat } });
  });
});

describe('targetRkt', () => {
  const target = (...events: RencanaKinerjaEvent[]) =>
    targetRkt(
      events.reduce((s, e, i) => rencanaKinerja.evolve(s, e, i), rencanaKinerja.initial),
      'I-2.07.03-1',
    );
  it('baru berlaku setelah ditetapkan', () => {
    expect(target(targetRktDicatat())).toBeNull();
    expect(target(...murni)).toEqual({ target: '52.00', jenis: 'murni' });
  });
  it('mendahulukan perubahan yang ditetapkan', () => {
    expect(target(...murni, perubahanDicatat)).toEqual({ target: '52.00', jenis: 'murni' });
    expect(target(...murni, perubahanDicatat, rktDitetapkan('perubahan'))).toEqual({
      target: '60',
      jenis: 'perubahan',
    });
  });
  it('memakai murni bila perubahan tidak menyebut indikator itu', () =>
    expect(
      target(
        ...murni,
        targetRktDicatat({ jenis: 'perubahan', indikator: 'I-2' }),
        rktDitetapkan('perubahan'),
      ),
    ).toEqual({ target: '52.00', jenis: 'murni' }));
});
