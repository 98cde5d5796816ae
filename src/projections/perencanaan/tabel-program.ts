import { hasilRupiah, jumlahRupiah } from '../../kernel/rupiah.js';
import { terakhir } from '../../planning/anggaran/tahap.decider.js';
import { type Bahan, type IndikatorTahun, LABEL_TINGKAT, type SusunanTahun, type Unsur } from './bahan.js';
import { atau, type Isi, kolom, kosong, SAMA_DENGAN_ATAS, susunTabel, type Tabel } from './tabel.js';

/** A node of the year's tree, with the pagu after the last change. */
export type SimpulProgram = Unsur &
  Readonly<{
    sasaran: readonly Readonly<{ kode: string; uraian: string }>[]; // that a program supports
    pagu: string | null;
    sumberDana: string | null;
    asal: readonly number[]; // of the pagu
  }>;
/** jumlah: over the programs; null while one of them has no pagu. */
export type ProgramTahun = Readonly<{ simpul: readonly SimpulProgram[]; jumlah: string | null }>;

const jumlahPagu = (simpul: readonly SimpulProgram[]): string | null => {
  const program = simpul.filter((u) => u.tingkat === 'program');
  const diketahui = program.flatMap((p) => p.pagu ?? []);
  if (program.length === 0 || diketahui.length < program.length) return null;
  return jumlahRupiah(diketahui.map(hasilRupiah)).toString();
};

export const susunProgram = ({ rencana }: Bahan, { program }: SusunanTahun): ProgramTahun => {
  const pagu = new Map(rencana.anggaran.map((a) => [a.kode, a]));
  const simpul = program.map((u): SimpulProgram => {
    const sasaran = (rencana.baris?.dukungan ?? [])
      .filter((d) => d.program === u.kode)
      .map(({ sasaran: kode }) => ({
        kode,
        uraian: rencana.renstra?.sasaran.find((s) => s.kode === kode)?.uraian ?? kode,
      }));
    const milik = (rencana.baris?.pagu ?? []).filter((p) => p.kode === u.kode && p.sumberDana !== null);
    return {
      ...u,
      sasaran,
      pagu: pagu.get(u.kode)?.pagu ?? null,
      sumberDana: terakhir(milik, (p) => p.tahap)?.sumberDana ?? null,
      asal: pagu.get(u.kode)?.asal.pagu ?? [],
    };
  });
  return { simpul, jumlah: jumlahPagu(simpul) };
};

type BarisProgram = Readonly<{ simpul: SimpulProgram; pertama: boolean; indikator: IndikatorTahun | null }>;

const barisProgram = (simpul: SimpulProgram): BarisProgram[] =>
  (simpul.indikator.length === 0 ? [null] : simpul.indikator).map((indikator, i) => ({
    simpul,
    pertama: i === 0,
    indikator,
  }));

const sekali =
  (isi: (s: SimpulProgram) => Isi) =>
  (b: BarisProgram): Isi =>
    b.pertama ? isi(b.simpul) : SAMA_DENGAN_ATAS;

const milikIndikator =
  (isi: (i: IndikatorTahun) => string | null) =>
  ({ indikator }: BarisProgram): Isi =>
    indikator === null ? kosong('TANPA_INDIKATOR') : atau(isi(indikator));

const sasaranDidukung = ({ tingkat, sasaran }: SimpulProgram): Isi => {
  if (tingkat !== 'program') return kosong('MENGIKUTI_PROGRAM');
  return atau(sasaran.length === 0 ? null : sasaran.map((s) => s.uraian).join('; '));
};

const SUMBER = { pk: 'PK', rkt: 'RKT', renstra: 'Renstra' } as const;

/** 6. Programs, kegiatan and sub kegiatan with their indicators, the targets that hold, and the pagu after the last change. */
export const tabelProgram = (b: Bahan, s: SusunanTahun): Tabel => {
  const { simpul, jumlah } = susunProgram(b, s);
  const belumAda = simpul.length === 0;
  return susunTabel<BarisProgram>({
    nomor: 6,
    bagian: 'program',
    judul: `Program, kegiatan, dan sub kegiatan ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: belumAda ? 'belum-ada' : 'berlaku',
    kolom: [
      kolom('kode', 'Kode', (r) => r.simpul.kode),
      kolom('tingkat', 'Tingkat', (r) => LABEL_TINGKAT[r.simpul.tingkat]),
      kolom('nama', 'Program / kegiatan / sub kegiatan', (r) => r.simpul.nama),
      kolom('sasaran', 'Sasaran yang didukung', sekali(sasaranDidukung)),
      kolom(
        'indikator',
        'Indikator',
        milikIndikator((i) => i.definisi.nama),
      ),
      kolom(
        'satuan',
        'Satuan',
        milikIndikator((i) => i.definisi.satuan),
      ),
      kolom(
        'target',
        'Target',
        milikIndikator((i) => i.berlaku.target),
        'desimal',
      ),
      kolom(
        'sumberTarget',
        'Sumber target',
        milikIndikator(({ berlaku: { sumberTarget } }) => sumberTarget && SUMBER[sumberTarget]),
      ),
      kolom(
        'anggaran',
        'Anggaran',
        sekali((u) => atau(u.pagu)),
        'rupiah',
      ),
      kolom(
        'sumberDana',
        'Sumber dana',
        sekali((u) => atau(u.sumberDana)),
      ),
    ],
    dari: simpul.flatMap(barisProgram),
    asal: (r) => [...(r.indikator?.berlaku.asal.target ?? []), ...r.simpul.asal],
    jumlah: { nama: 'Jumlah', anggaran: atau(jumlah, 'TIDAK_LENGKAP') },
    catatan: [
      ...(belumAda ? [`Belum ada program tahun ${b.tahun}.`] : []),
      ...(!belumAda && jumlah === null
        ? ['Jumlah belum dapat dihitung, sebab ada program yang pagunya belum dicatat.']
        : []),
    ],
  });
};
