import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PenjagaNama } from '../../approval/penjaga-nama.js';
import { BERKAS_IDENTITAS, bukaBasisIdentitas, type TempatIdentitas } from './basis-identitas.js';
import { siapkanKunciInduk } from './kunci-induk.js';
import { LogKeamanan } from './log-keamanan.js';
import { KumpulanNama } from './nama-dikenal.js';
import { OrangTersimpan } from './orang-tersimpan.js';

type Dikenal = { readonly nomor: number; readonly nama: KumpulanNama };

/** Asks the register whether anything changed before each use, so that what another instance recorded is known too. */
export class PenjagaNamaTersimpan extends PenjagaNama {
  private readonly dikenal = new Map<string, Promise<Dikenal>>();

  constructor(private readonly orang: OrangTersimpan) {
    super();
  }

  async untuk(pemda: string): Promise<(teks: string) => boolean> {
    const nomor = await this.orang.nomorPerubahan(pemda);
    const ada = await this.dikenal.get(pemda)?.catch(() => undefined);
    const { nama } = ada?.nomor === nomor ? ada : await this.segarkan(pemda, nomor);
    return (teks) => nama.memuat(teks);
  }

  /** `nomor` was taken before the names are read: what comes in between is read again next time. */
  private segarkan(pemda: string, nomor: number): Promise<Dikenal> {
    const baru = this.orang.nama(pemda).then((n) => ({ nomor, nama: new KumpulanNama(n) }));
    this.dikenal.set(pemda, baru);
    return baru;
  }
}

/** For a command that runs without a server: opens the identity database for each question, where there is one. */
export class PenjagaNamaTempat extends PenjagaNama {
  constructor(private readonly tempat: TempatIdentitas) {
    super();
  }

  async untuk(pemda: string): Promise<(teks: string) => boolean> {
    const { folder, basisData } = this.tempat;
    if (basisData === undefined && !existsSync(join(folder, BERKAS_IDENTITAS))) return () => false;
    const basis = await bukaBasisIdentitas(this.tempat);
    try {
      const induk = await siapkanKunciInduk(folder, basis, process.env.AMANAH_KUNCI_INDUK);
      const keamanan = new LogKeamanan(basis, { now: () => new Date() });
      return await new PenjagaNamaTersimpan(new OrangTersimpan(basis, induk, keamanan)).untuk(pemda);
    } finally {
      await basis.tutup();
    }
  }
}
