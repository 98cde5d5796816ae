import { given } from '../../../test/support/given.js';
import { bedaNaskah } from './naskah.decider.js';
import {
  ajukan,
  berlaku,
  dibatalkan,
  dicatat,
  dikembalikan,
  kadis,
  naskahMurni,
  naskahPerubahan,
  pengajuan,
  perencana,
  sidikMurni,
  tandatangani,
  tercetak,
  ttdKadis,
  ttdWali,
  wali,
} from './perjanjian-kinerja.contoh.js';
import {
  type BuktiTte,
  type PkCommand,
  type PkEvent,
  perjanjianKinerja,
} from './perjanjian-kinerja.decider.js';

const diberi = (...events: PkEvent[]) => given(perjanjianKinerja, ...events);
type Data<T extends PkEvent['type']> = Extract<PkEvent, { type: T }>['data'];

const ID = 'Zm9vYmFyYmF6cXV4MTIzNA';
const bernomor: PkEvent = {
  type: 'PerjanjianKinerjaDiajukan',
  data: { ...(pengajuan.data as Data<'PerjanjianKinerjaDiajukan'>), idPeriksa: ID },
};
const bukti = (berkasDilihat: string, berkasHasil: string): BuktiTte => ({
  berkasDilihat,
  berkasHasil,
  penyedia: 'tertanam',
  jaminan: 'tidak-tersertifikasi',
  sertifikat: 'c'.repeat(64),
  tingkat: 'B-B',
  pada: '2023-03-01T02:00:00.000Z',
});
const [asli, pertama, kedua] = ['0', '1', '2'].map((h) => h.repeat(64)) as [string, string, string];
const diBerkas = (e: PkEvent, b: BuktiTte): PkEvent => ({
  type: 'PerjanjianKinerjaDitandatangani',
  data: { ...(e.data as Data<'PerjanjianKinerjaDitandatangani'>), bukti: b },
});
const kadisDiBerkas = diBerkas(ttdKadis, bukti(asli, pertama));
const waliDiBerkas = diBerkas(ttdWali, bukti(pertama, kedua));
const minta = (siapa: typeof kadis, b: BuktiTte, idPeriksa = ID): PkCommand => ({
  ...tandatangani(siapa, sidikMurni),
  bukti: { ...b, idPeriksa },
});

describe('tanda tangan di dalam berkas', () => {
  it('pihak kedua menandatangani berkas yang memuat tanda tangan pihak pertama, lalu berlaku', () => {
    diberi(bernomor)
      .when(minta(kadis, bukti(asli, pertama)))
      .then(kadisDiBerkas);
    diberi(bernomor, kadisDiBerkas)
      .when(minta(wali, bukti(pertama, kedua)))
      .then(waliDiBerkas, berlaku);
  });

  it('yang sudah menandatangani tidak menandatangani lagi, juga dengan berkas lain', () =>
    diberi(bernomor, kadisDiBerkas)
      .when(minta(kadis, bukti(asli, kedua)))
      .then());

  it('menolak berkas selain yang memuat tanda tangan pihak pertama', () =>
    diberi(bernomor, kadisDiBerkas)
      .when(minta(wali, bukti(asli, kedua)))
      .ditolak('KONFLIK_REVISI'));

  it('menolak berkas dari naskah yang sudah diajukan lagi, walaupun bunyinya sama', () =>
    diberi(bernomor, dikembalikan, bernomor)
      .when(minta(kadis, bukti(asli, pertama), 'AAAAAAAAAAAAAAAAAAAAAA'))
      .ditolak('KONFLIK_REVISI'));

  it('menolak berkas untuk naskah yang diajukan tanpa alamat periksa', () =>
    diberi(pengajuan)
      .when(minta(kadis, bukti(asli, pertama)))
      .ditolak('KONFLIK_REVISI'));

  it('kedua pihak menandatangani dengan cara yang sama: di berkas, atau tanpa berkas', () => {
    diberi(bernomor, kadisDiBerkas).when(tandatangani(wali, sidikMurni)).ditolak('TTE_BERKAS_WAJIB');
    diberi(bernomor, ttdKadis)
      .when(minta(wali, bukti(asli, kedua)))
      .ditolak('TTE_TANPA_BERKAS');
    diberi(bernomor, ttdKadis).when(tandatangani(wali, sidikMurni)).then(ttdWali, berlaku);
  });

  it('kertas yang diambil alih mengatakan apa yang ada di kertas, juga setelah berkas bertanda tangan', () =>
    expect(
      perjanjianKinerja.decide(
        { ...tandatangani(tercetak(wali), sidikMurni), cara: 'dicatat' },
        [bernomor, kadisDiBerkas].reduce(
          (s, e, i) => perjanjianKinerja.evolve(s, e, i),
          perjanjianKinerja.initial,
        ),
      ),
    ).toHaveLength(2));

  it('menolak orang yang sama untuk kedua pihak', () => {
    const rangkap = { ...wali, subjek: kadis.subjek };
    diberi(bernomor, kadisDiBerkas)
      .when(minta(rangkap, bukti(pertama, kedua)))
      .ditolak('ORANG_SAMA');
  });

  it('menolak tanda tangan atas naskah yang sudah ditarik', () =>
    diberi(bernomor, dibatalkan)
      .when(minta(kadis, bukti(asli, pertama)))
      .ditolak('PK_BELUM_DIAJUKAN'));
});

