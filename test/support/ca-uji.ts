import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Perihal, terbitkanSertifikat } from '../../src/infra/signing/sertifikat.js';

export type PihakUji = {
  readonly perihal: Perihal;
  readonly kunci: KeyObject;
  readonly privat: KeyObject;
  readonly der: Buffer;
};

const [DARI, SAMPAI] = [new Date('2025-01-01T00:00:00Z'), new Date('2035-01-01T00:00:00Z')];
type Pilihan = { readonly dari?: Date; readonly sampai?: Date; readonly jenis?: 'pejabat' | 'cap-waktu' };

/** A root of a test's own. */
export const akarUji = (nama = 'Akar Uji'): PihakUji => {
  const { publicKey: kunci, privateKey: privat } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const perihal = { nama };
  const penerbit = { perihal, kunci, privat };
  const der = terbitkanSertifikat({ perihal, kunci, dari: DARI, sampai: SAMPAI, jenis: 'akar', penerbit });
  return { perihal, kunci, privat, der };
};

/** Someone whom that root vouches for. */
export const pejabatUji = (penerbit: PihakUji, nama: string, p: Pilihan = {}): PihakUji => {
  const { publicKey: kunci, privateKey: privat } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const perihal = { nama, subjek: `S-${nama}`, sebutan: 'Kepala Dinas' };
  const { dari = DARI, sampai = SAMPAI, jenis = 'pejabat' } = p;
  return {
    perihal,
    kunci,
    privat,
    der: terbitkanSertifikat({ perihal, kunci, dari, sampai, jenis, penerbit }),
  };
};
