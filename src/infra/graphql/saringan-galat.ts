import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EventStore } from '../../kernel/event-store.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { AsalPermintaan } from '../identity/asal-permintaan.js';
import { PencatatAkses } from '../identity/pencatat-akses.js';
import { Pencatat } from '../telemetry/pencatat.js';
import { galatBerkode } from './galat.js';
import type { KonteksGraphql } from './konteks.js';

const PERISTIWA_BARU = 20;

/** What Express, its body parser or Nest's router refused, by status. Their own text is not passed on. */
const dariHttp = (status: number): Penolakan | undefined => {
  if (status === 404 || status === 405) return new Penolakan('TIDAK_DITEMUKAN');
  if (status === 413) return new Penolakan('KUERI_TERLALU_BERAT', { ukuran: 'bita' });
  return status >= 400 && status < 500 ? new Penolakan('MASUKAN_TIDAK_SAH') : undefined;
};

export const STATUS_KODE: Partial<Record<Kode, number>> = {
  TIDAK_DITEMUKAN: 404,
  TANPA_TOKEN: 401,
  TIDAK_BERWENANG: 403,
  ASAL_DITOLAK: 403,
  MASUK_DITOLAK: 401,
  OIDC_DITOLAK: 403,
  OIDC_TIDAK_TERSEDIA: 503,
  BUKTI_ULANG_DIPERLUKAN: 403,
  JABATAN_BELUM_DIPILIH: 403,
  TANPA_JABATAN: 403,
  NAMA_PENGGUNA_DIPAKAI: 409,
  TAUTAN_TIDAK_BERLAKU: 410,
  TERLALU_SERING: 429,
  COBA_LAGI: 503,
  BERKAS_TERLALU_BESAR: 413,
  BERKAS_BUKAN_LEMBAR_KERJA: 415,
  IMPOR_PENUH: 429,
};

const statusDari = (e: unknown): number => {
  if (e instanceof Penolakan) return STATUS_KODE[e.kode] ?? 400;
  if (e instanceof HttpException) return e.getStatus();
  const status = (e as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
};

/** The one place where an exception becomes an answer: coded JSON over HTTP; inside GraphQL it goes on to `bentukGalat`. */
@Catch()
export class SaringanGalat implements ExceptionFilter {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
    @Inject(PencatatAkses) private readonly akses: PencatatAkses,
    @Inject(AsalPermintaan) private readonly asal: AsalPermintaan,
  ) {}

  async catch(galat: unknown, host: ArgumentsHost): Promise<unknown> {
    if (host.getType<string>() === 'graphql') {
      await this.akses.ditolak(galat, host.getArgByIndex<KonteksGraphql>(2).alamat);
      return this.untukGraphql(galat);
    }
    await this.akses.ditolak(galat, this.asal.alamat(host.switchToHttp().getRequest<Request>()));
    return this.lewatHttp(galat, host);
  }

  private lewatHttp(galat: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const jawaban = http.getResponse<Response>();
    if (jawaban.headersSent) return; // the time of the request was up, and it was told so
    const status = statusDari(galat);
    const { path } = http.getRequest<Request>();
    jawaban.status(status).json({
      errors: [
        galatBerkode(
          galat instanceof Penolakan ? galat : (dariHttp(status) ?? galat),
          this.pencatat,
          path.slice(0, 100),
        ),
      ],
    });
  }

  /** graphql-js takes a returned error for a thrown one; returning lets us look up what happened in between. */
  private async untukGraphql(galat: unknown): Promise<unknown> {
    if (!(galat instanceof Penolakan) || galat.kode !== 'KONFLIK_REVISI') return galat;
    const { stream, diminta, revisi } = galat.rincian;
    if (typeof stream !== 'string' || typeof diminta !== 'number') return galat;
    const { events } = await this.store.read(stream);
    const berubah = events
      .filter(({ meta }) => meta.rev > diminta)
      .slice(-PERISTIWA_BARU) // the newest, in the order in which they came
      .map(({ type, meta, data }) => ({ jenis: type, pada: meta.at, jabatan: sebutan(data) }));
    return new Penolakan('KONFLIK_REVISI', { revisi, berubah });
  }
}

/** The office as it was called that day; every event says who acted. */
const sebutan = (data: object): string | null => {
  const nama = (data as { oleh?: { sebutan?: unknown } | null }).oleh?.sebutan;
  return typeof nama === 'string' ? nama : null;
};
