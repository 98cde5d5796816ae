import { type Berstream, di, project, rekam } from '../../../test/support/project.js';
import * as jalan from '../../approval/edaran/edaran.contoh.js';
import type { EdaranEvent } from '../../approval/edaran/edaran.decider.js';
import type { DomainEvent } from '../../kernel/decider.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type BarisTugas, kotakMasukView, tandaKotakMasuk } from './kotak-masuk.projection.js';

const LKJIP = 'Edaran-61.71.lkjip.disnaker.kepala.2023';
const PK = 'PerjanjianKinerja-61.71.disnaker.kepala.2023';
const EDARAN_PK = 'Edaran-61.71.perjanjian-kinerja.disnaker.kepala.2023';
const { dikerjakan } = jalan;

const baris = (kunci: string, ...bagian: Berstream<DomainEvent>[][]): BarisTugas | undefined =>
  project(kotakMasukView, rekam<DomainEvent>(...bagian)).get(kunci) as BarisTugas | undefined;
const tag = (row: BarisTugas | undefined): string[] =>
  row === undefined
    ? []
    : kotakMasukView.tanda(row, '').map((t) => t.tag.replace(tandaKotakMasuk('61.71.'), ''));
const lkjip = (...events: EdaranEvent[]) => baris(LKJIP, di<DomainEvent>(LKJIP, ...events));

describe('langkah rute di kotak masuk', () => {
  it('menunggu jabatan langkah pertama, dan terlihat pula oleh jabatan eskalasinya', () =>
    expect(tag(lkjip(jalan.lkjipDimulai))).toEqual(['disnaker.umum', 'disnaker.sekretaris']));
  it('menunggu setiap Bidang sendiri-sendiri', () => {
    expect(tag(lkjip(...jalan.sampaiPermintaanData))).toEqual([
      'disnaker.bidang-1',
      'disnaker.bidang-2',
      'disnaker.sekretaris',
    ]);
    const satu = dikerjakan('permintaan-data', 'bidang-1', { catatan: 'x' });
    expect(tag(lkjip(...jalan.sampaiPermintaanData, satu))).toEqual([
      'disnaker.bidang-2',
      'disnaker.sekretaris',
    ]);
  });
  it('Bidang kedua tetap menunggu sejak diminta, bukan sejak Bidang pertama menjawab', () => {
    const satu = dikerjakan('permintaan-data', 'bidang-1', { catatan: 'x' });
    const [sebelum, sesudah] = [
      lkjip(...jalan.sampaiPermintaanData),
      lkjip(...jalan.sampaiPermintaanData, satu),
    ];
    expect(sesudah?.perjalanan?.menunggu).toEqual(sebelum?.perjalanan?.menunggu.slice(1));
  });
  it('hilang setelah langkah terakhir, dan bila dibatalkan', () => {
    const akhir = [
      ...jalan.sampaiVerifikasi,
      dikerjakan('verifikasi', 'perencana'),
      dikerjakan('paraf', 'sekretaris'),
      dikerjakan('tanda-tangan', 'kepala', { berkas: 'b'.repeat(64) }),
      dikerjakan('kirim', 'umum', { nomorSurat: '2' }),
    ];
    expect(lkjip(...akhir)).toBeUndefined();
    const dibatalkan = { nomor: 1, alasan: 'x', oleh: jalan.orang('kepala'), cara: 'elektronik' } as const;
    expect(lkjip(jalan.lkjipDimulai, { type: 'EdaranDibatalkan', data: dibatalkan })).toBeUndefined();
  });
  it('kembali dengan catatannya', () => {
    const data = {
      ...{ nomor: 1, dari: 'verifikasi', ke: 'kompilasi', jabatan: null, catatan: 'Perbaiki tabel 3.' },
      ...{ oleh: jalan.orang('perencana'), cara: 'elektronik' as const },
    };
    const row = lkjip(...jalan.sampaiVerifikasi, { type: 'EdaranDikembalikan', data });
    expect(row?.perjalanan?.catatan).toBe('Perbaiki tabel 3.');
    expect(tag(row)).toContain('disnaker.jfu-perencanaan');
  });
});

describe('paraf koordinasi PK', () => {
  const [diajukan, pertama] = [di<DomainEvent>(PK, pk.pengajuan), di<DomainEvent>(PK, pk.ttdKadis)];
  const dimulai = di<DomainEvent>(EDARAN_PK, jalan.pkDimulai);
  const paraf = (kode: string) =>
    di<DomainEvent>(
      EDARAN_PK,
      dikerjakan(`paraf-${kode}`, kode === 'hukum' ? 'bagian-hukum' : kode, {}, 'pemda'),
    );

  it('PK menunggu Pihak Pertama, lalu paraf satu demi satu, lalu Pihak Kedua', () => {
    expect(tag(baris(PK, diajukan, dimulai))).toEqual(['disnaker.kepala']);
    expect(tag(baris(PK, diajukan, dimulai, pertama))).toEqual(['pemda.bagian-hukum', 'pemda.asisten']);
    expect(tag(baris(PK, diajukan, dimulai, pertama, paraf('hukum')))).toEqual([
      'pemda.asisten',
      'pemda.sekda',
    ]);
    const semua = [diajukan, dimulai, pertama, paraf('hukum'), paraf('asisten'), paraf('sekda')];
    expect(tag(baris(PK, ...semua))).toEqual(['pemda.kepala-daerah']);
    expect(baris(PK, ...semua, di<DomainEvent>(PK, pk.ttdWali))).toBeUndefined();
  });
  it('juga bila edarannya baru dimulai setelah Pihak Pertama menandatangani', () =>
    expect(tag(baris(PK, diajukan, pertama, dimulai))).toEqual(['pemda.bagian-hukum', 'pemda.asisten']));
  it('berakhir bila PK dikembalikan', () => {
    const row = baris(PK, diajukan, dimulai, pertama, di<DomainEvent>(PK, pk.dikembalikan));
    expect(row).toMatchObject({ tugas: 'perbaiki', perjalanan: null });
  });
});
