import type { Pejabat, StatusPejabat } from '../kernel/decider.js';
import { Penolakan } from '../kernel/penolakan.js';

/** What an office is for. It follows from the office (peran.ts), or from a task that an account or a token names. */
export const PERAN = [
  'kepala-daerah',
  'kepala',
  'perencana',
  'bidang',
  'pengelola',
  'inspektorat',
  'operator',
  'sekda',
] as const;
export type Peran = (typeof PERAN)[number];

/**
 * How somebody stands to the office in which they act, today. `digantikan`: the own term runs, but somebody else acts in
 * the office. `tugas`: the role was given to the account, not by the office.
 */
export const KEDUDUKAN = {
  menjabat: null,
  tugas: null,
  'belum-mulai': 'masa jabatan belum mulai',
  berakhir: 'masa jabatan berakhir',
  digantikan: 'jabatan sedang dijalankan pejabat lain',
  'bukan-pemegang': 'bukan pemegang jabatan ini',
} as const satisfies Record<string, string | null>;
export type Kedudukan = keyof typeof KEDUDUKAN;

/** Who asks: an account acting in one office of one OPD of one pemda (`opd` is OPD_PEMDA of kunci.ts for the pemda's own offices). */
export type Pelaku = {
  readonly akun: string;
  readonly peran: Peran;
  /** What the same office is for besides: the Inspektur heads an OPD too. */
  readonly juga?: readonly Peran[];
  readonly pemda: string;
  readonly opd: string;
  readonly pejabat: Pejabat;
  /** Looked up at the edge when the request came (kedudukan-kini.ts); of who acts for no person there is none. */
  readonly kedudukan?: Kedudukan;
};

/** On what: an OPD (null: the pemda itself), and where it matters an office with those above it. */
export type Objek = {
  readonly pemda: string;
  readonly opd: string | null;
  readonly jabatan?: string; // key
  readonly atasan?: readonly string[]; // keys, nearest first
};

/** Which roles may do what; what is not listed is refused. Of the roles in SE_OPD the same OPD is asked too. */
const BOLEH = {
  'pemda.kelola': ['pengelola', 'operator'],
  'periode.kelola': ['pengelola', 'operator'],
  'opd.kelola': ['pengelola', 'operator'],
  'jabatan.kelola': ['pengelola', 'operator'],
  'orang.kelola': ['pengelola', 'operator'],
  'orang.baca-nomor': ['pengelola', 'inspektorat', 'operator'], // a whole NIP, an e-mail address
  'sotk.susun': ['pengelola', 'operator'],
  'sotk.tetapkan': ['pengelola', 'operator'],
  'kepegawaian.catat': ['perencana', 'pengelola', 'operator'],
  'dasar-hukum.catat': ['pengelola', 'operator'],
  'rpjmd.susun': ['pengelola', 'operator'],
  'rpjmd.tetapkan': ['kepala-daerah', 'operator'],
  'tahun.buka': ['perencana', 'pengelola', 'operator'],
  'renstra.susun': ['perencana', 'operator'],
  'renstra.tetapkan': ['kepala', 'operator'],
  'indikator.alihkan': ['pengelola', 'operator'], // touches two OPD
  'pohon.susun': ['perencana', 'operator'],
  'pohon-pemda.susun': ['pengelola', 'operator'], // of the pemda itself
  'iku.susun': ['perencana', 'operator'],
  'iku.tetapkan': ['kepala', 'operator'],
  'program.susun': ['perencana', 'operator'],
  'rkt.susun': ['perencana', 'operator'],
  'rkt.tetapkan': ['kepala', 'operator'],
  // IKU, RKT and rencana aksi of the pemda itself (OPD_PEMDA)
  'rencana-pemda.susun': ['perencana', 'pengelola', 'operator'],
  'rencana-pemda.tetapkan': ['kepala-daerah', 'operator'],
  'anggaran.tetapkan': ['perencana', 'operator'],
  // The DPA is approved for every OPD by the pemda's own treasurer, not by the OPD.
  'anggaran.tetapkan-dokumen': ['pengelola', 'operator'],
  'rencana-aksi.susun': ['perencana', 'operator'],
  'rencana-aksi.tetapkan': ['kepala', 'operator'],
  'pk.ajukan': ['kepala', 'perencana', 'bidang', 'operator'],
  // Every level signs a PK: the rule of the document asks that the office is a party to this one.
  'pk.kembalikan': ['kepala-daerah', 'kepala', 'perencana', 'bidang', 'sekda'],
  'pk.batalkan': ['kepala', 'bidang', 'operator'],
  'pk.kebutuhan': ['kepala', 'operator'],
  // PK of the pemda itself (OPD_PEMDA)
  'pk-pemda.ajukan': ['kepala-daerah', 'perencana', 'pengelola', 'operator'],
  'pk-pemda.batalkan': ['kepala-daerah', 'operator'],
  'pk-pemda.kebutuhan': ['kepala-daerah', 'operator'],
  'pk.tandatangani': ['kepala-daerah', 'kepala', 'perencana', 'bidang', 'sekda'],
  'tte.pastikan': ['pengelola', 'operator'], // what became of a signature whose provider did not answer
  // the scan of a text that was signed by hand
  'pk.catat-basah': ['perencana', 'pengelola', 'operator'],
  'berkas-kertas.kelola': ['perencana', 'pengelola', 'operator'],
  'pengukuran.catat': ['bidang', 'operator'],
  'pengukuran.ajukan': ['bidang', 'operator'],
  'pengukuran.verifikasi': ['perencana'],
  'pengukuran.setujui': ['kepala'],
  'pengukuran.kembalikan': ['perencana', 'kepala'],
  'pengukuran.koreksi': ['perencana', 'operator'],
  // Which office a step waits for, the walk itself asks.
  'rute.susun': ['pengelola', 'operator'],
  'rute.tetapkan': ['kepala-daerah', 'pengelola', 'operator'],
  'edaran.mulai': ['kepala', 'perencana', 'pengelola', 'operator'],
  // whoever holds an office: a route may name any
  'edaran.jalankan': ['kepala-daerah', 'kepala', 'perencana', 'bidang', 'pengelola', 'inspektorat', 'sekda'],
  'realisasi-anggaran.catat': ['perencana', 'operator'],
  'pembanding.catat': ['perencana', 'operator'],
  // a spreadsheet of documents that were decided on paper, as the import of a paket
  'kertas.ambil-alih': ['operator'],
  'kinerja.baca': PERAN,
  // attempts and reads in an office; the policy `catatan-sendiri` asks whose
  'keamanan.baca': PERAN,
  'keamanan.alamat': ['inspektorat', 'operator'], // network addresses in them
  'kertas-inspektorat.baca': ['inspektorat'],
} as const satisfies Record<string, readonly Peran[]>;

