import { isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Pejabat } from '../../kernel/decider.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, kodeBebas, uraian } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type SumberUsulan = 'tindak-lanjut' | 'rencana-aksi' | 'saran' | 'lain';
export type IsiUsulan = {
  uraian: string;
  tahunAsal: number;
  sumber: SumberUsulan;
  indikator: string | null;
};
export type PutusanUsulan = { putusan: 'diterima' | 'ditolak' | 'ditunda'; alasan: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// What an earlier year left to be done (its report's closing chapter, PermenPANRB 53/2014), and what the RKT made of it.
export type UsulanEvent =
  | {
      type: 'UsulanDicatat';
      data: Oleh & IsiUsulan & { kode: string; sebelum: IsiUsulan | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'UsulanDiputuskan';
      data: Oleh & PutusanUsulan & { kode: string; sebelum: PutusanUsulan | null };
    };
export type UsulanCommand =
  | (Oleh &
      IsiUsulan & {
        type: 'CatatUsulan';
        kode: string;
        indikatorDikenal: boolean; // true where it names none
        berdasarkan: Dasar[];
      })
  | (Oleh & PutusanUsulan & { type: 'PutuskanUsulan'; kode: string });
type Perintah<T extends UsulanCommand['type']> = Extract<UsulanCommand, { type: T }>;

export type Usulan = IsiUsulan & { readonly putusan: PutusanUsulan | null };
/** By kode. */
export type DaftarUsulan = ReadonlyMap<string, Usulan>;

const isiDari = ({ uraian, tahunAsal, sumber, indikator }: IsiUsulan): IsiUsulan => ({
  uraian,
  tahunAsal,
  sumber,
  indikator,
});

const catat = (c: Perintah<'CatatUsulan'>, daftar: DaftarUsulan): UsulanEvent[] => {
  const { sumber, indikator, oleh, cara, berdasarkan } = c;
  const ada = daftar.get(c.kode);
  const kode = ada === undefined ? kodeBebas(c.kode) : c.kode; // one that was made here may be longer
  if (!c.indikatorDikenal) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  const sebelum = ada === undefined ? null : isiDari(ada);
  const diminta = { uraian: uraian(c.uraian), tahunAsal: tahunSah(c.tahunAsal), sumber, indikator };
  const isi = isiBaru(cara, sebelum, diminta, { usulan: kode });
  if (isi === null) return [];
  return [{ type: 'UsulanDicatat', data: { kode, ...isi, sebelum, oleh, cara, berdasarkan } }];
};

const putuskan = (c: Perintah<'PutuskanUsulan'>, daftar: DaftarUsulan): UsulanEvent[] => {
  const { kode, putusan, oleh, cara } = c;
  const { putusan: sebelum } = daftar.get(kode) ?? tolak('USULAN_TIDAK_DIKENAL', { usulan: kode });
  const sebab = c.alasan === null ? null : alasan(c.alasan);
  if (cara === 'elektronik' && putusan !== 'diterima' && sebab === null) return tolak('ALASAN_WAJIB');
  const isi = isiBaru(cara, sebelum, { putusan, alasan: sebab }, { usulan: kode });
  return isi === null ? [] : [{ type: 'UsulanDiputuskan', data: { kode, ...isi, sebelum, oleh, cara } }];
};

export const decideUsulan = (c: UsulanCommand, daftar: DaftarUsulan): UsulanEvent[] =>
  c.type === 'CatatUsulan' ? catat(c, daftar) : putuskan(c, daftar);

export const evolveUsulan = (daftar: DaftarUsulan, { type, data }: UsulanEvent): DaftarUsulan => {
  // What was decided was decided on the text that stood then: a new one waits for its own decision.
  if (type === 'UsulanDicatat') return new Map(daftar).set(data.kode, { ...isiDari(data), putusan: null });
  const ada = daftar.get(data.kode);
  if (ada === undefined) return daftar;
  const { putusan, alasan } = data;
  return new Map(daftar).set(data.kode, { ...ada, putusan: { putusan, alasan } });
};
