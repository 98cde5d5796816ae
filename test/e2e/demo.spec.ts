import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, parse } from 'graphql';
import { isiAkunDemo, namaAkun } from '../../src/cli/akun-demo.js';
import { isiDemo, type JabatanDemo } from '../../src/cli/isi-demo.js';
import { pecahPermintaan } from '../../src/infra/graphql/jelajah.controller.js';
import { Peramban } from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const PANDUAN = join(__dirname, '../../docs/panduan/perencanaan.md');
const SKEMA = join(__dirname, '../../schema.gql');
const CONTOH = join(__dirname, '../../contoh/permintaan.graphql');
const permintaan = pecahPermintaan(readFileSync(CONTOH, 'utf8')).map(({ query }) => ({
  nama: /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '',
  jenis: /^(query|mutation|subscription) /m.exec(query)?.[1],
  peran: /^# Oleh: (\S+)$/m.exec(query)?.[1],
  query,
}));

describe('demo', () => {
  let uji: AplikasiUji;
  let jabatan: JabatanDemo[];
  beforeAll(async () => {
    uji = await mulaiUji(undefined, { scryptN: 1_024 });
    jabatan = await isiDemo(uji.aplikasi.rakitan);
  });
  afterAll(() => uji.tutup());

  const token = (peran: string | undefined): string => {
    const ada = jabatan.find((j) => j.pemda === '61.71' && j.peran === peran);
    if (ada === undefined) throw new Error(`tidak ada token untuk ${String(peran)}`);
    return ada.token;
  };

  it('memberi setiap kota enam jabatan dan seorang operator, dengan token yang berbeda', () => {
    expect(jabatan).toHaveLength(14);
    expect(new Set(jabatan.map((j) => j.token)).size).toBe(14);
  });

  it('memberi setiap jabatan akunnya sendiri, yang langsung bertindak dalam jabatan itu', async () => {
    const sandi = await isiAkunDemo(uji.aplikasi.rakitan, jabatan);
    await uji.aplikasi.rakitan.pemantau.tungguSemua(await uji.posisi());
    for (const j of jabatan) {
      const { status, badan } = await new Peramban(uji.alamat).masuk(namaAkun(j), sandi);
      expect([status, badan.dapatBertindak]).toMatchObject([200, [{ peran: j.peran, sebutan: j.sebutan }]]);
      expect(badan.jabatan).toBe(badan.dapatBertindak[0].jabatan);
    }
  });

  it('setiap permintaan contoh bernama lain dan menyebut siapa yang mengirimnya', () => {
    expect(permintaan.length).toBeGreaterThan(25);
    expect(new Set(permintaan.map((p) => p.nama)).size).toBe(permintaan.length);
    for (const p of permintaan) expect(() => token(p.peran)).not.toThrow();
  });

  it.each(permintaan.filter((p) => p.jenis !== 'subscription').map((p) => [p.nama, p] as const))(
    'permintaan contoh %s dijawab tanpa galat, berurutan',
    async (_, p) => {
      const { data, errors } = await uji.gql(p.query, {}, token(p.peran));
      expect(errors).toEqual([]);
      expect(Object.values(data)).not.toContain(null);
      if (p.jenis !== 'mutation') return;
      const [hasil] = Object.values(data) as { posisi: string }[];
      expect(await uji.posisi()).toBe(Number(hasil?.posisi));
    },
  );

  it('setiap mutasi dan kueri yang disebut panduan perencanaan ada contohnya', () => {
    const dipakai = new Set(
      permintaan.flatMap(({ query }) =>
        parse(query).definitions.flatMap((d) =>
          d.kind === Kind.OPERATION_DEFINITION
            ? d.selectionSet.selections.flatMap((s) => (s.kind === Kind.FIELD ? s.name.value : []))
            : [],
        ),
      ),
    );
    const disebut = [...readFileSync(PANDUAN, 'utf8').matchAll(/`(\w+)`/g)].map(([, nama]) => nama ?? '');
    const skema = buildSchema(readFileSync(SKEMA, 'utf8'));
    const medan = { ...skema.getQueryType()?.getFields(), ...skema.getMutationType()?.getFields() };
    const bernama = disebut.filter((nama) => nama in medan);
    expect(bernama.length).toBeGreaterThan(15);
    expect(bernama.filter((nama) => !dipakai.has(nama))).toEqual([]);
  });

  it('sesudah permintaan contoh, koreksi dan tahun 2024 terlihat', async () => {
    const posisi = String(await uji.posisi());
    const { data, errors } = await uji.gql(
      `{ lalu: capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: "${posisi}") { indikator { kode realisasi capaian } }
         kini: capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2024, triwulan: 1) { indikator { kode pk status target realisasi capaian } } }`,
      {},
      token('inspektorat'),
    );
    expect(errors).toEqual([]);
    expect(data.lalu.indikator).toContainEqual({ kode: 'IKU-2', realisasi: '37.04', capaian: '68.34' });
    expect(data.kini.indikator).toContainEqual({
      kode: 'IKU-1',
      pk: true,
      status: 'disetujui',
      target: '91.40',
      realisasi: '91.20',
      capaian: '99.78',
    });
  });
});
