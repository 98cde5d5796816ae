import { pulihkan, pulihkanKeKluster, type Terpulihkan, terima } from '../infra/cadangan/pulihkan.js';
import { alasan } from '../kernel/teks.js';
import { dariPemanggil } from './cadangkan.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, folderData, type Pilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

type Pekerjaan = (lapor: ReturnType<typeof kemajuan>['maju']) => Promise<Terpulihkan>;

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

const diSamping = (i: Terpulihkan['identitas']): string[] =>
  i === undefined
    ? ['Cadangan ini tidak memuat basis data identitas: yang ada di folder tidak diubah.']
    : [
        `Basis data identitas dan arsip dipulihkan; ${i.dihapus} orang yang sudah dihapus tidak ikut hidup lagi.`,
        ...(i.semula === null
          ? []
          : [`Yang semula disimpan sebagai ${i.semula}; hapus bila tidak diperlukan.`]),
        ...i.tidakTerbaca.map((log) => `PERINGATAN: penghapusan di ${log} tidak dapat dibaca.`),
        ...(i.kunci
          ? []
          : ['Kunci induk belum ada: salin berkas kunci-induk ke folder ini sebelum server dijalankan.']),
      ];

/** `pulihkan`: puts a checked backup in place; or, with --terima, accepts a log that is not all that was served. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const { kerja, hasil } = pekerjaan(bacaPilihan(argumen, ['ke', 'ganti', 'terima']));
  const layar = kemajuan();
  try {
    const { ukuran, akar, identitas } = await kerja(layar.maju);
    return {
      json: { ukuran, akar },
      teks: () => [`${ukuran} peristiwa, akar ${akar}`, hasil, ...diSamping(identitas)].join('\n'),
      status: 0,
    };
  } finally {
    layar.selesai();
  }
};
