import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Layanan = {
  readonly image: string;
  readonly build?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly mem_limit?: string;
  readonly network_mode?: string;
  readonly networks?: readonly string[] | Readonly<Record<string, { aliases?: readonly string[] }>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { test: readonly string[] };
  readonly entrypoint?: readonly string[];
};

export type Compose = {
  readonly services: Readonly<Record<string, Layanan>>;
  readonly networks: Readonly<Record<string, { internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, null>>;
};

export const bacaCompose = (jalur: string): Compose =>
  parse(readFileSync(jalur, 'utf8'), { merge: true }) as Compose;

/** A value as Compose gives it to a container; a variable without default is answered by `isi`. */
export const sisipkan = (nilai: string, isi: (variabel: string) => string): string =>
  nilai.replace(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (semua, variabel: string, tanda?: string, bawaan?: string) => {
      if (semua === '$$') return '$';
      return tanda === '-' ? (bawaan ?? '') : isi(variabel);
    },
  );

export const jaringan = ({ networks = [] }: Layanan): string[] =>
  Array.isArray(networks) ? [...networks] : Object.keys(networks);
