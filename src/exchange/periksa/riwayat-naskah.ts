import type { Pejabat } from '../../kernel/decider.js';
import type { Tersimpan } from '../../kernel/event-store.js';
import type { TandaTanganBasah } from '../../planning/perjanjian-kinerja/basah.decider.js';
import type {
  BuktiTte,
  Naskah,
  PkEvent,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

export type TandaTanganNaskah = {
  readonly pihak: 1 | 2;
  readonly oleh: Pejabat;
  readonly dicatat: boolean;
  readonly bukti: BuktiTte | null;
  /** By hand: the date that the paper bears, and its scan (SHA-256). */
  readonly basah: Pick<TandaTanganBasah, 'tanggal' | 'berkas'> | null;
  readonly pada: string;
};
export type KeadaanNaskah = 'menunggu' | 'berlaku' | 'digantikan' | 'dikembalikan' | 'dibatalkan';
export type RiwayatNaskah = {
  readonly naskah: Naskah;
  readonly sidik: string;
  readonly diajukanPada: string;
  readonly keadaan: KeadaanNaskah;
  /** digantikan: by which version. */
  readonly olehVersi: number | null;
  readonly tandaTangan: readonly TandaTanganNaskah[];
};

type Peristiwa = Tersimpan<PkEvent>;

const lanjut = (r: RiwayatNaskah, { type, data, meta }: Peristiwa): RiwayatNaskah => {
  switch (type) {
    case 'PerjanjianKinerjaDitandatangani': {
      const { pihak, oleh, cara, bukti = null } = data;
      const basah = data.basah ? { tanggal: data.basah.tanggal, berkas: data.basah.berkas } : null;
      const satu = { pihak, oleh, dicatat: cara === 'dicatat', bukti, basah, pada: bukti?.pada ?? meta.at };
      return { ...r, tandaTangan: [...r.tandaTangan, satu] };
    }
    case 'PerjanjianKinerjaBerlaku':
      return { ...r, keadaan: 'berlaku' };
    case 'PerjanjianKinerjaDigantikan':
      return { ...r, keadaan: 'digantikan', olehVersi: data.olehVersi };
    case 'PerjanjianKinerjaDikembalikan':
      return { ...r, keadaan: 'dikembalikan' };
    case 'PerjanjianKinerjaDibatalkan':
      return { ...r, keadaan: 'dibatalkan' };
    default:
      return r;
  }
};

/** What became of the one text with this idPeriksa; null: the document never had one. */
export const riwayatNaskah = (events: readonly Peristiwa[], idPeriksa: string): RiwayatNaskah | null => {
  let r: RiwayatNaskah | null = null;
  for (const e of events) {
    if (e.type === 'PerjanjianKinerjaDiajukan') {
      if (e.data.idPeriksa === idPeriksa) {
        const { naskah, sidik } = e.data;
        const awal = { keadaan: 'menunggu', olehVersi: null, tandaTangan: [] } as const;
        r = { naskah, sidik, diajukanPada: e.meta.at, ...awal };
      } else if (r?.naskah.versi === e.data.naskah.versi) return r; // proposed again: what follows is of that one
    } else if (r !== null && 'versi' in e.data && e.data.versi === r.naskah.versi) r = lanjut(r, e);
  }
  return r;
};
