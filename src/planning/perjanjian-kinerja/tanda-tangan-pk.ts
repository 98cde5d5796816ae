import { tanggalDi } from '../../approval/pemegang-kini.js';
import type {
  BuktiTandaTangan,
  DokumenDitandatangani,
  NaskahTte,
} from '../../approval/tanda-tangan/dokumen.js';
import type { Jaminan, Penandatangan } from '../../approval/tanda-tangan/penyedia.js';
import type { PemeriksaTandaTangan } from '../../approval/tanda-tangan/periksa-hasil.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Arsip } from '../../kernel/arsip.js';
import type { Clock, EventStore, Tersimpan } from '../../kernel/event-store.js';
import type { Amplop, Baca, Executor, Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { sha256Hex } from '../../kernel/sidik.js';
import { pemda } from '../pemda/pemda.decider.js';
import { secaraElektronik } from '../permintaan.js';
import type { BerkasPk } from './berkas-pk.js';
import { MEDAN_TANDA_TANGAN, sebutanTercetak, tempatDari } from './cetakan.js';
import { bedaNaskah } from './naskah.decider.js';
import {
  type BuktiTte,
  type Naskah,
  type Pk,
  type PkCommand,
  type PkEvent,
  perjanjianKinerja,
} from './perjanjian-kinerja.decider.js';
import { type KunciPk, siapkanPerjanjianKinerja } from './perjanjian-kinerja.fakta.js';
import { tindakanPk } from './perjanjian-kinerja.handler.js';

/** What an official asks to sign: the text that was read, and the file that was shown. */
export type DimintaTtd = { readonly kunci: KunciPk; readonly sidik: string; readonly berkasDilihat: string };
export type DipastikanPk = {
  readonly kunci: KunciPk;
  readonly idPermintaan: string;
  readonly alasan: string;
  readonly hasil: Uint8Array | null;
};
export type BahanPastikan = {
  readonly arsip: Arsip;
  readonly pemeriksa: PemeriksaTandaTangan;
  readonly jaminan: Jaminan;
  readonly orang: (subjek: string, sebutan: string) => Promise<Penandatangan>;
};
type Bukti = BuktiTte & { idPeriksa: string };
type Ditandatangani = Extract<PkEvent, { type: 'PerjanjianKinerjaDitandatangani' }>['data'];

/** Stands in for what only the provider can say while the rule is asked. */
const calonBukti = (berkasDilihat: string, idPeriksa: string): Bukti => ({
  idPeriksa,
  berkasDilihat,
  berkasHasil: '',
  penyedia: 'tertanam',
  jaminan: 'tidak-tersertifikasi',
  sertifikat: '',
  tingkat: 'B-B',
  pada: '',
});

const idPeriksaDari = ({ versi }: Pk, sidik: string): string => {
  const v = versi.at(-1);
  if (v?.status === 'diajukan' && v.sidik === sidik && v.idPeriksa === null) tolak('TTE_TANPA_BERKAS');
  return v?.idPeriksa ?? '';
};

/** The Perjanjian Kinerja as the signing service knows a document. */
export class TandaTanganPk {
  constructor(
    private readonly executor: Executor,
    private readonly store: Pick<EventStore, 'read'>,
    private readonly clock: Clock,
    private readonly berkas: BerkasPk,
  ) {}

  /** Refuses keys that no document could have. */
  dokumen(d: DimintaTtd, pelaku: Pelaku, amplop: Amplop): DokumenDitandatangani<Hasil<Pk>> {
    const { pemda, opd, jabatan, tahun } = d.kunci;
    const id = kunci.pk(pemda, opd, jabatan, tahun);
    let idPeriksa = '';
    return {
      stream: `${perjanjianKinerja.kategori}-${id}`,
      jabatan: pelaku.pejabat.jabatan,
      tinjau: async () => {
        wajibBoleh(pelaku, tindakanPk(d.kunci, { type: 'Tandatangani' }), pemda, opd);
        const t = await this.tinjau(id, d, pelaku, amplop);
        if ('idPeriksa' in t) idPeriksa = t.idPeriksa;
        return t;
      },
      catat: (bukti) => this.jalankan(id, d, pelaku, amplop, { ...bukti, idPeriksa }),
      catatBelumPasti: async (p) => {
        const sah = secaraElektronik(pelaku);
        const c: PkCommand = { type: 'CatatBelumPasti', sidik: d.sidik, idPeriksa, ...p, ...sah };
        // An id of its own: the command that is asked for is not carried out, and may be sent again.
        const { idPermintaan } = p;
        const sendiri = {
          idPerintah: idPermintaan,
          sidikMasukan: sha256Hex(idPermintaan),
          actor: amplop.actor,
        };
        await this.executor.execute(perjanjianKinerja, id, c, sendiri);
      },
    };
  }

  /**
   * What an operator found out of an attempt that is not certain: the file with the signature (`hasil`), verified as if
   * the provider had answered, or null: there is none. `penandatangan` is asked for the name behind a subject.
   */
  async pastikan(
    { kunci: k, idPermintaan, alasan, hasil }: DipastikanPk,
    b: BahanPastikan,
    pelaku: Pelaku,
    amplop: Amplop,
  ): Promise<Hasil<Pk>> {
    wajibBoleh(pelaku, 'tte.pastikan', k.pemda, k.opd);
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    const ditemukan = hasil === null ? null : await this.bukti(id, idPermintaan, hasil, b);
    const sah = secaraElektronik(pelaku);
    const c: PkCommand = { type: 'PastikanHasil', idPermintaan, alasan, bukti: ditemukan, ...sah };
    return this.executor.execute(perjanjianKinerja, id, c, amplop);
  }

  private async bukti(
    id: string,
    idPermintaan: string,
    hasil: Uint8Array,
    b: BahanPastikan,
  ): Promise<BuktiTte> {
    const { state } = await this.executor.state(perjanjianKinerja, id);
    const tanya = state.versi.at(-1)?.belumPasti.find((p) => p.idPermintaan === idPermintaan);
    const { berkasDilihat, penyedia, pihak, oleh } = tanya ?? tolak('TTE_PASTI', { idPermintaan });
    const asli =
      (await b.arsip.baca(berkasDilihat)) ?? tolak('ARSIP_TIDAK_LENGKAP', { sidik: berkasDilihat });
    const medan = pihak === 1 ? MEDAN_TANDA_TANGAN.pertama : MEDAN_TANDA_TANGAN.kedua;
    const penandatangan = await b.orang(oleh.subjek ?? '', sebutanTercetak(oleh.sebutan, oleh.status));
    const t = await b.pemeriksa.periksa({ asli, hasil, medan, penandatangan, sertifikat: null });
    const { temuan, sertifikat, pada, tingkat } = t;
    if (temuan.length > 0 || sertifikat === null || pada === null || tingkat === null)
      return tolak('TTE_HASIL_TIDAK_SAH', { temuan });
    const berkasHasil = await b.arsip.simpan(hasil);
    return { berkasDilihat, berkasHasil, penyedia, jaminan: b.jaminan, sertifikat, tingkat, pada };
  }

  private async tinjau(
    id: string,
    d: DimintaTtd,
    pelaku: Pelaku,
    amplop: Amplop,
  ): Promise<{ selesai: Hasil<Pk> } | { naskah: NaskahTte; idPeriksa: string }> {
    const siapkan = (baca: Baca): PkCommand => {
      const calon = calonBukti(d.berkasDilihat, idPeriksaDari(baca(perjanjianKinerja, id).state, d.sidik));
      return this.siapkan(d, pelaku, calon)(baca);
    };
    const t = await this.executor
      .tinjau(perjanjianKinerja, id, siapkan, amplop)
      .catch((e: unknown) => this.yangBerubah(id, d.sidik, e));
    if ('hasil' in t) return { selesai: t.hasil };
    const signed = t.events[0]?.data as Ditandatangani | undefined;
    if (signed === undefined) return { selesai: { ...t, events: [] } }; // signed by this office before
    const { naskah, idPeriksa } = t.state.versi[signed.versi - 1] ?? tolak('PK_BELUM_DIAJUKAN');
    const { pdf, sidik } = await this.berkas.baca(d.kunci, signed.versi, pelaku.akun);
    if (sidik !== d.berkasDilihat) tolak('KONFLIK_REVISI', { sebab: 'berkas', berkas: sidik });
    return { naskah: await this.naskah(pdf, naskah, signed), idPeriksa: idPeriksa ?? '' };
  }

  private async naskah(pdf: Uint8Array, naskah: Naskah, { pihak, oleh }: Ditandatangani): Promise<NaskahTte> {
    const { state } = await this.executor.state(pemda, kunci.pemda(naskah.pemda));
    const cetak = pihak === 1 ? naskah.pihakPertama : (naskah.pihakKedua ?? naskah.pihakPertama);
    return {
      pdf,
      medan: pihak === 1 ? MEDAN_TANDA_TANGAN.pertama : MEDAN_TANDA_TANGAN.kedua,
      subjek: oleh.subjek ?? tolak('JABATAN_TANPA_PEJABAT', { jabatan: oleh.jabatan }),
      sebutan: sebutanTercetak(cetak.sebutan, oleh.status),
      tanggal: tanggalDi(state.zona ?? 'WIB', this.clock.now()),
      zona: state.zona ?? 'WIB',
      alasan: `Perjanjian Kinerja ${naskah.pihakPertama.sebutan} Tahun ${naskah.tahun}`,
      tempat: tempatDari(state.nama) ?? state.nama,
    };
  }

  private siapkan(d: DimintaTtd, pelaku: Pelaku, bukti: Bukti): (baca: Baca) => PkCommand {
    const sah = secaraElektronik(pelaku);
    const p = { type: 'Tandatangani', sidik: d.sidik } as const;
    return (baca) => {
      const c = siapkanPerjanjianKinerja(baca, d.kunci, p, sah, this.clock.now());
      return c.type === 'Tandatangani' ? { ...c, bukti } : c;
    };
  }

  private jalankan(
    id: string,
    d: DimintaTtd,
    pelaku: Pelaku,
    amplop: Amplop,
    bukti: BuktiTandaTangan & { idPeriksa: string },
  ): Promise<Hasil<Pk>> {
    return this.executor.execute(perjanjianKinerja, id, this.siapkan(d, pelaku, bukti), amplop);
  }

  /** Who read a text that no longer waits is told what the one that waits says otherwise. */
  private async yangBerubah(id: string, sidik: string, e: unknown): Promise<never> {
    if (!(e instanceof Penolakan) || e.kode !== 'PK_NASKAH_BERBEDA') throw e;
    const { events } = await this.store.read(`${perjanjianKinerja.kategori}-${id}`);
    const semua = (events as readonly Tersimpan<PkEvent>[]).flatMap(({ type, data }) =>
      type === 'PerjanjianKinerjaDiajukan' ? [data] : [],
    );
    const [lama, kini] = [semua.findLast((n) => n.sidik === sidik), semua.at(-1)];
    if (kini === undefined) throw e;
    const berubah = lama === undefined ? null : bedaNaskah(lama.naskah, kini.naskah);
    return tolak('KONFLIK_REVISI', { sebab: 'naskah', sidik: kini.sidik, berubah });
  }
}
