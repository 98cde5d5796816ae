import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as tidur } from 'node:timers/promises';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { terbitkanToken } from '../../src/infra/identity/token.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import type { EventStore } from '../../src/kernel/event-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import { berkasKota, paketKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';
import { nyalakan, type ServerPaket } from '../support/server-paket.js';

const PUTARAN = Number(process.env.AMANAH_CRASH_APLIKASI ?? 50);
const PEMANGGIL = 8;
const KOREKSI = `mutation($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi } }`;

let nomor = 0;

/** Corrections one after the other until the server is gone; every acknowledged one is written down. */
const koreksi = async (
  server: ServerPaket,
  token: string,
  indikator: string,
  diakui: Set<string>,
): Promise<void> => {
  for (;;) {
    const idPerintah = randomUUID();
    const m = {
      idPerintah,
      pemda: '61.71',
      opd: 'disnaker',
      tahun: 2023,
      triwulan: 4,
      indikator,
      realisasi: `1.${String(++nomor).padStart(6, '0')}`, // never what stands: the same correction again is answered without an event
      alasan: 'pembetulan setelah pemeriksaan berkas',
    };
    try {
      const res = await fetch(`${server.alamat}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: KOREKSI, variables: { m } }),
      });
      const { data } = (await res.json()) as { data?: { koreksiRealisasi?: { posisi: string } | null } };
      if (data?.koreksiRealisasi?.posisi !== undefined) diakui.add(idPerintah);
    } catch {
      return; // the line was cut: this command's outcome is unknown
    }
  }
};

const hitungPerintah = async (store: EventStore): Promise<Map<string, number>> => {
  const jumlah = new Map<string, number>();
  for (let dari = 0; ; ) {
    const events = await store.readAll(dari, 5_000);
    for (const { meta } of events) jumlah.set(meta.cmd.id, (jumlah.get(meta.cmd.id) ?? 0) + 1);
    if (events.length === 0) return jumlah;
    dari += events.length;
  }
};

it(`tidak satu pun perintah yang diakui hilang atau berganda setelah ${PUTARAN} kali kill -9 atas seluruh aplikasi`, async () => {
  const ruang = new Ruang();
  const { folder: dist, hapus } = bangun();
  try {
    await ruang.impor(berkasKota('pontianak-2023'));
    await ruang.views.close();
    await ruang.store.close();
    const token = terbitkanToken(ruang.folder, {
      akun: 'akun-perencana',
      peran: 'perencana',
      pemda: '61.71',
      opd: 'disnaker',
      jabatan: 'perencana',
      sebutan: 'Perencana',
      subjek: 'S-perencana',
      status: 'definitif',
    });
    const indikator = paketKota('pontianak-2023')
      .indikator.filter((i) => i.satuan === '%')
      .map((i) => i.kode);
    const diakui = new Set<string>();
    for (let i = 0; i < PUTARAN; i++) {
      const server = await nyalakan(dist, ruang.folder);
      const pemanggil = indikator.slice(0, PEMANGGIL).map((k) => koreksi(server, token, k, diakui));
      await tidur(randomInt(20, 400));
      server.proses.kill('SIGKILL');
      await Promise.all([once(server.proses, 'exit'), ...pemanggil]);
    }
    const { masalah, ukuran } = await periksaLog(ruang.folder);
    expect(masalah).toEqual([]);
    const store = SqliteEventStore.open(ruang.folder);
    const views = SqliteViewStore.open(ruang.folder);
    const runner = new Runner(store, views, DAFTAR_TAMPILAN);
    const jumlah = await hitungPerintah(store);
    const hilang = [...diakui].filter((id) => jumlah.get(id) === undefined);
    const ganda = [...diakui].filter((id) => (jumlah.get(id) ?? 0) > 1);
    await runner.kejar();
    const beda = await periksaTampilan(store, views, DAFTAR_TAMPILAN);
    console.log(
      `${PUTARAN} kill -9 aplikasi: ${diakui.size} diakui, ${ukuran} peristiwa, ${hilang.length} hilang, ${ganda.length} ganda, ${beda.length} beda tampilan`,
    );
    expect(diakui.size).toBeGreaterThan(PUTARAN);
    expect({ hilang, ganda, beda }).toEqual({ hilang: [], ganda: [], beda: [] });
    await runner.berhenti();
    await views.close();
    await store.close();
  } finally {
    hapus();
    await ruang.tutup();
  }
}, 1_800_000);
