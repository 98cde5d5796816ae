import { type IsiSimpul, TINGKAT_HASIL } from '../../src/planning/pohon-kinerja/simpul.decider.js';
import { type Dunia, opdTerdaftar } from './dunia.js';
import type { Simpul } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import { diam, diamKecuali, ganti, type Jawab, type Sah, samaIsi, terima, Vonis } from './vonis.js';

export const putusanPohon = (d: Dunia, { opd, mulai, p, sah }: PerintahDari<'pohon'>): Jawab => {
  const kunci = `${opd}.${mulai}`;
  const pohon = d.pohon[kunci] ?? {};
  const v = new Vonis().tahun(mulai);
  if (p.type === 'TetapkanSimpul') {
    const { kode, tingkat, uraian, induk, faktorKunci } = p;
    v.kodeBebas(kode).uraian(uraian).teks(faktorKunci);
    v.bila(!opdTerdaftar(d, opd), 'OPD_BELUM_TERDAFTAR');
    v.bila(induk !== null && !pohon[induk], 'SIMPUL_TIDAK_DIKENAL');
    for (let k = induk; k !== null; k = pohon[k]?.induk ?? null)
      if (k === kode) {
        v.bila(true, 'POHON_MELINGKAR');
        break;
      }
    const derajat = (t: Simpul['tingkat']) => TINGKAT_HASIL.indexOf(t);
    const atas = induk === null ? undefined : pohon[induk];
    const anak = Object.values(pohon).filter((s) => s.induk === kode);
    v.bila(
      (atas !== undefined && derajat(tingkat) < derajat(atas.tingkat)) ||
        anak.some((s) => derajat(s.tingkat) < derajat(tingkat)),
      'TINGKAT_DI_ATAS_INDUK',
    );
    const ada = pohon[kode];
    const lama = ada
      ? { tingkat: ada.tingkat, uraian: ada.uraian, induk: ada.induk, faktorKunci: ada.faktorKunci }
      : null;
    const isi = v.isi<IsiSimpul>(sah, lama, { tingkat, uraian, induk, faktorKunci });
    return ganti(v, 'SimpulDitetapkan', lama, isi, (hasil) => {
      d.pohon[kunci] = pohon;
      pohon[kode] = { ...(ada ?? { indikator: [], unsur: null, jabatan: null, crosscutting: {} }), ...hasil };
    });
  }
  const nama = p.type === 'HapusSimpul' ? p.kode : p.simpul;
  const ini = pohon[nama];
  v.bila(!ini, 'SIMPUL_TIDAK_DIKENAL');
  const renstra = d.renstra[kunci];
  const naskah = (renstra?.versi.at(-1) ?? renstra?.rancangan)?.naskah;
  switch (p.type) {
    case 'HapusSimpul': {
      v.alasan(p.alasan).bila(
        Object.values(pohon).some((s) => s.induk === nama),
        'SIMPUL_BERCABANG',
      );
      const { tingkat, uraian, induk, faktorKunci } = ini ?? ({} as Simpul);
      return v.atau(() =>
        terima(
          () => {
            delete pohon[nama];
          },
          { type: 'SimpulDihapus', sebelum: { tingkat, uraian, induk, faktorKunci } },
        ),
      );
    }
    case 'HubungkanIndikator':
      v.bila(!naskah?.indikator[p.indikator], 'INDIKATOR_TIDAK_DIKENAL');
      return v.atau(() =>
        ini?.indikator.includes(p.indikator)
          ? diam
          : terima(
              () => {
                ini?.indikator.push(p.indikator);
              },
              { type: 'IndikatorSimpulDihubungkan' },
            ),
      );
    case 'LepasIndikator':
      return v.atau(() =>
        !ini?.indikator.includes(p.indikator)
          ? diam
          : terima(
              () => {
                ini.indikator = ini.indikator.filter((i) => i !== p.indikator);
              },
              { type: 'IndikatorSimpulDilepas' },
            ),
      );
    case 'TautkanUnsur': {
      const u = p.unsur;
      if (u && (u.tingkat === 'tujuan' || u.tingkat === 'sasaran'))
        v.bila(
          !naskah?.[u.tingkat][u.kode],
          u.tingkat === 'tujuan' ? 'TUJUAN_TIDAK_DIKENAL' : 'SASARAN_TIDAK_DIKENAL',
        );
      else if (u) {
        const tahun = Array.from(
          { length: Math.max(0, (naskah?.isi.selesai ?? mulai - 1) - mulai + 1) },
          (_, i) => mulai + i,
        );
        v.bila(
          !tahun.some((t) => d.program[`${opd}.${t}`]?.[u.kode]?.tingkat === u.tingkat),
          'PROGRAM_TIDAK_DIKENAL',
        );
      }
      return tautan(v, sah, 'UnsurDitautkan', ini?.unsur ?? null, u, () => {
        if (ini) ini.unsur = u;
      });
    }
    case 'TetapkanPenanggungJawab': {
      const kantor = p.jabatan === null ? undefined : d.jabatan[p.jabatan];
      v.bila(p.jabatan !== null && (!kantor || kantor.ditutup !== null), 'JABATAN_BELUM_ADA');
      return tautan(v, sah, 'PenanggungJawabSimpulDitetapkan', ini?.jabatan ?? null, p.jabatan, () => {
        if (ini) ini.jabatan = p.jabatan;
      });
    }
    case 'CatatCrosscutting': {
      v.uraian(p.uraian).bila(p.opd === opd || !opdTerdaftar(d, p.opd), 'OPD_BELUM_TERDAFTAR');
      const lain = p.simpulLain;
      v.bila(lain !== null && !d.pohon[`${p.opd}.${mulai}`]?.[lain], 'SIMPUL_TIDAK_DIKENAL');
      const k = `${p.opd} ${lain ?? ''}`;
      return tautan(v, sah, 'CrosscuttingDicatat', ini?.crosscutting[k]?.uraian ?? null, p.uraian, () => {
        if (ini) ini.crosscutting[k] = { opd: p.opd, simpulLain: lain, uraian: p.uraian };
      });
    }
    case 'HapusCrosscutting': {
      const k = `${p.opd} ${p.simpulLain ?? ''}`;
      const ada = ini?.crosscutting[k];
      return v.atau(() =>
        ada
          ? terima(
              () => {
                delete ini?.crosscutting[k];
              },
              { type: 'CrosscuttingDihapus', sebelum: ada.uraian },
            )
          : diam,
      );
    }
  }
};

/** What hangs on a result: replaced, or taken off (null), here; never by paper. */
const tautan = (v: Vonis, sah: Sah, type: string, lama: unknown, baru: unknown, laku: () => void): Jawab => {
  if (samaIsi(lama, baru)) return diamKecuali(v);
  v.bila(sah === 'dicatat' && lama !== null, 'SUDAH_ADA_BERBEDA');
  return v.atau(() => terima(laku, { type, sebelum: lama }));
};
