import { sama } from '../../kernel/cara.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, labelAtauNull, tanggalSah, teksAtauNull } from '../../kernel/teks.js';
import {
  diDokumennya,
  type Giliran,
  giliran,
  type IsiLangkah,
  type LangkahEdaran,
  wajibLengkap,
} from '../jalur.js';
import type {
  Delegasi,
  Edaran,
  EdaranEvent,
  FaktaEdaran,
  Perbuatan,
  PerintahEdaran,
} from './edaran.decider.js';

/** Which steps wait for whom; `ditandatangani`: who has signed the PK by now. Nothing where the walk has ended. */
export const yangMenunggu = (e: Edaran, ditandatangani: readonly string[] = e.ditandatangani): Giliran[] => {
  if (e.status !== 'berjalan') return [];
  const ttd = new Set(e.langkah.filter((l) => diDokumennya(e.dokumen, l)).map((l) => l.kode));
  return giliran(e.langkah, (kode, jabatan) =>
    ttd.has(kode)
      ? ditandatangani.includes(jabatan)
      : e.selesai.some((s) => s.langkah === kode && s.jabatan === jabatan),
  );
};

export const langkahDari = (e: Edaran, kode: string): LangkahEdaran =>
  e.langkah.find((l) => l.kode === kode) ?? tolak('LANGKAH_TIDAK_DIKENAL', { langkah: kode });

/** The steps that wait, where the text that goes around is still the one that waits for signatures. */
const wajibBerjalan = (e: Edaran, f: FaktaEdaran): Giliran[] => {
  if (e.status !== 'berjalan') return tolak('EDARAN_BELUM_DIMULAI');
  return e.sidik === f.sidik ? yangMenunggu(e, f.ditandatangani) : tolak('EDARAN_NASKAH_BERGANTI');
};

/** A delegation ends with its last day, and with the term of who gave it. */
const delegasiBerlaku = (d: Edaran['delegasi'][number], f: FaktaEdaran): boolean =>
  d.mulai <= f.tanggal && f.tanggal <= d.selesai && f.pemberi[d.jabatan] === d.pemberi;

/** For which office of a step somebody acts: the own one, or one that delegated it. Null: for none. */
const atasNama = (e: Edaran, { oleh, fakta }: Perbuatan, l: LangkahEdaran): string | null => {
  if (l.jabatan.includes(oleh.jabatan)) return oleh.jabatan;
  const delegasi = e.delegasi.filter((d) => d.langkah === l.kode && d.kepada === oleh.jabatan);
  if (delegasi.length === 0) return null;
  const berlaku = delegasi.find((d) => delegasiBerlaku(d, fakta));
  return berlaku?.jabatan ?? tolak('DELEGASI_TIDAK_BERLAKU', { langkah: l.kode });
};

const wajibMemegang = ({ oleh, fakta }: Perbuatan): void => {
  if (fakta.pemegang === null) tolak('JABATAN_TANPA_PEJABAT', { jabatan: oleh.jabatan });
  if (fakta.pemegang !== oleh.subjek) tolak('TIDAK_BERWENANG', { jabatan: oleh.jabatan });
};

/** Who entered or compiled what is verified does not verify it, in whatever office. */
const wajibOrangLain = (e: Edaran, { oleh }: Perbuatan, l: LangkahEdaran): void => {
  if (l.jenis !== 'verifikasi') return;
  const mengisi = e.selesai.filter((s) =>
    ['kompilasi', 'permintaan-data'].includes(langkahDari(e, s.langkah).jenis),
  );
  if (mengisi.some((s) => s.oleh.subjek === oleh.subjek || s.oleh.jabatan === oleh.jabatan))
    tolak('ORANG_SAMA', { langkah: l.kode });
};

const SIDIK = /^[0-9a-f]{64}$/;
const isiSah = ({ nomorSurat, catatan, berkas }: IsiLangkah): IsiLangkah => ({
  nomorSurat: labelAtauNull(nomorSurat, 200),
  catatan: teksAtauNull(catatan)?.trim() || null,
  berkas: berkas === null || SIDIK.test(berkas) ? berkas : tolak('BERKAS_TIDAK_DIARSIPKAN'),
});

