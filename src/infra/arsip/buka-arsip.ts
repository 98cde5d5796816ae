import { join } from 'node:path';
import type { Arsip } from '../../kernel/arsip.js';
import type { BasisIdentitas } from '../identity/basis-identitas.js';
import { BasisArsip } from './basis.arsip.js';
import { FolderArsip } from './folder.arsip.js';

const FOLDER_ARSIP = 'arsip'; // in the data folder

/** The archive of an installation: beside the log at a desk, in the shared database of a cluster. */
export const bukaArsip = (folder: string, identitas: BasisIdentitas): Arsip =>
  identitas.bersama ? new BasisArsip(identitas) : new FolderArsip(join(folder, FOLDER_ARSIP));
