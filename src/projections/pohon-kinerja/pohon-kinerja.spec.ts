import fc from 'fast-check';
import { di, project, rekam } from '../../../test/support/project.js';
import type { DomainEvent } from '../../kernel/decider.js';
import {
  iku,
  kadis,
  naskahMurni,
  pihakWali,
  wali,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { TargetPk } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import * as contoh from '../../planning/pohon-kinerja/pohon-kinerja.contoh.js';
import { TINGKAT_HASIL } from '../../planning/pohon-kinerja/simpul.decider.js';
import type { CapaianIndikator } from '../../reporting/capaian.js';
import type { FaktaTahunan, Renstra } from '../capaian/fakta.js';
import type { BarisPk, StatusPk } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { KODE_PERINGATAN } from './peringatan.js';
import {
  type BarisSelaras,
  kunciPohon,
  penyelarasanTahun,
  pohonKinerjaView,
  type SimpulHasil,
} from './pohon-kinerja.projection.js';
import { dibatasi } from './pohon-kinerja.query.js';
import type { SimpulPohon } from './simpul-pohon.js';
import { type BahanPohon, susunPohon } from './susun.js';

const baris = (stream: string, kunci: string, ...events: DomainEvent[]) =>
  project(pohonKinerjaView, rekam<DomainEvent>(di(stream, ...events))).get(kunci);

describe('pohon yang besar', () => {
  const simpul = (n: number) =>
    Array.from({ length: n }, () => ({ peringatan: [{}] }) as unknown as SimpulPohon);
  it('dijawab seluruhnya sampai 5.000 simpul', () =>
    expect(dibatasi(simpul(5_000))).toMatchObject({ jumlah: 5_000, terpotong: false }));
  it('dikatakan terpotong bila lebih, dengan jumlah seluruhnya', () => {
    const jawab = dibatasi(simpul(5_001));
    expect(jawab).toMatchObject({ jumlah: 5_001, jumlahPeringatan: 5_001, terpotong: true });
    expect(jawab.simpul.length).toBe(5_000);
  });
});

describe('tampilan pohon kinerja', () => {
  const STREAM = 'PohonKinerja-61.71.disnaker.2022';
  const kunci = kunciPohon.pohon('61.71', 'disnaker', 2022);

  it('memuat setiap hasil dengan indikator, unsur, penanggung jawab, dan crosscutting', () =>
    expect(
      baris(
        STREAM,
        kunci,
        contoh.simpulDitetapkan('H1'),
        contoh.dihubungkan(),
        contoh.ditautkan(),
        contoh.ditanggung(),
        contoh.crosscuttingDicatat(),
      ),
    ).toEqual({
      jenis: 'pohon',
      simpul: [
        {
          kode: 'H1',
          tingkat: 'final',
          uraian: 'Hasil H1',
          induk: null,
          faktorKunci: null,
          indikator: ['IKU-1'],
          unsur: { tingkat: 'sasaran', kode: 'S1' },
          jabatan: kadis.jabatan,
          crosscutting: [{ opd: 'dikbud', simpulLain: null, uraian: 'Lulusan siap kerja' }],
        },
      ],
    }));

  it('tidak memuat hasil yang dihapus', () =>
    expect(baris(STREAM, kunci, contoh.simpulDitetapkan('H1'), contoh.simpulDihapus('H1'))).toEqual({
      jenis: 'pohon',
      simpul: [],
    }));

  it('jabatan yang ditutup terbuka lagi bila dibentuk lagi', () => {
    const dibentuk = { type: 'JabatanDibentuk', data: { sebutan: 'Kepala Bidang', atasan: null } };
    const ditutup = { type: 'JabatanDitutup', data: { tanggal: '2023-06-30', alasan: 'SOTK baru' } };
    const kunciJabatan = kunciPohon.jabatan('61.71.disnaker.bidang-1');
    const jabatan = (...events: DomainEvent[]) =>
      baris('Jabatan-61.71.disnaker.bidang-1', kunciJabatan, ...events);
    expect(jabatan(dibentuk, ditutup)).toEqual({
      jenis: 'jabatan',
      sebutan: 'Kepala Bidang',
      ditutup: '2023-06-30',
    });
    expect(jabatan(dibentuk, ditutup, dibentuk)).toMatchObject({ ditutup: null });
  });

  it('penyelarasan sebuah Perubahan Renstra baru berlaku setelah ditetapkan, dan mulai tahunnya', () => {
    const selaraskan = (kode: string) => ({
      type: 'RenstraDiselaraskan',
      data: { tingkat: 'sasaran', kode: 'S1', melayani: { mulai: 2021, tingkat: 'sasaran', kode } },
    });
    const ditetapkan = { type: 'RenstraDitetapkan', data: { keputusan: null } };
    const perubahan = {
      type: 'PerubahanRenstraDimulai',
      data: { versi: 2, mulaiBerlaku: 2024, alasan: 'x' },
    };
    const dibatalkan = { type: 'PerubahanRenstraDibatalkan', data: {} };
    const tahun = (t: number, ...events: DomainEvent[]) =>
      penyelarasanTahun(
        baris(
          'Renstra-61.71.disnaker.2022',
          kunciPohon.selaras('61.71', 'disnaker', 2022),
          ...events,
        ) as BarisSelaras,
        t,
      ).map((p) => p.melayani.kode);
    const awal = [selaraskan('A'), ditetapkan];
    expect(tahun(2022, ...awal)).toEqual(['A']);
    expect(tahun(2024, ...awal, perubahan, selaraskan('B'))).toEqual(['A']);
    expect(tahun(2024, ...awal, perubahan, selaraskan('B'), ditetapkan)).toEqual(['B']);
    expect(tahun(2023, ...awal, perubahan, selaraskan('B'), ditetapkan)).toEqual(['A']);
    expect(tahun(2024, ...awal, perubahan, selaraskan('B'), dibatalkan)).toEqual(['A']);
    const dilepas = { type: 'KeselarasanDilepas', data: { tingkat: 'sasaran', kode: 'S1' } };
    expect(tahun(2022, ...awal, dilepas)).toEqual([]);
  });
});

// -- the tree itself

const TAHUN = 2023;
const renstra: Renstra = {
  versi: 1,
  mulaiBerlaku: 2022,
  terdahulu: [],
  rancangan: null,
  mulai: 2022,
  selesai: 2026,
  visi: null,
  misi: null,
  ditetapkan: true,
  tujuan: [{ kode: 'T1', uraian: 'Tujuan' }],
  sasaran: [{ tujuan: 'T1', kode: 'S1', uraian: 'Sasaran', strategi: [] }],
  indikator: [iku('IKU-1'), iku('IKU-2')],
  hubungan: [{ indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' }],
  target: [],
  lampau: [],
};
const tahunan: FaktaTahunan = {
  jenis: 'tahun',
  tahun: TAHUN,
  program: [{ kode: '2.07.03', nama: 'Pelatihan', tingkat: 'program', induk: null }],
  dukungan: [{ program: '2.07.03', sasaran: 'S1' }],
  hubungan: [{ kode: '2.07.03', indikator: 'IKU-2' }],
  rkt: [],
  rktDitetapkan: [],
  pk: [],
  rencanaAksi: [],
  rencanaAksiDitetapkan: null,
  rencanaAksiBerlaku: null,
  imporBerjalan: false,
  pagu: [],
  serapan: [],
};
const angka = (kode: string): CapaianIndikator => ({
  kode,
  nama: `Indikator ${kode}`,
  satuan: '%',
  level: 'sasaran',
  pk: true,
  status: null,
  target: '80',
  sumberTarget: 'pk',
  realisasi: '60',
  capaian: '75.00',
  alasan: null,
  tanda: null,
  predikat: null,
  kemajuanRenstra: null,
  tahunLalu: null,
  tahunSebelumnya: [],
  pembanding: [],
  asal: { target: [], realisasi: [] },
});

const luar = (sasaran: string, alasan: string): Pick<TargetPk, 'luarRenstra'> => ({
  luarRenstra: { sasaran, alasan, polaritas: 'naik', urutanPredikat: null },
});
const target = (indikator: string, isi: Partial<TargetPk> = {}): TargetPk => ({
  indikator,
  nama: `Indikator ${indikator}`,
  satuan: '%',
  target: '80',
  ...isi,
});
const pk = (jabatan: string, atasan: string, daftar: TargetPk[], status: StatusPk = 'berlaku'): BarisPk => ({
  pemda: '61.71',
  opd: 'disnaker',
  jabatan,
  tahun: TAHUN,
  revisi: 3,
  kebutuhan: [],
  idPeriksaLama: [],
  versi: [
    {
      versi: 1,
      status,
      naskah: {
        ...naskahMurni,
        jabatan,
        pihakPertama: { ...naskahMurni.pihakPertama, jabatan: `61.71.disnaker.${jabatan}`, sebutan: jabatan },
        pihakKedua: { ...pihakWali, jabatan: atasan },
        target: daftar,
      },
      sidik: '',
      cara: 'elektronik',
      pengaju: '',
      diajukanPada: '',
      idPeriksa: null,
      perubahan: null,
      belumPasti: [],
      tandaTangan: [],
      catatan: [],
      asal: [],
    },
  ],
});
const kepala = pk('kepala', wali.jabatan, [target('IKU-1')]);
const melayaniKepala = { melayani: { jabatan: '61.71.disnaker.kepala', indikator: 'IKU-1' } };
const selaras = [
  { tingkat: 'tujuan', kode: 'T1', melayani: { mulai: 2021, tingkat: 'sasaran', kode: 'SD1' } },
] as const;
const rencanaPemda: Renstra[] = [
  {
    ...renstra,
    mulai: 2021,
    tujuan: [{ kode: 'TD1', uraian: 'Tujuan daerah' }],
    sasaran: [{ tujuan: 'TD1', kode: 'SD1', uraian: 'Sasaran daerah', strategi: [] }],
  },
];
const LENGKAP: BahanPohon = {
  tahun: TAHUN,
  renstra,
  tahunan,
  indikator: [angka('IKU-1'), angka('IKU-2')],
  definisi: renstra.indikator,
  selaras,
  rencanaPemda,
  dilayani: null,
  hasil: [],
  jabatan: new Map(),
  pk: [kepala],
  pkLuar: [],
  kepala: 'kepala',
};
const semua = (b: Partial<BahanPohon>): SimpulPohon[] => susunPohon({ ...LENGKAP, ...b });
const kode = (b: Partial<BahanPohon>): string[] => semua(b).flatMap((s) => s.peringatan.map((p) => p.kode));
const hasil = (isi: Partial<SimpulHasil> = {}): SimpulHasil => ({
  kode: 'H1',
  tingkat: 'final',
  uraian: 'Hasil',
  induk: null,
  faktorKunci: null,
  indikator: ['IKU-1'],
  unsur: { tingkat: 'sasaran', kode: 'S1' },
  jabatan: null,
  crosscutting: [],
  ...isi,
});

describe('pohon satu tahun', () => {
  it('berjalan dari rencana pemda sampai target kepala, tanpa peringatan bila lengkap', () => {
    const pohon = semua({ hasil: [hasil()] });
    expect(pohon.map((s) => [s.id, s.induk])).toEqual([
      ['tujuan-pemda:TD1', null],
      ['sasaran-pemda:SD1', 'tujuan-pemda:TD1'],
      ['tujuan:T1', 'sasaran-pemda:SD1'],
      ['sasaran:S1', 'tujuan:T1'],
      ['indikator:IKU-1@sasaran:S1', 'sasaran:S1'],
      ['program:2.07.03', 'sasaran:S1'],
      ['indikator:IKU-2@program:2.07.03', 'program:2.07.03'],
      ['hasil:H1', null],
      ['pk:61.71.disnaker.kepala', null],
      ['target-pk:61.71.disnaker.kepala/IKU-1', 'pk:61.71.disnaker.kepala'],
    ]);
    expect(pohon.flatMap((s) => s.peringatan)).toEqual([]);
    expect(pohon.at(-1)?.melayani).toEqual(['indikator:IKU-1@sasaran:S1']);
  });

  it('menilai setiap tingkat terhadap targetnya sendiri', () => {
    const bawah = pk('bidang-1', '61.71.disnaker.kepala', [
      target('IKU-1', { target: '60', ...melayaniKepala }),
    ]);
    const pohon = semua({ pk: [kepala, bawah] });
    const t = pohon.find((s) => s.id === 'target-pk:61.71.disnaker.bidang-1/IKU-1');
    expect(t).toMatchObject({
      target: '60',
      realisasi: '60',
      capaian: '100.00',
      melayani: ['target-pk:61.71.disnaker.kepala/IKU-1'],
      peringatan: [],
    });
    expect(pohon.find((s) => s.id === 'pk:61.71.disnaker.bidang-1')?.induk).toBe('pk:61.71.disnaker.kepala');
  });

  it('memuat dari PK di luar OPD hanya target yang dilayani', () => {
    const walikota = {
      ...pk('kepala-daerah', wali.jabatan, [target('IKD-1'), target('IKD-2')]),
      opd: 'pemda',
    };
    const melayani = { jabatan: '61.71.pemda.kepala-daerah', indikator: 'IKD-1' };
    const pohon = semua({
      pk: [pk('kepala', wali.jabatan, [target('IKU-1', { melayani })])],
      pkLuar: [walikota],
    });
    const id = pohon.map((s) => s.id).filter((i) => i.includes('kepala-daerah'));
    expect(id).toEqual(['pk:61.71.pemda.kepala-daerah', 'target-pk:61.71.pemda.kepala-daerah/IKD-1']);
    expect(pohon.find((s) => s.id === 'pk:61.71.disnaker.kepala')?.induk).toBe(
      'pk:61.71.pemda.kepala-daerah',
    );
  });

  it.each<[string, Partial<BahanPohon>, string[]]>([
    [
      'sasaran tanpa indikator',
      { renstra: { ...renstra, hubungan: [] } },
      ['SASARAN_TANPA_INDIKATOR', 'INDIKATOR_LEPAS'],
    ],
    ['sasaran tanpa program', { tahunan: { ...tahunan, dukungan: [] } }, ['SASARAN_TANPA_PROGRAM']],
    ['sasaran yang tidak melayani', { selaras: [] }, ['SASARAN_TIDAK_MELAYANI']],
    ['sasaran pemda tanpa OPD', { selaras: [], dilayani: new Set() }, ['SASARAN_TANPA_OPD']],
    ['sasaran pemda yang dilayani', { selaras: [], dilayani: new Set(['sasaran S1']) }, []],
    ['indikator lepas', { tahunan: { ...tahunan, hubungan: [] } }, ['INDIKATOR_LEPAS']],
    [
      'indikator yang hanya ada di hasil',
      { tahunan: { ...tahunan, hubungan: [] }, hasil: [hasil({ indikator: ['IKU-2'] })] },
      [],
    ],
    [
      'target bawahan yang lepas',
      { pk: [kepala, pk('bidang-1', kadis.jabatan, [target('IKU-2')])] },
      ['TARGET_PK_LEPAS'],
    ],
    [
      'target atasan yang tidak ada',
      {
        pk: [
          kepala,
          pk('bidang-1', kadis.jabatan, [
            target('IKU-2', { melayani: { jabatan: kadis.jabatan, indikator: 'IKU-9' } }),
          ]),
        ],
      },
      ['TARGET_PK_PUTUS'],
    ],
    [
      'target atasan yang PK-nya dibatalkan',
      { pk: [{ ...kepala, versi: [] }, pk('bidang-1', kadis.jabatan, [target('IKU-1', melayaniKepala)])] },
      ['TARGET_PK_PUTUS'],
    ],
    [
      'sasaran di luar Renstra',
      {
        pk: [pk('kepala', wali.jabatan, [target('X-1', luar('Tugas tambahan', 'Arahan.'))])],
      },
      ['SASARAN_DI_LUAR_RENSTRA'],
    ],
    [
      'hasil tanpa apa pun',
      { hasil: [hasil({ indikator: [], unsur: null })] },
      ['HASIL_TANPA_INDIKATOR', 'HASIL_TANPA_UNSUR'],
    ],
    [
      'hasil yang unsurnya tidak ada',
      { hasil: [hasil({ unsur: { tingkat: 'program', kode: '9' } })] },
      ['HASIL_UNSUR_TIDAK_ADA'],
    ],
  ])('%s', (_, b, harapan) => expect(kode(b)).toEqual(harapan));

  it('memperingatkan penanggung jawab yang sudah ditutup, mulai tahun penutupannya', () => {
    const b = {
      hasil: [hasil({ jabatan: kadis.jabatan })],
      jabatan: new Map([
        [kadis.jabatan, { jenis: 'jabatan', sebutan: 'Kepala Dinas', ditutup: '2023-06-30' } as const],
      ]),
    };
    const [p] = semua(b).flatMap((s) => s.peringatan);
    expect(p).toEqual({
      kode: 'JABATAN_TIDAK_ADA',
      kalimat: 'Penanggung jawab hasil H1, Kepala Dinas, sudah ditutup per 30-06-2023.',
    });
    expect(kode({ ...b, tahun: 2022 })).toEqual([]);
  });

  it('menyebut alasan sasaran di luar Renstra', () =>
    expect(
      semua({
        pk: [pk('kepala', wali.jabatan, [target('X-1', luar('Tugas tambahan', 'Arahan wali kota.'))])],
      }).flatMap((s) => s.peringatan.map((p) => p.kalimat)),
    ).toEqual([
      'Target X-1 mengukur sasaran di luar Renstra ("Tugas tambahan") dengan alasan: Arahan wali kota.',
    ]));
});

describe('pohon dari fakta sembarang', () => {
  const S = ['S1', 'S2', 'S3'];
  const I = ['I1', 'I2', 'I3', 'I4'];
  const J = ['kepala', 'bidang-1', 'bidang-2', 'staf-1'];
  const H = ['H1', 'H2', 'H3'];
  const unsurAcak = fc.option(
    fc.record({
      tingkat: fc.constantFrom('sasaran', 'program', 'tujuan'),
      kode: fc.constantFrom('S1', 'S2', 'P1', 'P2', 'T1', 'tiada'),
    }),
  );
  const targetAcak = fc
    .tuple(
      fc.constantFrom(...I),
      fc.option(fc.tuple(fc.constantFrom(...J), fc.constantFrom(...I))),
      fc.boolean(),
    )
    .map(([i, m, diLuar]) =>
      target(i, {
        ...(m !== null && { melayani: { jabatan: `61.71.disnaker.${m[0]}`, indikator: m[1] } }),
        ...(diLuar && luar('Lain', 'Arahan')),
      }),
    );
  const pkAcak = fc
    .tuple(
      fc.constantFrom(...J),
      fc.constantFrom(...J),
      fc.uniqueArray(targetAcak, { selector: (t) => t.indikator }),
      fc.constantFrom<StatusPk>('berlaku', 'diajukan', 'dibatalkan'),
    )
    .map(([j, atasan, t, status]) => pk(j, `61.71.disnaker.${atasan}`, t, status));
  const hasilAcak = fc
    .record({
      kode: fc.constantFrom(...H),
      induk: fc.option(fc.constantFrom(...H)),
      tingkat: fc.constantFrom(...TINGKAT_HASIL),
      indikator: fc.uniqueArray(fc.constantFrom(...I)),
      unsur: unsurAcak,
    })
    .map((h) => hasil(h as Partial<SimpulHasil>));
  const bahanAcak: fc.Arbitrary<BahanPohon> = fc
    .record({
      hubungan: fc.uniqueArray(fc.tuple(fc.constantFrom(...I), fc.constantFrom(...S)), { selector: String }),
      hubunganProgram: fc.uniqueArray(fc.tuple(fc.constantFrom(...I), fc.constantFrom('P1', 'P2', 'P9')), {
        selector: String,
      }),
      dukungan: fc.uniqueArray(fc.tuple(fc.constantFrom('P1', 'P2'), fc.constantFrom(...S)), {
        selector: String,
      }),
      selaras: fc.uniqueArray(fc.constantFrom(...S)),
      hasil: fc.uniqueArray(hasilAcak, { selector: (h) => h.kode }),
      pk: fc.uniqueArray(pkAcak, { selector: (p) => p.jabatan }),
    })
    .map(({ hubungan, hubunganProgram, dukungan, selaras, hasil, pk }) => ({
      ...LENGKAP,
      renstra: {
        ...renstra,
        sasaran: S.map((s) => ({ tujuan: 'T1', kode: s, uraian: s, strategi: [] })),
        hubungan: hubungan.map(([indikator, k]) => ({ indikator, tingkat: 'sasaran' as const, kode: k })),
      },
      tahunan: {
        ...tahunan,
        program: ['P1', 'P2'].map((p) => ({ kode: p, nama: p, tingkat: 'program' as const, induk: null })),
        dukungan: dukungan.map(([program, sasaran]) => ({ program, sasaran })),
        hubungan: hubunganProgram.map(([indikator, k]) => ({ indikator, kode: k })),
      },
      indikator: I.map(angka),
      definisi: I.map((i) => iku(i)),
      selaras: selaras.map((k) => ({
        tingkat: 'sasaran' as const,
        kode: k,
        melayani: { mulai: 2021, tingkat: 'sasaran' as const, kode: 'SD1' },
      })),
      hasil,
      pk,
    }));

  /** Told for exactly those nodes for which the facts, asked anew, say so. */
  const ditegur = (pohon: readonly SimpulPohon[], k: string): string[] =>
    pohon
      .filter((s) => s.peringatan.some((p) => p.kode === k))
      .map((s) => s.kode)
      .sort();
  const hidup = (b: BahanPohon) => b.pk.filter((p) => p.versi[0]?.status !== 'dibatalkan');
  const targetHidup = (b: BahanPohon) =>
    hidup(b).flatMap((p) =>
      ((p.versi[0]?.naskah.target ?? []) as TargetPk[]).map((t) => ({ jabatan: p.jabatan, ...t })),
    );

  it('adalah pohon: pengenal unik, induk mendahului, setiap tautan ada di jawaban', () =>
    fc.assert(
      fc.property(bahanAcak, (b) => {
        const lewat = new Set<string>();
        const pohon = susunPohon(b);
        const id = new Set(pohon.map((s) => s.id));
        expect(id.size).toBe(pohon.length);
        for (const s of pohon) {
          if (s.induk !== null) expect(lewat.has(s.induk)).toBe(true);
          for (const tautan of [...s.melayani, ...(s.menjadi === null ? [] : [s.menjadi])])
            expect(id.has(tautan)).toBe(true);
          lewat.add(s.id);
        }
      }),
    ));

  it('menegur sasaran tanpa indikator, tanpa program, dan yang tidak melayani, tidak kurang dan tidak lebih', () =>
    fc.assert(
      fc.property(bahanAcak, (b) => {
        const pohon = susunPohon(b);
        const tanpa = (punya: readonly string[]) => S.filter((s) => !punya.includes(s));
        expect(ditegur(pohon, 'SASARAN_TANPA_INDIKATOR')).toEqual(
          tanpa((b.renstra?.hubungan ?? []).map((h) => h.kode)),
        );
        expect(ditegur(pohon, 'SASARAN_TANPA_PROGRAM')).toEqual(
          tanpa((b.tahunan?.dukungan ?? []).map((d) => d.sasaran)),
        );
        expect(ditegur(pohon, 'SASARAN_TIDAK_MELAYANI')).toEqual(tanpa(b.selaras.map((x) => x.kode)));
      }),
    ));

  it('menegur indikator lepas: yang tidak digantungkan di Renstra, program, atau hasil', () =>
    fc.assert(
      fc.property(bahanAcak, (b) => {
        const digantung = [
          ...(b.renstra?.hubungan ?? []),
          ...(b.tahunan?.hubungan ?? []).filter((h) => h.kode !== 'P9'), // no such program
        ].map((h) => h.indikator);
        const semuaGantungan = [...digantung, ...b.hasil.flatMap((h) => h.indikator)];
        expect(ditegur(susunPohon(b), 'INDIKATOR_LEPAS')).toEqual(
          I.filter((i) => !semuaGantungan.includes(i)),
        );
      }),
    ));

  it('setiap target di bawah kepala melayani target yang ada, atau ditegur dengan tepat satu sebab', () =>
    fc.assert(
      fc.property(bahanAcak, (b) => {
        const pohon = susunPohon(b);
        const ada = new Set(targetHidup(b).map((t) => `61.71.disnaker.${t.jabatan}/${t.indikator}`));
        for (const t of targetHidup(b)) {
          const s = pohon.find((x) => x.id === `target-pk:61.71.disnaker.${t.jabatan}/${t.indikator}`);
          const k: readonly string[] = s?.peringatan.map((p) => p.kode) ?? ['tiada'];
          expect(k.includes('SASARAN_DI_LUAR_RENSTRA')).toBe(t.luarRenstra !== undefined);
          const { melayani: m } = t;
          expect(k.includes('TARGET_PK_LEPAS')).toBe(m === undefined && t.jabatan !== 'kepala');
          expect(k.includes('TARGET_PK_PUTUS')).toBe(
            m !== undefined && !ada.has(`${m.jabatan}/${m.indikator}`),
          );
        }
      }),
    ));

  it('menegur hasil tanpa indikator dan tanpa unsur, dan tidak pernah kode di luar daftar', () =>
    fc.assert(
      fc.property(bahanAcak, (b) => {
        const pohon = susunPohon(b);
        const tanpa = (punya: (h: SimpulHasil) => boolean) =>
          b.hasil
            .filter((h) => !punya(h))
            .map((h) => h.kode)
            .sort();
        expect(ditegur(pohon, 'HASIL_TANPA_INDIKATOR')).toEqual(tanpa((h) => h.indikator.length > 0));
        expect(ditegur(pohon, 'HASIL_TANPA_UNSUR')).toEqual(tanpa((h) => h.unsur !== null));
        for (const { kode: k, kalimat } of pohon.flatMap((s) => s.peringatan)) {
          expect(KODE_PERINGATAN).toContain(k);
          expect(kalimat).toMatch(/^[A-Z][\s\S]*[^.]\.$/);
          expect(kalimat).not.toMatch(/undefined|null/);
        }
      }),
    ));
});
