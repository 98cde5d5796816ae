import type { Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import {
  berjalan,
  hidup,
  type Pihak,
  type Pk,
  type PkCommand,
  type PkEvent,
  type VersiPk,
} from './perjanjian-kinerja.decider.js';
import { berlakukan } from './tanda-tangan.decider.js';

/** Of a signature by hand: the scan (SHA-256), the date printed on it, and who says that it is so. */
export type TandaTanganBasah = { berkas: string; tanggal: string; dicatatOleh: Pejabat };
/** What the archive says of the scan. */
export type FaktaKertas = { bentuk: string; dokumen: string; jabatan: string | null; tanggal: string };

const wajibSesuai = ({ naskah }: VersiPk, kertas: FaktaKertas, berkas: string): void => {
  const salah = (bidang: string): never => tolak('BERKAS_KERTAS_TIDAK_SESUAI', { berkas, bidang });
  if (kertas.bentuk !== 'pindaian-basah') salah('bentuk');
  if (kertas.dokumen !== 'perjanjian-kinerja' || kertas.jabatan !== naskah.jabatan) salah('dokumen');
  if (naskah.tanggal !== null && naskah.tanggal !== kertas.tanggal) salah('tanggal');
};

/**
 * The parties signed the printed text by hand; its scan shows the signatures that are still missing here. They are those
 * of the offices and holders that the text names: who holds them now is not asked of a paper.
 */
export const tandatanganBasah = (
  c: Extract<PkCommand, { type: 'CatatTandaTanganBasah' }>,
  pk: Pk,
): PkEvent[] => {
  const { oleh: dicatatOleh, sidik, berkas, kertas, berdasarkan } = c;
  const terbaca = pk.versi.findLast((v) => v.sidik === sidik && hidup(v));
  if (terbaca?.penandatangan.some((p) => p.basah?.berkas === berkas)) return [];
  const v = berjalan(pk);
  if (sidik !== v.sidik) return tolak('PK_NASKAH_BERBEDA', { sidik: v.sidik });
  if (kertas === null) return tolak('TIDAK_DITEMUKAN', { berkas });
  wajibSesuai(v, kertas, berkas);
  const { versi, pihakPertama, pihakKedua } = v.naskah;
  const basah: TandaTanganBasah = { berkas, tanggal: kertas.tanggal, dicatatOleh };
  const tangan = (pihak: 1 | 2, p: Pihak | null, subjek: string | null): PkEvent[] => {
    if (p === null || v.penandatangan.some((t) => t.pihak === pihak)) return [];
    const data = {
      versi,
      pihak,
      sidik,
      oleh: { ...p, subjek },
      cara: 'dicatat',
      berdasarkan,
      basah,
    } as const;
    return [{ type: 'PerjanjianKinerjaDitandatangani', data }];
  };
  return [
    ...tangan(1, pihakPertama, v.pemegang.pertama),
    ...tangan(2, pihakKedua, v.pemegang.kedua),
    ...berlakukan(pk, v),
  ];
};
