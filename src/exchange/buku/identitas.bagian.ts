import type { Tindakan } from '../../approval/wewenang.js';
import { sama } from '../../kernel/cara.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import { opd } from '../../planning/opd/opd.decider.js';
import { siapkanOpd } from '../../planning/opd/opd.handler.js';
import { type PemdaCommand, pemda, skalaSah, type Zona } from '../../planning/pemda/pemda.decider.js';
import type { Skala } from '../../reporting/capaian.js';
import { type PerintahBorongan, perintahBorongan } from '../borongan.js';
import {
  asalBaris,
  type BarisTerisi,
  type IsiBerkas,
  type LembarTemplat,
  wajibBolehKirim,
} from '../templat.js';
import { type BagianBuku, baris, type KunciBuku, type PengirimBuku } from './bagian.js';

const ZONA = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zona[];
const MILIK = ['opd', 'pemda'] as const;
const YA_TIDAK = ['ya', 'tidak'] as const;

const IDENTITAS: LembarTemplat = {
  nama: 'Identitas',
  kolom: [
    { kunci: 'pemda', judul: 'Nama pemerintah daerah', jenis: 'teks', wajib: true, lebar: 40 },
    { kunci: 'zona', judul: 'Zona waktu', jenis: 'teks', wajib: true, pilihan: ZONA },
    {
      kunci: 'opd',
      judul: 'Nama perangkat daerah',
      jenis: 'teks',
      lebar: 50,
      petunjuk: 'Kosong untuk rencana pemerintah daerah sendiri.',
    },
    { kunci: 'mulai', judul: 'Tahun pertama Renstra', jenis: 'bulat' },
  ] satisfies readonly Kolom[],
  unik: [],
  contoh: { pemda: 'Kota Pontianak', zona: 'WIB', opd: 'Dinas Tenaga Kerja', mulai: '2020' },
};
const SKALA: LembarTemplat = {
  nama: 'Skala',
  kolom: [
    { kunci: 'milik', judul: 'Skala milik', jenis: 'teks', wajib: true, pilihan: MILIK },
    { kunci: 'kode', judul: 'Kode skala', jenis: 'kode', wajib: true },
    { kunci: 'nama', judul: 'Nama skala', jenis: 'teks', wajib: true, lebar: 40 },
    { kunci: 'sumber', judul: 'Sumber', jenis: 'teks', lebar: 40 },
    { kunci: 'predikat', judul: 'Predikat', jenis: 'teks', wajib: true, lebar: 24 },
    { kunci: 'batasBawah', judul: 'Capaian paling rendah', jenis: 'desimal' },
    { kunci: 'termasukBatas', judul: 'Batas itu termasuk', jenis: 'teks', pilihan: YA_TIDAK },
  ] satisfies readonly Kolom[],
  unik: ['milik', 'predikat'],
  contoh: {
    milik: 'opd',
    kode: 'kota',
    nama: 'Skala capaian kota',
    predikat: 'Sangat Berhasil',
    batasBawah: '85',
    termasukBatas: 'tidak',
  },
};

/** The first year of the Renstra that a file holds; null where it does not say. */
export const mulaiDari = (isi: IsiBerkas): number | null => {
  const mulai = baris(isi, IDENTITAS.nama)[0]?.isian.mulai;
  return mulai == null ? null : Number(mulai);
};

const barisSkala = (milik: (typeof MILIK)[number], skala: Skala | null | undefined): Isian[] =>
  (skala?.kelas ?? []).map(({ predikat, batasBawah = null, termasukBatas = true }) => ({
    milik,
    kode: skala?.kode ?? null,
    nama: skala?.nama ?? null,
    sumber: skala?.sumber ?? null,
    predikat,
    batasBawah,
    termasukBatas: termasukBatas ? 'ya' : 'tidak',
  }));

/** The scale that the rows of one owner say, each row a class. */
const skalaDari = (semua: readonly BarisTerisi[]): Skala => {
  const { kode = null, nama = null, sumber = null } = semua[0]?.isian ?? {};
  return {
    kode: kode ?? '',
    nama: nama ?? '',
    ...(sumber !== null && { sumber }),
    kelas: semua.map(({ isian }) => ({
      predikat: isian.predikat ?? '',
      batasBawah: isian.batasBawah ?? null,
      termasukBatas: isian.termasukBatas !== 'tidak',
    })),
  };
};

