import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { TokoTidakTersedia } from '../../kernel/event-store.js';

const buat = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const induk = dirname(folder);
  if (induk !== folder) buat(induk);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (e) {
    // Another process may have been first.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw e;
  }
};

/**
 * Makes the data folder where it is not there, for its owner alone. TokoTidakTersedia when it cannot be made. Step by
 * step, since mkdir's own `recursive` never ends where the system refuses every child, as below /proc.
 */
export const buatFolderData = (folder: string): void => {
  try {
    buat(folder);
  } catch (e) {
    const sebab = e instanceof Error && 'code' in e ? ` (${String(e.code)})` : '';
    throw new TokoTidakTersedia(`Folder data ${folder} tidak dapat dibuat${sebab}.`, e);
  }
};
