import type { Penandatangan } from './penyedia.js';

export type HasilDiperiksa = {
  readonly asli: Uint8Array;
  readonly hasil: Uint8Array;
  readonly medan: string;
  readonly penandatangan: Penandatangan;
  /** SHA-256 of the certificate that the provider says it signed with; null: it said nothing. */
  readonly sertifikat: string | null;
};
export type Terperiksa = {
  /** Codes of what is wrong; empty: it is the document that was shown, with this person's signature in this field and no more. */
  readonly temuan: readonly string[];
  readonly sertifikat: string | null;
  readonly pada: string | null;
  readonly tingkat: 'B-B' | 'B-T' | null;
};

/** Our own look at what a provider gave back, whoever it is. */
export abstract class PemeriksaTandaTangan {
  abstract periksa(h: HasilDiperiksa): Promise<Terperiksa>;
}
