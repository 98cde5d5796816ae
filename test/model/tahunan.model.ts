import type { IsiUsulan } from '../../src/planning/rencana-kinerja/usulan.decider.js';
import { baru, type Dunia, kunciJabatan, renstraTahun } from './dunia.js';
import type { RencanaAksi, Rkt, VersiAksi } from './jenis.js';
import { nilaiBaik, nilaiSama } from './nilai.js';
import type { PerintahDari } from './perintah.js';
import { periodeTerbuka } from './periode.model.js';
import {
  diam,
  diamKecuali,
  ganti,
  type Harapan,
  isiSetelah,
  type Jawab,
  type Sah,
  salinan,
  terima,
  Vonis,
} from './vonis.js';

type PRkt = PerintahDari<'rkt'>['p'];

/** What the PK in force of the office that speaks for the OPD promises. */
const dijanjikanPk = (d: Dunia, opd: string, tahun: number): string[] => {
  const pk = d.pk[`${kunciJabatan(opd, opd === 'pemda' ? 'kepala-daerah' : 'kepala')}.${tahun}`];
  return pk?.versi.findLast((v) => v.status === 'berlaku')?.naskah.target.map((t) => t.indikator) ?? [];
};

export const putusanRkt = (d: Dunia, { opd, tahun, p, sah }: PerintahDari<'rkt'>): Jawab => {
  const kunci = `${opd}.${tahun}`;
  const ini = d.rkt[kunci] ?? baru.rkt();
  const v = periodeTerbuka(new Vonis().tahun(tahun), d, opd, tahun, 'rkt', sah);
  if (v.kode.has('TAHUN_TIDAK_SAH')) return v.atau(() => diam);
  switch (p.type) {
    case 'CatatTarget': {
      const renstra = renstraTahun(d, opd, tahun);
      const def = renstra?.indikator[p.indikator]?.definisi;
      v.bila(!renstra, 'RENSTRA_BELUM_ADA').bila(!def, 'INDIKATOR_TIDAK_DIKENAL');
      v.bila(dijanjikanPk(d, opd, tahun).includes(p.indikator), 'INDIKATOR_DALAM_PK');
      v.bila(
        def !== undefined && !nilaiBaik(def.polaritas, def.urutanPredikat, p.target, 'target'),
        'NILAI_TIDAK_SAH',
      );
      v.bila(p.jenis === 'perubahan' && !ini.murni.ditetapkan, 'MURNI_BELUM_DITETAPKAN');
      const rkt = ini[p.jenis];
      const sebelum = rkt.target[p.indikator] ?? null;
      if (sebelum !== null && nilaiSama(sebelum, p.target)) return diamKecuali(v);
      v.bila(sah === 'dicatat' && sebelum !== null, 'SUDAH_ADA_BERBEDA');
      v.bila(
        sah === 'elektronik' && rkt.ditetapkan,
        p.jenis === 'murni' ? 'MURNI_SUDAH_DITETAPKAN' : 'KEADAAN_TIDAK_SESUAI',
      );
      return v.atau(() =>
        terima(
          () => {
            d.rkt[kunci] = ini;
            rkt.target[p.indikator] = p.target;
          },
          { type: 'TargetRktDicatat', sebelum },
        ),
      );
    }
    case 'Usulkan':
      return usulkan(d, opd, tahun, p, ini, v);
    case 'Tetapkan': {
      const rkt = ini[p.jenis];
      v.akta(p.akta).label(p.keputusan);
      if (rkt.ditetapkan) return diamKecuali(v);
      v.bila(p.jenis === 'perubahan' && !ini.murni.ditetapkan, 'MURNI_BELUM_DITETAPKAN');
      v.bila(sah === 'elektronik' && Object.keys(rkt.target).length === 0, 'KEADAAN_TIDAK_SESUAI');
      return v.atau(() =>
        terima(
          () => {
            d.rkt[kunci] = ini;
            rkt.ditetapkan = true;
          },
          { type: 'RktDitetapkan' },
        ),
      );
    }
    case 'CatatUsulan': {
      const { kode, uraian, tahunAsal, sumber, indikator } = p;
      const lama = ini.usulan[kode];
      v.uraian(uraian).tahun(tahunAsal);
      if (!lama) v.kodeBebas(kode);
      const mendefinisikan = (t: number) => renstraTahun(d, opd, t)?.indikator[indikator ?? ''] !== undefined;
      v.bila(
        indikator !== null && !mendefinisikan(tahun) && !mendefinisikan(tahunAsal),
        'INDIKATOR_TIDAK_DIKENAL',
      );
      const { putusan: _, ...isiLama } = lama ?? { putusan: null };
      const sebelum = lama ? (isiLama as IsiUsulan) : null;
      return ganti(
        v,
        'UsulanDicatat',
        sebelum,
        v.isi(sah, sebelum, { uraian, tahunAsal, sumber, indikator }),
        (isi) => {
          d.rkt[kunci] = ini;
          ini.usulan[kode] = { ...isi, putusan: null };
        },
      );
    }
    case 'PutuskanUsulan': {
      const usulan = ini.usulan[p.kode];
      v.bila(!usulan, 'USULAN_TIDAK_DIKENAL').teks(p.alasan);
      if (p.alasan !== null || (p.putusan !== 'diterima' && sah === 'elektronik')) v.alasan(p.alasan);
      const sebelum = usulan?.putusan ?? null;
      const hasil = v.isi(sah, sebelum, { putusan: p.putusan, alasan: p.alasan });
      return ganti(v, 'UsulanDiputuskan', sebelum, hasil, (putusan) => {
        if (usulan) usulan.putusan = putusan;
      });
    }
  }
};

