import { di, project, rekam } from '../../../test/support/project.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { type BarisPk, perjanjianKinerjaView } from './perjanjian-kinerja.projection.js';

const KUNCI = '61.71.disnaker.kepala.2023';
const baris = (...events: PkEvent[]): BarisPk | undefined =>
  project(perjanjianKinerjaView, rekam(di(`PerjanjianKinerja-${KUNCI}`, ...events))).get(KUNCI) as
    | BarisPk
    | undefined;
const status = (...events: PkEvent[]) => baris(...events)?.versi.map((v) => v.status);

describe('tampilan Perjanjian Kinerja', () => {
  it('mengikuti keadaan setiap versi', () => {
    expect(status(pk.pengajuan)).toEqual(['diajukan']);
    expect(status(pk.pengajuan, pk.ttdKadis)).toEqual(['ditandatangani']);
    expect(status(...pk.murniBerlaku)).toEqual(['berlaku']);
    expect(status(pk.pengajuan, pk.dikembalikan)).toEqual(['dikembalikan']);
    expect(status(pk.pengajuan, pk.dibatalkan)).toEqual(['dibatalkan']);
    expect(status(...pk.perubahanBerlaku)).toEqual(['digantikan', 'berlaku']);
  });

  it('memuat naskah, sidik, penandatangan, dan revisi', () => {
    const row = baris(...pk.murniBerlaku);
    expect(row).toMatchObject({ pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 2023, revisi: 3 });
    expect(row?.versi[0]).toMatchObject({
      naskah: pk.naskahMurni,
      sidik: pk.sidikMurni,
      pengaju: pk.perencana.jabatan,
      asal: [0, 1, 2, 3],
      tandaTangan: [
        { pihak: 1, sebutan: pk.kadis.sebutan, cara: 'elektronik', posisi: 1 },
        { pihak: 2, sebutan: pk.wali.sebutan, cara: 'elektronik', posisi: 2 },
      ],
    });
  });

  it('menyebut siapa orangnya hanya pada tanda tangan, dan hanya sebagai subjek', () =>
    expect(JSON.stringify(baris(...pk.perubahanBerlaku)).match(/"\w+":"orang-\w+"/g)).toEqual([
      '"subjek":"orang-kadis"',
      '"subjek":"orang-wali"',
      '"subjek":"orang-kadis"',
      '"subjek":"orang-wali"',
    ]));

  it('menyimpan catatan pengembalian, dan mulai tanpa tanda tangan setelah diajukan kembali', () => {
    const [versi] = baris(pk.pengajuan, pk.ttdKadis, pk.dikembalikan, pk.pengajuan)?.versi ?? [];
    expect(versi).toMatchObject({
      status: 'diajukan',
      tandaTangan: [],
      catatan: [{ jenis: 'dikembalikan', catatan: 'Target IKU-2 terlalu rendah.', sebutan: pk.wali.sebutan }],
      asal: [0, 1, 2, 3],
    });
  });
});
