import { giliranTandaTangan, wajibGiliran } from '../../approval/edaran/giliran.fakta.js';
import { pemegangKini } from '../../approval/pemegang-kini.js';
import type { Dasar, StatusPejabat } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { bacaStream, jabatanKepala, kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { anggaran } from '../anggaran/anggaran.decider.js';
import { berkasKertas } from '../berkas-kertas/berkas-kertas.decider.js';
import { jabatan } from '../jabatan/jabatan.decider.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type Sah } from '../permintaan.js';
import { program } from '../program/program.decider.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import type { FaktaGiliran } from './basah.decider.js';
import {
  dijanjikan,
  type LuarRenstra,
  type Naskah,
  type Pihak,
  type PkCommand,
  perjanjianKinerja,
  pkBerlaku,
  type SebabPerubahan,
  type TargetAtasan,
  type TargetPk,
} from './perjanjian-kinerja.decider.js';

export type KunciPk = { pemda: string; opd: string; jabatan: string; tahun: number };
export type TargetDiminta = {
  indikator: string;
  target: string;
  /** The higher target that this one serves; jabatan null: in the PK of the office right above. */
  melayani?: { jabatan: string | null; indikator: string };
  luarRenstra?: LuarRenstra & { nama: string; satuan: string };
};
/** What paper itself prints: which version it is (1: murni), and its two offices; the head's superior needs no key. */
export type NaskahKertas = {
  versi: number;
  pertama: { sebutan: string; status: StatusPejabat | null };
  kedua: { jabatan: string | null; sebutan: string; status: StatusPejabat | null } | null;
};
/** What a person asks; titles, names and holders are looked up, never taken from outside. */
export type PermintaanPk =
  | {
      type: 'Ajukan';
      jenis: Jenis;
      sebab: SebabPerubahan | null;
      tanggal: string | null;
      target: readonly TargetDiminta[];
      anggaran: readonly { program: string; pagu: string; keterangan: string | null }[];
      kertas?: NaskahKertas; // of what is taken over from paper
      idPeriksa?: string; // made at the edge; of what is proposed here
    }
  | { type: 'Kembalikan'; catatan: string }
  | { type: 'Batalkan'; alasan: string }
  | { type: 'Tandatangani'; sidik: string }
  | { type: 'CatatTandaTanganBasah'; sidik: string; berkas: string }
  | { type: 'CatatKebutuhan'; sebab: SebabPerubahan; alasan: string }
  | { type: 'TutupKebutuhan'; sebab: SebabPerubahan; alasan: string };
type Ajukan = Extract<PermintaanPk, { type: 'Ajukan' }>;

type FaktaPihak = { pihak: Pihak; subjek: string | null; atasan: string | null; dasar: Dasar };

const faktaPihak = (baca: Baca, pemda: string, kunciJabatan: string, kini: Date): FaktaPihak => {
  const { jabatan, pejabat, dasar } = pemegangKini(baca, pemda, kunciJabatan, kini);
  if (jabatan.status === 'kosong') return tolak('JABATAN_BELUM_ADA', { jabatan: kunciJabatan });
  const pihak = { jabatan: kunciJabatan, sebutan: jabatan.sebutan, status: pejabat?.status ?? null };
  return { pihak, subjek: pejabat?.subjek ?? null, atasan: jabatan.atasan, dasar };
};

/** The head of an OPD answers to the kepala daerah, also where nobody wrote that down. */
const kunciAtasan = ({ pihak, atasan }: FaktaPihak): string | null => {
  const { pemda, opd, jabatan } = bacaStream(`Jabatan-${pihak.jabatan}`);
  if (atasan !== null || opd === OPD_PEMDA || jabatan !== 'kepala') return atasan;
  return kunci.jabatan(pemda, OPD_PEMDA, jabatanKepala(OPD_PEMDA));
};

/** The offices above this one, nearest first, as the position tree stands now; read no further than asked for. */
function* atasanDari(baca: Baca, pemda: string, bawah: FaktaPihak, kini: Date): Generator<FaktaPihak> {
  const dilalui = new Set([bawah.pihak.jabatan]);
  let atas = kunciAtasan(bawah);
  while (atas !== null && !dilalui.has(atas)) {
    dilalui.add(atas);
    const f = faktaPihak(baca, pemda, atas, kini);
    yield f;
    atas = kunciAtasan(f);
  }
}

type ParaPihak = { pertama: FaktaPihak; kedua: FaktaPihak | null; dasar: Dasar[] };

/**
 * Pihak Kedua is the office above; where the same person holds that one too (a Plt.), the next one up. The kepala daerah
 * has none.
 */
export const paraPihak = (baca: Baca, k: KunciPk, kini: Date): ParaPihak => {
  const pertama = faktaPihak(baca, k.pemda, kunci.jabatan(k.pemda, k.opd, k.jabatan), kini);
  if (k.opd === OPD_PEMDA && k.jabatan === jabatanKepala(k.opd))
    return { pertama, kedua: null, dasar: [pertama.dasar] };
  const dilalui: FaktaPihak[] = [];
  for (const atasan of atasanDari(baca, k.pemda, pertama, kini)) {
    dilalui.push(atasan);
    if (atasan.subjek === null || atasan.subjek !== pertama.subjek) break;
  }
  const kedua = dilalui.at(-1) ?? tolak('ATASAN_BELUM_ADA', { jabatan: pertama.pihak.jabatan });
  return { pertama, kedua, dasar: [pertama, ...dilalui].map((f) => f.dasar) };
};

type FaktaAtasan = {
  melayani: (t: TargetDiminta) => TargetAtasan | undefined;
  dikenal: TargetAtasan[];
  dasar: Dasar[];
};

/** The office meant: by its key, or as everywhere else by its code, of the nearest one above that has it. */
const jabatanDisebut = (disebut: string, diAtas: readonly string[]): string =>
  diAtas.find((j) => j === disebut || j.split('.').at(-1) === disebut) ?? disebut;

const targetDilayani =
  (bawah: string, langsung: string | null, diAtas: readonly string[]) =>
  ({ melayani: m }: TargetDiminta): TargetAtasan | undefined =>
    m && {
      jabatan: jabatanDisebut(m.jabatan ?? langsung ?? tolak('ATASAN_BELUM_ADA', { jabatan: bawah }), diAtas),
      indikator: m.indikator,
    };

/** What these offices promise. */
const janji = (baca: Baca, { tahun }: KunciPk, jabatan: Iterable<string>): Omit<FaktaAtasan, 'melayani'> => {
  const fakta = [...jabatan].map((j) => ({ j, pk: baca(perjanjianKinerja, `${j}.${tahun}`) }));
  return {
    dikenal: fakta.flatMap(({ j, pk }) =>
      dijanjikan(pk.state).map((indikator) => ({ jabatan: j, indikator })),
    ),
    dasar: dasarDari(fakta.map(({ pk }) => pk)),
  };
};

/** What the offices above promise, of those offices that a target names; one that is not above promises nothing. */
const faktaAtasan = (baca: Baca, k: KunciPk, p: Ajukan, bawah: FaktaPihak, kini: Date): FaktaAtasan => {
  if (!p.target.some((t) => t.melayani)) return { melayani: () => undefined, dikenal: [], dasar: [] };
  const diAtas = [...atasanDari(baca, k.pemda, bawah, kini)].map(({ pihak }) => pihak.jabatan);
  const melayani = targetDilayani(bawah.pihak.jabatan, kunciAtasan(bawah), diAtas);
  const disebut = new Set(p.target.flatMap((t) => melayani(t)?.jabatan ?? []));
  return {
    melayani,
    ...janji(
      baca,
      k,
      diAtas.filter((j) => disebut.has(j)),
    ),
  };
};

type FaktaIsi = Pick<Naskah, 'target' | 'anggaran'> &
  Pick<Extract<PkCommand, { type: 'Ajukan' }>, 'dikenal'> & { dasar: Dasar[] };

const faktaIsi = (baca: Baca, k: KunciPk, p: Ajukan, atas: FaktaAtasan): FaktaIsi => {
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const tahunan = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const indikator = p.target.flatMap((t) => definisiIndikator(r.state, t.indikator) ?? []);
  return {
    target: p.target.map((t): TargetPk => {
      const { nama: _nama, satuan: _satuan, ...luarRenstra } = t.luarRenstra ?? {};
      // A code that nothing defines has no name either: the decider refuses it.
      const { nama = '', satuan = '' } = t.luarRenstra ?? definisiIndikator(r.state, t.indikator) ?? {};
      const melayani = atas.melayani(t);
      return {
        indikator: t.indikator,
        nama,
        satuan,
        target: t.target,
        ...(melayani && { melayani }),
        ...(t.luarRenstra && { luarRenstra: luarRenstra as LuarRenstra }),
      };
    }),
    anggaran: p.anggaran.map((a) => {
      const nama = tahunan.state.simpul.get(a.program)?.nama ?? '';
      return { program: a.program, nama, pagu: a.pagu, keterangan: a.keterangan };
    }),
    dikenal: { indikator, program: [...tahunan.state.simpul.keys()], atasan: atas.dikenal },
    dasar: [r.dasar, ...(p.anggaran.length === 0 ? [] : dasarDari([tahunan])), ...atas.dasar],
  };
};

// Who holds an office today says nothing of who signed a paper then.
const diKertas = ({ pihak, ...f }: FaktaPihak): FaktaPihak => ({
  ...f,
  subjek: null,
  pihak: { ...pihak, status: null },
});

const jabatanSah = (kunciJabatan: string): string => {
  const { pemda, opd, jabatan } = bacaStream(`Jabatan-${kunciJabatan}`);
  return kunci.jabatan(pemda, opd ?? '', jabatan ?? '');
};

/** Paper names its offices itself, also those that nobody registered here. */
const siapkanKertas = (baca: Baca, k: KunciPk, p: Ajukan, kertas: NaskahKertas, sah: Sah): PkCommand => {
  const pertama: Pihak = { jabatan: kunci.jabatan(k.pemda, k.opd, k.jabatan), ...kertas.pertama };
  const bawaan = kunci.jabatan(k.pemda, OPD_PEMDA, jabatanKepala(OPD_PEMDA));
  const kedua: Pihak | null = kertas.kedua && {
    ...kertas.kedua,
    jabatan: kertas.kedua.jabatan === null ? bawaan : jabatanSah(kertas.kedua.jabatan),
  };
  const melayani = targetDilayani(
    pertama.jabatan,
    kedua?.jabatan ?? null,
    kedua === null ? [] : [kedua.jabatan],
  );
  const disebut = new Set(p.target.flatMap((t) => melayani(t)?.jabatan ?? []));
  const isi = faktaIsi(baca, k, p, { melayani, ...janji(baca, k, disebut) });
  const { jenis, sebab, tanggal } = p;
  const pihak = { pihakPertama: pertama, pihakKedua: kedua };
  return {
    type: 'Ajukan',
    naskah: { ...k, jenis, sebab, tanggal, ...pihak, target: isi.target, anggaran: isi.anggaran },
    versi: kertas.versi,
    pemegang: { pertama: null, kedua: null },
    dikenal: isi.dikenal,
    berdasarkan: isi.dasar,
    ...sah,
  };
};

/** A paper without the printed titles says nothing of them: what is recorded of it already keeps those it has. */
const sebutanTercatat = (baca: Baca, k: KunciPk, jenis: Jenis): ((pihak: Pihak) => Pihak) => {
  const { state } = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun));
  const v = state.versi[jenis === 'murni' ? 0 : (pkBerlaku(state)?.versi ?? 0)];
  const naskah = v?.status === 'dikembalikan' || v?.status === 'dibatalkan' ? undefined : v?.naskah;
  const para = [naskah?.pihakPertama, naskah?.pihakKedua];
  return (p) => ({ ...p, sebutan: para.find((t) => t?.jabatan === p.jabatan)?.sebutan ?? p.sebutan });
};

