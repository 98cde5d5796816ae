import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AKAR } from '../akar.js';
import type { DataOrang } from '../approval/direktori-orang.js';
import type { Peran } from '../approval/wewenang.js';
import { terbitkanToken } from '../infra/identity/token.js';
import type { Rakitan } from '../infra/rakitan.js';
import type { Decider, DomainEvent, Pejabat } from '../kernel/decider.js';
import { kunci, OPD_PEMDA } from '../kernel/kunci.js';
import { sha256Hex } from '../kernel/sidik.js';
import { jabatan } from '../planning/jabatan/jabatan.decider.js';
import { periode } from '../planning/pemda/periode.decider.js';
import type { Paket } from '../reporting/impor/impor.paket.js';
import { PelaksanaImpor } from '../reporting/impor/impor.pelaksana.js';

const CONTOH = join(AKAR, 'contoh');
export const KOTA = ['pontianak-2023', 'pasuruan-2022'] as const;

/** Invented: no such official is known. The numbers have a region and a sequence that nobody is given. */
const NAMA_KARANGAN: Readonly<Record<string, readonly string[]>> = {
  '61.71': [
    'H. Bramastya Wirayudanto, S.E., M.M.',
    'Dra. Kinasih Purwandanu, M.Si.',
    'Ir. Danendra Sukmajati, M.T.',
    'Drs. Prabaswara Natawiria, M.Si.',
    'Laksmita Harsaningrum, S.Sos.',
    'Yodhatama Rekswara, S.T.',
  ],
  '35.75': [
    'Dr. Hj. Anggraini Sekarwangi, M.Kes.',
    'Wiratmaja Kertapati, S.STP., M.AP.',
    'Dra. Maheswari Tirtaningsih, M.M.',
    'Ir. Baskoromurti Adiwangsa, M.Si.',
    'Galuhsari Puspaningtyas, S.A.P.',
    'Satriyatama Wanengpati, S.H.',
  ],
};
const PANGKAT = [null, 'Pembina Utama Muda', 'Pembina Utama Muda', 'Pembina Tingkat I', 'Penata', 'Pembina'];

export const orangDemo = (pemda: string, urut: number): DataOrang => {
  const nama = NAMA_KARANGAN[pemda]?.[urut] ?? 'Pejabat Karangan';
  const [lahir, kota] = [`19${70 + urut}0${1 + urut}15`, pemda.replace('.', '')];
  const surel = `${nama.split(',')[0]?.split(' ').at(-1)?.toLowerCase()}.${kota}@contoh.go.id`;
  return {
    nama,
    nip: urut === 0 ? null : `${lahir}${1996 + urut}03${1 + (urut % 2)}99${urut}`, // an elected head has none
    nik: `99${kota}15${String(1 + urut).padStart(2, '0')}${70 + urut}999${urut}`,
    pangkat: PANGKAT[urut] ?? null,
    surel,
  };
};

/** An office of a sample city, the random id of the one who holds it, and a token to act in it. */
export type JabatanDemo = {
  readonly kota: string;
  readonly pemda: string;
  readonly opd: string;
  readonly jabatan: string;
  readonly sebutan: string;
  readonly peran: Peran;
  readonly subjek: string | null;
  readonly token: string;
};

type Kantor = readonly [jabatan: string, peran: Peran, sebutan: string, milikPemda: boolean];

const kantor = ({ pemda, opd, perjanjianKinerja: [pk] }: Paket): Kantor[] => [
  ['kepala-daerah', 'kepala-daerah', pk?.pihakKedua.jabatan ?? 'Kepala Daerah', true],
  ['pengelola', 'pengelola', `Kepala Bagian Organisasi ${pemda.nama}`, true],
  ['inspektorat', 'inspektorat', `Inspektur ${pemda.nama}`, true],
  ['kepala', 'kepala', pk?.pihakPertama.jabatan ?? `Kepala ${opd.nama}`, false],
  ['perencana', 'perencana', `Kepala Subbagian Perencanaan ${opd.nama}`, false],
  ['bidang-penempatan', 'bidang', `Kepala Bidang Penempatan ${opd.nama}`, false],
];

const atasanDari = ({ pemda, opd }: Paket, [kode, , , milikPemda]: Kantor): string | null => {
  if (kode === 'kepala-daerah') return null;
  return milikPemda || kode === 'kepala'
    ? kunci.jabatan(pemda.kode, OPD_PEMDA, 'kepala-daerah')
    : kunci.jabatan(pemda.kode, opd.kode, 'kepala');
};

/** What an operator would type in, as commands of the same deciders. */
class Pengisi {
  constructor(private readonly rakitan: Rakitan) {}

