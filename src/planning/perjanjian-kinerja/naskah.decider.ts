import { samaNilai } from '../../kernel/cara.js';
import { jabatanKepala, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { alasan, kodeBebas, label, tanggalSah, teksAtauNull, uraian } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { LuarRenstra, Naskah, Pihak, PkCommand, TargetPk } from './perjanjian-kinerja.decider.js';

type Ajukan = Extract<PkCommand, { type: 'Ajukan' }>;

const wajibTunggal = (bagian: 'indikator' | 'program', kode: readonly string[]): void => {
  const ganda = kode.find((k, i) => kode.indexOf(k) !== i);
  if (ganda !== undefined) tolak('PK_TARGET_GANDA', { [bagian]: ganda });
};

/** The kepala daerah promises to the people and signs alone; everybody else promises to a superior. */
const wajibPihak = ({ opd, jabatan, pihakPertama, pihakKedua }: Ajukan['naskah']): void => {
  const seorangDiri = opd === OPD_PEMDA && jabatan === jabatanKepala(opd);
  if (seorangDiri !== (pihakKedua === null)) tolak('PK_PIHAK_TIDAK_SESUAI', { jabatan });
  if (pihakPertama.jabatan === pihakKedua?.jabatan) tolak('ORANG_SAMA');
};

const ukuran = (
  t: TargetPk,
  { indikator }: Ajukan['dikenal'],
): Pick<LuarRenstra, 'polaritas' | 'urutanPredikat'> => {
  const d = indikator.find((i) => i.kode === t.indikator);
  if (t.luarRenstra === undefined) return d ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator: t.indikator });
  return d === undefined ? t.luarRenstra : tolak('PK_INDIKATOR_DALAM_RENSTRA', { indikator: t.indikator });
};

const wajibDikenal = ({ naskah, dikenal }: Ajukan): void => {
  for (const t of naskah.target) {
    const { polaritas, urutanPredikat } = ukuran(t, dikenal);
    if (!nilaiSah(polaritas, urutanPredikat, t.target, 'target'))
      tolak('NILAI_TIDAK_SAH', { indikator: t.indikator, nilai: t.target });
    const { melayani: m } = t;
    if (m && !dikenal.atasan.some((a) => a.jabatan === m.jabatan && a.indikator === m.indikator))
      tolak('PK_TARGET_ATASAN_TIDAK_DIKENAL', { ...m });
  }
  for (const { program } of naskah.anggaran)
    if (!dikenal.program.includes(program)) tolak('PROGRAM_TIDAK_DIKENAL', { program });
};

const pihakSah = ({ jabatan, sebutan, status }: Pihak): Pihak => ({
  jabatan,
  sebutan: label(sebutan),
  status,
});

const luarRenstraSah = ({ polaritas, ...l }: LuarRenstra): LuarRenstra => {
  const urutan = polaritas === 'predikat' ? (l.urutanPredikat ?? []).map((u) => label(u, 60)) : null;
  if (new Set(urutan).size !== (urutan ?? []).length) tolak('NILAI_TIDAK_SAH', { bidang: 'urutanPredikat' });
  return { sasaran: uraian(l.sasaran), alasan: alasan(l.alasan), polaritas, urutanPredikat: urutan };
};

const targetSah = ({ indikator, nama, satuan, target, melayani, luarRenstra }: TargetPk): TargetPk => ({
  indikator: kodeBebas(indikator),
  // Those of the Renstra were checked when they were defined there.
  nama: luarRenstra ? label(nama, 1_000) : nama,
  satuan: luarRenstra ? label(satuan, 100) : satuan,
  target,
  ...(melayani && { melayani }),
  ...(luarRenstra && { luarRenstra: luarRenstraSah(luarRenstra) }),
});

