import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type {
  BerkasKertasEvent,
  IsiBerkasKertas,
} from '../../planning/berkas-kertas/berkas-kertas.decider.js';

/** One file of an OPD and year: paper, or what was signed outside Amanah. Gone from the list when it is withdrawn. */
export type BarisKertas = Readonly<
  IsiBerkasKertas & {
    pemda: string;
    opd: string;
    tahun: number;
    diarsipkanOleh: string; // key of the office
    pada: string;
    posisi: number;
  }
>;

export const tandaKertas = {
  opdTahun: (k: { pemda: string; opd: string; tahun: number }) => `tahun:${k.pemda}/${k.opd}/${k.tahun}`,
  opd: (k: { pemda: string; opd: string }) => `opd:${k.pemda}/${k.opd}`,
} as const;
export const kunciKertas = (k: { pemda: string; opd: string; tahun: number }, berkas: string): string =>
  `${k.pemda}.${k.opd}.${k.tahun}/${berkas}`;

const initial = (kunci: string): BarisKertas => {
  const [milik = '', berkas = ''] = kunci.split('/');
  const { pemda, opd, tahun } = bacaStream(`BerkasKertas-${milik}`);
  return {
    pemda,
    opd: opd ?? '',
    tahun: tahun ?? 0,
    berkas,
    jenis: 'pdf',
    ukuran: 0,
    dokumen: 'lain',
    bentuk: 'pindaian-basah',
    tanggal: '',
    jabatan: null,
    keterangan: null,
    diarsipkanOleh: '',
    pada: '',
    posisi: -1,
  };
};

export const berkasKertasView: View<BarisKertas, BerkasKertasEvent> = {
  nama: 'berkas-kertas',
  versi: 1,
  kunci: ({ meta: { stream }, data }) => [`${stream.slice(stream.indexOf('-') + 1)}/${data.berkas}`],
  initial,
  when: {
    BerkasKertasDiarsipkan: (row, { data: { oleh, cara: _, ...isi }, meta }) => ({
      ...row,
      ...isi,
      diarsipkanOleh: oleh.jabatan,
      pada: meta.at,
      posisi: meta.posisi,
    }),
    BerkasKertasDitarik: () => null,
  },
  tanda: (row) => [
    { tag: tandaKertas.opdTahun(row), urut: `${row.dokumen} ${row.tanggal}` },
    { tag: tandaKertas.opd(row), urut: `${row.tahun} ${row.dokumen} ${row.tanggal}` },
  ],
};
