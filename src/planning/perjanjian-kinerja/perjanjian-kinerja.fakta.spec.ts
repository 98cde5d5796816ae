import { dikerjakan, pkDimulai } from '../../approval/edaran/edaran.contoh.js';
import type { EdaranEvent } from '../../approval/edaran/edaran.decider.js';
import type { RuteEvent } from '../../approval/rute/rute.decider.js';
import { PK_DENGAN_PARAF_KOORDINASI } from '../../approval/rute-bawaan.js';
import type { Decider, DomainEvent, StatusPejabat } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import type { JabatanEvent } from '../jabatan/jabatan.decider.js';
import { naskah as naskahRenstra } from '../renstra/renstra.contoh.js';
import { elektronik, pengajuan, sidikMurni, ttdKadis } from './perjanjian-kinerja.contoh.js';
import type { PkCommand, PkEvent } from './perjanjian-kinerja.decider.js';
import { type PermintaanPk, siapkanPerjanjianKinerja } from './perjanjian-kinerja.fakta.js';

const KINI = new Date('2023-02-01T02:00:00Z');
const WALI = '61.71.pemda.kepala-daerah';
const dinas = (kode: string): string => `61.71.disnaker.${kode}`;

const kantor = (
  sebutan: string,
  atasan: string | null,
  subjek: string | null,
  status: StatusPejabat = 'definitif',
): JabatanEvent[] => {
  const dibentuk = { sebutan, atasan, sebelum: null, ...elektronik };
  const masa = { status, mulai: '2022-01-03', selesai: null, keputusan: null, ...elektronik };
  return [
    { type: 'JabatanDibentuk', data: dibentuk },
    ...(subjek === null ? [] : [{ type: 'PejabatDitetapkan' as const, data: { subjek, ...masa } }]),
  ];
};

/** From the kepala daerah down to staff; nobody wrote down whom the head answers to. */
const POHON: Record<string, DomainEvent[]> = {
  [`Jabatan-${WALI}`]: kantor('Wali Kota', null, 'o-wali'),
  [`Jabatan-${dinas('kepala')}`]: kantor('Kepala Dinas', null, 'o-kadis'),
  [`Jabatan-${dinas('bidang-1')}`]: kantor('Kepala Bidang Penempatan', dinas('kepala'), 'o-kabid'),
  [`Jabatan-${dinas('seksi-1')}`]: kantor('Kepala Seksi Informasi', dinas('bidang-1'), 'o-kasi'),
  [`Jabatan-${dinas('sub-koordinator-1')}`]: kantor('Sub-Koordinator', dinas('bidang-1'), 'o-subko'),
  [`Jabatan-${dinas('pengantar-kerja')}`]: kantor(
    'Pengantar Kerja',
    dinas('sub-koordinator-1'),
    'o-fungsional',
  ),
  [`Jabatan-${dinas('pengelola-data')}`]: kantor('Pengelola Data', dinas('seksi-1'), 'o-pelaksana'),
  [`Jabatan-${dinas('tanpa-atasan')}`]: kantor('Jabatan Lepas', null, 'o-lepas'),
  'Renstra-61.71.disnaker.2022': naskahRenstra,
  'Renstra-61.71.pemda.2022': naskahRenstra,
  'PerjanjianKinerja-61.71.disnaker.kepala.2023': [pengajuan],
};

const dengan =
  (isi: Record<string, DomainEvent[]>): Baca =>
  <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string) => {
    const stream = `${decider.kategori}-${id}`;
    const events = (isi[stream] ?? []) as E[];
    const state = events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
    return { state, stream, rev: events.length - 1 };
  };

