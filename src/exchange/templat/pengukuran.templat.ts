import { samaNilai } from '../../kernel/cara.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { type Pengukuran, pengukuran } from '../../reporting/pengukuran/pengukuran.decider.js';
import { siapkanCatat } from '../../reporting/pengukuran/pengukuran.fakta.js';
import {
  barisPengukuran,
  CONTOH_PENGUKURAN,
  KOLOM_PENGUKURAN,
  permintaanRealisasi,
  sudahTercatat,
} from '../../reporting/pengukuran/pengukuran.lembar.js';
import { asalBaris, type KunciTemplat, perintahDari, type Templat } from '../templat.js';
import { indikatorDijanjikan, indikatorTahun } from './fakta.js';

const LEMBAR = 'Realisasi';
const TRIWULAN = [1, 2, 3, 4] as const;
const id = (k: KunciTemplat, triwulan: number): string => kunci.pengukuran(k.pemda, k.opd, k.tahun, triwulan);
const keadaan = (baca: Baca, k: KunciTemplat, triwulan: number): Pengukuran =>
  baca(pengukuran, id(k, triwulan)).state;

export const templatPengukuran: Templat = {
  jenis: 'pengukuran',
  versi: 1,
  judul: 'Realisasi tiap triwulan',
  penjelasan: [
    'Isi realisasi, atau pembilang dan penyebut, untuk triwulan yang sedang dibuka. Baris kosong tidak dibaca; kosong bukan nol.',
  ],
  lembar: [
    {
      nama: LEMBAR,
      kolom: KOLOM_PENGUKURAN,
      unik: ['indikator', 'triwulan'],
      contoh: CONTOH_PENGUKURAN,
    },
  ],
  isi: (baca, k) => {
    const triwulan = TRIWULAN.map((t) => ({ t, isian: keadaan(baca, k, t).isian }));
    const tercatat = triwulan.flatMap(({ isian }) => [...isian].map(([indikator]) => indikator));
    const indikator = indikatorDijanjikan(baca, k, tercatat);
    return {
      [LEMBAR]: triwulan.flatMap(({ t, isian }) =>
        indikator.map((i) => barisPengukuran(t, i, isian.get(i.kode))),
      ),
    };
  },
  saran: (baca, k) => ({ indikator: indikatorTahun(baca, k).map(({ kode }) => kode) }),
  perintah: (isi, k, pengirim) =>
    (isi.get(LEMBAR) ?? []).map((b) => {
      const triwulan = Number(b.isian.triwulan);
      const p = permintaanRealisasi(b.isian);
      return perintahDari(
        pengukuran,
        id(k, triwulan),
        pengirim,
        'pengukuran.catat',
        k,
        (baca) => siapkanCatat(baca, { ...k, triwulan }, p, pengirim.pelaku),
        asalBaris(LEMBAR)(b, 'Realisasi'),
        (baca) => sudahTercatat(b.isian, keadaan(baca, k, triwulan).isian.get(p.indikator), samaNilai),
      );
    }),
};
