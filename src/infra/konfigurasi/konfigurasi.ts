import 'reflect-metadata';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
  validateSync,
} from 'class-validator';
import { ALAMAT_BASIS_DATA, alamatBasisDataSah } from './basis-data.js';
import { bacaBsre, type KonfigurasiBsre } from './bsre.js';
import { ALAMAT_EVENT_STORE, alamatEventStoreSah } from './event-store.js';
import {
  ASAL,
  asalSah,
  daftarProksi,
  IDENTITAS_BAWAAN,
  type KonfigurasiIdentitas,
  KUNCI_INDUK,
  kunciIndukSah,
  PROKSI,
  proksiSah,
  SCRYPT,
  SCRYPT_N,
  SCRYPT_N_UJI,
  scryptSah,
} from './identitas.js';
import {
  ALAMAT_LACAK,
  alamatLacakSah,
  type KonfigurasiLacak,
  PENCUPLIK,
  type Pencuplik,
  tujuanLacak,
} from './lacak.js';
import { bacaOidc, type KonfigurasiOidc } from './oidc.js';
import {
  ALAMAT_PENGIRIM,
  ALAMAT_SMTP,
  alamatPengirimSah,
  alamatSmtpSah,
  type KonfigurasiSurel,
} from './surel.js';
import { bacaTte, type KonfigurasiTte } from './tte.js';

export const TINGKAT = ['error', 'warn', 'info', 'debug'] as const;
export type Tingkat = (typeof TINGKAT)[number];

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const LINGKUNGAN = ['production', 'development', 'test'];
const PORT = 'harus bilangan bulat 0 sampai 65535';
const JEDA_HENTI = 'harus bilangan bulat 0 sampai 60000 (milidetik)';
const JEDA_HENTI_KLUSTER = 1_000; // where several instances are, a balancer is in front of them
const BAGIAN = 'harus bilangan 0 sampai 1';

/** Variables that may hold a password: never printed. */
const RAHASIA = [
  'AMANAH_KUNCI_INDUK',
  'AMANAH_SMTP_URL',
  'DATABASE_URL',
  'EVENT_STORE_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
];

const ALAMAT = `hanya boleh alamat loopback (${LOOPBACK.join(', ')}), kecuali AMANAH_ASAL diisi`;
const alamatSah = (alamat: unknown, args?: ValidationArguments): boolean =>
  LOOPBACK.includes(String(alamat)) ||
  ((args?.object as Lingkungan | undefined)?.AMANAH_ASAL !== undefined && isIP(String(alamat)) !== 0);

const biayaSah = (n: unknown, args?: ValidationArguments): boolean =>
  scryptSah(n, (args?.object as Lingkungan | undefined)?.NODE_ENV === 'production');

/** What the environment may say, checked at start. One field for each variable, under the variable's own name. */
class Lingkungan {
  @IsOptional()
  @MinLength(1, { message: 'harus berisi nama folder' })
  AMANAH_DATA?: string;

  @ValidateIf((_, port) => port !== undefined)
  @IsInt({ message: PORT })
  @Min(0, { message: PORT })
  @Max(65_535, { message: PORT })
  PORT?: number;

  // Anything else would offer passwords and figures to the network without TLS, which is the proxy's.
  @IsOptional()
  @ValidateBy({ name: 'alamat', validator: { validate: alamatSah } }, { message: ALAMAT })
  AMANAH_ALAMAT?: string;

  @IsOptional()
  @ValidateBy({ name: 'asal', validator: { validate: asalSah } }, { message: ASAL })
  AMANAH_ASAL?: string;

  @IsOptional()
  @ValidateBy({ name: 'proksi', validator: { validate: proksiSah } }, { message: PROKSI })
  AMANAH_PROKSI?: string;

  // On a cluster there is no one data folder that could keep it.
  @ValidateIf((l: Lingkungan) => l.AMANAH_KUNCI_INDUK !== undefined || l.DATABASE_URL !== undefined)
  @ValidateBy({ name: 'kunciInduk', validator: { validate: kunciIndukSah } }, { message: KUNCI_INDUK })
  AMANAH_KUNCI_INDUK?: string;

  @ValidateIf((_, n) => n !== undefined)
  @ValidateBy({ name: 'scrypt', validator: { validate: biayaSah } }, { message: SCRYPT })
  AMANAH_SCRYPT_N?: number;

  @IsOptional()
  @ValidateBy(
    { name: 'basisData', validator: { validate: alamatBasisDataSah } },
    { message: ALAMAT_BASIS_DATA },
  )
  DATABASE_URL?: string;

  @IsOptional()
  @ValidateBy(
    { name: 'eventStore', validator: { validate: alamatEventStoreSah } },
    { message: ALAMAT_EVENT_STORE },
  )
  EVENT_STORE_URL?: string;

