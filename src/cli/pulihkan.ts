import { pulihkan, pulihkanKeKluster, terima } from '../infra/cadangan/pulihkan.js';
import type { UkuranAkar } from '../infra/event-store/terlayani.js';
import { alasan } from '../kernel/teks.js';
import { dariPemanggil } from './cadangkan.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, folderData, type Pilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

type Pekerjaan = (lapor: ReturnType<typeof kemajuan>['maju']) => Promise<UkuranAkar>;

const pekerjaan = ({ posisi, isi }: Pilihan): { kerja: Pekerjaan; hasil: string } => {
  const [cadangan, ...lain] = posisi;
  const folder = isi.ke === undefined ? folderData() : dariPemanggil(isi.ke);
  if (isi.terima !== undefined) {
    if (cadangan !== undefined || isi.ganti !== undefined)
      throw new SalahPakai('--terima menerima log yang sudah ada, tanpa cadangan dan tanpa --ganti.');
    const sebab = alasan(isi.terima);
    return { kerja: (lapor) => terima(folder, sebab, lapor), hasil: `Log di ${folder} diterima.` };
  }
  if (cadangan === undefined || cadangan === '' || lain.length > 0)
    throw new SalahPakai('Sebutkan satu folder cadangan.');
  const { eventStore, ...tempat } = tempatData();
  if (eventStore !== undefined && isi.ke === undefined) {
    if (isi.ganti !== undefined)
      throw new SalahPakai(
        'Isi EventStoreDB tidak dapat diganti: siapkan basis data yang kosong, tanpa --ganti.',
      );
    return {
      kerja: (lapor) => pulihkanKeKluster(dariPemanggil(cadangan), { ...tempat, eventStore }, lapor),
      hasil: 'Cadangan dipulihkan ke EventStoreDB. Tampilan menyusul sendiri saat server dijalankan.',
    };
  }
  const sebab = isi.ganti === undefined ? null : alasan(isi.ganti);
  return {
    kerja: (lapor) => pulihkan(dariPemanggil(cadangan), folder, sebab, lapor),
    hasil: `Cadangan dipulihkan ke ${folder}. Tampilan menyusul sendiri saat server dijalankan.`,
  };
};

/** `pulihkan`: puts a checked backup in place; or, with --terima, accepts a log that is not all that was served. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const { kerja, hasil } = pekerjaan(bacaPilihan(argumen, ['ke', 'ganti', 'terima']));
  const layar = kemajuan();
  try {
    const { ukuran, akar } = await kerja(layar.maju);
    return {
      json: { ukuran, akar },
      teks: () => `${ukuran} peristiwa, akar ${akar}\n${hasil}`,
      status: 0,
    };
  } finally {
    layar.selesai();
  }
};
