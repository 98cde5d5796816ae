import {
  bukaTahunSebagaiOperator,
  type HasilBukaTahun,
  type TahunDibukaTercetak,
} from '../exchange/operator.js';
import { kodeBagian, kodePemda, tahunSah } from '../kernel/kunci.js';
import { capaianView } from '../projections/capaian/capaian.projection.js';
import { KueriOpd } from '../projections/capaian/opd.query.js';
import { denganBacaan, segarkan } from './buka.js';
import { kemajuan } from './kemajuan.js';
import { denganPenulis } from './menulis.js';
import { bacaPilihan, tanpaPosisi, wajibSah } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { lewatServer } from './soket.js';

/** Nobody else runs commands in this process. */
const SENDIRI = { executor: { lupakan: () => undefined }, clock: { now: () => new Date() } };

const opdDiminta = async (pemda: string, isi: string | undefined): Promise<string[]> => {
  if (isi !== undefined)
    return isi.split(',').map((kode) => {
      try {
        return kodeBagian(kode.trim());
      } catch {
        throw new SalahPakai(`--opd ${JSON.stringify(kode)} tidak sah.`);
      }
    });
  return denganBacaan(async (t) => {
    await segarkan(t, capaianView.nama);
    return new KueriOpd(t.views).semuaKode(pemda);
  });
};

const satu = ({ opd, program, target, usulan, ditinggalkan, ditolak }: TahunDibukaTercetak): string => {
  if (ditolak !== null) return `${opd}: belum dibuka. ${ditolak.pesan} [${ditolak.kode}]`;
  const isi = `${opd}: ${program} simpul program, ${target} target RKT, ${usulan} usulan`;
  const sisa = ditinggalkan.map(
    (d) => `  ${d.jenis} ${d.kode} di ${d.program} tidak ada di rencana tahun itu`,
  );
  return [isi, ...sisa].join('\n');
};

/** `buka-tahun`: a year from the one before, OPD by OPD. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'tahun', 'opd']);
  tanpaPosisi(p);
  const pemda = wajibSah(p, 'pemda', kodePemda);
  const tahun = wajibSah(p, 'tahun', (n) => tahunSah(/^\d{4}$/.test(n) ? Number(n) : Number.NaN));
  const buka = { pemda, tahun, opd: await opdDiminta(pemda, p.isi.opd) };
  const layar = kemajuan();
  const lapor = (k: { tahap: string; selesai: number; dari: number }): void =>
    layar.maju(k.tahap, k.selesai, k.dari);
  try {
    const hasil = await denganPenulis<() => Promise<HasilBukaTahun>, HasilBukaTahun>(
      {
        langsung: (store) => () => bukaTahunSebagaiOperator({ store, ...SENDIRI }, buka, lapor),
        lewatServer: (folder, tanpaServer) => async () =>
          (await lewatServer<HasilBukaTahun>(
            folder,
            { perintah: 'buka-tahun', buka },
            new Uint8Array(),
            lapor,
          )) ?? tanpaServer(),
      },
      (kerja) => kerja(),
    );
    return {
      json: { tahun, opd: hasil.opd },
      teks: () => (hasil.opd.length === 0 ? 'Tidak ada perangkat daerah.' : hasil.opd.map(satu).join('\n')),
      status: hasil.opd.some(({ ditolak }) => ditolak !== null) ? 1 : 0,
    };
  } finally {
    layar.selesai();
  }
};
