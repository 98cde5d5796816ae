import type { DirektoriOrang } from '../../approval/direktori-orang.js';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import { idPeriksaSah } from '../../approval/tanda-tangan/id-periksa.js';
import type { Arsip } from '../../kernel/arsip.js';
import type { EventStore, Tersimpan } from '../../kernel/event-store.js';
import { bacaStream, jabatanKepala, kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { denganBacaan } from '../../kernel/lipatan.js';
import { sha256Hex } from '../../kernel/sidik.js';
import { nipTersamar } from '../../planning/orang/data-orang.js';
import { pemda, type Zona } from '../../planning/pemda/pemda.decider.js';
import { sebutanTercetak } from '../../planning/perjanjian-kinerja/cetakan.js';
import {
  type PkEvent,
  perjanjianKinerja,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { KueriPerjanjianKinerja } from '../../projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import { type RiwayatNaskah, riwayatNaskah, type TandaTanganNaskah } from './riwayat-naskah.js';

/** A file that this text had, as a visitor's own can be compared with it. */
export type BerkasDikenal = {
  readonly sidik: string;
  readonly tandaTangan: number; // how many stand in it
  readonly panjang: number | null; // null: the archive does not have it (any more)
  readonly potongan: readonly string[]; // of the whole, in order: to tell a changed file from a foreign one
};
export type PenandatanganTampil = Omit<TandaTanganNaskah, 'oleh'> & {
  readonly sebutan: string;
  readonly nama: string | null;
  readonly nip: string | null;
};
export type NaskahTampil = Pick<RiwayatNaskah, 'keadaan' | 'olehVersi' | 'sidik' | 'diajukanPada'> & {
  readonly id: string;
  readonly pemerintah: string;
  readonly zona: Zona;
  readonly judul: string;
  readonly jenis: string;
  readonly versi: number;
  readonly penandatangan: readonly PenandatanganTampil[];
  readonly menunggu: string | null; // the title of whose signature is missing
  readonly berkas: readonly BerkasDikenal[];
};

const POTONGAN = 64;
const TANPA = 'A'.repeat(22); // looked up for what could be no id, so that every miss takes the same way
const UNTUK = { akun: 'publik', keperluan: 'halaman periksa' };

const potongan = (isi: Uint8Array): string[] => {
  const besar = Math.ceil(isi.length / POTONGAN);
  return Array.from({ length: Math.ceil(isi.length / besar) }, (_, i) =>
    sha256Hex(isi.subarray(i * besar, (i + 1) * besar)).slice(0, 16),
  );
};

/** What anybody may know of a document whose address they have; needs no Nest. */
export class PeriksaPublik {
  constructor(
    private readonly kueri: KueriPerjanjianKinerja,
    private readonly store: EventStore,
    private readonly arsip: Arsip,
    private readonly direktori: DirektoriOrang,
  ) {}

  /** Null for an id that no text has. */
  async baca(id: string): Promise<NaskahTampil | null> {
    const baris = await this.kueri.diperiksa(idPeriksaSah(id) ? id : TANPA);
    if (baris === null) return null;
    const stream = `${perjanjianKinerja.kategori}-${kunci.pk(baris.pemda, baris.opd, baris.jabatan, baris.tahun)}`;
    const { events } = await this.store.read(stream);
    const r = riwayatNaskah(events as readonly Tersimpan<PkEvent>[], id);
    return r && this.tampil(id, r);
  }

  private async tampil(id: string, r: RiwayatNaskah): Promise<NaskahTampil> {
    const { naskah, keadaan, olehVersi, sidik, diajukanPada, tandaTangan } = r;
    const { nama, zona } = await denganBacaan(
      this.store,
      (baca) => baca(pemda, kunci.pemda(naskah.pemda)).state,
    );
    const { pihakPertama, pihakKedua } = naskah;
    const berikut = [pihakPertama, pihakKedua][tandaTangan.length] ?? null;
    return {
      ...{ id, keadaan, olehVersi, sidik, diajukanPada },
      pemerintah: nama,
      zona: zona ?? 'WIB',
      judul: `Perjanjian Kinerja ${pihakPertama.sebutan} Tahun ${naskah.tahun}`,
      jenis: naskah.jenis,
      versi: naskah.versi,
      penandatangan: await Promise.all(tandaTangan.map((t) => this.penandatangan(t, zona ?? 'WIB'))),
      menunggu: keadaan === 'menunggu' ? (berikut?.sebutan ?? null) : null,
      berkas: await this.berkas(tandaTangan),
    };
  }

  /** The name as it was on the day of the signature. A kepala daerah's NIP is printed nowhere. */
  private async penandatangan({ oleh, ...t }: TandaTanganNaskah, zona: Zona): Promise<PenandatanganTampil> {
    const { subjek, sebutan, status, jabatan } = oleh;
    const hari = t.basah?.tanggal ?? tanggalDi(zona, new Date(t.pada));
    const orang =
      subjek === null ? undefined : (await this.direktori.baca([subjek], hari, UNTUK)).get(subjek);
    const { opd, jabatan: kode } = bacaStream(`Jabatan-${jabatan}`);
    const nip = opd === OPD_PEMDA && kode === jabatanKepala(OPD_PEMDA) ? null : (orang?.nip ?? null);
    return {
      ...t,
      sebutan: sebutanTercetak(sebutan, status),
      nama: orang?.nama ?? null,
      nip: nip && nipTersamar(nip),
    };
  }

  /** Newest first. */
  private async berkas(tandaTangan: readonly TandaTanganNaskah[]): Promise<BerkasDikenal[]> {
    const sidik = tandaTangan.flatMap(({ bukti }, i) =>
      bukti ? [{ sidik: bukti.berkasHasil, n: i + 1 }] : [],
    );
    const asli = tandaTangan[0]?.bukti?.berkasDilihat;
    const semua = [...(asli === undefined ? [] : [{ sidik: asli, n: 0 }]), ...sidik].reverse();
    return Promise.all(
      semua.map(async ({ sidik, n }) => {
        const isi = n === 0 ? null : await this.arsip.baca(sidik);
        return {
          sidik,
          tandaTangan: n,
          panjang: isi?.length ?? null,
          potongan: isi === null ? [] : potongan(isi),
        };
      }),
    );
  }
}