describe('hasil yang belum pasti', () => {
  const percobaan = { idPermintaan: 'minta-1', penyedia: 'bsre-v2', berkasDilihat: asli } as const;
  const oleh = { oleh: kadis, cara: 'elektronik' } as const;
  const catat: PkCommand = {
    type: 'CatatBelumPasti',
    sidik: sidikMurni,
    idPeriksa: ID,
    ...percobaan,
    ...oleh,
  };
  const belumPasti: PkEvent = {
    type: 'HasilTandaTanganBelumPasti',
    data: { versi: 1, pihak: 1, sidik: sidikMurni, ...percobaan, ...oleh },
  };
  const operator = { oleh: perencana, cara: 'elektronik' } as const;
  const pastikan = (b: BuktiTte | null, idPermintaan = 'minta-1'): PkCommand => ({
    type: 'PastikanHasil',
    idPermintaan,
    alasan: 'Dilihat di riwayat penyedia.',
    bukti: b,
    ...operator,
  });
  const dipastikan = (hasil: 'ditemukan' | 'tidak-ditandatangani'): PkEvent => ({
    type: 'HasilTandaTanganDipastikan',
    data: {
      versi: 1,
      pihak: 1,
      idPermintaan: 'minta-1',
      hasil,
      alasan: 'Dilihat di riwayat penyedia.',
      ...operator,
    },
  });

  it('dicatat di dokumennya, dan pejabatnya boleh menandatangani lagi', () => {
    diberi(bernomor).when(catat).then(belumPasti);
    diberi(bernomor, belumPasti)
      .when(minta(kadis, bukti(asli, pertama)))
      .then(kadisDiBerkas);
  });

  it('tidak dicatat untuk naskah yang bukan lagi yang menunggu', () => {
    diberi(bernomor, dibatalkan).when(catat).then();
    diberi(bernomor, dikembalikan, pengajuan).when(catat).then();
    diberi(bernomor, kadisDiBerkas).when(catat).then();
  });

  it('yang ditemukan di penyedia menjadi tanda tangan pejabat yang memintanya', () =>
    diberi(bernomor, belumPasti)
      .when(pastikan(bukti(asli, pertama)))
      .then(dipastikan('ditemukan'), {
        ...kadisDiBerkas,
        data: { ...kadisDiBerkas.data, berdasarkan: [] },
      } as PkEvent));

  it('yang tidak pernah dibuat hanya menutup pertanyaannya', () => {
    diberi(bernomor, belumPasti).when(pastikan(null)).then(dipastikan('tidak-ditandatangani'));
    diberi(bernomor, belumPasti, dipastikan('tidak-ditandatangani'))
      .when(pastikan(null))
      .ditolak('TTE_PASTI');
  });

  it('menolak nomor lain, berkas lain, dan yang sudah ditandatangani lagi', () => {
    diberi(bernomor, belumPasti).when(pastikan(null, 'minta-2')).ditolak('TTE_PASTI');
    diberi(bernomor, belumPasti)
      .when(pastikan(bukti(kedua, pertama)))
      .ditolak('KONFLIK_REVISI');
    diberi(bernomor, belumPasti, kadisDiBerkas)
      .when(pastikan(bukti(asli, pertama)))
      .ditolak('TTE_PASTI');
  });

  it('menolak alasan yang kosong', () =>
    diberi(bernomor, belumPasti)
      .when({ ...pastikan(null), alasan: ' ' } as PkCommand)
      .ditolak('ALASAN_WAJIB'));
});

it('idPeriksa dari perintah masuk ke peristiwanya, dan kertas tidak memilikinya', () => {
  diberi()
    .when({ ...ajukan(naskahMurni), idPeriksa: ID })
    .then(bernomor);
  const kertas = perjanjianKinerja.decide({ ...ajukan(naskahMurni), ...dicatat }, perjanjianKinerja.initial);
  expect(kertas[0]?.data).not.toHaveProperty('idPeriksa');
});

describe('yang berubah di antara dua naskah', () => {
  it('tidak ada, bila bunyinya sama; 91,5 sama dengan 91,50', () =>
    expect(
      bedaNaskah(naskahMurni, {
        ...naskahMurni,
        target: naskahMurni.target.map((t) => ({ ...t, target: t.target.replace(/0$/, '') })),
      }),
    ).toEqual([]));

  it('target, pagu, jenis, sebab, dan tanggal, masing-masing dengan sebelum dan sesudahnya', () =>
    expect(bedaNaskah(naskahMurni, { ...naskahPerubahan, anggaran: [] })).toEqual([
      { bagian: 'jenis', kode: null, sebelum: 'murni', sesudah: 'perubahan' },
      { bagian: 'sebab', kode: null, sebelum: null, sesudah: 'perubahan-apbd' },
      { bagian: 'tanggal', kode: null, sebelum: '2023-01-31', sesudah: '2023-10-02' },
      { bagian: 'target', kode: 'IKU-1', sebelum: '91.50', sesudah: '92.00' },
      { bagian: 'pagu', kode: '2.07.03', sebelum: '516543100', sesudah: null },
      { bagian: 'keterangan', kode: '2.07.03', sebelum: 'APBD', sesudah: null },
    ]));
});
