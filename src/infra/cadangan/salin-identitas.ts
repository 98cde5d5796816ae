import { chmodSync, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderArsip } from '../arsip/folder.arsip.js';
import { BERKAS_IDENTITAS } from '../identity/basis-identitas.js';
import { BERKAS_KUNCI_INDUK } from '../identity/kunci-induk.js';
import type { BerkasCadangan } from './manifes.js';
import { type Lapor, rapikanSalinan, sidikBerkas, sinkronkanBerkas } from './salin-log.js';

export const FOLDER_ARSIP = 'arsip';
export type ArsipCadangan = { readonly berkas: number; readonly bita: number };

/** The identity database as it stands in one instant, beside whoever writes it; undefined where there is none. */
export const salinIdentitas = async (
  dari: string,
  ke: string,
  lapor: Lapor,
): Promise<BerkasCadangan | undefined> => {
  const asal = join(dari, BERKAS_IDENTITAS);
  if (!existsSync(asal)) return undefined;
  const salinan = join(ke, BERKAS_IDENTITAS);
  const db = new DatabaseSync(asal, { readOnly: true, timeout: 5_000 });
  try {
    db.prepare('VACUUM INTO ?').run(salinan);
  } finally {
    db.close();
  }
  await rapikanSalinan(salinan);
  const sha256 = await sidikBerkas(salinan, null, lapor);
  return { nama: BERKAS_IDENTITAS, bita: statSync(salinan).size, sha256 };
};

/**
 * Every archived file, each checked against its name; those that stand at `ke` already are left. Throws ArsipRusak for
 * one that is no longer what was stored.
 */
export const salinArsip = async (dari: string, ke: string, lapor: Lapor): Promise<ArsipCadangan> => {
  const [asal, tujuan] = [new FolderArsip(join(dari, FOLDER_ARSIP)), new FolderArsip(join(ke, FOLDER_ARSIP))];
  let [berkas, bita] = [0, 0];
  for await (const sidik of asal.daftar()) {
    const isi = await asal.baca(sidik);
    if (isi === null) continue;
    await mkdir(join(ke, FOLDER_ARSIP), { recursive: true, mode: 0o700 });
    await tujuan.simpan(isi);
    berkas++;
    bita += isi.length;
    lapor('Menyalin arsip', berkas, berkas);
  }
  return { berkas, bita };
};

/** The master key, where it lies in the data folder; whether there was one. */
export const salinKunci = async (dari: string, ke: string): Promise<boolean> => {
  const asal = join(dari, BERKAS_KUNCI_INDUK);
  if (!existsSync(asal)) return false;
  const salinan = join(ke, BERKAS_KUNCI_INDUK);
  copyFileSync(asal, salinan);
  chmodSync(salinan, 0o600);
  await sinkronkanBerkas(salinan);
  return true;
};

/** Whether the two folders hold the same key, or one of them none. */
export const kunciCocok = (satu: string, dua: string): boolean => {
  const [a, b] = [satu, dua].map((f) => join(f, BERKAS_KUNCI_INDUK));
  if (a === undefined || b === undefined || !existsSync(a) || !existsSync(b)) return true;
  return readFileSync(a, 'utf8').trim() === readFileSync(b, 'utf8').trim();
};

type Terhapus = { readonly pemda: string; readonly subjek: string };
const AWAL = 'Orang-';

/** Whose data the log of a folder says are erased. Streams of persons know no other event. */
export const terhapusDalam = (berkas: string): Terhapus[] => {
  if (!existsSync(berkas)) return [];
  const db = new DatabaseSync(berkas, { readOnly: true });
  try {
    const baris = db.prepare("SELECT name FROM streams WHERE name GLOB 'Orang-*'").all();
    return baris.map(({ name }) => {
      const kunci = String(name).slice(AWAL.length);
      const titik = kunci.lastIndexOf('.');
      return { pemda: kunci.slice(0, titik), subjek: kunci.slice(titik + 1) };
    });
  } finally {
    db.close();
  }
};

/** Sessions and one-time links: one that was ended since the backup would open again. */
const DIAKHIRI = ['sesi', 'tautan', 'oidc_permintaan'];

/** Takes erased persons, and every session, out of a copy of the identity database that nobody uses yet, and leaves no trace of them in its file. */
export const bersihkanSalinan = (berkas: string, terhapus: readonly Terhapus[]): number => {
  const db = new DatabaseSync(berkas);
  try {
    db.exec('PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON');
    const adaTabel = (nama: string): boolean =>
      db.prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND name=?").get(nama) !== undefined;
    for (const nama of DIAKHIRI) if (adaTabel(nama)) db.exec(`DELETE FROM ${nama}`);
    if (!adaTabel('orang')) return 0;
    const hapus = db.prepare('DELETE FROM orang WHERE pemda = ? AND subjek = ?');
    const milik = 'SELECT id FROM akun WHERE subjek = ?'; // sessions and links are gone already
    const akun = [
      ...(adaTabel('akun')
        ? [`DELETE FROM akun_tugas WHERE akun IN (${milik})`, 'DELETE FROM akun WHERE subjek = ?']
        : []),
      ...(adaTabel('kunci_tte') ? ['DELETE FROM kunci_tte WHERE subjek = ?'] : []),
    ];
    let jumlah = 0;
    for (const { pemda, subjek } of terhapus) {
      if (hapus.run(pemda, subjek).changes === 0) continue;
      jumlah++;
      for (const perintah of akun) db.prepare(perintah).run(subjek);
    }
    if (jumlah > 0) db.exec('VACUUM');
    return jumlah;
  } finally {
    db.close();
  }
};
