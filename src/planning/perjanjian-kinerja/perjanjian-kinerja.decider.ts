import type { Cara, Dasar, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { sidikDari } from '../../kernel/sidik.js';
import { alasan } from '../../kernel/teks.js';
import type { Polaritas } from '../../reporting/capaian.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';
import { type FaktaKertas, type TandaTanganBasah, tandatanganBasah } from './basah.decider.js';
import { catatKebutuhan, tutupKebutuhan } from './kebutuhan.decider.js';
import { naskahSah, wajibSama } from './naskah.decider.js';

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

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PkEvent =
  | {
      type: 'PerjanjianKinerjaDiajukan';
      data: Oleh & { naskah: Naskah; sidik: string; pemegang: Pemegang; berdasarkan: Dasar[] };
    }
  | { type: 'PerjanjianKinerjaDikembalikan'; data: Oleh & { versi: number; catatan: string } } // by Pihak Kedua, with a note
  | { type: 'PerjanjianKinerjaDibatalkan'; data: Oleh & { versi: number; alasan: string } } // withdrawn before both signed
  | {
      type: 'PerjanjianKinerjaDitandatangani';
      // basah: by hand on the paper of this very text; the scan is in the archive
      data: Oleh & {
        versi: number;
        pihak: 1 | 2;
        sidik: string;
        berdasarkan: Dasar[];
        basah?: TandaTanganBasah;
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
    })
  | (Oleh & { type: 'Kembalikan'; catatan: string })
  | (Oleh & { type: 'Batalkan'; alasan: string })
  | (Oleh & {
      type: 'Tandatangani';
      sidik: string;
      /** Who holds the signer's office today; null: nobody. */
      pemegangKini: string | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'CatatTandaTanganBasah';
      sidik: string;
      berkas: string; // SHA-256 of the scan
      kertas: FaktaKertas | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'CatatKebutuhan'; sebab: SebabPerubahan; alasan: string })
  | (Oleh & { type: 'TutupKebutuhan'; sebab: SebabPerubahan; alasan: string; berdasarkan: Dasar[] });
type Perintah<T extends PkCommand['type']> = Extract<PkCommand, { type: T }>;

export type Penandatangan = {
  readonly pihak: 1 | 2;
  readonly oleh: Pejabat;
  readonly cara: Cara;
  readonly basah?: TandaTanganBasah;
};
export type VersiPk = {
  readonly status: 'diajukan' | 'dikembalikan' | 'dibatalkan' | 'berlaku' | 'digantikan';
  readonly naskah: Naskah;
  readonly sidik: string;
  readonly pemegang: Pemegang;
  readonly penandatangan: readonly Penandatangan[];
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

export const hidup = ({ status }: VersiPk): boolean => status !== 'dikembalikan' && status !== 'dibatalkan';

/** The indicators promised in the PK in force, or in a text that waits for its signatures. */
export const dijanjikan = (pk: Pk): readonly string[] =>
  pk.versi
    .filter((v) => v.status === 'berlaku' || v.status === 'diajukan')
    .flatMap((v) => v.naskah.target.map((t) => t.indikator));

/** Whether the PK in force promises this indicator. */
export const dalamPk = (pk: Pk, indikator: string): boolean =>
  pkBerlaku(pk)?.target.some((t) => t.indikator === indikator) ?? false;

const pihakDari = ({ jabatan }: Pejabat, naskah: Naskah): 1 | 2 =>
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
    if (pemegang.pertama !== null && pemegang.pertama === pemegang.kedua) return tolak('ORANG_SAMA');
  }
  return [{ type: 'PerjanjianKinerjaDiajukan', data: { naskah, sidik, pemegang, oleh, cara, berdasarkan } }];
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

/** One person holds the signer's office since the text was proposed, is the one who signs, and has not signed for the other party. */
const wajibPemegang = (c: Perintah<'Tandatangani'>, v: VersiPk, pihak: 1 | 2): void => {
  const { oleh, pemegangKini } = c;
  if (pemegangKini === null) tolak('JABATAN_TANPA_PEJABAT', { jabatan: oleh.jabatan });
  if (oleh.subjek !== pemegangKini) tolak('TIDAK_BERWENANG', { jabatan: oleh.jabatan });
  // Before PEJABAT_BERGANTI: who holds both offices by now is told so, and not that somebody came after him.
  if (v.penandatangan.some((p) => p.oleh.subjek === oleh.subjek)) tolak('ORANG_SAMA');
  const saatDiajukan = pihak === 1 ? v.pemegang.pertama : v.pemegang.kedua;
  if (saatDiajukan !== pemegangKini) tolak('PEJABAT_BERGANTI', { jabatan: oleh.jabatan });
};

/** What follows from the last signature: this version holds, and the one before it no longer does. */
export const berlakukan = (pk: Pk, { naskah: { versi }, sidik }: VersiPk): PkEvent[] => {
  const lama = pkBerlaku(pk);
  return [
    { type: 'PerjanjianKinerjaBerlaku', data: { versi, sidik } },
    ...(lama === null
      ? []
      : [{ type: 'PerjanjianKinerjaDigantikan' as const, data: { versi: lama.versi, olehVersi: versi } }]),
  ];
};

const tandatangani = (c: Perintah<'Tandatangani'>, pk: Pk): PkEvent[] => {
  const { oleh, cara, sidik, berdasarkan } = c;
  const terbaca = pk.versi.findLast((v) => v.sidik === sidik && hidup(v));
  if (terbaca?.penandatangan.some((p) => p.oleh.jabatan === oleh.jabatan)) return []; // signed already
  const v = berjalan(pk);
  const pihak = pihakDari(oleh, v.naskah);
  if (sidik !== v.sidik) return tolak('PK_NASKAH_BERBEDA', { sidik: v.sidik }); // sign only the text that was read
  if (pihak === 2 && v.penandatangan.length === 0) return tolak('PK_MENUNGGU_PIHAK_PERTAMA');
  if (cara === 'elektronik') wajibPemegang(c, v, pihak);
  const { versi } = v.naskah;
  const signed: PkEvent = {
    type: 'PerjanjianKinerjaDitandatangani',
    data: { versi, pihak, sidik, oleh, cara, berdasarkan },
  };
  return pihak === 1 && v.naskah.pihakKedua !== null ? [signed] : [signed, ...berlakukan(pk, v)];
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
      const { naskah, sidik, pemegang } = data;
      const baru: VersiPk = { status: 'diajukan', naskah, sidik, pemegang, penandatangan: [] };
      return { ...pk, versi: [...pk.versi.slice(0, naskah.versi - 1), baru] };
    }
    case 'PerjanjianKinerjaDikembalikan':
      return ubah(pk, data.versi, () => ({ status: 'dikembalikan' }));
    case 'PerjanjianKinerjaDibatalkan':
      return ubah(pk, data.versi, () => ({ status: 'dibatalkan' }));
    case 'PerjanjianKinerjaDitandatangani': {
      const { pihak, oleh, cara, basah } = data;
      const baru: Penandatangan = { pihak, oleh, cara, ...(basah && { basah }) };
      return ubah(pk, data.versi, (v) => ({ penandatangan: [...v.penandatangan, baru] }));
    }
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
