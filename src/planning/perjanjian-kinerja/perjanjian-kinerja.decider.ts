import type { Cara, Dasar, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type SebabPerubahan =
  | 'pergantian-pejabat'
  | 'perubahan-apbd'
  | 'perubahan-strategi'
  | 'perubahan-prioritas';
export type Pihak = { jabatan: string; sebutan: string; status: StatusPejabat | null }; // jabatan: the office's key
/** The text that both parties agree on; its fingerprint is what they sign. */
export type Naskah = {
  pemda: string;
  opd: string;
  jabatan: string;
  tahun: number;
  versi: number; // 1: murni; 2, 3, …: perubahan
  jenis: Jenis;
  sebab: SebabPerubahan | null;
  tanggal: string | null; // the document's own date
  pihakPertama: Pihak;
  pihakKedua: Pihak;
  target: { indikator: string; nama: string; satuan: string; target: string }[];
  anggaran: { program: string; nama: string; pagu: string; keterangan: string | null }[];
};
/** Who held the two offices (subject ids) when the text was proposed; null: not known to Amanah (taken over from paper). */
export type Pemegang = { pertama: string | null; kedua: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PkEvent =
  | {
      type: 'PerjanjianKinerjaDiajukan';
      data: Oleh & { naskah: Naskah; sidik: string; pemegang: Pemegang; berdasarkan: Dasar[] };
    }
  | { type: 'PerjanjianKinerjaDikembalikan'; data: Oleh & { versi: number; catatan: string } } // by Pihak Kedua, with a note
  | { type: 'PerjanjianKinerjaDibatalkan'; data: Oleh & { versi: number; alasan: string } } // withdrawn before both signed
  | {
      type: 'PerjanjianKinerjaDitandatangani';
      data: Oleh & { versi: number; pihak: 1 | 2; sidik: string; berdasarkan: Dasar[] };
    }
  | { type: 'PerjanjianKinerjaBerlaku'; data: { versi: number; sidik: string } }
  | { type: 'PerjanjianKinerjaDigantikan'; data: { versi: number; olehVersi: number } };
export type PkCommand =
  | (Oleh & {
      type: 'Ajukan';
      naskah: Omit<Naskah, 'versi'>;
      pemegang: Pemegang /** codes of the PK's indicators and programs that nothing defines, found by the handler */;
      tidakDikenal: { indikator: string[]; program: string[] };
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Kembalikan'; catatan: string })
  | (Oleh & { type: 'Batalkan'; alasan: string })
  | (Oleh & {
      type: 'Tandatangani';
      sidik: string /** who holds the signer's office today */;
      pemegangKini: string | null;
      berdasarkan: Dasar[];
    });
