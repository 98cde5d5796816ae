import { type DataOrang, DirektoriOrang } from '../../src/approval/direktori-orang.js';
import { CetakPk } from '../../src/exchange/cetak/cetak-pk.js';
import { operator } from '../../src/exchange/operator.js';
import { TypstPencetak } from '../../src/infra/documents/pk/typst.pencetak.js';
import { verifikasiDari } from '../../src/infra/signing/verifikasi.js';
import type { DomainEvent } from '../../src/kernel/decider.js';
import { sha256Hex } from '../../src/kernel/sidik.js';
import { BerkasPk } from '../../src/planning/perjanjian-kinerja/berkas-pk.js';
import { pkUntukDicetak } from '../../src/planning/perjanjian-kinerja/cetakan.fakta.js';
import { tandaTanganPdf, teksPdf } from '../support/alat-pdf.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import {
  ajukanPk,
  type Cerita,
  daftarkan,
  mulaiCerita,
  PK,
  rencanakan,
  type Siapa,
} from '../support/cerita.js';

type Ditanya = { siapa: readonly string[]; pada: string; akun: string };

/** Two persons, and who asked for them. */
class DuaOrang extends DirektoriOrang {
  readonly ditanya: Ditanya[] = [];
  private readonly orang: ReadonlyMap<string, DataOrang> = new Map([
    [
      'S-kadis',
      { nama: 'Ratna Contoh', nip: '197001011995032001', nik: null, pangkat: 'Pembina', surel: null },
    ],
    ['S-wali', { nama: 'Budi Contoh', nip: '196001011985031001', nik: null, pangkat: null, surel: null }],
  ]);

  async baca(subjek: readonly string[], pada: string, { akun }: { akun: string }) {
    this.ditanya.push({ siapa: subjek, pada, akun });
    return new Map([...this.orang].filter(([s]) => subjek.includes(s)));
  }
}

const kata = (pdf: Uint8Array): string => (teksPdf(pdf) ?? '').replace(/\s+/g, ' ');
const KUNCI = 'pemda=61.71&opd=disnaker&tahun=2023';

