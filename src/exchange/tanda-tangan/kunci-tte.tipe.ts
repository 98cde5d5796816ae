import { IsString, MaxLength } from 'class-validator';

/** Only bounds the work; how long a passphrase may be is told with its own code. */
const FRASA = 200_000;

export class KunciTteIsian {
  @IsString()
  @MaxLength(FRASA)
  frasa: string;

  @IsString()
  @MaxLength(FRASA)
  ulangi: string;
}

export class FrasaTteIsian extends KunciTteIsian {
  @IsString()
  @MaxLength(FRASA)
  lama: string;
}
