import { Penolakan } from '../../src/kernel/penolakan.js';
import { naskahMurni } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PkEvent } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { amplopUji, mintaPk, PELAKU } from '../support/ruang-pk.js';
import { type Instans, RuangTte, type Siapa } from '../support/ruang-tte.js';

/** All races together; the full run of CI sets 4000. */
const LOMBA = Number(process.env.AMANAH_LOMBA ?? 300);
const SEKALIGUS = 10; // races of other documents at the same time

type Dibaca = { sidik: string; berkasDilihat: string };
type Berkas = { readonly pihak: number; readonly dilihat: string; readonly hasil: string };

let ruang: RuangTte;
// Two instances over one log and one archive: what the second one holds of a stream goes stale.
let instans: [Instans, Instans];
const cacah = new Map<string, number>();
const hitung = (hasil: string): void => void cacah.set(hasil, (cacah.get(hasil) ?? 0) + 1);

beforeAll(async () => {
  ruang = await RuangTte.buka();
  instans = [ruang.instans(), ruang.instans()];
});
afterAll(async () => {
  const baris = [...cacah].toSorted().map(([hasil, n]) => `${String(n).padStart(6)}  ${hasil}`);
  process.stdout.write(`lomba tanda tangan berkas: ${LOMBA}\n${baris.join('\n')}\n`);
  await ruang.tutup();
});

const kodeDari = (e: unknown): string => {
  if (e instanceof Penolakan) return e.kode;
  throw e;
};
const coba = (kerja: Promise<unknown>): Promise<string> => kerja.then(() => 'BERHASIL', kodeDari);

const berkasDari = async (kode: string): Promise<Berkas[]> => {
  const { events } = await ruang.pk.store.read(ruang.stream(kode));
  return (events as unknown as readonly PkEvent[]).flatMap((e) =>
    e.type === 'PerjanjianKinerjaDitandatangani' && e.data.bukti
      ? [{ pihak: e.data.pihak, dilihat: e.data.bukti.berkasDilihat, hasil: e.data.bukti.berkasHasil }]
      : [],
  );
};

/** In order, each party once, the second on the bytes of the first; and the archive holds what the events say. */
const periksa = async (kode: string, dibaca: Dibaca): Promise<number> => {
  const berkas = await berkasDari(kode);
  expect(berkas.map((b) => b.pihak)).toEqual([1, 2].slice(0, berkas.length));
  expect(berkas.map((b) => b.dilihat)).toEqual(
    [dibaca.berkasDilihat, berkas[0]?.hasil].slice(0, berkas.length),
  );
  for (const { hasil } of berkas) expect(await ruang.arsip.baca(hasil)).not.toBeNull();
  return berkas.length;
};

/** What signings took so far, ms: the other one comes somewhere within the next, a little after it at most. */
let biasanya = 20;
const terukur = async <T>(kerja: Promise<T>): Promise<T> => {
  const mulai = performance.now();
  const hasil = await kerja;
  biasanya = 0.8 * biasanya + 0.2 * (performance.now() - mulai);
  return hasil;
};
const jeda = (n: number): Promise<void> => new Promise((r) => setTimeout(r, ((n % 7) / 5) * biasanya));

const pilih = (n: number): Instans => instans[n % 2 === 0 ? 0 : 1];

/** The same command twenty times, through both instances. */
const ganda = async (n: number): Promise<void> => {
  const kode = `ganda-${n}`;
  await ruang.ajukan(instans[0], kode);
  const dibaca = await ruang.dibaca(kode);
  const amplop = amplopUji(kode);
  const akhir = await Promise.all(
    Array.from({ length: 20 }, (_, i) => ruang.tandatangani(pilih(n + i), 'kadis', kode, dibaca, { amplop })),
  );
  for (const h of akhir) expect(h).toEqual(akhir[0]);
  expect(await periksa(kode, dibaca)).toBe(1);
  hitung('satu perintah 20 kali: satu tanda tangan, satu jawaban');
};

/** Both officials at once, each holding the file that waits for the first. */
const duaPihak = async (n: number): Promise<void> => {
  const kode = `dua-${n}`;
  await ruang.ajukan(instans[0], kode);
  const dibaca = await ruang.dibaca(kode);
  const urutan: Siapa[] = n & 1 ? ['wali', 'kadis'] : ['kadis', 'wali'];
  const akhir = await Promise.all(
    urutan.map((s, i) => coba(ruang.tandatangani(pilih(n & 2 ? i : 0), s, kode, dibaca))),
  );
  const [kadis, wali] = [akhir[urutan.indexOf('kadis')], akhir[urutan.indexOf('wali')]];
  expect(kadis).toBe('BERHASIL');
  expect(['PK_MENUNGGU_PIHAK_PERTAMA', 'KONFLIK_REVISI']).toContain(wali); // never on a file without the first
  expect(await periksa(kode, dibaca)).toBe(1);
  expect(await coba(ruang.tandatangani(pilih(n), 'wali', kode, await ruang.dibaca(kode)))).toBe('BERHASIL');
  expect(await periksa(kode, dibaca)).toBe(2);
  hitung(`kedua pihak serentak: Pihak Kedua ${wali}`);
};

