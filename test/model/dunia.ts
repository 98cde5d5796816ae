import type * as J from './jenis.js';

/** What the planning documents of one pemda say, as plain values by key. The model changes it in place. */
export type Dunia = {
  pemda: J.Pemda;
  opd: Record<string, J.Opd>;
  jabatan: Record<string, J.Jabatan>; // by the office's key
  periode: Record<number, J.Periode>;
  renstra: Record<string, J.Renstra>; // by '<opd>.<mulai>'
  nomenklatur: Record<string, J.Nomenklatur>;
  program: Record<string, J.Program>; // by '<opd>.<tahun>', as the three below
  rkt: Record<string, J.Rkt>;
  aksi: Record<string, J.RencanaAksi>;
  anggaran: Record<string, J.Anggaran>;
  iku: Record<string, J.SetIku[]>;
  pk: Record<string, J.Pk>; // by '<office's key>.<tahun>'
  pohon: Record<string, Record<string, J.Simpul>>; // by '<opd>.<mulai>'
  rev: Record<string, number>; // how many events each stream has
};

export const duniaKosong = (): Dunia => ({
  pemda: { nama: null, zona: null, skala: null, kalender: {}, dasarHukum: {} },
  opd: {},
  jabatan: {},
  periode: {},
  renstra: {},
  nomenklatur: {},
  program: {},
  rkt: {},
  aksi: {},
  anggaran: {},
  iku: {},
  pk: {},
  pohon: {},
  rev: {},
});

/** The calendar day of each of the two instants, by the pemda's own clock. */
export const KINI_TANGGAL = [
  { WIB: '2023-03-09', WITA: '2023-03-10', WIT: '2023-03-10' },
  { WIB: '2023-06-15', WITA: '2023-06-15', WIT: '2023-06-15' },
] as const;

/** The one pemda of every sequence. */
export const PEMDA = '61.71';
export const kunciJabatan = (opd: string, jabatan: string): string => `${PEMDA}.${opd}.${jabatan}`;
export const opdTerdaftar = (d: Dunia, opd: string): boolean =>
  opd === 'pemda' ? d.pemda.nama !== null : (d.opd[opd]?.nama ?? null) !== null;

/** The version that holds in a year: the newest that begins by then, else the first there is. */
export const versiBerlaku = (r: J.Renstra, tahun: number): J.NaskahRenstra | null => {
  if (r.versi.length === 0) return r.rancangan?.naskah ?? null;
  return (r.versi.findLast((v) => v.mulaiBerlaku <= tahun) ?? r.versi[0])?.naskah ?? null;
};

/** Whether an indicator of that code is the OPD's own in a year: it has come by then, and not left yet. */
export const milikSendiri = (r: J.Renstra, kode: string, tahun: number): boolean =>
  tahun >= (r.diterima[kode]?.sejak ?? -Infinity) && tahun < (r.dialihkan[kode]?.sejak ?? Infinity);

/** The same with the indicators that are the OPD's own in that year. */
export const naskahTahun = (r: J.Renstra, tahun: number): J.NaskahRenstra | null => {
  const n = versiBerlaku(r, tahun);
  if (n === null || (Object.keys(r.dialihkan).length === 0 && Object.keys(r.diterima).length === 0)) return n;
  const milik = Object.entries(n.indikator).filter(([kode]) => milikSendiri(r, kode, tahun));
  return { ...n, indikator: Object.fromEntries(milik) };
};

/** The first years of the plans of the OPD that cover the year: those that are ditetapkan first, of each the younger. */
export const mencakup = (d: Dunia, opd: string, tahun: number): number[] => {
  const semua = [0, 1, 2, 3, 4, 5]
    .map((n) => tahun - n)
    .filter((mulai) => {
      const r = d.renstra[`${opd}.${mulai}`];
      return r !== undefined && (versiBerlaku(r, tahun)?.isi.selesai ?? 0) >= tahun;
    });
  const ditetapkan = (mulai: number): boolean => (d.renstra[`${opd}.${mulai}`]?.versi.length ?? 0) > 0;
  return [...semua.filter(ditetapkan), ...semua.filter((mulai) => !ditetapkan(mulai))];
};

/** The plan of the OPD that speaks for the year. */
export const renstraTahun = (d: Dunia, opd: string, tahun: number): J.NaskahRenstra | null => {
  const r = d.renstra[`${opd}.${mencakup(d, opd, tahun)[0]}`];
  return r === undefined ? null : naskahTahun(r, tahun);
};

export const baru = {
  opd: (): J.Opd => ({ nama: null, skala: {}, bubar: null, sotk: [], kepegawaian: {}, dasarHukum: {} }),
  periode: (): J.Periode => ({ triwulan: {}, dokumen: {} }),
  rkt: (): J.Rkt => ({
    murni: { ditetapkan: false, target: {} },
    perubahan: { ditetapkan: false, target: {} },
    usulan: {},
  }),
  aksi: (): J.RencanaAksi => ({
    versi: [{ sebab: null, ditetapkan: false, target: {}, sendiri: {} }],
    tanda: {},
  }),
  anggaran: (): J.Anggaran => ({ tahap: [], baris: {} }),
  pk: (): J.Pk => ({ versi: [], kebutuhan: {} }),
};
