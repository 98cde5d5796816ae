import { sama } from '../../kernel/cara.js';
import {
  type IndikatorRenstra,
  kunciHubungan,
  kunciSelaras,
  type PeristiwaNaskah,
  pokokRenstra,
  type Renstra,
  type Ujung,
  type Unsur,
} from './naskah-renstra.decider.js';

type Data<T extends PeristiwaNaskah['type']> = Extract<PeristiwaNaskah, { type: T }>['data'];

const denganIndikator = (
  r: Renstra,
  kode: string,
  ubah: (i: IndikatorRenstra) => IndikatorRenstra,
): Renstra => {
  const ada = r.indikator.get(kode);
  return ada === undefined ? r : { ...r, indikator: r.indikator.dengan(kode, ubah(ada)) };
};

const tanpa = (r: Renstra, unsur: Unsur, kode: string): Renstra => {
  switch (unsur) {
    case 'misi':
      return { ...r, daftarMisi: r.daftarMisi.tanpa(kode) };
    case 'tujuan':
      return { ...r, tujuan: r.tujuan.tanpa(kode) };
    case 'sasaran':
      return { ...r, sasaran: r.sasaran.tanpa(kode) };
    case 'indikator':
      return { ...r, indikator: r.indikator.tanpa(kode) };
    case 'program-prioritas':
      return { ...r, prioritas: r.prioritas.tanpa(kode) };
    case 'isu-strategis':
      return { ...r, isu: r.isu.tanpa(kode) };
    case 'permasalahan':
      return { ...r, permasalahan: r.permasalahan.tanpa(kode) };
  }
};

type Penerimaan = Extract<PeristiwaNaskah, { type: 'IndikatorDiterima' }>['data'];

/** Also into versions that know nothing of where it hangs: there it hangs nowhere. */
const lipatDiterima = (
  r: Renstra,
  { indikator, dari, sejak, definisi, target, induk }: Penerimaan,
): Renstra => {
  const hubungan = induk && { indikator, ...induk };
  const tergantung =
    hubungan !== null && (induk?.tingkat === 'tujuan' ? r.tujuan : r.sasaran).has(hubungan.kode);
  const isi = { definisi, target: new Map(target.map((t) => [t.tahun, t.target])), lampau: new Map() };
  return {
    ...r,
    indikator: r.indikator.dengan(indikator, isi),
    hubungan: tergantung ? r.hubungan.dengan(kunciHubungan(hubungan), hubungan) : r.hubungan,
    diterima: r.diterima.dengan(indikator, { dari, sejak }),
  };
};

/** The text after the event. */
export const lipatNaskah = (r: Renstra, { type, data }: PeristiwaNaskah): Renstra => {
  switch (type) {
    case 'RenstraDisusun': {
      const { mulai, selesai, visi, misi, jenis = 'renstra', alasanTanpaVisi = null } = data;
      const pokok = { mulai, selesai, visi, misi, jenis, alasanTanpaVisi };
      return r.status === 'kosong'
        ? { ...r, ...pokok, status: 'disusun', mulaiBerlaku: mulai }
        : { ...r, ...pokok };
    }
    case 'MisiDitambahkan':
      return { ...r, daftarMisi: r.daftarMisi.dengan(String(data.nomor), data.uraian) };
    case 'TujuanDitambahkan': {
      const { kode, uraian } = data;
      // A version without the misi has the tujuan alone.
      const misi = data.misi?.filter((m) => r.daftarMisi.has(String(m))) ?? r.tujuan.get(kode)?.misi ?? [];
      return { ...r, tujuan: r.tujuan.dengan(kode, { uraian, misi }) };
    }
    case 'SasaranDitambahkan': {
      const { kode, tujuan, uraian, strategi } = data;
      return { ...r, sasaran: r.sasaran.dengan(kode, { tujuan, uraian, strategi }) };
    }
    case 'IndikatorDitetapkan': {
      const { oleh: _oleh, cara: _cara, sebelum: _sebelum, ...definisi } = data;
      const ada = r.indikator.get(definisi.kode) ?? { target: new Map(), lampau: new Map() };
      return { ...r, indikator: r.indikator.dengan(definisi.kode, { ...ada, definisi }) };
    }
    case 'IndikatorDihubungkan': {
      const { indikator, tingkat, kode } = data;
      return { ...r, hubungan: r.hubungan.dengan(kunciHubungan(data), { indikator, tingkat, kode }) };
    }
    case 'TargetRenstraDitetapkan':
      return denganIndikator(r, data.indikator, (i) => ({
        ...i,
        target: new Map(i.target).set(data.tahun, data.target),
      }));
    case 'RealisasiLampauDicatat':
      return denganIndikator(r, data.indikator, (i) => ({
        ...i,
        lampau: new Map(i.lampau).set(data.tahun, data.realisasi),
      }));
    case 'ProgramPrioritasDitetapkan': {
      const { kode, nama, sasaran, opd } = data;
      return { ...r, prioritas: r.prioritas.dengan(kode, { nama, sasaran, opd }) };
    }
    case 'RenstraDiselaraskan':
      return { ...r, keselarasan: r.keselarasan.dengan(kunciSelaras(data), data.melayani) };
    case 'KeselarasanDilepas':
      return { ...r, keselarasan: r.keselarasan.tanpa(kunciSelaras(data)) };
    case 'IsuStrategisDicatat': {
      const { kode, uraian, sasaran } = data;
      return { ...r, isu: r.isu.dengan(kode, { uraian, sasaran }) };
    }
    case 'PermasalahanDicatat': {
      const { kode, uraian, isu, sasaran, solusi } = data;
      return { ...r, permasalahan: r.permasalahan.dengan(kode, { uraian, isu, sasaran, solusi }) };
    }
    case 'IndikatorDilepas':
      return { ...r, hubungan: r.hubungan.tanpa(kunciHubungan(data)) };
    case 'UnsurRenstraDihapus':
      return tanpa(r, data.unsur, data.kode);
    case 'IndikatorDialihkan': {
      const { indikator, ke, sejak } = data;
      return { ...r, dialihkan: r.dialihkan.dengan(indikator, { ke, sejak }) };
    }
    case 'IndikatorDiterima':
      return lipatDiterima(r, data);
  }
};

