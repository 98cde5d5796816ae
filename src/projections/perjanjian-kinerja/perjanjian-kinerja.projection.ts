import type { Cara, DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { AnggaranEvent } from '../../planning/anggaran/anggaran.decider.js';
import type { PemdaEvent, Zona } from '../../planning/pemda/pemda.decider.js';
import { type BedaNaskah, bedaNaskah } from '../../planning/perjanjian-kinerja/naskah.decider.js';
import type {
  BuktiTte,
  Naskah,
  PkEvent,
  SebabPerubahan,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

export type EventPerjanjianKinerja =
  | PkEvent
  | Extract<AnggaranEvent, { type: 'DokumenAnggaranDitetapkan' }>
  | Extract<PemdaEvent, { type: 'PemdaDidaftarkan' }>;

export type StatusPk =
  | 'diajukan'
  | 'dikembalikan'
  | 'ditandatangani'
  | 'berlaku'
  | 'digantikan'
  | 'dibatalkan';
export type TandaTangan = Readonly<{
  pihak: 1 | 2;
  subjek: string | null; // who that is, is answered by identity, never by a view
  jabatan: string;
  sebutan: string;
  status: string | null;
  cara: Cara;
  basah: Readonly<{ berkas: string; tanggal: string; dicatatOleh: string }> | null; // by hand, on paper
  bukti: BuktiTte | null; // null: no signature in the file
  pada: string;
  posisi: number;
}>;
/** What changed in a text that was proposed: against the one proposed before for this version, else the version in force. */
export type PerubahanNaskah = Readonly<{
  terhadap: 'pengajuan-sebelumnya' | 'versi-berlaku';
  versi: number;
  beda: readonly BedaNaskah[];
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
  idPeriksa: string | null;
  perubahan: PerubahanNaskah | null; // null: the first text
  belumPasti: readonly Readonly<{ pihak: 1 | 2; idPermintaan: string; pada: string }>[];
  tandaTangan: readonly TandaTangan[];
  catatan: readonly CatatanPk[]; // of every text that was proposed for this version
  asal: readonly number[]; // positions of its events
}>;
/** What somebody said by hand of a cause to change the PK: that it is there, or that the PK stays as it is. */
export type KebutuhanPk = Readonly<{
  status: 'dicatat' | 'ditutup';
  sebab: SebabPerubahan;
  versi: number; // in force then
  alasan: string;
  jabatan: string;
  sebutan: string;
  pada: string;
  posisi: number;
}>;
/** One PK, of one office for one year, with every version; oldest first. */
export type BarisPk = Readonly<{
  pemda: string;
  opd: string;
  jabatan: string;
  tahun: number;
  revisi: number; // of its last event
  versi: readonly VersiPk[];
  /** Those of texts that were proposed again in other words; oldest first. */
  idPeriksaLama: readonly string[];
  kebutuhan: readonly KebutuhanPk[];
}>;
/** What the deadline of every PK of an OPD and year is counted from, and in which zone a day begins; in no list. */
export type BarisLatar = Readonly<{ latar: 'dpa'; tanggal: string | null } | { latar: 'pemda'; zona: Zona }>;
type Baris = BarisPk | BarisLatar;
export const adalahPk = (row: Baris): row is BarisPk => !('latar' in row);

export const kunciLatar = {
  dpa: (pemda: string, opd: string, tahun: number) => `dpa:${pemda}/${opd}/${tahun}`,
  pemda: (pemda: string) => `pemda:${pemda}`,
} as const;

const kunciDari = ({ type, meta: { stream } }: Recorded<EventPerjanjianKinerja>): string => {
  const { pemda, opd, tahun } = bacaStream(stream);
  if (type === 'PemdaDidaftarkan') return kunciLatar.pemda(pemda);
  if (type === 'DokumenAnggaranDitetapkan') return kunciLatar.dpa(pemda, opd ?? '', tahun ?? 0);
  return stream.slice(stream.indexOf('-') + 1);
};

export const tandaPk = {
  tahun: (pemda: string, tahun: number) => `tahun:${pemda}/${tahun}`,
  opd: (pemda: string, opd: string) => `opd:${pemda}/${opd}`,
  menunggu: (jabatan: string) => `menunggu:${jabatan}`,
  periksa: (idPeriksa: string) => `periksa:${idPeriksa}`,
} as const;

/** The version that waits for a signature, and the party whose turn it is. */
export const menungguPihak = ({
  versi,
}: BarisPk): { versi: VersiPk; pihak: 1 | 2; jabatan: string } | null => {
  const akhir = versi.at(-1);
  if (akhir === undefined) return null;
  const { pihakPertama, pihakKedua } = akhir.naskah;
  if (akhir.status === 'diajukan') return { versi: akhir, pihak: 1, jabatan: pihakPertama.jabatan };
  if (akhir.status !== 'ditandatangani' || pihakKedua === null) return null;
  return { versi: akhir, pihak: 2, jabatan: pihakKedua.jabatan };
};

const initial = (kunci: string): Baris => {
  if (kunci.startsWith('dpa:')) return { latar: 'dpa', tanggal: null };
  if (kunci.startsWith('pemda:')) return { latar: 'pemda', zona: 'WIB' };
  const { pemda, opd, jabatan, tahun } = bacaStream(`PerjanjianKinerja-${kunci}`);
  const milik = { pemda, opd: opd ?? '', jabatan: jabatan ?? '', tahun: tahun ?? 0 };
  return { ...milik, revisi: -1, versi: [], idPeriksaLama: [], kebutuhan: [] };
};

const perubahan = (row: BarisPk, lama: VersiPk | undefined, baru: Naskah): PerubahanNaskah | null => {
  const asal = lama ?? row.versi.findLast((v) => v.status === 'berlaku');
  if (asal === undefined) return null;
  const terhadap = asal === lama ? 'pengajuan-sebelumnya' : 'versi-berlaku';
  return { terhadap, versi: asal.versi, beda: bedaNaskah(asal.naskah, baru) };
};

/** Folds into a PK; `kunciDari` gives no other row for its events. */
const padaPk =
  <E extends DomainEvent>(lipat: (row: BarisPk, event: Recorded<E>) => BarisPk) =>
  (row: Baris, event: Recorded<E>): Baris =>
    adalahPk(row) ? lipat(row, event) : row;

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

// The subject id stays in the log: who the person was is answered by identity, never by a view.
const dari = ({ jabatan, sebutan }: { jabatan: string; sebutan: string }) => ({ jabatan, sebutan });
const saat = ({ at, posisi }: { at: string; posisi: number }) => ({ pada: at, posisi });

type DataTandaTangan = Extract<PkEvent, { type: 'PerjanjianKinerjaDitandatangani' }>['data'];
const tandaTangan = (
  { pihak, oleh, cara, basah, bukti }: DataTandaTangan,
  meta: { at: string; posisi: number },
): TandaTangan => ({
  pihak,
  subjek: oleh.subjek,
  ...dari(oleh),
  status: oleh.status,
  cara,
  bukti: bukti ?? null,
  basah: basah ? { ...basah, dicatatOleh: basah.dicatatOleh.jabatan } : null,
  ...saat(meta),
});

const kebutuhan = (status: KebutuhanPk['status']) =>
  padaPk<Extract<PkEvent, { type: 'KebutuhanPkPerubahanDicatat' | 'KebutuhanPkPerubahanDitutup' }>>(
    (row, { data: { sebab, versi, alasan, oleh }, meta }) => ({
      ...row,
      revisi: meta.rev,
      kebutuhan: [...row.kebutuhan, { status, sebab, versi, alasan, ...dari(oleh), ...saat(meta) }],
    }),
  );

const when: View<Baris, EventPerjanjianKinerja>['when'] = {
  PemdaDidaftarkan: (_, { data: { zona } }) => ({ latar: 'pemda', zona }),
  DokumenAnggaranDitetapkan: (row, { data: { jenis, akta } }) =>
    jenis === 'murni' ? { latar: 'dpa', tanggal: akta.tanggal } : row,

  PerjanjianKinerjaDiajukan: padaPk((row, { data, meta }) => {
    const { naskah, sidik, cara, oleh, idPeriksa = null } = data;
    const lama = row.versi.find((v) => v.versi === naskah.versi);
    const baru: VersiPk = {
      versi: naskah.versi,
      status: 'diajukan',
      naskah,
      sidik,
      cara,
      pengaju: oleh.jabatan,
      diajukanPada: meta.at,
      idPeriksa,
      perubahan: perubahan(row, lama, naskah),
      belumPasti: [],
      tandaTangan: [], // a new text is signed anew
      catatan: lama?.catatan ?? [],
      asal: [...(lama?.asal ?? []), meta.posisi],
    };
    return {
      ...row,
      revisi: meta.rev,
      versi: lama ? row.versi.map((v) => (v === lama ? baru : v)) : [...row.versi, baru],
      idPeriksaLama: lama?.idPeriksa ? [...row.idPeriksaLama, lama.idPeriksa] : row.idPeriksaLama,
    };
  }),
  PerjanjianKinerjaDikembalikan: padaPk((row, { data: { versi, catatan, oleh }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      status: 'dikembalikan',
      catatan: [...v.catatan, { jenis: 'dikembalikan', catatan, ...dari(oleh), ...saat(meta) }],
    })),
  ),
  PerjanjianKinerjaDibatalkan: padaPk((row, { data: { versi, alasan, oleh }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      status: 'dibatalkan',
      catatan: [...v.catatan, { jenis: 'dibatalkan', catatan: alasan, ...dari(oleh), ...saat(meta) }],
    })),
  ),
  PerjanjianKinerjaDitandatangani: padaPk((row, { data, meta }) =>
    ubah(row, meta, data.versi, (v) => ({
      status: 'ditandatangani',
      belumPasti: v.belumPasti.filter((b) => b.pihak !== data.pihak),
      tandaTangan: [...v.tandaTangan, tandaTangan(data, meta)],
    })),
  ),
  HasilTandaTanganBelumPasti: padaPk((row, { data: { versi, pihak, idPermintaan }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      belumPasti: [...v.belumPasti, { pihak, idPermintaan, pada: meta.at }],
    })),
  ),
  HasilTandaTanganDipastikan: padaPk((row, { data: { versi, idPermintaan }, meta }) =>
    ubah(row, meta, versi, (v) => ({
      belumPasti: v.belumPasti.filter((b) => b.idPermintaan !== idPermintaan),
    })),
  ),
  PerjanjianKinerjaBerlaku: padaPk((row, { data: { versi }, meta }) =>
    ubah(row, meta, versi, () => ({ status: 'berlaku' })),
  ),
  PerjanjianKinerjaDigantikan: padaPk((row, { data: { versi }, meta }) =>
    ubah(row, meta, versi, () => ({ status: 'digantikan' })),
  ),
  KebutuhanPkPerubahanDicatat: kebutuhan('dicatat'),
  KebutuhanPkPerubahanDitutup: kebutuhan('ditutup'),
};

export const perjanjianKinerjaView: View<Baris, EventPerjanjianKinerja> = {
  nama: 'perjanjian-kinerja',
  versi: 4,
  kunci: (event) => [kunciDari(event)],
  initial,
  when,
  tanda: (row) => {
    if (!adalahPk(row)) return [];
    const { pemda, opd, jabatan, tahun } = row;
    const menunggu = menungguPihak(row);
    const diperiksa = [...row.idPeriksaLama, ...row.versi.flatMap((v) => v.idPeriksa ?? [])];
    return [
      { tag: tandaPk.tahun(pemda, tahun), urut: `${opd}.${jabatan}` },
      { tag: tandaPk.opd(pemda, opd), urut: `${tahun}.${jabatan}` },
      ...(menunggu ? [{ tag: tandaPk.menunggu(menunggu.jabatan), urut: `${tahun}.${opd}.${jabatan}` }] : []),
      ...diperiksa.map((id) => ({ tag: tandaPk.periksa(id), urut: '' })),
    ];
  },
};
