import type { Pelaku } from '../../src/approval/wewenang.js';
import type { Pejabat } from '../../src/kernel/decider.js';
import type { Executor } from '../../src/kernel/execute.js';
import type { Kode } from '../../src/kernel/penolakan.js';
import { anggaran } from '../../src/planning/anggaran/anggaran.decider.js';
import { jabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import { periode } from '../../src/planning/pemda/periode.decider.js';
import {
  dicatat,
  elektronik,
  iku,
  kadis,
  wali,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PermintaanPk } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import { program } from '../../src/planning/program/program.decider.js';
import { susun, tambahTujuan, tetapkanIndikator } from '../../src/planning/renstra/renstra.contoh.js';
import { renstra } from '../../src/planning/renstra/renstra.decider.js';
import {
  JalankanPembanding,
  JalankanPembandingHandler,
} from '../../src/reporting/pembanding/pembanding.handler.js';
import { bidang } from '../../src/reporting/pengukuran/pengukuran.contoh.js';
import type { PermintaanPengukuran } from '../../src/reporting/pengukuran/pengukuran.fakta.js';
import {
  JalankanPengukuran,
  JalankanPengukuranHandler,
} from '../../src/reporting/pengukuran/pengukuran.handler.js';
import {
  JalankanRealisasiAnggaran,
  JalankanRealisasiAnggaranHandler,
} from '../../src/reporting/realisasi-anggaran/realisasi-anggaran.handler.js';
import { amplopUji, mintaPk, PELAKU, RuangPk } from '../support/ruang-pk.js';

const PK: PermintaanPk = {
  type: 'Ajukan',
  jenis: 'murni',
  sebab: null,
  tanggal: '2023-01-31',
  target: [{ indikator: 'IKU-1', target: '91.50' }],
  anggaran: [{ program: '2.07.03', pagu: '516543100', keterangan: null }],
};
const KUNCI = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };
const OPD_TAHUN = '61.71.disnaker.2023';
const pelakuBidang: Pelaku = {
  akun: 'akun-bidang',
  peran: 'bidang',
  pemda: '61.71',
  opd: 'disnaker',
  pejabat: bidang,
};
const operator: Pelaku = { ...pelakuBidang, peran: 'operator', opd: 'pemda' };

let ruang: RuangPk;
let e: Executor;

beforeEach(async () => {
  ruang = await RuangPk.buka();
  e = ruang.executor();
  const r = '61.71.disnaker.2022';
  await e.execute(renstra, r, susun, amplopUji('susun'));
  await e.execute(renstra, r, tambahTujuan, amplopUji('tujuan'));
  await e.execute(renstra, r, tetapkanIndikator(iku('IKU-1')), amplopUji('iku-1'));
  const milikBidang = iku('IKU-2', { penanggungJawab: 'bidang-penta' });
  await e.execute(renstra, r, tetapkanIndikator(milikBidang), amplopUji('iku-2'));
  await e.execute(
    program,
    OPD_TAHUN,
    {
      type: 'Tambah',
      kode: '2.07.03',
      nama: 'Program Pelatihan Kerja',
      tingkat: 'program',
      induk: null,
      renstraAda: true,
      nomenklatur: null,
      berdasarkan: [],
      ...elektronik,
    },
    amplopUji('program'),
  );
});
afterEach(() => ruang.tutup());

const ditolak = (hasil: Promise<unknown>, kode: Kode): Promise<void> =>
  expect(hasil).rejects.toMatchObject({ kode });

