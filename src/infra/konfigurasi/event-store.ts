export const ALAMAT_EVENT_STORE =
  'harus alamat EventStoreDB: esdb://host:port?tls=… atau esdb+discover://host:port?tls=…';

/** Several hosts may stand in it, so it is no URL as the standard has them. */
export const alamatEventStoreSah = (alamat: unknown): boolean =>
  typeof alamat === 'string' && /^esdb(\+discover)?:\/\/[^/?\s]+(:\d+)?(\/?\?[^\s]*)?$/.test(alamat);
