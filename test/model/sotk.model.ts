import type { IsiUnit } from '../../src/planning/opd/sotk.decider.js';
import type { Dunia } from './dunia.js';
import type { Sotk } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import {
  diamKecuali,
  ganti,
  isiSetelah,
  type Jawab,
  type Sah,
  salinan,
  terima,
  type Vonis,
} from './vonis.js';

type Semua = PerintahDari<'opd'>['p'];
type P<T extends Semua['type']> = Extract<Semua, { type: T }>;
type PermintaanSotk = P<'SusunSotk' | 'TetapkanUnitSotk' | 'HapusUnitSotk' | 'TetapkanSotk'>;

/** Codes of other OPD, each once: registered, unless paper says so, and never the OPD itself. */
export const opdLain = (v: Vonis, d: Dunia, opd: string, lain: readonly string[], sah: Sah): string[] => {
  for (const kode of lain) {
    v.kodeBagian(kode).bila(kode === opd, 'OPD_TIDAK_DIKENAL');
    v.bila(sah === 'elektronik' && (d.opd[kode]?.nama ?? null) === null, 'OPD_TIDAK_DIKENAL');
  }
  return [...new Set(lain)];
};

/** A structure is known by its first day; another day is another draft, or moves the one that is being written. */
const susunSotk = (d: Dunia, opd: string, p: P<'SusunSotk'>, sah: Sah, v: Vonis): Jawab => {
  const sotk = d.opd[opd]?.sotk ?? [];
  const pendahulu = opdLain(v, d, opd, p.pendahulu, sah);
  const { mulai, dasar, tugasPokok, fungsi, sejarah } = p;
  v.tanggal(mulai)
    .akta(dasar)
    .uraian(tugasPokok, 2_000)
    .teks(sejarah)
    .bila(fungsi.length > 30, 'TERLALU_BANYAK');
  const isi = { mulai, dasar, tugasPokok, fungsi, sejarah, pendahulu };
  const ada = sotk.find((s) => s.mulai === mulai) ?? sotk.find((s) => !s.ditetapkan);
  if (ada) {
    const { ditetapkan, unit: _, ...lama } = ada;
    v.bila(ditetapkan && isiSetelah(sah, lama, isi) !== 'sama', 'SOTK_SUDAH_DITETAPKAN');
    return ganti(v, 'SotkDisusun', lama, v.isi(sah, lama, isi), (hasil) => {
      Object.assign(ada, hasil);
    });
  }
  const berlaku = sotk
    .filter((s) => s.ditetapkan && s.mulai <= mulai)
    .toSorted((a, b) => b.mulai.localeCompare(a.mulai))[0];
  const unit = p.salinUnit && berlaku ? salinan(berlaku.unit) : {};
  return v.atau(() =>
    terima(
      () => {
        sotk.push({ ...isi, ditetapkan: false, unit });
      },
      { type: 'SotkDisusun', sebelum: null },
      ...Object.keys(unit).map(() => ({ type: 'UnitSotkDitetapkan', sebelum: null })),
    ),
  );
};

const tetapkanUnit = (ini: Sotk, p: P<'TetapkanUnitSotk'>, sah: Sah, v: Vonis): Jawab => {
  const { kode, nama, induk, tugasPokok, fungsi } = p;
  v.kodeBagian(kode)
    .label(nama)
    .teks(tugasPokok)
    .bila(fungsi.length > 30, 'TERLALU_BANYAK');
  v.bila(induk !== null && !ini.unit[induk], 'UNIT_TIDAK_DIKENAL').bila(induk === kode, 'UNIT_BERPUTAR');
  for (let atas = induk; atas !== null && atas !== kode; ) {
    atas = ini.unit[atas]?.induk ?? null;
    v.bila(atas === kode, 'UNIT_BERPUTAR');
  }
  const sebelum = ini.unit[kode] ?? null;
  const isi = v.isi<IsiUnit>(sah, sebelum, { nama, induk, tugasPokok, fungsi });
  v.bila(
    ini.ditetapkan && isiSetelah(sah, sebelum, { nama, induk, tugasPokok, fungsi }) !== 'sama',
    'SOTK_SUDAH_DITETAPKAN',
  );
  return ganti(v, 'UnitSotkDitetapkan', sebelum, isi, (unit) => {
    ini.unit[kode] = unit;
  });
};

export const putusanSotk = (
  d: Dunia,
  { opd, p, sah }: { opd: string; p: PermintaanSotk; sah: Sah },
  v: Vonis,
): Jawab => {
  if (p.type === 'SusunSotk') return susunSotk(d, opd, p, sah, v);
  const ini = d.opd[opd]?.sotk[p.versi - 1];
  if (!ini) return diamKecuali(v.bila(true, 'SOTK_BELUM_DISUSUN'));
  if (p.type === 'TetapkanUnitSotk') return tetapkanUnit(ini, p, sah, v);
  if (p.type === 'HapusUnitSotk') {
    v.alasan(p.alasan)
      .bila(!ini.unit[p.kode], 'UNIT_TIDAK_DIKENAL')
      .bila(ini.ditetapkan, 'SOTK_SUDAH_DITETAPKAN');
    v.bila(
      Object.values(ini.unit).some((u) => u.induk === p.kode),
      'UNIT_PUNYA_BAWAHAN',
    );
    return v.atau(() => terima(() => void delete ini.unit[p.kode], { type: 'UnitSotkDihapus' }));
  }
  if (ini.ditetapkan) return diamKecuali(v);
  return v.atau(() =>
    terima(
      () => {
        ini.ditetapkan = true;
      },
      { type: 'SotkDitetapkan' },
    ),
  );
};
