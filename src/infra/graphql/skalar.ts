import { GraphQLScalarType, Kind } from 'graphql';
import { Desimal } from '../../kernel/desimal.js';
import { type Kode, tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { tanggalSah } from '../../kernel/teks.js';

const WAKTU =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** The instant in UTC with milliseconds, as the log writes it. Refuses with WAKTU_TIDAK_SAH what has no zone or does not exist. */
export const instan = (teks: string): string => {
  const hari = WAKTU.exec(teks)?.[1];
  if (hari === undefined) return tolak('WAKTU_TIDAK_SAH', { nilai: teks.slice(0, 60) });
  tanggalSah(hari); // Date lets 30 February run over into March
  return new Date(teks).toISOString();
};

type Skalar = { name: string; description: string; kode: Kode; baca: (teks: string) => string };

/**
 * A scalar that travels as text both ways and stays text inside (class-transformer would call `new X()` on a value object).
 * Number and float literals are refused with `kode`: they may have lost digits before they came here.
 */
const skalarTeks = ({ name, description, kode, baca }: Skalar): GraphQLScalarType<string, string> => {
  const periksa = (nilai: unknown): string =>
    typeof nilai === 'string' ? baca(nilai) : tolak(kode, { jenis: typeof nilai });
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (nilai) => {
      if (typeof nilai === 'string') return nilai;
      throw new TypeError(`${name} keluar bukan sebagai teks`);
    },
    parseValue: periksa,
    parseLiteral: (ast) => (ast.kind === Kind.STRING ? baca(ast.value) : tolak(kode, { jenis: ast.kind })),
  });
};

export const SkalarDesimal = skalarTeks({
  name: 'Desimal',
  description:
    'Angka desimal persis, sebagai teks dengan titik: "91.50", "-3.2", "1234567". Yang direkam paling banyak 15 digit dan 6 desimal. Angka tanpa tanda kutip ditolak agar tidak ada digit yang hilang.',
  kode: 'DESIMAL_TIDAK_SAH',
  baca: (teks) => Desimal.dari(teks).toString(),
});

export const SkalarRupiah = skalarTeks({
  name: 'Rupiah',
  description:
    'Rupiah bulat sebagai teks tanpa titik dan tanpa tanda: "516543100". Paling banyak 18 digit. Angka tanpa tanda kutip ditolak.',
  kode: 'RUPIAH_TIDAK_SAH',
  baca: (teks) => rupiah(teks).toString(),
});

export const SkalarTanggal = skalarTeks({
  name: 'Tanggal',
  description: 'Tanggal kalender TTTT-BB-HH yang benar-benar ada: "2023-01-31".',
  kode: 'TANGGAL_TIDAK_SAH',
  baca: tanggalSah,
});

export const SkalarWaktu = skalarTeks({
  name: 'Waktu',
  description:
    'Saat menurut ISO 8601 dengan zona: "2023-04-05T02:30:00Z" atau "2023-04-05T09:30:00+07:00". Dijawab dalam UTC dengan milidetik.',
  kode: 'WAKTU_TIDAK_SAH',
  baca: instan,
});
