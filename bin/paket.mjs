// Puts each program of dist/ and everything it loads into one file of paket/: a start opens three files instead of
// 2,500, which is a third of its time (docs/adr/0011). Usage: node bin/paket.mjs [compiled sources] [folder]
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { PROGRAM } from './program.mjs';

const [, , dari = 'dist', ke = 'paket'] = process.argv;
const sementara = mkdtempSync(`${ke}-baru-`); // beside it, so that a file moves in whole: a server may be running

/** What Nest, Apollo and ws load only where it is installed, and where we do not install it. */
const TIDAK_DIPASANG = [
  '@apollo/gateway',
  '@apollo/subgraph',
  '@as-integrations/fastify',
  '@nestjs/microservices',
  '@nestjs/websockets',
  'bufferutil',
  'class-transformer/storage',
  'file-type',
  'ts-morph',
  'utf-8-validate',
];

/**
 * The clients of a cluster, loaded from node_modules where one is used: with everything below them they would be three
 * fifths of what the command line and the views' thread read at every start.
 */
const HANYA_KLUSTER = ['@eventstore/db-client', 'pg'];

/** Likewise loaded only where traces are sent. Not `@opentelemetry/api`: prom-client asks for it at every start. */
const HANYA_LACAK = [
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace',
];

/** Likewise loaded only where a spreadsheet is written; what reads them is small and has a thread of its own. */
const HANYA_LEMBAR_KERJA = ['hucre/xlsx'];

/** Likewise loaded only where mail is sent. */
const HANYA_SUREL = ['nodemailer/lib/mail-composer', 'nodemailer/lib/smtp-connection'];

/** Likewise loaded only where a PDF is made: a native program of 52 MB. */
const HANYA_CETAK = ['@myriaddreamin/typst-ts-node-compiler'];

/** Likewise loaded only where something is signed or a signature is checked. */
const HANYA_TANDA_TANGAN = ['asn1js', 'pkijs'];

/** Likewise loaded only where a provider vouches for people. */
const HANYA_OIDC = ['openid-client'];

await build({
  entryPoints: Object.entries(PROGRAM).map(([out, berkas]) => ({ in: join(dari, berkas), out })),
  outdir: sementara,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  external: [
    ...TIDAK_DIPASANG,
    ...HANYA_KLUSTER,
    ...HANYA_LACAK,
    ...HANYA_LEMBAR_KERJA,
    ...HANYA_SUREL,
    ...HANYA_CETAK,
    ...HANYA_TANDA_TANGAN,
    ...HANYA_OIDC,
  ],
  keepNames: true, // names of classes are names in the GraphQL schema and in Nest's errors
  sourcemap: true,
  sourcesContent: false,
  // Nest's packages are ES modules and ask where they are; in a CommonJS file that has to be said.
  banner: { js: "const berkasIni = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'berkasIni' },
  logLevel: 'warning',
});

/** What the explorer's page loads (src/infra/graphql/jelajah.controller.ts). */
const JELAJAH = [
  'react/umd/react.production.min.js',
  'react-dom/umd/react-dom.production.min.js',
  'graphiql/graphiql.min.js',
  'graphiql/graphiql.min.css',
];

mkdirSync(join(ke, 'jelajah'), { recursive: true });
for (const berkas of JELAJAH)
  copyFileSync(join('node_modules', berkas), join(ke, 'jelajah', basename(berkas)));
/** What PDFs are set from, templates and fonts (src/infra/documents/pk/typst.pencetak.ts): no sources in a container. */
const CETAK = /\.(typ|otf|txt)$/;
cpSync('src/infra/documents', join(ke, 'cetak'), {
  recursive: true,
  filter: (dari) => statSync(dari).isDirectory() || CETAK.test(dari),
});

for (const berkas of readdirSync(sementara)) renameSync(join(sementara, berkas), join(ke, berkas));
rmSync(sementara, { recursive: true });
