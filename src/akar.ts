import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cari = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(folder) === folder) throw new Error(`tidak ada package.json di atas ${__dirname}`);
  return cari(dirname(folder));
};

/** The folder of the installation. Looked for, since the program runs from src/, from dist/ and from one file in paket/. */
export const AKAR = cari(__dirname);