type Minta = Extract<PermintaanPk, { type: 'Ajukan' }>;
type Ajukan = Extract<PkCommand, { type: 'Ajukan' }>;
const minta = (target: Minta['target'] = [{ indikator: 'IKU-1', target: '90' }]): Minta => ({
  type: 'Ajukan',
  jenis: 'murni',
  sebab: null,
  tanggal: null,
  target,
  anggaran: [],
});
const siapkan = (
  jabatan: string,
  lain: Record<string, DomainEvent[]> = {},
  target?: Minta['target'],
  cara: 'elektronik' | 'dicatat' = 'elektronik',
): Ajukan => {
  const k = { pemda: '61.71', opd: jabatan === 'kepala-daerah' ? 'pemda' : 'disnaker', jabatan, tahun: 2023 };
  const sah = { oleh: elektronik.oleh, cara };
  return siapkanPerjanjianKinerja(dengan({ ...POHON, ...lain }), k, minta(target), sah, KINI) as Ajukan;
};
const kode = (f: () => unknown): Kode | undefined => {
  try {
    f();
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
  return undefined;
};

describe('Pihak Kedua menurut pohon jabatan', () => {
  it.each([
    ['kepala daerah', 'kepala-daerah', null],
    ['kepala dinas', 'kepala', WALI],
    ['administrator', 'bidang-1', dinas('kepala')],
    ['pengawas', 'seksi-1', dinas('bidang-1')],
    ['sub-koordinator', 'sub-koordinator-1', dinas('bidang-1')],
    ['fungsional', 'pengantar-kerja', dinas('sub-koordinator-1')],
    ['pelaksana', 'pengelola-data', dinas('seksi-1')],
  ])('%s', (_, jabatan, kedua) => {
    const c = siapkan(jabatan);
    expect(c.naskah.pihakKedua?.jabatan ?? null).toBe(kedua);
    expect(c.berdasarkan.map((d) => d.stream)).toEqual(
      expect.arrayContaining([
        `Jabatan-${c.naskah.pihakPertama.jabatan}`,
        ...(kedua ? [`Jabatan-${kedua}`] : []),
      ]),
    );
  });

  it('bila kepala bidang menjadi Plt. kepala dinas, PK-nya sebagai kepala bidang ditandatangani wali kota', () => {
    const plt = { [`Jabatan-${dinas('kepala')}`]: kantor('Kepala Dinas', WALI, 'o-kabid', 'Plt.') };
    const { naskah, pemegang, berdasarkan } = siapkan('bidang-1', plt);
    expect(naskah.pihakKedua).toEqual({ jabatan: WALI, sebutan: 'Wali Kota', status: 'definitif' });
    expect(pemegang).toEqual({ pertama: 'o-kabid', kedua: 'o-wali' });
    expect(berdasarkan.map((d) => d.stream)).toContain(`Jabatan-${dinas('kepala')}`);
    expect(siapkan('seksi-1', plt).naskah.pihakKedua?.jabatan).toBe(dinas('bidang-1'));
  });

  it('jabatan yang sedang kosong tidak dilangkahi: penggantinya belum ditetapkan', () => {
    const kosong = { [`Jabatan-${dinas('kepala')}`]: kantor('Kepala Dinas', null, null) };
    expect(siapkan('bidang-1', kosong).naskah.pihakKedua).toMatchObject({
      jabatan: dinas('kepala'),
      status: null,
    });
  });

  it('dari kertas tidak menebak siapa pejabatnya dahulu', () => {
    const { naskah, pemegang } = siapkan('bidang-1', {}, undefined, 'dicatat');
    expect([naskah.pihakPertama.status, naskah.pihakKedua?.status]).toEqual([null, null]);
    expect(pemegang).toEqual({ pertama: null, kedua: null });
  });

  it('menolak jabatan tanpa atasan, dan atasan yang belum dibentuk', () => {
    expect(kode(() => siapkan('tanpa-atasan'))).toBe('ATASAN_BELUM_ADA');
    const hilang = { [`Jabatan-${dinas('kepala')}`]: [] };
    expect(kode(() => siapkan('bidang-1', hilang))).toBe('JABATAN_BELUM_ADA');
  });

  it('menolak pengajuan dan tanda tangan setelah PK tahun itu ditutup', () => {
    const data = { dokumen: 'pk', opd: null, sejak: '2023-02-01', alasan: null, ...elektronik } as const;
    const ditutup: Record<string, DomainEvent[]> = {
      'Periode-61.71.2023': [{ type: 'PeriodeDokumenDitutup', data }],
    };
    expect(kode(() => siapkan('kepala', ditutup))).toBe('PERIODE_DITUTUP');
    const k = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 2023 };
    const ttd = (log: Record<string, DomainEvent[]>) => () =>
      siapkanPerjanjianKinerja(
        dengan({ ...POHON, ...log }),
        k,
        { type: 'Tandatangani', sidik: 'x' },
        elektronik,
        KINI,
      );
    expect(kode(ttd(ditutup))).toBe('PERIODE_DITUTUP');
    expect(kode(ttd({}))).toBeUndefined();
  });

  it('pohon yang berputar berakhir di tempat ia mulai', () => {
    const putar = {
      [`Jabatan-${dinas('bidang-1')}`]: kantor('Kepala Bidang', dinas('seksi-1'), 'o-satu'),
      [`Jabatan-${dinas('seksi-1')}`]: kantor('Kepala Seksi', dinas('bidang-1'), 'o-satu'),
    };
    expect(siapkan('bidang-1', putar).naskah.pihakKedua?.jabatan).toBe(dinas('seksi-1'));
  });
});

