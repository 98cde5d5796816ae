import { given } from '../../../test/support/given.js';
import type { Kode } from '../../kernel/penolakan.js';
import {
  angka,
  berdasarkan,
  bidang,
  catat,
  definisi,
  diajukan,
  dikembalikan,
  disetujui,
  diverifikasi,
  entri,
  kadis,
  koreksi,
  perencana,
  tanpaPenjelasan,
  tercatat,
  tercetak,
  terkoreksi,
  terkunci,
} from './pengukuran.contoh.js';
import {
  type PengukuranCommand,
  type PengukuranEvent,
  pengukuran,
  type Ukuran,
} from './pengukuran.decider.js';

const diberi = (...events: PengukuranEvent[]) => given(pengukuran, ...events);
const keadaan = (...events: PengukuranEvent[]) =>
  events.reduce((s, e, i) => pengukuran.evolve(s, e, i), pengukuran.initial);
const oleh = (p: typeof bidang) => ({ oleh: p, cara: 'elektronik' }) as const;

describe('CatatRealisasi', () => {
  it('mencatat realisasi pertama sebuah indikator', () =>
    diberi()
      .when(catat('IKU-1', angka('91.08')))
      .then(entri));

  it('mencatat nilai baru bersama nilai sebelumnya', () =>
    diberi(entri)
      .when(catat('IKU-1', angka('91.10')))
      .then(tercatat('IKU-1', angka('91.10'), angka('91.08'))));

  it('mencatat perubahan penjelasan walau angkanya sama', () => {
    const events = pengukuran.decide(
      catat('IKU-1', angka('91.08'), { tindakLanjut: 'Job fair.' }),
      keadaan(entri),
    );
    expect(events).toMatchObject([{ data: { tindakLanjut: 'Job fair.', sebelum: angka('91.08') } }]);
  });

  it.each([
    ['persis sama', angka('91.08')],
    ['ditulis dengan desimal lain', angka('91.080')],
  ])('tidak berubah bila entri %s', (_, ukuran) => diberi(entri).when(catat('IKU-1', ukuran)).then());

  it('tidak berubah bila entri yang sama terkirim lagi setelah diajukan', () =>
    diberi(entri, diajukan)
      .when(catat('IKU-1', angka('91.08')))
      .then());

  it.each<[string, Ukuran]>([
    ['pembilang dan penyebut', angka(null, '9', '27')],
    ['0 dari 0: tidak ada satu perkara pun', angka(null, '0', '0.00')],
    ['realisasi beserta pembilang dan penyebutnya', angka('33.33', '9', '27')],
    ['angka di bawah nol, seperti pertumbuhan', angka('-3.61')],
    ['realisasi nol, yang bukan kosong', angka('0')],
  ])('menerima %s', (_, ukuran) => diberi().when(catat('IKU-2', ukuran)).then(tercatat('IKU-2', ukuran)));

  it.each<[string, Ukuran, Kode]>([
    ['tanpa angka sama sekali', angka(null), 'REALISASI_TIDAK_DIBERI'],
    ['pembilang tanpa penyebut', angka(null, '9'), 'REALISASI_TIDAK_DIBERI'],
    ['penyebut tanpa pembilang', angka(null, null, '27'), 'REALISASI_TIDAK_DIBERI'],
    ['realisasi dengan pembilang saja', angka('33.33', '9'), 'REALISASI_TIDAK_DIBERI'],
    ['penyebut di bawah nol', angka(null, '1', '-2'), 'NILAI_TIDAK_SAH'],
    ['9 dari 0', angka(null, '9', '0'), 'PENYEBUT_NOL'],
    ['9 dari 0 walau realisasinya disebut', angka('100', '9', '0.0'), 'PENYEBUT_NOL'],
    ['realisasi bukan desimal', angka('91,08'), 'NILAI_TIDAK_SAH'],
    ['pembilang bukan desimal', angka(null, '1e400', '2'), 'DESIMAL_TIDAK_SAH'],
    ['penyebut terlalu panjang', angka(null, '1', '1234567890123456'), 'DESIMAL_TIDAK_SAH'],
  ])('menolak %s', (_, ukuran, kode) => diberi().when(catat('IKU-1', ukuran)).ditolak(kode));

  it('menerima predikat dari urutannya saja, dan bukan sebagai pembagian', () => {
    const sakip = definisi('IKU-3', { polaritas: 'predikat', urutanPredikat: ['C', 'CC', 'B', 'BB', 'A'] });
    diberi()
      .when(catat('IKU-3', angka('BB'), { definisi: sakip }))
      .then(tercatat('IKU-3', angka('BB')));
    diberi()
      .when(catat('IKU-3', angka('AAA'), { definisi: sakip }))
      .ditolak('NILAI_TIDAK_SAH');
    diberi()
      .when(catat('IKU-3', angka(null, '4', '5'), { definisi: sakip }))
      .ditolak('REALISASI_TIDAK_DIBERI');
  });

  it('menolak indikator yang tidak ada di Renstra dan program', () =>
    diberi()
      .when(catat('IKU-9', angka('1'), { definisi: null }))
      .ditolak('INDIKATOR_TIDAK_DIKENAL'));

  it('menolak bidang lain', () =>
    diberi()
      .when(catat('IKU-1', angka('1'), { penanggungJawab: '61.71.disnaker.bidang-lattas' }))
      .ditolak('BUKAN_PENANGGUNG_JAWAB'));

  it('menerima siapa pun bila Renstra tidak menunjuk jabatan yang ada', () =>
    diberi()
      .when(catat('IKU-1', angka('91.08'), { penanggungJawab: null }))
      .then(entri));

  it('menolak triwulan yang belum dibuka', () =>
    diberi()
      .when(catat('IKU-1', angka('1'), { periodeTerbuka: false }))
      .ditolak('PERIODE_DITUTUP'));

  it.each([
    ['diajukan', [entri, diajukan]],
    ['diverifikasi', [entri, diajukan, diverifikasi]],
    ['disetujui', terkunci],
  ])('menolak nilai baru setelah %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(catat('IKU-1', angka('92')))
      .ditolak('PENGUKURAN_TERKUNCI'),
  );

  it('menerima lagi setelah dikembalikan', () =>
    diberi(entri, diajukan, dikembalikan)
      .when(catat('IKU-1', angka('92')))
      .then(tercatat('IKU-1', angka('92'), angka('91.08'))));

  it('menolak penjelasan yang memuat NIP', () =>
    diberi()
      .when(catat('IKU-1', angka('1'), { faktorPenghambat: 'Pejabat 198001012005011001 pindah.' }))
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));

  it('tidak tertipu kode yang juga nama bawaan bahasa', () =>
    diberi()
      .when(catat('__proto__', angka('1')))
      .then(tercatat('__proto__', angka('1'))));
});

