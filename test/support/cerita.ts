import type { Peran } from '../../src/approval/wewenang.js';
import type { AplikasiUji, Jawaban } from './aplikasi.js';

/** The people of one OPD's year, each with a token. */
export type Siapa = 'pengelola' | 'perencana' | 'kadis' | 'wali' | 'bidang' | 'inspektorat' | 'kotaLain';

export const OPD = { pemda: '61.71', opd: 'disnaker' };
export const TAHUN = { ...OPD, tahun: 2023 };
export const PK = { ...TAHUN, jabatan: 'kepala' };
export const TW1 = { ...TAHUN, triwulan: 1 };
const RENSTRA = { ...OPD, mulai: 2021 };

export type Cerita = {
  readonly token: Readonly<Record<Siapa, string>>;
  /** Carries a mutation out; throws with what the application answered when it refuses. Gives the mutation's payload. */
  readonly jadi: (
    siapa: Siapa,
    mutasi: string,
    masukan: object,
    pilihan?: string,
  ) => Promise<Jawaban['data']>;
};

const SEBUTAN: Readonly<Record<string, string>> = {
  kepala: 'Kepala Dinas Tenaga Kerja',
  'kepala-daerah': 'Wali Kota Pontianak',
  perencana: 'Sekretaris Dinas',
};

const tokenSemua = (app: AplikasiUji): Cerita['token'] => {
  const di = (peran: Peran, opd: string, jabatan: string, subjek: string, pemda = '61.71') =>
    app.token({
      akun: `akun-${subjek}`,
      peran,
      pemda,
      opd,
      jabatan,
      subjek,
      sebutan: SEBUTAN[jabatan] ?? jabatan,
    });
  return {
    pengelola: di('pengelola', 'pemda', 'bagian-organisasi', 'S-org'),
    perencana: di('perencana', 'disnaker', 'perencana', 'S-ren'),
    kadis: di('kepala', 'disnaker', 'kepala', 'S-kadis'),
    wali: di('kepala-daerah', 'pemda', 'kepala-daerah', 'S-wali'),
    bidang: di('bidang', 'disnaker', 'bidang-1', 'S-bid'),
    inspektorat: di('inspektorat', 'inspektorat', 'inspektur', 'S-insp'),
    kotaLain: di('kepala', 'disnaker', 'kepala', 'S-lain', '35.75'),
  };
};

export const mulaiCerita = (app: AplikasiUji): Cerita => {
  const token = tokenSemua(app);
  return {
    token,
    jadi: async (siapa, mutasi, masukan, pilihan) => {
      const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
      if (errors.length > 0) throw new Error(`${mutasi}: ${JSON.stringify(errors)}`);
      return data[mutasi];
    },
  };
};

/** Pemda, OPD, the two offices of the PK and who holds them. */
export const daftarkan = async ({ jadi }: Cerita): Promise<void> => {
  await jadi('pengelola', 'daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' });
  await jadi('pengelola', 'daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' });
  const wali = { pemda: '61.71', opd: 'pemda', jabatan: 'kepala-daerah' };
  const kadis = { ...OPD, jabatan: 'kepala' };
  await jadi('pengelola', 'bentukJabatan', { ...wali, sebutan: 'Wali Kota Pontianak' });
  const atasan = { opd: 'pemda', jabatan: 'kepala-daerah' };
  await jadi('pengelola', 'bentukJabatan', { ...kadis, sebutan: 'Kepala Dinas Tenaga Kerja', atasan });
  for (const [jabatan, subjek] of [
    [wali, 'S-wali'],
    [kadis, 'S-kadis'],
  ] as const) {
    await jadi('pengelola', 'tetapkanPejabat', {
      ...jabatan,
      subjek,
      status: 'definitif',
      mulai: '2021-01-04',
    });
  }
};

/** Renstra 2021-2026 with one sasaran and two indicators, the year's program and its pagu. */
export const rencanakan = async ({ jadi }: Cerita): Promise<void> => {
  await jadi('perencana', 'susunRenstra', { ...RENSTRA, selesai: 2026 });
  await jadi('perencana', 'tambahTujuan', {
    ...RENSTRA,
    kode: 'T1',
    uraian: 'Meningkatnya kesempatan kerja',
  });
  const sasaran = { ...RENSTRA, tujuan: 'T1', kode: 'S1', uraian: 'Meningkatnya penempatan', strategi: [] };
  await jadi('perencana', 'tambahSasaran', sasaran);
  for (const [kode, nama, target] of [
    ['IKU-1', 'Persentase pencari kerja yang ditempatkan', '91.50'],
    ['IKU-2', 'Persentase perusahaan yang patuh', '80.00'],
  ]) {
    const indikator = { ...RENSTRA, kode, nama, satuan: '%', polaritas: 'naik', level: 'sasaran', iku: true };
    await jadi('perencana', 'tetapkanIndikator', indikator);
    await jadi('perencana', 'hubungkanIndikator', {
      ...RENSTRA,
      indikator: kode,
      tingkat: 'sasaran',
      kode: 'S1',
    });
    await jadi('perencana', 'tetapkanTargetRenstra', { ...RENSTRA, indikator: kode, tahun: 2023, target });
  }
  await jadi('kadis', 'tetapkanRenstra', RENSTRA);
  await jadi('perencana', 'tambahProgram', {
    ...TAHUN,
    kode: '2.07.03',
    nama: 'Pelatihan Kerja',
    tingkat: 'program',
  });
  await jadi('perencana', 'dukungSasaran', { ...TAHUN, program: '2.07.03', sasaran: 'S1' });
  await jadi('perencana', 'tetapkanPagu', { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '516543100' });
};

export const NASKAH_PK = {
  ...PK,
  jenis: 'murni',
  tanggal: '2023-01-31',
  target: [{ indikator: 'IKU-1', target: '91.50' }],
  anggaran: [{ program: '2.07.03', pagu: '516543100' }],
};

/** Proposes the PK; gives the fingerprint of its text. */
export const ajukanPk = async ({ jadi }: Cerita): Promise<string> => {
  const pilihan = 'perjanjianKinerja { sidik status versi }';
  const { perjanjianKinerja } = await jadi('kadis', 'ajukanPerjanjianKinerja', NASKAH_PK, pilihan);
  return perjanjianKinerja.sidik;
};
