import { randomBytes } from 'node:crypto';
import { DaftarAkun } from '../infra/identity/akun/daftar-akun.js';
import { PengolahSandi } from '../infra/identity/akun/scrypt.js';
import type { Rakitan } from '../infra/rakitan.js';
import { kunci } from '../kernel/kunci.js';
import { Rahasia } from '../kernel/rahasia.js';
import type { JabatanDemo } from './isi-demo.js';

export const namaAkun = ({ jabatan, pemda }: Pick<JabatanDemo, 'jabatan' | 'pemda'>): string =>
  `${jabatan}.${pemda}`;

/** An account for each office of the demonstration; gives the password, which is the same for all and new every time. */
export const isiAkunDemo = async (rakitan: Rakitan, jabatan: readonly JabatanDemo[]): Promise<string> => {
  const { identitas, clock, konfigurasi } = rakitan;
  const akun = new DaftarAkun(identitas, clock);
  const sandi = randomBytes(12).toString('base64url');
  const tersimpan = await new PengolahSandi(konfigurasi.identitas.scryptN).sidik(new Rahasia(sandi));
  for (const j of jabatan) {
    const id = await akun.buat(namaAkun(j), j.subjek, tersimpan);
    if (j.subjek !== null) continue; // acts in the office it holds
    const { peran, pemda, opd, sebutan } = j;
    await akun.beriTugas(id, { peran, pemda, opd, sebutan, jabatan: kunci.jabatan(pemda, opd, j.jabatan) });
  }
  return sandi;
};
