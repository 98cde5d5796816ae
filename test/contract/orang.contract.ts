import { randomUUID } from 'node:crypto';
import type { DataOrang } from '../../src/approval/direktori-orang.js';
import type { BasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { KunciInduk } from '../../src/infra/identity/kunci-induk.js';
import { LogKeamanan } from '../../src/infra/identity/log-keamanan.js';
import { OrangTersimpan } from '../../src/infra/identity/orang-tersimpan.js';
import { terapkanPenghapusan } from '../../src/infra/identity/penghapusan.js';
import { PenjagaNamaTersimpan } from '../../src/infra/identity/penjaga-nama.js';
import { HEAD_KOSONG, type Stream, type Tersimpan } from '../../src/kernel/event-store.js';
import { orangKarangan } from '../../src/planning/orang/orang.contoh.js';
import type { TempatBasis } from './identitas.contract.js';

const induk = new KunciInduk(new Uint8Array(32).fill(7));
const JAM = { now: () => new Date('2026-01-05T01:00:00.000Z') };
const PEMDA = '61.71';
const perintah = (id: string = randomUUID(), sidik = 'sidik') => ({ id, sidik });
const kode = (kode: string) => expect.objectContaining({ kode });
const lain = (isi: Partial<DataOrang>): DataOrang => ({
  nama: 'Citra Kusumaningtyas, S.E.',
  nip: null,
  nik: null,
  pangkat: null,
  surel: null,
  ...isi,
});
const logYangHanya = (terhapus: readonly string[]) => ({
  read: async (stream: string): Promise<Stream> => ({
    head: HEAD_KOSONG,
    events: terhapus.includes(stream) ? [{} as Tersimpan] : [],
  }),
});

/** What the register of persons keeps, in SQLite and in PostgreSQL. */
export const kontrakOrang = (nama: string, buat: () => Promise<TempatBasis>): void =>
  describe(`buku orang ${nama}`, () => {
    let tempat: TempatBasis;
    let basis: BasisIdentitas;
    let keamanan: LogKeamanan;
    let orang: OrangTersimpan;
    beforeEach(async () => {
      tempat = await buat();
      basis = await tempat.buka();
      keamanan = new LogKeamanan(basis, JAM);
      orang = new OrangTersimpan(basis, induk, keamanan);
    });
    afterEach(async () => {
      await basis.tutup();
      await tempat.hapus();
    });

    const catat = async (data: DataOrang, mulai = '2020-01-01', pemda = PEMDA): Promise<string> => {
      const subjek = randomUUID();
      await orang.catat({ pemda, subjek }, { mulai, data }, perintah());
      return subjek;
    };
    const kini = async (subjek: string, pada = '2026-01-01', pemda = PEMDA): Promise<DataOrang | null> =>
      (await orang.muat([{ pemda, subjek, pada }]))[0]?.data ?? null;
    const semuaBaris = async (): Promise<string> => {
      const tabel = ['orang', 'orang_versi', 'orang_cari', 'orang_perintah', 'orang_perubahan'] as const;
      const isi = await Promise.all(tabel.map((t) => basis.db.selectFrom(t).selectAll().execute()));
      return JSON.stringify(isi, (_, v) =>
        v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v,
      );
    };

    it('menyimpan dan memberi kembali, dan basis datanya tidak memuat satu pun data itu', async () => {
      const subjek = await catat(orangKarangan);
      expect(await kini(subjek)).toEqual(orangKarangan);
      const isi = await semuaBaris();
      for (const nilai of Object.values(orangKarangan)) expect(isi).not.toContain(nilai);
    });

    it('memberi data menurut tanggal; sebelum yang pertama, yang pertama', async () => {
      const subjek = await catat(orangKarangan, '2020-01-01');
      const baru = { ...orangKarangan, pangkat: 'Pembina Utama Madya' };
      await orang.koreksi({ pemda: PEMDA, subjek }, { mulai: '2024-04-01', data: baru }, perintah());
      expect((await kini(subjek, '2024-03-31'))?.pangkat).toBe('Pembina Utama Muda');
      expect((await kini(subjek, '2024-04-01'))?.pangkat).toBe('Pembina Utama Madya');
      expect((await kini(subjek, '2010-01-01'))?.pangkat).toBe('Pembina Utama Muda');
    });

    it('perintah yang sama dikirim ulang tidak mengubah apa pun; dengan isi lain ditolak', async () => {
      const [subjek, p] = [randomUUID(), perintah()];
      const isi = { mulai: '2020-01-01', data: orangKarangan };
      await orang.catat({ pemda: PEMDA, subjek }, isi, p);
      await orang.koreksi(
        { pemda: PEMDA, subjek },
        { ...isi, data: { ...orangKarangan, pangkat: 'IV/d' } },
        perintah(),
      );
      await orang.catat({ pemda: PEMDA, subjek }, isi, p);
      expect((await kini(subjek))?.pangkat).toBe('IV/d');
      await expect(orang.catat({ pemda: PEMDA, subjek }, isi, { ...p, sidik: 'lain' })).rejects.toEqual(
        kode('PERINTAH_BERBEDA'),
      );
    });

    it('satu NIP, NIK, dan surel milik satu orang di satu pemda', async () => {
      const subjek = await catat(orangKarangan);
      for (const isian of ['nip', 'nik', 'surel'] as const) {
        const data = lain({ [isian]: orangKarangan[isian] });
        await expect(catat(data)).rejects.toEqual(expect.objectContaining({ rincian: { isian } }));
        await catat(data, '2020-01-01', '35.75'); // another pemda has its own register
      }
      expect(await orang.cari(PEMDA, { nip: orangKarangan.nip as string })).toBe(subjek);
      expect(await orang.cari(PEMDA, { surel: orangKarangan.surel as string })).toBe(subjek);
      expect(await orang.cari('35.74', { nip: orangKarangan.nip as string })).toBeNull();
    });

    it('NIP yang dikoreksi tidak ditemukan lagi, dan boleh dipakai orang lain', async () => {
      const subjek = await catat(orangKarangan);
      const data = { ...orangKarangan, nip: '197001011995031998' };
      await orang.koreksi({ pemda: PEMDA, subjek }, { mulai: '2020-01-01', data }, perintah());
      expect(await orang.cari(PEMDA, { nip: orangKarangan.nip as string })).toBeNull();
      await catat(lain({ nip: orangKarangan.nip }));
    });

    it('yang ditolak tidak meninggalkan apa pun', async () => {
      await catat(orangKarangan);
      const sebelum = await orang.daftar(PEMDA, 100, null);
      await expect(catat(lain({ surel: orangKarangan.surel }))).rejects.toEqual(kode('DATA_ORANG_DIPAKAI'));
      expect(await orang.daftar(PEMDA, 100, null)).toEqual(sebelum);
    });

    it('dua pencatatan NIP yang sama bersamaan: tepat satu jadi', async () => {
      const hasil = await Promise.allSettled(Array.from({ length: 8 }, () => catat(orangKarangan)));
      expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    });

    it('orang pemda lain bukan siapa-siapa', async () => {
      const subjek = await catat(orangKarangan);
      expect(await kini(subjek, '2026-01-01', '35.75')).toBeNull();
      expect(await orang.dikenal({ pemda: '35.75', subjek })).toBe(false);
      await orang.hapus({ pemda: '35.75', subjek });
      expect(await orang.dikenal({ pemda: PEMDA, subjek })).toBe(true);
      await expect(
        orang.koreksi({ pemda: '35.75', subjek }, { mulai: '2020-01-01', data: orangKarangan }, perintah()),
      ).rejects.toEqual(kode('TIDAK_DITEMUKAN'));
    });

    it('penghapusan tidak menyisakan baris, kunci, atau sidik', async () => {
      const [subjek, tinggal] = [await catat(orangKarangan), await catat(lain({}))];
      await orang.hapus({ pemda: PEMDA, subjek });
      expect(await kini(subjek)).toBeNull();
      expect(await semuaBaris()).not.toContain(subjek);
      expect((await kini(tinggal))?.nama).toBe('Citra Kusumaningtyas, S.E.');
    });

    it('penghapusan membawa akun dan sesinya, bukan yang lain', async () => {
      const [subjek, tinggal] = [await catat(orangKarangan), await catat(lain({}))];
      const kosong = { sandi: null, totp: null, totp_calon: null, totp_langkah: 0, percobaan: 0 };
      for (const [id, milik] of [
        ['a', subjek],
        ['b', tinggal],
      ] as const) {
        const akun = { id, nama: `akun-${id}`, subjek: milik, keadaan: 'aktif' as const, ...kosong };
        await basis.db
          .insertInto('akun')
          .values({ ...akun, terkunci: null, dibuat: '2026-01-01' })
          .execute();
        const sesi = { sidik: id, akun: id, jabatan: null, dibuat: '', dilihat: '', terbukti: null };
        await basis.db
          .insertInto('sesi')
          .values({ ...sesi, terbukti_totp: 0 })
          .execute();
      }
      await orang.hapus({ pemda: PEMDA, subjek });
      expect(await basis.db.selectFrom('akun').select('id').execute()).toEqual([{ id: 'b' }]);
      expect(await basis.db.selectFrom('sesi').select('akun').execute()).toEqual([{ akun: 'b' }]);
    });

    it('penghapusan di log diterapkan lagi pada yang hidup kembali, berapa kali pun', async () => {
      const [subjek, tinggal] = [await catat(orangKarangan), await catat(lain({}))];
      const log = logYangHanya([`Orang-${PEMDA}.${subjek}`]);
      expect(await terapkanPenghapusan(orang, log)).toBe(1);
      expect(await terapkanPenghapusan(orang, log)).toBe(0);
      expect(await orang.daftar(PEMDA, 10, null)).toEqual([tinggal]);
    });

    it('kunci induk lain tidak membuka apa pun', async () => {
      const subjek = await catat(orangKarangan);
      const asing = new OrangTersimpan(basis, new KunciInduk(new Uint8Array(32).fill(8)), keamanan);
      await expect(asing.muat([{ pemda: PEMDA, subjek, pada: '2026-01-01' }])).rejects.toThrow();
      expect(await asing.cari(PEMDA, { nip: orangKarangan.nip as string })).toBeNull();
    });

    it('baris yang ditukar ke orang atau tanggal lain tidak terbaca', async () => {
      const [satu, dua] = [await catat(orangKarangan), await catat(lain({}))];
      await basis.db
        .updateTable('orang_versi')
        .set({ mulai: '2021-01-01' })
        .where('subjek', '=', satu)
        .execute();
      await expect(kini(satu)).rejects.toThrow();
      const isi = await basis.db.selectFrom('orang_versi').select('isi').where('subjek', '=', satu).execute();
      await basis.db
        .updateTable('orang_versi')
        .set({ isi: isi[0]?.isi as Uint8Array })
        .where('subjek', '=', dua)
        .execute();
      await expect(kini(dua)).rejects.toThrow();
    });

    it('pembacaan lewat direktori dicatat di log keamanan, satu baris tiap orang', async () => {
      const subjek = await catat(orangKarangan);
      const untuk = { akun: 'akun-1', keperluan: 'cetak PK' };
      const terbaca = await orang.baca([subjek, randomUUID()], '2026-01-01', untuk);
      expect([...terbaca]).toEqual([[subjek, orangKarangan]]);
      expect((await keamanan.semua()).map((b) => [b.jenis, b.subjek, b.akun, b.rincian])).toEqual([
        ['DATA_PRIBADI_DIBACA', subjek, 'akun-1', { keperluan: 'cetak PK' }],
      ]);
    });

    it('nama orang dikenal segera setelah dicatat, juga oleh aplikasi lain, dan lupa setelah dihapus', async () => {
      const sini = new PenjagaNamaTersimpan(orang);
      const basisLain = await tempat.buka();
      const sana = new PenjagaNamaTersimpan(new OrangTersimpan(basisLain, induk, keamanan));
      const dikenal = async (): Promise<boolean[]> =>
        Promise.all([sini, sana].map(async (p) => (await p.untuk(PEMDA))('oleh rangga wirasembada')));
      expect(await dikenal()).toEqual([false, false]);
      const subjek = await catat(orangKarangan);
      expect(await dikenal()).toEqual([true, true]);
      expect((await sana.untuk('35.75'))('oleh rangga wirasembada')).toBe(false);
      await orang.hapus({ pemda: PEMDA, subjek });
      expect(await dikenal()).toEqual([false, false]);
      await basisLain.tutup();
    });

    it('memuat seratus orang sekali jalan', async () => {
      const banyak = await Promise.all(
        Array.from({ length: 100 }, (_, i) => catat(lain({ nama: `Orang Karangan ${i}` }))),
      );
      const nama = await orang.muat(banyak.map((subjek) => ({ pemda: PEMDA, subjek, pada: '2026-01-01' })));
      expect(nama.map((v) => v?.data.nama)).toEqual(banyak.map((_, i) => `Orang Karangan ${i}`));
    });
  });
