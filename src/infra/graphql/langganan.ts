import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { Pengenal, type Pengenalan, pelakuWajib } from '../identity/akun/pengenal.js';
import { Pencatat } from '../telemetry/pencatat.js';
import { aturanBatas, BATAS, periksaOperasi } from './batas.js';
import { bentukGalat } from './galat.js';
import { JALUR_GRAPHQL } from './opsi.js';

type Bebas = Record<PropertyKey, unknown>;
type Sambungan = Context<Record<string, unknown>, Extra & Partial<Bebas>>;

const SABAR_TUTUP = 2_000; // ms

/** Subscriptions over graphql-ws, on the server's own port. They pass no Apollo plugin, so every limit and check stands here again. */
@Injectable()
export class Langganan implements OnApplicationBootstrap {
  private readonly wss = new WebSocketServer({ noServer: true, maxPayload: BATAS.bita });
  private buang: (() => void | Promise<void>) | undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly skema: GraphQLSchemaHost,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
  ) {}

  onApplicationBootstrap(): void {
    const bentuk = bentukGalat(this.pencatat);
    const sedia = useServer<Record<string, unknown>, Bebas>(
      {
        onConnect: async (s) => (await this.siapa(s)).pelaku !== null || this.tolakSambungan(s),
        onSubscribe: (s, _id, muatan) => this.siapkan(s, muatan),
        onNext: async (s, _id, _muatan, args, hasil) => {
          if (!(await this.pengenal.masih(args.contextValue as Pengenalan))) this.tolakSambungan(s);
          return hasil.errors && { data: hasil.data ?? null, errors: hasil.errors.map(bentuk) };
        },
        onError: (_s, _id, _muatan, galat) => galat.map(bentuk),
      },
      this.wss,
    );
    this.buang = () => sedia.dispose();
    const server = this.http.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (req, soket, awal) => this.terima(req, soket, awal));
  }

  /** Ends every subscription with 1001 (going away) and takes no more. Who does not answer that is cut off. */
  async tutup(): Promise<void> {
    const paksa = setTimeout(() => {
      for (const ws of this.wss.clients) ws.terminate();
    }, SABAR_TUTUP);
    try {
      await this.buang?.();
    } finally {
      clearTimeout(paksa);
    }
  }

  private terima(req: IncomingMessage, soket: Duplex, awal: Buffer): void {
    const jalur = req.url?.split('?')[0];
    if (jalur !== JALUR_GRAPHQL) {
      soket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    // A foreign page is told why in the one way that its own script can read; nothing of ours ever hears it.
    const sah = this.pengenal.asal.sah(req);
    this.wss.handleUpgrade(req, soket, awal, (ws) =>
      sah ? this.wss.emit('connection', ws, req) : ws.close(4403, 'ASAL_DITOLAK'),
    );
  }

  private tolakSambungan({ extra }: Sambungan): boolean {
    extra.socket.close(4403, 'TANPA_TOKEN');
    return false;
  }

  private siapa({ connectionParams: p, extra }: Sambungan): Promise<Pengenalan> {
    return this.pengenal.kenaliSoket(extra.request, p?.Authorization ?? p?.authorization);
  }

  private async siapkan(
    s: Sambungan,
    muatan: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      return await this.argumen(s, muatan);
    } catch (e) {
      if (e instanceof GraphQLError) return [e];
      return [new GraphQLError('ditolak', { originalError: e instanceof Error ? e : new Error(String(e)) })];
    }
  }

  private async argumen(
    s: Sambungan,
    muatan: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const siapa = await this.siapa(s); // asked again: token or session may have ended meanwhile
    pelakuWajib(siapa);
    const jumlah = Object.keys(s.subscriptions).length;
    if (jumlah > BATAS.langganan) throw new Penolakan('TERLALU_BANYAK', { batas: BATAS.langganan });
    const { schema } = this.skema;
    const document = parse(muatan.query, { maxTokens: BATAS.token });
    const salah = validate(schema, document, [...specifiedRules, aturanBatas], {
      maxErrors: 20,
      hideSuggestions: true,
    });
    if (salah.length > 0) return salah;
    const operation = getOperationAST(document, muatan.operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      return tolak('MASUKAN_TIDAK_SAH', { sebab: 'hanya langganan yang dilayani lewat WebSocket' });
    const { variables } = muatan;
    periksaOperasi({ schema, document, operation, variables });
    return {
      schema,
      document,
      operationName: muatan.operationName,
      variableValues: variables,
      contextValue: { ...siapa, req: s.extra.request },
    };
  }
}