describe('target yang melayani', () => {
  const melayani = (jabatan: string | null, indikator: string): Minta['target'] => [
    { indikator: 'IKU-1', target: '90', melayani: { jabatan, indikator } },
  ];

  it('menunjuk PK atasan langsung bila jabatannya tidak disebut, dan mencatat dasarnya', () => {
    const { naskah, dikenal, berdasarkan } = siapkan('bidang-1', {}, melayani(null, 'IKU-2'));
    expect(naskah.target[0]?.melayani).toEqual({ jabatan: dinas('kepala'), indikator: 'IKU-2' });
    expect(dikenal.atasan.map((a) => a.indikator)).toEqual(['IKU-1', 'IKU-2']);
    expect(berdasarkan).toContainEqual({ stream: 'PerjanjianKinerja-61.71.disnaker.kepala.2023', rev: 0 });
  });
  it('boleh menyebut jabatan di atasnya dengan kodenya saja, seperti di tempat lain', () => {
    const { naskah, dikenal } = siapkan('pengelola-data', {}, melayani('kepala', 'IKU-2'));
    expect(naskah.target[0]?.melayani).toEqual({ jabatan: dinas('kepala'), indikator: 'IKU-2' });
    expect(dikenal.atasan).toHaveLength(2);
    expect(siapkan('bidang-1', {}, melayani('seksi-1', 'IKU-1')).dikenal.atasan).toEqual([]);
  });
  it('boleh menunjuk PK atasan yang lebih tinggi', () =>
    expect(siapkan('pengelola-data', {}, melayani(dinas('kepala'), 'IKU-2')).dikenal.atasan).toHaveLength(2));
  it('tidak mengenal target jabatan yang bukan atasannya', () => {
    const pk = { [`PerjanjianKinerja-${dinas('seksi-1')}.2023`]: [pengajuan] };
    expect(siapkan('bidang-1', pk, melayani(dinas('seksi-1'), 'IKU-1')).dikenal.atasan).toEqual([]);
  });
  it('tidak ada bagi kepala daerah', () =>
    expect(kode(() => siapkan('kepala-daerah', {}, melayani(null, 'IKU-1')))).toBe('ATASAN_BELUM_ADA'));
});

describe('tanda tangan basah menurut rute', () => {
  const akta = { jenis: 'Keputusan', nomor: '1', tanggal: '2023-01-02', pejabat: 'Wali Kota' };
  const rute: RuteEvent[] = [
    { type: 'RuteDisusun', data: { versi: 1, langkah: [...PK_DENGAN_PARAF_KOORDINASI], ...elektronik } },
    { type: 'RuteDitetapkan', data: { versi: 1, akta, ...elektronik } },
  ];
  const dimulai: EdaranEvent = {
    type: 'EdaranDimulai',
    data: { ...pkDimulai.data, nomor: 1, sidik: sidikMurni } as Extract<
      EdaranEvent,
      { type: 'EdaranDimulai' }
    >['data'],
  };
  const paraf = (['bagian-hukum', 'asisten', 'sekda'] as const).map((kode, i) =>
    dikerjakan(['paraf-hukum', 'paraf-asisten', 'paraf-sekda'][i] ?? '', kode, {}, 'pemda'),
  );
  const giliran = (edaran: EdaranEvent[], pk: PkEvent[] = [pengajuan]) => {
    const isi = {
      ...POHON,
      'Rute-61.71.perjanjian-kinerja': rute,
      [`Edaran-${kunci.edaran('61.71', 'perjanjian-kinerja', 'disnaker', 'kepala', 2023)}`]: edaran,
      'PerjanjianKinerja-61.71.disnaker.kepala.2023': pk,
    };
    const k = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 2023 };
    const p = { type: 'CatatTandaTanganBasah', sidik: sidikMurni, berkas: 'b'.repeat(64) } as const;
    const c = siapkanPerjanjianKinerja(dengan(isi), k, p, elektronik, KINI);
    return c.type === 'CatatTandaTanganBasah' ? c.giliran : null;
  };

  it('menunggu edarannya, seperti tanda tangan elektronik', () =>
    expect(kode(() => giliran([]))).toBe('EDARAN_BELUM_DIMULAI'));
  it('Pihak Pertama dahulu; Pihak Kedua sesudah setiap paraf', () => {
    expect(giliran([dimulai])).toEqual({ pihak: [1], ditunggu: 'paraf-hukum' });
    expect(giliran([dimulai], [pengajuan, ttdKadis])).toEqual({ pihak: [], ditunggu: 'paraf-hukum' });
    expect(giliran([dimulai, ...paraf.slice(0, 2)], [pengajuan, ttdKadis])).toEqual({
      pihak: [],
      ditunggu: 'paraf-sekda',
    });
    expect(giliran([dimulai, ...paraf], [pengajuan, ttdKadis])).toEqual({ pihak: [2], ditunggu: null });
  });
});
