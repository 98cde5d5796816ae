import { DOKUMEN_BERRUTE } from '../approval/jalur.js';
import { CATATAN_WAKTU, type LembarSop } from '../approval/sop.js';
import { dasarSop, judulSop, sopHtml } from '../exchange/sop/sop.html.js';
import { sopDari } from '../exchange/sop/sop.js';
import { kodePemda } from '../kernel/kunci.js';
import { tulisBaru } from './berkas-baru.js';
import { denganBacaan } from './buka.js';
import { bacaPilihan } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { tabel } from './tabel.js';

const pemdaDari = (teks: string): string => {
  try {
    return kodePemda(teks);
  } catch {
    throw new SalahPakai(`Kode pemda ${JSON.stringify(teks)} tidak sah.`);
  }
};

const teks = (l: LembarSop): string =>
  [
    judulSop(l),
    dasarSop(l),
    '',
    tabel(
      [
        { judul: 'No.' },
        { judul: 'Kegiatan', lebar: 34 },
        { judul: 'Pelaksana', lebar: 24 },
        { judul: 'Kelengkapan', lebar: 24 },
        { judul: 'Waktu' },
        { judul: 'Hasil', lebar: 24 },
      ],
      l.baris.map((b) => [b.nomor, b.kegiatan, l.pelaku[b.pelaku] ?? '', b.perlu, b.waktu, b.hasil]),
    ),
    '',
    `Seluruhnya: ${l.waktu}.`,
    CATATAN_WAKTU,
  ].join('\n');

/** `sop`: the route of one kind of document, as an SOP sheet. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['ke']);
  const [pemda, jenis, ...lebih] = p.posisi;
  const dokumen = DOKUMEN_BERRUTE.find((d) => d === jenis);
  if (pemda === undefined || lebih.length > 0) throw new SalahPakai('Sebutkan PEMDA dan DOKUMEN.');
  if (dokumen === undefined)
    throw new SalahPakai(`DOKUMEN harus salah satu dari: ${DOKUMEN_BERRUTE.join(', ')}.`);
  const kode = pemdaDari(pemda);
  return denganBacaan(async ({ store }) => {
    const lembar = await sopDari(store, kode, dokumen);
    if (p.isi.ke === undefined) return { json: lembar, teks: () => teks(lembar), status: 0 };
    const ke = tulisBaru(p.isi.ke, Buffer.from(sopHtml(lembar)));
    return { json: { berkas: ke }, teks: () => ke, status: 0 };
  });
};
