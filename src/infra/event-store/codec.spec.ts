import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Append, HEAD_KOSONG } from '../../kernel/event-store.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { kanonik } from '../../kernel/sidik.js';
import { leafHash } from '../integrity/merkle.js';
import { Codec, type Envelope, namaTersimpan } from './codec.js';
import { CONTOH } from './peristiwa.contoh.js';
import { AMANAH, type Registri } from './registri.js';

const FOLDER = join(__dirname, '../../../test/fixtures/events');
const codec = new Codec();
const JENIS = Object.keys(AMANAH.versi) as (keyof typeof AMANAH.versi)[];

const append = (stream: string, type: string, data: object): Append => ({
  stream,
  head: { rev: 4, prev: 'c'.repeat(64) },
  events: [{ type, data }],
  at: '2024-01-15T03:00:00.000Z',
  actor: 'akun-7b0c6a52',
  cmd: { id: '0b6e3f1e-7c52-4a53-9a2f-0c3a5a1f7e11', sidik: 'd'.repeat(64) },
  corr: '0b6e3f1e-7c52-4a53-9a2f-0c3a5a1f7e11',
  cause: null,
});
const satu = (a: Append, c = codec) => {
  const [event] = c.encode(a).events;
  if (event === undefined) throw new Error('tidak ada peristiwa');
  return event;
};

/** The append that an envelope came from. */
const asal = (e: Envelope, type: string, data: object): Append => ({
  ...append(e.stream, type, data),
  head: { rev: e.rev - 1, prev: e.prev },
  at: e.at,
  actor: e.actor,
  cmd: e.cmd,
  corr: e.corr,
  cause: e.cause,
});

describe('contoh emas', () => {
  // A new type or version gets its file by running this spec once with AMANAH_CONTOH_BARU=1. A file that is there is
  // never written again: it is what the log of some city already holds.
  if (process.env.AMANAH_CONTOH_BARU)
    for (const jenis of JENIS) {
      const berkas = join(FOLDER, `${namaTersimpan(jenis, AMANAH.versi[jenis])}.json`);
      if (!existsSync(berkas))
        writeFileSync(berkas, `${satu(append(CONTOH[jenis][0], jenis, CONTOH[jenis][1])).bytes}\n`);
    }
  const nama = readdirSync(FOLDER).filter((n) => n.endsWith('.json'));
  const baca = (n: string): string => readFileSync(join(FOLDER, n), 'utf8').trimEnd();

  it('ada untuk setiap jenis dan versi yang dikenal, dan tidak untuk yang lain', () => {
    const kini = JENIS.map((jenis) => namaTersimpan(jenis, AMANAH.versi[jenis]));
    expect(nama.map((n) => n.replace('.json', '')).sort()).toEqual(
      [...kini, ...Object.keys(AMANAH.naikkan)].sort(),
    );
  });

  it.each(nama)('%s terbaca sebagai peristiwa masa kini', (n) => {
    const { type } = codec.decode(baca(n), 0);
    expect(JENIS).toContain(type);
    expect(n.replace('.json', '')).toBe((JSON.parse(baca(n)) as Envelope).type);
  });

  it.each(nama)('%s ditulis kembali dengan byte yang sama, dan kanonik', (n) => {
    const bytes = baca(n);
    const envelope = JSON.parse(bytes) as Envelope;
    expect(kanonik(envelope)).toBe(bytes);
    const dikenal = JENIS.find((jenis) => namaTersimpan(jenis, AMANAH.versi[jenis]) === envelope.type);
    if (dikenal === undefined) return; // an older version is read only
    const { type, data } = codec.decode(bytes, 0);
    expect(satu(asal(envelope, type, data)).bytes).toBe(bytes);
  });

  it.each(JENIS)('%s yang ditulis hari ini berbentuk sama dengan contohnya', (jenis) => {
    const [stream, data] = CONTOH[jenis];
    expect(satu(append(stream, jenis, data)).bytes).toBe(
      baca(`${namaTersimpan(jenis, AMANAH.versi[jenis])}.json`),
    );
  });
});

