import type { AlamatSurel } from '../../approval/alamat-surel.js';
import { JAM_DARI_UTC, tanggalDi } from '../../approval/pemegang-kini.js';
import type { Decider, DomainEvent } from '../../kernel/decider.js';
import type { Clock, EventStore, Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import { cetakTanggal } from '../../kernel/tanggal.js';
import { kunciTersentuh } from '../../kernel/view.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { jabatan, pemegang } from '../../planning/jabatan/jabatan.decider.js';
import { pemda, type Zona } from '../../planning/pemda/pemda.decider.js';
import { type BarisTugas, kotakMasukView } from '../../projections/kotak-masuk/kotak-masuk.projection.js';
import type { BarisPerubahan } from '../../projections/kotak-masuk/perubahan-jatuh-tempo.projection.js';
import { halSurel } from './hal-surel.js';
import type { KotakKeluar, SurelBaru, SurelKeluar } from './kotak-keluar.js';
import { GagalKirim, type PengirimSurel, type Surat } from './smtp.pengirim.js';

export type BahanPemberiTahu = {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly kotak: KotakKeluar;
  readonly alamat: AlamatSurel;
  readonly pengirim: PengirimSurel;
  readonly clock: Clock;
  /** Where Amanah is found by its users, e.g. https://amanah.kota.go.id. */
  readonly asal: string;
  readonly lapor: (pesan: string) => void;
};

const HALAMAN = 256; // events a read
const SELANG = 5_000; // ms between looks at the log; a mail is no alarm

const jam = (iso: string, zona: Zona): string => {
  const setempat = new Date(Date.parse(iso) + JAM_DARI_UTC[zona] * 3_600_000).toISOString();
  return `${cetakTanggal(setempat.slice(0, 10))} pukul ${setempat.slice(11, 16).replace(':', '.')} ${zona}`;
};

/** No figure and no personal data but the greeting: what waits, since when, and where to go. */
const isiSurat = (s: SurelKeluar, nama: string, zona: Zona, asal: string): string =>
  [
    `Yth. ${nama},`,
    '',
    `Yang berikut menunggu ${s.sebutan} sejak ${jam(s.sejak, zona)}:`,
    '',
    `  ${s.hal}.`,
    '',
    `Buka di Amanah: ${asal.replace(/\/$/, '')}/`,
    '',
    'Surel ini dikirim otomatis dan tidak perlu dibalas.',
    '',
  ].join('\n');

/** Follows the log from its own checkpoint, never ahead of the kotak masuk, and sends what began to wait for somebody. */
export class PemberiTahu {
  private nyala: NodeJS.Timeout | undefined;
  private berjalan: Promise<void> = Promise.resolve();
  private selesai = false;

  constructor(private readonly b: BahanPemberiTahu) {}

  mulai(selang = SELANG): void {
    const lagi = (): void => {
      if (this.selesai) return;
      this.berjalan = this.putaran()
        .catch((e: unknown) => this.b.lapor(`pemberitahuan surel tertunda: ${String(e)}`))
        .finally(() => {
          if (!this.selesai) this.nyala = setTimeout(lagi, selang).unref();
        });
    };
    lagi();
  }

  /** Ends after the mail that is under way. */
  async berhenti(): Promise<void> {
    this.selesai = true;
    clearTimeout(this.nyala);
    await this.berjalan;
  }

  /** Once: what the log says by now, then what may go out. */
  async putaran(): Promise<void> {
    await this.b.kotak.lepaskan(this.b.clock.now());
    await this.bacaLog();
    await this.kirimSemua();
  }

  private async bacaLog(): Promise<void> {
    const { store, views, kotak, clock } = this.b;
    const ujung = Math.min(await store.posisi(), await views.posisi(kotakMasukView.nama));
    const lama = await kotak.posisi();
    // Switched on, nobody is told what happened before; a log that was put back begins where it ends now.
    if (lama === null || lama > (await store.posisi())) return kotak.tambah([], ujung, clock.now());
    for (let dari = lama + 1; dari <= ujung && !this.selesai; ) {
      const events = await store.readAll(dari, Math.min(HALAMAN, ujung - dari + 1));
      const akhir = events.at(-1);
      if (akhir === undefined) return;
      const surel: SurelBaru[] = [];
      for (const e of events) surel.push(...(await this.dari(e)));
      await kotak.tambah(surel, akhir.meta.posisi, clock.now());
      dari = akhir.meta.posisi + 1;
    }
  }

  private async dari(event: Recorded<DomainEvent>): Promise<SurelBaru[]> {
    const kunci = kunciTersentuh(kotakMasukView, event as Parameters<typeof kotakMasukView.kunci>[0]);
    if (kunci.length === 0) return [];
    const baris = await this.b.views.baca(kotakMasukView.nama, kunci);
    const hal = baris.flatMap((r) =>
      r === null ? [] : halSurel(r.isi as BarisTugas | BarisPerubahan, event),
    );
    const pelaku = 'oleh' in event.data ? (event.data.oleh as { subjek: string | null }).subjek : null;
    const surel: SurelBaru[] = [];
    for (const h of hal) {
      const { penerima, sebutan, pemda: di } = await this.pemegang(h.jabatan);
      if (penerima === null || penerima === pelaku) continue; // nobody, or who did it and knows
      const { id: peristiwa, at: sejak } = event.meta;
      surel.push({ peristiwa, penerima, pemda: di, jabatan: h.jabatan, sebutan, hal: h.hal, sejak });
    }
    return surel;
  }

  private async pemegang(kunciJabatan: string) {
    const { pemda: di } = bacaStream(`Jabatan-${kunciJabatan}`);
    const j = await this.lipat(jabatan, kunciJabatan);
    const penerima = pemegang(j, await this.hariIni(di))?.subjek ?? null;
    return { penerima, sebutan: j.sebutan, pemda: di };
  }

  private async zona(kodePemda: string): Promise<Zona> {
    return (await this.lipat(pemda, kodePemda)).zona ?? 'WIB';
  }

  private async hariIni(kodePemda: string): Promise<string> {
    return tanggalDi(await this.zona(kodePemda), this.b.clock.now());
  }

  private async lipat<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<S> {
    const { events } = await this.b.store.read(`${decider.kategori}-${id}`);
    return (events as unknown as readonly E[]).reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
  }

  private async kirimSemua(): Promise<void> {
    while (!this.selesai) {
      const s = await this.b.kotak.ambil(this.b.clock.now());
      if (s === null) return;
      await this.kirim(s);
    }
  }

  private async kirim(s: SurelKeluar): Promise<void> {
    const { kotak, pengirim, clock, lapor } = this.b;
    const surat = await this.surat(s).catch(async (e: unknown) => {
      await kotak.tunda(s, 'alamat tidak terbaca', clock.now()); // nothing went out yet
      throw e;
    });
    if (surat === null) return kotak.tandai(s, 'tanpa-alamat');
    try {
      await pengirim.kirim(surat);
    } catch (e) {
      if (!(e instanceof GagalKirim)) throw e;
      lapor(`surel ${s.urut} tidak terkirim (${e.jenis}: ${e.message})`);
      if (e.jenis === 'sementara') return kotak.tunda(s, e.message, clock.now());
      return kotak.tandai(s, e.jenis === 'tetap' ? 'gagal' : 'tidak-pasti', e.message);
    }
    await kotak.tandai(s, 'terkirim');
  }

  private async surat(s: SurelKeluar): Promise<Surat | null> {
    const alamat = (await this.b.alamat.cari([s.penerima], await this.hariIni(s.pemda))).get(s.penerima);
    if (alamat === undefined) return null;
    const teks = isiSurat(s, alamat.nama, await this.zona(s.pemda), this.b.asal);
    const id = `${s.peristiwa}.${s.urut}`;
    return { kepada: alamat, perihal: `Amanah: menunggu ${s.sebutan}`, teks, id };
  }
}
