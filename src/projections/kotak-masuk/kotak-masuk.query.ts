import type { ViewStore } from '../../kernel/view-store.js';
import type { PermintaanHalaman, Sambungan } from '../halaman.js';
import { halamanUtuh } from '../impor-berjalan.js';
import { type BarisTugas, kotakMasukView, type Tugas, tandaKotakMasuk } from './kotak-masuk.projection.js';
import {
  type BarisPerubahan,
  menungguSejak,
  type SebabJatuhTempo,
} from './perubahan-jatuh-tempo.projection.js';

export type IsiKotakMasuk = Omit<BarisTugas, 'tugas' | 'pengaju' | 'pihakKedua'> & {
  readonly tugas: Tugas | 'ajukan-perubahan';
  readonly sebab: readonly SebabJatuhTempo[]; // ajukan-perubahan: why, longest first
};

const isi = (row: BarisTugas | BarisPerubahan): IsiKotakMasuk => {
  if (!('jatuhTempo' in row)) return { ...row, sebab: [] };
  const { pemda, opd, jabatanDokumen, tahun, berlaku, jatuhTempo } = row;
  const { sejak = '', posisi = -1, catatan = null } = menungguSejak(row) ?? {};
  return {
    dokumen: 'perjanjian-kinerja',
    tugas: 'ajukan-perubahan',
    ...{ pemda, opd, jabatanDokumen, tahun, sejak, posisi, catatan },
    jabatan: `${pemda}.${opd}.${jabatanDokumen}`,
    triwulan: null,
    versi: berlaku?.versi ?? null,
    sebab: jatuhTempo.toSorted((a, b) => a.posisi - b.posisi),
  };
};

/** What waits for an office, longest first; needs no Nest. */
export class KueriKotakMasuk {
  constructor(private readonly views: ViewStore) {}

  /** `jabatan`: the office's key, e.g. 61.71.disnaker.kepala. */
  halaman(jabatan: string, permintaan: PermintaanHalaman): Promise<Sambungan<IsiKotakMasuk>> {
    const daftar = { view: kotakMasukView.nama, tag: [tandaKotakMasuk(jabatan)] };
    return halamanUtuh(this.views, daftar, permintaan, isi);
  }
}
