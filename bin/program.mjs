/**
 * The programs of Amanah: the name of each bundle and the compiled file it begins with. Threads keep the names of their
 * files, since they are looked for beside the program that starts them.
 */
export const PROGRAM = {
  main: 'main.js',
  amanah: 'cli/main.js',
  worker: 'projections/runtime/worker.js',
  'penulis.worker': 'infra/event-store/penulis.worker.js',
  'pembaca.worker': 'infra/documents/pembaca.worker.js',
};
