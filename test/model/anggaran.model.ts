import { baru, type Dunia } from './dunia.js';
import type { Anggaran } from './jenis.js';
import { rupiahBaik, rupiahBersih } from './nilai.js';
import type { PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import { kodeAnggaran } from './program.model.js';
import { diam, diamKecuali, ganti, isiSetelah, type Jawab, type Sah, Vonis } from './vonis.js';

type Tahap = Anggaran['tahap'][number];
const nama = (t: { jenis: string; nomor: number }): string => `${t.jenis} ${t.nomor}`;

/** Where a stage stands in the year: murni, its pergeseran, perubahan, the pergeseran after it. */
const letak = (t: { jenis: string; nomor: number; setelahPerubahan: boolean }): number =>
  t.jenis === 'murni' ? 0 : t.jenis === 'perubahan' ? 1_000 : t.nomor + (t.setelahPerubahan ? 2_000 : 0);

/** The pergeseran that is meant, and whether it is new. null: its number, or its side of the perubahan, is out of order. */
const pergeseran = (a: Anggaran, nomor: number, setelah: boolean | null, sah: Sah): Tahap | null => {
  if (!Number.isInteger(nomor) || nomor < 1 || nomor > 99) return null;
  const ada = a.tahap.find((t) => t.jenis === 'pergeseran' && t.nomor === nomor);
  if (ada) return setelah === null || setelah === ada.setelahPerubahan ? ada : null;
  const lain = a.tahap.filter((t) => t.jenis === 'pergeseran');
  const perubahan = a.tahap.some((t) => t.jenis === 'perubahan');
  const baru = (sisi: boolean): Tahap => ({ jenis: 'pergeseran', nomor, setelahPerubahan: sisi, akta: null });
  if (sah === 'elektronik') {
    if (nomor !== Math.max(0, ...lain.map((t) => t.nomor)) + 1) return null;
    const akhir = baru(perubahan || lain.some((t) => t.setelahPerubahan)); // it comes last
    return setelah === null || setelah === akhir.setelahPerubahan ? akhir : null;
  }
  // Numbers count on over the year: none before the perubahan is larger than one after it.
  const mungkin = (sisi: boolean) =>
    lain.every((t) => t.setelahPerubahan === sisi || (sisi ? nomor > t.nomor : nomor < t.nomor));
  const sisi =
    setelah ??
    (lain.some((t) => t.setelahPerubahan && t.nomor < nomor) ||
      (perubahan && !lain.some((t) => !t.setelahPerubahan && t.nomor > nomor)));
  return mungkin(sisi) ? baru(sisi) : null;
};

const catatTahap = (a: Anggaran, t: Tahap): void => {
  if (!a.tahap.includes(t)) a.tahap.push(t);
  a.tahap.sort((x, y) => letak(x) - letak(y));
};

export const putusanAnggaran = (d: Dunia, { opd, tahun, p, sah }: PerintahDari<'anggaran'>): Jawab => {
  const kunci = `${opd}.${tahun}`;
  const a = d.anggaran[kunci] ?? baru.anggaran();
  const v = periodeTerbuka(new Vonis().tahun(tahun), d, opd, tahun, 'anggaran', sah);
  const tunggal = (jenis: 'murni' | 'perubahan'): Tahap =>
    a.tahap.find((t) => t.jenis === jenis) ?? { jenis, nomor: 0, setelahPerubahan: false, akta: null };
  const tahap =
    p.type === 'TetapkanPagu'
      ? tunggal(p.jenis)
      : p.type === 'GeserPagu' || p.jenis === 'pergeseran'
        ? pergeseran(a, p.nomor, p.setelahPerubahan, sah)
        : p.nomor === 0
          ? tunggal(p.jenis)
          : null;
  if (tahap === null) v.bila(true, 'PERGESERAN_TIDAK_URUT');
  if (p.type === 'TetapkanDokumen') {
    v.akta(p.akta);
    if (tahap === null) return v.bila(sah === 'elektronik', 'TAHAP_TANPA_PAGU').atau(() => diam);
    const terisi = Object.values(a.baris).some((b) => b.isi[nama(tahap)]);
    v.bila(sah === 'elektronik' && !terisi, 'TAHAP_TANPA_PAGU');
    const sebelum = tahap.akta;
    return ganti(v, 'DokumenAnggaranDitetapkan', sebelum, v.satu(sah, sebelum, p.akta), (akta) => {
      d.anggaran[kunci] = a;
      catatTahap(a, tahap);
      tahap.akta = akta;
    });
  }
  const { tingkat, dikenal } = kodeAnggaran(d, opd, tahun, p.kode);
  v.kodeBebas(p.kode).label(p.nama).label(p.sumberDana);
  v.bila(!dikenal, 'ANGGARAN_TIDAK_DIKENAL').bila(!rupiahBaik(p.pagu), 'RUPIAH_TIDAK_SAH');
  if (tahap === null) return v.atau(() => diam);
  const baris = a.baris[p.kode] ?? { tingkat, isi: {} };
  const lama = baris.isi[nama(tahap)] ?? null;
  const isi = { pagu: rupiahBersih(p.pagu), nama: p.nama, sumberDana: p.sumberDana };
  if (isiSetelah(sah, lama, isi) === 'sama') return diamKecuali(v);
  const hasil = v.isi(sah, lama, isi);
  const sesudah = a.tahap.filter((t) => letak(t) > letak(tahap));
  const disebutSesudah = sesudah.some((t) => baris.isi[nama(t)]);
  const dpa = a.tahap.some((t) => t.jenis === 'murni' && t.akta);
  const tanpaMurni = tahap.jenis !== 'murni' && !baris.isi['murni 0'] && !dpa;
  v.bila(tanpaMurni, 'MURNI_BELUM_DITETAPKAN');
  if (sah === 'elektronik') {
    v.bila(tahap.jenis === 'murni' && disebutSesudah, 'MURNI_SUDAH_DITETAPKAN');
    v.bila(
      [tahap, ...sesudah].some((t) => t.akta),
      'TAHAP_ANGGARAN_DITUTUP',
    );
    v.bila(tahap.jenis !== 'murni' && disebutSesudah, 'TAHAP_ANGGARAN_DITUTUP');
  }
  const digantikan = (): string | null => {
    if (p.type === 'TetapkanPagu') return lama?.pagu ?? null;
    if (lama) return lama.pagu;
    const terdahulu = a.tahap.filter((t) => letak(t) < letak(tahap) && baris.isi[nama(t)]).at(-1);
    return terdahulu ? (baris.isi[nama(terdahulu)]?.pagu ?? null) : null;
  };
  return ganti(v, p.type === 'GeserPagu' ? 'PaguDigeser' : 'PaguDitetapkan', digantikan(), hasil, (baru) => {
    d.anggaran[kunci] = a;
    catatTahap(a, tahap);
    a.baris[p.kode] = baris;
    baris.tingkat = tingkat;
    baris.isi[nama(tahap)] = baru;
  });
};

/** The pagu of the last stage that names the code. */
export const paguTerakhir = (a: Anggaran, kode: string): string | null => {
  const menyebut = a.tahap.filter((t) => a.baris[kode]?.isi[nama(t)]).at(-1);
  return menyebut ? (a.baris[kode]?.isi[nama(menyebut)]?.pagu ?? null) : null;
};
