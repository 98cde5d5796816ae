import { samaNilai } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { sidikDari } from '../../kernel/sidik.js';
import { alasan, kodeBebas, label, tanggalSah, teksAtauNull } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type SebabPerubahan =
  | 'pergantian-pejabat'
  | 'perubahan-apbd'
  | 'perubahan-strategi'
  | 'perubahan-prioritas';
export type Pihak = { jabatan: string; sebutan: string; status: StatusPejabat | null }; // jabatan: the office's key
/** The text that both parties agree on; its fingerprint is what they sign. */
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
  pihakKedua: Pihak;
  target: { indikator: string; nama: string; satuan: string; target: string }[];
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
      data: Oleh & { versi: number; pihak: 1 | 2; sidik: string; berdasarkan: Dasar[] };
    }
  | { type: 'PerjanjianKinerjaBerlaku'; data: { versi: number; sidik: string } }
  | { type: 'PerjanjianKinerjaDigantikan'; data: { versi: number; olehVersi: number } };
export type PkCommand =
  | (Oleh & {
      type: 'Ajukan';
      naskah: Omit<Naskah, 'versi'>;
      /** dicatat: which version the paper is, by its place in the file (1: murni, 2: first perubahan); null: the next one. */
      versi: number | null;
      pemegang: Pemegang;
      /** What the year's Renstra and program tree define of what the naskah names. */
      dikenal: { indikator: readonly DefinisiIndikator[]; program: readonly string[] };
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
    });
type Perintah<T extends PkCommand['type']> = Extract<PkCommand, { type: T }>;

export type Penandatangan = { readonly pihak: 1 | 2; readonly oleh: Pejabat; readonly cara: Cara };
export type VersiPk = {
  readonly status: 'diajukan' | 'dikembalikan' | 'dibatalkan' | 'berlaku' | 'digantikan';
  readonly naskah: Naskah;
  readonly sidik: string;
  readonly pemegang: Pemegang;
  readonly penandatangan: readonly Penandatangan[];
};
/** Every version, oldest first: version n stands at n - 1, with the last text that was proposed for it. */
export type Pk = { readonly versi: readonly VersiPk[] };

/** The newest version that both parties have signed. */
export const pkBerlaku = (pk: Pk): Naskah | null =>
  pk.versi.findLast((v) => v.status === 'berlaku')?.naskah ?? null;

/** Whether the PK in force promises this indicator. */
export const dalamPk = (pk: Pk, indikator: string): boolean =>
  pkBerlaku(pk)?.target.some((t) => t.indikator === indikator) ?? false;

const pihakDari = ({ jabatan }: Pejabat, naskah: Naskah): 1 | 2 =>
  jabatan === naskah.pihakPertama.jabatan
    ? 1
    : jabatan === naskah.pihakKedua.jabatan
      ? 2
      : tolak('PK_BUKAN_PENANDATANGAN', { jabatan });

/** The version that waits for signatures. */
const berjalan = (pk: Pk): VersiPk => {
  const akhir = pk.versi.at(-1);
  if (akhir?.status === 'diajukan') return akhir;
  return tolak(akhir?.status === 'berlaku' ? 'PK_SUDAH_BERLAKU' : 'PK_BELUM_DIAJUKAN');
};

const wajibTunggal = (bagian: 'indikator' | 'program', kode: readonly string[]): void => {
  const ganda = kode.find((k, i) => kode.indexOf(k) !== i);
  if (ganda !== undefined) tolak('PK_TARGET_GANDA', { [bagian]: ganda });
};

const wajibDikenal = ({ naskah, dikenal }: Perintah<'Ajukan'>): void => {
  for (const { indikator, target } of naskah.target) {
    const d =
      dikenal.indikator.find((i) => i.kode === indikator) ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
    if (!nilaiSah(d.polaritas, d.urutanPredikat, target, 'target'))
      tolak('NILAI_TIDAK_SAH', { indikator, nilai: target });
  }
  for (const { program } of naskah.anggaran)
    if (!dikenal.program.includes(program)) tolak('PROGRAM_TIDAK_DIKENAL', { program });
};

const pihakSah = ({ jabatan, sebutan, status }: Pihak): Pihak => ({
  jabatan,
  sebutan: label(sebutan),
  status,
});

/** The text as it will be signed, every part of it checked. */
const naskahSah = (c: Perintah<'Ajukan'>, versi: number): Naskah => {
  const n = c.naskah;
  if (n.jenis === 'perubahan' && n.sebab === null) return tolak('PK_SEBAB_WAJIB');
  if (n.target.length === 0) return tolak('PK_TANPA_TARGET');
  if (n.pihakPertama.jabatan === n.pihakKedua.jabatan) return tolak('ORANG_SAMA');
  wajibTunggal(
    'indikator',
    n.target.map((t) => t.indikator),
  );
  wajibTunggal(
    'program',
    n.anggaran.map((a) => a.program),
  );
  wajibDikenal(c);
  return {
    pemda: n.pemda,
    opd: n.opd,
    jabatan: n.jabatan,
    tahun: n.tahun,
    versi,
    jenis: n.jenis,
    sebab: n.sebab,
    tanggal: n.tanggal === null ? null : tanggalSah(n.tanggal),
    pihakPertama: pihakSah(n.pihakPertama),
    pihakKedua: pihakSah(n.pihakKedua),
    target: n.target.map((t) => ({ ...t, indikator: kodeBebas(t.indikator) })),
    anggaran: n.anggaran.map((a) => ({
      ...a,
      pagu: rupiah(a.pagu).toString(),
      keterangan: teksAtauNull(a.keterangan),
    })),
  };
};

