import { bahanDari } from '../../../test/support/bahan.js';
import { type Berstream, di, rekam } from '../../../test/support/project.js';
import { PERSIAPAN, STREAM } from '../../../test/support/tahun.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import type { IkuEvent } from '../../planning/iku/iku.decider.js';
import * as opd from '../../planning/opd/opd.contoh.js';
import { pemdaDidaftarkan } from '../../planning/pemda/pemda.contoh.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import * as program from '../../planning/program/program.contoh.js';
import {
  rencanaAksiDitetapkan,
  targetTriwulanDicatat,
} from '../../planning/rencana-aksi/rencana-aksi.contoh.js';
import { rktDitetapkan, targetRktDicatat } from '../../planning/rencana-kinerja/rencana-kinerja.contoh.js';
import * as renstra from '../../planning/renstra/renstra.contoh.js';
import type { Tabel } from './tabel.js';
import { tabelPerencanaan } from './tabel-perencanaan.js';

type Bagian = readonly (readonly Berstream[])[];
const { elektronik } = pk;
const akta = { jenis: 'Keputusan Kepala Dinas', nomor: '12', tanggal: '2023-01-05', pejabat: 'Kepala Dinas' };

const tabel = (bagian: Bagian, tahun = 2023): readonly Tabel[] => {
  const bahan = bahanDari(rekam<DomainEvent>(...bagian), { pemda: '61.71', opd: 'disnaker', tahun });
  if (bahan === null) throw new Error('tidak ada OPD');
  return tabelPerencanaan(bahan);
};
const satu = (semua: readonly Tabel[], bagian: string): Tabel => {
  const ada = semua.find((t) => t.bagian === bagian);
  if (ada === undefined) throw new Error(`${bagian} tidak ada di ${semua.map((t) => t.bagian).join(', ')}`);
  return ada;
};
/** One column, an empty cell as its reason. */
const isi = (t: Tabel, kunci: string): (string | undefined)[] =>
  t.baris.map(
    (b, n) =>
      b[t.kolom.findIndex((k) => k.kunci === kunci)] ??
      t.kosong.find((k) => k.baris === n && k.kolom === kunci)?.alasan,
  );
const PK = di(STREAM.pk, ...pk.murniBerlaku);

describe('tabel Renstra', () => {
  it('memuat target tiap tahun masa Renstra, dan menyebut yang belum ada', () => {
    const t = satu(tabel(PERSIAPAN), 'renstra-target');
    expect(t.kolom.map((k) => k.kunci).slice(-4)).toEqual([
      'target2022',
      'target2023',
      'target2024',
      'kondisiAkhir',
    ]);
    expect(isi(t, 'indikator')).toEqual(['TANPA_INDIKATOR', 'Indikator IKU-1', 'Indikator IKU-2']);
    expect(isi(t, 'target2023')).toEqual(['TANPA_INDIKATOR', '91.50', 'BELUM_ADA']);
    expect(isi(t, 'kondisiAwal')).toEqual(['TANPA_INDIKATOR', 'TIDAK_ADA_BASELINE', 'TIDAK_ADA_BASELINE']);
    expect(t.keadaan).toBe('berlaku');
  });

  it('kondisi akhir adalah target akhirnya, atau target tahun terakhir bila tidak disebut', () => {
    const target = (tahun: number | null, nilai: string): DomainEvent => ({
      type: 'TargetRenstraDitetapkan',
      data: { indikator: 'IKU-1', tahun, target: nilai, sebelum: null, ...elektronik },
    });
    const akhir = (...events: DomainEvent[]) =>
      isi(satu(tabel([...PERSIAPAN, di(STREAM.renstra, ...events)]), 'renstra-target'), 'kondisiAkhir')[1];
    expect(akhir()).toBe('BELUM_ADA');
    expect(akhir(target(2024, '92.00'))).toBe('92.00');
    expect(akhir(target(2024, '92.00'), target(null, '92.50'))).toBe('92.50');
  });

  it('adalah rancangan selama Renstra belum ditetapkan, dan belum ada di luar masanya', () => {
    const rancangan = PERSIAPAN.map((b) => b.filter((e) => e.event.type !== 'RenstraDitetapkan'));
    expect(satu(tabel(rancangan), 'renstra-target').keadaan).toBe('rancangan');
    const luar = satu(tabel(PERSIAPAN, 2030), 'renstra-target');
    expect([luar.keadaan, luar.baris, luar.catatan]).toEqual([
      'belum-ada',
      [],
      ['Belum ada Renstra yang memuat tahun 2030.'],
    ]);
  });

  it('menyebut setiap arah kebijakan di barisnya, dan sasaran yang belum punya strategi', () => {
    const t = satu(tabel(PERSIAPAN), 'renstra-strategi');
    expect(isi(t, 'sasaran')).toEqual(t.baris.map(() => expect.any(String)));
    const tanpa: DomainEvent = {
      type: 'SasaranDitambahkan',
      data: { tujuan: 'T1', kode: 'S9', uraian: 'Sasaran baru', strategi: [], sebelum: null, ...elektronik },
    };
    const dua = satu(tabel([...PERSIAPAN, di(STREAM.renstra, tanpa)]), 'renstra-strategi');
    expect([isi(dua, 'strategi').at(-1), isi(dua, 'arahKebijakan').at(-1)]).toEqual([
      'BELUM_ADA',
      'BELUM_ADA',
    ]);
  });
});

