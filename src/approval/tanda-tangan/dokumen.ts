import type { IdPenyedia, Jaminan } from './penyedia.js';

/** What is given to a provider: the bytes as they were shown, and where the signature goes. */
export type NaskahTte = {
  readonly pdf: Uint8Array;
  readonly medan: string;
  readonly subjek: string;
  readonly sebutan: string; // of the signer's office, with its prefix
  readonly tanggal: string; // local day, for the signer's name
  readonly zona: 'WIB' | 'WITA' | 'WIT';
  readonly alasan: string;
  readonly tempat: string;
};

/** Of a signature that stands in the file. */
export type BuktiTandaTangan = {
  readonly berkasDilihat: string;
  readonly berkasHasil: string;
  readonly penyedia: IdPenyedia;
  readonly jaminan: Jaminan;
  readonly sertifikat: string;
  readonly tingkat: 'B-B' | 'B-T';
  readonly pada: string;
};

/**
 * One document that one official is to sign, as the signing service knows it. Each kind of document makes its own (a PK,
 * an annex, an LKjIP, a statement of reviu); who may sign it, and in which order, is the rule of that document.
 */
export type DokumenDitandatangani<H> = {
  readonly stream: string;
  readonly jabatan: string; // key of the office that signs
  /**
   * What is to be signed, if the rule allows it now; the answer where this very command was carried out before. Refuses
   * with the document's own codes, and with KONFLIK_REVISI and what changed where something else was shown.
   */
  readonly tinjau: () => Promise<{ readonly selesai: H } | { readonly naskah: NaskahTte }>;
  /** Appends the signature, decided again: who is late is refused. */
  readonly catat: (bukti: BuktiTandaTangan) => Promise<H>;
  readonly catatBelumPasti: (p: {
    readonly idPermintaan: string;
    readonly penyedia: IdPenyedia;
    readonly berkasDilihat: string;
  }) => Promise<void>;
};
