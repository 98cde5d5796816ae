import { randomUUID } from 'node:crypto';
import { LayananTandaTangan } from '../../src/approval/tanda-tangan/layanan.js';
import type { Pelaku } from '../../src/approval/wewenang.js';
import type { DokumenDiminta } from '../../src/exchange/tanda-tangan/penandatanganan.js';
import type { GalatBerkode } from '../../src/infra/graphql/galat.js';
import { CaTertanam } from '../../src/infra/signing/ca.js';
import { Rahasia } from '../../src/kernel/rahasia.js';
import { TandaTanganPk } from '../../src/planning/perjanjian-kinerja/tanda-tangan-pk.js';
import { akunJadi, Peramban } from './akun.js';
import { type AplikasiUji, mulaiUji } from './aplikasi.js';
import { type Cerita, daftarkan, mulaiCerita, NASKAH_PK, OPD, rencanakan, TAHUN } from './cerita.js';
import { amplopUji } from './ruang-pk.js';

export const FRASA = { kadis: 'kuda besi menyeberang kapuas', wali: 'meriam karbit tujuh belas' } as const;
export type Pejabat = keyof typeof FRASA;
const SUBJEK = { kadis: 'S-kadis', wali: 'S-wali' } as const;
const NAMA = { kadis: 'Drs. Ratna Contoh, M.Si.', wali: 'Ir. Budi Contoh, M.T.' } as const;

export type Baris = {
  readonly dokumen?: {
    readonly jabatan: string;
    readonly keadaan?: string;
    readonly galat?: GalatBerkode;
    readonly berkas?: string;
  };
  readonly kemajuan?: { readonly selesai: number; readonly dari: number };
  readonly hasil?: { readonly ditandatangani: number; readonly ditolak: number };
  readonly galat?: GalatBerkode;
};
export type JawabanTtd = {
  readonly status: number;
  readonly kode: string | undefined;
  readonly baris: readonly Baris[];
};

/** The whole application with a PK's two officials: their names, accounts, sessions and signing keys. */
export class KotaTte {
  readonly peramban: Readonly<Record<Pejabat, Peramban>>;

  private constructor(
    readonly app: AplikasiUji,
    readonly cerita: Cerita,
  ) {
    this.peramban = { kadis: new Peramban(app.alamat), wali: new Peramban(app.alamat) };
  }

  static async mulai(): Promise<KotaTte> {
    const app = await mulaiUji();
    const kota = new KotaTte(app, mulaiCerita(app));
    await daftarkan(kota.cerita);
    await rencanakan(kota.cerita);
    await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
    for (const siapa of ['kadis', 'wali'] as const) await kota.siapkan(siapa);
    return kota;
  }

  /** A person with a name; without an account. */
  async catatOrang(subjek: string, nama: string): Promise<void> {
    const data = { nama, nip: null, nik: null, pangkat: null, surel: null };
    const id = randomUUID();
    const isi = { mulai: '2020-01-01', data };
    await this.app.aplikasi.rakitan.orang.catat({ pemda: '61.71', subjek }, isi, { id, sidik: id });
  }

  private async siapkan(siapa: Pejabat): Promise<void> {
    await this.catatOrang(SUBJEK[siapa], NAMA[siapa]);
    await akunJadi(this.app, `akun.${siapa}`, SUBJEK[siapa]);
    await this.masuk(siapa);
    const frasa = { frasa: FRASA[siapa], ulangi: FRASA[siapa] };
    const { status, badan } = await this.peramban[siapa].post('/sesi/kunci-tte', frasa);
    if (status !== 201) throw new Error(JSON.stringify(badan));
  }

  /** Logs in, in the own office, and proves it. */
  async masuk(siapa: Pejabat): Promise<void> {
    const p = this.peramban[siapa];
    await p.masuk(`akun.${siapa}`);
    const jabatan = siapa === 'kadis' ? '61.71.disnaker.kepala' : '61.71.pemda.kepala-daerah';
    await p.post('/sesi/jabatan', { jabatan });
    const { status, badan } = await p.bukti();
    if (status !== 200) throw new Error(JSON.stringify(badan));
  }

  /** Proposes the head's PK, or that of another office. */
  async ajukan(isi: object = {}): Promise<void> {
    await this.cerita.jadi('kadis', 'ajukanPerjanjianKinerja', { ...NASKAH_PK, ...isi });
    await this.terlihat();
  }

  async terlihat(): Promise<void> {
    await this.app.aplikasi.rakitan.pemantau.tungguSemua(await this.app.posisi());
  }

  async menunggu(siapa: Pejabat, pilihan = ''): Promise<(DokumenDiminta & Record<string, unknown>)[]> {
    await this.terlihat();
    const { badan } = await this.peramban[siapa].gql(
      `{ menungguTandaTangan(first: 60) { edges { node { pemda opd jabatan tahun sidik berkasDilihat: berkas ${pilihan} } } } }`,
    );
    if (badan.errors) throw new Error(JSON.stringify(badan.errors));
    return badan.data.menungguTandaTangan.edges.map((e: { node: DokumenDiminta }) => e.node);
  }

