import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Recorded } from '../../src/kernel/event-store.js';
import * as anggaran from '../../src/planning/anggaran/anggaran.contoh.js';
import * as iku from '../../src/planning/iku/iku.contoh.js';
import * as jabatan from '../../src/planning/jabatan/jabatan.contoh.js';
import * as opd from '../../src/planning/opd/opd.contoh.js';
import * as pemda from '../../src/planning/pemda/pemda.contoh.js';
import * as pk from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import * as pohon from '../../src/planning/pohon-kinerja/pohon-kinerja.contoh.js';
import * as program from '../../src/planning/program/program.contoh.js';
import * as rencanaAksi from '../../src/planning/rencana-aksi/rencana-aksi.contoh.js';
import * as rkt from '../../src/planning/rencana-kinerja/rencana-kinerja.contoh.js';
import * as renstra from '../../src/planning/renstra/renstra.contoh.js';
import * as pembanding from '../../src/reporting/pembanding/pembanding.contoh.js';
import * as pengukuran from '../../src/reporting/pengukuran/pengukuran.contoh.js';
import * as serapan from '../../src/reporting/realisasi-anggaran/realisasi-anggaran.contoh.js';
import { di, rekam } from './project.js';

const oleh = { oleh: pk.perencana, cara: 'elektronik' } as const;
const dihubungkan = (indikator: string): DomainEvent => ({
  type: 'IndikatorDihubungkan',
  data: { indikator, tingkat: 'sasaran', kode: 'S1', ...oleh },
});

/** The streams of one OPD's year, with what the deciders' own samples say of it. */
export const STREAM = {
  pemda: 'Pemda-61.71',
  periode: 'Periode-61.71.2023',
  opd: 'Opd-61.71.disnaker',
  jabatan: 'Jabatan-61.71.disnaker.kepala',
  renstra: 'Renstra-61.71.disnaker.2022',
  pohon: 'PohonKinerja-61.71.disnaker.2022',
  iku: 'Iku-61.71.disnaker',
  rpjmd: 'Renstra-61.71.pemda.2022',
  program: 'Program-61.71.disnaker.2023',
  rkt: 'RencanaKinerja-61.71.disnaker.2023',
  pk: 'PerjanjianKinerja-61.71.disnaker.kepala.2023',
  rencanaAksi: 'RencanaAksi-61.71.disnaker.2023',
  anggaran: 'Anggaran-61.71.disnaker.2023',
  tw: (triwulan: number) => `Pengukuran-61.71.disnaker.2023.tw${triwulan}`,
  serapan: 'RealisasiAnggaran-61.71.disnaker.2023',
  pembanding: 'Pembanding-61.71.disnaker',
  impor: 'Impor-61.71.disnaker.2023',
} as const;

/** What is there before anything is promised. */
export const PERSIAPAN = [
  di(STREAM.pemda, pemda.pemdaDidaftarkan, pemda.skalaDitetapkan, pemda.kalenderDitetapkan),
  di(STREAM.periode, pemda.semuaDibuka),
  di(STREAM.opd, opd.opdDidaftarkan),
  di(STREAM.jabatan, jabatan.kepalaDibentuk, jabatan.ditetapkan()),
  di(
    STREAM.renstra,
    renstra.disusun,
    renstra.tujuanDitambahkan,
    renstra.sasaranDitambahkan,
    renstra.iku1Ditetapkan,
    renstra.indikatorDitetapkan(pk.iku('IKU-2')),
    renstra.indikatorDitetapkan(renstra.ikuProgram),
    dihubungkan('IKU-1'),
    dihubungkan('IKU-2'),
    renstra.target2023,
    renstra.renstraDitetapkan,
  ),
  di(STREAM.program, program.programDitambahkan, program.sasaranDidukung),
  di(STREAM.anggaran, anggaran.paguDitetapkan()),
];

/** A year with one of nearly everything, in its natural order. */
export const TAHUN: Recorded<DomainEvent>[] = rekam<DomainEvent>(
  ...PERSIAPAN,
  di(STREAM.program, program.kegiatanDitambahkan, program.indikatorDihubungkan),
  di(STREAM.iku, ...iku.setPertama, iku.setKeduaDisusun, iku.ikuDikeluarkan({ versi: 2 })),
  di(STREAM.rkt, rkt.usulanDicatat(), rkt.usulanDiputuskan()),
  di(STREAM.rkt, rkt.targetRktDicatat(), rkt.rktDitetapkan('murni')),
  di(STREAM.pk, ...pk.murniBerlaku),
  di(STREAM.rencanaAksi, rencanaAksi.targetTriwulanDicatat(), rencanaAksi.rencanaAksiDitetapkan),
  di(STREAM.rencanaAksi, rencanaAksi.aksiDitandai(), rencanaAksi.perubahanDimulai()),
  di(STREAM.tw(1), pengukuran.entri, pengukuran.diajukan, pengukuran.dikembalikan),
  di(STREAM.tw(4), ...pengukuran.terkunci, pengukuran.terkoreksi),
  di(STREAM.serapan, serapan.tercatat, serapan.terkoreksi),
  di(STREAM.pembanding, pembanding.tercatat),
  di(
    STREAM.pk,
    pk.pengajuanPerubahan,
    pk.ttdKadisPerubahan,
    pk.ttdWaliPerubahan,
    pk.berlakuPerubahan,
    pk.digantikan,
  ),
  di(STREAM.jabatan, jabatan.pejabatDiberhentikan),
  di(STREAM.periode, pemda.semuaDitutup),
  di(STREAM.impor, {
    type: 'ImporSelesai',
    data: { sidikBerkas: 'a'.repeat(64), peristiwa: 1_234, ...oleh },
  }),
  di(
    STREAM.pohon,
    pohon.simpulDitetapkan('H1'),
    pohon.dihubungkan(),
    pohon.ditautkan(),
    pohon.ditanggung(),
    pohon.crosscuttingDicatat(),
    pohon.dilepas,
    pohon.crosscuttingDihapus,
    pohon.simpulDihapus('H1'),
  ),
  di(
    STREAM.rpjmd,
    renstra.rpjmdDisusun,
    renstra.misiDitambahkan,
    renstra.tujuanDitambahkan,
    renstra.sasaranDitambahkan,
    renstra.prioritasDitetapkan,
    renstra.renstraDitetapkan,
  ),
  di(
    STREAM.renstra,
    renstra.diselaraskan,
    renstra.keselarasanDilepas,
    renstra.isuDicatat,
    renstra.permasalahanDicatat,
    renstra.perubahanDimulai,
    renstra.dilepas,
    renstra.indikatorDihapus,
    renstra.perubahanDibatalkan,
  ),
);
