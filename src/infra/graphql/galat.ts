import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Penolakan } from '../../kernel/penolakan.js';
import { kalimat } from '../kalimat-penolakan.js';
import type { Pencatat } from '../telemetry/pencatat.js';
import { terjemahan } from './pesan-graphql.js';

const PANJANG_SEBAB = 300;

/** The first error of the chain that is ours, or the first that graphql-js did not make itself. */
const asal = (e: unknown): unknown => {
  let kini = e;
  for (let i = 0; i < 5 && kini instanceof GraphQLError && kini.originalError !== undefined; i++) {
    kini = kini.originalError;
  }
  return kini;
};

const tanpaSaran = (pesan: string): string =>
  pesan.replace(/ ?Did you mean(.+?)\?$/s, '').slice(0, PANJANG_SEBAB);

/** What graphql-js or Apollo said of a request they could not read. */
const salahBentuk = ({ message }: GraphQLError): Penolakan => {
  if (/contains more tha[nt] \d+ tokens|maximum allowed number of nodes/.test(message))
    return new Penolakan('KUERI_TERLALU_BERAT', { ukuran: 'token' });
  const jalur = / at "([^"]+)"/.exec(message)?.[1];
  const salah = terjemahan(message);
  return new Penolakan('MASUKAN_TIDAK_SAH', {
    ...(jalur !== undefined && { jalur }),
    ...(salah !== undefined && { salah }),
    sebab: tanpaSaran(message),
  });
};

/** The refusal behind an error; undefined when it is a fault of ours. An error with a path that is none of ours was met while answering. */
export const penolakanDari = (galat: unknown): Penolakan | undefined => {
  const sebab = asal(galat);
  if (sebab instanceof Penolakan) return sebab;
  return sebab instanceof GraphQLError && (galat as GraphQLError).path === undefined
    ? salahBentuk(sebab)
    : undefined;
};

/** Names of streams, files and the like stay inside. */
const RAHASIA = new Set(['stream', 'diminta']);
const BISU: readonly string[] = ['COBA_LAGI', 'HASIL_BELUM_PASTI', 'GALAT_DALAM'];

const rincianUmum = ({ kode, rincian }: Penolakan): Record<string, unknown> =>
  BISU.includes(kode)
    ? {}
    : Object.fromEntries(Object.entries(rincian).filter(([nama]) => !RAHASIA.has(nama)));

export type GalatBerkode = {
  readonly message: string;
  readonly extensions: {
    readonly kode: string;
    readonly id: string;
    readonly rincian: object;
    readonly revisi?: unknown;
  };
};

/** An error as the asker sees it: an Indonesian sentence, a code, an id. What is ours is masked and stands in full in the log under that id. */
export const galatBerkode = (galat: unknown, pencatat: Pencatat, jalur?: string): GalatBerkode => {
  const id = randomUUID();
  const penolakan = penolakanDari(galat);
  if (penolakan === undefined) pencatat.galat('galat dalam', asal(galat), { id, jalur });
  else pencatat.ditolak(penolakan.kode, { id, jalur });
  const p = penolakan ?? new Penolakan('GALAT_DALAM');
  const rincian = rincianUmum(p);
  const revisi = p.kode === 'KONFLIK_REVISI' ? { revisi: rincian.revisi } : {};
  return { message: kalimat(p), extensions: { kode: p.kode, id, rincian, ...revisi } };
};

/** The same for an error of one GraphQL answer, which also says where. */
export const bentukGalat =
  (pencatat: Pencatat) =>
  (galat: unknown): GraphQLFormattedError => {
    const { path, locations } = galat instanceof GraphQLError ? galat : {};
    const { message, extensions } = galatBerkode(galat, pencatat, path?.join('.'));
    return { message, ...(path && { path }), ...(locations && { locations }), extensions };
  };
