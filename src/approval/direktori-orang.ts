/** Who a subject is, as it stood on a date. A kepala daerah has no printed NIP; `null` is not known. */
export type DataOrang = {
  readonly nama: string; // with titles, as it is printed
  readonly nip: string | null; // 18 digits
  readonly nik: string | null; // 16 digits
  readonly pangkat: string | null;
  readonly surel: string | null;
};

/** Where names live: outside the log. Every read is of personal data, so each names who asks; the store notes it. */
export abstract class DirektoriOrang {
  /**
   * The persons behind these subject ids on that day ('YYYY-MM-DD'). Who is not known, or was erased, is not in the map.
   * `untuk` goes to the security log: the account that asks, and what for.
   */
  abstract baca(
    subjek: readonly string[],
    pada: string,
    untuk: { readonly akun: string; readonly keperluan: string },
  ): Promise<ReadonlyMap<string, DataOrang>>;
}
