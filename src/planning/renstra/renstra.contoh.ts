import { elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { DefinisiIndikator, RenstraCommand, RenstraEvent } from './renstra.decider.js';

type Perintah<T extends RenstraCommand['type']> = Extract<RenstraCommand, { type: T }>;
const berdasarkan = [{ stream: 'Opd-61.71.disnaker', rev: 0 }];
const masa = { mulai: 2022, selesai: 2024, visi: 'Pontianak bermartabat', misi: null };

export const susun: Perintah<'Susun'> = {
  type: 'Susun',
  ...masa,
  milik: 'disnaker',
  opdTerdaftar: true,
  ...elektronik,
  berdasarkan,
};
export const disusun: RenstraEvent = {
  type: 'RenstraDisusun',
  data: { ...masa, sebelum: null, ...elektronik, berdasarkan },
};

const tujuan = { kode: 'T1', uraian: 'Meningkatnya kesempatan kerja' };
export const tambahTujuan: Perintah<'TambahTujuan'> = { type: 'TambahTujuan', ...tujuan, ...elektronik };
export const tujuanDitambahkan: RenstraEvent = {
  type: 'TujuanDitambahkan',
  data: { ...tujuan, sebelum: null, ...elektronik },
};

const sasaran = {
  kode: 'S1',
  tujuan: 'T1',
  uraian: 'Meningkatnya penduduk yang bekerja',
  strategi: [{ uraian: 'Pelatihan berbasis kompetensi', arahKebijakan: ['Pelatihan bersama dunia usaha'] }],
};
export const tambahSasaran: Perintah<'TambahSasaran'> = { type: 'TambahSasaran', ...sasaran, ...elektronik };
export const sasaranDitambahkan: RenstraEvent = {
  type: 'SasaranDitambahkan',
  data: { ...sasaran, sebelum: null, ...elektronik },
};

export const tetapkanIndikator = (d: DefinisiIndikator): Perintah<'TetapkanIndikator'> => ({
  type: 'TetapkanIndikator',
  ...d,
  ...elektronik,
});
export const indikatorDitetapkan = (
  d: DefinisiIndikator,
  sebelum: DefinisiIndikator | null = null,
): RenstraEvent => ({ type: 'IndikatorDitetapkan', data: { ...d, sebelum, ...elektronik } });

export const iku1 = iku('IKU-1');
export const ikuProgram = iku('I-2.07.03-1', { level: 'program', iku: false });
export const iku1Ditetapkan = indikatorDitetapkan(iku1);

export const tetapkanTarget: Perintah<'TetapkanTarget'> = {
  type: 'TetapkanTarget',
  indikator: 'IKU-1',
  tahun: 2023,
  target: '91.50',
  ...elektronik,
};
export const target2023: RenstraEvent = {
  type: 'TargetRenstraDitetapkan',
  data: { indikator: 'IKU-1', tahun: 2023, target: '91.50', sebelum: null, ...elektronik },
};
export const renstraDitetapkan: RenstraEvent = {
  type: 'RenstraDitetapkan',
  data: { keputusan: 'Perwa 12/2022', ...elektronik },
};
/** A Renstra that is being written: one of everything. */
export const naskah = [disusun, tujuanDitambahkan, sasaranDitambahkan, iku1Ditetapkan];

export const perubahanDimulai: RenstraEvent = {
  type: 'PerubahanRenstraDimulai',
  data: { versi: 2, alasan: 'Perubahan RPJMD', mulaiBerlaku: 2024, ...elektronik },
};
export const perubahanDibatalkan: RenstraEvent = {
  type: 'PerubahanRenstraDibatalkan',
  data: { versi: 2, alasan: 'RPJMD tidak jadi diubah', ...elektronik },
};
export const renstraDibatalkan: RenstraEvent = {
  type: 'RenstraDibatalkan',
  data: { alasan: 'Keliru tahun pertamanya', ...elektronik },
};
export const perubahanDitetapkan: RenstraEvent = {
  type: 'RenstraDitetapkan',
  data: { keputusan: 'Perwa 9/2024', versi: 2, ...elektronik },
};
export const dihubungkan: RenstraEvent = {
  type: 'IndikatorDihubungkan',
  data: { indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1', ...elektronik },
};
export const dilepas: RenstraEvent = {
  type: 'IndikatorDilepas',
  data: { indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1', alasan: 'Diganti IKU-2', ...elektronik },
};
export const indikatorDihapus: RenstraEvent = {
  type: 'UnsurRenstraDihapus',
  data: { unsur: 'indikator', kode: 'IKU-1', alasan: 'Diganti IKU-2', ...elektronik },
};

/** The pemda's own plan. */
export const rpjmdDisusun: RenstraEvent = {
  type: 'RenstraDisusun',
  data: {
    ...masa,
    jenis: 'rpjmd',
    sebelum: null,
    ...elektronik,
    berdasarkan: [{ stream: 'Pemda-61.71', rev: 0 }],
  },
};
export const misiDitambahkan: RenstraEvent = {
  type: 'MisiDitambahkan',
  data: { nomor: 1, uraian: 'Meningkatkan kesejahteraan', sebelum: null, ...elektronik },
};
export const prioritasDitetapkan: RenstraEvent = {
  type: 'ProgramPrioritasDitetapkan',
  data: {
    kode: 'PP-1',
    nama: 'Pontianak bekerja',
    sasaran: ['S1'],
    opd: ['disnaker'],
    sebelum: null,
    berdasarkan,
    ...elektronik,
  },
};
export const melayani = { mulai: 2022, tingkat: 'sasaran', kode: 'S1' } as const;
export const diselaraskan: RenstraEvent = {
  type: 'RenstraDiselaraskan',
  data: {
    tingkat: 'sasaran',
    kode: 'S1',
    melayani,
    sebelum: null,
    berdasarkan: [{ stream: 'Renstra-61.71.pemda.2022', rev: 4 }],
    ...elektronik,
  },
};
export const keselarasanDilepas: RenstraEvent = {
  type: 'KeselarasanDilepas',
  data: { tingkat: 'sasaran', kode: 'S1', sebelum: melayani, alasan: 'Salah rujuk', ...elektronik },
};
export const isuDicatat: RenstraEvent = {
  type: 'IsuStrategisDicatat',
  data: { kode: 'ISU-1', uraian: 'Pengangguran muda', sasaran: ['S1'], sebelum: null, ...elektronik },
};
export const permasalahanDicatat: RenstraEvent = {
  type: 'PermasalahanDicatat',
  data: {
    kode: 'P-1',
    uraian: 'Pelatihan belum sesuai industri',
    isu: 'ISU-1',
    sasaran: ['S1'],
    solusi: null,
    sebelum: null,
    ...elektronik,
  },
};
/** IKU-1 goes to another OPD from 2023 on; there it is IKU-3. */
export const dialihkan: Extract<RenstraEvent, { type: 'IndikatorDialihkan' }> = {
  type: 'IndikatorDialihkan',
  data: {
    indikator: 'IKU-1',
    ke: { opd: 'distrans', mulai: 2022, kode: 'IKU-3' },
    sejak: 2023,
    alasan: 'SOTK baru',
    ...elektronik,
    berdasarkan: [{ stream: 'Renstra-61.71.distrans.2022', rev: 4 }],
  },
};
export const diterima: Extract<RenstraEvent, { type: 'IndikatorDiterima' }> = {
  type: 'IndikatorDiterima',
  data: {
    indikator: 'IKU-3',
    dari: { opd: 'disnaker', mulai: 2022, kode: 'IKU-1' },
    sejak: 2023,
    definisi: { ...iku1, kode: 'IKU-3', penanggungJawab: null },
    target: [{ tahun: 2023, target: '91.50' }],
    induk: { tingkat: 'sasaran', kode: 'S1' },
    alasan: 'SOTK baru',
    ...elektronik,
    berdasarkan: [{ stream: 'Renstra-61.71.disnaker.2022', rev: 7 }],
  },
};