describe('Perjanjian Kinerja dicetak', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    await ajukanPk(cerita);
  });
  afterAll(() => app.tutup());

  const minta = (kueri: string, siapa?: Siapa): Promise<Response> =>
    fetch(`${app.alamat}/berkas/pk?${kueri}`, {
      headers: siapa ? { authorization: `Bearer ${cerita.token[siapa]}` } : {},
    });
  const bita = async (res: Response): Promise<Uint8Array> => new Uint8Array(await res.arrayBuffer());
  const kodeGalat = async (res: Response): Promise<string> =>
    ((await res.json()) as { errors: { extensions: { kode: string } }[] }).errors[0]?.extensions.kode ?? '';

  it('yang menunggu tanda tangan dicetak sebagaimana akan ditandatangani: lengkap, dengan kedua medannya kosong', async () => {
    const res = await minta(KUNCI, 'bidang');
    expect([res.status, res.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(res.headers.get('content-disposition')).toContain('pk-61.71.disnaker.kepala.2023-v1.pdf');
    const pdf = await bita(res);
    expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7');
    const teks = kata(pdf);
    if (teks === '') return;
    for (const isi of [
      '/v/',
      'Meningkatnya penempatan',
      'Persentase pencari kerja yang ditempatkan',
      '91,50 %',
      'Pelatihan Kerja',
      'Rp516.543.100',
      'Pontianak, 31 Januari 2023',
    ])
      expect(teks).toContain(isi);
    expect(teks).toMatch(/Nama (Jabatan )?: \.{40} (Jabatan )?: Kepala Dinas Tenaga Kerja/);
    expect(teks).not.toContain('DRAF');
    const tanda = tandaTanganPdf(pdf);
    if (tanda !== null)
      expect(tanda.match(/PihakPertama|PihakKedua/g)).toEqual(['PihakPertama', 'PihakKedua']);
  });

  it.each([
    ['tanpa token', KUNCI, undefined, 'TANPA_TOKEN'],
    ['dari kota lain', KUNCI, 'kotaLain', 'TIDAK_DITEMUKAN'],
    ['jabatan tanpa PK', `${KUNCI}&jabatan=bidang-9`, 'kadis', 'TIDAK_DITEMUKAN'],
    ['versi yang belum ada', `${KUNCI}&versi=2`, 'kadis', 'TIDAK_DITEMUKAN'],
    ['versi nol', `${KUNCI}&versi=0`, 'kadis', 'MASUKAN_TIDAK_SAH'],
    ['versi dua kali', `${KUNCI}&versi=1&versi=2`, 'kadis', 'MASUKAN_TIDAK_SAH'],
    ['tanpa tahun', 'pemda=61.71&opd=disnaker', 'kadis', 'MASUKAN_TIDAK_SAH'],
    ['tahun yang bukan tahun', 'pemda=61.71&opd=disnaker&tahun=dua', 'kadis', 'TAHUN_TIDAK_SAH'],
    ['kode dengan titik', 'pemda=61.71&opd=dis.naker&tahun=2023', 'kadis', 'KODE_TIDAK_SAH'],
    ['jabatan dengan garis miring', `${KUNCI}&jabatan=..%2F..`, 'kadis', 'KODE_TIDAK_SAH'],
  ] as const)('%s ditolak dengan kodenya', async (_, kueri, siapa, kode) => {
    expect(await kodeGalat(await minta(kueri, siapa))).toBe(kode);
  });

  it('nama diambil dari direktori orang menurut tanggal naskah; NIP kepala daerah tidak tercetak', async () => {
    const { store, arsip } = app.aplikasi.rakitan;
    const direktori = new DuaOrang();
    const pelaku = { ...operator(PK), akun: 'akun-penanya' };
    const verifikasi = verifikasiDari(app.aplikasi.rakitan.konfigurasi);
    const berkas = new BerkasPk({ store, arsip, pencetak: new TypstPencetak(), direktori, verifikasi });
    const { bita: pdf } = await new CetakPk(berkas).tulis(PK, 1, pelaku);
    expect(direktori.ditanya).toEqual([
      { siapa: ['S-kadis', 'S-wali'], pada: '2023-01-31', akun: 'akun-penanya' },
    ]);
    const teks = kata(pdf);
    if (teks === '') return;
    expect(teks).toMatch(/Ratna Contoh Pembina NIP 19700101 199503 2 001/);
    expect(teks).toContain('Budi Contoh');
    expect(teks).not.toMatch(/19600101/);
  });

  it('yang siap ditandatangani memuat alamat verifikasi dan kedua medan', async () => {
    const { store } = app.aplikasi.rakitan;
    const { bahan } = await pkUntukDicetak(store, PK, null);
    const id = 'a'.repeat(22);
    const verifikasi = { id, url: `https://contoh.example/v/${id}`, jaminan: 'tersertifikasi' } as const;
    const pdf = await new TypstPencetak().cetak(await bahan(verifikasi, { direktori: null, akun: 'a' }));
    const tanda = tandaTanganPdf(pdf);
    if (tanda !== null)
      expect(tanda.match(/PihakPertama|PihakKedua/g)).toEqual(['PihakPertama', 'PihakKedua']);
    if (kata(pdf) !== '') expect(kata(pdf)).toContain(`https://contoh.example/v/${id}`);
  });

  it('sasaran tercetak seperti ketika naskah diajukan, juga sesudah Renstra berubah', async () => {
    const sebelum = await bita(await minta(KUNCI, 'kadis'));
    const renstra = { pemda: '61.71', opd: 'disnaker', mulai: 2021 };
    const { jadi } = cerita;
    await jadi('perencana', 'mulaiPerubahanRenstra', {
      ...renstra,
      mulaiBerlaku: 2023,
      alasan: 'Perubahan RPJMD',
    });
    const sasaran = { ...renstra, tujuan: 'T1', kode: 'S1', uraian: 'Sasaran yang baru', strategi: [] };
    await jadi('perencana', 'tambahSasaran', sasaran);
    await jadi('kadis', 'tetapkanRenstra', renstra);
    expect(sha256Hex(await bita(await minta(KUNCI, 'kadis')))).toBe(sha256Hex(sebelum));
  });

  it('yang sudah ditandatangani keluar persis seperti yang diarsipkan; arsip yang hilang disebut', async () => {
    const { store, arsip } = app.aplikasi.rakitan;
    const stream = 'PerjanjianKinerja-61.71.disnaker.kepala.2023';
    const tandatangan = async (berkasHasil: string): Promise<void> => {
      const { head, events } = await store.read(stream);
      const { data, meta } = events[0] as unknown as {
        data: { sidik: string; oleh: object };
        meta: { corr: string };
      };
      const isi = {
        versi: 1,
        pihak: 1,
        sidik: data.sidik,
        oleh: data.oleh,
        cara: 'elektronik',
        berdasarkan: [],
      };
      const event: DomainEvent = {
        type: 'PerjanjianKinerjaDitandatangani',
        data: { ...isi, bukti: { berkasHasil } },
      };
      const cmd = { id: `uji-${berkasHasil.slice(0, 8)}`, sidik: berkasHasil };
      const append = { stream, head, events: [event], at: '2023-02-01T00:00:00.000Z', actor: 'uji', cmd };
      await store.append([{ ...append, corr: meta.corr, cause: null }]).committed;
    };
    const asli = Buffer.from('%PDF-1.7 bita yang ditandatangani');
    await tandatangan(await arsip.simpan(asli));
    const res = await minta(KUNCI, 'kadis');
    expect(res.headers.get('content-disposition')).toContain('pk-61.71.disnaker.kepala.2023-v1.pdf');
    expect(Buffer.from(await bita(res)).equals(asli)).toBe(true);
    await tandatangan('0'.repeat(64));
    expect(await kodeGalat(await minta(KUNCI, 'kadis'))).toBe('ARSIP_TIDAK_LENGKAP');
  });
});
