import { isiBaru, sama } from '../../kernel/cara.js';
import type { Dasar } from '../../kernel/decider.js';
import { kodeBagian, tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, kodeBebas, label, teksAtauNull, uraian } from '../../kernel/teks.js';
import {
  kunciSelaras,
  type Melayani,
  type Oleh,
  type PeristiwaNaskah,
  type Renstra,
  type Tingkat,
  wajibSasaran,
  wajibTerbuka,
  wajibUjung,
} from './naskah-renstra.decider.js';

export type PerintahKeterkaitan =
  | (Oleh & {
      type: 'TetapkanPrioritas';
      kode: string;
      nama: string;
      sasaran: readonly string[];
      opd: readonly string[];
      opdTidakTerdaftar: readonly string[];
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'Selaraskan';
      tingkat: Tingkat;
      kode: string;
      melayani: Melayani;
      adaDiPemda: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'LepasKeselarasan'; tingkat: Tingkat; kode: string; alasan: string })
  | (Oleh & { type: 'CatatIsu'; kode: string; uraian: string; sasaran: readonly string[] })
  | (Oleh & {
      type: 'CatatPermasalahan';
      kode: string;
      uraian: string;
      isu: string | null;
      sasaran: readonly string[];
      solusi: string | null;
    });
type Perintah<T extends PerintahKeterkaitan['type']> = Extract<PerintahKeterkaitan, { type: T }>;

const sasaranSah = (r: Renstra, daftar: readonly string[]): string[] => {
  wajibSasaran(r, daftar);
  return [...new Set(daftar)];
};

export const tetapkanPrioritas = (c: Perintah<'TetapkanPrioritas'>, r: Renstra): PeristiwaNaskah[] => {
  const { oleh, cara, berdasarkan } = c;
  if (r.jenis === 'renstra') return tolak('JENIS_RENCANA_TIDAK_SESUAI', { jenis: r.jenis });
  const [opd] = c.opdTidakTerdaftar;
  if (opd !== undefined) return tolak('OPD_BELUM_TERDAFTAR', { opd });
  const kode = kodeBebas(c.kode);
  const sebelum = r.prioritas.get(kode) ?? null;
  const diminta = {
    nama: label(c.nama, 1_000),
    sasaran: sasaranSah(r, c.sasaran),
    opd: [...new Set(c.opd.map(kodeBagian))],
  };
  const isi = isiBaru(cara, sebelum, diminta, { kode });
  if (isi === null) return [];
  wajibTerbuka(r, cara, 'sasaran');
  return [{ type: 'ProgramPrioritasDitetapkan', data: { kode, ...isi, sebelum, oleh, cara, berdasarkan } }];
};

// On what follows no target and no figure rests, and the pemda's plan may come after the OPD's: it is told at any time.

export const selaraskan = (c: Perintah<'Selaraskan'>, r: Renstra): PeristiwaNaskah[] => {
  const { tingkat, kode, oleh, cara, berdasarkan } = c;
  if (r.jenis !== 'renstra') return tolak('JENIS_RENCANA_TIDAK_SESUAI', { jenis: r.jenis });
  wajibUjung(r, tingkat, kode);
  const melayani: Melayani = {
    mulai: tahunSah(c.melayani.mulai),
    tingkat: c.melayani.tingkat,
    kode: kodeBebas(c.melayani.kode),
  };
  const sebelum = r.keselarasan.get(kunciSelaras(c)) ?? null;
  if (sama(sebelum, melayani)) return [];
  if (!c.adaDiPemda)
    return melayani.tingkat === 'tujuan'
      ? tolak('TUJUAN_TIDAK_DIKENAL', { tujuan: melayani.kode })
      : tolak('SASARAN_TIDAK_DIKENAL', { sasaran: melayani.kode });
  if (sebelum !== null && cara === 'dicatat')
    return tolak('SUDAH_ADA_BERBEDA', { sebelum, sesudah: melayani });
  return [
    { type: 'RenstraDiselaraskan', data: { tingkat, kode, melayani, sebelum, oleh, cara, berdasarkan } },
  ];
};

export const lepasKeselarasan = (c: Perintah<'LepasKeselarasan'>, r: Renstra): PeristiwaNaskah[] => {
  const { tingkat, kode, oleh, cara } = c;
  const sebelum = r.keselarasan.get(kunciSelaras(c));
  if (sebelum === undefined) return tolak('UNSUR_TIDAK_DIKENAL', { unsur: 'keselarasan', kode });
  return [
    { type: 'KeselarasanDilepas', data: { tingkat, kode, sebelum, alasan: alasan(c.alasan), oleh, cara } },
  ];
};

export const catatIsu = ({ oleh, cara, ...c }: Perintah<'CatatIsu'>, r: Renstra): PeristiwaNaskah[] => {
  const kode = kodeBebas(c.kode);
  const sebelum = r.isu.get(kode) ?? null;
  const diminta = { uraian: uraian(c.uraian), sasaran: sasaranSah(r, c.sasaran) };
  const isi = isiBaru(cara, sebelum, diminta, { kode });
  return isi === null ? [] : [{ type: 'IsuStrategisDicatat', data: { kode, ...isi, sebelum, oleh, cara } }];
};

export const catatPermasalahan = (c: Perintah<'CatatPermasalahan'>, r: Renstra): PeristiwaNaskah[] => {
  const { oleh, cara, isu } = c;
  const kode = kodeBebas(c.kode);
  if (isu !== null && !r.isu.has(isu))
    return tolak('UNSUR_TIDAK_DIKENAL', { unsur: 'isu-strategis', kode: isu });
  const sebelum = r.permasalahan.get(kode) ?? null;
  const diminta = {
    uraian: uraian(c.uraian),
    isu,
    sasaran: sasaranSah(r, c.sasaran),
    solusi: teksAtauNull(c.solusi),
  };
  const isi = isiBaru(cara, sebelum, diminta, { kode });
  return isi === null ? [] : [{ type: 'PermasalahanDicatat', data: { kode, ...isi, sebelum, oleh, cara } }];
};
