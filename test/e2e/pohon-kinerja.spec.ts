import type { SimpulPohon } from '../../src/projections/pohon-kinerja/simpul-pohon.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { berkasKota, KOTA } from './impor.ruang.js';

const POHON = `query($pemda: String!, $opd: String!, $tahun: Int!, $setelah: String) {
  pohonKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $setelah) {
    posisi jumlah jumlahPeringatan
    simpul {
      id induk jenis kode uraian tingkat faktorKunci jabatan status indikator satuan target sumberTarget
      realisasi capaian melayani menjadi crosscutting { opd simpulLain uraian } peringatan { kode kalimat }
    }
  }
}`;
const LEMAH = `query($pemda: String!, $opd: String!, $tahun: Int!) {
  targetLemah(pemda: $pemda, opd: $opd, tahun: $tahun) {
    indikator dokumen jabatan rancangan target satuan temuan { kode nilai pembanding tahun kalimat }
  }
}`;
const PERIKSA = `query($pemda: String!, $opd: String!, $tahun: Int!, $masukan: [TargetDiperiksaMasukan!]!) {
  periksaTarget(pemda: $pemda, opd: $opd, tahun: $tahun, masukan: $masukan) {
    indikator dikenal sah sebab temuan { kode kalimat }
  }
}`;
const PASURUAN = { pemda: '35.75', opd: 'disnaker', tahun: 2022 };
const PONTIANAK = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };

