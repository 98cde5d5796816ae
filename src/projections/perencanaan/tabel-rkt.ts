import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import {
  aktaTeks,
  type Bahan,
  type IndikatorTahun,
  LABEL_TINGKAT,
  type SusunanTahun,
  type Unsur,
} from './bahan.js';
import type { Penetapan } from './fakta.js';
import {
  type AlasanKosong,
  atau,
  type KeadaanTabel,
  kolom,
  kosong,
  susunTabel,
  type Tabel,
} from './tabel.js';

export type TargetRktTahun = Readonly<{
  unsur: Unsur | null; // null: hung on nothing
  indikator: IndikatorTahun;
  target: string | null;
  alasan: AlasanKosong | null; // why there is none
  asal: readonly number[];
}>;
/** One RKT: its own targets, of every indicator of the year. */
export type RktTahun = Readonly<{
  jenis: Jenis;
  keadaan: KeadaanTabel;
  penetapan: Penetapan | null;
  target: readonly TargetRktTahun[];
}>;

const NAMA: Readonly<Record<Jenis, string>> = {
  murni: 'Rencana Kinerja Tahunan',
  perubahan: 'Rencana Kinerja Tahunan Perubahan',
};

const tanpaTarget = (jenis: Jenis, { berlaku }: IndikatorTahun): AlasanKosong => {
  if (berlaku.pk) return 'DALAM_PK';
  return jenis === 'perubahan' ? 'TIDAK_DIUBAH' : 'BELUM_ADA';
};

const susunJenis = (b: Bahan, s: SusunanTahun, jenis: Jenis): RktTahun => {
  const tercatat = new Map(
    (b.rencana.baris?.rkt ?? []).filter((t) => t.jenis === jenis).map((t) => [t.indikator, t]),
  );
  const penetapan = b.tahunan?.rkt[jenis] ?? null;
  if (tercatat.size === 0 && penetapan === null)
    return { jenis, keadaan: 'belum-ada', penetapan, target: [] };
  const dengan = (unsur: Unsur | null, daftar: readonly IndikatorTahun[]) =>
    daftar.map((indikator): TargetRktTahun => {
      const t = tercatat.get(indikator.definisi.kode);
      if (t === undefined)
        return { unsur, indikator, target: null, alasan: tanpaTarget(jenis, indikator), asal: [] };
      const asal = [...t.asal, ...(penetapan?.asal ?? [])];
      return { unsur, indikator, target: t.target, alasan: null, asal };
    });
  return {
    jenis,
    keadaan: penetapan === null ? 'rancangan' : 'berlaku',
    penetapan,
    target: [
      ...[...s.strategis, ...s.program].flatMap((u) => dengan(u, u.indikator)),
      ...dengan(null, s.lepas),
    ],
  };
};

/** The murni, and the Perubahan where there is one. */
export const susunRkt = (b: Bahan, s: SusunanTahun): readonly RktTahun[] => {
  const perubahan = susunJenis(b, s, 'perubahan');
  return [susunJenis(b, s, 'murni'), ...(perubahan.keadaan === 'belum-ada' ? [] : [perubahan])];
};

/** 4. Rencana Kinerja Tahunan. */
export const tabelRkt = (b: Bahan, s: SusunanTahun): Tabel[] =>
  susunRkt(b, s).map(({ jenis, keadaan, penetapan, target }) =>
    susunTabel<TargetRktTahun>({
      nomor: 4,
      bagian: `rkt-${jenis}`,
      judul: `${NAMA[jenis]} ${b.fakta.opd.nama} Tahun ${b.tahun}`,
      keadaan,
      kolom: [
        kolom('tingkat', 'Tingkat', ({ unsur }) =>
          atau(unsur && LABEL_TINGKAT[unsur.tingkat], 'DI_LUAR_RENSTRA'),
        ),
        kolom('kode', 'Kode', (r) => atau(r.unsur?.kode, 'DI_LUAR_RENSTRA')),
        kolom('unsur', 'Sasaran / program / kegiatan', (r) => atau(r.unsur?.nama, 'DI_LUAR_RENSTRA')),
        kolom('indikator', 'Indikator', (r) => r.indikator.definisi.nama),
        kolom('satuan', 'Satuan', (r) => r.indikator.definisi.satuan),
        kolom('target', 'Target', (r) => r.target ?? kosong(r.alasan ?? 'BELUM_ADA'), 'desimal'),
      ],
      dari: target,
      asal: (r) => r.asal,
      catatan: keadaan === 'belum-ada' ? [`Belum ada ${NAMA[jenis]} tahun ${b.tahun}.`] : aktaTeks(penetapan),
    }),
  );
