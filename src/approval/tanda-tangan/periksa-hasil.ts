import type { Penandatangan } from './penyedia.js';

export type HasilDiperiksa = {
  readonly asli: Uint8Array;
  readonly hasil: Uint8Array;
  readonly medan: string;
  readonly penandatangan: Penandatangan;
  /** SHA-256 of the certificate that the provider says it signed with. */
  readonly sertifikat: string;
};

/** Our own look at what a provider gave back, whoever it is. */
export abstract class PemeriksaTandaTangan {
  /** Why it is not the document that was shown with this person's signature in this field, and no more; empty: it is. */
  abstract periksa(h: HasilDiperiksa): Promise<readonly string[]>;
}
