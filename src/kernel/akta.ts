import { label, tanggalSah } from './teks.js';

/**
 * The act by which something was ditetapkan: a Keputusan, a Peraturan, a DPA. `pejabat` is the title of the office that
 * signed it, as printed.
 */
export type Akta = { jenis: string; nomor: string; tanggal: string; pejabat: string }; // tanggal: YYYY-MM-DD

/** The act as it is recorded. Refuses TANGGAL_TIDAK_SAH, and its texts as `label` does. */
export const aktaSah = ({ jenis, nomor, tanggal, pejabat }: Akta): Akta => ({
  jenis: label(jenis, 200),
  nomor: label(nomor, 200),
  tanggal: tanggalSah(tanggal),
  pejabat: label(pejabat),
});

/** By which words and which act something was ditetapkan. */
export type Penetapan = { readonly keputusan: string | null; readonly akta: Akta | null };
export const penetapanDari = ({
  keputusan,
  akta = null,
}: {
  readonly keputusan: string | null;
  readonly akta?: Akta | null;
}): Penetapan => ({ keputusan, akta });
