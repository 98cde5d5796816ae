import { given } from '../../../test/support/given.js';
import { Codec } from '../../infra/event-store/codec.js';
import { HEAD_KOSONG } from '../../kernel/event-store.js';
import type { Kode } from '../../kernel/penolakan.js';
import { sidikDari } from '../../kernel/sidik.js';
import {
  ajukan,
  berlaku,
  dicatat,
  iku,
  kadis,
  naskahMurni,
  naskahPemda,
  pengajuan,
  perencana,
  sidikMurni,
  tandatangani,
  wali,
} from './perjanjian-kinerja.contoh.js';
import {
  dijanjikan,
  type LuarRenstra,
  type Naskah,
  type PkCommand,
  type PkEvent,
  perjanjianKinerja,
  type TargetPk,
} from './perjanjian-kinerja.decider.js';

type Ajukan = Extract<PkCommand, { type: 'Ajukan' }>;
const diberi = (...events: PkEvent[]) => given(perjanjianKinerja, ...events);
const satu = (c: PkCommand, ...sebelum: PkEvent[]): PkEvent[] =>
  perjanjianKinerja.decide(
    c,
    sebelum.reduce((s, e, i) => perjanjianKinerja.evolve(s, e, i), perjanjianKinerja.initial),
  );
const naskahDari = (c: PkCommand): Naskah => {
  const [event] = satu(c);
  if (event?.type !== 'PerjanjianKinerjaDiajukan') throw new Error('bukan pengajuan');
  return event.data.naskah;
};

describe('PK kepala daerah', () => {
  const pemegang = { pertama: wali.subjek, kedua: null };
  const dikenal = { indikator: [iku('IKD-1')], program: [], atasan: [] };
  const ajukanPemda: Ajukan = { ...ajukan(naskahPemda), pemegang, dikenal };
  const sidik = sidikDari(naskahPemda);
  const [diajukan] = satu(ajukanPemda) as [PkEvent];
  const ttd = tandatangani(wali, sidik);

  it('hanya satu pihak: Pihak Kedua kosong', () => {
    expect(naskahDari(ajukanPemda)).toEqual(naskahPemda);
    expect(diajukan.data).toMatchObject({ sidik, naskah: { pihakKedua: null } });
  });

  it('berlaku dengan satu tanda tangan', () =>
    expect(satu(ttd, diajukan).map((e) => e.type)).toEqual([
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaBerlaku',
    ]));

  it('tidak berubah bila diajukan atau ditandatangani lagi', () => {
    diberi(diajukan).when(ajukanPemda).then();
    diberi(diajukan, ...satu(ttd, diajukan))
      .when(ttd)
      .then();
  });

  it('perubahannya juga berlaku dengan satu tanda tangan, dan menggantikan murni', () => {
    const murni = [diajukan, ...satu(ttd, diajukan)];
    const isi = { jenis: 'perubahan', sebab: 'perubahan-strategi' } as const;
    const [perubahan] = satu({ ...ajukan(naskahPemda, isi), pemegang, dikenal }, ...murni) as [PkEvent];
    const ttdPerubahan = tandatangani(wali, sidikDari({ ...naskahPemda, ...isi, versi: 2 }));
    expect(satu(ttdPerubahan, ...murni, perubahan).map((e) => e.type)).toEqual([
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaBerlaku',
      'PerjanjianKinerjaDigantikan',
    ]);
  });

  it('tidak dapat dikembalikan siapa pun', () =>
    diberi(diajukan)
      .when({ type: 'Kembalikan', catatan: 'Terlalu rendah.', oleh: wali, cara: 'elektronik' })
      .ditolak('PK_BUKAN_PENANDATANGAN'));

  it.each<[string, Naskah, Partial<Naskah>]>([
    ['PK kepala daerah yang mempunyai Pihak Kedua', naskahPemda, { pihakKedua: naskahMurni.pihakPertama }],
    ['PK kepala perangkat daerah tanpa Pihak Kedua', naskahMurni, { pihakKedua: null }],
    ['PK jabatan lain di pemda tanpa Pihak Kedua', naskahPemda, { jabatan: 'asisten-1' }],
    ['PK jabatan berkode kepala-daerah di sebuah OPD tanpa Pihak Kedua', naskahPemda, { opd: 'disnaker' }],
  ])('menolak %s', (_, naskah, isi) =>
    diberi()
      .when({ ...ajukan(naskah, isi), dikenal: { ...ajukan(naskahMurni).dikenal, ...dikenal } })
      .ditolak('PK_PIHAK_TIDAK_SESUAI'),
  );
});

const [t1] = naskahMurni.target as [TargetPk];
const denganTarget = (t: Partial<TargetPk>, dikenal: Partial<Ajukan['dikenal']> = {}): Ajukan => {
  const c = ajukan(naskahMurni, { target: [{ ...t1, ...t }] });
  return { ...c, dikenal: { ...c.dikenal, ...dikenal } };
};

