/** Why a signed document that came back is not taken. Closed: each is a code that people look up in docs/how-to/bsre.md. */
export const TEMUAN = [
  'PDF_TIDAK_TERBACA',
  'HALAMAN_BERBEDA',
  'ISI_LAIN_BERBEDA', // outline, attachments, scripts, form: all that is no page
  'TANDA_TANGAN_LAMA_BERUBAH',
  'TANPA_TANDA_TANGAN', // nothing was added
  'TANDA_TANGAN_BERLEBIH', // more than one was added
  'LETAK_BERBEDA', // outside of the box that was asked for
  'AKSI_TERSISIP',
  'RENTANG_TIDAK_SAH', // what the signature says it covers
  'CMS_TIDAK_SAH',
  'ALGORITMA_LEMAH',
  'SIDIK_BERBEDA', // bytes were changed after they were signed
  'TANDA_TANGAN_TIDAK_SAH', // not made with the key of its certificate
  'SERTIFIKAT_BUKAN_TTE', // the certificate may not sign documents
  'SERTIFIKAT_TIDAK_DIPERCAYA',
  'SERTIFIKAT_TIDAK_BERLAKU', // expired, or not yet valid
  'SERTIFIKAT_DICABUT',
  'BUKAN_PENANDATANGAN',
  'DITOLAK_LAYANAN', // the service's own verification says no
] as const;
export type Temuan = (typeof TEMUAN)[number];

/** Thrown inside the check alone; the provider answers with its code. */
export class HasilTidakSah extends Error {
  override readonly name = 'HasilTidakSah';
  constructor(readonly temuan: Temuan) {
    super(temuan);
  }
}

export const tidakSah = (temuan: Temuan): never => {
  throw new HasilTidakSah(temuan);
};
