import { sama } from '../../kernel/cara.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';
import { tindakanRencana } from '../../planning/permintaan.js';
import type { TandaAksi } from '../../planning/rencana-aksi/aksi.decider.js';
import {
  type RencanaAksi,
  rencanaAksi,
  type SebabPerubahanRencanaAksi,
} from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import {
  type PermintaanRencanaAksi,
  siapkanRencanaAksi,
} from '../../planning/rencana-aksi/rencana-aksi.handler.js';
import {
  barisRencanaAksi,
  CONTOH_RENCANA_AKSI,
  KOLOM_RENCANA_AKSI,
  permintaanRencanaAksi,
} from '../../planning/rencana-aksi/rencana-aksi.lembar.js';
import type { Asal, PerintahBorongan } from '../borongan.js';
import { tanyaTriwulan } from '../peringatan.js';
import { indikatorTahun } from '../templat/fakta.js';
import { asalBaris, type BarisTerisi, perintahDari, semuaTetap } from '../templat.js';
import { type BagianBuku, baris, idOpdTahun, type KunciBuku, type PengirimBuku } from './bagian.js';
import { barisVersi, isiPenetapan, LEMBAR_VERSI, type VersiTertulis, versiDari } from './versi.bagian.js';

const LEMBAR = 'Rencana Aksi';
const TANDA = ['selesai', 'dibatalkan'] as const satisfies readonly TandaAksi['keadaan'][];
const SEBAB = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
  'lain',
] as const satisfies readonly SebabPerubahanRencanaAksi[];
const KOLOM = [
  { kunci: 'versi', judul: 'Versi', jenis: 'bulat', wajib: true, pengenal: true, lebar: 8 },
  ...KOLOM_RENCANA_AKSI,
  { kunci: 'tanda', judul: 'Keadaan aksi', jenis: 'teks', pilihan: TANDA },
  { kunci: 'catatan', judul: 'Catatan aksi', jenis: 'teks', lebar: 40 },
] as const satisfies readonly Kolom[];

/** Sent as a draft, a version that is ditetapkan only says again what stands. */
const berdiri = (r: RencanaAksi, nomor: number, p: PermintaanRencanaAksi): boolean => {
  const versi = r.riwayat[nomor - 1];
  if (versi === undefined || versi.penetapan === null || p.type === 'TandaiAksi') return false;
  if (p.type === 'MulaiPerubahan')
    return sama(versi.perubahan, { sebab: p.sebab, alasan: p.alasan }) || tolak('MURNI_SUDAH_DITETAPKAN');
  if (p.type !== 'CatatTarget') return true;
  const ada = [...r.ditetapkan, r.target][nomor - 1]?.get(p.indikator)?.get(p.triwulan);
  const { target, aksi, penanggungJawab = null } = p;
  return (
    sama(ada, { target, aksi, penanggungJawab }) ||
    tolak('MURNI_SUDAH_DITETAPKAN', { indikator: p.indikator })
  );
};

type Minta = { readonly k: KunciBuku; readonly pengirim: PengirimBuku; readonly nomor: number };
const satu = (
  { k, pengirim, nomor }: Minta,
  p: PermintaanRencanaAksi,
  dari: BarisTerisi,
  asal: Asal,
  sah = pengirim.sah,
): PerintahBorongan =>
  perintahDari(
    rencanaAksi,
    idOpdTahun(k),
    pengirim,
    tindakanRencana(k.opd, 'rencana-aksi', p.type === 'Tetapkan' ? 'tetapkan' : 'susun'),
    k,
    (baca) => {
      const { state } = baca(rencanaAksi, idOpdTahun(k));
      const ulang = sah.cara === 'elektronik' && berdiri(state, nomor, p);
      return ulang ? null : siapkanRencanaAksi(baca, k, p, sah);
    },
    asal,
    semuaTetap(dari),
  );

const tandai = ({ isian }: BarisTerisi): PermintaanRencanaAksi[] => {
  const keadaan = TANDA.find((t) => t === isian.tanda);
  if (keadaan === undefined) return [];
  const { indikator, triwulan } = permintaanRencanaAksi(isian);
  return [{ type: 'TandaiAksi', indikator, triwulan, keadaan, catatan: isian.catatan ?? null }];
};

