import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createServerTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BerkasPdf } from '../../../src/infra/signing/pdf.baca.js';
import { pdfsig } from '../pdfsig.js';
import { type Cap, perbarui, type SifatDiminta, type Sisipan, tandai } from './penanda.js';
import { type Pemilik, terbitkan } from './pki.js';

/** How the stand-in answers the next signing. Everything but `benar` is something that must not be taken for a signature. */
export type Cara =
  | 'benar'
  | 'tulis-ulang' // the file is written anew before it is signed
  | 'ekor-dss' // proof of validity after the signed bytes
  | 'ekor-medan' // another signature field after the signed bytes
  | 'gantung'
  | 'menetes'
  | 'putus-sebelum' // cut off without anything having been done
  | 'putus-sesudah' // signed, and cut off before the first byte of the answer
  | 'putus-tengah'
  | 'tanpa-tanda-tangan'
  | 'dokumen-lain'
  | 'versi-lama'
  | 'orang-lain'
  | 'satu-bita'
  | 'besar' // 50 MB, announced
  | 'besar-menetes' // 50 MB, not announced
  | 'base64-salah'
  | 'dua-berkas'
  | 'json-salah'
  | 'kosong'
  | 'bukan-pdf'
  | 'kedaluwarsa'
  | 'belum-berlaku'
  | 'dicabut'
  | 'ca-lain'
  | 'nama-sama-kunci-lain'
  | 'kunci-bukan-sertifikat'
  | 'bukan-ttd'
  | { readonly sisip: Sisipan }
  | {
      readonly status: number;
      readonly kode?: number;
      readonly html?: boolean;
      readonly ke?: string;
      readonly isi?: string;
    };

export type Pengguna = {
  readonly frasa: string;
  readonly nama: string;
  readonly surel?: string;
  readonly status?: string;
};
type Badan = {
  readonly nik?: unknown;
  readonly email?: unknown;
  readonly passphrase?: unknown;
  readonly file?: unknown;
  readonly signatureProperties?: unknown;
};

const HTML = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';
const HARI = 86_400_000;

/** Its certificates: a root, an authority below it, and those that must not be believed. */
export type PkiTiruan = Readonly<Record<'akar' | 'penerbit' | 'akarLain' | 'penerbitLain', Pemilik>>;

export const buatPki = async (): Promise<PkiTiruan> => {
  const nama = { akar: 'Akar Tiruan', penerbit: 'OSD LU Tiruan' };
  const akar = await terbitkan({ nama: nama.akar, ca: true });
  const akarLain = await terbitkan({ nama: nama.akar, ca: true }); // the same name, another key
  return {
    akar,
    akarLain,
    penerbit: await terbitkan({ nama: nama.penerbit, ca: true, rsa: true }, akar),
    penerbitLain: await terbitkan({ nama: nama.penerbit, ca: true }, akarLain),
  };
};

