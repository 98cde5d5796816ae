import type { Pelaku } from '../src/approval/wewenang.js';
import type { Pejabat } from '../src/kernel/decider.js';
import type { EventStore } from '../src/kernel/event-store.js';
import { jabatanKepala, kunci, OPD_PEMDA } from '../src/kernel/kunci.js';
import { jabatan } from '../src/planning/jabatan/jabatan.decider.js';
import { siapkanJabatan } from '../src/planning/jabatan/jabatan.handler.js';
import { opd as opdDecider } from '../src/planning/opd/opd.decider.js';
import { siapkanOpd } from '../src/planning/opd/opd.handler.js';
import { pemda as pemdaDecider } from '../src/planning/pemda/pemda.decider.js';
import { periode } from '../src/planning/pemda/periode.decider.js';
import { siapkanPeriode } from '../src/planning/pemda/periode.handler.js';
import { perjanjianKinerja } from '../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import {
  type PermintaanPk,
  siapkanPerjanjianKinerja,
} from '../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import type { KunciOpdTahun, Sah } from '../src/planning/permintaan.js';
import { pohonKinerja } from '../src/planning/pohon-kinerja/pohon-kinerja.decider.js';
import {
  type PermintaanPohon,
  siapkanPohonKinerja,
} from '../src/planning/pohon-kinerja/pohon-kinerja.handler.js';
import { TINGKAT_HASIL } from '../src/planning/pohon-kinerja/simpul.decider.js';
import { program } from '../src/planning/program/program.decider.js';
import { type PermintaanProgram, siapkanProgram } from '../src/planning/program/program.handler.js';
import { rencanaKinerja } from '../src/planning/rencana-kinerja/rencana-kinerja.decider.js';
import {
  type PermintaanRencanaKinerja,
  siapkanRencanaKinerja,
} from '../src/planning/rencana-kinerja/rencana-kinerja.handler.js';
import { type DefinisiDiminta, renstra } from '../src/planning/renstra/renstra.decider.js';
import { type PermintaanRenstra, siapkanRenstra } from '../src/planning/renstra/renstra.handler.js';
import { pengukuran } from '../src/reporting/pengukuran/pengukuran.decider.js';
import { siapkanCatat } from '../src/reporting/pengukuran/pengukuran.fakta.js';
import { Penulis } from './kota.js';
import { LewatDecider } from './lewat-decider.js';

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
const KINI = new Date('2025-12-31T01:00:00.000Z');
const pejabat = (jabatan: string): Pejabat => ({
  jabatan,
  sebutan: 'Kepala Subbagian Perencanaan',
  status: 'definitif',
  subjek: '3f1c9a52-7d0e-4b8a-9c61-0d5f2ab4e871',
});
const perencana = (opd: string): Sah => ({
  oleh: pejabat(kunci.jabatan(pemda, opd, 'perencana')),
  cara: 'elektronik',
});
const pencatat = (opd: string): Pelaku => ({
  akun: 'akun-tolok-ukur',
  peran: 'operator',
  pemda,
  opd,
  pejabat: perencana(opd).oleh,
});
/** The signatures are on paper: nobody of this city holds an office. */
const diKertas = (jabatan: string): Sah => ({ oleh: { ...pejabat(jabatan), subjek: null }, cara: 'dicatat' });
const banyak = <T>(jumlah: number, buat: (i: number) => T): T[] =>
  Array.from({ length: jumlah }, (_, i) => buat(i));
const kode = (i: number): string => `IK-${i}`;

