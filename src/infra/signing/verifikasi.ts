import type { Verifikasi } from '../../planning/perjanjian-kinerja/berkas-pk.js';
import { AsalPermintaan } from '../identity/asal-permintaan.js';
import type { KonfigurasiAmanah } from '../konfigurasi/konfigurasi.js';

/** What papers say of where they can be checked; the same for the server and the command line, since it is in their bytes. */
export const verifikasiDari = ({ identitas, alamat, port, tte }: KonfigurasiAmanah): Verifikasi => {
  const asal = new AsalPermintaan(identitas).tautan(`http://${alamat}:${port}`);
  return {
    jaminan: tte.penyedia === 'bsre' ? 'tersertifikasi' : 'tidak-tersertifikasi',
    alamat: (id) => `${asal}/v/${id}`,
  };
};
