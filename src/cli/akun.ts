import type { Peran } from '../approval/wewenang.js';
import { buatFolderData } from '../infra/event-store/folder-data.js';
import { type AkunTampak, PelaksanaAkun } from '../infra/identity/akun/pelaksana-akun.js';
import { AsalPermintaan } from '../infra/identity/asal-permintaan.js';
import { bukaBasisIdentitas } from '../infra/identity/basis-identitas.js';
import { LogKeamanan } from '../infra/identity/log-keamanan.js';
import { subSah } from '../infra/identity/oidc/daftar-oidc.js';
import { asalSah } from '../infra/konfigurasi/identitas.js';
import { penerbitSah } from '../infra/konfigurasi/oidc.js';
import type { Clock } from '../kernel/event-store.js';
import { kodeBagian, kodePemda, kunci, OPD_PEMDA } from '../kernel/kunci.js';
import { kodeBebas, label } from '../kernel/teks.js';
import { bacaPilihan, type Pilihan, salahSatu, tempatData, wajibSah } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { tabel } from './tabel.js';

const PERAN: readonly Peran[] = [
  'kepala-daerah',
  'kepala',
  'perencana',
  'bidang',
  'pengelola',
  'inspektorat',
  'operator',
];

type Tindakan = (p: Pilihan, nama: string, akun: PelaksanaAkun) => Promise<Keluaran>;

const selesai = (nama: string, kalimat: string): Keluaran => ({
  json: { nama },
  teks: () => kalimat,
  status: 0,
});

/** Where people reach the server; the secret stands after the #, and is shown this once. */
const alamatPenuh = (jalur: string): string => {
  const { AMANAH_ASAL: asal, PORT = '3000' } = process.env;
  if (asal !== undefined && !asalSah(asal)) throw new SalahPakai('AMANAH_ASAL bukan asal yang sah.');
  const milik = new AsalPermintaan({ proksi: [], ...(asal !== undefined && { asal }) });
  return `${milik.tautan(`http://127.0.0.1:${PORT}`)}${jalur}`;
};

const tautan = (nama: string, jalur: string, isi: object = {}): Keluaran => {
  const alamat = alamatPenuh(jalur);
  const teks = `Serahkan tautan ini kepada pemilik akun ${nama}. Ia berlaku 24 jam, untuk satu kali:\n${alamat}`;
  return { json: { nama, ...isi, tautan: alamat }, teks: () => teks, status: 0 };
};

const tugasDari = (p: Pilihan) => {
  const pemda = wajibSah(p, 'pemda', kodePemda);
  const opd = p.isi.opd === undefined ? OPD_PEMDA : wajibSah(p, 'opd', kodeBagian);
  return { pemda, opd, jabatan: kunci.jabatan(pemda, opd, wajibSah(p, 'jabatan', kodeBagian)) };
};

const tugas: Tindakan = async (p, nama, akun) => {
  const tempat = tugasDari(p);
  if (p.sakelar.has('cabut')) {
    await akun.cabutTugas(nama, tempat.jabatan);
    return selesai(nama, `Tugas ${tempat.jabatan} dicabut dari ${nama}.`);
  }
  const peran = salahSatu<Peran>(p, 'peran', PERAN);
  await akun.beriTugas(nama, { ...tempat, peran, sebutan: wajibSah(p, 'sebutan', label) });
  return selesai(nama, `${nama} bertugas sebagai ${peran} di ${tempat.jabatan}.`);
};

/** The issuer of this installation, where none is named: a tie is to its very text. */
const penerbit = (p: Pilihan): string => {
  const teks = p.isi.penerbit ?? process.env.AMANAH_OIDC_PENERBIT ?? '';
  if (penerbitSah(teks)) return teks;
  throw new SalahPakai('--penerbit (atau AMANAH_OIDC_PENERBIT) harus alamat https penyedianya.');
};

