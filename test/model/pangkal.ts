import { langkah, type Pasangan, pasanganKosong, salinPasangan } from './jalan.js';
import type { NamaDokumen, Orang, Perintah } from './perintah.js';

type TanpaSah = {
  [D in NamaDokumen]: Omit<Extract<Perintah, { dok: D }>, 'sah' | 'oleh' | 'kini'>;
}[NamaDokumen];

const akta = { jenis: 'Keputusan', nomor: '1', tanggal: '2023-01-02', pejabat: 'Wali Kota' };
const kantor = (opd: string, jabatan: string, subjek: string, atasan: string | null): TanpaSah[] => [
  { dok: 'jabatan', opd, jabatan, p: { type: 'Bentuk', sebutan: 'Satu', atasan } },
  {
    dok: 'jabatan',
    opd,
    jabatan,
    p: {
      type: 'TetapkanPejabat',
      subjek,
      status: 'definitif',
      mulai: '2022-01-01',
      selesai: null,
      keputusan: null,
    },
  },
];
const TERDAFTAR: TanpaSah[] = [
  { dok: 'pemda', p: { type: 'Daftarkan', nama: 'Satu', zona: 'WIB' } },
  { dok: 'opd', opd: 'disnaker', p: { type: 'Daftarkan', nama: 'Satu' } },
  { dok: 'opd', opd: 'dikbud', p: { type: 'Daftarkan', nama: 'Dua' } },
  ...kantor('pemda', 'kepala-daerah', 'o-wali', null),
  ...kantor('disnaker', 'kepala', 'o-kadis', null),
  ...kantor('disnaker', 'bidang-1', 'o-kabid', '61.71.disnaker.kepala'),
  ...kantor('disnaker', 'seksi-1', 'o-kasi', '61.71.disnaker.bidang-1'),
];

const indikator = (kode: string, isi: object = {}) =>
  ({
    type: 'TetapkanIndikator',
    kode,
    nama: 'Nama',
    satuan: '%',
    level: 'sasaran',
    iku: null,
    polaritas: 'naik',
    agregasi: null,
    desimal: null,
    urutanPredikat: null,
    definisi: null,
    pembilang: null,
    penyebut: null,
    sumberData: null,
    penanggungJawab: null,
    kondisiAwal: null,
    ...isi,
  }) as const;

