import { readFileSync, statSync } from 'node:fs';
import { PenjagaNamaTempat } from '../infra/identity/penjaga-nama.js';
import type { Lapor } from '../infra/soket/protokol.js';
import { tolak } from '../kernel/penolakan.js';
import { BATAS_BERKAS, ditolak, terlaluBesar } from '../reporting/impor/impor.berkas.js';
import type { HasilImpor } from '../reporting/impor/impor.paket.js';
import { PelaksanaImpor } from '../reporting/impor/impor.pelaksana.js';
import { kemajuan } from './kemajuan.js';
import { denganPenulis, letak } from './menulis.js';
import { bacaPilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { lewatServer } from './soket.js';

type Impor = (berkas: Uint8Array, lapor: Lapor) => Promise<HasilImpor>;
type HasilBerkas = { readonly berkas: string } & HasilImpor;

const baca = (berkas: string): Uint8Array | HasilImpor => {
  try {
    const jalur = letak(berkas);
    if (statSync(jalur).size > BATAS_BERKAS) return { peristiwa: 0, ditolak: [terlaluBesar()] };
    return readFileSync(jalur);
  } catch (e) {
    const kode = (e as NodeJS.ErrnoException).code ?? '';
    const pesan = `Berkas ${berkas} tidak dapat dibuka (${kode}).`;
    return { peristiwa: 0, ditolak: [ditolak('', 'BERKAS_TIDAK_TERBACA', pesan)] };
  }
};

const denganPelaksana = <T>(kerja: (impor: Impor) => Promise<T>): Promise<T> => {
  let adaServer = false; // it may go away between two files: those before are imported, so this is told
  return denganPenulis<Impor, T>(
    {
      langsung: (store) => {
        const [executor, clock] = [{ lupakan: () => undefined }, { now: () => new Date() }];
        const nama = new PenjagaNamaTempat(tempatData());
        const pelaksana = new PelaksanaImpor(store, executor, clock, nama);
        return (berkas, lapor) => pelaksana.impor(berkas, lapor);
      },
      lewatServer: (folder, tanpaServer) => async (berkas, lapor) => {
        const jawaban = await lewatServer(folder, { perintah: 'impor' }, berkas, lapor);
        if (jawaban !== undefined) adaServer = true;
        return jawaban ?? (adaServer ? tolak('COBA_LAGI', { sebab: 'server berhenti' }) : tanpaServer());
      },
    },
    kerja,
  );
};

const satu = async (impor: Impor, berkas: string): Promise<HasilBerkas> => {
  const isi = baca(berkas);
  if (!(isi instanceof Uint8Array)) return { berkas, ...isi };
  const layar = kemajuan();
  try {
    const { peristiwa, ditolak } = await impor(isi, (k) =>
      layar.maju(`${berkas}: ${k.tahap}`, k.selesai, k.dari),
    );
    return { berkas, peristiwa, ditolak };
  } finally {
    layar.selesai();
  }
};

const teks = ({ berkas, peristiwa, ditolak }: HasilBerkas): string => {
  if (ditolak.length > 0)
    return [
      `${berkas}: ditolak, tidak ada yang disimpan kali ini.`,
      ...ditolak.map((d) => `  ${d.jalur || '(berkas)'}: ${d.pesan} [${d.kode}]`),
    ].join('\n');
  return peristiwa === 0
    ? `${berkas}: semua isinya sudah tercatat, tidak ada yang berubah.`
    : `${berkas}: ${peristiwa} peristiwa disimpan.`;
};

/** `impor`: each file all or nothing, one after another. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const { posisi: daftar } = bacaPilihan(argumen, []);
  if (daftar.length === 0) throw new SalahPakai('Sebutkan paling sedikit satu berkas paket kinerja.');
  const hasil = await denganPelaksana(async (impor) => {
    const hasil: HasilBerkas[] = [];
    for (const berkas of daftar) hasil.push(await satu(impor, berkas));
    return hasil;
  });
  return {
    json: hasil.length === 1 ? hasil[0] : { hasil },
    teks: () => hasil.map(teks).join('\n'),
    status: hasil.some((h) => h.ditolak.length > 0) ? 1 : 0,
  };
};
