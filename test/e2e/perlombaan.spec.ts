import type { Executor } from '../../src/kernel/execute.js';
import { Penolakan } from '../../src/kernel/penolakan.js';
import { sidikDari } from '../../src/kernel/sidik.js';
import { naskahMurni } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PermintaanPk } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import type { JalankanPkHandler } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.handler.js';
import { amplopUji, mintaPk, PELAKU, RuangPk } from '../support/ruang-pk.js';

const PERLOMBAAN = 1_000;
const PENARIKAN = 200;
const SEKALIGUS = 20; // races of other documents at the same time, in the same commits

type Siapa = 'kadis' | 'wali';
type Upaya = { siapa: Siapa; permintaan: PermintaanPk; revisi: number | undefined; lewat: JalankanPkHandler };
type Akhir = { siapa: Siapa; kode: string; revisi?: unknown }; // the revision that a conflict was told

/** Everything starts in one tick of the event loop, each upaya through its own handler. */
const serentak = (kode: string, upaya: readonly Upaya[]): Promise<Akhir[]> =>
  Promise.all(
    upaya.map(async ({ siapa, permintaan, revisi, lewat }): Promise<Akhir> => {
      try {
        await lewat.execute(mintaPk(kode, permintaan, PELAKU[siapa], amplopUji([kode, permintaan], revisi)));
        return { siapa, kode: 'BERHASIL' };
      } catch (e) {
        if (!(e instanceof Penolakan)) throw e;
        return e.rincian.revisi === undefined
          ? { siapa, kode: e.kode }
          : { siapa, kode: e.kode, revisi: e.rincian.revisi };
      }
    }),
  );

const sidikUntuk = (kode: string): string => sidikDari({ ...naskahMurni, jabatan: kode });
const tandaTangan = (kode: string): PermintaanPk => ({ type: 'Tandatangani', sidik: sidikUntuk(kode) });
const DIAJUKAN = 'PerjanjianKinerjaDiajukan';
const DITANDATANGANI = 'PerjanjianKinerjaDitandatangani';
const BERLAKU = 'PerjanjianKinerjaBerlaku';
const DIBATALKAN = 'PerjanjianKinerjaDibatalkan';

let ruang: RuangPk;
// Two instances of the application over one log: what the second one holds of a stream goes stale.
let executor: [Executor, Executor];
let handler: [JalankanPkHandler, JalankanPkHandler];

beforeAll(async () => {
  ruang = await RuangPk.buka();
  executor = [ruang.executor(), ruang.executor()];
  handler = [ruang.handler(executor[0]), ruang.handler(executor[1])];
});
afterAll(() => ruang.tutup());

const jenis = async (stream: string): Promise<string[]> => {
  const { events } = await ruang.store.read(stream);
  return events.map((e) => ('pihak' in e.data ? `${e.type} ${String(e.data.pihak)}` : e.type));
};

const SATU = `${DITANDATANGANI} 1`;
const DUA = [`${DITANDATANGANI} 2`, BERLAKU];

/** Both offices at once: who comes first, whether the page named its revision, and which instance serves whom, by n. */
const lomba = async (n: number): Promise<string> => {
  const kode = `lomba-${n}`;
  const stream = await ruang.ajukan(executor[0], kode);
  if (n & 8) await executor[1].state(perjanjianKinerja, stream.slice(stream.indexOf('-') + 1));
  const urutan: Siapa[] = n & 1 ? ['wali', 'kadis'] : ['kadis', 'wali'];
  const bersama = { permintaan: tandaTangan(kode), revisi: n & 2 ? 0 : undefined };
  const lewat = (i: number) => handler[n & 4 && i === 1 ? 1 : 0];
  const akhir = await serentak(
    kode,
    urutan.map((siapa, i) => ({ siapa, ...bersama, lewat: lewat(i) })),
  );
  const wali = akhir.find((a) => a.siapa === 'wali');
  expect(akhir.find((a) => a.siapa === 'kadis')?.kode).toBe('BERHASIL');
  expect(await jenis(stream)).toEqual([DIAJUKAN, SATU, ...(wali?.kode === 'BERHASIL' ? DUA : [])]);
  expect(wali).toEqual(
    wali?.kode === 'KONFLIK_REVISI'
      ? { siapa: 'wali', kode: 'KONFLIK_REVISI', revisi: 1 }
      : { siapa: 'wali', kode: expect.stringMatching(/^(BERHASIL|PK_MENUNGGU_PIHAK_PERTAMA)$/) },
  );
  // Whoever was told why can finish; a fresh instance, since a refusal does not make one read the stream again.
  await serentak(kode, [{ ...bersama, siapa: 'wali', revisi: undefined, lewat: ruang.handler() }]);
  expect(await jenis(stream)).toEqual([DIAJUKAN, SATU, ...DUA]);
  return `Pihak Kedua ${bersama.revisi === undefined ? 'tanpa revisi' : 'dengan revisi'}: ${wali?.kode}`;
};

