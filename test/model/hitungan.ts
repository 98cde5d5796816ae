import { globSync, readFileSync } from 'node:fs';
import { KODE, type Kode } from '../../src/kernel/penolakan.js';
import type { Langkah } from './jalan.js';
import type { NamaDokumen, Perintah, PerintahDari } from './perintah.js';

/** Every command there is: the compiler refuses one that is missing here. */
const JENIS: { [D in NamaDokumen]: Record<PerintahDari<D>['p']['type'], true> } = {
  pemda: {
    Daftarkan: true,
    UbahNama: true,
    TetapkanSkala: true,
    TetapkanKalender: true,
    CatatDasarHukum: true,
    CabutDasarHukum: true,
  },
  opd: {
    Daftarkan: true,
    UbahNama: true,
    TetapkanSkala: true,
    Bubarkan: true,
    SusunSotk: true,
    TetapkanUnitSotk: true,
    HapusUnitSotk: true,
    TetapkanSotk: true,
    CatatKepegawaian: true,
    CatatDasarHukum: true,
    CabutDasarHukum: true,
  },
  jabatan: { Bentuk: true, Tutup: true, TetapkanPejabat: true, BerhentikanPejabat: true },
  periode: { Buka: true, Tutup: true, BukaDokumen: true, TutupDokumen: true },
  nomenklatur: { Susun: true, CatatKode: true, Tetapkan: true },
  renstra: {
    Susun: true,
    TambahMisi: true,
    TambahTujuan: true,
    TambahSasaran: true,
    HubungkanIndikator: true,
    TetapkanIndikator: true,
    TetapkanTarget: true,
    CatatRealisasiLampau: true,
    TetapkanPrioritas: true,
    Selaraskan: true,
    LepasKeselarasan: true,
    CatatIsu: true,
    CatatPermasalahan: true,
    Hapus: true,
    LepasIndikator: true,
    Tetapkan: true,
    MulaiPerubahan: true,
    BatalkanPerubahan: true,
    Batalkan: true,
    Alihkan: true,
    Terima: true,
  },
  program: { Tambah: true, DukungSasaran: true, HubungkanIndikator: true },
  rkt: { CatatTarget: true, Usulkan: true, Tetapkan: true, CatatUsulan: true, PutuskanUsulan: true },
  aksi: { CatatTarget: true, Tetapkan: true, MulaiPerubahan: true, TandaiAksi: true },
  iku: { Susun: true, Pilih: true, Keluarkan: true, Tetapkan: true },
  anggaran: { TetapkanPagu: true, GeserPagu: true, TetapkanDokumen: true },
  pk: {
    Ajukan: true,
    Kembalikan: true,
    Batalkan: true,
    Tandatangani: true,
    CatatKebutuhan: true,
    TutupKebutuhan: true,
  },
  pohon: {
    TetapkanSimpul: true,
    HapusSimpul: true,
    HubungkanIndikator: true,
    LepasIndikator: true,
    TautkanUnsur: true,
    TetapkanPenanggungJawab: true,
    CatatCrosscutting: true,
    HapusCrosscutting: true,
  },
};
const SEMUA_JENIS = Object.entries(JENIS).flatMap(([dok, jenis]) =>
  Object.keys(jenis).map((j) => `${dok}.${j}`),
);

const SUMBER = [
  'src/planning/*/*.{decider,fakta,handler}.ts',
  'src/kernel/{akta,cara,desimal,kunci,rupiah,teks}.ts',
];

/** The model's world has no measurements: what an approved year refuses is told by the specs beside the rule. */
const TANPA_PENGUKURAN: readonly Kode[] = ['TAHUN_SUDAH_TERUKUR'];
/** Nor has it printed files, papers signed by hand, persons' data and routes: signing in it is the consent alone. */
const TANPA_BERKAS: readonly Kode[] = [
  ...(['TTE_BERKAS_WAJIB', 'TTE_TANPA_BERKAS', 'TTE_PASTI', 'KONFLIK_REVISI'] as const), // tanda-tangan.spec.ts
  ...(['BERKAS_KERTAS_TIDAK_SESUAI', 'LANGKAH_BELUM_GILIRAN', 'TIDAK_DITEMUKAN'] as const), // basah.spec.ts
  'DATA_PRIBADI_SUDAH_DIHAPUS', // test/e2e/orang.spec.ts
];
const DI_LUAR: ReadonlySet<Kode> = new Set([...TANPA_PENGUKURAN, ...TANPA_BERKAS]);

/** Every other refusal that the rules of the planning documents name. */
export const kodeAturan = (): Kode[] => {
  const isi = globSync(SUMBER)
    .map((berkas) => readFileSync(berkas, 'utf8'))
    .join('\n');
  return KODE.filter((k) => isi.includes(`'${k}'`) && !DI_LUAR.has(k));
};

type Baris = { diterima: number; diam: number; ditolak: number };

/** How often each command was accepted and refused, and which refusals were met. */
export class Hitungan {
  readonly kode = new Set<Kode>();
  private readonly baris = new Map<string, Baris>(
    SEMUA_JENIS.map((j) => [j, { diterima: 0, diam: 0, ditolak: 0 }]),
  );

  catat = (c: Perintah, l: Langkah): void => {
    const baris = this.baris.get(`${c.dok}.${c.p.type}`);
    if (!baris || 'beda' in l) return;
    if ('kode' in l) {
      baris.ditolak++;
      this.kode.add(l.kode);
    } else if (l.peristiwa > 0) baris.diterima++;
    else baris.diam++;
  };

  get jumlah(): Baris & { perintah: number } {
    const j = { perintah: 0, diterima: 0, diam: 0, ditolak: 0 };
    for (const b of this.baris.values()) {
      j.diterima += b.diterima;
      j.diam += b.diam;
      j.ditolak += b.ditolak;
    }
    return { ...j, perintah: j.diterima + j.diam + j.ditolak };
  }

  jarangDiterima(sekurangnya: number): string[] {
    return [...this.baris].filter(([, b]) => b.diterima < sekurangnya).map(([j, b]) => `${j}: ${b.diterima}`);
  }

  tabel(): string {
    const angka = (n: number) => String(n).padStart(9);
    const judul = `${'perintah'.padEnd(34)}${['diterima', 'tanpa isi', 'ditolak'].map((s) => s.padStart(9).padStart(10)).join('')}`;
    const isi = [...this.baris].map(
      ([j, b]) => `${j.padEnd(34)} ${angka(b.diterima)} ${angka(b.diam)} ${angka(b.ditolak)}`,
    );
    return [judul, ...isi].join('\n');
  }
}
