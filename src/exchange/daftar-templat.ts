import { tolak } from '../kernel/penolakan.js';
import { templatBuku } from './buku/buku.templat.js';
import { templatAnggaran } from './templat/anggaran.templat.js';
import { templatPengukuran } from './templat/pengukuran.templat.js';
import { templatPk } from './templat/pk.templat.js';
import { templatRencanaAksi } from './templat/rencana-aksi.templat.js';
import { templatRenstra } from './templat/renstra.templat.js';
import type { JenisTemplat, LembarTemplat, Templat } from './templat.js';

const TEMPLAT: Readonly<Record<string, Templat>> = Object.fromEntries(
  [templatRenstra, templatPk, templatRencanaAksi, templatAnggaran, templatPengukuran, templatBuku].map(
    (t) => [t.jenis, t],
  ),
);

/** Refuses TEMPLAT_TIDAK_DIKENAL. */
export const templatDari = (jenis: string): Templat =>
  (Object.hasOwn(TEMPLAT, jenis) ? TEMPLAT[jenis as JenisTemplat] : undefined) ??
  tolak('TEMPLAT_TIDAK_DIKENAL', {
    jenis: jenis.slice(0, 60),
    ada: Object.keys(TEMPLAT).join(', '),
  });

/** A CSV takes one sheet: the one that is asked for, or the only one there is. */
export const lembarDari = (t: Templat, nama: string | undefined): LembarTemplat => {
  const ada =
    nama === undefined && t.lembar.length === 1 ? t.lembar[0] : t.lembar.find((l) => l.nama === nama);
  return (
    ada ??
    tolak('TEMPLAT_TIDAK_DIKENAL', {
      sebab: `CSV memuat satu lembar; sebutkan salah satu: ${t.lembar.map((l) => l.nama).join(', ')}`,
    })
  );
};