/** Composes the naskah from what the year's documents say now. */
const siapkanPengajuan = (baca: Baca, k: KunciPk, p: Ajukan, sah: Sah, kini: Date): PkCommand => {
  const { oleh, cara } = sah;
  if (p.kertas !== undefined && cara === 'dicatat') return siapkanKertas(baca, k, p, p.kertas, sah);
  const para = paraPihak(baca, k, kini);
  const isi = faktaIsi(baca, k, p, faktaAtasan(baca, k, p, para.pertama, kini));
  const [pertama, kedua] =
    cara === 'dicatat'
      ? [diKertas(para.pertama), para.kedua && diKertas(para.kedua)]
      : [para.pertama, para.kedua];
  const { jenis, sebab, tanggal } = p;
  const cetak = cara === 'dicatat' ? sebutanTercatat(baca, k, jenis) : (satu: Pihak): Pihak => satu;
  const pihak = { pihakPertama: cetak(pertama.pihak), pihakKedua: kedua && cetak(kedua.pihak) };
  return {
    type: 'Ajukan',
    naskah: { ...k, jenis, sebab, tanggal, ...pihak, target: isi.target, anggaran: isi.anggaran },
    versi: null,
    pemegang: { pertama: pertama.subjek, kedua: kedua?.subjek ?? null },
    dikenal: isi.dikenal,
    berdasarkan: [...isi.dasar, ...para.dasar],
    ...(cara === 'elektronik' && p.idPeriksa !== undefined && { idPeriksa: p.idPeriksa }),
    oleh,
    cara,
  };
};

