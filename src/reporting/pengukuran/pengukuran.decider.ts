import { samaNilai } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { Desimal } from '../../kernel/desimal.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import { alasan, teksAtauNull } from '../../kernel/teks.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { nilaiSah, type StatusPengukuran } from '../capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** As recorded; absent parts are null, never zero. Without realisasi it is pembilang / penyebut (x 100 for '%'). */
export type Ukuran = { realisasi: string | null; pembilang: string | null; penyebut: string | null };
export type Penjelasan = {
  faktorPendukung: string | null;
  faktorPenghambat: string | null;
  tindakLanjut: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PengukuranEvent =
  | {
      type: 'RealisasiDicatat';
      data: Oleh & Ukuran & Penjelasan & { indikator: string; sebelum: Ukuran | null; berdasarkan: Dasar[] };
    }
  | { type: 'PengukuranDiajukan'; data: Oleh & { berdasarkan: Dasar[] } }
  | { type: 'PengukuranDikembalikan'; data: Oleh & { catatan: string } } // back to entry, by Perencanaan or the head
  | { type: 'PengukuranDiverifikasi'; data: Oleh }
  | { type: 'PengukuranDisetujui'; data: Oleh } // locks
  | {
      type: 'RealisasiDikoreksi';
      data: Oleh & Ukuran & { indikator: string; sebelum: Ukuran; alasan: string; berdasarkan: Dasar[] };
    };
export type PengukuranCommand =
  | (Oleh &
      Ukuran &
      Penjelasan & {
        type: 'CatatRealisasi';
        indikator: string;
        definisi: DefinisiIndikator | null;
        periodeTerbuka: boolean;
        /** Key of the office that answers for the indicator; null where the Renstra names none that exists (or only its printed name). */
        penanggungJawab: string | null;
        berdasarkan: Dasar[];
      })
  | (Oleh & { type: 'Ajukan'; periodeTerbuka: boolean; berdasarkan: Dasar[] })
  | (Oleh & { type: 'Verifikasi' | 'Setujui' })
  | (Oleh & { type: 'Kembalikan'; catatan: string })
  | (Oleh &
      Ukuran & {
        type: 'KoreksiRealisasi';
        indikator: string;
        definisi: DefinisiIndikator | null;
        alasan: string;
        berdasarkan: Dasar[];
      });
type Perintah<T extends PengukuranCommand['type']> = Extract<PengukuranCommand, { type: T }>;

/**
 * What stands for one indicator; `rev` of the last event that touched it, `pencatat` the person who entered it here,
 * `koreksi` the reason of its last correction.
 */
export type Isian = Ukuran &
  Penjelasan & { readonly rev: number; readonly pencatat: string | null; readonly koreksi: string | null };
/** One OPD's quarter. */
export type Pengukuran = {
  readonly status: StatusPengukuran;
  readonly isian: Peta<Isian>;
};

const orang = ({ subjek, jabatan }: Pejabat): string => subjek ?? jabatan;

const ukuranSah = (c: Perintah<'CatatRealisasi' | 'KoreksiRealisasi'>): Ukuran => {
  const { indikator, realisasi, pembilang, penyebut, definisi: d, cara } = c;
  if (d === null) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  // Half a ratio is no figure, and a ratio is no label.
  const rasio = pembilang !== null && penyebut !== null && d.polaritas !== 'predikat';
  if (realisasi === null && !rasio) return tolak('REALISASI_TIDAK_DIBERI', { indikator });
  if (realisasi !== null && !nilaiSah(d.polaritas, d.urutanPredikat, realisasi, 'realisasi'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: realisasi });
  const setengah = (pembilang === null) !== (penyebut === null);
  if (setengah && cara === 'elektronik') return tolak('REALISASI_TIDAK_DIBERI', { indikator });
  const atas = pembilang === null ? null : Desimal.dari(pembilang).tanda();
  const bawah = penyebut === null ? null : Desimal.dari(penyebut).tanda();
  if (bawah !== null && bawah < 0 && cara === 'elektronik')
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: penyebut });
  // 0 of 0 is a state of the world (no case came in); something out of nothing is a slip of the pen.
  if (bawah === 0 && atas !== null && atas !== 0) return tolak('PENYEBUT_NOL', { indikator, pembilang });
  return { realisasi, pembilang, penyebut };
};

