import type { Pelaku } from '../src/approval/wewenang.js';
import type { Cara, DomainEvent, Pejabat } from '../src/kernel/decider.js';
import { type Append, type EventStore, HEAD_KOSONG, type Head } from '../src/kernel/event-store.js';
import { kunci } from '../src/kernel/kunci.js';
import type { JabatanEvent } from '../src/planning/jabatan/jabatan.decider.js';
import type { OpdEvent } from '../src/planning/opd/opd.decider.js';
import type { PemdaEvent } from '../src/planning/pemda/pemda.decider.js';
import type { PeriodeEvent } from '../src/planning/pemda/periode.decider.js';
import type { DefinisiIndikator, RenstraEvent } from '../src/planning/renstra/renstra.decider.js';
import type { PembandingEvent } from '../src/reporting/pembanding/pembanding.decider.js';
import type { PengukuranEvent } from '../src/reporting/pengukuran/pengukuran.decider.js';

/** The year and quarter that is being filled in; the ones before it are done. */
export const TAHUN = 2025;
export const TRIWULAN = 4;
const LAMPAU = [
  { tahun: 2024, triwulan: 4 },
  { tahun: 2025, triwulan: 1 },
  { tahun: 2025, triwulan: 2 },
  { tahun: 2025, triwulan: 3 },
] as const;
export const INDIKATOR = 60;
export const OPD_PER_PEMDA = 50;
/** The OPD that the query benchmark asks for: 30 indicators, two comparisons each. */
export const OPD_KUERI = { pemda: '61.01', opd: 'kueri', indikator: 30 } as const;

export type Dinas = { readonly pemda: string; readonly opd: string };

/** `jumlah` departments over as many cities as they fill. Each brings about 500 events into the log. */
export const dinas = (jumlah: number): Dinas[] =>
  Array.from({ length: jumlah }, (_, i) => ({
    pemda: `61.${String(1 + Math.floor(i / OPD_PER_PEMDA)).padStart(2, '0')}`,
    opd: `dinas-${String(i % OPD_PER_PEMDA).padStart(3, '0')}`,
  }));

export const kodeIndikator = (i: number): string => `IK-${i}`;
export const BIDANG = 'bidang-1';

export const pejabatBidang = ({ pemda, opd }: Dinas): Pejabat => ({
  jabatan: kunci.jabatan(pemda, opd, BIDANG),
  sebutan: 'Kepala Bidang',
  status: 'definitif',
  subjek: '3f1c9a52-7d0e-4b8a-9c61-0d5f2ab4e871',
});

export const pelakuBidang = (d: Dinas): Pelaku => ({
  akun: 'akun-tolok-ukur',
  peran: 'bidang',
  ...d,
  pejabat: pejabatBidang(d),
});

type Oleh = { oleh: Pejabat; cara: Cara };
const oleh = (d: Dinas): Oleh => ({ oleh: pejabatBidang(d), cara: 'elektronik' });

const definisi = (i: number): DefinisiIndikator => ({
  kode: kodeIndikator(i),
  nama: `Persentase layanan dinas ke-${i} yang selesai sesuai standar pelayanan`,
  satuan: '%',
  level: 'sasaran',
  iku: i % 10 === 0,
  polaritas: 'naik',
  agregasi: 'posisi-akhir',
  desimal: 2,
  urutanPredikat: null,
  definisi: 'Layanan yang selesai dalam standar waktu dibagi seluruh permohonan yang masuk',
  pembilang: 'Layanan selesai sesuai standar',
  penyebut: 'Seluruh permohonan layanan',
  sumberData: 'Register layanan',
  penanggungJawab: BIDANG,
  kondisiAwal: { tahun: 2023, nilai: '70.00' },
});

