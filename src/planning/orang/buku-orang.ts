import { type DataOrang, DirektoriOrang } from '../../approval/direktori-orang.js';

export type KunciOrang = { readonly pemda: string; readonly subjek: string };
/** What is to be kept of a person from `mulai` on ('YYYY-MM-DD'); the same day again replaces it. */
export type IsiOrang = { readonly mulai: string; readonly data: DataOrang };
/** One command: carried out once, however often it is sent. `sidik` is that of its input; only a keyed hash of it is kept. */
export type PerintahOrang = { readonly id: string; readonly sidik: string };
export type VersiOrang = KunciOrang & { readonly mulai: string; readonly data: DataOrang };
export type PencarianOrang = { readonly nip: string } | { readonly surel: string };

/** The register of persons as those who keep it use it. Answers of a person of another pemda are those of nobody. */
export abstract class BukuOrang extends DirektoriOrang {
  /** A new subject id: the same for the same command, and to everybody else random. */
  abstract subjekBaru(pemda: string, idPerintah: string): string;
  /** Refuses DATA_ORANG_DIPAKAI, ORANG_SUDAH_ADA, PERINTAH_BERBEDA. */
  abstract catat(k: KunciOrang, isi: IsiOrang, perintah: PerintahOrang): Promise<void>;
  /** Refuses TIDAK_DITEMUKAN, DATA_ORANG_DIPAKAI, PERINTAH_BERBEDA. */
  abstract koreksi(k: KunciOrang, isi: IsiOrang, perintah: PerintahOrang): Promise<void>;
  abstract dikenal(k: KunciOrang): Promise<boolean>;
  /** Row and key, for good; nothing where nothing is. */
  abstract hapus(k: KunciOrang): Promise<void>;
  /** As on that day, without a note in the security log: for fields that anybody of the pemda may see. */
  abstract muat(daftar: readonly (KunciOrang & { readonly pada: string })[]): Promise<(VersiOrang | null)[]>;
  abstract cari(pemda: string, dicari: PencarianOrang): Promise<string | null>;
  /** At most `banyak` subject ids of a pemda after one, in their own order. */
  abstract daftar(pemda: string, banyak: number, setelah: string | null): Promise<string[]>;
}