describe('Perjanjian Kinerja', () => {
  const minta = (p: PermintaanPk, siapa: Pelaku, tahun = 2023, kode = 'kepala') => {
    const perintah = mintaPk(kode, p, siapa, amplopUji(p));
    return ruang.handler(e).execute({ ...perintah, kunci: { ...perintah.kunci, tahun } } as typeof perintah);
  };
  const tandatangani = async (siapa: Pelaku): Promise<unknown> => {
    const [v] = (await minta(PK, PELAKU.perencana)).state.versi;
    return minta({ type: 'Tandatangani', sidik: v?.sidik ?? '' }, siapa);
  };

  it('mengambil nama, sebutan, dan pemegang dari dokumen yang berlaku, dan mencatat dasarnya', async () => {
    const { state, events } = await minta(PK, PELAKU.perencana);
    expect(state.versi[0]).toMatchObject({
      status: 'diajukan',
      pemegang: { pertama: kadis.subjek, kedua: wali.subjek },
      naskah: {
        pihakPertama: { jabatan: kadis.jabatan, sebutan: kadis.sebutan, status: 'definitif' },
        pihakKedua: { jabatan: wali.jabatan, sebutan: wali.sebutan, status: 'definitif' },
        target: [{ indikator: 'IKU-1', nama: 'Indikator IKU-1', satuan: '%', target: '91.50' }],
        anggaran: [{ program: '2.07.03', nama: 'Program Pelatihan Kerja', pagu: '516543100' }],
      },
    });
    expect(events).toMatchObject([
      {
        data: {
          berdasarkan: [
            { stream: 'Renstra-61.71.disnaker.2022', rev: 3 },
            { stream: `Program-${OPD_TAHUN}`, rev: 0 },
            { stream: `Jabatan-${kadis.jabatan}`, rev: 1 },
            { stream: `Jabatan-${wali.jabatan}`, rev: 1 },
          ],
        },
      },
    ]);
  });

  it('menolak tahun tanpa Renstra, kode yang tidak dikenal, jabatan yang belum dibentuk, dan peran lain', async () => {
    await ditolak(minta(PK, PELAKU.perencana, 2030), 'RENSTRA_BELUM_ADA');
    const lain = { ...PK, target: [{ indikator: 'IKU-9', target: '1' }] };
    await ditolak(minta(lain, PELAKU.perencana), 'INDIKATOR_TIDAK_DIKENAL');
    const tanpaProgram = { ...PK, anggaran: [{ program: '2.07.09', pagu: '1', keterangan: null }] };
    await ditolak(minta(tanpaProgram, PELAKU.perencana), 'PROGRAM_TIDAK_DIKENAL');
    await ditolak(minta(PK, PELAKU.perencana, 2023, 'sekretaris'), 'JABATAN_BELUM_ADA');
    await ditolak(minta(PK, pelakuBidang), 'PK_BUKAN_PENGAJU'); // a bidang proposes its own only
    await ditolak(minta(PK, { ...PELAKU.perencana, peran: 'inspektorat' }), 'TIDAK_BERWENANG');
    await ditolak(minta(PK, { ...PELAKU.perencana, pemda: '35.75' }), 'TIDAK_DITEMUKAN');
  });

  it('menolak pengajuan dan tanda tangan bila jabatan tidak dipegang siapa pun menurut tanggal setempat', async () => {
    const berhenti = {
      type: 'BerhentikanPejabat',
      subjek: kadis.subjek ?? '',
      status: 'definitif',
      mulai: '2022-01-03',
      selesai: '2023-05-31',
      ...elektronik,
    } as const;
    await e.execute(jabatan, kadis.jabatan, berhenti, amplopUji('berhenti'));
    ruang.jam.kini = new Date('2023-05-31T17:00:00Z'); // 1 June in Pontianak
    await ditolak(minta(PK, PELAKU.perencana), 'JABATAN_TANPA_PEJABAT'); // what is proposed now nobody could sign
    ruang.jam.kini = new Date('2023-05-31T16:59:59Z');
    const [v] = (await minta(PK, PELAKU.perencana)).state.versi;
    const ttd = { type: 'Tandatangani', sidik: v?.sidik ?? '' } as const;
    ruang.jam.kini = new Date('2023-05-31T17:00:00Z');
    await ditolak(minta(ttd, PELAKU.kadis), 'JABATAN_TANPA_PEJABAT');
  });

  it('menolak Plt. yang datang setelah naskah diajukan, dan mencatat status penanda tangan hari itu', async () => {
    await minta(PK, PELAKU.perencana);
    const plt = { subjek: 'orang-plt', status: 'Plt.', mulai: '2023-02-01', selesai: null } as const;
    await e.execute(
      jabatan,
      kadis.jabatan,
      { type: 'TetapkanPejabat', ...plt, keputusan: null, ...elektronik },
      amplopUji('plt'),
    );
    await ditolak(tandatangani(PELAKU.kadis), 'PK_SUDAH_ADA');
    const [v] = (await e.state(perjanjianKinerja, '61.71.disnaker.kepala.2023')).state.versi;
    const sidik = v?.sidik ?? '';
    const pelakuPlt: Pelaku = { ...PELAKU.kadis, pejabat: { ...kadis, subjek: 'orang-plt' } as Pejabat };
    await ditolak(minta({ type: 'Tandatangani', sidik }, PELAKU.kadis), 'TIDAK_BERWENANG');
    await ditolak(minta({ type: 'Tandatangani', sidik }, pelakuPlt), 'PEJABAT_BERGANTI');
    await minta({ type: 'Batalkan', alasan: 'Pejabat berganti.' }, pelakuPlt);
    const baru = (await minta(PK, PELAKU.perencana)).state.versi[0]?.sidik ?? '';
    const { state } = await minta({ type: 'Tandatangani', sidik: baru }, pelakuPlt);
    expect(state.versi[0]?.penandatangan[0]?.oleh).toMatchObject({ subjek: 'orang-plt', status: 'Plt.' });
  });
});

