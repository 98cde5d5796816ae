import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AKAR } from '../akar.js';

/** The program's own version, as its package says. */
export const versiProgram = (): string =>
  (JSON.parse(readFileSync(join(AKAR, 'package.json'), 'utf8')) as { version: string }).version;