const adaSasaran = (r: Renstra, daftar: readonly string[]): boolean => daftar.every((s) => r.sasaran.has(s));
const adaUjung = (r: Renstra, { tingkat, kode }: Ujung): boolean =>
  (tingkat === 'tujuan' ? r.tujuan : r.sasaran).has(kode);

const tujuanSama = (
  r: Renstra,
  { kode, sebelum, misi, misiSebelum = [] }: Data<'TujuanDitambahkan'>,
): boolean => {
  const ada = r.tujuan.get(kode);
  return (ada?.uraian ?? null) === sebelum && (misi === undefined || sama(ada?.misi ?? [], misiSebelum));
};

const bagian = (r: Renstra, unsur: Unsur): { get: (kode: string) => unknown } =>
  ({
    misi: r.daftarMisi,
    tujuan: r.tujuan,
    sasaran: r.sasaran,
    indikator: r.indikator,
    'program-prioritas': r.prioritas,
    'isu-strategis': r.isu,
    permasalahan: r.permasalahan,
  })[unsur];

const terhapus = (r: Renstra, { unsur, kode }: Data<'UnsurRenstraDihapus'>, berlaku: Renstra): boolean =>
  sama(bagian(r, unsur).get(kode), bagian(berlaku, unsur).get(kode)) &&
  (unsur !== 'isu-strategis' || !r.permasalahan.values().some(({ isu }) => isu === kode));

/**
 * Whether what the event replaces in the text in force stands in this version too, and what it points at, so that the
 * event speaks of it as well: an earlier version never points at what came after it. A switch of its own beside
 * `lipatNaskah`: that one must fold every stored event into the text that it was decided on, this one only asks.
 */
export const menggantikan = (r: Renstra, { type, data }: PeristiwaNaskah, berlaku: Renstra): boolean => {
  switch (type) {
    case 'RenstraDisusun':
      return sama(pokokRenstra(r), data.sebelum);
    case 'MisiDitambahkan':
      return (r.daftarMisi.get(String(data.nomor)) ?? null) === data.sebelum;
    case 'TujuanDitambahkan':
      return tujuanSama(r, data);
    case 'SasaranDitambahkan':
      return r.tujuan.has(data.tujuan) && sama(r.sasaran.get(data.kode) ?? null, data.sebelum);
    case 'IndikatorDitetapkan':
      return sama(r.indikator.get(data.kode)?.definisi ?? null, data.sebelum);
    case 'IndikatorDihubungkan':
      return adaUjung(r, data) && r.indikator.has(data.indikator);
    case 'TargetRenstraDitetapkan':
      return (r.indikator.get(data.indikator)?.target.get(data.tahun) ?? null) === data.sebelum;
    case 'RealisasiLampauDicatat':
      return (r.indikator.get(data.indikator)?.lampau.get(data.tahun) ?? null) === data.sebelum;
    case 'ProgramPrioritasDitetapkan':
      return adaSasaran(r, data.sasaran) && sama(r.prioritas.get(data.kode) ?? null, data.sebelum);
    case 'RenstraDiselaraskan':
    case 'KeselarasanDilepas':
      return adaUjung(r, data) && sama(r.keselarasan.get(kunciSelaras(data)) ?? null, data.sebelum);
    case 'IsuStrategisDicatat':
      return adaSasaran(r, data.sasaran) && sama(r.isu.get(data.kode) ?? null, data.sebelum);
    case 'PermasalahanDicatat':
      return (
        adaSasaran(r, data.sasaran) &&
        (data.isu === null || r.isu.has(data.isu)) &&
        sama(r.permasalahan.get(data.kode) ?? null, data.sebelum)
      );
    case 'UnsurRenstraDihapus':
      return terhapus(r, data, berlaku);
    case 'IndikatorDilepas':
    case 'IndikatorDialihkan':
    case 'IndikatorDiterima':
      return true;
  }
};
