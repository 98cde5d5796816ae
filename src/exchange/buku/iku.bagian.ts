import { sama } from '../../kernel/cara.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { iku } from '../../planning/iku/iku.decider.js';
import { type PermintaanIku, siapkanIku } from '../../planning/iku/iku.handler.js';
import { barisIku, CONTOH_IKU, KOLOM_IKU, permintaanPilihIku } from '../../planning/iku/iku.lembar.js';
import { tindakanRencana } from '../../planning/permintaan.js';
import type { PerintahBorongan } from '../borongan.js';
import { indikatorTahun } from '../templat/fakta.js';
import { asalBaris, type BarisTerisi, perintahDari, semuaTetap } from '../templat.js';
import { type BagianBuku, baris, type KunciBuku, type PengirimBuku } from './bagian.js';
import { barisVersi, LEMBAR_VERSI, type VersiTertulis, versiDari } from './versi.bagian.js';

const LEMBAR = 'IKU';
const id = ({ pemda, opd }: KunciBuku): string => kunci.opd(pemda, opd);

/** What came over from the set before, and this one does not name. */
const dikeluarkan = (
  v: VersiTertulis,
  dipilih: readonly BarisTerisi[],
  k: KunciBuku,
  { sah }: PengirimBuku,
): PerintahBorongan => ({
  asal: () => asalBaris(LEMBAR_VERSI.nama)(v.baris),
  stream: `${iku.kategori}-${id(k)}`,
  jalankan: (l) => {
    const set = l.baca(iku, id(k)).state.versi[Number(v.versi) - 1];
    if (set?.status !== 'disusun') return;
    const disebut = new Set(dipilih.map((b) => b.isian.indikator));
    for (const indikator of set.indikator.keys()) {
      if (disebut.has(indikator)) continue;
      const alasan = 'Tidak termasuk dalam penetapan ini.';
      const p: PermintaanIku = { type: 'Keluarkan', versi: set.versi, indikator, alasan };
      l.jalankan(iku, id(k), siapkanIku(l.baca, k, p, sah));
    }
  },
});

/** Sent as a draft, a set that is ditetapkan only says again what stands. */
const berdiri = (baca: Baca, k: KunciBuku, nomor: number, p: PermintaanIku): boolean => {
  const set = baca(iku, id(k)).state.versi[nomor - 1];
  if (set?.status !== 'ditetapkan') return false;
  const { mulaiBerlaku, alasan } = set;
  const ada =
    p.type === 'Susun'
      ? sama({ mulaiBerlaku, alasan }, { mulaiBerlaku: p.mulaiBerlaku, alasan: p.alasan })
      : p.type === 'Pilih' &&
        barisIku(set, () => '').some((b) => sama({ ...permintaanPilihIku(b), versi: null }, p));
  return ada || tolak('IKU_BELUM_DISUSUN');
};

const perintahVersi = (
  v: VersiTertulis,
  dipilih: readonly BarisTerisi[],
  k: KunciBuku,
  pengirim: PengirimBuku,
): PerintahBorongan[] => {
  const kertas = pengirim.sah.cara === 'dicatat';
  const versi = kertas ? Number(v.versi) : null;
  const satu = (
    p: PermintaanIku,
    dari: BarisTerisi,
    asal: ReturnType<ReturnType<typeof asalBaris>>,
    sah = pengirim.sah,
  ) =>
    perintahDari(
      iku,
      id(k),
      pengirim,
      tindakanRencana(k.opd, 'iku', p.type === 'Tetapkan' ? 'tetapkan' : 'susun'),
      k,
      (baca) => (!kertas && berdiri(baca, k, Number(v.versi), p) ? null : siapkanIku(baca, k, p, sah)),
      asal,
      semuaTetap(dari),
    );
  const { mulaiBerlaku, alasan = null } = v.baris.isian;
  const tempat = asalBaris(LEMBAR_VERSI.nama)(v.baris);
  const akta = v.akta ?? { jenis: '', nomor: '', tanggal: '', pejabat: '' };
  return [
    satu({ type: 'Susun', versi, mulaiBerlaku: Number(mulaiBerlaku), alasan }, v.baris, tempat),
    ...(kertas ? [dikeluarkan(v, dipilih, k, pengirim)] : []),
    ...dipilih.map((b) =>
      satu({ ...permintaanPilihIku(b.isian), versi }, b, asalBaris(LEMBAR)(b, 'Kode indikator')),
    ),
    ...(kertas && v.ditetapkan
      ? [satu({ type: 'Tetapkan', versi, akta }, v.baris, tempat, pengirim.kepala)]
      : []),
  ];
};

/** Every set of IKU with its Keputusan, oldest first. */
export const bagianIku: BagianBuku = {
  lembar: [{ nama: LEMBAR, kolom: KOLOM_IKU, unik: ['versi', 'indikator'], contoh: CONTOH_IKU }],
  isi: (baca, k) => {
    const nama = new Map(indikatorTahun(baca, k).map((i) => [i.kode, i.nama]));
    const { versi } = baca(iku, id(k)).state;
    return { [LEMBAR]: versi.flatMap((v) => barisIku(v, (kode) => nama.get(kode) ?? '')) };
  },
  versi: (baca, k) =>
    baca(iku, id(k)).state.versi.map((v) =>
      barisVersi('iku', `${v.versi}`, v.akta && { keputusan: null, akta: v.akta }, {
        mulaiBerlaku: `${v.mulaiBerlaku}`,
        alasan: v.alasan,
      }),
    ),
  perintah: (isi, k, pengirim) =>
    versiDari(isi, 'iku').flatMap((v) => {
      const dipilih = baris(isi, LEMBAR).filter((b) => b.isian.versi === v.versi);
      return perintahVersi(v, dipilih, k, pengirim);
    }),
};
