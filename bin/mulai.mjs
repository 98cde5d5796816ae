import './pastikan-dist.mjs';

process.env.NODE_ENV ??= 'production'; // before Apollo and Express read it; no shell syntax, so that Windows can start too
await import('../dist/main.js');
