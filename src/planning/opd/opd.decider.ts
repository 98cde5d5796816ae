import { type Akta, aktaSah } from '../../kernel/akta.js';
import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { kodeBagian, OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, label, tanggalSah } from '../../kernel/teks.js';
import type { Skala } from '../../reporting/capaian.js';
import {
  type DasarHukum,
  type DasarHukumCommand,
  type DasarHukumEvent,
  lipatDasarHukum,
  putuskanDasarHukum,
} from '../pemda/dasar-hukum.decider.js';
import { skalaSah } from '../pemda/pemda.decider.js';
import {
  type KepegawaianCommand,
  type KepegawaianEvent,
  lipatKepegawaian,
  putuskanKepegawaian,
  type TabelKepegawaian,
} from './kepegawaian.decider.js';
import {
  lipatSotk,
  opdLain,
  putuskanSotk,
  type Sotk,
  type SotkCommand,
  type SotkEvent,
} from './sotk.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** `tanggal`: the first day on which the OPD is no more. `pengganti`: codes of the OPD that take over its work. */
export type IsiPembubaran = { tanggal: string; pengganti: string[]; akta: Akta; alasan: string };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type OpdPokokEvent =
  | { type: 'OpdDidaftarkan'; data: Oleh & { nama: string; berdasarkan: Dasar[] } }
  | { type: 'NamaOpdDiubah'; data: Oleh & { nama: string; sebelum: string; alasan: string } }
  | { type: 'SkalaOpdDitetapkan'; data: Oleh & { tahun: number; skala: Skala; sebelum: Skala | null } };
export type OpdEvent =
  | OpdPokokEvent
  | { type: 'OpdDibubarkan'; data: Oleh & IsiPembubaran & { sebelum: IsiPembubaran | null } }
  | SotkEvent
  | KepegawaianEvent
  | DasarHukumEvent;
export type OpdCommand =
  | (Oleh & { type: 'Daftarkan'; kode: string; nama: string; pemdaTerdaftar: boolean; berdasarkan: Dasar[] })
  | (Oleh & { type: 'UbahNama'; nama: string; alasan: string })
  | (Oleh & { type: 'TetapkanSkala'; tahun: number; skala: Skala })
  | (Oleh & IsiPembubaran & { type: 'Bubarkan'; kode: string; takDikenal: readonly string[] })
  | SotkCommand
  | KepegawaianCommand
  | DasarHukumCommand;
type Perintah<T extends OpdCommand['type']> = Extract<OpdCommand, { type: T }>;

export type Opd = {
  readonly status: 'kosong' | 'terdaftar';
  readonly nama: string;
  readonly skala: ReadonlyMap<number, Skala>; // by year
  readonly bubar: IsiPembubaran | null;
  readonly sotk: readonly Sotk[]; // in the order of their versions
  readonly kepegawaian: readonly TabelKepegawaian[];
  readonly dasarHukum: readonly DasarHukum[];
};

/** Whether the OPD exists on that date; before it was registered here is no reason for no. */
export const aktifPada = ({ status, bubar }: Opd, tanggal: string): boolean =>
  status === 'terdaftar' && (bubar === null || tanggal < bubar.tanggal);

const daftarkan = (c: Perintah<'Daftarkan'>, o: Opd): OpdEvent[] => {
  const { oleh, cara, berdasarkan } = c;
  if (kodeBagian(c.kode) === OPD_PEMDA) return tolak('KODE_DICADANGKAN', { kode: c.kode });
  if (!c.pemdaTerdaftar) return tolak('PEMDA_BELUM_TERDAFTAR');
  const nama = label(c.nama);
  if (o.status === 'kosong') return [{ type: 'OpdDidaftarkan', data: { nama, oleh, cara, berdasarkan } }];
  return o.nama === nama ? [] : tolak('SUDAH_ADA_BERBEDA', { sebelum: o.nama, sesudah: nama });
};

const ubahNama = ({ oleh, cara, ...c }: Perintah<'UbahNama'>, o: Opd): OpdEvent[] => {
  const [nama, sebelum] = [label(c.nama), o.nama];
  if (!faktaBaru(cara, sebelum, nama)) return [];
  return [{ type: 'NamaOpdDiubah', data: { nama, sebelum, alasan: alasan(c.alasan), oleh, cara } }];
};

const tetapkanSkala = ({ oleh, cara, ...c }: Perintah<'TetapkanSkala'>, o: Opd): OpdEvent[] => {
  const [tahun, skala] = [tahunSah(c.tahun), skalaSah(c.skala, cara)];
  const sebelum = o.skala.get(tahun) ?? null;
  if (!faktaBaru(cara, sebelum, skala, { tahun })) return [];
  return [{ type: 'SkalaOpdDitetapkan', data: { tahun, skala, sebelum, oleh, cara } }];
};

const bubarkan = ({ oleh, cara, ...c }: Perintah<'Bubarkan'>, o: Opd): OpdEvent[] => {
  const isi: IsiPembubaran = {
    tanggal: tanggalSah(c.tanggal),
    pengganti: opdLain(c.pengganti, { ...c, cara }),
    akta: aktaSah(c.akta),
    alasan: alasan(c.alasan),
  };
  const baru = isiBaru(cara, o.bubar, isi);
  return baru === null ? [] : [{ type: 'OpdDibubarkan', data: { ...baru, sebelum: o.bubar, oleh, cara } }];
};

const decide = (c: OpdCommand, o: Opd): OpdEvent[] => {
  if (c.type === 'Daftarkan') return daftarkan(c, o);
  if (o.status === 'kosong') return tolak('OPD_BELUM_TERDAFTAR');
  switch (c.type) {
    case 'UbahNama':
      return ubahNama(c, o);
    case 'TetapkanSkala':
      return tetapkanSkala(c, o);
    case 'Bubarkan':
      return bubarkan(c, o);
    case 'CatatKepegawaian':
      return putuskanKepegawaian(c, o.kepegawaian);
    case 'CatatDasarHukum':
    case 'CabutDasarHukum':
      return putuskanDasarHukum(c, o.dasarHukum);
    default:
      return putuskanSotk(c, o.sotk);
  }
};

const evolve = (o: Opd, event: OpdEvent): Opd => {
  switch (event.type) {
    case 'OpdDidaftarkan':
      return { ...o, status: 'terdaftar', nama: event.data.nama };
    case 'NamaOpdDiubah':
      return { ...o, nama: event.data.nama };
    case 'SkalaOpdDitetapkan':
      return { ...o, skala: new Map(o.skala).set(event.data.tahun, event.data.skala) };
    case 'OpdDibubarkan': {
      const { tanggal, pengganti, akta, alasan } = event.data;
      return { ...o, bubar: { tanggal, pengganti, akta, alasan } };
    }
    case 'KepegawaianDicatat':
      return { ...o, kepegawaian: lipatKepegawaian(o.kepegawaian, event) };
    case 'DasarHukumDicatat':
    case 'DasarHukumDicabut':
      return { ...o, dasarHukum: lipatDasarHukum(o.dasarHukum, event) };
    default:
      return { ...o, sotk: lipatSotk(o.sotk, event) };
  }
};

export const opd: Decider<Opd, OpdCommand, OpdEvent> = {
  kategori: 'Opd',
  initial: {
    status: 'kosong',
    nama: '',
    skala: new Map(),
    bubar: null,
    sotk: [],
    kepegawaian: [],
    dasarHukum: [],
  },
  decide,
  evolve,
};