const renstra = (d: Dinas, indikator: number): RenstraEvent[] => [
  {
    type: 'RenstraDisusun',
    data: { ...oleh(d), mulai: 2024, selesai: 2028, visi: null, misi: null, sebelum: null, berdasarkan: [] },
  },
  {
    type: 'TujuanDitambahkan',
    data: { ...oleh(d), kode: 'T1', uraian: 'Layanan publik yang prima', sebelum: null },
  },
  {
    type: 'SasaranDitambahkan',
    data: {
      ...oleh(d),
      tujuan: 'T1',
      kode: 'S1',
      uraian: 'Meningkatnya mutu layanan',
      strategi: [],
      sebelum: null,
    },
  },
  ...Array.from({ length: indikator }, (_, i): RenstraEvent[] => [
    { type: 'IndikatorDitetapkan', data: { ...oleh(d), ...definisi(i), sebelum: null } },
    {
      type: 'IndikatorDihubungkan',
      data: { ...oleh(d), indikator: kodeIndikator(i), tingkat: 'sasaran', kode: 'S1' },
    },
    {
      type: 'TargetRenstraDitetapkan',
      data: { ...oleh(d), indikator: kodeIndikator(i), tahun: TAHUN, target: '91.50', sebelum: null },
    },
  ]).flat(),
  { type: 'RenstraDitetapkan', data: { ...oleh(d), keputusan: 'Keputusan Kepala Dinas 1/2024' } },
];

/** What a Bidang writes beside a figure. With it the stored event has about 1,000 bytes, of which the envelope takes half. */
export const PENJELASAN = {
  faktorPendukung: 'Petugas loket bertambah',
  faktorPenghambat: null,
  tindakLanjut: null,
} as const;

const realisasi = (d: Dinas, i: number): PengukuranEvent => ({
  type: 'RealisasiDicatat',
  data: {
    ...oleh(d),
    ...PENJELASAN,
    indikator: kodeIndikator(i),
    realisasi: `${80 + (i % 20)}.25`,
    pembilang: null,
    penyebut: null,
    sebelum: null,
    berdasarkan: [
      { stream: `Periode-${kunci.periode(d.pemda, TAHUN)}`, rev: 0 },
      { stream: `Renstra-${kunci.renstra(d.pemda, d.opd, 2024)}`, rev: INDIKATOR },
    ],
  },
});

const selesai = (d: Dinas): PengukuranEvent[] => [
  { type: 'PengukuranDiajukan', data: { ...oleh(d), berdasarkan: [] } },
  { type: 'PengukuranDiverifikasi', data: oleh(d) },
  { type: 'PengukuranDisetujui', data: oleh(d) },
];

const pembanding = (d: Dinas, i: number): PembandingEvent[] =>
  (['nasional', 'provinsi'] as const).map((tingkat) => ({
    type: 'PembandingDicatat',
    data: {
      ...oleh(d),
      indikator: kodeIndikator(i),
      tingkat,
      wilayah: tingkat === 'nasional' ? 'Indonesia' : 'Kalimantan Barat',
      tahun: TAHUN,
      nilai: '88.40',
      sumber: 'Badan Pusat Statistik',
      sebelum: null,
      berdasarkan: [],
    },
  }));

const kota = (pemda: string): { stream: string; events: DomainEvent[] }[] => {
  const o = oleh({ pemda, opd: 'pemda' });
  const daftar: PemdaEvent = { type: 'PemdaDidaftarkan', data: { ...o, nama: `Kota ${pemda}`, zona: 'WIB' } };
  const buka: PeriodeEvent = {
    type: 'PeriodeDibuka',
    data: { ...o, dokumen: 'pengukuran', triwulan: TRIWULAN, opd: null, alasan: null },
  };
  return [
    { stream: `Pemda-${kunci.pemda(pemda)}`, events: [daftar] },
    { stream: `Periode-${kunci.periode(pemda, TAHUN)}`, events: [buka] },
  ];
};

const dasarDinas = (d: Dinas, indikator: number): { stream: string; events: DomainEvent[] }[] => {
  const daftar: OpdEvent = {
    type: 'OpdDidaftarkan',
    data: { ...oleh(d), nama: `Dinas ${d.opd}`, berdasarkan: [] },
  };
  const bidang: JabatanEvent = {
    type: 'JabatanDibentuk',
    data: { ...oleh(d), sebutan: 'Kepala Bidang', atasan: null, sebelum: null },
  };
  return [
    { stream: `Opd-${kunci.opd(d.pemda, d.opd)}`, events: [daftar] },
    { stream: `Jabatan-${kunci.jabatan(d.pemda, d.opd, BIDANG)}`, events: [bidang] },
    { stream: `Renstra-${kunci.renstra(d.pemda, d.opd, 2024)}`, events: renstra(d, indikator) },
  ];
};

