import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Recorded } from '../../src/kernel/event-store.js';
import { capaianView } from '../../src/projections/capaian/capaian.projection.js';
import type { KunciTahun } from '../../src/projections/capaian/capaian.query.js';
import type { BarisCapaian } from '../../src/projections/capaian/fakta.js';
import { rencanaSetahun } from '../../src/projections/capaian/masukan.js';
import type { Bahan } from '../../src/projections/perencanaan/bahan.js';
import { type BarisPerencanaan, kunciRencana } from '../../src/projections/perencanaan/fakta.js';
import { perencanaanView } from '../../src/projections/perencanaan/perencanaan.projection.js';
import {
  type BarisPk,
  perjanjianKinerjaView,
} from '../../src/projections/perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { project } from './project.js';

/** What the planning tables are made of, out of a clean fold of the events: no store, no query. Null while the OPD is unknown. */
export const bahanDari = (
  events: readonly Recorded<DomainEvent>[],
  { pemda, opd, tahun }: KunciTahun,
  jabatan = 'kepala',
): Bahan | null => {
  const milik = (k: string) => k === `pemda:${pemda}` || k.split(':')[1]?.startsWith(`${pemda}/${opd}`);
  const capaian = [...project(capaianView, events)].filter(([k]) => milik(k)).map(([, isi]) => isi);
  const jenis = <J extends BarisCapaian['jenis']>(j: J) =>
    capaian.filter((b): b is Extract<BarisCapaian, { jenis: J }> => b.jenis === j);
  const [faktaOpd] = jenis('opd');
  if (faktaOpd === undefined || faktaOpd.nama === '') return null;
  const [faktaPemda = null] = jenis('pemda');
  const fakta = { opd: faktaOpd, pemda: faktaPemda, tahun: jenis('tahun'), triwulan: jenis('triwulan') };
  const rencana = rencanaSetahun(fakta, tahun);
  const rows = project(perencanaanView, events);
  const baris = <J extends BarisPerencanaan['jenis']>(j: J, kunci: string) => {
    const isi = rows.get(kunci);
    return isi?.jenis === j ? (isi as Extract<BarisPerencanaan, { jenis: J }>) : null;
  };
  const pk = project(perjanjianKinerjaView, events).get(`${pemda}.${opd}.${jabatan}.${tahun}`);
  return {
    pemda,
    opd,
    tahun,
    posisi: events.length - 1,
    fakta,
    rencana,
    renstra: baris('renstra', kunciRencana.renstra(pemda, opd, rencana.renstra?.mulai ?? 0)),
    tahunan: baris('tahun', kunciRencana.tahun(pemda, opd, tahun)),
    rencanaAksi: baris('rencana-aksi', kunciRencana.rencanaAksi(pemda, opd, tahun)),
    iku: baris('iku', kunciRencana.iku(pemda, opd)),
    pk: (pk as BarisPk | undefined) ?? null,
  };
};