type Minta = { readonly k: KunciBuku; readonly pengirim: PengirimBuku };
const TINDAKAN = { pemda: 'pemda.kelola', opd: 'opd.kelola' } as const satisfies Record<string, Tindakan>;

/** What stands already needs nobody's authority: everybody's book names its pemda and OPD. */
const nama = ({ k, pengirim }: Minta, b: BarisTerisi): PerintahBorongan[] => {
  const asal = asalBaris(IDENTITAS.nama);
  const { isian } = b;
  const zona = ZONA.find((z) => z === isian.zona) ?? 'WIB';
  const daftarPemda = perintahBorongan(
    pemda,
    kunci.pemda(k.pemda),
    (baca): PemdaCommand | null => {
      const { state } = baca(pemda, kunci.pemda(k.pemda));
      if (state.nama === isian.pemda && state.zona === zona) return null;
      wajibBolehKirim(pengirim, TINDAKAN.pemda, k);
      return { type: 'Daftarkan', nama: isian.pemda ?? '', zona, ...pengirim.sah };
    },
    asal(b, 'Nama pemerintah daerah'),
  );
  if (k.opd === OPD_PEMDA) return [daftarPemda];
  const daftarOpd = perintahBorongan(
    opd,
    kunci.opd(k.pemda, k.opd),
    (baca) => {
      if (baca(opd, kunci.opd(k.pemda, k.opd)).state.nama === isian.opd) return null;
      wajibBolehKirim(pengirim, TINDAKAN.opd, k);
      return siapkanOpd(baca, k, { type: 'Daftarkan', nama: isian.opd ?? '' }, pengirim.sah);
    },
    asal(b, 'Nama perangkat daerah'),
  );
  return [daftarPemda, daftarOpd];
};

const skala = ({ k, pengirim }: Minta, isi: IsiBerkas): PerintahBorongan[] => {
  const { sah } = pengirim;
  return MILIK.flatMap((milik): PerintahBorongan[] => {
    const semua = baris(isi, SKALA.nama).filter((b) => b.isian.milik === milik);
    const [pertama] = semua;
    if (pertama === undefined) return [];
    const [diminta, asal] = [skalaDari(semua), asalBaris(SKALA.nama)(pertama)];
    const berbeda = (ada: Skala | null | undefined): boolean =>
      !sama(ada ?? null, skalaSah(diminta, sah.cara));
    if (milik === 'pemda')
      return [
        perintahBorongan(
          pemda,
          kunci.pemda(k.pemda),
          (baca): PemdaCommand | null => {
            if (!berbeda(baca(pemda, kunci.pemda(k.pemda)).state.skala)) return null;
            wajibBolehKirim(pengirim, TINDAKAN.pemda, k);
            return { type: 'TetapkanSkala', skala: diminta, ...sah };
          },
          asal,
        ),
      ];
    return [
      perintahBorongan(
        opd,
        kunci.opd(k.pemda, k.opd),
        (baca) => {
          if (!berbeda(baca(opd, kunci.opd(k.pemda, k.opd)).state.skala.get(k.tahun))) return null;
          wajibBolehKirim(pengirim, TINDAKAN.opd, k);
          return siapkanOpd(baca, k, { type: 'TetapkanSkala', tahun: k.tahun, skala: diminta }, sah);
        },
        asal,
      ),
    ];
  });
};

/** Whose book it is, and the scale by which its year is judged. */
export const bagianIdentitas: BagianBuku = {
  lembar: [IDENTITAS, SKALA],
  isi: (baca, k) => {
    const p = baca(pemda, kunci.pemda(k.pemda)).state;
    const o = k.opd === OPD_PEMDA ? null : baca(opd, kunci.opd(k.pemda, k.opd)).state;
    const mulai = k.mulai === null ? null : `${k.mulai}`;
    return {
      [IDENTITAS.nama]: [{ pemda: p.nama, zona: p.zona, opd: o?.nama ?? null, mulai }],
      [SKALA.nama]: [...barisSkala('opd', o?.skala.get(k.tahun)), ...barisSkala('pemda', p.skala)],
    };
  },
  perintah: (isi, k, pengirim) => [
    ...baris(isi, IDENTITAS.nama).flatMap((b) => nama({ k, pengirim }, b)),
    ...skala({ k, pengirim }, isi),
  ],
};
