import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { desimalSah } from '../../kernel/desimal.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { kodeBebas, label, labelAtauNull, teksAtauNull, uraian } from '../../kernel/teks.js';
import { type Agregasi, nilaiSah, type Polaritas } from '../../reporting/capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Strategi = { uraian: string; arahKebijakan: string[] };
export type LevelIndikator = 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan';
export type DefinisiIndikator = {
  kode: string;
  nama: string;
  satuan: string;
  level: LevelIndikator;
  iku: boolean;
  polaritas: Polaritas;
  agregasi: Agregasi;
  desimal: number; // 0..6
  urutanPredikat: string[] | null; // polaritas predikat only, worst first
  definisi: string | null;
  pembilang: string | null;
  penyebut: string | null;
  sumberData: string | null;
  penanggungJawab: string | null; // the Bidang: code of an office of the same OPD, or its printed name when taken over from paper
  kondisiAwal: { tahun: number | null; nilai: string | null } | null;
};

/** As asked for: what is not said (null) keeps what stands, else posisi-akhir, 2 decimals, no IKU. */
export type DefinisiDiminta = Omit<DefinisiIndikator, 'iku' | 'agregasi' | 'desimal'> & {
  iku: boolean | null;
  agregasi: Agregasi | null;
  desimal: number | null;
};
export type IsiRenstra = { selesai: number; visi: string | null; misi: string | null };
export type IsiSasaran = { tujuan: string; uraian: string; strategi: Strategi[] };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type RenstraEvent =
  | {
      type: 'RenstraDisusun';
      data: Oleh & {
        mulai: number;
        selesai: number;
        visi: string | null;
        misi: string | null;
        sebelum: IsiRenstra | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'TujuanDitambahkan'; data: Oleh & { kode: string; uraian: string; sebelum: string | null } }
  | { type: 'SasaranDitambahkan'; data: Oleh & IsiSasaran & { kode: string; sebelum: IsiSasaran | null } }
  | { type: 'IndikatorDitetapkan'; data: Oleh & DefinisiIndikator & { sebelum: DefinisiIndikator | null } }
  | {
      type: 'IndikatorDihubungkan';
      data: Oleh & { indikator: string; tingkat: 'tujuan' | 'sasaran'; kode: string };
    }
  // tahun null: the end target of the period (targetAkhir)
  | {
      type: 'TargetRenstraDitetapkan';
      data: Oleh & { indikator: string; tahun: number | null; target: string; sebelum: string | null };
    }
  // a year before Amanah: what the paper reports of that year say
  | {
      type: 'RealisasiLampauDicatat';
      data: Oleh & { indikator: string; tahun: number; realisasi: string; sebelum: string | null };
    }
  | { type: 'RenstraDitetapkan'; data: Oleh & { keputusan: string | null } };
export type RenstraCommand =
  | (Oleh & {
      type: 'Susun';
      mulai: number;
      selesai: number;
      visi: string | null;
      misi: string | null;
      opdTerdaftar: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'TambahTujuan'; kode: string; uraian: string })
  | (Oleh & { type: 'TambahSasaran'; tujuan: string; kode: string; uraian: string; strategi: Strategi[] })
  | (Oleh & DefinisiDiminta & { type: 'TetapkanIndikator' })
  | (Oleh & { type: 'HubungkanIndikator'; indikator: string; tingkat: 'tujuan' | 'sasaran'; kode: string })
  | (Oleh & { type: 'TetapkanTarget'; indikator: string; tahun: number | null; target: string })
  | (Oleh & { type: 'CatatRealisasiLampau'; indikator: string; tahun: number; realisasi: string })
  | (Oleh & { type: 'Tetapkan'; keputusan: string | null });
type Perintah<T extends RenstraCommand['type']> = Extract<RenstraCommand, { type: T }>;

export type IndikatorRenstra = {
  readonly definisi: DefinisiIndikator;
  readonly target: ReadonlyMap<number | null, string>; // by year; null: the end target
  readonly lampau: ReadonlyMap<number, string>; // realisasi of earlier years
};
export type Renstra = IsiRenstra & {
  readonly status: 'kosong' | 'disusun' | 'ditetapkan';
  readonly mulai: number;
  readonly tujuan: ReadonlyMap<string, string>;
  readonly sasaran: ReadonlyMap<string, IsiSasaran>;
  readonly indikator: ReadonlyMap<string, IndikatorRenstra>;
  readonly hubungan: ReadonlySet<string>;
};

/** A period has at most this many years: five, and the year of transition that some Renstra add. */
export const MASA_TERPANJANG = 6;
const STRATEGIS: readonly LevelIndikator[] = ['tujuan', 'sasaran'];

/** A code has no blank (kodeBebas), so the three read one way only. */
const simpul = (h: { tingkat: string; kode: string; indikator: string }): string =>
  `${h.tingkat} ${h.kode} ${h.indikator}`;

// What was ditetapkan is replaced by a Perubahan Renstra (a later issue), never edited. Below sasaran the year's
// program tree goes on growing; paper may add what it knew all along.
const wajibTerbuka = (r: Renstra, cara: Cara, level: LevelIndikator): void => {
  if (cara === 'elektronik' && r.status === 'ditetapkan' && STRATEGIS.includes(level))
    tolak('RENSTRA_SUDAH_DITETAPKAN');
};

const wajibIndikator = (r: Renstra, indikator: string): IndikatorRenstra =>
  r.indikator.get(indikator) ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });

