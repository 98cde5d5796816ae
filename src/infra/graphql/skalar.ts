import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { desimalSah } from '../../kernel/desimal.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { rupiahSah } from '../../kernel/rupiah.js';

const TANGGAL = /^\d{4}-\d{2}-\d{2}$/;
const WAKTU =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Is this a day that exists, written YYYY-MM-DD? */
export const tanggalSah = (teks: unknown): teks is string => {
  if (typeof teks !== 'string' || !TANGGAL.test(teks)) return false;
  const hari = new Date(`${teks}T00:00:00Z`);
  return !Number.isNaN(hari.getTime()) && hari.toISOString().startsWith(teks); // 2023-02-30 would become 2 March
};

/** The instant in UTC with milliseconds, as the log writes it; undefined for what is no ISO 8601 instant with a zone. */
export const instan = (teks: unknown): string | undefined => {
  const hari = typeof teks === 'string' ? WAKTU.exec(teks)?.[1] : undefined;
  return tanggalSah(hari) ? new Date(teks as string).toISOString() : undefined;
};

type Skalar = { name: string; description: string; kode: Kode; baca: (teks: string) => string | undefined };

/**
 * A scalar that travels as text both ways and stays text inside (class-transformer would call `new X()` on a value object).
 * Number and float literals are refused with `kode`: they may have lost digits before they came here.
 */
const skalarTeks = ({ name, description, kode, baca }: Skalar): GraphQLScalarType<string, string> => {
  const periksa = (nilai: unknown): string => {
    const hasil = typeof nilai === 'string' ? baca(nilai) : undefined;
    if (hasil !== undefined) return hasil;
    const originalError = new Penolakan(kode, {
      nilai: typeof nilai === 'string' ? nilai.slice(0, 60) : typeof nilai,
    });
    throw new GraphQLError(kode, { originalError });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (nilai) => {
      if (typeof nilai === 'string') return nilai;
      throw new TypeError(`${name} keluar bukan sebagai teks`);
    },
    parseValue: periksa,
    parseLiteral: (ast) => periksa(ast.kind === Kind.STRING ? ast.value : null),
  });
};

export const SkalarDesimal = skalarTeks({
  name: 'Desimal',
  description:
    'Angka desimal persis, sebagai teks dengan titik: "91.50", "-3.2", "1234567". Yang direkam paling banyak 15 digit dan 6 desimal. Angka tanpa tanda kutip ditolak agar tidak ada digit yang hilang.',
  kode: 'DESIMAL_TIDAK_SAH',
  baca: (teks) => (desimalSah(teks) ? teks : undefined),
});

export const SkalarRupiah = skalarTeks({
  name: 'Rupiah',
  description:
    'Rupiah bulat sebagai teks tanpa titik dan tanpa tanda: "516543100". Paling banyak 18 digit. Angka tanpa tanda kutip ditolak.',
  kode: 'RUPIAH_TIDAK_SAH',
  baca: (teks) => (rupiahSah(teks) ? teks : undefined),
});

export const SkalarTanggal = skalarTeks({
  name: 'Tanggal',
  description: 'Tanggal kalender TTTT-BB-HH yang benar-benar ada: "2023-01-31".',
  kode: 'TANGGAL_TIDAK_SAH',
  baca: (teks) => (tanggalSah(teks) ? teks : undefined),
});

export const SkalarWaktu = skalarTeks({
  name: 'Waktu',
  description:
    'Saat menurut ISO 8601 dengan zona: "2023-04-05T02:30:00Z" atau "2023-04-05T09:30:00+07:00". Dijawab dalam UTC dengan milidetik.',
  kode: 'WAKTU_TIDAK_SAH',
  baca: instan,
});
