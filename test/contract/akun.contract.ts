import { DaftarAkun } from '../../src/infra/identity/akun/daftar-akun.js';
import { DaftarSesi, type Sesi } from '../../src/infra/identity/akun/daftar-sesi.js';
import { DaftarTautan } from '../../src/infra/identity/akun/daftar-tautan.js';
import type { BasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { siapkanKunciInduk } from '../../src/infra/identity/kunci-induk.js';
import { DaftarOidc } from '../../src/infra/identity/oidc/daftar-oidc.js';
import { DaftarPermintaan } from '../../src/infra/identity/oidc/daftar-permintaan.js';
import { Clock } from '../../src/kernel/event-store.js';
import { kode } from '../support/kode.js';
import type { TempatBasis } from './identitas.contract.js';

const AWAL = Date.parse('2026-01-05T01:00:00.000Z');
const MENIT = 60_000;
const JAM = 60 * MENIT;

class JamUji extends Clock {
  kini = AWAL;
  now(): Date {
    return new Date(this.kini);
  }
}

/** Accounts, sessions and links over one database that two instances have open, in SQLite and in PostgreSQL. */
export const kontrakAkun = (nama: string, buat: () => Promise<TempatBasis>): void =>
  describe(`akun dan sesi di ${nama}`, () => {
    let tempat: TempatBasis;
    let a: BasisIdentitas;
    let b: BasisIdentitas;
    let nomor = 0;
    const jam = new JamUji();
    beforeAll(async () => {
      tempat = await buat();
      [a, b] = [await tempat.buka(), await tempat.buka()];
    });
    afterAll(async () => {
      await Promise.all([a.tutup(), b.tutup()]);
      await tempat.hapus();
    });
    beforeEach(() => {
      jam.kini = AWAL;
    });

    const akun = (basis = a): DaftarAkun => new DaftarAkun(basis, jam);
    const sesi = (basis = a): DaftarSesi => new DaftarSesi(basis, jam);
    const oidc = (basis = a): DaftarOidc => new DaftarOidc(basis, jam);
    const minta = (basis = a): DaftarPermintaan => new DaftarPermintaan(basis, jam);
    const tautan = (basis = a): DaftarTautan => new DaftarTautan(basis, jam);
    const akunBaru = (): Promise<string> => akun().buat(`akun-${++nomor}`, 'S-1', 'sandi-tersimpan');
    const sesiBaru = async (id: string): Promise<string> =>
      (await sesi().buat(id, '61.71.disnaker.kepala', 'sandi-tersimpan')) ?? '';
    const cari = async (id: string, basis = b): Promise<Sesi> => {
      const ada = await sesi(basis).cari(id);
      if (ada === null) throw new Error('sesi tidak ditemukan');
      return ada;
    };

    it('satu nama satu akun, juga bila dua instans membuatnya bersamaan', async () => {
      const hasil = await Promise.all([a, b].map((x) => kode(akun(x).buat('kembar', null))));
      expect(hasil.sort()).toEqual(['BERHASIL', 'NAMA_PENGGUNA_DIPAKAI']);
    });

    it('lima kali salah mengunci 15 menit di kedua instans; yang berikutnya tidak memperpanjang', async () => {
      const id = await akunBaru();
      const kunci: boolean[] = [];
      for (let i = 0; i < 5; i++) kunci.push((await akun(i % 2 === 0 ? a : b).salah(id)).terkunci);
      expect(kunci).toEqual([false, false, false, false, true]);
      jam.kini += 14 * MENIT;
      await akun().salah(id);
      const terkunci = await akun(b).menurutId(id);
      expect(terkunci && akun(b).terkunci(terkunci)).toBe(true);
      expect(terkunci && (await akun(b).benar(terkunci, null))).toBe(false);
      jam.kini += MENIT + 1;
      expect(terkunci && (await akun(b).benar(terkunci, null))).toBe(true);
      expect((await akun().menurutId(id))?.terkunci).toBeNull();
    });

    it('yang benar menghapus hitungan yang salah; akun nonaktif atau sandi yang sudah diganti tidak pernah benar', async () => {
      const id = await akunBaru();
      for (let i = 0; i < 4; i++) await akun().salah(id);
      const dibaca = await akun().menurutId(id);
      if (dibaca === null) throw new Error('tidak ada');
      expect(await akun(b).benar(dibaca, null)).toBe(true);
      expect((await akun().salah(id)).jumlah).toBe(1);
      await akun(b).gantiSandi(id, 'sandi-lain');
      expect(await akun().benar(dibaca, null)).toBe(false);
      await akun(b).ubahKeadaan(id, 'nonaktif');
      expect(await akun().benar({ ...dibaca, sandi: 'sandi-lain' }, null)).toBe(false);
    });

    it('satu langkah kode dipakai sekali, juga oleh dua permintaan sekaligus', async () => {
      const id = await akunBaru();
      const dibaca = await akun().menurutId(id);
      if (dibaca === null) throw new Error('tidak ada');
      const hasil = await Promise.all([a, b, a, b].map((x) => akun(x).benar(dibaca, 7)));
      expect(hasil.filter(Boolean)).toHaveLength(1);
      expect(await akun().benar(dibaca, 6)).toBe(false);
      expect(await akun().benar(dibaca, 8)).toBe(true);
    });

    it('sesi yang diakhiri di satu instans tidak ada lagi di yang lain pada permintaan berikutnya', async () => {
      const id = await akunBaru();
      const [satu, dua] = [await sesiBaru(id), await sesiBaru(id)];
      const { sidik } = await cari(satu);
      await sesi(a).akhiri(sidik);
      expect([await sesi(b).cari(satu), await sesi(b).berdiri(sidik)]).toEqual([null, false]);
      expect(await sesi(a).akhiriAkun(id)).toBe(1);
      expect(await sesi(b).cari(dua)).toBeNull();
    });

    it('menganggur 30 menit, atau 12 jam sejak masuk, mengakhiri sesi', async () => {
      const id = await sesiBaru(await akunBaru());
      for (let i = 0; i < 24; i++) {
        jam.kini += 29.5 * MENIT;
        await cari(id);
      }
      jam.kini = AWAL + 12 * JAM + 1;
      expect(await sesi(b).cari(id)).toBeNull();
      jam.kini = AWAL;
      const lain = await sesiBaru(await akunBaru());
      const { sidik } = await cari(lain);
      jam.kini += 30 * MENIT + 1;
      expect([await sesi(a).berdiri(sidik), await sesi(b).cari(lain)]).toEqual([false, null]);
      await sesi(a).bersihkan();
      const { jumlah } = await b.db
        .selectFrom('sesi')
        .select(({ fn }) => fn.countAll<number | string>().as('jumlah'))
        .executeTakeFirstOrThrow();
      expect(Number(jumlah)).toBe(0);
    });

    it('memutar sesi memberi id baru dengan umur yang sama; yang lama, dan putaran kedua darinya, tidak berlaku', async () => {
      const id = await sesiBaru(await akunBaru());
      const { sidik, dibuat } = await cari(id);
      jam.kini += 5 * MENIT;
      const ubah = { terbukti: jam.now().toISOString(), terbuktiTotp: true };
      const [satu, dua] = await Promise.all([sesi(a).putar(sidik, ubah), sesi(b).putar(sidik, ubah)]);
      expect([satu, dua].filter((x) => x === null)).toHaveLength(1);
      const baru = await cari(satu ?? dua ?? '');
      expect(baru).toMatchObject({ dibuat, terbukti: ubah.terbukti, terbuktiTotp: true });
      expect(await sesi(b).cari(id)).toBeNull();
    });

    it('sesi tidak lahir bila sandinya diganti, atau akunnya ditutup, setelah dibandingkan', async () => {
      const id = await akunBaru();
      expect(await sesi().buat(id, null, 'sandi-semula')).toBeNull();
      await akun(b).ubahKeadaan(id, 'nonaktif');
      expect(await sesi().buat(id, null, 'sandi-tersimpan')).toBeNull();
    });

    it('satu sub satu akun, juga bila dua instans menautkannya bersamaan; satu akun satu sub di tiap penyedia', async () => {
      const siapa = { penerbit: 'https://sso.kota.go.id', sub: 'S-1' };
      const [satu, dua] = [await akunBaru(), await akunBaru()];
      const hasil = await Promise.all([oidc(a).tautkan(satu, siapa), oidc(b).tautkan(dua, siapa)]);
      expect(hasil.filter(Boolean)).toHaveLength(1);
      const pemilik = hasil[0] ? satu : dua;
      expect((await oidc(b).akun(siapa))?.id).toBe(pemilik);
      expect(await oidc().tautkan(pemilik, siapa)).toBe(true);
      expect(await oidc().tautkan(pemilik, { ...siapa, sub: 'S-2' })).toBe(false);
      const lain = { ...siapa, penerbit: 'https://sso.kota.go.id/' };
      expect([await oidc().akun(lain), await oidc().akun({ ...siapa, sub: 's-1' })]).toEqual([null, null]);
      expect(await oidc().tautkan(pemilik, lain)).toBe(true);
      expect((await oidc(b).milik(pemilik)).map((s) => s.penerbit)).toEqual([siapa.penerbit, lain.penerbit]);
    });

    it('sesi lewat penyedia tidak lahir bila tautannya dilepas, atau akunnya ditutup, setelah dilihat', async () => {
      const [id, siapa] = [await akunBaru(), { penerbit: 'https://sso.lain.go.id', sub: 'S-3' }];
      expect(await sesi().buat(id, null, siapa)).toBeNull();
      await oidc(b).tautkan(id, siapa);
      expect((await cari((await sesi().buat(id, null, siapa)) ?? '')).akun).toBe(id);
      await akun(b).ubahKeadaan(id, 'nonaktif');
      expect(await sesi().buat(id, null, siapa)).toBeNull();
      await akun(b).ubahKeadaan(id, 'aktif');
      expect([await oidc(b).lepas(id), await oidc().lepas(id)]).toEqual([true, false]);
      expect(await sesi().buat(id, null, siapa)).toBeNull();
    });

    it('akun yang dihapus melepas tautannya dengan penyedia', async () => {
      const [id, siapa] = [await akunBaru(), { penerbit: 'https://sso.hapus.go.id', sub: 'S-4' }];
      await oidc().tautkan(id, siapa);
      await a.db.deleteFrom('akun').where('id', '=', id).execute();
      expect(await oidc(b).milik(id)).toEqual([]);
    });

    it('permintaan ke penyedia dipakai sekali, oleh satu instans, dalam sepuluh menit', async () => {
      const { kuki, permintaan } = await minta(a).buat('masuk', null);
      const hasil = await Promise.all([minta(a).pakai(kuki), minta(b).pakai(kuki)]);
      expect(hasil.filter((p) => p !== null)).toEqual([permintaan]);
      const lama = await minta(a).buat('bukti', 'sidik');
      jam.kini += 10 * MENIT;
      expect(await minta(b).pakai(lama.kuki)).toBeNull();
      await minta(b).buat('masuk', null);
      expect(await a.db.selectFrom('oidc_permintaan').select('tujuan').execute()).toEqual([
        { tujuan: 'masuk' },
      ]);
    });

    it('tautan berlaku sekali, 24 jam, dan hanya yang terakhir bagi satu akun', async () => {
      const id = await akunBaru();
      const rahasia = async (): Promise<string> =>
        (await tautan().buat({ jenis: 'sandi', akun: id })).split('#')[1] ?? '';
      const [lama, baru] = [await rahasia(), await rahasia()];
      expect(await kode(tautan(b).lihat(lama))).toBe('TAUTAN_TIDAK_BERLAKU');
      expect(await tautan(b).lihat(baru)).toEqual({ jenis: 'sandi', akun: id });
      const hasil = await Promise.all([a, b].map((x) => kode(tautan(x).pakai(baru))));
      expect(hasil.sort()).toEqual(['BERHASIL', 'TAUTAN_TIDAK_BERLAKU']);
      const lewat = await rahasia();
      jam.kini += 24 * JAM;
      expect(await kode(tautan().lihat(lewat))).toBe('TAUTAN_TIDAK_BERLAKU');
    });

    it('kunci induk yang lain ditolak, dengan menyebut kunci mana yang diperlukan', async () => {
      const teks = (n: number): string => Buffer.alloc(32, n).toString('base64');
      await siapkanKunciInduk('', a, teks(1));
      await siapkanKunciInduk('', b, teks(1));
      await expect(siapkanKunciInduk('', b, teks(2))).rejects.toThrow(/Kunci induk ini bukan kunci/);
    });
  });
