import { Penolakan } from '../../src/kernel/penolakan.js';
import * as pk from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { indikatorDihubungkan } from '../../src/planning/program/program.contoh.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import { KueriOpd } from '../../src/projections/capaian/opd.query.js';
import { PemuatCapaian } from '../../src/projections/capaian/pemuat-capaian.js';
import { KueriKotakMasuk } from '../../src/projections/kotak-masuk/kotak-masuk.query.js';
import { KueriPerjanjianKinerja } from '../../src/projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import type { BarisRiwayat } from '../../src/projections/riwayat/riwayat.projection.js';
import { KueriRiwayat } from '../../src/projections/riwayat/riwayat.query.js';
import { type CapaianOpd } from '../../src/reporting/capaian.js';
import * as ukur from '../../src/reporting/pengukuran/pengukuran.contoh.js';
import { di } from '../support/project.js';
import { PERSIAPAN, STREAM, TAHUN } from '../support/tahun.contoh.js';
import { TahunAcak } from '../support/tahun-acak.js';
import { saat, TampilanUji } from '../support/tampilan-uji.js';
import { acak } from './runner.contoh.js';
import { KUNCI, setiapTampilan } from './tampilan.contract.js';

const kode = async (janji: Promise<unknown>): Promise<string> => {
  const e = await janji.then(
    () => undefined,
    (e: unknown) => e,
  );
  return e instanceof Penolakan ? e.kode : `bukan penolakan: ${String(e)}`;
};
const contoh = TAHUN.map(({ meta, ...event }) => ({ stream: meta.stream, event }));

let t: TampilanUji;
beforeEach(() => {
  t = new TampilanUji();
});
afterEach(() => t.tutup());

setiapTampilan('SQLite', async () => undefined);

describe('capaian', () => {
  it('pada saat sebelum tanda tangan kedua belum ada PK yang berlaku', async () => {
    await t.catat(...PERSIAPAN, di(STREAM.pk, ...pk.murniBerlaku));
    const kueri = new KueriCapaian(t.views, t.store);
    const ujung = await t.store.posisi();
    const banyakPk = (c: CapaianOpd) => c.indikator.filter((i) => i.pk).length;
    expect(banyakPk(await kueri.capaian(KUNCI))).toBe(2);
    const sebelum = await kueri.capaian(KUNCI, { pada: saat(ujung - 2) });
    expect([banyakPk(sebelum), sebelum.posisi]).toEqual([0, ujung - 2]);
  });

  it('menolak OPD yang tidak ada, dan yang belum ada pada saat itu', async () => {
    await t.catat(...PERSIAPAN);
    const kueri = new KueriCapaian(t.views, t.store);
    expect(await kode(kueri.capaian({ ...KUNCI, opd: 'dinkes' }))).toBe('TIDAK_DITEMUKAN');
    expect(await kode(kueri.capaian(KUNCI, { pada: '2022-01-01T00:00:00.000Z' }))).toBe('TIDAK_DITEMUKAN');
  });

  it('tidak menyebut OPD tiada selama tampilan belum membaca pendaftarannya', async () => {
    await t.catatSaja(...PERSIAPAN);
    const kueri = new KueriCapaian(t.views, t.store);
    expect(await kode(kueri.capaian(KUNCI))).toBe('BELUM_TERLIHAT');
    expect(await kode(kueri.capaian({ ...KUNCI, opd: 'dinkes' }))).toBe('TIDAK_DITEMUKAN');
    await t.runner.kejar();
    expect((await kueri.capaian(KUNCI)).indikator).not.toEqual([]);
  });

  it('mengingat jawabannya selama tidak ada fakta OPD itu yang berubah', async () => {
    await t.catat(...PERSIAPAN, di(STREAM.tw(4), ukur.entri));
    const kueri = new KueriCapaian(t.views, t.store);
    const satu = await kueri.capaian(KUNCI);
    expect(await kueri.capaian(KUNCI)).toBe(satu);
    const opdLain = TAHUN.filter((e) => e.type === 'OpdDidaftarkan').map(({ type, data }) => ({
      type,
      data,
    }));
    await t.catat(di('Opd-61.71.dinkes', ...opdLain));
    const dua = await kueri.capaian(KUNCI);
    expect(dua.indikator).toBe(satu.indikator);
    expect(dua.posisi).toBe(satu.posisi + 1);
    await t.catat(di(STREAM.tw(4), ukur.tercatat('IKU-1', ukur.angka('80.00'), ukur.angka('91.08'))));
    expect((await kueri.capaian(KUNCI)).indikator[0]?.realisasi).toBe('80.00');
  });

  it('menjawab banyak OPD sama seperti satu per satu', async () => {
    await t.catat(new TahunAcak(acak(5)).banyak(200));
    const daftar = ['disnaker', 'tidakada', 'dinkes'].map((opd) => ({ ...KUNCI, opd, triwulan: 4 as const }));
    const banyak = await new KueriCapaian(t.views, t.store).banyak(daftar);
    const kueri = new KueriCapaian(t.views, t.store);
    const satuan = daftar.map((k) => kueri.capaian(k).catch(() => null));
    expect(banyak).toEqual(await Promise.all(satuan));
    expect(banyak.map((c) => c === null)).toEqual([false, true, false]);
  });
});

