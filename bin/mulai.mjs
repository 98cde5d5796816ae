import { muat } from './muat.mjs';

process.env.NODE_ENV ??= 'production'; // before Apollo and Express read it; no shell syntax, so that Windows can start too
muat('main');
