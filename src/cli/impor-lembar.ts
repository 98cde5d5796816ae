import { readFileSync, statSync } from 'node:fs';
import { imporSebagaiOperator } from '../exchange/operator.js';
import type { BarisDitolak, JawabanImpor } from '../exchange/pertukaran.js';
import { JENIS_TEMPLAT } from '../exchange/templat.js';
import { PenjagaNamaTempat } from '../infra/identity/penjaga-nama.js';
import { BATAS_BACA } from '../kernel/lembar-kerja.js';
import { tolak } from '../kernel/penolakan.js';
import { kemajuan } from './kemajuan.js';
import { denganPenulis, letak } from './menulis.js';
import { bacaPilihan, kunciDokumen, salahSatu, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { lewatServer } from './soket.js';

/** Nobody else runs commands in this process. */
const SENDIRI = { executor: { lupakan: () => undefined }, clock: { now: () => new Date() } };
const KALIMAT = 20; // printed; the rest is counted

const baca = (berkas: string): Uint8Array<ArrayBuffer> => {
  try {
    const jalur = letak(berkas);
    if (statSync(jalur).size > BATAS_BACA.bita) return tolak('BERKAS_TERLALU_BESAR');
    return new Uint8Array(readFileSync(jalur));
  } catch (e) {
    const { code } = e as NodeJS.ErrnoException;
    throw code === undefined ? e : new SalahPakai(`Berkas ${berkas} tidak dapat dibuka (${code}).`);
  }
};

const tempat = ({ lembar, baris, kolom }: Pick<BarisDitolak, 'lembar' | 'baris' | 'kolom'>): string =>
  [lembar, baris === null ? null : `baris ${baris}`, kolom].filter((b) => b !== null).join(', ');

const diperingatkan = (semua: JawabanImpor['peringatan']): string[] => [
  ...(semua.length === 0 ? [] : ['Patut ditanyakan, tidak ditolak:']),
  ...semua.slice(0, KALIMAT).map((p) => `  ${tempat(p)}: ${p.kalimat} [${p.kode}]`),
  ...(semua.length > KALIMAT ? [`  … dan ${semua.length - KALIMAT} lagi`] : []),
];

const teks = (jawaban: JawabanImpor): string => {
  const { pratinjau, jumlahBaris, jumlahPeristiwa, perubahan, ditolak, peringatan } = jawaban;
  if (ditolak.length > 0)
    return [
      'Ditolak, tidak ada yang disimpan.',
      ...ditolak.map((d) => `  ${tempat(d)}: ${d.pesan} [${d.kode}]`),
      ...diperingatkan(peringatan),
    ].join('\n');
  const sisa = jumlahPeristiwa - Math.min(KALIMAT, perubahan.length);
  return [
    `${jumlahBaris} baris dibaca, ${jumlahPeristiwa} peristiwa ${pratinjau ? 'akan disimpan' : 'disimpan'}.`,
    ...perubahan.slice(0, KALIMAT).map(({ kalimat }) => `  ${kalimat}`),
    ...(sisa > 0 ? [`  … dan ${sisa} lagi`] : []),
    ...diperingatkan(peringatan),
  ].join('\n');
};

/** `impor-lembar`: one spreadsheet, all or nothing; with --pratinjau only tried. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['jenis', 'pemda', 'opd', 'tahun', 'jabatan'], ['pratinjau', 'dari-kertas']);
  const pratinjau = p.sakelar.has('pratinjau');
  const [berkas, lebih] = p.posisi;
  if (berkas === undefined || lebih !== undefined) throw new SalahPakai('Sebutkan satu berkas.');
  const lembar = {
    jenis: salahSatu(p, 'jenis', JENIS_TEMPLAT),
    kunci: kunciDokumen(p),
    pratinjau,
    cara: p.sakelar.has('dari-kertas') ? 'dicatat' : 'elektronik',
  } as const;
  const isi = baca(berkas);
  const nama = new PenjagaNamaTempat(tempatData());
  const layar = kemajuan();
  const lapor = (k: { tahap: string; selesai: number; dari: number }): void =>
    layar.maju(`${berkas}: ${k.tahap}`, k.selesai, k.dari);
  try {
    const hasil = await denganPenulis<() => Promise<JawabanImpor>, JawabanImpor>(
      {
        langsung: (store) => () => imporSebagaiOperator({ store, nama, ...SENDIRI }, lembar, isi, lapor),
        lewatServer: (folder, tanpaServer) => async () =>
          (await lewatServer<JawabanImpor>(folder, { perintah: 'impor-lembar', lembar }, isi, lapor)) ??
          tanpaServer(),
      },
      (impor) => impor(),
    );
    return { json: hasil, teks: () => teks(hasil), status: hasil.ditolak.length > 0 ? 1 : 0 };
  } finally {
    layar.selesai();
  }
};