describe('yang diingat', () => {
  const OPD = ['disnaker', 'dinkes'].flatMap((opd) =>
    [2022, 2023, 2024].map((tahun) => ({ pemda: '61.71', opd, tahun })),
  );
  const semuaAngka = async ({ views, store }: TampilanUji, kueri = new KueriCapaian(views, store)) => {
    const tiada = (e: unknown): null => {
      if (e instanceof Penolakan && e.kode === 'TIDAK_DITEMUKAN') return null;
      throw e;
    };
    return Promise.all(
      OPD.map(async (k) => ({
        lengkap: await kueri.capaian(k).catch(tiada),
        tahunSaja: await kueri.tahunSaja(k).then(({ indikator }) => indikator, tiada),
      })),
    );
  };

  it.each([11, 12, 13])(
    'sama dengan yang dihitung dari awal sesudah peristiwa mana pun (%i)',
    async (benih) => {
      const log = new TahunAcak(acak(benih)).banyak(150);
      const kueri = new KueriCapaian(t.views, t.store);
      for (let i = 0; i < log.length; i += 10) {
        await t.catat(log.slice(i, i + 10));
        const segar = new TampilanUji();
        try {
          await segar.catat(log.slice(0, i + 10));
          expect(await semuaAngka(t, kueri)).toEqual(await semuaAngka(segar));
        } finally {
          await segar.tutup();
        }
      }
    },
  );

  it('tahun itu saja tidak memuat yang tergantung di pohon program tahun lain, dan memuat yang lepas', async () => {
    const kueri = new KueriCapaian(t.views, t.store);
    const kode = async () => (await kueri.tahunSaja(KUNCI)).indikator.map((i) => i.kode);
    await t.catat(...PERSIAPAN);
    expect(await kode()).toContain('I-2.07.03-1');
    await t.catat(di('Program-61.71.disnaker.2024', indikatorDihubungkan));
    expect(await kode()).not.toContain('I-2.07.03-1');
  });

  it.each([14, 15])(
    'angka tahun itu saja adalah angka tahun itu, indikator demi indikator (%i)',
    async (benih) => {
      await t.catat(new TahunAcak(acak(benih)).banyak(250));
      const semua = await semuaAngka(t);
      expect(semua.some(({ lengkap }) => (lengkap?.indikator.length ?? 0) > 0)).toBe(true);
      for (const { lengkap, tahunSaja } of semua) {
        expect(tahunSaja?.length).toBe(lengkap?.indikator.length);
        for (const [i, angka] of (tahunSaja ?? []).entries()) {
          const { kode, nama, satuan, target, sumberTarget, realisasi, capaian } = angka;
          const sama = { kode, nama, satuan, target, sumberTarget, realisasi, capaian };
          expect(lengkap?.indikator[i]).toMatchObject(sama);
        }
      }
    },
  );
});

