import { randomUUID } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What a question or a command is about. */
export type Tempat = { readonly pemda: string; readonly opd: string };
type Isian = Readonly<Record<string, unknown>>;

/** Words that are asked for by name; the rest is filled by its type. Nothing here is an office of those who ask. */
const menurutNama = ({ pemda, opd }: Tempat): Isian => ({
  pemda,
  opd,
  dari: opd,
  jabatan: 'uji',
  tahun: 2023,
  mulai: 2021,
  selesai: 2026,
  triwulan: 1,
  versi: '2023',
  posisi: ['0'],
  first: 1,
  nip: '198001012005011001',
  dokumen: 'rkt',
  berkas: 'a'.repeat(64),
  kepada: `${pemda}.${opd}.uji`,
});
/** A lawful value for each scalar. */
export const SKALAR: Isian = {
  String: 'uji',
  ID: randomUUID(),
  Int: 1,
  Boolean: true,
  Desimal: '1',
  Rupiah: '1',
  Tanggal: '2023-01-31',
  Waktu: '2023-01-31T00:00:00Z',
};
/** Asked for though they may be left out: they say whose it is, or that all of it is meant. */
const SELALU = ['pemda', 'opd', 'semua', 'nip'];

const nilai = (tipe: GraphQLInputType, nama: string, t: Tempat): unknown => {
  if (isNonNullType(tipe)) return nilai(tipe.ofType, nama, t);
  const disebut = menurutNama(t)[nama];
  if (isListType(tipe))
    return Array.isArray(disebut) ? disebut : [nilai(tipe.ofType as GraphQLInputType, nama, t)];
  if (isInputObjectType(tipe)) return objek(Object.values(tipe.getFields()), t);
  if (isEnumType(tipe)) return tipe.getValues()[0]?.name;
  return typeof disebut === typeof SKALAR[tipe.name] && tipe.name !== 'Tanggal' ? disebut : SKALAR[tipe.name];
};

const objek = (isian: readonly { name: string; type: GraphQLInputType }[], t: Tempat): Isian =>
  Object.fromEntries(
    isian
      .filter((f) => isRequiredInputField(f as never) || SELALU.includes(f.name))
      .map((f) => [f.name, nilai(f.type, f.name, t)]),
  );

/** A question or command of the right shape about that place, made from the schema alone. */
export const operasi = (
  jenis: 'query' | 'mutation' | 'subscription',
  bidang: GraphQLField<unknown, unknown>,
  t: Tempat,
): { query: string; variables: Isian } => {
  const milikPemda = bidang.args.some((a) => a.name === 'pemda' || a.name === 'masukan');
  const argumen = bidang.args.filter(
    (a) => isRequiredArgument(a) || SELALU.includes(a.name) || (!milikPemda && a.name === 'jabatan'),
  );
  const isi = argumen.map((a) => {
    const kunciJabatan = a.name === 'jabatan' && !milikPemda;
    return [a.name, kunciJabatan ? `${t.pemda}.${t.opd}.uji` : nilai(a.type, a.name, t)] as const;
  });
  const deklarasi = argumen.map((a) => `$${a.name}: ${String(a.type)}`).join(', ');
  const dipakai = argumen.map((a) => `${a.name}: $${a.name}`).join(', ');
  const anak = isLeafType(getNamedType(bidang.type)) ? '' : ' { __typename }';
  return {
    query: `${jenis}${deklarasi && `(${deklarasi})`} { ${bidang.name}${dipakai && `(${dipakai})`}${anak} }`,
    variables: Object.fromEntries(isi),
  };
};

/** The root fields of the schema with the name of their door. */
export const bidangAkar = (
  skema: GraphQLSchema,
): {
  pintu: string;
  jenis: 'query' | 'mutation' | 'subscription';
  bidang: GraphQLField<unknown, unknown>;
}[] =>
  (
    [
      ['query', skema.getQueryType()],
      ['mutation', skema.getMutationType()],
      ['subscription', skema.getSubscriptionType()],
    ] as const
  ).flatMap(([jenis, tipe]) =>
    Object.values(tipe?.getFields() ?? {}).map((bidang) => ({
      pintu: `${tipe?.name}.${bidang.name}`,
      jenis,
      bidang,
    })),
  );

/** What the answer says of one field of the input: where it is, and what it may be. */
export type Salah = { readonly jalur: string; readonly pilihan?: readonly string[] };

/** The same input with the choices that the answer itself offered, as a person would try again. */
export const denganPilihan = (variables: Isian, salah: readonly Salah[]): Isian => {
  const baru = structuredClone(variables) as { masukan: Record<string, unknown> };
  for (const { jalur, pilihan = [] } of salah) {
    const bagian = jalur.split('.');
    const akhir = bagian.pop() ?? '';
    const induk = bagian.reduce((o, b) => o[b] as Record<string, unknown>, baru.masukan);
    induk[akhir] = pilihan[0];
  }
  return baru;
};
