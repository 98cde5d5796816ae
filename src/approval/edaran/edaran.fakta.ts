import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../../planning/jabatan/jabatan.decider.js';
import { pemda } from '../../planning/pemda/pemda.decider.js';
import { perjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { paraPihak } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import { dasarDari, type Permintaan, type Sah } from '../../planning/permintaan.js';
import { type DokumenBerrute, type Langkah, type Penempatan, tempatkan } from '../jalur.js';
import { pemegangKini, tanggalDi } from '../pemegang-kini.js';
import { rute } from '../rute/rute.decider.js';
import { RUTE_BAWAAN } from '../rute-bawaan.js';
import { type EdaranCommand, edaran, type FaktaEdaran, type PerintahEdaran } from './edaran.decider.js';

/** `jabatan`: the office whose document it is; of an OPD's own documents its kepala. */
export type KunciEdaran = {
  pemda: string;
  dokumen: DokumenBerrute;
  opd: string;
  jabatan: string;
  tahun: number;
};
/** What a person asks; the route, the offices and who has signed are looked up. */
export type PermintaanEdaran =
  | { type: 'Mulai'; bidang: readonly string[] } // codes of offices in the document's OPD
  | Permintaan<PerintahEdaran<'KerjakanLangkah' | 'Kembalikan' | 'Batalkan'>, 'fakta'>
  | Permintaan<PerintahEdaran<'Delegasikan'>, 'fakta' | 'dikenal'>;

type NaskahBeredar = {
  sidik: string | null;
  pihakKedua: string | null;
  ditandatangani: string[];
  dasar: Dasar[];
};
const TANPA_NASKAH: NaskahBeredar = { sidik: null, pihakKedua: null, ditandatangani: [], dasar: [] };

/** The text that waits for signatures; only a PK has one in Amanah as yet. */
const naskahBeredar = (baca: Baca, k: KunciEdaran): NaskahBeredar => {
  if (k.dokumen !== 'perjanjian-kinerja') return TANPA_NASKAH;
  const pk = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun));
  const akhir = pk.state.versi.at(-1);
  if (akhir?.status !== 'diajukan') return { ...TANPA_NASKAH, dasar: dasarDari([pk]) };
  const ditandatangani = akhir.penandatangan.map((p) => p.oleh.jabatan);
  const pihakKedua = akhir.naskah.pihakKedua?.jabatan ?? null;
  return { sidik: akhir.sidik, pihakKedua, ditandatangani, dasar: dasarDari([pk]) };
};

const wajibAda = (baca: Baca, kunciJabatan: string): Dasar => {
  const { state, stream, rev } = baca(jabatan, kunciJabatan);
  if (state.status === 'kosong') return tolak('JABATAN_BELUM_ADA', { jabatan: kunciJabatan });
  return state.ditutup === null ? { rev, stream } : tolak('JABATAN_DITUTUP', { jabatan: kunciJabatan });
};

const menyebutAtasan = ({ oleh, eskalasi }: Langkah): boolean =>
  oleh.cara === 'atasan' || eskalasi?.cara === 'atasan';

/** Of a PK the Pihak Kedua as its text names it; else asked only where the route says so, for some have nobody above. */
const atasanDari = (
  baca: Baca,
  k: KunciEdaran,
  langkah: readonly Langkah[],
  naskah: NaskahBeredar,
  kini: Date,
) => {
  if (naskah.sidik !== null) return naskah.pihakKedua;
  return langkah.some(menyebutAtasan) ? (paraPihak(baca, k, kini).kedua?.pihak.jabatan ?? null) : null;
};

const penempatan = (
  { pemda, opd, jabatan: pemilik }: KunciEdaran,
  atasan: string | null,
  bidang: readonly string[],
): Penempatan => ({
  pemda,
  opd,
  pemilik: kunci.jabatan(pemda, opd, pemilik),
  atasan,
  bidang: [...new Set(bidang)].map((b) => kunci.jabatan(pemda, opd, b)),
});

const siapkanMulai = (
  baca: Baca,
  k: KunciEdaran,
  bidang: readonly string[],
  sah: Sah,
  kini: Date,
): PerintahEdaran<'Mulai'> => {
  const r = baca(rute, kunci.rute(k.pemda, k.dokumen));
  const isi = r.state.berlaku?.langkah ?? RUTE_BAWAAN[k.dokumen];
  const naskah = naskahBeredar(baca, k);
  const langkah = tempatkan(isi, penempatan(k, atasanDari(baca, k, isi, naskah, kini), bidang));
  const para = new Set(langkah.flatMap((l) => [...l.jabatan, ...(l.eskalasi === null ? [] : [l.eskalasi])]));
  const jabatan = [...para].map((j) => wajibAda(baca, j));
  const { sidik, ditandatangani, dasar } = naskah;
  return {
    type: 'Mulai',
    dokumen: k.dokumen,
    versiRute: r.state.berlaku?.versi ?? 0,
    langkah,
    sidik,
    ditandatangani,
    berdasarkan: [...dasarDari([r]), ...dasar, ...jabatan],
    ...sah,
  };
};

const faktaDari = (baca: Baca, k: KunciEdaran, id: string, { oleh }: Sah, kini: Date): FaktaEdaran => {
  const { delegasi } = baca(edaran, id).state;
  const pemegang = (j: string): string | null => pemegangKini(baca, k.pemda, j, kini).pejabat?.subjek ?? null;
  const { sidik, ditandatangani } = naskahBeredar(baca, k);
  return {
    tanggal: tanggalDi(baca(pemda, kunci.pemda(k.pemda)).state.zona ?? 'WIB', kini),
    pemegang: pemegang(oleh.jabatan),
    pemberi: Object.fromEntries(delegasi.map((d) => [d.jabatan, pemegang(d.jabatan)])),
    sidik,
    ditandatangani,
  };
};

export const kunciEdaran = (k: KunciEdaran): string =>
  kunci.edaran(k.pemda, k.dokumen, k.opd, k.jabatan, k.tahun);

/** Makes the command out of what was asked and what the other documents say. */
export const siapkanEdaran = (
  baca: Baca,
  k: KunciEdaran,
  p: PermintaanEdaran,
  sah: Sah,
  kini: Date,
): EdaranCommand => {
  if (p.type === 'Mulai') return siapkanMulai(baca, k, p.bidang, sah, kini);
  if (p.type === 'Batalkan') return { ...p, ...sah };
  const fakta = faktaDari(baca, k, kunciEdaran(k), sah, kini);
  if (p.type !== 'Delegasikan') return { ...p, ...sah, fakta };
  const { state } = baca(jabatan, p.kepada);
  return { ...p, ...sah, fakta, dikenal: state.status === 'dibentuk' && state.ditutup === null };
};
