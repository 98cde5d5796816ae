import { type Akta, aktaSah } from '../../kernel/akta.js';
import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import { label, labelAtauNull, tanggalSah } from '../../kernel/teks.js';
import { indukNomenklatur, type TingkatNomenklatur, tingkatNomenklatur, versiSah } from './kode.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type IsiNomenklatur = { nama: string; dasar: Akta; mulaiBerlaku: string }; // mulaiBerlaku: YYYY-MM-DD
export type IsiKode = { nama: string; satuan: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// The official names of one version, for the whole country. Until it is ditetapkan it counts for nothing.
export type NomenklaturEvent =
  | { type: 'NomenklaturDisusun'; data: Oleh & IsiNomenklatur & { sebelum: IsiNomenklatur | null } }
  | {
      type: 'KodeNomenklaturDicatat';
      data: Oleh & {
        kode: string;
        nama: string;
        tingkat: TingkatNomenklatur;
        satuan?: string; // of a sub kegiatan's output, where the file says it
        sebelum: IsiKode | null;
      };
    }
  | { type: 'NomenklaturDitetapkan'; data: Oleh & { jumlah: number } }; // codes that it held then
export type NomenklaturCommand =
  | (Oleh & IsiNomenklatur & { type: 'Susun'; versi: string })
  | (Oleh & IsiKode & { type: 'CatatKode'; versi: string; kode: string })
  | (Oleh & { type: 'Tetapkan' });
type Perintah<T extends NomenklaturCommand['type']> = Extract<NomenklaturCommand, { type: T }>;

export type Nomenklatur = {
  readonly isi: IsiNomenklatur | null;
  readonly kode: Peta<IsiKode>;
  readonly ditetapkan: boolean;
};

const susun = (c: Perintah<'Susun'>, n: Nomenklatur): NomenklaturEvent[] => {
  const { versi, oleh, cara } = c;
  if (!versiSah(versi)) return tolak('KODE_TIDAK_SAH', { kode: versi });
  const diminta = {
    nama: label(c.nama),
    dasar: aktaSah(c.dasar),
    mulaiBerlaku: tanggalSah(c.mulaiBerlaku),
  };
  if (!faktaBaru(cara, n.isi, diminta, { versi })) return [];
  // Documents were made on it.
  if (n.ditetapkan && n.isi?.mulaiBerlaku !== diminta.mulaiBerlaku)
    return tolak('NOMENKLATUR_SUDAH_DITETAPKAN', { versi });
  return [{ type: 'NomenklaturDisusun', data: { ...diminta, sebelum: n.isi, oleh, cara } }];
};

/** A name that was loaded wrong may be put right here, also later on; paper never overwrites. */
const catatKode = (c: Perintah<'CatatKode'>, n: Nomenklatur): NomenklaturEvent[] => {
  const { versi, kode, oleh, cara } = c;
  if (n.isi === null) return tolak('NOMENKLATUR_BELUM_DISUSUN', { versi });
  const tingkat = tingkatNomenklatur(versi, kode) ?? tolak('KODE_NOMENKLATUR_TIDAK_SAH', { kode, versi });
  const induk = indukNomenklatur(kode);
  if (induk !== null && n.kode.get(induk) === undefined)
    return tolak('INDUK_NOMENKLATUR_TIDAK_DIKENAL', { kode, induk });
  const sebelum = n.kode.get(kode) ?? null;
  const diminta = { nama: label(c.nama, 1_000), satuan: labelAtauNull(c.satuan) };
  const isi = isiBaru(cara, sebelum, diminta, { kode });
  if (isi === null) return [];
  const satuan = isi.satuan === null ? {} : { satuan: isi.satuan };
  const data = { kode, nama: isi.nama, tingkat, ...satuan, sebelum, oleh, cara };
  return [{ type: 'KodeNomenklaturDicatat', data }];
};

const tetapkan = ({ oleh, cara }: Perintah<'Tetapkan'>, n: Nomenklatur): NomenklaturEvent[] => {
  if (n.isi === null) return tolak('NOMENKLATUR_BELUM_DISUSUN');
  if (n.ditetapkan) return [];
  if (n.kode.size === 0) return tolak('NOMENKLATUR_KOSONG');
  return [{ type: 'NomenklaturDitetapkan', data: { jumlah: n.kode.size, oleh, cara } }];
};

const decide = (c: NomenklaturCommand, n: Nomenklatur): NomenklaturEvent[] => {
  switch (c.type) {
    case 'Susun':
      return susun(c, n);
    case 'CatatKode':
      return catatKode(c, n);
    case 'Tetapkan':
      return tetapkan(c, n);
  }
};

const evolve = (n: Nomenklatur, { type, data }: NomenklaturEvent): Nomenklatur => {
  switch (type) {
    case 'NomenklaturDisusun': {
      const { nama, dasar, mulaiBerlaku } = data;
      return { ...n, isi: { nama, dasar, mulaiBerlaku } };
    }
    case 'KodeNomenklaturDicatat': {
      const { kode, nama, satuan = null } = data;
      return { ...n, kode: n.kode.dengan(kode, { nama, satuan }) };
    }
    case 'NomenklaturDitetapkan':
      return { ...n, ditetapkan: true };
  }
};

export const nomenklatur: Decider<Nomenklatur, NomenklaturCommand, NomenklaturEvent> = {
  kategori: 'Nomenklatur',
  initial: { isi: null, kode: Peta.kosong<IsiKode>(), ditetapkan: false },
  decide,
  evolve,
};
