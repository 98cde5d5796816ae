import { registerEnumType } from '@nestjs/graphql';

type Pilihan = Readonly<Record<string, string>>;

const nama = (nilai: string): string => nilai.replaceAll('-', '_');

/**
 * A GraphQL enum out of the words that events and views use: word → description. The value is the word itself, in
 * small letters like everywhere else; only a hyphen, which GraphQL does not allow, becomes an underscore.
 */
export const pilihan = (name: string, description: string, nilai: Pilihan): Pilihan => {
  const kata = Object.keys(nilai);
  const isi = Object.fromEntries(kata.map((k) => [nama(k), k]));
  const valuesMap = Object.fromEntries(kata.map((k) => [nama(k), { description: nilai[k] ?? k }]));
  registerEnumType(isi, { name, description, valuesMap });
  return isi;
};
