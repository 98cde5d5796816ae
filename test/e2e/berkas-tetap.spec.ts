import { JENIS_TEMPLAT, type JenisTemplat } from '../../src/exchange/templat.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import {
  ajukanPk,
  type Cerita,
  daftarkan,
  mulaiCerita,
  NASKAH_PK,
  OPD,
  PK,
  rencanakan,
  type Siapa,
  TAHUN,
  TW1,
} from '../support/cerita.js';

const AKTA = { jenis: 'Keputusan', nomor: '1', tanggal: '2023-01-05', pejabat: 'Kepala Dinas' };
const RENSTRA = { ...OPD, mulai: 2021 };
const PENGIRIM = ['pengelola', 'perencana', 'kadis', 'wali', 'bidang', 'inspektorat', 'operator'] as const;
const LEMBAR: Partial<Record<JenisTemplat, readonly string[]>> = {
  pk: ['Naskah', 'Target', 'Anggaran'],
  renstra: ['Renstra', 'Sasaran', 'Strategi', 'Target'],
  anggaran: ['Program', 'Pagu'],
  buku: ['PK Target', 'Strategi', 'IKU', 'Versi Dokumen'],
};

describe('berkas yang dikirim kembali apa adanya', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  const token = {} as Record<(typeof PENGIRIM)[number], string>;
  const jumlah = { keadaan: 0, berkas: 0, kiriman: 0 };
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    const operator = app.token({
      akun: 'akun-operator',
      peran: 'operator',
      opd: 'pemda',
      jabatan: 'operator',
    });
    Object.assign(token, cerita.token, { operator });
  });
  afterAll(() => app.tutup());

  const jadi = (siapa: Siapa, mutasi: string, masukan: object, pilihan?: string) =>
    cerita.jadi(siapa, mutasi, masukan, pilihan);
  const kueri = (jenis: JenisTemplat): string =>
    `pemda=61.71&opd=disnaker&tahun=${jenis === 'renstra' ? RENSTRA.mulai : TAHUN.tahun}`;
  const unduh = async (jenis: JenisTemplat, tambahan: string): Promise<Buffer> => {
    const res = await fetch(`${app.alamat}/berkas/templat/${jenis}?${kueri(jenis)}${tambahan}`, {
      headers: { authorization: `Bearer ${token.inspektorat}` },
    });
    expect(res.status).toBe(200);
    return Buffer.from(await res.arrayBuffer());
  };
  const kirim = async (jenis: JenisTemplat, siapa: (typeof PENGIRIM)[number], isi: Buffer) => {
    const res = await fetch(`${app.alamat}/berkas/impor?jenis=${jenis}&${kueri(jenis)}&pratinjau=1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token[siapa]}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(isi),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
    const jawab = (await res.json()) as any;
    jumlah.kiriman++;
    return jawab.errors ?? [jawab.jumlahPeristiwa, ...jawab.ditolak];
  };

  const ttd = async (): Promise<void> => {
    const sidik = await ajukanPk(cerita);
    for (const siapa of ['kadis', 'wali'] as const)
      await jadi(siapa, 'tandatanganiPerjanjianKinerja', { ...PK, sidik });
  };
  const aksi = { ...TAHUN, indikator: 'IKU-1', triwulan: 1, target: '20.00', aksi: 'Pelatihan; bursa' };
  const strategi = [
    { uraian: 'Bursa kerja', arahKebijakan: ['Daring', 'Daring'] },
    { uraian: 'Bursa kerja', arahKebijakan: [] },
  ];
  const sasaran = { ...RENSTRA, tujuan: 'T1', kode: 'S2', uraian: 'Terlatih', strategi };
  const rentang = {
    ...RENSTRA,
    kode: 'R-1',
    nama: 'Inflasi',
    satuan: '%',
    polaritas: 'rentang',
    level: 'sasaran',
  };
  const target = { ...RENSTRA, indikator: 'R-1', tahun: 2023, target: '1.125..2.250' };
  const predikat = ['Cukup; baik', '"Baik"', 'A'];
  const KEADAAN: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['OPD terdaftar, belum ada rencana', () => daftarkan(cerita)],
    [
      'Renstra disusun',
      async () => {
        await jadi('perencana', 'susunRenstra', { ...RENSTRA, selesai: 2026 });
        await jadi('perencana', 'tambahTujuan', { ...RENSTRA, kode: 'T1', uraian: 'Kesempatan kerja' });
        await jadi('perencana', 'tambahSasaran', sasaran);
        await jadi('perencana', 'tetapkanIndikator', rentang);
        await jadi('perencana', 'tetapkanTargetRenstra', target);
        const p = { kode: 'P-1', nama: 'SAKIP', satuan: 'predikat', polaritas: 'predikat', level: 'sasaran' };
        await jadi('perencana', 'tetapkanIndikator', { ...RENSTRA, ...p, urutanPredikat: predikat });
      },
    ],
    ['Renstra ditetapkan, anggaran tercatat', () => rencanakan(cerita)],
    [
      'IKU disusun',
      async () => {
        await jadi('perencana', 'susunIku', { ...OPD, mulaiBerlaku: 2023 });
        await jadi('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-1', alasan: 'Ukuran utama' });
      },
    ],
    ['IKU ditetapkan', () => jadi('kadis', 'tetapkanIku', { ...OPD, akta: AKTA })],
    ['PK diajukan', () => ajukanPk(cerita)],
    ['PK ditandatangani satu pihak, lalu berlaku', ttd],
    ['rencana aksi disusun', () => jadi('perencana', 'catatTargetRencanaAksi', aksi)],
    ['rencana aksi ditetapkan', () => jadi('kadis', 'tetapkanRencanaAksi', TAHUN)],
    [
      'PK Perubahan diajukan',
      () =>
        jadi('kadis', 'ajukanPerjanjianKinerja', {
          ...NASKAH_PK,
          jenis: 'perubahan',
          sebab: 'perubahan-apbd',
        }),
    ],
    [
      'realisasi triwulan 1 dicatat',
      async () => {
        await jadi('pengelola', 'bukaPeriode', TW1);
        await jadi('bidang', 'catatRealisasi', { ...TW1, indikator: 'IKU-1', realisasi: '22.50' });
      },
    ],
    [
      'pengukuran disetujui',
      async () => {
        await jadi('bidang', 'ajukanPengukuran', TW1);
        await jadi('perencana', 'verifikasiPengukuran', TW1);
        await jadi('kadis', 'setujuiPengukuran', TW1);
      },
    ],
    [
      'Perubahan Renstra disusun',
      async () => {
        await jadi('perencana', 'mulaiPerubahanRenstra', { ...RENSTRA, mulaiBerlaku: 2023, alasan: 'RPJMD' });
        const baru = { ...RENSTRA, indikator: 'IKU-1', tahun: 2023, target: '95.00' };
        await jadi('perencana', 'tetapkanTargetRenstra', baru);
        await jadi('perencana', 'tambahSasaran', { ...sasaran, strategi: [] });
      },
    ],
  ];

  it.each(KEADAAN)('%s: tidak mengubah apa pun, siapa pun pengirimnya', async (_, sampai) => {
    await sampai();
    jumlah.keadaan++;
    const pkTercatat = KEADAAN.findIndex(([nama]) => nama === 'PK diajukan') < jumlah.keadaan;
    for (const jenis of JENIS_TEMPLAT) {
      if (jenis === 'pk' && !pkTercatat) continue; // a suggestion: sending it proposes it
      for (const tambahan of ['', ...(LEMBAR[jenis] ?? ['']).map((l) => `&format=csv&lembar=${l}`)]) {
        const isi = await unduh(jenis, tambahan.replace(/&lembar=$/, ''));
        jumlah.berkas++;
        for (const siapa of tambahan === '' ? PENGIRIM : (['bidang'] as const))
          expect([jenis, tambahan, siapa, ...(await kirim(jenis, siapa, isi))]).toEqual([
            jenis,
            tambahan,
            siapa,
            0,
          ]);
      }
    }
  });

  it('jumlahnya dicetak', () => {
    expect(jumlah.keadaan).toBe(KEADAAN.length);
    process.stdout.write(
      `berkas apa adanya: ${jumlah.keadaan} keadaan, ${jumlah.berkas} berkas, ${jumlah.kiriman} kiriman, 0 perubahan\n`,
    );
  });
});