describe('Ajukan', () => {
  const ajukan = {
    type: 'Ajukan',
    periodeTerbuka: true,
    berdasarkan,
    ...oleh(bidang),
  } as const satisfies PengukuranCommand;

  it('mengajukan triwulan yang sudah berisi', () => diberi(entri).when(ajukan).then(diajukan));
  it('tidak berubah bila sudah diajukan', () => diberi(entri, diajukan).when(ajukan).then());
  it('menolak triwulan yang kosong', () => diberi().when(ajukan).ditolak('PENGUKURAN_KOSONG'));
  it('menolak triwulan yang ditutup', () =>
    diberi(entri)
      .when({ ...ajukan, periodeTerbuka: false })
      .ditolak('PERIODE_DITUTUP'));
  it('menolak yang sudah diverifikasi', () =>
    diberi(entri, diajukan, diverifikasi).when(ajukan).ditolak('PENGUKURAN_TERKUNCI'));
  it('menolak yang sudah disetujui', () =>
    diberi(...terkunci)
      .when(ajukan)
      .ditolak('PENGUKURAN_TERKUNCI'));
});

describe('Verifikasi', () => {
  const verifikasi = { type: 'Verifikasi', ...oleh(perencana) } as const;

  it('memverifikasi yang diajukan', () => diberi(entri, diajukan).when(verifikasi).then(diverifikasi));
  it('tidak berubah bila sudah diverifikasi', () =>
    diberi(entri, diajukan, diverifikasi).when(verifikasi).then());
  it('menolak yang belum diajukan', () =>
    diberi(entri).when(verifikasi).ditolak('PENGUKURAN_BELUM_DIAJUKAN'));
  it('menolak yang dikembalikan', () =>
    diberi(entri, diajukan, dikembalikan).when(verifikasi).ditolak('PENGUKURAN_BELUM_DIAJUKAN'));
  it('menolak yang sudah disetujui', () =>
    diberi(...terkunci)
      .when(verifikasi)
      .ditolak('PENGUKURAN_TERKUNCI'));
  it('menolak orang yang ikut mengisi, walau kini menjabat lain', () =>
    diberi(entri, tercatat('IKU-2', angka('1'), null, { ...bidang, subjek: perencana.subjek }), diajukan)
      .when(verifikasi)
      .ditolak('ORANG_SAMA'));
});

