import type { Pelaku } from '../approval/wewenang.js';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Executor } from '../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../kernel/kunci.js';
import { sha256Hex, uuid5 } from '../kernel/sidik.js';
import { type JawabanImpor, type LaporImpor, type PermintaanImpor, Pertukaran } from './pertukaran.js';
import type { KunciTemplat } from './templat.js';

/** Whoever holds the data folder: no office of the pemda, so the history names the operator. */
export const operator = ({ pemda }: KunciTemplat): Pelaku => ({
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

/** One id for the same file of the same document: from the command line it may be sent again without harm. */
const idBerkas = (jenis: string, { pemda, opd, tahun }: KunciTemplat, sidik: string): string =>
  uuid5(`berkas-${jenis}-${pemda}.${opd}.${tahun}`, sidik, 0);

type Bahan = {
  readonly store: EventStore;
  readonly executor: Pick<Executor, 'lupakan'>;
  readonly clock: Clock;
};

/** Takes a spreadsheet in for whoever holds the data folder. */
export const imporSebagaiOperator = (
  { store, executor, clock }: Bahan,
  p: Pick<PermintaanImpor, 'jenis' | 'kunci' | 'pratinjau'>,
  bita: Uint8Array<ArrayBuffer>,
  lapor: LaporImpor,
): Promise<JawabanImpor> => {
  const idPerintah = idBerkas(p.jenis, p.kunci, sha256Hex(bita));
  const pertukaran = new Pertukaran(store, executor, clock, new LembarKerjaAdaptor());
  return pertukaran.impor({ ...p, bita, idPerintah }, operator(p.kunci), lapor);
};
