import { OPD_PEMDA } from '../../kernel/kunci.js';
import type { Bahan } from './bahan.js';
import type { IsuRenstra, Keselarasan, PermasalahanRenstra, PrioritasRenstra } from './fakta.js';
import { type RenstraTersusun, susunRenstra } from './susunan-renstra.js';
import { type AlasanKosong, atau, kolom, susunTabel, type Tabel } from './tabel.js';
import { kepalaTabel } from './tabel-renstra.js';

type BarisVisi = Readonly<{
  jenis: 'Visi' | 'Misi';
  nomor: number | null;
  uraian: string | null;
  asal: readonly number[];
}>;

const barisVisi = ({ visi, misi, daftarMisi }: RenstraTersusun): BarisVisi[] => [
  { jenis: 'Visi', nomor: null, uraian: visi, asal: [] },
  ...(misi === null && daftarMisi.length > 0
    ? []
    : [{ jenis: 'Misi', nomor: null, uraian: misi, asal: [] } as const]),
  ...daftarMisi.map((m) => ({ jenis: 'Misi', ...m }) as const),
];

const tabelVisi = (b: Bahan, r: RenstraTersusun): Tabel => {
  const tanpaVisi: AlasanKosong = r.alasanTanpaVisi === null ? 'BELUM_ADA' : 'TANPA_VISI';
  const kepala = kepalaTabel(b, r, 'visi-misi', 'Visi dan misi');
  return susunTabel<BarisVisi>({
    nomor: null,
    ...kepala,
    catatan: [...kepala.catatan, ...(r.alasanTanpaVisi === null ? [] : [`Tanpa visi: ${r.alasanTanpaVisi}`])],
    kolom: [
      kolom('jenis', 'Visi / misi', (x) => x.jenis),
      kolom('nomor', 'Nomor', (x) => atau(x.nomor?.toString(), 'TANPA_NOMOR'), 'bulat'),
      kolom('uraian', 'Uraian', (x) => atau(x.uraian, x.jenis === 'Visi' ? tanpaVisi : 'BELUM_ADA')),
    ],
    dari: barisVisi(r),
    asal: (x) => [...x.asal, ...(r.penetapan?.asal ?? [])],
  });
};

/** Texts of the sasaran that a thing names, as one cell. */
const sasaranDari =
  (r: RenstraTersusun) =>
  ({ sasaran }: { sasaran: readonly string[] }) => {
    const semua = r.tujuan.flatMap((t) => t.sasaran);
    const nama = sasaran.map((kode) => semua.find((s) => s.kode === kode)?.uraian ?? kode);
    return atau(nama.length === 0 ? null : nama.join('; '), 'TIDAK_DISEBUT');
  };

const tabelPrioritas = (b: Bahan, r: RenstraTersusun): Tabel =>
  susunTabel<PrioritasRenstra>({
    nomor: null,
    ...kepalaTabel(b, r, 'program-prioritas', 'Program prioritas'),
    kolom: [
      kolom('kode', 'Kode', (p) => p.kode),
      kolom('nama', 'Program prioritas', (p) => p.nama),
      kolom('sasaran', 'Sasaran', sasaranDari(r)),
      kolom('opd', 'Perangkat daerah', (p) =>
        atau(p.opd.length === 0 ? null : p.opd.join('; '), 'TIDAK_DISEBUT'),
      ),
    ],
    dari: r.prioritas,
    asal: (p) => p.asal,
  });

const tabelIsu = (b: Bahan, r: RenstraTersusun): Tabel =>
  susunTabel<IsuRenstra>({
    nomor: null,
    ...kepalaTabel(b, r, 'isu-strategis', 'Isu strategis'),
    kolom: [
      kolom('kode', 'Kode', (i) => i.kode),
      kolom('uraian', 'Isu strategis', (i) => i.uraian),
      kolom('sasaran', 'Sasaran yang menjawabnya', sasaranDari(r)),
    ],
    dari: r.isu,
    asal: (i) => i.asal,
  });

const tabelPermasalahan = (b: Bahan, r: RenstraTersusun): Tabel =>
  susunTabel<PermasalahanRenstra>({
    nomor: null,
    ...kepalaTabel(b, r, 'permasalahan', 'Permasalahan'),
    kolom: [
      kolom('kode', 'Kode', (p) => p.kode),
      kolom('uraian', 'Permasalahan', (p) => p.uraian),
      kolom('isu', 'Isu strategis', (p) => {
        const isu = r.isu.find((i) => i.kode === p.isu);
        return atau(isu?.uraian ?? p.isu, 'TIDAK_DISEBUT');
      }),
      kolom('sasaran', 'Sasaran yang menjawabnya', sasaranDari(r)),
      kolom('solusi', 'Solusi', (p) => atau(p.solusi)),
    ],
    dari: r.permasalahan,
    asal: (p) => p.asal,
  });

type BarisSelaras = Readonly<{ tingkat: string; kode: string; uraian: string; selaras: Keselarasan | null }>;

/** Every tujuan and sasaran with what of the pemda's plan it serves. */
const barisSelaras = (r: RenstraTersusun): BarisSelaras[] => {
  const baris = (tingkat: 'tujuan' | 'sasaran', kode: string, uraian: string): BarisSelaras => ({
    tingkat: tingkat === 'tujuan' ? 'Tujuan' : 'Sasaran',
    kode,
    uraian,
    selaras: r.selaras.find((s) => s.tingkat === tingkat && s.kode === kode) ?? null,
  });
  return r.tujuan.flatMap((t) => [
    baris('tujuan', t.kode, t.uraian),
    ...t.sasaran.map((s) => baris('sasaran', s.kode, s.uraian)),
  ]);
};

const tabelSelaras = (b: Bahan, r: RenstraTersusun): Tabel =>
  susunTabel<BarisSelaras>({
    nomor: null,
    ...kepalaTabel(b, r, 'keselarasan', 'Keselarasan dengan rencana pemda:'),
    kolom: [
      kolom('tingkat', 'Tingkat', (x) => x.tingkat),
      kolom('kode', 'Kode', (x) => x.kode),
      kolom('uraian', 'Tujuan / sasaran', (x) => x.uraian),
      kolom('tingkatPemda', 'Tingkat di rencana pemda', (x) => atau(x.selaras?.melayani.tingkat)),
      kolom('kodePemda', 'Kode di rencana pemda', (x) => atau(x.selaras?.melayani.kode)),
      kolom(
        'mulaiPemda',
        'Tahun pertama rencana pemda',
        (x) => atau(x.selaras?.melayani.mulai.toString()),
        'bulat',
      ),
    ],
    dari: barisSelaras(r),
    asal: (x) => x.selaras?.asal ?? [],
  });

/**
 * What a Renstra says beside tables 1 and 2: visi and misi, isu and permasalahan; of the pemda its program prioritas, of
 * an OPD what of the pemda's plan it serves.
 */
export const tabelNaskahRenstra = (b: Bahan): readonly Tabel[] => {
  const khusus = b.opd === OPD_PEMDA ? tabelPrioritas : tabelSelaras;
  const versi = susunRenstra(b);
  return [tabelVisi, khusus, tabelIsu, tabelPermasalahan].flatMap((tabel) => versi.map((r) => tabel(b, r)));
};