describe('Perubahan Renstra', () => {
  const dimulai: DomainEvent = {
    type: 'PerubahanRenstraDimulai',
    data: { versi: 2, alasan: 'Perubahan RPJMD', mulaiBerlaku: 2024, ...elektronik },
  };
  const target = (indikator: string, tahun: number, nilai: string): DomainEvent => ({
    type: 'TargetRenstraDitetapkan',
    data: { indikator, tahun, target: nilai, sebelum: null, ...elektronik },
  });
  const baru = pk.iku('IKU-9');
  const suntingan: readonly DomainEvent[] = [
    dimulai,
    target('IKU-1', 2024, '95.00'),
    renstra.indikatorDitetapkan(baru),
    {
      type: 'IndikatorDihubungkan',
      data: { indikator: 'IKU-9', tingkat: 'sasaran', kode: 'S1', ...elektronik },
    },
    target('IKU-9', 2024, '10.00'),
  ];
  const ditetapkan: DomainEvent = {
    type: 'RenstraDitetapkan',
    data: { keputusan: null, versi: 2, akta, ...elektronik },
  };
  const rancangan: Bagian = [...PERSIAPAN, di(STREAM.renstra, ...suntingan)];
  const berlaku: Bagian = [...rancangan, di(STREAM.renstra, ditetapkan)];

  it('selama disusun berdiri sebagai rancangan di samping yang berlaku', () => {
    const semua = tabel(rancangan, 2024);
    expect(isi(satu(semua, 'renstra-target'), 'target2024')).toEqual([
      'TANPA_INDIKATOR',
      'BELUM_ADA',
      'BELUM_ADA',
    ]);
    const t = satu(semua, 'renstra-target-rancangan');
    expect(isi(t, 'target2024')).toEqual(['TANPA_INDIKATOR', '95.00', 'BELUM_ADA', '10.00']);
    expect([t.keadaan, t.catatan]).toEqual(['rancangan', ['Versi 2, berlaku mulai tahun 2024.']]);
    expect(isi(t, 'target2023').at(-1)).toBe('INDIKATOR_BARU');
  });

  it('sejak ditetapkan berlaku mulai tahunnya, dan tahun sebelumnya tetap seperti semula', () => {
    const kini = satu(tabel(berlaku, 2024), 'renstra-target');
    expect(isi(kini, 'indikator').at(-1)).toBe('Indikator IKU-9');
    expect(kini.catatan).toEqual(['Versi 2, berlaku mulai tahun 2024.', expect.stringMatching(/nomor 12/)]);
    const dahulu = satu(tabel(berlaku), 'renstra-target');
    expect(isi(dahulu, 'indikator')).not.toContain('Indikator IKU-9');
    expect(isi(dahulu, 'target2024')).toEqual(['TANPA_INDIKATOR', 'BELUM_ADA', 'BELUM_ADA']);
    expect(tabel(berlaku, 2024).some((t) => t.bagian.endsWith('-rancangan'))).toBe(false);
  });

  it('yang dibatalkan tidak meninggalkan rancangan', () => {
    const dibatalkan: DomainEvent = {
      type: 'PerubahanRenstraDibatalkan',
      data: { versi: 2, alasan: 'Batal', ...elektronik },
    };
    const semua = tabel([...rancangan, di(STREAM.renstra, dibatalkan)], 2024);
    expect(semua.some((t) => t.bagian.endsWith('-rancangan'))).toBe(false);
  });
});

