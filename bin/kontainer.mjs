// How the image starts. The server listens on loopback only (konfigurasi.ts says why), and a published port does not
// reach the loopback of a container; so this process hands its connections on, and who may connect is decided by the
// port's publication (docker-compose.yml: the host's loopback; docs/adr/0018 says what that keeps and what not).
// Usage: node bin/kontainer.mjs <port inside the container>
import { createConnection, createServer } from 'node:net';
import { pipeline } from 'node:stream';

const [, , port = '8080'] = process.argv;
const server = { host: '127.0.0.1', port: Number(process.env.PORT || 3000) };

/** A connection that breaks ends its other half; there is nobody to tell. */
const putus = () => {};

createServer({ allowHalfOpen: true }, (klien) => {
  const dalam = createConnection({ ...server, allowHalfOpen: true });
  pipeline(klien, dalam, putus);
  pipeline(dalam, klien, putus);
}).listen(Number(port), '0.0.0.0');

await import('./mulai.mjs');
