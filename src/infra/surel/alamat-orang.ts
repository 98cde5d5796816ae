import { type Alamat, AlamatSurel } from '../../approval/alamat-surel.js';
import type { DirektoriOrang } from '../../approval/direktori-orang.js';

const SIAPA = { akun: 'amanah', keperluan: 'pemberitahuan surel' } as const;

/** Addresses from the persons' own store; whoever has none there gets no mail. */
export class AlamatOrang extends AlamatSurel {
  constructor(private readonly direktori: DirektoriOrang) {
    super();
  }

  async cari(subjek: readonly string[], pada: string): Promise<ReadonlyMap<string, Alamat>> {
    const orang = await this.direktori.baca(subjek, pada, SIAPA);
    return new Map(
      [...orang].flatMap(([s, { nama, surel }]) => (surel === null ? [] : [[s, { nama, surel }] as const])),
    );
  }
}
