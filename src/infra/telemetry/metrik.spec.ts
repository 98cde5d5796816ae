import type { Request, Response } from 'express';
import type { StatusTampilan } from '../../kernel/view-store.js';
import type { Rakitan } from '../rakitan.js';
import { KesehatanController, SumberKesehatan } from './kesehatan.controller.js';
import { MetrikController } from './metrik.controller.js';
import { Metrik } from './metrik.js';
import { Pencatat } from './pencatat.js';

const SEKARANG = '2026-01-05T02:00:30.000Z';
const UJUNG = 9;

/** As much of an application as is asked: a log of ten events, and one view at `posisi`. */
const sumber = (status: StatusTampilan, posisi: number, rusak?: Error, menjawab = true): Rakitan =>
  ({
    store: {
      satuPenulis: false,
      menerima: true,
      penomoran: async () => null,
      onKelompok: () => undefined,
      antre: 3,
      posisi: async () => UJUNG,
      readAll: async (dari: number) =>
        dari === 7
          ? [{ meta: { at: '2026-01-05T02:00:00.000Z' } }]
          : Promise.reject(new Error('tidak terbaca')),
    },
    executor: { jumlah: { berhasil: 5, ditolak: 2 } },
    clock: { now: () => new Date(SEKARANG) },
    pemantau: {
      menjawab,
      status: () => [
        {
          tampilan: 'capaian',
          posisi,
          status,
          sebab: status === 'berjalan' ? null : { idPeristiwa: 'e-7', posisi: 7, pesan: 'rahasia' },
        },
      ],
    },
    rusak: () => rusak,
  }) as unknown as Rakitan;

const jawaban = () => {
  const hasil: { status: number; isi?: unknown; teks?: string } = { status: 200 };
  const res = {
    status: (kode: number) => {
      hasil.status = kode;
      return res;
    },
    json: (isi: unknown) => {
      hasil.isi = isi;
    },
    setHeader: () => res,
    end: (teks: string) => {
      hasil.teks = teks;
    },
  };
  return { res: res as unknown as Response, hasil };
};

describe('kesehatan', () => {
  it.each(['berhenti', 'menunggu versi baru'] as const)(
    'menyebut tampilan yang %s beserta peristiwanya',
    async (status) => {
      const { res, hasil } = jawaban();
      await new KesehatanController(new SumberKesehatan(sumber(status, 6))).kesehatan(res);
      expect(hasil.status).toBe(status === 'berhenti' ? 503 : 200);
      expect(hasil.isi).toMatchObject({
        posisi: UJUNG,
        tampilan: [{ nama: 'capaian', posisi: 6, status, idPeristiwa: 'e-7' }],
      });
      expect(JSON.stringify(hasil.isi)).not.toContain('rahasia');
    },
  );

  it.each([
    { status: 200, menutup: false, menjawab: true },
    { status: 503, menutup: true, menjawab: true },
    { status: 503, menutup: false, menjawab: false },
  ])(
    'di antara beberapa aplikasi, siap dijawab $status bila menutup $menutup dan tampilannya menjawab $menjawab',
    ({ status, menutup, menjawab }) => {
      const asal = new SumberKesehatan(sumber('berjalan', 9, undefined, menjawab));
      asal.menutup = menutup;
      const { res, hasil } = jawaban();
      new KesehatanController(asal).siap(res);
      expect(hasil).toEqual({ status, isi: { siap: status === 200 } });
    },
  );

  it('dijawab segera juga bila basis data penomoran diam, dan tidak siap bila log tidak terjangkau', async () => {
    const asal = sumber('berjalan', 9);
    const diam = () => new Promise<never>(() => undefined);
    const store = { ...asal.store, penomoran: diam, posisi: diam } as unknown as Rakitan['store'];
    const sejak = performance.now();
    const [sehat, putus, siap] = [jawaban(), jawaban(), jawaban()];
    await new KesehatanController(new SumberKesehatan({ ...asal, store })).kesehatan(sehat.res);
    expect(sehat.hasil).toMatchObject({ status: 503, isi: { posisi: null, log: 'penomoran terhenti' } });
    const takTerjangkau = { ...asal, store: { ...asal.store, menerima: false } } as Rakitan;
    const kesehatan = new KesehatanController(new SumberKesehatan(takTerjangkau));
    await kesehatan.kesehatan(putus.res);
    kesehatan.siap(siap.res);
    expect(putus.hasil).toMatchObject({ status: 503, isi: { log: 'tidak menerima' } });
    expect(siap.hasil).toEqual({ status: 503, isi: { siap: false } });
    expect(performance.now() - sejak).toBeLessThan(4_000); // bin/sehat.mjs waits no longer
  });

  it('tidak siap bila log tidak lagi menerima peristiwa', async () => {
    const kesehatan = new KesehatanController(new SumberKesehatan(sumber('berjalan', 9, new Error('EIO'))));
    const [siap, sehat] = [jawaban(), jawaban()];
    kesehatan.siap(siap.res);
    await kesehatan.kesehatan(sehat.res);
    expect(siap.hasil).toEqual({ status: 503, isi: { siap: false } });
    expect(sehat.hasil).toMatchObject({ status: 503, isi: { status: 'terganggu', log: 'berhenti' } });
  });
});

