import type { DatabaseSync } from 'node:sqlite';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import { BYTE_SEKALI } from '../event-store/antrean-stream.js';
import { barisLarik, bukaBerkas } from '../event-store/berkas-log.js';
import { denganKluster, type TempatKluster } from '../event-store/buka-esdb.js';
import type { Envelope, Tersandi } from '../event-store/codec.js';
import type { KlienEsdb, LetakEsdb } from '../event-store/esdb.klien.js';
import { NomorTidakCocok } from '../event-store/esdb.pembaca.js';
import { PengirimEsdb } from '../event-store/esdb.pengirim.js';
import { kunciLog } from '../event-store/kunci-log.js';
import { lajurKosong, PenulisLog, tambahBaris } from '../event-store/penulis-log.js';
import { berpasangan, type Pasangan } from '../event-store/periksa-nomor.js';
import { milikServer, PeristiwaAsing, Sequencer } from '../event-store/sequencer.js';
import { catatTerlayani, type UkuranAkar, ukuranAkar } from '../event-store/terlayani.js';
import { leafHex } from '../integrity/merkle.js';
import type { Lapor } from './salin-log.js';

const SEKALI = 2_000; // rows a transaction, and rows a read
const SEKELOMPOK = 100; // events an append
const SABAR = 60_000; // ms that an append may take, an election included

/** Copies what EventStoreDB holds now to be the log of `folder`, which has none. Errors as `salinDariKluster`. */
export const pindahkanKeFolder = async (
  tempat: TempatKluster,
  folder: string,
  lapor: Lapor,
): Promise<UkuranAkar> => {
  const kini = await salinDariKluster(tempat, folder, lapor);
  await catatTerlayani(folder, kini);
  return kini;
};

/**
 * Copies what EventStoreDB holds now into a new log in `folder`, beside whoever writes there: the same bytes in the order
 * of their numbers, so the same root. Errors: TokoTidakTersedia; CADANGAN_SUDAH_ADA; NomorTidakCocok where bytes are not
 * what was numbered.
 */
export const salinDariKluster = (tempat: TempatKluster, folder: string, lapor: Lapor): Promise<UkuranAkar> =>
  denganKluster(tempat, async (klien, penomoran) => {
    await sampaiAsing(new Sequencer(klien, penomoran).kejar(), lapor);
    const tujuan = await penomoran.akar();
    const db = bukaBerkas(folder, false);
    try {
      if (ukuranAkar(db).ukuran > 0) return tolak('CADANGAN_SUDAH_ADA', { folder });
      const salinan = new Salinan(new PenulisLog(db));
      for await (const pasangan of berpasangan(klien, penomoran, tujuan.ukuran)) {
        salinan.tambah(pasangan);
        if (salinan.banyak === SEKALI) lapor('Menyalin log', salinan.simpan(), tujuan.ukuran);
      }
      salinan.simpan();
      return samaAkar(ukuranAkar(db), tujuan);
    } finally {
      db.close();
    }
  });

/** What stands before somebody else's event can always be brought out. */
const sampaiAsing = async (penomoran: Promise<void>, lapor: Lapor): Promise<void> => {
  try {
    await penomoran;
  } catch (e) {
    if (!(e instanceof PeristiwaAsing)) throw e;
    lapor(`${e.message}; yang disalin berakhir sebelumnya`, 0, 0);
  }
};

/** Rows for a new log, a transaction at a time. */
class Salinan {
  private readonly sid = new Map<string, number>();
  private lajur = lajurKosong();
  private jumlah = 0;

  constructor(private readonly penulis: PenulisLog) {}

  get banyak(): number {
    return this.lajur.sid.length;
  }

  tambah({ posisi, rekaman: { stream, rev, bytes }, nomor }: Pasangan): void {
    const leaf = leafHex(bytes ?? '');
    if (nomor?.leaf !== leaf)
      throw new NomorTidakCocok(`posisi ${posisi}: isi log bukan yang dahulu dinomori`);
    const lama = this.sid.get(stream);
    const sid = lama ?? this.sid.size + 1;
    if (lama === undefined) this.sid.set(stream, sid);
    const streamBaru = lama === undefined ? stream : null;
    tambahBaris(this.lajur, { sid, streamBaru, rev, at: nomor.at, bytes: bytes ?? '', leaf });
  }

  /** How many are stored now. */
  simpan(): number {
    const hasil = this.penulis.simpan(this.lajur);
    if ('galat' in hasil) throw new TokoTidakTersedia('Salinan log gagal disimpan.', hasil.galat);
    this.jumlah += this.banyak;
    this.lajur = lajurKosong();
    return this.jumlah;
  }
}

