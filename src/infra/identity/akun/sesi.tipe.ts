import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** Lengths here only bound the work; the rules are in aturan-sandi.ts. A password's own limit counts bytes. */
const SANDI = 200_000;
const TEKS = 200;

export class MasukIsian {
  @IsString()
  @MaxLength(TEKS)
  namaPengguna: string;

  @IsString()
  @MaxLength(SANDI)
  sandi: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEKS)
  kode?: string;
}

export class BuktiIsian {
  @IsString()
  @MaxLength(SANDI)
  sandi: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEKS)
  kode?: string;
}

export class SandiIsian {
  @IsString()
  @MaxLength(SANDI)
  lama: string;

  @IsString()
  @MaxLength(SANDI)
  baru: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEKS)
  kode?: string;
}

export class OidcIsian {
  @IsIn(['tautkan', 'bukti'])
  tujuan: 'tautkan' | 'bukti';
}

export class JabatanIsian {
  @IsString()
  @MaxLength(TEKS)
  jabatan: string;
}

export class KodeIsian {
  @IsString()
  @MaxLength(TEKS)
  kode: string;
}

export class TautanIsian {
  @IsString()
  @Length(20, TEKS)
  rahasia: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEKS)
  namaPengguna?: string;

  @IsString()
  @MaxLength(SANDI)
  sandi: string;
}
