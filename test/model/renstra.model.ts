import type {
  DefinisiIndikator,
  IsiRenstra,
  LevelIndikator,
} from '../../src/planning/renstra/naskah-renstra.decider.js';
import { type Dunia, opdTerdaftar } from './dunia.js';
import type { NaskahRenstra, Renstra, VersiRenstra } from './jenis.js';
import { desimalBaik, nilaiBaik, nilaiSama, urutanBaik } from './nilai.js';
import { alihkan, galatPeralihan, terima as terimaAlihan } from './peralihan.model.js';
import type { PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import {
  diam,
  diamKecuali,
  type Harapan,
  isiSetelah,
  type Jawab,
  type Sah,
  salinan,
  samaIsi,
  terima,
  Vonis,
} from './vonis.js';

type Perintah = PerintahDari<'renstra'>;
type P<T extends Perintah['p']['type']> = Extract<Perintah['p'], { type: T }>;
/** What a text would become: the event, what it replaces, and the change itself. null: the text says so already. */
type Ubahan = {
  peristiwa: Harapan;
  tempat: (n: NaskahRenstra) => unknown;
  simpan: (n: NaskahRenstra) => void;
  /** Whether another version has what it hangs on. */
  ada?: (n: NaskahRenstra) => boolean;
};
type Timbang = (n: NaskahRenstra, v: Vonis, versi: VersiRenstra) => Ubahan | null;

const strategis = (level: LevelIndikator | undefined): boolean => level === 'tujuan' || level === 'sasaran';

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

/**
 * - 'naskah': of the text that is ditetapkan as a whole; closed outside a draft.
 * - 'bebas': no target and no figure rests on it; told at any time.
 * - 'tahunan': below sasaran, where the year's program tree goes on growing in every version; and what a past year came to.
 */
type Ranah = 'naskah' | 'bebas' | 'tahunan';

const terapkan = (
  r: Renstra,
  sah: Sah,
  ranah: Ranah,
  v: Vonis,
  timbang: Timbang,
  dikenal?: (n: NaskahRenstra) => boolean,
): Jawab => {
  const berlaku = r.versi.at(-1) ?? (r.rancangan as VersiRenstra);
  const perubahan = r.versi.length > 0 ? r.rancangan : null;
  const semua = [...r.versi, ...(r.rancangan ? [r.rancangan] : [])];
  const diRancangan = perubahan !== null && sah === 'elektronik' && ranah !== 'tahunan';
  // Paper knows nothing of a Perubahan that is being written.
  const hanyaRancangan = perubahan !== null && sah === 'elektronik' && dikenal?.(berlaku.naskah) === false;
  const utama = diRancangan || hanyaRancangan ? perubahan : berlaku;
  // Paper that repeats what any version says adds nothing; a Perubahan that is being written says nothing yet.
  if (sah === 'dicatat' && !v.ditolak)
    for (const versi of r.versi.length > 0 ? r.versi : semua) {
      const coba = new Vonis();
      if (timbang(versi.naskah, coba, versi) === null && !coba.ditolak) return diam;
    }
  const ubahan = timbang(utama.naskah, v, utama);
  if (ubahan === null) return diamKecuali(v);
  v.bila(
    sah === 'elektronik' && ranah === 'naskah' && r.versi.length > 0 && perubahan === null,
    'RENSTRA_SUDAH_DITETAPKAN',
  );
  return v.atau(() => {
    if (ubahan === null) return diam;
    const { tempat, simpan, peristiwa, ada } = ubahan;
    const lama = salinan(tempat(utama.naskah));
    return terima(() => {
      for (const versi of semua) {
        const { naskah } = versi;
        const menyusul = () => samaIsi(tempat(naskah) ?? null, lama ?? null) && ada?.(naskah) !== false;
        if (naskah === utama.naskah || (!diRancangan && menyusul())) simpan(naskah);
      }
    }, peristiwa);
  });
};

const susun = (
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
    w.bila(
      lamanya < 1 || lamanya > 6 || (jenis === 'rpd' && (lamanya < 2 || lamanya > 3)),
      'TAHUN_TIDAK_SAH',
    );
    // Why there is no visi, where there is none.
    const alasanTanpaVisi = p.visi === null ? (p.alasanTanpaVisi ?? lama?.alasanTanpaVisi ?? null) : null;
    w.bila(alasanTanpaVisi?.trim() === '', 'ALASAN_WAJIB').bila(
      versi.mulaiBerlaku > p.selesai,
      'TAHUN_TIDAK_SAH',
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

const wajibUjung = (v: Vonis, n: NaskahRenstra, tingkat: 'tujuan' | 'sasaran', kode: string): Vonis =>
  v.bila(!n[tingkat][kode], tingkat === 'tujuan' ? 'TUJUAN_TIDAK_DIKENAL' : 'SASARAN_TIDAK_DIKENAL');

/** Content of one key of one part of the text. */
const bagian =
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

const tambahTujuan =
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

const tetapkanIndikator =
  (r: Renstra, p: P<'TetapkanIndikator'>, sah: Sah): Timbang =>
  (n, v, versi) => {
    const { type: _, ...minta } = p;
    const ada = n.indikator[p.kode];
    const lama = ada?.definisi ?? null;
    const bawaan = { iku: false, agregasi: 'posisi-akhir', desimal: 2 } as const;
    const isi: DefinisiIndikator = {
      ...minta,
      iku: minta.iku ?? lama?.iku ?? bawaan.iku,
      agregasi: minta.agregasi ?? lama?.agregasi ?? bawaan.agregasi,
      desimal: minta.desimal ?? lama?.desimal ?? bawaan.desimal,
    };
    const hasil = isiSetelah(sah, lama, isi);
    if (hasil === 'sama') return null;
    v.bila(hasil === 'beda', 'SUDAH_ADA_BERBEDA');
    v.bila(sah === 'elektronik' && r.dialihkan[p.kode] !== undefined, 'INDIKATOR_SUDAH_DIALIHKAN');
    if (hasil !== 'beda' && ada && sah === 'elektronik') {
      const angka = [
        ...Object.values(ada.target).map((t) => nilaiBaik(isi.polaritas, isi.urutanPredikat, t, 'target')),
        ...Object.values(ada.lampau).map((t) => nilaiBaik(isi.polaritas, isi.urutanPredikat, t, 'realisasi')),
      ];
      const naskahPertama = r.versi.length === 0;
      v.bila(naskahPertama && angka.length > 0, 'SUDAH_ADA_BERBEDA');
      if (!naskahPertama && versi === r.rancangan) {
        v.bila(isi.level !== ada.definisi.level, 'SUDAH_ADA_BERBEDA');
        v.bila(angka.includes(false), 'NILAI_TIDAK_SAH');
      }
      v.bila(!naskahPertama && !strategis(ada.definisi.level), 'RENSTRA_SUDAH_DITETAPKAN');
    }
    // Another measure altogether is another indicator, also where a version left the first one out.
    const tingkat = (n: NaskahRenstra) => n.indikator[p.kode]?.definisi.level ?? p.level;
    v.bila(
      r.versi.some(({ naskah }) => tingkat(naskah) !== p.level),
      'SUDAH_ADA_BERBEDA',
    );
    return {
      peristiwa: { type: 'IndikatorDitetapkan', sebelum: salinan(lama) },
      tempat: (t) => t.indikator[p.kode]?.definisi,
      simpan: (t) => {
        const ini = t.indikator[p.kode];
        const definisi = salinan(hasil as DefinisiIndikator);
        if (ini) ini.definisi = definisi;
        else t.indikator[p.kode] = { definisi, target: {}, lampau: {} };
      },
    };
  };

const definisiSah = (v: Vonis, p: P<'TetapkanIndikator'>): Vonis => {
  v.kodeBebas(p.kode).label(p.nama).label(p.satuan).teks(p.definisi).teks(p.pembilang).teks(p.penyebut);
  v.teks(p.sumberData).teks(p.penanggungJawab).tahun(p.kondisiAwal?.tahun);
  v.bila(
    p.desimal !== null && (!Number.isInteger(p.desimal) || p.desimal < 0 || p.desimal > 6),
    'MASUKAN_TIDAK_SAH',
  );
  v.bila(!urutanBaik(p.polaritas, p.urutanPredikat), 'NILAI_TIDAK_SAH');
  const awal = p.kondisiAwal?.nilai ?? null;
  // Files give the first condition as a number, whatever the indicator.
  const terbaca =
    awal === null || desimalBaik(awal) || nilaiBaik(p.polaritas, p.urutanPredikat, awal, 'realisasi');
  return v.bila(!terbaca, 'NILAI_TIDAK_SAH');
};

const tetapkanAngka =
  (p: P<'TetapkanTarget'> | P<'CatatRealisasiLampau'>, r: Renstra, sah: Sah): Timbang =>
  (n, v, versi) => {
    const i = n.indikator[p.indikator];
    if (!i) {
      v.bila(true, 'INDIKATOR_TIDAK_DIKENAL');
      return null;
    }
    const target = p.type === 'TetapkanTarget';
    const [nilai, peta, tahun] = target
      ? ([p.target, 'target', p.tahun === null ? 'akhir' : String(p.tahun)] as const)
      : ([p.realisasi, 'lampau', String(p.tahun)] as const);
    const { polaritas, urutanPredikat } = i.definisi;
    v.bila(!nilaiBaik(polaritas, urutanPredikat, nilai, target ? 'target' : 'realisasi'), 'NILAI_TIDAK_SAH');
    const lama = i[peta][tahun] ?? null;
    if (lama !== null && nilaiSama(lama, nilai)) return null;
    // From the year of the move on the successor says it; of the years before, what paper prints as its own may stand.
    const pergi = r.dialihkan[p.indikator]?.sejak ?? Infinity;
    const datang = r.diterima[p.indikator]?.sejak ?? -Infinity;
    const milikLain =
      (p.tahun ?? Infinity) >= pergi || (target && sah === 'elektronik' && (p.tahun ?? Infinity) < datang);
    v.bila(milikLain && (p.tahun !== null || pergi < Infinity), 'INDIKATOR_MILIK_OPD_LAIN');
    v.bila(sah === 'dicatat' && lama !== null, 'SUDAH_ADA_BERBEDA');
    if (target && p.tahun !== null && sah === 'elektronik') {
      v.bila(
        p.tahun < n.isi.selesai - 100 || p.tahun > n.isi.selesai || p.tahun < mulaiDari(r),
        'TAHUN_DI_LUAR_RENSTRA',
      );
      const sejak = strategis(i.definisi.level) && r.versi.length > 0 && versi === r.rancangan;
      v.bila(sejak && p.tahun < versi.mulaiBerlaku, 'TAHUN_SEBELUM_PERUBAHAN');
    }
    return {
      peristiwa: { type: target ? 'TargetRenstraDitetapkan' : 'RealisasiLampauDicatat', sebelum: lama },
      tempat: (t) =>
        t.indikator[p.indikator] ? (t.indikator[p.indikator]?.[peta][tahun] ?? null) : 'tidak ada',
      simpan: (t) => {
        const ini = t.indikator[p.indikator];
        if (ini) ini[peta][tahun] = nilai;
      },
    };
  };

const mulaiDari = (r: Renstra): number => (r.versi[0] ?? (r.rancangan as VersiRenstra)).mulaiBerlaku;

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

const hapus =
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

/** As the draft has it, else what is in force. */
const levelKini = (r: Renstra, kode: string): LevelIndikator | undefined =>
  [r.rancangan, r.versi.at(-1)]
    .map((v) => v?.naskah.indikator[kode]?.definisi.level)
    .find((l) => l !== undefined);

export const putusanRenstra = (d: Dunia, c: Perintah): Jawab => {
  const { opd, mulai, sah, p } = c;
  const r = d.renstra[`${opd}.${mulai}`];
  if (p.type === 'Susun') return susun(d, { ...c, p }, r);
  const v = new Vonis().tahun(mulai);
  // The peraturan on the SOTK says whose an indicator is, not the plan that was closed.
  if (p.type !== 'Alihkan' && p.type !== 'Terima') periodeTerbuka(v, d, opd, mulai, 'renstra', sah);
  if (!r) {
    // What else is wrong with it may be told first.
    return { tolak: new Set([...v.kode, ...galatIsi(d, c).kode, 'RENSTRA_BELUM_ADA']) };
  }
  for (const k of galatIsi(d, c).kode) v.bila(true, k);
  if (p.type === 'Alihkan') return alihkan(d, { ...c, p }, r);
  if (p.type === 'Terima') return terimaAlihan(d, { ...c, p }, r);
  const jalan = (ranah: Ranah, timbang: Timbang, ada?: (n: NaskahRenstra) => boolean) =>
    terapkan(r, sah, ranah, v, timbang, ada);
  switch (p.type) {
    case 'TambahMisi':
      return jalan('naskah', bagian(sah, 'misi', String(p.nomor), 'MisiDitambahkan', p.uraian));
    case 'TambahTujuan':
      return jalan('naskah', tambahTujuan(p, sah));
    case 'TambahSasaran': {
      const { tujuan, uraian, strategi } = p;
      const isi = { tujuan, uraian, strategi };
      return jalan(
        'naskah',
        bagian(sah, 'sasaran', p.kode, 'SasaranDitambahkan', isi, (n, w) =>
          wajibUjung(w, n, 'tujuan', tujuan),
        ),
      );
    }
    case 'HubungkanIndikator': {
      const kunci = `${p.tingkat} ${p.kode} ${p.indikator}`;
      return jalan('naskah', (n, w) => {
        w.bila(!n.indikator[p.indikator], 'INDIKATOR_TIDAK_DIKENAL');
        wajibUjung(w, n, p.tingkat, p.kode);
        if (n.hubungan[kunci]) return null;
        w.bila(r.dialihkan[p.indikator] !== undefined, 'INDIKATOR_SUDAH_DIALIHKAN');
        return {
          peristiwa: { type: 'IndikatorDihubungkan' },
          tempat: (t) => [
            t.hubungan[kunci],
            t.indikator[p.indikator] !== undefined,
            t[p.tingkat][p.kode] !== undefined,
          ],
          simpan: (t) => {
            t.hubungan[kunci] = true;
          },
        };
      });
    }
    case 'TetapkanIndikator': {
      const level = levelKini(r, p.kode) ?? p.level;
      return jalan(strategis(level) ? 'naskah' : 'tahunan', tetapkanIndikator(r, p, sah));
    }
    case 'TetapkanTarget': {
      const level = levelKini(r, p.indikator);
      return jalan(strategis(level ?? 'sasaran') ? 'naskah' : 'tahunan', tetapkanAngka(p, r, sah));
    }
    case 'CatatRealisasiLampau':
      return jalan('tahunan', tetapkanAngka(p, r, sah), (n) => n.indikator[p.indikator] !== undefined);
    case 'TetapkanPrioritas': {
      const isi = { nama: p.nama, sasaran: [...new Set(p.sasaran)], opd: [...new Set(p.opd)] };
      return jalan(
        'naskah',
        bagian(sah, 'prioritas', p.kode, 'ProgramPrioritasDitetapkan', isi, (n, w) => {
          for (const s of p.sasaran) wajibUjung(w, n, 'sasaran', s);
        }),
      );
    }
    case 'Selaraskan':
      return jalan(
        'bebas',
        bagian(sah, 'keselarasan', `${p.tingkat} ${p.kode}`, 'RenstraDiselaraskan', p.melayani, (n, w) =>
          wajibUjung(w, n, p.tingkat, p.kode),
        ),
      );
    case 'LepasKeselarasan': {
      const kunci = `${p.tingkat} ${p.kode}`;
      return jalan('bebas', (n, w) => {
        const lama = n.keselarasan[kunci];
        w.bila(!lama, 'UNSUR_TIDAK_DIKENAL');
        return {
          peristiwa: { type: 'KeselarasanDilepas', sebelum: lama },
          tempat: (t) => t.keselarasan[kunci],
          simpan: (t) => {
            delete t.keselarasan[kunci];
          },
        };
      });
    }
    case 'CatatIsu':
    case 'CatatPermasalahan': {
      const sasaran = [...new Set(p.sasaran)];
      const periksa = (n: NaskahRenstra, w: Vonis) => {
        for (const s of sasaran) wajibUjung(w, n, 'sasaran', s);
        w.bila(p.type === 'CatatPermasalahan' && p.isu !== null && !n.isu[p.isu], 'UNSUR_TIDAK_DIKENAL');
      };
      return p.type === 'CatatIsu'
        ? jalan(
            'bebas',
            bagian(sah, 'isu', p.kode, 'IsuStrategisDicatat', { uraian: p.uraian, sasaran }, periksa),
          )
        : jalan(
            'bebas',
            bagian(
              sah,
              'permasalahan',
              p.kode,
              'PermasalahanDicatat',
              { uraian: p.uraian, isu: p.isu, sasaran, solusi: p.solusi },
              periksa,
            ),
          );
    }
    case 'Hapus':
      v.bila(sah === 'dicatat', 'KEADAAN_TIDAK_SESUAI');
      return jalan(
        p.unsur === 'isu-strategis' || p.unsur === 'permasalahan' ? 'bebas' : 'naskah',
        hapus(r, p),
      );
    case 'LepasIndikator': {
      v.bila(sah === 'dicatat', 'KEADAAN_TIDAK_SESUAI');
      const kunci = `${p.tingkat} ${p.kode} ${p.indikator}`;
      return jalan('naskah', (n, w) => {
        w.bila(!n.hubungan[kunci], 'UNSUR_TIDAK_DIKENAL');
        return {
          peristiwa: { type: 'IndikatorDilepas' },
          tempat: (t) => t.hubungan[kunci],
          simpan: (t) => {
            delete t.hubungan[kunci];
          },
        };
      });
    }
    default:
      return putusanVersi(r, p, sah, v);
  }
};

/** What is wrong with a request whatever the document says. */
const galatIsi = (d: Dunia, { opd, p, sah }: Perintah): Vonis => {
  const v = new Vonis();
  switch (p.type) {
    case 'TambahMisi':
      return v
        .bila(!Number.isInteger(p.nomor) || p.nomor < 1 || p.nomor > 99, 'MASUKAN_TIDAK_SAH')
        .uraian(p.uraian);
    case 'TambahTujuan':
      return v.kodeBebas(p.kode).uraian(p.uraian);
    case 'TambahSasaran':
      for (const s of p.strategi) {
        v.uraian(s.uraian);
        for (const a of s.arahKebijakan) v.uraian(a);
      }
      return v
        .kodeBebas(p.kode)
        .uraian(p.uraian)
        .bila(p.strategi.length > 20, 'TERLALU_BANYAK');
    case 'TetapkanIndikator':
      return definisiSah(v, p);
    case 'TetapkanTarget':
    case 'CatatRealisasiLampau':
      return v.tahun(p.tahun);
    case 'TetapkanPrioritas':
      for (const o of p.opd) v.kodeBagian(o).bila((d.opd[o]?.nama ?? null) === null, 'OPD_BELUM_TERDAFTAR');
      return v
        .kodeBebas(p.kode)
        .label(p.nama)
        .bila(opd !== 'pemda', 'JENIS_RENCANA_TIDAK_SESUAI');
    case 'Selaraskan': {
      const milik = d.renstra[`pemda.${p.melayani.mulai}`];
      const naskah = (milik?.versi.at(-1) ?? milik?.rancangan)?.naskah;
      const ada = naskah?.[p.melayani.tingkat][p.melayani.kode] !== undefined;
      v.tahun(p.melayani.mulai).bila(opd === 'pemda', 'JENIS_RENCANA_TIDAK_SESUAI');
      return v.bila(!ada, p.melayani.tingkat === 'tujuan' ? 'TUJUAN_TIDAK_DIKENAL' : 'SASARAN_TIDAK_DIKENAL');
    }
    case 'CatatIsu':
      return v.kodeBebas(p.kode).uraian(p.uraian);
    case 'CatatPermasalahan':
      return v.kodeBebas(p.kode).uraian(p.uraian).teks(p.solusi);
    case 'Alihkan':
    case 'Terima':
      return galatPeralihan(opd, p);
    case 'LepasKeselarasan':
    case 'Hapus':
    case 'LepasIndikator':
    case 'BatalkanPerubahan':
      return v.alasan(p.alasan);
    case 'MulaiPerubahan':
      return v.alasan(p.alasan).tahun(p.mulaiBerlaku);
    case 'Tetapkan':
      return v.label(p.keputusan).akta(p.akta);
    default:
      return v.bila(sah === undefined, 'GALAT_DALAM');
  }
};

const putusanVersi = (
  r: Renstra,
  p: P<'Tetapkan' | 'MulaiPerubahan' | 'BatalkanPerubahan'>,
  sah: Sah,
  v: Vonis,
): Jawab => {
  const perubahan = r.versi.length > 0 ? r.rancangan : null;
  if (p.type === 'Tetapkan') {
    if (!r.rancangan || (perubahan && sah === 'dicatat')) return diamKecuali(v);
    const { rancangan } = r;
    v.bila(
      sah === 'elektronik' && Object.keys(rancangan.naskah.sasaran).length === 0,
      'KEADAAN_TIDAK_SESUAI',
    );
    return v.atau(() =>
      terima(
        () => {
          r.versi.push(rancangan);
          r.rancangan = null;
        },
        { type: 'RenstraDitetapkan' },
      ),
    );
  }
  if (p.type === 'BatalkanPerubahan') {
    v.bila(!perubahan, 'PERUBAHAN_BELUM_DIMULAI');
    return v.atau(() =>
      terima(
        () => {
          r.rancangan = null;
        },
        { type: 'PerubahanRenstraDibatalkan' },
      ),
    );
  }
  const berlaku = r.versi.at(-1);
  if (!berlaku) return v.bila(true, 'MURNI_BELUM_DITETAPKAN').atau(() => diam);
  v.bila(
    p.mulaiBerlaku < mulaiDari(r) || p.mulaiBerlaku > berlaku.naskah.isi.selesai,
    'TAHUN_DI_LUAR_RENSTRA',
  );
  v.bila(p.mulaiBerlaku < berlaku.mulaiBerlaku, 'TAHUN_SEBELUM_PERUBAHAN');
  if (perubahan) {
    if (perubahan.mulaiBerlaku === p.mulaiBerlaku) return diamKecuali(v);
    v.bila(true, 'PERUBAHAN_SEDANG_DISUSUN');
  }
  return v.atau(() =>
    terima(
      () => {
        r.rancangan = { mulaiBerlaku: p.mulaiBerlaku, naskah: salinan(berlaku.naskah) };
      },
      { type: 'PerubahanRenstraDimulai' },
    ),
  );
};