/** The second signature against a withdrawal: one of the two happens, never both. */
const penarikan = async (n: number): Promise<string> => {
  const kode = `tarik-${n}`;
  const stream = await ruang.ajukan(executor[0], kode);
  const ttd = { permintaan: tandaTangan(kode), revisi: undefined, lewat: handler[0] };
  await serentak(kode, [{ ...ttd, siapa: 'kadis' }]);
  const tarik: Upaya = {
    siapa: 'kadis',
    permintaan: { type: 'Batalkan', alasan: 'Salah pagu.' },
    revisi: n & 2 ? 1 : undefined,
    lewat: handler[n & 4 ? 1 : 0],
  };
  const upaya: Upaya[] = [{ ...ttd, siapa: 'wali', revisi: tarik.revisi }, tarik];
  const akhir = await serentak(kode, n & 1 ? upaya.toReversed() : upaya);
  const setelah = (await jenis(stream)).slice(2);
  const wali = akhir.find((a) => a.siapa === 'wali')?.kode;
  const kadis = akhir.find((a) => a.siapa === 'kadis')?.kode;
  expect(setelah).toEqual(wali === 'BERHASIL' ? DUA : [DIBATALKAN]);
  expect([wali, kadis].toSorted()[0]).toBe('BERHASIL');
  expect([wali, kadis].filter((k) => k === 'BERHASIL')).toHaveLength(1);
  const kalah = wali === 'BERHASIL' ? kadis : wali;
  expect(['KONFLIK_REVISI', wali === 'BERHASIL' ? 'PK_SUDAH_BERLAKU' : 'PK_BELUM_DIAJUKAN']).toContain(kalah);
  return `${wali === 'BERHASIL' ? 'berlaku' : 'dibatalkan'}, yang kalah: ${kalah}`;
};

const ulangi = async (judul: string, kali: number, sekali: (n: number) => Promise<string>): Promise<void> => {
  const cacah = new Map<string, number>();
  for (let n = 0; n < kali; n += SEKALIGUS) {
    const hasil = await Promise.all(Array.from({ length: SEKALIGUS }, (_, i) => sekali(n + i)));
    for (const h of hasil) cacah.set(h, (cacah.get(h) ?? 0) + 1);
  }
  const baris = [...cacah].toSorted().map(([hasil, n]) => `${String(n).padStart(6)}  ${hasil}`);
  process.stdout.write(`${judul}: ${kali}\n${baris.join('\n')}\n`);
};

it(
  `${PERLOMBAAN} kali kedua jabatan menandatangani serentak: selalu satu urutan, yang kalah tahu sebabnya`,
  () => ulangi('perlombaan tanda tangan', PERLOMBAAN, lomba),
  120_000,
);

it(
  `${PENARIKAN} kali tanda tangan kedua melawan penarikan: tepat satu yang terjadi`,
  () => ulangi('tanda tangan melawan penarikan', PENARIKAN, penarikan),
  60_000,
);

it('satu perintah terkirim 20 kali serentak lewat dua instans: satu akibat, satu jawaban', async () => {
  const stream = await ruang.ajukan(executor[0], 'duapuluh');
  const amplop = amplopUji('tanda tangan kadis');
  const perintah = () => mintaPk('duapuluh', tandaTangan('duapuluh'), PELAKU.kadis, amplop);
  const kirim = (n: number) => handler[n % 2 === 0 ? 0 : 1].execute(perintah());
  const jawaban = await Promise.all(Array.from({ length: 20 }, (_, n) => kirim(n)));
  for (const j of jawaban) expect(j).toEqual(jawaban[0]);
  expect(await jenis(stream)).toEqual([DIAJUKAN, SATU]);
  // After a restart, and after the document moved on, the answer is still the first one.
  await serentak('duapuluh', [
    { siapa: 'wali', permintaan: tandaTangan('duapuluh'), revisi: undefined, lewat: handler[0] },
  ]);
  expect(await ruang.handler().execute(perintah())).toEqual(jawaban[0]);
  expect(await jenis(stream)).toEqual([DIAJUKAN, SATU, ...DUA]);
});

it('idPerintah yang sama dengan masukan lain ditolak, dan tidak meninggalkan jejak', async () => {
  const stream = await ruang.ajukan(executor[0], 'berbeda');
  const satu = amplopUji('satu');
  await handler[0].execute(mintaPk('berbeda', tandaTangan('berbeda'), PELAKU.kadis, satu));
  await expect(
    handler[1].execute(
      mintaPk('berbeda', tandaTangan('berbeda'), PELAKU.kadis, amplopUji('dua', undefined, satu.idPerintah)),
    ),
  ).rejects.toMatchObject({ kode: 'PERINTAH_BERBEDA' });
  expect(await jenis(stream)).toEqual([DIAJUKAN, SATU]);
});