const penjelasanSah = (c: Penjelasan): Penjelasan => ({
  faktorPendukung: teksAtauNull(c.faktorPendukung),
  faktorPenghambat: teksAtauNull(c.faktorPenghambat),
  tindakLanjut: teksAtauNull(c.tindakLanjut),
});

const UKURAN = ['realisasi', 'pembilang', 'penyebut'] as const;
const ISIAN = [...UKURAN, 'faktorPendukung', 'faktorPenghambat', 'tindakLanjut'] as const;

const ukuranDari = ({ pembilang, penyebut, realisasi }: Ukuran): Ukuran => ({
  pembilang,
  penyebut,
  realisasi,
});

/** Paper that was taken over says the same again, or less; anything else is refused. */
const wajibSama = (indikator: string, ada: Isian, baru: Ukuran & Penjelasan): void => {
  const hal = ISIAN.find((h) => baru[h] !== null && !samaNilai(ada[h], baru[h]));
  if (hal !== undefined)
    tolak('SUDAH_ADA_BERBEDA', { indikator, hal, sebelum: ada[hal], sesudah: baru[hal] });
};

const wajibDapatDiisi = (c: Perintah<'CatatRealisasi'>, { status }: Pengukuran): void => {
  if (status !== 'draf') tolak('PENGUKURAN_TERKUNCI', { status });
  if (!c.periodeTerbuka) tolak('PERIODE_DITUTUP');
};

const catat = (c: Perintah<'CatatRealisasi'>, p: Pengukuran): PengukuranEvent[] => {
  const { indikator, oleh, cara, penanggungJawab, berdasarkan } = c;
  const { pembilang, penyebut, realisasi } = ukuranSah(c);
  const { faktorPendukung, faktorPenghambat, tindakLanjut } = penjelasanSah(c);
  const baru = { faktorPendukung, faktorPenghambat, pembilang, penyebut, realisasi, tindakLanjut };
  const ada = p.isian.get(indikator);
  if (cara === 'dicatat') {
    if (ada !== undefined) {
      wajibSama(indikator, ada, baru);
      return [];
    }
  } else {
    if (penanggungJawab !== null && penanggungJawab !== oleh.jabatan)
      return tolak('BUKAN_PENANGGUNG_JAWAB', { indikator, penanggungJawab });
    if (ada !== undefined && ISIAN.every((h) => samaNilai(ada[h], baru[h]))) return [];
    wajibDapatDiisi(c, p);
  }
  // The names in the order of the bytes, so that they are written without sorting a copy (kernel/sidik.ts): every figure
  // of the year comes through here.
  const data = {
    berdasarkan,
    cara,
    faktorPendukung,
    faktorPenghambat,
    indikator,
    oleh,
    pembilang,
    penyebut,
    realisasi,
    sebelum: ada === undefined ? null : ukuranDari(ada),
    tindakLanjut,
  };
  return [{ type: 'RealisasiDicatat', data }];
};

const ajukan = (c: Perintah<'Ajukan'>, { status, isian }: Pengukuran): PengukuranEvent[] => {
  const { oleh, cara, periodeTerbuka, berdasarkan } = c;
  if (status === 'diajukan' || (status !== 'draf' && cara === 'dicatat')) return [];
  if (status !== 'draf') return tolak('PENGUKURAN_TERKUNCI', { status });
  if (isian.size === 0) return tolak('PENGUKURAN_KOSONG');
  if (cara === 'elektronik' && !periodeTerbuka) return tolak('PERIODE_DITUTUP');
  return [{ type: 'PengukuranDiajukan', data: { oleh, cara, berdasarkan } }];
};

/** Who entered a figure neither verifies nor approves it (domain.md B15: separation of duties). */
const wajibOrangLain = ({ oleh, cara }: Oleh, { isian }: Pengukuran): void => {
  if (cara === 'dicatat') return;
  for (const [indikator, { pencatat }] of isian)
    if (pencatat === orang(oleh)) tolak('ORANG_SAMA', { indikator });
};

const verifikasi = (c: Oleh, p: Pengukuran): PengukuranEvent[] => {
  const { oleh, cara } = c;
  if (p.status === 'draf') return tolak('PENGUKURAN_BELUM_DIAJUKAN');
  if (p.status === 'diverifikasi' || (p.status === 'disetujui' && cara === 'dicatat')) return [];
  if (p.status === 'disetujui') return tolak('PENGUKURAN_TERKUNCI', { status: p.status });
  wajibOrangLain(c, p);
  return [{ type: 'PengukuranDiverifikasi', data: { oleh, cara } }];
};

