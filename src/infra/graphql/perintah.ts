import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Field, GqlExecutionContext, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import type { Pelaku } from '../../approval/wewenang.js';
import type { Amplop } from '../../kernel/execute.js';
import { kanonik, sha256Hex } from '../../kernel/sidik.js';
import { pelakuWajib } from '../identity/akun/pengenal.js';
import type { KonteksGraphql } from './konteks.js';

/** What every mutation takes. */
@InputType({ isAbstract: true })
export abstract class MasukanBernomor {
  @Field(() => ID, {
    description:
      'UUID yang dibuat klien untuk perintah ini. Mengirim ulang perintah yang sama dengan idPerintah yang sama tidak mengubah apa pun dan mendapat jawaban yang sama, bila perintah itu sudah mengubah sesuatu. Perintah yang dahulu tidak mengubah apa pun (isinya sudah berlaku) tidak dicatat, dan diputuskan lagi atas keadaan sekarang; sertakan revisi bila itu tidak dikehendaki.',
  })
  @IsUUID()
  idPerintah: string;
}

/** What every mutation of one document takes besides the document's own words. */
@InputType({ isAbstract: true })
export abstract class MasukanPerintah extends MasukanBernomor {
  @Field(() => Int, {
    nullable: true,
    description:
      'Revisi dokumen yang dilihat pengguna (-1: belum ada). Bila dokumen sudah berubah sejak itu, jawabannya KONFLIK_REVISI. Tanpa revisi, perintah dijalankan atas keadaan terakhir.',
  })
  @IsOptional()
  @IsInt()
  @Min(-1)
  revisi?: number;
}

/** What every mutation answers besides the document. */
@ObjectType({ isAbstract: true })
export abstract class HasilPerintah {
  @Field(() => String, {
    description:
      'Tempat perintah ini di log, hanya untuk setelahPosisi: kueri berikutnya pasti memuat perubahan ini. Di ukuran kluster bukan posisi peristiwanya.',
  })
  posisi: string;

  @Field(() => Int, { description: 'Revisi dokumen setelah perintah ini.' })
  revisi: number;
}

/** The Pelaku of the request, over HTTP and WebSocket. Refuses with TANPA_TOKEN, JABATAN_BELUM_DIPILIH and TANPA_JABATAN. */
export const PelakuKini = createParamDecorator(
  (_: unknown, context: ExecutionContext): Pelaku =>
    pelakuWajib(GqlExecutionContext.create(context).getContext<KonteksGraphql>()),
);

/**
 * The envelope of a command. Its fingerprint covers which mutation was asked, every word of it and who asked in which office;
 * not `idPerintah`, and not `revisi`: which page was open says nothing of what was asked, and a repeat from a reloaded page is still a repeat.
 */
export const amplop = (
  namaMutasi: string,
  masukan: MasukanBernomor & { readonly revisi?: number },
  pelaku: Pelaku,
): Amplop => {
  const { idPerintah, revisi, ...isi } = masukan;
  const { akun, pejabat } = pelaku;
  // Through JSON first: inputs are class instances whose unset fields may stand as undefined.
  const polos: unknown = JSON.parse(
    JSON.stringify({ mutasi: namaMutasi, isi, akun, jabatan: pejabat.jabatan }),
  );
  // A UUID is the same in capitals (RFC 9562, 4).
  return {
    idPerintah: idPerintah.toLowerCase(),
    sidikMasukan: sha256Hex(kanonik(polos)),
    actor: akun,
    revisi: revisi ?? undefined,
  };
};