export type Tindakan = keyof typeof BOLEH;
export const TINDAKAN = Object.keys(BOLEH) as readonly Tindakan[];
/** The roles that the list names for it. */
export const peranUntuk = (t: Tindakan): readonly Peran[] => BOLEH[t];

/** Roles that act inside their own OPD only; the others act in the whole pemda. */
export const SE_OPD: readonly Peran[] = ['kepala', 'perencana', 'bidang'];
/** What changes nothing; it reaches over the whole pemda. */
const MEMBACA: readonly Tindakan[] = [
  'kinerja.baca',
  'keamanan.baca',
  'keamanan.alamat',
  'kertas-inspektorat.baca',
];
export const BACA_SEMUA_CATATAN: readonly Peran[] = ['pengelola', 'inspektorat', 'operator'];

/**
 * What those who act by mandate leave to the holder. Data, by status. Source: UU 30/2014 Pasal 14 ayat (7), no strategic
 * decision that changes the legal state of organisation, staff or budget; how far it goes in each act is to be confirmed.
 */
export const BATAS_MANDAT: Readonly<Partial<Record<StatusPejabat, readonly Tindakan[]>>> = {
  'Plh.': [
    'pemda.kelola',
    'opd.kelola',
    'jabatan.kelola',
    'dasar-hukum.catat',
    'sotk.tetapkan',
    'indikator.alihkan',
    'anggaran.tetapkan-dokumen',
    'rpjmd.tetapkan',
    'renstra.tetapkan',
    'iku.tetapkan',
    'rkt.tetapkan',
    'rencana-aksi.tetapkan',
    'rencana-pemda.tetapkan',
    'rute.tetapkan',
  ],
  'Plt.': ['sotk.tetapkan'],
};

type KodeTolak = 'TIDAK_BERWENANG' | 'TIDAK_DITEMUKAN';
/** One reason to refuse. `menolak` says it in a few words, or null. */
export type Kebijakan = {
  readonly nama: string;
  readonly kalimat: string;
  readonly kode: KodeTolak;
  readonly menolak: (p: Pelaku, tindakan: Tindakan, objek: Objek) => string | null;
};

const peranBoleh = ({ peran, juga = [] }: Pelaku, t: Tindakan): Peran[] =>
  [peran, ...juga].filter((r) => peranUntuk(t).includes(r));

