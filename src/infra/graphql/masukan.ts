import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Penolakan } from '../../kernel/penolakan.js';

/** What class-validator's rules are called, said to people. */
const SEBAB: Readonly<Record<string, string>> = {
  whitelistValidation: 'tidak dikenal',
  isUuid: 'harus berupa UUID',
  isInt: 'harus bilangan bulat',
  isString: 'harus berupa teks',
  isBoolean: 'harus benar atau salah',
  isArray: 'harus berupa daftar',
  isObject: 'harus berupa objek',
  isNotEmpty: 'tidak boleh kosong',
  isDefined: 'wajib diisi',
  min: 'terlalu kecil',
  max: 'terlalu besar',
  minLength: 'terlalu pendek',
  maxLength: 'terlalu panjang',
  isLength: 'panjangnya tidak sesuai',
  arrayMaxSize: 'terlalu banyak',
  arrayMinSize: 'terlalu sedikit',
  arrayNotEmpty: 'tidak boleh kosong',
  isIn: 'bukan salah satu pilihan',
  isEnum: 'bukan salah satu pilihan',
  matches: 'tidak sesuai bentuknya',
  nestedValidation: 'tidak sesuai bentuknya',
};

type Isian = { jalur: string; sebab: string; pilihan?: readonly string[] };

// The rule's own sentence is the only place where class-validator hands its values out.
const DAFTAR = /one of the following values: (.+)$/s;
const pilihanDari = (pesan: string): readonly string[] | undefined => DAFTAR.exec(pesan)?.[1]?.split(/,\s*/);

const ratakan = (salah: readonly ValidationError[], induk: string): Isian[] =>
  salah.flatMap(({ property, constraints, children }) => {
    const jalur = induk === '' ? property : `${induk}.${property}`;
    const sendiri = Object.entries(constraints ?? {}).map(([aturan, pesan]): Isian => {
      const pilihan = pilihanDari(pesan);
      return { jalur, sebab: SEBAB[aturan] ?? 'tidak sesuai', ...(pilihan !== undefined && { pilihan }) };
    });
    return [...sendiri, ...ratakan(children ?? [], jalur)];
  });

/** Every input is checked against its class: what the class does not name is refused, not dropped. Answers MASUKAN_TIDAK_SAH with the paths. */
export const pipaMasukan = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (salah) => {
      const isian = ratakan(salah, '').slice(0, 20);
      return new Penolakan('MASUKAN_TIDAK_SAH', { ...isian[0], isian });
    },
  });
