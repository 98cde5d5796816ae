import { type Dunia, renstraTahun } from './dunia.js';
import type { SetIku } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import {
  diam,
  diamKecuali,
  ganti,
  isiSetelah,
  type Jawab,
  salinan,
  samaIsi,
  terima,
  Vonis,
} from './vonis.js';

/** The set in force in a year: the newest that was ditetapkan and had begun. */
export const ikuPada = (daftar: readonly SetIku[], tahun: number): SetIku | null =>
  daftar.findLast((s) => s.akta !== null && s.mulaiBerlaku <= tahun) ?? null;

export const putusanIku = (d: Dunia, { opd, p, sah }: PerintahDari<'iku'>): Jawab => {
  const daftar = d.iku[opd] ?? [];
  const akhir = daftar.at(-1);
  const v = new Vonis();
  if (p.type === 'Susun') {
    v.tahun(p.mulaiBerlaku).teks(p.alasan);
    if (v.kode.has('TAHUN_TIDAK_SAH')) return v.atau(() => diam);
    periodeTerbuka(v, d, opd, p.mulaiBerlaku, 'iku', sah);
    v.bila(!renstraTahun(d, opd, p.mulaiBerlaku), 'RENSTRA_BELUM_ADA');
    const berikut = akhir && akhir.akta === null ? daftar.length : daftar.length + 1;
    const versi = p.versi ?? berikut;
    v.bila(versi < 1 || versi > berikut, 'KEADAAN_TIDAK_SESUAI');
    if (p.alasan !== null || (sah === 'elektronik' && versi > 1)) v.alasan(p.alasan);
    const ada = daftar[versi - 1];
    const { mulaiBerlaku, alasan } = p;
    const sebelum = ada ? { mulaiBerlaku: ada.mulaiBerlaku, alasan: ada.alasan } : null;
    return ganti(v, 'IkuDisusun', sebelum, v.isi(sah, sebelum, { mulaiBerlaku, alasan }), (isi) => {
      d.iku[opd] = daftar;
      // It starts as a copy of the set that holds in its first year.
      const asal = salinan(ikuPada(daftar, isi.mulaiBerlaku)?.indikator ?? {});
      if (ada) Object.assign(ada, isi);
      else daftar.push({ ...isi, akta: null, indikator: asal });
    });
  }
  const versi = p.versi ?? daftar.length;
  const ini = daftar[versi - 1];
  if (ini) periodeTerbuka(v, d, opd, ini.mulaiBerlaku, 'iku', sah);
  const renstra = ini ? renstraTahun(d, opd, ini.mulaiBerlaku) : null;
  v.bila(!ini, 'IKU_BELUM_DISUSUN');
  const kertas = sah === 'dicatat';
  switch (p.type) {
    case 'Pilih': {
      v.teks(p.alasan).teks(p.formula).teks(p.sumberData).teks(p.penanggungJawab);
      if (!ini) return v.atau(() => diam);
      const def = renstra?.indikator[p.indikator]?.definisi;
      v.bila(!def, 'INDIKATOR_TIDAK_DIKENAL');
      v.bila(def !== undefined && def.level !== 'tujuan' && def.level !== 'sasaran', 'IKU_BUKAN_STRATEGIS');
      const lama = ini.indikator[p.indikator];
      v.bila(p.alasan !== null && p.alasan.trim() === '', 'ALASAN_WAJIB');
      v.bila(!kertas && p.alasan === null && !lama?.alasan, 'ALASAN_WAJIB');
      const bagi = def?.pembilang && def.penyebut ? `${def.pembilang} / ${def.penyebut}` : null;
      const rumus = bagi !== null && def?.satuan === '%' ? `(${bagi}) × 100` : bagi;
      const { versi: _, ...sebelum } = lama ?? { versi: 0 };
      // What is not said stays, else it is what the Renstra says.
      const isi = {
        alasan: p.alasan ?? lama?.alasan ?? null,
        formula: p.formula ?? lama?.formula ?? rumus,
        sumberData: p.sumberData ?? lama?.sumberData ?? def?.sumberData ?? null,
        penanggungJawab: p.penanggungJawab ?? lama?.penanggungJawab ?? def?.penanggungJawab ?? null,
      };
      const sendiri = lama?.versi === versi;
      const hasil = isiSetelah(
        kertas && sendiri ? 'dicatat' : 'elektronik',
        lama ? (sebelum as typeof isi) : null,
        isi,
      );
      if (hasil === 'sama') return diamKecuali(v);
      v.bila(hasil === 'beda', 'SUDAH_ADA_BERBEDA').bila(!kertas && ini.akta !== null, 'IKU_BELUM_DISUSUN');
      return v.atau(() =>
        terima(
          () => {
            ini.indikator[p.indikator] = { ...isi, versi };
          },
          { type: 'IkuDipilih', sebelum: lama ? sebelum : null },
        ),
      );
    }
    case 'Keluarkan': {
      v.alasan(p.alasan);
      if (!ini) return v.atau(() => diam);
      const ada = ini.indikator[p.indikator];
      if (kertas && !ada) return diamKecuali(v);
      v.bila(!ada, 'INDIKATOR_TIDAK_DIKENAL').bila(ini.akta !== null, 'IKU_BELUM_DISUSUN');
      return v.atau(() =>
        terima(
          () => {
            delete ini.indikator[p.indikator];
          },
          { type: 'IkuDikeluarkan' },
        ),
      );
    }
    case 'Tetapkan': {
      v.akta(p.akta);
      if (!ini) return v.atau(() => diam);
      if (ini.akta !== null) {
        if (samaIsi(ini.akta, p.akta)) return v.atau(() => diam);
        return v.bila(true, kertas ? 'SUDAH_ADA_BERBEDA' : 'IKU_BELUM_DISUSUN').atau(() => diam);
      }
      const isi = Object.keys(ini.indikator);
      v.bila(isi.length === 0, 'KEADAAN_TIDAK_SESUAI');
      const strategis = (i: string) =>
        ['tujuan', 'sasaran'].includes(renstra?.indikator[i]?.definisi.level ?? '');
      // Paper was decided when it was: what it names may have gone to another OPD since.
      v.bila(!kertas && !isi.every(strategis), 'INDIKATOR_TIDAK_DIKENAL');
      return v.atau(() =>
        terima(
          () => {
            ini.akta = p.akta;
          },
          { type: 'IkuDitetapkan' },
        ),
      );
    }
  }
};
