import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { dalamWaktu } from '../../kernel/tenggat.js';
import type { Rakitan } from '../rakitan.js';

const TANYA_MS = 1_000; // the numbers' database may be away; who watches waits 4 s

/** What health is asked of. A class only so that Nest can inject it. */
export class SumberKesehatan {
  /** The program is stopping; what it is still sent it answers. */
  menutup = false;

  constructor(readonly rakitan: Pick<Rakitan, 'store' | 'pemantau' | 'rusak'>) {}
}

/** For whoever watches the process; says nothing of what the log holds, so it asks for no token. */
@Controller()
export class KesehatanController {
  constructor(@Inject(SumberKesehatan) private readonly sumber: SumberKesehatan) {}

  /** 503 when the log takes no events, its numbering or a view has stopped; `bangun-ulang` heals the latter once its cause is repaired. */
  @Get('kesehatan')
  async kesehatan(@Res() res: Response): Promise<void> {
    const { store, pemantau, rusak } = this.sumber.rakitan;
    const log =
      rusak() !== undefined ? 'berhenti' : !store.menerima ? 'tidak menerima' : await penomoran(store);
    const tampilan = pemantau.status().map(({ tampilan: nama, posisi, status, sebab }) => ({
      nama,
      posisi,
      status,
      idPeristiwa: sebab?.idPeristiwa ?? null,
    }));
    const sehat = log === 'berjalan' && tampilan.every(({ status }) => status !== 'berhenti');
    const posisi = await atau(null, store.posisi());
    res.status(sehat ? 200 : 503).json({ status: sehat ? 'sehat' : 'terganggu', posisi, log, tampilan });
  }

  /**
   * 200 when requests are answered and recorded; 503 from the beginning of a stop. Where another instance can answer
   * instead, 503 also until the views are heard of and while another version's rows stand in their place.
   */
  @Get('siap')
  siap(@Res() res: Response): void {
    const { menutup, rakitan } = this.sumber;
    const menjawab = rakitan.store.satuPenulis || rakitan.pemantau.menjawab;
    const siap = menjawab && !menutup && rakitan.rusak() === undefined && rakitan.store.menerima;
    res.status(siap ? 200 : 503).json({ siap });
  }
}

const atau = <T, L>(lain: L, janji: Promise<T>): Promise<T | L> =>
  dalamWaktu<T | L>(janji, TANYA_MS, () => lain).catch(() => lain);

const penomoran = async (store: Rakitan['store']): Promise<'berjalan' | 'penomoran terhenti'> => {
  const kabar = await atau({ sebab: 'tidak menjawab' }, store.penomoran());
  return kabar?.sebab === undefined ? 'berjalan' : 'penomoran terhenti';
};
