import { type Akta, aktaSah } from '../../kernel/akta.js';
import { isiBaru } from '../../kernel/cara.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { kodeBagian } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, label, tanggalSah, teksAtauNull, uraian } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** What an OPD is from a date on. `pendahulu`: codes of the OPD of the same pemda whose work it took over. */
export type IsiSotk = {
  mulai: string;
  dasar: Akta;
  tugasPokok: string;
  fungsi: string[];
  sejarah: string | null;
  pendahulu: string[];
};
export type IsiUnit = { nama: string; induk: string | null; tugasPokok: string | null; fungsi: string[] };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type SotkEvent =
  | { type: 'SotkDisusun'; data: Oleh & IsiSotk & { versi: number; sebelum: IsiSotk | null } }
  | {
      type: 'UnitSotkDitetapkan';
      data: Oleh & IsiUnit & { versi: number; kode: string; sebelum: IsiUnit | null };
    }
  | { type: 'UnitSotkDihapus'; data: Oleh & { versi: number; kode: string; alasan: string } }
  | { type: 'SotkDitetapkan'; data: Oleh & { versi: number } };
export type SotkCommand =
  | (Oleh & IsiSotk & { type: 'SusunSotk'; kode: string; takDikenal: readonly string[]; salinUnit: boolean })
  | (Oleh & IsiUnit & { type: 'TetapkanUnitSotk'; versi: number; kode: string })
  | (Oleh & { type: 'HapusUnitSotk'; versi: number; kode: string; alasan: string })
  | (Oleh & { type: 'TetapkanSotk'; versi: number });
type Perintah<T extends SotkCommand['type']> = Extract<SotkCommand, { type: T }>;

export type UnitSotk = IsiUnit & { readonly kode: string };
export type Sotk = IsiSotk & {
  readonly versi: number;
  readonly status: 'disusun' | 'ditetapkan';
  readonly unit: readonly UnitSotk[];
};
type DaftarSotk = readonly Sotk[];

const BATAS_DAFTAR = 30; // with BATAS_FUNGSI: an event stays below its 60,000 bytes, what stood before included
const BATAS_FUNGSI = 500;
const BATAS_TUGAS = 2_000;

/** The structure in force on a date: of those ditetapkan the one that began last. A draft is nobody's structure. */
export const sotkPada = (daftar: DaftarSotk, tanggal: string): Sotk | null =>
  daftar
    .filter((s) => s.status === 'ditetapkan' && s.mulai <= tanggal)
    .toSorted((a, b) => b.mulai.localeCompare(a.mulai))[0] ?? null;

/** OPD codes that precede or follow another one, each once. Refuses the OPD itself, and (decided here) unknown ones. */
export const opdLain = (
  kode: readonly string[],
  c: { cara: Cara; kode: string; takDikenal: readonly string[] },
): string[] => {
  const daftar = [...new Set(kode.map(kodeBagian))];
  const tidak = daftar.find((k) => k === c.kode || (c.cara === 'elektronik' && c.takDikenal.includes(k)));
  return tidak === undefined ? daftar : tolak('OPD_TIDAK_DIKENAL', { opd: tidak });
};

const fungsiSah = (fungsi: readonly string[]): string[] =>
  fungsi.length <= BATAS_DAFTAR
    ? fungsi.map((f) => uraian(f, BATAS_FUNGSI))
    : tolak('TERLALU_BANYAK', { jumlah: fungsi.length, batas: BATAS_DAFTAR });

const isiSotk = (c: Perintah<'SusunSotk'>): IsiSotk => ({
  mulai: tanggalSah(c.mulai),
  dasar: aktaSah(c.dasar),
  tugasPokok: uraian(c.tugasPokok, BATAS_TUGAS),
  fungsi: fungsiSah(c.fungsi),
  sejarah: teksAtauNull(c.sejarah),
  pendahulu: opdLain(c.pendahulu, c),
});

const isiUnit = (c: Perintah<'TetapkanUnitSotk'>): IsiUnit => ({
  nama: label(c.nama),
  induk: c.induk,
  tugasPokok: teksAtauNull(c.tugasPokok, BATAS_TUGAS),
  fungsi: fungsiSah(c.fungsi),
});

/** What of a stored structure its own command can say. */
const pokok = ({ versi: _versi, status: _status, unit: _unit, ...isi }: Sotk): IsiSotk => isi;
const pokokUnit = ({ kode: _kode, ...isi }: UnitSotk): IsiUnit => isi;

const susun = (c: Perintah<'SusunSotk'>, daftar: DaftarSotk): SotkEvent[] => {
  const { oleh, cara } = c;
  const isi = isiSotk(c);
  const ditetapkan = daftar.find((s) => s.status === 'ditetapkan' && s.mulai === isi.mulai);
  if (ditetapkan !== undefined)
    return isiBaru(cara, pokok(ditetapkan), isi, { versi: ditetapkan.versi }) === null
      ? []
      : tolak('SOTK_SUDAH_DITETAPKAN', { versi: ditetapkan.versi, mulai: isi.mulai });
  const draf = daftar.find((s) => s.status === 'disusun');
  if (draf !== undefined) {
    const [versi, sebelum] = [draf.versi, pokok(draf)];
    const baru = isiBaru(cara, sebelum, isi, { versi });
    return baru === null ? [] : [{ type: 'SotkDisusun', data: { versi, ...baru, sebelum, oleh, cara } }];
  }
  const versi = daftar.length + 1;
  const salinan = c.salinUnit ? (sotkPada(daftar, isi.mulai)?.unit ?? []) : [];
  return [
    { type: 'SotkDisusun', data: { versi, ...isi, sebelum: null, oleh, cara } },
    ...salinan.map(
      (u): SotkEvent => ({ type: 'UnitSotkDitetapkan', data: { versi, ...u, sebelum: null, oleh, cara } }),
    ),
  ];
};

