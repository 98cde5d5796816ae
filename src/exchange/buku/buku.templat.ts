import type { Baca } from '../../kernel/execute.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import type { IsiBerkas, KunciTemplat, Pengirim, Templat } from '../templat.js';
import { type BagianBuku, type KunciBuku, type PengirimBuku } from './bagian.js';
import { bagianIdentitas, mulaiDari } from './identitas.bagian.js';
import { bagianIku } from './iku.bagian.js';
import { bagianAnggaran, bagianRenstra } from './perencanaan.bagian.js';
import { bagianPk, kepalaTercetak } from './pk.bagian.js';
import { bagianRencanaAksi } from './rencana-aksi.bagian.js';
import { bagianRkt } from './rkt.bagian.js';
import { LEMBAR_VERSI } from './versi.bagian.js';

/** In the order in which each can stand on those before it. The RKT before the PK, which later takes indicators from it. */
const BAGIAN: readonly BagianBuku[] = [
  bagianIdentitas,
  bagianRenstra,
  bagianIku,
  bagianAnggaran,
  bagianRkt,
  bagianPk,
  bagianRencanaAksi,
];

const denganRenstra = (baca: Baca, k: KunciTemplat): KunciBuku => ({
  ...k,
  mulai: renstraTahun(baca, k.pemda, k.opd, k.tahun)?.state.mulai ?? null,
});
const dariBerkas = (isi: IsiBerkas, k: KunciTemplat): KunciBuku => ({ ...k, mulai: mulaiDari(isi) });
const sebagaiPengirim = (isi: IsiBerkas, k: KunciBuku, p: Pengirim): PengirimBuku => ({
  ...p,
  kepala: kepalaTercetak(isi, k, p.sah),
});

/** Everything that is planned for an OPD and year in one workbook: what its documents' own templates say, and what they lack. */
export const templatBuku: Templat = {
  jenis: 'buku',
  versi: 2,
  judul: 'Buku perencanaan satu perangkat daerah dan tahun',
  penjelasan: [
    'Memuat seluruh rencana: Renstra yang berlaku pada tahun itu, IKU, program dan anggaran, RKT, Perjanjian Kinerja kepala, dan rencana aksi.',
    'Dikirim biasa, isinya menjadi rancangan dan pengajuan pengirimnya. Diambil alih dari kertas (oleh operator), yang ditetapkan dan ditandatangani di kertas dicatat demikian.',
  ],
  lembar: [...BAGIAN.flatMap((b) => b.lembar), LEMBAR_VERSI],
  dariKertas: true,
  barisKosong: 50,
  isi: (baca, k) => {
    const milik = denganRenstra(baca, k);
    return {
      ...Object.assign({}, ...BAGIAN.map((b) => b.isi(baca, milik))),
      [LEMBAR_VERSI.nama]: BAGIAN.flatMap((b) => b.versi?.(baca, milik) ?? []),
    };
  },
  saran: () => ({}),
  tanya: (isi, k) => {
    const milik = dariBerkas(isi, k);
    return BAGIAN.flatMap((b) => b.tanya?.(isi, milik) ?? []);
  },
  perintah: (isi, k, pengirim) => {
    const milik = dariBerkas(isi, k);
    const sebagai = sebagaiPengirim(isi, milik, pengirim);
    return BAGIAN.flatMap((b) => b.perintah(isi, milik, sebagai));
  },
};