const tulisUlang = (pdf: Buffer): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-bsre-'));
  try {
    const [dari, ke] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(dari, pdf);
    execFileSync('qpdf', ['--object-streams=disable', '--recompress-flate', dari, ke], { stdio: 'pipe' });
    return readFileSync(ke);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/**
 * Stands in for BSrE Esign Client Service v2, after what public clients and their descriptions say of it. It really signs,
 * with a CA of its own. Not BSrE: what it does right is no proof that BSrE does the same.
 */
export class BsreTiruan {
  cara: Cara = 'benar';
  /** Said of every document, instead of what pdfsig finds. */
  vonis: string | undefined;
  readonly diterima: { readonly jalur: string; readonly badan: Badan }[] = [];
  readonly pengguna = new Map<string, Pengguna>();
  readonly dicabut: Pemilik[] = [];
  /** Documents that it signed, whatever it then answered. */
  tertanda = 0;
  /** Asked for a time-stamp of each signature; none is added without. */
  cap: Cap | undefined;
  dokumenLain: Buffer = Buffer.alloc(0);
  private readonly sertifikat = new Map<string, Promise<Pemilik>>();
  private server: Server | undefined;

  constructor(
    readonly pki: PkiTiruan,
    private readonly akun = { pengguna: 'amanah', sandi: 'sandi aplikasi:1' },
  ) {}

  async mulai(tls?: { readonly key: string; readonly cert: string }): Promise<string> {
    const layani = (q: IncomingMessage, s: ServerResponse): void => {
      this.layani(q, s).catch(() => s.destroy());
    };
    const server = tls ? createServerTls(tls, layani) : createServer(layani);
    this.server = server;
    await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
    return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async henti(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((selesai) => this.server?.close(selesai));
  }

  /** Signings that reached it. */
  get permintaanTte(): number {
    return this.diterima.filter((d) => d.jalur === '/api/v2/sign/pdf').length;
  }

  private async layani(q: IncomingMessage, s: ServerResponse): Promise<void> {
    const jalur = q.url ?? '';
    const potongan: Buffer[] = [];
    for await (const b of q) potongan.push(b as Buffer);
    const basic = Buffer.from(`${this.akun.pengguna}:${this.akun.sandi}`).toString('base64');
    const badan = JSON.parse(Buffer.concat(potongan).toString('utf8')) as Badan;
    this.diterima.push({ jalur, badan });
    if (q.headers.authorization !== `Basic ${basic}`) return galat(s, 401, 0, 'Unauthorized');
    if (jalur === '/api/v2/user/check/status') return this.status(badan, s);
    if (jalur === '/api/v2/verify/pdf') return this.verifikasi(badan, s);
    return jalur === '/api/v2/sign/pdf' ? this.tandaTangan(badan, s) : galat(s, 404, 0, 'Not Found');
  }

  private milik(b: Badan): Pengguna | undefined {
    return this.pengguna.get(String(b.nik)) ?? [...this.pengguna.values()].find((p) => p.surel === b.email);
  }

  private status(b: Badan, s: ServerResponse): void {
    const p = this.milik(b);
    if (typeof this.cara === 'object' && 'status' in this.cara) this.khusus(this.cara, s);
    else if (p === undefined) galat(s, 400, 2011, 'User tidak terdaftar');
    else json(s, 200, { status: p.status ?? 'ISSUE' });
  }

  private verifikasi(b: Badan, s: ServerResponse): void {
    const tertanda = pdfsig(Buffer.from(String(b.file), 'base64')).filter(({ nama }) => nama !== '');
    const sah = tertanda.length > 0 && tertanda.every((t) => t.sah);
    const conclusion = this.vonis ?? (sah ? 'VALID' : 'INVALID');
    json(s, 200, { conclusion, signatureCount: tertanda.length });
  }

  private khusus(c: Extract<Cara, { status: number }>, s: ServerResponse): void {
    s.writeHead(c.status, {
      'Content-Type': c.html ? 'text/html' : 'application/json',
      ...(c.ke !== undefined && { Location: c.ke }),
    });
    s.end(c.isi ?? (c.html ? HTML : JSON.stringify({ error: 'galat', status_code: c.kode })));
  }

  private async tandaTangan(b: Badan, s: ServerResponse): Promise<void> {
    const c = this.cara;
    if (typeof c === 'object' && 'status' in c) return this.khusus(c, s);
    if (c === 'putus-sebelum') return void s.socket?.destroy();
    if (c === 'gantung') return;
    const [sifat, berkas] = [b.signatureProperties, b.file];
    if (!Array.isArray(sifat) || sifat.length !== 1 || !Array.isArray(berkas) || berkas.length !== 1)
      return galat(s, 400, 2000, 'signatureProperties dan file');
    const p = this.milik(b);
    if (p === undefined) return galat(s, 400, 2011, 'User tidak terdaftar');
    if (b.passphrase !== p.frasa) return galat(s, 400, 2031, `Passphrase salah: ${String(b.passphrase)}`);
    const asli = Buffer.from(String(berkas[0]), 'base64');
    const hasil = await this.hasil(c, p, String(b.nik ?? ''), asli, sifat[0] as SifatDiminta);
    this.tertanda++;
    await this.jawab(c, hasil, s);
  }

  private orang(kunci: string, buat: () => Promise<Pemilik>): Promise<Pemilik> {
    const ada = this.sertifikat.get(kunci) ?? buat();
    this.sertifikat.set(kunci, ada);
    return ada;
  }

  /** The certificate that this way of answering signs with, and what comes along. */
  private async penanda(c: Cara, p: Pengguna, nik: string) {
    const { penerbit, akar, penerbitLain, akarLain } = this.pki;
    const kini = Date.now();
    const dasar = { nama: p.nama, nik, ...(p.surel !== undefined && { surel: p.surel }) };
    const lain: Readonly<Record<string, Parameters<typeof terbitkan>[0]>> = {
      kedaluwarsa: { ...dasar, dari: new Date(kini - 30 * HARI), sampai: new Date(kini - HARI) },
      'belum-berlaku': { ...dasar, dari: new Date(kini + HARI) },
      'orang-lain': { nama: 'Orang Lain', nik: '3171000000000009', surel: 'lain@x.id' },
      'nama-sama-kunci-lain': { nama: p.nama, nik: '3171000000000008', surel: 'sama@x.id' },
      'bukan-ttd': { ...dasar, kegunaan: 0b0010_0000 },
      dicabut: dasar,
    };
    const jenis = typeof c === 'string' ? c : 'benar';
    const asing = jenis === 'ca-lain';
    const rantai = asing ? [penerbitLain, akarLain] : [penerbit, akar];
    const pesanan = lain[jenis] ?? { ...dasar, rsa: true };
    const orang = await this.orang(`${nik}/${p.nama}/${lain[jenis] || asing ? jenis : ''}`, () =>
      terbitkan(pesanan, rantai[0]),
    );
    if (jenis === 'dicabut' && !this.dicabut.includes(orang)) this.dicabut.push(orang);
    const palsu = jenis === 'kunci-bukan-sertifikat' ? penerbit.kunci.privateKey : undefined;
    return { orang, rantai, ...(palsu && { kunci: palsu }), ...(this.cap && { cap: this.cap }) };
  }

  private async hasil(c: Cara, p: Pengguna, nik: string, asli: Buffer, s: SifatDiminta): Promise<Buffer> {
    if (c === 'tanpa-tanda-tangan') return asli;
    const penanda = await this.penanda(c, p, nik);
    const dasar =
      c === 'tulis-ulang'
        ? tulisUlang(asli)
        : c === 'dokumen-lain' || c === 'versi-lama'
          ? this.dokumenLain
          : asli;
    const tertanda = await tandai(dasar, s, penanda, typeof c === 'object' && 'sisip' in c ? c.sisip : {});
    if (c === 'satu-bita') tertanda[tertanda.indexOf('Perjanjian')] = 0x70;
    if (c === 'ekor-medan') return tandai(tertanda, s, penanda);
    return c === 'ekor-dss' ? this.denganDss(tertanda) : tertanda;
  }

  private denganDss(pdf: Buffer): Buffer {
    const b = new BerkasPdf(pdf);
    const m = /\/Root (\d+) 0 R/.exec(pdf.subarray(pdf.lastIndexOf('trailer')).toString('latin1'));
    const akar = Number(m?.[1]);
    const isi = pdf.subarray(pdf.lastIndexOf(`\n${akar} 0 obj\n`)).toString('latin1');
    const kamus = isi.slice(isi.indexOf('<<'), isi.indexOf('\nendobj'));
    return perbarui(b, new Map([[akar, kamus.replace(/ >>$/, ' /DSS << /Certs [] >> >>')]]));
  }

  private async jawab(c: Cara, pdf: Buffer, s: ServerResponse): Promise<void> {
    const file = [pdf.toString('base64')];
    const waktu = { time: new Date().toISOString() };
    if (c === 'putus-sesudah') return void s.socket?.destroy();
    if (c === 'putus-tengah') return tengah(s, JSON.stringify({ ...waktu, file }));
    if (c === 'menetes') return menetes(s);
    if (c === 'besar') return besar(s, true);
    if (c === 'besar-menetes') return besar(s, false);
    if (c === 'json-salah') return void s.writeHead(200).end(`{"file":["${file[0]}"`);
    if (c === 'base64-salah') return json(s, 200, { ...waktu, file: [`***${file[0]}`] });
    if (c === 'dua-berkas') return json(s, 200, { ...waktu, file: [file[0], file[0]] });
    if (c === 'kosong') return json(s, 200, { ...waktu, file: [] });
    if (c === 'bukan-pdf') return json(s, 200, { ...waktu, file: [Buffer.from(HTML).toString('base64')] });
    json(s, 200, { ...waktu, file });
  }
}

const json = (s: ServerResponse, status: number, isi: unknown): void => {
  s.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(isi));
};
const galat = (s: ServerResponse, status: number, kode: number, error: string): void =>
  json(s, status, { error, status_code: kode });

const tengah = (s: ServerResponse, isi: string): void => {
  s.writeHead(200, { 'Content-Length': isi.length });
  s.write(isi.slice(0, isi.length / 2), () => s.socket?.destroy());
};

const menetes = (s: ServerResponse): void => {
  s.writeHead(200, { 'Content-Type': 'application/json' });
  const tetes = setInterval(() => s.write(' '), 20);
  s.on('close', () => clearInterval(tetes));
};

/** 50 MB, only as fast as they are read. */
const besar = async (s: ServerResponse, disebut: boolean): Promise<void> => {
  const potongan = Array<Buffer>(50).fill(Buffer.alloc(1024 * 1024, 0x41));
  s.writeHead(200, disebut ? { 'Content-Length': potongan.length * 1024 * 1024 } : {});
  await pipeline(Readable.from(potongan), s).catch(() => undefined); // whoever asked has had enough
};
