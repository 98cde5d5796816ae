import { AKAR } from '../../akar.js';
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { RUANG } from '../../app.module.js';
import { KeamananResolver } from '../identity/keamanan.resolver.js';
import { OPSI_SKEMA } from './opsi.js';
import { TampilanMajuResolver } from './tampilan-maju.resolver.js';

const KEPALA = '# Dihasilkan oleh `npm run schema` dari kelas-kelas di src. Jangan diubah dengan tangan.\n\n';

const penyedia = (modul: Type): Type[] =>
  ((Reflect.getMetadata(MODULE_METADATA.PROVIDERS, modul) ?? []) as unknown[]).filter(
    (p): p is Type => typeof p === 'function',
  );

/** The schema as SDL, made from the classes alone: no server, no store. */
export const skema = async (): Promise<string> => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const schema = await app
      .get(GraphQLSchemaFactory)
      .create([TampilanMajuResolver, KeamananResolver, ...RUANG.flatMap(penyedia)], OPSI_SKEMA);
    return `${KEPALA}${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
};

const utama = async (): Promise<void> => {
  writeFileSync(join(AKAR, 'schema.gql'), await skema());
};

if (require.main === module) void utama();