/** Who signs is resolved now: the status (definitif, Plt., …) is that of the office's holder today. */
const siapkanTandaTangan = (
  baca: Baca,
  k: KunciPk,
  sidik: string,
  { oleh, cara }: Sah,
  kini: Date,
): PkCommand => {
  if (cara === 'dicatat')
    return { type: 'Tandatangani', sidik, pemegangKini: null, oleh, cara, berdasarkan: [] };
  const { pejabat, dasar } = pemegangKini(baca, k.pemda, oleh.jabatan, kini);
  return {
    type: 'Tandatangani',
    sidik,
    pemegangKini: pejabat?.subjek ?? null,
    oleh: { ...oleh, status: pejabat?.status ?? oleh.status },
    cara,
    berdasarkan: [dasar, ...wajibGiliran(baca, k, oleh.jabatan, sidik)],
  };
};

/** Whose missing signature the route waits for by now, and which step before the others. */
const giliranBasah = (baca: Baca, k: KunciPk, sidik: string): FaktaGiliran & { dasar: Dasar[] } => {
  const v = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun)).state.versi.at(-1);
  if (v?.status !== 'diajukan' || v.sidik !== sidik) return { pihak: [], ditunggu: null, dasar: [] };
  const { pihakPertama, pihakKedua } = v.naskah;
  const para = [pihakPertama, pihakKedua].flatMap((p, i) =>
    p === null || v.penandatangan.some((t) => t.pihak === i + 1)
      ? []
      : { pihak: (i + 1) as 1 | 2, ...giliranTandaTangan(baca, k, p.jabatan, sidik) },
  );
  return {
    pihak: para.filter((p) => p.ditunggu === null).map((p) => p.pihak),
    ditunggu: para.find((p) => p.ditunggu !== null)?.ditunggu ?? null,
    dasar: para[0]?.dasar ?? [], // the same walk for both
  };
};

