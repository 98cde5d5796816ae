import { anggaran } from '../../planning/anggaran/anggaran.decider.js';
import { opd } from '../../planning/opd/opd.decider.js';
import { pemda, type Zona } from '../../planning/pemda/pemda.decider.js';
import { dalamPk, perjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { program } from '../../planning/program/program.decider.js';
import { rencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import { type Jenis, rencanaKinerja } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { renstra } from '../../planning/renstra/renstra.decider.js';
import { definisiIndikator } from '../../planning/renstra/renstra.fakta.js';
import type { Skala } from '../capaian.js';
import { langkahJalur } from './impor.json.js';
import { berdasarkan, type Konteks, type Langkah, langkah } from './impor.langkah.js';
import type { Lipatan } from './impor.lipatan.js';
import type { PaketAnggaran, PaketIndikator, PaketRenstra, PaketSkala } from './impor.paket.js';
import { cabangProgram } from './impor.susunan.js';

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
  const { paket, kunci, sah } = k;
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
          opdTerdaftar,
          berdasarkan: berdasarkan(o),
          ...sah,
        };
      },
      { isi: paket.renstra, pokok: true },
    ),
    ...paket.indikator.flatMap((i, n) => langkahIndikator(k, i, `/indikator/${n}`)),
    ...paket.renstra.tujuan.flatMap((t, n) => langkahTujuan(k, t, `/renstra/tujuan/${n}`)),
    langkah(renstra, kunci.renstra)('/renstra', () => ({ type: 'Tetapkan', keputusan: null, ...sah })),
  ];
};

/** The year's tree of program, kegiatan and sub kegiatan with its indicators and the sasaran that it supports. */
export const langkahProgram = ({ paket, kunci, sah }: Konteks): Langkah[] => {
  const dasar = (l: Lipatan) => l.keadaan(renstra, kunci.renstra);
  const tambah = cabangProgram(paket).map((c) =>
    langkah(program, kunci.opdTahun)(
      c.jalur,
      (l) => {
        const r = dasar(l);
        const { kode, nama, tingkat, induk } = c;
        const renstraAda = r.state.status !== 'kosong';
        return {
          type: 'Tambah',
          kode,
          nama,
          tingkat,
          induk,
          renstraAda,
          berdasarkan: berdasarkan(r),
          ...sah,
        };
      },
      {
        isi: { kode: c.kode, nama: c.nama },
        nilai: '/nama',
        rujukan: c.induk === null ? [] : [{ jenis: 'program', kode: c.induk, jalur: c.jalur }],
        mendefinisikan: { jenis: 'program', kode: c.kode },
      },
    ),
  );
  const dukung = (paket.program ?? []).flatMap((p, i) =>
    (p.sasaran ?? []).map((sasaran, j) => {
      const jalur = `/program/${i}/sasaran/${j}`;
      return langkah(program, kunci.opdTahun)(
        jalur,
        (l) => {
          const r = dasar(l);
          const sasaranDikenal = r.state.sasaran.has(sasaran);
          return {
            type: 'DukungSasaran',
            program: p.kode,
            sasaran,
            sasaranDikenal,
            berdasarkan: berdasarkan(r),
            ...sah,
          };
        },
        {
          rujukan: [
            { jenis: 'program', kode: p.kode, jalur },
            { jenis: 'sasaran', kode: sasaran, jalur },
          ],
        },
      );
    }),
  );
  const indikator = cabangProgram(paket).flatMap((c) =>
    c.indikator.map((i, n) => {
      const jalur = `${c.jalur}/indikator/${n}`;
      return langkah(program, kunci.opdTahun)(
        jalur,
        (l) => {
          const r = dasar(l);
          const indikatorDikenal = definisiIndikator(r.state, i) !== null;
          return {
            type: 'HubungkanIndikator',
            kode: c.kode,
            indikator: i,
            indikatorDikenal,
            berdasarkan: berdasarkan(r),
            ...sah,
          };
        },
        {
          rujukan: [
            { jenis: 'program', kode: c.kode, jalur },
            { jenis: 'indikator', kode: i, jalur },
          ],
        },
      );
    }),
  );
  return [...tambah, ...dukung, ...indikator];
};

