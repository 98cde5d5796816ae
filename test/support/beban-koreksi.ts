import { randomUUID } from 'node:crypto';
import { setTimeout as tidur } from 'node:timers/promises';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { terbitkanToken } from '../../src/infra/identity/token.js';
import { paketKota } from '../e2e/impor.ruang.js';

const KOREKSI = `mutation($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi } }`;

/** A token for the planner of an example city, who may correct its figures. */
export const tokenPerencana = (folder: string, pemda = '61.71', opd = 'disnaker'): string =>
  terbitkanToken(folder, {
    akun: 'akun-perencana',
    peran: 'perencana',
    pemda,
    opd,
    jabatan: 'perencana',
    sebutan: 'Perencana',
    subjek: 'S-perencana',
    status: 'definitif',
  });

export type HasilBeban = {
  /** idPerintah of each command that was acknowledged. */
  readonly diakui: ReadonlySet<string>;
  /** When each request was sent that got no answer at all; performance.now(). */
  readonly takTerjawab: readonly number[];
};

export type Beban = {
  readonly alamat: string;
  readonly token: string;
  readonly pemanggil: number;
  readonly henti?: AbortSignal;
  /** Between two commands of one caller; ms. */
  readonly jeda?: number;
};

let nomor = 0;

/** Callers that correct one figure each (of pontianak-2023), one command after another, until `henti` or until the server is gone. */
export const koreksiTerus = async ({
  alamat,
  token,
  pemanggil,
  henti,
  jeda = 0,
}: Beban): Promise<HasilBeban> => {
  const diakui = new Set<string>();
  const takTerjawab: number[] = [];
  const indikator = paketKota('pontianak-2023')
    .indikator.filter((i) => i.satuan === '%')
    .map((i) => i.kode);
  const satu = async (kode: string): Promise<void> => {
    while (henti?.aborted !== true) {
      const idPerintah = randomUUID();
      const mulai = performance.now();
      try {
        const res = await fetch(`${alamat}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: KOREKSI, variables: { m: masukan(idPerintah, kode) } }),
        });
        const { data } = (await res.json()) as { data?: { koreksiRealisasi?: { posisi: string } | null } };
        if (data?.koreksiRealisasi?.posisi !== undefined) diakui.add(idPerintah);
      } catch {
        takTerjawab.push(mulai);
        return;
      }
      if (jeda > 0) await tidur(jeda);
    }
  };
  await Promise.all(indikator.slice(0, pemanggil).map(satu));
  return { diakui, takTerjawab };
};

const masukan = (idPerintah: string, indikator: string) => ({
  idPerintah,
  pemda: '61.71',
  opd: 'disnaker',
  tahun: 2023,
  triwulan: 4,
  indikator,
  realisasi: `1.${String(++nomor).padStart(6, '0')}`, // never what stands: the same correction again is answered without an event
  alasan: 'pembetulan setelah pemeriksaan berkas',
});

/** How many events each command left in the log of a folder. */
export const perintahTersimpan = async (folder: string): Promise<ReadonlyMap<string, number>> => {
  const store = SqliteEventStore.open(folder, { bacaSaja: true });
  const jumlah = new Map<string, number>();
  for (let dari = 0; ; ) {
    const events = await store.readAll(dari, 5_000);
    for (const { meta } of events) jumlah.set(meta.cmd.id, (jumlah.get(meta.cmd.id) ?? 0) + 1);
    if (events.length === 0) break;
    dari += events.length;
  }
  await store.close();
  return jumlah;
};
