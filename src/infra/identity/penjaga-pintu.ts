import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { pintu } from '../../approval/pintu.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { tolak } from '../../kernel/penolakan.js';
import type { KonteksGraphql } from '../graphql/konteks.js';
import { Pengenal } from './akun/pengenal.js';

type Masuk = { readonly nama: string; readonly pelaku: () => Promise<Pelaku | null> };

/**
 * The second layer: no door that is not in the table, and none but the open ones for nobody. What may be done behind it
 * the handlers ask (wewenang.ts). One adapter for HTTP, GraphQL and WebSocket, whose operations GraphQL carries too.
 */
@Injectable()
export class PenjagaPintu implements CanActivate {
  constructor(@Inject(Pengenal) private readonly pengenal: Pengenal) {}

  async canActivate(konteks: ExecutionContext): Promise<boolean> {
    const { nama, pelaku } = this.masuk(konteks);
    const isi = pintu(nama) ?? tolak('TIDAK_DITEMUKAN', { pintu: nama });
    if (isi === 'terbuka') return true;
    const p = (await pelaku()) ?? tolak('TANPA_TOKEN');
    // Whoever made this Pelaku forgot to ask how the person stands to the office.
    if (p.pejabat.subjek !== null && p.kedudukan === undefined) tolak('TANPA_TOKEN');
    return true;
  }

  private masuk(konteks: ExecutionContext): Masuk {
    if (konteks.getType<string>() === 'graphql') {
      const gql = GqlExecutionContext.create(konteks);
      const { parentType, fieldName } = gql.getInfo<GraphQLResolveInfo>();
      const { pelaku } = gql.getContext<KonteksGraphql>();
      return { nama: `${parentType.name}.${fieldName}`, pelaku: async () => pelaku };
    }
    const req = konteks.switchToHttp().getRequest<Request>();
    const metode = req.method === 'HEAD' ? 'GET' : req.method; // Express answers it by the route of GET
    return {
      nama: `${metode} ${(req.route as { path: string }).path}`,
      pelaku: () => this.pengenal.wajib(req),
    };
  }
}
