import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Kind, parse } from 'graphql';
import { AKAR } from '../../akar.js';
import { tolak } from '../../kernel/penolakan.js';
import { GAYA_JELAJAH, halamanJelajah, SKRIP_JELAJAH, type Tab } from './jelajah.halaman.js';

const CONTOH = join(AKAR, 'contoh/permintaan.graphql');

/** Nothing but our own files may be loaded or spoken to. GraphiQL's editor writes style attributes; it evaluates no text. */
export const KEBIJAKAN = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const { resolve } = createRequire(join(AKAR, 'package.json')); // the files of packages, which bundling leaves where they are
/** The build puts them beside the bundles (bin/paket.mjs): GraphiQL and React are not packages of the running program. */
const TERSALIN = join(AKAR, 'paket/jelajah');
const sumber = (nama: string, berkas: string): string => {
  const tersalin = join(TERSALIN, basename(berkas));
  return existsSync(tersalin) ? tersalin : join(dirname(resolve(`${nama}/package.json`)), berkas);
};

type Aset = { readonly jenis: string; readonly isi: () => string };
const JS = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const berkas = (jenis: string, ...bagian: string[]): Aset => {
  let isi: string | undefined;
  return { jenis, isi: () => (isi ??= readFileSync(join(...bagian), 'utf8')) };
};

/** What may be asked for under /jelajah/: this list and nothing else of the disk. */
const aset = (): ReadonlyMap<string, Aset> => {
  const ws = dirname(resolve('graphql-ws'));
  const klien = readdirSync(ws).filter((b) => /^(client|common-[\w-]+)\.js$/.test(b));
  return new Map([
    ['halaman.js', { jenis: JS, isi: () => SKRIP_JELAJAH }],
    ['halaman.css', { jenis: CSS, isi: () => GAYA_JELAJAH }],
    ['react.js', berkas(JS, sumber('react', 'umd/react.production.min.js'))],
    ['react-dom.js', berkas(JS, sumber('react-dom', 'umd/react-dom.production.min.js'))],
    ['graphiql.js', berkas(JS, sumber('graphiql', 'graphiql.min.js'))],
    ['graphiql.css', berkas(CSS, sumber('graphiql', 'graphiql.min.css'))],
    ...klien.map((b) => [`graphql-ws/${b}`, berkas(JS, ws, b)] as const),
  ]);
};

/** Each operation of the file with the comment lines above it. */
export const pecahPermintaan = (isi: string): Tab[] => {
  let dari = 0;
  return parse(isi).definitions.flatMap((d) => {
    const sampai = d.loc?.end ?? dari;
    const query = isi.slice(dari, sampai).trim();
    dari = sampai;
    return d.kind === Kind.OPERATION_DEFINITION ? [{ query }] : [];
  });
};

/** GraphiQL, served by ourselves, without a token: it shows nothing until one is typed in. */
@Controller()
export class JelajahController {
  private readonly aset = aset();
  private readonly halaman = halamanJelajah(
    existsSync(CONTOH) ? pecahPermintaan(readFileSync(CONTOH, 'utf8')) : [],
  );

  @Get()
  utama(@Res() res: Response): void {
    res.setHeader('Content-Security-Policy', KEBIJAKAN);
    res.type('text/html; charset=utf-8').send(this.halaman);
  }

  @Get('jelajah/*berkas')
  berkas(@Param('berkas') bagian: string[] | string, @Res() res: Response): void {
    const aset = this.aset.get(Array.isArray(bagian) ? bagian.join('/') : bagian) ?? tolak('TIDAK_DITEMUKAN');
    res.setHeader('Cache-Control', 'private, max-age=3600');
    res.type(aset.jenis).send(aset.isi());
  }
}
