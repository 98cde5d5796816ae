import { sidikDari } from '../../src/kernel/sidik.js';
import { type Anggaran, paguBerlaku, tanggalDpa } from '../../src/planning/anggaran/anggaran.decider.js';
import type { Iku } from '../../src/planning/iku/iku.decider.js';
import { ikuTahun } from '../../src/planning/iku/iku.decider.js';
import { type Jabatan, pemegang } from '../../src/planning/jabatan/jabatan.decider.js';
import type { Nomenklatur } from '../../src/planning/nomenklatur/nomenklatur.decider.js';
import { kepegawaianPada } from '../../src/planning/opd/kepegawaian.decider.js';
import { aktifPada, type Opd } from '../../src/planning/opd/opd.decider.js';
import { sotkPada } from '../../src/planning/opd/sotk.decider.js';
import { berlakuPada } from '../../src/planning/pemda/dasar-hukum.decider.js';
import type { Pemda } from '../../src/planning/pemda/pemda.decider.js';
import { type Periode, terbuka } from '../../src/planning/pemda/periode.decider.js';
import {
  type DokumenBerperiode,
  penutupan,
  SEBUTAN_DOKUMEN,
} from '../../src/planning/pemda/periode-dokumen.decider.js';
import {
  dalamPk,
  dijanjikan,
  type Pk,
  pkBerlaku,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PohonKinerja } from '../../src/planning/pohon-kinerja/simpul.decider.js';
import type { Program } from '../../src/planning/program/program.decider.js';
import {
  aksiTerbuka,
  type RencanaAksi,
  targetBerlaku,
} from '../../src/planning/rencana-aksi/rencana-aksi.decider.js';
import {
  type RencanaKinerja,
  targetRkt,
} from '../../src/planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { Renstra } from '../../src/planning/renstra/naskah-renstra.decider.js';
import { paguTerakhir } from './anggaran.model.js';
import { type Bentuk, dari, kunciMasa, olehKode, setiap, TAHUN, urut } from './dasar.bentuk.js';
import { kunciJabatan } from './dunia.js';
import { ikuPada } from './iku.model.js';
import { pemegangPada } from './jabatan.model.js';
import type * as J from './jenis.js';
import type { NamaDokumen, Perintah } from './perintah.js';
import { dijanjikanModel, pkBerlakuModel } from './pk.model.js';
import { bentukRenstra } from './renstra.bentuk.js';
import { aksiBerlaku, aksiTersisa } from './tahunan.model.js';

/** The years and days on which it is asked what holds. */
const HARI = [
  '2021-12-31',
  '2022-06-30',
  '2023-01-01',
  '2023-03-10',
  '2023-06-15',
  '2024-01-01',
  '2025-06-30',
];
const OPD = ['disnaker', 'dikbud', 'pemda'];
const INDIKATOR = ['IKU-1', 'IKU-2', 'IKU-3', 'I-P'];
const DOKUMEN = Object.keys(SEBUTAN_DOKUMEN) as DokumenBerperiode[];

type KeadaanDari = {
  pemda: Pemda;
  opd: Opd;
  jabatan: Jabatan;
  periode: Periode;
  nomenklatur: Nomenklatur;
  renstra: Renstra;
  program: Program;
  rkt: RencanaKinerja;
  aksi: RencanaAksi;
  iku: Iku;
  anggaran: Anggaran;
  pk: Pk;
  pohon: PohonKinerja;
};

const registerNyata = (r: Pemda['dasarHukum']) => ({
  isi: olehKode(r),
  berlaku: setiap(HARI, (h) => urut(berlakuPada(r, h).map((x) => x.kode))),
});
const registerModel = (r: J.Register) => ({
  isi: r,
  berlaku: setiap(HARI, (h) =>
    urut(
      Object.keys(r).filter(
        (k) => r[k] && r[k].mulaiBerlaku <= h && (r[k].dicabut === null || h < r[k].dicabut.tanggal),
      ),
    ),
  ),
});
const kunciTahunan = (c: Perintah): string => ('opd' in c && 'tahun' in c ? `${c.opd}.${c.tahun}` : '');