describe('Setujui', () => {
  const setujui = { type: 'Setujui', ...oleh(kadis) } as const;

  it('menyetujui dan mengunci yang diverifikasi', () =>
    diberi(entri, diajukan, diverifikasi).when(setujui).then(disetujui));
  it('tidak berubah bila sudah disetujui', () =>
    diberi(...terkunci)
      .when(setujui)
      .then());
  it('menolak yang belum diajukan', () => diberi(entri).when(setujui).ditolak('PENGUKURAN_BELUM_DIAJUKAN'));
  it('menolak yang belum diverifikasi', () =>
    diberi(entri, diajukan).when(setujui).ditolak('PENGUKURAN_BELUM_DIVERIFIKASI'));
  it('menolak kepala yang ikut mengisi', () =>
    diberi(tercatat('IKU-1', angka('1'), null, kadis), diajukan, diverifikasi)
      .when(setujui)
      .ditolak('ORANG_SAMA'));
});

describe('Kembalikan', () => {
  const kembalikan = {
    type: 'Kembalikan',
    catatan: 'Sumber data belum dilampirkan.',
    ...oleh(perencana),
  } as const;

  it.each([
    ['diajukan', [entri, diajukan]],
    ['diverifikasi', [entri, diajukan, diverifikasi]],
  ])('mengembalikan yang %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(kembalikan)
      .then(dikembalikan),
  );
  it('menolak tanpa catatan', () =>
    diberi(entri, diajukan)
      .when({ ...kembalikan, catatan: ' \n' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak yang belum diajukan, juga pengembalian kedua', () =>
    diberi(entri, diajukan, dikembalikan).when(kembalikan).ditolak('PENGUKURAN_BELUM_DIAJUKAN'));
  it('menolak yang sudah disetujui', () =>
    diberi(...terkunci)
      .when(kembalikan)
      .ditolak('PENGUKURAN_TERKUNCI'));
});

describe('KoreksiRealisasi', () => {
  it('mengoreksi yang sudah disetujui, dengan alasan dan kedua angkanya', () =>
    diberi(...terkunci)
      .when(koreksi('IKU-1', angka('91.20')))
      .then(terkoreksi));
  it('tidak berubah bila koreksi yang sama terkirim lagi', () =>
    diberi(...terkunci, terkoreksi)
      .when(koreksi('IKU-1', angka('91.20')))
      .then());
  it('mencatat alasan lain atas angka yang sama', () => {
    const alasan = 'Berita acara pemeriksaan nomor 12 terlampir';
    const lain = { ...terkoreksi.data, sebelum: angka('91.20'), alasan };
    return diberi(...terkunci, terkoreksi)
      .when(koreksi('IKU-1', angka('91.20'), { alasan }))
      .then({ type: 'RealisasiDikoreksi', data: lain });
  });
  it('menolak tanpa alasan', () =>
    diberi(...terkunci)
      .when(koreksi('IKU-1', angka('91.20'), { alasan: '' }))
      .ditolak('ALASAN_WAJIB'));
  it.each([
    ['draf', [entri]],
    ['diajukan', [entri, diajukan]],
    ['diverifikasi', [entri, diajukan, diverifikasi]],
  ])('menolak selagi %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(koreksi('IKU-1', angka('91.20')))
      .ditolak('PENGUKURAN_BELUM_DISETUJUI'),
  );
  it('menolak indikator yang belum ada realisasinya', () =>
    diberi(...terkunci)
      .when(koreksi('IKU-2', angka('1')))
      .ditolak('REALISASI_BELUM_ADA'));
  it('menolak indikator yang tidak dikenal lagi', () =>
    diberi(...terkunci)
      .when(koreksi('IKU-1', angka('1'), { definisi: null }))
      .ditolak('INDIKATOR_TIDAK_DIKENAL'));
  it('menolak nilai yang tidak sah', () =>
    diberi(...terkunci)
      .when(koreksi('IKU-1', angka('1.2.3')))
      .ditolak('NILAI_TIDAK_SAH'));
});

describe('dicatat dari laporan kertas', () => {
  const kertas = { oleh: tercetak, cara: 'dicatat' } as const;
  const catatKertas = (kode: string, ukuran: Ukuran, isi = {}): PengukuranCommand =>
    catat(kode, ukuran, { ...kertas, penanggungJawab: null, periodeTerbuka: false, ...isi });

  it('tidak mengubah entri yang sama, atau yang menyebut lebih sedikit', () => {
    const lengkap = tercatat('IKU-1', angka('33.33', '9', '27'));
    diberi(lengkap)
      .when(catatKertas('IKU-1', angka('33.33')))
      .then();
  });
  it.each([
    ['angka lain', angka('91.09')],
    ['pembilang yang belum tercatat', angka('91.08', '1', '2')],
  ])('menolak %s untuk indikator yang sudah tercatat', (_, ukuran) =>
    diberi(...terkunci)
      .when(catatKertas('IKU-1', ukuran))
      .ditolak('SUDAH_ADA_BERBEDA'),
  );
  it('menolak penjelasan lain untuk indikator yang sudah tercatat', () =>
    diberi(entri)
      .when(catatKertas('IKU-1', angka('91.08'), { tindakLanjut: 'Job fair.' }))
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menambah indikator baru, juga setelah triwulan dikunci dan ditutup', () =>
    diberi(...terkunci)
      .when(catatKertas('IKU-2', angka('2')))
      .then({
        type: 'RealisasiDicatat',
        data: {
          indikator: 'IKU-2',
          ...angka('2'),
          ...tanpaPenjelasan,
          sebelum: null,
          berdasarkan,
          ...kertas,
        },
      }));
  it.each(['Ajukan', 'Verifikasi', 'Setujui'] as const)('tidak mengulang %s setelah disetujui', (type) =>
    diberi(...terkunci)
      .when(type === 'Ajukan' ? { type, periodeTerbuka: false, berdasarkan, ...kertas } : { type, ...kertas })
      .then(),
  );
  it('membawa triwulan kosong sampai disetujui oleh satu jabatan tercetak', () => {
    const urutan: PengukuranCommand[] = [
      catatKertas('IKU-1', angka('91.08')),
      { type: 'Ajukan', periodeTerbuka: false, berdasarkan, ...kertas },
      { type: 'Verifikasi', ...kertas },
      { type: 'Setujui', ...kertas },
    ];
    const akhir: PengukuranEvent[] = [];
    for (const c of urutan) akhir.push(...pengukuran.decide(c, keadaan(...akhir)));
    expect(akhir).toHaveLength(4);
    expect(keadaan(...akhir).status).toBe('disetujui');
  });
});

describe('revisi per indikator', () => {
  const revisi = (c: PengukuranCommand, ...events: PengukuranEvent[]) =>
    pengukuran.revisi?.(c, keadaan(...events));
  const dua = tercatat('IKU-2', angka('2'));

  it('adalah revisi peristiwa terakhir yang menyentuh indikator itu', () =>
    expect(revisi(catat('IKU-1', angka('9')), entri, dua, diajukan)).toBe(0));
  it('bergerak karena koreksi', () =>
    expect(revisi(koreksi('IKU-1', angka('9')), ...terkunci, terkoreksi)).toBe(4));
  it('adalah -1 selagi indikator itu belum diisi', () =>
    expect(revisi(catat('IKU-2', angka('9')), entri)).toBe(-1));
  it('adalah revisi seluruh dokumen untuk pengajuan dan persetujuan', () =>
    expect(revisi({ type: 'Setujui', ...oleh(kadis) }, entri)).toBeUndefined());
});
