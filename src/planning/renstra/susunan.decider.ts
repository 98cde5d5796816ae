import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Dasar } from '../../kernel/decider.js';
import { OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, kodeBebas, teksAtauNull, uraian } from '../../kernel/teks.js';
import {
  type IsiRenstra,
  type JenisRenstra,
  kunciHubungan,
  type Oleh,
  type PeristiwaNaskah,
  pokokRenstra,
  type Renstra,
  type Strategi,
  type Tingkat,
  wajibIndikator,
  wajibTerbuka,
  wajibUjung,
} from './naskah-renstra.decider.js';
import { wajibBelumDialihkan } from './peralihan.decider.js';

export type PerintahSusunan =
  | (Oleh & {
      type: 'Susun';
      mulai: number;
      selesai: number;
      visi: string | null;
      misi: string | null;
      jenis?: JenisRenstra | null; // not said: what stands, else RPJMD for the pemda and Renstra for an OPD
      alasanTanpaVisi?: string | null;
      milik: string; // the OPD part of the key
      opdTerdaftar: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'TambahMisi'; nomor: number; uraian: string })
  | (Oleh & { type: 'TambahTujuan'; kode: string; uraian: string; misi?: readonly number[] | null })
  | (Oleh & { type: 'TambahSasaran'; tujuan: string; kode: string; uraian: string; strategi: Strategi[] })
  | (Oleh & { type: 'HubungkanIndikator'; indikator: string; tingkat: Tingkat; kode: string });
type Perintah<T extends PerintahSusunan['type']> = Extract<PerintahSusunan, { type: T }>;

/** A period has at most this many years: five, and the year of transition that some Renstra add. */
export const MASA_TERPANJANG = 6;
const MASA_RPD = { terpendek: 2, terpanjang: 3 };

/** A version that holds from a year on is not over before it: `mulaiBerlaku` is 0 while nothing is written. */
const wajibMasa = (mulai: number, selesai: number, jenis: JenisRenstra, mulaiBerlaku: number): void => {
  const masa = selesai - mulai + 1;
  const batas = jenis === 'rpd' ? MASA_RPD : { terpendek: 1, terpanjang: MASA_TERPANJANG };
  const terpendek = Math.max(batas.terpendek, mulaiBerlaku - mulai + 1);
  if (masa < terpendek || masa > batas.terpanjang)
    tolak('MASA_TIDAK_SAH', { mulai, selesai, terpendek, terpanjang: batas.terpanjang });
};

// A shorter period leaves no target behind. What paper recorded of years outside it stands outside every period.
const wajibDalamMasa = (selesai: number, r: Renstra): void => {
  for (const { target } of r.indikator.values())
    for (const tahun of target.keys())
      if (tahun !== null && tahun > selesai && tahun <= r.selesai) tolak('TAHUN_DI_LUAR_RENSTRA', { tahun });
};

const jenisSah = (c: Perintah<'Susun'>, r: Renstra): JenisRenstra => {
  const milikPemda = c.milik === OPD_PEMDA;
  const bawaan = milikPemda ? 'rpjmd' : 'renstra';
  const jenis = c.jenis ?? (r.status === 'kosong' ? bawaan : r.jenis);
  return (jenis !== 'renstra') === milikPemda ? jenis : tolak('JENIS_RENCANA_TIDAK_SESUAI', { jenis });
};

// An RPD has no visi: between two kepala daerah nobody promised one.
const alasanSah = (c: Perintah<'Susun'>, jenis: JenisRenstra, r: Renstra): string | null => {
  if (c.visi !== null) return null;
  const diberi = c.alasanTanpaVisi ?? r.alasanTanpaVisi;
  if (diberi !== null) return alasan(diberi);
  return jenis === 'rpd' && c.cara === 'elektronik'
    ? tolak('ALASAN_WAJIB', { bidang: 'alasanTanpaVisi' })
    : null;
};

export const susun = (c: Perintah<'Susun'>, r: Renstra): PeristiwaNaskah[] => {
  const { oleh, cara, berdasarkan } = c;
  if (!c.opdTerdaftar) return tolak(c.milik === OPD_PEMDA ? 'PEMDA_BELUM_TERDAFTAR' : 'OPD_BELUM_TERDAFTAR');
  const [mulai, selesai, jenis] = [tahunSah(c.mulai), tahunSah(c.selesai), jenisSah(c, r)];
  wajibMasa(mulai, selesai, jenis, r.mulaiBerlaku);
  const tanpaVisi = alasanSah(c, jenis, r);
  const diminta: IsiRenstra = {
    selesai,
    visi: teksAtauNull(c.visi),
    misi: teksAtauNull(c.misi),
    ...(jenis === 'renstra' ? {} : { jenis }),
    ...(tanpaVisi === null ? {} : { alasanTanpaVisi: tanpaVisi }),
  };
  const sebelum = r.status === 'kosong' ? null : pokokRenstra(r);
  const isi = isiBaru(cara, sebelum, diminta);
  if (isi === null) return [];
  wajibTerbuka(r, cara, 'tujuan');
  if (cara === 'elektronik') wajibDalamMasa(selesai, r);
  return [{ type: 'RenstraDisusun', data: { mulai, ...isi, sebelum, oleh, cara, berdasarkan } }];
};