const versiIni = (daftar: DaftarSotk, versi: number): Sotk =>
  daftar.find((s) => s.versi === versi) ?? tolak('SOTK_BELUM_DISUSUN', { versi });

const wajibDraf = ({ status, versi, mulai }: Sotk): void => {
  if (status === 'ditetapkan') tolak('SOTK_SUDAH_DITETAPKAN', { versi, mulai });
};

/** Whether `kode` stands above or at `induk`: what hangs there would be its own superior. */
const diAtas = (unit: readonly UnitSotk[], kode: string, induk: string | null): boolean => {
  if (induk === null) return false;
  return induk === kode || diAtas(unit, kode, unit.find((u) => u.kode === induk)?.induk ?? null);
};

const tetapkanUnit = (c: Perintah<'TetapkanUnitSotk'>, daftar: DaftarSotk): SotkEvent[] => {
  const { versi, oleh, cara } = c;
  const sotk = versiIni(daftar, versi);
  const kode = kodeBagian(c.kode);
  const lama = sotk.unit.find((u) => u.kode === kode);
  const sebelum = lama === undefined ? null : pokokUnit(lama);
  const isi = isiUnit(c);
  const baru = isiBaru(cara, sebelum, isi, { unit: kode });
  if (baru === null) return [];
  wajibDraf(sotk);
  if (isi.induk !== null && !sotk.unit.some((u) => u.kode === isi.induk) && isi.induk !== kode)
    return tolak('UNIT_TIDAK_DIKENAL', { unit: isi.induk });
  if (diAtas(sotk.unit, kode, isi.induk)) return tolak('UNIT_BERPUTAR', { unit: kode });
  return [{ type: 'UnitSotkDitetapkan', data: { versi, kode, ...baru, sebelum, oleh, cara } }];
};

const hapusUnit = (c: Perintah<'HapusUnitSotk'>, daftar: DaftarSotk): SotkEvent[] => {
  const { versi, kode, oleh, cara } = c;
  const sotk = versiIni(daftar, versi);
  wajibDraf(sotk);
  if (!sotk.unit.some((u) => u.kode === kode)) return tolak('UNIT_TIDAK_DIKENAL', { unit: kode });
  if (sotk.unit.some((u) => u.induk === kode)) return tolak('UNIT_PUNYA_BAWAHAN', { unit: kode });
  return [{ type: 'UnitSotkDihapus', data: { versi, kode, alasan: alasan(c.alasan), oleh, cara } }];
};

const tetapkan = ({ versi, oleh, cara }: Perintah<'TetapkanSotk'>, daftar: DaftarSotk): SotkEvent[] =>
  versiIni(daftar, versi).status === 'ditetapkan'
    ? []
    : [{ type: 'SotkDitetapkan', data: { versi, oleh, cara } }];

export const putuskanSotk = (c: SotkCommand, daftar: DaftarSotk): SotkEvent[] => {
  switch (c.type) {
    case 'SusunSotk':
      return susun(c, daftar);
    case 'TetapkanUnitSotk':
      return tetapkanUnit(c, daftar);
    case 'HapusUnitSotk':
      return hapusUnit(c, daftar);
    case 'TetapkanSotk':
      return tetapkan(c, daftar);
  }
};

const dengan = (daftar: DaftarSotk, versi: number, jadi: (s: Sotk) => Sotk): DaftarSotk =>
  daftar.map((s) => (s.versi === versi ? jadi(s) : s));

/** The structures after one more event; the view `organisasi` folds them with it too. */
export const lipatSotk = (daftar: DaftarSotk, { type, data }: SotkEvent): DaftarSotk => {
  switch (type) {
    case 'SotkDisusun': {
      const { oleh: _oleh, cara: _cara, sebelum: _sebelum, ...isi } = data;
      if (!daftar.some((s) => s.versi === data.versi))
        return [...daftar, { ...isi, status: 'disusun', unit: [] }];
      return dengan(daftar, data.versi, (s) => ({ ...s, ...isi }));
    }
    case 'UnitSotkDitetapkan': {
      const { kode, nama, induk, tugasPokok, fungsi } = data;
      const baru = { kode, nama, induk, tugasPokok, fungsi };
      return dengan(daftar, data.versi, (s) => {
        const letak = s.unit.findIndex((u) => u.kode === kode);
        return { ...s, unit: letak < 0 ? [...s.unit, baru] : s.unit.with(letak, baru) };
      });
    }
    case 'UnitSotkDihapus':
      return dengan(daftar, data.versi, (s) => ({
        ...s,
        unit: s.unit.filter((u) => u.kode !== data.kode),
      }));
    case 'SotkDitetapkan':
      return dengan(daftar, data.versi, (s) => ({ ...s, status: 'ditetapkan' }));
  }
};
