import type { BahanCetakPk } from './cetakan.js';

/** Two parties, three targets, one program: what most papers are. */
export const cetakanMurni: BahanCetakPk = {
  pemda: 'Kota Pontianak',
  tahun: 2023,
  versi: 1,
  jenis: 'murni',
  sebab: null,
  pertama: {
    sebutan: 'Kepala Dinas Tenaga Kerja',
    nama: 'Dra. Ratna Contoh, M.Si.',
    pangkat: 'Pembina Utama Muda',
    nip: '197001011995032001',
  },
  kedua: { sebutan: 'Pj. Wali Kota Pontianak', nama: 'Ir. Budi Contoh, M.M.', pangkat: null, nip: false },
  tempat: 'Pontianak',
  tanggal: '2023-01-31',
  target: [
    {
      sasaran: 'Meningkatnya penyerapan tenaga kerja',
      indikator: 'Tingkat Kesempatan Kerja',
      satuan: '%',
      target: '91.50',
    },
    {
      sasaran: 'Meningkatnya penyerapan tenaga kerja',
      indikator: 'Tingkat Pengangguran Terbuka',
      satuan: '%',
      target: '7.50..8.25',
    },
    {
      sasaran: 'Meningkatnya akuntabilitas kinerja dinas',
      indikator: 'Nilai SAKIP Dinas Tenaga Kerja',
      satuan: 'predikat',
      target: 'BB',
    },
  ],
  anggaran: [
    {
      program: 'Program Pelatihan Kerja dan Produktivitas Tenaga Kerja',
      pagu: '516543100',
      keterangan: 'APBD',
    },
    { program: 'Program Hubungan Industrial', pagu: '1234567890', keterangan: null },
  ],
  sidik: '3c5f2a9e'.repeat(8),
  diajukanPada: '2023-01-31T02:15:00.000Z',
  verifikasi: {
    id: 'q3Zr8vXk2LmN5pTw9YbCdE',
    url: 'https://amanah.pontianak.example/v/q3Zr8vXk2LmN5pTw9YbCdE',
    jaminan: 'tidak-tersertifikasi',
  },
  salinan: null,
};

export const cetakanSepihak: BahanCetakPk = {
  ...cetakanMurni,
  pertama: { sebutan: 'Wali Kota Pontianak', nama: 'Ir. Budi Contoh, M.M.', pangkat: null, nip: false },
  kedua: null,
  target: cetakanMurni.target.slice(0, 1),
  anggaran: [],
};

export const cetakanDraf: BahanCetakPk = {
  ...cetakanMurni,
  pertama: { ...cetakanMurni.pertama, nama: null, pangkat: null, nip: null },
  kedua: cetakanMurni.kedua && { ...cetakanMurni.kedua, nama: null },
  tanggal: null,
  verifikasi: null,
};

/** As many targets as asked for, in groups of different size, some with long names. */
export const cetakanPanjang = (banyak: number): BahanCetakPk => ({
  ...cetakanMurni,
  versi: 2,
  jenis: 'perubahan',
  sebab: 'perubahan-apbd',
  pertama: {
    sebutan:
      'Plt. Kepala Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, Penataan Ruang, dan Pertamanan',
    nama: 'Prof. Dr. Ir. H. Raden Mas Contoh Panjang Sekali Namanya Kusumadiningrat, S.T., M.Eng., Ph.D., IPU',
    pangkat: 'Pembina Utama Madya',
    nip: '196512311990031004',
  },
  target: Array.from({ length: banyak }, (_, i) => ({
    sasaran: `Meningkatnya mutu layanan ${Math.floor(Math.sqrt(i * 2))} bagi seluruh warga kota`,
    indikator: `Persentase layanan ke-${i + 1} yang memenuhi standar pelayanan minimal${i % 7 === 0 ? ' menurut hasil pemeriksaan lapangan pada setiap triwulan sepanjang tahun berjalan' : ''}`,
    satuan: i % 5 === 0 ? 'dokumen per kelurahan' : '%',
    target: `${(i * 37) % 100}.25`,
  })),
  anggaran: Array.from({ length: Math.ceil(banyak / 4) }, (_, i) => ({
    program: `Program Pengelolaan dan Pengembangan Sistem ke-${i + 1}`,
    pagu: String(123_456_789 * (i + 1)),
    keterangan: i % 2 === 0 ? 'APBD' : null,
  })),
});
