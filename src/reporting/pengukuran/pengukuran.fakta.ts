import type { Pelaku } from '../../approval/wewenang.js';
import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../../planning/jabatan/jabatan.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { definisiTerukur, renstraTahun, renstraTercatat } from '../../planning/renstra/renstra.fakta.js';
import type { PengukuranCommand, Penjelasan, Ukuran } from './pengukuran.decider.js';
import { periodeTerbuka } from './periode.fakta.js';

export type KunciPengukuran = { pemda: string; opd: string; tahun: number; triwulan: number };
export type PermintaanPengukuran =
  | (Ukuran & Penjelasan & { type: 'CatatRealisasi'; indikator: string })
  | { type: 'Ajukan' }
  | { type: 'Verifikasi' | 'Setujui' }
  | { type: 'Kembalikan'; catatan: string }
  | (Ukuran & { type: 'KoreksiRealisasi'; indikator: string; alasan: string });
type Minta<T extends PermintaanPengukuran['type']> = Extract<PermintaanPengukuran, { type: T }>;

/** The indicator as the Renstra of that year defines it; null when it does not. Refuses with RENSTRA_BELUM_ADA. */
export const faktaIndikator = (
  baca: Baca,
  { pemda, opd, tahun }: { pemda: string; opd: string; tahun: number },
  indikator: string,
): { definisi: DefinisiIndikator | null; dasar: Dasar } => {
  const r = renstraTahun(baca, pemda, opd, tahun) ?? tolak('RENSTRA_BELUM_ADA', { tahun });
  return { definisi: definisiTerukur(r.state, indikator), dasar: r.dasar };
};

type PenanggungJawab = { kunci: string | null; dasar: Dasar[] };
const TAK_MENGIKAT: PenanggungJawab = { kunci: null, dasar: [] };

/** Only an office that exists binds: a Renstra that was taken over from paper holds its printed name. */
const penanggungJawab = (
  baca: Baca,
  { pemda, opd }: KunciPengukuran,
  definisi: DefinisiIndikator | null,
): PenanggungJawab => {
  const kode = definisi?.penanggungJawab ?? null;
  if (kode === null) return TAK_MENGIKAT;
  const k = `${kunci.opd(pemda, opd)}.${kode}`;
  const { state, stream, rev } = baca(jabatan, k);
  return state.status === 'kosong' ? TAK_MENGIKAT : { kunci: k, dasar: [{ rev, stream }] };
};

export const siapkanCatat = (
  baca: Baca,
  k: KunciPengukuran,
  p: Minta<'CatatRealisasi'>,
  { pejabat, peran }: Pelaku,
): PengukuranCommand => {
  const { definisi, dasar } = faktaIndikator(baca, k, p.indikator);
  const periode = periodeTerbuka(baca, k);
  // An operator enters for any Bidang: the history names the operator.
  const pj = peran === 'operator' ? TAK_MENGIKAT : penanggungJawab(baca, k, definisi);
  return {
    type: p.type,
    indikator: p.indikator,
    realisasi: p.realisasi,
    pembilang: p.pembilang,
    penyebut: p.penyebut,
    faktorPendukung: p.faktorPendukung,
    faktorPenghambat: p.faktorPenghambat,
    tindakLanjut: p.tindakLanjut,
    definisi,
    periodeTerbuka: periode.buka,
    penanggungJawab: pj.kunci,
    berdasarkan: [dasar, periode.dasar, ...pj.dasar],
    oleh: pejabat,
    cara: 'elektronik',
  };
};

export const siapkanKoreksi = (
  baca: Baca,
  k: KunciPengukuran,
  p: Minta<'KoreksiRealisasi'>,
  { pejabat }: Pelaku,
): PengukuranCommand => {
  const r = renstraTercatat(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA', { tahun: k.tahun });
  const { dasar } = r;
  const definisi = definisiTerukur(r.state, p.indikator);
  return { ...p, definisi, berdasarkan: [dasar], oleh: pejabat, cara: 'elektronik' };
};

export const siapkanPengajuan = (baca: Baca, k: KunciPengukuran, { pejabat }: Pelaku): PengukuranCommand => {
  const { buka, dasar } = periodeTerbuka(baca, k);
  return {
    type: 'Ajukan',
    periodeTerbuka: buka,
    berdasarkan: [dasar],
    oleh: pejabat,
    cara: 'elektronik',
  };
};
