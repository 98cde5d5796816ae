import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { Command, Query } from '@nestjs/cqrs';

import { RUANG } from '../src/app.module.js';

// Nest's own names for what its decorators write; the package does not export them.
const COMMAND_HANDLER_METADATA = '__commandHandler__';
const QUERY_HANDLER_METADATA = '__queryHandler__';

type Kelas = new (...args: never[]) => unknown;

const SUMBER = join(__dirname, '../src');
const BERKAS = readdirSync(SUMBER, { recursive: true, encoding: 'utf8' }).filter((b) =>
  b.endsWith('.handler.ts'),
);
const KELAS = BERKAS.flatMap((b) => Object.values(require(join(SUMBER, b)) as object)).filter(
  (k): k is Kelas => typeof k === 'function',
);
const pesanDari = (k: Kelas): Kelas | undefined =>
  Reflect.getMetadata(COMMAND_HANDLER_METADATA, k) ?? Reflect.getMetadata(QUERY_HANDLER_METADATA, k);
const PESAN = KELAS.filter((k) => k.prototype instanceof Command || k.prototype instanceof Query);

it('setiap dokumen punya berkas handler', () => expect(BERKAS.length).toBeGreaterThan(10));

it('setiap kelas pesan punya tepat satu handler', () => {
  const handler = (pesan: Kelas): string[] => KELAS.filter((k) => pesanDari(k) === pesan).map((k) => k.name);
  const salah = PESAN.map((p) => [p.name, handler(p)] as const).filter(([, h]) => h.length !== 1);
  expect(salah).toEqual([]);
});

it('setiap handler terdaftar sekali di modul ruangnya', () => {
  const penyedia = RUANG.flatMap((m) => Reflect.getMetadata(MODULE_METADATA.PROVIDERS, m) as unknown[]);
  const salah = KELAS.filter((k) => pesanDari(k) !== undefined)
    .map((k) => [k.name, penyedia.filter((p) => p === k).length] as const)
    .filter(([, n]) => n !== 1);
  expect(salah).toEqual([]);
});