describe('naskah Renstra', () => {
  const misi = (nomor: number, uraian: string, sebelum: string | null = null): DomainEvent => ({
    type: 'MisiDitambahkan',
    data: { nomor, uraian, sebelum, ...elektronik },
  });
  const isu: DomainEvent = {
    type: 'IsuStrategisDicatat',
    data: { kode: 'ISU-1', uraian: 'Pengangguran muda', sasaran: ['S1'], sebelum: null, ...elektronik },
  };
  const permasalahan: DomainEvent = {
    type: 'PermasalahanDicatat',
    data: {
      ...{ kode: 'P-1', uraian: 'Pelatihan kurang', isu: 'ISU-1', sasaran: [], solusi: null },
      ...{ sebelum: null, ...elektronik },
    },
  };
  const selaras: DomainEvent = {
    type: 'RenstraDiselaraskan',
    data: {
      ...{ tingkat: 'sasaran', kode: 'S1', melayani: { mulai: 2021, tingkat: 'sasaran', kode: 'SK-3' } },
      ...{ sebelum: null, berdasarkan: [], ...elektronik },
    },
  };
  const dengan = (...events: DomainEvent[]) => tabel([...PERSIAPAN, di(STREAM.renstra, ...events)]);

  it('menyebut misi menurut nomornya, dan isi terakhirnya', () => {
    const t = satu(
      dengan(misi(2, 'Misi kedua'), misi(1, 'Misi satu'), misi(1, 'Misi pertama', 'Misi satu')),
      'visi-misi',
    );
    expect(isi(t, 'nomor')).toEqual(['TANPA_NOMOR', '1', '2']);
    expect(isi(t, 'uraian').slice(1)).toEqual(['Misi pertama', 'Misi kedua']);
  });

  it('menyebut isu dan permasalahan dengan sasaran yang menjawabnya, sampai dihapus', () => {
    const semua = dengan(isu, permasalahan);
    expect(isi(satu(semua, 'isu-strategis'), 'sasaran')).toEqual([expect.any(String)]);
    const p = satu(semua, 'permasalahan');
    expect(['isu', 'sasaran', 'solusi'].map((k) => isi(p, k)[0])).toEqual([
      'Pengangguran muda',
      'TIDAK_DISEBUT',
      'BELUM_ADA',
    ]);
    const dihapus: DomainEvent = {
      type: 'UnsurRenstraDihapus',
      data: { unsur: 'permasalahan', kode: 'P-1', alasan: 'Selesai', ...elektronik },
    };
    expect(satu(dengan(isu, permasalahan, dihapus), 'permasalahan').baris).toEqual([]);
  });

  it('menyebut rencana pemda yang dilayani, dan unsur yang belum diselaraskan', () => {
    const t = satu(dengan(selaras), 'keselarasan');
    expect(isi(t, 'kodePemda')).toEqual(['BELUM_ADA', 'SK-3']);
    const dilepas: DomainEvent = {
      type: 'KeselarasanDilepas',
      data: {
        ...{ tingkat: 'sasaran', kode: 'S1', sebelum: { mulai: 2021, tingkat: 'sasaran', kode: 'SK-3' } },
        ...{ alasan: 'Keliru', ...elektronik },
      },
    };
    expect(isi(satu(dengan(selaras, dilepas), 'keselarasan'), 'kodePemda')).toEqual([
      'BELUM_ADA',
      'BELUM_ADA',
    ]);
  });

  it('yang ditulis di rancangan Perubahan tidak mengubah naskah yang berlaku', () => {
    const dimulai: DomainEvent = {
      type: 'PerubahanRenstraDimulai',
      data: { versi: 2, alasan: 'Perubahan', mulaiBerlaku: 2023, ...elektronik },
    };
    const semua = dengan(isu, dimulai, misi(1, 'Misi baru'));
    expect(isi(satu(semua, 'visi-misi'), 'uraian')).not.toContain('Misi baru');
    expect(isi(satu(semua, 'visi-misi-rancangan'), 'uraian')).toContain('Misi baru');
    expect(isi(satu(semua, 'isu-strategis-rancangan'), 'kode')).toEqual(['ISU-1']);
  });
});

