import type { Cara, Dasar, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { sidikDari } from '../../kernel/sidik.js';
import { alasan } from '../../kernel/teks.js';
import type { Polaritas } from '../../reporting/capaian.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';
import {
  type FaktaGiliran,
  type FaktaKertas,
  type TandaTanganBasah,
  tandatanganBasah,
} from './basah.decider.js';
import { catatKebutuhan, tutupKebutuhan } from './kebutuhan.decider.js';
import { naskahSah, wajibSama } from './naskah.decider.js';
import { catatBelumPasti, pastikanHasil, tandatangani } from './tanda-tangan.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type SebabPerubahan =
  | 'pergantian-pejabat'
  | 'perubahan-apbd'
  | 'perubahan-strategi'
  | 'perubahan-prioritas';
export type Pihak = { jabatan: string; sebutan: string; status: StatusPejabat | null }; // jabatan: the office's key
/** A target of the PK of an office above (its key) that another one serves. */
export type TargetAtasan = { jabatan: string; indikator: string };
/** What is promised although the Renstra does not have it: for which sasaran, why, and how it is judged. */
export type LuarRenstra = {
  sasaran: string;
  alasan: string;
  polaritas: Polaritas;
  urutanPredikat: string[] | null; // polaritas predikat only, worst first
};
export type TargetPk = {
  indikator: string;
  nama: string;
  satuan: string;
  target: string;
  // Both are left out where they say nothing, so that a text without them has the fingerprint it always had.
  melayani?: TargetAtasan;
  luarRenstra?: LuarRenstra;
};
/** The text that the parties agree on; its fingerprint is what they sign. */
export type Naskah = {
  pemda: string;
  opd: string;
  jabatan: string;
  tahun: number;
  versi: number; // 1: murni; 2, 3, …: perubahan
  jenis: Jenis;
  sebab: SebabPerubahan | null;
  tanggal: string | null; // the document's own date
  pihakPertama: Pihak;
  pihakKedua: Pihak | null; // null: the kepala daerah's own, there and only there
  target: TargetPk[];
  anggaran: { program: string; nama: string; pagu: string; keterangan: string | null }[];
};
/** Who held the two offices (subject ids) when the text was proposed; null: not known to Amanah (taken over from paper). */
export type Pemegang = { pertama: string | null; kedua: string | null };
/** Of a signature that stands in the file itself. Files are named by the SHA-256 of their bytes. */
export type BuktiTte = {
  berkasDilihat: string; // what was shown, and signed
  berkasHasil: string; // the same with the signature in it
  penyedia: 'tertanam' | 'bsre-v2';
  jaminan: 'tidak-tersertifikasi' | 'tersertifikasi';
  sertifikat: string; // SHA-256 of the signer's certificate (DER)
  tingkat: 'B-B' | 'B-T';
  pada: string; // when it was signed, ISO 8601 UTC
};
/** An attempt whose outcome only the provider knows. */
export type Percobaan = { idPermintaan: string; penyedia: BuktiTte['penyedia']; berkasDilihat: string };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PkEvent =
  | {
      type: 'PerjanjianKinerjaDiajukan';
      // idPeriksa: under which the public page shows this text; random, and of this text alone
      data: Oleh & {
        naskah: Naskah;
        sidik: string;
        pemegang: Pemegang;
        berdasarkan: Dasar[];
        idPeriksa?: string;
      };
    }
  | { type: 'PerjanjianKinerjaDikembalikan'; data: Oleh & { versi: number; catatan: string } } // by Pihak Kedua, with a note
  | { type: 'PerjanjianKinerjaDibatalkan'; data: Oleh & { versi: number; alasan: string } } // withdrawn before both signed
  | {
      type: 'PerjanjianKinerjaDitandatangani';
      // bukti: of a signature in the file; basah: by hand on the paper of this very text, whose scan is in the archive
      data: Oleh & {
        versi: number;
        pihak: 1 | 2;
        sidik: string;
        berdasarkan: Dasar[];
        bukti?: BuktiTte;
        basah?: TandaTanganBasah;
      };
    }
  | {
      type: 'HasilTandaTanganBelumPasti'; // the provider was asked, and did not answer
      data: Oleh & Percobaan & { versi: number; pihak: 1 | 2; sidik: string };
    }
  // alasan: how it was found out; where the signature was found its own event follows
  | {
      type: 'HasilTandaTanganDipastikan';
      data: Oleh & {
        versi: number;
        pihak: 1 | 2;
        idPermintaan: string;
        hasil: 'ditemukan' | 'tidak-ditandatangani';
        alasan: string;
      };
    }
  | { type: 'PerjanjianKinerjaBerlaku'; data: { versi: number; sidik: string } }
  | { type: 'PerjanjianKinerjaDigantikan'; data: { versi: number; olehVersi: number } }
  // versi: the one in force, that a PK Perubahan would replace; sebelum: the reason that was recorded before
  | {
      type: 'KebutuhanPkPerubahanDicatat';
      data: Oleh & { versi: number; sebab: SebabPerubahan; alasan: string; sebelum: string | null };
    }
  // berdasarkan: the office and the budget as they stood when it was decided that the PK stays as it is
  | {
      type: 'KebutuhanPkPerubahanDitutup';
      data: Oleh & { versi: number; sebab: SebabPerubahan; alasan: string; berdasarkan: Dasar[] };
    };
export type PkCommand =
  | (Oleh & {
      type: 'Ajukan';
      naskah: Omit<Naskah, 'versi'>;
      /** dicatat: which version the paper is, by its place in the file (1: murni, 2: first perubahan); null: the next one. */
      versi: number | null;
      pemegang: Pemegang;
      /** What the year's Renstra and program tree define of what the naskah names. */
      dikenal: {
        indikator: readonly DefinisiIndikator[];
        program: readonly string[];
        /** The targets in the PK of the offices above, of those that a target names. */
        atasan: readonly TargetAtasan[];
      };
      berdasarkan: Dasar[];
      idPeriksa?: string;
    })
  | (Oleh & { type: 'Kembalikan'; catatan: string })
  | (Oleh & { type: 'Batalkan'; alasan: string })
  | (Oleh & {
      type: 'Tandatangani';
      sidik: string;
      /** Who holds the signer's office today; null: nobody. */
      pemegangKini: string | null;
      berdasarkan: Dasar[];
      /** Of a signature in the file, made for the text with this idPeriksa. */
      bukti?: BuktiTte & { idPeriksa: string };
    })
  | (Oleh & Percobaan & { type: 'CatatBelumPasti'; sidik: string; idPeriksa: string })
  | (Oleh & {
      type: 'PastikanHasil';
      idPermintaan: string;
      alasan: string;
      /** The signature that was found at the provider; null: it was never made. */
      bukti: BuktiTte | null;
    })
  | (Oleh & {
      type: 'CatatTandaTanganBasah';
      sidik: string;
      berkas: string; // SHA-256 of the scan
      kertas: FaktaKertas | null;
      giliran: FaktaGiliran;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'CatatKebutuhan'; sebab: SebabPerubahan; alasan: string })
  | (Oleh & { type: 'TutupKebutuhan'; sebab: SebabPerubahan; alasan: string; berdasarkan: Dasar[] });
type Perintah<T extends PkCommand['type']> = Extract<PkCommand, { type: T }>;

export type Penandatangan = {
  readonly pihak: 1 | 2;
  readonly oleh: Pejabat;
  readonly cara: Cara;
  readonly bukti?: BuktiTte;
  readonly basah?: TandaTanganBasah;
};
export type HasilBelumPasti = Percobaan & { readonly pihak: 1 | 2; readonly oleh: Pejabat };
export type VersiPk = {
  readonly status: 'diajukan' | 'dikembalikan' | 'dibatalkan' | 'berlaku' | 'digantikan';
  readonly naskah: Naskah;
  readonly sidik: string;
  readonly pemegang: Pemegang;
  readonly penandatangan: readonly Penandatangan[];
  /** Null: taken over from paper, or proposed before there were files. */
  readonly idPeriksa: string | null;
  /** Attempts of this text whose outcome nobody found out yet. */
  readonly belumPasti: readonly HasilBelumPasti[];
};
/** What was last said of one cause for a PK Perubahan; it holds for the version that was in force. */
export type Kebutuhan =
  | { readonly status: 'dicatat'; readonly versi: number; readonly alasan: string }
  | {
      readonly status: 'ditutup';
      readonly versi: number;
      readonly alasan: string;
      readonly berdasarkan: readonly Dasar[];
    };
export type Pk = {
  /** Oldest first: version n stands at n - 1, with the last text that was proposed for it. */
  readonly versi: readonly VersiPk[];
  readonly kebutuhan: ReadonlyMap<SebabPerubahan, Kebutuhan>;
};

/** The newest version that both parties have signed. */
export const pkBerlaku = (pk: Pk): Naskah | null =>
  pk.versi.findLast((v) => v.status === 'berlaku')?.naskah ?? null;

/** Not sent back and not withdrawn. */
export const hidup = ({ status }: VersiPk): boolean => status !== 'dikembalikan' && status !== 'dibatalkan';

/** The indicators promised in the PK in force, or in a text that waits for its signatures. */
export const dijanjikan = (pk: Pk): readonly string[] =>
  pk.versi
    .filter((v) => v.status === 'berlaku' || v.status === 'diajukan')
    .flatMap((v) => v.naskah.target.map((t) => t.indikator));

/** Whether the PK in force promises this indicator. */
export const dalamPk = (pk: Pk, indikator: string): boolean =>
  pkBerlaku(pk)?.target.some((t) => t.indikator === indikator) ?? false;

export const pihakDari = ({ jabatan }: Pejabat, naskah: Naskah): 1 | 2 =>
  jabatan === naskah.pihakPertama.jabatan
    ? 1
    : jabatan === naskah.pihakKedua?.jabatan
      ? 2
      : tolak('PK_BUKAN_PENANDATANGAN', { jabatan });

/** The version that waits for signatures. */
export const berjalan = (pk: Pk): VersiPk => {
  const akhir = pk.versi.at(-1);
  if (akhir?.status === 'diajukan') return akhir;
  return tolak(akhir?.status === 'berlaku' ? 'PK_SUDAH_BERLAKU' : 'PK_BELUM_DIAJUKAN');
};

const nomorVersi = (c: Perintah<'Ajukan'>, pk: Pk): number => {
  if (c.naskah.jenis === 'murni') return 1;
  const versi = c.versi ?? (pkBerlaku(pk)?.versi ?? 0) + 1;
  const ada = pk.versi[versi - 1] !== undefined && versi > 1;
  return ada || pk.versi[versi - 2]?.status === 'berlaku'
    ? versi
    : tolak('PK_MURNI_BELUM_BERLAKU', { versi });
};

const pemegangSama = (a: Pemegang, b: Pemegang): boolean => a.pertama === b.pertama && a.kedua === b.kedua;

/** Who signs is who held the office when the text was proposed: without a holder it could never be signed. */
const wajibBerpejabat = ({ pihakPertama, pihakKedua }: Naskah, { pertama, kedua }: Pemegang): void => {
  if (pertama === null) tolak('JABATAN_TANPA_PEJABAT', { jabatan: pihakPertama.jabatan });
  if (pihakKedua !== null && kedua === null) tolak('JABATAN_TANPA_PEJABAT', { jabatan: pihakKedua.jabatan });
};

const ajukan = (c: Perintah<'Ajukan'>, pk: Pk): PkEvent[] => {
  const { oleh, cara, pemegang, berdasarkan } = c;
  const naskah = naskahSah(c, nomorVersi(c, pk));
  const sidik = sidikDari(naskah);
  const ada = pk.versi[naskah.versi - 1];
  if (ada !== undefined && hidup(ada)) {
    if (cara === 'dicatat') {
      wajibSama(ada.naskah, naskah);
      return [];
    }
    if (ada.status !== 'diajukan') return tolak('PK_SUDAH_BERLAKU', { versi: naskah.versi });
    return ada.sidik === sidik && pemegangSama(ada.pemegang, pemegang)
      ? []
      : tolak('PK_SUDAH_ADA', { versi: naskah.versi });
  }
  if (cara === 'elektronik') {
    if (oleh.jabatan === naskah.pihakKedua?.jabatan)
      return tolak('PK_BUKAN_PENGAJU', { jabatan: oleh.jabatan });
    wajibBerpejabat(naskah, pemegang);
    if (pemegang.pertama === pemegang.kedua) return tolak('ORANG_SAMA');
  }
  const periksa = c.idPeriksa === undefined ? {} : { idPeriksa: c.idPeriksa };
  const data = { naskah, sidik, pemegang, oleh, cara, berdasarkan, ...periksa };
  return [{ type: 'PerjanjianKinerjaDiajukan', data }];
};

const kembalikan = ({ oleh, cara, catatan }: Perintah<'Kembalikan'>, pk: Pk): PkEvent[] => {
  const { naskah } = berjalan(pk);
  if (pihakDari(oleh, naskah) !== 2) return tolak('PK_BUKAN_PENANDATANGAN', { jabatan: oleh.jabatan });
  const data = { versi: naskah.versi, catatan: alasan(catatan), oleh, cara };
  return [{ type: 'PerjanjianKinerjaDikembalikan', data }];
};

const batalkan = ({ oleh, cara, ...c }: Perintah<'Batalkan'>, pk: Pk): PkEvent[] => {
  const { naskah } = berjalan(pk);
  const data = { versi: naskah.versi, alasan: alasan(c.alasan), oleh, cara };
  return [{ type: 'PerjanjianKinerjaDibatalkan', data }];
};

const versiBerlaku = (pk: Pk): number => pkBerlaku(pk)?.versi ?? tolak('PK_MURNI_BELUM_BERLAKU');

const decide = (c: PkCommand, pk: Pk): PkEvent[] => {
  switch (c.type) {
    case 'Ajukan':
      return ajukan(c, pk);
    case 'Kembalikan':
      return kembalikan(c, pk);
    case 'Batalkan':
      return batalkan(c, pk);
    case 'Tandatangani':
      return tandatangani(c, pk);
    case 'CatatTandaTanganBasah':
      return tandatanganBasah(c, pk);
    case 'CatatBelumPasti':
      return catatBelumPasti(c, pk);
    case 'PastikanHasil':
      return pastikanHasil(c, pk);
    case 'CatatKebutuhan':
      return catatKebutuhan(c, pk, versiBerlaku(pk));
    case 'TutupKebutuhan':
      return tutupKebutuhan(c, pk, versiBerlaku(pk));
  }
};

const ubah = (pk: Pk, versi: number, perubahan: (v: VersiPk) => Partial<VersiPk>): Pk => ({
  ...pk,
  versi: pk.versi.map((v, i) => (i === versi - 1 ? { ...v, ...perubahan(v) } : v)),
});

const evolve = (pk: Pk, { type, data }: PkEvent): Pk => {
  switch (type) {
    case 'PerjanjianKinerjaDiajukan': {
      const { naskah, sidik, pemegang, idPeriksa = null } = data;
      const awal = { status: 'diajukan', penandatangan: [], belumPasti: [] } as const;
      const baru: VersiPk = { ...awal, naskah, sidik, pemegang, idPeriksa };
      return { ...pk, versi: [...pk.versi.slice(0, naskah.versi - 1), baru] };
    }
    case 'PerjanjianKinerjaDikembalikan':
      return ubah(pk, data.versi, () => ({ status: 'dikembalikan' }));
    case 'PerjanjianKinerjaDibatalkan':
      return ubah(pk, data.versi, () => ({ status: 'dibatalkan' }));
    case 'PerjanjianKinerjaDitandatangani': {
      const { pihak, oleh, cara, bukti, basah } = data;
      const satu: Penandatangan = { pihak, oleh, cara, ...(bukti && { bukti }), ...(basah && { basah }) };
      return ubah(pk, data.versi, (v) => ({
        penandatangan: [...v.penandatangan, satu],
        belumPasti: v.belumPasti.filter((b) => b.pihak !== pihak),
      }));
    }
    case 'HasilTandaTanganBelumPasti': {
      const { pihak, oleh, idPermintaan, penyedia, berkasDilihat } = data;
      const satu = { pihak, oleh, idPermintaan, penyedia, berkasDilihat };
      return ubah(pk, data.versi, (v) => ({ belumPasti: [...v.belumPasti, satu] }));
    }
    case 'HasilTandaTanganDipastikan':
      return ubah(pk, data.versi, (v) => ({
        belumPasti: v.belumPasti.filter((b) => b.idPermintaan !== data.idPermintaan),
      }));
    case 'PerjanjianKinerjaBerlaku':
      return ubah(pk, data.versi, () => ({ status: 'berlaku' }));
    case 'PerjanjianKinerjaDigantikan':
      return ubah(pk, data.versi, () => ({ status: 'digantikan' }));
    case 'KebutuhanPkPerubahanDicatat': {
      const { sebab, versi, alasan } = data;
      return { ...pk, kebutuhan: new Map(pk.kebutuhan).set(sebab, { status: 'dicatat', versi, alasan }) };
    }
    case 'KebutuhanPkPerubahanDitutup': {
      const { sebab, versi, alasan, berdasarkan } = data;
      const ditutup = { status: 'ditutup', versi, alasan, berdasarkan } as const;
      return { ...pk, kebutuhan: new Map(pk.kebutuhan).set(sebab, ditutup) };
    }
  }
};

export const perjanjianKinerja: Decider<Pk, PkCommand, PkEvent> = {
  kategori: 'PerjanjianKinerja',
  initial: { versi: [], kebutuhan: new Map() },
  decide,
  evolve,
};
