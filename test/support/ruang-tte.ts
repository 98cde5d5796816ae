import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataOrang, DirektoriOrang } from '../../src/approval/direktori-orang.js';
import { idPeriksaBaru } from '../../src/approval/tanda-tangan/id-periksa.js';
import { LayananTandaTangan } from '../../src/approval/tanda-tangan/layanan.js';
import type { Pelaku } from '../../src/approval/wewenang.js';
import { FolderArsip } from '../../src/infra/arsip/folder.arsip.js';
import { type BasisIdentitas, bukaBasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { LogKeamanan } from '../../src/infra/identity/log-keamanan.js';
import { PemeriksaPdf } from '../../src/infra/signing/pemeriksa-pdf.js';
import type { EventStore, Tersimpan } from '../../src/kernel/event-store.js';
import { type Amplop, Executor, type Hasil } from '../../src/kernel/execute.js';
import { Rahasia } from '../../src/kernel/rahasia.js';
import { BerkasPk } from '../../src/planning/perjanjian-kinerja/berkas-pk.js';
import {
  type BahanCetakPk,
  MEDAN_TANDA_TANGAN,
  PencetakPk,
} from '../../src/planning/perjanjian-kinerja/cetakan.js';
import {
  ajukan,
  kadis,
  naskahMurni,
  wali,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  type Naskah,
  type Pk,
  type PkEvent,
  perjanjianKinerja,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { KunciPk } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import { TandaTanganPk } from '../../src/planning/perjanjian-kinerja/tanda-tangan-pk.js';
import { pdfUji } from './pdf-uji.js';
import { PenyediaUji } from './penyedia-uji.js';
import { amplopUji, PELAKU, RuangPk } from './ruang-pk.js';

export const FRASA = { kadis: 'kuda besi menyeberang kapuas', wali: 'meriam karbit tujuh belas' } as const;
export type Siapa = keyof typeof FRASA;
const NAMA: Readonly<Record<string, DataOrang>> = {
  [kadis.subjek ?? '']: orang('Drs. Amir Hamid, M.Si.'),
  [wali.subjek ?? '']: orang('Ir. Sari Dewi, M.T.'),
};

function orang(nama: string): DataOrang {
  return { nama, nip: null, nik: null, pangkat: null, surel: null };
}

/** The same log as one that others write to as well: what an instance keeps of it may be old. */
const bersama = (store: EventStore): EventStore =>
  new Proxy(store, {
    get: (asli, nama) => {
      if (nama === 'satuPenulis') return false;
      const isi: unknown = Reflect.get(asli, nama, asli);
      return typeof isi === 'function' ? isi.bind(asli) : isi;
    },
  });

class NamaUji extends DirektoriOrang {
  async baca(subjek: readonly string[]): Promise<ReadonlyMap<string, DataOrang>> {
    return new Map(subjek.flatMap((s) => (NAMA[s] === undefined ? [] : [[s, NAMA[s]]])));
  }
}

/** A real PDF with the fields, made without the typesetter, since a race prints thousands. */
class PencetakUji extends PencetakPk {
  async cetak({ sidik, kedua, verifikasi }: BahanCetakPk): Promise<Uint8Array> {
    const { pertama, kedua: pihakKedua } = MEDAN_TANDA_TANGAN;
    const medan = kedua === null ? [pertama] : [pertama, pihakKedua];
    return pdfUji({ medan, katalog: `/Naskah (${sidik} ${verifikasi?.url ?? 'DRAF'}) ` });
  }
}

/** One instance of the application, as far as signing goes. */
export type Instans = {
  readonly executor: Executor;
  readonly layanan: LayananTandaTangan;
  readonly pk: TandaTanganPk;
  readonly pemeriksa: PemeriksaPdf;
};

/** A city with a PK's two officials and their keys, over a real log, archive and security log. */
export class RuangTte {
  readonly penyedia = new PenyediaUji();
  readonly keamanan: LogKeamanan;
  readonly arsip: FolderArsip;
  readonly berkas: BerkasPk;

  private constructor(
    readonly pk: RuangPk,
    private readonly basis: BasisIdentitas,
    private readonly folder: string,
  ) {
    pk.jam.kini = new Date('2026-03-01T02:00:00Z'); // certificates of a test are of that time
    this.keamanan = new LogKeamanan(basis, pk.jam);
    this.arsip = new FolderArsip(join(folder, 'arsip'));
    this.berkas = new BerkasPk({
      store: pk.store,
      arsip: this.arsip,
      pencetak: new PencetakUji(),
      direktori: new NamaUji(),
      verifikasi: { jaminan: 'tidak-tersertifikasi', alamat: (id) => `https://amanah.uji/v/${id}` },
    });
    this.penyedia.daftarkan(kadis.subjek ?? '', 'Drs. Amir Hamid, M.Si.', FRASA.kadis);
    this.penyedia.daftarkan(wali.subjek ?? '', 'Ir. Sari Dewi, M.T.', FRASA.wali);
  }

  static async buka(): Promise<RuangTte> {
    const folder = mkdtempSync(join(tmpdir(), 'amanah-tte-'));
    return new RuangTte(await RuangPk.buka(), await bukaBasisIdentitas({ folder }), folder);
  }

  instans(): Instans {
    const { store, jam } = this.pk;
    const executor = new Executor(bersama(store), jam);
    const pemeriksa = new PemeriksaPdf({ akar: [this.penyedia.akar.der], clock: jam });
    const layanan = new LayananTandaTangan({
      penyedia: this.penyedia,
      pemeriksa,
      direktori: new NamaUji(),
      arsip: this.arsip,
      keamanan: this.keamanan,
      clock: jam,
    });
    return { executor, layanan, pemeriksa, pk: new TandaTanganPk(executor, store, jam, this.berkas) };
  }

  kunci(kode: string): KunciPk {
    return { pemda: '61.71', opd: 'disnaker', jabatan: kode, tahun: 2023 };
  }

  stream(kode: string): string {
    return `PerjanjianKinerja-61.71.disnaker.${kode}.2023`;
  }

  /** Proposes a text for the office with this code. */
  async ajukan({ executor }: Instans, kode: string, isi: Partial<Naskah> = {}): Promise<void> {
    const c = { ...ajukan({ ...naskahMurni, jabatan: kode }, isi), idPeriksa: idPeriksaBaru() };
    await executor.execute(perjanjianKinerja, `61.71.disnaker.${kode}.2023`, c, amplopUji([kode, isi]));
  }

  /** What waits, as it would be shown. */
  async dibaca(kode: string): Promise<{ sidik: string; berkasDilihat: string }> {
    const { events } = await this.pk.store.read(this.stream(kode));
    const diajukan = (events as readonly Tersimpan<PkEvent>[]).findLast(
      (e) => e.type === 'PerjanjianKinerjaDiajukan',
    );
    const { sidik: berkasDilihat } = await this.berkas.baca(this.kunci(kode), null, 'akun-uji');
    return { sidik: diajukan && 'sidik' in diajukan.data ? diajukan.data.sidik : '', berkasDilihat };
  }

  async tandatangani(
    i: Instans,
    siapa: Siapa,
    kode: string,
    dibaca: { sidik: string; berkasDilihat: string },
    lain: { amplop?: Amplop; frasa?: string; pelaku?: Pelaku } = {},
  ): Promise<Hasil<Pk>> {
    const { amplop = amplopUji([siapa, kode, dibaca]), frasa = FRASA[siapa], pelaku = PELAKU[siapa] } = lain;
    const sesi = i.layanan.duduk({ pelaku, alamat: '127.0.0.1', frasa: new Rahasia(frasa) });
    try {
      return await sesi.tandatangani(i.pk.dokumen({ kunci: this.kunci(kode), ...dibaca }, pelaku, amplop));
    } finally {
      sesi.tutup();
    }
  }

  async jenis(kode: string): Promise<string[]> {
    const { events } = await this.pk.store.read(this.stream(kode));
    return events.map((e) => ('pihak' in e.data ? `${e.type} ${String(e.data.pihak)}` : e.type));
  }

  async tutup(): Promise<void> {
    await this.pk.tutup();
    await this.basis.tutup();
    rmSync(this.folder, { recursive: true });
  }
}
