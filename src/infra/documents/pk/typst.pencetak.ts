import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { AKAR } from '../../../akar.js';
import { tolak } from '../../../kernel/penolakan.js';
import {
  type BahanCetakPk,
  MEDAN_TANDA_TANGAN,
  PencetakPk,
} from '../../../planning/perjanjian-kinerja/cetakan.js';
import { bahanTemplat } from './bahan-templat.js';
import { pasangMedan } from './medan-tanda-tangan.js';

const STANDAR = 'a-2a';
const TEMPLAT = 'pk/perjanjian-kinerja.typ';
/** Ours go before those of the system and of the typesetter: another font of that name would print other bytes. */
const HURUF = ['Regular', 'Bold', 'Italic'].map((ragam) => `huruf/LibertinusSerif-${ragam}.otf`);
/** Without the sources (in a container) the build's copy (bin/paket.mjs). */
const FOLDER = [join(AKAR, 'src/infra/documents'), join(AKAR, 'paket/cetak')];
const UMUR_INGATAN = 5; // documents that what was typeset before may serve again
/** Everything that a signature may want to write: what names and titles are spelled with. */
const ABJAD = Array.from({ length: 0x17f - 0x20 + 1 }, (_, i) => String.fromCodePoint(0x20 + i))
  .filter((c) => !/[\p{Cc}\p{Cf}]/u.test(c))
  .join('');
const TEMPLAT_ABJAD = `#set text(font: "Libertinus Serif", fallback: false, size: 4pt)
#set document(title: "abjad")
#sys.inputs.bahan`;

type Penyusun = { readonly typst: NodeCompiler; readonly templat: string; readonly huruf: Uint8Array };

const susun = (typst: NodeCompiler, templat: CompileDocArgs, bahan: string, pada: number): Uint8Array => {
  const hasil = typst.compile({ ...templat, inputs: { bahan } });
  const dokumen = hasil.result;
  if (dokumen === null) {
    const sebab = hasil.takeError()?.shortDiagnostics ?? [];
    throw new Error(`Typst menolak templatnya: ${JSON.stringify(sebab).slice(0, 500)}`);
  }
  const pdf = typst.pdf(dokumen, { pdfStandard: STANDAR, creationTimestamp: pada });
  typst.evictCache(UMUR_INGATAN);
  return pdf;
};

const TANPA_HURUF = /the text `\\?"(.+?)\\?"` could not be displayed/gu;

type MuatTypst = () => Promise<Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>>;
const dariPaket: MuatTypst = () => import('@myriaddreamin/typst-ts-node-compiler');

const muat = async (muatTypst: MuatTypst): Promise<Penyusun> => {
  const sebab = (e: unknown): never =>
    tolak('PENCETAK_TIDAK_TERSEDIA', { sistem: `${process.platform} ${process.arch}`, sebab: String(e) });
  const { NodeCompiler } = await muatTypst().catch(sebab);
  const folder = FOLDER.find((f) => existsSync(join(f, TEMPLAT))) ?? sebab('templat tidak ada');
  const fontBlobs = await Promise.all(HURUF.map((h) => readFile(join(folder, h))));
  const typst = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  return {
    typst,
    templat: join(folder, TEMPLAT),
    huruf: susun(typst, { mainFileContent: TEMPLAT_ABJAD }, ABJAD, 0),
  };
};

/**
 * The typesetter is a native program of 52 MB, built for a few systems (we install the one for Linux x64): it is loaded
 * at the first print, and where it is not there, that print is refused and everything else goes on.
 */
export class TypstPencetak extends PencetakPk {
  private penyusun: Promise<Penyusun> | undefined;

  constructor(private readonly muatTypst: MuatTypst = dariPaket) {
    super();
  }

  async cetak(bahan: BahanCetakPk): Promise<Uint8Array> {
    this.penyusun ??= muat(this.muatTypst);
    const penyusun = await this.penyusun.catch((e: unknown) => {
      this.penyusun = undefined;
      throw e;
    });
    await setImmediate(); // many in a row let others in between, and what the last one took is given back
    const pdf = this.susun(penyusun, bahan);
    if (bahan.verifikasi === null) return pdf;
    const { pertama, kedua } = MEDAN_TANDA_TANGAN;
    return pasangMedan(pdf, penyusun.huruf, bahan.kedua === null ? [pertama] : [pertama, kedua]);
  }

  private susun({ typst, templat }: Penyusun, bahan: BahanCetakPk): Uint8Array {
    const pada = Math.floor(Date.parse(bahan.diajukanPada) / 1_000);
    try {
      // By its path: every text given as content is a new file to Typst, and it counts to 65,535.
      return susun(typst, { mainFilePath: templat }, JSON.stringify(bahanTemplat(bahan)), pada);
    } catch (e) {
      const huruf = [...String(e).matchAll(TANPA_HURUF)].map(([, h]) => h);
      if (huruf.length > 0)
        return tolak('HURUF_TIDAK_TERCETAK', { huruf: [...new Set(huruf)].join(' ').slice(0, 60) });
      throw e;
    }
  }
}
