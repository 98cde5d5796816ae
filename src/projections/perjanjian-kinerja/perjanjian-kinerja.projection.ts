import type { Cara } from '../../kernel/decider.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { Naskah, PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

export type StatusPk =
  | 'diajukan'
  | 'dikembalikan'
  | 'ditandatangani'
  | 'berlaku'
  | 'digantikan'
  | 'dibatalkan';
export type TandaTangan = Readonly<{
  pihak: 1 | 2;
  jabatan: string;
  sebutan: string;
  status: string | null;
  cara: Cara;
  pada: string;
  posisi: number;
}>;
export type CatatanPk = Readonly<{
  jenis: 'dikembalikan' | 'dibatalkan';
  catatan: string;
  jabatan: string;
  sebutan: string;
  pada: string;
  posisi: number;
}>;
export type VersiPk = Readonly<{
  versi: number;
  status: StatusPk;
  naskah: Naskah;
  sidik: string;
  cara: Cara;
  pengaju: string; // key of the office that proposed it
  diajukanPada: string;
  tandaTangan: readonly TandaTangan[];
  catatan: readonly CatatanPk[]; // of every text that was proposed for this version
  asal: readonly number[]; // positions of its events
}>;
/** One PK, of one office for one year, with every version; oldest first. */
export type BarisPk = Readonly<{
  pemda: string;
  opd: string;
  jabatan: string;
  tahun: number;
  revisi: number; // of its last event
  versi: readonly VersiPk[];
}>;

export const tandaPk = {
  tahun: (pemda: string, tahun: number) => `tahun:${pemda}/${tahun}`,
  opd: (pemda: string, opd: string) => `opd:${pemda}/${opd}`,
} as const;

const initial = (kunci: string): BarisPk => {
  const { pemda, opd, jabatan, tahun } = bacaStream(`PerjanjianKinerja-${kunci}`);
  return { pemda, opd: opd ?? '', jabatan: jabatan ?? '', tahun: tahun ?? 0, revisi: -1, versi: [] };
};

type Menjadi = (versi: VersiPk) => Partial<VersiPk>;

const ubah = (
  row: BarisPk,
  { rev, posisi }: { rev: number; posisi: number },
  versi: number,
  jadi: Menjadi,
): BarisPk => ({
  ...row,
  revisi: rev,
  versi: row.versi.map((v) => (v.versi === versi ? { ...v, ...jadi(v), asal: [...v.asal, posisi] } : v)),
});

const when: View<BarisPk, PkEvent>['when'] = {
  PerjanjianKinerjaDiajukan: (row, { data: { naskah, sidik, cara, oleh }, meta }) => {
    const lama = row.versi.find((v) => v.versi === naskah.versi);
    const baru: VersiPk = {
      versi: naskah.versi,
      status: 'diajukan',
      naskah,
      sidik,
      cara,
      pengaju: oleh.jabatan,
      diajukanPada: meta.at,
      tandaTangan: [], // a new text is signed anew
      catatan: lama?.catatan ?? [],
      asal: [...(lama?.asal ?? []), meta.posisi],
    };
    return {
      ...row,
      revisi: meta.rev,
      versi: lama ? row.versi.map((v) => (v === lama ? baru : v)) : [...row.versi, baru],
    };
  },
  PerjanjianKinerjaDikembalikan: (row, { data: { versi, catatan, oleh }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      status: 'dikembalikan',
      catatan: [...v.catatan, { jenis: 'dikembalikan', catatan, ...dari(oleh), ...saat(meta) }],
    })),
  PerjanjianKinerjaDibatalkan: (row, { data: { versi, alasan, oleh }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      status: 'dibatalkan',
      catatan: [...v.catatan, { jenis: 'dibatalkan', catatan: alasan, ...dari(oleh), ...saat(meta) }],
    })),
  PerjanjianKinerjaDitandatangani: (row, { data: { versi, pihak, oleh, cara }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      status: 'ditandatangani',
      tandaTangan: [...v.tandaTangan, { pihak, ...dari(oleh), status: oleh.status, cara, ...saat(meta) }],
    })),
  PerjanjianKinerjaBerlaku: (row, { data: { versi }, meta }) =>
    ubah(row, meta, versi, () => ({ status: 'berlaku' })),
  PerjanjianKinerjaDigantikan: (row, { data: { versi }, meta }) =>
    ubah(row, meta, versi, () => ({ status: 'digantikan' })),
};

// The subject id stays in the log: who the person was is answered by identity, never by a view.
const dari = ({ jabatan, sebutan }: { jabatan: string; sebutan: string }) => ({ jabatan, sebutan });
const saat = ({ at, posisi }: { at: string; posisi: number }) => ({ pada: at, posisi });

export const perjanjianKinerjaView: View<BarisPk, PkEvent> = {
  nama: 'perjanjian-kinerja',
  versi: 2,
  kunci: ({ meta: { stream } }) => [stream.slice(stream.indexOf('-') + 1)],
  initial,
  when,
  tanda: ({ pemda, opd, jabatan, tahun }) => [
    { tag: tandaPk.tahun(pemda, tahun), urut: `${opd}.${jabatan}` },
    { tag: tandaPk.opd(pemda, opd), urut: `${tahun}.${jabatan}` },
  ],
};
