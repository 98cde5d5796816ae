import { Inject } from '@nestjs/common';
import { Args, Field, ObjectType, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { tolak } from '../../kernel/penolakan.js';
import { Pemantau } from '../../projections/runtime/pemantau.js';
import type { Kabar } from '../../projections/runtime/runner.js';
import { PelakuKini } from './perintah.js';

@ObjectType({ description: 'Sampai di mana sebuah tampilan sudah membaca log.' })
export class TampilanMaju {
  @Field(() => String, { description: 'Nama tampilan, misalnya "riwayat".' })
  tampilan: string;

  @Field(() => String, { description: 'Posisi peristiwa terakhir yang sudah termuat; "-1" bila belum ada.' })
  posisi: string;

  @Field(() => String, {
    description: '"berjalan", "berhenti", "menunggu versi baru", atau "dibangun ulang".',
  })
  status: string;
}

/**
 * The newest news of each view, as it comes. What nobody has taken yet is replaced by what is newer, so a slow reader
 * costs one entry a view. Not a generator: `return` of one that waits would wait with it, and never let go.
 */
class AliranKabar implements AsyncIterableIterator<Kabar> {
  private readonly menunggu = new Map<string, Kabar>();
  private readonly lepas: () => void;
  private bel = Promise.withResolvers<void>();
  private selesai = false;

  constructor(pemantau: Pemantau, nama: ReadonlySet<string>) {
    this.lepas = pemantau.onMaju((kabar) => {
      if (!nama.has(kabar.tampilan)) return;
      this.menunggu.set(kabar.tampilan, kabar);
      this.bel.resolve();
    });
  }

  async next(): Promise<IteratorResult<Kabar, undefined>> {
    while (!this.selesai) {
      const [kabar] = this.menunggu.values();
      if (kabar !== undefined) {
        this.menunggu.delete(kabar.tampilan);
        return { done: false, value: kabar };
      }
      await this.bel.promise;
      this.bel = Promise.withResolvers();
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Kabar, undefined>> {
    this.lepas();
    this.selesai = true;
    this.bel.resolve();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const sebagaiTipe = ({ tampilan, posisi, status }: Kabar): TampilanMaju => ({
  tampilan,
  posisi: String(posisi),
  status,
});

@Resolver()
export class TampilanMajuResolver {
  constructor(@Inject(Pemantau) private readonly pemantau: Pemantau) {}

  @Query(() => [TampilanMaju], { description: 'Semua tampilan dan posisinya sekarang.' })
  tampilan(@PelakuKini() pelaku: Pelaku): readonly TampilanMaju[] {
    wajibBoleh(pelaku, 'kinerja.baca', pelaku.pemda, null);
    return this.pemantau.status().map(sebagaiTipe);
  }

  @Subscription(() => TampilanMaju, {
    description:
      'Memberi tahu setiap kali salah satu tampilan ini maju, agar halaman yang terbuka memuat ulang isinya.',
    resolve: sebagaiTipe,
  })
  tampilanMaju(
    @PelakuKini() pelaku: Pelaku,
    @Args('tampilan', { type: () => [String], description: 'Nama tampilan yang diikuti.' })
    tampilan: string[],
  ): AsyncIterableIterator<Kabar> {
    wajibBoleh(pelaku, 'kinerja.baca', pelaku.pemda, null);
    const ada = new Set(this.pemantau.status().map((k) => k.tampilan));
    const asing = tampilan.find((nama) => !ada.has(nama));
    if (asing !== undefined) tolak('TIDAK_DITEMUKAN', { tampilan: asing.slice(0, 60) });
    return new AliranKabar(this.pemantau, new Set(tampilan));
  }
}
