import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aplikasi, mulaiAplikasi } from '../../src/aplikasi.js';
import { type DataToken, terbitkanToken } from '../../src/infra/identity/token.js';
import { type KonfigurasiIdentitas, SCRYPT_N_UJI } from '../../src/infra/konfigurasi/identitas.js';
import { KonfigurasiAmanah } from '../../src/infra/konfigurasi/konfigurasi.js';
import type { KonfigurasiTte } from '../../src/infra/konfigurasi/tte.js';
import { Pencatat } from '../../src/infra/telemetry/pencatat.js';

export type Galat = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly kode: string;
    readonly id: string;
    readonly rincian: Record<string, unknown>;
  };
};
/** `data` is as deep as the query; tests say what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: the answer of a query written as text has no type here
export type Jawaban = { readonly status: number; readonly data: any; readonly errors: readonly Galat[] };

export type AplikasiUji = {
  readonly alamat: string;
  readonly aplikasi: Aplikasi;
  /** What the process wrote to its log, one object a line. */
  readonly catatan: readonly Record<string, unknown>[];
  readonly token: (siapa: Partial<DataToken>) => string;
  readonly gql: (query: string, variables?: object, token?: string | null) => Promise<Jawaban>;
  /** One mutation with a fresh idPerintah; `pilihan` is what is asked beside posisi and revisi. */
  readonly jalankan: (mutasi: string, masukan: object, token: string, pilihan?: string) => Promise<Jawaban>;
  readonly posisi: () => Promise<number>;
  readonly tutup: () => Promise<void>;
};

export const KEPALA_DINAS: DataToken = {
  akun: 'akun-kadis',
  peran: 'kepala',
  pemda: '61.71',
  opd: 'disnaker',
  jabatan: 'kepala',
  sebutan: 'Kepala Dinas Tenaga Kerja',
  subjek: 'S-kadis',
  status: 'definitif',
};

const jawaban = async (res: Response): Promise<Jawaban> => {
  const { data = null, errors = [] } = (await res.json()) as Partial<Jawaban>;
  return { status: res.status, data, errors };
};

const namaMasukan = (mutasi: string): string => `${mutasi.charAt(0).toUpperCase()}${mutasi.slice(1)}`;

/** The whole application in this process, on a fresh data folder and a free port. */
export const mulaiUji = async (
  folderLama?: string,
  identitas: Partial<KonfigurasiIdentitas> = {},
  tte: Partial<KonfigurasiTte> = {},
): Promise<AplikasiUji> => {
  const folder = folderLama ?? mkdtempSync(join(tmpdir(), 'amanah-uji-'));
  const catatan: Record<string, unknown>[] = [];
  const pencatat = new Pencatat('info', (baris) => catatan.push(JSON.parse(baris)));
  const dasar = { scryptN: SCRYPT_N_UJI, proksi: [], ...identitas };
  const bawaan = [undefined, undefined, undefined, undefined] as const;
  const konfigurasi = new KonfigurasiAmanah(folder, 0, '127.0.0.1', 'info', ...bawaan, dasar, {
    penyedia: 'tertanam',
    tanpaBukti: true,
    ...tte,
  });
  const aplikasi = await mulaiAplikasi(konfigurasi, pencatat);
  const { alamat, rakitan } = aplikasi;
  const gql: AplikasiUji['gql'] = async (query, variables = {}, token = null) => {
    const res = await fetch(`${alamat}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return jawaban(res);
  };
  const tipe = new Map<string, string>();
  const tipeMasukan = async (mutasi: string, token: string): Promise<string> => {
    if (tipe.size === 0) {
      const { data } = await gql(
        '{ __schema { mutationType { fields { name args { type { ofType { name } } } } } } }',
        {},
        token,
      );
      for (const f of data.__schema.mutationType.fields) tipe.set(f.name, f.args[0].type.ofType.name);
    }
    return tipe.get(mutasi) ?? namaMasukan(mutasi);
  };
  return {
    alamat,
    aplikasi,
    catatan,
    token: (siapa) => terbitkanToken(folder, { ...KEPALA_DINAS, ...siapa }),
    gql,
    jalankan: async (mutasi, masukan, token, pilihan = '') => {
      const query = `mutation($masukan: ${await tipeMasukan(mutasi, token)}!) { ${mutasi}(masukan: $masukan) { posisi revisi ${pilihan} } }`;
      return gql(query, { masukan: { idPerintah: randomUUID(), ...masukan } }, token);
    },
    posisi: () => rakitan.store.posisi(),
    tutup: async () => {
      await aplikasi.tutup();
      if (folderLama === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
