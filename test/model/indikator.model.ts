import type { DefinisiIndikator } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { NaskahRenstra, Renstra } from './jenis.js';
import { desimalBaik, nilaiBaik, nilaiSama, urutanBaik } from './nilai.js';
import { mulaiDari, type P, strategis, type Timbang } from './terapan.js';
import { isiSetelah, type Sah, salinan, Vonis } from './vonis.js';

export const tetapkanIndikator =
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

export const definisiSah = (v: Vonis, p: P<'TetapkanIndikator'>): Vonis => {
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

export const tetapkanAngka =
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
