import { randomUUID } from 'node:crypto';
import type { PenjagaNama } from '../approval/penjaga-nama.js';
import type { Pelaku } from '../approval/wewenang.js';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { kalimat } from '../infra/kalimat-penolakan.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Executor } from '../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../kernel/kunci.js';
import type { Kode } from '../kernel/penolakan.js';
import { kanonik, sha256Hex, uuid5 } from '../kernel/sidik.js';
import {
  type LaporBukaTahun,
  PembukaTahun,
  type PermintaanBukaTahun,
  type TahunDibuka,
} from './buka-tahun.js';
import { type JawabanImpor, type LaporImpor, type PermintaanImpor, Pertukaran } from './pertukaran.js';

/** Whoever holds the data folder: no office of the pemda, so the history names the operator. */
export const operator = ({ pemda }: { readonly pemda: string }): Pelaku => ({
  akun: 'operator',
  peran: 'operator',
  pemda,
  opd: OPD_PEMDA,
  pejabat: {
    subjek: null,
    jabatan: kunci.jabatan(pemda, OPD_PEMDA, 'operator'),
    sebutan: 'Operator',
    status: null,
  },
});

type Berkas = Pick<PermintaanImpor, 'jenis' | 'kunci' | 'pratinjau' | 'cara'>;

/** One id for the same file of the same document: from the command line it may be sent again without harm. */
const idBerkas = ({ jenis, kunci: k, cara }: Berkas, sidik: string): string => {
  const milik = k.jabatan === undefined ? k.opd : `${k.opd}.${k.jabatan}`;
  const kertas = cara === 'dicatat' ? '-kertas' : '';
  return uuid5(`berkas-${jenis}${kertas}-${k.pemda}.${milik}.${k.tahun}`, sidik, 0);
};

type Bahan = {
  readonly store: EventStore;
  readonly executor: Pick<Executor, 'lupakan'>;
  readonly clock: Clock;
};

/** Takes a spreadsheet in for whoever holds the data folder. */
export const imporSebagaiOperator = (
  { store, executor, clock, nama }: Bahan & { readonly nama: PenjagaNama },
  p: Berkas,
  bita: Uint8Array<ArrayBuffer>,
  lapor: LaporImpor,
): Promise<JawabanImpor> => {
  const idPerintah = idBerkas(p, sha256Hex(bita));
  const pertukaran = new Pertukaran(store, executor, clock, new LembarKerjaAdaptor(), nama);
  return pertukaran.impor({ ...p, bita, idPerintah }, operator(p.kunci), lapor);
};

/** One OPD's answer as it goes over a line: its refusal with the sentence already made. */
export type TahunDibukaTercetak = Omit<TahunDibuka, 'ditolak'> & {
  readonly ditolak: { readonly kode: Kode; readonly pesan: string } | null;
};
export type HasilBukaTahun = { readonly opd: readonly TahunDibukaTercetak[] };

/** Opens a year for whoever holds the data folder. The same year again changes nothing, so each run is a command of its own. */
export const bukaTahunSebagaiOperator = async (
  { store, executor, clock }: Bahan,
  p: PermintaanBukaTahun,
  lapor: LaporBukaTahun,
): Promise<HasilBukaTahun> => {
  const perintah = {
    id: randomUUID(),
    sidik: sha256Hex(kanonik({ opd: [...p.opd], pemda: p.pemda, tahun: p.tahun })),
  };
  const hasil = await new PembukaTahun(store, executor, clock).buka(p, perintah, operator(p), lapor);
  const opd = hasil.map(({ ditolak, ...h }) => ({
    ...h,
    ditolak: ditolak && { kode: ditolak.kode, pesan: kalimat(ditolak) },
  }));
  return { opd };
};
