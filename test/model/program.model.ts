import { type Dunia, renstraTahun } from './dunia.js';
import type { PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import { diam, ganti, type Jawab, terima, Vonis } from './vonis.js';

const INDUK = { program: null, kegiatan: 'program', 'sub-kegiatan': 'kegiatan' } as const;

export const putusanProgram = (d: Dunia, { opd, tahun, p, sah }: PerintahDari<'program'>): Jawab => {
  const kunci = `${opd}.${tahun}`;
  const ini = d.program[kunci] ?? {};
  const v = periodeTerbuka(new Vonis().tahun(tahun), d, opd, tahun, 'program', sah);
  if (v.kode.has('TAHUN_TIDAK_SAH')) return v.atau(() => diam);
  const renstra = renstraTahun(d, opd, tahun);
  if (p.type === 'Tambah') {
    const { kode, nama, tingkat, induk } = p;
    v.kodeBebas(kode)
      .label(nama)
      .bila(renstra === null, 'RENSTRA_BELUM_ADA');
    const atas = INDUK[tingkat];
    v.bila(
      atas === null ? induk !== null : induk === null || ini[induk]?.tingkat !== atas,
      'PROGRAM_TIDAK_DIKENAL',
    );
    const ada = ini[kode];
    v.bila(ada !== undefined && (ada.tingkat !== tingkat || ada.induk !== induk), 'SUDAH_ADA_BERBEDA');
    return ganti(v, 'ProgramDitambahkan', ada?.nama ?? null, v.satu(sah, ada?.nama ?? null, nama), () => {
      d.program[kunci] = ini;
      ini[kode] = { tingkat, induk, nama, sasaran: ada?.sasaran ?? [], indikator: ada?.indikator ?? [] };
    });
  }
  const dukung = p.type === 'DukungSasaran';
  const simpul = ini[dukung ? p.program : p.kode];
  const daftar = dukung ? simpul?.sasaran : simpul?.indikator;
  const nilai = dukung ? p.sasaran : p.indikator;
  v.bila(!simpul, 'PROGRAM_TIDAK_DIKENAL');
  v.bila(dukung && !renstra?.sasaran[nilai], 'SASARAN_TIDAK_DIKENAL');
  v.bila(!dukung && !renstra?.indikator[nilai], 'INDIKATOR_TIDAK_DIKENAL');
  return v.atau(() =>
    daftar?.includes(nilai)
      ? diam
      : terima(
          () => {
            daftar?.push(nilai);
          },
          { type: dukung ? 'SasaranDidukung' : 'IndikatorProgramDihubungkan' },
        ),
  );
};

const TINGKAT = /^\d(\.\d\d(\.\d\d(\.[12]\.\d\d(\.(\d\d|\d{4}))?)?)?)?$/;
/** The code above: a kegiatan is two parts below its program. */
const indukKode = (kode: string): string | null => {
  const bagian = kode.split('.');
  if (bagian.length === 1) return null;
  return bagian.slice(0, bagian.length === 5 ? 3 : -1).join('.');
};

export const putusanNomenklatur = (d: Dunia, { versi, p, sah }: PerintahDari<'nomenklatur'>): Jawab => {
  const ini = d.nomenklatur[versi];
  const v = new Vonis().bila(!/^20\d\d$/.test(versi) && p.type !== 'Tetapkan', 'KODE_TIDAK_SAH');
  if (p.type === 'Susun') {
    v.label(p.nama).akta(p.dasar).tanggal(p.mulaiBerlaku);
    const { nama, dasar, mulaiBerlaku } = p;
    const lama = ini?.isi ?? null;
    v.bila((ini?.ditetapkan ?? false) && mulaiBerlaku !== lama?.mulaiBerlaku, 'NOMENKLATUR_SUDAH_DITETAPKAN');
    return ganti(v, 'NomenklaturDisusun', lama, v.isi(sah, lama, { nama, dasar, mulaiBerlaku }), (isi) => {
      if (ini) ini.isi = isi;
      else d.nomenklatur[versi] = { isi, kode: {}, ditetapkan: false };
    });
  }
  v.bila(!ini, 'NOMENKLATUR_BELUM_DISUSUN');
  if (!ini) return v.kode.size > 1 ? { tolak: v.kode } : { tolak: new Set([...v.kode, ...galatKode(p)]) };
  if (p.type === 'Tetapkan') {
    if (ini.ditetapkan) return diam;
    return v.bila(Object.keys(ini.kode).length === 0, 'NOMENKLATUR_KOSONG').atau(() =>
      terima(
        () => {
          ini.ditetapkan = true;
        },
        { type: 'NomenklaturDitetapkan' },
      ),
    );
  }
  const { kode, nama, satuan } = p;
  const bagian = kode.split('.');
  const sub = bagian.length === 6 ? (bagian[5] as string).length : null;
  v.label(nama).label(satuan);
  v.bila(
    !TINGKAT.test(kode) || (sub !== null && sub !== (Number(versi) <= 2021 ? 2 : 4)),
    'KODE_NOMENKLATUR_TIDAK_SAH',
  );
  const induk = indukKode(kode);
  v.bila(induk !== null && !ini.kode[induk], 'INDUK_NOMENKLATUR_TIDAK_DIKENAL');
  const sebelum = ini.kode[kode] ?? null;
  return ganti(v, 'KodeNomenklaturDicatat', sebelum, v.isi(sah, sebelum, { nama, satuan }), (isi) => {
    ini.kode[kode] = isi;
  });
};

const galatKode = (p: PerintahDari<'nomenklatur'>['p']) =>
  p.type === 'CatatKode' ? new Vonis().label(p.nama).label(p.satuan).kode : [];

/** The level and whether it is known: a code of the year's tree, or a belanja account of the OPD or of a sub kegiatan there. */
export const kodeAnggaran = (
  d: Dunia,
  opd: string,
  tahun: number,
  kode: string,
): { tingkat: 'program' | 'kegiatan' | 'sub-kegiatan' | 'belanja'; dikenal: boolean } => {
  const pohon = d.program[`${opd}.${tahun}`] ?? {};
  const simpul = pohon[kode];
  if (simpul) {
    // Only a code of the nomenclature's depth says its level itself; of any other the tree does.
    const bagian = TINGKAT.test(kode) ? kode.split('.').length : 0;
    const terbaca =
      new Map([
        [3, 'program'],
        [5, 'kegiatan'],
        [6, 'sub-kegiatan'],
      ]).get(bagian) ?? simpul.tingkat;
    return { tingkat: simpul.tingkat, dikenal: terbaca === simpul.tingkat };
  }
  const [akun = '', induk] = kode.split('/').toReversed();
  const milik = induk === undefined || pohon[induk]?.tingkat === 'sub-kegiatan';
  return { tingkat: 'belanja', dikenal: milik && /^5(\.\d{1,4})*$/.test(akun) };
};
