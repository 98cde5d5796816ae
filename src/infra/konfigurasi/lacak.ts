/** The samplers that the OpenTelemetry specification names for OTEL_TRACES_SAMPLER. */
export const PENCUPLIK = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type Pencuplik = (typeof PENCUPLIK)[number];

/** Where traces are sent, under which name, and how many of them. */
export type KonfigurasiLacak = {
  /** Where OTLP/HTTP takes traces. May hold a password. */
  readonly tujuan: string;
  readonly layanan: string;
  readonly pencuplik: Pencuplik;
  /** 0 to 1; of the samplers by ratio. */
  readonly bagian: number;
};

export const ALAMAT_LACAK = 'harus alamat OTLP/HTTP: http://host:port atau https://host:port';

export const alamatLacakSah = (alamat: unknown): boolean =>
  typeof alamat === 'string' && /^https?:\/\//.test(alamat) && URL.canParse(alamat);

/** The specification: traces go below the common address. */
export const tujuanLacak = (alamat: string): string => {
  const url = new URL(alamat);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
};