const wajibDalamMasa = (selesai: number, r: Renstra): void => {
  for (const { target } of r.indikator.values())
    for (const tahun of target.keys())
      if (tahun !== null && tahun > selesai) tolak('TAHUN_DI_LUAR_RENSTRA', { tahun });
};

const susun = (c: Perintah<'Susun'>, r: Renstra): RenstraEvent[] => {
  const { oleh, cara, berdasarkan } = c;
  if (!c.opdTerdaftar) return tolak('OPD_BELUM_TERDAFTAR');
  const [mulai, selesai] = [tahunSah(c.mulai), tahunSah(c.selesai)];
  if (selesai < mulai || selesai - mulai >= MASA_TERPANJANG)
    return tolak('TAHUN_TIDAK_SAH', { tahun: selesai });
  const diminta: IsiRenstra = { selesai, visi: teksAtauNull(c.visi), misi: teksAtauNull(c.misi) };
  const sebelum = r.status === 'kosong' ? null : { selesai: r.selesai, visi: r.visi, misi: r.misi };
  const isi = isiBaru(cara, sebelum, diminta);
  if (isi === null) return [];
  wajibTerbuka(r, cara, 'tujuan');
  if (cara === 'elektronik') wajibDalamMasa(selesai, r);
  return [{ type: 'RenstraDisusun', data: { mulai, ...isi, sebelum, oleh, cara, berdasarkan } }];
};

const tambahTujuan = ({ oleh, cara, ...c }: Perintah<'TambahTujuan'>, r: Renstra): RenstraEvent[] => {
  const [kode, isi] = [kodeBebas(c.kode), uraian(c.uraian)];
  const sebelum = r.tujuan.get(kode) ?? null;
  if (!faktaBaru(cara, sebelum, isi, { tujuan: kode })) return [];
  wajibTerbuka(r, cara, 'tujuan');
  return [{ type: 'TujuanDitambahkan', data: { kode, uraian: isi, sebelum, oleh, cara } }];
};

const strategiSah = (s: Strategi): Strategi => ({
  uraian: uraian(s.uraian),
  arahKebijakan: s.arahKebijakan.map((a) => uraian(a)),
});

const tambahSasaran = ({ oleh, cara, ...c }: Perintah<'TambahSasaran'>, r: Renstra): RenstraEvent[] => {
  const [kode, tujuan] = [kodeBebas(c.kode), c.tujuan];
  if (!r.tujuan.has(tujuan)) return tolak('TUJUAN_TIDAK_DIKENAL', { tujuan });
  const sebelum = r.sasaran.get(kode) ?? null;
  const diminta = { tujuan, uraian: uraian(c.uraian), strategi: c.strategi.map(strategiSah) };
  const isi = isiBaru(cara, sebelum, diminta, { sasaran: kode });
  if (isi === null) return [];
  wajibTerbuka(r, cara, 'sasaran');
  return [{ type: 'SasaranDitambahkan', data: { kode, ...isi, sebelum, oleh, cara } }];
};

const urutanSah = ({ polaritas, urutanPredikat, kode }: DefinisiDiminta): string[] | null => {
  const urutan = urutanPredikat?.map((u) => label(u, 60)) ?? null;
  const sah =
    polaritas === 'predikat'
      ? urutan !== null && urutan.length > 1 && new Set(urutan).size === urutan.length
      : urutan === null;
  return sah ? urutan : tolak('NILAI_TIDAK_SAH', { indikator: kode, bidang: 'urutanPredikat' });
};