describe('tabel RKT', () => {
  const pohon = di(STREAM.program, program.indikatorDihubungkan);
  const target = di(STREAM.rkt, targetRktDicatat());

  it('memuat target RKT saja; yang dijanjikan di PK menunjuk ke PK, tidak disalin', () => {
    const t = satu(tabel([...PERSIAPAN, pohon, PK, target]), 'rkt-murni');
    expect(isi(t, 'target')).toEqual(['DALAM_PK', 'DALAM_PK', '52.00']);
    expect(t.keadaan).toBe('rancangan');
  });

  it('berlaku sejak ditetapkan, menurut aktanya', () => {
    const ditetapkan: DomainEvent = {
      type: 'RktDitetapkan',
      data: { jenis: 'murni', keputusan: null, akta, ...elektronik },
    };
    const t = satu(tabel([...PERSIAPAN, pohon, target, di(STREAM.rkt, ditetapkan)]), 'rkt-murni');
    expect(t.keadaan).toBe('berlaku');
    expect(t.catatan).toEqual([
      'Ditetapkan dengan Keputusan Kepala Dinas nomor 12 tanggal 5 Januari 2023 (Kepala Dinas).',
    ]);
    expect(t.asal.at(-1)).toHaveLength(2); // the target, and what made it hold
  });

  it('perubahan adalah tabel tersendiri yang tidak mengambil target murni', () => {
    const perubahan = di(
      STREAM.rkt,
      rktDitetapkan('murni'),
      targetRktDicatat({ jenis: 'perubahan', indikator: 'IKU-2', target: '60.00' }),
    );
    const semua = tabel([...PERSIAPAN, pohon, target, perubahan]);
    expect(isi(satu(semua, 'rkt-murni'), 'target')).toEqual(['BELUM_ADA', 'BELUM_ADA', '52.00']);
    const t = satu(semua, 'rkt-perubahan');
    expect(isi(t, 'target')).toEqual(['TIDAK_DIUBAH', '60.00', 'TIDAK_DIUBAH']);
    expect(t.keadaan).toBe('rancangan');
  });

  it('belum ada sebelum satu pun target dicatat', () =>
    expect(tabel(PERSIAPAN).filter((t) => t.nomor === 4)).toMatchObject([
      { bagian: 'rkt-murni', keadaan: 'belum-ada', baris: [] },
    ]));
});

describe('tabel PK', () => {
  const dua = di(STREAM.pk, ...pk.perubahanBerlaku);

  it('memuat naskah setiap versi sebagaimana ditandatangani', () => {
    const semua = tabel([...PERSIAPAN, dua]);
    expect(semua.filter((t) => t.nomor === 5).map((t) => [t.bagian, t.keadaan])).toEqual([
      ['pk-1-target', 'digantikan'],
      ['pk-1-anggaran', 'digantikan'],
      ['pk-2-target', 'berlaku'],
      ['pk-2-anggaran', 'berlaku'],
    ]);
    for (const [versi, naskah] of [pk.naskahMurni, pk.naskahPerubahan].entries()) {
      const t = satu(semua, `pk-${versi + 1}-target`);
      expect(isi(t, 'target')).toEqual(naskah.target.map((x) => x.target));
      expect(isi(t, 'indikator')).toEqual(naskah.target.map((x) => x.nama));
    }
  });

  it('naskah yang belum ditandatangani kedua pihak adalah rancangan, yang dibatalkan tidak dimuat', () => {
    const keadaan = (...events: DomainEvent[]) =>
      tabel([...PERSIAPAN, di(STREAM.pk, ...events)])
        .filter((t) => t.nomor === 5)
        .map((t) => [t.bagian, t.keadaan]);
    expect(keadaan(pk.pengajuan, pk.ttdKadis)[0]).toEqual(['pk-1-target', 'rancangan']);
    expect(keadaan(pk.pengajuan, pk.dikembalikan)[0]).toEqual(['pk-1-target', 'rancangan']);
    expect(keadaan(pk.pengajuan, pk.dibatalkan)).toEqual([['pk', 'belum-ada']]);
  });

  it('sasaran di luar Renstra disebut menurut naskahnya, dengan alasannya', () => {
    const luarRenstra = { sasaran: 'Sasaran arahan', alasan: 'Arahan Wali Kota', polaritas: 'naik' } as const;
    const lain = { indikator: 'X-1', nama: 'Indikator arahan', satuan: '%', target: '10' };
    const naskah = {
      ...pk.naskahMurni,
      target: [{ ...lain, luarRenstra: { ...luarRenstra, urutanPredikat: null } }],
    };
    const diajukan: DomainEvent = { ...pk.pengajuan, data: { ...pk.pengajuan.data, naskah } };
    const t = satu(tabel([...PERSIAPAN, di(STREAM.pk, diajukan)]), 'pk-1-target');
    expect(isi(t, 'sasaran')).toEqual(['Sasaran arahan']);
    expect(t.catatan).toEqual(['Indikator arahan tidak ada di Renstra: Arahan Wali Kota']);
  });

  it('menjumlahkan anggaran naskahnya', () => {
    const t = satu(tabel([...PERSIAPAN, PK]), 'pk-1-anggaran');
    const jumlah = pk.naskahMurni.anggaran.reduce((j, a) => j + BigInt(a.pagu), 0n);
    expect(t.jumlah).toContain(`${jumlah}`);
  });
});

