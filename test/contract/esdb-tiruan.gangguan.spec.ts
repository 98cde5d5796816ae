import { NO_STREAM } from '@eventstore/db-client';
import { galatDari, KlienUji, peristiwa, sampaiBerhasil } from '../support/esdb-tiruan/klien-uji.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

let tiruan: Tiruan;
let k: KlienUji;
beforeEach(async () => {
  tiruan = await mulaiTiruan();
  k = new KlienUji(tiruan.url);
});
afterEach(async () => {
  await k.tutup();
  await tiruan.tutup();
});

describe('gangguan', () => {
  it('padam menolak sambungan; nyala di port yang sama dengan log yang sama', async () => {
    await k.tambah('A-1', peristiwa('satu'));
    await tiruan.kluster.padam();
    // UnavailableError, or gRPC's bare Error: which of the two comes first is the client's own race.
    expect(await galatDari(k.tambah('A-1', peristiwa('dua')))).toMatchObject({ code: 14 });
    expect(await galatDari(k.baca('A-1'))).toMatchObject({ type: 'unavailable' });
    await tiruan.kluster.nyala();
    expect(await sampaiBerhasil(() => k.baca('A-1'))).toEqual(['satu']);
  });

  it('jawaban yang hilang: tersimpan tetapi tidak diketahui; diulang tidak menjadi dua', async () => {
    await k.tambah('A-0', peristiwa('nol'));
    tiruan.gangguan.hilangJawaban({ ke: 2 });
    const isi = [peristiwa('satu'), peristiwa('dua')];
    await k.tambah('A-1', peristiwa('sebelum'), { rev: NO_STREAM });
    expect(await galatDari(k.tambah('A-1', isi, { rev: 0n }))).toMatchObject({ code: 14 });
    expect(tiruan.isi()).toHaveLength(4);
    expect(await sampaiBerhasil(() => k.tambah('A-1', isi, { rev: 0n }))).toMatchObject({
      nextExpectedRevision: 2n,
    });
    expect(tiruan.isi()).toHaveLength(4);
    expect(tiruan.statistik).toMatchObject({ jawabanHilang: 1, diulang: 1 });
  });

  it('jawaban yang hilang menurut peluang sama untuk benih yang sama', async () => {
    const jalankan = async (): Promise<boolean[]> => {
      tiruan.gangguan.hilangJawaban({ peluang: 0.4, benih: 7 });
      const nasib: boolean[] = [];
      for (let i = 0; i < 20; i++) {
        const sebelum = tiruan.statistik.jawabanHilang;
        // Each on a client of its own: none waits for another's line to come back.
        const sendiri = new KlienUji(tiruan.url);
        await galatDari(sendiri.tambah('A-1', peristiwa(String(i))));
        await sendiri.tutup();
        nasib.push(tiruan.statistik.jawabanHilang > sebelum);
      }
      return nasib;
    };
    const pertama = await jalankan();
    expect(await jalankan()).toEqual(pertama);
    expect(new Set(pertama).size).toBe(2);
    expect(tiruan.isi()).toHaveLength(40);
  });

  it.each(['UNKNOWN', 'INTERNAL', 'DATA_LOSS', 'DEADLINE_EXCEEDED'] as const)(
    'kode %s dapat berarti tersimpan atau tidak',
    async (kode) => {
      tiruan.gangguan.jawabKode(kode);
      expect(await galatDari(k.tambah('A-1', peristiwa('satu')))).toBeInstanceOf(Error);
      expect(tiruan.isi()).toHaveLength(0);
      tiruan.gangguan.jawabKode(kode, { tersimpan: true });
      expect(await galatDari(k.tambah('A-1', peristiwa('dua')))).toBeInstanceOf(Error);
      expect(tiruan.isi()).toHaveLength(1);
      tiruan.gangguan.jawabKode(kode, { panggilan: 'baca' });
      expect(await galatDari(k.baca('A-1'))).toBeInstanceOf(Error);
      expect(await k.baca('A-1')).toEqual(['dua']);
    },
  );

  it('versi salah padahal peristiwa yang sama sudah tersimpan', async () => {
    tiruan.gangguan.versiSalah();
    const isi = peristiwa('satu');
    expect(await galatDari(k.tambah('A-1', isi, { rev: NO_STREAM }))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 0n,
    });
    expect(tiruan.isi().map((e) => e.id)).toEqual([isi.id]);
  });

  it('bacaan yang putus di tengah memberi galat, bukan akhir yang diam', async () => {
    await k.tambah(
      'A-1',
      ['1', '2', '3'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.putuskan('baca', 2);
    expect(await galatDari(k.baca('A-1'))).toMatchObject({ type: 'unavailable' });
    expect(await sampaiBerhasil(() => k.baca('A-1'))).toEqual(['1', '2', '3']);
  });

  it('lambat: melewati tenggat, tersimpan juga', async () => {
    tiruan.gangguan.lambat({ sesudah: 500 });
    expect(await galatDari(k.tambah('A-1', peristiwa('satu'), { deadline: 100 }))).toMatchObject({
      type: 'deadline-exceeded',
    });
    expect(tiruan.isi()).toHaveLength(1);
  });

  it('beku: tidak menjawab apa pun; yang terkirim saat itu disimpan sesudah cair, biarpun pengirimnya sudah pergi', async () => {
    await k.tambah('A-1', peristiwa('satu'));
    tiruan.kluster.bekukan();
    expect(await galatDari(k.tambah('A-1', peristiwa('dua'), { deadline: 200 }))).toMatchObject({
      type: 'deadline-exceeded',
    });
    const baru = new KlienUji(tiruan.url);
    expect(await galatDari(baru.tambah('B-1', peristiwa('tiga'), { deadline: 200 }))).toMatchObject({
      type: 'deadline-exceeded',
    });
    expect(tiruan.isi()).toHaveLength(1);
    tiruan.kluster.cairkan();
    await baru.tutup();
    await sampaiBerhasil(async () => expect(await k.baca('A-1')).toEqual(['satu', 'dua']));
  });

  it('beku: bacaan, yang tidak bertenggat, gagal oleh denyut sambungan', async () => {
    const peringatan = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const cepat = new KlienUji(`${tiruan.url}&keepAliveInterval=100&keepAliveTimeout=100`);
    expect(peringatan).toHaveBeenCalled();
    await cepat.tambah('A-1', peristiwa('satu'));
    tiruan.kluster.bekukan();
    expect(await galatDari(cepat.baca('A-1'))).toMatchObject({ type: 'unavailable' });
    tiruan.kluster.cairkan();
    await cepat.tutup();
    peringatan.mockRestore();
  });
});

describe('gugus tiga anggota', () => {
  let tiga: Tiruan;
  let klien: KlienUji[];
  const sambung = (url: string): KlienUji => {
    const baru = new KlienUji(url);
    klien.push(baru);
    return baru;
  };
  const keAnggota = (nomor: number): KlienUji => sambung(`esdb://${tiga.kluster.titik[nomor]}?tls=false`);
  beforeEach(async () => {
    tiga = await mulaiTiruan({ anggota: 3 });
    klien = [];
  });
  afterEach(async () => {
    for (const satu of klien) await satu.tutup();
    await tiga.tutup();
  });

  it('pengikut meneruskan tambahan, kecuali yang meminta pemimpin: NotLeader dengan alamatnya', async () => {
    const pengikut = keAnggota(1);
    await pengikut.tambah('A-1', peristiwa('satu'));
    const [host, port] = tiga.kluster.titik[0]?.split(':') ?? [];
    const galat = await galatDari(pengikut.tambah('A-1', peristiwa('dua'), { requiresLeader: true }));
    expect(galat).toMatchObject({ type: 'not-leader', leader: { address: host, port: Number(port) } });
    expect(tiga.isi()).toHaveLength(1);
    // After that error the client has gone over to the leader by itself.
    await pengikut.tambah('A-1', peristiwa('dua'), { requiresLeader: true });
    expect(tiga.statistik.bukanPemimpin).toBe(1);
    // The default path, over one long stream, tells it too.
    const rombongan = keAnggota(1).klien.appendToStream('A-1', peristiwa('tiga'), { requiresLeader: true });
    expect(await galatDari(rombongan)).toMatchObject({ type: 'not-leader' });
    expect(await keAnggota(2).baca('A-1')).toEqual(['satu', 'dua']);
  });

  it('pengikut yang tidak meneruskan menjawab NotLeader kepada setiap tambahan', async () => {
    tiga.kluster.teruskan(false);
    const pengikut = keAnggota(2);
    expect(await galatDari(pengikut.tambah('A-1', peristiwa('satu')))).toMatchObject({ type: 'not-leader' });
    expect(tiga.isi()).toEqual([]);
  });

  it('ganti pemimpin: semua menolak selama pemilihan, lalu yang lama menjawab NotLeader', async () => {
    const pemimpin = keAnggota(0);
    await pemimpin.tambah('A-1', peristiwa('satu'), { requiresLeader: true });
    const ganti = tiga.kluster.gantiPemimpin({ jedaMs: 300 });
    expect(tiga.kluster.pemimpin).toBeNull();
    for (const nomor of [0, 1, 2]) {
      const satu = keAnggota(nomor);
      expect(await galatDari(satu.tambah('A-1', peristiwa('dua')))).toMatchObject({ type: 'unavailable' });
      expect(await galatDari(satu.baca('A-1'))).toMatchObject({ type: 'unavailable' });
    }
    await ganti;
    expect(tiga.kluster.pemimpin).toBe(1);
    const galat = await galatDari(pemimpin.tambah('A-1', peristiwa('dua'), { requiresLeader: true }));
    expect(galat).toMatchObject({ type: 'not-leader' });
    expect(tiga.isi()).toHaveLength(1);
  });

  it('pemimpin mati: sambungan putus, klien menemukan yang baru lewat gosip', async () => {
    const satu = sambung(tiga.url);
    await satu.tambah('A-1', peristiwa('satu'));
    const ganti = tiga.kluster.gantiPemimpin({ jedaMs: 200, bunuh: true });
    expect(await galatDari(satu.tambah('A-1', peristiwa('dua')))).toBeInstanceOf(Error);
    await ganti;
    await sampaiBerhasil(() => satu.tambah('A-1', peristiwa('tiga'), { rev: 0n }));
    expect(tiga.kluster.pemimpin).toBe(1);
    expect(tiga.isi()).toHaveLength(2);
  });

  it('16 pemanggil di tengah segala gangguan: yang diulang dengan id dan revisi yang sama tersimpan tepat sekali', async () => {
    const satu = sambung(tiga.url);
    tiga.gangguan.hilangJawaban({ peluang: 0.1, benih: 11 });
    const pemanggil = Array.from({ length: 16 }, async (_, p) => {
      for (let i = 0; i < 10; i++) {
        const isi = peristiwa(`${p}/${i}`);
        const rev = i === 0 ? NO_STREAM : BigInt(i - 1);
        await sampaiBerhasil(() => satu.tambah(`A-${p}`, isi, { rev }), 25_000);
        if (p === 0 && i % 4 === 1) await tiga.kluster.gantiPemimpin({ jedaMs: 30, bunuh: i % 8 === 1 });
      }
    });
    await Promise.all(pemanggil);
    const isi = tiga.isi().map((e) => Buffer.from(e.data).toString());
    expect(new Set(isi).size).toBe(160);
    expect(isi).toHaveLength(160);
    expect(tiga.statistik.jawabanHilang).toBeGreaterThan(5);
    expect(tiga.statistik.diulang).toBeGreaterThan(0);
  });
});
