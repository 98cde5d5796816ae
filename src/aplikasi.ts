import { appModule } from './app.module.js';
import type { AlamatSurel } from './approval/alamat-surel.js';
import { buatFolderData } from './infra/event-store/folder-data.js';
import { AsalPermintaan } from './infra/identity/asal-permintaan.js';
import { bacaToken } from './infra/identity/token.js';
import type { KonfigurasiAmanah } from './infra/konfigurasi/konfigurasi.js';
import type { KonfigurasiLacak } from './infra/konfigurasi/lacak.js';
import { type Rakitan, rakit } from './infra/rakitan.js';
import { nyalakanServer, type Server } from './infra/server.js';
import { rakitTte } from './infra/signing/rakit-tte.js';
import { SoketServer } from './infra/soket/soket.server.js';
import { AlamatOrang } from './infra/surel/alamat-orang.js';
import type { PemberiTahu } from './infra/surel/pemberi-tahu.js';
import type { Pelacak } from './infra/telemetry/pelacak.js';
import { Pencatat } from './infra/telemetry/pencatat.js';
import { dalamWaktu } from './kernel/tenggat.js';

const IMPOR_MS = 4_500; // ms that a stop waits for an import under way

/** Its packages are loaded only where it is used. */
const mulaiPelacak = async (
  konfigurasi: KonfigurasiLacak,
  lapor: (pesan: string) => void,
): Promise<Pelacak> => new (await import('./infra/telemetry/otel.js')).OtelPelacak(konfigurasi, lapor);

/** Mail, where it is switched on; loaded only there. */
const mulaiSurel = async (
  { konfigurasi: { surel }, store, views, identitas, clock }: Rakitan,
  alamat: AlamatSurel,
  lapor: (pesan: string) => void,
): Promise<PemberiTahu | undefined> => {
  if (surel === undefined) return undefined;
  const { PemberiTahu } = await import('./infra/surel/pemberi-tahu.js');
  const { KotakKeluar } = await import('./infra/surel/kotak-keluar.js');
  const { SmtpPengirim } = await import('./infra/surel/smtp.pengirim.js');
  const kotak = new KotakKeluar(identitas);
  const pengirim = new SmtpPengirim(surel.url, surel.dari);
  const p = new PemberiTahu({ store, views, kotak, alamat, pengirim, clock, asal: surel.asal, lapor });
  p.mulai();
  return p;
};

export type Aplikasi = Server & { readonly rakitan: Rakitan };

/** The whole server over a data folder, which is made when it is not there. Throws LogTerkunci when another process has it. */
export const mulaiAplikasi = async (
  konfigurasi: KonfigurasiAmanah,
  pencatat: Pencatat = new Pencatat(konfigurasi.log),
  alamatSurel?: AlamatSurel,
): Promise<Aplikasi> => {
  buatFolderData(konfigurasi.data);
  const token = bacaToken(konfigurasi.data);
  const lapor = (pesan: string): void => pencatat.catat('warn', pesan);
  const pelacak = konfigurasi.lacak && (await mulaiPelacak(konfigurasi.lacak, lapor));
  pencatat.pelacak = pelacak;
  const rakitan = await rakit(konfigurasi, lapor, pelacak);
  const soket = new SoketServer();
  let alamat: string | null = null;
  try {
    await soket.mulai(konfigurasi.data, {
      impor: async (berkas, lapor) => {
        // Loaded when the first file comes: its JSON Schema compiler would lengthen every start.
        const { PelaksanaImpor } = await import('./reporting/impor/impor.pelaksana.js');
        const { store, executor, clock, nama } = rakitan;
        return new PelaksanaImpor(store, executor, clock, nama).impor(berkas, lapor);
      },
      nomenklatur: async (muatan, berkas, lapor) => {
        const { PelaksanaNomenklatur } = await import('./planning/nomenklatur/nomenklatur.pelaksana.js');
        const { LembarKerjaAdaptor } = await import('./infra/documents/lembar-kerja.adaptor.js');
        const { store, executor, clock } = rakitan;
        return new PelaksanaNomenklatur(store, executor, clock, new LembarKerjaAdaptor()).muat(
          muatan,
          berkas,
          lapor,
        );
      },
      imporLembar: async (lembar, berkas, lapor) => {
        const { imporSebagaiOperator } = await import('./exchange/operator.js');
        return imporSebagaiOperator(rakitan, lembar, berkas, lapor);
      },
      bukaTahun: async (p, lapor) => {
        const { bukaTahunSebagaiOperator } = await import('./exchange/operator.js');
        return bukaTahunSebagaiOperator(rakitan, p, lapor);
      },
      alamat: async () => ({ alamat }),
    });
    const tte = await rakitTte(rakitan, lapor);
    const modul = appModule({ rakitan, token, tte, pencatat, pelacak });
    const server = await nyalakanServer(modul, konfigurasi, pencatat, pelacak);
    alamat = new AsalPermintaan(konfigurasi.identitas).tautan(server.alamat);
    const surel = await mulaiSurel(rakitan, alamatSurel ?? new AlamatOrang(rakitan.orang), lapor);
    const tutup = async (): Promise<void> => {
      const impor = dalamWaktu(soket.berhenti(), konfigurasi.jedaHenti + IMPOR_MS, () =>
        pencatat.catat('warn', 'impor yang belum selesai ditinggalkan; jalankan lagi'),
      );
      // Together, so that a long import does not keep the door open; the log last, for both write to it.
      await Promise.all([impor, server.tutup(), surel?.berhenti()]).finally(() =>
        Promise.all([rakitan.tutup(), pelacak?.tutup()]),
      );
    };
    return { ...server, rakitan, tutup };
  } catch (e) {
    await soket.berhenti();
    await rakitan.tutup();
    throw e;
  }
};
