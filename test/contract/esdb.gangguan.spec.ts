import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as jeda } from 'node:timers/promises';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { jest } from '@jest/globals';
import { pindahkanKeFolder, pindahkanKeKluster } from '../../src/infra/cadangan/pindahkan.js';
import { bukaLog } from '../../src/infra/event-store/buka-log.js';
import { EsdbEventStore } from '../../src/infra/event-store/esdb.event-store.js';
import { idRekaman, KlienEsdb, type Rekaman, TanpaJawaban } from '../../src/infra/event-store/esdb.klien.js';
import type { Penomoran } from '../../src/infra/event-store/penomoran.js';
import { Sequencer } from '../../src/infra/event-store/sequencer.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { penomoranSqlite } from '../../src/infra/event-store/sqlite.penomoran.js';
import { leafHex } from '../../src/infra/integrity/merkle.js';
import { JamSistem } from '../../src/infra/rakitan.js';
import { Executor } from '../../src/kernel/execute.js';
import { Beban, PEMANGGIL } from '../support/beban.js';
import { amplopUji, catatan, codecCatatan, tulis } from '../support/buku.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';
import { kode } from '../support/kode.js';

const JAWAB_PALING_LAMA = 5_000;

let folder: string;
let tiruan: Tiruan;
let penomoran: Penomoran;
let store: EsdbEventStore;
let executor: Executor;
const takTertangani: unknown[] = [];
const catatTakTertangani = (e: unknown): void => void takTertangani.push(e);

const buka = (lapor = (_: string): void => undefined) =>
  EsdbEventStore.open({ url: tiruan.url, penomoran, codec: codecCatatan, lapor });
const mulai = async (anggota: 1 | 3): Promise<void> => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-esdb-'));
  tiruan = await mulaiTiruan({ anggota });
  penomoran = await penomoranSqlite(folder);
  store = await buka();
  executor = new Executor(store, new JamSistem());
  takTertangani.length = 0;
  process.on('unhandledRejection', catatTakTertangani);
};
afterEach(async () => {
  process.off('unhandledRejection', catatTakTertangani);
  tiruan.gangguan.reda();
  await store.close();
  await penomoran.tutup();
  await tiruan.tutup();
  rmSync(folder, { recursive: true, force: true });
});

const idPerintah = ({ data }: { data: Uint8Array }): string =>
  (JSON.parse(Buffer.from(data).toString()) as { cmd: { id: string } }).cmd.id;
const periksa = (beban: Beban) => beban.bandingkan(tiruan.isi().map(idPerintah));

const ringkas = (apa: string, beban: Beban): string =>
  `${apa}: ${beban.diakui.length} diakui, ${Object.entries(periksa(beban))
    .map(([k, n]) => `${n} ${k}`)
    .join(', ')}, jawaban terlama ${beban.terlama.toFixed(0)} ms`;

const sampai = async (terjadi: () => Promise<boolean>): Promise<void> => {
  for (const batas = performance.now() + 12_000; performance.now() < batas; await jeda(20))
    if (await terjadi()) return;
  throw new Error('tidak terjadi');
};

const tidakAdaYangHilang = (beban: Beban): void => {
  expect(periksa(beban)).toEqual({ hilang: 0, ganda: 0 });
  expect(beban.diakui.length).toBeGreaterThan(PEMANGGIL);
  expect(beban.terlama).toBeLessThan(JAWAB_PALING_LAMA);
  expect(takTertangani).toEqual([]);
};

