import type { Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import {
  berjalan,
  hidup,
  type Pk,
  type PkCommand,
  type PkEvent,
  type VersiPk,
} from './perjanjian-kinerja.decider.js';
import { berlakukan } from './tanda-tangan.decider.js';

/** Of a signature by hand: the scan (SHA-256), the date printed on it, and who says that it is so. */
export type TandaTanganBasah = { berkas: string; tanggal: string; dicatatOleh: Pejabat };
/** What the archive says of the scan. */
export type FaktaKertas = {
  bentuk: string;
  dokumen: string;
  jabatan: string | null;
  tanggal: string;
  diarsipkanOleh: Pejabat;
};
/** Of the signatures that are missing: whose turn it is by the route, and the step that the others wait for. */
export type FaktaGiliran = { pihak: readonly (1 | 2)[]; ditunggu: string | null };
type Perintah = Extract<PkCommand, { type: 'CatatTandaTanganBasah' }>;

const wajibSesuai = ({ naskah }: VersiPk, kertas: FaktaKertas, berkas: string): void => {
  const salah = (bidang: string): never =>
    tolak('BERKAS_KERTAS_TIDAK_SESUAI', { berkas, bidang, tanggal: naskah.tanggal });
  if (kertas.bentuk !== 'pindaian-basah') salah('bentuk');
  if (kertas.dokumen !== 'perjanjian-kinerja' || kertas.jabatan !== naskah.jabatan) salah('dokumen');
  // Without a date of its own a text could be said to have been signed on any day, also before it was written.
  if (naskah.tanggal !== kertas.tanggal) salah('tanggal');
};

/** That the scan shows the signatures is the word of who records them: another person than the one who brought it. */
const wajibOrangLain = ({ oleh }: Perintah, { diarsipkanOleh }: FaktaKertas): void => {
  if (oleh.subjek !== null && oleh.subjek === diarsipkanOleh.subjek) tolak('ORANG_SAMA');
};

const tangan = (c: Perintah, v: VersiPk, pihak: 1 | 2, basah: TandaTanganBasah): PkEvent[] => {
  const { versi, pihakPertama, pihakKedua } = v.naskah;
  const p = pihak === 1 ? pihakPertama : pihakKedua;
  if (p === null) return [];
  const oleh = { ...p, subjek: pihak === 1 ? v.pemegang.pertama : v.pemegang.kedua };
  const { sidik, berdasarkan } = c;
  const data = { versi, pihak, sidik, oleh, cara: 'dicatat', berdasarkan, basah } as const;
  return [{ type: 'PerjanjianKinerjaDitandatangani', data }];
};

/**
 * The parties signed the printed text by hand; its scan shows the signatures that are still missing here. They are those
 * of the offices and holders that the text names: who holds them now is not asked of a paper. Recorded are those whose turn
 * it is: what the route puts before the others is not passed by on paper.
 */
export const tandatanganBasah = (c: Perintah, pk: Pk): PkEvent[] => {
  const { oleh: dicatatOleh, sidik, berkas, kertas, giliran } = c;
  const terbaca = pk.versi.findLast((v) => v.sidik === sidik && hidup(v));
  const tercatat = terbaca?.penandatangan.some((p) => p.basah?.berkas === berkas) ?? false;
  if (tercatat && terbaca?.status !== 'diajukan') return [];
  const v = berjalan(pk);
  if (sidik !== v.sidik) return tolak('PK_NASKAH_BERBEDA', { sidik: v.sidik });
  if (kertas === null) return tolak('TIDAK_DITEMUKAN', { berkas });
  wajibSesuai(v, kertas, berkas);
  wajibOrangLain(c, kertas);
  if (giliran.pihak.length === 0)
    return tercatat ? [] : tolak('LANGKAH_BELUM_GILIRAN', { ditunggu: giliran.ditunggu });
  const basah: TandaTanganBasah = { berkas, tanggal: kertas.tanggal, dicatatOleh };
  const ditandatangani = giliran.pihak.flatMap((pihak) => tangan(c, v, pihak, basah));
  return giliran.ditunggu === null ? [...ditandatangani, ...berlakukan(pk, v)] : ditandatangani;
};
