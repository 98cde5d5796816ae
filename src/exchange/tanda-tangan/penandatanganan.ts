import type { LayananTandaTangan } from '../../approval/tanda-tangan/layanan.js';
import type { Pelaku } from '../../approval/wewenang.js';
import type { GalatBerkode } from '../../infra/graphql/galat.js';
import { amplop } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Rahasia } from '../../kernel/rahasia.js';
import type { TandaTanganPk } from '../../planning/perjanjian-kinerja/tanda-tangan-pk.js';

export type DokumenDiminta = {
  readonly pemda: string;
  readonly opd: string;
  readonly jabatan: string;
  readonly tahun: number;
  readonly sidik: string;
  readonly berkasDilihat: string;
};
type Kunci = Omit<DokumenDiminta, 'sidik' | 'berkasDilihat'>;
export type HasilDokumen = Kunci &
  (
    | {
        readonly keadaan: string;
        readonly versi: number;
        readonly revisi: number;
        readonly posisi: string;
        readonly berkas: string | null;
      }
    | { readonly galat: GalatBerkode }
  );
export type Sekaligus = {
  readonly idPerintah: string;
  readonly daftar: readonly DokumenDiminta[];
  readonly frasa: Rahasia;
  readonly pelaku: Pelaku;
  readonly alamat: string | null;
};

const kunciDari = ({ pemda, opd, jabatan, tahun }: DokumenDiminta): Kunci => ({ pemda, opd, jabatan, tahun });

/** One sitting: each document on its own, so that what happens to one touches no other. */
export class Penandatanganan {
  constructor(
    private readonly layanan: LayananTandaTangan,
    private readonly pk: TandaTanganPk,
    private readonly galat: (e: unknown) => GalatBerkode,
  ) {}

  /** Refuses a document that is named twice; yields the others one by one, and wipes the passphrase at the end, however it comes. */
  async *jalankan(s: Sekaligus): AsyncGenerator<HasilDokumen> {
    const { pelaku, alamat, frasa } = s;
    const sesi = this.layanan.duduk({ pelaku, alamat, frasa });
    try {
      wajibTunggal(s.daftar);
      for (const d of s.daftar) yield await this.satu(s, d, (dok) => sesi.tandatangani(dok));
    } finally {
      sesi.tutup();
    }
  }

  private async satu(
    { idPerintah, pelaku }: Sekaligus,
    d: DokumenDiminta,
    tandatangani: ReturnType<LayananTandaTangan['duduk']>['tandatangani'],
  ): Promise<HasilDokumen> {
    const k = kunciDari(d);
    try {
      const { sidik, berkasDilihat } = d;
      const masukan = { idPerintah, ...k, sidik, berkasDilihat };
      const surat = amplop('tandatanganiBerkas', masukan, pelaku);
      const dok = this.pk.dokumen({ kunci: k, sidik, berkasDilihat }, pelaku, surat);
      const { letak, revisi, state } = await tandatangani(dok);
      const v = state.versi.at(-1) ?? tolak('PK_BELUM_DIAJUKAN');
      const berkas = v.penandatangan.at(-1)?.bukti?.berkasHasil ?? null;
      return { ...k, keadaan: v.status, versi: v.naskah.versi, revisi, posisi: String(letak), berkas };
    } catch (e) {
      return { ...k, galat: this.galat(e) };
    }
  }
}

const wajibTunggal = (daftar: readonly DokumenDiminta[]): void => {
  const semua = daftar.map((d) => JSON.stringify(kunciDari(d)));
  if (new Set(semua).size < semua.length)
    tolak('MASUKAN_TIDAK_SAH', { jalur: 'daftar', salah: 'dokumen disebut dua kali' });
};
