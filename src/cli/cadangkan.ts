import { resolve } from 'node:path';
import { cadangkan } from '../infra/cadangan/cadangkan.js';
import type { Manifes } from '../infra/cadangan/manifes.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

/** Where a path that need not exist yet leads: from where npm was called. */
export const dariPemanggil = (jalur: string): string => resolve(process.env.INIT_CWD ?? '.', jalur);

/** What came with the log, and what did not: nobody should find that out at a restore. */
const ikut = ({ identitas, arsip, kunciInduk }: Manifes, diPostgres: boolean): string[] => {
  if (diPostgres)
    return [
      'Basis data identitas dan arsip ada di PostgreSQL dan TIDAK ikut: cadangkan dengan cara PostgreSQL.',
    ];
  if (identitas === undefined) return [];
  const berkas = arsip?.berkas ?? 0;
  return [
    `Basis data identitas dan ${berkas} berkas arsip ikut.`,
    kunciInduk
      ? 'Kunci induk IKUT: siapa pun yang memegang cadangan ini dapat membaca data pribadi di dalamnya.'
      : 'Kunci induk TIDAK ikut: simpan berkas kunci-induk di tempat lain. Tanpa kunci itu nama dan NIP di basis data identitasnya tidak dapat dibuka.',
    ...(berkas === 0
      ? []
      : [
          'Berkas di arsip/ tidak terenkripsi: PDF bertanda tangan memuat nama dan NIP. Simpan cadangan ini seperti data pribadi.',
        ]),
  ];
};

/** `cadangkan`: a checked copy of the log as it stands now, beside a server that goes on writing. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const {
    posisi: [ke, ...lain],
    sakelar,
  } = bacaPilihan(argumen, [], ['dengan-kunci']);
  if (ke === undefined || ke === '' || lain.length > 0)
    throw new SalahPakai('Sebutkan satu folder baru untuk cadangan.');
  const layar = kemajuan();
  try {
    const tempat = tempatData();
    const denganKunci = sakelar.has('dengan-kunci');
    const manifes = await cadangkan(tempat, dariPemanggil(ke), layar.maju, denganKunci);
    const { ukuran, akar, berkas } = manifes;
    return {
      json: { ukuran, akar },
      teks: () =>
        [
          `${ukuran} peristiwa, akar ${akar}`,
          `Cadangan yang sudah diperiksa ada di ${ke} (${berkas.bita} bita).`,
          ...ikut(manifes, tempat.basisData !== undefined),
        ].join('\n'),
      status: 0,
    };
  } finally {
    layar.selesai();
  }
};