describe('tabel IKU', () => {
  const IKU = 'Iku-61.71.disnaker';
  const disusun = (versi: number, mulaiBerlaku: number): IkuEvent => ({
    type: 'IkuDisusun',
    data: { versi, mulaiBerlaku, alasan: null, sebelum: null, berdasarkan: [], ...elektronik },
  });
  const dipilih = (versi: number, indikator: string, alasan: string): IkuEvent => ({
    type: 'IkuDipilih',
    data: {
      ...{ versi, indikator, alasan, formula: 'a / b', sumberData: 'BPS', penanggungJawab: null },
      ...{ sebelum: null, berdasarkan: [], ...elektronik },
    },
  });
  const ditetapkan = (versi: number): IkuEvent => ({
    type: 'IkuDitetapkan',
    data: { versi, akta, berdasarkan: [], ...elektronik },
  });
  const pertama = [disusun(1, 2023), dipilih(1, 'IKU-1', 'Mandat'), ditetapkan(1)];

  it('tanpa Keputusan memuat indikator yang ditandai IKU, sebagai rancangan', () => {
    const t = satu(tabel(PERSIAPAN), 'iku');
    expect(isi(t, 'indikator')).toEqual(['Indikator IKU-1', 'Indikator IKU-2']);
    expect([t.keadaan, t.catatan]).toEqual(['rancangan', [expect.stringMatching(/^Belum ada Keputusan/)]]);
  });

  it('memuat set menurut Keputusannya, dengan alasan, formula, dan sumber datanya', () => {
    const t = satu(tabel([...PERSIAPAN, di(IKU, ...pertama)]), 'iku');
    expect(['indikator', 'alasan', 'formula', 'sumberData'].map((k) => isi(t, k))).toEqual([
      ['Indikator IKU-1'],
      ['Mandat'],
      ['a / b'],
      ['BPS'],
    ]);
    expect(t.keadaan).toBe('berlaku');
    expect(t.catatan[1]).toMatch(/^Ditetapkan dengan Keputusan Kepala Dinas nomor 12/);
  });

  it('set yang sedang disusun tidak mengubah yang berlaku, dan berlaku mulai tahunnya', () => {
    const kedua = [disusun(2, 2024), dipilih(2, 'IKU-2', 'Perubahan')];
    const rancangan: Bagian = [...PERSIAPAN, di(IKU, ...pertama, ...kedua)];
    expect(isi(satu(tabel(rancangan), 'iku'), 'alasan')).toEqual(['Mandat']);
    expect(tabel(rancangan).some((t) => t.bagian === 'iku-rancangan')).toBe(false);
    const lusa = tabel(rancangan, 2024);
    expect(isi(satu(lusa, 'iku'), 'alasan')).toEqual(['Mandat']);
    expect(isi(satu(lusa, 'iku-rancangan'), 'alasan')).toEqual(['Mandat', 'Perubahan']);
    const berlaku: Bagian = [...rancangan, di(IKU, ditetapkan(2))];
    expect(isi(satu(tabel(berlaku), 'iku'), 'alasan')).toEqual(['Mandat']);
    expect(isi(satu(tabel(berlaku, 2024), 'iku'), 'alasan')).toEqual(['Mandat', 'Perubahan']);
  });

  it('indikator yang dikeluarkan tidak ada lagi di set itu saja', () => {
    const kedua: IkuEvent[] = [
      disusun(2, 2024),
      { type: 'IkuDikeluarkan', data: { versi: 2, indikator: 'IKU-1', alasan: 'Tercapai', ...elektronik } },
      dipilih(2, 'IKU-2', 'Baru'),
      ditetapkan(2),
    ];
    const bagian: Bagian = [...PERSIAPAN, di(IKU, ...pertama, ...kedua)];
    expect(isi(satu(tabel(bagian), 'iku'), 'indikator')).toEqual(['Indikator IKU-1']);
    expect(isi(satu(tabel(bagian, 2024), 'iku'), 'indikator')).toEqual(['Indikator IKU-2']);
  });
});

