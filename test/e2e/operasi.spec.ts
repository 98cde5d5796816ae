import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { AKAR } from '../../src/akar.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, perintahTersimpan, tokenPerencana } from '../support/beban-koreksi.js';
import { nyalakan } from '../support/server-paket.js';
import type { Isi } from './impor.ruang.js';

type Hasil = { readonly status: number; readonly isi: Isi; readonly stderr: string };

let hasilBangun: ReturnType<typeof bangun>;
const akarUji = mkdtempSync(join(tmpdir(), 'amanah-operasi-'));
beforeAll(() => {
  hasilBangun = bangun();
}, 120_000);
afterAll(() => {
  hasilBangun.hapus();
  rmSync(akarUji, { recursive: true, force: true });
});

let nomor = 0;
const folderBaru = (): string => join(akarUji, `f${++nomor}`);
const PONTIANAK = join(AKAR, 'contoh', 'pontianak-2023.json');
const PASURUAN = join(AKAR, 'contoh', 'pasuruan-2022.json');

const amanah = (data: string, ...argumen: string[]): Promise<Hasil> =>
  new Promise((jawab) => {
    const env = { ...process.env, AMANAH_DATA: data, INIT_CWD: akarUji };
    const berkas = [join(hasilBangun.folder, 'paket/amanah.js'), ...argumen, '--json'];
    execFile(process.execPath, berkas, { cwd: AKAR, env }, (e, stdout, stderr) => {
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      jawab({ status: typeof e?.code === 'number' ? e.code : 0, isi: JSON.parse(stdout) as Isi, stderr });
    });
  });
const kode = (kode: string) => ({ ditolak: [{ jalur: '', kode, pesan: expect.any(String) }] });

/** Everything of `amanah_…` that /metrics says: name with labels to value. */
const metrik = async (alamat: string): Promise<Map<string, number>> => {
  const teks = await (await fetch(`${alamat}/metrics`)).text();
  return new Map(
    [...teks.matchAll(/^(amanah_\S+?|nodejs_eventloop_lag_seconds)(\{.*\})? (\S+)$/gm)].map(
      ([, nama, label, nilai]) => [`${nama}${label ?? ''}`, Number(nilai)],
    ),
  );
};