const setujui = (c: Oleh, p: Pengukuran): PengukuranEvent[] => {
  const { oleh, cara } = c;
  if (p.status === 'draf') return tolak('PENGUKURAN_BELUM_DIAJUKAN');
  if (p.status === 'diajukan') return tolak('PENGUKURAN_BELUM_DIVERIFIKASI');
  if (p.status === 'disetujui') return [];
  wajibOrangLain(c, p);
  return [{ type: 'PengukuranDisetujui', data: { oleh, cara } }];
};

const kembalikan = (c: Perintah<'Kembalikan'>, { status }: Pengukuran): PengukuranEvent[] => {
  const { oleh, cara } = c;
  if (status === 'draf') return tolak('PENGUKURAN_BELUM_DIAJUKAN');
  if (status === 'disetujui') return tolak('PENGUKURAN_TERKUNCI', { status });
  return [{ type: 'PengukuranDikembalikan', data: { catatan: alasan(c.catatan), oleh, cara } }];
};

const koreksi = (c: Perintah<'KoreksiRealisasi'>, p: Pengukuran): PengukuranEvent[] => {
  const { indikator, oleh, cara, berdasarkan } = c;
  if (p.status !== 'disetujui') return tolak('PENGUKURAN_BELUM_DISETUJUI', { status: p.status });
  const ada = p.isian.get(indikator);
  if (ada === undefined) return tolak('REALISASI_BELUM_ADA', { indikator });
  const baru = ukuranSah(c);
  const sebab = alasan(c.alasan);
  // Another reason for the same figures is news: what an official gave as a reason is never lost.
  if (ada.koreksi === sebab && UKURAN.every((h) => samaNilai(ada[h], baru[h]))) return [];
  const data = { indikator, ...baru, sebelum: ukuranDari(ada), alasan: sebab, oleh, cara, berdasarkan };
  return [{ type: 'RealisasiDikoreksi', data }];
};

const decide = (c: PengukuranCommand, p: Pengukuran): PengukuranEvent[] => {
  switch (c.type) {
    case 'CatatRealisasi':
      return catat(c, p);
    case 'Ajukan':
      return ajukan(c, p);
    case 'Verifikasi':
      return verifikasi(c, p);
    case 'Setujui':
      return setujui(c, p);
    case 'Kembalikan':
      return kembalikan(c, p);
    case 'KoreksiRealisasi':
      return koreksi(c, p);
  }
};

const isi = (p: Pengukuran, indikator: string, isian: Isian): Pengukuran => ({
  ...p,
  isian: p.isian.dengan(indikator, isian),
});

const evolve = (p: Pengukuran, { type, data }: PengukuranEvent, rev: number): Pengukuran => {
  switch (type) {
    case 'RealisasiDicatat': {
      const { realisasi, pembilang, penyebut, faktorPendukung, faktorPenghambat, tindakLanjut } = data;
      const ukuran = { realisasi, pembilang, penyebut, faktorPendukung, faktorPenghambat, tindakLanjut };
      const pencatat = data.cara === 'dicatat' ? null : orang(data.oleh);
      return isi(p, data.indikator, { ...ukuran, rev, pencatat, koreksi: null });
    }
    case 'RealisasiDikoreksi': {
      const ada = p.isian.get(data.indikator);
      return ada === undefined
        ? p
        : isi(p, data.indikator, { ...ada, ...ukuranDari(data), rev, koreksi: data.alasan });
    }
    case 'PengukuranDiajukan':
      return { ...p, status: 'diajukan' };
    case 'PengukuranDikembalikan':
      return { ...p, status: 'draf' };
    case 'PengukuranDiverifikasi':
      return { ...p, status: 'diverifikasi' };
    case 'PengukuranDisetujui':
      return { ...p, status: 'disetujui' };
  }
};

export const pengukuran: Decider<Pengukuran, PengukuranCommand, PengukuranEvent> = {
  kategori: 'Pengukuran',
  initial: { status: 'draf', isian: Peta.kosong() },
  decide,
  evolve,
  // Two clerks who enter different indicators do not collide; -1: nothing was entered for this one yet.
  revisi: (c, p) =>
    c.type === 'CatatRealisasi' || c.type === 'KoreksiRealisasi'
      ? (p.isian.get(c.indikator)?.rev ?? -1)
      : undefined,
};
