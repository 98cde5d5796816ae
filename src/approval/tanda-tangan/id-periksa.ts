import { randomBytes } from 'node:crypto';

/** Of the public page of one text: 128 random bits, so that nobody finds a page by trying. */
export const idPeriksaBaru = (): string => randomBytes(16).toString('base64url');

/** The last character holds two bits only. */
export const idPeriksaSah = (id: string): boolean => /^[\w-]{21}[AQgw]$/.test(id);