describe('cadangkan dan pulihkan sebagai perintah', () => {
  it('di samping server: cadangan, lalu folder baru yang sama, lalu penolakan dan alasan', async () => {
    const data = folderBaru();
    await amanah(data, 'impor', PONTIANAK);
    const { proses } = await nyalakan(hasilBangun.folder, data);
    const selesai = once(proses, 'exit');
    const cadangan = await amanah(data, 'cadangkan', 'cadangan-1');
    expect(cadangan).toMatchObject({ status: 0, isi: await ukuranAkar(data) });
    expect(Object.keys(cadangan.isi)).toEqual(['ukuran', 'akar']);
    expect(existsSync(join(akarUji, 'cadangan-1', 'cadangan.json'))).toBe(true); // beside where npm was called
    await amanah(data, 'impor', PASURUAN);
    expect(await amanah(data, 'cadangkan', 'cadangan-1')).toMatchObject({
      status: 1,
      isi: kode('CADANGAN_SUDAH_ADA'),
    });
    expect(await amanah(data, 'pulihkan', 'cadangan-1')).toMatchObject({
      status: 3, // a server holds the folder
      isi: kode('PENYIMPANAN_TIDAK_TERSEDIA'),
    });
    proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);

    const lain = folderBaru();
    expect(await amanah(data, 'pulihkan', 'cadangan-1', '--ke', lain)).toMatchObject({
      status: 0,
      isi: cadangan.isi,
    });
    expect((await amanah(lain, 'verifikasi')).isi).toMatchObject({ utuh: true, ...cadangan.isi });

    expect(await amanah(data, 'pulihkan', 'cadangan-1')).toMatchObject({
      status: 1,
      isi: kode('LOG_AKAN_HILANG'),
    });
    expect(await amanah(data, 'pulihkan', 'cadangan-1', '--ganti', ' ')).toMatchObject({
      status: 1,
      isi: kode('ALASAN_WAJIB'),
    });
    expect(await amanah(data, 'pulihkan', 'cadangan-1', '--ganti', 'salah impor')).toMatchObject({
      status: 0,
    });
    expect((await amanah(data, 'verifikasi')).isi).toMatchObject({ utuh: true, ...cadangan.isi });
    expect(readFileSync(join(data, 'penggantian.jsonl'), 'utf8')).toContain('"alasan":"salah impor"');
  });

  it('log lama yang dipasang dengan tangan: server, impor, dan verifikasi menolaknya dengan kode', async () => {
    const data = folderBaru();
    await amanah(data, 'impor', PONTIANAK);
    await amanah(data, 'cadangkan', 'cadangan-2');
    await amanah(data, 'impor', PASURUAN);
    copyFileSync(join(akarUji, 'cadangan-2', 'log.sqlite'), join(data, 'log.sqlite'));
    await expect(nyalakan(hasilBangun.folder, data)).rejects.toThrow(
      /lebih pendek daripada checkpoint.*\[LOG_MUNDUR\]/s,
    );
    expect(await amanah(data, 'impor', PASURUAN)).toMatchObject({ status: 3, isi: kode('LOG_MUNDUR') });
    const { status, isi } = await amanah(data, 'verifikasi');
    expect(status).toBe(3);
    expect(isi.masalah).toMatchObject([{ bagian: 'log', uraian: expect.stringContaining('lebih pendek') }]);
    expect((await amanah(data, 'pulihkan', '--terima', 'potret mesin maya')).status).toBe(0);
    expect((await amanah(data, 'verifikasi')).isi).toMatchObject({ utuh: true });
  });

  it.each([
    ['cadangkan tanpa folder', ['cadangkan']],
    ['cadangkan dua folder', ['cadangkan', 'a', 'b']],
    ['pulihkan tanpa cadangan', ['pulihkan']],
    ['--terima bersama cadangan', ['pulihkan', 'a', '--terima', 'b']],
  ])('%s adalah salah pakai', async (_, argumen) =>
    expect(await amanah(folderBaru(), ...argumen)).toMatchObject({
      status: 2,
      isi: kode('MASUKAN_TIDAK_SAH'),
    }),
  );

  it('tanpa log tidak ada yang dapat dicadangkan', async () => {
    const hasil = await amanah(folderBaru(), 'cadangkan', 'cadangan-3');
    expect(hasil).toMatchObject({ status: 3, isi: kode('PENYIMPANAN_TIDAK_TERSEDIA') });
    expect(existsSync(join(akarUji, 'cadangan-3'))).toBe(false);
  });
});

const ukuranAkar = async (data: string) => {
  const { ukuran, akar } = await periksaLog(data);
  return { ukuran, akar };
};

