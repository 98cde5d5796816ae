import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { buatFolderData } from './folder-data.js';

describe('buatFolderData', () => {
  const akar = mkdtempSync(join(tmpdir(), 'amanah-folder-'));
  afterAll(() => rmSync(akar, { recursive: true }));

  it('membuat folder beserta induknya, hanya untuk pemiliknya, dan boleh diulang', () => {
    const folder = join(akar, 'a', 'b');
    buatFolderData(folder);
    buatFolderData(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.each(['/proc/amanah', '/proc/amanah/data'])('menolak folder yang tidak dapat dibuat: %s', (folder) => {
    if (process.platform === 'linux') expect(() => buatFolderData(folder)).toThrow(TokoTidakTersedia);
  });

  it('menolak berkas biasa di tempat folder', () => {
    writeFileSync(join(akar, 'berkas'), '');
    expect(() => buatFolderData(join(akar, 'berkas'))).toThrow(TokoTidakTersedia);
  });
});
