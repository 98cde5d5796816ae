/** Knows the names of a pemda's persons, so that none gets into the log, where it would stay for ever. */
export abstract class PenjagaNama {
  /** A question that needs no waiting, good for one command: whether a text holds the full name of a known person. */
  abstract untuk(pemda: string): Promise<(teks: string) => boolean>;
}