describe('server yang sedang bekerja', () => {
  it('metrik menyebut apa yang dikerjakan, tanpa satu pun data', async () => {
    const data = folderBaru();
    const impor = await amanah(data, 'impor', PONTIANAK);
    const token = tokenPerencana(data);
    const { proses, alamat } = await nyalakan(hasilBangun.folder, data);
    const selesai = once(proses, 'exit');
    const henti = new AbortController();
    const beban = koreksiTerus({ alamat, token, pemanggil: 4, henti: henti.signal });
    await fetch(`${alamat}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    let m = await metrik(alamat);
    for (const tenggat = Date.now() + 10_000; Date.now() < tenggat; m = await metrik(alamat))
      if ((m.get('amanah_perintah_total{hasil="berhasil"}') ?? 0) > 20) break;
    henti.abort();
    const { diakui } = await beban;
    m = await metrik(alamat);
    expect(diakui.size).toBeGreaterThan(20);
    expect(m.get('amanah_perintah_total{hasil="berhasil"}')).toBeGreaterThanOrEqual(diakui.size);
    expect(m.get('amanah_log_peristiwa')).toBe(
      Number(impor.isi.peristiwa) + Number(m.get('amanah_perintah_total{hasil="berhasil"}')),
    );
    expect(m.get('amanah_log_kelompok_peristiwa_sum')).toBe(m.get('amanah_perintah_total{hasil="berhasil"}'));
    expect(m.get('amanah_log_simpan_seconds_count')).toBe(m.get('amanah_log_kelompok_peristiwa_count'));
    expect(m.get('amanah_log_simpan_seconds_sum')).toBeGreaterThan(0);
    expect(m.get('amanah_log_antre')).toBe(0);
    expect(m.get('amanah_log_menerima')).toBe(1);
    expect(m.get('amanah_penolakan_total{kode="TANPA_TOKEN"}')).toBe(1);
    expect(m.get('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect([...m.keys()]).toContainEqual(
      expect.stringMatching(/^amanah_program_info\{versi="[\d.]+",node="[\d.]+"\}$/),
    );
    for (const { nama: tampilan } of DAFTAR_TAMPILAN) {
      expect(m.get(`amanah_tampilan_status{tampilan="${tampilan}",status="berjalan"}`)).toBe(1);
      expect(m.get(`amanah_tampilan_tertinggal_peristiwa{tampilan="${tampilan}"}`)).toBeGreaterThanOrEqual(0);
      expect(m.get(`amanah_tampilan_tertinggal_seconds{tampilan="${tampilan}"}`)).toBeGreaterThanOrEqual(0);
    }
    const teks = await (await fetch(`${alamat}/metrics`)).text();
    expect(teks).not.toMatch(/61\.71|disnaker|perencana\b|akun/);
    proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);
  });

  it('SIGTERM di bawah beban: berakhir dalam 10 detik, setiap permintaan di jalan dijawab, tidak ada yang hilang', async () => {
    const data = folderBaru();
    await amanah(data, 'impor', PONTIANAK);
    const token = tokenPerencana(data);
    const { proses, alamat, galat } = await nyalakan(hasilBangun.folder, data);
    const selesai = once(proses, 'exit');
    const langganan = ditutupDengan(alamat, token);
    const beban = koreksiTerus({ alamat, token, pemanggil: 8 });
    await tidur(700); // any moment will do; the load is steady
    const kill = performance.now();
    proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);
    const lama = performance.now() - kill;
    const { diakui, takTerjawab } = await beban;
    expect(await langganan).toBe(1001);
    expect(lama).toBeLessThan(10_000);
    // What was sent before the signal was answered; later ones may have met a closed door.
    expect(takTerjawab.filter((mulai) => mulai < kill)).toEqual([]);
    expect(diakui.size).toBeGreaterThan(20);
    const tersimpan = await perintahTersimpan(data);
    expect([...diakui].filter((id) => tersimpan.get(id) !== 1)).toEqual([]);
    expect(galat()).toBe('');
    expect((await amanah(data, 'verifikasi')).isi).toMatchObject({ utuh: true });
  });

  it('pelanggan yang diam dan sambungan yang menganggur tidak menahan penghentian', async () => {
    const data = folderBaru();
    const { proses, alamat } = await nyalakan(hasilBangun.folder, data);
    const selesai = once(proses, 'exit');
    const ws = new WebSocket(`${alamat.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(ws, 'open');
    ws.pause(); // never reads the close, so never answers it
    const agent = new Agent({ keepAlive: true });
    const req = request(`${alamat}/siap`, { agent }).end();
    const [res] = await once(req, 'response');
    await res.resume().toArray();
    const kill = performance.now();
    proses.kill('SIGTERM');
    expect(await selesai).toEqual([0, null]);
    expect(performance.now() - kill).toBeLessThan(10_000);
    ws.terminate();
    agent.destroy();
  });
});

/** The code with which a subscription's connection is closed. */
const ditutupDengan = (alamat: string, token: string): Promise<number> =>
  new Promise((jawab) => {
    const klien = createClient({
      url: `${alamat.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      on: { closed: (e) => jawab((e as { code: number }).code) },
    });
    const query = 'subscription { tampilanMaju(tampilan: ["riwayat"]) { posisi } }';
    klien.subscribe(
      { query, extensions: { id: randomUUID() } },
      { next: () => {}, error: () => {}, complete: () => {} },
    );
  });
