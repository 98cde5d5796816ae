import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bandingkan } from './impor.bandingkan.js';
import { berkasKota, harapanKota, KOTA } from './impor.ruang.js';

const UANG = 'pagu realisasi serapan';
const KELOMPOK = `kode capaian capaianSementara alasan predikat ${UANG} efisiensi alasanEfisiensi selisihSerapan programBersama { kode pagu realisasi }`;
const CAPAIAN = `query($pemda: String!, $opd: String!, $tahun: Int!, $posisi: String!) {
  capaianKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $posisi) {
    indikator {
      kode nama satuan level pk status target sumberTarget realisasi capaian alasan tanda predikat kemajuanRenstra
      tahunLalu { tahun realisasi selisih arah }
      tahunSebelumnya { tahun target realisasi capaian }
      pembanding { tingkat wilayah tahun nilai capaian }
    }
    tujuan { ${KELOMPOK} } sasaran { ${KELOMPOK} }
    anggaran { kode tingkat ${UANG} }
    total { dasar indikator mencapaiTarget ${UANG} }
    totalPk { ${UANG} }
  }
}`;

describe('dua kota nyata, ditanya lewat GraphQL', () => {
  let app: AplikasiUji;

  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
  });
  afterAll(() => app.tutup());

  it.each(KOTA)('%s: setiap angka sama dengan laporan yang dihitung ulang', async (kota) => {
    const { pemda, opd, tahun } = harapanKota(kota);
    const token = app.token({
      akun: 'akun-inspektur',
      peran: 'inspektorat',
      pemda,
      opd: 'pemda',
      jabatan: 'inspektur',
    });
    const { data, errors } = await app.gql(
      CAPAIAN,
      { pemda, opd, tahun, posisi: String(await app.posisi()) },
      token,
    );
    expect(errors).toEqual([]);
    const { beda, jumlah } = bandingkan(harapanKota(kota), data.capaianKinerja);
    expect(beda).toEqual([]);
    expect(jumlah).toBeGreaterThan(200);
  });

  it.each(KOTA)('%s: jawaban GraphQL dan jawaban baris perintah adalah dokumen yang sama', async (kota) => {
    const kunci = harapanKota(kota);
    const token = app.token({
      akun: 'akun-inspektur',
      peran: 'inspektorat',
      pemda: kunci.pemda,
      opd: 'pemda',
      jabatan: 'inspektur',
    });
    const { pemda, opd, tahun } = kunci;
    const { data } = await app.gql(CAPAIAN, { pemda, opd, tahun, posisi: String(await app.posisi()) }, token);
    const { views, store } = app.aplikasi.rakitan;
    const dokumen = await new KueriCapaian(views, store).capaian({ pemda, opd, tahun });
    // GraphQL names cannot hold a dash; nothing else may differ.
    const samakan = (nilai: unknown) =>
      JSON.parse(JSON.stringify(nilai).replaceAll('sub_kegiatan', 'sub-kegiatan'));
    expect(samakan(dokumen)).toMatchObject(samakan(data.capaianKinerja));
  });
});