const usulkan = (
  d: Dunia,
  opd: string,
  tahun: number,
  p: Extract<PRkt, { type: 'Usulkan' }>,
  ini: Rkt,
  v: Vonis,
): Jawab => {
  const renstra = renstraTahun(d, opd, tahun);
  v.bila(!renstra, 'RENSTRA_BELUM_ADA').bila(
    p.jenis === 'perubahan' && !ini.murni.ditetapkan,
    'MURNI_BELUM_DITETAPKAN',
  );
  const pk = dijanjikanPk(d, opd, tahun);
  const rkt = ini[p.jenis];
  const diusulkan: Record<string, string> = {};
  for (const [kode, i] of Object.entries(renstra?.indikator ?? {})) {
    const murni = p.jenis === 'perubahan' ? ini.murni.target[kode] : undefined;
    const target = murni ?? i.target[tahun];
    if (target !== undefined && rkt.target[kode] === undefined && !pk.includes(kode))
      diusulkan[kode] = target;
  }
  const ada = Object.keys(diusulkan).length > 0;
  v.bila(ada && rkt.ditetapkan, p.jenis === 'murni' ? 'MURNI_SUDAH_DITETAPKAN' : 'KEADAAN_TIDAK_SESUAI');
  const sisa: Rkt['usulan'] = {};
  const disebut = new Set<string>();
  for (const [i, triwulan, aksi] of aksiTersisa(d.aksi[`${opd}.${tahun - 1}`] ?? baru.aksi())) {
    if (aksi.trim() === '' || disebut.has(`${i} ${aksi}`)) continue;
    disebut.add(`${i} ${aksi}`);
    const kode = `RA-${tahun - 1}-${i}-tw${triwulan}`;
    if (!ini.usulan[kode])
      sisa[kode] = {
        uraian: aksi,
        tahunAsal: tahun - 1,
        sumber: 'rencana-aksi',
        indikator: i,
        putusan: null,
      };
  }
  const peristiwa: Harapan[] = [
    ...Object.keys(diusulkan).map(() => ({ type: 'TargetRktDicatat', sebelum: null })),
    ...Object.keys(sisa).map(() => ({ type: 'UsulanDicatat', sebelum: null })),
  ];
  return v.atau(() =>
    terima(
      () => {
        if (peristiwa.length > 0) d.rkt[`${opd}.${tahun}`] = ini;
        Object.assign(rkt.target, diusulkan);
        Object.assign(ini.usulan, sisa);
      },
      ...peristiwa,
    ),
  );
};

/** The plan in force: the last that was ditetapkan; null before the first. */
export const aksiBerlaku = (r: RencanaAksi): VersiAksi | null =>
  r.versi.findLast((v) => v.ditetapkan) ?? null;

/** Actions of the plan in force that nobody marked, as [indikator, triwulan, text], in the order in which they were recorded. */
export const aksiTersisa = (r: RencanaAksi): [string, number, string][] =>
  Object.entries(aksiBerlaku(r)?.target ?? {}).flatMap(([k, t]): [string, number, string][] => {
    const [indikator = '', tw] = k.split(' ');
    return t.aksi === null || r.tanda[`${k} ${t.aksi}`] ? [] : [[indikator, Number(tw), t.aksi]];
  });