/** Writes streams through the real store, `GRUP` events a transaction or so; remembers where each stream ends. */
export class Penulis {
  private readonly heads = new Map<string, Head>();
  private antre: Append[] = [];
  private jumlah = 0;
  private pada = Date.parse('2025-01-02T01:00:00.000Z');
  total = 0;

  constructor(private readonly store: EventStore) {}

  async tulis(stream: string, events: readonly DomainEvent[]): Promise<void> {
    this.pada += 1_000;
    const at = new Date(this.pada).toISOString();
    const cmd = { id: crypto.randomUUID(), sidik: '0'.repeat(64) };
    const head = this.heads.get(stream) ?? HEAD_KOSONG;
    this.antre.push({ stream, head, events, at, actor: 'akun-tolok-ukur', cmd, corr: cmd.id, cause: null });
    this.jumlah += events.length;
    if (this.jumlah >= 20_000) await this.kosongkan();
  }

  /** One append call: one transaction. A stream stands in it once, so that its head is known when the call is made. */
  async kosongkan(): Promise<void> {
    const { antre } = this;
    if (antre.length === 0) return;
    const { heads, committed } = this.store.append(antre);
    heads.forEach((head, i) => {
      const stream = antre[i]?.stream;
      if (stream !== undefined) this.heads.set(stream, head);
    });
    this.total += this.jumlah;
    this.antre = [];
    this.jumlah = 0;
    await committed;
  }
}

/**
 * Fills an empty log: cities, departments with their Renstra, done quarters, and the running quarter with all its
 * entries. Entries of one quarter lie scattered, ten of a department at a time, as they do when offices work side by side.
 */
export const isiLog = async (store: EventStore, semua: readonly Dinas[]): Promise<number> => {
  const penulis = new Penulis(store);
  for (const pemda of new Set(semua.map((d) => d.pemda)))
    for (const { stream, events } of kota(pemda)) await penulis.tulis(stream, events);
  for (const d of semua)
    for (const { stream, events } of dasarDinas(d, INDIKATOR)) await penulis.tulis(stream, events);
  for (const { tahun, triwulan } of [...LAMPAU, { tahun: TAHUN, triwulan: TRIWULAN }]) {
    await isiTriwulan(penulis, semua, INDIKATOR, tahun, triwulan);
  }
  await isiKueri(penulis);
  await penulis.kosongkan();
  return penulis.total;
};

const isiTriwulan = async (
  penulis: Penulis,
  semua: readonly Dinas[],
  indikator: number,
  tahun: number,
  triwulan: number,
): Promise<void> => {
  const nama = (d: Dinas): string => `Pengukuran-${kunci.pengukuran(d.pemda, d.opd, tahun, triwulan)}`;
  for (let mulai = 0; mulai < indikator; mulai += 10) {
    for (const d of semua)
      await penulis.tulis(
        nama(d),
        Array.from({ length: 10 }, (_, i) => realisasi(d, mulai + i)),
      );
    await penulis.kosongkan();
  }
  if (tahun === TAHUN && triwulan === TRIWULAN) return;
  for (const d of semua) await penulis.tulis(nama(d), selesai(d));
  await penulis.kosongkan();
};

const isiKueri = async (penulis: Penulis): Promise<void> => {
  const { indikator, ...d } = OPD_KUERI;
  for (const { stream, events } of dasarDinas(d, indikator)) await penulis.tulis(stream, events);
  await penulis.kosongkan();
  for (const triwulan of [1, 2, 3]) await isiTriwulan(penulis, [d], indikator, TAHUN, triwulan);
  await penulis.tulis(
    `Pembanding-${kunci.opd(d.pemda, d.opd)}`,
    Array.from({ length: indikator }, (_, i) => pembanding(d, i)).flat(),
  );
};