/** The text as it will be signed, every part of it checked. */
export const naskahSah = (c: Ajukan, versi: number): Naskah => {
  const n = c.naskah;
  if (n.jenis === 'perubahan' && n.sebab === null) return tolak('PK_SEBAB_WAJIB');
  if (n.target.length === 0) return tolak('PK_TANPA_TARGET');
  wajibPihak(n);
  wajibTunggal(
    'indikator',
    n.target.map((t) => t.indikator),
  );
  wajibTunggal(
    'program',
    n.anggaran.map((a) => a.program),
  );
  wajibDikenal(c);
  return {
    pemda: n.pemda,
    opd: n.opd,
    jabatan: n.jabatan,
    tahun: n.tahun,
    versi,
    jenis: n.jenis,
    sebab: n.sebab,
    tanggal: n.tanggal === null ? null : tanggalSah(n.tanggal),
    pihakPertama: pihakSah(n.pihakPertama),
    pihakKedua: n.pihakKedua && pihakSah(n.pihakKedua),
    target: n.target.map(targetSah),
    anggaran: n.anggaran.map((a) => ({
      ...a,
      pagu: rupiah(a.pagu).toString(),
      keterangan: teksAtauNull(a.keterangan),
    })),
  };
};

type Pernyataan = { bagian: string; kode: string | null; nilai: string | null };

/** What a naskah states, fact by fact; what it leaves out (null) says nothing. */
const pernyataan = (n: Naskah): Pernyataan[] => [
  { bagian: 'jenis', kode: null, nilai: n.jenis },
  { bagian: 'sebab', kode: null, nilai: n.sebab },
  { bagian: 'tanggal', kode: null, nilai: n.tanggal },
  { bagian: 'pihakPertama', kode: null, nilai: n.pihakPertama.sebutan },
  { bagian: 'pihakPertama.status', kode: null, nilai: n.pihakPertama.status },
  { bagian: 'pihakKedua', kode: null, nilai: n.pihakKedua?.sebutan ?? null },
  { bagian: 'pihakKedua.status', kode: null, nilai: n.pihakKedua?.status ?? null },
  ...n.target.flatMap(({ indikator: kode, target, melayani, luarRenstra }) => [
    { bagian: 'target', kode, nilai: target },
    { bagian: 'melayani', kode, nilai: melayani ? `${melayani.jabatan} ${melayani.indikator}` : null },
    { bagian: 'luarRenstra', kode, nilai: luarRenstra?.sasaran ?? null },
  ]),
  ...n.anggaran.map((a) => ({ bagian: 'pagu', kode: a.program, nilai: a.pagu })),
  ...n.anggaran.map((a) => ({ bagian: 'keterangan', kode: a.program, nilai: a.keterangan })),
];

/** One fact that two texts state differently; null: says nothing of it. */
export type BedaNaskah = {
  readonly bagian: string;
  readonly kode: string | null;
  readonly sebelum: string | null;
  readonly sesudah: string | null;
};

/** What the second text says otherwise than the first, in the order of the second, then what it leaves out. */
export const bedaNaskah = (lama: Naskah, baru: Naskah): BedaNaskah[] => {
  const [dahulu, kini] = [pernyataan(lama), pernyataan(baru)];
  const cari = (daftar: readonly Pernyataan[], p: Pernyataan): string | null =>
    daftar.find((x) => x.bagian === p.bagian && x.kode === p.kode)?.nilai ?? null;
  const tersisa = dahulu.filter((p) => !kini.some((x) => x.bagian === p.bagian && x.kode === p.kode));
  const semua: BedaNaskah[] = [
    ...kini.map(({ nilai, ...p }) => ({ ...p, sebelum: cari(dahulu, { ...p, nilai }), sesudah: nilai })),
    ...tersisa.map(({ nilai, ...p }) => ({ ...p, sebelum: nilai, sesudah: null })),
  ];
  return semua.filter((b) => !samaNilai(b.sebelum, b.sesudah));
};

/** Paper that is taken over again may leave out, never say otherwise. */
export const wajibSama = (lama: Naskah, baru: Naskah): void => {
  const tercatat = pernyataan(lama);
  for (const { bagian, kode, nilai } of pernyataan(baru)) {
    const sebelum = tercatat.find((p) => p.bagian === bagian && p.kode === kode)?.nilai ?? null;
    if (nilai !== null && !samaNilai(sebelum, nilai))
      tolak('SUDAH_ADA_BERBEDA', { bagian, kode, sebelum, sesudah: nilai });
  }
};
