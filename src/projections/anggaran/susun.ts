import { Desimal } from '../../kernel/desimal.js';
import { hasilRupiah, jumlahRupiah } from '../../kernel/rupiah.js';
import { akunBelanja, type TingkatAnggaran } from '../../planning/anggaran/kode.decider.js';
import {
  samaTahap,
  type Tahap,
  type TahapTercatat,
  urutTahap,
} from '../../planning/anggaran/tahap.decider.js';
import type { PaguTahap, SimpulProgram } from './anggaran.projection.js';

export type TingkatSimpul = 'urusan' | 'bidang' | TingkatAnggaran;
/** Why a pagu is not known. BAGIAN_BELUM_LENGKAP: a part of it has none. */
export type AlasanPagu = 'BELUM_ADA_PAGU' | 'BAGIAN_BELUM_LENGKAP';

/** One link of a node's chain. `tercatat`: only where that stage names the code; `pagu`: what holds as of that stage. */
export type MataRantai = Readonly<{
  tahap: Tahap;
  tercatat: string | null;
  sumberDana: string | null;
  turunan: string | null; // the sum of its parts, where every part has one
  pagu: string | null; // as recorded last, else as derived
}>;
export type PaguSimpul = Readonly<{
  rantai: readonly MataRantai[];
  tercatat: string | null;
  turunan: string | null;
  pagu: string | null;
  beda: boolean; // recorded one way, its parts add up another way
  alasan: AlasanPagu | null;
}>;
export type SimpulAnggaran = PaguSimpul &
  Readonly<{
    kode: string;
    induk: string | null;
    tingkat: TingkatSimpul;
    nama: string | null;
    jalur: readonly string[]; // codes from the top down to itself
    bagian: string | null; // of the total, in percent
    asal: readonly number[]; // positions of the pagu recorded for it
  }>;
export type JumlahSimpul = Readonly<{ program: number; kegiatan: number; subKegiatan: number }>;
export type SusunanAnggaran = Readonly<{
  tahap: readonly TahapTercatat[];
  total: PaguSimpul;
  jumlah: JumlahSimpul;
  simpul: readonly SimpulAnggaran[]; // each before its parts, belanja of the whole OPD last
}>;

/** All that is recorded of one OPD and year. */
export type FaktaAnggaran = Readonly<{
  simpul: readonly SimpulProgram[];
  pagu: readonly PaguTahap[];
  tahap: readonly TahapTercatat[];
}>;
/** The official names of urusan and bidang urusan, by code. */
export type NamaUrusan = ReadonlyMap<string, string>;

type Bentuk = Readonly<{
  id: string;
  kode: string;
  induk: string | null;
  tingkat: TingkatSimpul;
  nama: string | null;
}>;
type Cabang = Bentuk & Readonly<{ anak: readonly Cabang[]; pagu: readonly PaguTahap[] }>;

const angkaDalamKode = new Intl.Collator('id', { numeric: true });
export const urutKode = (a: string, b: string): number => angkaDalamKode.compare(a, b);

// Account 5 and urusan 5 carry the same code.
const idBelanja = (kode: string): string => `belanja ${kode}`;

// -- the shape of the tree

/** Urusan and bidang urusan stand in front of every code of the nomenclature; a program's own code has three parts. */
const diAtasProgram = (kode: string): readonly string[] => {
  const bagian = kode.split('.');
  return bagian.length < 3 ? [] : [bagian.slice(0, 1).join('.'), bagian.slice(0, 2).join('.')];
};

const bentukUrusan = (program: readonly SimpulProgram[], nama: NamaUrusan): Bentuk[] => {
  const bentuk = program.flatMap(({ kode }) => {
    const [urusan, bidang] = diAtasProgram(kode);
    if (urusan === undefined || bidang === undefined) return [];
    return [
      { id: urusan, kode: urusan, induk: null, tingkat: 'urusan', nama: nama.get(urusan) ?? null } as const,
      { id: bidang, kode: bidang, induk: urusan, tingkat: 'bidang', nama: nama.get(bidang) ?? null } as const,
    ];
  });
  return [...new Map(bentuk.map((b) => [b.id, b])).values()];
};

