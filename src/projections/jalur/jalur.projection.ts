import { type Edaran, type EdaranEvent, edaran } from '../../approval/edaran/edaran.decider.js';
import { type Rute, type RuteEvent, rute } from '../../approval/rute/rute.decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream, kunci as K } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

type Ditandatangani = Extract<PkEvent, { type: 'PerjanjianKinerjaDitandatangani' }>;
export type EventJalur = RuteEvent | EdaranEvent | Ditandatangani;

export type BarisRute = Readonly<{ jenis: 'rute'; rute: Rute }>;
/** When each step was done last, and what came back with which note; `edaran` says how it stands. */
export type BarisEdaran = Readonly<{
  jenis: 'edaran';
  edaran: Edaran;
  dikerjakan: Readonly<Record<string, string>>; // 'langkah jabatan' -> when
  kembali: readonly Readonly<{ dari: string; ke: string; catatan: string; pada: string }>[];
}>;
export type BarisJalur = BarisRute | BarisEdaran;

export const kunciJalur = {
  rute: (pemda: string, dokumen: string) => `Rute-${K.rute(pemda, dokumen)}`,
  edaran: (pemda: string, dokumen: string, opd: string, jabatan: string, tahun: number) =>
    `Edaran-${K.edaran(pemda, dokumen, opd, jabatan, tahun)}`,
};
export const tandaDikerjakan = (langkah: string, jabatan: string): string => `${langkah} ${jabatan}`;

const kunciDari = (event: Recorded<EventJalur>): readonly string[] => {
  if (event.type !== 'PerjanjianKinerjaDitandatangani') return [event.meta.stream];
  const { pemda, opd, jabatan, tahun } = bacaStream(event.meta.stream);
  return [kunciJalur.edaran(pemda, 'perjanjian-kinerja', opd ?? '', jabatan ?? '', tahun ?? 0)];
};

const padaRute = (row: BarisJalur, event: Recorded<RuteEvent>): BarisJalur =>
  row.jenis === 'rute' ? { ...row, rute: rute.evolve(row.rute, event, event.meta.rev) } : row;

const padaEdaran = (row: BarisJalur, event: Recorded<EdaranEvent>): BarisJalur => {
  if (row.jenis !== 'edaran') return row;
  const baru = { ...row, edaran: edaran.evolve(row.edaran, event, event.meta.rev) };
  const { at: pada } = event.meta;
  switch (event.type) {
    case 'EdaranDimulai':
      return { ...baru, dikerjakan: {}, kembali: [] };
    case 'LangkahDikerjakan': {
      const { langkah, jabatan } = event.data;
      return { ...baru, dikerjakan: { ...row.dikerjakan, [tandaDikerjakan(langkah, jabatan)]: pada } };
    }
    case 'EdaranDikembalikan': {
      const { dari, ke, catatan } = event.data;
      return { ...baru, kembali: [...row.kembali, { dari, ke, catatan, pada }] };
    }
    default:
      return baru;
  }
};

/** Of a PK that goes along no route there is nothing to say. */
const ditandatangani = (row: BarisJalur, event: Recorded<Ditandatangani>): BarisJalur => {
  if (row.jenis !== 'edaran' || row.edaran.sidik !== event.data.sidik) return row;
  const { edaran: e } = row;
  const para = [...new Set([...e.ditandatangani, event.data.oleh.jabatan])];
  return { ...row, edaran: { ...e, ditandatangani: para } };
};

export const jalurView: View<BarisJalur, EventJalur> = {
  nama: 'jalur',
  versi: 1,
  kunci: kunciDari,
  initial: (kunci) =>
    kunci.startsWith('Rute-')
      ? { jenis: 'rute', rute: rute.initial }
      : { jenis: 'edaran', edaran: edaran.initial, dikerjakan: {}, kembali: [] },
  when: {
    RuteDisusun: padaRute,
    RuteDitetapkan: padaRute,
    EdaranDimulai: padaEdaran,
    LangkahDikerjakan: padaEdaran,
    EdaranDikembalikan: padaEdaran,
    LangkahDidelegasikan: padaEdaran,
    EdaranDibatalkan: padaEdaran,
    PerjanjianKinerjaDitandatangani: ditandatangani,
  },
  tanda: () => [],
};
