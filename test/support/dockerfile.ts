import { readFileSync } from 'node:fs';

export type Perintah = { readonly nama: string; readonly isi: string };

/** A Dockerfile's instructions, stage by stage; what stands before the first FROM is in none. Heredocs are not known. */
export const bacaDockerfile = (jalur: string): { arg: ReadonlyMap<string, string>; tahap: Perintah[][] } => {
  const teks = readFileSync(jalur, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ');
  const arg = new Map<string, string>();
  const tahap: Perintah[][] = [];
  for (const [, nama = '', isi = ''] of teks.matchAll(/^([A-Z]+)\s+(.+)$/gm)) {
    if (nama === 'FROM') tahap.push([]);
    const kini = tahap.at(-1);
    if (kini !== undefined) kini.push({ nama, isi: isi.trim() });
    else if (nama === 'ARG') arg.set(isi.split('=')[0] ?? '', isi.split('=')[1] ?? '');
  }
  return { arg, tahap };
};

/** What an instruction that a stage has once says. */
export const satu = (tahap: readonly Perintah[], nama: string): string => {
  const [pertama, ...lain] = tahap.filter((p) => p.nama === nama);
  if (pertama === undefined || lain.length > 0) throw new Error(`${nama} harus ada tepat sekali`);
  return pertama.isi;
};

/** An instruction in exec form: no shell stands between the engine and the program. */
export const bentukExec = (isi: string): string[] => JSON.parse(isi.slice(isi.indexOf('['))) as string[];

/** The sources and the target of a COPY, and the stage it copies from. */
export const salinan = (isi: string): { dari: string | undefined; sumber: string[]; tujuan: string } => {
  const kata = isi.split(/\s+/);
  const dari = kata[0]?.startsWith('--from=') ? kata.shift()?.slice('--from='.length) : undefined;
  return { dari, sumber: kata.slice(0, -1), tujuan: kata.at(-1) ?? '' };
};
