import { muat } from './muat.mjs';

muat('amanah');
