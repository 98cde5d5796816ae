import { dalamPk, perjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { rencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import { type Jenis, rencanaKinerja } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { definisiIndikator } from '../../planning/renstra/renstra.fakta.js';
import {
  berdasarkan,
  type Konteks,
  type Langkah,
  langkah,
  type Rujukan,
  renstraTahunIni,
} from './impor.langkah.js';
import type { Paket } from './impor.paket.js';

type BarisRkt = NonNullable<Paket['rkt']>[number] & { readonly jenis: Jenis; readonly jalur: string };
type BarisRencanaAksi = NonNullable<Paket['rencanaAksi']>[number];

const rujukan = (kode: string, jalur: string): Rujukan[] => [
  { jenis: 'indikator', kode, jalur: `${jalur}/indikator` },
];

const targetRkt = (k: Konteks, r: BarisRkt): Langkah => {
  const { kunci, sah } = k;
  const { jenis, indikator, jalur } = r;
  return langkah(rencanaKinerja, kunci.opdTahun)(
    jalur,
    (l) => {
      const [d, pk] = [renstraTahunIni(k, l), l.keadaan(perjanjianKinerja, kunci.pk)];
      const definisi = definisiIndikator(d.state, indikator);
      return {
        type: 'CatatTarget',
        jenis,
        indikator,
        target: r.target ?? '',
        definisi,
        dalamPk: dalamPk(pk.state, indikator),
        berdasarkan: berdasarkan(d, pk),
        ...sah,
      };
    },
    { nilai: '/target', isi: r, rujukan: rujukan(indikator, jalur) },
  );
};

/** Targets of the year outside the PK, each of the two documents ditetapkan when the file has a row of it. */
export const langkahRkt = (k: Konteks): Langkah[] => {
  const baris = (k.paket.rkt ?? []).map(
    (r, i): BarisRkt => ({ ...r, jenis: r.jenis ?? 'murni', jalur: `/rkt/${i}` }),
  );
  return (['murni', 'perubahan'] as const).flatMap((jenis) => {
    const milik = baris.filter((r) => r.jenis === jenis);
    if (milik.length === 0) return [];
    const tetapkan = { type: 'Tetapkan', jenis, keputusan: null, ...k.sahKepala } as const;
    return [
      ...milik.map((r) => targetRkt(k, r)),
      langkah(rencanaKinerja, k.kunci.opdTahun)('/rkt', () => tetapkan),
    ];
  });
};

const targetTriwulan = (k: Konteks, r: BarisRencanaAksi, jalur: string): Langkah =>
  langkah(rencanaAksi, k.kunci.opdTahun)(
    jalur,
    (l) => {
      const d = renstraTahunIni(k, l);
      return {
        type: 'CatatTarget',
        indikator: r.indikator,
        triwulan: r.triwulan,
        target: r.target ?? '',
        aksi: r.aksi ?? null,
        definisi: definisiIndikator(d.state, r.indikator),
        berdasarkan: berdasarkan(d),
        ...k.sah,
      };
    },
    { nilai: '/target', isi: r, rujukan: rujukan(r.indikator, jalur) },
  );

/** Quarter targets, ditetapkan when the file has any. */
export const langkahRencanaAksi = (k: Konteks): Langkah[] => {
  const baris = k.paket.rencanaAksi ?? [];
  if (baris.length === 0) return [];
  const tetapkan = { type: 'Tetapkan', keputusan: null, ...k.sahKepala } as const;
  return [
    ...baris.map((r, i) => targetTriwulan(k, r, `/rencanaAksi/${i}`)),
    langkah(rencanaAksi, k.kunci.opdTahun)('/rencanaAksi', () => tetapkan),
  ];
};
