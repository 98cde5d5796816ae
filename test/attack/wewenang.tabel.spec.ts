import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLSchema, graphql } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { PINTU } from '../../src/approval/pintu.js';
import { PERAN } from '../../src/approval/wewenang.js';
import { penolakanDari } from '../../src/infra/graphql/galat.js';
import { Pengenal } from '../../src/infra/identity/akun/pengenal.js';
import { type AplikasiUji, type Galat, mulaiUji } from '../support/aplikasi.js';
import { KEADAAN, type Penanya, siapkanKantor } from '../support/kantor-uji.js';
import { bidangAkar, denganPilihan, operasi, type Salah, type Tempat } from '../support/masukan-otomatis.js';

const BERKAS = join(__dirname, 'wewenang.tabel.txt');
const KEPALA = `# Setiap pintu, setiap peran, seperti dijawab program ini. Dibaca orang; ditulis ulang dengan AMANAH_CONTOH_BARU=1.
# Penanya ada di pemda 61.71: kepala, perencana, bidang di disnaker; inspektorat di inspektorat; yang lain di pemda sendiri.
# Empat jawaban setiap keadaan: atas disnaker, atas dinkes, atas pemda sendiri, atas disnaker di pemda lain (35.75).
# boleh: melewati wewenang (aturan dokumen sesudahnya dapat menolak); tolak: TIDAK_BERWENANG; tiada: TIDAK_DITEMUKAN.
`;
const TEMPAT: readonly Tempat[] = [
  { pemda: '61.71', opd: 'disnaker' },
  { pemda: '61.71', opd: 'dinkes' },
  { pemda: '61.71', opd: 'pemda' },
  { pemda: '35.75', opd: 'disnaker' },
];
const UUID = '5b3d0a52-5d0c-4c0e-9d39-6f2f0a1f7c11';

type Jawab = 'boleh' | 'tolak' | 'tiada';
type Kode = { readonly kode: string; readonly rincian: Readonly<Record<string, unknown>> };
type Kirim = (tempat: Tempat, token: string) => Promise<readonly Kode[]>;
const kodeDari = (galat: readonly Galat[]): Kode[] => galat.map(({ extensions }) => extensions);

/** A refusal by the policies, told from a rule of the document that found nothing. */
const jawab = ([galat]: readonly Kode[]): Jawab => {
  const { kode, rincian } = galat ?? { kode: '', rincian: {} };
  // These would hide whether the asker was let through.
  if (['MASUKAN_TIDAK_SAH', 'GALAT_DALAM', 'TANPA_TOKEN', 'KUERI_TERLALU_BERAT', 'COBA_LAGI'].includes(kode))
    throw new Error(JSON.stringify(galat));
  if (kode === 'TIDAK_BERWENANG') return 'tolak';
  return kode === 'TIDAK_DITEMUKAN' && Object.keys(rincian).join() === 'pemda' ? 'tiada' : 'boleh';
};

