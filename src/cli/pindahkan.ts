import { buatFolderData } from '../infra/event-store/folder-data.js';
import { dariPemanggil } from './cadangkan.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, tanpaPosisi, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

const KLUSTER = 'kluster';

/** `pindahkan`: the log from one size to the other, with the same root. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const pilihan = bacaPilihan(argumen, ['ke']);
  tanpaPosisi(pilihan);
  const { ke } = pilihan.isi;
  const { folder, eventStore, basisData } = tempatData();
  if (ke === undefined || ke === '') throw new SalahPakai('Sebutkan --ke kluster, atau --ke FOLDER.');
  if (eventStore === undefined) throw new SalahPakai('Sebutkan klusternya dengan EVENT_STORE_URL.');
  const { pindahkanKeFolder, pindahkanKeKluster } = await import('../infra/cadangan/pindahkan.js');
  const tempat = { folder, eventStore, basisData };
  const layar = kemajuan();
  try {
    const tujuan = dariPemanggil(ke);
    if (ke !== KLUSTER) buatFolderData(tujuan);
    const { ukuran, akar } =
      ke === KLUSTER
        ? await pindahkanKeKluster(folder, tempat, layar.maju)
        : await pindahkanKeFolder(tempat, tujuan, layar.maju);
    return {
      json: { ukuran, akar },
      teks: () => `${ukuran} peristiwa, akar ${akar}\nLog sudah disalin ke ${ke}. Yang lama tidak diubah.`,
      status: 0,
    };
  } finally {
    layar.selesai();
  }
};
