import { tanggalDi } from '../../src/approval/pemegang-kini.js';
import { PERAN, type Peran } from '../../src/approval/wewenang.js';
import type { AplikasiUji } from './aplikasi.js';

/** How those who ask stand to their office. */
export const KEADAAN = ['definitif', 'Plh.', 'berakhir kemarin'] as const;
export type Keadaan = (typeof KEADAAN)[number];
export type Penanya = {
  readonly peran: Peran;
  readonly keadaan: Keadaan;
  readonly jabatan: string;
  readonly opd: string;
  readonly token: string;
};

const HARI = 86_400_000;
/** The calendar day in the pemda, so many days from now. */
export const hari = (selisih: number): string => tanggalDi('WIB', new Date(Date.now() + selisih * HARI));

const OPD: Readonly<Record<Peran, string>> = {
  'kepala-daerah': 'pemda',
  sekda: 'pemda',
  pengelola: 'pemda',
  operator: 'pemda',
  inspektorat: 'inspektorat',
  kepala: 'disnaker',
  perencana: 'disnaker',
  bidang: 'disnaker',
};
const MASA = {
  definitif: { status: 'definitif', mulai: '2021-01-04', selesai: null },
  'Plh.': { status: 'Plh.', mulai: hari(-3), selesai: hari(3) },
  'berakhir kemarin': { status: 'definitif', mulai: '2021-01-04', selesai: hari(-1) },
} as const satisfies Record<Keadaan, object>;
const KODE: Readonly<Record<Keadaan, string>> = {
  definitif: 'kini',
  'Plh.': 'plh',
  'berakhir kemarin': 'lama',
};

const jadi = async (app: AplikasiUji, mutasi: string, masukan: object, token: string): Promise<void> => {
  const { errors } = await app.jalankan(mutasi, masukan, token);
  if (errors.length > 0) throw new Error(`${mutasi}: ${JSON.stringify(errors)}`);
};

/** Two OPD and an inspectorate in one pemda, another pemda, and one office for each role and state, with its holder. */
export const siapkanKantor = async (app: AplikasiUji): Promise<readonly Penanya[]> => {
  const mesin = app.token({ akun: 'mesin', peran: 'operator', opd: 'pemda', jabatan: 'mesin', subjek: null });
  for (const [pemda, opd] of [
    ['61.71', ['disnaker', 'dinkes', 'inspektorat']],
    ['35.75', ['disnaker']],
  ] as const) {
    await jadi(app, 'daftarkanPemda', { pemda, nama: `Kota ${pemda}`, zona: 'WIB' }, mesin);
    for (const kode of opd)
      await jadi(app, 'daftarkanOpd', { pemda, opd: kode, nama: `Dinas ${kode}` }, mesin);
  }
  const penanya: Penanya[] = [];
  for (const peran of PERAN)
    for (const keadaan of KEADAAN) {
      const [opd, jabatan] = [OPD[peran], `${peran}-${KODE[keadaan]}`];
      const subjek = `S-${jabatan}`;
      const kantor = { pemda: '61.71', opd, jabatan };
      await jadi(app, 'bentukJabatan', { ...kantor, sebutan: jabatan }, mesin);
      await jadi(app, 'tetapkanPejabat', { ...kantor, subjek, ...MASA[keadaan] }, mesin);
      const token = app.token({ akun: `akun-${jabatan}`, peran, opd, jabatan, sebutan: jabatan, subjek });
      penanya.push({ peran, keadaan, jabatan, opd, token });
    }
  return penanya;
};