const oidc: Tindakan = async (p, nama, akun) => {
  if (p.sakelar.has('cabut')) {
    await akun.lepasOidc(nama);
    return selesai(nama, `Akun ${nama} tidak tertaut lagi dengan penyedia; semua sesinya berakhir.`);
  }
  await akun.tautkanOidc(nama, { penerbit: penerbit(p), sub: wajibSah(p, 'sub', subSah) });
  return selesai(nama, `Akun ${nama} tertaut dengan penyedia.`);
};

const keterangan = (a: AkunTampak): string =>
  [
    a.keadaan,
    ...(a.bersandi ? [] : ['belum bersandi']),
    ...(a.totp ? ['kode'] : []),
    ...(a.oidc ? ['oidc'] : []),
    ...(a.terkunci === null ? [] : [`terkunci sampai ${a.terkunci}`]),
  ].join(', ');

const daftar = async (akun: PelaksanaAkun): Promise<Keluaran> => {
  const semua = await akun.daftar();
  const kolom = ['Nama', 'Keadaan', 'Subjek', 'Tugas'].map((judul) => ({ judul }));
  const baris = semua.map((a) => [
    a.nama,
    keterangan(a),
    a.subjek ?? '-',
    a.tugas.map((t) => `${t.peran} ${t.jabatan}`).join('; ') || '-',
  ]);
  const teks = (): string => (baris.length === 0 ? 'Belum ada akun.' : tabel(kolom, baris));
  return { json: { akun: semua }, teks, status: 0 };
};

const TINDAKAN: ReadonlyMap<string, Tindakan> = new Map(
  Object.entries<Tindakan>({
    buat: async (p, nama, akun) => {
      const subjek = p.isi.subjek === undefined ? null : wajibSah(p, 'subjek', kodeBebas);
      const jadi = await akun.buat(nama, subjek);
      return tautan(jadi.nama, jadi.tautan, { id: jadi.id });
    },
    tautan: async (_, nama, akun) => tautan(nama, await akun.buatTautan(nama)),
    nonaktif: async (_, nama, akun) => {
      await akun.nonaktifkan(nama);
      return selesai(nama, `Akun ${nama} tidak aktif lagi; semua sesinya berakhir.`);
    },
    aktif: async (_, nama, akun) => {
      await akun.aktifkan(nama);
      return selesai(nama, `Akun ${nama} aktif.`);
    },
    'buka-kunci': async (_, nama, akun) => {
      await akun.bukaKunci(nama);
      return selesai(nama, `Akun ${nama} tidak terkunci lagi.`);
    },
    'cabut-totp': async (_, nama, akun) => {
      await akun.cabutTotp(nama);
      return selesai(nama, `Akun ${nama} masuk dengan kata sandi saja sampai kode dipasang lagi.`);
    },
    tugas,
    oidc,
  }),
);

const kerjakan = async (p: Pilihan, akun: PelaksanaAkun): Promise<Keluaran> => {
  const [tindakan = '', nama, ...lebih] = p.posisi;
  if (lebih[0] !== undefined) throw new SalahPakai(`"${lebih[0]}" tidak diharapkan di sini.`);
  if (tindakan === 'daftar' && nama === undefined) return daftar(akun);
  const kerja = TINDAKAN.get(tindakan);
  if (kerja === undefined)
    throw new SalahPakai(`Sebutkan salah satu: daftar, ${[...TINDAKAN.keys()].join(', ')}.`);
  if (nama === undefined) throw new SalahPakai('Sebutkan nama penggunanya.');
  return kerja(p, nama, akun);
};

/** `akun`: over the identity database alone, also beside a running server, which sees it at the next request. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const dikenal = ['subjek', 'peran', 'pemda', 'opd', 'jabatan', 'sebutan', 'sub', 'penerbit'];
  const p = bacaPilihan(argumen, dikenal, ['cabut']);
  const tempat = tempatData();
  buatFolderData(tempat.folder);
  const basis = await bukaBasisIdentitas(tempat);
  try {
    const clock: Clock = { now: () => new Date() };
    return await kerjakan(p, new PelaksanaAkun(basis, new LogKeamanan(basis, clock), clock));
  } finally {
    await basis.tutup();
  }
};
