import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationRule,
  visit,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import { Penolakan, tolak } from '../../kernel/penolakan.js';

/** What one request may ask for. One table for HTTP and WebSocket. */
export const BATAS = {
  bita: 256 * 1024,
  token: 1_000,
  kedalaman: 8,
  alias: 15,
  akar: 5,
  akarMutasi: 1,
  direktif: 10,
  daftar: 100,
  halaman: 100,
  biaya: 1_000,
  langganan: 5, // per connection
  ms: 10_000,
} as const;

const SARANG_VARIABEL = 20;
const HALAMAN_BIASA = 20; // what a list gives when `first` is not said
const BIAYA_AKAR = 10;
/** A root field that answers a whole year at once: its size is bounded by the documents (500 indicators, 5,000 nodes), not by the query. */
const BIAYA_TETAP: Readonly<Record<string, number>> = {
  capaianKinerja: 100,
  pohonKinerja: 300,
  targetLemah: 100,
  periksaTarget: 100,
  tabelPerencanaan: 100,
  anggaranBerjenjang: 100,
  anggaranPemda: 100,
  nomenklatur: 50,
  periksaNamaProgram: 50,
  perencanaan: 100,
};

type Ukuran = keyof typeof BATAS;
const lewat = (ukuran: Ukuran, nilai: number): Penolakan =>
  new Penolakan('KUERI_TERLALU_BERAT', { ukuran, batas: BATAS[ukuran], nilai });

const introspeksi = (nama: string): boolean => nama === '__schema' || nama === '__type';

/** Depth of the deepest field; a fragment is measured once, so a bomb of fragments costs no more than its text. */
const kedalaman = (dokumen: DocumentNode): number => {
  const fragmen = new Map(
    dokumen.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );
  const dalam = new Map<string, number>();
  const ukurFragmen = (nama: string): number => {
    const ada = dalam.get(nama);
    if (ada !== undefined) return ada;
    dalam.set(nama, 0); // a circle ends here; graphql-js refuses it by its own rule
    const isi = fragmen.get(nama);
    const hasil = isi === undefined ? 0 : ukur(isi.selectionSet);
    dalam.set(nama, hasil);
    return hasil;
  };
  const ukur = (pilihan: SelectionSetNode | undefined): number =>
    (pilihan?.selections ?? []).reduce((terdalam, p) => {
      if (p.kind === Kind.FRAGMENT_SPREAD) return Math.max(terdalam, ukurFragmen(p.name.value));
      if (p.kind === Kind.INLINE_FRAGMENT) return Math.max(terdalam, ukur(p.selectionSet));
      return introspeksi(p.name.value) ? terdalam : Math.max(terdalam, 1 + ukur(p.selectionSet));
    }, 0);
  return Math.max(
    0,
    ...dokumen.definitions.map((d) => (d.kind === Kind.OPERATION_DEFINITION ? ukur(d.selectionSet) : 0)),
  );
};