describe('EventStoreDB yang terganggu, dengan 16 pemanggil', () => {
  it('50 kali padam: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(1);
    const beban = new Beban([executor]);
    for (let i = 0; i < 50; i++) {
      await jeda(60 + (i % 5) * 20);
      await tiruan.kluster.padam();
      await jeda(10 + (i % 7) * 15);
      await tiruan.kluster.nyala();
    }
    await beban.selesai();
    process.stdout.write(`${ringkas('50 kali padam', beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 60_000);

  it('20 kali ganti pemimpin, dengan dua aplikasi: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(3);
    const kedua = await buka();
    const beban = new Beban([executor, new Executor(kedua, new JamSistem())]);
    for (let i = 0; i < 20; i++) {
      await jeda(80);
      await tiruan.kluster.gantiPemimpin({ jedaMs: 20 + (i % 5) * 40, bunuh: i % 2 === 0 });
    }
    await beban.selesai();
    await kedua.close();
    process.stdout.write(`${ringkas('20 kali ganti pemimpin', beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 60_000);

  it('500 jawaban hilang setelah tersimpan: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(1);
    tiruan.gangguan.hilangJawaban({ peluang: 0.5, benih: 7 });
    const beban = new Beban([executor]);
    while (tiruan.statistik.jawabanHilang < 500) await jeda(20);
    tiruan.gangguan.reda();
    await beban.selesai();
    process.stdout.write(`${ringkas(`${tiruan.statistik.jawabanHilang} jawaban hilang`, beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 120_000);
});

describe('EventStoreDB yang menjawab lain dari yang terjadi', () => {
  const satu = (id: string, teks: string, amplop = amplopUji()) =>
    executor.execute(catatan, id, tulis(teks), amplop);
  const isi = (id: string): string[] =>
    tiruan
      .isi()
      .filter((e) => e.stream === `Catatan-${id}`)
      .map(({ data }) => (JSON.parse(Buffer.from(data).toString()) as { data: { teks: string } }).data.teks);

  it.each([
    ['UNKNOWN', true],
    ['INTERNAL', false],
    ['DATA_LOSS', true],
    ['DEADLINE_EXCEEDED', true],
    ['CANCELLED', false],
    ['UNAVAILABLE', true],
  ] as const)('%s (tersimpan: %s): satu peristiwa, dan perintahnya berhasil', async (galat, tersimpan) => {
    await mulai(1);
    await satu('1', 'satu');
    tiruan.gangguan.jawabKode(galat, { tersimpan, kali: 2 });
    expect(await satu('1', 'dua')).toMatchObject({ revisi: 1 });
    expect(isi('1')).toEqual(['satu', 'dua']);
  });

  it('menolak versi atas peristiwa kita sendiri yang sudah tersimpan: dibaca ulang, tidak ditulis dua kali', async () => {
    await mulai(1);
    await satu('1', 'satu');
    tiruan.gangguan.versiSalah();
    const amplop = amplopUji();
    expect(await satu('1', 'dua', amplop)).toMatchObject({ revisi: 1 });
    expect(await satu('1', 'dua', amplop)).toMatchObject({ revisi: 1 });
    expect(isi('1')).toEqual(['satu', 'dua']);
  });

  it.each(['PERMISSION_DENIED', 'UNAUTHENTICATED'] as const)(
    '%s: penambahan pasti tidak tersimpan, dijawab seketika, dan perintahnya berhasil setelah haknya kembali',
    async (galat) => {
      await mulai(1);
      await satu('1', 'satu');
      tiruan.gangguan.jawabKode(galat, { kali: Number.POSITIVE_INFINITY });
      const amplop = amplopUji();
      const sejak = performance.now();
      const para = [satu('1', 'dua', amplop), satu('1', 'tiga'), satu('2', 'lain')].map(kode);
      expect(await Promise.all(para)).toEqual(['COBA_LAGI', 'COBA_LAGI', 'COBA_LAGI']);
      expect(performance.now() - sejak).toBeLessThan(1_000);
      expect(await store.penomoran()).toMatchObject({ belumPasti: 0 });
      tiruan.gangguan.reda();
      expect(await kode(satu('1', 'dua', amplop))).toBe('BERHASIL');
      expect([isi('1'), isi('2')]).toEqual([['satu', 'dua'], []]);
    },
  );

  it('ditolak haknya sesudah penambahan yang tidak terjawab: belum pasti, sampai terbaca bahwa sudah tersimpan', async () => {
    await mulai(1);
    await satu('1', 'satu');
    tiruan.gangguan.hilangJawaban({ ke: 1 });
    const amplop = amplopUji();
    const jawaban = kode(satu('1', 'dua', amplop));
    while (tiruan.statistik.jawabanHilang === 0) await jeda(1);
    tiruan.gangguan.jawabKode('UNAUTHENTICATED', { panggilan: 'baca', kali: Number.POSITIVE_INFINITY });
    tiruan.gangguan.jawabKode('UNAUTHENTICATED', { kali: Number.POSITIVE_INFINITY });
    expect(await jawaban).toBe('HASIL_BELUM_PASTI');
    tiruan.gangguan.reda();
    while ((await kode(satu('1', 'dua', amplop))) !== 'BERHASIL') await jeda(50);
    expect(isi('1')).toEqual(['satu', 'dua']);
  }, 20_000);

  it('pembacaan yang ditolak haknya dijawab seketika', async () => {
    await mulai(1);
    tiruan.gangguan.jawabKode('UNAUTHENTICATED', { panggilan: 'baca', kali: Number.POSITIVE_INFINITY });
    const sejak = performance.now();
    await expect(store.read('Catatan-1')).rejects.toMatchObject({ name: 'TokoTidakTersedia' });
    expect(performance.now() - sejak).toBeLessThan(1_000);
  });

  it('diam: setiap perintah dijawab dalam 5 s, dan setelah bicara lagi semuanya selesai tepat sekali', async () => {
    await mulai(1);
    await satu('1', 'satu');
    tiruan.gangguan.diam();
    const amplop = amplopUji();
    const mulaiJawab = performance.now();
    const jawaban = await Promise.all([
      kode(satu('1', 'dua', amplop)),
      kode(satu('1', 'tiga')),
      kode(satu('2', 'lain')),
    ]);
    expect(performance.now() - mulaiJawab).toBeLessThan(JAWAB_PALING_LAMA);
    for (const satuKode of jawaban) expect(['COBA_LAGI', 'HASIL_BELUM_PASTI']).toContain(satuKode);
    tiruan.gangguan.reda();
    while ((await kode(satu('1', 'dua', amplop))) !== 'BERHASIL') await jeda(50);
    expect(isi('1').filter((t) => t === 'dua')).toEqual(['dua']);
    expect(takTertangani).toEqual([]);
  }, 20_000);

  it('satu perintah lewat dua aplikasi yang jamnya berbeda: satu peristiwa, jawaban sama, rantainya utuh', async () => {
    await mulai(1);
    const kedua = await buka();
    const jamLain = { now: () => new Date(Date.now() + 7) };
    const para = [executor, new Executor(kedua, jamLain)];
    const amplop = amplopUji();
    const [a, b] = await Promise.all(para.map((e) => e.execute(catatan, '1', tulis('satu'), amplop)));
    expect(a?.events.map(({ meta }) => meta.at)).toEqual(b?.events.map(({ meta }) => meta.at));
    for (const e of para.reverse()) await e.execute(catatan, '1', tulis(randomUUID()), amplopUji());
    expect((await store.read('Catatan-1')).head.rev).toBe(2);
    await kedua.close();
  });

  it('padam saat log dibaca: toko tidak tersedia, bukan peristiwa yang rusak', async () => {
    await mulai(1);
    await satu('1', 'satu');
    await store.sequencer.kejar();
    tiruan.gangguan.jawabKode('UNAVAILABLE', { panggilan: 'baca', kali: 1 });
    await expect(store.readAll(0, 10)).rejects.toMatchObject({ name: 'TokoTidakTersedia' });
  });

  it('teks panjang bukan ASCII dari banyak pemanggil: sekali kirim tidak melampaui batas server', async () => {
    await mulai(1);
    const teks = Array.from({ length: 24 }, (_, i) => `${i}${'—'.repeat(19_000)}`);
    expect(await Promise.all(teks.map((t) => kode(satu('1', t))))).toEqual(teks.map(() => 'BERHASIL'));
  }, 20_000);

  it('satu perintah yang lebih panjang daripada yang diterima server ditolak, dan stream-nya tetap dapat ditulis', async () => {
    await mulai(1);
    const banyak = { ...catatan, decide: () => panjang };
    const panjang = Array.from({ length: 17 }, () => ({
      type: 'BarisDitulis' as const,
      data: { teks: 'x'.repeat(50_000) },
    }));
    await expect(executor.execute(banyak, '1', tulis('panjang'), amplopUji())).rejects.toMatchObject({
      kode: 'TEKS_TERLALU_PANJANG',
      rincian: { batas: store.byteSekali },
    });
    expect(await satu('1', 'pendek')).toMatchObject({ revisi: 0 });
  });

  it('diam lalu ditutup: penutupan tidak menunggu yang tidak menjawab, dan menyebut yang ditinggalkan', async () => {
    await mulai(1);
    await store.close();
    const laporan: string[] = [];
    store = await buka((pesan) => laporan.push(pesan));
    executor = new Executor(store, new JamSistem());
    await satu('1', 'satu');
    tiruan.gangguan.diam();
    const menunggu = kode(satu('1', 'dua'));
    await jeda(100);
    const mulaiTutup = performance.now();
    await store.close();
    expect(performance.now() - mulaiTutup).toBeLessThan(4_000);
    expect(laporan.join()).toContain('1 stream tanpa kepastian');
    expect(await menunggu).toBe('HASIL_BELUM_PASTI');
    expect(takTertangani).toEqual([]);
  }, 20_000);

  it('padam lalu ditutup: penutupan selesai, dan yang menunggu mendapat jawaban', async () => {
    await mulai(1);
    await satu('1', 'satu');
    await tiruan.kluster.padam();
    const menunggu = kode(satu('1', 'dua'));
    await store.close();
    expect(['COBA_LAGI', 'HASIL_BELUM_PASTI']).toContain(await menunggu);
  }, 20_000);

  it('sambungan yang diganti selagi stream dibaca: bacaannya gagal, tidak pernah terpotong diam-diam', async () => {
    await mulai(1);
    for (let i = 0; i < 200; i++) await satu('1', `baris ${i}`);
    const klien = new KlienEsdb(tiruan.url);
    const ganti = klien as unknown as { sambungLagi(): void };
    const hasil = { utuh: 0, gagal: 0 };
    for (let i = 0; i < 40; i++) {
      const bacaan = klien.baca('Catatan-1').then(
        (r) => r.length,
        () => 'gagal',
      );
      await jeda(i % 10);
      ganti.sambungLagi();
      const banyak = await bacaan;
      if (banyak !== 'gagal') expect(banyak).toBe(200);
      hasil[banyak === 'gagal' ? 'gagal' : 'utuh']++;
      await klien.siap();
    }
    expect(hasil.gagal).toBeGreaterThan(0);
    await klien.tutup();
  }, 30_000);

  it('pembacaan seluruh log untuk cadangan meneruskan setelah halaman yang terputus', async () => {
    await mulai(1);
    for (let i = 0; i < 20; i++) await satu('1', `baris ${i}`);
    const [asal, ke] = [join(folder, 'asal'), join(folder, 'salinan')];
    for (const f of [asal, ke]) mkdirSync(f);
    await store.close(); // or it would be the one that meets the fault
    const halaman = jest.spyOn(KlienEsdb.prototype, 'bacaSemua');
    halaman.mockRejectedValueOnce(new TanpaJawaban('pembacaan log', 1_200));
    const tempat = { folder: asal, eventStore: tiruan.url };
    expect(await pindahkanKeFolder(tempat, ke, () => undefined)).toMatchObject({ ukuran: 20 });
    halaman.mockRestore();
  }, 20_000);

  it('langganan yang terputus dan mengulang: aplikasi lain tetap melihat peristiwa baru', async () => {
    await mulai(1);
    const kedua = await buka();
    const milikKedua = new Executor(kedua, new JamSistem());
    await satu('1', 'satu');
    await milikKedua.state(catatan, '1');
    tiruan.gangguan.gandakan(2);
    tiruan.gangguan.mundurkan(3);
    tiruan.kluster.akhiriLangganan('UNKNOWN');
    await satu('1', 'dua');
    const batas = performance.now() + 5_000;
    while ((await milikKedua.state(catatan, '1')).state.length < 2 && performance.now() < batas)
      await jeda(20);
    expect((await milikKedua.state(catatan, '1')).state).toEqual(['satu', 'dua']);
    await kedua.close();
  }, 20_000);

  it('langganan yang diterima lalu dilupakan server: dimulai lagi ketika penomoran melewatinya', async () => {
    await mulai(1);
    const kedua = await buka();
    const milikKedua = new Executor(kedua, new JamSistem());
    await satu('1', 'satu');
    await milikKedua.state(catatan, '1');
    tiruan.gangguan.diam(['langganan']);
    tiruan.kluster.akhiriLangganan('UNKNOWN');
    await jeda(500); // by now both have asked again, and were accepted
    tiruan.gangguan.bicara();
    await satu('1', 'dua');
    const batas = performance.now() + 10_000;
    while ((await milikKedua.state(catatan, '1')).state.length < 2 && performance.now() < batas)
      await jeda(50);
    expect((await milikKedua.state(catatan, '1')).state).toEqual(['satu', 'dua']);
    await kedua.close();
  }, 30_000);
});

describe('penomoran', () => {
  it('dua aplikasi sekaligus memberi nomor rapat yang sama, dan memberi lagi dari awal sama', async () => {
    await mulai(1);
    const kedua = await buka();
    const beban = new Beban([executor, new Executor(kedua, new JamSistem())]);
    await jeda(500);
    await beban.selesai();
    await Promise.all([store.sequencer.kejar(), kedua.sequencer.kejar()]);
    await store.sequencer.kejar();
    const pertama = await penomoran.akar();
    expect(pertama.ukuran).toBe(tiruan.isi().length);
    const nomor = await penomoran.halaman(0, pertama.ukuran);
    expect(nomor.map((n) => n.posisi)).toEqual(nomor.map((_, i) => i));
    await Promise.all([store.close(), kedua.close()]);
    await penomoran.kosongkan();
    store = await buka();
    await store.sequencer.kejar();
    expect([await penomoran.akar(), await penomoran.halaman(0, pertama.ukuran)]).toEqual([pertama, nomor]);
  }, 20_000);

  it('peristiwa buatan lain ditolak saat dibuka', async () => {
    await mulai(1);
    const klien = EventStoreDBClient.connectionString(tiruan.url);
    const asing = jsonEvent({ type: 'PesananDibuat', data: { n: 1 } });
    await klien.appendToStream('Pesanan-1', asing, { credentials: { username: 'a', password: 'b' } });
    await klien.dispose();
    await expect(buka()).rejects.toMatchObject({ name: 'PeristiwaAsing', stream: 'Pesanan-1', rev: 0 });
  });

  it('log yang dipasang di EventStoreDB baru, sedang nomor yang lama masih ada, dinomori lagi', async () => {
    await mulai(1);
    const meja = mkdtempSync(join(tmpdir(), 'amanah-meja-'));
    const asal = await SqliteEventStore.open(meja, { codec: codecCatatan });
    for (let i = 0; i < 20; i++)
      await new Executor(asal, new JamSistem()).execute(catatan, `${i % 3}`, tulis(`${i}`), amplopUji());
    await asal.close();
    const lain = await mulaiTiruan();
    const tempat = { folder: join(folder, 'lain'), eventStore: tiruan.url };
    mkdirSync(tempat.folder);
    await pindahkanKeKluster(meja, tempat, () => undefined);
    for (let i = 0; i < 5; i++) lain.kluster.log.sistem('$epoch-information', '$epoch-information');
    await pindahkanKeKluster(meja, { ...tempat, eventStore: lain.url }, () => undefined);
    const kedua = await bukaLog({ ...tempat, eventStore: lain.url }, { tersusul: true });
    expect(await kedua.posisi()).toBe(19);
    await kedua.close();
    await expect(bukaLog(tempat)).rejects.toMatchObject({ name: 'NomorTidakCocok' });
    await lain.tutup();
    rmSync(meja, { recursive: true, force: true });
  }, 20_000);

  it('pembukaan yang menemukan peristiwa buatan lain menutup semuanya lagi', async () => {
    await mulai(1);
    await store.close();
    const takTahu = { url: tiruan.url, penomoran, codec: codecCatatan, boleh: async () => false };
    store = await EsdbEventStore.open(takTahu); // or it would refuse what comes after the foreign event
    executor = new Executor(store, new JamSistem());
    for (let i = 0; i < 1_010; i++) {
      if (i === 505) {
        const klien = EventStoreDBClient.connectionString(tiruan.url);
        const asing = jsonEvent({ type: 'PesananDibuat', data: { n: 1 } });
        await klien.appendToStream('Pesanan-1', asing, { credentials: { username: 'a', password: 'b' } });
        await klien.dispose();
      }
      await executor.execute(catatan, `${i % 50}`, tulis(`${i}`), amplopUji());
    }
    const tempat = { folder: join(folder, 'lain'), eventStore: tiruan.url };
    mkdirSync(tempat.folder);
    const tutup = jest.spyOn(EsdbEventStore.prototype, 'close');
    await expect(bukaLog(tempat, { bacaSaja: true, tersusul: true })).rejects.toThrow('bukan milik Amanah');
    expect(tutup).toHaveBeenCalledTimes(1);
    tutup.mockRestore();
  }, 20_000);

  it('yang kehilangan hak menomori mengabarkan nomor dari yang lain', async () => {
    await mulai(1);
    await store.close();
    let boleh = true;
    const bergantian = { url: tiruan.url, penomoran, codec: codecCatatan, boleh: async () => !boleh };
    store = await EsdbEventStore.open(bergantian);
    executor = new Executor(store, new JamSistem());
    const klien = new KlienEsdb(tiruan.url);
    const kabar: number[] = [];
    const pernah = new Sequencer(klien, penomoran, { boleh: async () => boleh, jeda: 20 });
    pernah.onMaju((posisi) => kabar.push(posisi));
    pernah.jalan();
    await executor.execute(catatan, '1', tulis('satu'), amplopUji());
    await sampai(async () => kabar.includes(0));
    boleh = false;
    await jeda(200);
    await executor.execute(catatan, '1', tulis('dua'), amplopUji());
    await sampai(async () => kabar.includes(1));
    await pernah.berhenti();
    await klien.tutup();
  }, 30_000);

  it('mengejar berakhir di ujung log saat diminta, walaupun log terus bertambah', async () => {
    await mulai(1);
    let terbaca = 0;
    const rekaman = (n: number): Rekaman => ({
      stream: '$sistem',
      rev: n,
      id: `${n}`,
      type: '$sistem',
      bytes: null,
      letak: { commit: n, prepare: n },
    });
    const takHabis = {
      bacaUjung: async () => [rekaman(3)],
      bacaSesudah: async () => [rekaman(++terbaca)],
    };
    await new Sequencer(takHabis, penomoran).kejar();
    expect(terbaca).toBe(3);
  });

  it('bita yang bukan UTF-8 adalah peristiwa asing, juga bila hurufnya dapat ditebak', async () => {
    await mulai(1);
    await executor.execute(catatan, '1', tulis('satu'), amplopUji());
    const [asli] = tiruan.isi();
    const bytes = Buffer.from(asli?.data ?? []);
    const amplop = Buffer.from(
      bytes.toString().replace('Catatan-1', 'Catatan-2').replace('satu', 'sat\u00ff'),
    );
    const rusak = Buffer.from(amplop.toString('latin1').replace('\u00c3\u00bf', '\u00ff'), 'latin1');
    const id = idRekaman(leafHex(rusak.toString()));
    const klien = EventStoreDBClient.connectionString(tiruan.url);
    const peristiwa = binaryEvent({ id, type: 'BarisDitulis', data: rusak });
    await klien.appendToStream('Catatan-2', peristiwa, { credentials: { username: 'a', password: 'b' } });
    await klien.dispose();
    await expect(buka()).rejects.toThrow('bukan biner UTF-8');
  });

  it('peristiwa buatan lain yang datang kemudian menghentikan penulisan; yang bernomor tetap dapat dibawa keluar', async () => {
    await mulai(1);
    await executor.execute(catatan, '1', tulis('satu'), amplopUji());
    const klien = EventStoreDBClient.connectionString(tiruan.url);
    const asing = jsonEvent({ type: 'PesananDibuat', data: { n: 1 } });
    await klien.appendToStream('Pesanan-1', asing, { credentials: { username: 'a', password: 'b' } });
    await klien.dispose();
    await expect(store.sequencer.kejar()).rejects.toMatchObject({ name: 'PeristiwaAsing' });
    expect((await penomoran.akar()).ukuran).toBe(1); // what stands before it has its number
    await sampai(async () => !store.menerima);
    await expect(executor.execute(catatan, '1', tulis('dua'), amplopUji())).rejects.toMatchObject({
      kode: 'COBA_LAGI',
      rincian: { sebab: expect.stringContaining('bukan milik Amanah') },
    });
    expect((await executor.state(catatan, '1')).state).toEqual(['satu']);
    const [tempat, ke] = [{ folder: join(folder, 'data'), eventStore: tiruan.url }, join(folder, 'keluar')];
    for (const f of [tempat.folder, ke]) mkdirSync(f);
    expect(await pindahkanKeFolder(tempat, ke, () => undefined)).toMatchObject({ ukuran: 1 });
  }, 20_000);

  it('yang tidak menjangkau server melepas haknya menomori, supaya yang lain meneruskan', async () => {
    await mulai(1);
    let pemegang: string | undefined;
    const sewa = (nama: string) => ({
      boleh: async () => {
        pemegang ??= nama;
        return pemegang === nama;
      },
      lepas: async () => {
        if (pemegang === nama) pemegang = undefined;
      },
    });
    const terputus = { bacaUjung: async () => [], bacaSesudah: () => Promise.reject(new Error('terputus')) };
    await store.close();
    const buntu = new Sequencer(terputus, penomoran, { jeda: 50, ...sewa('buntu') });
    buntu.jalan();
    store = await EsdbEventStore.open({ url: tiruan.url, penomoran, codec: codecCatatan, ...sewa('sehat') });
    executor = new Executor(store, new JamSistem());
    await executor.execute(catatan, '1', tulis('satu'), amplopUji());
    await sampai(async () => (await store.posisi()) === 0);
    await buntu.berhenti();
  }, 30_000);

  it('selama tidak ada server yang menjawab, log tidak menerima, dan menerima lagi sesudahnya', async () => {
    await mulai(1);
    tiruan.gangguan.diam();
    await kode(executor.execute(catatan, '1', tulis('satu'), amplopUji()));
    await sampai(async () => !store.menerima);
    tiruan.gangguan.bicara();
    await sampai(async () => store.menerima);
  }, 30_000);
});
