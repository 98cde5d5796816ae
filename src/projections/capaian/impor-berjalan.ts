import { tolak } from '../../kernel/penolakan.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { capaianView } from './capaian.projection.js';
import { type BarisCapaian, kunciFakta } from './fakta.js';

/** Refuses IMPOR_BELUM_SELESAI while an OPD's year is being imported document by document: half of a year is shown by no view. */
export const wajibImporSelesai = async (
  views: ViewStore,
  pemda: string,
  opd: string,
  tahun: number,
): Promise<void> => {
  const [baris] = await views.baca(capaianView.nama, [kunciFakta.tahun(pemda, opd, tahun)]);
  wajibUtuh(pemda, opd, tahun, baris?.isi as BarisCapaian | undefined);
};

export const wajibUtuh = (pemda: string, opd: string, tahun: number, row: BarisCapaian | undefined): void => {
  if (row?.jenis === 'tahun' && row.imporBerjalan) tolak('IMPOR_BELUM_SELESAI', { pemda, opd, tahun });
};