export const BENTUK: { [D in NamaDokumen]: Bentuk<KeadaanDari[D]> } = {
  pemda: {
    nyata: (s) => ({
      nama: s.status === 'terdaftar' ? s.nama : null,
      zona: s.zona,
      skala: s.skala,
      kalender: setiap(
        s.kalender.map((k) => k.tahun),
        (t) => s.kalender.find((k) => k.tahun === t),
      ),
      dasarHukum: registerNyata(s.dasarHukum),
    }),
    model: ({ pemda: p }) => ({ ...p, dasarHukum: registerModel(p.dasarHukum) }),
  },
  opd: {
    nyata: (s) => ({
      nama: s.status === 'terdaftar' ? s.nama : null,
      skala: dari(s.skala),
      bubar: s.bubar,
      aktif: setiap(HARI, (h) => aktifPada(s, h)),
      sotk: s.sotk.map(({ versi: _, status, unit, ...isi }) => ({
        ...isi,
        ditetapkan: status === 'ditetapkan',
        unit: olehKode(unit),
      })),
      sotkPada: setiap(HARI, (h) => sotkPada(s.sotk, h)?.versi ?? null),
      kepegawaian: Object.fromEntries(s.kepegawaian.map((k) => [`${k.dimensi} ${k.tanggal}`, k.rincian])),
      kepegawaianPada: setiap(HARI, (h) =>
        urut(kepegawaianPada(s.kepegawaian, h).map((k) => `${k.dimensi} ${k.tanggal}`)),
      ),
      dasarHukum: registerNyata(s.dasarHukum),
    }),
    model: (d, c) => {
      const o = d.opd['opd' in c ? c.opd : ''] as J.Opd;
      const sotk = (h: string) =>
        o.sotk
          .map((s, i) => ({ s, versi: i + 1 }))
          .filter(({ s }) => s.ditetapkan && s.mulai <= h)
          .toSorted((a, b) => a.s.mulai.localeCompare(b.s.mulai))
          .at(-1)?.versi ?? null;
      const terbaru = (h: string) =>
        ['eselon', 'golongan'].flatMap((dim) =>
          urut(
            Object.keys(o.kepegawaian).filter((k) => k.startsWith(`${dim} `) && k.slice(dim.length + 1) <= h),
          ).slice(-1),
        );
      return {
        ...o,
        aktif: setiap(HARI, (h) => o.nama !== null && (o.bubar === null || h < o.bubar.tanggal)),
        sotkPada: setiap(HARI, sotk),
        kepegawaianPada: setiap(HARI, (h) => urut(terbaru(h))),
        dasarHukum: registerModel(o.dasarHukum),
      };
    },
  },
  jabatan: {
    nyata: ({ status, ditutup, masa, ...isi }) => ({
      isi: status === 'dibentuk' ? isi : null,
      ditutup,
      masa,
      pemegang: setiap(HARI, (h) => pemegang({ status, ditutup, masa, ...isi }, h)),
    }),
    model: (d, c) => {
      const kunci = c.dok === 'jabatan' ? kunciJabatan(c.opd, c.jabatan) : '';
      const pegang = (h: string) => {
        const m = pemegangPada(d, kunci, h);
        return m && { subjek: m.subjek, status: m.status };
      };
      return { ...d.jabatan[kunci], pemegang: setiap(HARI, pegang) };
    },
  },
  periode: {
    nyata: (s) => ({
      triwulan: setiap([1, 2, 3, 4] as const, (t) => setiap([...OPD, 'lain'], (o) => terbuka(s, t, o))),
      dokumen: setiap(DOKUMEN, (dok) => setiap([...OPD, 'lain'], (o) => penutupan(s.dokumen, dok, o))),
    }),
    model: (d, c) => {
      const p = d.periode[c.dok === 'periode' ? c.tahun : 0];
      return {
        triwulan: setiap([1, 2, 3, 4], (t) =>
          setiap([...OPD, 'lain'], (o) => p?.triwulan[t]?.satu[o] ?? p?.triwulan[t]?.semua ?? false),
        ),
        dokumen: setiap(DOKUMEN, (dok) =>
          setiap([...OPD, 'lain'], (o) => {
            const satu = p?.dokumen[dok]?.satu[o];
            return satu === undefined ? (p?.dokumen[dok]?.semua ?? null) : satu;
          }),
        ),
      };
    },
  },
  nomenklatur: {
    nyata: (s) => ({ isi: s.isi, kode: dari(s.kode), ditetapkan: s.ditetapkan }),
    model: (d, c) => d.nomenklatur[c.dok === 'nomenklatur' ? c.versi : ''],
  },
  renstra: bentukRenstra,
  program: {
    nyata: (s) => dari(s.simpul),
    model: (d, c) => d.program[kunciTahunan(c)],
  },
  rkt: {
    nyata: (s) => ({
      murni: { ditetapkan: s.murni.status === 'ditetapkan', target: dari(s.murni.target) },
      perubahan: { ditetapkan: s.perubahan.status === 'ditetapkan', target: dari(s.perubahan.target) },
      usulan: dari(s.usulan),
      berlaku: setiap(INDIKATOR, (i) => targetRkt(s, i)),
    }),
    model: (d, c) => {
      const r = d.rkt[kunciTahunan(c)] as J.Rkt;
      const berlaku = (i: string) => {
        for (const jenis of ['perubahan', 'murni'] as const)
          if (r[jenis].ditetapkan && r[jenis].target[i] !== undefined)
            return { target: r[jenis].target[i], jenis };
        return null;
      };
      return { ...r, berlaku: setiap(INDIKATOR, berlaku) };
    },
  },
  aksi: {
    nyata: (s) => {
      const rata = (t: RencanaAksi['target'] | null) =>
        t && Object.fromEntries([...t].flatMap(([i, tw]) => [...tw].map(([k, isi]) => [`${i} ${k}`, isi])));
      return {
        versi: s.versi,
        status: s.status,
        sebab: s.perubahan && { sebab: s.perubahan.sebab, alasan: s.perubahan.alasan },
        target: rata(s.target),
        berlaku: rata(targetBerlaku(s)),
        terbuka: urut(aksiTerbuka(s).map((x) => `${x.indikator} ${x.triwulan} ${x.aksi}`)),
      };
    },
    model: (d, c) => {
      const r = d.aksi[kunciTahunan(c)] as J.RencanaAksi;
      const akhir = r.versi.at(-1) as J.VersiAksi;
      return {
        versi: r.versi.length,
        status: akhir.ditetapkan ? 'ditetapkan' : 'disusun',
        sebab: akhir.sebab && { sebab: akhir.sebab.sebab, alasan: akhir.sebab.alasan },
        target: akhir.target,
        berlaku: aksiBerlaku(r)?.target ?? null,
        terbuka: urut(aksiTersisa(r).map((x) => x.join(' '))),
      };
    },
  },
  iku: {
    nyata: (s) => ({
      versi: s.versi.map(({ mulaiBerlaku, alasan, akta, indikator }) => ({
        mulaiBerlaku,
        alasan,
        akta,
        indikator: dari(indikator),
      })),
      berlaku: setiap(TAHUN, (t) => ikuTahun(s, t)?.versi ?? null),
    }),
    model: (d, c) => {
      const daftar = d.iku[c.dok === 'iku' ? c.opd : ''] ?? [];
      const nomor = (t: number) => {
        const s = ikuPada(daftar, t);
        return s && daftar.indexOf(s) + 1;
      };
      return { versi: daftar, berlaku: setiap(TAHUN, nomor) };
    },
  },
  anggaran: {
    nyata: (s) => ({
      tahap: s.tahap,
      baris: dari(s.baris, (b) => ({
        tingkat: b.tingkat,
        isi: Object.fromEntries(b.tahap.map((t) => [`${t.tahap.jenis} ${t.tahap.nomor}`, t.isi])),
      })),
      pagu: setiap([...s.baris.keys()], (k) => paguBerlaku(s, k)),
      dpa: tanggalDpa(s),
    }),
    model: (d, c) => {
      const a = d.anggaran[kunciTahunan(c)] as J.Anggaran;
      return {
        ...a,
        pagu: setiap(Object.keys(a.baris), (k) => paguTerakhir(a, k)),
        dpa: a.tahap.find((t) => t.jenis === 'murni')?.akta?.tanggal ?? null,
      };
    },
  },
  pk: {
    nyata: (s) => ({
      versi: s.versi.map((v) => ({
        status: v.status,
        naskah: v.naskah,
        sidikSah: v.sidik === sidikDari(v.naskah),
        pemegang: v.pemegang,
        tanda: v.penandatangan.map((t) => ({
          pihak: t.pihak,
          jabatan: t.oleh.jabatan,
          subjek: t.oleh.subjek,
        })),
      })),
      kebutuhan: dari(s.kebutuhan),
      berlaku: pkBerlaku(s),
      dijanjikan: urut([...new Set(dijanjikan(s))]),
      dalamPk: setiap(INDIKATOR, (i) => dalamPk(s, i)),
    }),
    model: (d, c) => {
      const pk = (c.dok === 'pk' ? d.pk[`${kunciJabatan(c.opd, c.jabatan)}.${c.tahun}`] : undefined) as J.Pk;
      const berlaku = pkBerlakuModel(pk)?.naskah ?? null;
      return {
        versi: pk.versi.map((v) => ({ ...v, sidikSah: true })),
        kebutuhan: pk.kebutuhan,
        berlaku,
        dijanjikan: urut(dijanjikanModel(pk)),
        dalamPk: setiap(INDIKATOR, (i) => berlaku?.target.some((t) => t.indikator === i) ?? false),
      };
    },
  },
  pohon: {
    nyata: (s) =>
      Object.fromEntries(
        [...s.simpul].flatMap(([k, n]) =>
          n === null
            ? []
            : [
                [
                  k,
                  {
                    ...n,
                    indikator: urut(n.indikator),
                    crosscutting: Object.fromEntries(
                      n.crosscutting.map((x) => [`${x.opd} ${x.simpulLain ?? ''}`, x]),
                    ),
                  },
                ],
              ],
        ),
      ),
    model: (d, c) =>
      Object.fromEntries(
        Object.entries(d.pohon[kunciMasa(c)] ?? {}).map(([k, n]) => [
          k,
          { ...n, indikator: urut(n.indikator) },
        ]),
      ),
  },
};
