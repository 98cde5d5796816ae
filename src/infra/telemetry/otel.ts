import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { NextFunction, Request, Response } from 'express';
import type { Kode } from '../../kernel/penolakan.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import type { KonfigurasiLacak } from '../konfigurasi/lacak.js';
import type { Rakitan } from '../rakitan.js';
import { versiProgram } from '../versi.js';
import { pencuplik } from './otel.pencuplik.js';
import { Penyalur } from './otel.penyalur.js';
import type { Pelacak, Rentang } from './pelacak.js';

const SABAR_TUTUP = 1_000; // ms

// W3C Trace Context, 3.2.2: version 00 is exactly four fields, a later one may say more, and ff is none.
const TRACEPARENT = /^(?!ff|00.{54})[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-|$)/;

/** What we failed at, where the others are the asker's. */
const GANGGUAN: readonly Kode[] = ['GALAT_DALAM', 'COBA_LAGI', 'HASIL_BELUM_PASTI', 'WAKTU_HABIS'];

/** Where a request says it comes from. Its `tracestate` is left behind: text of anybody's, and we ask nobody else. */
const asal = (traceparent: unknown): Context => {
  const [, traceId, spanId, tanda] = TRACEPARENT.exec(String(traceparent)) ?? [];
  if (traceId === undefined || spanId === undefined || tanda === undefined) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(tanda, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
};

const tandaiGagal = (rentang: Span, kode: Kode): void => {
  rentang.setAttribute('error.type', kode);
  if (GANGGUAN.includes(kode)) rentang.setStatus({ code: SpanStatusCode.ERROR });
};

/** The tracer over OpenTelemetry. Nothing of it is made global: no other package's spans pass through here. */
export class OtelPelacak implements Pelacak {
  private readonly ruang = new AsyncLocalStorage<Span>();
  private readonly penyedia: TracerProvider;
  private readonly tracer: Tracer;

  constructor(konfigurasi: KonfigurasiLacak, lapor: (pesan: string) => void) {
    const exporter = new Penyalur(konfigurasi.tujuan, lapor);
    this.penyedia = new TracerProvider({
      resource: resourceFromAttributes({
        'service.name': konfigurasi.layanan,
        'service.version': versiProgram(),
        'service.instance.id': randomUUID(),
      }),
      sampler: pencuplik(konfigurasi),
      spanProcessors: [new BatchSpanProcessor({ exporter })],
    });
    this.tracer = this.penyedia.getTracer('amanah');
  }

  readonly pintu = (req: Request, res: Response, lanjut: NextFunction): void => {
    const rentang = this.tracer.startSpan(
      'graphql',
      { kind: SpanKind.SERVER },
      asal(req.headers.traceparent),
    );
    res.once('close', () => {
      if (res.headersSent) rentang.setAttribute('http.response.status_code', res.statusCode);
      rentang.end();
    });
    this.ruang.run(rentang, lanjut);
  };

  operasi(jenis: string, akar: readonly string[]): void {
    const rentang = this.ruang.getStore();
    rentang?.updateName([jenis, ...new Set(akar)].join(' '));
    rentang?.setAttributes({ 'graphql.operation.type': jenis, 'amanah.graphql.akar': [...akar] });
  }

  gagal(kode: Kode): void {
    const rentang = this.ruang.getStore();
    if (rentang !== undefined) tandaiGagal(rentang, kode);
  }

  perintah(dokumen: string): Rentang {
    const permintaan = this.ruang.getStore();
    const induk = permintaan === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, permintaan);
    const attributes = { 'amanah.dokumen': dokumen };
    const rentang = this.tracer.startSpan(`perintah ${dokumen}`, { attributes }, induk);
    return {
      jenis: (nama) => {
        rentang.updateName(`perintah ${dokumen} ${nama}`);
        rentang.setAttribute('amanah.perintah', nama);
      },
      selesai: (kode) => {
        rentang.setAttribute('amanah.hasil', kode ?? 'BERHASIL');
        if (kode !== undefined) tandaiGagal(rentang, kode);
        rentang.end();
      },
    };
  }

  amati({ store, pemantau }: Pick<Rakitan, 'store' | 'pemantau'>): void {
    store.onKelompok(({ panggilan, peristiwa, ms }) =>
      this.latar('log simpan', Date.now() - ms, {
        'amanah.log.panggilan': panggilan,
        'amanah.log.peristiwa': peristiwa,
      }),
    );
    // Where they are folded is another thread, which says only how far it has got: what is told is how long a view lagged.
    const sejak = new Map<string, number>();
    let ujung = -1;
    store.onCommit((posisi) => {
      ujung = posisi;
      const kini = Date.now();
      for (const { tampilan } of pemantau.status()) if (!sejak.has(tampilan)) sejak.set(tampilan, kini);
    });
    pemantau.onMaju(({ tampilan, posisi, status }) => {
      const mulai = sejak.get(tampilan);
      if (mulai === undefined || status !== 'berjalan') return;
      if (posisi >= ujung) sejak.delete(tampilan);
      else sejak.set(tampilan, Date.now());
      this.latar(`tampilan ${tampilan}`, mulai, { 'amanah.tampilan.posisi': posisi });
    });
  }

  kini(): string | undefined {
    return this.ruang.getStore()?.spanContext().traceId;
  }

  async tutup(): Promise<void> {
    const selesai = this.penyedia.shutdown().catch(() => undefined); // its exporter has said so
    await dalamWaktu(selesai, SABAR_TUTUP, () => undefined);
  }

  /** Work for many requests at once, so in a trace of its own; it ends now. */
  private latar(nama: string, startTime: number, attributes: Attributes): void {
    this.tracer.startSpan(nama, { startTime, attributes }, ROOT_CONTEXT).end(Date.now());
  }
}
