import { type DokumenBerrute, diDokumennya, type JenisLangkah, terlambat } from '../../approval/jalur.js';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Clock, EventStore } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { menitKerja } from '../../planning/pemda/jam-kerja.js';
import { type PemdaEvent, pemda } from '../../planning/pemda/pemda.decider.js';
import type { PermintaanHalaman, Sambungan } from '../halaman.js';
import { halamanUtuh } from '../impor-berjalan.js';
import { type BarisTugas, kotakMasukView, type Tugas, tandaKotakMasuk } from './kotak-masuk.projection.js';
import { type Pandangan, pandanganSemua } from './langkah-menunggu.projection.js';
import {
  type BarisPerubahan,
  menungguSejak,
  type SebabJatuhTempo,
} from './perubahan-jatuh-tempo.projection.js';

/** The step of a route, where the document goes along one. */
export type LangkahKotakMasuk = Readonly<{
  kode: string;
  jenis: JenisLangkah;
  uraian: string;
  perlu: string | null;
  hasil: string | null;
  norma: number;
  terlambat: number | null;
  sebagai: Pandangan['sebagai'];
  untuk: string; // key of the office whose step it is
  didelegasikanKepada: string | null; // today
}>;
export type IsiKotakMasuk = Omit<BarisTugas, 'tugas' | 'pengaju' | 'pihakKedua' | 'perjalanan'> & {
  readonly tugas: Tugas | 'ajukan-perubahan';
  readonly sebab: readonly SebabJatuhTempo[]; // ajukan-perubahan: why, longest first
  readonly menitMenunggu: number | null; // of working time; null where a year has no calendar
  readonly langkah: LangkahKotakMasuk | null;
};
type Baris = BarisTugas | BarisPerubahan;

/** What the clock says there and then: the day, and the working minutes since an instant. */
type Waktu = {
  readonly tanggal: string;
  readonly menitSejak: (sejak: string) => number | null;
};

const pada = ({ masa }: Pandangan, { tanggal }: Waktu): boolean =>
  masa !== null && masa.mulai <= tanggal && tanggal <= masa.selesai;

/** A delegate sees a step on the days of the delegation, the office above it once it is late. */
const terlihat = (p: Pandangan, waktu: Waktu): boolean => {
  if (p.sebagai === 'sendiri') return true;
  if (p.sebagai === 'delegasi') return pada(p, waktu);
  return (terlambat(waktu.menitSejak(p.sejak), p.isi.norma) ?? 0) > 0;
};

const pandangan = (row: Baris, jabatan: string, waktu: Waktu): Pandangan | null => {
  if ('jatuhTempo' in row || row.perjalanan === null) return null;
  const milik = pandanganSemua(row.perjalanan).filter((p) => p.penglihat === jabatan);
  return milik.find((p) => terlihat(p, waktu)) ?? null;
};

const langkahDari = (p: Pandangan, waktu: Waktu): LangkahKotakMasuk => {
  const { kode, jenis, uraian, perlu, hasil, norma } = p.isi;
  return {
    ...{ kode, jenis, uraian, perlu, hasil, norma },
    terlambat: terlambat(waktu.menitSejak(p.sejak), norma),
    sebagai: p.sebagai,
    untuk: p.jabatan,
    didelegasikanKepada: pada(p, waktu) ? p.kepada : null,
  };
};

const isiTugas = (row: BarisTugas, jabatan: string, waktu: Waktu): IsiKotakMasuk => {
  const { pengaju: _pengaju, pihakKedua: _kedua, perjalanan, ...isi } = row;
  const p = pandangan(row, jabatan, waktu);
  if (p === null || perjalanan === null)
    return { ...isi, sebab: [], menitMenunggu: waktu.menitSejak(row.sejak), langkah: null };
  const { sejak, posisi } = p;
  const tugas = diDokumennya(row.dokumen as DokumenBerrute, p.isi) ? 'tandatangani' : 'kerjakan-langkah';
  const saat = { sejak, posisi, menitMenunggu: waktu.menitSejak(sejak) };
  const catatan = perjalanan.catatan;
  return { ...isi, ...saat, tugas, jabatan: p.jabatan, catatan, sebab: [], langkah: langkahDari(p, waktu) };
};

const isiPerubahan = (row: BarisPerubahan, waktu: Waktu): IsiKotakMasuk => {
  const { pemda, opd, jabatanDokumen, tahun, berlaku, jatuhTempo } = row;
  const { sejak = '', posisi = -1, catatan = null } = menungguSejak(row) ?? {};
  return {
    dokumen: 'perjanjian-kinerja',
    tugas: 'ajukan-perubahan',
    ...{ pemda, opd, jabatanDokumen, tahun, sejak, posisi, catatan },
    jabatan: `${pemda}.${opd}.${jabatanDokumen}`,
    triwulan: null,
    versi: berlaku?.versi ?? null,
    sebab: jatuhTempo.toSorted((a, b) => a.posisi - b.posisi),
    menitMenunggu: sejak === '' ? null : waktu.menitSejak(sejak),
    langkah: null,
  };
};

/** What waits for an office, longest first; needs no Nest. */
export class KueriKotakMasuk {
  constructor(
    private readonly views: ViewStore,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** `jabatan`: the office's key, e.g. 61.71.disnaker.kepala. One read of the list; how late is reckoned now. */
  async halaman(jabatan: string, permintaan: PermintaanHalaman): Promise<Sambungan<IsiKotakMasuk>> {
    const daftar = { view: kotakMasukView.nama, tag: [tandaKotakMasuk(jabatan)] };
    const waktu = await this.waktu(bacaStream(`Jabatan-${jabatan}`).pemda);
    const jadi = (row: Baris): IsiKotakMasuk =>
      'jatuhTempo' in row ? isiPerubahan(row, waktu) : isiTugas(row, jabatan, waktu);
    const tampak = (row: Baris): boolean =>
      'jatuhTempo' in row || row.perjalanan === null || pandangan(row, jabatan, waktu) !== null;
    return halamanUtuh(this.views, daftar, permintaan, jadi, tampak);
  }

  private async waktu(kodePemda: string): Promise<Waktu> {
    const { events } = await this.store.read(`${pemda.kategori}-${kodePemda}`);
    const { zona, kalender } = (events as readonly PemdaEvent[]).reduce(
      (s, e, i) => pemda.evolve(s, e, i),
      pemda.initial,
    );
    const [di, kini] = [zona ?? 'WIB', this.clock.now()];
    return {
      tanggal: tanggalDi(di, kini),
      menitSejak: (sejak) => menitKerja(kalender, di, new Date(sejak), kini),
    };
  }
}
