import fc from 'fast-check';
import { given } from '../../../test/support/given.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  crosscutting,
  crosscuttingDicatat,
  crosscuttingDihapus,
  dihubungkan,
  dilepas,
  ditanggung,
  ditautkan,
  hubungkan,
  simpulDihapus,
  simpulDitetapkan,
  tanggungJawab,
  tautkan,
  tetapkanSimpul,
} from './pohon-kinerja.contoh.js';
import { type PohonKinerjaCommand, pohonKinerja } from './pohon-kinerja.decider.js';
import { type PohonKinerja, simpulDari, TINGKAT_HASIL } from './simpul.decider.js';

const final = simpulDitetapkan('H1');
const antara = simpulDitetapkan('H2', { tingkat: 'intermediate', induk: 'H1' });
const dekat = simpulDitetapkan('H3', { tingkat: 'immediate', induk: 'H2' });
const pohon = [final, antara, dekat];

describe('TetapkanSimpul', () => {
  it('menetapkan akar, lalu cabangnya', () => {
    given(pohonKinerja).when(tetapkanSimpul('H1')).then(final);
    given(pohonKinerja, final)
      .when(tetapkanSimpul('H2', { tingkat: 'intermediate', induk: 'H1' }))
      .then(antara);
  });
  it('tidak berubah bila diulang', () =>
    given(pohonKinerja, ...pohon)
      .when(tetapkanSimpul('H2', { tingkat: 'intermediate', induk: 'H1' }))
      .then());
  it('mengubah isinya dengan menyebut yang lama', () => {
    const lama = { tingkat: 'final', uraian: 'Hasil H1', induk: null, faktorKunci: null } as const;
    given(pohonKinerja, ...pohon)
      .when(tetapkanSimpul('H1', { uraian: 'Pengangguran menurun' }))
      .then(simpulDitetapkan('H1', { uraian: 'Pengangguran menurun', sebelum: lama }));
  });
  it('menerima anak setingkat induknya', () =>
    given(pohonKinerja, final)
      .when(tetapkanSimpul('H9', { induk: 'H1' }))
      .then(simpulDitetapkan('H9', { induk: 'H1' })));
  it('dari kertas mengisi yang belum diketahui dan tidak menimpa', () => {
    const lama = { tingkat: 'final', uraian: 'Hasil H1', induk: null, faktorKunci: null } as const;
    given(pohonKinerja, final)
      .when(tetapkanSimpul('H1', { faktorKunci: 'Investasi', ...dicatat }))
      .then(simpulDitetapkan('H1', { faktorKunci: 'Investasi', sebelum: lama, ...dicatat }));
    given(pohonKinerja, final)
      .when(tetapkanSimpul('H1', { uraian: 'lain', ...dicatat }))
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it.each([
    ['OPD yang belum terdaftar', 'H4', { opdTerdaftar: false }, 'OPD_BELUM_TERDAFTAR'],
    ['kode kosong', '', {}, 'KODE_TIDAK_SAH'],
    ['uraian kosong', 'H4', { uraian: ' ' }, 'TEKS_TIDAK_SAH'],
    ['induk yang tidak ada', 'H4', { induk: 'H7' }, 'SIMPUL_TIDAK_DIKENAL'],
    ['induk dirinya sendiri', 'H1', { induk: 'H1' }, 'POHON_MELINGKAR'],
    ['induk dari cabangnya sendiri', 'H1', { induk: 'H3' }, 'POHON_MELINGKAR'],
    ['tingkat di atas induknya', 'H4', { tingkat: 'final', induk: 'H2' }, 'TINGKAT_DI_ATAS_INDUK'],
    ['tingkat di bawah anaknya', 'H2', { tingkat: 'output', induk: 'H1' }, 'TINGKAT_DI_ATAS_INDUK'],
  ] as const)('menolak %s', (_, kode, isi, penolakan) =>
    given(pohonKinerja, ...pohon)
      .when(tetapkanSimpul(kode, isi))
      .ditolak(penolakan),
  );
});

describe('HapusSimpul', () => {
  const hapus = { type: 'HapusSimpul', kode: 'H3', alasan: 'Digabung', ...elektronik } as const;
  const dihapus = simpulDihapus('H3', { tingkat: 'immediate', induk: 'H2' });
  it('menghapus hasil tanpa cabang', () =>
    given(pohonKinerja, ...pohon)
      .when(hapus)
      .then(dihapus));
  it('menolak menghapusnya dua kali', () =>
    given(pohonKinerja, ...pohon, dihapus)
      .when(hapus)
      .ditolak('SIMPUL_TIDAK_DIKENAL'));
  it('membebaskan induknya', () =>
    given(pohonKinerja, ...pohon, dihapus)
      .when({ ...hapus, kode: 'H2' })
      .then(simpulDihapus('H2', { tingkat: 'intermediate', induk: 'H1' })));
  it('menolak yang masih bercabang, dan penghapusan tanpa alasan', () => {
    given(pohonKinerja, ...pohon)
      .when({ ...hapus, kode: 'H2' })
      .ditolak('SIMPUL_BERCABANG');
    given(pohonKinerja, ...pohon)
      .when({ ...hapus, alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
  });
  it('hasil yang dibuat lagi mulai tanpa indikator yang dahulu', () =>
    given(pohonKinerja, final, dihubungkan(), simpulDihapus('H1'), final)
      .when(hubungkan)
      .then(dihubungkan()));
});

describe('indikator', () => {
  const lepas = { type: 'LepasIndikator', simpul: 'H1', indikator: 'IKU-1', ...elektronik } as const;
  it('dihubungkan sekali, dan tidak berubah bila diulang', () => {
    given(pohonKinerja, final).when(hubungkan).then(dihubungkan());
    given(pohonKinerja, final, dihubungkan()).when(hubungkan).then();
  });
  it('dilepas, dan tidak berubah bila diulang', () => {
    given(pohonKinerja, final, dihubungkan()).when(lepas).then(dilepas);
    given(pohonKinerja, final, dihubungkan(), dilepas).when(lepas).then();
  });
  it('ditolak bila hasil atau indikatornya tidak dikenal', () => {
    given(pohonKinerja).when(hubungkan).ditolak('SIMPUL_TIDAK_DIKENAL');
    given(pohonKinerja).when(lepas).ditolak('SIMPUL_TIDAK_DIKENAL');
    given(pohonKinerja, final)
      .when({ ...hubungkan, indikatorDikenal: false })
      .ditolak('INDIKATOR_TIDAK_DIKENAL');
  });
});

describe('TautkanUnsur', () => {
  it('mencatat unsur perencanaan, dan tidak berubah bila diulang', () => {
    given(pohonKinerja, final).when(tautkan).then(ditautkan());
    given(pohonKinerja, final, ditautkan()).when(tautkan).then();
  });
  it('mengganti dan melepasnya dengan menyebut yang lama', () => {
    const sebelum = { tingkat: 'sasaran', kode: 'S1' } as const;
    const unsur = { tingkat: 'program', kode: '2.07.03' } as const;
    given(pohonKinerja, final, ditautkan())
      .when({ ...tautkan, unsur })
      .then(ditautkan({ unsur, sebelum }));
    given(pohonKinerja, final, ditautkan())
      .when({ ...tautkan, unsur: null, unsurDikenal: false })
      .then(ditautkan({ unsur: null, sebelum }));
  });
  it.each([
    ['tujuan', 'TUJUAN_TIDAK_DIKENAL'],
    ['sasaran', 'SASARAN_TIDAK_DIKENAL'],
    ['kegiatan', 'PROGRAM_TIDAK_DIKENAL'],
  ] as const)('menolak %s yang tidak ada', (tingkat, kode) =>
    given(pohonKinerja, final)
      .when({ ...tautkan, unsur: { tingkat, kode: 'X' }, unsurDikenal: false })
      .ditolak(kode),
  );
  it('menolak hasil yang tidak ada, dan kertas yang berbeda', () => {
    given(pohonKinerja).when(tautkan).ditolak('SIMPUL_TIDAK_DIKENAL');
    given(pohonKinerja, final, ditautkan())
      .when({ ...tautkan, unsur: { tingkat: 'tujuan', kode: 'T1' }, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
});

describe('TetapkanPenanggungJawab', () => {
  it('mencatat jabatan, tidak berubah bila diulang, dan dapat dikosongkan', () => {
    given(pohonKinerja, final).when(tanggungJawab).then(ditanggung());
    given(pohonKinerja, final, ditanggung()).when(tanggungJawab).then();
    given(pohonKinerja, final, ditanggung())
      .when({ ...tanggungJawab, jabatan: null, jabatanAda: false })
      .then(ditanggung({ jabatan: null, sebelum: '61.71.disnaker.kepala' }));
  });
  it('menolak jabatan yang belum dibentuk dan hasil yang tidak ada', () => {
    given(pohonKinerja, final)
      .when({ ...tanggungJawab, jabatanAda: false })
      .ditolak('JABATAN_BELUM_ADA');
    given(pohonKinerja).when(tanggungJawab).ditolak('SIMPUL_TIDAK_DIKENAL');
  });
});

describe('crosscutting', () => {
  const hapus = { type: 'HapusCrosscutting', simpul: 'H1', opd: 'dikbud', simpulLain: null, ...elektronik };
  const hapusCrosscutting = hapus as Extract<PohonKinerjaCommand, { type: 'HapusCrosscutting' }>;
  it('dicatat, tidak berubah bila diulang, dan diubah dengan menyebut yang lama', () => {
    given(pohonKinerja, final).when(crosscutting).then(crosscuttingDicatat());
    given(pohonKinerja, final, crosscuttingDicatat()).when(crosscutting).then();
    given(pohonKinerja, final, crosscuttingDicatat())
      .when({ ...crosscutting, uraian: 'Magang' })
      .then(crosscuttingDicatat({ uraian: 'Magang', sebelum: 'Lulusan siap kerja' }));
  });
  it('ke hasil tertentu berdiri di samping yang ke OPD-nya saja', () =>
    given(pohonKinerja, final, crosscuttingDicatat())
      .when({ ...crosscutting, simpulLain: 'H9', simpulLainDikenal: true })
      .then(crosscuttingDicatat({ simpulLain: 'H9' })));
  it('dihapus, dan tidak berubah bila diulang', () => {
    given(pohonKinerja, final, crosscuttingDicatat()).when(hapusCrosscutting).then(crosscuttingDihapus);
    given(pohonKinerja, final, crosscuttingDicatat(), crosscuttingDihapus).when(hapusCrosscutting).then();
  });
  it.each([
    ['OPD yang tidak terdaftar atau OPD sendiri', { opdLainTerdaftar: false }, 'OPD_BELUM_TERDAFTAR'],
    ['hasil yang tidak ada di OPD itu', { simpulLain: 'H9' }, 'SIMPUL_TIDAK_DIKENAL'],
    ['hasil sendiri yang tidak ada', { simpul: 'H9' }, 'SIMPUL_TIDAK_DIKENAL'],
    ['uraian kosong', { uraian: '' }, 'TEKS_TIDAK_SAH'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(pohonKinerja, final)
      .when({ ...crosscutting, ...isi })
      .ditolak(kode),
  );
});

describe('pohon yang tumbuh sembarang', () => {
  const KODE = ['A', 'B', 'C', 'D', 'E', 'F'];
  const kode = fc.constantFrom(...KODE);
  const perintah: fc.Arbitrary<PohonKinerjaCommand> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(kode, fc.constantFrom(...TINGKAT_HASIL), fc.option(kode, { freq: 4 }))
        .map(([k, tingkat, induk]) => tetapkanSimpul(k, { tingkat, induk })),
    },
    {
      weight: 1,
      arbitrary: kode.map((k) => ({ type: 'HapusSimpul', kode: k, alasan: 'uji', ...elektronik }) as const),
    },
  );
  const jalankan = (p: PohonKinerja, c: PohonKinerjaCommand): PohonKinerja => {
    try {
      return pohonKinerja.decide(c, p).reduce((s, e) => pohonKinerja.evolve(s, e, 0), p);
    } catch (e) {
      if (e instanceof Penolakan) return p;
      throw e;
    }
  };

  it('tetap pohon: setiap induk ada, tidak ada lingkaran, tidak ada anak di atas induknya', () => {
    let bercabang = 0;
    fc.assert(
      fc.property(fc.array(perintah, { minLength: 30, maxLength: 90 }), (semua) => {
        const p = semua.reduce(jalankan, pohonKinerja.initial);
        for (const k of KODE) {
          const lewat = new Set<string>();
          for (let s = simpulDari(p, k); s !== null && s.induk !== null; ) {
            expect(lewat.has(s.induk)).toBe(false);
            lewat.add(s.induk);
            const atas = simpulDari(p, s.induk);
            expect(atas).not.toBeNull();
            if (atas === null) return;
            expect(TINGKAT_HASIL.indexOf(s.tingkat)).toBeGreaterThanOrEqual(
              TINGKAT_HASIL.indexOf(atas.tingkat),
            );
            bercabang++;
            s = atas;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(bercabang).toBeGreaterThan(100);
  });
});
