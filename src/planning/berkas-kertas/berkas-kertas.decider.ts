import { sama } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, labelAtauNull, tanggalSah } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };

export const DOKUMEN_KERTAS = [
  'renstra',
  'rkt',
  'perjanjian-kinerja',
  'rencana-aksi',
  'pengukuran',
  'lkjip',
  'lain',
] as const;
export type DokumenKertas = (typeof DOKUMEN_KERTAS)[number];

/** A scan of paper signed by hand, or a PDF that was signed electronically before Amanah or outside it. */
export const BENTUK_KERTAS = ['pindaian-basah', 'pdf-tertandatangani'] as const;
export type BentukKertas = (typeof BENTUK_KERTAS)[number];
export type JenisKertas = 'pdf' | 'jpeg' | 'png';

export type IsiBerkasKertas = {
  berkas: string; // SHA-256 of its bytes: its name in the archive
  jenis: JenisKertas;
  ukuran: number; // bytes
  dokumen: DokumenKertas;
  bentuk: BentukKertas;
  tanggal: string; // printed on the document
  jabatan: string | null; // code of the office whose document it is: needed of a perjanjian-kinerja
  keterangan: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type BerkasKertasEvent =
  | { type: 'BerkasKertasDiarsipkan'; data: Oleh & IsiBerkasKertas }
  | { type: 'BerkasKertasDitarik'; data: Oleh & { berkas: string; alasan: string } };
export type BerkasKertasCommand =
  | (Oleh & IsiBerkasKertas & { type: 'Arsipkan'; hariIni: string })
  | (Oleh & {
      type: 'Tarik';
      berkas: string;
      alasan: string;
      /** Whether a document stands on it: such a file stays. */
      dipakai: boolean;
    });
type Perintah<T extends BerkasKertasCommand['type']> = Extract<BerkasKertasCommand, { type: T }>;

/** The paper of one OPD and year; a file that was withdrawn is no longer in it, though its bytes are kept. */
export type BerkasKertas = { readonly berkas: ReadonlyMap<string, BerkasTersimpan> };
export type BerkasTersimpan = IsiBerkasKertas & { readonly diarsipkanOleh: Pejabat };

const arsipkan = (c: Perintah<'Arsipkan'>, { berkas }: BerkasKertas): BerkasKertasEvent[] => {
  const { type: _type, hariIni, oleh, cara, ...isi } = c;
  const tanggal = tanggalSah(isi.tanggal);
  if (tanggal > hariIni) return tolak('TANGGAL_TIDAK_SAH', { tanggal, hariIni });
  if (isi.dokumen === 'perjanjian-kinerja' && isi.jabatan === null)
    return tolak('MASUKAN_TIDAK_SAH', { jalur: 'jabatan' });
  const baru: IsiBerkasKertas = { ...isi, tanggal, keterangan: labelAtauNull(isi.keterangan) };
  const ada = berkas.get(isi.berkas);
  if (ada !== undefined) {
    const { diarsipkanOleh: _, ...sebelum } = ada;
    return sama(sebelum, baru) ? [] : tolak('SUDAH_ADA_BERBEDA', { berkas: isi.berkas, sebelum });
  }
  return [{ type: 'BerkasKertasDiarsipkan', data: { ...baru, oleh, cara } }];
};

const tarik = ({ oleh, cara, ...c }: Perintah<'Tarik'>, { berkas }: BerkasKertas): BerkasKertasEvent[] => {
  const ada = berkas.get(c.berkas) ?? tolak('TIDAK_DITEMUKAN', { berkas: c.berkas.slice(0, 64) });
  if (c.dipakai) {
    const pemakai = `tanda tangan Perjanjian Kinerja ${ada.jabatan}`;
    return tolak('MASIH_DIPAKAI', { unsur: 'Berkas', kode: c.berkas, pemakai });
  }
  return [{ type: 'BerkasKertasDitarik', data: { berkas: c.berkas, alasan: alasan(c.alasan), oleh, cara } }];
};

const evolve = (state: BerkasKertas, { type, data }: BerkasKertasEvent): BerkasKertas => {
  const berkas = new Map(state.berkas);
  if (type === 'BerkasKertasDitarik') berkas.delete(data.berkas);
  else {
    const { oleh: diarsipkanOleh, cara: _, ...isi } = data;
    berkas.set(isi.berkas, { ...isi, diarsipkanOleh });
  }
  return { berkas };
};

export const berkasKertas: Decider<BerkasKertas, BerkasKertasCommand, BerkasKertasEvent> = {
  kategori: 'BerkasKertas',
  initial: { berkas: new Map() },
  decide: (c, state) => (c.type === 'Arsipkan' ? arsipkan(c, state) : tarik(c, state)),
  evolve,
};
