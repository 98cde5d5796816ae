import type { Meta } from '../../kernel/event-store.js';
import { diajukanV1keV2 } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.upcasters.js';
import type { AmanahEvent } from '../../projections/peristiwa.js';

/**
 * Which types may stand in the log: the newest version of each, and for every older stored type (`X`, `X.v2`) one pure
 * step to the next. A step knows the event and its metadata, never the clock, configuration or another stream.
 */
export type Registri = {
  readonly versi: Readonly<Record<string, number>>;
  readonly naikkan: Readonly<
    Record<string, { readonly menjadi: string; readonly naikkan: (data: object, meta: Meta) => object }>
  >;
};

/** One step, written for the shapes it knows; which shape stands under a stored type is known here and nowhere else. */
const langkah = <Lama extends object>(
  menjadi: string,
  naikkan: (data: Lama, meta: Meta) => object,
): Registri['naikkan'][string] => ({ menjadi, naikkan: (data, meta) => naikkan(data as Lama, meta) });

/** Every type of Amanah; the compiler refuses one that is missing here. */
export const AMANAH = {
  versi: {
    PaguDitetapkan: 1,
    PaguDigeser: 1,
    DokumenAnggaranDitetapkan: 1,
    NomenklaturDisusun: 1,
    KodeNomenklaturDicatat: 1,
    NomenklaturDitetapkan: 1,
    JabatanDibentuk: 1,
    JabatanDitutup: 1,
    PejabatDitetapkan: 1,
    PejabatDiberhentikan: 1,
    OpdDidaftarkan: 1,
    NamaOpdDiubah: 1,
    SkalaOpdDitetapkan: 1,
    OpdDibubarkan: 1,
    SotkDisusun: 1,
    UnitSotkDitetapkan: 1,
    UnitSotkDihapus: 1,
    SotkDitetapkan: 1,
    KepegawaianDicatat: 1,
    PemdaDidaftarkan: 1,
    NamaPemdaDiubah: 1,
    SkalaPemdaDitetapkan: 1,
    KalenderDitetapkan: 1,
    DasarHukumDicatat: 1,
    DasarHukumDicabut: 1,
    PeriodeDibuka: 1,
    PeriodeDitutup: 1,
    PeriodeDokumenDibuka: 1,
    PeriodeDokumenDitutup: 1,
    PerjanjianKinerjaDiajukan: 2,
    PerjanjianKinerjaDikembalikan: 1,
    PerjanjianKinerjaDibatalkan: 1,
    PerjanjianKinerjaDitandatangani: 1,
    HasilTandaTanganBelumPasti: 1,
    HasilTandaTanganDipastikan: 1,
    PerjanjianKinerjaBerlaku: 1,
    PerjanjianKinerjaDigantikan: 1,
    KebutuhanPkPerubahanDicatat: 1,
    KebutuhanPkPerubahanDitutup: 1,
    SimpulDitetapkan: 1,
    SimpulDihapus: 1,
    IndikatorSimpulDihubungkan: 1,
    IndikatorSimpulDilepas: 1,
    UnsurDitautkan: 1,
    PenanggungJawabSimpulDitetapkan: 1,
    CrosscuttingDicatat: 1,
    CrosscuttingDihapus: 1,
    ProgramDitambahkan: 1,
    SasaranDidukung: 1,
    IndikatorProgramDihubungkan: 1,
    TargetTriwulanDicatat: 1,
    RencanaAksiDitetapkan: 1,
    PerubahanRencanaAksiDimulai: 1,
    AksiDitandai: 1,
    TargetRktDicatat: 1,
    RktDitetapkan: 1,
    UsulanDicatat: 1,
    UsulanDiputuskan: 1,
    IkuDisusun: 1,
    IkuDipilih: 1,
    IkuDikeluarkan: 1,
    IkuDitetapkan: 1,
    RenstraDisusun: 1,
    MisiDitambahkan: 1,
    TujuanDitambahkan: 1,
    SasaranDitambahkan: 1,
    IndikatorDitetapkan: 1,
    IndikatorDihubungkan: 1,
    TargetRenstraDitetapkan: 1,
    RealisasiLampauDicatat: 1,
    ProgramPrioritasDitetapkan: 1,
    RenstraDiselaraskan: 1,
    KeselarasanDilepas: 1,
    IsuStrategisDicatat: 1,
    PermasalahanDicatat: 1,
    IndikatorDilepas: 1,
    UnsurRenstraDihapus: 1,
    IndikatorDialihkan: 1,
    IndikatorDiterima: 1,
    RenstraDitetapkan: 1,
    PerubahanRenstraDimulai: 1,
    PerubahanRenstraDibatalkan: 1,
    RenstraDibatalkan: 1,
    DataPribadiDihapus: 1,
    ImporDimulai: 1,
    ImporSelesai: 1,
    PembandingDicatat: 1,
    RealisasiDicatat: 1,
    PengukuranDiajukan: 1,
    PengukuranDikembalikan: 1,
    PengukuranDiverifikasi: 1,
    PengukuranDisetujui: 1,
    RealisasiDikoreksi: 1,
    RealisasiAnggaranDicatat: 1,
    RealisasiAnggaranDikoreksi: 1,
  } satisfies Record<AmanahEvent['type'], number>,
  naikkan: {
    PerjanjianKinerjaDiajukan: langkah('PerjanjianKinerjaDiajukan.v2', diajukanV1keV2),
  },
} satisfies Registri;
