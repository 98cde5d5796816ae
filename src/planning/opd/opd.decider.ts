import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { kodeBagian, OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, label } from '../../kernel/teks.js';
import type { Skala } from '../../reporting/capaian.js';
import { skalaSah } from '../pemda/pemda.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type OpdEvent =
  | { type: 'OpdDidaftarkan'; data: Oleh & { nama: string; berdasarkan: Dasar[] } }
  | { type: 'NamaOpdDiubah'; data: Oleh & { nama: string; sebelum: string; alasan: string } }
  | { type: 'SkalaOpdDitetapkan'; data: Oleh & { tahun: number; skala: Skala; sebelum: Skala | null } };
export type OpdCommand =
  | (Oleh & { type: 'Daftarkan'; kode: string; nama: string; pemdaTerdaftar: boolean; berdasarkan: Dasar[] })
  | (Oleh & { type: 'UbahNama'; nama: string; alasan: string })
  | (Oleh & { type: 'TetapkanSkala'; tahun: number; skala: Skala });
type Perintah<T extends OpdCommand['type']> = Extract<OpdCommand, { type: T }>;

export type Opd = {
  readonly status: 'kosong' | 'terdaftar';
  readonly nama: string;
  readonly skala: ReadonlyMap<number, Skala>; // by year
};

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

const decide = (c: OpdCommand, o: Opd): OpdEvent[] => {
  if (c.type === 'Daftarkan') return daftarkan(c, o);
  if (o.status === 'kosong') return tolak('OPD_BELUM_TERDAFTAR');
  return c.type === 'UbahNama' ? ubahNama(c, o) : tetapkanSkala(c, o);
};

const evolve = (o: Opd, { type, data }: OpdEvent): Opd => {
  switch (type) {
    case 'OpdDidaftarkan':
      return { ...o, status: 'terdaftar', nama: data.nama };
    case 'NamaOpdDiubah':
      return { ...o, nama: data.nama };
    case 'SkalaOpdDitetapkan':
      return { ...o, skala: new Map(o.skala).set(data.tahun, data.skala) };
  }
};

export const opd: Decider<Opd, OpdCommand, OpdEvent> = {
  kategori: 'Opd',
  initial: { status: 'kosong', nama: '', skala: new Map() },
  decide,
  evolve,
};
