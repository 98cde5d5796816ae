import {
  type HasilDiperiksa,
  PemeriksaTandaTangan,
  type Terperiksa,
} from '../../approval/tanda-tangan/periksa-hasil.js';
import type { Clock } from '../../kernel/event-store.js';
import { type BahanPeriksa, periksaPdf } from './periksa.js';

export type BahanPemeriksa = Pick<BahanPeriksa, 'akarCap'> & {
  readonly clock: Clock;
  /** Certificates (DER) that are trusted to name signers. */
  readonly akar: readonly Uint8Array[] | (() => Promise<readonly Uint8Array[]>);
  /** SHA-256 of the certificates that this subject has, or had; left out: whoever the roots vouch for. */
  readonly milik?: (subjek: string) => Promise<readonly string[]>;
  readonly dicabut?: () => Promise<ReadonlyMap<string, Date>>;
};

const diawali = (hasil: Uint8Array, asli: Uint8Array): boolean =>
  hasil.length > asli.length && Buffer.from(hasil.buffer, hasil.byteOffset, asli.length).equals(asli);

/** For a provider that leaves the document as it is and adds one revision to it. */
export class PemeriksaPdf extends PemeriksaTandaTangan {
  constructor(private readonly b: BahanPemeriksa) {
    super();
  }

  async periksa({ asli, hasil, medan, penandatangan, sertifikat }: HasilDiperiksa): Promise<Terperiksa> {
    const { akar, akarCap, milik, dicabut, clock } = this.b;
    const laporan = periksaPdf({
      pdf: hasil,
      akar: typeof akar === 'function' ? await akar() : akar,
      kini: clock.now(),
      ...(akarCap && { akarCap }),
      ...(dicabut && { dicabut: await dicabut() }),
    });
    const akhir = laporan.tandaTangan.at(-1);
    const punya = await milik?.(penandatangan.subjek);
    const temuan: string[] = [...laporan.temuan, ...laporan.tandaTangan.flatMap((t) => t.temuan)];
    if (!diawali(hasil, asli)) temuan.push('BUKAN_DOKUMEN_ASLI');
    if (akhir?.medan !== medan) temuan.push('MEDAN_LAIN');
    const nyata = akhir?.sertifikat ?? null;
    if (nyata === null || (sertifikat !== null && nyata !== sertifikat) || punya?.includes(nyata) === false)
      temuan.push('PENANDA_TANGAN_LAIN');
    return {
      temuan: [...new Set(temuan)],
      sertifikat: nyata,
      pada: akhir?.pada ?? null,
      tingkat: akhir?.tingkat ?? null,
    };
  }
}