  @ValidateIf((_, jeda) => jeda !== undefined)
  @IsInt({ message: JEDA_HENTI })
  @Min(0, { message: JEDA_HENTI })
  @Max(60_000, { message: JEDA_HENTI })
  AMANAH_JEDA_HENTI?: number;

  @IsOptional()
  @ValidateBy({ name: 'smtp', validator: { validate: alamatSmtpSah } }, { message: ALAMAT_SMTP })
  AMANAH_SMTP_URL?: string;

  // Without the other, each of the two would leave mail off in silence.
  @ValidateIf((l: Lingkungan, dari) => dari !== undefined || l.AMANAH_SMTP_URL !== undefined)
  @ValidateBy(
    {
      name: 'pengirim',
      validator: {
        validate: (dari, a) =>
          alamatPengirimSah(dari) && (a as { object: Lingkungan }).object.AMANAH_SMTP_URL !== undefined,
      },
    },
    { message: ALAMAT_PENGIRIM },
  )
  AMANAH_SMTP_DARI?: string;

  @IsOptional()
  @IsIn(LINGKUNGAN, { message: `harus salah satu dari ${LINGKUNGAN.join(', ')}` })
  NODE_ENV?: string;

  @IsOptional()
  @IsIn(TINGKAT, { message: `harus salah satu dari ${TINGKAT.join(', ')}` })
  AMANAH_LOG?: Tingkat;

  @IsOptional()
  @ValidateBy({ name: 'lacak', validator: { validate: alamatLacakSah } }, { message: ALAMAT_LACAK })
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  // Elsewhere its default is protobuf; whoever asks for it by name must not believe that we send it.
  @IsOptional()
  @IsIn(['http/json'], { message: 'hanya http/json' })
  OTEL_EXPORTER_OTLP_PROTOCOL?: string;

  @IsOptional()
  OTEL_SERVICE_NAME?: string;

  @IsOptional()
  @IsIn(PENCUPLIK, { message: `harus salah satu dari ${PENCUPLIK.join(', ')}` })
  OTEL_TRACES_SAMPLER?: Pencuplik;

  @IsOptional()
  @IsNumber({}, { message: BAGIAN })
  @Min(0, { message: BAGIAN })
  @Max(1, { message: BAGIAN })
  OTEL_TRACES_SAMPLER_ARG?: number;
}

/** The checked configuration; `data` is absolute. Injected by class. */
export class KonfigurasiAmanah {
  constructor(
    readonly data: string,
    readonly port: number,
    readonly alamat: string,
    readonly log: Tingkat,
    /** PostgreSQL for the views; undefined: in the data folder. Holds a password. */
    readonly basisData?: string,
    /** EventStoreDB for the log; undefined: in the data folder. May hold a password. */
    readonly eventStore?: string,
    /** How long a stop goes on serving after /siap says no; ms. */
    readonly jedaHenti = 0,
    /** OpenTelemetry; undefined: off. */
    readonly lacak?: KonfigurasiLacak,
    readonly identitas: KonfigurasiIdentitas = IDENTITAS_BAWAAN,
    readonly tte: KonfigurasiTte = { penyedia: undefined, tanpaBukti: true },
    /** BSrE Esign Client Service; undefined: there is none. */
    readonly bsre?: KonfigurasiBsre,
    /** Mail; undefined: off. Holds a password. */
    readonly surel?: KonfigurasiSurel,
  ) {}
}

/** One or more variables have a value that cannot be used; the message names each. */
export class KonfigurasiSalah extends Error {
  override readonly name = 'KonfigurasiSalah';
}

const angka = (teks: string | undefined): number | undefined =>
  teks === undefined || teks === '' ? undefined : /^\d+$/.test(teks) ? Number(teks) : Number.NaN;

const pecahan = (teks: string | undefined): number | undefined =>
  teks === undefined || teks === ''
    ? undefined
    : /^\d*\.?\d+(e-\d+)?$/.test(teks)
      ? Number(teks)
      : Number.NaN;

/** The specification takes an empty value of these for none at all. */
const tanpaKosong = (teks: string | undefined): string | undefined => (teks === '' ? undefined : teks);

const lacak = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: alamat,
  OTEL_SERVICE_NAME = 'amanah',
  OTEL_TRACES_SAMPLER = 'parentbased_always_on',
  OTEL_TRACES_SAMPLER_ARG = 1,
}: Lingkungan): KonfigurasiLacak | undefined =>
  alamat === undefined
    ? undefined
    : {
        tujuan: tujuanLacak(alamat),
        layanan: OTEL_SERVICE_NAME,
        pencuplik: OTEL_TRACES_SAMPLER,
        bagian: OTEL_TRACES_SAMPLER_ARG,
      };

