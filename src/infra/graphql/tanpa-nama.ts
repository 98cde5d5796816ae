import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import type { Observable } from 'rxjs';
import { PenjagaNama } from '../../approval/penjaga-nama.js';
import { tolak } from '../../kernel/penolakan.js';
import type { KonteksGraphql } from './konteks.js';

/** Mutations whose very content is personal data; it goes to the register, never to the log. */
const DATA_ORANG = ['catatOrang', 'koreksiOrang'];
const TERDALAM = 12; // deeper than any input; what is nested further is refused by its class

/** Where in an input a text stands that `memuat` knows; undefined: nowhere. */
export const letakNama = (
  nilai: unknown,
  memuat: (teks: string) => boolean,
  jalur = '',
  dalam = 0,
): string | undefined => {
  if (typeof nilai === 'string') return memuat(nilai) ? jalur : undefined;
  if (typeof nilai !== 'object' || nilai === null || dalam > TERDALAM) return undefined;
  for (const [nama, isi] of Object.entries(nilai)) {
    const letak = letakNama(isi, memuat, jalur === '' ? nama : `${jalur}.${nama}`, dalam + 1);
    if (letak !== undefined) return letak;
  }
  return undefined;
};

type Masukan = { readonly masukan?: { readonly pemda?: unknown } };

/** Every mutation's words pass here: a text with the full name of a person whom the pemda knows is refused, not recorded. */
@Injectable()
export class TanpaNama implements NestInterceptor {
  constructor(@Inject(PenjagaNama) private readonly penjaga: PenjagaNama) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<GqlContextType>() === 'graphql')
      await this.periksa(GqlExecutionContext.create(context));
    return next.handle();
  }

  private async periksa(gql: GqlExecutionContext): Promise<void> {
    const { operation, fieldName } = gql.getInfo<GraphQLResolveInfo>();
    if (operation.operation !== OperationTypeNode.MUTATION || DATA_ORANG.includes(fieldName)) return;
    const { pelaku } = gql.getContext<KonteksGraphql>();
    const args = gql.getArgs<Masukan>();
    const pemda = args.masukan?.pemda ?? pelaku?.pemda;
    if (typeof pemda !== 'string') return; // its class says so
    const jalur = letakNama(args.masukan ?? args, await this.penjaga.untuk(pemda));
    if (jalur !== undefined) tolak('TEKS_MEMUAT_DATA_PRIBADI', { sebab: 'nama', jalur });
  }
}