const naskah = (opd: string): TanpaSah[] =>
  [
    { type: 'Susun', selesai: 2026, visi: 'Satu', misi: null } as const,
    { type: 'TambahTujuan', kode: 'T1', uraian: 'Satu' } as const,
    { type: 'TambahSasaran', tujuan: 'T1', kode: 'S1', uraian: 'Satu', strategi: [] } as const,
    indikator('IKU-1'),
    indikator('IKU-2', { polaritas: 'predikat', urutanPredikat: ['C', 'B', 'A'] }),
    indikator('I-P', { level: 'program' }),
    { type: 'HubungkanIndikator', indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' } as const,
    ...[2022, 2023, 2024].map(
      (tahun) => ({ type: 'TetapkanTarget', indikator: 'IKU-1', tahun, target: '10' }) as const,
    ),
    { type: 'TetapkanTarget', indikator: 'I-P', tahun: 2023, target: '20' } as const,
  ].map((p) => ({ dok: 'renstra', opd, mulai: 2022, p }) as TanpaSah);

const ditetapkan = (opd: string): TanpaSah => ({
  dok: 'renstra',
  opd,
  mulai: 2022,
  p: { type: 'Tetapkan', keputusan: null },
});
const program = (
  kode: string,
  tingkat: 'program' | 'kegiatan' | 'sub-kegiatan',
  induk: string | null,
): TanpaSah => ({
  dok: 'program',
  opd: 'disnaker',
  tahun: 2023,
  p: { type: 'Tambah', kode, nama: 'Satu', tingkat, induk },
});
const RENSTRA: TanpaSah[] = [...naskah('pemda'), ...naskah('disnaker')];
const BERLAKU: TanpaSah[] = [
  ditetapkan('pemda'),
  ditetapkan('disnaker'),
  program('2.07.03', 'program', null),
  program('2.07.03.2.01', 'kegiatan', '2.07.03'),
  program('2.07.03.2.01.0001', 'sub-kegiatan', '2.07.03.2.01'),
];

const disnaker = <D extends 'rkt' | 'aksi' | 'anggaran'>(
  dok: D,
  tahun: number,
  p: Extract<Perintah, { dok: D }>['p'],
) => ({ dok, opd: 'disnaker', tahun, p }) as TanpaSah;
const TAHUNAN: TanpaSah[] = [
  disnaker('rkt', 2023, { type: 'CatatTarget', jenis: 'murni', indikator: 'I-P', target: '20' }),
  disnaker('rkt', 2023, { type: 'Tetapkan', jenis: 'murni', keputusan: null }),
  ...[2022, 2023].flatMap((tahun) => [
    disnaker('aksi', tahun, {
      type: 'CatatTarget',
      indikator: 'IKU-1',
      triwulan: 1,
      target: '10',
      aksi: 'Latih',
    }),
    disnaker('aksi', tahun, { type: 'Tetapkan', keputusan: null }),
  ]),
  disnaker('anggaran', 2023, {
    type: 'TetapkanPagu',
    jenis: 'murni',
    kode: '2.07.03',
    nama: null,
    sumberDana: null,
    pagu: '100',
  }),
  { dok: 'iku', opd: 'disnaker', p: { type: 'Susun', versi: null, mulaiBerlaku: 2022, alasan: null } },
  {
    dok: 'iku',
    opd: 'disnaker',
    p: {
      type: 'Pilih',
      versi: null,
      indikator: 'IKU-1',
      alasan: 'Sebab',
      formula: null,
      sumberData: null,
      penanggungJawab: null,
    },
  },
  { dok: 'iku', opd: 'disnaker', p: { type: 'Tetapkan', versi: null, akta } },
];

const perjanjian = (opd: string, jabatan: string, penandatangan: readonly Orang[]): [TanpaSah, Orang][] => [
  [
    {
      dok: 'pk',
      opd,
      jabatan,
      tahun: 2023,
      p: {
        type: 'Ajukan',
        jenis: 'murni',
        sebab: null,
        tanggal: null,
        target: [{ indikator: 'IKU-1', target: '10' }],
        anggaran: [],
      },
    },
    'perencana',
  ],
  ...penandatangan.map((oleh): [TanpaSah, Orang] => [
    { dok: 'pk', opd, jabatan, tahun: 2023, p: { type: 'Tandatangani', sidik: '1' } },
    oleh,
  ]),
];
const oleh = (daftar: readonly TanpaSah[]): [TanpaSah, Orang][] => daftar.map((c) => [c, 'perencana']);
const PK = [
  ...perjanjian('pemda', 'kepala-daerah', ['wali']),
  ...perjanjian('disnaker', 'kepala', ['kadis', 'wali']),
];
const PERUBAHAN: TanpaSah[] = [
  {
    dok: 'renstra',
    opd: 'disnaker',
    mulai: 2022,
    p: { type: 'MulaiPerubahan', mulaiBerlaku: 2024, alasan: 'Sebab' },
  },
];

const unit = (kode: string, induk: string | null): TanpaSah => ({
  dok: 'opd',
  opd: 'disnaker',
  p: { type: 'TetapkanUnitSotk', versi: 1, kode, nama: 'Satu', induk, tugasPokok: null, fungsi: [] },
});
const SOTK: TanpaSah[] = [
  {
    dok: 'opd',
    opd: 'disnaker',
    p: {
      type: 'SusunSotk',
      mulai: '2022-01-01',
      dasar: akta,
      tugasPokok: 'Satu',
      fungsi: [],
      sejarah: null,
      pendahulu: [],
      salinUnit: false,
    },
  },
  unit('bidang-1', null),
  unit('seksi-1', 'bidang-1'),
];

/** Both OPD have a SOTK in force and a Renstra that is ditetapkan, as a move between them asks. */
const sotkBerlaku = (opd: string): TanpaSah[] => [
  {
    dok: 'opd',
    opd,
    p: {
      type: 'SusunSotk',
      mulai: '2022-01-01',
      dasar: akta,
      tugasPokok: 'Satu',
      fungsi: [],
      sejarah: null,
      pendahulu: [],
      salinUnit: false,
    },
  },
  {
    dok: 'opd',
    opd,
    p: {
      type: 'TetapkanUnitSotk',
      versi: 1,
      kode: 'bidang-1',
      nama: 'Satu',
      induk: null,
      tugasPokok: null,
      fungsi: [],
    },
  },
  { dok: 'opd', opd, p: { type: 'TetapkanSotk', versi: 1 } },
];
const PENERIMA = [...naskah('dikbud').slice(0, 3), ditetapkan('dikbud')];

/** The head of the OPD acts for the kepala daerah too. */
const RANGKAP: TanpaSah = {
  dok: 'jabatan',
  opd: 'pemda',
  jabatan: 'kepala-daerah',
  p: {
    type: 'TetapkanPejabat',
    subjek: 'o-kadis',
    status: 'Plt.',
    mulai: '2023-01-01',
    selesai: null,
    keputusan: null,
  },
};

/** Where a sequence may begin: each is reached by commands that both sides accept. */
const PANGKAL = {
  kosong: [],
  terdaftar: oleh(TERDAFTAR),
  sotk: oleh([...TERDAFTAR, ...SOTK]),
  renstra: oleh([...TERDAFTAR, ...RENSTRA]),
  berlaku: oleh([...TERDAFTAR, ...RENSTRA, ...BERLAKU]),
  tahunan: oleh([...TERDAFTAR, ...RENSTRA, ...BERLAKU, ...TAHUNAN]),
  peralihan: oleh([
    ...TERDAFTAR,
    ...['disnaker', 'dikbud'].flatMap(sotkBerlaku),
    ...RENSTRA,
    ...BERLAKU,
    ...PENERIMA,
  ]),
  rangkap: oleh([...TERDAFTAR, ...RENSTRA, ...BERLAKU, RANGKAP]),
  pk: [...oleh([...TERDAFTAR, ...RENSTRA, ...BERLAKU]), ...PK],
  perubahan: [...oleh([...TERDAFTAR, ...RENSTRA, ...BERLAKU, ...TAHUNAN]), ...PK, ...oleh(PERUBAHAN)],
} satisfies Record<string, [TanpaSah, Orang][]>;
export type NamaPangkal = keyof typeof PANGKAL;

const bangun = (daftar: readonly [TanpaSah, Orang][]): Pasangan => {
  const p = pasanganKosong();
  for (const [c, siapa] of daftar) {
    const hasil = langkah(p, { ...c, sah: 'elektronik', oleh: siapa, kini: 1 } as Perintah, new Map());
    if (!('peristiwa' in hasil) || hasil.peristiwa === 0)
      throw new Error(`pangkal: ${JSON.stringify(c)} menjadi ${JSON.stringify(hasil)}`);
  }
  return p;
};

const jadi = new Map<NamaPangkal, Pasangan>();
export const pangkal = (nama: NamaPangkal): Pasangan => {
  const ada = jadi.get(nama) ?? bangun(PANGKAL[nama]);
  jadi.set(nama, ada);
  return salinPasangan(ada);
};
