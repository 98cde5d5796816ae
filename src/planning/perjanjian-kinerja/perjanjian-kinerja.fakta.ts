import { pemegangKini } from '../../approval/pemegang-kini.js';
import type { Dasar, Pejabat } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { program } from '../program/program.decider.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import type { Naskah, Pihak, PkCommand, SebabPerubahan } from './perjanjian-kinerja.decider.js';

export type KunciPk = { pemda: string; opd: string; jabatan: string; tahun: number };
/** What a person asks; titles, names and holders are looked up, never taken from outside. */
export type PermintaanPk =
  | {
      type: 'Ajukan';
      jenis: Jenis;
      sebab: SebabPerubahan | null;
      tanggal: string | null;
      target: readonly { indikator: string; target: string }[];
      anggaran: readonly { program: string; pagu: string; keterangan: string | null }[];
    }
  | { type: 'Kembalikan'; catatan: string }
  | { type: 'Batalkan'; alasan: string }
  | { type: 'Tandatangani'; sidik: string };
type Ajukan = Extract<PermintaanPk, { type: 'Ajukan' }>;

type FaktaPihak = { pihak: Pihak; subjek: string | null; atasan: string | null; dasar: Dasar };

const faktaPihak = (baca: Baca, pemda: string, kunciJabatan: string, kini: Date): FaktaPihak => {
  const { jabatan, pejabat, dasar } = pemegangKini(baca, pemda, kunciJabatan, kini);
  if (jabatan.status === 'kosong') return tolak('JABATAN_BELUM_ADA', { jabatan: kunciJabatan });
  const pihak = { jabatan: kunciJabatan, sebutan: jabatan.sebutan, status: pejabat?.status ?? null };
  return { pihak, subjek: pejabat?.subjek ?? null, atasan: jabatan.atasan, dasar };
};

/** The head of an OPD answers to the kepala daerah, also where nobody wrote that down. */
const kunciAtasan = ({ pemda, jabatan }: KunciPk, atasan: string | null): string =>
  atasan ??
  (jabatan === 'kepala' ? kunci.jabatan(pemda, OPD_PEMDA, 'kepala-daerah') : tolak('JABATAN_BELUM_ADA'));

type FaktaIsi = Pick<Naskah, 'target' | 'anggaran'> &
  Pick<Extract<PkCommand, { type: 'Ajukan' }>, 'dikenal'> & { dasar: Dasar[] };

const faktaIsi = (baca: Baca, k: KunciPk, p: Ajukan): FaktaIsi => {
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const tahunan = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const indikator = p.target.flatMap((t) => definisiIndikator(r.state, t.indikator) ?? []);
  return {
    // A code that nothing defines has no name either: the decider refuses it.
    target: p.target.map((t) => {
      const { nama = '', satuan = '' } = definisiIndikator(r.state, t.indikator) ?? {};
      return { indikator: t.indikator, nama, satuan, target: t.target };
    }),
    anggaran: p.anggaran.map((a) => {
      const nama = tahunan.state.simpul.get(a.program)?.nama ?? '';
      return { program: a.program, nama, pagu: a.pagu, keterangan: a.keterangan };
    }),
    dikenal: { indikator, program: [...tahunan.state.simpul.keys()] },
    dasar: p.anggaran.length === 0 ? [r.dasar] : [r.dasar, { rev: tahunan.rev, stream: tahunan.stream }],
  };
};

/** Composes the naskah from what the year's documents say now. */
export const siapkanPengajuan = (baca: Baca, k: KunciPk, p: Ajukan, oleh: Pejabat, kini: Date): PkCommand => {
  const { target, anggaran, dikenal, dasar } = faktaIsi(baca, k, p);
  const pertama = faktaPihak(baca, k.pemda, kunci.jabatan(k.pemda, k.opd, k.jabatan), kini);
  const kedua = faktaPihak(baca, k.pemda, kunciAtasan(k, pertama.atasan), kini);
  const { jenis, sebab, tanggal } = p;
  const pihak = { pihakPertama: pertama.pihak, pihakKedua: kedua.pihak };
  return {
    type: 'Ajukan',
    naskah: { ...k, jenis, sebab, tanggal, ...pihak, target, anggaran },
    versi: null,
    pemegang: { pertama: pertama.subjek, kedua: kedua.subjek },
    dikenal,
    berdasarkan: [...dasar, pertama.dasar, kedua.dasar],
    oleh,
    cara: 'elektronik',
  };
};

/** Who signs is resolved now: the status (definitif, Plt., …) is that of the office's holder today. */
export const siapkanTandaTangan = (
  baca: Baca,
  pemda: string,
  sidik: string,
  oleh: Pejabat,
  kini: Date,
): PkCommand => {
  const { pejabat, dasar } = pemegangKini(baca, pemda, oleh.jabatan, kini);
  return {
    type: 'Tandatangani',
    sidik,
    pemegangKini: pejabat?.subjek ?? null,
    oleh: { ...oleh, status: pejabat?.status ?? oleh.status },
    cara: 'elektronik',
    berdasarkan: [dasar],
  };
};
