/** To whom a mail goes: `nama` stands in its greeting and nowhere else. */
export type Alamat = { readonly nama: string; readonly surel: string };

/** Where mail addresses are looked up, at the moment of sending: they are never stored with a mail. */
export abstract class AlamatSurel {
  /** Of these subjects on that day ('YYYY-MM-DD'); who has none is not in the map. */
  abstract cari(subjek: readonly string[], pada: string): Promise<ReadonlyMap<string, Alamat>>;
}

/** Where nobody's address is known: nothing is sent. */
export const TANPA_ALAMAT: AlamatSurel = { cari: async () => new Map() };
