import { registerEnumType } from '@nestjs/graphql';

type Pilihan = Readonly<Record<string, string>>;

const nama = (nilai: string): string =>
  nilai
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replace(/_$/, '');

/**
 * A GraphQL enum out of the words that events and views use: value → description. The name of a value is the word in
 * capitals (`sub-kegiatan` is SUB_KEGIATAN); inside nothing but the word is ever seen.
 */
export const pilihan = (name: string, description: string, nilai: Pilihan): Pilihan => {
  const kata = Object.keys(nilai);
  const isi = Object.fromEntries(kata.map((k) => [nama(k), k]));
  const valuesMap = Object.fromEntries(kata.map((k) => [nama(k), { description: nilai[k] ?? k }]));
  registerEnumType(isi, { name, description, valuesMap });
  return isi;
};