describe('pengukuran', () => {
  const catat = (indikator: string): PermintaanPengukuran => ({
    type: 'CatatRealisasi',
    indikator,
    realisasi: '91.08',
    pembilang: null,
    penyebut: null,
    faktorPendukung: null,
    faktorPenghambat: null,
    tindakLanjut: null,
  });
  const minta = (p: PermintaanPengukuran, siapa: Pelaku, triwulan = 1) =>
    new JalankanPengukuranHandler(e).execute(
      new JalankanPengukuran({ ...KUNCI, triwulan }, p, siapa, amplopUji(p)),
    );
  const periodeJadi = (type: 'Buka' | 'Tutup') =>
    e.execute(
      periode,
      '61.71.2023',
      { type, dokumen: 'pengukuran', triwulan: 1, opd: null, alasan: null, terdaftar: true, ...elektronik },
      amplopUji(type),
    );
  const bentuk = (kode: string) =>
    e.execute(
      jabatan,
      `61.71.disnaker.${kode}`,
      {
        type: 'Bentuk',
        sebutan: kode,
        atasan: kadis.jabatan,
        terdaftar: true,
        atasanDikenal: 'dikenal',
        unitDikenal: true,
        ...elektronik,
      },
      amplopUji(kode),
    );

  it('menerima hanya pada triwulan yang dibuka, dan mencatat dasarnya', async () => {
    await ditolak(minta(catat('IKU-1'), pelakuBidang), 'PERIODE_DITUTUP');
    await periodeJadi('Buka');
    const { events } = await minta(catat('IKU-1'), pelakuBidang);
    expect(events).toMatchObject([
      {
        data: {
          berdasarkan: [
            { stream: 'Renstra-61.71.disnaker.2022', rev: 3 },
            { stream: 'Periode-61.71.2023', rev: 0 },
          ],
        },
      },
    ]);
    await ditolak(minta(catat('IKU-1'), pelakuBidang, 2), 'PERIODE_DITUTUP');
    await ditolak(minta(catat('IKU-1'), pelakuBidang, 5), 'TRIWULAN_TIDAK_SAH');
    await ditolak(minta(catat('IKU-9'), pelakuBidang), 'INDIKATOR_TIDAK_DIKENAL');
    await periodeJadi('Tutup');
    await ditolak(minta({ type: 'Ajukan' }, pelakuBidang), 'PERIODE_DITUTUP');
  });

  it('mengikat penanggung jawab yang jabatannya ada, kecuali bagi operator', async () => {
    await periodeJadi('Buka');
    const bidangLain = { ...pelakuBidang, pejabat: { ...bidang, jabatan: '61.71.disnaker.bidang-lattas' } };
    await bentuk('bidang-penta');
    await ditolak(minta(catat('IKU-2'), bidangLain), 'BUKAN_PENANGGUNG_JAWAB');
    const { events } = await minta(catat('IKU-2'), pelakuBidang);
    const dasar = { stream: 'Jabatan-61.71.disnaker.bidang-penta', rev: 0 };
    expect(events).toMatchObject([{ data: { berdasarkan: expect.arrayContaining([dasar]) } }]);
    await minta({ ...catat('IKU-2'), realisasi: '92' } as PermintaanPengukuran, operator);
  });

  it('tidak mengikat penanggung jawab yang jabatannya belum dibentuk', async () => {
    await periodeJadi('Buka');
    const bidangLain = { ...pelakuBidang, pejabat: { ...bidang, jabatan: '61.71.disnaker.bidang-lattas' } };
    expect((await minta(catat('IKU-2'), bidangLain)).state.isian.size).toBe(1);
  });

  it('membawa satu triwulan dari isian sampai koreksi, tiap langkah oleh orang lain', async () => {
    await periodeJadi('Buka');
    await minta(catat('IKU-1'), pelakuBidang);
    await minta({ type: 'Ajukan' }, pelakuBidang);
    await minta({ type: 'Verifikasi' }, PELAKU.perencana);
    await minta({ type: 'Setujui' }, PELAKU.kadis);
    await ditolak(minta({ type: 'Kembalikan', catatan: 'Periksa.' }, PELAKU.kadis), 'PENGUKURAN_TERKUNCI');
    const angka = { realisasi: '91.20', pembilang: null, penyebut: null };
    const koreksi = { type: 'KoreksiRealisasi', indikator: 'IKU-1', ...angka, alasan: 'BPS.' } as const;
    const { state } = await minta(koreksi, PELAKU.perencana);
    expect(state.isian.get('IKU-1')).toMatchObject({ realisasi: '91.20', rev: 4 });
  });
});