const identitas = (
  {
    AMANAH_KUNCI_INDUK: kunciInduk,
    AMANAH_ASAL: asal,
    AMANAH_PROKSI: proksi,
    AMANAH_SCRYPT_N: n,
    NODE_ENV,
  }: Lingkungan,
  oidc: KonfigurasiOidc | undefined,
): KonfigurasiIdentitas => ({
  scryptN: n ?? (NODE_ENV === 'test' ? SCRYPT_N_UJI : SCRYPT_N),
  proksi: daftarProksi(proksi),
  ...(kunciInduk !== undefined && { kunciInduk }),
  ...(asal !== undefined && { asal }),
  ...(oidc !== undefined && { oidc }),
});

const surel = ({
  AMANAH_SMTP_URL: url,
  AMANAH_SMTP_DARI: dari,
  AMANAH_ASAL,
  AMANAH_ALAMAT = '127.0.0.1',
  PORT = 3000,
}: Lingkungan): KonfigurasiSurel | undefined =>
  url === undefined || dari === undefined
    ? undefined
    : {
        url,
        dari,
        asal: AMANAH_ASAL ?? `http://${AMANAH_ALAMAT === '::1' ? '[::1]' : AMANAH_ALAMAT}:${PORT}`,
      };

/** Reads and checks the environment. Throws KonfigurasiSalah. */
export const bacaKonfigurasi = (env: Readonly<Record<string, string | undefined>>): KonfigurasiAmanah => {
  const { AMANAH_ASAL, AMANAH_PROKSI, AMANAH_KUNCI_INDUK } = env;
  const { AMANAH_DATA, AMANAH_ALAMAT, DATABASE_URL, EVENT_STORE_URL, NODE_ENV, AMANAH_LOG } = env;
  const lingkungan = Object.assign(new Lingkungan(), {
    AMANAH_DATA,
    AMANAH_ALAMAT,
    DATABASE_URL,
    EVENT_STORE_URL,
    NODE_ENV,
    AMANAH_LOG,
    AMANAH_ASAL: tanpaKosong(AMANAH_ASAL),
    AMANAH_PROKSI: tanpaKosong(AMANAH_PROKSI),
    AMANAH_KUNCI_INDUK,
    AMANAH_SCRYPT_N: angka(env.AMANAH_SCRYPT_N),
    AMANAH_SMTP_URL: tanpaKosong(env.AMANAH_SMTP_URL),
    AMANAH_SMTP_DARI: tanpaKosong(env.AMANAH_SMTP_DARI),
    PORT: angka(env.PORT),
    AMANAH_JEDA_HENTI: angka(env.AMANAH_JEDA_HENTI),
    OTEL_EXPORTER_OTLP_ENDPOINT: tanpaKosong(env.OTEL_EXPORTER_OTLP_ENDPOINT),
    OTEL_EXPORTER_OTLP_PROTOCOL: tanpaKosong(env.OTEL_EXPORTER_OTLP_PROTOCOL),
    OTEL_SERVICE_NAME: tanpaKosong(env.OTEL_SERVICE_NAME),
    OTEL_TRACES_SAMPLER: tanpaKosong(env.OTEL_TRACES_SAMPLER),
    OTEL_TRACES_SAMPLER_ARG: pecahan(env.OTEL_TRACES_SAMPLER_ARG),
  });
  const { bsre, salah: salahBsre } = bacaBsre(env);
  const { tte, salah: salahTte } = bacaTte(env);
  const { oidc, salah: salahOidc } = bacaOidc(env);
  const salahLingkungan = validateSync(lingkungan, { stopAtFirstError: true }).map(
    ({ property, constraints }) => {
      const sebab = Object.values(constraints ?? {}).join('; ');
      const nilai = RAHASIA.includes(property) ? '…' : (env[property] ?? '');
      return `${property}=${nilai}: ${sebab}`;
    },
  );
  const salah = [...salahLingkungan, ...salahBsre, ...salahTte, ...salahOidc];
  if (salah.length > 0) throw new KonfigurasiSalah(`Konfigurasi tidak sah. ${salah.join('. ')}.`);
  return new KonfigurasiAmanah(
    resolve(AMANAH_DATA ?? './data'),
    lingkungan.PORT ?? 3000,
    AMANAH_ALAMAT ?? '127.0.0.1',
    lingkungan.AMANAH_LOG ?? (NODE_ENV === 'test' ? 'error' : 'info'),
    DATABASE_URL,
    EVENT_STORE_URL,
    lingkungan.AMANAH_JEDA_HENTI ?? (EVENT_STORE_URL === undefined ? 0 : JEDA_HENTI_KLUSTER),
    lacak(lingkungan),
    identitas(lingkungan, oidc),
    tte,
    bsre,
    surel(lingkungan),
  );
};
