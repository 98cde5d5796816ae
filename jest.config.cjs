const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2024',
    keepClassNames: true,
  },
  module: { type: 'commonjs', ignoreDynamic: true },
};
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['js', 'cjs', 'json', 'ts'],
  // Sources import './x.js', as Node will see them after the build.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};
module.exports = {
  maxWorkers: 2,
  coverageProvider: 'v8',
  testTimeout: 30_000,
  projects: [
    { ...base, displayName: 'aturan', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...base, displayName: 'kontrak', testMatch: ['<rootDir>/test/contract/**/*.spec.ts'] },
    { ...base, displayName: 'penjaga', testMatch: ['<rootDir>/test/*.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/{e2e,attack}/**/*.spec.ts'] },
    { ...base, displayName: 'model', testMatch: ['<rootDir>/test/model/**/*.spec.ts'] },
    // Kill cycles: run by .ci/run, never by `npm test`.
    ...(process.env.AMANAH_CRASH
      ? [{ ...base, displayName: 'crash', testMatch: ['<rootDir>/test/crash/**/*.spec.ts'] }]
      : []),
  ],
};
