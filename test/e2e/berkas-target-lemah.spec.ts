import { randomUUID } from 'node:crypto';
import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import type { Kolom, LembarTulis, Sel } from '../../src/kernel/lembar-kerja.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { paketKota } from './impor.ruang.js';

const adaptor = new LembarKerjaAdaptor();
const sel = (isi: string | null): Sel => (isi === null ? { jenis: 'kosong' } : { jenis: 'teks', nilai: isi });
const isiSel = (s: Sel): string | null => ('nilai' in s ? String(s.nilai) : null);
/** Rows as they would be typed, by heading. */
type Baris = Readonly<Record<string, string>>;

describe('target lemah di lembar kerja', () => {
  let app: AplikasiUji;
  let operator: string;
  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const { rencanaAksi: _, ...paket } = paketKota('pontianak-2023');
    const hasil = await new PelaksanaImpor(store, executor, clock).impor(Buffer.from(JSON.stringify(paket)));
    expect(hasil.ditolak).toEqual([]);
    operator = app.token({ peran: 'operator', akun: 'akun-operator', jabatan: 'operator' });
  });
  afterAll(() => app.tutup());

  const kueri = (tahun: number): string => `pemda=61.71&opd=disnaker&tahun=${tahun}`;
  const unduh = async (jenis: string, tahun: number, tambahan = ''): Promise<Uint8Array<ArrayBuffer>> => {
    const res = await fetch(`${app.alamat}/berkas/templat/${jenis}?${kueri(tahun)}${tambahan}`, {
      headers: { authorization: `Bearer ${operator}` },
    });
    expect(res.status).toBe(200);
    return new Uint8Array(await res.arrayBuffer());
  };
  const impor = async (jenis: string, tahun: number, isi: Uint8Array, tambahan = '&pratinjau=1') => {
    const res = await fetch(`${app.alamat}/berkas/impor?jenis=${jenis}&${kueri(tahun)}${tambahan}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/octet-stream' },
      body: Buffer.from(isi),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
    return (await res.json()) as any;
  };
  /** The template with its rows passed through `ubah`, and further ones below them. */
  const diisi = async (
    jenis: string,
    tahun: number,
    ubah: (lembar: string, b: Readonly<Record<string, string | null>>) => Baris,
    tambahan: Readonly<Record<string, readonly Baris[]>> = {},
  ): Promise<Uint8Array> => {
    const lembar = (await adaptor.baca(await unduh(jenis, tahun))).filter((l) => l.nama !== 'Daftar');
    const tulis = lembar.map((l): LembarTulis => {
      const [kepala, ...isi] = l.baris.map((b) => b.sel);
      const judul = (kepala ?? []).map((s) => isiSel(s) ?? '');
      const kolom = judul.map((j, i): Kolom => ({ kunci: `${i}`, judul: j, jenis: 'teks' }));
      if (l.nama === 'Petunjuk') return { nama: l.nama, kolom, baris: isi };
      const bernama = isi.map((s) => Object.fromEntries(judul.map((j, i) => [j, isiSel(s[i] ?? sel(null))])));
      const semua = [
        ...bernama.map((b) => ({ ...b, ...ubah(l.nama, b) })),
        ...(tambahan[l.nama] ?? []),
      ] as Readonly<Record<string, string | null>>[];
      return { nama: l.nama, kolom, baris: semua.map((b) => judul.map((j) => sel(b[j] ?? null))) };
    });
    return adaptor.tulis(tulis, 'xlsx');
  };
  type Peringatan = { lembar: string; baris: number; kolom: string; kode: string; kalimat: string };
  const singkat = (jawaban: { peringatan: Peringatan[] }): string[] =>
    jawaban.peringatan.map(({ lembar, baris, kolom, kode }) => `${lembar} ${baris} ${kolom} ${kode}`);

  const aksi = (target: string) => (lembar: string, b: Readonly<Record<string, string | null>>) =>
    lembar === 'Rencana Aksi' && b['Kode indikator'] === 'IKU-1' ? { Target: target } : ({} as Baris);

  it('rencana aksi bertarget nol: disebut tiap triwulan, dibandingkan dengan tahun lalu hanya pada yang terakhir; tidak menolak', async () => {
    const berkas = await diisi('rencana-aksi', 2023, aksi('0'));
    const pratinjau = await impor('rencana-aksi', 2023, berkas);
    expect(pratinjau.ditolak).toEqual([]);
    expect(singkat(pratinjau)).toEqual([
      'Rencana Aksi 2 Target TARGET_NOL',
      'Rencana Aksi 3 Target TARGET_NOL',
      'Rencana Aksi 4 Target TARGET_NOL',
      'Rencana Aksi 5 Target TARGET_NOL',
      'Rencana Aksi 5 Target LEBIH_BURUK_DARI_REALISASI_LALU',
    ]);
    expect(pratinjau.peringatan.at(-1)).toEqual({
      lembar: 'Rencana Aksi',
      baris: 5,
      kolom: 'Target',
      kode: 'LEBIH_BURUK_DARI_REALISASI_LALU',
      kalimat: 'Target 0 % lebih rendah daripada realisasi tahun 2022, 90,08 %.',
    });
    const id = `&idPerintah=${randomUUID()}`;
    const simpan = await impor('rencana-aksi', 2023, berkas, id);
    expect([simpan.posisi, simpan.peringatan]).toEqual([expect.any(String), pratinjau.peringatan]);
    expect((await impor('rencana-aksi', 2023, berkas, id)).peringatan).toEqual(pratinjau.peringatan);
  });

  it('CSV: target di bawah realisasi tahun lalu disebut, yang di atasnya tidak', async () => {
    const csv = Buffer.from(await unduh('rencana-aksi', 2023, '&format=csv')).toString('utf8');
    const dengan = (target: string): Buffer =>
      Buffer.from(csv.replace(/^(IKU-1;[^;]*;4;)[^;]*/m, `$1"${target}"`));
    expect(singkat(await impor('rencana-aksi', 2023, dengan('90,07'))).at(-1)).toBe(
      'Rencana Aksi 6 Target LEBIH_BURUK_DARI_REALISASI_LALU',
    );
    const baik = await impor('rencana-aksi', 2023, dengan('91,50'));
    expect(baik.ditolak).toEqual([]);
    expect(singkat(baik).filter((p) => p.startsWith('Rencana Aksi 6'))).toEqual([]);
  });

  it('PK: target turun, lebih buruk daripada tahun lalu, dan bersatuan lain disebut di samping yang ditolak', async () => {
    const target: Readonly<Record<string, Baris>> = {
      'IKU-1': { Target: '91,10', Satuan: 'orang' },
      'IKU-2': { Target: '30,00' },
      'IKU-3': { Target: '99,00' },
    };
    const berkas = await diisi(
      'pk',
      2024,
      (lembar, b) => (lembar === 'Target' ? (target[b['Kode indikator'] ?? ''] ?? {}) : {}),
      { Anggaran: [{ 'Kode program': '9.99.99', 'Pagu (rupiah)': '1000' }] },
    );
    const jawaban = await impor('pk', 2024, berkas);
    expect(jawaban.ditolak).not.toEqual([]);
    expect(singkat(jawaban)).toEqual([
      'Target 2 Target TURUN_UNTUK_POLARITAS_NAIK',
      'Target 2 Satuan SATUAN_BERBEDA',
      'Target 3 Target LEBIH_BURUK_DARI_REALISASI_LALU',
      'Target 3 Target TURUN_UNTUK_POLARITAS_NAIK',
    ]);
    expect(jawaban.peringatan[0].kalimat).toBe(
      'Target 91,10 % lebih rendah daripada target tahun 2023, 91,50 %.',
    );
  });

  it('Renstra baru: indikator yang ada di berkas itu sendiri sudah dikenal, juga targetnya tahun sebelumnya', async () => {
    const tanpa = (): Baris => ({});
    const baris = (tahun: string, target: string): Baris => ({
      'Kode indikator': 'BARU-1',
      Tahun: tahun,
      Target: target,
    });
    const indikator = {
      'Kode indikator': 'BARU-1',
      Nama: 'Persentase penempatan',
      Satuan: '%',
      Level: 'sasaran',
      Polaritas: 'naik',
    };
    const berkas = await diisi('renstra', 2026, tanpa, {
      Renstra: [{ 'Tahun terakhir': '2029', Visi: 'Kota yang sejahtera' }],
      Indikator: [indikator],
      Target: [baris('2026', '60'), baris('2027', '55'), baris('2028', '0')],
    });
    const jawaban = await impor('renstra', 2026, berkas, `&idPerintah=${randomUUID()}`);
    expect(jawaban.ditolak).toEqual([]);
    expect(singkat(jawaban)).toEqual([
      'Target 3 Target TURUN_UNTUK_POLARITAS_NAIK',
      'Target 4 Target TARGET_NOL',
      'Target 4 Target TURUN_UNTUK_POLARITAS_NAIK',
    ]);
    const csv = Buffer.from(await unduh('renstra', 2026, '&format=csv&lembar=Target')).toString('utf8');
    const diubah = Buffer.from(csv.replace(/^(BARU-1;[^;]*;2028;)[^;\r]*/m, '$1"54"'));
    expect(singkat(await impor('renstra', 2026, diubah))).toEqual([
      'Target 4 Target TURUN_UNTUK_POLARITAS_NAIK',
      'Target 5 Target TURUN_UNTUK_POLARITAS_NAIK',
    ]);
  });

  it('buku: RKT yang targetnya lebih rendah daripada tahun lalu disebut di lembarnya', async () => {
    const lama = paketKota('pontianak-2023').rkt?.find((t) => t.indikator === 'I-2.07.03-1')?.target;
    expect(lama).toBe('52.00');
    const berkas = await diisi('buku', 2024, () => ({}), {
      RKT: [{ Jenis: 'murni', 'Kode indikator': 'I-2.07.03-1', Target: '40' }],
    });
    expect(singkat(await impor('buku', 2024, berkas))).toContain('RKT 2 Target TURUN_UNTUK_POLARITAS_NAIK');
  });
});
