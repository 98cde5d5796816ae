import './pastikan-dist.mjs';

await import('../dist/cli/main.js');