type Pernyataan = { bagian: string; kode: string | null; nilai: string | null };

/** What a naskah states, fact by fact; what it leaves out (null) says nothing. */
const pernyataan = (n: Naskah): Pernyataan[] => [
  { bagian: 'jenis', kode: null, nilai: n.jenis },
  { bagian: 'sebab', kode: null, nilai: n.sebab },
  { bagian: 'tanggal', kode: null, nilai: n.tanggal },
  { bagian: 'pihakPertama', kode: null, nilai: n.pihakPertama.sebutan },
  { bagian: 'pihakPertama.status', kode: null, nilai: n.pihakPertama.status },
  { bagian: 'pihakKedua', kode: null, nilai: n.pihakKedua.sebutan },
  { bagian: 'pihakKedua.status', kode: null, nilai: n.pihakKedua.status },
  ...n.target.map((t) => ({ bagian: 'target', kode: t.indikator, nilai: t.target })),
  ...n.anggaran.map((a) => ({ bagian: 'pagu', kode: a.program, nilai: a.pagu })),
  ...n.anggaran.map((a) => ({ bagian: 'keterangan', kode: a.program, nilai: a.keterangan })),
];

const wajibSama = (lama: Naskah, baru: Naskah): void => {
  const tercatat = pernyataan(lama);
  for (const { bagian, kode, nilai } of pernyataan(baru)) {
    const sebelum = tercatat.find((p) => p.bagian === bagian && p.kode === kode)?.nilai ?? null;
    if (nilai !== null && !samaNilai(sebelum, nilai))
      tolak('SUDAH_ADA_BERBEDA', { bagian, kode, sebelum, sesudah: nilai });
  }
};

const nomorVersi = (c: Perintah<'Ajukan'>, pk: Pk): number => {
  if (c.naskah.jenis === 'murni') return 1;
  const versi = c.versi ?? (pkBerlaku(pk)?.versi ?? 0) + 1;
  const ada = pk.versi[versi - 1] !== undefined && versi > 1;
  return ada || pk.versi[versi - 2]?.status === 'berlaku'
    ? versi
    : tolak('PK_MURNI_BELUM_BERLAKU', { versi });
};

const hidup = ({ status }: VersiPk): boolean => status !== 'dikembalikan' && status !== 'dibatalkan';

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
    if (oleh.jabatan === naskah.pihakKedua.jabatan)
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
  // Before PEJABAT_BERGANTI: proposing again would not help the one who already signed for the other side.
  if (v.penandatangan.some((p) => p.oleh.subjek === oleh.subjek)) tolak('ORANG_SAMA');
  const saatDiajukan = pihak === 1 ? v.pemegang.pertama : v.pemegang.kedua;
  if (saatDiajukan !== pemegangKini) tolak('PEJABAT_BERGANTI', { jabatan: oleh.jabatan });
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
  if (pihak === 1) return [signed];
  const lama = pkBerlaku(pk);
  return [
    signed,
    { type: 'PerjanjianKinerjaBerlaku', data: { versi, sidik } },
    ...(lama === null
      ? []
      : [{ type: 'PerjanjianKinerjaDigantikan' as const, data: { versi: lama.versi, olehVersi: versi } }]),
  ];
};

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
  }
};

const ubah = (pk: Pk, versi: number, perubahan: (v: VersiPk) => Partial<VersiPk>): Pk => ({
  versi: pk.versi.map((v, i) => (i === versi - 1 ? { ...v, ...perubahan(v) } : v)),
});

const evolve = (pk: Pk, { type, data }: PkEvent): Pk => {
  switch (type) {
    case 'PerjanjianKinerjaDiajukan': {
      const { naskah, sidik, pemegang } = data;
      const baru: VersiPk = { status: 'diajukan', naskah, sidik, pemegang, penandatangan: [] };
      return { versi: [...pk.versi.slice(0, naskah.versi - 1), baru] };
    }
    case 'PerjanjianKinerjaDikembalikan':
      return ubah(pk, data.versi, () => ({ status: 'dikembalikan' }));
    case 'PerjanjianKinerjaDibatalkan':
      return ubah(pk, data.versi, () => ({ status: 'dibatalkan' }));
    case 'PerjanjianKinerjaDitandatangani': {
      const { pihak, oleh, cara } = data;
      return ubah(pk, data.versi, (v) => ({ penandatangan: [...v.penandatangan, { pihak, oleh, cara }] }));
    }
    case 'PerjanjianKinerjaBerlaku':
      return ubah(pk, data.versi, () => ({ status: 'berlaku' }));
    case 'PerjanjianKinerjaDigantikan':
      return ubah(pk, data.versi, () => ({ status: 'digantikan' }));
  }
};

export const perjanjianKinerja: Decider<Pk, PkCommand, PkEvent> = {
  kategori: 'PerjanjianKinerja',
  initial: { versi: [] },
  decide,
  evolve,
};
