import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { KonfigurasiLacak } from '../konfigurasi/lacak.js';

/** As the specification reads OTEL_TRACES_SAMPLER; this SDK leaves that to whoever sets it up. */
export const pencuplik = ({
  pencuplik: nama,
  bagian,
}: Pick<KonfigurasiLacak, 'pencuplik' | 'bagian'>): Sampler => {
  const root = nama.endsWith('always_on')
    ? new AlwaysOnSampler()
    : nama.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(bagian);
  return nama.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
};
