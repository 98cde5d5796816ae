import type { Cara, DomainEvent, Pejabat } from '../src/kernel/decider.js';
import type { EventStore } from '../src/kernel/event-store.js';
import { kunci } from '../src/kernel/kunci.js';
import { sidikDari } from '../src/kernel/sidik.js';
import type { Naskah, PkEvent } from '../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PohonKinerjaEvent } from '../src/planning/pohon-kinerja/pohon-kinerja.decider.js';
import { TINGKAT_HASIL } from '../src/planning/pohon-kinerja/simpul.decider.js';
import type { ProgramEvent } from '../src/planning/program/program.decider.js';
import type { RencanaKinerjaEvent } from '../src/planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator, RenstraEvent } from '../src/planning/renstra/renstra.decider.js';
import type { PengukuranEvent } from '../src/reporting/pengukuran/pengukuran.decider.js';
import { Penulis } from './kota.js';

/** One city: 40 OPD of 500 indicators over the five years of their Renstra; the tree of the last year of one OPD is asked for. */
export const KOTA_POHON = { pemda: '61.90', opd: 'dinas-20', tahun: 2025 } as const;
const [MULAI, SELESAI] = [2021, 2025] as const;
const TAHUN = [2021, 2022, 2023, 2024, 2025] as const;
const OPD = 40;
const INDIKATOR = 500;
const STRATEGIS = 60; // of them hang on sasaran, the others in the program tree
const SASARAN = 20;
const PROGRAM = 8;
const HASIL = 100;

const { pemda } = KOTA_POHON;
const pejabat = (opd: string): Pejabat => ({
  jabatan: kunci.jabatan(pemda, opd, 'perencana'),
  sebutan: 'Kepala Subbagian Perencanaan',
  status: 'definitif',
  subjek: '3f1c9a52-7d0e-4b8a-9c61-0d5f2ab4e871',
});
const sah = (opd: string): { oleh: Pejabat; cara: Cara } => ({ oleh: pejabat(opd), cara: 'elektronik' });
const banyak = <T>(jumlah: number, buat: (i: number) => T): T[] =>
  Array.from({ length: jumlah }, (_, i) => buat(i));
const kode = (i: number): string => `IK-${i}`;

const definisi = (i: number): DefinisiIndikator => ({
  kode: kode(i),
  nama: `Persentase layanan dinas ke-${i} yang selesai sesuai standar pelayanan`,
  satuan: '%',
  level: i < STRATEGIS ? 'sasaran' : 'program',
  iku: i < 10,
  polaritas: 'naik',
  agregasi: 'posisi-akhir',
  desimal: 2,
  urutanPredikat: null,
  definisi: 'Layanan yang selesai dalam standar waktu dibagi seluruh permohonan yang masuk',
  pembilang: 'Layanan selesai sesuai standar',
  penyebut: 'Seluruh permohonan layanan',
  sumberData: 'Register layanan',
  penanggungJawab: 'bidang-1',
  kondisiAwal: { tahun: 2020, nilai: '70.00' },
});

const renstra = (opd: string): RenstraEvent[] => {
  const o = sah(opd);
  const masa = { mulai: MULAI, selesai: SELESAI, visi: null, misi: null };
  return [
    { type: 'RenstraDisusun', data: { ...o, ...masa, sebelum: null, berdasarkan: [] } },
    ...banyak(5, (i): RenstraEvent => {
      return {
        type: 'TujuanDitambahkan',
        data: { ...o, kode: `T${i}`, uraian: `Tujuan ${i}`, sebelum: null },
      };
    }),
    ...banyak(SASARAN, (i): RenstraEvent => {
      const isi = {
        tujuan: `T${i % 5}`,
        kode: `S${i}`,
        uraian: `Meningkatnya mutu layanan ${i}`,
        strategi: [],
      };
      return { type: 'SasaranDitambahkan', data: { ...o, ...isi, sebelum: null } };
    }),
    ...banyak(INDIKATOR, (i): RenstraEvent[] => [
      { type: 'IndikatorDitetapkan', data: { ...o, ...definisi(i), sebelum: null } },
      ...TAHUN.map((tahun): RenstraEvent => {
        const isi = { indikator: kode(i), tahun, target: `${70 + (i % 20) + tahun - MULAI}.50` };
        return { type: 'TargetRenstraDitetapkan', data: { ...o, ...isi, sebelum: null } };
      }),
    ]).flat(),
    ...banyak(STRATEGIS, (i): RenstraEvent => {
      const isi = { indikator: kode(i), tingkat: 'sasaran', kode: `S${i % SASARAN}` } as const;
      return { type: 'IndikatorDihubungkan', data: { ...o, ...isi } };
    }),
    { type: 'RenstraDitetapkan', data: { ...o, keputusan: null } },
  ];
};

