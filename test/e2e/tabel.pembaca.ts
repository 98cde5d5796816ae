import type { Paket, PaketIndikator, PaketProgram } from '../../src/reporting/impor/impor.paket.js';

/**
 * The planning tables 1 to 7 as a reader with the paket's file alone would type them: cells by table, a dash where the
 * file says nothing. Knows nothing of Amanah but the file's shape.
 */
type Sel = string;
type TabelTangan = { readonly bagian: string; readonly baris: Sel[][]; readonly jumlah?: Sel };

const STRIP = '-';
const tulis = (nilai: string | null | undefined): Sel => nilai ?? STRIP;

const indikator = (p: Paket, kode: string): PaketIndikator => {
  const ada = p.indikator.find((i) => i.kode === kode);
  if (ada === undefined) throw new Error(kode);
  return ada;
};

const tahunRenstra = ({ mulai, selesai }: Paket['renstra']): number[] =>
  Array.from({ length: selesai - mulai + 1 }, (_, i) => mulai + i);

const selTarget = (p: Paket, kode: string): Sel[] => {
  const i = indikator(p, kode);
  const tahunan = tahunRenstra(p.renstra).map((t) => tulis(i.target?.[t]));
  const akhir = i.targetAkhir ?? i.target?.[p.renstra.selesai];
  return [i.nama, i.satuan, tulis(i.kondisiAwal?.nilai), STRIP, ...tahunan, tulis(akhir)];
};

const satu = (p: Paket): TabelTangan => ({
  bagian: 'renstra-target',
  baris: p.renstra.tujuan.flatMap((t) => [
    ...(t.indikator ?? []).map((i) => [t.uraian, STRIP, ...selTarget(p, i)]),
    ...t.sasaran.flatMap((s) => s.indikator.map((i) => [t.uraian, s.uraian, ...selTarget(p, i)])),
  ]),
});

const dua = (p: Paket): TabelTangan => ({
  bagian: 'renstra-strategi',
  baris: p.renstra.tujuan.flatMap((t) =>
    t.sasaran.flatMap((s) =>
      s.strategi === undefined
        ? [[t.uraian, s.uraian, STRIP, STRIP]]
        : s.strategi.flatMap((g) =>
            (g.arahKebijakan ?? [STRIP]).map((a) => [t.uraian, s.uraian, g.uraian, a]),
          ),
    ),
  ),
});

/** Where an indicator is measured: its sasaran, else its tujuan. */
const hasil = (p: Paket, kode: string): Sel => {
  for (const t of p.renstra.tujuan)
    for (const s of t.sasaran) if (s.indikator.includes(kode)) return s.uraian;
  return tulis(p.renstra.tujuan.find((t) => t.indikator?.includes(kode))?.uraian);
};

const tiga = (p: Paket): TabelTangan => ({
  bagian: 'iku',
  baris: p.indikator
    .filter((i) => i.iku)
    .map((i) => {
      const rumus = i.pembilang && i.penyebut ? `(${i.pembilang} / ${i.penyebut}) × 100` : STRIP;
      const akhir = [tulis(i.definisi), rumus, tulis(i.sumberData), tulis(i.penanggungJawab)];
      return [hasil(p, i.kode), i.nama, i.satuan, STRIP, ...akhir];
    }),
});

type Cabang = {
  readonly tingkat: string;
  readonly kode: string;
  readonly nama: string;
  readonly milik: readonly string[];
};

const pohon = (program: readonly PaketProgram[]): Cabang[] =>
  program.flatMap((p) => [
    { tingkat: 'Program', kode: p.kode, nama: p.nama, milik: p.indikator ?? [] },
    ...(p.kegiatan ?? []).flatMap((k) => [
      { tingkat: 'Kegiatan', kode: k.kode, nama: k.nama, milik: k.indikator ?? [] },
      ...(k.subKegiatan ?? []).map((s) => ({
        tingkat: 'Sub kegiatan',
        kode: s.kode,
        nama: s.nama,
        milik: s.indikator ?? [],
      })),
    ]),
  ]);

const rktDari = (p: Paket, kode: string): Sel => tulis(p.rkt?.find((r) => r.indikator === kode)?.target);

