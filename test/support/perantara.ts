import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type NetConnectOpts, type Socket } from 'node:net';

/** A line to a PostgreSQL that can go dead: connections stay open, and nothing passes any more. */
export type Perantara = {
  readonly alamat: string;
  readonly bekukan: () => void;
  readonly tutup: () => void;
};

export const mulaiPerantara = async (basisData: string): Promise<Perantara> => {
  let beku = false;
  const soket = new Set<Socket>();
  const salurkan = (dari: Socket, ke: Socket): void => {
    soket.add(dari);
    dari.on('data', (potong) => beku || ke.write(potong));
    dari.on('error', () => ke.destroy());
    dari.on('close', () => {
      soket.delete(dari);
      ke.destroy();
    });
  };
  const server = createServer((klien) => {
    const dalam = createConnection(tujuan(basisData));
    salurkan(klien, dalam);
    salurkan(dalam, klien);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const lewat = new URL(basisData);
  lewat.searchParams.delete('host');
  lewat.hostname = '127.0.0.1';
  lewat.port = String((server.address() as AddressInfo).port);
  return {
    alamat: lewat.href,
    bekukan: () => {
      beku = true;
    },
    tutup: () => {
      server.close();
      for (const s of soket) s.destroy();
    },
  };
};

const tujuan = (basisData: string): NetConnectOpts => {
  const url = new URL(basisData);
  const [folder, port] = [url.searchParams.get('host'), url.port || '5432'];
  return folder === null
    ? { host: url.hostname, port: Number(port) }
    : { path: `${folder}/.s.PGSQL.${port}` };
};