const MISI_TERBANYAK = 99;
const nomorSah = (nomor: number): number =>
  Number.isInteger(nomor) && nomor >= 1 && nomor <= MISI_TERBANYAK
    ? nomor
    : tolak('MASUKAN_TIDAK_SAH', { bidang: 'nomor' });

export const tambahMisi = ({ oleh, cara, ...c }: Perintah<'TambahMisi'>, r: Renstra): PeristiwaNaskah[] => {
  const [nomor, isi] = [nomorSah(c.nomor), uraian(c.uraian)];
  const sebelum = r.daftarMisi.get(String(nomor)) ?? null;
  if (!faktaBaru(cara, sebelum, isi, { misi: nomor })) return [];
  wajibTerbuka(r, cara, 'tujuan');
  return [{ type: 'MisiDitambahkan', data: { nomor, uraian: isi, sebelum, oleh, cara } }];
};

const misiSah = (r: Renstra, misi: readonly number[]): number[] => {
  for (const nomor of misi)
    if (!r.daftarMisi.has(String(nomor)))
      tolak('UNSUR_TIDAK_DIKENAL', { unsur: 'misi', kode: String(nomor) });
  return [...new Set(misi)].sort((a, b) => a - b);
};

export const tambahTujuan = (c: Perintah<'TambahTujuan'>, r: Renstra): PeristiwaNaskah[] => {
  const { oleh, cara } = c;
  const [kode, isi] = [kodeBebas(c.kode), uraian(c.uraian)];
  const lama = r.tujuan.get(kode);
  const [sebelum, misiSebelum] = [lama?.uraian ?? null, [...(lama?.misi ?? [])]];
  const misi = c.misi ? misiSah(r, c.misi) : misiSebelum;
  const rumusanBaru = faktaBaru(cara, sebelum, isi, { tujuan: kode });
  const misiBaru = faktaBaru(
    cara,
    misiSebelum.length === 0 ? null : misiSebelum,
    misi.length === 0 ? null : misi,
    {
      tujuan: kode,
      bidang: 'misi',
    },
  );
  if (!rumusanBaru && !misiBaru) return [];
  wajibTerbuka(r, cara, 'tujuan');
  const tentangMisi = misiBaru ? { misi, ...(misiSebelum.length === 0 ? {} : { misiSebelum }) } : {};
  return [{ type: 'TujuanDitambahkan', data: { kode, uraian: isi, ...tentangMisi, sebelum, oleh, cara } }];
};

const strategiSah = (s: Strategi): Strategi => ({
  uraian: uraian(s.uraian),
  arahKebijakan: s.arahKebijakan.map((a) => uraian(a)),
});

export const tambahSasaran = (
  { oleh, cara, ...c }: Perintah<'TambahSasaran'>,
  r: Renstra,
): PeristiwaNaskah[] => {
  const [kode, tujuan] = [kodeBebas(c.kode), c.tujuan];
  if (!r.tujuan.has(tujuan)) return tolak('TUJUAN_TIDAK_DIKENAL', { tujuan });
  const sebelum = r.sasaran.get(kode) ?? null;
  const diminta = { tujuan, uraian: uraian(c.uraian), strategi: c.strategi.map(strategiSah) };
  const isi = isiBaru(cara, sebelum, diminta, { sasaran: kode });
  if (isi === null) return [];
  wajibTerbuka(r, cara, 'sasaran');
  return [{ type: 'SasaranDitambahkan', data: { kode, ...isi, sebelum, oleh, cara } }];
};

export const hubungkan = (c: Perintah<'HubungkanIndikator'>, r: Renstra): PeristiwaNaskah[] => {
  const { indikator, tingkat, kode, oleh, cara } = c;
  wajibUjung(r, tingkat, kode);
  wajibIndikator(r, indikator);
  if (r.hubungan.has(kunciHubungan(c))) return [];
  wajibBelumDialihkan(r, indikator);
  wajibTerbuka(r, cara, tingkat);
  return [{ type: 'IndikatorDihubungkan', data: { indikator, tingkat, kode, oleh, cara } }];
};
