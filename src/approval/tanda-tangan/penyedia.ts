import type { Rahasia } from '../../kernel/rahasia.js';

export type IdPenyedia = 'tertanam' | 'bsre-v2';
/** PP 71/2019 Art. 59-60: only a certificate of an Indonesian PSrE makes a signature *tersertifikasi*. */
export type Jaminan = 'tidak-tersertifikasi' | 'tersertifikasi';

/** Who signs, resolved at signing. `nik` and `surel` are for a provider that knows persons by them; never stored or logged. */
export type Penandatangan = {
  readonly subjek: string;
  readonly nama: string;
  readonly sebutan: string; // of the office, with its prefix: 'Plt. Kepala Dinas …'
  readonly nik: string | null;
  readonly surel: string | null;
};

/** Who asks, for what the provider notes of it in the security log. */
export type AsalTte = {
  readonly pemda?: string;
  readonly akun?: string;
  readonly jabatan?: string; // key
  readonly alamat?: string | null; // of the network
};

export type PermintaanTte = {
  /** Of this one attempt; a provider never sends it twice by itself. */
  readonly idPermintaan: string;
  readonly pdf: Uint8Array;
  /** Name of the empty signature field to fill: 'PihakPertama', 'PihakKedua'. */
  readonly medan: string;
  readonly penandatangan: Penandatangan;
  readonly frasa: Rahasia;
  readonly alasan: string;
  readonly tempat: string;
  readonly pada: Date;
  /** Of the pemda, for the time that the box shows; left out: WIB. */
  readonly zona?: 'WIB' | 'WITA' | 'WIT';
  readonly asal?: AsalTte;
};

export type HasilTte =
  | {
      readonly ok: true;
      readonly pdf: Uint8Array;
      readonly sertifikat: string; // SHA-256 of the signer's certificate (DER), hex
      readonly pada: string; // ISO 8601 UTC
      readonly tingkat: 'B-B' | 'B-T';
    }
  | {
      readonly ok: false;
      readonly sebab: SebabGagal;
      readonly kode?: string; // the provider's own
    };

/**
 * `belum-pasti`: it may have been signed (time-out, connection cut): not tried again by a machine. `hasil-tidak-sah`: an
 * answer came, and is not our document signed by this person.
 */
export type SebabGagal =
  | 'frasa-salah'
  | 'terkunci'
  | 'belum-terdaftar'
  | 'kedaluwarsa'
  | 'ditolak'
  | 'tidak-tersedia'
  | 'tidak-dipasang'
  | 'belum-pasti'
  | 'hasil-tidak-sah';

export type KeadaanPenandatangan = 'siap' | 'belum-terdaftar' | 'kedaluwarsa' | 'tidak-tersedia';

/** Who makes electronic signatures with one passphrase, opened once: many documents in one sitting. */
export type SesiTte = {
  tandatangani(r: Omit<PermintaanTte, 'penandatangan' | 'frasa'>): Promise<HasilTte>;
  /** Wipes what was opened. */
  tutup(): void;
};

/** Who makes electronic signatures. It never throws for what a provider, a network or an official can do wrong. */
export abstract class PenyediaTandaTangan {
  abstract readonly id: IdPenyedia;
  abstract readonly jaminan: Jaminan;
  /** False: nobody signs here. */
  readonly dipasang: boolean = true;
  abstract keadaan(p: Penandatangan): Promise<KeadaanPenandatangan>;
  abstract tandatangani(r: PermintaanTte): Promise<HasilTte>;
  /** Only where the passphrase opens a key that is here: one that would send it away again for each document has none. */
  buka?(
    p: Penandatangan,
    frasa: Rahasia,
    asal?: AsalTte,
  ): Promise<SesiTte | Extract<HasilTte, { ok: false }>>;
}
