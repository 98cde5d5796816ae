import { randomUUID } from 'node:crypto';
import type { AplikasiUji } from './aplikasi.js';
import type { KunciRencana } from './beda-rencana.js';

const kueri = ({ pemda, opd, tahun }: KunciRencana): string => `pemda=${pemda}&opd=${opd}&tahun=${tahun}`;
const operator = (app: AplikasiUji, { pemda }: KunciRencana): string =>
  app.token({ akun: 'akun-operator', peran: 'operator', pemda, opd: 'pemda', jabatan: 'operator' });

export const unduhBuku = async (app: AplikasiUji, k: KunciRencana, tambahan = ''): Promise<Uint8Array> => {
  const res = await fetch(`${app.alamat}/berkas/templat/buku?${kueri(k)}${tambahan}`, {
    headers: { authorization: `Bearer ${operator(app, k)}` },
  });
  expect(res.status).toBe(200);
  return new Uint8Array(await res.arrayBuffer());
};
// biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
type Jawab = { readonly status: number; readonly isi: any };
export const kirimBuku = async (
  app: AplikasiUji,
  k: KunciRencana,
  bita: Uint8Array,
  tambahan = '&cara=dicatat',
  token = operator(app, k),
): Promise<Jawab> => {
  const id = tambahan.includes('idPerintah') ? '' : `&idPerintah=${randomUUID()}`;
  const res = await fetch(`${app.alamat}/berkas/impor?jenis=buku&${kueri(k)}${tambahan}${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bita),
  });
  return { status: res.status, isi: await res.json() };
};