/** A version is opened, filled in, and ditetapkan; only then anything is told of its actions. */
const perintahVersi = (v: VersiTertulis, milik: readonly BarisTerisi[], minta: Minta): PerintahBorongan[] => {
  const kertas = minta.pengirim.sah.cara === 'dicatat';
  const tempat = asalBaris(LEMBAR_VERSI.nama)(v.baris);
  const asal = asalBaris(LEMBAR);
  const { nomor } = minta;
  const { sebab, alasan = null } = v.baris.isian;
  const mulai: PermintaanRencanaAksi = {
    type: 'MulaiPerubahan',
    versi: kertas ? nomor : null,
    sebab: SEBAB.find((s) => s === sebab) ?? 'lain',
    alasan,
  };
  const tetapkan: PermintaanRencanaAksi = { type: 'Tetapkan', ...isiPenetapan(v) };
  return [
    ...(nomor > 1 ? [satu(minta, mulai, v.baris, tempat)] : []),
    ...milik.map((b) => satu(minta, permintaanRencanaAksi(b.isian), b, asal(b, 'Target'))),
    ...(kertas && v.ditetapkan ? [satu(minta, tetapkan, v.baris, tempat, minta.pengirim.kepala)] : []),
    ...(v.ditetapkan
      ? milik.flatMap((b) => tandai(b).map((p) => satu(minta, p, b, asal(b, 'Keadaan aksi'))))
      : []),
  ];
};

const barisSemuaVersi = (r: RencanaAksi, indikator: readonly { kode: string; nama: string }[]): Isian[] =>
  [...r.ditetapkan, r.target].flatMap((target, i) => {
    const dikenal = new Map(indikator.map((d) => [d.kode, d]));
    const disebut = [...target].map(([kode]) => dikenal.get(kode) ?? { kode, nama: '' });
    return barisRencanaAksi({ ...r, target }, disebut)
      .filter((b) => b.target !== null)
      .map((b) => {
        const tanda = r.tanda.get(`${b.indikator} ${b.triwulan} ${b.aksi}`);
        const versi = `${i + 1}`;
        return { versi, ...b, tanda: tanda?.keadaan ?? null, catatan: tanda?.catatan ?? null };
      });
  });

/** Every version of the rencana aksi, and what became of its actions. */
export const bagianRencanaAksi: BagianBuku = {
  lembar: [
    {
      nama: LEMBAR,
      kolom: KOLOM,
      unik: ['versi', 'indikator', 'triwulan'],
      contoh: { versi: '1', ...CONTOH_RENCANA_AKSI },
    },
  ],
  isi: (baca, k) => ({
    [LEMBAR]: barisSemuaVersi(baca(rencanaAksi, idOpdTahun(k)).state, indikatorTahun(baca, k)),
  }),
  versi: (baca, k) => {
    const { state } = baca(rencanaAksi, idOpdTahun(k));
    if (state.target.size === 0 && state.status === 'disusun' && state.versi === 1) return [];
    return state.riwayat.map(({ perubahan, penetapan }, i) =>
      barisVersi('rencana-aksi', `${i + 1}`, penetapan, {
        sebab: perubahan?.sebab ?? null,
        alasan: perubahan?.alasan ?? null,
      }),
    );
  },
  tanya: (isi, k) => {
    const semua = baris(isi, LEMBAR);
    const seversi = Map.groupBy(semua, (b) => b.isian.versi);
    return semua.map((b) => tanyaTriwulan(LEMBAR, b, seversi.get(b.isian.versi) ?? [], k));
  },
  perintah: (isi, k, pengirim) => {
    const milik = Map.groupBy(baris(isi, LEMBAR), (b) => b.isian.versi);
    return versiDari(isi, 'rencana-aksi').flatMap((v) =>
      perintahVersi(v, milik.get(v.versi) ?? [], { k, pengirim, nomor: Number(v.versi) }),
    );
  },
};
