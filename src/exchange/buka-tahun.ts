import { boleh, type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Baca, Executor } from '../kernel/execute.js';
import { kodeBagian, kunci, tahunSah } from '../kernel/kunci.js';
import { denganBacaan } from '../kernel/lipatan.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import { sha256Hex, uuid5 } from '../kernel/sidik.js';
import { type KunciOpdTahun, type Sah, secaraElektronik } from '../planning/permintaan.js';
import { type Program, program } from '../planning/program/program.decider.js';
import { type PermintaanProgram, siapkanProgram } from '../planning/program/program.handler.js';
import { rencanaKinerja } from '../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { siapkanRencanaKinerja } from '../planning/rencana-kinerja/rencana-kinerja.handler.js';
import type { Renstra } from '../planning/renstra/renstra.decider.js';
import { renstraTahun } from '../planning/renstra/renstra.fakta.js';
import {
  type Asal,
  Borongan,
  type PerintahBorongan,
  type PeristiwaBorongan,
  perintahBorongan,
  sebagaiPenolakan,
} from './borongan.js';

/** What of the year before could not be taken over, since the plan of the new year does not have it. */
export type Ditinggalkan = {
  readonly program: string;
  readonly jenis: 'sasaran' | 'indikator';
  readonly kode: string;
};
export type TahunDibuka = {
  readonly opd: string;
  readonly program: number; // nodes of the tree that were taken over
  readonly target: number; // of the RKT, proposed from the Renstra
  readonly usulan: number; // what last year left to be done
  readonly ditinggalkan: readonly Ditinggalkan[];
  /** Why nothing of this OPD's year was opened; null: it is open. */
  readonly ditolak: Penolakan | null;
  /** Where the last event stands that it recorded or was decided on; -1: it was refused. */
  readonly letak: number;
};
export type PermintaanBukaTahun = {
  readonly pemda: string;
  readonly opd: readonly string[];
  readonly tahun: number;
};
type Perintah = { readonly id: string; readonly sidik: string };
export type LaporBukaTahun = (kemajuan: { tahap: string; selesai: number; dari: number }) => void;

/** Nothing of it stands in a file. */
const ASAL: Asal = { lembar: '', baris: 0, kolom: null };

type Isi = { readonly program: readonly PermintaanProgram[]; readonly ditinggalkan: readonly Ditinggalkan[] };

const simpulTahunLalu = (
  [kode, lama]: [string, NonNullable<ReturnType<Program['simpul']['get']>>],
  kini: Program,
  renstra: Renstra,
): Isi => {
  const ada = kini.simpul.get(kode);
  const { nama, tingkat, induk } = lama;
  const dikenal = {
    sasaran: lama.sasaran.filter((s) => renstra.sasaran.has(s)),
    indikator: lama.indikator.filter((i) => renstra.indikator.has(i)),
  };
  const ditinggalkan = (['sasaran', 'indikator'] as const).flatMap((jenis) =>
    lama[jenis]
      .filter((k) => !dikenal[jenis].includes(k))
      .map((k): Ditinggalkan => ({ program: kode, jenis, kode: k })),
  );
  return {
    program: [
      // What stands in the new year already was decided for that year: its name is not put back.
      ...(ada === undefined ? [{ type: 'Tambah', kode, nama, tingkat, induk } as const] : []),
      ...dikenal.sasaran.map((sasaran) => ({ type: 'DukungSasaran', program: kode, sasaran }) as const),
      ...dikenal.indikator.map((indikator) => ({ type: 'HubungkanIndikator', kode, indikator }) as const),
    ],
    ditinggalkan,
  };
};

/** What the year before holds for the new one. Refuses RENSTRA_BELUM_ADA where no plan covers the new year. */
const dariTahunLalu = (baca: Baca, k: KunciOpdTahun): Isi => {
  const { state } = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const lalu = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun - 1)).state;
  const kini = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun)).state;
  const isi = [...lalu.simpul].map((simpul) => simpulTahunLalu(simpul, kini, state));
  return { program: isi.flatMap((i) => i.program), ditinggalkan: isi.flatMap((i) => i.ditinggalkan) };
};

const perintahProgram = (k: KunciOpdTahun, p: PermintaanProgram, sah: Sah): PerintahBorongan =>
  perintahBorongan(
    program,
    kunci.opdTahun(k.pemda, k.opd, k.tahun),
    (baca) => siapkanProgram(baca, k, p, sah),
    ASAL,
  );

