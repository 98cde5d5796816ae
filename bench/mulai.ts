import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR } from '../src/akar.js';
import { KUERI, tokenUkur } from './http.js';
import type { Logs } from './logs.js';
import { hentikan, jalankanServer, portBebas, tanyaSampaiDijawab } from './proses.js';
import { type Hasil, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 5;

/** From the start of the process to the first answered query; ms. */
const sampaiDijawab = async (
  berkas: string,
  env: Readonly<Record<string, string>>,
  token: string,
  badan: string,
): Promise<number> => {
  const port = await portBebas();
  const mulai = performance.now();
  const server = jalankanServer(berkas, { ...env, PORT: `${port}` });
  try {
    await tanyaSampaiDijawab(server, port, token, badan);
    return performance.now() - mulai;
  } finally {
    await hentikan(server);
  }
};

/** What `npm start` runs, on a folder whose log holds 10^5 events, against the smallest Nest application with GraphQL. */
export const ukurMulai = async (logs: Logs): Promise<Hasil> => {
  const { folder } = await logs.untuk('10^5', { denganTampilan: true });
  const token = tokenUkur(folder);
  const kami = join(AKAR, 'bin', 'mulai.mjs');
  const polos = join(__dirname, 'server-polos.js');
  const salam = JSON.stringify({ query: '{ salam }' });
  const ronde = await selangSeling(
    RONDE,
    () =>
      sampaiDijawab(
        kami,
        { AMANAH_DATA: folder, AMANAH_LOG: 'error' },
        token,
        KUERI('indikator { kode capaian }'),
      ),
    () => sampaiDijawab(polos, {}, token, salam),
  );
  return simpulkan(TOLOK.mulai, ronde);
};
