import { type Akta, aktaSah } from '../../kernel/akta.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, labelAtauNull } from '../../kernel/teks.js';
import type { Oleh, PeristiwaVersi, Renstra } from './naskah-renstra.decider.js';
import { wajibSejak } from './versi.decider.js';

/**
 * A year of the period whose measurement was approved to its end. `kini`: this document speaks for it; `nanti`: it would,
 * once it is ditetapkan and covers the year, since no newer one that is ditetapkan does.
 */
export type TahunTerukur = { readonly tahun: number; readonly kini: boolean; readonly nanti: boolean };

export type PerintahVersi =
  | (Oleh & {
      type: 'Tetapkan';
      keputusan: string | null;
      akta?: Akta | null;
      terukur: readonly TahunTerukur[];
    })
  | (Oleh & {
      type: 'MulaiPerubahan';
      mulaiBerlaku: number;
      alasan: string;
      terukur: readonly TahunTerukur[];
    })
  | (Oleh & { type: 'BatalkanPerubahan'; alasan: string })
  | (Oleh & { type: 'Batalkan'; alasan: string; terukur: readonly TahunTerukur[] });
type Perintah<T extends PerintahVersi['type']> = Extract<PerintahVersi, { type: T }>;

// What was promised and measured in an approved year is not promised anew; paper says what has been true all along.
const wajibBelumTerukur = (
  { cara, terukur }: Oleh & { terukur: readonly TahunTerukur[] },
  tersentuh: (t: TahunTerukur) => boolean,
): void => {
  const tahun = terukur.find(tersentuh)?.tahun;
  if (cara === 'elektronik' && tahun !== undefined) tolak('TAHUN_SUDAH_TERUKUR', { tahun });
};

/** Whether the year is another's once the text is ditetapkan: taken over, or told otherwise from its first year on. */
const berubah =
  ({ versi, mulaiBerlaku, mulai, selesai }: Renstra) =>
  ({ tahun, kini, nanti }: TahunTerukur): boolean => {
    const diambil = nanti && !kini && tahun >= mulai && tahun <= selesai;
    return versi === 1 ? diambil : tahun >= mulaiBerlaku && (kini || diambil);
  };

export const tetapkan = (c: Perintah<'Tetapkan'>, r: Renstra): PeristiwaVersi[] => {
  const { oleh, cara } = c;
  // Paper says that the first text was ditetapkan, each time that it is read; a Perubahan is ended by who decides it here.
  const naskah = cara === 'elektronik' ? (r.rancangan ?? r) : r;
  if (naskah.status === 'ditetapkan') return [];
  if (cara === 'elektronik' && naskah.sasaran.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa sasaran' });
  wajibBelumTerukur(c, berubah(naskah));
  const versi = naskah.versi === 1 ? {} : { versi: naskah.versi };
  const akta = c.akta ? { akta: aktaSah(c.akta) } : {};
  const keputusan = labelAtauNull(c.keputusan);
  return [{ type: 'RenstraDitetapkan', data: { keputusan, ...versi, ...akta, oleh, cara } }];
};

export const mulaiPerubahan = (c: Perintah<'MulaiPerubahan'>, r: Renstra): PeristiwaVersi[] => {
  const { oleh, cara } = c;
  if (r.status !== 'ditetapkan') return tolak('MURNI_BELUM_DITETAPKAN');
  const [mulaiBerlaku, sebab] = [tahunSah(c.mulaiBerlaku), alasan(c.alasan)];
  if (r.rancangan !== null)
    return r.rancangan.mulaiBerlaku === mulaiBerlaku
      ? []
      : tolak('PERUBAHAN_SEDANG_DISUSUN', { versi: r.rancangan.versi });
  if (mulaiBerlaku < r.mulai || mulaiBerlaku > r.selesai)
    return tolak('TAHUN_DI_LUAR_RENSTRA', { tahun: mulaiBerlaku });
  wajibSejak(mulaiBerlaku, r.mulaiBerlaku);
  wajibBelumTerukur(c, ({ tahun, kini }) => kini && tahun >= mulaiBerlaku);
  const versi = r.versi + 1;
  return [{ type: 'PerubahanRenstraDimulai', data: { versi, alasan: sebab, mulaiBerlaku, oleh, cara } }];
};

export const batalkanPerubahan = (c: Perintah<'BatalkanPerubahan'>, r: Renstra): PeristiwaVersi[] => {
  const { oleh, cara } = c;
  if (r.rancangan === null) return tolak('PERUBAHAN_BELUM_DIMULAI');
  const { versi } = r.rancangan;
  return [{ type: 'PerubahanRenstraDibatalkan', data: { versi, alasan: alasan(c.alasan), oleh, cara } }];
};

/** A first text that nobody needs any more; what was ditetapkan is ended by a Perubahan or by the next Renstra. */
export const batalkan = (c: Perintah<'Batalkan'>, r: Renstra): PeristiwaVersi[] => {
  const { oleh, cara } = c;
  if (cara === 'dicatat') return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'dari kertas' });
  if (r.status === 'ditetapkan') return tolak('RENSTRA_SUDAH_DITETAPKAN');
  // The other OPD's Renstra names this one as the other end.
  if (r.dialihkan.size + r.diterima.size > 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'indikator berpindah' });
  wajibBelumTerukur(c, ({ kini }) => kini);
  return [{ type: 'RenstraDibatalkan', data: { alasan: alasan(c.alasan), oleh, cara } }];
};