/** An RKT that is ditetapkan says all that its year has to say; before that, what is missing is proposed. */
const usulkan = (k: KunciOpdTahun, sah: Sah): PerintahBorongan =>
  perintahBorongan(
    rencanaKinerja,
    kunci.opdTahun(k.pemda, k.opd, k.tahun),
    (baca) => {
      const { state } = baca(rencanaKinerja, kunci.opdTahun(k.pemda, k.opd, k.tahun));
      return state.murni.status === 'ditetapkan'
        ? null
        : siapkanRencanaKinerja(baca, k, { type: 'Usulkan', jenis: 'murni' }, sah);
    },
    ASAL,
  );

const jumlah = (peristiwa: readonly PeristiwaBorongan[], jenis: string): number =>
  peristiwa.filter(({ event }) => event.type === jenis).length;

/**
 * Opens a year from the one before: the program tree with what it supports and measures, the RKT proposed from the
 * Renstra, and what last year left to be done as proposals. The plan, the IKU set, offices and their holders hold by
 * date and need no opening. Nothing that stands in the new year is changed, so it may be run again at any time.
 */
export class PembukaTahun {
  private readonly borongan: Borongan;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    clock: Clock,
  ) {
    this.borongan = new Borongan(store, executor, clock);
  }

  /** Each OPD by itself, all or nothing; what is refused of one touches no other. Throws Penolakan of the request as a whole. */
  async buka(
    p: PermintaanBukaTahun,
    perintah: Perintah,
    pelaku: Pelaku,
    lapor: LaporBukaTahun = () => undefined,
  ): Promise<readonly TahunDibuka[]> {
    tahunSah(p.tahun - 1); // there must be a year before
    const daftar = [...new Set(p.opd)].map((opd) => ({
      pemda: p.pemda,
      opd: kodeBagian(opd),
      tahun: tahunSah(p.tahun),
    }));
    const diminta = daftar.length === 0 ? [null] : daftar.map(({ opd }) => opd);
    if (!diminta.some((opd) => boleh(pelaku, 'tahun.buka', p.pemda, opd)))
      wajibBoleh(pelaku, 'tahun.buka', p.pemda, diminta[0] ?? null);
    const hasil: TahunDibuka[] = [];
    for (const [selesai, k] of daftar.entries()) {
      lapor({ tahap: k.opd, selesai, dari: daftar.length });
      hasil.push(await this.satu(k, perintah, pelaku));
    }
    return hasil;
  }

  private async satu(k: KunciOpdTahun, perintah: Perintah, pelaku: Pelaku): Promise<TahunDibuka> {
    const kosong = { opd: k.opd, program: 0, target: 0, usulan: 0, ditinggalkan: [], letak: -1 };
    try {
      wajibBoleh(pelaku, 'tahun.buka', k.pemda, k.opd);
      const { program, ditinggalkan } = await denganBacaan(this.store, (baca) => dariTahunLalu(baca, k));
      const sah = secaraElektronik(pelaku);
      const id = kunci.opdTahun(k.pemda, k.opd, k.tahun);
      const diminta = {
        perintah: [...program.map((p) => perintahProgram(k, p, sah)), usulkan(k, sah)],
        tunggal: {
          id: uuid5(`BukaTahun-${id}`, perintah.id, 0),
          sidik: sha256Hex(`${id}\n${perintah.sidik}`),
          actor: pelaku.akun,
        },
        sah,
        tahun: k,
      };
      const hasil = await this.borongan.jalankan(diminta).catch(sebagaiPenolakan);
      if ('ditolak' in hasil)
        return { ...kosong, ditolak: hasil.ditolak[0]?.penolakan ?? new Penolakan('KEADAAN_TIDAK_SESUAI') };
      const { peristiwa, letak } = hasil;
      return {
        opd: k.opd,
        program: jumlah(peristiwa, 'ProgramDitambahkan'),
        target: jumlah(peristiwa, 'TargetRktDicatat'),
        usulan: jumlah(peristiwa, 'UsulanDicatat'),
        ditinggalkan,
        ditolak: null,
        letak,
      };
    } catch (e) {
      if (e instanceof Penolakan) return { ...kosong, ditolak: e };
      throw e;
    }
  }
}
