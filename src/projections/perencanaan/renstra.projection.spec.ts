import { acak } from '../../../test/contract/runner.contoh.js';
import { di, project, rekam } from '../../../test/support/project.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { dicatat, elektronik } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { pokokRenstra } from '../../planning/renstra/naskah-renstra.decider.js';
import { naskah, renstraDitetapkan, susun } from '../../planning/renstra/renstra.contoh.js';
import {
  type Renstra,
  type RenstraCommand,
  type RenstraEvent,
  renstra,
} from '../../planning/renstra/renstra.decider.js';
import type { RencanaRenstra } from './fakta.js';
import { perencanaanView } from './perencanaan.projection.js';

/** One command drawn at random: few codes and few texts, so that things are replaced, told again and taken away. */
const perintah = (r: (n: number) => number): RenstraCommand => {
  const pilih = <T>(...dari: readonly T[]): T => dari[r(dari.length)] as T;
  const sah = r(4) === 0 ? dicatat : elektronik;
  const uraian = `Uraian ${r(3)}`;
  const sasaran = pilih([], ['S1'], ['S2']);
  const ujung = pilih({ tingkat: 'tujuan', kode: 'T2' }, {
    tingkat: 'sasaran',
    kode: pilih('S1', 'S2'),
  } as const);
  const melayani = { mulai: 2022, tingkat: 'sasaran', kode: pilih('SD1', 'SD2') } as const;
  const [isu, masalah, alasan] = [pilih('ISU-1', 'ISU-2'), pilih('P-1', 'P-2'), 'acak'];
  const hapus = pilih(
    { unsur: 'misi', kode: '1' },
    { unsur: 'tujuan', kode: 'T2' },
    { unsur: 'sasaran', kode: 'S2' },
    { unsur: 'isu-strategis', kode: isu },
    { unsur: 'permasalahan', kode: masalah },
  ) as Extract<RenstraCommand, { type: 'Hapus' }>;
  return pilih<() => RenstraCommand>(
    () => ({ ...susun, visi: uraian, ...sah }),
    () => ({ type: 'TambahMisi', nomor: pilih(1, 2), uraian, ...sah }),
    () => ({
      type: 'TambahTujuan',
      kode: pilih('T1', 'T2'),
      uraian,
      misi: pilih(null, [], [1], [2]),
      ...sah,
    }),
    () => ({ type: 'TambahSasaran', tujuan: pilih('T1', 'T2'), kode: 'S2', uraian, strategi: [], ...sah }),
    () => ({ type: 'Selaraskan', ...ujung, melayani, adaDiPemda: true, berdasarkan: [], ...sah }) as never,
    () => ({ type: 'LepasKeselarasan', ...ujung, alasan, ...sah }) as never,
    () => ({ type: 'CatatIsu', kode: isu, uraian, sasaran, ...sah }),
    () => ({
      type: 'CatatPermasalahan',
      kode: masalah,
      uraian,
      isu: pilih(null, 'ISU-1', 'ISU-2'),
      sasaran,
      solusi: null,
      ...sah,
    }),
    () => ({ ...hapus, type: 'Hapus', alasan, ...elektronik }),
    () => ({ ...hapus, type: 'Hapus', alasan, ...elektronik }),
    () => ({ type: 'Tetapkan', keputusan: null, terukur: [], ...elektronik }),
    () => ({
      type: 'MulaiPerubahan',
      mulaiBerlaku: pilih(2022, 2023, 2024),
      alasan,
      terukur: [],
      ...elektronik,
    }),
    () => ({ type: 'BatalkanPerubahan', alasan, ...elektronik }),
  )();
};

const jalankan = (benih: number): RenstraEvent[] => {
  const r = acak(benih);
  const events: RenstraEvent[] = [...naskah, renstraDitetapkan];
  let state = events.reduce((s, e, i) => renstra.evolve(s, e, i), renstra.initial);
  for (let n = 0; n < 400; n++)
    try {
      for (const e of renstra.decide(perintah(r), state)) {
        state = renstra.evolve(state, e, events.length);
        events.push(e);
      }
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
    }
  return events;
};

const urut = <T>(daftar: Iterable<T>): T[] =>
  [...daftar].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

/** What a version says, the same for the rule's state and for the view's row. */
const isiNaskah = (r: Renstra): object => ({
  versi: r.versi,
  pokok: pokokRenstra(r),
  misi: urut([...r.daftarMisi].map(([nomor, uraian]) => [Number(nomor), uraian])),
  tujuan: urut([...r.tujuan].map(([kode, t]) => ({ kode, ...t }))),
  sasaran: urut([...r.sasaran].map(([kode]) => kode)),
  selaras: urut([...r.keselarasan]),
  isu: urut([...r.isu].map(([kode, i]) => ({ kode, ...i }))),
  permasalahan: urut([...r.permasalahan].map(([kode, p]) => ({ kode, ...p }))),
});
const tanpaAsal = <T extends object>(daftar: readonly T[]) =>
  daftar.map((d) => {
    const { asal: _asal, ...isi } = d as T & { asal?: unknown };
    return isi;
  });
const isiBaris = (r: RencanaRenstra): object => ({
  versi: r.versi,
  pokok: r.pokok,
  misi: urut(r.misi.map((m) => [m.nomor, m.uraian])),
  tujuan: urut(r.tujuan),
  sasaran: urut(r.sasaran),
  selaras: urut(r.selaras.map((s) => [`${s.tingkat} ${s.kode}`, s.melayani])),
  isu: urut(tanpaAsal(r.isu)),
  permasalahan: urut(tanpaAsal(r.permasalahan)),
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'baris perencanaan dan aturan membaca setiap versi Renstra sama, apa pun urutannya (benih %d)',
  (benih) => {
    const events = jalankan(benih);
    const log = rekam<DomainEvent>(di('Renstra-61.71.disnaker.2022', ...events));
    const [baris] = project(perencanaanView, log).values();
    const row = baris as RencanaRenstra;
    const state = events.reduce((s, e, i) => renstra.evolve(s, e, i), renstra.initial);
    expect(state.terdahulu.length).toBeGreaterThan(0);
    expect([...row.terdahulu, row].map(isiBaris)).toEqual([...state.terdahulu, state].map(isiNaskah));
    expect(row.rancangan && isiBaris(row.rancangan)).toEqual(state.rancangan && isiNaskah(state.rancangan));
  },
);