it('realisasi anggaran menuntut pagu dan triwulan yang dibuka; koreksi tidak menuntut keduanya', async () => {
  const handler = new JalankanRealisasiAnggaranHandler(e);
  const minta = (realisasi: string, alasan?: string) => {
    const baris = { triwulan: 1, kode: '2.07.03', realisasi };
    const p =
      alasan === undefined
        ? ({ type: 'Catat', ...baris } as const)
        : ({ type: 'Koreksi', ...baris, alasan } as const);
    return handler.execute(new JalankanRealisasiAnggaran(KUNCI, p, PELAKU.perencana, amplopUji(p)));
  };
  await ditolak(minta('100'), 'PAGU_BELUM_ADA');
  await e.execute(
    anggaran,
    OPD_TAHUN,
    {
      type: 'TetapkanPagu',
      jenis: 'murni',
      kode: '2.07.03',
      tingkat: 'program',
      nama: null,
      sumberDana: null,
      pagu: '516543100',
      kodeDikenal: true,
      berdasarkan: [],
      ...dicatat,
    },
    amplopUji('pagu'),
  );
  await ditolak(minta('100'), 'PERIODE_DITUTUP');
  await ditolak(minta('100', 'Terlewat.'), 'REALISASI_BELUM_ADA');
});

it('pembanding memakai indikator Renstra tahun kinerja, walau angkanya dari tahun lain', async () => {
  const p = {
    type: 'Catat',
    indikator: 'IKU-1',
    tingkat: 'nasional',
    wilayah: 'Indonesia',
    tahun: 2019,
    nilai: '94.14',
    sumber: null,
  } as const;
  const minta = (tahunKinerja: number) =>
    new JalankanPembandingHandler(e).execute(
      new JalankanPembanding(
        { pemda: '61.71', opd: 'disnaker', tahunKinerja },
        p,
        PELAKU.perencana,
        amplopUji(p),
      ),
    );
  await ditolak(minta(2019), 'RENSTRA_BELUM_ADA');
  expect((await minta(2023)).state.baris.size).toBe(1);
});
