import { NAMA_JENIS, type Renstra } from './naskah-renstra.decider.js';

const rentang = (mulai: number, selesai: number): string =>
  mulai === selesai ? `${mulai}` : `${mulai}–${selesai}`;

/**
 * What who writes a Renstra should know of the others that are ditetapkan for some of its years. It is lawful (a new
 * period may begin early), so it is told and not refused.
 */
export const peringatanIrisan = (r: Renstra, lain: readonly Renstra[]): string[] =>
  r.status !== 'disusun'
    ? []
    : lain.flatMap((l) => {
        const [mulai, selesai] = [Math.max(r.mulai, l.mulai), Math.min(r.selesai, l.selesai)];
        if (l.status !== 'ditetapkan' || l.mulai === r.mulai || mulai > selesai) return [];
        const sampai =
          l.mulai < r.mulai
            ? 'yang lama tetap berlaku sampai yang ini ditetapkan'
            : 'yang lebih baru itu tetap berlaku, juga setelah yang ini ditetapkan';
        return [
          `Tahun ${rentang(mulai, selesai)} juga dicakup ${NAMA_JENIS[l.jenis]} ${rentang(l.mulai, l.selesai)}; ${sampai}.`,
        ];
      });