const kondisiAwalSah = (c: DefinisiDiminta): DefinisiIndikator['kondisiAwal'] => {
  if (c.kondisiAwal === null) return null;
  const { tahun, nilai } = c.kondisiAwal;
  // A paket gives a decimal for every polarity.
  const sah =
    nilai === null || desimalSah(nilai) || nilaiSah(c.polaritas, c.urutanPredikat, nilai, 'realisasi');
  if (!sah) return tolak('NILAI_TIDAK_SAH', { indikator: c.kode, bidang: 'kondisiAwal' });
  return { tahun: tahun === null ? null : tahunSah(tahun), nilai };
};

const definisiSah = (c: DefinisiDiminta, lama: DefinisiIndikator | null): DefinisiIndikator => {
  const desimal = c.desimal ?? lama?.desimal ?? 2;
  if (!Number.isInteger(desimal) || desimal < 0 || desimal > 6)
    return tolak('MASUKAN_TIDAK_SAH', { bidang: 'desimal', indikator: c.kode });
  return {
    kode: kodeBebas(c.kode),
    nama: label(c.nama, 1_000),
    satuan: label(c.satuan, 100),
    level: c.level,
    iku: c.iku ?? lama?.iku ?? false,
    polaritas: c.polaritas,
    agregasi: c.agregasi ?? lama?.agregasi ?? 'posisi-akhir',
    desimal,
    urutanPredikat: urutanSah(c),
    definisi: teksAtauNull(c.definisi),
    pembilang: teksAtauNull(c.pembilang),
    penyebut: teksAtauNull(c.penyebut),
    sumberData: teksAtauNull(c.sumberData),
    penanggungJawab: labelAtauNull(c.penanggungJawab),
    kondisiAwal: kondisiAwalSah(c),
  };
};

/** Decided here, a definition changes only while the Renstra is being written and no figure stands on it. */
const wajibBolehBerubah = (r: Renstra, { definisi, target, lampau }: IndikatorRenstra): void => {
  if (r.status === 'ditetapkan') tolak('RENSTRA_SUDAH_DITETAPKAN');
  if (target.size + lampau.size > 0) tolak('SUDAH_ADA_BERBEDA', { indikator: definisi.kode });
};

const tetapkanIndikator = (c: Perintah<'TetapkanIndikator'>, r: Renstra): RenstraEvent[] => {
  const { oleh, cara } = c;
  const ada = r.indikator.get(c.kode);
  const sebelum = ada?.definisi ?? null;
  const definisi = isiBaru(cara, sebelum, definisiSah(c, sebelum), { indikator: c.kode });
  if (definisi === null) return [];
  wajibTerbuka(r, cara, definisi.level);
  if (ada !== undefined && cara === 'elektronik') wajibBolehBerubah(r, ada);
  return [{ type: 'IndikatorDitetapkan', data: { ...definisi, sebelum, oleh, cara } }];
};

const hubungkan = (c: Perintah<'HubungkanIndikator'>, r: Renstra): RenstraEvent[] => {
  const { indikator, tingkat, kode, oleh, cara } = c;
  if (tingkat === 'tujuan' && !r.tujuan.has(kode)) return tolak('TUJUAN_TIDAK_DIKENAL', { tujuan: kode });
  if (tingkat === 'sasaran' && !r.sasaran.has(kode)) return tolak('SASARAN_TIDAK_DIKENAL', { sasaran: kode });
  wajibIndikator(r, indikator);
  if (r.hubungan.has(simpul(c))) return [];
  wajibTerbuka(r, cara, tingkat);
  return [{ type: 'IndikatorDihubungkan', data: { indikator, tingkat, kode, oleh, cara } }];
};

const tetapkanTarget = (c: Perintah<'TetapkanTarget'>, r: Renstra): RenstraEvent[] => {
  const { indikator, target, oleh, cara } = c;
  const { definisi, target: ada } = wajibIndikator(r, indikator);
  if (!nilaiSah(definisi.polaritas, definisi.urutanPredikat, target, 'target'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: target.slice(0, 60) });
  const tahun = c.tahun === null ? null : tahunSah(c.tahun);
  if (cara === 'elektronik' && tahun !== null && (tahun < r.mulai || tahun > r.selesai))
    return tolak('TAHUN_DI_LUAR_RENSTRA', { tahun });
  const sebelum = ada.get(tahun) ?? null;
  if (!faktaBaru(cara, sebelum, target, { indikator, tahun })) return [];
  wajibTerbuka(r, cara, definisi.level);
  return [{ type: 'TargetRenstraDitetapkan', data: { indikator, tahun, target, sebelum, oleh, cara } }];
};

