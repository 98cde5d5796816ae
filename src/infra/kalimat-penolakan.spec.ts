import { Penolakan } from '../kernel/penolakan.js';
import { uraian } from '../kernel/teks.js';
import { susun } from '../planning/renstra/renstra.contoh.js';
import { renstra } from '../planning/renstra/renstra.decider.js';
import { kalimat } from './kalimat-penolakan.js';

const kalimatDari = (tindakan: () => unknown): string | null => {
  try {
    tindakan();
  } catch (e) {
    if (e instanceof Penolakan) return kalimat(e);
    throw e;
  }
  return null;
};

describe('kalimat penolakan menyebut apa yang salah', () => {
  it('teks yang kosong, bukan karakter yang dilarang', () => {
    expect(kalimatDari(() => uraian('  '))).toBe('Teks ini kosong, padahal wajib diisi.');
    expect(kalimatDari(() => uraian('a\u0000'))).toBe('Teks memuat karakter yang tidak boleh dipakai.');
  });
  it.each([2021, 2030])('masa rencana sampai %d, dengan akhir yang boleh', (selesai) =>
    expect(kalimatDari(() => renstra.decide({ ...susun, selesai }, renstra.initial))).toBe(
      `Masa 2022 sampai ${selesai} tidak dapat dipakai: rencana yang dimulai 2022 berakhir paling cepat 2022 dan paling lambat 2027.`,
    ),
  );
});