describe('metrik', () => {
  const baca = async (s: Rakitan): Promise<string> => {
    const pencatat = new Pencatat('error', () => undefined);
    pencatat.ditolak('TANPA_TOKEN', { id: 'x' });
    pencatat.ditolak('TANPA_TOKEN', { id: 'y' });
    return new Metrik(s, pencatat).teks();
  };

  it('menyebut jarak tampilan dalam peristiwa dan detik, dan statusnya', async () => {
    const teks = await baca(sumber('dibangun ulang', 6));
    expect(teks).toContain('amanah_tampilan_tertinggal_peristiwa{tampilan="capaian"} 3');
    expect(teks).toContain('amanah_tampilan_tertinggal_seconds{tampilan="capaian"} 30');
    expect(teks).toContain('amanah_tampilan_status{tampilan="capaian",status="dibangun ulang"} 1');
    expect(teks).toContain('amanah_tampilan_status{tampilan="capaian",status="berjalan"} 0');
    expect(teks).toContain('amanah_log_antre 3');
    expect(teks).toContain('amanah_perintah_total{hasil="ditolak"} 2');
    expect(teks).toContain('amanah_penolakan_total{kode="TANPA_TOKEN"} 2');
  });

  it('tidak gagal karena satu peristiwa yang tidak terbaca, dan tidak menghitung dua kali', async () => {
    const pencatat = new Pencatat('error', () => undefined);
    const metrik = new Metrik(sumber('berhenti', 4, new Error('EIO')), pencatat);
    await metrik.teks();
    const teks = await metrik.teks();
    expect(teks).toContain('amanah_tampilan_tertinggal_seconds{tampilan="capaian"} Nan');
    expect(teks).toContain('amanah_perintah_total{hasil="berhasil"} 5');
    expect(teks).toContain('amanah_log_menerima 0');
  });

  it('setiap metrik milik Amanah dijelaskan di panduan operasi', async () => {
    const { readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { AKAR } = await import('../../akar.js');
    const panduan = readFileSync(join(AKAR, 'docs/panduan/operasi.md'), 'utf8');
    const nama = [...(await baca(sumber('berjalan', 9))).matchAll(/^# TYPE (amanah_\w+)/gm)].map(
      ([, n]) => n,
    );
    expect(nama.length).toBeGreaterThan(8);
    expect(nama.filter((n) => !panduan.includes(`\`${n}\``))).toEqual([]);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.7', false],
    ['::ffff:10.0.0.7', false],
    [undefined, false],
  ])('dari %s: dijawab %s', async (remoteAddress, dijawab) => {
    const controller = new MetrikController(
      new Metrik(sumber('berjalan', 9), new Pencatat('error', () => undefined)),
    );
    const { res, hasil } = jawaban();
    const tanya = controller.metrics({ socket: { remoteAddress } } as Request, res);
    if (dijawab) {
      await tanya;
      expect(hasil.teks).toContain('amanah_log_peristiwa 10');
    } else await expect(tanya).rejects.toMatchObject({ kode: 'TIDAK_DITEMUKAN' });
  });
});