const catatLampau = (c: Perintah<'CatatRealisasiLampau'>, r: Renstra): RenstraEvent[] => {
  const { indikator, realisasi, oleh, cara } = c;
  const { definisi, lampau } = wajibIndikator(r, indikator);
  const tahun = tahunSah(c.tahun);
  if (!nilaiSah(definisi.polaritas, definisi.urutanPredikat, realisasi, 'realisasi'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: realisasi.slice(0, 60) });
  const sebelum = lampau.get(tahun) ?? null;
  if (!faktaBaru(cara, sebelum, realisasi, { indikator, tahun })) return [];
  return [{ type: 'RealisasiLampauDicatat', data: { indikator, tahun, realisasi, sebelum, oleh, cara } }];
};

const tetapkan = ({ oleh, cara, ...c }: Perintah<'Tetapkan'>, r: Renstra): RenstraEvent[] => {
  if (r.status === 'ditetapkan') return [];
  if (cara === 'elektronik' && r.sasaran.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa sasaran' });
  return [{ type: 'RenstraDitetapkan', data: { keputusan: labelAtauNull(c.keputusan), oleh, cara } }];
};

const decide = (c: RenstraCommand, r: Renstra): RenstraEvent[] => {
  if (c.type === 'Susun') return susun(c, r);
  if (r.status === 'kosong') return tolak('RENSTRA_BELUM_ADA');
  switch (c.type) {
    case 'TambahTujuan':
      return tambahTujuan(c, r);
    case 'TambahSasaran':
      return tambahSasaran(c, r);
    case 'TetapkanIndikator':
      return tetapkanIndikator(c, r);
    case 'HubungkanIndikator':
      return hubungkan(c, r);
    case 'TetapkanTarget':
      return tetapkanTarget(c, r);
    case 'CatatRealisasiLampau':
      return catatLampau(c, r);
    case 'Tetapkan':
      return tetapkan(c, r);
  }
};

const denganIndikator = (
  r: Renstra,
  kode: string,
  ubah: (i: IndikatorRenstra) => IndikatorRenstra,
): Renstra => {
  const ada = r.indikator.get(kode);
  return ada === undefined ? r : { ...r, indikator: new Map(r.indikator).set(kode, ubah(ada)) };
};

const evolve = (r: Renstra, { type, data }: RenstraEvent): Renstra => {
  switch (type) {
    case 'RenstraDisusun': {
      const { mulai, selesai, visi, misi } = data;
      return { ...r, status: r.status === 'kosong' ? 'disusun' : r.status, mulai, selesai, visi, misi };
    }
    case 'TujuanDitambahkan':
      return { ...r, tujuan: new Map(r.tujuan).set(data.kode, data.uraian) };
    case 'SasaranDitambahkan': {
      const { kode, tujuan, uraian, strategi } = data;
      return { ...r, sasaran: new Map(r.sasaran).set(kode, { tujuan, uraian, strategi }) };
    }
    case 'IndikatorDitetapkan': {
      const { oleh: _oleh, cara: _cara, sebelum: _sebelum, ...definisi } = data;
      const ada = r.indikator.get(definisi.kode) ?? { target: new Map(), lampau: new Map() };
      return { ...r, indikator: new Map(r.indikator).set(definisi.kode, { ...ada, definisi }) };
    }
    case 'IndikatorDihubungkan':
      return { ...r, hubungan: new Set(r.hubungan).add(simpul(data)) };
    case 'TargetRenstraDitetapkan':
      return denganIndikator(r, data.indikator, (i) => ({
        ...i,
        target: new Map(i.target).set(data.tahun, data.target),
      }));
    case 'RealisasiLampauDicatat':
      return denganIndikator(r, data.indikator, (i) => ({
        ...i,
        lampau: new Map(i.lampau).set(data.tahun, data.realisasi),
      }));
    case 'RenstraDitetapkan':
      return { ...r, status: 'ditetapkan' };
  }
};

export const renstra: Decider<Renstra, RenstraCommand, RenstraEvent> = {
  kategori: 'Renstra',
  initial: {
    status: 'kosong',
    mulai: 0,
    selesai: 0,
    visi: null,
    misi: null,
    tujuan: new Map(),
    sasaran: new Map(),
    indikator: new Map(),
    hubungan: new Set(),
  },
  decide,
  evolve,
};
