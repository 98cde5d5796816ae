import { di, project, rekam } from '../../../test/support/project.js';
import { STREAM } from '../../../test/support/tahun.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import * as jabatan from '../../planning/jabatan/jabatan.contoh.js';
import * as opd from '../../planning/opd/opd.contoh.js';
import * as pemda from '../../planning/pemda/pemda.contoh.js';
import { elektronik } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type BarisOrganisasi, kunciOrganisasi, organisasiView } from './organisasi.projection.js';
import { menurutPohon } from './pohon.js';

const KUNCI = {
  pemda: kunciOrganisasi.pemda('61.71'),
  opd: kunciOrganisasi.opd('61.71', 'disnaker'),
  jabatan: kunciOrganisasi.jabatan('61.71', 'disnaker', 'kepala'),
  tahun: kunciOrganisasi.tahun('61.71', 2023),
};
const baris = (stream: string, ...events: DomainEvent[]): Map<string, BarisOrganisasi> =>
  project(organisasiView, rekam(di(stream, ...events)));

describe('tampilan organisasi', () => {
  it('memuat setiap versi SOTK dengan unitnya', () => {
    const row = baris(STREAM.opd, opd.opdDidaftarkan, opd.sotkDisusun(), opd.unitDitetapkan()).get(KUNCI.opd);
    expect(row).toMatchObject({
      nama: 'Dinas Tenaga Kerja Kota Pontianak',
      sotk: [{ ...opd.isiSotk, versi: 1, status: 'disusun', unit: [{ kode: 'bidang-penta' }] }],
      bubar: null,
    });
  });

  it('ditemukan dari pendahulunya hanya setelah ditetapkan', () => {
    const tanda = (...events: DomainEvent[]) => {
      const row = baris(STREAM.opd, opd.opdDidaftarkan, ...events).get(KUNCI.opd);
      return row && organisasiView.tanda(row, KUNCI.opd);
    };
    expect(tanda(opd.sotkDisusun())).toEqual([]);
    expect(tanda(opd.sotkDisusun(), opd.sotkDitetapkan())).toEqual([
      { tag: 'penerus:61.71/dpmptsp', urut: 'disnaker' },
    ]);
  });

  it('memuat pembubaran', () =>
    expect(baris(STREAM.opd, opd.opdDidaftarkan, opd.opdDibubarkan).get(KUNCI.opd)).toMatchObject({
      bubar: opd.pembubaran,
    }));

  it('memuat jabatan dengan masanya, dan siapa orangnya hanya sebagai subjek', () => {
    const { jenisJabatan, ...letak } = { jenisJabatan: 'kepala', unit: 'pimpinan', eselon: 'II.b' };
    const dibentuk = {
      ...jabatan.kepalaDibentuk,
      data: { ...jabatan.kepalaDibentuk.data, ...letak, jenis: jenisJabatan },
    };
    const plt = { subjek: 'orang-2', status: 'Plt.', mulai: '2023-06-01' } as const;
    const row = baris(
      STREAM.jabatan,
      dibentuk,
      jabatan.ditetapkan(),
      jabatan.pejabatDiberhentikan,
      jabatan.ditetapkan(plt),
    ).get(KUNCI.jabatan);
    expect(row).toMatchObject({
      ...letak,
      jenisJabatan,
      atasan: '61.71.pemda.kepala-daerah',
      ditutup: null,
      masa: [
        { subjek: 'orang-1', status: 'definitif', mulai: '2022-01-03', selesai: '2023-05-31' },
        { subjek: 'orang-2', status: 'Plt.', mulai: '2023-06-01', selesai: null },
      ],
    });
    expect(JSON.stringify(row).match(/orang-\d/g)).toHaveLength(2);
  });

  it('menutup jabatan, dan membukanya bila dibentuk lagi', () => {
    const ditutup = {
      type: 'JabatanDitutup',
      data: { tanggal: '2024-01-01', alasan: 'SOTK baru', sebelum: null, ...elektronik },
    };
    const akhir = (...events: DomainEvent[]) => baris(STREAM.jabatan, ...events).get(KUNCI.jabatan);
    expect(akhir(jabatan.kepalaDibentuk, ditutup)).toMatchObject({ ditutup: '2024-01-01' });
    expect(akhir(jabatan.kepalaDibentuk, ditutup, jabatan.kepalaDibentuk)).toMatchObject({ ditutup: null });
  });

  it('memuat kalender pada baris tahunnya, dan pembukaan serta penutupan dengan pelakunya', () => {
    const semua = project(
      organisasiView,
      rekam<DomainEvent>(
        di(STREAM.pemda, pemda.pemdaDidaftarkan, pemda.kalenderDitetapkan),
        di(STREAM.periode, pemda.semuaDibuka, {
          type: 'PeriodeDokumenDitutup',
          data: {
            dokumen: 'rkt',
            opd: 'disnaker',
            sejak: '2023-02-01',
            alasan: 'batas waktu',
            ...elektronik,
          },
        }),
      ),
    );
    const oleh = elektronik.oleh.sebutan;
    expect(semua.get(KUNCI.pemda)).toMatchObject({ nama: 'Kota Pontianak' });
    expect(semua.get(KUNCI.tahun)).toMatchObject({
      kalender: { ...pemda.kalender2023, oleh },
      periode: [
        { dokumen: 'pengukuran', triwulan: 1, opd: null, dibuka: true, oleh },
        { dokumen: 'rkt', triwulan: null, opd: 'disnaker', dibuka: false, alasan: 'batas waktu', oleh },
      ],
    });
  });

  it('memuat register dasar hukum pemda dan OPD masing-masing', () => {
    const dicatat = {
      type: 'DasarHukumDicatat',
      data: {
        ...{ kode: 'perda-1', jenis: 'Perda', nomor: '1', tanggal: '2022-01-01', tentang: 'OPD' },
        ...{ mulaiBerlaku: '2022-01-01', sebelum: null },
        ...elektronik,
      },
    };
    const register = [{ kode: 'perda-1', dicabut: null }];
    expect(baris(STREAM.pemda, dicatat).get(KUNCI.pemda)).toMatchObject({ dasarHukum: register });
    expect(baris(STREAM.opd, dicatat).get(KUNCI.opd)).toMatchObject({ dasarHukum: register });
  });
});

it('mengurutkan menurut pohon: induk dahulu, yang induknya di luar daftar menjadi akar', () => {
  const simpul = (kode: string, induk: string | null) => ({ kode, induk });
  const semua = [simpul('seksi', 'bidang'), simpul('bidang', 'luar'), simpul('sekretariat', null)];
  const urut = menurutPohon(
    semua,
    (s) => s.kode,
    (s) => s.induk,
  );
  expect(urut.map(({ kode, tingkat }) => [kode, tingkat])).toEqual([
    ['bidang', 0],
    ['seksi', 1],
    ['sekretariat', 0],
  ]);
});
