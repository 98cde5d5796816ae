import { type KelasSkala, SKALA_PERMENDAGRI_86_2017, type Skala } from '../../reporting/capaian.js';
import type { Bahan } from './bahan.js';
import { atau, kolom, susunTabel, type Tabel } from './tabel.js';

export type SkalaTahun = Readonly<{ skala: Skala; milik: 'opd' | 'pemda' | 'baku' }>;

/** The scale of the OPD and year, else the pemda's, else Permendagri 86/2017. */
export const skalaTahun = ({ fakta: { opd, pemda }, tahun }: Bahan): SkalaTahun => {
  const sendiri = opd.skala.find((s) => s.tahun === tahun)?.skala;
  if (sendiri !== undefined) return { skala: sendiri, milik: 'opd' };
  const milikPemda = pemda?.skala ?? null;
  return milikPemda === null
    ? { skala: SKALA_PERMENDAGRI_86_2017, milik: 'baku' }
    : { skala: milikPemda, milik: 'pemda' };
};

const CATATAN: Readonly<Record<SkalaTahun['milik'], string>> = {
  opd: 'Skala OPD untuk tahun ini.',
  pemda: 'Skala pemda.',
  baku: 'OPD dan pemda belum menetapkan skala sendiri.',
};

type Kelas = Readonly<{ kelas: KelasSkala; diAtas: KelasSkala | undefined }>;
const yaTidak = (ya: boolean): string => (ya ? 'ya' : 'tidak');

/** 7. The scale by which capaian gets its predikat. */
export const tabelSkala = (b: Bahan): Tabel => {
  const { skala, milik } = skalaTahun(b);
  return susunTabel<Kelas>({
    nomor: 7,
    bagian: 'skala',
    judul: skala.nama,
    keadaan: 'berlaku',
    kolom: [
      kolom('predikat', 'Predikat', ({ kelas }) => kelas.predikat),
      kolom(
        'batasBawah',
        'Capaian paling rendah',
        ({ kelas }) => atau(kelas.batasBawah, 'TANPA_BATAS'),
        'desimal',
      ),
      kolom('termasukBatas', 'Batas itu termasuk', ({ kelas }) =>
        atau(
          (kelas.batasBawah ?? null) === null ? null : yaTidak(kelas.termasukBatas ?? true),
          'TANPA_BATAS',
        ),
      ),
      kolom(
        'batasAtas',
        'Di bawah kelas yang mulai pada',
        ({ diAtas }) => atau(diAtas?.batasBawah, 'TANPA_BATAS'),
        'desimal',
      ),
    ],
    dari: skala.kelas.map((kelas, i) => ({ kelas, diAtas: skala.kelas[i - 1] })),
    asal: () => [],
    catatan: [CATATAN[milik], ...(skala.sumber === undefined ? [] : [`Sumber: ${skala.sumber}.`])],
  });
};