/** Asked in this order; the first that refuses decides. Nothing is allowed that `peran` does not list. */
export const KEBIJAKAN: readonly Kebijakan[] = [
  {
    nama: 'pemda-sendiri',
    kalimat: 'Apa yang ada di pemda lain tidak diberitahukan, kecuali kepada operator.',
    kode: 'TIDAK_DITEMUKAN',
    menolak: (p, _, o) => (p.peran === 'operator' || p.pemda === o.pemda ? null : 'pemda lain'),
  },
  {
    nama: 'masa-jabatan',
    kalimat:
      'Wewenang berlaku selama masa jabatan, dari hari pertama sampai hari terakhirnya menurut waktu pemda itu. Pejabat yang sedang digantikan tetap boleh membaca.',
    kode: 'TIDAK_BERWENANG',
    menolak: ({ kedudukan = 'tugas' }, t) =>
      kedudukan === 'digantikan' && MEMBACA.includes(t) ? null : KEDUDUKAN[kedudukan],
  },
  {
    nama: 'peran',
    kalimat: 'Yang tidak disebut dalam daftar bagi suatu peran ditolak.',
    kode: 'TIDAK_BERWENANG',
    menolak: (p, t) => (peranBoleh(p, t).length > 0 ? null : 'bukan wewenang peran ini'),
  },
  {
    nama: 'opd-sendiri',
    kalimat:
      'Kepala, perencana, dan bidang bertindak di OPD-nya sendiri; kinerja seluruh pemda boleh mereka baca.',
    kode: 'TIDAK_BERWENANG',
    menolak: (p, t, o) =>
      MEMBACA.includes(t) || p.opd === o.opd || peranBoleh(p, t).some((r) => !SE_OPD.includes(r))
        ? null
        : 'OPD lain',
  },
  {
    nama: 'mandat',
    kalimat: 'Pejabat pengganti tidak mengambil keputusan strategis: UU 30/2014 Pasal 14 (perlu konfirmasi).',
    kode: 'TIDAK_BERWENANG',
    menolak: ({ pejabat: { status } }, t) =>
      status !== null && BATAS_MANDAT[status]?.includes(t) ? `di luar mandat ${status}` : null,
  },
  {
    nama: 'catatan-sendiri',
    kalimat:
      'Catatan keamanan suatu jabatan dibaca jabatan itu, atasannya, pengelola, inspektorat, dan operator.',
    kode: 'TIDAK_BERWENANG',
    menolak: (p, t, o) =>
      t !== 'keamanan.baca' ||
      peranBoleh(p, t).some((r) => BACA_SEMUA_CATATAN.includes(r)) ||
      [o.jabatan, ...(o.atasan ?? [])].includes(p.pejabat.jabatan)
        ? null
        : 'jabatan lain',
  },
];

export type Putusan =
  | { readonly boleh: true }
  | {
      readonly boleh: false;
      readonly kode: KodeTolak;
      readonly kebijakan: string;
      readonly alasan: string;
    };

/** What the policies say of it. */
export const izin = (p: Pelaku, tindakan: Tindakan, objek: Objek): Putusan => {
  for (const { nama: kebijakan, kode, menolak } of KEBIJAKAN) {
    const alasan = menolak(p, tindakan, objek);
    if (alasan !== null) return { boleh: false, kode, kebijakan, alasan };
  }
  return { boleh: true };
};

/** A refusal by the policies. It knows who asked for what, so that the edge can note the attempt. */
export class AksesDitolak extends Penolakan {
  constructor(
    readonly pelaku: Pelaku,
    readonly tindakan: Tindakan,
    readonly objek: Objek,
    readonly putusan: Extract<Putusan, { boleh: false }>,
  ) {
    super(
      putusan.kode,
      putusan.kode === 'TIDAK_DITEMUKAN'
        ? { pemda: objek.pemda }
        : { tindakan, jabatan: pelaku.pejabat.jabatan, alasan: putusan.alasan },
    );
  }
}

/** Refuses with AksesDitolak: TIDAK_DITEMUKAN for what lies outside the asker's pemda, else TIDAK_BERWENANG. */
export const wajibIzin = (p: Pelaku, tindakan: Tindakan, objek: Objek): void => {
  const putusan = izin(p, tindakan, objek);
  if (!putusan.boleh) throw new AksesDitolak(p, tindakan, objek, putusan);
};

/** The same of an OPD (null: of the pemda itself), which is what most commands and questions are about. */
export const boleh = (p: Pelaku, tindakan: Tindakan, pemda: string, opd: string | null): boolean =>
  izin(p, tindakan, { pemda, opd }).boleh;
export const wajibBoleh = (p: Pelaku, tindakan: Tindakan, pemda: string, opd: string | null): void =>
  wajibIzin(p, tindakan, { pemda, opd });
