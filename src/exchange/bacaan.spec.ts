import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { kalimat } from '../infra/kalimat-penolakan.js';
import { bacaTemplat } from './bacaan.js';
import { Cetakan } from './cetakan.js';
import { templatRencanaAksi } from './templat/rencana-aksi.templat.js';

const KUNCI = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };
const JUDUL = 'Kode indikator,Nama indikator,Triwulan,Target,Aksi,Penanggung jawab';

/** What the CSV says: each row's cells, and each refusal as a person reads it. */
const baca = async (...baris: readonly string[]) => {
  const csv = ['amanah,rencana-aksi,1,61.71,disnaker,2023,Rencana Aksi', ...baris].join('\r\n');
  const lembar = await new LembarKerjaAdaptor(null).baca(new Uint8Array(Buffer.from(csv)));
  const { isi, ditolak } = bacaTemplat(lembar, templatRencanaAksi, KUNCI, new Cetakan([], {}));
  return {
    isi: (isi.get('Rencana Aksi') ?? []).map(({ isian }) => [isian.target, isian.aksi]),
    ditolak: ditolak.map(({ asal: { baris, kolom }, penolakan }) => [baris, kolom, kalimat(penolakan)]),
  };
};

describe('baris CSV yang lebih panjang daripada judulnya', () => {
  it.each([
    ['selnya bergeser karena koma desimal', 'IKU-1,x,4,92,75,Bursa kerja,'],
    ['kelebihannya kosong', 'IKU-1,x,4,92,Bursa kerja,Bidang,'],
    ['selain kodenya pun kosong', 'IKU-1,x,4,,,,'],
  ])('ditolak: %s', async (_, baris) => {
    const { isi, ditolak } = await baca(JUDUL, baris, 'IKU-2,x,4,"92,75",Bursa kerja,');
    expect(isi).toEqual([['92.75', 'Bursa kerja']]);
    expect(ditolak).toEqual([
      [
        3,
        null,
        expect.stringMatching(/memuat 7 sel, sedangkan judulnya 6; .*koma desimal tanpa tanda kutip/),
      ],
    ]);
  });
  it('diterima bila judulnya sama panjang: Excel menambah sel kosong di seluruh berkas', async () =>
    expect(await baca(`${JUDUL},,`, 'IKU-1,x,4,92,Bursa kerja,Bidang,,')).toEqual({
      isi: [['92', 'Bursa kerja']],
      ditolak: [],
    }));
});