/** Targets of the year outside the PK, each of the two documents ditetapkan when the file has a row of it. */
export const langkahRkt = ({ paket, kunci, sah }: Konteks): Langkah[] => {
  const baris = (paket.rkt ?? []).map((r, i) => ({
    ...r,
    jenis: r.jenis ?? ('murni' as const),
    jalur: `/rkt/${i}`,
  }));
  const dokumen = (jenis: Jenis): Langkah[] => {
    const milik = baris.filter((r) => r.jenis === jenis);
    if (milik.length === 0) return [];
    return [
      ...milik.map((r) =>
        langkah(rencanaKinerja, kunci.opdTahun)(
          r.jalur,
          (l) => {
            const [d, pk] = [l.keadaan(renstra, kunci.renstra), l.keadaan(perjanjianKinerja, kunci.pk)];
            return {
              type: 'CatatTarget',
              jenis,
              indikator: r.indikator,
              target: r.target ?? '',
              definisi: definisiIndikator(d.state, r.indikator),
              dalamPk: dalamPk(pk.state, r.indikator),
              berdasarkan: berdasarkan(d, pk),
              ...sah,
            };
          },
          {
            nilai: '/target',
            isi: r,
            rujukan: [{ jenis: 'indikator', kode: r.indikator, jalur: `${r.jalur}/indikator` }],
          },
        ),
      ),
      langkah(rencanaKinerja, kunci.opdTahun)('/rkt', () => ({
        type: 'Tetapkan',
        jenis,
        keputusan: null,
        ...sah,
      })),
    ];
  };
  return [...dokumen('murni'), ...dokumen('perubahan')];
};

/** Quarter targets, ditetapkan when the file has any. */
export const langkahRencanaAksi = ({ paket, kunci, sah }: Konteks): Langkah[] => {
  const baris = paket.rencanaAksi ?? [];
  if (baris.length === 0) return [];
  return [
    ...baris.map((r, i) =>
      langkah(rencanaAksi, kunci.opdTahun)(
        `/rencanaAksi/${i}`,
        (l) => {
          const d = l.keadaan(renstra, kunci.renstra);
          return {
            type: 'CatatTarget',
            indikator: r.indikator,
            triwulan: r.triwulan,
            target: r.target ?? '',
            aksi: r.aksi ?? null,
            definisi: definisiIndikator(d.state, r.indikator),
            berdasarkan: berdasarkan(d),
            ...sah,
          };
        },
        {
          nilai: '/target',
          isi: r,
          rujukan: [{ jenis: 'indikator', kode: r.indikator, jalur: `/rencanaAksi/${i}/indikator` }],
        },
      ),
    ),
    langkah(rencanaAksi, kunci.opdTahun)('/rencanaAksi', () => ({
      type: 'Tetapkan',
      keputusan: null,
      ...sah,
    })),
  ];
};

const pagu = (k: Konteks, r: PaketAnggaran, jenis: Jenis, nilai: string, jalur: string): Langkah =>
  langkah(anggaran, k.kunci.opdTahun)(
    jalur,
    (l) => {
      const p = l.keadaan(program, k.kunci.opdTahun);
      return {
        type: 'TetapkanPagu',
        jenis,
        kode: r.kode,
        // A code outside the tree is a belanja account or nothing; the decider knows which.
        tingkat: p.state.simpul.get(r.kode)?.tingkat ?? 'belanja',
        nama: r.nama ?? null,
        sumberDana: r.sumberDana ?? null,
        pagu: nilai,
        kodeDikenal: true,
        berdasarkan: berdasarkan(p),
        ...k.sah,
      };
    },
    {
      isi: r,
      nilai: jenis === 'murni' ? '/pagu' : '/paguPerubahan',
      letak: jenis === 'murni' ? {} : { pagu: '/paguPerubahan' },
      rujukan: jenis === 'murni' ? [] : [{ jenis: 'anggaran', kode: r.kode, jalur: `${jalur}/kode` }],
      mendefinisikan: { jenis: 'anggaran', kode: r.kode },
    },
  );

/** Pagu murni of every row, then the changed ones. */
export const langkahAnggaran = (k: Konteks): Langkah[] => {
  const baris = (k.paket.anggaran ?? []).map((r, i) => ({ r, jalur: `/anggaran/${i}` }));
  const dokumen = (jenis: Jenis): Langkah[] =>
    baris.flatMap(({ r, jalur }) => {
      const nilai = jenis === 'murni' ? r.pagu : (r.paguPerubahan ?? null);
      return nilai === null ? [] : [pagu(k, r, jenis, nilai, jalur)];
    });
  return [...dokumen('murni'), ...dokumen('perubahan')];
};
