import type { IsiPembubaran } from '../../src/planning/opd/opd.decider.js';
import type { IsiDasarHukum } from '../../src/planning/pemda/dasar-hukum.decider.js';
import type { Kalender } from '../../src/planning/pemda/pemda.decider.js';
import type { PermintaanPemda } from '../../src/planning/pemda/pemda.handler.js';
import type { Skala } from '../../src/reporting/capaian.js';
import { baru, type Dunia } from './dunia.js';
import type { Register } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import { opdLain, putusanSotk } from './sotk.model.js';
import { diamKecuali, ganti, type Jawab, type Sah, terima, Vonis } from './vonis.js';

type DasarHukum = Extract<PermintaanPemda, { type: 'CatatDasarHukum' | 'CabutDasarHukum' }>;

const dasarHukum = (v: Vonis, r: Register, c: DasarHukum, sah: Sah): Jawab => {
  const ada = r[c.kode];
  v.tanggal(c.tanggal);
  if (c.type === 'CatatDasarHukum') {
    v.kodeBagian(c.kode).label(c.jenis).label(c.nomor).uraian(c.tentang).tanggal(c.mulaiBerlaku);
    v.bila(ada?.dicabut != null && c.mulaiBerlaku >= ada.dicabut.tanggal, 'TANGGAL_TIDAK_SAH');
    const { type: _, kode, ...minta } = c;
    const { dicabut = null, ...lama } = ada ?? {};
    const sebelum = ada ? (lama as IsiDasarHukum) : null;
    return ganti(v, 'DasarHukumDicatat', sebelum, v.isi<IsiDasarHukum>(sah, sebelum, minta), (isi) => {
      r[kode] = { ...isi, dicabut };
    });
  }
  const { tanggal, pengganti, kode } = c;
  v.alasan(c.alasan).bila(!ada || (pengganti !== null && !r[pengganti]), 'DASAR_HUKUM_TIDAK_DIKENAL');
  v.bila(
    ada !== undefined && (tanggal <= ada.mulaiBerlaku || pengganti === kode),
    'DASAR_HUKUM_TIDAK_DAPAT_DICABUT',
  );
  const sebelum = ada?.dicabut ?? null;
  return ganti(v, 'DasarHukumDicabut', sebelum, v.isi(sah, sebelum, { tanggal, pengganti }), (isi) => {
    if (ada) ada.dicabut = isi;
  });
};

/** From the best class down, each bound below the one before; decided here the last has none. */
const skalaSah = (v: Vonis, s: Skala, sah: Sah): void => {
  const batas = s.kelas.map((k) => k.batasBawah ?? null);
  const menurun = batas.every((b, i) => i === 0 || b === null || Number(b) < Number(batas[i - 1]));
  v.bila(
    s.kelas.length === 0 || new Set(s.kelas.map((k) => k.predikat)).size < s.kelas.length || !menurun,
    'SKALA_TIDAK_SAH',
  );
  v.bila(batas.slice(0, -1).includes(null), 'SKALA_TIDAK_SAH');
  v.bila(sah === 'elektronik' && (batas.at(-1) ?? null) !== null, 'SKALA_TIDAK_SAH');
  v.bila(
    batas.some((b) => b !== null && Number.isNaN(Number(b))),
    'DESIMAL_TIDAK_SAH',
  );
};

const kalenderSah = (v: Vonis, k: Kalender): void => {
  const hari = k.hariKerja.length > 0 && k.hariKerja.every((h) => h >= 1 && h <= 7);
  const jam = /^([01]\d|2[0-3]):/.test(k.jamMulai) && k.jamMulai < k.jamSelesai;
  const ganda = [k.hariKerja, k.libur.map((l) => l.tanggal)].some((d) => new Set<unknown>(d).size < d.length);
  v.tahun(k.tahun).bila(!hari || !jam || ganda, 'KALENDER_TIDAK_SAH');
  for (const l of k.libur)
    v.tanggal(l.tanggal).bila(!l.tanggal.startsWith(`${k.tahun}-`), 'KALENDER_TIDAK_SAH');
};

