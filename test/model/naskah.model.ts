import type { IsiRenstra } from '../../src/planning/renstra/naskah-renstra.decider.js';
import { type Dunia, opdTerdaftar } from './dunia.js';
import type { NaskahRenstra, Renstra, VersiRenstra } from './jenis.js';
import { periodeTerbuka } from './periode.model.js';
import { type P, type Perintah, strategis, type Timbang, terapkan } from './terapan.js';
import { isiSetelah, type Jawab, type Sah, salinan, samaIsi, terima, Vonis } from './vonis.js';

const naskahKosong = (isi: NaskahRenstra['isi']): NaskahRenstra => ({
  isi,
  misi: {},
  tujuan: {},
  sasaran: {},
  indikator: {},
  hubungan: {},
  prioritas: {},
  keselarasan: {},
  isu: {},
  permasalahan: {},
});

/** What RenstraDisusun says of a text: an ordinary Renstra does not name its kind. */
const pokok = ({ jenis, alasanTanpaVisi, selesai, visi, misi }: NaskahRenstra['isi']): IsiRenstra => ({
  selesai,
  visi,
  misi,
  ...(jenis !== 'renstra' && { jenis }),
  ...(alasanTanpaVisi != null && { alasanTanpaVisi }),
});

export const susun = (
  d: Dunia,
  { opd, mulai, sah, p }: Perintah & { p: P<'Susun'> },
  r: Renstra | undefined,
): Jawab => {
  const v = new Vonis().tahun(mulai).tahun(p.selesai).teks(p.visi).teks(p.misi);
  if (p.visi === null) v.teks(p.alasanTanpaVisi);
  periodeTerbuka(v, d, opd, mulai, 'renstra', sah);
  v.bila(!opdTerdaftar(d, opd), opd === 'pemda' ? 'PEMDA_BELUM_TERDAFTAR' : 'OPD_BELUM_TERDAFTAR');
  const timbang: Timbang = (n, w, versi) => {
    const lama = r ? n.isi : null;
    const jenis = p.jenis ?? lama?.jenis ?? (opd === 'pemda' ? 'rpjmd' : 'renstra');
    w.bila((jenis === 'renstra') === (opd === 'pemda'), 'JENIS_RENCANA_TIDAK_SESUAI');
    const lamanya = p.selesai - mulai + 1;
    w.bila(lamanya < 1 || lamanya > 6 || (jenis === 'rpd' && (lamanya < 2 || lamanya > 3)), 'MASA_TIDAK_SAH');
    // Why there is no visi, where there is none.
    const alasanTanpaVisi = p.visi === null ? (p.alasanTanpaVisi ?? lama?.alasanTanpaVisi ?? null) : null;
    w.bila(alasanTanpaVisi?.trim() === '', 'ALASAN_WAJIB').bila(
      versi.mulaiBerlaku > p.selesai,
      'MASA_TIDAK_SAH',
    );
    w.bila(
      sah === 'elektronik' && jenis === 'rpd' && p.visi === null && alasanTanpaVisi === null,
      'ALASAN_WAJIB',
    );
    const isi = {
      selesai: p.selesai,
      visi: p.visi,
      misi: p.misi,
      jenis,
      ...(alasanTanpaVisi !== null && { alasanTanpaVisi }),
    };
    const hasil = isiSetelah<NaskahRenstra['isi']>(sah, lama, isi);
    if (hasil === 'sama') return null;
    if (hasil === 'beda') {
      w.bila(true, 'SUDAH_ADA_BERBEDA');
      return null;
    }
    if (sah === 'elektronik') {
      const terlewat = Object.values(n.indikator).some((i) =>
        Object.keys(i.target).some(
          (t) => t !== 'akhir' && Number(t) > p.selesai && Number(t) <= n.isi.selesai,
        ),
      );
      w.bila(lama !== null && terlewat, 'TAHUN_DI_LUAR_RENSTRA');
    }
    return {
      peristiwa: { type: 'RenstraDisusun', sebelum: lama ? pokok(lama) : null },
      tempat: (t) => t.isi,
      simpan: (t) => {
        t.isi = salinan(hasil);
      },
    };
  };
  if (r) return terapkan(r, sah, 'naskah', v, timbang);
  const awal: VersiRenstra = { mulaiBerlaku: mulai, naskah: naskahKosong({} as NaskahRenstra['isi']) };
  const ubahan = timbang(awal.naskah, v, awal);
  return v.atau(() =>
    terima(
      () => {
        ubahan?.simpan(awal.naskah);
        d.renstra[`${opd}.${mulai}`] = { versi: [], rancangan: awal, dialihkan: {}, diterima: {} };
      },
      { type: 'RenstraDisusun', sebelum: null },
    ),
  );
};

export const wajibUjung = (v: Vonis, n: NaskahRenstra, tingkat: 'tujuan' | 'sasaran', kode: string): Vonis =>
  v.bila(!n[tingkat][kode], tingkat === 'tujuan' ? 'TUJUAN_TIDAK_DIKENAL' : 'SASARAN_TIDAK_DIKENAL');

