import { hasilRupiah, jumlahRupiah } from '../../kernel/rupiah.js';
import type { CapaianAnggaran } from '../../reporting/capaian.js';
import { type Bahan, type IndikatorTahun, LABEL_TINGKAT, type SusunanTahun, type Unsur } from './bahan.js';
import { atau, type Isi, kolom, kosong, SAMA_DENGAN_ATAS, susunTabel, type Tabel } from './tabel.js';

type BarisProgram = Readonly<{
  unsur: Unsur;
  pertama: boolean; // of the rows of its node
  indikator: IndikatorTahun | null;
  pagu: CapaianAnggaran | null;
}>;

const barisProgram = (unsur: Unsur, pagu: CapaianAnggaran | null): BarisProgram[] =>
  (unsur.indikator.length === 0 ? [null] : unsur.indikator).map((indikator, i) => ({
    unsur,
    pertama: i === 0,
    indikator,
    pagu,
  }));

/** Over the programs; null while one of them has no pagu. */
const jumlahPagu = (baris: readonly BarisProgram[]): string | null => {
  const program = baris
    .filter((b) => b.pertama && b.unsur.tingkat === 'program')
    .map((b) => b.pagu?.pagu ?? null);
  const diketahui = program.filter((p) => p !== null);
  if (program.length === 0 || diketahui.length < program.length) return null;
  return jumlahRupiah(diketahui.map(hasilRupiah)).toString();
};

const sekali =
  (isi: (b: BarisProgram) => Isi) =>
  (b: BarisProgram): Isi =>
    b.pertama ? isi(b) : SAMA_DENGAN_ATAS;

const milikIndikator =
  (isi: (i: IndikatorTahun) => string | null) =>
  ({ indikator }: BarisProgram): Isi =>
    indikator === null ? kosong('TANPA_INDIKATOR') : atau(isi(indikator));

const SUMBER = { pk: 'PK', rkt: 'RKT', renstra: 'Renstra' } as const;

/** 6. Programs, kegiatan and sub kegiatan with their indicators, the targets that hold, and the pagu after the last change. */
export const tabelProgram = (b: Bahan, { program }: SusunanTahun): Tabel => {
  const pagu = new Map(b.rencana.anggaran.map((a) => [a.kode, a]));
  const dukungan = b.rencana.baris?.dukungan ?? [];
  const sasaran = ({ unsur }: BarisProgram): Isi => {
    if (unsur.tingkat !== 'program') return kosong('MENGIKUTI_PROGRAM');
    const nama = dukungan
      .filter((d) => d.program === unsur.kode)
      .map((d) => b.rencana.renstra?.sasaran.find((s) => s.kode === d.sasaran)?.uraian ?? d.sasaran);
    return atau(nama.length === 0 ? null : nama.join('; '));
  };
  const sumberDana = ({ unsur }: BarisProgram) =>
    b.rencana.baris?.pagu.findLast((p) => p.kode === unsur.kode && p.sumberDana !== null)?.sumberDana;
  const dari = program.flatMap((u) => barisProgram(u, pagu.get(u.kode) ?? null));
  const jumlah = jumlahPagu(dari);
  return susunTabel<BarisProgram>({
    nomor: 6,
    bagian: 'program',
    judul: `Program, kegiatan, dan sub kegiatan ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: dari.length === 0 ? 'belum-ada' : 'berlaku',
    kolom: [
      kolom('kode', 'Kode', (r) => r.unsur.kode),
      kolom('tingkat', 'Tingkat', (r) => LABEL_TINGKAT[r.unsur.tingkat]),
      kolom('nama', 'Program / kegiatan / sub kegiatan', (r) => r.unsur.nama),
      kolom('sasaran', 'Sasaran yang didukung', sekali(sasaran)),
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
        sekali((r) => atau(r.pagu?.pagu)),
        'rupiah',
      ),
      kolom(
        'sumberDana',
        'Sumber dana',
        sekali((r) => atau(sumberDana(r))),
      ),
    ],
    dari,
    asal: (r) => [...(r.indikator?.berlaku.asal.target ?? []), ...(r.pagu?.asal.pagu ?? [])],
    jumlah: { nama: 'Jumlah', anggaran: jumlah ?? kosong('TIDAK_LENGKAP') },
    catatan: [
      ...(dari.length === 0 ? [`Belum ada program tahun ${b.tahun}.`] : []),
      ...(dari.length > 0 && jumlah === null
        ? ['Jumlah belum dapat dihitung, sebab ada program yang pagunya belum dicatat.']
        : []),
    ],
  });
};
