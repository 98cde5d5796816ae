import './infra/konfigurasi/pastikan-node.js';
import 'reflect-metadata';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { type Aplikasi, mulaiAplikasi } from './aplikasi.js';
import { isiAkunDemo, namaAkun } from './cli/akun-demo.js';
import { isiDemo, type JabatanDemo } from './cli/isi-demo.js';
import { tabel } from './cli/tabel.js';
import { buatFolderData } from './infra/event-store/folder-data.js';
import { kunciLog, LogTerkunci } from './infra/event-store/kunci-log.js';
import { bacaKonfigurasi, KonfigurasiAmanah, KonfigurasiSalah } from './infra/konfigurasi/konfigurasi.js';

/** Says that a folder holds nothing but a demonstration, and may be thrown away. */
const TANDA = 'demo.json';
const PORT_DICOBA = 20;

class DemoGagal extends Error {}

/** Empties the folder of an earlier demonstration; touches no other. */
const siapkanFolder = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, TANDA)))
      throw new DemoGagal(
        `${folder} sudah berisi dan bukan folder demo. Pilih folder lain dengan AMANAH_DATA.`,
      );
    kunciLog(folder)(); // a demonstration that still runs keeps its folder
    rmSync(folder, { recursive: true });
  }
  buatFolderData(folder);
  writeFileSync(join(folder, TANDA), `${JSON.stringify({ demo: true })}\n`);
};

const bebas = (port: number, alamat: string): Promise<boolean> =>
  new Promise((jawab) => {
    const coba = createServer();
    coba.once('error', () => jawab(false));
    coba.listen(port, alamat, () => coba.close(() => jawab(true)));
  });

/** The port asked for in PORT, and no other; without one the first free one from 3000 on. */
const pilihPort = async ({ port, alamat }: KonfigurasiAmanah, diminta: boolean): Promise<number> => {
  for (let p = port; p < port + (diminta ? 1 : PORT_DICOBA); p++) if (await bebas(p, alamat)) return p;
  throw new DemoGagal(`Port ${port} sedang dipakai. Pilih port lain, misalnya: PORT=4000 npm run demo`);
};

type Permintaan = { readonly judul: string; readonly oleh: JabatanDemo; readonly query: string };

const permintaan = (jabatan: readonly JabatanDemo[]): Permintaan[] => {
  const pontianak = (peran: string): JabatanDemo => {
    const ada = jabatan.find((j) => j.pemda === '61.71' && j.peran === peran);
    if (ada === undefined) throw new DemoGagal(`tidak ada jabatan ${peran}`);
    return ada;
  };
  return [
    {
      judul: 'Capaian Dinas Tenaga Kerja Kota Pontianak 2023',
      oleh: pontianak('inspektorat'),
      query:
        '{ capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023) { posisi total { indikator mencapaiTarget serapan } indikator { kode nama pk target realisasi capaian predikat asal { target realisasi } } } }',
    },
    {
      judul: 'Koreksi realisasi IKU-2 pada triwulan 4 yang sudah disetujui, dengan alasan',
      oleh: pontianak('perencana'),
      query:
        'mutation { koreksiRealisasi(masukan: { idPerintah: "0b6a1c7e-58d4-4c0f-9a55-2b1f6f0e7d11", pemda: "61.71", opd: "disnaker", tahun: 2023, triwulan: 4, indikator: "IKU-2", pembilang: "10", penyebut: "27", alasan: "Satu perjanjian bersama pada akhir Desember belum terhitung." }) { posisi revisi } }',
    },
    {
      judul: 'Riwayat IKU-2: catatan, koreksi, alasan, dan kedua angkanya',
      oleh: pontianak('inspektorat'),
      query:
        '{ riwayat(pemda: "61.71", opd: "disnaker", tahun: 2023, indikator: "IKU-2", first: 50) { edges { node { posisi pada jenis kalimat sebelum sesudah } } } }',
    },
  ];
};

const curl = (alamat: string, { oleh, query }: Permintaan): string =>
  `curl -s ${alamat}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${oleh.token}' -d '${JSON.stringify({ query })}'`;

const cetak = (alamat: string, folder: string, jabatan: readonly JabatanDemo[], sandi: string): string => {
  const kolom = ['Kota', 'Jabatan', 'Peran', 'Akun', 'Token'].map((judul) => ({ judul }));
  const tamu = permintaan(jabatan);
  return [
    '',
    `Amanah mendengarkan di ${alamat}`,
    `Folder data: ${folder} (dibuat baru setiap kali demo dijalankan)`,
    '',
    'Akun dan token menurut jabatan:',
    '',
    tabel(
      kolom,
      jabatan.map((j) => [j.kota, j.sebutan, j.peran, namaAkun(j), j.token]),
    ),
    '',
    `Orang masuk di ${alamat}/masuk dengan akunnya; kata sandi semua akun demo ini: ${sandi}`,
    '',
    'Penjelajah GraphQL di peramban, dengan contoh permintaan setahun penuh:',
    ...(tamu[1] === undefined ? [] : [`  ${alamat}/#token=${tamu[1].oleh.token}`]),
    '',
    'Tiga permintaan untuk ditempel di terminal lain (isi query-nya juga dapat ditempel di penjelajah):',
    ...tamu.flatMap((p, i) => ['', `${i + 1}. ${p.judul}  (${p.oleh.sebutan})`, '', curl(alamat, p)]),
    '',
    'Lewat baris perintah:',
    '',
    `AMANAH_DATA=${folder} npm run --silent amanah -- capaian --pemda 61.71 --opd disnaker --tahun 2023`,
    '',
    'Tekan Ctrl+C untuk berhenti.',
    '',
  ].join('\n');
};

const berhentiSaatDiminta = (aplikasi: Aplikasi): void => {
  for (const sinyal of ['SIGINT', 'SIGTERM'] as const)
    process.once(sinyal, () => {
      aplikasi.tutup().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
};

const utama = async (): Promise<void> => {
  const { env } = process;
  const folder = resolve(env.AMANAH_DATA ?? './data/demo');
  const dasar = bacaKonfigurasi({ ...env, AMANAH_DATA: folder, AMANAH_LOG: env.AMANAH_LOG ?? 'warn' });
  const port = await pilihPort(dasar, env.PORT !== undefined && env.PORT !== '');
  siapkanFolder(folder);
  const { alamat, log, identitas, tte } = dasar;
  const desk = [undefined, undefined, 0, undefined] as const; // no cluster, no trace
  const aplikasi = await mulaiAplikasi(
    new KonfigurasiAmanah(folder, port, alamat, log, ...desk, identitas, tte),
  );
  berhentiSaatDiminta(aplikasi);
  const { rakitan } = aplikasi;
  const jabatan = await isiDemo(rakitan);
  const sandi = await isiAkunDemo(rakitan, jabatan);
  await rakitan.pemantau.tungguSemua(await rakitan.store.posisi());
  process.stdout.write(cetak(aplikasi.alamat, folder, jabatan, sandi));
};

utama().catch((e: unknown) => {
  const pesan =
    e instanceof LogTerkunci ? `Demo lain sedang berjalan. ${e.message}` : String((e as Error).message);
  process.stderr.write(`${pesan}\n`);
  process.exit(
    e instanceof KonfigurasiSalah || e instanceof DemoGagal ? 2 : e instanceof LogTerkunci ? 3 : 1,
  );
});
