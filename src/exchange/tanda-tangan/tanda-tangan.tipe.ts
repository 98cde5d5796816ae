import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const SIDIK = /^[0-9a-f]{64}$/;
const TEKS = 200;
/** Only bounds the work; how long a passphrase may be is told with its own code. */
const FRASA = 200_000;
export const SEKALI_DUDUK = 60; // documents

export class DokumenIsian {
  @IsString()
  @MaxLength(TEKS)
  pemda: string;

  @IsString()
  @MaxLength(TEKS)
  opd: string;

  @IsString()
  @MaxLength(TEKS)
  jabatan: string;

  @IsInt()
  @Min(2000)
  @Max(2100)
  tahun: number;
}

export class DokumenTtdIsian extends DokumenIsian {
  @Matches(SIDIK)
  sidik: string;

  @Matches(SIDIK)
  berkasDilihat: string;
}

export class TandaTanganIsian {
  @IsUUID()
  idPerintah: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SEKALI_DUDUK)
  @ValidateNested({ each: true })
  @Type(() => DokumenTtdIsian)
  daftar: DokumenTtdIsian[];

  @IsString()
  @MaxLength(FRASA)
  frasa: string;
}

export class KepastianIsian extends DokumenIsian {
  @IsUUID()
  idPerintah: string;

  @IsUUID()
  idPermintaan: string;

  @IsString()
  @MaxLength(2_000)
  alasan: string;

  /** The PDF that was found at the provider; left out: there is none. */
  @IsOptional()
  @IsBase64()
  berkas?: string;
}
