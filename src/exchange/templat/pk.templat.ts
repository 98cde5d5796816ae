import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import type { Isian } from '../../kernel/lembar-kerja.js';
import { type Penolakan, tolak } from '../../kernel/penolakan.js';
import { anggaran, paguBerlaku } from '../../planning/anggaran/anggaran.decider.js';
import { perjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { siapkanPerjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import {
  barisPk,
  CONTOH_PK,
  KOLOM_ANGGARAN_PK,
  KOLOM_NASKAH,
  KOLOM_TARGET_PK,
  permintaanPk,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.lembar.js';
import { secaraElektronik } from '../../planning/permintaan.js';
import { program } from '../../planning/program/program.decider.js';
import type { Asal } from '../borongan.js';
import {
  asalBaris,
  type BarisTerisi,
  type IsiBerkas,
  type KunciTemplat,
  perintahDari,
  type Templat,
} from '../templat.js';
import { indikatorDijanjikan, indikatorTahun } from './fakta.js';

const [NASKAH, TARGET, ANGGARAN] = ['Naskah', 'Target', 'Anggaran'];
const id = (k: KunciTemplat): string => kunci.pk(k.pemda, k.opd, jabatanKepala(k.opd), k.tahun);
const programTahun = (baca: Baca, k: KunciTemplat) =>
  [...baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun)).state.simpul].filter(
    ([, { tingkat }]) => tingkat === 'program',
  );

/** Nothing was proposed yet: the IKU without targets, the programs with their pagu. */
const rancangan = (baca: Baca, k: KunciTemplat): Record<string, Isian[]> => {
  const { state } = baca(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  return {
    [NASKAH]: [{ jenis: 'murni' }],
    [TARGET]: indikatorDijanjikan(baca, k, []).map(({ kode, nama }) => ({ indikator: kode, nama })),
    [ANGGARAN]: programTahun(baca, k).map(([kode, { nama }]) => ({
      program: kode,
      nama,
      pagu: paguBerlaku(state, kode),
    })),
  };
};

/** A PK is one command: which row it was refused for, the refusal names. */
const asalPk =
  (isi: IsiBerkas, pertama: BarisTerisi) =>
  ({ rincian: { indikator, program } }: Penolakan): Asal => {
    const t = isi.get(TARGET)?.find((b) => b.isian.indikator === indikator);
    if (t !== undefined) return asalBaris(TARGET)(t, 'Target');
    const a = isi.get(ANGGARAN)?.find((b) => b.isian.program === program);
    return a === undefined ? asalBaris(NASKAH)(pertama) : asalBaris(ANGGARAN)(a, 'Kode program');
  };

export const templatPk: Templat = {
  jenis: 'pk',
  versi: 1,
  judul: 'Perjanjian Kinerja: target dan anggaran',
  penjelasan: [
    'Lembar Naskah berisi satu baris. Impor mengajukan Perjanjian Kinerja; penandatanganannya tetap di aplikasi.',
  ],
  lembar: [
    { nama: NASKAH, kolom: KOLOM_NASKAH, unik: [], contoh: CONTOH_PK.naskah },
    { nama: TARGET, kolom: KOLOM_TARGET_PK, unik: ['indikator'], contoh: CONTOH_PK.target },
    { nama: ANGGARAN, kolom: KOLOM_ANGGARAN_PK, unik: ['program'], contoh: CONTOH_PK.anggaran },
  ],
  isi: (baca, k) => {
    const akhir = baca(perjanjianKinerja, id(k)).state.versi.at(-1);
    if (akhir === undefined) return rancangan(baca, k);
    const { naskah, target, anggaran } = barisPk(akhir.naskah);
    return { [NASKAH]: [naskah], [TARGET]: target, [ANGGARAN]: anggaran };
  },
  saran: (baca, k) => ({
    indikator: indikatorTahun(baca, k).map(({ kode }) => kode),
    program: programTahun(baca, k).map(([kode]) => kode),
  }),
  perintah: (isi, k, pengirim) => {
    const [naskah] = isi.get(NASKAH) ?? [];
    const isian = (lembar: string): Isian[] => (isi.get(lembar) ?? []).map((b) => b.isian);
    if (naskah === undefined)
      return isian(TARGET).length + isian(ANGGARAN).length === 0
        ? []
        : tolak('TEMPLAT_TIDAK_DIKENAL', { sebab: `lembar ${NASKAH} kosong` });
    const p = permintaanPk(naskah.isian, isian(TARGET), isian(ANGGARAN));
    const milik = { ...k, jabatan: jabatanKepala(k.opd) };
    return [
      perintahDari(
        perjanjianKinerja,
        id(k),
        pengirim,
        'pk.ajukan',
        k,
        (baca) => siapkanPerjanjianKinerja(baca, milik, p, secaraElektronik(pengirim.pelaku), pengirim.kini),
        asalPk(isi, naskah),
      ),
    ];
  },
};
