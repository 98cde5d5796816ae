import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SalahPakai } from './salah-pakai.js';

/** Writes a file that is not there yet, and says where. Throws SalahPakai. */
export const tulisBaru = (nama: string, bita: Uint8Array): string => {
  const ke = resolve(process.env.INIT_CWD ?? '.', nama);
  try {
    writeFileSync(ke, bita, { flag: 'wx' });
    return ke;
  } catch (e) {
    const { code } = e as NodeJS.ErrnoException;
    throw new SalahPakai(
      code === 'EEXIST' ? `${ke} sudah ada dan tidak ditimpa.` : `${ke} tidak dapat ditulis (${code}).`,
    );
  }
};