/** Content of one key of one part of the text. */
export const bagian =
  <K extends 'tujuan' | 'sasaran' | 'prioritas' | 'isu' | 'permasalahan' | 'misi' | 'keselarasan'>(
    sah: Sah,
    nama: K,
    kode: string,
    type: string,
    isi: NaskahRenstra[K][string],
    periksa: (n: NaskahRenstra, v: Vonis) => void = () => undefined,
  ): Timbang =>
  (n, v) => {
    periksa(n, v);
    const peta = (t: NaskahRenstra) => t[nama] as Record<string, unknown>;
    const lama = peta(n)[kode] ?? null;
    const utuh = typeof isi === 'string' || nama === 'keselarasan';
    const hasil = utuh
      ? samaIsi(lama, isi)
        ? 'sama'
        : sah === 'dicatat' && lama !== null
          ? 'beda'
          : isi
      : isiSetelah(sah, lama as object | null, isi as object);
    if (hasil === 'sama') return null;
    v.bila(hasil === 'beda', 'SUDAH_ADA_BERBEDA');
    return {
      peristiwa: { type, sebelum: salinan(lama) },
      tempat: (t) => peta(t)[kode],
      ada: (t) => {
        const w = new Vonis();
        periksa(t, w);
        return !w.ditolak;
      },
      simpan: (t) => {
        peta(t)[kode] = salinan(hasil);
      },
    };
  };

export const tambahTujuan =
  (p: P<'TambahTujuan'>, sah: Sah): Timbang =>
  (n, v) => {
    const lama = n.tujuan[p.kode] ?? null;
    const misi = [...new Set(p.misi ?? [])].toSorted();
    const dikenal = (t: NaskahRenstra) => misi.filter((m) => t.misi[m] !== undefined);
    v.bila(dikenal(n).length < misi.length, 'UNSUR_TIDAK_DIKENAL');
    const dikatakan = p.misi == null || (sah === 'dicatat' && misi.length === 0) ? null : misi;
    const isi = { uraian: p.uraian, misi: dikatakan ?? lama?.misi ?? [] };
    if (lama && samaIsi(lama, isi)) return null;
    const beda =
      lama !== null &&
      (lama.uraian !== isi.uraian || (lama.misi.length > 0 && !samaIsi(lama.misi, isi.misi)));
    v.bila(sah === 'dicatat' && beda, 'SUDAH_ADA_BERBEDA');
    // Only what is said anew is replaced: the statement alone, or its misi too.
    const misiBaru = !samaIsi(lama?.misi ?? [], isi.misi);
    return {
      peristiwa: { type: 'TujuanDitambahkan', sebelum: lama?.uraian ?? null },
      tempat: (t) => [t.tujuan[p.kode]?.uraian, misiBaru && (t.tujuan[p.kode]?.misi ?? [])],
      simpan: (t) => {
        t.tujuan[p.kode] = {
          uraian: isi.uraian,
          // A version that does not have the misi has the tujuan alone.
          misi: misiBaru ? dikenal(t) : (t.tujuan[p.kode]?.misi ?? []),
        };
      },
    };
  };

const TAK_DIKENAL = {
  tujuan: 'TUJUAN_TIDAK_DIKENAL',
  sasaran: 'SASARAN_TIDAK_DIKENAL',
  indikator: 'INDIKATOR_TIDAK_DIKENAL',
  misi: 'UNSUR_TIDAK_DIKENAL',
  'program-prioritas': 'UNSUR_TIDAK_DIKENAL',
  'isu-strategis': 'UNSUR_TIDAK_DIKENAL',
  permasalahan: 'UNSUR_TIDAK_DIKENAL',
} as const;
const PETA = { 'program-prioritas': 'prioritas', 'isu-strategis': 'isu' } as const;

const dipakai = (n: NaskahRenstra, unsur: P<'Hapus'>['unsur'], kode: string): boolean => {
  const hubungan = Object.keys(n.hubungan).map((h) => h.split(' '));
  const menunjuk = (daftar: Record<string, { sasaran: string[] }>) =>
    Object.values(daftar).some((x) => x.sasaran.includes(kode));
  if (n.keselarasan[`${unsur} ${kode}`]) return true;
  switch (unsur) {
    case 'misi':
      return Object.values(n.tujuan).some((t) => t.misi.includes(Number(kode)));
    case 'tujuan':
      return (
        Object.values(n.sasaran).some((s) => s.tujuan === kode) ||
        hubungan.some(([tingkat, k]) => tingkat === 'tujuan' && k === kode)
      );
    case 'sasaran':
      return (
        hubungan.some(([tingkat, k]) => tingkat === 'sasaran' && k === kode) ||
        menunjuk(n.isu) ||
        menunjuk(n.permasalahan) ||
        menunjuk(n.prioritas)
      );
    case 'indikator':
      return hubungan.some(([, , i]) => i === kode);
    case 'isu-strategis':
      return Object.values(n.permasalahan).some((m) => m.isu === kode);
    default:
      return false;
  }
};

export const hapus =
  (r: Renstra, p: P<'Hapus'>): Timbang =>
  (n, v, versi) => {
    const peta = (t: NaskahRenstra) =>
      t[p.unsur in PETA ? PETA[p.unsur as keyof typeof PETA] : (p.unsur as 'tujuan')] as Record<
        string,
        unknown
      >;
    const ada = peta(n)[p.kode] !== undefined;
    v.bila(!ada, TAK_DIKENAL[p.unsur]).bila(ada && dipakai(n, p.unsur, p.kode), 'MASIH_DIPAKAI');
    if (p.unsur === 'indikator') {
      v.bila(r.versi.length === 0 && ada, 'KEADAAN_TIDAK_SESUAI');
      v.bila(
        ada && versi === r.rancangan && !strategis(n.indikator[p.kode]?.definisi.level),
        'KEADAAN_TIDAK_SESUAI',
      );
    }
    return {
      peristiwa: { type: 'UnsurRenstraDihapus' },
      tempat: (t) => peta(t)[p.kode],
      ada: (t) => !dipakai(t, p.unsur, p.kode),
      simpan: (t) => {
        delete peta(t)[p.kode];
      },
    };
  };
