import { isiBaru } from '../../kernel/cara.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { kodeBagian } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, label, tanggalSah, uraian } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type IsiDasarHukum = {
  jenis: string;
  nomor: string;
  tanggal: string;
  tentang: string;
  mulaiBerlaku: string;
};
/** `tanggal`: the first day on which it no longer holds. `pengganti`: code of the one that takes its place. */
export type Pencabutan = { tanggal: string; pengganti: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says. In the streams of a pemda and of an OPD.
export type DasarHukumEvent =
  | {
      type: 'DasarHukumDicatat';
      data: Oleh & IsiDasarHukum & { kode: string; sebelum: IsiDasarHukum | null };
    }
  | {
      type: 'DasarHukumDicabut';
      data: Oleh & Pencabutan & { kode: string; alasan: string; sebelum: Pencabutan | null };
    };
export type DasarHukumCommand =
  | (Oleh & IsiDasarHukum & { type: 'CatatDasarHukum'; kode: string })
  | (Oleh & Pencabutan & { type: 'CabutDasarHukum'; kode: string; alasan: string });
type Perintah<T extends DasarHukumCommand['type']> = Extract<DasarHukumCommand, { type: T }>;

export type DasarHukum = IsiDasarHukum & { readonly kode: string; readonly dicabut: Pencabutan | null };
type Register = readonly DasarHukum[];

/** What holds on a date, oldest first. */
export const berlakuPada = (register: Register, tanggal: string): DasarHukum[] =>
  register
    .filter((d) => d.mulaiBerlaku <= tanggal && (d.dicabut === null || tanggal < d.dicabut.tanggal))
    .toSorted((a, b) => a.mulaiBerlaku.localeCompare(b.mulaiBerlaku) || a.kode.localeCompare(b.kode));

const isiTercatat = ({ kode: _kode, dicabut: _dicabut, ...isi }: DasarHukum): IsiDasarHukum => isi;

const isiDari = ({ jenis, nomor, tanggal, tentang, mulaiBerlaku }: IsiDasarHukum): IsiDasarHukum => ({
  jenis: label(jenis, 200),
  nomor: label(nomor, 200),
  tanggal: tanggalSah(tanggal),
  tentang: uraian(tentang, 1_000),
  mulaiBerlaku: tanggalSah(mulaiBerlaku),
});

const catat = ({ oleh, cara, ...c }: Perintah<'CatatDasarHukum'>, register: Register): DasarHukumEvent[] => {
  const kode = kodeBagian(c.kode);
  const isi = isiDari(c);
  const lama = register.find((d) => d.kode === kode);
  if (lama?.dicabut && lama.dicabut.tanggal <= isi.mulaiBerlaku)
    return tolak('TANGGAL_TIDAK_SAH', { mulaiBerlaku: isi.mulaiBerlaku, dicabut: lama.dicabut.tanggal });
  const sebelum = lama === undefined ? null : isiTercatat(lama);
  const baru = isiBaru(cara, sebelum, isi, { kode });
  return baru === null ? [] : [{ type: 'DasarHukumDicatat', data: { kode, ...baru, sebelum, oleh, cara } }];
};

const cabut = ({ oleh, cara, ...c }: Perintah<'CabutDasarHukum'>, register: Register): DasarHukumEvent[] => {
  const { kode, pengganti } = c;
  const cari = (dicari: string): DasarHukum =>
    register.find((d) => d.kode === dicari) ?? tolak('DASAR_HUKUM_TIDAK_DIKENAL', { kode: dicari });
  const { mulaiBerlaku, dicabut: sebelum } = cari(kode);
  if (pengganti !== null) cari(pengganti);
  const isi: Pencabutan = { tanggal: tanggalSah(c.tanggal), pengganti };
  if (isi.tanggal <= mulaiBerlaku || pengganti === kode)
    return tolak('DASAR_HUKUM_TIDAK_DAPAT_DICABUT', { kode, mulaiBerlaku });
  const baru = isiBaru(cara, sebelum, isi, { kode });
  if (baru === null) return [];
  return [
    { type: 'DasarHukumDicabut', data: { kode, ...baru, alasan: alasan(c.alasan), sebelum, oleh, cara } },
  ];
};

export const putuskanDasarHukum = (c: DasarHukumCommand, register: Register): DasarHukumEvent[] =>
  c.type === 'CatatDasarHukum' ? catat(c, register) : cabut(c, register);

export const lipatDasarHukum = (register: Register, { type, data }: DasarHukumEvent): Register => {
  if (type === 'DasarHukumDicabut') {
    const dicabut = { tanggal: data.tanggal, pengganti: data.pengganti };
    return register.map((d) => (d.kode === data.kode ? { ...d, dicabut } : d));
  }
  const { kode, jenis, nomor, tanggal, tentang, mulaiBerlaku } = data;
  const letak = register.findIndex((d) => d.kode === kode);
  const baru = {
    kode,
    jenis,
    nomor,
    tanggal,
    tentang,
    mulaiBerlaku,
    dicabut: register[letak]?.dicabut ?? null,
  };
  return letak < 0 ? [...register, baru] : register.with(letak, baru);
};
