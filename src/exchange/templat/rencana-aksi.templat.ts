import { kunci } from '../../kernel/kunci.js';
import { tindakanRencana } from '../../planning/permintaan.js';
import { rencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import { siapkanRencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.handler.js';
import {
  barisRencanaAksi,
  CONTOH_RENCANA_AKSI,
  KOLOM_RENCANA_AKSI,
  permintaanRencanaAksi,
} from '../../planning/rencana-aksi/rencana-aksi.lembar.js';
import { tanyaTriwulan } from '../peringatan.js';
import { asalBaris, perintahDari, semuaTetap, type Templat } from '../templat.js';
import { indikatorDijanjikan, indikatorTahun } from './fakta.js';

const LEMBAR = 'Rencana Aksi';
const asal = asalBaris(LEMBAR);
const id = (k: { pemda: string; opd: string; tahun: number }): string =>
  kunci.opdTahun(k.pemda, k.opd, k.tahun);

export const templatRencanaAksi: Templat = {
  jenis: 'rencana-aksi',
  versi: 1,
  judul: 'Rencana aksi: target dan aksi tiap triwulan',
  penjelasan: ['Isi target dan aksi setiap triwulan. Baris yang target dan aksinya kosong tidak dibaca.'],
  lembar: [
    {
      nama: LEMBAR,
      kolom: KOLOM_RENCANA_AKSI,
      unik: ['indikator', 'triwulan'],
      contoh: CONTOH_RENCANA_AKSI,
    },
  ],
  isi: (baca, k) => {
    const { state } = baca(rencanaAksi, id(k));
    const tercatat = [...state.target].map(([indikator]) => indikator);
    return { [LEMBAR]: barisRencanaAksi(state, indikatorDijanjikan(baca, k, tercatat)) };
  },
  saran: (baca, k) => ({ indikator: indikatorTahun(baca, k).map(({ kode }) => kode) }),
  tanya: (isi, k) => {
    const semua = isi.get(LEMBAR) ?? [];
    return semua.map((b) => tanyaTriwulan(LEMBAR, b, semua, k));
  },
  perintah: (isi, k, pengirim) =>
    (isi.get(LEMBAR) ?? []).map((b) =>
      perintahDari(
        rencanaAksi,
        id(k),
        pengirim,
        tindakanRencana(k.opd, 'rencana-aksi', 'susun'),
        k,
        (baca) => siapkanRencanaAksi(baca, k, permintaanRencanaAksi(b.isian), pengirim.sah),
        asal(b, 'Target'),
        semuaTetap(b),
      ),
    ),
};
