import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as jalan from '../../src/approval/edaran/edaran.contoh.js';
import { type BasisIdentitas, bukaBasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { KotakKeluar } from '../../src/infra/surel/kotak-keluar.js';
import { type BahanPemberiTahu, PemberiTahu } from '../../src/infra/surel/pemberi-tahu.js';
import { SmtpPengirim } from '../../src/infra/surel/smtp.pengirim.js';
import { Clock } from '../../src/kernel/event-store.js';
import { ditetapkan, kepalaDibentuk } from '../../src/planning/jabatan/jabatan.contoh.js';
import { pemdaDidaftarkan } from '../../src/planning/pemda/pemda.contoh.js';
import * as pk from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { di } from '../support/project.js';
import { type Gangguan, SmtpTiruan } from '../support/smtp-tiruan.js';
import { TampilanUji } from '../support/tampilan-uji.js';

const PK = 'PerjanjianKinerja-61.71.disnaker.kepala.2023';
const MENIT = 60_000;

class JamUji extends Clock {
  kini = Date.parse('2023-01-02T01:00:00Z');
  now(): Date {
    return new Date(this.kini);
  }
}

let t: TampilanUji;
let basis: BasisIdentitas;
let folder: string;
let smtp: SmtpTiruan;
let url: string;
let jam: JamUji;
let kotak: KotakKeluar;
const lapor: string[] = [];

const bahan = (isi: Partial<BahanPemberiTahu> = {}): BahanPemberiTahu => ({
  store: t.store,
  views: t.views,
  kotak,
  alamat: {
    cari: async (subjek) =>
      new Map(subjek.map((s) => [s, { nama: `Nama ${s}`, surel: `${s}@contoh.go.id` }])),
  },
  pengirim: new SmtpPengirim(url, 'amanah@contoh.go.id', { sambung: 1_000, salam: 300, diam: 300 }),
  clock: jam,
  asal: 'https://amanah.contoh.go.id',
  lapor: (p) => lapor.push(p),
  ...isi,
});
const status = async (): Promise<string[]> => (await kotak.semua()).map((s) => s.status);
const pejabat = (kode: string, subjek: string, opd = 'disnaker') =>
  di(`Jabatan-61.71.${opd}.${kode}`, kepalaDibentuk, ditetapkan({ subjek }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-surel-'));
  [t, smtp, jam, lapor.length] = [new TampilanUji(), new SmtpTiruan(), new JamUji(), 0];
  basis = await bukaBasisIdentitas({ folder });
  kotak = new KotakKeluar(basis);
  url = await smtp.mulai();
  await t.catat(di('Pemda-61.71', pemdaDidaftarkan), pejabat('kepala', 'orang-kadis'));
  await new PemberiTahu(bahan()).putaran(); // switched on here
});
afterEach(async () => {
  await smtp.tutup();
  await basis.tutup();
  await t.tutup();
  rmSync(folder, { recursive: true });
});

describe('surel pemberitahuan', () => {
  it('menyebut yang menunggu, sejak kapan, dan tempatnya, tanpa angka dan data pribadi selain sapaan', async () => {
    await t.catat(di(PK, pk.pengajuan));
    await new PemberiTahu(bahan()).putaran();
    const [surat = ''] = smtp.diterima;
    expect(surat).toContain('To: "Nama orang-kadis" <orang-kadis@contoh.go.id>');
    expect(surat).toContain('Subject: Amanah: menunggu Kepala Dinas Tenaga Kerja');
    expect(surat).toContain('Menandatangani Perjanjian Kinerja disnaker tahun 2023.');
    expect(surat).toMatch(/sejak 1 Januari 2023 pukul 07\.0\d WIB/);
    expect(surat).toContain('https://amanah.contoh.go.id/');
    expect(surat).not.toMatch(/91[.,]5|516|IKU/);
    expect(await status()).toEqual(['terkirim']);
    expect(JSON.stringify(await kotak.semua())).not.toMatch(/@|Nama /);
  });

  it('tidak memberi tahu apa yang terjadi sebelum dinyalakan', async () => {
    await t.catat(di(PK, pk.pengajuan));
    const lain = await bukaBasisIdentitas({ folder: mkdtempSync(join(folder, 'lain-')) });
    await new PemberiTahu(bahan({ kotak: new KotakKeluar(lain) })).putaran();
    expect(smtp.dibaca).toEqual([]);
    await lain.tutup();
  });

  it('satu surel untuk satu peristiwa dan orang, berapa kali pun log dibaca', async () => {
    await t.catat(di(PK, pk.pengajuan));
    await new PemberiTahu(bahan()).putaran();
    await basis.db.updateTable('surel_kemajuan').set({ posisi: 0 }).execute();
    await Promise.all([new PemberiTahu(bahan()).putaran(), new PemberiTahu(bahan()).putaran()]);
    expect(smtp.dibaca).toHaveLength(1);
  });

  it('setiap Bidang dimintai data sendiri, dan yang berbuat tidak diberi tahu', async () => {
    await t.catat(pejabat('bidang-1', 'orang-bidang-1'), pejabat('bidang-2', 'orang-bidang-2'));
    await t.catat(di('Edaran-61.71.lkjip.disnaker.kepala.2023', ...jalan.sampaiPermintaanData));
    await new PemberiTahu(bahan()).putaran();
    expect((await kotak.semua()).map((s) => s.penerima).sort()).toEqual(['orang-bidang-1', 'orang-bidang-2']);
    expect(smtp.diterima[0]).toContain('Menjawab surat permintaan data kinerja: laporan kinerja disnaker');
  });

  it('tidak mengirim yang sudah tidak menunggu', async () => {
    await t.catat(di(PK, pk.pengajuan, pk.ttdKadis, pk.ttdWali, pk.berlaku));
    await new PemberiTahu(bahan()).putaran();
    expect(await kotak.semua()).toEqual([]);
  });

  it('tidak memberi tahu siapa pun tentang yang disalin dari kertas', async () => {
    const data = { ...pk.pengajuan.data, cara: 'dicatat' };
    await t.catat(di(PK, { ...pk.pengajuan, data } as typeof pk.pengajuan));
    await new PemberiTahu(bahan()).putaran();
    expect(await kotak.semua()).toEqual([]);
  });

  it('tanpa alamat tidak ada yang dikirim', async () => {
    await t.catat(di(PK, pk.pengajuan));
    await new PemberiTahu(bahan({ alamat: { cari: async () => new Map() } })).putaran();
    expect([await status(), smtp.dibaca]).toEqual([['tanpa-alamat'], []]);
  });
});

describe('server surel terganggu', () => {
  it.each<Gangguan>(['putus-salam', 'diam-salam', 'penerima-nanti', 'isi-nanti'])(
    '%s: dikirim lagi setelah jedanya, dan sekali saja',
    async (gangguan) => {
      smtp.gangguan = gangguan;
      await t.catat(di(PK, pk.pengajuan));
      const p = new PemberiTahu(bahan());
      await p.putaran();
      expect([await status(), smtp.diterima]).toEqual([['antri'], []]);
      smtp.gangguan = 'tanpa';
      await p.putaran();
      expect(smtp.diterima).toEqual([]); // not yet
      jam.kini += MENIT;
      await p.putaran();
      expect([await status(), smtp.diterima.length]).toEqual([['terkirim'], 1]);
    },
  );

  it.each<Gangguan>(['putus-isi', 'diam-isi'])(
    '%s: tidak dikirim lagi, sebab mungkin sudah sampai',
    async (gangguan) => {
      smtp.gangguan = gangguan;
      await t.catat(di(PK, pk.pengajuan));
      const p = new PemberiTahu(bahan());
      await p.putaran();
      smtp.gangguan = 'tanpa';
      jam.kini += 60 * MENIT;
      await p.putaran();
      expect([await status(), smtp.dibaca.length]).toEqual([['tidak-pasti'], 1]);
    },
  );

  it('penerima yang tidak ada tidak dicoba lagi', async () => {
    smtp.gangguan = 'penerima-tidak-ada';
    await t.catat(di(PK, pk.pengajuan));
    const p = new PemberiTahu(bahan());
    await p.putaran();
    jam.kini += 60 * MENIT;
    await p.putaran();
    expect(await status()).toEqual(['gagal']);
    expect(lapor.join()).not.toContain('@');
  });

  it('menyerah setelah delapan kali', async () => {
    smtp.gangguan = 'penerima-nanti';
    await t.catat(di(PK, pk.pengajuan));
    const p = new PemberiTahu(bahan());
    for (let i = 0; i < 9; i++, jam.kini += 24 * 60 * MENIT) await p.putaran();
    expect((await kotak.semua()).map((s) => [s.status, s.coba])).toEqual([['gagal', 8]]);
  });
});

it('yang terputus di antara mengirim dan mencatatnya tidak dikirim dua kali', async () => {
  await t.catat(di(PK, pk.pengajuan));
  const mati = new KotakKeluar(basis);
  mati.tandai = () => Promise.reject(new Error('proses mati'));
  await expect(new PemberiTahu(bahan({ kotak: mati })).putaran()).rejects.toThrow('proses mati');
  expect([await status(), smtp.diterima.length]).toEqual([['mengirim'], 1]);
  jam.kini += 11 * MENIT;
  await new PemberiTahu(bahan()).putaran();
  expect([await status(), smtp.dibaca.length]).toEqual([['tidak-pasti'], 1]);
});

it('yang terputus sebelum log ditandai terbaca dibaca lagi, dan dikirim sekali', async () => {
  await t.catat(di(PK, pk.pengajuan));
  const mati = new KotakKeluar(basis);
  mati.tambah = () => Promise.reject(new Error('proses mati'));
  await expect(new PemberiTahu(bahan({ kotak: mati })).putaran()).rejects.toThrow('proses mati');
  await new PemberiTahu(bahan()).putaran();
  expect([await status(), smtp.diterima.length]).toEqual([['terkirim'], 1]);
});
