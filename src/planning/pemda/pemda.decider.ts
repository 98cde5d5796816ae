import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { Desimal } from '../../kernel/desimal.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, label, tanggalSah } from '../../kernel/teks.js';
import type { KelasSkala, Skala } from '../../reporting/capaian.js';
import {
  type DasarHukum,
  type DasarHukumCommand,
  type DasarHukumEvent,
  lipatDasarHukum,
  putuskanDasarHukum,
} from './dasar-hukum.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Zona = 'WIB' | 'WITA' | 'WIT';
/** Working days 1 (Senin) to 7, working hours as 'HH:MM', holidays by date: time norms are counted in them. */
export type Kalender = {
  tahun: number;
  hariKerja: number[];
  jamMulai: string;
  jamSelesai: string;
  libur: { tanggal: string; uraian: string }[];
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PemdaEvent =
  | { type: 'PemdaDidaftarkan'; data: Oleh & { nama: string; zona: Zona } }
  | { type: 'NamaPemdaDiubah'; data: Oleh & { nama: string; sebelum: string; alasan: string } }
  | { type: 'SkalaPemdaDitetapkan'; data: Oleh & { skala: Skala; sebelum: Skala | null } }
  | { type: 'KalenderDitetapkan'; data: Oleh & { kalender: Kalender; sebelum: Kalender | null } }
  | DasarHukumEvent;
export type PemdaCommand =
  | (Oleh & { type: 'Daftarkan'; nama: string; zona: Zona })
  | (Oleh & { type: 'UbahNama'; nama: string; alasan: string })
  | (Oleh & { type: 'TetapkanSkala'; skala: Skala })
  | (Oleh & { type: 'TetapkanKalender'; kalender: Kalender })
  | DasarHukumCommand;
type Perintah<T extends PemdaCommand['type']> = Extract<PemdaCommand, { type: T }>;

export type Pemda = {
  readonly status: 'kosong' | 'terdaftar';
  readonly nama: string;
  readonly zona: Zona | null;
  readonly skala: Skala | null;
  readonly kalender: readonly Kalender[]; // one a year
  readonly dasarHukum: readonly DasarHukum[];
};

const LABEL_PREDIKAT = 100;

const menurun = (batas: readonly Desimal[]): boolean =>
  batas.every((ini, i) => {
    const atas = batas[i - 1];
    return atas === undefined || ini.banding(atas) < 0;
  });

/**
 * A scale as it is recorded, from the best class down; refuses with SKALA_TIDAK_SAH. Decided here its last class has no
 * lower bound, so that every capaian has a class; a scale taken over from paper may end at a bound, as printed.
 */
export const skalaSah = ({ kode, nama, sumber, kelas }: Skala, cara: Cara): Skala => {
  const rapi = kelas.map((k) => ({
    predikat: label(k.predikat, LABEL_PREDIKAT),
    batasBawah: k.batasBawah ?? null,
    termasukBatas: k.termasukBatas ?? true,
  })) satisfies KelasSkala[];
  const batas = rapi.map((k) => k.batasBawah);
  const sah =
    rapi.length > 0 &&
    new Set(rapi.map((k) => k.predikat)).size === rapi.length &&
    batas.slice(0, -1).every((b) => b !== null) &&
    (cara === 'dicatat' || batas.at(-1) === null) &&
    menurun(batas.flatMap((b) => (b === null ? [] : Desimal.dari(b))));
  if (!sah) return tolak('SKALA_TIDAK_SAH', { kode });
  return {
    kode: label(kode, LABEL_PREDIKAT),
    nama: label(nama),
    ...(sumber === undefined ? {} : { sumber: label(sumber) }),
    kelas: rapi,
  };
};

const JAM = /^([01]\d|2[0-3]):[0-5]\d$/;

const hariKerjaSah = (hari: readonly number[]): boolean =>
  hari.length > 0 &&
  new Set(hari).size === hari.length &&
  hari.every((h) => Number.isInteger(h) && h >= 1 && h <= 7);

const kalenderSah = (k: Kalender): Kalender => {
  const tahun = tahunSah(k.tahun);
  const libur = k.libur.map(({ tanggal, uraian }) => ({
    tanggal: tanggalSah(tanggal),
    uraian: label(uraian),
  }));
  const jamSah = JAM.test(k.jamMulai) && JAM.test(k.jamSelesai) && k.jamMulai < k.jamSelesai;
  const liburSah =
    new Set(libur.map((l) => l.tanggal)).size === libur.length &&
    libur.every((l) => l.tanggal.startsWith(`${tahun}-`));
  if (!jamSah || !liburSah || !hariKerjaSah(k.hariKerja)) return tolak('KALENDER_TIDAK_SAH', { tahun });
  return {
    tahun,
    hariKerja: k.hariKerja.toSorted((a, b) => a - b),
    jamMulai: k.jamMulai,
    jamSelesai: k.jamSelesai,
    libur: libur.toSorted((a, b) => a.tanggal.localeCompare(b.tanggal)),
  };
};

// A paket does not say the zone: taken over from paper, the name alone is compared.
const daftarkan = ({ oleh, cara, zona, ...c }: Perintah<'Daftarkan'>, p: Pemda): PemdaEvent[] => {
  const nama = label(c.nama);
  if (p.status === 'kosong') return [{ type: 'PemdaDidaftarkan', data: { nama, zona, oleh, cara } }];
  return p.nama === nama && (cara === 'dicatat' || p.zona === zona)
    ? []
    : tolak('SUDAH_ADA_BERBEDA', { sebelum: p.nama, sesudah: nama });
};

const ubahNama = ({ oleh, cara, ...c }: Perintah<'UbahNama'>, p: Pemda): PemdaEvent[] => {
  const [nama, sebelum] = [label(c.nama), p.nama];
  if (!faktaBaru(cara, sebelum, nama)) return [];
  return [{ type: 'NamaPemdaDiubah', data: { nama, sebelum, alasan: alasan(c.alasan), oleh, cara } }];
};

const tetapkanSkala = ({ oleh, cara, ...c }: Perintah<'TetapkanSkala'>, p: Pemda): PemdaEvent[] => {
  const [skala, sebelum] = [skalaSah(c.skala, cara), p.skala];
  if (!faktaBaru(cara, sebelum, skala)) return [];
  return [{ type: 'SkalaPemdaDitetapkan', data: { skala, sebelum, oleh, cara } }];
};

const tetapkanKalender = ({ oleh, cara, ...c }: Perintah<'TetapkanKalender'>, p: Pemda): PemdaEvent[] => {
  const kalender = kalenderSah(c.kalender);
  const sebelum = p.kalender.find((k) => k.tahun === kalender.tahun) ?? null;
  if (!faktaBaru(cara, sebelum, kalender)) return [];
  return [{ type: 'KalenderDitetapkan', data: { kalender, sebelum, oleh, cara } }];
};

const decide = (c: PemdaCommand, p: Pemda): PemdaEvent[] => {
  if (c.type === 'Daftarkan') return daftarkan(c, p);
  if (p.status === 'kosong') return tolak('PEMDA_BELUM_TERDAFTAR');
  switch (c.type) {
    case 'UbahNama':
      return ubahNama(c, p);
    case 'TetapkanSkala':
      return tetapkanSkala(c, p);
    case 'TetapkanKalender':
      return tetapkanKalender(c, p);
    default:
      return putuskanDasarHukum(c, p.dasarHukum);
  }
};

const evolve = (p: Pemda, event: PemdaEvent): Pemda => {
  switch (event.type) {
    case 'PemdaDidaftarkan':
      return { ...p, status: 'terdaftar', nama: event.data.nama, zona: event.data.zona };
    case 'NamaPemdaDiubah':
      return { ...p, nama: event.data.nama };
    case 'SkalaPemdaDitetapkan':
      return { ...p, skala: event.data.skala };
    case 'KalenderDitetapkan': {
      const { kalender } = event.data;
      return { ...p, kalender: [...p.kalender.filter((k) => k.tahun !== kalender.tahun), kalender] };
    }
    default:
      return { ...p, dasarHukum: lipatDasarHukum(p.dasarHukum, event) };
  }
};

export const pemda: Decider<Pemda, PemdaCommand, PemdaEvent> = {
  kategori: 'Pemda',
  initial: { status: 'kosong', nama: '', zona: null, skala: null, kalender: [], dasarHukum: [] },
  decide,
  evolve,
};