describe('pohon kinerja dua kota nyata', () => {
  let app: AplikasiUji;
  const token = { pengelola: '', perencana: '', luar: '' };
  type Siapa = keyof typeof token;
  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
    const siapa = (peran: 'pengelola' | 'perencana', pemda: string, opd: string) =>
      app.token({ akun: `akun-${peran}-${pemda}`, peran, pemda, opd, jabatan: peran, subjek: `S-${peran}` });
    token.pengelola = siapa('pengelola', '35.75', 'pemda');
    token.perencana = siapa('perencana', '35.75', 'disnaker');
    token.luar = siapa('perencana', '61.71', 'disnaker');
  });
  afterAll(() => app.tutup());

  type Pohon = Readonly<{ jumlah: number; jumlahPeringatan: number; simpul: readonly SimpulPohon[] }>;
  const tanya = async (kunci: object, siapa: Siapa): Promise<Pohon> => {
    const setelah = String(await app.posisi());
    const { data, errors } = await app.gql(POHON, { ...kunci, setelah }, token[siapa]);
    expect(errors).toEqual([]);
    return data.pohonKinerja;
  };
  const satu = ({ simpul }: Pohon, id: string): SimpulPohon | undefined => simpul.find((s) => s.id === id);
  const peringatan = (s: SimpulPohon | undefined): string[] => s?.peringatan.map((p) => p.kode) ?? ['tiada'];
  const jalankan = async (mutasi: string, masukan: object, pilihan = '', siapa: Siapa = 'perencana') => {
    const kunci = { pemda: '35.75', opd: 'disnaker', mulai: 2021 };
    return app.jalankan(mutasi, { ...kunci, ...masukan }, token[siapa], pilihan);
  };

  it('berjalan dari tujuan sampai target Perjanjian Kinerja, dengan angka laporannya', async () => {
    const pohon = await tanya(PASURUAN, 'perencana');
    expect(pohon.jumlah).toBe(pohon.simpul.length);
    expect(pohon.simpul.slice(0, 4).map((s) => s.id)).toEqual([
      'tujuan:T1',
      'indikator:IKU-1@tujuan:T1',
      'sasaran:S1',
      'indikator:IKU-2@sasaran:S1',
    ]);
    expect(satu(pohon, 'program:2.07.03')).toMatchObject({ induk: 'sasaran:S1', melayani: ['sasaran:S1'] });
    expect(satu(pohon, 'kegiatan:2.07.03.2.01')?.induk).toBe('program:2.07.03');
    expect(satu(pohon, 'sub-kegiatan:2.07.03.2.01.0001')).toMatchObject({
      jenis: 'sub_kegiatan',
      induk: 'kegiatan:2.07.03.2.01',
    });
    expect(satu(pohon, 'indikator:IKU-3@sasaran:S2')).toMatchObject({
      target: '80.00',
      sumberTarget: 'pk',
      realisasi: '100.00',
      capaian: '125.00',
    });
    expect(satu(pohon, 'target-pk:35.75.disnaker.kepala/IKU-2')).toMatchObject({
      induk: 'pk:35.75.disnaker.kepala',
      target: '93.80',
      capaian: '100.02',
      melayani: ['indikator:IKU-2@sasaran:S1'],
      peringatan: [],
    });
  });

  it.each([
    ['Pasuruan', PASURUAN, 'perencana'],
    ['Pontianak', PONTIANAK, 'luar'],
  ] as const)(
    '%s: setiap induk mendahului anaknya dan setiap tautan ada di jawaban',
    async (_, kunci, siapa) => {
      const { simpul } = await tanya(kunci, siapa);
      expect(simpul.length).toBeGreaterThan(50);
      const letak = new Map(simpul.map((s, i) => [s.id, i]));
      expect(letak.size).toBe(simpul.length);
      simpul.forEach((s, i) => {
        if (s.induk !== null) expect(letak.get(s.induk)).toBeLessThan(i);
        for (const id of [...s.melayani, ...(s.menjadi === null ? [] : [s.menjadi])])
          expect(letak.has(id)).toBe(true);
      });
    },
  );

  it('memberi tahu bahwa sasaran OPD belum melayani rencana pemda', async () => {
    const pohon = await tanya(PASURUAN, 'perencana');
    expect(peringatan(satu(pohon, 'sasaran:S1'))).toEqual(['SASARAN_TIDAK_MELAYANI']);
    expect(pohon.jumlahPeringatan).toBe(2);
  });

  it('menunjukkan target Pasuruan yang lebih buruk daripada hasil tahun lalu', async () => {
    const { data, errors } = await app.gql(LEMAH, PASURUAN, token.perencana);
    expect(errors).toEqual([]);
    const ringkas = data.targetLemah.map(
      (t: { indikator: string; dokumen: string; temuan: { kode: string }[] }) => [
        t.indikator,
        t.dokumen,
        ...t.temuan.map(({ kode }) => kode),
      ],
    );
    expect(ringkas).toEqual([
      ['IKU-2', 'pk', 'TURUN_UNTUK_POLARITAS_NAIK'],
      ['IKU-3', 'pk', 'LEBIH_BURUK_DARI_REALISASI_LALU'],
      ['IKU-1', 'rkt', 'LEBIH_BURUK_DARI_REALISASI_LALU'],
      ['I-2.07.05.2.01.0003-4', 'rkt', 'TARGET_NOL'],
      ['I-2.07.05.2.01.0003-7', 'rkt', 'TARGET_NOL'],
    ]);
    expect(data.targetLemah[2]).toMatchObject({
      target: '67.80',
      satuan: '%',
      rancangan: false,
      temuan: [
        {
          nilai: '67.80',
          pembanding: '71.66',
          tahun: 2021,
          kalimat: 'Target 67,80 % lebih rendah daripada realisasi tahun 2021, 71,66 %.',
        },
      ],
    });
  });

  it('memeriksa target selagi ditulis tanpa mencatat apa pun', async () => {
    const sebelum = await app.posisi();
    const masukan = [
      { indikator: 'IKU-1', target: '71.00', satuan: 'persen' },
      { indikator: 'IKU-1', target: '72' },
      { indikator: 'IKU-1', target: 'banyak' },
      { indikator: 'IKU-9', target: '1' },
    ];
    const { data, errors } = await app.gql(PERIKSA, { ...PASURUAN, masukan }, token.perencana);
    expect(errors).toEqual([]);
    expect(data.periksaTarget).toEqual([
      {
        indikator: 'IKU-1',
        dikenal: true,
        sah: true,
        sebab: null,
        temuan: [
          {
            kode: 'LEBIH_BURUK_DARI_REALISASI_LALU',
            kalimat: 'Target 71,00 % lebih rendah daripada realisasi tahun 2021, 71,66 %.',
          },
          {
            kode: 'SATUAN_BERBEDA',
            kalimat: 'Satuan target ditulis "persen", sedangkan satuan indikatornya "%".',
          },
        ],
      },
      { indikator: 'IKU-1', dikenal: true, sah: true, sebab: null, temuan: [] },
      {
        indikator: 'IKU-1',
        dikenal: true,
        sah: false,
        sebab: expect.stringContaining('Nilai tidak sah untuk indikator ini'),
        temuan: [],
      },
      {
        indikator: 'IKU-9',
        dikenal: false,
        sah: false,
        sebab: 'Indikator IKU-9 tidak dikenal.',
        temuan: [],
      },
    ]);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('menumbuhkan pohon hasil, dan memperingatkan yang belum lengkap', async () => {
    const akar = { kode: 'H1', tingkat: 'final', uraian: 'Pengangguran menurun' };
    const cabang = { kode: 'H2', tingkat: 'immediate', uraian: 'Pencari kerja terampil', induk: 'H1' };
    const pilihan = 'pohon { jumlah simpul { kode tingkat induk } }';
    await jalankan('tetapkanSimpulKinerja', akar);
    const { data, errors } = await jalankan('tetapkanSimpulKinerja', cabang, pilihan);
    expect(errors).toEqual([]);
    expect(data.tetapkanSimpulKinerja.pohon).toEqual({
      jumlah: 2,
      simpul: { kode: 'H2', tingkat: 'immediate', induk: 'H1' },
    });
    const pohon = await tanya(PASURUAN, 'perencana');
    expect(satu(pohon, 'hasil:H2')).toMatchObject({ induk: 'hasil:H1', tingkat: 'immediate', menjadi: null });
    expect(peringatan(satu(pohon, 'hasil:H2'))).toEqual(['HASIL_TANPA_INDIKATOR', 'HASIL_TANPA_UNSUR']);
  });

  it('peringatannya hilang setelah hasil punya indikator, unsur, dan penanggung jawab', async () => {
    await app.jalankan(
      'daftarkanOpd',
      { pemda: '35.75', opd: 'dikbud', nama: 'Dinas Pendidikan' },
      token.pengelola,
    );
    const kepala = { pemda: '35.75', opd: 'disnaker', jabatan: 'kepala', sebutan: 'Kepala Dinas' };
    await app.jalankan('bentukJabatan', kepala, token.pengelola);
    const isi: [string, object][] = [
      ['hubungkanIndikatorSimpul', { indikator: 'IKU-2' }],
      ['tautkanUnsurSimpul', { unsur: { tingkat: 'program', kode: '2.07.03' } }],
      ['tetapkanPenanggungJawabSimpul', { jabatan: { opd: 'disnaker', jabatan: 'kepala' } }],
      ['catatCrosscutting', { opdLain: 'dikbud', uraian: 'Lulusan siap kerja' }],
    ];
    for (const [mutasi, m] of isi) {
      const { errors } = await jalankan(mutasi, { simpul: 'H2', ...m });
      expect([mutasi, errors]).toEqual([mutasi, []]);
    }
    expect(satu(await tanya(PASURUAN, 'perencana'), 'hasil:H2')).toMatchObject({
      indikator: ['IKU-2'],
      menjadi: 'program:2.07.03',
      jabatan: '35.75.disnaker.kepala',
      crosscutting: [{ opd: 'dikbud', simpulLain: null, uraian: 'Lulusan siap kerja' }],
      peringatan: [],
    });
    const lain = await tanya({ ...PASURUAN, tahun: 2023 }, 'perencana');
    expect(satu(lain, 'hasil:H2')).toMatchObject({
      menjadi: null,
      peringatan: [
        {
          kode: 'HASIL_UNSUR_TIDAK_ADA',
          kalimat: 'Hasil H2 menjadi program 2.07.03, yang tidak ada dalam perencanaan tahun 2023.',
        },
      ],
    });
  });

  it('melepas dan menghapusnya lagi', async () => {
    const isi: [string, object][] = [
      ['lepasIndikatorSimpul', { simpul: 'H2', indikator: 'IKU-2' }],
      ['hapusCrosscutting', { simpul: 'H2', opdLain: 'dikbud' }],
      ['hapusSimpulKinerja', { kode: 'H2', alasan: 'Digabung dengan H1' }],
    ];
    for (const [mutasi, m] of isi) expect((await jalankan(mutasi, m)).errors).toEqual([]);
    expect(satu(await tanya(PASURUAN, 'perencana'), 'hasil:H2')).toBeUndefined();
  });

  const akar = { kode: 'H1', tingkat: 'final', uraian: 'x' };
  it.each<[string, string, object, Siapa, string]>([
    ['OPD di pemda lain', 'tetapkanSimpulKinerja', akar, 'luar', 'TIDAK_DITEMUKAN'],
    ['pengelola di pohon OPD', 'tetapkanSimpulKinerja', akar, 'pengelola', 'TIDAK_BERWENANG'],
    [
      'perencana di pohon pemda',
      'tetapkanSimpulKinerja',
      { ...akar, opd: 'pemda' },
      'perencana',
      'TIDAK_BERWENANG',
    ],
    ['lingkaran', 'tetapkanSimpulKinerja', { ...akar, induk: 'H1' }, 'perencana', 'POHON_MELINGKAR'],
    [
      'indikator asing',
      'hubungkanIndikatorSimpul',
      { simpul: 'H1', indikator: 'X' },
      'perencana',
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'unsur asing',
      'tautkanUnsurSimpul',
      { simpul: 'H1', unsur: { tingkat: 'sasaran', kode: 'S9' } },
      'perencana',
      'SASARAN_TIDAK_DIKENAL',
    ],
    [
      'OPD sendiri',
      'catatCrosscutting',
      { simpul: 'H1', opdLain: 'disnaker', uraian: 'x' },
      'perencana',
      'OPD_BELUM_TERDAFTAR',
    ],
    [
      'tingkat asing',
      'tetapkanSimpulKinerja',
      { ...akar, tingkat: 'atas' },
      'perencana',
      'MASUKAN_TIDAK_SAH',
    ],
  ])('menolak %s tanpa menambah apa pun ke log', async (_, mutasi, m, siapa, kode) => {
    const sebelum = await app.posisi();
    const { errors } = await jalankan(mutasi, m, '', siapa);
    expect(errors[0]?.extensions.kode).toBe(kode);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('pohon pemda disusun pengelola', async () => {
    const { errors } = await jalankan('tetapkanSimpulKinerja', { ...akar, opd: 'pemda' }, '', 'pengelola');
    expect(errors).toEqual([]);
  });
});