export const putusanPemda = (d: Dunia, { p, sah }: PerintahDari<'pemda'>): Jawab => {
  const ini = d.pemda;
  const v = new Vonis();
  if (p.type === 'Daftarkan') {
    v.label(p.nama);
    if (ini.nama !== null) {
      const beda = ini.nama !== p.nama || (ini.zona !== p.zona && sah === 'elektronik');
      return diamKecuali(v.bila(beda, 'SUDAH_ADA_BERBEDA'));
    }
    return v.atau(() =>
      terima(() => Object.assign(ini, { nama: p.nama, zona: p.zona }), { type: 'PemdaDidaftarkan' }),
    );
  }
  v.bila(ini.nama === null, 'PEMDA_BELUM_TERDAFTAR');
  switch (p.type) {
    case 'UbahNama':
      v.label(p.nama).alasan(p.alasan);
      return ganti(v, 'NamaPemdaDiubah', ini.nama, v.satu(sah, ini.nama, p.nama), (nama) => {
        ini.nama = nama;
      });
    case 'TetapkanSkala':
      skalaSah(v, p.skala, sah);
      return ganti(v, 'SkalaPemdaDitetapkan', ini.skala, v.satu(sah, ini.skala, p.skala), (skala) => {
        ini.skala = skala;
      });
    case 'TetapkanKalender': {
      const k = p.kalender;
      kalenderSah(v, k);
      const urut = {
        hariKerja: k.hariKerja.toSorted(),
        libur: k.libur.toSorted((a, b) => a.tanggal.localeCompare(b.tanggal)),
      };
      const sebelum = ini.kalender[k.tahun] ?? null;
      const hasil = v.satu<Kalender>(sah, sebelum, { ...k, ...urut });
      return ganti(v, 'KalenderDitetapkan', sebelum, hasil, (isi) => {
        ini.kalender[k.tahun] = isi;
      });
    }
    default:
      return dasarHukum(v, ini.dasarHukum, p, sah);
  }
};

export const putusanOpd = (d: Dunia, c: PerintahDari<'opd'>): Jawab => {
  const { opd, p, sah } = c;
  const ini = d.opd[opd] ?? baru.opd();
  const v = new Vonis().kodeBagian(opd);
  if (p.type === 'Daftarkan') {
    v.bila(d.pemda.nama === null, 'PEMDA_BELUM_TERDAFTAR')
      .bila(opd === 'pemda', 'KODE_DICADANGKAN')
      .label(p.nama);
    if (ini.nama !== null) return diamKecuali(v.bila(ini.nama !== p.nama, 'SUDAH_ADA_BERBEDA'));
    return v.atau(() =>
      terima(
        () => {
          d.opd[opd] = { ...ini, nama: p.nama };
        },
        { type: 'OpdDidaftarkan' },
      ),
    );
  }
  v.bila(ini.nama === null, 'OPD_BELUM_TERDAFTAR');
  switch (p.type) {
    case 'UbahNama':
      v.label(p.nama).alasan(p.alasan);
      return ganti(v, 'NamaOpdDiubah', ini.nama, v.satu(sah, ini.nama, p.nama), (nama) => {
        ini.nama = nama;
      });
    case 'TetapkanSkala': {
      skalaSah(v.tahun(p.tahun), p.skala, sah);
      const sebelum = ini.skala[p.tahun] ?? null;
      return ganti(v, 'SkalaOpdDitetapkan', sebelum, v.satu(sah, sebelum, p.skala), (skala) => {
        ini.skala[p.tahun] = skala;
      });
    }
    case 'Bubarkan': {
      const { tanggal, akta, alasan } = p;
      const pengganti = opdLain(v, d, opd, p.pengganti, sah);
      v.tanggal(tanggal).akta(akta).alasan(alasan);
      const isi = v.isi<IsiPembubaran>(sah, ini.bubar, { tanggal, pengganti, akta, alasan });
      return ganti(v, 'OpdDibubarkan', ini.bubar, isi, (bubar) => {
        ini.bubar = bubar;
      });
    }
    case 'CatatKepegawaian': {
      const rincian = p.rincian.map((r) => ({ ...r, kelompok: r.kelompok.trim() }));
      const ganda = new Set(rincian.map((r) => r.kelompok)).size < rincian.length;
      const jumlah = rincian.every((r) => Number.isInteger(r.jumlah) && r.jumlah >= 0);
      v.tanggal(p.tanggal).bila(rincian.length === 0 || ganda || !jumlah, 'KEPEGAWAIAN_TIDAK_SAH');
      for (const r of rincian) v.label(r.kelompok, 100);
      const kunci = `${p.dimensi} ${p.tanggal}`;
      const sebelum = ini.kepegawaian[kunci] ?? null;
      return ganti(v, 'KepegawaianDicatat', sebelum, v.satu(sah, sebelum, rincian), (isi) => {
        ini.kepegawaian[kunci] = isi;
      });
    }
    case 'CatatDasarHukum':
    case 'CabutDasarHukum':
      return dasarHukum(v, ini.dasarHukum, p, sah);
    default:
      return putusanSotk(d, { opd, p, sah }, v);
  }
};