/** Fields at the root, also those that stand in fragments. */
const akar = (dokumen: DocumentNode, { selectionSet }: OperationDefinitionNode): number => {
  const dilihat = new Set<string>();
  const hitung = (pilihan: SelectionSetNode): number =>
    pilihan.selections.reduce((jumlah, p) => {
      if (p.kind === Kind.FIELD) return jumlah + 1;
      if (p.kind === Kind.INLINE_FRAGMENT) return jumlah + hitung(p.selectionSet);
      if (dilihat.has(p.name.value)) return jumlah;
      dilihat.add(p.name.value);
      const fragmen = dokumen.definitions.find(
        (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === p.name.value,
      );
      return fragmen?.kind === Kind.FRAGMENT_DEFINITION ? jumlah + hitung(fragmen.selectionSet) : jumlah;
    }, 0);
  return hitung(selectionSet);
};

/** Text that JSON may carry and the log may not: lone surrogates have no UTF-8, NUL ends a string elsewhere. */
const periksaTeks = (teks: string): void => {
  if (!teks.isWellFormed() || teks.includes('\0')) tolak('TEKS_TIDAK_SAH');
};

const periksaDokumen = (dokumen: DocumentNode): void => {
  let alias = 0;
  let direktif = 0;
  visit(dokumen, {
    Field: (f) => {
      if (f.alias !== undefined && ++alias > BATAS.alias) throw lewat('alias', alias);
    },
    Directive: () => {
      if (++direktif > BATAS.direktif) throw lewat('direktif', direktif);
    },
    ListValue: ({ values }) => {
      if (values.length > BATAS.daftar) throw lewat('daftar', values.length);
    },
    StringValue: ({ value }) => periksaTeks(value),
  });
  const dalam = kedalaman(dokumen);
  if (dalam > BATAS.kedalaman) throw lewat('kedalaman', dalam);
  for (const d of dokumen.definitions) {
    if (d.kind !== Kind.OPERATION_DEFINITION) continue;
    const ukuran = d.operation === OperationTypeNode.MUTATION ? 'akarMutasi' : 'akar';
    const jumlah = akar(dokumen, d);
    if (jumlah > BATAS[ukuran]) throw lewat(ukuran, jumlah);
  }
};

/** The limits that the text of a request alone decides; stands beside graphql-js's own rules. */
export const aturanBatas: ValidationRule = (konteks) => ({
  Document: (dokumen) => {
    try {
      periksaDokumen(dokumen);
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
      konteks.reportError(new GraphQLError(e.kode, { originalError: e }));
    }
  },
});

const periksaNilai = (nilai: unknown, sarang = 0): void => {
  if (typeof nilai === 'string') periksaTeks(nilai);
  if (typeof nilai !== 'object' || nilai === null) return;
  if (sarang > SARANG_VARIABEL) throw lewat('kedalaman', sarang);
  if (Array.isArray(nilai) && nilai.length > BATAS.daftar) throw lewat('daftar', nilai.length);
  for (const isi of Object.values(nilai)) periksaNilai(isi, sarang + 1);
};

const halaman = (args: Readonly<Record<string, unknown>>): number => {
  for (const nama of ['first', 'last']) {
    const n = args[nama];
    if (typeof n !== 'number') continue;
    if (n < 1) tolak('MASUKAN_TIDAK_SAH', { jalur: nama, sebab: 'paling sedikit 1' });
    if (n > BATAS.halaman) tolak('TERLALU_BANYAK', { jalur: nama, batas: BATAS.halaman, nilai: n });
    return n;
  }
  return HALAMAN_BIASA;
};

/** A value costs nothing, an object 1, a page as many times its content as it has rows. */
const biaya: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (field.name.startsWith('__') || type.name.startsWith('__')) return 0;
  const isi = field.args.some((a) => a.name === 'first') ? halaman(args) * childComplexity : childComplexity;
  const induk = ['Query', 'Mutation', 'Subscription'].includes(type.name);
  if (induk) return BIAYA_TETAP[field.name] ?? BIAYA_AKAR + isi;
  return 'ofType' in field.type || !isLeafType(field.type) ? 1 + isi : isi;
};
const PENAKSIR = [fieldExtensionsEstimator(), biaya];

/** Which values of an operation's variables can move its cost, and the answers already found. */
type Ditaksir = { readonly nama: readonly string[]; readonly lolos: Set<string> };
const ditaksir = new WeakMap<OperationDefinitionNode, Ditaksir>();
const LOLOS = 64;

const taksiran = (operasi: OperationDefinitionNode): Ditaksir => {
  const ada = ditaksir.get(operasi);
  if (ada !== undefined) return ada;
  // Only whole numbers (`first`) and booleans (@include) can; the rest of the input need not be looked at.
  const nama = (operasi.variableDefinitions ?? [])
    .filter(({ type }) => /"(Int|Boolean)"/.test(JSON.stringify(type)))
    .map(({ variable }) => variable.name.value);
  const baru = { nama, lolos: new Set<string>() };
  ditaksir.set(operasi, baru);
  return baru;
};

export type Operasi = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
};

/**
 * The limits that the variables decide as well: lists, pages, cost. Refuses before execution with KUERI_TERLALU_BERAT,
 * TERLALU_BANYAK, TEKS_TIDAK_SAH; variables of a wrong type with graphql-js's own error.
 */
export const periksaOperasi = ({ schema, document, operation, variables }: Operasi): void => {
  periksaNilai(variables);
  const { nama, lolos } = taksiran(operation);
  const kunci = nama.length === 0 ? '' : JSON.stringify(nama.map((n) => variables?.[n] ?? null));
  if (lolos.has(kunci)) return;
  const nilai = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operation.name !== undefined && { operationName: operation.name.value }),
    estimators: PENAKSIR,
    maxQueryNodes: 5_000,
  });
  if (nilai > BATAS.biaya) throw lewat('biaya', nilai);
  if (lolos.size < LOLOS) lolos.add(kunci);
};