describe('tabel program', () => {
  it('memuat pagu sekali untuk setiap simpul, dan target yang berlaku dengan sumbernya', () => {
    const dua: DomainEvent = {
      type: 'IndikatorProgramDihubungkan',
      data: { kode: '2.07.03', indikator: 'IKU-2', berdasarkan: [], ...elektronik },
    };
    const t = satu(
      tabel([
        ...PERSIAPAN,
        di(STREAM.program, program.indikatorDihubungkan, dua),
        PK,
        di(STREAM.rkt, targetRktDicatat(), rktDitetapkan('murni')),
      ]),
      'program',
    );
    expect(isi(t, 'anggaran')).toEqual(['516543100', '']);
    expect(isi(t, 'sumberTarget')).toEqual(['RKT', 'PK']);
    expect(t.jumlah).toContain('516543100');
  });

  it('tidak menjumlahkan selama ada program tanpa pagu, dan tidak menyebutnya nol', () => {
    const lain: DomainEvent = {
      type: 'ProgramDitambahkan',
      data: {
        ...{ kode: '2.07.04', nama: 'Penempatan', tingkat: 'program', induk: null },
        ...{ sebelum: null, berdasarkan: [], ...elektronik },
      },
    };
    const t = satu(tabel([...PERSIAPAN, di(STREAM.program, lain)]), 'program');
    expect(isi(t, 'anggaran')).toEqual(['516543100', 'BELUM_ADA']);
    expect(t.jumlah?.[t.kolom.findIndex((k) => k.kunci === 'anggaran')]).toBeNull();
    expect(t.catatan).toEqual([expect.stringMatching(/^Jumlah belum dapat dihitung/)]);
  });

  it('kegiatan berdiri di bawah programnya walaupun dicatat kemudian', () => {
    const sesudah: DomainEvent = {
      type: 'ProgramDitambahkan',
      data: {
        ...{ kode: '2.07.02', nama: 'Perencanaan', tingkat: 'program', induk: null },
        ...{ sebelum: null, berdasarkan: [], ...elektronik },
      },
    };
    const t = satu(
      tabel([...PERSIAPAN, di(STREAM.program, sesudah, program.kegiatanDitambahkan)]),
      'program',
    );
    expect(isi(t, 'kode')).toEqual(['2.07.02', '2.07.03', '2.07.03.2.01']);
  });
});