export const kerjakan = (c: PerintahEdaran<'KerjakanLangkah'>, e: Edaran): EdaranEvent[] => {
  const menunggu = wajibBerjalan(e, c.fakta);
  const l = langkahDari(e, c.langkah);
  if (diDokumennya(e.dokumen, l)) return tolak('LANGKAH_DI_DOKUMEN', { langkah: l.kode });
  wajibMemegang(c);
  const jabatan = atasNama(e, c, l) ?? tolak('TIDAK_BERWENANG', { jabatan: c.oleh.jabatan });
  if (e.selesai.some((s) => s.langkah === l.kode && s.jabatan === jabatan)) return [];
  if (!menunggu.some((g) => g.langkah === l && g.jabatan === jabatan))
    return tolak('LANGKAH_BELUM_GILIRAN', { langkah: l.kode });
  wajibOrangLain(e, c, l);
  const isi = isiSah(c);
  wajibLengkap(l, isi);
  const { oleh, cara } = c;
  return [
    { type: 'LangkahDikerjakan', data: { nomor: e.nomor, langkah: l.kode, jabatan, ...isi, oleh, cara } },
  ];
};

export const kembalikan = (c: PerintahEdaran<'Kembalikan'>, e: Edaran): EdaranEvent[] => {
  const menunggu = wajibBerjalan(e, c.fakta);
  wajibMemegang(c);
  const dari = menunggu.find((g) => atasNama(e, c, g.langkah) === g.jabatan);
  if (dari === undefined) return tolak('LANGKAH_BELUM_GILIRAN', { jabatan: c.oleh.jabatan });
  const ke = langkahDari(e, c.ke);
  // A signature is taken back by returning the PK itself, never by its walk.
  if (diDokumennya(e.dokumen, ke)) return tolak('LANGKAH_DI_DOKUMEN', { langkah: ke.kode });
  if (ke.tahap >= dari.langkah.tahap) return tolak('LANGKAH_BUKAN_SEBELUMNYA', { langkah: ke.kode });
  if (c.jabatan !== null && !ke.jabatan.includes(c.jabatan))
    return tolak('LANGKAH_TIDAK_DIKENAL', { langkah: ke.kode, jabatan: c.jabatan });
  const { jabatan, oleh, cara } = c;
  const data = { nomor: e.nomor, dari: dari.langkah.kode, ke: ke.kode, jabatan };
  return [{ type: 'EdaranDikembalikan', data: { ...data, catatan: alasan(c.catatan), oleh, cara } }];
};

const masaSah = ({ mulai: dari, selesai, fakta }: PerintahEdaran<'Delegasikan'>): void => {
  if (tanggalSah(selesai) < tanggalSah(dari) || selesai < fakta.tanggal)
    tolak('TANGGAL_TIDAK_SAH', { mulai: dari, selesai });
};

export const delegasikan = (c: PerintahEdaran<'Delegasikan'>, e: Edaran): EdaranEvent[] => {
  wajibBerjalan(e, c.fakta);
  wajibMemegang(c);
  const { oleh, cara, kepada, mulai: dari, selesai } = c;
  const [l, jabatan] = [langkahDari(e, c.langkah), oleh.jabatan];
  if (!l.jabatan.includes(jabatan)) return tolak('TIDAK_BERWENANG', { jabatan });
  // Another may sign only as holder of the office: a Plt. or Plh. is appointed to it.
  if (l.jenis === 'tanda-tangan') return tolak('LANGKAH_TIDAK_DIDELEGASIKAN', { langkah: l.kode });
  if (e.selesai.some((s) => s.langkah === l.kode && s.jabatan === jabatan))
    return tolak('LANGKAH_SUDAH_DIKERJAKAN', { langkah: l.kode });
  if (!c.dikenal || kepada === jabatan) return tolak('JABATAN_BELUM_ADA', { jabatan: kepada });
  masaSah(c);
  const baru: Delegasi = { langkah: l.kode, jabatan, kepada, mulai: dari, selesai };
  if (e.delegasi.some((d) => sama(d, { ...baru, pemberi: oleh.subjek }))) return [];
  const catatan = teksAtauNull(c.catatan);
  return [{ type: 'LangkahDidelegasikan', data: { nomor: e.nomor, ...baru, catatan, oleh, cara } }];
};