type Unsur = Extract<ProgramEvent, { type: 'ProgramDitambahkan' }>['data'];
const kodeUnsur = { program: [] as string[], kegiatan: [] as string[], 'sub-kegiatan': [] as string[] };
for (let p = 1; p <= PROGRAM; p++) {
  const program = `2.07.0${p}`;
  kodeUnsur.program.push(program);
  for (let k = 1; k <= 3; k++) {
    const kegiatan = `${program}.2.0${k}`;
    kodeUnsur.kegiatan.push(kegiatan);
    for (let s = 1; s <= 3; s++) kodeUnsur['sub-kegiatan'].push(`${kegiatan}.000${s}`);
  }
}
const semuaUnsur = [...kodeUnsur.program, ...kodeUnsur.kegiatan, ...kodeUnsur['sub-kegiatan']];
const indukUnsur = { program: null, kegiatan: 7, 'sub-kegiatan': 12 } as const; // length of the parent's code

const program = (opd: string): ProgramEvent[] => {
  const bersama = { ...sah(opd), berdasarkan: [] };
  const unsur = (['program', 'kegiatan', 'sub-kegiatan'] as const).flatMap((tingkat) =>
    kodeUnsur[tingkat].map((k): Unsur => {
      const panjang = indukUnsur[tingkat];
      const induk = panjang === null ? null : k.slice(0, panjang);
      return { kode: k, nama: `Penyelenggaraan ${k}`, tingkat, induk, sebelum: null, ...bersama };
    }),
  );
  return [
    ...unsur.map((data): ProgramEvent => ({ type: 'ProgramDitambahkan', data })),
    ...banyak(SASARAN, (i): ProgramEvent => {
      const isi = { program: kodeUnsur.program[i % PROGRAM] ?? '', sasaran: `S${i}` };
      return { type: 'SasaranDidukung', data: { ...isi, ...bersama } };
    }),
    ...banyak(INDIKATOR - STRATEGIS, (i): ProgramEvent => {
      const isi = { kode: semuaUnsur[i % semuaUnsur.length] ?? '', indikator: kode(STRATEGIS + i) };
      return { type: 'IndikatorProgramDihubungkan', data: { ...isi, ...bersama } };
    }),
  ];
};

const rkt = (opd: string): RencanaKinerjaEvent[] => [
  ...banyak(INDIKATOR - STRATEGIS, (i): RencanaKinerjaEvent => {
    const isi = { jenis: 'murni', indikator: kode(STRATEGIS + i), target: `${75 + (i % 20)}.25` } as const;
    return { type: 'TargetRktDicatat', data: { ...isi, sebelum: null, berdasarkan: [], ...sah(opd) } };
  }),
  { type: 'RktDitetapkan', data: { jenis: 'murni', keputusan: null, ...sah(opd) } },
];

const pengukuran = (opd: string): PengukuranEvent[] =>
  banyak(INDIKATOR, (i) => ({
    type: 'RealisasiDicatat',
    data: {
      ...sah(opd),
      indikator: kode(i),
      realisasi: `${70 + (i % 25)}.75`,
      pembilang: null,
      penyebut: null,
      faktorPendukung: 'Petugas loket bertambah',
      faktorPenghambat: null,
      tindakLanjut: null,
      sebelum: null,
      berdasarkan: [],
    },
  }));

type Jabatan = Readonly<{ jabatan: string; atasan: string; indikator: readonly number[] }>;
const satuJabatan = (jabatan: string, atasan: string, awal: number, jumlah: number): Jabatan => ({
  jabatan,
  atasan,
  indikator: banyak(jumlah, (i) => (awal + i) % INDIKATOR),
});
/** One head, five administrators, fifteen pengawas, forty staff. */
const JABATAN: readonly Jabatan[] = [
  satuJabatan('kepala', 'kepala-daerah', 0, 20),
  ...banyak(5, (i) => satuJabatan(`bidang-${i}`, 'kepala', i * 10, 10)),
  ...banyak(15, (i) => satuJabatan(`seksi-${i}`, `bidang-${i % 5}`, i * 8, 8)),
  ...banyak(40, (i) => satuJabatan(`staf-${i}`, `seksi-${i % 15}`, i * 4, 4)),
];

