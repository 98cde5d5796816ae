import type { View } from '../../kernel/view.js';
import type { MasaEvent } from '../../planning/jabatan/masa.decider.js';

type MasaDitetapkan = Extract<MasaEvent, { type: 'PejabatDitetapkan' }>;

/** Every office that a subject was ever appointed to. Who of several acts today, the office's own document says. */
export type BarisPemegang = Readonly<{ jabatan: readonly string[] }>;

/** Asked by identity alone, which knows whose subject id it is: no page and no query of the API shows these rows. */
export const pemegangView: View<BarisPemegang, MasaDitetapkan> = {
  nama: 'pemegang',
  versi: 1,
  kunci: ({ data }) => [data.subjek],
  initial: () => ({ jabatan: [] }),
  when: {
    PejabatDitetapkan: (row, { meta: { stream } }) => {
      const jabatan = stream.slice(stream.indexOf('-') + 1);
      return row.jabatan.includes(jabatan) ? row : { jabatan: [...row.jabatan, jabatan] };
    },
  },
  tanda: () => [],
};