  async kota(nama: string): Promise<JabatanDemo[]> {
    const { store, executor, clock } = this.rakitan;
    const berkas = readFileSync(join(CONTOH, `${nama}.json`));
    const { ditolak } = await new PelaksanaImpor(store, executor, clock).impor(berkas);
    if (ditolak[0] !== undefined) throw new Error(`${nama} ditolak: ${ditolak[0].jalur} ${ditolak[0].pesan}`);
    const paket = JSON.parse(berkas.toString('utf8')) as Paket;
    const daftar: JabatanDemo[] = [];
    for (const [i, k] of kantor(paket).entries()) daftar.push(await this.isiJabatan(paket, k, i));
    await this.buka(paket, daftar);
    return [...daftar, this.operator(paket)];
  }

  /** Holds no office: who stands in for those that a perangkat daerah does not have yet. */
  private operator({ pemda: { kode: pemda, nama: kota } }: Paket): JabatanDemo {
    const data = {
      peran: 'operator',
      pemda,
      opd: OPD_PEMDA,
      jabatan: 'operator',
      sebutan: 'Operator',
    } as const;
    const milik = { akun: `demo.${pemda}.operator`, subjek: null, status: null };
    return {
      kota,
      ...data,
      subjek: null,
      token: terbitkanToken(this.rakitan.konfigurasi.data, { ...data, ...milik }),
    };
  }

  private async isiJabatan(paket: Paket, kantor: Kantor, urut: number): Promise<JabatanDemo> {
    const [kode, peran, sebutan, milikPemda] = kantor;
    const pemda = paket.pemda.kode;
    const opd = milikPemda ? OPD_PEMDA : paket.opd.kode;
    const subjek = randomUUID();
    const isi = { mulai: `${paket.tahun}-01-01`, data: orangDemo(pemda, urut) };
    await this.rakitan.orang.catat({ pemda, subjek }, isi, { id: randomUUID(), sidik: subjek });
    await this.angkat(paket, kantor, kunci.jabatan(pemda, opd, kode), subjek);
    const data = { akun: `demo.${pemda}.${kode}`, peran, pemda, opd, jabatan: kode, sebutan, subjek };
    const token = terbitkanToken(this.rakitan.konfigurasi.data, { ...data, status: 'definitif' });
    return { kota: paket.pemda.nama, pemda, opd, jabatan: kode, sebutan, peran, subjek, token };
  }

  private async angkat(paket: Paket, kantor: Kantor, id: string, subjek: string): Promise<void> {
    const [, , sebutan] = kantor;
    const dasar = { oleh: this.pengelola(paket.pemda.kode), cara: 'elektronik' } as const;
    const atasan = atasanDari(paket, kantor);
    await this.jalankan(jabatan, id, {
      type: 'Bentuk',
      sebutan,
      atasan,
      terdaftar: true,
      atasanDikenal: 'dikenal',
      unitDikenal: true,
      ...dasar,
    });
    await this.jalankan(jabatan, id, {
      type: 'TetapkanPejabat',
      subjek,
      status: 'definitif',
      mulai: `${paket.tahun + 1}-01-01`,
      selesai: null,
      keputusan: null,
      ...dasar,
    });
  }

  /** The first quarter of the next year, so that a visitor has something to enter. */
  private async buka(paket: Paket, daftar: readonly JabatanDemo[]): Promise<void> {
    const pemda = paket.pemda.kode;
    const sebutan = daftar.find((d) => d.peran === 'pengelola')?.sebutan ?? '';
    await this.jalankan(periode, kunci.periode(pemda, paket.tahun + 1), {
      type: 'Buka',
      dokumen: 'pengukuran',
      triwulan: 1,
      opd: paket.opd.kode,
      alasan: null,
      terdaftar: true,
      oleh: { ...this.pengelola(pemda), sebutan },
      cara: 'elektronik',
    });
  }

  private pengelola(pemda: string): Pejabat {
    const id = kunci.jabatan(pemda, OPD_PEMDA, 'pengelola');
    return { subjek: null, jabatan: id, sebutan: 'Pengelola', status: null };
  }

  private async jalankan<S, C extends object, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    command: C,
  ): Promise<void> {
    const sidikMasukan = sha256Hex(JSON.stringify(command));
    const amplop = { idPerintah: randomUUID(), sidikMasukan, actor: 'demo' };
    await this.rakitan.executor.execute(decider, id, command, amplop);
  }
}

/** Fills an empty data folder with the two example cities, their offices and an open quarter; gives a token for each office. */
export const isiDemo = async (rakitan: Rakitan): Promise<JabatanDemo[]> => {
  const pengisi = new Pengisi(rakitan);
  const semua: JabatanDemo[] = [];
  for (const nama of KOTA) semua.push(...(await pengisi.kota(nama)));
  return semua;
};