const perjanjian = (opd: string, tahun: number, { jabatan, atasan, indikator }: Jabatan): PkEvent[] => {
  const opdAtasan = jabatan === 'kepala' ? 'pemda' : opd;
  const kunciAtasan = kunci.jabatan(pemda, opdAtasan, atasan);
  const diAtas = JABATAN.find((j) => j.jabatan === atasan)?.indikator ?? [];
  const naskah: Naskah = {
    pemda,
    opd,
    jabatan,
    tahun,
    versi: 1,
    jenis: 'murni',
    sebab: null,
    tanggal: `${tahun}-01-31`,
    pihakPertama: { jabatan: kunci.jabatan(pemda, opd, jabatan), sebutan: jabatan, status: 'definitif' },
    pihakKedua: { jabatan: kunciAtasan, sebutan: atasan, status: 'definitif' },
    target: indikator.map((i, n) => ({
      indikator: kode(i),
      nama: definisi(i).nama,
      satuan: '%',
      target: '80.00',
      ...(diAtas.length > 0 &&
        n % 4 !== 3 && {
          melayani: { jabatan: kunciAtasan, indikator: kode(diAtas[n % diAtas.length] ?? 0) },
        }),
    })),
    anggaran: [],
  };
  const sidik = sidikDari(naskah);
  const pemegang = { pertama: 'a', kedua: 'b' };
  const tanda = { ...sah(opd), versi: 1, sidik, berdasarkan: [] };
  return [
    { type: 'PerjanjianKinerjaDiajukan', data: { naskah, sidik, pemegang, berdasarkan: [], ...sah(opd) } },
    { type: 'PerjanjianKinerjaDitandatangani', data: { ...tanda, pihak: 1 } },
    { type: 'PerjanjianKinerjaDitandatangani', data: { ...tanda, pihak: 2 } },
    { type: 'PerjanjianKinerjaBerlaku', data: { versi: 1, sidik } },
  ];
};

const pohon = (opd: string): PohonKinerjaEvent[] =>
  banyak(HASIL, (i): PohonKinerjaEvent[] => {
    const induk = i === 0 ? null : `H${Math.floor((i - 1) / 3)}`;
    const tingkat = TINGKAT_HASIL[Math.min(3, Math.floor(Math.log2(i + 1) / 2))] ?? 'output';
    const isi = {
      kode: `H${i}`,
      uraian: `Kondisi ${i} yang diharapkan tercapai`,
      faktorKunci: null,
      induk,
      tingkat,
    };
    const berdasarkan = { ...sah(opd), berdasarkan: [] };
    return [
      { type: 'SimpulDitetapkan', data: { ...isi, sebelum: null, ...berdasarkan } },
      { type: 'IndikatorSimpulDihubungkan', data: { simpul: `H${i}`, indikator: kode(i), ...berdasarkan } },
    ];
  }).flat();

const milikOpd = (opd: string): { stream: string; events: DomainEvent[] }[] => {
  const periode = kunci.renstra(pemda, opd, MULAI);
  const tahunan = TAHUN.flatMap((tahun) => {
    const k = kunci.opdTahun(pemda, opd, tahun);
    const triwulan = opd === KOTA_POHON.opd ? [1, 2, 3, 4] : [4];
    return [
      { stream: `Program-${k}`, events: program(opd) },
      { stream: `RencanaKinerja-${k}`, events: rkt(opd) },
      ...JABATAN.map((j) => ({
        stream: `PerjanjianKinerja-${kunci.pk(pemda, opd, j.jabatan, tahun)}`,
        events: perjanjian(opd, tahun, j),
      })),
      ...triwulan.map((t) => ({
        stream: `Pengukuran-${kunci.pengukuran(pemda, opd, tahun, t)}`,
        events: pengukuran(opd),
      })),
    ];
  });
  return [
    {
      stream: `Opd-${kunci.opd(pemda, opd)}`,
      events: [{ type: 'OpdDidaftarkan', data: { ...sah(opd), nama: `Dinas ${opd}`, berdasarkan: [] } }],
    },
    { stream: `Renstra-${periode}`, events: renstra(opd) },
    { stream: `PohonKinerja-${periode}`, events: pohon(opd) },
    ...tahunan,
  ];
};

/** Fills an empty log with the city, document by document, as the deciders would have left it. */
export const isiKotaPohon = async (store: EventStore): Promise<number> => {
  const penulis = new Penulis(store);
  const daftar = { type: 'PemdaDidaftarkan', data: { ...sah('pemda'), nama: 'Kota Pohon', zona: 'WIB' } };
  await penulis.tulis(`Pemda-${kunci.pemda(pemda)}`, [daftar]);
  for (let i = 0; i < OPD; i++)
    for (const { stream, events } of milikOpd(`dinas-${i}`)) await penulis.tulis(stream, events);
  await penulis.kosongkan();
  return penulis.total;
};
