import type { Decider, DomainEvent, Pejabat } from '../../src/kernel/decider.js';
import type { Baca } from '../../src/kernel/execute.js';
import { kunci } from '../../src/kernel/kunci.js';
import { type Kode, Penolakan } from '../../src/kernel/penolakan.js';
import { anggaran } from '../../src/planning/anggaran/anggaran.decider.js';
import { siapkanAnggaran } from '../../src/planning/anggaran/anggaran.handler.js';
import { iku } from '../../src/planning/iku/iku.decider.js';
import { siapkanIku } from '../../src/planning/iku/iku.handler.js';
import { jabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import { siapkanJabatan } from '../../src/planning/jabatan/jabatan.handler.js';
import { nomenklatur } from '../../src/planning/nomenklatur/nomenklatur.decider.js';
import { opd } from '../../src/planning/opd/opd.decider.js';
import { siapkanOpd } from '../../src/planning/opd/opd.handler.js';
import { pemda } from '../../src/planning/pemda/pemda.decider.js';
import { periode } from '../../src/planning/pemda/periode.decider.js';
import { siapkanPeriode } from '../../src/planning/pemda/periode.handler.js';
import {
  type PkCommand,
  perjanjianKinerja,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { siapkanPerjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import type { Sah } from '../../src/planning/permintaan.js';
import { pohonKinerja } from '../../src/planning/pohon-kinerja/pohon-kinerja.decider.js';
import { siapkanPohonKinerja } from '../../src/planning/pohon-kinerja/pohon-kinerja.handler.js';
import { program } from '../../src/planning/program/program.decider.js';
import { siapkanProgram } from '../../src/planning/program/program.handler.js';
import { rencanaAksi } from '../../src/planning/rencana-aksi/rencana-aksi.decider.js';
import { siapkanRencanaAksi } from '../../src/planning/rencana-aksi/rencana-aksi.handler.js';
import { rencanaKinerja } from '../../src/planning/rencana-kinerja/rencana-kinerja.decider.js';
import { siapkanRencanaKinerja } from '../../src/planning/rencana-kinerja/rencana-kinerja.handler.js';
import { siapkanAlihkan, siapkanTerima } from '../../src/planning/renstra/peralihan.fakta.js';
import { renstra } from '../../src/planning/renstra/renstra.decider.js';
import { siapkanRenstra } from '../../src/planning/renstra/renstra.handler.js';
import { PEMDA } from './dunia.js';
import { KINI, ORANG, type Perintah, type PerintahDari } from './perintah.js';

type AnyDecider = Decider<unknown, unknown, DomainEvent>;
export type Aliran = {
  readonly decider: AnyDecider;
  readonly state: unknown;
  readonly events: readonly DomainEvent[];
};
export type HasilNyata = { kode: Kode } | { stream: string; events: readonly DomainEvent[]; sesudah: Aliran };

const oleh = ({ oleh: siapa, sah }: Perintah): Pejabat => ({
  ...ORANG[siapa],
  subjek: sah === 'dicatat' ? null : ORANG[siapa].subjek,
  sebutan: siapa,
  status: 'definitif',
});

const pasang = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string, perintah: C) => ({
  decider: decider as unknown as AnyDecider,
  id,
  perintah: perintah as unknown,
});

/** Which text a signature was put under; a number that no version has is a text that nobody proposed. */
const sidikDibaca = (baca: Baca, id: string, versi: string): string =>
  baca(perjanjianKinerja, id).state.versi[Number(versi) - 1]?.sidik ?? 'bukan-sidik';

type Ajukan = Extract<PkCommand, { type: 'Ajukan' }>;
const sebagaimanaDiminta = ({ versi, pihakSalah }: PerintahDari<'pk'>, c: Ajukan): Ajukan => {
  const pihakKedua = c.naskah.pihakKedua === null ? c.naskah.pihakPertama : null;
  return { ...c, versi: versi ?? c.versi, naskah: pihakSalah ? { ...c.naskah, pihakKedua } : c.naskah };
};

const siapkanUntukRenstra = (baca: Baca, { opd, mulai, p }: PerintahDari<'renstra'>, sah: Sah) => {
  const ini = { opd, mulai };
  switch (p.type) {
    case 'Alihkan': {
      const { indikator: kode, ke, sejak, alasan } = p;
      const diminta = { kode, kodeBaru: ke.kode, induk: null, penanggungJawab: null };
      return siapkanAlihkan(baca, { pemda: PEMDA, dari: ini, ke, sejak, alasan }, diminta, sah);
    }
    case 'Terima': {
      const { indikator: kodeBaru, dari, sejak, alasan, induk, penanggungJawab } = p;
      const diminta = { kode: dari.kode, kodeBaru, induk, penanggungJawab };
      return siapkanTerima(baca, { pemda: PEMDA, dari, ke: ini, sejak, alasan }, diminta, sah);
    }
    default:
      return siapkanRenstra(baca, { pemda: PEMDA, ...ini }, p, sah);
  }
};

/** The command as its handler makes it, and the document that it is for. */
const siapkan = (baca: Baca, c: Perintah) => {
  const sah: Sah = { oleh: oleh(c), cara: c.sah };
  switch (c.dok) {
    case 'pemda':
      return pasang(pemda, kunci.pemda(PEMDA), { ...c.p, ...sah });
    case 'opd':
      return pasang(opd, kunci.opd(PEMDA, c.opd), siapkanOpd(baca, { pemda: PEMDA, opd: c.opd }, c.p, sah));
    case 'jabatan': {
      const k = { pemda: PEMDA, opd: c.opd, jabatan: c.jabatan };
      return pasang(jabatan, kunci.jabatan(PEMDA, c.opd, c.jabatan), siapkanJabatan(baca, k, c.p, sah));
    }
    case 'periode': {
      const k = { pemda: PEMDA, tahun: c.tahun };
      return pasang(periode, kunci.periode(PEMDA, c.tahun), siapkanPeriode(baca, k, c.p, sah, KINI[c.kini]));
    }
    case 'nomenklatur':
      return pasang(nomenklatur, kunci.nomenklatur(c.versi), { ...c.p, versi: c.versi, ...sah });
    case 'renstra':
      return pasang(renstra, kunci.renstra(PEMDA, c.opd, c.mulai), siapkanUntukRenstra(baca, c, sah));
    case 'iku':
      return pasang(iku, kunci.opd(PEMDA, c.opd), siapkanIku(baca, { pemda: PEMDA, opd: c.opd }, c.p, sah));
    case 'pohon': {
      const k = { pemda: PEMDA, opd: c.opd, mulai: c.mulai };
      return pasang(
        pohonKinerja,
        kunci.renstra(PEMDA, c.opd, c.mulai),
        siapkanPohonKinerja(baca, k, c.p, sah),
      );
    }
    case 'pk': {
      const k = { pemda: PEMDA, opd: c.opd, jabatan: c.jabatan, tahun: c.tahun };
      const id = kunci.pk(PEMDA, c.opd, c.jabatan, c.tahun);
      const p = c.p.type === 'Tandatangani' ? { ...c.p, sidik: sidikDibaca(baca, id, c.p.sidik) } : c.p;
      const perintah = siapkanPerjanjianKinerja(baca, k, p, sah, KINI[c.kini]);
      return pasang(
        perjanjianKinerja,
        id,
        perintah.type === 'Ajukan' ? sebagaimanaDiminta(c, perintah) : perintah,
      );
    }
  }
  const k = { pemda: PEMDA, opd: c.opd, tahun: c.tahun };
  const id = kunci.opdTahun(PEMDA, c.opd, c.tahun);
  switch (c.dok) {
    case 'program':
      return pasang(program, id, siapkanProgram(baca, k, c.p, sah));
    case 'rkt':
      return pasang(rencanaKinerja, id, siapkanRencanaKinerja(baca, k, c.p, sah));
    case 'aksi':
      return pasang(rencanaAksi, id, siapkanRencanaAksi(baca, k, c.p, sah));
    case 'anggaran':
      return pasang(anggaran, id, siapkanAnggaran(baca, k, c.p, sah));
  }
};

/** The documents as the deciders keep them. A copy shares what it has; states are never changed in place. */
export class Nyata {
  private constructor(private readonly aliran: Map<string, Aliran>) {}

  static kosong(): Nyata {
    return new Nyata(new Map());
  }

  salin(): Nyata {
    return new Nyata(new Map(this.aliran));
  }

  readonly baca: Baca = (decider, id) => {
    const stream = `${decider.kategori}-${id}`;
    const ada = this.aliran.get(stream);
    type S = ReturnType<typeof decider.evolve>;
    return { state: (ada?.state ?? decider.initial) as S, stream, rev: (ada?.events.length ?? 0) - 1 };
  };

  /** What the rules say; nothing is kept yet. */
  putuskan(c: Perintah): HasilNyata {
    try {
      const { decider, id, perintah } = siapkan(this.baca, c);
      const stream = `${decider.kategori}-${id}`;
      const ada = this.aliran.get(stream) ?? { decider, state: decider.initial, events: [] };
      const baru = decider.decide(perintah, ada.state);
      const rev = ada.events.length;
      const state = baru.reduce((s, e, i) => decider.evolve(s, e, rev + i), ada.state);
      return { stream, events: baru, sesudah: { decider, state, events: [...ada.events, ...baru] } };
    } catch (e) {
      if (e instanceof Penolakan) return { kode: e.kode };
      throw e;
    }
  }

  simpan(stream: string, aliran: Aliran): void {
    this.aliran.set(stream, aliran);
  }

  ambil(stream: string): Aliran | undefined {
    return this.aliran.get(stream);
  }
}
