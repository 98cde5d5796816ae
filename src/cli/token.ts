import { PERAN, type Peran } from '../approval/wewenang.js';
import { buatFolderData } from '../infra/event-store/folder-data.js';
import { terbitkanToken } from '../infra/identity/token.js';
import type { StatusPejabat } from '../kernel/decider.js';
import { kodeBagian, kodePemda, OPD_PEMDA } from '../kernel/kunci.js';
import { label } from '../kernel/teks.js';
import { bacaPilihan, folderData, salahSatu, tanpaPosisi, wajibSah } from './pilihan.js';
import type { Keluaran } from './salah-pakai.js';

const STATUS: readonly StatusPejabat[] = ['definitif', 'Plt.', 'Plh.', 'Pj.', 'Pjs.'];

/** `token`: issues a token for an office, until accounts exist. It is shown this once. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['peran', 'pemda', 'opd', 'jabatan', 'sebutan', 'subjek', 'status', 'akun']);
  tanpaPosisi(p);
  const peran = salahSatu<Peran>(p, 'peran', PERAN);
  const pemda = wajibSah(p, 'pemda', kodePemda);
  const opd = p.isi.opd === undefined ? OPD_PEMDA : wajibSah(p, 'opd', kodeBagian);
  const jabatan = wajibSah(p, 'jabatan', kodeBagian);
  const data = {
    akun: p.isi.akun ?? `cli.${jabatan}`,
    peran,
    pemda,
    opd,
    jabatan,
    sebutan: wajibSah(p, 'sebutan', label),
    subjek: p.isi.subjek ?? null,
    status: p.isi.status === undefined ? null : salahSatu<StatusPejabat>(p, 'status', STATUS),
  };
  const folder = folderData();
  buatFolderData(folder);
  const token = terbitkanToken(folder, data);
  return { json: { token, ...data }, teks: () => token, status: 0 };
};
