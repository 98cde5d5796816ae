import type { TargetPk } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { type AngkaIndikator, capaianDari, nilaiSah } from '../../reporting/capaian.js';
import type { BarisPk, VersiPk } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { type Peringatan, peringatan } from './peringatan.js';
import { idSimpul, type SimpulPohon, simpul } from './simpul-pohon.js';

export type BahanCascading = Readonly<{
  /** The PK of every level of the OPD in the year. */
  pk: readonly BarisPk[];
  /** PK of offices outside the OPD that its targets serve (the kepala daerah's). */
  pkLuar: readonly BarisPk[];
  kepala: string; // code of the office whose targets come from the Renstra itself
  definisi: ReadonlyMap<string, DefinisiIndikator>;
  indikator: ReadonlyMap<string, AngkaIndikator>;
  /** Ids of the indicator's nodes in the plan. */
  diRencana: ReadonlyMap<string, readonly string[]>;
}>;

const HIDUP: readonly VersiPk['status'][] = ['diajukan', 'ditandatangani'];

/** The version that speaks: the newest in force, else the one that waits for signatures. */
export const versiBerbicara = ({ versi }: BarisPk): VersiPk | null =>
  versi.findLast((v) => v.status === 'berlaku') ?? versi.findLast((v) => HIDUP.includes(v.status)) ?? null;

export const kunciJabatanPk = ({ pemda, opd, jabatan }: BarisPk): string => `${pemda}.${opd}.${jabatan}`;

export const targetPk = (v: VersiPk): readonly TargetPk[] => v.naskah.target;

/** Offices outside the OPD whose targets these serve. */
export const atasanLuar = (pk: readonly BarisPk[]): string[] => {
  const sendiri = new Set(pk.map(kunciJabatanPk));
  const disebut = pk.flatMap((row) => {
    const v = versiBerbicara(row);
    return v === null ? [] : targetPk(v).flatMap((t) => t.melayani?.jabatan ?? []);
  });
  return [...new Set(disebut)].filter((j) => !sendiri.has(j));
};

type Angka = Pick<SimpulPohon, 'realisasi' | 'capaian'>;

/** Each level is judged by its own target against the one realisasi of the indicator. */
const angka = (b: BahanCascading, { indikator, target }: TargetPk): Angka => {
  const d = b.definisi.get(indikator);
  const realisasi = b.indikator.get(indikator)?.realisasi ?? null;
  const sah = d !== undefined && nilaiSah(d.polaritas, d.urutanPredikat, target, 'target');
  const capaian = sah ? capaianDari(d.polaritas, target, realisasi, d.urutanPredikat).capaian : null;
  return { realisasi, capaian };
};

const teguran = (b: BahanCascading, row: BarisPk, v: VersiPk, t: TargetPk, ada: boolean): Peringatan[] => {
  const [kode, { sebutan }] = [t.indikator, v.naskah.pihakPertama];
  const luar = t.luarRenstra;
  return [
    ...(luar === undefined
      ? []
      : [
          peringatan('SASARAN_DI_LUAR_RENSTRA', {
            kode,
            sasaran: luar.sasaran,
            alasan: luar.alasan.replace(/\.$/, ''),
          }),
        ]),
    ...(t.melayani === undefined && row.jabatan !== b.kepala
      ? [peringatan('TARGET_PK_LEPAS', { kode, sebutan })]
      : []),
    ...(t.melayani !== undefined && !ada
      ? [peringatan('TARGET_PK_PUTUS', { kode, sebutan, ...t.melayani })]
      : []),
  ];
};

const simpulTarget = (
  b: BahanCascading,
  row: BarisPk,
  v: VersiPk,
  t: TargetPk,
  ada: ReadonlySet<string>,
): SimpulPohon => {
  const jabatan = kunciJabatanPk(row);
  const atas = t.melayani && idSimpul.target(t.melayani.jabatan, t.melayani.indikator);
  const dilayani = atas !== undefined && ada.has(atas) ? [atas] : [];
  const rencana = row.jabatan === b.kepala ? (b.diRencana.get(t.indikator) ?? []) : [];
  return simpul({
    id: idSimpul.target(jabatan, t.indikator),
    induk: idSimpul.pk(jabatan),
    jenis: 'target-pk',
    kode: t.indikator,
    uraian: t.nama,
    jabatan,
    indikator: [t.indikator],
    satuan: t.satuan,
    target: t.target,
    sumberTarget: 'pk',
    ...angka(b, t),
    melayani: [...dilayani, ...rencana],
    peringatan: teguran(b, row, v, t, dilayani.length > 0),
  });
};

const simpulPk = (row: BarisPk, v: VersiPk): SimpulPohon => {
  const jabatan = kunciJabatanPk(row);
  // The kepala daerah signs alone: one day there is no Pihak Kedua.
  const atasan = v.naskah.pihakKedua;
  return simpul({
    id: idSimpul.pk(jabatan),
    induk: atasan === null ? null : idSimpul.pk(atasan.jabatan),
    jenis: 'pk',
    kode: row.jabatan,
    uraian: v.naskah.pihakPertama.sebutan,
    jabatan,
    status: v.status,
  });
};

/** The cascade of targets: every level's PK with its targets and what each serves. */
export const simpulCascading = (b: BahanCascading): SimpulPohon[] => {
  const berbicara = (daftar: readonly BarisPk[]) =>
    daftar.flatMap((row) => {
      const versi = versiBerbicara(row);
      return versi === null ? [] : [{ row, versi }];
    });
  const [dalam, luar] = [berbicara(b.pk), berbicara(b.pkLuar)];
  const ada = new Set(
    [...dalam, ...luar].flatMap(({ row, versi }) =>
      targetPk(versi).map((t) => idSimpul.target(kunciJabatanPk(row), t.indikator)),
    ),
  );
  const target = dalam.flatMap(({ row, versi }) =>
    targetPk(versi).map((t) => simpulTarget(b, row, versi, t, ada)),
  );
  const dilayani = new Set(target.flatMap((t) => t.melayani));
  // Of an office outside only what is served here: the rest is of other OPD.
  const targetLuar = luar.flatMap(({ row, versi }) =>
    targetPk(versi)
      .map((t) => ({
        ...simpulTarget(b, row, versi, t, ada),
        realisasi: null,
        capaian: null,
        peringatan: [],
      }))
      .filter((t) => dilayani.has(t.id)),
  );
  const pkLuar = luar.map(({ row, versi }) => simpulPk(row, versi));
  return [...pkLuar, ...dalam.map(({ row, versi }) => simpulPk(row, versi)), ...targetLuar, ...target];
};