export const putusanAksi = (d: Dunia, { opd, tahun, p, sah }: PerintahDari<'aksi'>): Jawab => {
  const kunci = `${opd}.${tahun}`;
  const ini = d.aksi[kunci] ?? baru.aksi();
  const v = new Vonis().tahun(tahun);
  if (v.ditolak) return v.atau(() => diam);
  if (p.type !== 'TandaiAksi') periodeTerbuka(v, d, opd, tahun, 'rencana-aksi', sah);
  const kini = ini.versi.at(-1) as VersiAksi;
  switch (p.type) {
    case 'CatatTarget':
      return catatTriwulan(d, opd, tahun, p, sah, ini, v);
    case 'Tetapkan':
      v.label(p.keputusan).akta(p.akta);
      if (kini.ditetapkan) return diamKecuali(v);
      return v
        .bila(sah === 'elektronik' && Object.keys(kini.target).length === 0, 'KEADAAN_TIDAK_SESUAI')
        .atau(() =>
          terima(
            () => {
              d.aksi[kunci] = ini;
              kini.ditetapkan = true;
            },
            { type: 'RencanaAksiDitetapkan' },
          ),
        );
    case 'MulaiPerubahan': {
      if (p.alasan !== null || sah === 'elektronik') v.alasan(p.alasan);
      v.bila(ini.versi.length === 1 && !kini.ditetapkan, 'MURNI_BELUM_DITETAPKAN');
      const berikut = kini.ditetapkan ? ini.versi.length + 1 : ini.versi.length;
      const versi = p.versi ?? berikut;
      v.bila(versi < 2 || versi > berikut, 'KEADAAN_TIDAK_SESUAI');
      const ada = ini.versi[versi - 1];
      // Paper that names a version which is in force, or was, is taken over already.
      if (ada?.ditetapkan && versi > 1) return diamKecuali(v);
      const lama = ada?.sebab;
      return v.atau(() => {
        const { sebab, alasan } = p;
        if (!lama)
          return terima(
            () => {
              ini.versi.push({
                sebab: { sebab, alasan, cara: sah },
                ditetapkan: false,
                target: salinan(kini.target),
                sendiri: {},
              });
            },
            { type: 'PerubahanRencanaAksiDimulai', sebelum: null },
          );
        const sebelum = { sebab: lama.sebab, alasan: lama.alasan };
        const hasil = v.isi(sah, sebelum, { sebab, alasan });
        return ganti(v, 'PerubahanRencanaAksiDimulai', sebelum, hasil, (isi) => {
          Object.assign(lama, isi);
        });
      });
    }
    case 'TandaiAksi': {
      v.bila(p.triwulan < 1 || p.triwulan > 4, 'TRIWULAN_TIDAK_SAH').teks(p.catatan);
      if (p.keadaan === 'dibatalkan' && sah === 'elektronik') v.alasan(p.catatan);
      const aksi = aksiBerlaku(ini)?.target[`${p.indikator} ${p.triwulan}`]?.aksi ?? null;
      v.bila(aksi === null, 'AKSI_TIDAK_DIKENAL');
      const k = `${p.indikator} ${p.triwulan} ${aksi}`;
      const sebelum = ini.tanda[k] ?? null;
      return ganti(
        v,
        'AksiDitandai',
        sebelum,
        v.isi(sah, sebelum, { keadaan: p.keadaan, catatan: p.catatan }),
        (tanda) => {
          ini.tanda[k] = tanda;
        },
      );
    }
  }
};

type CatatAksi = Extract<PerintahDari<'aksi'>['p'], { type: 'CatatTarget' }>;

const catatTriwulan = (
  d: Dunia,
  opd: string,
  tahun: number,
  p: CatatAksi,
  sah: Sah,
  ini: RencanaAksi,
  v: Vonis,
): Jawab => {
  const renstra = renstraTahun(d, opd, tahun);
  const def = renstra?.indikator[p.indikator]?.definisi;
  v.bila(!renstra, 'RENSTRA_BELUM_ADA').bila(!def, 'INDIKATOR_TIDAK_DIKENAL');
  v.bila(p.triwulan < 1 || p.triwulan > 4, 'TRIWULAN_TIDAK_SAH')
    .teks(p.aksi)
    .teks(p.penanggungJawab);
  v.bila(
    def !== undefined && !nilaiBaik(def.polaritas, def.urutanPredikat, p.target, 'target'),
    'NILAI_TIDAK_SAH',
  );
  const k = `${p.indikator} ${p.triwulan}`;
  const isi = { target: p.target, aksi: p.aksi, penanggungJawab: p.penanggungJawab ?? null };
  const banding = (lama: typeof isi | undefined): typeof isi | 'sama' | 'beda' => {
    const samaAngka = lama !== undefined && nilaiSama(lama.target, isi.target);
    return isiSetelah(sah, lama ?? null, samaAngka ? { ...isi, target: lama.target } : isi);
  };
  if (sah === 'dicatat' && ini.versi.some((x) => x.target[k] && banding(x.target[k]) === 'sama'))
    return diamKecuali(v);
  const kini = ini.versi.at(-1) as VersiAksi;
  const lama = kini.target[k];
  // What a Perubahan on paper carried over is not its own word: it may say otherwise, and an action that it names comes
  // with its own answerer, or with none.
  const terbawa =
    sah === 'dicatat' && lama && !kini.ditetapkan && kini.sebab?.cara === 'dicatat' && !kini.sendiri[k];
  const hasil = terbawa
    ? isiSetelah('elektronik', lama, {
        target: nilaiSama(lama.target, isi.target) ? lama.target : isi.target,
        aksi: isi.aksi ?? lama.aksi,
        penanggungJawab: isi.penanggungJawab ?? (isi.aksi === null ? lama.penanggungJawab : null),
      })
    : banding(lama);
  if (hasil === 'sama') return diamKecuali(v);
  v.bila(sah === 'elektronik' && kini.ditetapkan, 'MURNI_SUDAH_DITETAPKAN');
  v.bila(hasil === 'beda', 'SUDAH_ADA_BERBEDA');
  return v.atau(() =>
    terima(
      () => {
        d.aksi[`${opd}.${tahun}`] = ini;
        if (hasil !== 'beda') kini.target[k] = hasil;
        kini.sendiri[k] = true;
      },
      { type: 'TargetTriwulanDicatat', sebelum: lama?.target ?? null },
    ),
  );
};