describe('setiap pintu, setiap peran', () => {
  let app: AplikasiUji;
  let penanya: readonly Penanya[];
  let skema: GraphQLSchema;
  beforeAll(async () => {
    app = await mulaiUji();
    penanya = await siapkanKantor(app);
    skema = app.aplikasi.app.get(GraphQLSchemaHost).schema;
  }, 60_000);
  afterAll(() => app.tutup());

  const lewatSoket =
    (query: (t: Tempat) => { query: string; variables: object }): Kirim =>
    async (tempat, token) => {
      const klien = createClient({
        url: `${app.alamat.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
      try {
        const aliran = klien.iterate({ ...query(tempat) } as never);
        return kodeDari((await aliran.next()).value.errors ?? []);
      } catch (e) {
        return kodeDari(e as Galat[]);
      } finally {
        await klien.dispose();
      }
    };
  const lewatHttp =
    (metode: string, jalur: (t: Tempat) => string): Kirim =>
    async (tempat, token) => {
      const res = await fetch(`${app.alamat}${jalur(tempat)}`, {
        method: metode,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
        ...(metode === 'POST' && { body: 'bukan lembar kerja' }),
      });
      const teks = await res.text();
      return teks.startsWith('{') ? kodeDari((JSON.parse(teks) as { errors?: Galat[] }).errors ?? []) : [];
    };
  const kunci = ({ pemda, opd }: Tempat): string => `pemda=${pemda}&opd=${opd}&tahun=2023`;
  const HTTP: Readonly<Record<string, Kirim>> = {
    'GET /berkas/templat/:jenis': lewatHttp('GET', (t) => `/berkas/templat/rencana-aksi?${kunci(t)}`),
    'GET /berkas/tabel': lewatHttp('GET', (t) => `/berkas/tabel?${kunci(t)}`),
    'POST /berkas/impor': lewatHttp(
      'POST',
      (t) => `/berkas/impor?jenis=rencana-aksi&idPerintah=${UUID}&${kunci(t)}`,
    ),
  };
  /** As the server executes it, without the socket: 11,000 operations. wewenang.spec.ts goes over HTTP. */
  const dijalankan = async (
    query: string,
    variableValues: object,
    token: string,
  ): Promise<readonly Kode[]> => {
    const permintaan = { headers: { authorization: `Bearer ${token}` }, socket: {} };
    const siapa = await app.aplikasi.app.get(Pengenal).kenali(permintaan as never);
    const { errors = [] } = await graphql({
      schema: skema,
      source: query,
      variableValues: { ...variableValues },
      contextValue: siapa,
    });
    return errors.map((e) => penolakanDari(e) ?? { kode: 'GALAT_DALAM', rincian: { sebab: e.message } });
  };
  const pintuTerjaga = (): (readonly [string, Kirim])[] => [
    ...bidangAkar(skema).map(({ pintu, jenis, bidang }): [string, Kirim] => {
      // A view that is not there, so that the subscription answers at once; a refusal comes before.
      if (jenis === 'subscription') return [pintu, lewatSoket((t) => operasi(jenis, bidang, t))];
      return [
        pintu,
        async (tempat, token) => {
          const { query, variables } = operasi(jenis, bidang, tempat);
          const galat = await dijalankan(query, variables, token);
          const isian = (galat[0]?.rincian.isian ?? []) as readonly Salah[];
          return isian.length === 0 ? galat : dijalankan(query, denganPilihan(variables, isian), token);
        },
      ];
    }),
    ...Object.entries(HTTP),
  ];

  /** One door, asked by everybody about every place; with how many refusals and of which actions the security log knows. */
  const tanyai = async (kirim: Kirim): Promise<{ baris: string[]; ditolak: number }> => {
    const sel = await Promise.all(
      penanya.map(({ token }) => Promise.all(TEMPAT.map(async (t) => jawab(await kirim(t, token))))),
    );
    const baris = PERAN.map((peran) => {
      const bagian = KEADAAN.map((keadaan) => {
        const i = penanya.findIndex((p) => p.peran === peran && p.keadaan === keadaan);
        return `${keadaan}: ${sel[i]?.join(' ')}`;
      });
      return `${peran.padEnd(14)}${bagian.join(' | ')}`;
    });
    return { baris, ditolak: sel.flat().filter((j) => j !== 'boleh').length };
  };

  it('dijawab seperti tertulis di wewenang.tabel.txt, dan setiap penolakan dicatat dengan tindakan pintunya', async () => {
    const { keamanan } = app.aplikasi.rakitan;
    const tabel: string[] = [];
    let urut = (await keamanan.semua(0, 1_000_000)).at(-1)?.urut ?? 0;
    for (const [pintu, kirim] of pintuTerjaga()) {
      const { baris, ditolak } = await tanyai(kirim);
      tabel.push(...baris.map((b) => `${pintu.padEnd(42)} ${b}`));
      const catatan = await keamanan.semua(urut, 10_000);
      urut = catatan.at(-1)?.urut ?? urut;
      expect([pintu, catatan.filter(({ jenis }) => jenis === 'AKSES_DITOLAK').length]).toEqual([
        pintu,
        ditolak,
      ]);
      const asing = catatan.filter(({ rincian }) => !PINTU[pintu]?.includes(rincian.tindakan as never));
      expect([pintu, asing.map(({ rincian }) => rincian.tindakan)]).toEqual([pintu, []]);
    }
    const isi = `${KEPALA}\n${tabel.join('\n')}\n`;
    if (process.env.AMANAH_CONTOH_BARU) writeFileSync(BERKAS, isi);
    expect(existsSync(BERKAS) ? readFileSync(BERKAS, 'utf8') : '').toBe(isi);
  }, 300_000);
});