const bentukProgram = ({ kode, nama, tingkat, induk }: SimpulProgram): Bentuk => ({
  id: kode,
  kode,
  induk: tingkat === 'program' ? (diAtasProgram(kode)[1] ?? null) : induk,
  tingkat,
  nama,
});

/** An account stands under the nearest account above it, else under its sub kegiatan, else nowhere. */
const bentukBelanja = (semua: ReadonlyMap<string, string | null>, kode: string): Bentuk => {
  const { induk: subKegiatan, akun } = akunBelanja(kode) ?? { induk: null, akun: kode };
  const depan = subKegiatan === null ? '' : `${subKegiatan}/`;
  const bagian = akun.split('.');
  const diAtas = bagian
    .map((_, i) => depan + bagian.slice(0, i).join('.'))
    .slice(1)
    .findLast((k) => semua.has(k));
  const induk = diAtas === undefined ? subKegiatan : idBelanja(diAtas);
  return { id: idBelanja(kode), kode, induk, tingkat: 'belanja', nama: semua.get(kode) ?? null };
};

/** A code with a pagu that the tree has not: counted where nothing stands above it, rather than left out. */
const tanpaPohon = (simpul: readonly SimpulProgram[], pagu: readonly PaguTahap[]): SimpulProgram[] => {
  const ada = new Set(simpul.map((s) => s.kode));
  const lepas = pagu.flatMap(({ kode, tingkat, nama }) =>
    tingkat === 'belanja' || ada.has(kode)
      ? []
      : [{ kode, tingkat, nama: nama ?? kode, induk: null, nomenklatur: null }],
  );
  return [...new Map(lepas.map((s) => [s.kode, s])).values()];
};

const cabang = ({ simpul: pohon, pagu }: FaktaAnggaran, nama: NamaUrusan): readonly Cabang[] => {
  const simpul = [...pohon, ...tanpaPohon(pohon, pagu)];
  const belanja = pagu.filter((p) => p.tingkat === 'belanja');
  const namaAkun = new Map(belanja.map((p) => [p.kode, p.nama]));
  const bentuk = [
    ...bentukUrusan(
      simpul.filter((s) => s.tingkat === 'program'),
      nama,
    ),
    ...simpul.map(bentukProgram),
    ...[...namaAkun.keys()].map((kode) => bentukBelanja(namaAkun, kode)),
  ];
  const menurutInduk = Map.groupBy(bentuk, (b) => b.induk);
  const paguDari = Map.groupBy(pagu, (p) => (p.tingkat === 'belanja' ? idBelanja(p.kode) : p.kode));
  const di = (induk: string | null): readonly Cabang[] =>
    (menurutInduk.get(induk) ?? [])
      .toSorted(
        (a, b) =>
          Number(a.tingkat === 'belanja') - Number(b.tingkat === 'belanja') || urutKode(a.kode, b.kode),
      )
      .map((b) => ({ ...b, anak: di(b.id), pagu: paguDari.get(b.id) ?? [] }));
  return di(null);
};

// -- its figures

type Terhitung = PaguSimpul & Readonly<{ mulai: number }>; // the first stage that names it or a part of it
type CabangTerhitung = Readonly<{ cabang: Cabang; nilai: Terhitung; anak: readonly CabangTerhitung[] }>;

/** A sum with one unknown part is unknown; so is a sum of nothing. */
const jumlah = (bagian: readonly (string | null)[]): string | null => {
  const diketahui = bagian.flatMap((b) => b ?? []);
  if (diketahui.length < bagian.length || bagian.length === 0) return null;
  return jumlahRupiah(diketahui.map(hasilRupiah)).toString();
};

/** What came into the budget at a later stage is no missing part of the stages before it. */
const turunanPada = (anak: readonly Terhitung[], i: number): string | null =>
  jumlah(
    anak
      .filter((a) => a.mulai <= i || a.mulai === Number.POSITIVE_INFINITY)
      .map((a) => a.rantai[i]?.pagu ?? null),
  );