describe('tabel skala', () => {
  const didaftarkan = [di(STREAM.pemda, pemdaDidaftarkan), di(STREAM.opd, opd.opdDidaftarkan)];

  it('memakai skala OPD tahun itu, lalu skala pemda, lalu Permendagri 86/2017', () => {
    expect(satu(tabel(didaftarkan), 'skala').judul).toMatch(/Permendagri 86\/2017/);
    expect(satu(tabel(PERSIAPAN), 'skala').catatan[0]).toBe('Skala pemda.');
    const sendiri: Bagian = [...PERSIAPAN, di(STREAM.opd, opd.skalaOpdDitetapkan)];
    expect(satu(tabel(sendiri), 'skala').catatan[0]).toBe('Skala OPD untuk tahun ini.');
    expect(satu(tabel(sendiri, 2030), 'skala').catatan[0]).toBe('Skala pemda.');
  });

  it('kelas teratas tanpa batas atas, kelas terbawah tanpa batas bawah', () => {
    const t = satu(tabel(didaftarkan), 'skala');
    expect(isi(t, 'batasAtas')).toEqual(['TANPA_BATAS', '91', '76', '66', '51']);
    expect(isi(t, 'batasBawah')).toEqual(['91', '76', '66', '51', 'TANPA_BATAS']);
  });
});

describe('tabel rencana aksi', () => {
  const aksi = di(STREAM.rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan);
  const dimulai: DomainEvent = {
    type: 'PerubahanRencanaAksiDimulai',
    data: { versi: 2, sebab: 'perubahan-apbd', alasan: null, sebelum: null, ...elektronik },
  };
  const diubah = targetTriwulanDicatat({ target: '80', sebelum: '90' });

  it('memuat empat triwulan setiap indikator PK, juga yang belum punya rencana', () => {
    const t = satu(tabel([...PERSIAPAN, PK, aksi]), 'rencana-aksi-1');
    expect(isi(t, 'triwulan')).toEqual(['1', '2', '3', '4', '1', '2', '3', '4']);
    expect(isi(t, 'target')).toEqual(['90', ...Array<string>(7).fill('BELUM_ADA')]);
    expect(isi(t, 'keadaan').slice(0, 2)).toEqual(['BELUM_SELESAI', 'BELUM_ADA']);
  });

  it('rancangan Perubahan tidak menyentuh yang berlaku sampai ditetapkan', () => {
    const rancangan: Bagian = [...PERSIAPAN, aksi, di(STREAM.rencanaAksi, dimulai, diubah)];
    const semua = tabel(rancangan);
    const rencanaAksi = (t: Tabel) => t.bagian.startsWith('rencana-aksi');
    const ringkas = (t: Tabel) => [t.bagian, t.keadaan, isi(t, 'target')[0]];
    expect(semua.filter(rencanaAksi).map(ringkas)).toEqual([
      ['rencana-aksi-1', 'berlaku', '90'],
      ['rencana-aksi-2', 'rancangan', '80'],
    ]);
    const ditetapkan = tabel([...rancangan, di(STREAM.rencanaAksi, rencanaAksiDitetapkan)]);
    expect(ditetapkan.filter(rencanaAksi).map(ringkas)).toEqual([
      ['rencana-aksi-1', 'digantikan', '90'],
      ['rencana-aksi-2', 'berlaku', '80'],
    ]);
  });

  it('menyebut aksi yang selesai, sampai aksinya berganti', () => {
    const selesai: DomainEvent = {
      type: 'AksiDitandai',
      data: {
        ...{ indikator: 'IKU-1', triwulan: 1, aksi: 'Pelatihan angkatan I', keadaan: 'selesai' },
        ...{ catatan: null, sebelum: null, ...elektronik },
      },
    };
    const bagian: Bagian = [...PERSIAPAN, aksi, di(STREAM.rencanaAksi, selesai)];
    expect(isi(satu(tabel(bagian), 'rencana-aksi-1'), 'keadaan')[0]).toBe('Selesai');
    const berganti = targetTriwulanDicatat({ aksi: 'Pelatihan angkatan II' });
    const lain: Bagian = [...bagian, di(STREAM.rencanaAksi, dimulai, berganti)];
    expect(isi(satu(tabel(lain), 'rencana-aksi-2'), 'keadaan')[0]).toBe('BELUM_SELESAI');
  });
});

it('setiap tabel mengaku sebab sel kosongnya dan asal setiap barisnya', () => {
  const semua = tabel([
    ...PERSIAPAN,
    PK,
    di(STREAM.rkt, targetRktDicatat()),
    di(STREAM.renstra, renstra.target2023),
  ]);
  for (const t of semua) {
    expect(t.asal).toHaveLength(t.baris.length);
    expect(t.kosong).toHaveLength(t.baris.flat().filter((s) => s === null).length);
  }
});
