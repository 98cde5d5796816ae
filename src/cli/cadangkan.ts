import { resolve } from 'node:path';
import { cadangkan } from '../infra/cadangan/cadangkan.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

/** Where a path that need not exist yet leads: from where npm was called. */
export const dariPemanggil = (jalur: string): string => resolve(process.env.INIT_CWD ?? '.', jalur);

/** `cadangkan`: a checked copy of the log as it stands now, beside a server that goes on writing. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const {
    posisi: [ke, ...lain],
  } = bacaPilihan(argumen, []);
  if (ke === undefined || ke === '' || lain.length > 0)
    throw new SalahPakai('Sebutkan satu folder baru untuk cadangan.');
  const layar = kemajuan();
  try {
    const { ukuran, akar, berkas } = await cadangkan(tempatData(), dariPemanggil(ke), layar.maju);
    return {
      json: { ukuran, akar },
      teks: () =>
        `${ukuran} peristiwa, akar ${akar}\nCadangan yang sudah diperiksa ada di ${ke} (${berkas.bita} bita).`,
      status: 0,
    };
  } finally {
    layar.selesai();
  }
};
