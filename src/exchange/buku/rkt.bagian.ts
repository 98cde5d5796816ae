import { samaNilai } from '../../kernel/cara.js';
import { tindakanRencana } from '../../planning/permintaan.js';
import { rencanaKinerja } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import {
  type PermintaanRencanaKinerja,
  siapkanRencanaKinerja,
} from '../../planning/rencana-kinerja/rencana-kinerja.handler.js';
import {
  barisRkt,
  CONTOH_RKT,
  KOLOM_RKT,
  KOLOM_USULAN,
  permintaanPutusan,
  permintaanTargetRkt,
  permintaanUsulan,
} from '../../planning/rencana-kinerja/rencana-kinerja.lembar.js';
import { type Asal, type PerintahBorongan } from '../borongan.js';
import { dikenalTahun, tanyaTarget } from '../peringatan.js';
import { indikatorTahun } from '../templat/fakta.js';
import { asalBaris, type BarisTerisi, perintahDari, semuaTetap } from '../templat.js';
import { type BagianBuku, baris, idOpdTahun, type KunciBuku, type PengirimBuku } from './bagian.js';
import { barisVersi, isiPenetapan, LEMBAR_VERSI, versiDari } from './versi.bagian.js';

const [RKT, USULAN] = ['RKT', 'Usulan'];
const JENIS = ['murni', 'perubahan'] as const;

type Minta = { readonly k: KunciBuku; readonly pengirim: PengirimBuku };

/** A target that stands is not asked for again: its indicator may be in the PK by now. */
const satu = (
  { k, pengirim }: Minta,
  p: PermintaanRencanaKinerja,
  dari: BarisTerisi,
  asal: Asal,
  sah = pengirim.sah,
) =>
  perintahDari(
    rencanaKinerja,
    idOpdTahun(k),
    pengirim,
    tindakanRencana(k.opd, 'rkt', p.type === 'Tetapkan' ? 'tetapkan' : 'susun'),
    k,
    (baca) => {
      const { state } = baca(rencanaKinerja, idOpdTahun(k));
      const tercatat = p.type === 'CatatTarget' ? state[p.jenis].target.get(p.indikator) : undefined;
      if (p.type === 'CatatTarget' && tercatat !== undefined && samaNilai(tercatat, p.target)) return null;
      return siapkanRencanaKinerja(baca, k, p, sah);
    },
    asal,
    semuaTetap(dari),
  );

/** The RKT and its Perubahan: each is whole before the next begins. */
export const bagianRkt: BagianBuku = {
  lembar: [
    { nama: RKT, kolom: KOLOM_RKT, unik: ['jenis', 'indikator'], contoh: CONTOH_RKT.target },
    { nama: USULAN, kolom: KOLOM_USULAN, unik: ['kode'], contoh: CONTOH_RKT.usulan },
  ],
  isi: (baca, k) => {
    const nama = new Map(indikatorTahun(baca, k).map((i) => [i.kode, i.nama]));
    const { target, usulan } = barisRkt(
      baca(rencanaKinerja, idOpdTahun(k)).state,
      (kode) => nama.get(kode) ?? '',
    );
    return { [RKT]: target, [USULAN]: usulan };
  },
  versi: (baca, k) => {
    const { state } = baca(rencanaKinerja, idOpdTahun(k));
    return JENIS.flatMap((jenis) =>
      state[jenis].target.size === 0 && state[jenis].penetapan === null
        ? []
        : [barisVersi('rkt', jenis, state[jenis].penetapan)],
    );
  },
  tanya: (isi, k) =>
    baris(isi, RKT).map((b) => tanyaTarget(RKT, b, (baca, kode) => dikenalTahun(baca, k, kode))),
  perintah: (isi, k, pengirim) => {
    const minta = { k, pengirim };
    const dokumen = JENIS.flatMap((jenis): PerintahBorongan[] => [
      ...baris(isi, RKT)
        .filter((b) => b.isian.jenis === jenis)
        .map((b) => satu(minta, permintaanTargetRkt(b.isian), b, asalBaris(RKT)(b, 'Target'))),
      ...versiDari(isi, 'rkt')
        .filter((v) => v.versi === jenis && v.ditetapkan && pengirim.sah.cara === 'dicatat')
        .map((v) =>
          satu(
            minta,
            { type: 'Tetapkan', jenis, ...isiPenetapan(v) },
            v.baris,
            asalBaris(LEMBAR_VERSI.nama)(v.baris),
            pengirim.kepala,
          ),
        ),
    ]);
    const usulan = baris(isi, USULAN).flatMap((b) => {
      const putusan = permintaanPutusan(b.isian);
      return [
        satu(minta, permintaanUsulan(b.isian), b, asalBaris(USULAN)(b, 'Uraian')),
        ...(putusan === null ? [] : [satu(minta, putusan, b, asalBaris(USULAN)(b, 'Putusan'))]),
      ];
    });
    return [...dokumen, ...usulan];
  },
};
