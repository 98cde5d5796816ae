import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pelaku, Peran } from '../../src/approval/wewenang.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import type { Pejabat } from '../../src/kernel/decider.js';
import { Clock } from '../../src/kernel/event-store.js';
import { type Amplop, Executor } from '../../src/kernel/execute.js';
import { sha256Hex } from '../../src/kernel/sidik.js';
import { jabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import { pemda } from '../../src/planning/pemda/pemda.decider.js';
import {
  ajukan,
  elektronik,
  kadis,
  naskahMurni,
  perencana,
  wali,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PermintaanPk } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import {
  JalankanPk,
  JalankanPkHandler,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.handler.js';

export class JamTetap extends Clock {
  constructor(public kini = new Date('2023-03-01T02:00:00Z')) {
    super();
  }
  now(): Date {
    return this.kini;
  }
}

/** An envelope for one command; its fingerprint covers `isi`. */
export const amplopUji = (isi: unknown, revisi?: number, idPerintah: string = randomUUID()): Amplop => ({
  idPerintah,
  sidikMasukan: sha256Hex(JSON.stringify(isi)),
  actor: 'akun-uji',
  revisi,
});

const pelaku = (peran: Peran, opd: string, pejabat: Pejabat): Pelaku => ({
  akun: `akun-${peran}`,
  peran,
  pemda: '61.71',
  opd,
  pejabat,
});
export const PELAKU = {
  kadis: pelaku('kepala', 'disnaker', kadis),
  wali: pelaku('kepala-daerah', 'pemda', wali),
  perencana: pelaku('perencana', 'disnaker', perencana),
} as const;

/** A city with the two offices of a PK and their holders, on a real log of its own; as many app instances as asked for. */
export class RuangPk {
  readonly jam = new JamTetap();

  private constructor(
    private readonly folder: string,
    public store: SqliteEventStore,
  ) {}

  static async buka(): Promise<RuangPk> {
    const folder = mkdtempSync(join(tmpdir(), 'amanah-pk-'));
    const ruang = new RuangPk(folder, SqliteEventStore.open(folder));
    const e = ruang.executor();
    await e.execute(
      pemda,
      '61.71',
      { type: 'Daftarkan', nama: 'Kota Pontianak', zona: 'WIB', ...elektronik },
      amplopUji('pemda'),
    );
    await ruang.isi(e, kadis, wali.jabatan);
    await ruang.isi(e, wali, null);
    return ruang;
  }

  executor(): Executor {
    return new Executor(this.store, this.jam);
  }

  handler(executor: Executor = this.executor()): JalankanPkHandler {
    return new JalankanPkHandler(executor, this.jam);
  }

  /** Proposes the murni of an office with this code and gives its stream. */
  async ajukan(executor: Executor, kode: string): Promise<string> {
    await executor.execute(
      perjanjianKinerja,
      `61.71.disnaker.${kode}.2023`,
      ajukan({ ...naskahMurni, jabatan: kode }),
      amplopUji(kode),
    );
    return `PerjanjianKinerja-61.71.disnaker.${kode}.2023`;
  }

  async tutup(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }

  private async isi(e: Executor, p: Pejabat, atasan: string | null): Promise<void> {
    const masa = {
      subjek: p.subjek ?? '',
      status: 'definitif',
      mulai: '2022-01-03',
      selesai: null,
      keputusan: null,
    } as const;
    await e.execute(
      jabatan,
      p.jabatan,
      {
        type: 'Bentuk',
        sebutan: p.sebutan,
        atasan,
        terdaftar: true,
        atasanDikenal: 'dikenal',
        unitDikenal: true,
        ...elektronik,
      },
      amplopUji('bentuk'),
    );
    await e.execute(
      jabatan,
      p.jabatan,
      { type: 'TetapkanPejabat', ...masa, ...elektronik },
      amplopUji('masa'),
    );
  }
}

/** What `siapa` asks of the PK of the office with this code, as the resolver would send it. */
export const mintaPk = (kode: string, permintaan: PermintaanPk, siapa: Pelaku, amplop: Amplop): JalankanPk =>
  new JalankanPk({ pemda: '61.71', opd: 'disnaker', jabatan: kode, tahun: 2023 }, permintaan, siapa, amplop);
