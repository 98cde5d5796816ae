import type {
  Naskah,
  Pihak,
  TargetPk,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { baru, type Dunia, KINI_TANGGAL, kunciJabatan, PEMDA, renstraTahun } from './dunia.js';
import { pemegangPada } from './jabatan.model.js';
import type { Pk, VersiPerjanjian } from './jenis.js';
import { nilaiBaik, nilaiSama, rupiahBaik, rupiahBersih, urutanBaik } from './nilai.js';
import { ORANG, type PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import { diam, diamKecuali, ganti, type Harapan, type Jawab, samaIsi, terima, Vonis } from './vonis.js';

type Perintah = PerintahDari<'pk'>;
type P<T extends Perintah['p']['type']> = Extract<Perintah['p'], { type: T }>;

const WALI = kunciJabatan('pemda', 'kepala-daerah');
const tanggalKini = (d: Dunia, kini: 0 | 1): string => KINI_TANGGAL[kini][d.pemda.zona ?? 'WIB'];

/** Above whom the office stands; the head of an OPD answers to the kepala daerah unless told otherwise. */
const atasanDari = (d: Dunia, kunci: string): string | null => {
  const atasan = d.jabatan[kunci]?.isi.atasan ?? null;
  return atasan ?? (/^61\.71\.(?!pemda\.)[^.]+\.kepala$/.test(kunci) ? WALI : null);
};

/** The offices above, nearest first, up to the top or to where a ring closes. */
const rantaiAtasan = (d: Dunia, kunci: string): string[] => {
  const rantai: string[] = [];
  for (let k = atasanDari(d, kunci); k !== null && k !== kunci && !rantai.includes(k); k = atasanDari(d, k))
    rantai.push(k);
  return rantai;
};

export const pkBerlakuModel = (pk: Pk): VersiPerjanjian | null =>
  pk.versi.findLast((v) => v.status === 'berlaku') ?? null;

/** What it promises, in force or waiting for signatures. */
export const dijanjikanModel = (pk: Pk): string[] => [
  ...new Set(
    pk.versi
      .filter((v) => v.status === 'berlaku' || v.status === 'diajukan')
      .flatMap((v) => v.naskah.target.map((t) => t.indikator)),
  ),
];

const dibentuk = (d: Dunia, kunci: string): boolean => d.jabatan[kunci] !== undefined;

type Para = {
  pertama: Pihak;
  kedua: Pihak | null;
  pemegang: { pertama: string | null; kedua: string | null };
};

const paraPihak = (d: Dunia, c: Perintah, v: Vonis): Para | null => {
  const kunci = kunciJabatan(c.opd, c.jabatan);
  const hari = tanggalKini(d, c.kini);
  const orang = (k: string) => pemegangPada(d, k, hari);
  v.bila(!dibentuk(d, kunci), 'JABATAN_BELUM_ADA');
  const pihak = (k: string): Pihak => ({
    jabatan: k,
    sebutan: d.jabatan[k]?.isi.sebutan ?? '',
    status: c.sah === 'dicatat' ? null : (orang(k)?.status ?? null),
  });
  let kedua: string | null = null;
  if (kunci !== WALI) {
    const rantai = rantaiAtasan(d, kunci);
    v.bila(dibentuk(d, kunci) && rantai.length === 0, 'ATASAN_BELUM_ADA');
    // Where the same person holds the office above too, the next one up.
    for (const k of rantai) {
      v.bila(!dibentuk(d, k), 'JABATAN_BELUM_ADA');
      kedua = k;
      if (!orang(k) || orang(k)?.subjek !== orang(kunci)?.subjek) break;
    }
  }
  if (v.ditolak) return null;
  const subjek = (k: string | null) =>
    k === null || c.sah === 'dicatat' ? null : (orang(k)?.subjek ?? null);
  return {
    pertama: pihak(kunci),
    kedua: kedua === null ? null : pihak(kedua),
    pemegang: { pertama: subjek(kunci), kedua: subjek(kedua) },
  };
};

const susunTarget = (d: Dunia, c: Perintah & { p: P<'Ajukan'> }, v: Vonis): TargetPk[] => {
  const kunci = kunciJabatan(c.opd, c.jabatan);
  const renstra = renstraTahun(d, c.opd, c.tahun);
  v.bila(!renstra, 'RENSTRA_BELUM_ADA');
  const rantai = rantaiAtasan(d, kunci);
  return c.p.target.map((t): TargetPk => {
    const def = renstra?.indikator[t.indikator]?.definisi;
    const l = t.luarRenstra;
    if (l) {
      v.bila(def !== undefined, 'PK_INDIKATOR_DALAM_RENSTRA')
        .uraian(l.sasaran)
        .alasan(l.alasan);
      v.label(l.nama).label(l.satuan).bila(!urutanBaik(l.polaritas, l.urutanPredikat), 'NILAI_TIDAK_SAH');
      v.kodeBebas(t.indikator);
    } else v.bila(renstra !== null && !def, 'INDIKATOR_TIDAK_DIKENAL');
    const ukur = l ?? def;
    v.bila(
      ukur !== undefined && !nilaiBaik(ukur.polaritas, ukur.urutanPredikat, t.target, 'target'),
      'NILAI_TIDAK_SAH',
    );
    const disebut = t.melayani ? (t.melayani.jabatan ?? rantai[0] ?? null) : null;
    const jabatan = rantai.find((k) => k === disebut || k.endsWith(`.${disebut}`)) ?? disebut;
    if (t.melayani) {
      v.bila(jabatan === null, 'ATASAN_BELUM_ADA');
      v.bila(
        rantai.some((k) => !dibentuk(d, k)),
        'JABATAN_BELUM_ADA',
      );
      const pk = d.pk[`${jabatan}.${c.tahun}`];
      const dikenal =
        jabatan !== null &&
        rantai.includes(jabatan) &&
        pk &&
        dijanjikanModel(pk).includes(t.melayani.indikator);
      v.bila(!dikenal, 'PK_TARGET_ATASAN_TIDAK_DIKENAL');
    }
    const { nama: _n, satuan: _s, ...luarRenstra } = l ?? { nama: '', satuan: '' };
    return {
      indikator: t.indikator,
      nama: (l ?? def)?.nama ?? '',
      satuan: (l ?? def)?.satuan ?? '',
      target: t.target,
      ...(t.melayani && { melayani: { jabatan: jabatan ?? '', indikator: t.melayani.indikator } }),
      ...(l && { luarRenstra: luarRenstra as NonNullable<TargetPk['luarRenstra']> }),
    };
  });
};

const ganda = (daftar: readonly string[]): boolean => new Set(daftar).size < daftar.length;

/** What paper says again of a version: nothing else than what stands; it may leave out. */
const kertasSama = (lama: Naskah, baru: Naskah): boolean =>
  (baru.tanggal === null || baru.tanggal === lama.tanggal) &&
  (baru.sebab === null || baru.sebab === lama.sebab) &&
  baru.target.every((t) => {
    const s = lama.target.find((x) => x.indikator === t.indikator);
    if (!s || !nilaiSama(s.target, t.target)) return false;
    return (
      (t.melayani === undefined || samaIsi(t.melayani, s.melayani)) &&
      (t.luarRenstra === undefined || samaIsi(t.luarRenstra, s.luarRenstra))
    );
  }) &&
  baru.anggaran.every((a) => {
    const s = lama.anggaran.find((x) => x.program === a.program);
    return s !== undefined && s.pagu === a.pagu && (a.keterangan === null || a.keterangan === s.keterangan);
  });

const ajukan = (d: Dunia, c: Perintah & { p: P<'Ajukan'> }, pk: Pk, v: Vonis): Jawab => {
  const { p, sah } = c;
  const para = paraPihak(d, c, v);
  const target = susunTarget(d, c, v);
  v.tanggal(p.tanggal).bila(target.length === 0, 'PK_TANPA_TARGET');
  v.bila(ganda(target.map((t) => t.indikator)) || ganda(p.anggaran.map((a) => a.program)), 'PK_TARGET_GANDA');
  const pohon = d.program[`${c.opd}.${c.tahun}`] ?? {};
  for (const a of p.anggaran)
    v.bila(!pohon[a.program], 'PROGRAM_TIDAK_DIKENAL')
      .bila(!rupiahBaik(a.pagu), 'RUPIAH_TIDAK_SAH')
      .teks(a.keterangan);
  const n = pk.versi.length;
  const akhir = pk.versi[n - 1];
  const perubahan = p.jenis === 'perubahan';
  const terbuka = akhir?.status === 'dikembalikan' || akhir?.status === 'dibatalkan';
  const menunggu = akhir?.status === 'diajukan';
  const berikut = Math.max(perubahan ? 2 : 1, terbuka || menunggu ? n : n + 1);
  const versi = c.versi ?? (perubahan || sah === 'elektronik' ? berikut : 1);
  v.bila(perubahan && p.sebab === null, 'PK_SEBAB_WAJIB').bila(
    perubahan && versi === 1,
    'PK_MURNI_BELUM_BERLAKU',
  );
  if (!para) return { tolak: v.kode };
  const { pertama, pemegang } = para;
  const kedua = c.pihakSalah ? (para.kedua === null ? pertama : null) : para.kedua;
  v.bila(c.pihakSalah === true, 'PK_PIHAK_TIDAK_SESUAI');
  const naskah: Naskah = {
    pemda: PEMDA,
    opd: c.opd,
    jabatan: c.jabatan,
    tahun: c.tahun,
    versi,
    jenis: p.jenis,
    sebab: p.sebab,
    tanggal: p.tanggal,
    pihakPertama: pertama,
    pihakKedua: kedua,
    target,
    anggaran: p.anggaran.map((a) => ({
      program: a.program,
      nama: pohon[a.program]?.nama ?? '',
      pagu: rupiahBersih(a.pagu),
      keterangan: a.keterangan,
    })),
  };
  v.bila(
    kedua !== null &&
      (kedua.jabatan === pertama.jabatan ||
        (pemegang.pertama !== null && pemegang.pertama === pemegang.kedua)),
    'ORANG_SAMA',
  );
  v.bila(
    sah === 'elektronik' && kedua !== null && ORANG[c.oleh].jabatan === kedua.jabatan,
    'PK_BUKAN_PENGAJU',
  );
  const simpan = (): Jawab =>
    v.atau(() =>
      terima(
        () => {
          d.pk[`${kunciJabatan(c.opd, c.jabatan)}.${c.tahun}`] = pk;
          pk.versi[versi - 1] = { status: 'diajukan', naskah, pemegang, tanda: [] };
        },
        { type: 'PerjanjianKinerjaDiajukan' },
      ),
    );
  const murniBerlaku = pk.versi[0] !== undefined && ['berlaku', 'digantikan'].includes(pk.versi[0].status);
  const ada = pk.versi[versi - 1];
  if (sah === 'dicatat' && ada && ada.status !== 'dikembalikan' && ada.status !== 'dibatalkan') {
    if (!v.ditolak && kertasSama(ada.naskah, naskah)) return diam;
    return v.bila(true, 'SUDAH_ADA_BERBEDA').atau(() => diam);
  }
  const terbaru = ada === undefined || ada.status === 'dikembalikan' || ada.status === 'dibatalkan';
  const tanpaPejabat = pemegang.pertama === null || (para.kedua !== null && pemegang.kedua === null);
  v.bila(sah === 'elektronik' && terbaru && tanpaPejabat, 'JABATAN_TANPA_PEJABAT');
  v.bila(versi > berikut, 'PK_MURNI_BELUM_BERLAKU');
  if (perubahan) v.bila(!murniBerlaku || versi === 1, 'PK_MURNI_BELUM_BERLAKU');
  else v.bila(murniBerlaku || versi > 1, 'PK_SUDAH_BERLAKU');
  if (menunggu) {
    if (samaIsi(akhir.naskah, naskah) && samaIsi(akhir.pemegang, pemegang)) return diamKecuali(v);
    v.bila(true, 'PK_SUDAH_ADA');
  }
  return simpan();
};

const tandatangani = (d: Dunia, c: Perintah & { p: P<'Tandatangani'> }, pk: Pk, v: Vonis): Jawab => {
  const oleh = ORANG[c.oleh];
  const elektronik = c.sah === 'elektronik';
  const pegang = elektronik ? (pemegangPada(d, oleh.jabatan, tanggalKini(d, c.kini))?.subjek ?? null) : null;
  const pihakDi = (x: VersiPerjanjian): 1 | 2 | null =>
    x.naskah.pihakPertama.jabatan === oleh.jabatan
      ? 1
      : x.naskah.pihakKedua?.jabatan === oleh.jabatan
        ? 2
        : null;
  const dibaca = pk.versi[Number(c.p.sidik) - 1];
  const akhir = pk.versi.at(-1);
  // A signature that stands already, in what is in force or was, is not given twice.
  if (!v.ditolak && dibaca && ['berlaku', 'digantikan', 'diajukan'].includes(dibaca.status)) {
    const pihak = pihakDi(dibaca);
    if (dibaca.tanda.some((t) => t.pihak === pihak)) return diam;
  }
  const menunggu = akhir?.status === 'diajukan';
  v.bila(!menunggu && akhir?.status !== 'berlaku', 'PK_BELUM_DIAJUKAN').bila(
    akhir?.status === 'berlaku',
    'PK_SUDAH_BERLAKU',
  );
  if (!menunggu) return { tolak: v.kode };
  const pihak = pihakDi(akhir);
  v.bila(dibaca !== akhir, 'PK_NASKAH_BERBEDA').bila(pihak === null, 'PK_BUKAN_PENANDATANGAN');
  if (pihak === null) return { tolak: v.kode };
  v.bila(pihak === 2 && !akhir.tanda.some((t) => t.pihak === 1), 'PK_MENUNGGU_PIHAK_PERTAMA');
  if (elektronik) {
    v.bila(pegang === null, 'JABATAN_TANPA_PEJABAT').bila(
      pegang !== null && pegang !== oleh.subjek,
      'TIDAK_BERWENANG',
    );
    const tercantum = pihak === 1 ? akhir.pemegang.pertama : akhir.pemegang.kedua;
    // Also where nobody held the office then, or paper does not say who did: the text does not name who signs.
    v.bila(tercantum !== oleh.subjek, 'PEJABAT_BERGANTI');
    v.bila(
      akhir.tanda.some((t) => t.pihak !== pihak && t.subjek === oleh.subjek),
      'ORANG_SAMA',
    );
  }
  const lengkap = pihak === 2 || akhir.naskah.pihakKedua === null;
  const digantikan = lengkap ? pk.versi.findLast((x) => x.status === 'berlaku') : undefined;
  const peristiwa: Harapan[] = [{ type: 'PerjanjianKinerjaDitandatangani' }];
  if (lengkap) peristiwa.push({ type: 'PerjanjianKinerjaBerlaku' });
  if (digantikan) peristiwa.push({ type: 'PerjanjianKinerjaDigantikan' });
  return v.atau(() =>
    terima(
      () => {
        akhir.tanda.push({ pihak, jabatan: oleh.jabatan, subjek: elektronik ? oleh.subjek : null });
        if (digantikan) digantikan.status = 'digantikan';
        if (lengkap) akhir.status = 'berlaku';
      },
      ...peristiwa,
    ),
  );
};

/** The texts that wait: by whom they may be sent back, and that nothing in force is withdrawn. */
const tarik = (
  c: Perintah,
  pk: Pk,
  v: Vonis,
  pihak2: boolean,
  status: 'dikembalikan' | 'dibatalkan',
): Jawab => {
  const akhir = pk.versi.at(-1);
  v.bila(akhir?.status === 'berlaku', 'PK_SUDAH_BERLAKU');
  v.bila(akhir?.status !== 'berlaku' && akhir?.status !== 'diajukan', 'PK_BELUM_DIAJUKAN');
  v.bila(
    pihak2 && akhir !== undefined && akhir.naskah.pihakKedua?.jabatan !== ORANG[c.oleh].jabatan,
    'PK_BUKAN_PENANDATANGAN',
  );
  return v.atau(() =>
    terima(
      () => {
        if (akhir) akhir.status = status;
      },
      { type: status === 'dikembalikan' ? 'PerjanjianKinerjaDikembalikan' : 'PerjanjianKinerjaDibatalkan' },
    ),
  );
};

const kebutuhan = (
  d: Dunia,
  c: Perintah,
  p: P<'CatatKebutuhan' | 'TutupKebutuhan'>,
  pk: Pk,
  v: Vonis,
): Jawab => {
  const berlaku = pk.versi.findIndex((x) => x.status === 'berlaku') + 1;
  v.alasan(p.alasan).bila(berlaku === 0, 'PK_MURNI_BELUM_BERLAKU');
  const lama = pk.kebutuhan[p.sebab];
  const kini = lama?.versi === berlaku ? lama : undefined;
  if (p.type === 'CatatKebutuhan') {
    const sebelum = kini?.status === 'dicatat' ? kini.alasan : null;
    return ganti(v, 'KebutuhanPkPerubahanDicatat', sebelum, v.satu(c.sah, sebelum, p.alasan), (alasan) => {
      pk.kebutuhan[p.sebab] = { status: 'dicatat', versi: berlaku, alasan };
    });
  }
  return v.atau(() => {
    const berdasarkan = [
      `Jabatan-${kunciJabatan(c.opd, c.jabatan)}`,
      `Anggaran-${PEMDA}.${c.opd}.${c.tahun}`,
    ].flatMap((stream) => (d.rev[stream] ? [{ rev: d.rev[stream] - 1, stream }] : []));
    if (kini?.status === 'ditutup' && kini.alasan === p.alasan && samaIsi(kini.berdasarkan, berdasarkan))
      return diam;
    return terima(
      () => {
        pk.kebutuhan[p.sebab] = { status: 'ditutup', versi: berlaku, alasan: p.alasan, berdasarkan };
      },
      { type: 'KebutuhanPkPerubahanDitutup' },
    );
  });
};

export const putusanPk = (d: Dunia, c: Perintah): Jawab => {
  const { p, opd, tahun, sah } = c;
  const pk = d.pk[`${kunciJabatan(opd, c.jabatan)}.${tahun}`] ?? baru.pk();
  const v = new Vonis().tahun(tahun);
  if (v.ditolak) return { tolak: v.kode };
  if (p.type === 'Ajukan' || p.type === 'Tandatangani') periodeTerbuka(v, d, opd, tahun, 'pk', sah);
  switch (p.type) {
    case 'Ajukan':
      return ajukan(d, { ...c, p }, pk, v);
    case 'Tandatangani':
      return tandatangani(d, { ...c, p }, pk, v);
    case 'Kembalikan':
      return tarik(c, pk, v.alasan(p.catatan), true, 'dikembalikan');
    case 'Batalkan':
      return tarik(c, pk, v.alasan(p.alasan), false, 'dibatalkan');
    default:
      return kebutuhan(d, c, p, pk, v);
  }
};
