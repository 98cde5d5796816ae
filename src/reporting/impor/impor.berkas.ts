import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { kalimat } from '../../infra/kalimat-penolakan.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { teks } from '../../kernel/teks.js';
import { langkahJalur, namaGanda, semuaTeks } from './impor.json.js';
import type { Ditolak, Paket } from './impor.paket.js';
import skema from './paket-kinerja.schema.json';

/** Largest file that is read, in bytes. A real year of one OPD is about 30 KB. */
export const BATAS_BERKAS = 20 * 1024 * 1024;
/** At most so many problems of one file are listed. */
export const BATAS_DITOLAK = 100;

export type Bacaan = { readonly paket: Paket } | { readonly ditolak: readonly Ditolak[] };

/** One problem; its sentence is the code's own, a rejection's with its details, or one that says more. */
export const ditolak = (
  jalur: string,
  kode: Kode,
  pesan: string | Penolakan = new Penolakan(kode),
): Ditolak => ({
  jalur,
  kode,
  pesan: typeof pesan === 'string' ? pesan : kalimat(pesan),
});

let validasi: ValidateFunction<Paket> | undefined;
const bentuk = (): ValidateFunction<Paket> => {
  if (validasi !== undefined) return validasi;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv, ['date']);
  validasi = ajv.compile<Paket>(skema);
  return validasi;
};

// Values that are figures and not text: a pagu of 16 digits is not a NIK.
const ANGKA = /\/(?:target|targetAkhir|realisasi|nilai|pagu|paguPerubahan|batasBawah)(?:\/\d{4})?$/;
const UKURAN = /^\/pengukuran\/\d+\/(?:pembilang|penyebut)$/;

const KODE_BENTUK: readonly (readonly [RegExp, Kode])[] = [
  [/\$defs\/desimal\//, 'DESIMAL_TIDAK_SAH'],
  [/\$defs\/nilai\/type/, 'DESIMAL_TIDAK_SAH'],
  [/\$defs\/nilai\/maxLength/, 'TEKS_TERLALU_PANJANG'],
  [/\$defs\/rupiah\//, 'RUPIAH_TIDAK_SAH'],
  [/\$defs\/triwulan\//, 'TRIWULAN_TIDAK_SAH'],
  [/\/format$/, 'TANGGAL_TIDAK_SAH'],
  [/properties\/tahun\//, 'TAHUN_TIDAK_SAH'],
  [/properties\/kode\/pattern$/, 'KODE_TIDAK_SAH'],
];

const JENIS: Readonly<Record<string, string>> = {
  object: 'objek',
  array: 'daftar',
  string: 'teks',
  integer: 'bilangan bulat',
  boolean: 'true atau false',
};

/** A value from the file inside a sentence. */
export const kutip = (nilai: unknown): string => `"${String(nilai).slice(0, 60)}"`;

const kalimatBentuk = ({ keyword, params }: ErrorObject): string => {
  switch (keyword) {
    case 'required':
      return `Isian ${kutip(params.missingProperty)} wajib ada.`;
    case 'additionalProperties':
      return `Isian ${kutip(params.additionalProperty)} tidak dikenal.`;
    case 'enum':
      return `Isian harus salah satu dari: ${(params.allowedValues as string[]).join(', ')}.`;
    case 'const':
      return `Isian harus ${kutip(params.allowedValue)}.`;
    case 'type':
      return `Isian harus berupa ${JENIS[String(params.type)] ?? String(params.type)}.`;
    default:
      return kalimat(new Penolakan('MASUKAN_TIDAK_SAH'));
  }
};

const dariAjv = (e: ErrorObject): Ditolak => {
  const nama = e.params.missingProperty ?? e.params.additionalProperty;
  const jalur = e.instancePath + (nama === undefined ? '' : langkahJalur(nama as string));
  const kode = KODE_BENTUK.find(([pola]) => pola.test(e.schemaPath))?.[1];
  return kode === undefined ? ditolak(jalur, 'MASUKAN_TIDAK_SAH', kalimatBentuk(e)) : ditolak(jalur, kode);
};

/** One problem per place; the `if` of a failed `then` says nothing of its own. */
const masalahBentuk = (isi: unknown): Ditolak[] => {
  const periksa = bentuk();
  if (periksa(isi)) return [];
  const perTempat = new Map<string, Ditolak>();
  for (const e of periksa.errors ?? []) {
    if (e.keyword === 'if') continue;
    const d = dariAjv(e);
    if (!perTempat.has(d.jalur)) perTempat.set(d.jalur, d);
  }
  return [...perTempat.values()];
};

const masalahTeks = (isi: unknown): Ditolak[] => {
  const masalah: Ditolak[] = [];
  for (const [jalur, nilai] of semuaTeks(isi)) {
    if (ANGKA.test(jalur) || UKURAN.test(jalur)) continue;
    try {
      teks(nilai);
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
      masalah.push(ditolak(jalur, e.kode));
    }
    if (masalah.length >= BATAS_DITOLAK) break;
  }
  return masalah;
};

const takTerbaca = (sebab: string): Ditolak =>
  ditolak('', 'BERKAS_TIDAK_TERBACA', `${kalimat(new Penolakan('BERKAS_TIDAK_TERBACA'))} ${sebab}`);
const tidakTerbaca = (sebab: string): Bacaan => ({ ditolak: [takTerbaca(sebab)] });
export const terlaluBesar = (): Ditolak => takTerbaca(`Ukurannya melebihi ${BATAS_BERKAS / 1024 / 1024} MB.`);

const tempatGalat = (teksBerkas: string, e: unknown): string => {
  const posisi = /position (\d+)/.exec(e instanceof Error ? e.message : '')?.[1];
  if (posisi === undefined) return '';
  const baris = teksBerkas.slice(0, Number(posisi)).split('\n');
  return ` Periksa baris ${baris.length}, kolom ${(baris.at(-1)?.length ?? 0) + 1}.`;
};

/**
 * Reads a file's bytes as a paket: UTF-8, JSON without a name twice, the schema, text that may be recorded.
 * Everything that is wrong is listed, at most BATAS_DITOLAK; nothing here knows what is recorded already.
 */
export const bacaBerkas = (berkas: Uint8Array): Bacaan => {
  if (berkas.length > BATAS_BERKAS) return { ditolak: [terlaluBesar()] };
  let teksBerkas: string;
  try {
    teksBerkas = new TextDecoder('utf-8', { fatal: true }).decode(berkas);
  } catch {
    return tidakTerbaca('Isinya bukan UTF-8.');
  }
  let isi: unknown;
  try {
    isi = JSON.parse(teksBerkas);
  } catch (e) {
    return tidakTerbaca(`Isinya bukan JSON yang sah.${tempatGalat(teksBerkas, e)}`);
  }
  const masalah = [
    ...namaGanda(teksBerkas).map((j) =>
      ditolak(j, 'MASUKAN_TIDAK_SAH', 'Isian ini tercantum dua kali dalam satu objek.'),
    ),
    ...masalahBentuk(isi),
    ...masalahTeks(isi),
  ];
  return masalah.length > 0 ? { ditolak: masalah.slice(0, BATAS_DITOLAK) } : { paket: isi as Paket };
};
