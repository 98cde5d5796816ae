import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pengenal } from '../../infra/identity/akun/pengenal.js';
import { EventStore } from '../../kernel/event-store.js';
import { wajibBolehBaca } from '../../projections/saat.js';
import { type Isian, wajib } from '../parameter.js';
import { sopHtml } from './sop.html.js';
import { dokumenBerrute, sopDari } from './sop.js';

/** A route as a sheet to print, for whoever carries a token. */
@Controller('berkas')
export class SopController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
  ) {}

  @Get('sop')
  async sop(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const pemda = wajib(q, 'pemda');
    wajibBolehBaca(pelaku, pemda, null);
    const lembar = await sopDari(this.store, pemda, dokumenBerrute(wajib(q, 'dokumen')));
    res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.type('html').send(sopHtml(lembar));
  }
}
