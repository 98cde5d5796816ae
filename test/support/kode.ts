import { Penolakan } from '../../src/kernel/penolakan.js';

/** The code of a refusal, 'BERHASIL', or what else was thrown, as text. */
export const kode = (janji: Promise<unknown>): Promise<string> =>
  janji.then(
    () => 'BERHASIL',
    (e: unknown) => (e instanceof Penolakan ? e.kode : String(e)),
  );
