import { anggaran } from '../../planning/anggaran/anggaran.decider.js';
import { barisDikenal } from '../../planning/anggaran/kode.decider.js';
import { program } from '../../planning/program/program.decider.js';
import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { definisiIndikator } from '../../planning/renstra/renstra.fakta.js';
import {
  berdasarkan,
  type Konteks,
  type Langkah,
  langkah,
  type Rujukan,
  renstraTahunIni,
} from './impor.langkah.js';
import type { PaketAnggaran } from './impor.paket.js';
import { type Cabang, cabangProgram } from './impor.susunan.js';

const rujukProgram = (kode: string, jalur: string): Rujukan => ({ jenis: 'program', kode, jalur });

const tambah = (k: Konteks, c: Cabang): Langkah => {
  const { kunci, sah } = k;
  const { jalur, kode, nama, tingkat, induk } = c;
  return langkah(program, kunci.opdTahun)(
    jalur,
    (l) => {
      const r = renstraTahunIni(k, l);
      const renstraAda = r.state.status !== 'kosong';
      const isi = { kode, nama, tingkat, induk };
      const nomenklatur = null; // the paper does not say
      return { type: 'Tambah', ...isi, renstraAda, nomenklatur, berdasarkan: berdasarkan(r), ...sah };
    },
    {
      isi: { kode, nama },
      nilai: '/nama',
      rujukan: induk === null ? [] : [rujukProgram(induk, jalur)],
      mendefinisikan: { jenis: 'program', kode },
    },
  );
};

const dukung = (k: Konteks, kode: string, sasaran: string, jalur: string): Langkah =>
  langkah(program, k.kunci.opdTahun)(
    jalur,
    (l) => {
      const r = renstraTahunIni(k, l);
      const isi = { program: kode, sasaran, sasaranDikenal: r.state.sasaran.has(sasaran) };
      return { type: 'DukungSasaran', ...isi, berdasarkan: berdasarkan(r), ...k.sah };
    },
    { rujukan: [rujukProgram(kode, jalur), { jenis: 'sasaran', kode: sasaran, jalur }] },
  );

const hubungkan = (k: Konteks, kode: string, indikator: string, jalur: string): Langkah =>
  langkah(program, k.kunci.opdTahun)(
    jalur,
    (l) => {
      const r = renstraTahunIni(k, l);
      const isi = { kode, indikator, indikatorDikenal: definisiIndikator(r.state, indikator) !== null };
      return { type: 'HubungkanIndikator', ...isi, berdasarkan: berdasarkan(r), ...k.sah };
    },
    { rujukan: [rujukProgram(kode, jalur), { jenis: 'indikator', kode: indikator, jalur }] },
  );

/** The year's tree of program, kegiatan and sub kegiatan with its indicators and the sasaran that it supports. */
export const langkahProgram = (k: Konteks): Langkah[] => {
  const cabang = cabangProgram(k.paket);
  return [
    ...cabang.map((c) => tambah(k, c)),
    ...(k.paket.program ?? []).flatMap((p, i) =>
      (p.sasaran ?? []).map((s, j) => dukung(k, p.kode, s, `/program/${i}/sasaran/${j}`)),
    ),
    ...cabang.flatMap((c) =>
      c.indikator.map((indikator, n) => hubungkan(k, c.kode, indikator, `${c.jalur}/indikator/${n}`)),
    ),
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
        nama: r.nama ?? null,
        sumberDana: r.sumberDana ?? null,
        pagu: nilai,
        ...barisDikenal(p.state.simpul, r.kode),
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
