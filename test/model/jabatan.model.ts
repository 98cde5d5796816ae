import type { IsiJabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import type { Masa } from '../../src/planning/jabatan/masa.decider.js';
import { type Dunia, kunciJabatan, opdTerdaftar } from './dunia.js';
import type { PerintahDari } from './perintah.js';
import { diamKecuali, ganti, type Jawab, type Sah, samaIsi, terima, Vonis } from './vonis.js';

type Bentuk = Extract<PerintahDari<'jabatan'>['p'], { type: 'Bentuk' }>;

const bentuk = (d: Dunia, kunci: string, opd: string, p: Bentuk, sah: Sah): Jawab => {
  const v = new Vonis();
  v.bila(!opdTerdaftar(d, opd), 'OPD_BELUM_TERDAFTAR');
  v.bila(p.eselon !== undefined && !/^(I|II|III|IV|V)\.[ab]$/.test(p.eselon), 'ESELON_TIDAK_SAH');
  const atas = p.atasan === null ? undefined : d.jabatan[p.atasan];
  for (let [k, naik] = [p.atasan, 0]; k !== null && naik < 10; naik++) {
    if (k === kunci) {
      v.bila(true, 'JABATAN_BERPUTAR');
      break;
    }
    k = d.jabatan[k]?.isi.atasan ?? null;
  }
  if (sah === 'elektronik') {
    v.bila(p.atasan !== null && (!atas || atas.ditutup !== null), 'ATASAN_TIDAK_DIKENAL');
    const unit = d.opd[opd]?.sotk.some((s) => p.unit !== undefined && s.unit[p.unit]) ?? false;
    v.bila(p.unit !== undefined && !unit, 'UNIT_TIDAK_DIKENAL');
  }
  const ada = d.jabatan[kunci];
  const lama = ada?.isi ?? null;
  const isi: IsiJabatan = {
    sebutan: p.sebutan,
    atasan: p.atasan,
    ...(p.jenis && { jenis: p.jenis }),
    ...(p.unit && { unit: p.unit }),
    ...(p.eselon && { eselon: p.eselon }),
  };
  // Of an office that stands, paper tells where it stands (jenis, unit, eselon) and no other title or superior.
  const tetap = lama && sah === 'dicatat' ? { sebutan: lama.sebutan, atasan: lama.atasan } : {};
  if (!('sebutan' in tetap)) v.label(p.sebutan);
  const dibukaLagi = ada?.ditutup != null && sah === 'elektronik';
  const hasil = v.isi<IsiJabatan>(sah, lama, { ...isi, ...tetap });
  // A closed office is formed anew here, not by paper.
  const tertutup = ada?.ditutup != null && sah === 'dicatat';
  return ganti(v, 'JabatanDibentuk', lama, tertutup ? null : (hasil ?? (dibukaLagi ? isi : null)), (jadi) => {
    d.jabatan[kunci] = { isi: jadi, ditutup: null, masa: ada?.masa ?? [] };
  });
};

type Jangka = Pick<Masa, 'mulai' | 'selesai'>;
const bertumpang = (a: Jangka, b: Jangka): boolean =>
  (b.selesai === null || a.mulai <= b.selesai) && (a.selesai === null || b.mulai <= a.selesai);

export const putusanJabatan = (d: Dunia, c: PerintahDari<'jabatan'>): Jawab => {
  const { p, sah, opd } = c;
  const kunci = kunciJabatan(opd, c.jabatan);
  if (p.type === 'Bentuk') return bentuk(d, kunci, opd, p, sah);
  const ini = d.jabatan[kunci];
  const v = new Vonis().bila(!ini, 'JABATAN_BELUM_ADA');
  if (p.type === 'Tutup') {
    v.alasan(p.alasan).tanggal(p.tanggal);
    const sebelum = ini?.ditutup ?? null;
    if (ini && sebelum === p.tanggal) return diamKecuali(v);
    v.bila(
      ini?.masa.some((m) => m.selesai === null || m.selesai >= p.tanggal) ?? false,
      'JABATAN_MASIH_DIPEGANG',
    );
    v.bila(sah === 'dicatat' && sebelum !== null, 'SUDAH_ADA_BERBEDA');
    return v.atau(() =>
      terima(
        () => {
          if (ini) ini.ditutup = p.tanggal;
        },
        { type: 'JabatanDitutup', sebelum },
      ),
    );
  }
  v.tanggal(p.mulai).tanggal(p.selesai).kodeBebas(p.subjek);
  v.bila(p.selesai !== null && p.selesai < p.mulai, 'TANGGAL_TIDAK_SAH');
  const terlambat = (m: Jangka) =>
    ini !== undefined && ini.ditutup !== null && (m.selesai === null || m.selesai >= ini.ditutup);
  if (p.type === 'TetapkanPejabat') {
    v.label(p.keputusan);
    const { subjek, status, mulai, selesai, keputusan } = p;
    const masa: Masa = { subjek, status, mulai, selesai, keputusan };
    if (ini?.masa.some((m) => samaIsi(m, masa))) return diamKecuali(v);
    v.bila(terlambat(masa), 'JABATAN_DITUTUP');
    v.bila(
      ini?.masa.some((m) => m.status === status && bertumpang(m, masa)) ?? false,
      'PEJABAT_TUMPANG_TINDIH',
    );
    return v.atau(() =>
      terima(
        () => {
          ini?.masa.push(masa);
        },
        { type: 'PejabatDitetapkan' },
      ),
    );
  }
  const masa = ini?.masa.find((m) => m.subjek === p.subjek && m.status === p.status && m.mulai === p.mulai);
  v.bila(ini !== undefined && !masa, 'JABATAN_TANPA_PEJABAT');
  if (masa?.selesai === p.selesai) return diamKecuali(v);
  v.bila(terlambat(p), 'JABATAN_DITUTUP');
  v.bila(
    ini?.masa.some((m) => m !== masa && m.status === p.status && bertumpang(m, p)) ?? false,
    'PEJABAT_TUMPANG_TINDIH',
  );
  v.bila(sah === 'dicatat' && (masa?.selesai ?? null) !== null, 'SUDAH_ADA_BERBEDA');
  return v.atau(() =>
    terima(
      () => {
        if (masa) masa.selesai = p.selesai;
      },
      { type: 'PejabatDiberhentikan', sebelum: masa?.selesai ?? null },
    ),
  );
};

const URUT = ['definitif', 'Plt. Pj. Pjs.', 'Plh.'];
const derajat = (m: Masa): number => URUT.findIndex((u) => u.split(' ').includes(m.status));

/** Who acts on a day: a Plh. before a Plt., Pj. or Pjs., these before the definitive; of equals the one who began later. */
export const pemegangPada = (d: Dunia, kunci: string, tanggal: string): Masa | null =>
  (d.jabatan[kunci]?.masa ?? [])
    .filter((m) => m.mulai <= tanggal && (m.selesai === null || m.selesai >= tanggal))
    .reduce<Masa | null>(
      (a, b) =>
        a === null || derajat(b) > derajat(a) || (derajat(b) === derajat(a) && b.mulai > a.mulai) ? b : a,
      null,
    );