const empat = (p: Paket): TabelTangan => {
  const strategis = p.renstra.tujuan.flatMap((t): Cabang[] => [
    { tingkat: 'Tujuan', kode: t.kode, nama: t.uraian, milik: t.indikator ?? [] },
    ...t.sasaran.map((s) => ({ tingkat: 'Sasaran', kode: s.kode, nama: s.uraian, milik: s.indikator })),
  ]);
  return {
    bagian: 'rkt-murni',
    baris: [...strategis, ...pohon(p.program ?? [])].flatMap((c) =>
      c.milik.map((i) => {
        const { nama, satuan } = indikator(p, i);
        return [c.tingkat, c.kode, c.nama, nama, satuan, rktDari(p, i)];
      }),
    ),
  };
};

const lima = (p: Paket): TabelTangan[] =>
  p.perjanjianKinerja.flatMap((pk, n) => [
    {
      bagian: `pk-${n + 1}-target`,
      baris: pk.target.map(({ indikator: i, target }) => {
        const { nama, satuan } = indikator(p, i);
        return [hasil(p, i), nama, satuan, tulis(target)];
      }),
    },
    {
      bagian: `pk-${n + 1}-anggaran`,
      baris: (pk.anggaran ?? []).map((a) => {
        const nama = p.program?.find((x) => x.kode === a.program)?.nama;
        return [a.program, tulis(nama), tulis(a.pagu), tulis(a.keterangan)];
      }),
      jumlah: `${(pk.anggaran ?? []).reduce((j, a) => j + BigInt(a.pagu ?? 0), 0n)}`,
    },
  ]);

/** Which document sets the target of an indicator: the PK before the RKT before the Renstra. */
const berlaku = (p: Paket, kode: string): [Sel, Sel] => {
  const pk = p.perjanjianKinerja.at(-1)?.target.find((t) => t.indikator === kode)?.target;
  if (pk) return [pk, 'PK'];
  const rkt = rktDari(p, kode);
  if (rkt !== STRIP) return [rkt, 'RKT'];
  const renstra = indikator(p, kode).target?.[p.tahun];
  return renstra ? [renstra, 'Renstra'] : [STRIP, STRIP];
};

const enam = (p: Paket): TabelTangan => {
  const pagu = (kode: string): string | null => {
    const a = p.anggaran?.find((x) => x.kode === kode);
    return a === undefined ? null : (a.paguPerubahan ?? a.pagu);
  };
  const sasaran = (kode: string): Sel => {
    const milik = p.program?.find((x) => x.kode === kode)?.sasaran;
    const semua = p.renstra.tujuan.flatMap((t) => t.sasaran);
    return tulis(milik?.map((s) => semua.find((x) => x.kode === s)?.uraian).join('; '));
  };
  const baris = pohon(p.program ?? []).flatMap((c) => {
    const uang = [tulis(pagu(c.kode)), tulis(p.anggaran?.find((x) => x.kode === c.kode)?.sumberDana)];
    const [satuan, isi] = [
      c.milik.length > 0 ? c.milik : [null],
      c.tingkat === 'Program' ? sasaran(c.kode) : STRIP,
    ];
    return satuan.map((i, n) => {
      const milik = i === null ? null : indikator(p, i);
      const target = i === null ? [STRIP, STRIP] : berlaku(p, i);
      return [
        ...[c.kode, c.tingkat, c.nama, n === 0 ? isi : ''],
        ...[tulis(milik?.nama), tulis(milik?.satuan), ...target],
        ...(n === 0 ? uang : ['', '']),
      ];
    });
  });
  const program = (p.program ?? []).map((x) => pagu(x.kode));
  const jumlah = program.includes(null) ? STRIP : `${program.reduce((j, x) => j + BigInt(x ?? 0), 0n)}`;
  return { bagian: 'program', baris, jumlah };
};

const tujuh = ({ skala }: Paket): TabelTangan => ({
  bagian: 'skala',
  baris: (skala?.kelas ?? []).map(({ predikat, batasBawah, termasukBatas = true }, i) => [
    predikat,
    tulis(batasBawah),
    batasBawah === undefined || batasBawah === null ? STRIP : termasukBatas ? 'ya' : 'tidak',
    tulis(skala?.kelas[i - 1]?.batasBawah),
  ]),
});

export const tabelDariBerkas = (p: Paket): TabelTangan[] => [
  satu(p),
  dua(p),
  tiga(p),
  empat(p),
  ...lima(p),
  enam(p),
  tujuh(p),
];