it('baris sebuah daftar mendapat angkanya dari satu pembacaan, berapa pun banyaknya', async () => {
  await t.catat(new TahunAcak(acak(6)).banyak(150));
  let pembacaan = 0;
  const views = new Proxy(t.views, {
    get: (asli, nama) => {
      if (nama === 'baca' || nama === 'daftar') pembacaan++;
      const nilai = Reflect.get(asli, nama);
      return typeof nilai === 'function' ? nilai.bind(asli) : nilai;
    },
  });
  const pemuat = new PemuatCapaian(new KueriCapaian(views, t.store));
  const permintaan = {};
  const diminta = ['disnaker', 'dinkes', 'tidakada', 'disnaker'].map((opd) => ({
    ...KUNCI,
    opd,
    triwulan: 4 as const,
  }));
  const angka = await Promise.all(diminta.map((d) => pemuat.muat(permintaan, d)));
  expect(angka.map((c) => c?.opd ?? null)).toEqual(['disnaker', 'dinkes', null, 'disnaker']);
  expect(pembacaan).toBe(2); // once the OPD themselves, once their years
});

describe('riwayat', () => {
  const semua = async (p: Parameters<KueriRiwayat['semua']>[0]): Promise<BarisRiwayat[]> => {
    const hasil: BarisRiwayat[] = [];
    for await (const row of new KueriRiwayat(t.views, t.store).semua(p)) hasil.push(row);
    return hasil;
  };

  it('sekali baca dan sehalaman demi sehalaman memuat peristiwa yang sama, terlama dahulu', async () => {
    await t.catat(new TahunAcak(acak(4)).banyak(700));
    const kueri = new KueriRiwayat(t.views, t.store);
    const utuh = await semua(KUNCI);
    const posisi: number[] = [];
    let after: string | undefined;
    do {
      const { edges, pageInfo } = await kueri.halaman(KUNCI, { first: 100, after });
      posisi.push(...edges.map((e) => e.node.posisi));
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(posisi).toEqual(utuh.map((r) => r.posisi));
    expect(posisi).toEqual(posisi.toSorted((a, b) => a - b));
    expect(posisi.length).toBeGreaterThan(200);
  });

  it('sebuah indikator memperlihatkan entri, koreksi dengan alasannya, dan kedua angka', async () => {
    await t.catat(contoh);
    const baris = await semua({ ...KUNCI, indikator: 'IKU-1' });
    const koreksi = baris.find((r) => r.jenis === 'RealisasiDikoreksi');
    expect(koreksi).toMatchObject({ sebelum: '91.08', sesudah: '91.20' });
    expect(koreksi?.kalimat).toMatch(/91,08 .* 91,20 .* Data BPS direvisi/);
    expect(baris.some((r) => r.jenis === 'RealisasiDicatat')).toBe(true);
  });

  it('pada sebuah saat berhenti di peristiwa terakhir sampai saat itu', async () => {
    await t.catat(contoh);
    const baris = await semua({ ...KUNCI, pada: saat(20) });
    expect(baris.at(-1)?.posisi).toBe(20);
    const kueri = new KueriRiwayat(t.views, t.store);
    const akhir = await kueri.halaman({ ...KUNCI, pada: saat(20) }, { first: 100 });
    expect(akhir.edges.map((e) => e.node)).toEqual(baris);
    expect(akhir.pageInfo.hasNextPage).toBe(false);
  });

  it('asal sebuah angka menunjuk ke peristiwa yang membuatnya', async () => {
    await t.catat(contoh);
    const { indikator } = await new KueriCapaian(t.views, t.store).capaian(KUNCI);
    const asal = indikator.find((i) => i.kode === 'IKU-1')?.asal;
    const kueri = new KueriRiwayat(t.views, t.store);
    const jenis = async (posisi: number[] = []) =>
      (await kueri.peristiwa('61.71', posisi)).map((r) => r.jenis);
    expect(await jenis(asal?.realisasi)).toEqual(['RealisasiDicatat', 'RealisasiDikoreksi']);
    expect(await jenis(asal?.target)).toEqual([
      'PerjanjianKinerjaDiajukan',
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaBerlaku',
    ]);
    expect(await kueri.peristiwa('35.75', [0, 1])).toEqual([]);
    expect(await jenis([0, 0, 9_999])).toEqual(['PemdaDidaftarkan']);
  });
});

describe('halaman', () => {
  const daftar = () => new KueriPerjanjianKinerja(t.views);
  const isiTiga = () =>
    t.catat(
      ...['kepala', 'bidang-a', 'bidang-b'].map((jabatan) =>
        di(`PerjanjianKinerja-61.71.disnaker.${jabatan}.2023`, pk.pengajuan),
      ),
    );

  it('berjalan dengan penanda, urut, tanpa ulang dan tanpa lompat', async () => {
    await isiTiga();
    const satu = await daftar().daftar('61.71', 2023, { first: 2 });
    expect(satu.edges.map((e) => e.node.jabatan)).toEqual(['bidang-a', 'bidang-b']);
    expect(satu.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const dua = await daftar().daftar('61.71', 2023, { first: 2, after: satu.pageInfo.endCursor ?? '' });
    expect(dua.edges.map((e) => e.node.jabatan)).toEqual(['kepala']);
    expect(dua.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('menolak penanda palsu, rusak, dan milik daftar lain', async () => {
    await isiTiga();
    const { endCursor } = (await daftar().daftar('61.71', 2023, { first: 1 })).pageInfo;
    const palsu = Buffer.from(JSON.stringify(['000000000000', 'a', 'b'])).toString('base64url');
    for (const after of ['', 'bukan penanda', palsu, 'bnVsbA', `${endCursor}x`.slice(1)])
      expect(await kode(daftar().daftar('61.71', 2023, { first: 1, after }))).toBe('KURSOR_TIDAK_SAH');
    const lain = daftar().daftar('61.71', 2022, { first: 1, after: endCursor ?? '' });
    expect(await kode(lain)).toBe('KURSOR_TIDAK_SAH');
  });

  it('menolak banyak yang tidak wajar', async () => {
    expect(await kode(daftar().daftar('61.71', 2023, { first: 0 }))).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode(daftar().daftar('61.71', 2023, { first: 101 }))).toBe('TERLALU_BANYAK');
  });
});

it('kotak masuk, Perjanjian Kinerja, pemda, dan OPD dapat ditanya', async () => {
  await t.catat(...PERSIAPAN, di(STREAM.pk, pk.pengajuan, pk.ttdKadis));
  const kotak = new KueriKotakMasuk(t.views, t.store, { now: () => new Date() });
  expect((await kotak.halaman(pk.kadis.jabatan, { first: 5 })).edges).toEqual([]);
  expect((await kotak.halaman(pk.wali.jabatan, { first: 5 })).edges[0]?.node).toMatchObject({
    tugas: 'tandatangani',
    tahun: 2023,
  });
  const perjanjian = new KueriPerjanjianKinerja(t.views);
  expect((await perjanjian.satu('61.71', 'disnaker', 'kepala', 2023))?.versi[0]?.status).toBe(
    'ditandatangani',
  );
  expect(await perjanjian.satu('61.71', 'disnaker', 'kepala', 2022)).toBeNull();
  expect((await perjanjian.daftarOpd('61.71', 'disnaker', { first: 5 })).edges).toHaveLength(1);
  const opd = new KueriOpd(t.views);
  expect(await opd.pemda('61.71')).toMatchObject({ nama: 'Kota Pontianak' });
  expect(await opd.pemda('35.75')).toBeNull();
  expect((await opd.daftar('61.71', { first: 5 })).edges.map((e) => e.node.kode)).toEqual(['disnaker']);
});
