import { kunciSelaras, type Renstra } from '../../src/planning/renstra/naskah-renstra.decider.js';
import { naskahTahun } from '../../src/planning/renstra/peralihan.decider.js';
import { versiTahun } from '../../src/planning/renstra/versi.decider.js';
import { type Bentuk, dari, kunciMasa, setiap, TAHUN, urut } from './dasar.bentuk.js';
import { naskahTahun as naskahMilik } from './dunia.js';
import type * as J from './jenis.js';

const naskahNyata = (r: Renstra): object => ({
  isi: { selesai: r.selesai, visi: r.visi, misi: r.misi, jenis: r.jenis, alasanTanpaVisi: r.alasanTanpaVisi },
  misi: dari(r.daftarMisi),
  tujuan: dari(r.tujuan),
  sasaran: dari(r.sasaran),
  indikator: dari(r.indikator, (i) => ({
    definisi: i.definisi,
    target: dari(i.target),
    lampau: dari(i.lampau),
  })),
  hubungan: urut(r.hubungan.values().map((h) => `${h.tingkat} ${h.kode} ${h.indikator}`)),
  prioritas: dari(r.prioritas),
  keselarasan: dari(r.keselarasan),
  isu: dari(r.isu),
  permasalahan: dari(r.permasalahan),
});
/** What a text points at and does not have: nothing, in any version, whatever came before or after. */
const menggantung = (r: Renstra): string[] => {
  const sasaran = (dari: string, daftar: readonly string[]) =>
    daftar.filter((s) => !r.sasaran.has(s)).map((s) => `${dari}: sasaran ${s}`);
  const ujung = (dari: string, { tingkat, kode }: { tingkat: 'tujuan' | 'sasaran'; kode: string }) =>
    (tingkat === 'tujuan' ? r.tujuan : r.sasaran).has(kode) ? [] : [`${dari}: ${tingkat} ${kode}`];
  return [
    ...[...r.tujuan].flatMap(([k, t]) =>
      t.misi.filter((m) => !r.daftarMisi.has(String(m))).map((m) => `${k}: misi ${m}`),
    ),
    ...[...r.sasaran].flatMap(([k, s]) => (r.tujuan.has(s.tujuan) ? [] : [`${k}: tujuan ${s.tujuan}`])),
    ...r.hubungan
      .values()
      .flatMap((h) => [
        ...ujung(h.indikator, h),
        ...(r.indikator.has(h.indikator) ? [] : [`${h.tingkat} ${h.kode}: indikator ${h.indikator}`]),
      ]),
    ...[...r.prioritas].flatMap(([k, p]) => sasaran(k, p.sasaran)),
    ...[...r.isu].flatMap(([k, i]) => sasaran(k, i.sasaran)),
    ...[...r.permasalahan].flatMap(([k, p]) => [
      ...sasaran(k, p.sasaran),
      ...(p.isu === null || r.isu.has(p.isu) ? [] : [`${k}: isu ${p.isu}`]),
    ]),
  ];
};

const naskahModel = (n: J.NaskahRenstra): object => ({
  ...n,
  isi: { ...n.isi, alasanTanpaVisi: n.isi.alasanTanpaVisi ?? null },
  hubungan: urut(Object.keys(n.hubungan)),
  keselarasan: Object.fromEntries(
    Object.entries(n.keselarasan).map(([k, m]) => {
      const [tingkat, kode] = k.split(' ') as ['tujuan' | 'sasaran', string];
      return [kunciSelaras({ tingkat, kode }), m];
    }),
  ),
});

export const bentukRenstra: Bentuk<Renstra> = {
  nyata: (r) => {
    if (r.status === 'kosong') return null;
    const resmi = r.status === 'ditetapkan' ? [...r.terdahulu, r] : [];
    const rancangan = r.status === 'ditetapkan' ? r.rancangan : r;
    const versi = (v: Renstra) => ({
      mulaiBerlaku: v.mulaiBerlaku,
      naskah: naskahNyata(v),
      menggantung: menggantung(v),
    });
    return {
      versi: resmi.map(versi),
      rancangan: rancangan && versi(rancangan),
      berlaku: setiap(TAHUN, (t) => versiTahun(r, t).versi),
      dialihkan: dari(r.dialihkan),
      diterima: dari(r.diterima),
      milik: setiap(TAHUN, (t) => urut([...naskahTahun(r, t).indikator].map(([kode]) => kode))),
    };
  },
  model: (d, c) => {
    const r = d.renstra[kunciMasa(c)];
    if (r === undefined) return null;
    const versi = (v: J.VersiRenstra) => ({
      mulaiBerlaku: v.mulaiBerlaku,
      naskah: naskahModel(v.naskah),
      menggantung: [],
    });
    const berlaku = (t: number) =>
      Math.max(
        0,
        r.versi.findLastIndex((v) => v.mulaiBerlaku <= t),
      ) + 1;
    return {
      versi: r.versi.map(versi),
      rancangan: r.rancangan && versi(r.rancangan),
      berlaku: setiap(TAHUN, berlaku),
      dialihkan: r.dialihkan,
      diterima: r.diterima,
      milik: setiap(TAHUN, (t) => urut(Object.keys(naskahMilik(r, t)?.indikator ?? {}))),
    };
  },
};