describe('menyandi', () => {
  const uji = new Codec({ versi: { Dicatat: 1, Diubah: 3 }, naikkan: {} });

  it('menulis amplop sebagai JSON kanonik, apa pun urutan isinya', () => {
    const aneh = {
      ...append('Uji-"a\\b', 'Dicatat', { z: [{ b: null, a: -1 }], '10': 'é\n', '9': true }),
      cause: 'x"y',
    };
    const { bytes, leaf } = satu(aneh, uji);
    expect(bytes).toBe(kanonik(JSON.parse(bytes)));
    expect(leaf).toEqual(leafHash(Buffer.from(bytes)).toString('hex'));
  });

  it('menyambung beberapa peristiwa menjadi satu rantai di atas kepala stream', () => {
    const dua = { type: 'Dicatat', data: {} };
    const { events, head } = uji.encode({
      ...append('Uji-a', 'Dicatat', {}),
      head: HEAD_KOSONG,
      events: [dua, dua],
    });
    const [a, b] = events.map((e) => JSON.parse(e.bytes) as Envelope);
    expect([a?.rev, a?.prev]).toEqual([0, HEAD_KOSONG.prev]);
    expect([b?.rev, b?.prev]).toEqual([1, events[0]?.leaf]);
    expect(head).toEqual({ rev: 1, prev: events[1]?.leaf });
    expect(a?.id).not.toBe(b?.id);
  });

  it('menulis versi pada jenis yang tersimpan dan pada schema', () => {
    const envelope = JSON.parse(satu(append('Uji-a', 'Diubah', {}), uji).bytes) as Envelope;
    expect([envelope.type, envelope.schema]).toEqual(['Diubah.v3', 3]);
  });

  it('menolak peristiwa di atas 60.000 byte, dihitung dalam UTF-8', () => {
    const dasar = Buffer.byteLength(satu(append('Uji-a', 'Dicatat', { t: '' }), uji).bytes);
    const tepat = append('Uji-a', 'Dicatat', { t: 'a'.repeat(60_000 - dasar) });
    expect(Buffer.byteLength(satu(tepat, uji).bytes)).toBe(60_000);
    const lebih = append('Uji-a', 'Dicatat', { t: `${'a'.repeat(60_000 - dasar - 1)}é` });
    expect(() => uji.encode(lebih)).toThrow(new Penolakan('TEKS_TERLALU_PANJANG'));
  });

  it.each(['2024-01-15', '2024-01-15T10:00:00+07:00', '+012024-01-15T03:00:00.000Z'])(
    'menolak waktu "%s"',
    (at) => expect(() => uji.encode({ ...append('Uji-a', 'Dicatat', {}), at })).toThrow(TypeError),
  );
});

describe('menaikkan versi', () => {
  const registri: Registri = {
    versi: { Dicatat: 3, Disetujui: 1 },
    naikkan: {
      Dicatat: { menjadi: 'Dicatat.v2', naikkan: (d, meta) => ({ ...d, akun: meta.actor }) },
      'Dicatat.v2': { menjadi: 'Dicatat.v3', naikkan: (d) => ({ ...d, langkah: 'dua' }) },
      DisetujuiLama: { menjadi: 'Disetujui', naikkan: (d) => d },
    },
  };
  const lama = new Codec({ versi: { Dicatat: 1, DisetujuiLama: 1 }, naikkan: {} });
  const baru = new Codec(registri);

  it('menempuh setiap langkah, dengan isi dan amplopnya saja', () => {
    const { bytes } = satu(append('Uji-a', 'Dicatat', { nilai: '1' }), lama);
    expect(baru.decode(bytes, 9)).toMatchObject({
      type: 'Dicatat',
      data: { nilai: '1', akun: 'akun-7b0c6a52', langkah: 'dua' },
      meta: { posisi: 9, rev: 5 },
    });
  });

  it('mulai dari tengah untuk peristiwa yang lebih baru', () => {
    const v2 = new Codec({ versi: { Dicatat: 2 }, naikkan: {} });
    const { data } = baru.decode(satu(append('Uji-a', 'Dicatat', { nilai: '1' }), v2).bytes, 0);
    expect(data).toEqual({ nilai: '1', langkah: 'dua' });
  });

  it('dapat memberi nama baru', () =>
    expect(baru.decode(satu(append('Uji-a', 'DisetujuiLama', {}), lama).bytes, 0).type).toBe('Disetujui'));

  it('mengenal versi yang ada pada daftar saja', () => {
    expect(baru.kenal('Dicatat', 1) && baru.kenal('Dicatat.v2', 2) && baru.kenal('Dicatat.v3', 3)).toBe(true);
    expect(baru.kenal('Dicatat.v3', 2) || baru.kenal('Dicatat.v4', 4) || baru.kenal('Lain', 1)).toBe(false);
  });

  it('menolak jenis yang tidak dikenal dengan posisinya', () => {
    const { bytes } = satu(append('Uji-a', 'Lain', {}), new Codec({ versi: { Lain: 1 }, naikkan: {} }));
    expect(() => baru.decode(bytes, 41)).toThrow(
      expect.objectContaining({
        kode: 'JENIS_PERISTIWA_TIDAK_DIKENAL',
        rincian: { posisi: 41, jenis: 'Lain' },
      }),
    );
    const amplopBaru = satu(append('Uji-a', 'Disetujui', {}), baru).bytes.replace('"v":1', '"v":2');
    expect(() => baru.decode(amplopBaru, 0)).toThrow(new Penolakan('JENIS_PERISTIWA_TIDAK_DIKENAL'));
  });

  it.each<[string, Registri['naikkan']]>([
    ['putus', { Dicatat: { menjadi: 'Dicatat.v2', naikkan: (d) => d } }],
    [
      'berputar',
      {
        Dicatat: { menjadi: 'Dicatat.v2', naikkan: (d) => d },
        'Dicatat.v2': { menjadi: 'Dicatat', naikkan: (d) => d },
      },
    ],
  ])('daftar yang rantainya %s tidak dapat dipakai', (_, naikkan) =>
    expect(() => new Codec({ versi: { Dicatat: 3 }, naikkan })).toThrow(TypeError),
  );
});
