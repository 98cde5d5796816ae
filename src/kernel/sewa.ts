/**
 * Which of several instances folds a view. A lease only saves work: where two believe to hold it, compare-and-set in the
 * view store decides, and each event is still applied once.
 */
export type Sewa = {
  /** True: the view is ours for a while. Asked for again and again; cheap where nothing changed. */
  readonly pegang: (nama: string) => Promise<boolean>;
  /** Gives it up, so that another need not wait for its end. */
  readonly lepas: (nama: string) => Promise<void>;
};

/** Where one instance works alone. */
export const SEWA_BEBAS: Sewa = { pegang: async () => true, lepas: async () => undefined };
