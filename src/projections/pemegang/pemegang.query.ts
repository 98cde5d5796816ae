import type { ViewStore } from '../../kernel/view-store.js';
import { type BarisPemegang, pemegangView } from './pemegang.projection.js';

/** Which offices a subject may act in; needs no Nest. */
export class KueriPemegang {
  constructor(private readonly views: ViewStore) {}

  /** Keys of the offices that the subject was ever appointed to, in the order of the appointments. */
  async jabatanDari(subjek: string): Promise<readonly string[]> {
    const [baris] = await this.views.baca(pemegangView.nama, [subjek]);
    return (baris?.isi as BarisPemegang | undefined)?.jabatan ?? [];
  }
}
