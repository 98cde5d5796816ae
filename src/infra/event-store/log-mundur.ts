import { TokoTidakTersedia } from '../../kernel/event-store.js';

/** The log is shorter than one that was served from this folder, or says something else: most likely an old copy. */
export class LogMundur extends TokoTidakTersedia {
  constructor(sebab: string) {
    super(
      `${sebab}. Barangkali cadangan lama dipasang di sini. Pulihkan cadangan yang lebih baru, atau terima log ini dengan alasan yang dicatat: npm run amanah -- pulihkan --terima "ALASAN"`,
    );
    this.name = 'LogMundur';
  }
}
