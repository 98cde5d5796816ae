import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tolak } from '../../kernel/penolakan.js';
import { Metrik } from './metrik.js';

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** For a Prometheus on this machine, without a token, as health: it says how much was done, never what. */
@Controller()
export class MetrikController {
  constructor(@Inject(Metrik) private readonly metrik: Metrik) {}

  /** Whatever address the server listens on, nobody else is told that this exists. */
  @Get('metrics')
  async metrics(@Req() req: Request, @Res() res: Response): Promise<void> {
    if (!LOOPBACK.test(req.socket.remoteAddress ?? '')) return tolak('TIDAK_DITEMUKAN');
    res.setHeader('Content-Type', this.metrik.contentType);
    res.end(await this.metrik.teks());
  }
}
