import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { pengukuran } from '../../reporting/pengukuran/pengukuran.decider.js';
import { perjanjianKinerja, pkBerlaku } from '../perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { dasarDari, type KunciOpdTahun, type Sah } from '../permintaan.js';
import { aksiTerbuka, rencanaAksi } from '../rencana-aksi/rencana-aksi.decider.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import type { Jenis, RencanaKinerjaCommand, TargetDariRenstra } from './rencana-kinerja.decider.js';
import type { IsiUsulan } from './usulan.decider.js';

type Usulkan = Extract<RencanaKinerjaCommand, { type: 'Usulkan' }>;

/** The PK that speaks for the whole: of the kepala daerah for the pemda, else of the head of the OPD. */
export const pkTahun = (baca: Baca, { pemda, opd, tahun }: KunciOpdTahun) =>
  baca(perjanjianKinerja, kunci.pk(pemda, opd, jabatanKepala(opd), tahun));

/** Whether the Renstra of the year, or of the year that a proposal comes from, defines its indicator. */
export const faktaIndikatorUsulan = (
  baca: Baca,
  { pemda, opd, tahun }: KunciOpdTahun,
  { indikator, tahunAsal }: Pick<IsiUsulan, 'indikator' | 'tahunAsal'>,
): { indikatorDikenal: boolean; berdasarkan: Dasar[] } => {
  if (indikator === null) return { indikatorDikenal: true, berdasarkan: [] };
  const pendefinisi = [tahun, tahunAsal]
    .map((t) => renstraTahun(baca, pemda, opd, t))
    .find((r) => r !== null && definisiIndikator(r.state, indikator) !== null);
  return { indikatorDikenal: pendefinisi != null, berdasarkan: dasarDari([pendefinisi?.dasar ?? null]) };
};

type UsulanBerkode = IsiUsulan & { kode: string };

const isiTeks = (teks: string | null): teks is string => teks !== null && teks.trim() !== '';

/** The same action planned for several quarters is asked for once. */
const dariAksi = (terbuka: ReturnType<typeof aksiTerbuka>, tahunAsal: number): UsulanBerkode[] => {
  const pertama = new Map(terbuka.toReversed().map((a) => [`${a.indikator} ${a.aksi}`, a]));
  return terbuka
    .filter((a) => isiTeks(a.aksi) && pertama.get(`${a.indikator} ${a.aksi}`) === a)
    .map(({ indikator, triwulan, aksi }) => ({
      kode: `RA-${tahunAsal}-${indikator}-tw${triwulan}`,
      uraian: aksi,
      tahunAsal,
      sumber: 'rencana-aksi',
      indikator,
    }));
};

/** What last year left to be done: actions of its rencana aksi, and what was promised when its fourth quarter was measured. */
const sisaTahunLalu = (
  baca: Baca,
  { pemda, opd, tahun }: KunciOpdTahun,
): Pick<Usulkan, 'usulan' | 'berdasarkanUsulan'> => {
  const lalu = tahun - 1;
  const aksi = baca(rencanaAksi, kunci.opdTahun(pemda, opd, lalu));
  const tw4 = baca(pengukuran, kunci.pengukuran(pemda, opd, lalu, 4));
  const dijanjikan = tw4.state.status === 'draf' ? [] : [...tw4.state.isian];
  const tindakLanjut = dijanjikan.flatMap(([indikator, { tindakLanjut }]): UsulanBerkode[] => {
    if (!isiTeks(tindakLanjut)) return [];
    const kode = `TL-${lalu}-${indikator}`;
    return [{ kode, uraian: tindakLanjut, tahunAsal: lalu, sumber: 'tindak-lanjut', indikator }];
  });
  const usulan = [...dariAksi(aksiTerbuka(aksi.state), lalu), ...tindakLanjut];
  return { usulan, berdasarkanUsulan: dasarDari([aksi, tw4]) };
};

const TAHUN_PERTAMA = 2000;

/** Everything that the year's RKT can be proposed from. */
export const siapkanUsulan = (baca: Baca, k: KunciOpdTahun, jenis: Jenis, sah: Sah): Usulkan => {
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const pk = pkTahun(baca, k);
  const target = [...r.state.indikator].flatMap(([indikator, i]): TargetDariRenstra[] => {
    const nilai = i.target.get(k.tahun);
    return nilai === undefined ? [] : [{ indikator, target: nilai }];
  });
  const sisa = k.tahun > TAHUN_PERTAMA ? sisaTahunLalu(baca, k) : { usulan: [], berdasarkanUsulan: [] };
  return {
    type: 'Usulkan',
    jenis,
    target,
    dikenal: [...r.state.indikator].map(([kode]) => kode),
    dalamPk: pkBerlaku(pk.state)?.target.map((t) => t.indikator) ?? [],
    berdasarkan: dasarDari([r.dasar, pk]),
    ...sisa,
    ...sah,
  };
};