describe('target yang melayani target atasan', () => {
  const melayani = { jabatan: wali.jabatan, indikator: 'IKD-1' };

  it('tercantum dalam naskah bila target itu ada di PK atasan', () =>
    expect(naskahDari(denganTarget({ melayani }, { atasan: [melayani] })).target).toEqual([
      { ...t1, melayani },
    ]));

  it.each<[string, Ajukan['dikenal']['atasan']]>([
    ['atasan itu belum menjanjikan apa pun', []],
    ['atasan itu menjanjikan yang lain', [{ ...melayani, indikator: 'IKD-2' }]],
    ['yang menjanjikannya jabatan lain', [{ ...melayani, jabatan: '61.71.pemda.sekretaris-daerah' }]],
  ])('ditolak bila %s', (_, atasan) =>
    diberi().when(denganTarget({ melayani }, { atasan })).ditolak('PK_TARGET_ATASAN_TIDAK_DIKENAL'),
  );

  it('tidak wajib: tanpa itu naskah dan sidiknya sama dengan sebelum hal ini dikenal', () => {
    expect(naskahDari(ajukan(naskahMurni))).toEqual(naskahMurni);
    expect(Object.keys(naskahDari(ajukan(naskahMurni)).target[0] ?? {})).toEqual(Object.keys(t1));
  });

  it('dapat menunjuk PK yang berlaku atau yang menunggu tanda tangan, bukan yang ditarik', () => {
    const pk = (...e: PkEvent[]) =>
      e.reduce((s, x, i) => perjanjianKinerja.evolve(s, x, i), perjanjianKinerja.initial);
    const ditarik: PkEvent = {
      type: 'PerjanjianKinerjaDibatalkan',
      data: { versi: 1, alasan: 'Salah.', oleh: kadis, cara: 'elektronik' },
    };
    expect(dijanjikan(pk(pengajuan))).toEqual(['IKU-1', 'IKU-2']);
    expect(dijanjikan(pk(pengajuan, berlaku))).toEqual(['IKU-1', 'IKU-2']);
    expect(dijanjikan(pk(pengajuan, ditarik))).toEqual([]);
  });
});

describe('target di luar Renstra', () => {
  const luarRenstra: LuarRenstra = {
    sasaran: 'Menurunnya pengangguran terbuka',
    alasan: 'Ditugaskan wali kota setelah Renstra ditetapkan.',
    polaritas: 'turun-linear',
    urutanPredikat: null,
  };
  const t9 = {
    indikator: 'LR-1',
    nama: 'Tingkat pengangguran terbuka',
    satuan: '%',
    target: '8.10',
    luarRenstra,
  };

  it('boleh, dengan sasaran, alasan, dan ukurannya sendiri', () =>
    expect(naskahDari(denganTarget(t9)).target).toEqual([t9]));

  it.each<[string, Partial<TargetPk>, Kode]>([
    ['tanpa keterangan luar Renstra', { ...t9, luarRenstra: undefined } as never, 'INDIKATOR_TIDAK_DIKENAL'],
    ['tanpa alasan', { ...t9, luarRenstra: { ...luarRenstra, alasan: ' ' } }, 'ALASAN_WAJIB'],
    ['tanpa sasaran', { ...t9, luarRenstra: { ...luarRenstra, sasaran: '' } }, 'TEKS_TIDAK_SAH'],
    ['tanpa nama', { ...t9, nama: '' }, 'TEKS_TIDAK_SAH'],
    ['tanpa satuan', { ...t9, satuan: ' ' }, 'TEKS_TIDAK_SAH'],
    ['yang ternyata ada di Renstra', { ...t9, indikator: 'IKU-1' }, 'PK_INDIKATOR_DALAM_RENSTRA'],
    ['dengan target yang bukan menurut polaritasnya', { ...t9, target: 'BB' }, 'NILAI_TIDAK_SAH'],
    [
      'dengan predikat yang tidak ada dalam urutannya',
      {
        ...t9,
        target: 'AA',
        luarRenstra: { ...luarRenstra, polaritas: 'predikat', urutanPredikat: ['C', 'B'] },
      },
      'NILAI_TIDAK_SAH',
    ],
    [
      'dengan urutan predikat yang berulang',
      {
        ...t9,
        target: 'B',
        luarRenstra: { ...luarRenstra, polaritas: 'predikat', urutanPredikat: ['B', 'B'] },
      },
      'NILAI_TIDAK_SAH',
    ],
  ])('ditolak %s', (_, t, kode) => diberi().when(denganTarget(t)).ditolak(kode));

  it('dari kertas tidak menimpa sasaran yang tercatat', () => {
    const kertas = (l: LuarRenstra): Ajukan => ({
      ...denganTarget({ ...t9, luarRenstra: l }),
      pemegang: { pertama: null, kedua: null },
      ...dicatat,
    });
    const tercatat = satu(kertas(luarRenstra));
    diberi(...tercatat)
      .when(kertas(luarRenstra))
      .then();
    diberi(...tercatat)
      .when(kertas({ ...luarRenstra, sasaran: 'Sasaran lain' }))
      .ditolak('SUDAH_ADA_BERBEDA');
  });
});

describe('naskah dari versi pertama peristiwanya', () => {
  const v1 = new Codec({ versi: { PerjanjianKinerjaDiajukan: 1 }, naikkan: {} });
  const [tersimpan] = v1.encode({
    stream: 'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    head: HEAD_KOSONG,
    events: [pengajuan],
    at: '2023-01-31T03:00:00.000Z',
    actor: 'akun',
    cmd: { id: 'perintah', sidik: '' },
    corr: 'perintah',
    cause: null,
  }).events;

  it('terbaca sebagai versi terbaru tanpa satu kata pun bertambah, jadi sidiknya tetap dapat diperiksa', () => {
    const { type, data } = new Codec().decode(tersimpan?.bytes ?? '', 0);
    expect(tersimpan?.type).toBe('PerjanjianKinerjaDiajukan');
    expect({ type, data }).toEqual(pengajuan);
    expect(sidikDari((data as { naskah: Naskah }).naskah)).toBe(sidikMurni);
  });

  it('dapat diteruskan: ditandatangani setelah versi baru dipakai', () => {
    const { type, data } = new Codec().decode(tersimpan?.bytes ?? '', 0);
    diberi({ type, data } as PkEvent)
      .when({ ...tandatangani(perencana, sidikMurni) })
      .ditolak('PK_BUKAN_PENANDATANGAN');
    expect(satu(tandatangani(kadis, sidikMurni), { type, data } as PkEvent)).toHaveLength(1);
  });
});
