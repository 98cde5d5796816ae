import { type Dunia, versiBerlaku } from './dunia.js';
import type { Indikator, NaskahRenstra, Renstra, VersiRenstra } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import { diamKecuali, terima as diterimaBaru, type Jawab, salinan, samaIsi, Vonis } from './vonis.js';

type Perintah = PerintahDari<'renstra'>;
type P<T extends Perintah['p']['type']> = Extract<Perintah['p'], { type: T }>;
type Ujung = NonNullable<P<'Terima'>['induk']>;

export const galatPeralihan = (opd: string, p: P<'Alihkan' | 'Terima'>): Vonis => {
  const v = new Vonis().alasan(p.alasan).tahun(p.sejak);
  if (p.type === 'Alihkan') return v.tahun(p.ke.mulai).bila(p.ke.opd === opd, 'OPD_TIDAK_DIKENAL');
  return v.tahun(p.dari.mulai).kodeBebas(p.indikator).label(p.penanggungJawab);
};

/** What a Renstra says: every version that was ditetapkan, newest first; before the first of them what is being written. */
const dikatakan = (r: Renstra): VersiRenstra[] =>
  r.versi.length > 0 ? r.versi.toReversed() : r.rancangan ? [r.rancangan] : [];
const semua = (r: Renstra): VersiRenstra[] => [...r.versi, ...(r.rancangan ? [r.rancangan] : [])];
const berlaku = (r: Renstra): NaskahRenstra => dikatakan(r)[0]?.naskah as NaskahRenstra;
const mulaiDari = (r: Renstra): number => semua(r)[0]?.mulaiBerlaku as number;

/** As the year's version has it, else the newest that does: a Perubahan may have left it out already. */
const indikatorPada = (r: Renstra | undefined, kode: string, tahun: number): Indikator | null => {
  if (!r) return null;
  const naskah = [versiBerlaku(r, tahun), ...dikatakan(r).map((v) => v.naskah)];
  return naskah.map((n) => n?.indikator[kode]).find((i) => i !== undefined) ?? null;
};

const bukanRenstra = (v: Vonis, r: Renstra): Vonis =>
  v.bila(berlaku(r).isi.jenis !== 'renstra', 'JENIS_RENCANA_TIDAK_SESUAI');

/** The end that the indicator leaves: it stays in the text, and is another OPD's from a year on. */
export const alihkan = (_d: Dunia, c: Perintah & { p: P<'Alihkan'> }, r: Renstra): Jawab => {
  const { indikator, ke, sejak } = c.p;
  const v = bukanRenstra(galatPeralihan(c.opd, c.p), r);
  const lama = r.dialihkan[indikator];
  const isi = { ke: { opd: ke.opd, mulai: ke.mulai, kode: ke.kode }, sejak };
  if (lama && samaIsi(lama, isi)) return diamKecuali(v);
  v.bila(lama !== undefined, 'INDIKATOR_SUDAH_DIALIHKAN');
  v.bila(indikatorPada(r, indikator, sejak) === null, 'INDIKATOR_TIDAK_DIKENAL');
  // The successor's Renstra may begin where this one ends.
  v.bila(sejak < mulaiDari(r) || sejak > berlaku(r).isi.selesai + 1, 'TAHUN_DI_LUAR_RENSTRA');
  v.bila(sejak < (r.diterima[indikator]?.sejak ?? -Infinity), 'INDIKATOR_MILIK_OPD_LAIN');
  return v.atau(() =>
    diterimaBaru(
      () => {
        r.dialihkan[indikator] = isi;
      },
      { type: 'IndikatorDialihkan' },
    ),
  );
};

/** The OPD that takes over has to live and to have an organisation by the end of the first year. */
const penerimaSiap = (v: Vonis, d: Dunia, opd: string, tahun: number): void => {
  const o = d.opd[opd];
  const akhir = `${tahun}-12-31`;
  v.bila((o?.nama ?? null) === null, 'OPD_BELUM_TERDAFTAR');
  v.bila(o?.bubar != null && o.bubar.tanggal <= akhir, 'OPD_SUDAH_DIBUBARKAN');
  v.bila(!o?.sotk.some((s) => s.ditetapkan && s.mulai <= akhir), 'SOTK_BELUM_BERLAKU');
};

const kunciInduk = ({ tingkat, kode }: Ujung, indikator: string): string => `${tingkat} ${kode} ${indikator}`;

/** The other end: as it was defined, with what was planned of the years to come. */
export const terima = (d: Dunia, c: Perintah & { p: P<'Terima'> }, r: Renstra): Jawab => {
  const { indikator, dari, sejak, induk, penanggungJawab } = c.p;
  const v = bukanRenstra(galatPeralihan(c.opd, c.p), r);
  const tahunan = versiBerlaku(r, sejak);
  const asalIni = { dari: { opd: dari.opd, mulai: dari.mulai, kode: dari.kode }, sejak };
  if (r.diterima[indikator] && samaIsi(r.diterima[indikator], asalIni)) {
    const tergantung = induk === null || tahunan?.hubungan[kunciInduk(induk, indikator)] === true;
    return diamKecuali(v.bila(!tergantung, 'SUDAH_ADA_BERBEDA'));
  }
  const asal = d.renstra[`${dari.opd}.${dari.mulai}`];
  const isi = indikatorPada(asal, dari.kode, sejak);
  const { selesai } = berlaku(r).isi;
  v.bila(isi === null, 'INDIKATOR_TIDAK_DIKENAL');
  v.bila(sejak < mulaiDari(r) || sejak > selesai, 'TAHUN_DI_LUAR_RENSTRA');
  penerimaSiap(v, d, c.opd, sejak);
  v.bila(
    r.diterima[indikator] !== undefined || semua(r).some((n) => n.naskah.indikator[indikator] !== undefined),
    'INDIKATOR_SUDAH_ADA',
  );
  if (induk)
    v.bila(
      tahunan?.[induk.tingkat][induk.kode] === undefined,
      induk.tingkat === 'tujuan' ? 'TUJUAN_TIDAK_DIKENAL' : 'SASARAN_TIDAK_DIKENAL',
    );
  return v.atau(() =>
    diterimaBaru(
      () => {
        if (!isi || !asal) return;
        // An end target is one of the last year of a period.
        const seakhir = berlaku(asal).isi.selesai === selesai;
        const terbawa = Object.entries(isi.target).filter(([t]) =>
          t === 'akhir' ? seakhir : Number(t) >= sejak && Number(t) <= selesai,
        );
        r.diterima[indikator] = asalIni;
        for (const { naskah } of semua(r)) {
          naskah.indikator[indikator] = {
            definisi: { ...salinan(isi.definisi), kode: indikator, penanggungJawab },
            target: Object.fromEntries(terbawa),
            lampau: {},
          };
          if (induk && naskah[induk.tingkat][induk.kode] !== undefined)
            naskah.hubungan[kunciInduk(induk, indikator)] = true;
        }
      },
      { type: 'IndikatorDiterima' },
    ),
  );
};
