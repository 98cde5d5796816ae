import { sama } from '../../kernel/cara.js';
import type { StatusPejabat } from '../../kernel/decider.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import { type Penolakan, tolak } from '../../kernel/penolakan.js';
import {
  type Pihak,
  perjanjianKinerja,
  type VersiPk,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import {
  type KunciPk,
  type NaskahKertas,
  type PermintaanPk,
  siapkanPerjanjianKinerja,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import {
  denganIdPeriksa,
  tindakanPk,
  wajibMilikSendiri,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.handler.js';
import {
  barisPk,
  CONTOH_PK,
  KOLOM_ANGGARAN_PK,
  KOLOM_NASKAH,
  KOLOM_TARGET_PK,
  permintaanPk,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.lembar.js';
import type { Sah } from '../../planning/permintaan.js';
import type { Asal, PerintahBorongan } from '../borongan.js';
import { tanyaPk } from '../templat/pk.templat.js';
import { asalBaris, type BarisTerisi, type IsiBerkas, perintahDari } from '../templat.js';
import { type BagianBuku, baris, type KunciBuku, kunciKepala, type PengirimBuku } from './bagian.js';

const [NASKAH, TARGET, ANGGARAN] = ['PK', 'PK Target', 'PK Anggaran'];
const STATUS = ['definitif', 'Plt.', 'Plh.', 'Pj.', 'Pjs.'] as const satisfies readonly StatusPejabat[];
/** Of a version that was signed by one party only: ditandatangani. */
const KEADAAN = ['diajukan', 'ditandatangani', 'berlaku', 'digantikan'] as const;
const VERSI = {
  kunci: 'versi',
  judul: 'Versi',
  jenis: 'bulat',
  wajib: true,
  pengenal: true,
  lebar: 8,
} as const satisfies Kolom;
const PIHAK = [
  { kunci: 'pertama', judul: 'Pihak pertama', jenis: 'teks', wajib: true, lebar: 40 },
  { kunci: 'statusPertama', judul: 'Status pihak pertama', jenis: 'teks', pilihan: STATUS },
  {
    kunci: 'kedua',
    judul: 'Pihak kedua',
    jenis: 'teks',
    lebar: 40,
    petunjuk: 'Kosong hanya untuk Perjanjian Kinerja kepala daerah sendiri.',
  },
  { kunci: 'statusKedua', judul: 'Status pihak kedua', jenis: 'teks', pilihan: STATUS },
  {
    kunci: 'jabatanKedua',
    judul: 'Kunci jabatan pihak kedua',
    jenis: 'kode',
    lebar: 30,
    petunjuk: 'Kosong: kepala daerah.',
  },
  { kunci: 'keadaan', judul: 'Keadaan', jenis: 'teks', wajib: true, pilihan: KEADAAN },
] as const satisfies readonly Kolom[];

const milik = ({ pemda, opd, tahun }: KunciBuku): KunciPk => ({
  pemda,
  opd,
  jabatan: jabatanKepala(opd),
  tahun,
});
const id = (k: KunciBuku): string => kunci.pk(k.pemda, k.opd, jabatanKepala(k.opd), k.tahun);

/** What was sent back or withdrawn is no plan. */
const keadaan = ({ status, penandatangan }: VersiPk): (typeof KEADAAN)[number] | null => {
  if (status === 'dikembalikan' || status === 'dibatalkan') return null;
  return status === 'diajukan' && penandatangan.length > 0 ? 'ditandatangani' : status;
};

const barisNaskah = (v: VersiPk): Isian => {
  const { pihakPertama: p, pihakKedua: q } = v.naskah;
  return {
    ...barisPk(v.naskah).naskah,
    pertama: p.sebutan,
    statusPertama: p.status,
    kedua: q?.sebutan ?? null,
    statusKedua: q?.status ?? null,
    jabatanKedua: q?.jabatan ?? null,
    keadaan: keadaan(v),
  };
};

const statusDari = (isi: string | null | undefined): StatusPejabat | null =>
  STATUS.find((s) => s === isi) ?? null;
const kertasDari = ({ versi, pertama, kedua, jabatanKedua, ...isian }: Isian): NaskahKertas => ({
  versi: Number(versi),
  pertama: { sebutan: pertama ?? '', status: statusDari(isian.statusPertama) },
  kedua: kedua
    ? { sebutan: kedua, status: statusDari(isian.statusKedua), jabatan: jabatanKedua ?? null }
    : null,
});

/** In whose name paper says that the OPD decided: as its first PK prints the head, else the operator's. */
export const kepalaTercetak = (isi: IsiBerkas, k: KunciBuku, sah: Sah): Sah => {
  const pertama = baris(isi, NASKAH)[0]?.isian;
  if (sah.cara !== 'dicatat' || pertama === undefined) return sah;
  const { sebutan, status } = kertasDari(pertama).pertama;
  return { cara: 'dicatat', oleh: { subjek: null, jabatan: kunciKepala(k), sebutan, status } };
};

type Versi = {
  readonly naskah: BarisTerisi;
  readonly target: readonly BarisTerisi[];
  readonly anggaran: readonly BarisTerisi[];
};

/** A PK is one command: which row it was refused for, the refusal names. */
const asalVersi =
  (v: Versi) =>
  ({ rincian: { indikator, program } }: Penolakan): Asal => {
    const t = v.target.find((b) => b.isian.indikator === indikator);
    if (t !== undefined) return asalBaris(TARGET)(t, 'Target');
    const a = v.anggaran.find((b) => b.isian.program === program);
    return a === undefined ? asalBaris(NASKAH)(v.naskah) : asalBaris(ANGGARAN)(a, 'Kode program');
  };

/** Sent as a draft, a text that stands is not proposed again. */
const berdiri = (ada: VersiPk | undefined, diminta: PermintaanPk): boolean => {
  if (ada === undefined || keadaan(ada) === null) return false;
  const { naskah, target, anggaran } = barisPk(ada.naskah);
  return sama(permintaanPk(naskah, target, anggaran), diminta);
};

type Tercatat = { readonly sidik: string; readonly pihak: readonly Pihak[] };

const perintahVersi = (v: Versi, k: KunciBuku, pengirim: PengirimBuku): PerintahBorongan[] => {
  const isian = v.naskah.isian;
  const kertas = pengirim.sah.cara === 'dicatat';
  const [pk, nomor] = [milik(k), Number(isian.versi)];
  const ajukan: PermintaanPk = {
    ...permintaanPk(
      isian,
      v.target.map((b) => b.isian),
      v.anggaran.map((b) => b.isian),
    ),
    ...(kertas && { kertas: kertasDari(isian) }),
  };
  const tindakan = tindakanPk(pk, ajukan);
  const bernomor = denganIdPeriksa(ajukan);
  const diajukan = perintahDari(
    perjanjianKinerja,
    id(k),
    pengirim,
    tindakan,
    k,
    (baca) => {
      wajibMilikSendiri(pengirim.pelaku, tindakan, pk);
      const sah = kertas ? pengirim.kepala : pengirim.sah;
      return siapkanPerjanjianKinerja(baca, pk, bernomor, sah, pengirim.kini);
    },
    asalVersi(v),
    (baca) => !kertas && berdiri(baca(perjanjianKinerja, id(k)).state.versi[nomor - 1], ajukan),
  );
  if (!kertas || isian.keadaan === 'diajukan') return [diajukan];
  const penandatangan = isian.keadaan === 'ditandatangani' ? 1 : 2;
  return [
    diajukan,
    ...Array.from({ length: penandatangan }, (_, ke) =>
      perintahDari(
        perjanjianKinerja,
        id(k),
        pengirim,
        'pk.tandatangani',
        k,
        (baca) => {
          const { sidik, pihak } = tercatat(baca(perjanjianKinerja, id(k)).state.versi[nomor - 1]);
          const oleh = pihak[ke];
          if (oleh === undefined) return null; // the kepala daerah signs alone
          const sah: Sah = { oleh: { subjek: null, ...oleh }, cara: 'dicatat' };
          return siapkanPerjanjianKinerja(baca, pk, { type: 'Tandatangani', sidik }, sah, pengirim.kini);
        },
        asalVersi(v),
      ),
    ),
  ];
};

const tercatat = (v: VersiPk | undefined): Tercatat => {
  if (v === undefined) return tolak('PK_BELUM_DIAJUKAN');
  const { pihakPertama, pihakKedua } = v.naskah;
  return { sidik: v.sidik, pihak: [pihakPertama, ...(pihakKedua === null ? [] : [pihakKedua])] };
};

/** Every version of the head's PK, as it is printed. */
export const bagianPk: BagianBuku = {
  lembar: [
    {
      nama: NASKAH,
      kolom: [VERSI, ...KOLOM_NASKAH, ...PIHAK],
      unik: ['versi'],
      contoh: {
        ...CONTOH_PK.naskah,
        versi: '1',
        pertama: 'Kepala Dinas',
        kedua: 'Wali Kota',
        keadaan: 'berlaku',
      },
    },
    {
      nama: TARGET,
      kolom: [VERSI, ...KOLOM_TARGET_PK],
      unik: ['versi', 'indikator'],
      contoh: { versi: '1', ...CONTOH_PK.target },
    },
    {
      nama: ANGGARAN,
      kolom: [VERSI, ...KOLOM_ANGGARAN_PK],
      unik: ['versi', 'program'],
      contoh: { versi: '1', ...CONTOH_PK.anggaran },
    },
  ],
  isi: (baca, k) => {
    const hidup = baca(perjanjianKinerja, id(k)).state.versi.filter((v) => keadaan(v) !== null);
    const semua = hidup.map((v) => ({ v, versi: `${v.naskah.versi}`, isi: barisPk(v.naskah) }));
    return {
      [NASKAH]: semua.map(({ v, versi }) => ({ versi, ...barisNaskah(v) })),
      [TARGET]: semua.flatMap(({ versi, isi }) => isi.target.map((t) => ({ versi, ...t }))),
      [ANGGARAN]: semua.flatMap(({ versi, isi }) => isi.anggaran.map((a) => ({ versi, ...a }))),
    };
  },
  tanya: (isi, k) => tanyaPk(TARGET, baris(isi, TARGET), k),
  perintah: (isi, k, pengirim) =>
    baris(isi, NASKAH).flatMap((naskah) => {
      const milikVersi = (lembar: string) =>
        baris(isi, lembar).filter((b) => b.isian.versi === naskah.isian.versi);
      return perintahVersi(
        { naskah, target: milikVersi(TARGET), anggaran: milikVersi(ANGGARAN) },
        k,
        pengirim,
      );
    }),
};
