import { Penolakan } from '../kernel/penolakan.js';
import { uraian } from '../kernel/teks.js';
import { berkasKertas } from '../planning/berkas-kertas/berkas-kertas.decider.js';
import { elektronik } from '../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
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
  it('tanggal sesudah hari ini, bukan bentuknya; berkas yang dipakai, dengan apa', () => {
    const berkas = 'a'.repeat(64);
    const isi = { berkas, jenis: 'pdf', ukuran: 1, bentuk: 'pindaian-basah', jabatan: 'kepala' } as const;
    const lain = { dokumen: 'perjanjian-kinerja', tanggal: '2023-02-02', keterangan: null } as const;
    const arsipkan = { type: 'Arsipkan', ...isi, ...lain, ...elektronik } as const;
    expect(
      kalimatDari(() => berkasKertas.decide({ ...arsipkan, hariIni: '2023-02-01' }, berkasKertas.initial)),
    ).toBe(
      'Tanggal 2 Februari 2023 sesudah hari ini (1 Februari 2023). Isi tanggal yang tercetak pada dokumen.',
    );
    const tarik = { type: 'Tarik', berkas, alasan: 'salah', dipakai: true, ...elektronik } as const;
    const ada = { berkas: new Map([[berkas, { ...isi, ...lain, diarsipkanOleh: elektronik.oleh }]]) };
    expect(kalimatDari(() => berkasKertas.decide(tarik, ada))).toBe(
      `Berkas ${berkas} masih dipakai oleh tanda tangan Perjanjian Kinerja kepala. Lepaskan atau ubah itu dahulu.`,
    );
  });
});
