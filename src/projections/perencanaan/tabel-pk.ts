import { hasilRupiah, jumlahRupiah } from '../../kernel/rupiah.js';
import type { Naskah } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { StatusPk, VersiPk } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { type Bahan, diukur, type SusunanTahun } from './bahan.js';
import { atau, type KeadaanTabel, kolom, susunTabel, type Tabel } from './tabel.js';

const KEADAAN = {
  diajukan: 'rancangan',
  dikembalikan: 'rancangan',
  ditandatangani: 'rancangan',
  berlaku: 'berlaku',
  digantikan: 'digantikan',
} as const satisfies Record<Exclude<StatusPk, 'dibatalkan'>, KeadaanTabel>;

type TargetNaskah = Naskah['target'][number];
type AnggaranNaskah = Naskah['anggaran'][number];

const nama = ({ naskah }: VersiPk): string => {
  if (naskah.jenis === 'murni') return 'Perjanjian Kinerja';
  return naskah.versi > 2
    ? `Perjanjian Kinerja Perubahan ke-${naskah.versi - 1}`
    : 'Perjanjian Kinerja Perubahan';
};

const bagian = (v: VersiPk, isi: string) => `pk-${v.versi}-${isi}`;

const tabelTarget = (b: Bahan, s: SusunanTahun, v: VersiPk, keadaan: KeadaanTabel): Tabel =>
  susunTabel<TargetNaskah>({
    nomor: 5,
    bagian: bagian(v, 'target'),
    judul: `${nama(v)} ${v.naskah.pihakPertama.sebutan} Tahun ${b.tahun}: sasaran, indikator, dan target`,
    keadaan,
    kolom: [
      kolom('sasaran', 'Sasaran strategis', ({ indikator, luarRenstra }) =>
        atau(luarRenstra?.sasaran ?? diukur(s, indikator), 'DI_LUAR_RENSTRA'),
      ),
      kolom('indikator', 'Indikator kinerja', (t) => t.nama),
      kolom('satuan', 'Satuan', (t) => t.satuan),
      kolom('target', 'Target', (t) => t.target, 'desimal'),
    ],
    dari: v.naskah.target,
    asal: () => v.asal,
    catatan: v.naskah.target.flatMap(({ nama, luarRenstra }) =>
      luarRenstra === undefined ? [] : [`${nama} tidak ada di Renstra: ${luarRenstra.alasan}`],
    ),
  });

const tabelAnggaran = (b: Bahan, v: VersiPk, keadaan: KeadaanTabel): Tabel =>
  susunTabel<AnggaranNaskah>({
    nomor: 5,
    bagian: bagian(v, 'anggaran'),
    judul: `${nama(v)} ${v.naskah.pihakPertama.sebutan} Tahun ${b.tahun}: program dan anggaran`,
    keadaan,
    kolom: [
      kolom('kode', 'Kode', (a) => a.program),
      kolom('program', 'Program', (a) => a.nama),
      kolom('anggaran', 'Anggaran', (a) => a.pagu, 'rupiah'),
      kolom('keterangan', 'Keterangan', (a) => atau(a.keterangan, 'TIDAK_DISEBUT')),
    ],
    dari: v.naskah.anggaran,
    asal: () => v.asal,
    jumlah: {
      program: 'Jumlah',
      anggaran: jumlahRupiah(v.naskah.anggaran.map((a) => hasilRupiah(a.pagu))).toString(),
    },
  });

const belumAda = (b: Bahan): Tabel =>
  susunTabel<never>({
    nomor: 5,
    bagian: 'pk',
    judul: `Perjanjian Kinerja ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: 'belum-ada',
    kolom: [],
    dari: [],
    asal: () => [],
    catatan: [`Belum ada Perjanjian Kinerja tahun ${b.tahun}.`],
  });

/** 5. The text of every version of the PK that was not withdrawn: its targets, its programs and their anggaran. */
export const tabelPk = (b: Bahan, s: SusunanTahun): Tabel[] => {
  const tabel = (b.pk?.versi ?? []).flatMap((v) =>
    v.status === 'dibatalkan'
      ? []
      : [tabelTarget(b, s, v, KEADAAN[v.status]), tabelAnggaran(b, v, KEADAAN[v.status])],
  );
  return tabel.length === 0 ? [belumAda(b)] : tabel;
};