const definisi = (i: number): DefinisiDiminta => ({
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

const RENSTRA: readonly PermintaanRenstra[] = [
  { type: 'Susun', selesai: SELESAI, visi: null, misi: null },
  ...banyak(5, (i) => ({ type: 'TambahTujuan', kode: `T${i}`, uraian: `Tujuan ${i}` }) as const),
  ...banyak(SASARAN, (i): PermintaanRenstra => {
    const uraian = `Meningkatnya mutu layanan ${i}`;
    return { type: 'TambahSasaran', tujuan: `T${i % 5}`, kode: `S${i}`, uraian, strategi: [] };
  }),
  ...banyak(INDIKATOR, (i): PermintaanRenstra[] => [
    { type: 'TetapkanIndikator', ...definisi(i) },
    ...TAHUN.map((tahun): PermintaanRenstra => {
      const target = `${70 + (i % 20) + tahun - MULAI}.50`;
      return { type: 'TetapkanTarget', indikator: kode(i), tahun, target };
    }),
  ]).flat(),
  ...banyak(STRATEGIS, (i): PermintaanRenstra => {
    return { type: 'HubungkanIndikator', indikator: kode(i), tingkat: 'sasaran', kode: `S${i % SASARAN}` };
  }),
  { type: 'Tetapkan', keputusan: null },
];

type Tambah = Extract<PermintaanProgram, { type: 'Tambah' }>;
const unsur = (tingkat: Tambah['tingkat'], kode: string, induk: string | null): Tambah => ({
  type: 'Tambah',
  kode,
  nama: `Penyelenggaraan ${kode}`,
  tingkat,
  induk,
});
const UNSUR: readonly Tambah[] = banyak(PROGRAM, (p): Tambah[] => {
  const program = `2.07.0${p + 1}`;
  const kegiatan = banyak(3, (k) => `${program}.2.0${k + 1}`);
  return [
    unsur('program', program, null),
    ...kegiatan.map((k) => unsur('kegiatan', k, program)),
    ...kegiatan.flatMap((k) => banyak(3, (s) => unsur('sub-kegiatan', `${k}.000${s + 1}`, k))),
  ];
}).flat();
const KODE_PROGRAM = UNSUR.filter((u) => u.tingkat === 'program').map((u) => u.kode);

const PROGRAM_TAHUN: readonly PermintaanProgram[] = [
  ...UNSUR,
  ...banyak(SASARAN, (i): PermintaanProgram => {
    return { type: 'DukungSasaran', program: KODE_PROGRAM[i % PROGRAM] ?? '', sasaran: `S${i}` };
  }),
  ...banyak(INDIKATOR - STRATEGIS, (i): PermintaanProgram => {
    const unsur = UNSUR[i % UNSUR.length]?.kode ?? '';
    return { type: 'HubungkanIndikator', kode: unsur, indikator: kode(STRATEGIS + i) };
  }),
];

const RKT: readonly PermintaanRencanaKinerja[] = [
  ...banyak(INDIKATOR - STRATEGIS, (i): PermintaanRencanaKinerja => {
    const target = `${75 + (i % 20)}.25`;
    return { type: 'CatatTarget', jenis: 'murni', indikator: kode(STRATEGIS + i), target };
  }),
  { type: 'Tetapkan', jenis: 'murni', keputusan: null },
];

type Jabatan = Readonly<{ jabatan: string; atasan: string | null; indikator: readonly number[] }>;
const satuJabatan = (jabatan: string, atasan: string | null, awal: number, jumlah: number): Jabatan => ({
  jabatan,
  atasan,
  indikator: banyak(jumlah, (i) => (awal + i) % INDIKATOR),
});
/** One head, five administrators, fifteen pengawas, forty staff; each after the one above. */
const JABATAN: readonly Jabatan[] = [
  satuJabatan('kepala', null, 0, 20),
  ...banyak(5, (i) => satuJabatan(`bidang-${i}`, 'kepala', i * 10, 10)),
  ...banyak(15, (i) => satuJabatan(`seksi-${i}`, `bidang-${i % 5}`, i * 8, 8)),
  ...banyak(40, (i) => satuJabatan(`staf-${i}`, `seksi-${i % 15}`, i * 4, 4)),
];
const WALI = { pemda, opd: OPD_PEMDA, jabatan: jabatanKepala(OPD_PEMDA) };
const kunciJabatan = (opd: string, kode: string | null): string =>
  kode === null ? kunci.jabatan(pemda, OPD_PEMDA, WALI.jabatan) : kunci.jabatan(pemda, opd, kode);

/** Three of four targets serve one of the office above. */
const pengajuan = ({ atasan, indikator }: Jabatan, tahun: number): PermintaanPk => {
  const diAtas = JABATAN.find((j) => j.jabatan === atasan)?.indikator ?? [];
  const target = indikator.map((i, n) => {
    const dilayani = n % 4 === 3 ? undefined : diAtas[n % diAtas.length];
    const melayani = dilayani === undefined ? {} : { melayani: { jabatan: null, indikator: kode(dilayani) } };
    return { indikator: kode(i), target: '80.00', ...melayani };
  });
  return { type: 'Ajukan', jenis: 'murni', sebab: null, tanggal: `${tahun}-01-31`, target, anggaran: [] };
};

const POHON: readonly PermintaanPohon[] = banyak(HASIL, (i): PermintaanPohon[] => {
  const induk = i === 0 ? null : `H${Math.floor((i - 1) / 3)}`;
  const tingkat = TINGKAT_HASIL[Math.min(3, Math.floor(Math.log2(i + 1) / 2))] ?? 'output';
  const uraian = `Kondisi ${i} yang diharapkan tercapai`;
  return [
    { type: 'TetapkanSimpul', kode: `H${i}`, uraian, faktorKunci: null, induk, tingkat },
    { type: 'HubungkanIndikator', simpul: `H${i}`, indikator: kode(i) },
  ];
}).flat();

const isiPemda = async (kota: LewatDecider): Promise<void> => {
  const sah = perencana(OPD_PEMDA);
  const daftar = { type: 'Daftarkan', nama: 'Kota Pohon', zona: 'WIB', ...sah } as const;
  await kota.putuskan(pemdaDecider, kunci.pemda(pemda), () => daftar);
  const wali = { type: 'Bentuk', sebutan: 'Wali Kota', atasan: null } as const;
  await kota.putuskan(jabatan, kunciJabatan(OPD_PEMDA, null), (b) => siapkanJabatan(b, WALI, wali, sah));
  for (const tahun of TAHUN)
    for (const triwulan of [1, 2, 3, 4] as const) {
      const buka = { type: 'Buka', dokumen: 'pengukuran', triwulan, opd: null, alasan: null } as const;
      const k = { pemda, tahun };
      await kota.putuskan(periode, kunci.periode(pemda, tahun), (b) => siapkanPeriode(b, k, buka, sah, KINI));
    }
};

const isiOpd = async (kota: LewatDecider, opd: string): Promise<void> => {
  const sah = perencana(opd);
  const daftar = { type: 'Daftarkan', nama: `Dinas ${opd}` } as const;
  await kota.putuskan(opdDecider, kunci.opd(pemda, opd), (b) => siapkanOpd(b, { pemda, opd }, daftar, sah));
  for (const { jabatan: kode, atasan } of JABATAN) {
    const bentuk = { type: 'Bentuk', sebutan: kode, atasan: kunciJabatan(opd, atasan) } as const;
    await kota.putuskan(jabatan, kunciJabatan(opd, kode), (b) =>
      siapkanJabatan(b, { pemda, opd, jabatan: kode }, bentuk, sah),
    );
  }
  const [k, id] = [{ pemda, opd, mulai: MULAI }, kunci.renstra(pemda, opd, MULAI)];
  for (const p of RENSTRA) await kota.putuskan(renstra, id, (b) => siapkanRenstra(b, k, p, sah));
  for (const p of POHON) await kota.putuskan(pohonKinerja, id, (b) => siapkanPohonKinerja(b, k, p, sah));
};

const isiPk = async (kota: LewatDecider, k: KunciOpdTahun): Promise<void> => {
  for (const j of JABATAN) {
    const [kunciPk, id] = [{ ...k, jabatan: j.jabatan }, kunci.pk(pemda, k.opd, j.jabatan, k.tahun)];
    const [pertama, kedua] = [kunciJabatan(k.opd, j.jabatan), kunciJabatan(k.opd, j.atasan)];
    const putuskan = (p: PermintaanPk, oleh: string): Promise<void> =>
      kota.putuskan(perjanjianKinerja, id, (b) =>
        siapkanPerjanjianKinerja(b, kunciPk, p, diKertas(oleh), KINI),
      );
    await putuskan(pengajuan(j, k.tahun), pertama);
    const sidik = kota.baca(perjanjianKinerja, id).state.versi.at(-1)?.sidik ?? '';
    for (const pihak of [pertama, kedua]) await putuskan({ type: 'Tandatangani', sidik }, pihak);
  }
};

const isiTriwulan = async (kota: LewatDecider, k: KunciOpdTahun, triwulan: number): Promise<void> => {
  const kunciUkur = { ...k, triwulan };
  for (let i = 0; i < INDIKATOR; i++) {
    const catat = {
      type: 'CatatRealisasi',
      indikator: kode(i),
      realisasi: `${70 + (i % 25)}.75`,
      pembilang: null,
      penyebut: null,
      faktorPendukung: 'Petugas loket bertambah',
      faktorPenghambat: null,
      tindakLanjut: null,
    } as const;
    await kota.putuskan(pengukuran, kunci.pengukuran(pemda, k.opd, k.tahun, triwulan), (b) =>
      siapkanCatat(b, kunciUkur, catat, pencatat(k.opd)),
    );
  }
};

const isiTahun = async (kota: LewatDecider, opd: string, tahun: number): Promise<void> => {
  const [k, id, sah] = [{ pemda, opd, tahun }, kunci.opdTahun(pemda, opd, tahun), perencana(opd)];
  for (const p of PROGRAM_TAHUN) await kota.putuskan(program, id, (b) => siapkanProgram(b, k, p, sah));
  await isiPk(kota, k);
  for (const p of RKT) await kota.putuskan(rencanaKinerja, id, (b) => siapkanRencanaKinerja(b, k, p, sah));
  // The OPD that is asked for has measured every quarter, the others the last one.
  for (const t of opd === KOTA_POHON.opd ? [1, 2, 3, 4] : [4]) await isiTriwulan(kota, k, t);
};

/** Fills an empty log with the city, through the deciders. */
export const isiKotaPohon = async (store: EventStore): Promise<number> => {
  const penulis = new Penulis(store);
  const kota = new LewatDecider(penulis);
  await isiPemda(kota);
  for (let i = 0; i < OPD; i++) {
    await isiOpd(kota, `dinas-${i}`);
    for (const tahun of TAHUN) await isiTahun(kota, `dinas-${i}`, tahun);
  }
  await kota.tulis();
  return penulis.total;
};
