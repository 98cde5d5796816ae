import type { HasilTte } from '../../src/approval/tanda-tangan/penyedia.js';
import type { Pelaku } from '../../src/approval/wewenang.js';
import { Penolakan } from '../../src/kernel/penolakan.js';
import { jabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import { elektronik, kadis, wali } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { akarUji, pejabatUji } from '../support/ca-uji.js';
import { pdfUji } from '../support/pdf-uji.js';
import type { PenyediaUji } from '../support/penyedia-uji.js';
import { amplopUji, PELAKU } from '../support/ruang-pk.js';
import { type Instans, RuangTte } from '../support/ruang-tte.js';

type Diminta = Parameters<PenyediaUji['bubuhkan']>[0];
type Jadi = Extract<HasilTte, { ok: true }>;

let ruang: RuangTte;
let instans: Instans;
let ke = 0;
beforeAll(async () => {
  ruang = await RuangTte.buka();
  instans = ruang.instans();
});
afterAll(() => ruang.tutup());

const sebutan = { sebutan: 'Kepala Dinas Tenaga Kerja' };
const sah = (r: Diminta): Promise<Jadi> =>
  ruang.penyedia.bubuhkan(r, sebutan, pejabatUji(ruang.penyedia.akar, 'Drs. Amir Hamid, M.Si.'));
const ganti = async (r: Diminta, pdf: (p: Buffer) => Uint8Array): Promise<Jadi> => {
  const hasil = await sah(r);
  return { ...hasil, pdf: pdf(Buffer.from(hasil.pdf)) };
};
const oleh = (pihak: Parameters<PenyediaUji['bubuhkan']>[2]) => (r: Diminta) =>
  ruang.penyedia.bubuhkan(r, sebutan, pihak);
const [DARI, SAMPAI] = [new Date('2025-01-01T00:00:00Z'), new Date('2025-06-01T00:00:00Z')];

/** What a provider can give back instead of our document with this official's signature. */
const JAWABAN: readonly (readonly [string, (r: Diminta) => Promise<HasilTte>, string])[] = [
  ['berkas tanpa tanda tangan', (r) => ganti(r, () => r.pdf), 'BUKAN_DOKUMEN_ASLI'],
  [
    'dokumen lain yang bertanda tangan',
    async (r) => sah({ ...r, pdf: pdfUji({ medan: ['PihakPertama', 'PihakKedua'], halaman: 3 }) }),
    'BUKAN_DOKUMEN_ASLI',
  ],
  ['halaman HTML', (r) => ganti(r, () => Buffer.from('<html>503</html>')), 'PDF_TIDAK_TERBACA'],
  ['50 MB', (r) => ganti(r, (p) => Buffer.concat([p, Buffer.alloc(50_000_000)])), 'TERLALU_BESAR'],
  ['berkas kosong', (r) => ganti(r, () => Buffer.alloc(0)), 'PDF_TIDAK_TERBACA'],
  ['berkas terpotong', (r) => ganti(r, (p) => p.subarray(0, -200)), 'PDF_TIDAK_TERBACA'],
  [
    'bita tambahan di belakang',
    (r) => ganti(r, (p) => Buffer.concat([p, Buffer.from('\n% tambahan\n')])),
    'PDF_TIDAK_TERBACA',
  ],
  [
    'satu bita naskah berubah',
    (r) => ganti(r, (p) => Buffer.from(p.map((b, i) => (i === 400 ? b ^ 1 : b)))),
    'BUKAN_DOKUMEN_ASLI',
  ],
  ['medan pihak lain', (r) => sah({ ...r, medan: 'PihakKedua' }), 'MEDAN_LAIN'],
  [
    'sertifikat dari akar lain',
    (r) => oleh(pejabatUji(akarUji(), 'Drs. Amir Hamid, M.Si.'))(r),
    'PENERBIT_TIDAK_DIKENAL',
  ],
  [
    'nama sama, kunci dan akar lain yang mengaku sama',
    (r) => oleh(pejabatUji(akarUji('Akar Uji'), 'Drs. Amir Hamid, M.Si.'))(r),
    'PENERBIT_TIDAK_DIKENAL',
  ],
  [
    'sertifikat yang sudah kedaluwarsa',
    (r) => oleh(pejabatUji(ruang.penyedia.akar, 'Drs. Amir Hamid, M.Si.', { dari: DARI, sampai: SAMPAI }))(r),
    'SERTIFIKAT_KEDALUWARSA',
  ],
  [
    'sertifikat lain dari yang dikatakannya',
    async (r) => ({ ...(await sah(r)), sertifikat: 'a'.repeat(64) }),
    'PENANDA_TANGAN_LAIN',
  ],
];

const kode = (kerja: Promise<unknown>): Promise<string> =>
  kerja.then(
    () => 'BERHASIL',
    (e: unknown) => {
      if (e instanceof Penolakan) return e.kode;
      throw e;
    },
  );
const baru = async (): Promise<string> => {
  const nama = `serang-${++ke}`;
  await ruang.ajukan(instans, nama);
  return nama;
};
const akhirCatatan = async () => (await ruang.keamanan.semua()).at(-1);

describe('jawaban penyedia yang bukan dokumen kita (baris 37, 38)', () => {
  it.each(JAWABAN)(
    '%s: tidak diterima, tidak ada yang tercatat di dokumen, temuannya di catatan keamanan',
    async (_, jawab, temuan) => {
      const nama = await baru();
      ruang.penyedia.lain.push(jawab);
      expect(await kode(ruang.tandatangani(instans, 'kadis', nama, await ruang.dibaca(nama)))).toBe(
        'TTE_HASIL_TIDAK_SAH',
      );
      expect(await ruang.jenis(nama)).toEqual(['PerjanjianKinerjaDiajukan']);
      const catatan = await akhirCatatan();
      expect(catatan).toMatchObject({ jenis: 'HASIL_TTE_TIDAK_SAH', jabatan: kadis.jabatan });
      expect(String(catatan?.rincian.temuan)).toContain(temuan);
    },
  );

  it.each([
    ['ditolak', 'TTE_DITOLAK'],
    ['tidak-tersedia', 'TTE_TIDAK_TERSEDIA'],
    ['kedaluwarsa', 'TTE_KEDALUWARSA'],
    ['terkunci', 'KUNCI_TTE_TERKUNCI'],
    ['belum-terdaftar', 'TTE_BELUM_TERDAFTAR'],
  ] as const)('yang dijawab %s tidak mengubah dokumen', async (sebab, kodenya) => {
    const nama = await baru();
    ruang.penyedia.lain.push(async () => ({ ok: false, sebab, kode: '9999' }));
    expect(await kode(ruang.tandatangani(instans, 'kadis', nama, await ruang.dibaca(nama)))).toBe(kodenya);
    expect(await ruang.jenis(nama)).toEqual(['PerjanjianKinerjaDiajukan']);
    expect(await akhirCatatan()).toMatchObject({ jenis: 'TANDA_TANGAN_DITOLAK', rincian: { kode: kodenya } });
  });

  it('aturan ditanya sebelum penyedia: yang ditolak tidak pernah sampai kepadanya', async () => {
    const nama = await baru();
    const { dibuka, diminta } = ruang.penyedia;
    expect(await kode(ruang.tandatangani(instans, 'wali', nama, await ruang.dibaca(nama)))).toBe(
      'PK_MENUNGGU_PIHAK_PERTAMA',
    );
    expect([ruang.penyedia.dibuka, ruang.penyedia.diminta]).toEqual([dibuka, diminta]);
  });
});

describe('penyedia yang tidak menjawab', () => {
  const bahan = () => ({
    arsip: ruang.arsip,
    pemeriksa: instans.pemeriksa,
    jaminan: 'tidak-tersertifikasi' as const,
    orang: async (subjek: string, s: string) => ({
      ...{ subjek, sebutan: s, nama: 'Drs. Amir Hamid, M.Si.' },
      nik: null,
      surel: null,
    }),
  });
  const operator: Pelaku = { ...PELAKU.kadis, akun: 'akun-operator', peran: 'operator' };
  /** The provider signs, and nobody hears of it; gives its number and what it signed. */
  const tanpaJawaban = async (nama: string): Promise<{ idPermintaan: string; pdf: Uint8Array }> => {
    let dibuat: Jadi | undefined;
    ruang.penyedia.lain.push(async (r) => {
      dibuat = await sah(r);
      return { ok: false, sebab: 'belum-pasti' };
    });
    expect(await kode(ruang.tandatangani(instans, 'kadis', nama, await ruang.dibaca(nama)))).toBe(
      'TTE_BELUM_PASTI',
    );
    const { state } = await instans.executor.state(perjanjianKinerja, `61.71.disnaker.${nama}.2023`);
    const [b] = state.versi.at(-1)?.belumPasti ?? [];
    return { idPermintaan: b?.idPermintaan ?? '', pdf: dibuat?.pdf ?? new Uint8Array() };
  };
  const pastikan = (nama: string, idPermintaan: string, hasil: Uint8Array | null): Promise<string> =>
    kode(
      instans.pk.pastikan(
        { kunci: ruang.kunci(nama), idPermintaan, alasan: 'Dilihat di riwayat penyedia.', hasil },
        bahan(),
        operator,
        amplopUji([nama, idPermintaan]),
      ),
    );

  it('tercatat sebagai belum pasti; tidak diulang mesin, dan pejabatnya boleh menandatangani lagi berkas yang sama', async () => {
    const nama = await baru();
    const { diminta } = ruang.penyedia;
    await tanpaJawaban(nama);
    expect(ruang.penyedia.diminta).toBe(diminta + 1);
    expect(await ruang.jenis(nama)).toEqual(['PerjanjianKinerjaDiajukan', 'HasilTandaTanganBelumPasti 1']);
    expect(await kode(ruang.tandatangani(instans, 'kadis', nama, await ruang.dibaca(nama)))).toBe('BERHASIL');
    expect((await ruang.jenis(nama)).at(-1)).toBe('PerjanjianKinerjaDitandatangani 1');
  });

  it('operator memasukkan berkas yang ditemukan di penyedia: diperiksa dahulu, lalu menjadi tanda tangan pejabatnya', async () => {
    const nama = await baru();
    const { idPermintaan, pdf } = await tanpaJawaban(nama);
    expect(await pastikan(nama, idPermintaan, Buffer.from('<html>'))).toBe('TTE_HASIL_TIDAK_SAH');
    expect(await pastikan(nama, 'nomor-lain', pdf)).toBe('TTE_PASTI');
    expect(await pastikan(nama, idPermintaan, pdf)).toBe('BERHASIL');
    expect((await ruang.jenis(nama)).slice(2)).toEqual([
      'HasilTandaTanganDipastikan 1',
      'PerjanjianKinerjaDitandatangani 1',
    ]);
    expect(await kode(ruang.tandatangani(instans, 'wali', nama, await ruang.dibaca(nama)))).toBe('BERHASIL');
  });

  it('operator menyatakan tidak pernah dibuat; yang bukan operator ditolak', async () => {
    const nama = await baru();
    const { idPermintaan } = await tanpaJawaban(nama);
    const oleh = instans.pk.pastikan(
      { kunci: ruang.kunci(nama), idPermintaan, alasan: 'Tidak ada.', hasil: null },
      bahan(),
      PELAKU.kadis,
      amplopUji(nama),
    );
    expect(await kode(oleh)).toBe('TIDAK_BERWENANG');
    expect(await pastikan(nama, idPermintaan, null)).toBe('BERHASIL');
    expect(await pastikan(nama, idPermintaan, null)).toBe('TTE_PASTI');
  });
});

describe('siapa dan kapan (baris 29, 30)', () => {
  const pejabat = async (
    p: typeof kadis,
    c: {
      type: 'BerhentikanPejabat' | 'TetapkanPejabat';
      subjek: string;
      status: 'definitif' | 'Plt.';
      mulai: string;
      selesai: string | null;
    },
  ): Promise<void> => {
    const keputusan = c.type === 'TetapkanPejabat' ? { keputusan: null } : {};
    await instans.executor.execute(
      jabatan,
      p.jabatan,
      { ...c, ...keputusan, ...elektronik } as never,
      amplopUji(c),
    );
  };
  const ditolak = async (pelaku: Pelaku, siapa: 'kadis' | 'wali', nama: string): Promise<string> => {
    const sebelum = await ruang.jenis(nama);
    const jawab = await kode(ruang.tandatangani(instans, siapa, nama, await ruang.dibaca(nama), { pelaku }));
    expect(await ruang.jenis(nama)).toEqual(sebelum);
    expect(await akhirCatatan()).toMatchObject({ jenis: 'TANDA_TANGAN_DITOLAK', rincian: { kode: jawab } });
    return jawab;
  };

  it('orang lain yang mengaku memegang jabatan itu', async () => {
    const nama = await baru();
    const pelaku = { ...PELAKU.kadis, pejabat: { ...kadis, subjek: 'orang-lain' } };
    expect(await ditolak(pelaku, 'kadis', nama)).toBe('TIDAK_BERWENANG');
  });

  it('satu orang untuk kedua pihak; lalu yang masa jabatannya berakhir kemarin, Plt. di luar tanggalnya, dan yang menggantikan setelah naskah diajukan', async () => {
    const nama = await baru();
    await ruang.tandatangani(instans, 'kadis', nama, await ruang.dibaca(nama));
    const hari = (n: number): string =>
      new Date(ruang.pk.jam.kini.getTime() + n * 86_400_000).toISOString().slice(0, 10);
    const lama = { subjek: wali.subjek ?? '', status: 'definitif', mulai: '2022-01-03' } as const;
    await pejabat(wali, { type: 'BerhentikanPejabat', ...lama, selesai: hari(-1) });
    // The term ended yesterday.
    expect(await ditolak(PELAKU.wali, 'wali', nama)).toBe('JABATAN_TANPA_PEJABAT');
    // A Plt. from tomorrow on, who is the first party: not yet, and then not for both parties.
    const plt = { subjek: kadis.subjek ?? '', status: 'Plt.', mulai: hari(1) } as const;
    await pejabat(wali, { type: 'TetapkanPejabat', ...plt, selesai: hari(10) });
    const rangkap = { ...PELAKU.wali, pejabat: { ...wali, subjek: kadis.subjek, status: 'Plt.' } } as const;
    expect(await ditolak(rangkap, 'wali', nama)).toBe('JABATAN_TANPA_PEJABAT');
    const semula = ruang.pk.jam.kini;
    ruang.pk.jam.kini = new Date(semula.getTime() + 2 * 86_400_000);
    expect(await ditolak(rangkap, 'wali', nama)).toBe('ORANG_SAMA');
    ruang.pk.jam.kini = new Date(semula.getTime() + 11 * 86_400_000);
    expect(await ditolak(rangkap, 'wali', nama)).toBe('JABATAN_TANPA_PEJABAT');
    // Somebody who came after the text was proposed.
    await pejabat(wali, {
      type: 'TetapkanPejabat',
      subjek: 'orang-baru',
      status: 'definitif',
      mulai: hari(0),
      selesai: null,
    });
    const pengganti = { ...PELAKU.wali, pejabat: { ...wali, subjek: 'orang-baru' } };
    expect(await ditolak(pengganti, 'wali', nama)).toBe('PEJABAT_BERGANTI');
  });
});
