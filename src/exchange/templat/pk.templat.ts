import { sama } from '../../kernel/cara.js';
import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import type { Isian } from '../../kernel/lembar-kerja.js';
import { type Penolakan, tolak } from '../../kernel/penolakan.js';
import { anggaran, paguBerlaku } from '../../planning/anggaran/anggaran.decider.js';
import {
  type Naskah,
  perjanjianKinerja,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import {
  type KunciPk,
  siapkanPerjanjianKinerja,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import {
  denganIdPeriksa,
  tindakanPk,
  wajibMilikSendiri,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.handler.js';
import {
  barisPk,
  CONTOH_PK,
  KOLOM_ANGGARAN_PK,
  KOLOM_NASKAH,
  KOLOM_TARGET_PK,
  permintaanPk,
  targetPkDari,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.lembar.js';
import { program } from '../../planning/program/program.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import type { Asal } from '../borongan.js';
import { type Dikenal, dikenalTahun, type Tanya, tanyaTarget } from '../peringatan.js';
import {
  asalBaris,
  type BarisTerisi,
  type IsiBerkas,
  type KunciTemplat,
  perintahDari,
  type Templat,
} from '../templat.js';
import { ikuDitetapkan, indikatorTahun, targetTahun } from './fakta.js';

const [NASKAH, TARGET, ANGGARAN] = ['Naskah', 'Target', 'Anggaran'];
const milikJabatan = ({ pemda, opd, tahun, jabatan = jabatanKepala(opd) }: KunciTemplat): KunciPk => ({
  pemda,
  opd,
  jabatan,
  tahun,
});
const id = (k: KunciTemplat): string => {
  const { pemda, opd, jabatan, tahun } = milikJabatan(k);
  return kunci.pk(pemda, opd, jabatan, tahun);
};
const programTahun = (baca: Baca, k: KunciTemplat) =>
  [...baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun)).state.simpul].filter(
    ([, { tingkat }]) => tingkat === 'program',
  );

/** The head promises the IKU; an office below, the indicators that it answers for. */
const indikatorMilik = (baca: Baca, k: KunciTemplat): string[] => {
  const { jabatan } = milikJabatan(k);
  if (jabatan === jabatanKepala(k.opd)) return ikuDitetapkan(baca, k);
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun);
  return [...(r?.state.indikator.values() ?? [])].flatMap(({ definisi: d }) =>
    d.penanggungJawab === jabatan ? d.kode : [],
  );
};

/** Nothing was proposed yet: what the office answers for with the year's targets, and of the head the programs with their pagu. */
const rancangan = (baca: Baca, k: KunciTemplat): Record<string, Isian[]> => {
  const { state } = baca(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const milik = new Set(indikatorMilik(baca, k));
  const kepala = milikJabatan(k).jabatan === jabatanKepala(k.opd);
  return {
    [NASKAH]: [{ jenis: 'murni' }],
    [TARGET]: indikatorTahun(baca, k)
      .filter(({ kode }) => milik.has(kode))
      .map(({ kode, nama, satuan }) => ({
        indikator: kode,
        nama,
        satuan,
        target: targetTahun(baca, k, kode),
      })),
    [ANGGARAN]: (kepala ? programTahun(baca, k) : []).map(([kode, { nama }]) => ({
      program: kode,
      nama,
      pagu: paguBerlaku(state, kode),
    })),
  };
};

/** The last text, unless it was sent back or withdrawn: then it waits to be proposed, changed or not. */
const teksBerdiri = (baca: Baca, k: KunciTemplat): Naskah | undefined => {
  const akhir = baca(perjanjianKinerja, id(k)).state.versi.at(-1);
  return akhir?.status === 'dikembalikan' || akhir?.status === 'dibatalkan' ? undefined : akhir?.naskah;
};

/** What somebody would have to ask for to have this text. */
const diminta = (n: Naskah) => {
  const { naskah, target, anggaran } = barisPk(n);
  return permintaanPk(naskah, target, anggaran);
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

/** Of an indicator outside the Renstra nothing is known but what its row says. */
const dikenalPk = (baca: Baca, k: KunciTemplat, { isian }: BarisTerisi): Dikenal | null => {
  const { luarRenstra: luar, indikator } = targetPkDari(isian);
  return luar === undefined
    ? dikenalTahun(baca, k, indikator)
    : { indikator: luar, lalu: { target: null, realisasi: null } };
};
export const tanyaPk = (lembar: string, baris: readonly BarisTerisi[], k: KunciTemplat): Tanya[] =>
  baris.map((b) => tanyaTarget(lembar, b, (baca) => dikenalPk(baca, k, b)));

export const templatPk: Templat = {
  jenis: 'pk',
  versi: 2,
  judul: 'Perjanjian Kinerja: target dan anggaran',
  perJabatan: true,
  penjelasan: [
    'Target yang belum diajukan diisi dari Renstra tahun itu; ubah seperlunya, hapus baris yang tidak dijanjikan.',
    'Selama belum ada yang diajukan, atau yang diajukan ditarik atau dikembalikan, isinya hanya saran: mengirimnya, juga tanpa mengubahnya, mengajukannya.',
    'Lembar Naskah berisi satu baris. Impor mengajukan Perjanjian Kinerja; penandatanganannya tetap di aplikasi.',
  ],
  lembar: [
    { nama: NASKAH, kolom: KOLOM_NASKAH, unik: [], bersama: [], contoh: CONTOH_PK.naskah },
    { nama: TARGET, kolom: KOLOM_TARGET_PK, unik: ['indikator'], bersama: [], contoh: CONTOH_PK.target },
    { nama: ANGGARAN, kolom: KOLOM_ANGGARAN_PK, unik: ['program'], bersama: [], contoh: CONTOH_PK.anggaran },
  ],
  isi: (baca, k) => {
    const akhir = baca(perjanjianKinerja, id(k)).state.versi.at(-1);
    if (akhir === undefined) return rancangan(baca, k);
    const { naskah, target, anggaran } = barisPk(akhir.naskah);
    return { [NASKAH]: [naskah], [TARGET]: target, [ANGGARAN]: anggaran };
  },
  tanya: (isi, k) => tanyaPk(TARGET, isi.get(TARGET) ?? [], k),
  saranSaja: (baca, k) => teksBerdiri(baca, k) === undefined,
  saran: (baca, k) => ({
    indikator: indikatorTahun(baca, k).map(({ kode }) => kode),
    program: programTahun(baca, k).map(([kode]) => kode),
  }),
  perintah: (isi, k, pengirim) => {
    const [naskah] = isi.get(NASKAH) ?? [];
    const semua = [...isi.values()].flat();
    if (isi.size === 1 && semua.every((b) => b.tetap)) return []; // one sheet of the text, as CSV, unchanged
    const isian = (lembar: string): Isian[] => (isi.get(lembar) ?? []).map((b) => b.isian);
    if (naskah === undefined)
      return semua.length === 0 ? [] : tolak('TEMPLAT_TIDAK_DIKENAL', { sebab: `lembar ${NASKAH} kosong` });
    const p = permintaanPk(naskah.isian, isian(TARGET), isian(ANGGARAN));
    const milik = milikJabatan(k);
    const tindakan = tindakanPk(milik, p);
    const bernomor = denganIdPeriksa(p);
    return [
      perintahDari(
        perjanjianKinerja,
        id(k),
        pengirim,
        tindakan,
        k,
        (baca) => {
          wajibMilikSendiri(pengirim.pelaku, tindakan, milik);
          return siapkanPerjanjianKinerja(baca, milik, bernomor, pengirim.sah, pengirim.kini);
        },
        asalPk(isi, naskah),
        (baca) => {
          const naskah = teksBerdiri(baca, k);
          return naskah !== undefined && sama(diminta(naskah), p);
        },
      ),
    ];
  },
};
