import { opd } from '../../planning/opd/opd.decider.js';
import { renstra } from '../../planning/renstra/renstra.decider.js';
import { langkahJalur } from './impor.json.js';
import { berdasarkan, type Konteks, type Langkah, langkah } from './impor.langkah.js';
import type { PaketIndikator, PaketRenstra } from './impor.paket.js';

const indikatorDiminta = (i: PaketIndikator) => ({
  kode: i.kode,
  nama: i.nama,
  satuan: i.satuan,
  level: i.level,
  iku: i.iku ?? null,
  polaritas: i.polaritas,
  agregasi: i.agregasi ?? null,
  desimal: i.desimal ?? null,
  urutanPredikat: i.urutanPredikat === undefined ? null : [...i.urutanPredikat],
  definisi: i.definisi ?? null,
  pembilang: i.pembilang ?? null,
  penyebut: i.penyebut ?? null,
  sumberData: i.sumberData ?? null,
  penanggungJawab: i.penanggungJawab ?? null,
  kondisiAwal:
    i.kondisiAwal === undefined
      ? null
      : { tahun: i.kondisiAwal.tahun ?? null, nilai: i.kondisiAwal.nilai ?? null },
});

const berisi = (jalur: string, isi: Readonly<Record<string, string | null>> | undefined) =>
  Object.entries(isi ?? {}).flatMap(([tahun, nilai]) =>
    nilai === null ? [] : [{ tahun: Number(tahun), nilai, jalur: jalur + langkahJalur(tahun) }],
  );

/** An indicator with its targets by year and what earlier reports say of it. */
const langkahIndikator = ({ kunci, sah }: Konteks, i: PaketIndikator, jalur: string): Langkah[] => {
  const indikator = i.kode;
  const rujukan = [{ jenis: 'indikator', kode: indikator, jalur: `${jalur}/kode` }] as const;
  const target = [
    ...berisi(`${jalur}/target`, i.target),
    ...(i.targetAkhir === undefined || i.targetAkhir === null
      ? []
      : [{ tahun: null, nilai: i.targetAkhir, jalur: `${jalur}/targetAkhir` }]),
  ];
  return [
    langkah(renstra, kunci.renstra)(
      jalur,
      () => ({ type: 'TetapkanIndikator', ...indikatorDiminta(i), ...sah }),
      { isi: i, mendefinisikan: { jenis: 'indikator', kode: indikator } },
    ),
    ...target.map((t) =>
      langkah(renstra, kunci.renstra)(
        t.jalur,
        () => ({ type: 'TetapkanTarget', indikator, tahun: t.tahun, target: t.nilai, ...sah }),
        { rujukan },
      ),
    ),
    ...berisi(`${jalur}/realisasi`, i.realisasi).map((r) =>
      langkah(renstra, kunci.renstra)(
        r.jalur,
        () => ({ type: 'CatatRealisasiLampau', indikator, tahun: r.tahun, realisasi: r.nilai, ...sah }),
        { rujukan },
      ),
    ),
  ];
};

const hubungkan = (
  { kunci, sah }: Konteks,
  tingkat: 'tujuan' | 'sasaran',
  kode: string,
  indikator: readonly string[],
  jalur: string,
): Langkah[] =>
  indikator.map((i, n) =>
    langkah(renstra, kunci.renstra)(
      `${jalur}/indikator/${n}`,
      () => ({ type: 'HubungkanIndikator', indikator: i, tingkat, kode, ...sah }),
      {
        rujukan: [
          { jenis: tingkat, kode, jalur: `${jalur}/kode` },
          { jenis: 'indikator', kode: i, jalur: `${jalur}/indikator/${n}` },
        ],
      },
    ),
  );

type Tujuan = PaketRenstra['tujuan'][number];
const langkahTujuan = (k: Konteks, t: Tujuan, jalur: string): Langkah[] => {
  const { kunci, sah } = k;
  return [
    langkah(renstra, kunci.renstra)(
      jalur,
      () => ({ type: 'TambahTujuan', kode: t.kode, uraian: t.uraian, ...sah }),
      { isi: t, nilai: '/uraian', mendefinisikan: { jenis: 'tujuan', kode: t.kode } },
    ),
    ...hubungkan(k, 'tujuan', t.kode, t.indikator ?? [], jalur),
    ...t.sasaran.flatMap((s, j) => {
      const di = `${jalur}/sasaran/${j}`;
      const strategi = (s.strategi ?? []).map(({ uraian, arahKebijakan = [] }) => ({
        uraian,
        arahKebijakan: [...arahKebijakan],
      }));
      return [
        langkah(renstra, kunci.renstra)(
          di,
          () => ({
            type: 'TambahSasaran',
            tujuan: t.kode,
            kode: s.kode,
            uraian: s.uraian,
            strategi,
            ...sah,
          }),
          {
            isi: s,
            rujukan: [{ jenis: 'tujuan', kode: t.kode, jalur: `${jalur}/kode` }],
            mendefinisikan: { jenis: 'sasaran', kode: s.kode },
          },
        ),
        ...hubungkan(k, 'sasaran', s.kode, s.indikator, di),
      ];
    }),
  ];
};

/** The Renstra: its period, every indicator with targets and earlier years, the tree, and that it is ditetapkan. */
export const langkahRenstra = (k: Konteks): Langkah[] => {
  const { paket, kunci, sah, sahKepala } = k;
  const { mulai, selesai, visi = null, misi = null } = paket.renstra;
  return [
    langkah(renstra, kunci.renstra)(
      '/renstra',
      (l) => {
        const o = l.keadaan(opd, kunci.opd);
        const opdTerdaftar = o.state.status === 'terdaftar';
        return {
          type: 'Susun',
          mulai,
          selesai,
          visi,
          misi,
          milik: k.opd,
          opdTerdaftar,
          berdasarkan: berdasarkan(o),
          ...sah,
        };
      },
      { isi: paket.renstra, pokok: true },
    ),
    ...paket.indikator.flatMap((i, n) => langkahIndikator(k, i, `/indikator/${n}`)),
    ...paket.renstra.tujuan.flatMap((t, n) => langkahTujuan(k, t, `/renstra/tujuan/${n}`)),
    langkah(renstra, kunci.renstra)('/renstra', () => ({
      type: 'Tetapkan',
      keputusan: null,
      terukur: [],
      ...sahKepala,
    })),
  ];
};