const samaAkar = (kini: UkuranAkar, diminta: UkuranAkar): UkuranAkar => {
  if (kini.ukuran === diminta.ukuran && kini.akar === diminta.akar) return kini;
  throw new TokoTidakTersedia(`Salinan berakar ${kini.akar}, asalnya ${diminta.akar}.`);
};

type Baris = {
  readonly posisi: number;
  readonly stream: string;
  readonly rev: number;
  readonly bytes: string;
};

/**
 * Copies the log of `folder`, which no process may be using, into an EventStoreDB that holds nothing or the beginning of
 * this very log (a copy that was broken off). One append after another, since the server's order is the log's order.
 * Errors: LogTerkunci; CADANGAN_SUDAH_ADA where something else stands there; TokoTidakTersedia.
 */
export const pindahkanKeKluster = (
  folder: string,
  tempat: TempatKluster,
  lapor: Lapor,
): Promise<UkuranAkar> =>
  denganKluster(tempat, async (klien, penomoran) => {
    const lepas = kunciLog(folder);
    const db = bukaBerkas(folder, true);
    try {
      const semula = ukuranAkar(db);
      const pengirim = new PengirimEsdb(klien);
      let selesai = await sudahAda(klien, db);
      if (selesai === 0) await penomoran.kosongkan(); // those of a database that is no more
      for (const kelompok of perStream(db, selesai)) {
        await kirim(pengirim, kelompok);
        selesai += kelompok.length;
        lapor('Menyalin log', selesai, semula.ukuran);
      }
      await new Sequencer(klien, penomoran).kejar();
      return samaAkar(await penomoran.akar(), semula);
    } finally {
      db.close();
      lepas();
    }
  });

function* baris(db: DatabaseSync, dari: number): Generator<Baris> {
  const pilih = barisLarik(
    db,
    `SELECT pos, name, rev, bytes FROM events JOIN streams USING (sid) WHERE pos >= ? ORDER BY pos LIMIT ${SEKALI}`,
  );
  for (let berikut = dari; ; ) {
    const halaman = pilih.all(berikut) as unknown as [number, string, number, string][];
    if (halaman.length === 0) return;
    for (const [posisi, stream, rev, bytes] of halaman) yield { posisi, stream, rev, bytes };
    berikut += halaman.length;
  }
}

/** Neighbours of one stream go together. */
function* perStream(db: DatabaseSync, dari: number): Generator<readonly Baris[]> {
  let kelompok: Baris[] = [];
  let byte = 0;
  for (const satu of baris(db, dari)) {
    const berat = Buffer.byteLength(satu.bytes);
    const penuh = kelompok.length === SEKELOMPOK || byte + berat > BYTE_SEKALI;
    if (kelompok.length > 0 && (penuh || kelompok[0]?.stream !== satu.stream)) {
      yield kelompok;
      [kelompok, byte] = [[], 0];
    }
    kelompok.push(satu);
    byte += berat;
  }
  if (kelompok.length > 0) yield kelompok;
}

/** How many events of this log stand there already. */
const sudahAda = async (klien: KlienEsdb, db: DatabaseSync): Promise<number> => {
  const milikKita = baris(db, 0);
  let setelah: LetakEsdb | null = null;
  for (let n = 0; ; ) {
    const halaman = await klien.bacaSesudah(setelah);
    const akhir = halaman.at(-1);
    if (akhir === undefined) return n;
    for (const rekaman of halaman) {
      if (milikServer(rekaman)) continue;
      const { done, value } = milikKita.next();
      if (done || value.bytes !== rekaman.bytes)
        return tolak('CADANGAN_SUDAH_ADA', { folder: 'EventStoreDB (EVENT_STORE_URL)' });
      n++;
    }
    setelah = akhir.letak;
  }
};

const kirim = async (pengirim: PengirimEsdb, kelompok: readonly Baris[]): Promise<void> => {
  const [pertama] = kelompok;
  if (pertama === undefined) return;
  const { stream, rev } = pertama;
  const events = kelompok.map(({ bytes }): Tersandi => {
    const { id, type } = JSON.parse(bytes) as Envelope;
    return { id, type, bytes, leaf: leafHex(bytes) };
  });
  const hasil = await dalamWaktu(pengirim.kirim(stream, rev - 1, events), SABAR, () => {
    pengirim.menyerah();
    throw new TokoTidakTersedia('EventStoreDB tidak menjawab.');
  });
  if (hasil === 'ditolak') throw new TokoTidakTersedia('EventStoreDB menolak akun ini menulis.');
  if (hasil === 'bentrok') throw new TokoTidakTersedia(`Ada yang lain menulis ke ${stream}.`);
};
