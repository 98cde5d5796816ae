import { opd } from '../../planning/opd/opd.decider.js';
import { pemda, type Zona } from '../../planning/pemda/pemda.decider.js';
import type { Skala } from '../capaian.js';
import { berdasarkan, type Konteks, type Langkah, langkah } from './impor.langkah.js';
import type { PaketSkala } from './impor.paket.js';

// By the province in the region code (Keppres 41/1987, and the provinces made since).
const WITA = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const zonaDari = (kode: string): Zona => {
  if (kode.startsWith('8') || kode.startsWith('9')) return 'WIT';
  return WITA.includes(kode.slice(0, 2)) ? 'WITA' : 'WIB';
};

const skalaDari = ({ kode, nama, sumber, kelas }: PaketSkala): Skala => ({
  kode,
  nama,
  ...(sumber === undefined ? {} : { sumber }),
  kelas: kelas.map((k) => ({ ...k })),
});

/** The pemda, the OPD and the scale of its year. */
export const langkahPemda = ({ paket, kunci, sah, ...k }: Konteks): Langkah[] => {
  const { skala } = paket;
  return [
    langkah(pemda, k.pemda)(
      '/pemda',
      () => ({ type: 'Daftarkan', nama: paket.pemda.nama, zona: zonaDari(k.pemda), ...sah }),
      { nilai: '/nama', isi: paket.pemda, pokok: true },
    ),
    langkah(opd, kunci.opd)(
      '/opd',
      (l) => {
        const p = l.keadaan(pemda, k.pemda);
        const pemdaTerdaftar = p.state.status === 'terdaftar';
        const { kode, nama } = paket.opd;
        return { type: 'Daftarkan', kode, nama, pemdaTerdaftar, berdasarkan: berdasarkan(p), ...sah };
      },
      { nilai: '/nama', isi: paket.opd, pokok: true },
    ),
    ...(skala === undefined
      ? []
      : [
          langkah(opd, kunci.opd)(
            '/skala',
            () => ({ type: 'TetapkanSkala', tahun: k.tahun, skala: skalaDari(skala), ...sah }),
            { isi: skala },
          ),
        ]),
  ];
};
