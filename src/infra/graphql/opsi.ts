import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { BuildSchemaOptions } from '@nestjs/graphql';
import type { Request } from 'express';
import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import type { Pengenal } from '../identity/akun/pengenal.js';
import type { PencatatAkses } from '../identity/pencatat-akses.js';
import type { Pelacak } from '../telemetry/pelacak.js';
import type { Pencatat } from '../telemetry/pencatat.js';
import { aturanBatas, BATAS, periksaOperasi } from './batas.js';
import { batasiBidang } from './bidang-terbatas.js';
import { bentukGalat } from './galat.js';
import type { KonteksGraphql } from './konteks.js';

export const JALUR_GRAPHQL = '/graphql';

/** How classes become the schema; the same for the server and for `npm run schema`. */
export const OPSI_SKEMA: BuildSchemaOptions = {
  numberScalarMode: 'integer',
  skipCheck: true, // Nest would introspect the whole schema at every start; schema.spec does it once
};

/** Refused before execution: with an HTTP status, where Apollo would say 500. */
const denganStatus = (status: number, sebab: unknown): GraphQLError =>
  new GraphQLError('ditolak', {
    originalError: sebab instanceof Error ? sebab : new Error(String(sebab)),
    extensions: { http: { status } },
  });
const tolakHttp = (status: number, kode: Kode, rincian?: object): never => {
  throw denganStatus(status, new Penolakan(kode, { ...rincian }));
};

/** No operation, introspection included, is read before its sender is known. */
const konteks =
  (pengenal: Pengenal) =>
  async ({ req }: { req: Request }): Promise<KonteksGraphql & { req: Request }> => {
    if (req.method !== 'POST') return tolakHttp(405, 'MASUKAN_TIDAK_SAH');
    const siapa = await pengenal.kenali(req).catch((e: unknown) => {
      throw e instanceof Penolakan ? denganStatus(403, e) : e;
    });
    if (siapa.pelaku !== null) return { ...siapa, req };
    return tolakHttp(siapa.sesi === null ? 401 : 403, siapa.sebab);
  };

/** Runs once an operation is parsed and valid, which Apollo remembers by its text; never per field. */
const penjagaBatas: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request: { variables } }) => {
      if (operation === undefined) return; // Apollo says so itself
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        tolakHttp(400, 'MASUKAN_TIDAK_SAH', { sebab: 'langganan hanya lewat WebSocket' });
      try {
        periksaOperasi({ schema, document, operation, variables });
      } catch (e) {
        throw denganStatus(400, e);
      }
    },
  }),
};

/** Names of fields are the schema's once an operation is valid. The name that a client gives its operation is its own text. */
const penyebutOperasi = (pelacak: Pelacak): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation === undefined) return; // Apollo says so itself
      const { operation: jenis, selectionSet } = operation;
      pelacak.operasi(
        jenis,
        selectionSet.selections.flatMap((p) => (p.kind === Kind.FIELD ? [p.name.value] : [])),
      );
    },
  }),
});

export const opsiGraphql = (
  pengenal: Pengenal,
  akses: PencatatAkses,
  pencatat: Pencatat,
  pelacak?: Pelacak,
): ApolloDriverConfig => ({
  driver: ApolloDriver,
  path: JALUR_GRAPHQL,
  autoSchemaFile: true,
  buildSchemaOptions: OPSI_SKEMA,
  transformSchema: (skema) => batasiBidang(skema, akses),
  context: konteks(pengenal),
  graphiql: false,
  introspection: true, // for those who are known; the explorer page needs it
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  persistedQueries: false,
  parseOptions: { maxTokens: BATAS.token },
  validationRules: [aturanBatas],
  autoTransformHttpErrors: false,
  formatError: (_, galat) => bentukGalat(pencatat)(galat),
  // Apollo's types resolve to its CommonJS copy here and to the ESM one inside Nest; they are the same at run time.
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    ...(pelacak === undefined ? [] : [penyebutOperasi(pelacak)]),
    penjagaBatas,
  ] as unknown as NonNullable<ApolloDriverConfig['plugins']>,
});