/** What the archive of the OPD's paper says of the scan that is named, and the route of who signs. */
const siapkanBasah = (
  baca: Baca,
  k: KunciPk,
  p: Extract<PermintaanPk, { type: 'CatatTandaTanganBasah' }>,
  sah: Sah,
): PkCommand => {
  const arsip = baca(berkasKertas, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const kertas = arsip.state.berkas.get(p.berkas) ?? null;
  const { dasar, ...giliran } = giliranBasah(baca, k, p.sidik);
  return { ...p, ...sah, kertas, giliran, berdasarkan: [...dasarDari([arsip]), ...dasar] };
};

/** Makes the command out of what was asked and what the other documents say. */
export const siapkanPerjanjianKinerja = (
  baca: Baca,
  k: KunciPk,
  p: PermintaanPk,
  sah: Sah,
  kini: Date,
): PkCommand => {
  if (p.type === 'Ajukan' || p.type === 'Tandatangani' || p.type === 'CatatTandaTanganBasah')
    wajibPeriodeDokumen(baca, k, 'pk', sah);
  if (p.type === 'Ajukan') return siapkanPengajuan(baca, k, p, sah, kini);
  if (p.type === 'Tandatangani') return siapkanTandaTangan(baca, k, p.sidik, sah, kini);
  if (p.type === 'CatatTandaTanganBasah') return siapkanBasah(baca, k, p, sah);
  if (p.type !== 'TutupKebutuhan') return { ...p, ...sah };
  const kantor = baca(jabatan, kunci.jabatan(k.pemda, k.opd, k.jabatan));
  const uang = baca(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  return { ...p, ...sah, berdasarkan: dasarDari([kantor, uang]) };
};
