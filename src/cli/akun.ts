import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Peran } from '../approval/wewenang.js';
import { buatFolderData } from '../infra/event-store/folder-data.js';
import { type AkunTampak, PelaksanaAkun } from '../infra/identity/akun/pelaksana-akun.js';
import {
  BERKAS_IDENTITAS,
  bukaBasisIdentitas,
  type TempatIdentitas,
} from '../infra/identity/basis-identitas.js';
import { LogKeamanan } from '../infra/identity/log-keamanan.js';
import { subSah } from '../infra/identity/oidc/daftar-oidc.js';
import { asalSah } from '../infra/konfigurasi/identitas.js';
import { penerbitSah } from '../infra/konfigurasi/oidc.js';
import type { AlamatServer } from '../infra/soket/protokol.js';
import { type Clock, TokoTidakTersedia } from '../kernel/event-store.js';
import { kodeBagian, kodePemda, kunci, OPD_PEMDA } from '../kernel/kunci.js';
import { Penolakan } from '../kernel/penolakan.js';
import { kodeBebas, label } from '../kernel/teks.js';
import { bacaPilihan, folderData, type Pilihan, salahSatu, tempatData, wajibSah } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { lewatServer } from './soket.js';
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

const TANPA_BITA = new Uint8Array();
const diam = (): void => undefined;
const salahAsal = (): never => {
  throw new SalahPakai('AMANAH_ASAL bukan asal yang sah.');
};

type Tindakan = (p: Pilihan, nama: string, akun: PelaksanaAkun) => Promise<Keluaran>;

const selesai = (nama: string, kalimat: string): Keluaran => ({
  json: { nama },
  teks: () => kalimat,
  status: 0,
});

/** Where people reach the server: its public name, else what the one of this data folder says; null where none runs. */
const alamatServer = async (): Promise<string | null> => {
  const { AMANAH_ASAL: asal = '' } = process.env;
  if (asal !== '') return asalSah(asal) ? asal : salahAsal();
  try {
    const jawab = await lewatServer<AlamatServer>(folderData(), { perintah: 'alamat' }, TANPA_BITA, diam);
    return jawab?.alamat ?? null;
  } catch (e) {
    if (e instanceof Penolakan) return null; // it stops, or is of another version
    throw e;
  }
};

/** With a link whose secret stands after the #, and is shown this once. `asal` is asked before the link is made. */
const tautan = (nama: string, asal: string | null, jalur: string, isi: object = {}): Keluaran => {
  const alamat = `${asal ?? ''}${jalur}`;
  const letak = asal === null ? ', di alamat server Anda' : '';
  const teks = `Serahkan tautan ini${letak} kepada pemilik akun ${nama}. Ia berlaku 24 jam, untuk satu kali:\n${alamat}`;
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
      const asal = await alamatServer();
      const jadi = await akun.buat(nama, subjek);
      return tautan(jadi.nama, asal, jadi.tautan, { id: jadi.id });
    },
    tautan: async (_, nama, akun) => tautan(nama, await alamatServer(), await akun.buatTautan(nama)),
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

type Pekerjaan = { readonly baru: boolean; readonly kerja: (akun: PelaksanaAkun) => Promise<Keluaran> };

const pekerjaan = (p: Pilihan): Pekerjaan => {
  const [tindakan = '', nama, ...lebih] = p.posisi;
  if (lebih[0] !== undefined) throw new SalahPakai(`"${lebih[0]}" tidak diharapkan di sini.`);
  if (tindakan === 'daftar' && nama === undefined) return { baru: false, kerja: daftar };
  const kerja = TINDAKAN.get(tindakan);
  if (kerja === undefined)
    throw new SalahPakai(`Sebutkan salah satu: daftar, ${[...TINDAKAN.keys()].join(', ')}.`);
  if (nama === undefined) throw new SalahPakai('Sebutkan nama penggunanya.');
  return { baru: tindakan === 'buat', kerja: (akun) => kerja(p, nama, akun) };
};

/** A first account may begin a data folder; anything else about accounts needs one that has them. */
const siapkanFolder = ({ folder, basisData }: TempatIdentitas, baru: boolean): void => {
  if (baru || basisData !== undefined) buatFolderData(folder);
  else if (!existsSync(join(folder, BERKAS_IDENTITAS)))
    throw new TokoTidakTersedia(`Belum ada basis data identitas di ${folder}.`);
};

/** `akun`: over the identity database alone, also beside a running server, which sees it at the next request. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const dikenal = ['subjek', 'peran', 'pemda', 'opd', 'jabatan', 'sebutan', 'sub', 'penerbit'];
  const p = bacaPilihan(argumen, dikenal, ['cabut']);
  const { baru, kerja } = pekerjaan(p);
  const tempat = tempatData();
  siapkanFolder(tempat, baru);
  const basis = await bukaBasisIdentitas(tempat);
  try {
    const clock: Clock = { now: () => new Date() };
    return await kerja(new PelaksanaAkun(basis, new LogKeamanan(basis, clock), clock));
  } finally {
    await basis.tutup();
  }
};
