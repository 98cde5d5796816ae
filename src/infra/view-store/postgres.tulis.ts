import type { Tanda } from '../../kernel/view.js';
import type { Perubahan } from '../../kernel/view-store.js';
import type { PernyataanTabel } from './postgres.pernyataan-tabel.js';
import type { Transaksi } from './postgres.sambungan.js';

/** How much one statement carries: enough that its way to the server no longer counts. */
const BARIS = 1_000;
const HURUF = 2_000_000;

type TandaBaris = Tanda & { readonly kunci: string };

/** Parts of a batch, each small enough for one statement of each kind. */
function* bagian(perubahan: Iterable<Perubahan>): Generator<Perubahan[]> {
  let isi: Perubahan[] = [];
  let huruf = 0;
  for (const p of perubahan) {
    isi.push(p);
    huruf += p.isi?.length ?? 0;
    if (isi.length < BARIS && huruf < HURUF) continue;
    yield isi;
    isi = [];
    huruf = 0;
  }
  if (isi.length > 0) yield isi;
}

const kolomBaris = (isi: readonly Perubahan[]) => ({
  kunci: isi.map((p) => p.kunci),
  posisi: isi.map((p) => p.posisi),
  streams: isi.map((p) => JSON.stringify(p.streams)),
  isi: isi.map((p) => p.isi),
});
const kolomTanda = (isi: readonly TandaBaris[]) => ({
  tag: isi.map((t) => t.tag),
  urut: isi.map((t) => t.urut),
  kunci: isi.map((t) => t.kunci),
});

/** PostgreSQL has no text with NUL. Keys and tags are made of checked codes, and JSON escapes it; so this is a fault of a view. */
const tanpaNul = ({ kunci, tanda }: Perubahan): void => {
  if (kunci.includes('\0') || tanda.some((t) => t.tag.includes('\0') || t.urut.includes('\0')))
    throw new RangeError(`kunci atau tanda memuat NUL: ${JSON.stringify(kunci)}`);
};

/** Writes the rows of a batch and their tags, many rows a statement. What making a row throws comes out as it is. */
export const tulisBaris = async (
  t: Transaksi,
  tabel: PernyataanTabel,
  perubahan: Iterable<Perubahan>,
): Promise<void> => {
  for (const isi of bagian(perubahan)) {
    isi.forEach(tanpaNul);
    const [baru, lama] = [isi.filter((p) => p.baru), isi.filter((p) => !p.baru)];
    if (baru.length > 0) await t.ubah(tabel.sisipBaris, kolomBaris(baru));
    if (lama.length > 0) await t.ubah(tabel.ubahBaris, kolomBaris(lama));
    const tanda = [...baru.flatMap(tandaDari), ...(await tandaBaru(t, tabel, lama))];
    if (tanda.length > 0) await t.ubah(tabel.simpanTanda, kolomTanda(tanda));
  }
};

const tandaDari = ({ kunci, tanda }: Perubahan): TandaBaris[] =>
  tanda.map(({ tag, urut }) => ({ tag, urut, kunci }));
const nama = ({ kunci, tag, urut }: TandaBaris): string => `${kunci}\0${tag}\0${urut}`;

/** Deletes the tags that changed rows have no more, and gives those they did not have. */
const tandaBaru = async (
  t: Transaksi,
  tabel: PernyataanTabel,
  lama: readonly Perubahan[],
): Promise<readonly TandaBaris[]> => {
  if (lama.length === 0) return [];
  const kini = new Map(lama.flatMap(tandaDari).map((x) => [nama(x), x]));
  const usang: TandaBaris[] = [];
  for (const [kunci, tag, urut] of await t.semua(tabel.tanda, { kunci: lama.map((p) => p.kunci) })) {
    const ada = { kunci, tag, urut } as TandaBaris;
    if (!kini.delete(nama(ada))) usang.push(ada);
  }
  if (usang.length > 0) await t.ubah(tabel.hapusTanda, kolomTanda(usang));
  return [...kini.values()];
};
