export const ALAMAT_BASIS_DATA = 'harus alamat PostgreSQL: postgres://pengguna:sandi@host:port/basis-data';

export const alamatBasisDataSah = (alamat: unknown): boolean =>
  typeof alamat === 'string' && /^postgres(ql)?:\/\//.test(alamat) && URL.canParse(alamat);