/** The second signature against a withdrawal. */
const tarik = async (n: number): Promise<void> => {
  const kode = `tarik-${n}`;
  await ruang.ajukan(instans[0], kode);
  const dibaca = await ruang.dibaca(kode);
  await ruang.tandatangani(instans[0], 'kadis', kode, dibaca);
  const kedua = await ruang.dibaca(kode);
  const handler = ruang.pk.handler(pilih(n).executor);
  const p = { type: 'Batalkan', alasan: 'Salah pagu.' } as const;
  const batal = (): Promise<string> =>
    coba(handler.execute(mintaPk(kode, p, PELAKU.kadis, amplopUji([kode, 'tarik']))));
  const ttd = (): Promise<string> => coba(ruang.tandatangani(pilih(n >> 1), 'wali', kode, kedua));
  const [hasilTtd, hasilBatal] = await Promise.all([terukur(ttd()), jeda(n).then(batal)]);
  const berlaku = (await ruang.jenis(kode)).includes('PerjanjianKinerjaBerlaku');
  expect([hasilTtd, hasilBatal].filter((h) => h === 'BERHASIL')).toHaveLength(1);
  expect(hasilTtd === 'BERHASIL').toBe(berlaku);
  expect(await periksa(kode, dibaca)).toBe(berlaku ? 2 : 1);
  hitung(`tanda tangan melawan penarikan: ${berlaku ? 'berlaku' : 'ditarik'}`);
};

/** The text is withdrawn and proposed again, in the same or in other words, while its first file is being signed. */
const duaVersi = async (n: number): Promise<void> => {
  const kode = `versi-${n}`;
  await ruang.ajukan(instans[0], kode);
  const lama = await ruang.dibaca(kode);
  const { executor } = pilih(n);
  const handler = ruang.pk.handler(executor);
  const p = { type: 'Batalkan', alasan: 'Salah target.' } as const;
  const ganti = async (): Promise<string> => {
    await jeda(n);
    const batal = await coba(handler.execute(mintaPk(kode, p, PELAKU.kadis, amplopUji([kode, 'b']))));
    await ruang.ajukan(pilih(n), kode, n & 1 ? {} : { tanggal: null });
    return batal;
  };
  const [ttd, batal] = await Promise.all([
    coba(ruang.tandatangani(pilih(n >> 1), 'kadis', kode, lama)),
    ganti(),
  ]);
  expect(batal).toBe('BERHASIL');
  // Whatever was signed of the old text, the new one waits for its own first signature, and takes it.
  expect(await coba(ruang.tandatangani(instans[0], 'wali', kode, lama))).not.toBe('BERHASIL');
  const baru = await ruang.dibaca(kode);
  expect(baru.berkasDilihat).not.toBe(lama.berkasDilihat);
  expect(await coba(ruang.tandatangani(instans[1], 'kadis', kode, baru))).toBe('BERHASIL');
  expect(await coba(ruang.tandatangani(instans[0], 'wali', kode, await ruang.dibaca(kode)))).toBe('BERHASIL');
  const akhir = (await berkasDari(kode)).slice(-2);
  expect(akhir.map((b) => [b.pihak, b.dilihat])).toEqual([
    [1, baru.berkasDilihat],
    [2, akhir[0]?.hasil],
  ]);
  hitung(`dua naskah: yang lama ${ttd === 'BERHASIL' ? 'sempat ditandatangani lalu ditarik' : ttd}`);
};

const BAGIAN = [
  [ganda, 0.1],
  [duaPihak, 0.4],
  [tarik, 0.3],
  [duaVersi, 0.2],
] as const;

it.each(
  BAGIAN.map(([lomba, bagian]) => [Math.max(10, Math.round(LOMBA * bagian)), lomba.name, lomba] as const),
)(
  '%d lomba %s: tidak ada tanda tangan ganda atau terbalik',
  async (kali, _, lomba) => {
    for (let n = 0; n < kali; n += SEKALIGUS)
      await Promise.all(Array.from({ length: Math.min(SEKALIGUS, kali - n) }, (_, i) => lomba(n + i)));
  },
  600_000,
);

it('naskah dengan sidik lama ditolak dengan apa yang berubah', async () => {
  await ruang.ajukan(instans[0], 'beda');
  const lama = await ruang.dibaca('beda');
  const handler = ruang.pk.handler(instans[0].executor);
  const p = { type: 'Batalkan', alasan: 'Salah tanggal.' } as const;
  await handler.execute(mintaPk('beda', p, PELAKU.kadis, amplopUji('beda')));
  await ruang.ajukan(instans[0], 'beda', { tanggal: '2023-02-15' });
  await expect(ruang.tandatangani(instans[1], 'kadis', 'beda', lama)).rejects.toMatchObject({
    kode: 'KONFLIK_REVISI',
    rincian: {
      sebab: 'naskah',
      berubah: [{ bagian: 'tanggal', kode: null, sebelum: naskahMurni.tanggal, sesudah: '2023-02-15' }],
    },
  });
});
