import { samaNilai } from '../../kernel/cara.js';
import type { Pejabat } from '../../kernel/decider.js';
import type { Lipatan } from '../../kernel/lipatan.js';
import {
  type Naskah,
  type Pihak,
  perjanjianKinerja,
  type VersiPk,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { program } from '../../planning/program/program.decider.js';
import { definisiIndikator } from '../../planning/renstra/renstra.fakta.js';
import { nilaiSah } from '../capaian.js';
import { ditolak } from './impor.berkas.js';
import {
  berbeda,
  berdasarkan,
  type Konteks,
  type Langkah,
  langkah,
  renstraTahunIni,
} from './impor.langkah.js';
import type { Ditolak, PaketPk } from './impor.paket.js';

type PkBerkas = PaketPk & { readonly jalur: string; readonly versi: number };

const pihak = (k: Konteks, pk: PaketPk): { pertama: Pihak; kedua: Pihak } => {
  const { pihakPertama: p, pihakKedua: q } = pk;
  return {
    pertama: { jabatan: k.jabatan.kepala, sebutan: p.jabatan, status: p.status ?? null },
    kedua: { jabatan: k.jabatan.kepalaDaerah, sebutan: q.jabatan, status: q.status ?? null },
  };
};

const keduaSumber = (k: Konteks, l: Lipatan) => ({
  r: renstraTahunIni(k, l),
  p: l.keadaan(program, k.kunci.opdTahun),
});

const naskah = (k: Konteks, pk: PkBerkas, l: Lipatan): Omit<Naskah, 'versi'> => {
  const { r, p } = keduaSumber(k, l);
  const { pertama, kedua } = pihak(k, pk);
  return {
    pemda: k.pemda,
    opd: k.opd,
    jabatan: 'kepala',
    tahun: k.tahun,
    jenis: pk.jenis,
    sebab: pk.sebab ?? null,
    tanggal: pk.tanggal ?? null,
    pihakPertama: pertama,
    pihakKedua: kedua,
    target: pk.target.map(({ indikator, target }) => {
      const d = definisiIndikator(r.state, indikator);
      return { indikator, nama: d?.nama ?? '', satuan: d?.satuan ?? '', target: target ?? '' };
    }),
    anggaran: (pk.anggaran ?? []).map((a) => ({
      program: a.program,
      nama: p.state.simpul.get(a.program)?.nama ?? '',
      pagu: a.pagu ?? '',
      keterangan: a.keterangan ?? null,
    })),
  };
};

/** Each row of the lampiran by itself: the decider would name the first one only. */
const nilaiSalah = (k: Konteks, pk: PkBerkas, l: Lipatan): Ditolak[] => {
  const { state } = renstraTahunIni(k, l);
  return pk.target.flatMap(({ indikator, target }, i) => {
    const d = definisiIndikator(state, indikator);
    return d === null || nilaiSah(d.polaritas, d.urutanPredikat, target ?? '', 'target')
      ? []
      : [ditolak(`${pk.jalur}/target/${i}/target`, 'NILAI_TIDAK_SAH')];
  });
};

type Fakta = readonly (readonly [
  jalur: string,
  tercatat: string | null,
  disebut: string | null | undefined,
])[];

const faktaDisebut = (pk: PkBerkas, lama: Naskah): Fakta => [
  ['/jenis', lama.jenis, pk.jenis],
  ['/sebab', lama.sebab, pk.sebab],
  ['/tanggal', lama.tanggal, pk.tanggal],
  ['/pihakPertama/jabatan', lama.pihakPertama.sebutan, pk.pihakPertama.jabatan],
  ['/pihakPertama/status', lama.pihakPertama.status, pk.pihakPertama.status],
  ['/pihakKedua/jabatan', lama.pihakKedua?.sebutan ?? null, pk.pihakKedua.jabatan],
  ['/pihakKedua/status', lama.pihakKedua?.status ?? null, pk.pihakKedua.status],
  ...pk.target.map(
    ({ indikator, target }, i) =>
      [
        `/target/${i}/target`,
        lama.target.find((t) => t.indikator === indikator)?.target ?? null,
        target,
      ] as const,
  ),
  ...(pk.anggaran ?? []).flatMap((a, i) => {
    const ada = lama.anggaran.find((b) => b.program === a.program);
    return [
      [`/anggaran/${i}/pagu`, ada?.pagu ?? null, a.pagu],
      [`/anggaran/${i}/keterangan`, ada?.keterangan ?? null, a.keterangan],
    ] as const;
  }),
];

const tercatat = (k: Konteks, l: Lipatan, versi: number): VersiPk | undefined => {
  const v = l.keadaan(perjanjianKinerja, k.kunci.pk).state.versi[versi - 1];
  return v?.status === 'dikembalikan' || v?.status === 'dibatalkan' ? undefined : v;
};

const beda = (k: Konteks, pk: PkBerkas, l: Lipatan): Ditolak[] => {
  const lama = tercatat(k, l, pk.versi)?.naskah;
  if (lama === undefined) return [];
  return faktaDisebut(pk, lama).flatMap(([jalur, ada, disebut]) =>
    disebut === null || disebut === undefined || samaNilai(ada, disebut)
      ? []
      : [berbeda(pk.jalur + jalur, ada, disebut)],
  );
};

const ajukan = (k: Konteks, pk: PkBerkas): Langkah =>
  langkah(perjanjianKinerja, k.kunci.pk)(
    pk.jalur,
    (l) => {
      const { r, p } = keduaSumber(k, l);
      return {
        type: 'Ajukan',
        naskah: naskah(k, pk, l),
        versi: pk.versi,
        pemegang: { pertama: null, kedua: null },
        dikenal: {
          indikator: [...r.state.indikator.values()].map((i) => i.definisi),
          program: [...p.state.simpul.keys()],
          atasan: [],
        },
        berdasarkan: berdasarkan(r, p),
        oleh: { subjek: null, ...pihak(k, pk).pertama },
        cara: 'dicatat',
      };
    },
    {
      rujukan: [
        ...pk.target.map(({ indikator }, i) => ({
          jenis: 'indikator' as const,
          kode: indikator,
          jalur: `${pk.jalur}/target/${i}/indikator`,
        })),
        ...(pk.anggaran ?? []).map((a, i) => ({
          jenis: 'program' as const,
          kode: a.program,
          jalur: `${pk.jalur}/anggaran/${i}/program`,
        })),
      ],
      periksa: (l) => [...nilaiSalah(k, pk, l), ...beda(k, pk, l)],
      mendefinisikan: { jenis: 'pk', kode: String(pk.versi) },
    },
  );

const tandatangani = (k: Konteks, pk: PkBerkas, oleh: Pejabat, jalur: string): Langkah =>
  langkah(perjanjianKinerja, k.kunci.pk)(
    pk.jalur + jalur,
    (l) => ({
      type: 'Tandatangani',
      sidik: tercatat(k, l, pk.versi)?.sidik ?? '',
      pemegangKini: null,
      berdasarkan: [],
      oleh,
      cara: 'dicatat',
    }),
    { rujukan: [{ jenis: 'pk', kode: String(pk.versi), jalur: pk.jalur }] },
  );

/** Every PK of the file, in its order: proposed, signed by both offices as printed, in force. */
export const langkahPk = (k: Konteks): Langkah[] => {
  // By its place: the murni is version 1, also where only the log holds it.
  const perubahan = k.paket.perjanjianKinerja.map((pk) => pk.jenis === 'perubahan');
  return k.paket.perjanjianKinerja.flatMap((pk, i) => {
    const versi = 1 + perubahan.slice(0, i + 1).filter(Boolean).length;
    const berkas: PkBerkas = { ...pk, jalur: `/perjanjianKinerja/${i}`, versi };
    const { pertama, kedua } = pihak(k, pk);
    return [
      ajukan(k, berkas),
      tandatangani(k, berkas, { subjek: null, ...pertama }, '/pihakPertama'),
      tandatangani(k, berkas, { subjek: null, ...kedua }, '/pihakKedua'),
    ];
  });
};
