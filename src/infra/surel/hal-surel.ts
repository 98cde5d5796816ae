import type { EdaranEvent } from '../../approval/edaran/edaran.decider.js';
import { diDokumennya } from '../../approval/jalur.js';
import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import type { BarisTugas, Tugas } from '../../projections/kotak-masuk/kotak-masuk.projection.js';
import { pandanganSemua } from '../../projections/kotak-masuk/langkah-menunggu.projection.js';
import {
  type BarisPerubahan,
  menungguSejak,
} from '../../projections/kotak-masuk/perubahan-jatuh-tempo.projection.js';

/** For which office something began to wait with this very event, and what, as one sentence without a figure. */
export type HalSurel = { readonly jabatan: string; readonly hal: string };
type Baris = BarisTugas | BarisPerubahan;

const DOKUMEN: Readonly<Record<BarisTugas['dokumen'], string>> = {
  'perjanjian-kinerja': 'Perjanjian Kinerja',
  pengukuran: 'pengukuran',
  'rencana-aksi': 'rencana aksi',
  renstra: 'Renstra',
  rkt: 'RKT',
  lkjip: 'laporan kinerja',
};
const TUGAS: Readonly<Record<Tugas, string>> = {
  tandatangani: 'Menandatangani',
  perbaiki: 'Memperbaiki dan mengajukan kembali',
  verifikasi: 'Memverifikasi',
  setujui: 'Menyetujui',
  'kerjakan-langkah': 'Mengerjakan langkah',
};

const nama = ({ dokumen, opd, triwulan, tahun }: BarisTugas): string =>
  `${DOKUMEN[dokumen]} ${opd}${triwulan === null ? '' : ` triwulan ${triwulan}`} tahun ${tahun}`;

const diJalan = (row: BarisTugas, event: Recorded<DomainEvent>): HalSurel[] => {
  if (row.perjalanan === null) return [];
  const didelegasikan =
    event.type === 'LangkahDidelegasikan'
      ? (event as unknown as Extract<EdaranEvent, { type: 'LangkahDidelegasikan' }>).data
      : null;
  const baru = pandanganSemua(row.perjalanan).filter((p) =>
    p.sebagai === 'sendiri'
      ? p.posisi === event.meta.posisi
      : p.sebagai === 'delegasi' &&
        didelegasikan?.langkah === p.langkah &&
        didelegasikan.jabatan === p.jabatan,
  );
  return baru.map((p) => ({
    jabatan: p.penglihat,
    hal: diDokumennya(row.perjalanan?.edaran.dokumen ?? 'lkjip', p.isi)
      ? `Menandatangani ${nama(row)}`
      : `${p.isi.uraian}: ${nama(row)}`,
  }));
};

/**
 * Asked of a row as it stands: where it has moved on since the event, nothing waits since then any more. What was
 * recorded from paper tells nobody: it is over.
 */
export const halSurel = (row: Baris, event: Recorded<DomainEvent>): HalSurel[] => {
  const { posisi } = event.meta;
  if ('cara' in event.data && event.data.cara === 'dicatat') return [];
  if ('jatuhTempo' in row) {
    if (menungguSejak(row)?.posisi !== posisi) return [];
    const { pemda, opd, jabatanDokumen, tahun } = row;
    return [jabatanDokumen, 'perencana'].map((j) => ({
      jabatan: `${pemda}.${opd}.${j}`,
      hal: `Mengajukan Perjanjian Kinerja Perubahan ${opd} tahun ${tahun}, atau menutup sebabnya dengan alasan`,
    }));
  }
  if (row.perjalanan !== null) return diJalan(row, event);
  if (row.jabatan === '' || row.posisi !== posisi) return [];
  return [{ jabatan: row.jabatan, hal: `${TUGAS[row.tugas]} ${nama(row)}` }];
};
