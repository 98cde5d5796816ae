import type { Acak } from './acak.js';
import { type Isi, ORANG_ORANG } from './kolam.js';
import { jabatan, opd, pemda, periode } from './organisasi.penarik.js';
import { type NamaDokumen, type Orang, type Perintah } from './perintah.js';
import { pk, pohon } from './pk.penarik.js';
import { renstra } from './renstra.penarik.js';
import { aksi, anggaran, iku, nomenklatur, program, rkt } from './tahunan.penarik.js';

type Penarik = { [D in NamaDokumen]: (a: Acak) => Isi<D> };

const PENARIK: Penarik = {
  pemda,
  opd,
  jabatan,
  periode,
  nomenklatur,
  renstra,
  program,
  rkt,
  aksi,
  iku,
  anggaran,
  pk,
  pohon,
};
export const NAMA_DOKUMEN = Object.keys(PENARIK) as NamaDokumen[];

/** Who is likely to ask: a signature is asked by the right office more often than not. */
const orang = (a: Acak, c: { dok: NamaDokumen; jabatan?: string }): Orang => {
  if (c.dok !== 'pk') return a.mungkin(0.7) ? 'perencana' : 'kadis';
  const wajar = {
    kepala: ['kadis', 'wali'],
    'bidang-1': ['kabid', 'kadis'],
    'seksi-1': ['kasi', 'kabid'],
    'kepala-daerah': ['wali', 'wali'],
  };
  const pihak = wajar[c.jabatan as keyof typeof wajar] as [Orang, Orang];
  return a.kadang([...pihak, ...pihak, 'perencana'], ORANG_ORANG, 0.2);
};

/** What only paper says: the number of the version that it is, and on which side of the perubahan a pergeseran stands. */
const dariKertas = (a: Acak, c: Isi<NamaDokumen>): Isi<NamaDokumen> => {
  const versi = a.satu([null, 1, 2, 2, 3]);
  if (c.dok === 'anggaran' && c.p.type !== 'TetapkanPagu')
    return { ...c, p: { ...c.p, setelahPerubahan: a.satu([null, null, true, false]) } } as Isi<'anggaran'>;
  if (c.dok === 'iku') return { ...c, p: { ...c.p, versi } } as Isi<'iku'>;
  if (c.dok === 'aksi' && c.p.type === 'MulaiPerubahan') return { ...c, p: { ...c.p, versi } } as Isi<'aksi'>;
  if (c.dok === 'pk' && c.p.type === 'Ajukan' && versi !== null)
    return { ...c, versi: c.p.jenis === 'murni' ? 1 : versi } as Isi<'pk'>;
  return c;
};

export const tarik = (a: Acak, dok: NamaDokumen): Perintah => {
  const isi = PENARIK[dok](a) as Isi<NamaDokumen>;
  const hanyaDiSini = ['Usulkan', 'Alihkan', 'Terima'].includes(isi.p.type);
  const sah = !hanyaDiSini && a.mungkin(0.22) ? 'dicatat' : 'elektronik';
  const c = sah === 'dicatat' ? dariKertas(a, isi) : isi;
  return { ...c, sah, oleh: orang(a, c), kini: a.satu([0, 1]) } as Perintah;
};
