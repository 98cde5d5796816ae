import DataLoader from 'dataloader';
import { boleh, type Pelaku } from '../../approval/wewenang.js';
import type { CatatanKeamanan, LogKeamanan } from '../../infra/identity/log-keamanan.js';
import type { BukuOrang, KunciOrang, VersiOrang } from '../../planning/orang/buku-orang.js';
import { nipTersamar } from '../../planning/orang/data-orang.js';

/** `subjek` null: whoever it was is not known, as on what was taken over from paper. `pada`: 'YYYY-MM-DD'. */
export type OrangDicari = Readonly<{ pemda: string; subjek: string | null; pada: string }>;
type Dicari = KunciOrang & { readonly pada: string };
type Isian = 'nip' | 'surel';
type Dibaca = { readonly k: KunciOrang; readonly isian: Isian; readonly pelaku: Pelaku };
type Pemuat = {
  readonly orang: DataLoader<Dicari, VersiOrang | null, string>;
  readonly catatan: DataLoader<Dibaca, true, string>;
};

/** Whether a whole NIP or an e-mail address may be shown: to oneself, and to those whom wewenang.ts names. */
const bolehNomor = (p: Pelaku, { pemda, subjek }: KunciOrang): boolean =>
  (p.pemda === pemda && p.pejabat.subjek === subjek) || boleh(p, 'orang.baca-nomor', pemda, null);

const catatanDari = ({ k, isian, pelaku: { akun, pejabat } }: Dibaca): CatatanKeamanan => ({
  jenis: 'DATA_PRIBADI_DIBACA',
  ...k,
  akun,
  jabatan: pejabat.jabatan,
  rincian: { isian },
});

/** Persons behind the rows of one request: all are read at once, and all readings of numbers noted at once. */
export class PemuatOrang {
  private readonly perPermintaan = new WeakMap<object, Pemuat>();

  constructor(
    private readonly buku: BukuOrang,
    private readonly keamanan: LogKeamanan,
  ) {}

  /** `konteks` is the request's own; null where nobody is known, or what was known is erased. */
  async orang(konteks: object, { pemda, subjek, pada }: OrangDicari): Promise<VersiOrang | null> {
    return subjek === null ? null : this.milik(konteks).orang.load({ pemda, subjek, pada });
  }

  /** Masked for who may not see it whole. */
  async nip(konteks: object, pelaku: Pelaku, dicari: OrangDicari): Promise<string | null> {
    const v = await this.orang(konteks, dicari);
    if (v === null || v.data.nip === null) return null;
    return (await this.bernomor(konteks, pelaku, v, 'nip')) ? v.data.nip : nipTersamar(v.data.nip);
  }

  /** Null for who may not see it. */
  async surel(konteks: object, pelaku: Pelaku, dicari: OrangDicari): Promise<string | null> {
    const v = await this.orang(konteks, dicari);
    if (v === null || v.data.surel === null) return null;
    return (await this.bernomor(konteks, pelaku, v, 'surel')) ? v.data.surel : null;
  }

  /** Notes the reading before it happens. */
  private async bernomor(konteks: object, pelaku: Pelaku, v: VersiOrang, isian: Isian): Promise<boolean> {
    const k = { pemda: v.pemda, subjek: v.subjek };
    return bolehNomor(pelaku, k) && this.milik(konteks).catatan.load({ k, isian, pelaku });
  }

  private milik(konteks: object): Pemuat {
    const ada = this.perPermintaan.get(konteks) ?? this.baru();
    this.perPermintaan.set(konteks, ada);
    return ada;
  }

  private baru(): Pemuat {
    return {
      orang: new DataLoader<Dicari, VersiOrang | null, string>((d) => this.buku.muat(d), {
        cacheKeyFn: ({ pemda, subjek, pada }) => `${pemda}/${subjek}/${pada}`,
      }),
      catatan: new DataLoader<Dibaca, true, string>(
        async (dibaca) => {
          await this.keamanan.catatSemua(dibaca.map(catatanDari));
          return dibaca.map(() => true);
        },
        { cacheKeyFn: ({ k, isian }) => `${k.pemda}/${k.subjek}/${isian}` },
      ),
    };
  }
}
