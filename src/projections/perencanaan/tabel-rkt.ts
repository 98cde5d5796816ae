import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { TargetRkt } from '../capaian/fakta.js';
import {
  aktaTeks,
  type Bahan,
  type IndikatorTahun,
  LABEL_TINGKAT,
  type SusunanTahun,
  type Unsur,
} from './bahan.js';
import { atau, type Isi, kolom, kosong, susunTabel, type Tabel } from './tabel.js';

type BarisRkt = Readonly<{ unsur: Unsur | null; indikator: IndikatorTahun; target: TargetRkt | null }>;

const JUDUL: Readonly<Record<Jenis, string>> = {
  murni: 'Rencana Kinerja Tahunan',
  perubahan: 'Rencana Kinerja Tahunan Perubahan',
};

const barisRkt = (targetDari: (indikator: string) => TargetRkt | null, s: SusunanTahun): BarisRkt[] => {
  const dengan = (unsur: Unsur | null, indikator: readonly IndikatorTahun[]) =>
    indikator.map((i) => ({ unsur, indikator: i, target: targetDari(i.definisi.kode) }));
  return [...[...s.strategis, ...s.program].flatMap((u) => dengan(u, u.indikator)), ...dengan(null, s.lepas)];
};

const tanpaTarget = (jenis: Jenis, { indikator }: BarisRkt): Isi => {
  if (indikator.berlaku.pk) return kosong('DALAM_PK');
  return kosong(jenis === 'perubahan' ? 'TIDAK_DIUBAH' : 'BELUM_ADA');
};

const tabelJenis = (b: Bahan, s: SusunanTahun, jenis: Jenis): Tabel => {
  const target = new Map(
    (b.rencana.baris?.rkt ?? []).filter((t) => t.jenis === jenis).map((t) => [t.indikator, t]),
  );
  const penetapan = b.tahunan?.rkt[jenis] ?? null;
  const kosongSama = target.size === 0 && penetapan === null;
  return susunTabel<BarisRkt>({
    nomor: 4,
    bagian: `rkt-${jenis}`,
    judul: `${JUDUL[jenis]} ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: penetapan !== null ? 'berlaku' : kosongSama ? 'belum-ada' : 'rancangan',
    kolom: [
      kolom('tingkat', 'Tingkat', (r) =>
        r.unsur === null ? kosong('DI_LUAR_RENSTRA') : LABEL_TINGKAT[r.unsur.tingkat],
      ),
      kolom('kode', 'Kode', (r) => atau(r.unsur?.kode, 'DI_LUAR_RENSTRA')),
      kolom('unsur', 'Sasaran / program / kegiatan', (r) => atau(r.unsur?.nama, 'DI_LUAR_RENSTRA')),
      kolom('indikator', 'Indikator', (r) => r.indikator.definisi.nama),
      kolom('satuan', 'Satuan', (r) => r.indikator.definisi.satuan),
      kolom('target', 'Target', (r) => r.target?.target ?? tanpaTarget(jenis, r), 'desimal'),
    ],
    dari: kosongSama ? [] : barisRkt((kode) => target.get(kode) ?? null, s),
    asal: (r) => (r.target === null ? [] : [...r.target.asal, ...(penetapan?.asal ?? [])]),
    catatan: kosongSama ? [`Belum ada ${JUDUL[jenis]} tahun ${b.tahun}.`] : aktaTeks(penetapan),
  });
};

/** 4. Rencana Kinerja Tahunan, and its Perubahan where there is one: the RKT's own targets, of every indicator of the year. */
export const tabelRkt = (b: Bahan, s: SusunanTahun): Tabel[] => {
  const perubahan = tabelJenis(b, s, 'perubahan');
  return [tabelJenis(b, s, 'murni'), ...(perubahan.keadaan === 'belum-ada' ? [] : [perubahan])];
};
