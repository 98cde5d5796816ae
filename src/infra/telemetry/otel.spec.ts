import { EventEmitter } from 'node:events';
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { SamplingDecision, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Request, Response } from 'express';
import { PenerimaOtlp } from '../../../test/support/penerima-otlp.js';
import { PENCUPLIK } from '../konfigurasi/lacak.js';
import { OtelPelacak } from './otel.js';
import { pencuplik } from './otel.pencuplik.js';
import { Penyalur } from './otel.penyalur.js';
import { Pencatat } from './pencatat.js';

const JEJAK = '0af7651916cd43dd8448eb211c80319c';
const RENTANG = 'b7ad6b7169203331';

const KONFIGURASI = {
  tujuan: 'http://127.0.0.1:9/v1/traces',
  layanan: 'uji',
  pencuplik: 'always_off',
  bagian: 1,
} as const;

describe('traceparent', () => {
  const pelacak = new OtelPelacak(KONFIGURASI, () => undefined);
  const jejakDari = (traceparent: string | undefined): string | undefined => {
    let kini: string | undefined;
    const lanjut = (): void => {
      kini = pelacak.kini();
    };
    pelacak.pintu(
      { headers: { traceparent } } as unknown as Request,
      { once: () => undefined } as unknown as Response,
      lanjut,
    );
    return kini;
  };

  it.each([
    [`00-${JEJAK}-${RENTANG}-01`],
    [`00-${JEJAK}-${RENTANG}-00`],
    [`01-${JEJAK}-${RENTANG}-01`],
    [`01-${JEJAK}-${RENTANG}-01-yang-kelak`],
  ])('%s dilanjutkan', (traceparent) => expect(jejakDari(traceparent)).toBe(JEJAK));

  it.each([
    [undefined],
    [''],
    [`ff-${JEJAK}-${RENTANG}-01`],
    [`00-${JEJAK}-${RENTANG}-01-lebih`],
    [`00-${JEJAK}-${RENTANG}-01, 00-${JEJAK}-${RENTANG}-01`],
    [`00-${JEJAK}-${RENTANG}-1`],
    [`01-${JEJAK}-${RENTANG}-011`],
    [`00-${JEJAK.toUpperCase()}-${RENTANG}-01`],
    [`00-${'0'.repeat(32)}-${RENTANG}-01`],
    [`00-${JEJAK}-${'0'.repeat(16)}-01`],
  ])('%s tidak: jejaknya baru', (traceparent) => {
    const jejak = jejakDari(traceparent);
    expect(jejak).toMatch(/^[\da-f]{32}$/);
    expect(jejak).not.toBe(JEJAK);
  });

  it('di luar permintaan tidak ada jejak', () => expect(pelacak.kini()).toBeUndefined());
});

describe('permintaan yang gagal', () => {
  it.each([
    ['penolakan: bukan gangguan', (p: Pencatat) => p.ditolak('PK_SUDAH_ADA', {}), 'PK_SUDAH_ADA', 0],
    ['log tidak menjawab: gangguan', (p: Pencatat) => p.ditolak('COBA_LAGI', {}), 'COBA_LAGI', 2],
    ['galat kita: gangguan', (p: Pencatat) => p.galat('x', new Error('rahasia')), 'GALAT_DALAM', 2],
  ])('%s', async (_, catat, kode, status) => {
    const penerima = await PenerimaOtlp.mulai();
    const baris: { trace_id?: string }[] = [];
    const pencatat = new Pencatat('info', (b) => baris.push(JSON.parse(b)));
    const pelacak = new OtelPelacak(
      { ...KONFIGURASI, tujuan: `${penerima.alamat}/v1/traces`, pencuplik: 'always_on' },
      () => undefined,
    );
    pencatat.pelacak = pelacak;
    const jawaban = Object.assign(new EventEmitter(), { headersSent: true, statusCode: 200 });
    pelacak.pintu({ headers: {} } as Request, jawaban as unknown as Response, () => catat(pencatat));
    jawaban.emit('close');
    pencatat.catat('info', 'di luar permintaan');
    await pelacak.tutup();
    await penerima.tutup();
    expect(penerima.rentang).toMatchObject([{ atribut: { 'error.type': kode }, status: { code: status } }]);
    expect(JSON.stringify(penerima.rentang)).not.toContain('rahasia');
    expect(baris.map((b) => b.trace_id)).toEqual([penerima.rentang[0]?.traceId, undefined]);
  });
});

describe('pencuplik', () => {
  const dicuplik = (nama: (typeof PENCUPLIK)[number], bagian: number, induk?: 0 | 1): boolean => {
    const konteks =
      induk === undefined
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, {
            traceId: JEJAK,
            spanId: RENTANG,
            traceFlags: induk,
            isRemote: true,
          });
    const { decision } = pencuplik({ pencuplik: nama, bagian }).shouldSample(
      konteks,
      JEJAK,
      'x',
      SpanKind.SERVER,
      {},
      [],
    );
    return decision === SamplingDecision.RECORD_AND_SAMPLED;
  };

  it.each([
    // without a parent, of a parent that is not sampled, of one that is
    ['always_on', 1, [true, true, true]],
    ['always_off', 1, [false, false, false]],
    ['traceidratio', 1, [true, true, true]],
    ['traceidratio', 0, [false, false, false]],
    ['parentbased_always_on', 1, [true, false, true]],
    ['parentbased_always_off', 1, [false, false, true]],
    ['parentbased_traceidratio', 1, [true, false, true]],
    ['parentbased_traceidratio', 0, [false, false, true]],
  ] as const)('%s %s', (nama, bagian, hasil) =>
    expect([dicuplik(nama, bagian), dicuplik(nama, bagian, 0), dicuplik(nama, bagian, 1)]).toEqual(hasil),
  );

  it('setiap nama yang diterima konfigurasi dikenal', () =>
    expect(PENCUPLIK.map((nama) => dicuplik(nama, 1))).toEqual([true, false, true, true, false, true]));
});

describe('penyalur', () => {
  it('menyebut satu kali bahwa jejak dibuang, dan lagi setelah ada yang diterima', async () => {
    let status = 400;
    const penerima = await PenerimaOtlp.mulai((res) => void res.writeHead(status).end('isi yang rahasia'));
    const laporan: string[] = [];
    const exporter = new Penyalur(`${penerima.alamat}/v1/traces`, (pesan) => laporan.push(pesan));
    const penyedia = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    const kirim = async (jawaban: number): Promise<void> => {
      status = jawaban;
      penyedia.getTracer('uji').startSpan('x', {}, ROOT_CONTEXT).end();
      await penyedia.forceFlush().catch(() => undefined);
    };
    for (const jawaban of [400, 400, 404]) await kirim(jawaban);
    const BUANG = 'jejak OpenTelemetry tidak terkirim dan dibuang:';
    expect(laporan).toEqual([`${BUANG} 400`]);
    for (const jawaban of [200, 403, 400]) await kirim(jawaban);
    expect(laporan).toEqual([`${BUANG} 400`, `${BUANG} 403`]);
    expect(penerima.kiriman).toBe(6);
    await penyedia.shutdown();
    await penerima.tutup();
  });
});
