/** What graphql-js says of a request, by its beginning or middle; the groups are the names that it gives. */
const PESAN: readonly (readonly [RegExp, (...nama: readonly string[]) => string])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    (isian, jenis) => `isian "${isian}" tidak ada pada ${jenis}`,
  ],
  [
    /^Unknown argument "(.+?)" on field "(.+?)"/,
    (arg, isian) => `argumen "${arg}" tidak dikenal pada ${isian}`,
  ],
  [/^Argument "(.+?)" of required type ".+?" was not provided/, (arg) => `argumen "${arg}" wajib diisi`],
  [
    /^Field "(.+?)" argument "(.+?)" of type ".+?" is required, but it was not provided/,
    (isian, arg) => `argumen "${arg}" wajib diisi pada ${isian}`,
  ],
  [
    /Field "(?:\w+\.)?(\w+)" of required type ".+?" was not provided/,
    (isian) => `isian "${isian}" wajib diisi`,
  ],
  [
    /Field "(.+?)" is not defined by type "(.+?)"/,
    (isian, jenis) => `isian "${isian}" tidak dikenal pada ${jenis}`,
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    (isian, jenis) => `isian "${isian}" harus disertai isian di dalamnya (${jenis})`,
  ],
  [
    /^Field "(.+?)" must not have a selection since type/,
    (isian) => `isian "${isian}" tidak mempunyai isian di dalamnya`,
  ],
  [
    /^Variable "(\$.+?)" of (?:required|non-null) type ".+?" (?:was not provided|must not be null)/,
    (variabel) => `variabel ${variabel} wajib diisi`,
  ],
  [
    /^Variable "(\$.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    (variabel, ada, minta) => `variabel ${variabel} berjenis ${ada}, sedangkan yang diminta ${minta}`,
  ],
  [/^Variable "(\$.+?)" is not defined/, (variabel) => `variabel ${variabel} belum dinyatakan`],
  [/^Variable "(\$.+?)" is never used/, (variabel) => `variabel ${variabel} tidak dipakai`],
  [/Value "(.+?)" does not exist in "(.+?)" enum/, (nilai, jenis) => `"${nilai}" bukan pilihan ${jenis}`],
  [
    /Enum "(.+?)" cannot represent (?:non-\w+ )?value: (.+?)\.?$/,
    (jenis, nilai) => `${nilai} bukan pilihan ${jenis}`,
  ],
  [
    /(?:String|ID) cannot represent (?:a )?non[- ]\w+ value: (.+?)\.?$/,
    (nilai) => `${nilai} harus berupa teks`,
  ],
  [
    /Int cannot represent non[- ](?:integer|32-bit signed integer) value: (.+?)\.?$/,
    (nilai) => `${nilai} harus bilangan bulat`,
  ],
  [/Boolean cannot represent a non boolean value: (.+?)\.?$/, (nilai) => `${nilai} harus true atau false`],
  [
    /Expected (?:value of )?(?:non-nullable )?type "(.+?)",? (?:found null|not to be null)/,
    (jenis) => `${jenis} tidak boleh kosong`,
  ],
  [/Expected type "(.+?)" to be an object/, (jenis) => `${jenis} harus berupa objek`],
  [/^Unknown type "(.+?)"/, (jenis) => `jenis "${jenis}" tidak dikenal`],
  [/^Syntax Error: /, () => 'tulisan permintaannya tidak lengkap atau salah tanda baca'],
];

const TERPANJANG = 120;

/** The same in Indonesian, with the name of what is wrong; undefined for what is said too rarely to stand here. */
export const terjemahan = (pesan: string): string | undefined => {
  for (const [bentuk, kata] of PESAN) {
    const cocok = bentuk.exec(pesan);
    if (cocok !== null) return kata(...cocok.slice(1).map((nama) => nama.slice(0, TERPANJANG)));
  }
  return undefined;
};