  async tandatangani(
    siapa: Pejabat,
    daftar: readonly object[],
    lain: { idPerintah?: string; frasa?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<JawabanTtd> {
    const { idPerintah = randomUUID(), frasa = FRASA[siapa], headers = {} } = lain;
    const kuki = this.peramban[siapa].kuki;
    const res = await fetch(`${this.app.alamat}/berkas/tandatangani`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-amanah': '1',
        ...(kuki && { cookie: kuki }),
        ...headers,
      },
      body: JSON.stringify({ idPerintah, daftar: daftar.map(dokumenSaja), frasa }),
    });
    const teks = await res.text();
    const baris = teks
      .trim()
      .split('\n')
      .map((b) => JSON.parse(b) as Baris & { errors?: GalatBerkode[] });
    return { status: res.status, kode: baris[0]?.errors?.[0]?.extensions.kode, baris };
  }

  /** An office below the head, with its holder, name and key, and its PK proposed and signed by that holder. */
  async bawahan(kode: string): Promise<void> {
    const { jadi } = this.cerita;
    const [milik, subjek] = [{ ...OPD, jabatan: kode }, `S-${kode}`];
    const atasan = { opd: 'disnaker', jabatan: 'kepala' };
    const sebutan = `Kepala Bidang ${kode}`;
    await jadi('pengelola', 'bentukJabatan', { ...milik, sebutan, atasan });
    await jadi('pengelola', 'tetapkanPejabat', {
      ...milik,
      subjek,
      status: 'definitif',
      mulai: '2021-01-04',
    });
    await this.catatOrang(subjek, `Pejabat ${kode}`);
    const frasa = `frasa sandi ${kode}`;
    await this.app.aplikasi.app
      .get(CaTertanam)
      .buatKunci(subjek, `Pejabat ${kode}`, sebutan, new Rahasia(frasa));
    await jadi('perencana', 'ajukanPerjanjianKinerja', { ...NASKAH_PK, jabatan: kode });
    const pejabat = { subjek, jabatan: `61.71.disnaker.${kode}`, sebutan, status: 'definitif' } as const;
    const pelaku: Pelaku = { akun: `akun-${kode}`, peran: 'bidang', ...OPD, pejabat };
    await this.sendiri(pelaku, kode, frasa);
  }

  /** Signs in the process, as the HTTP door does after it has asked for the session. */
  private async sendiri(pelaku: Pelaku, kode: string, frasa: string): Promise<void> {
    const { app } = this.app.aplikasi;
    const kunci = { ...TAHUN, jabatan: kode };
    const { sidik, berkas } = await this.dibaca(kode);
    const sesi = app.get(LayananTandaTangan, { strict: false }).duduk({
      pelaku,
      alamat: null,
      frasa: new Rahasia(frasa),
    });
    const pk = app.get(TandaTanganPk, { strict: false });
    const diminta = { kunci, sidik, berkasDilihat: berkas };
    await sesi.tandatangani(pk.dokumen(diminta, pelaku, amplopUji(kode))).finally(() => sesi.tutup());
  }

  private async dibaca(kode: string): Promise<{ sidik: string; berkas: string }> {
    const { BerkasPk } = await import('../../src/planning/perjanjian-kinerja/berkas-pk.js');
    const { app, rakitan } = this.app.aplikasi;
    const { events } = await rakitan.store.read(`PerjanjianKinerja-61.71.disnaker.${kode}.2023`);
    const diajukan = events.findLast((e) => e.type === 'PerjanjianKinerjaDiajukan');
    const { sidik: berkas } = await app
      .get(BerkasPk, { strict: false })
      .baca({ ...TAHUN, jabatan: kode }, null, 'uji');
    const { sidik } = (diajukan?.data ?? { sidik: '' }) as { sidik: string };
    return { sidik, berkas };
  }

  async jenis(jabatan = 'kepala'): Promise<string[]> {
    const stream = `PerjanjianKinerja-61.71.disnaker.${jabatan}.2023`;
    return (await this.app.aplikasi.rakitan.store.read(stream)).events.map((e) => e.type);
  }

  /** The security log's notes since the call, kind and code. */
  async catatan(kerja: () => Promise<unknown>): Promise<{ jenis: string; kode: unknown }[]> {
    const { keamanan } = this.app.aplikasi.rakitan;
    const sebelum = (await keamanan.semua()).at(-1)?.urut ?? 0;
    await kerja();
    return (await keamanan.semua(sebelum)).map(({ jenis, rincian }) => ({ jenis, kode: rincian.kode }));
  }
}

const dokumenSaja = (d: object): object => {
  const { pemda, opd, jabatan, tahun, sidik, berkasDilihat } = d as DokumenDiminta;
  return { pemda, opd, jabatan, tahun, sidik, berkasDilihat };
};
