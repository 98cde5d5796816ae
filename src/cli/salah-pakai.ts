/** The command line was not used as it is described; the message says what is wrong. Exit status 2. */
export class SalahPakai extends Error {
  override readonly name = 'SalahPakai';
}

/** What a verb answers: one JSON document, or a text for people, and the exit status: 1 refused, 3 the log is damaged. */
export type Keluaran = {
  readonly json: unknown;
  readonly teks: () => string;
  readonly status: 0 | 1 | 3;
};
