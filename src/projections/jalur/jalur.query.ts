import { yangMenunggu } from '../../approval/edaran/langkah.decider.js';
import type { DokumenBerrute, Langkah, LangkahEdaran } from '../../approval/jalur.js';
import { diDokumennya } from '../../approval/jalur.js';
import { PK_DENGAN_PARAF_KOORDINASI, RUTE_BAWAAN } from '../../approval/rute-bawaan.js';
import type { Akta } from '../../kernel/akta.js';
import type { ViewStore } from '../../kernel/view-store.js';
import {
  type BarisEdaran,
  type BarisRute,
  jalurView,
  kunciJalur,
  tandaDikerjakan,
} from './jalur.projection.js';

export type RuteTampak = Readonly<{
  versi: number;
  akta: Akta | null;
  langkah: readonly Langkah[];
  rancangan: readonly Langkah[] | null;
  contohParafKoordinasi: readonly Langkah[] | null;
}>;
export type PelaksanaTampak = Readonly<{
  jabatan: string;
  keadaan: 'belum' | 'menunggu' | 'selesai';
  pada: string | null;
  oleh: string | null; // the title of who did it, as printed
}>;
export type LangkahTampak = Omit<LangkahEdaran, 'jabatan'> & {
  readonly pelaksana: readonly PelaksanaTampak[];
};
export type EdaranTampak = Readonly<{
  nomor: number;
  status: 'berjalan' | 'selesai' | 'dibatalkan';
  versiRute: number;
  sidik: string | null;
  langkah: readonly LangkahTampak[];
  kembali: BarisEdaran['kembali'];
}>;
export type KunciEdaranTampak = Readonly<{
  pemda: string;
  dokumen: DokumenBerrute;
  opd: string;
  jabatan: string;
  tahun: number;
}>;

const tampak = ({ edaran: e, dikerjakan, kembali }: BarisEdaran): EdaranTampak => {
  const menunggu = yangMenunggu(e);
  const pelaksana = (l: LangkahEdaran, jabatan: string): PelaksanaTampak => {
    const s = e.selesai.find((d) => d.langkah === l.kode && d.jabatan === jabatan);
    if (s)
      return {
        jabatan,
        keadaan: 'selesai',
        pada: dikerjakan[tandaDikerjakan(l.kode, jabatan)] ?? null,
        oleh: s.oleh.sebutan,
      };
    const ttd = diDokumennya(e.dokumen, l) && e.ditandatangani.includes(jabatan);
    const giliran = menunggu.some((g) => g.langkah.kode === l.kode && g.jabatan === jabatan);
    return { jabatan, keadaan: ttd ? 'selesai' : giliran ? 'menunggu' : 'belum', pada: null, oleh: null };
  };
  const status = e.status === 'dibatalkan' ? e.status : menunggu.length === 0 ? 'selesai' : 'berjalan';
  const langkah = e.langkah.map(({ jabatan, ...l }) => ({
    ...l,
    pelaksana: jabatan.map((j) => pelaksana({ ...l, jabatan }, j)),
  }));
  return { ...{ nomor: e.nomor, status, versiRute: e.versiRute, sidik: e.sidik }, langkah, kembali };
};

/** Which way documents go, and where one of them is; needs no Nest. */
export class KueriJalur {
  constructor(private readonly views: ViewStore) {}

  async rute(pemda: string, dokumen: DokumenBerrute): Promise<RuteTampak> {
    const [baris] = await this.views.baca(jalurView.nama, [kunciJalur.rute(pemda, dokumen)]);
    const { berlaku = null, draf = null } = (baris?.isi as BarisRute | undefined)?.rute ?? {};
    return {
      versi: berlaku?.versi ?? 0,
      akta: berlaku?.akta ?? null,
      langkah: berlaku?.langkah ?? RUTE_BAWAAN[dokumen],
      rancangan: draf,
      contohParafKoordinasi: dokumen === 'perjanjian-kinerja' ? PK_DENGAN_PARAF_KOORDINASI : null,
    };
  }

  /** The newest walk of a document; null where it never began one. */
  async edaran(k: KunciEdaranTampak): Promise<EdaranTampak | null> {
    const kunci = kunciJalur.edaran(k.pemda, k.dokumen, k.opd, k.jabatan, k.tahun);
    const [baris] = await this.views.baca(jalurView.nama, [kunci]);
    const row = baris?.isi as BarisEdaran | undefined;
    return row === undefined || row.edaran.nomor === 0 ? null : tampak(row);
  }
}
