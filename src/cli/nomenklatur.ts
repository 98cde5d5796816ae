import { readFileSync } from 'node:fs';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import type { Lapor } from '../infra/soket/protokol.js';
import { Penolakan } from '../kernel/penolakan.js';
import {
  type MuatanNomenklatur,
  PelaksanaNomenklatur,
} from '../planning/nomenklatur/nomenklatur.pelaksana.js';
import { VERSI_NOMENKLATUR } from '../planning/nomenklatur/versi.js';
import type { HasilImpor } from '../reporting/impor/impor.paket.js';
import { kemajuan } from './kemajuan.js';
import { denganPenulis, letak } from './menulis.js';
import { bacaPilihan, type Pilihan, wajibSah } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { lewatServer } from './soket.js';

type Muat = (berkas: Uint8Array, lapor: Lapor) => Promise<HasilImpor>;

const PILIHAN = ['versi', 'nama', 'jenis', 'nomor', 'tanggal', 'pejabat', 'berlaku'];
const teks = (nilai: string): string => nilai;

const muatan = (p: Pilihan): MuatanNomenklatur => {
  const versi = wajibSah(p, 'versi', teks);
  const dikenal = VERSI_NOMENKLATUR.find((v) => v.versi === versi);
  const isian = (nama: string): string => wajibSah(p, nama, teks);
  const dasar = dikenal?.dasar ?? {
    jenis: isian('jenis'),
    nomor: isian('nomor'),
    tanggal: isian('tanggal'),
    pejabat: isian('pejabat'),
  };
  return {
    versi,
    nama: p.isi.nama ?? dikenal?.nama ?? isian('nama'),
    dasar,
    mulaiBerlaku: p.isi.berlaku ?? dasar.tanggal,
    perbaiki: p.sakelar.has('perbaiki'),
  };
};

const baca = (berkas: string): Uint8Array => {
  try {
    return readFileSync(letak(berkas));
  } catch (e) {
    const sebab = `${berkas} tidak dapat dibuka (${(e as NodeJS.ErrnoException).code ?? ''})`;
    throw new Penolakan('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab });
  }
};

const denganMuat = (m: MuatanNomenklatur, kerja: (muat: Muat) => Promise<HasilImpor>): Promise<HasilImpor> =>
  denganPenulis<Muat, HasilImpor>(
    {
      langsung: (store) => {
        const pelaksana = new PelaksanaNomenklatur(
          store,
          { lupakan: () => undefined },
          { now: () => new Date() },
          new LembarKerjaAdaptor(),
        );
        return (berkas, lapor) => pelaksana.muat(m, berkas, lapor);
      },
      lewatServer: (folder, tanpaServer) => async (berkas, lapor) =>
        (await lewatServer(folder, { perintah: 'nomenklatur', muatan: m }, berkas, lapor)) ?? tanpaServer(),
    },
    kerja,
  );

const cetak = (versi: string, { peristiwa, ditolak }: HasilImpor): string => {
  if (ditolak.length > 0)
    return [
      `Nomenklatur ${versi}: ditolak, tidak ada yang disimpan.`,
      ...ditolak.map((d) => `  ${d.jalur || '(berkas)'}: ${d.pesan} [${d.kode}]`),
    ].join('\n');
  return peristiwa === 0
    ? `Nomenklatur ${versi}: semua isinya sudah tercatat, tidak ada yang berubah.`
    : `Nomenklatur ${versi}: ${peristiwa} peristiwa disimpan.`;
};

/** `nomenklatur`: one version, all or nothing. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, PILIHAN, ['perbaiki']);
  const [berkas, lain] = p.posisi;
  if (berkas === undefined || lain !== undefined)
    throw new SalahPakai('Sebutkan tepat satu berkas CSV atau XLSX.');
  const m = muatan(p);
  const isi = baca(berkas);
  const layar = kemajuan();
  const hasil = await denganMuat(m, (muat) =>
    muat(isi, (k) => layar.maju(`${berkas}: ${k.tahap}`, k.selesai, k.dari)),
  ).finally(() => layar.selesai());
  const { peristiwa, ditolak } = hasil;
  return {
    json: { berkas, versi: m.versi, peristiwa, ditolak },
    teks: () => cetak(m.versi, hasil),
    status: ditolak.length > 0 ? 1 : 0,
  };
};
