import type { Clock } from '../../../kernel/event-store.js';
import type { Executor } from '../../../kernel/execute.js';
import type { ViewStore } from '../../../kernel/view-store.js';
import { KueriPemegang } from '../../../projections/pemegang/pemegang.query.js';
import type { KonfigurasiIdentitas } from '../../konfigurasi/identitas.js';
import { AsalPermintaan } from '../asal-permintaan.js';
import type { BasisIdentitas } from '../basis-identitas.js';
import { KedudukanKini } from '../kedudukan-kini.js';
import type { KunciInduk } from '../kunci-induk.js';
import type { LogKeamanan } from '../log-keamanan.js';
import type { DaftarToken } from '../token.js';
import { Bertindak } from './bertindak.js';
import { DaftarAkun } from './daftar-akun.js';
import { DaftarSesi } from './daftar-sesi.js';
import { DaftarTautan } from './daftar-tautan.js';
import { KelolaDiri } from './kelola-diri.js';
import { Pembatas } from './pembatas.js';
import { Pengenal } from './pengenal.js';
import { PintuMasuk } from './pintu-masuk.js';
import { PengolahSandi } from './scrypt.js';
import { FaktorKedua } from './totp.js';

const JANGKA_BATAS = 15 * 60_000; // ms

export type BahanAkun = {
  readonly konfigurasi: { readonly identitas: KonfigurasiIdentitas };
  readonly identitas: BasisIdentitas;
  readonly keamanan: LogKeamanan;
  readonly kunciInduk: KunciInduk;
  readonly views: ViewStore;
  readonly executor: Executor;
  readonly clock: Clock;
};

/** Everything by which people come in, over one identity database. */
export type RakitanAkun = {
  readonly akun: DaftarAkun;
  readonly sesi: DaftarSesi;
  readonly tautan: DaftarTautan;
  readonly sandi: PengolahSandi;
  readonly pintu: PintuMasuk;
  readonly diri: KelolaDiri;
  readonly bertindak: Bertindak;
  readonly pengenal: Pengenal;
};

export const rakitAkun = (b: BahanAkun, token: DaftarToken): RakitanAkun => {
  const { identitas: basis, keamanan, clock, executor } = b;
  const { identitas: konfigurasi } = b.konfigurasi;
  const [akun, sesi] = [new DaftarAkun(basis, clock), new DaftarSesi(basis, clock)];
  const tautan = new DaftarTautan(basis, clock);
  const sandi = new PengolahSandi(konfigurasi.scryptN);
  const bertindak = new Bertindak(executor, new KueriPemegang(b.views), akun, clock);
  const [totp, pembatas] = [new FaktorKedua(b.kunciInduk), new Pembatas(clock, JANGKA_BATAS)];
  const bahan = { akun, sesi, sandi, totp, pembatas, keamanan, bertindak, clock };
  const pintu = new PintuMasuk(bahan);
  const diri = new KelolaDiri({ ...bahan, tautan }, pintu);
  const pengenal = new Pengenal(
    token,
    sesi,
    bertindak,
    new KedudukanKini(executor, clock),
    keamanan,
    new AsalPermintaan(konfigurasi),
  );
  return { akun, sesi, tautan, sandi, pintu, diri, bertindak, pengenal };
};
