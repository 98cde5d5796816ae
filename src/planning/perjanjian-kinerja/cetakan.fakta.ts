import type { DataOrang, DirektoriOrang } from '../../approval/direktori-orang.js';
import type { Dasar } from '../../kernel/decider.js';
import type { EventStore, Tersimpan } from '../../kernel/event-store.js';
import { bacaStream, jabatanKepala, kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { denganBacaan } from '../../kernel/lipatan.js';
import { tolak } from '../../kernel/penolakan.js';
import { pemda } from '../pemda/pemda.decider.js';
import { naskahTahun } from '../renstra/peralihan.decider.js';
import { type Renstra, renstra } from '../renstra/renstra.decider.js';
import {
  type BahanCetakPk,
  type CaraSalinan,
  type PihakCetak,
  sebutanTercetak,
  tempatDari,
  type VerifikasiPk,
} from './cetakan.js';
import { type Naskah, type Pihak, type PkEvent, perjanjianKinerja } from './perjanjian-kinerja.decider.js';
import type { KunciPk } from './perjanjian-kinerja.fakta.js';

type Diajukan = Extract<Tersimpan<PkEvent>, { type: 'PerjanjianKinerjaDiajukan' }>;
type Toko = Pick<EventStore, 'read'>;
export type AsalNama = { readonly direktori: DirektoriOrang | null; readonly akun: string };

const peristiwa = async <E extends Tersimpan>(store: Toko, stream: string): Promise<readonly E[]> =>
  (await store.read(stream)).events as readonly E[]; // a stream holds its own document's events only

const bacaPk = (store: Toko, k: KunciPk): Promise<readonly Tersimpan<PkEvent>[]> =>
  peristiwa(store, `${perjanjianKinerja.kategori}-${kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun)}`);

/** The last text proposed as this version (null: as any). Refuses with TIDAK_DITEMUKAN. */
const pengajuan = (events: readonly Tersimpan<PkEvent>[], k: KunciPk, versi: number | null): Diajukan =>
  events.findLast(
    (e): e is Diajukan =>
      e.type === 'PerjanjianKinerjaDiajukan' && (versi === null || e.data.naskah.versi === versi),
  ) ?? tolak('TIDAK_DITEMUKAN', { ...k, ...(versi !== null && { versi }) });

/**
 * The archived file that bears the newest signature on the text; null while none does. `berkasHasil` is what a signature
 * made with a provider leaves in its event.
 */
const berkasHasil = (milik: readonly PkEvent[]): string | null =>
  milik.filter((e) => e.type === 'PerjanjianKinerjaDitandatangani').at(-1)?.data.bukti?.berkasHasil ?? null;

/** What was taken over from paper as a whole stays a draft: its own paper is not this text. */
const caraSalinan = (milik: readonly PkEvent[]): CaraSalinan | null => {
  const ttd = milik.flatMap((e) => (e.type === 'PerjanjianKinerjaDitandatangani' ? [e.data] : []));
  if (!milik.some((e) => e.type === 'PerjanjianKinerjaBerlaku') || berkasHasil(milik) !== null) return null;
  if (ttd.some((t) => t.basah !== undefined)) return 'basah';
  return ttd.every((t) => t.cara === 'elektronik') ? 'tanpa-berkas' : null;
};

/** What happened to this text since it was proposed. */
const sejakDiajukan = (events: readonly Tersimpan<PkEvent>[], { meta, data }: Diajukan) =>
  events.filter((e) => e.meta.rev > meta.rev && 'versi' in e.data && e.data.versi === data.naskah.versi);

/** The Renstra as it stood when the text was proposed: what was changed since is not what was promised. */
const renstraSaatItu = async (
  store: Toko,
  dasar: readonly Dasar[],
  tahun: number,
): Promise<Renstra | null> => {
  const d = dasar.find(({ stream }) => stream.startsWith(`${renstra.kategori}-`));
  if (d === undefined) return null;
  type E = Tersimpan<Parameters<typeof renstra.evolve>[1]>;
  const events = (await peristiwa<E>(store, d.stream)).filter(({ meta }) => meta.rev <= d.rev);
  return naskahTahun(
    events.reduce((s, e) => renstra.evolve(s, e, e.meta.rev), renstra.initial),
    tahun,
  );
};

/** What an indicator measures: its sasaran, else its tujuan; null where it hangs on neither. */
const diukur = (r: Renstra | null, indikator: string): string | null => {
  const pada = [...(r?.hubungan.values() ?? [])].filter((h) => h.indikator === indikator);
  const uraian = (tingkat: 'sasaran' | 'tujuan'): string[] =>
    pada.flatMap((h) => (h.tingkat === tingkat ? (r?.[tingkat].get(h.kode)?.uraian ?? []) : []));
  const [sasaran, tujuan] = [uraian('sasaran'), uraian('tujuan')];
  return (sasaran.length > 0 ? sasaran : tujuan).join('; ') || null;
};

/** A kepala daerah has neither pangkat nor a NIP on paper (a Pj. may have both, elsewhere). */
const kepalaDaerah = ({ jabatan }: Pihak): boolean => {
  const { opd, jabatan: kode } = bacaStream(`Jabatan-${jabatan}`);
  return opd === OPD_PEMDA && kode === jabatanKepala(OPD_PEMDA);
};

const pihakCetak = (p: Pihak, orang: DataOrang | undefined): PihakCetak => {
  const sebutan = sebutanTercetak(p.sebutan, p.status);
  if (kepalaDaerah(p)) return { sebutan, nama: orang?.nama ?? null, pangkat: null, nip: false };
  return { sebutan, nama: orang?.nama ?? null, pangkat: orang?.pangkat ?? null, nip: orang?.nip ?? null };
};

const paraPihak = async (
  { data: { naskah, pemegang }, meta }: Diajukan,
  { direktori, akun }: AsalNama,
): Promise<Pick<BahanCetakPk, 'pertama' | 'kedua'>> => {
  const { pertama, kedua } = pemegang;
  const subjek = [pertama, kedua].filter((s) => s !== null);
  const untuk = { akun, keperluan: 'mencetak Perjanjian Kinerja' };
  const orang =
    direktori === null || subjek.length === 0
      ? new Map<string, DataOrang>()
      : await direktori.baca(subjek, naskah.tanggal ?? meta.at.slice(0, 10), untuk);
  return {
    pertama: pihakCetak(naskah.pihakPertama, orang.get(pertama ?? '')),
    kedua: naskah.pihakKedua && pihakCetak(naskah.pihakKedua, orang.get(kedua ?? '')),
  };
};

const isiNaskah = (n: Naskah, r: Renstra | null): Pick<BahanCetakPk, 'target' | 'anggaran'> => ({
  target: n.target.map(({ indikator, nama, satuan, target, luarRenstra }) => ({
    sasaran: luarRenstra?.sasaran ?? diukur(r, indikator),
    indikator: nama,
    satuan,
    target,
  })),
  anggaran: n.anggaran.map(({ nama, pagu, keterangan }) => ({ program: nama, pagu, keterangan })),
});

/** A version of a PK with all that its paper says, names included. */
export type PkUntukDicetak = {
  readonly versi: number;
  /** Of the public page; null: the text has none, and what is printed of it is a draft. */
  readonly idPeriksa: string | null;
  /** SHA-256 of the archived file with the newest signature; null: there is none, and `bahan` is what can be printed. */
  readonly berkas: string | null;
  readonly salinan: CaraSalinan | null;
  /** Looked up only where it is printed: it asks for personal data. */
  readonly bahan: (verifikasi: VerifikasiPk | null, nama: AsalNama) => Promise<BahanCetakPk>;
};

/** Reads what the paper of a PK says (`versi` null: the newest). Refuses with TIDAK_DITEMUKAN, and keys that no document could have. */
export const pkUntukDicetak = async (
  store: Toko,
  k: KunciPk,
  versi: number | null,
): Promise<PkUntukDicetak> => {
  const events = await bacaPk(store, k);
  const diajukan = pengajuan(events, k, versi);
  const { naskah, sidik, berdasarkan, idPeriksa = null } = diajukan.data;
  const milik = sejakDiajukan(events, diajukan);
  const salinan = caraSalinan(milik);
  const bahan: PkUntukDicetak['bahan'] = async (verifikasi, nama) => {
    const r = await renstraSaatItu(store, berdasarkan, naskah.tahun);
    const pemerintah = await denganBacaan(store, (baca) => baca(pemda, kunci.pemda(k.pemda)).state.nama);
    return {
      pemda: pemerintah,
      tahun: naskah.tahun,
      versi: naskah.versi,
      jenis: naskah.jenis,
      sebab: naskah.sebab,
      ...(await paraPihak(diajukan, nama)),
      tempat: tempatDari(pemerintah),
      tanggal: naskah.tanggal,
      ...isiNaskah(naskah, r),
      sidik,
      diajukanPada: diajukan.meta.at,
      verifikasi,
      salinan,
    };
  };
  return { versi: naskah.versi, idPeriksa, berkas: berkasHasil(milik), salinan, bahan };
};
