import type { LevelIndikator } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { Dunia } from './dunia.js';
import { definisiSah, tetapkanAngka, tetapkanIndikator } from './indikator.model.js';
import type { NaskahRenstra, Renstra } from './jenis.js';
import { bagian, hapus, susun, tambahTujuan, wajibUjung } from './naskah.model.js';
import { alihkan, galatPeralihan, terima as terimaAlihan } from './peralihan.model.js';
import { periodeTerbuka } from './periode.model.js';
import {
  mulaiDari,
  type P,
  type Perintah,
  type Ranah,
  strategis,
  type Timbang,
  terapkan,
} from './terapan.js';
import { diam, diamKecuali, type Jawab, type Sah, salinan, terima, Vonis } from './vonis.js';

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
    case 'Batalkan': {
      const berpindah = Object.keys(r.dialihkan).length + Object.keys(r.diterima).length > 0;
      v.bila(sah === 'dicatat' || berpindah, 'KEADAAN_TIDAK_SESUAI');
      v.bila(r.versi.length > 0, 'RENSTRA_SUDAH_DITETAPKAN');
      return v.atau(() =>
        terima(
          () => {
            delete d.renstra[`${opd}.${mulai}`];
          },
          { type: 'RenstraDibatalkan' },
        ),
      );
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
    case 'Batalkan':
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
