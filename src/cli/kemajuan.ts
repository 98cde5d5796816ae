import type { SingleBar } from 'cli-progress';

type Layar = {
  readonly maju: (tahap: string, selesai: number, dari: number) => void;
  readonly selesai: () => void;
};

const TERASA = 1_000; // ms: what is over sooner needs no bar
const SELANG = 2_000; // ms between two plain lines

/** A bar on a terminal. The package is loaded when the first one is drawn. */
const palang = (): Layar => {
  let bar: SingleBar | undefined;
  return {
    maju: (tahap, selesai, dari) => {
      if (bar === undefined) {
        const { Presets, SingleBar: Bar } = require('cli-progress') as typeof import('cli-progress');
        bar = new Bar(
          { format: '{tahap} {bar} {percentage}% | {value}/{total}', stream: process.stderr },
          Presets.shades_classic,
        );
        bar.start(dari, selesai, { tahap });
      }
      bar.setTotal(dari);
      bar.update(selesai, { tahap });
    },
    selesai: () => bar?.stop(),
  };
};

const garis = (): Layar => {
  let terakhir = Number.NEGATIVE_INFINITY;
  return {
    maju: (tahap, selesai, dari) => {
      if (performance.now() - terakhir < SELANG) return;
      terakhir = performance.now();
      process.stderr.write(`${tahap}: ${selesai} dari ${dari}\n`);
    },
    selesai: () => undefined,
  };
};

/** Tells how far a long work is, on standard error: a bar on a terminal, now and then a line elsewhere. */
export const kemajuan = (): Layar => {
  const mulai = performance.now();
  const layar = process.stderr.isTTY ? palang() : garis();
  return {
    maju: (tahap, selesai, dari) => {
      if (performance.now() - mulai >= TERASA) layar.maju(tahap, selesai, dari);
    },
    selesai: layar.selesai,
  };
};