const nilai = (
  tahap: readonly Tahap[],
  milik: readonly PaguTahap[],
  anak: readonly Terhitung[],
): Terhitung => {
  const pada = tahap.map((t) => milik.find((p) => samaTahap(p.tahap, t)));
  const rantai = tahap.map((t, i): MataRantai => {
    const turunan = turunanPada(anak, i);
    const berlaku = pada.slice(0, i + 1).findLast((p) => p !== undefined)?.pagu ?? null;
    const { pagu = null, sumberDana = null } = pada[i] ?? {};
    return { tahap: t, tercatat: pagu, sumberDana, turunan, pagu: berlaku ?? turunan };
  });
  const tercatat = pada.findLast((p) => p !== undefined)?.pagu ?? null;
  const { turunan = null, pagu = null } = rantai.at(-1) ?? {};
  const tanpa: AlasanPagu = anak.length === 0 ? 'BELUM_ADA_PAGU' : 'BAGIAN_BELUM_LENGKAP';
  return {
    rantai,
    tercatat,
    turunan,
    pagu,
    beda: tercatat !== null && turunan !== null && tercatat !== turunan,
    alasan: pagu === null ? tanpa : null,
    mulai: Math.min(
      ...pada.map((p, i) => (p === undefined ? Number.POSITIVE_INFINITY : i)),
      ...anak.map((a) => a.mulai),
    ),
  };
};

const hitung = (tahap: readonly Tahap[], c: Cabang): CabangTerhitung => {
  const anak = c.anak.map((a) => hitung(tahap, a));
  return {
    cabang: c,
    anak,
    nilai: nilai(
      tahap,
      c.pagu,
      anak.map((a) => a.nilai),
    ),
  };
};

const AKUN_SELURUHNYA = '5';

/** Belanja accounts are a second classification of the same money: they stand in only where there is no program at all. */
const totalDari = (tahap: readonly Tahap[], akar: readonly CabangTerhitung[]): Terhitung => {
  const program = akar.filter((a) => a.cabang.tingkat !== 'belanja');
  const dasar = program.length > 0 ? program : akar.filter((a) => a.cabang.kode === AKUN_SELURUHNYA);
  return nilai(
    tahap,
    [],
    dasar.map((a) => a.nilai),
  );
};

/** Part of a whole in percent; null where either is unknown, or the whole is nothing. */
export const bagianDari = (pagu: string | null, total: string | null): string | null => {
  if (pagu === null || total === null || hasilRupiah(total) === 0n) return null;
  return Desimal.bulat(hasilRupiah(pagu) * 100n)
    .bagi(Desimal.bulat(hasilRupiah(total)), 2)
    .toString();
};

const tanpaMulai = ({ mulai: _mulai, ...pagu }: Terhitung): PaguSimpul => pagu;

const ratakan = (
  { cabang: c, nilai: n, anak }: CabangTerhitung,
  atas: readonly string[],
  total: string | null,
): SimpulAnggaran[] => {
  const jalur = [...atas, c.kode];
  const simpul = {
    kode: c.kode,
    induk: atas.at(-1) ?? null,
    tingkat: c.tingkat,
    nama: c.nama,
    jalur,
    bagian: bagianDari(n.pagu, total),
    asal: c.pagu.map((p) => p.posisi),
    ...tanpaMulai(n),
  };
  return [simpul, ...anak.flatMap((a) => ratakan(a, jalur, total))];
};

/**
 * The budget of one OPD and year as a tree: urusan, bidang urusan, program, kegiatan, sub kegiatan, belanja. What is
 * recorded stands beside what its parts add up to, at every stage of the chain; the levels above program and the total
 * are never recorded, only derived. Nothing unknown becomes a 0.
 */
export const susunAnggaran = (fakta: FaktaAnggaran, nama: NamaUrusan = new Map()): SusunanAnggaran => {
  const tahap = fakta.tahap.toSorted(urutTahap);
  const urutan = tahap.map(({ jenis, nomor, setelahPerubahan }) => ({ jenis, nomor, setelahPerubahan }));
  const akar = cabang(fakta, nama).map((c) => hitung(urutan, c));
  const total = totalDari(urutan, akar);
  const banyak = (tingkat: string): number => fakta.simpul.filter((s) => s.tingkat === tingkat).length;
  return {
    tahap,
    total: tanpaMulai(total),
    jumlah: {
      program: banyak('program'),
      kegiatan: banyak('kegiatan'),
      subKegiatan: banyak('sub-kegiatan'),
    },
    simpul: akar.flatMap((a) => ratakan(a, [], total.pagu)),
  };
};
