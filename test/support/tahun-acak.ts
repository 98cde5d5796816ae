import type { Cara, Decider, DomainEvent, Pejabat } from '../../src/kernel/decider.js';
import { Penolakan } from '../../src/kernel/penolakan.js';
import { anggaran } from '../../src/planning/anggaran/anggaran.decider.js';
import { pilihIku, susunIku, tetapkanIku } from '../../src/planning/iku/iku.contoh.js';
import { iku as setIku } from '../../src/planning/iku/iku.decider.js';
import { jabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import { nomenklatur } from '../../src/planning/nomenklatur/nomenklatur.decider.js';
import { opd } from '../../src/planning/opd/opd.decider.js';
import type { DasarHukumCommand } from '../../src/planning/pemda/dasar-hukum.decider.js';
import { skalaKota } from '../../src/planning/pemda/pemda.contoh.js';
import { pemda } from '../../src/planning/pemda/pemda.decider.js';
import { periode } from '../../src/planning/pemda/periode.decider.js';
import {
  ajukan,
  iku,
  kadis,
  naskahMurni,
  naskahPerubahan,
  perencana,
  tandatangani,
  wali,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { perjanjianKinerja } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { pohonKinerja } from '../../src/planning/pohon-kinerja/pohon-kinerja.decider.js';
import { TINGKAT_HASIL } from '../../src/planning/pohon-kinerja/simpul.decider.js';
import { program } from '../../src/planning/program/program.decider.js';
import { mulaiPerubahan, tandaiAksi } from '../../src/planning/rencana-aksi/rencana-aksi.contoh.js';
import { rencanaAksi } from '../../src/planning/rencana-aksi/rencana-aksi.decider.js';
import { putuskanUsulan, usulkanRkt } from '../../src/planning/rencana-kinerja/rencana-kinerja.contoh.js';
import { rencanaKinerja } from '../../src/planning/rencana-kinerja/rencana-kinerja.decider.js';
import { renstra } from '../../src/planning/renstra/renstra.decider.js';
import { impor } from '../../src/reporting/impor/impor.decider.js';
import { pembanding } from '../../src/reporting/pembanding/pembanding.decider.js';
import { bidang, catat, koreksi } from '../../src/reporting/pengukuran/pengukuran.contoh.js';
import { pengukuran } from '../../src/reporting/pengukuran/pengukuran.decider.js';
import { realisasiAnggaran } from '../../src/reporting/realisasi-anggaran/realisasi-anggaran.decider.js';
import type { Berstream } from './project.js';

type Acak = (sampai: number) => number;

const OPD = ['disnaker', 'dinkes'];
const INDIKATOR = ['IKU-1', 'IKU-2', 'I-3'];
const KODE = ['2.07.03', '2.07.04'];
const TAHUN = [2022, 2023];
const SIMPUL = ['H1', 'H2', 'H3', 'H4'];

/** Random commands to all deciders of two OPD over two years; what they refuse leaves no trace. The same seed, the same log. */
export class TahunAcak {
  private readonly state = new Map<string, { state: unknown; rev: number }>();
  private readonly log: Berstream[] = [];

  constructor(private readonly r: Acak) {}

  /** At least this many events; the first ones make the rest possible. */
  banyak(jumlah: number): readonly Berstream[] {
    this.dasar();
    while (this.log.length < jumlah) this.langkah();
    return this.log;
  }

  private pilih<T>(daftar: readonly [T, ...T[]] | readonly T[]): T {
    return daftar[this.r(daftar.length)] as T;
  }

  private coba<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string, command: C): void {
    const stream = `${decider.kategori}-${id}`;
    const lama = this.state.get(stream) ?? { state: decider.initial, rev: -1 };
    try {
      const events = decider.decide(command, lama.state as S);
      const state = events.reduce((s, e, i) => decider.evolve(s, e, lama.rev + 1 + i), lama.state as S);
      this.state.set(stream, { state, rev: lama.rev + events.length });
      this.log.push(...events.map((event) => ({ stream, event })));
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
    }
  }

  private oleh(): { oleh: Pejabat; cara: Cara } {
    return { oleh: this.pilih([perencana, kadis, bidang]), cara: 'elektronik' };
  }

  private angka(): string {
    return `${this.r(120)}.${10 + this.r(90)}`;
  }

  private dasar(): void {
    const o = this.oleh();
    this.coba(pemda, '61.71', { type: 'Daftarkan', nama: 'Kota Pontianak', zona: 'WIB', ...o });
    for (const kode of OPD) {
      const k = `61.71.${kode}`;
      const berdasarkan = [{ stream: 'Pemda-61.71', rev: 0 }];
      this.coba(opd, k, {
        type: 'Daftarkan',
        kode,
        nama: `Dinas ${kode}`,
        pemdaTerdaftar: true,
        berdasarkan,
        ...o,
      });
      const masa = { mulai: 2022, selesai: 2024, visi: null, misi: null, milik: kode, opdTerdaftar: true };
      this.coba(renstra, `${k}.2022`, { type: 'Susun', ...masa, berdasarkan, ...o });
      this.coba(renstra, `${k}.2022`, { type: 'TambahTujuan', kode: 'T1', uraian: 'Tujuan', ...o });
      const sasaran = { tujuan: 'T1', kode: 'S1', uraian: 'Sasaran', strategi: [] };
      this.coba(renstra, `${k}.2022`, { type: 'TambahSasaran', ...sasaran, ...o });
    }
  }

  private langkah(): void {
    const k = `61.71.${this.pilih(OPD)}`;
    const kt = `${k}.${this.pilih(TAHUN)}`;
    this.pilih([
      () => this.umum(k),
      () => this.organisasi(k),
      () => this.renstra(`${k}.2022`),
      () => this.pohon(`${k}.2022`),
      () => this.tahunan(kt),
      () => this.perjanjian(),
      () => this.mengukur(`${kt}.tw${1 + this.r(4)}`),
      () => this.mengukur(`${kt}.tw${1 + this.r(4)}`),
      () => this.uang(kt),
      () => this.resmi(),
    ])();
  }

  private umum(k: string): void {
    const o = this.oleh();
    const [berdasarkan, terdaftar] = [[], true];
    const skala = { ...skalaKota, nama: `Skala ${this.r(3)}` };
    this.pilih([
      () =>
        this.coba(pemda, '61.71', {
          type: 'UbahNama',
          nama: `Kota ${this.r(3)}`,
          alasan: 'salah ketik',
          ...o,
        }),
      () => this.coba(pemda, '61.71', { type: 'TetapkanSkala', skala, ...o }),
      () => this.coba(opd, k, { type: 'UbahNama', nama: `Dinas ${this.r(3)}`, alasan: 'SOTK baru', ...o }),
      () => this.coba(opd, k, { type: 'TetapkanSkala', tahun: this.pilih(TAHUN), skala, ...o }),
      () => {
        const type = this.pilih(['Buka', 'Tutup'] as const);
        const jangka = { dokumen: 'pengukuran', triwulan: 1, opd: this.pilih([null, 'disnaker']) } as const;
        this.coba(periode, '61.71.2023', { type, ...jangka, alasan: null, terdaftar, ...o });
      },
      () => {
        const isi = { sebutan: `Kepala ${this.r(3)}`, atasan: null };
        const fakta = { terdaftar, atasanDikenal: 'dikenal', unitDikenal: true } as const;
        this.coba(jabatan, `${k}.kepala`, { type: 'Bentuk', ...isi, ...fakta, ...o });
      },
      () => {
        const hari = `2023-0${1 + this.r(9)}-1${this.r(9)}`;
        const masa = { subjek: `orang-${this.r(4)}`, mulai: hari, selesai: hari, keputusan: null };
        const status = this.pilih(['definitif', 'Plt.', 'Plh.'] as const);
        this.coba(jabatan, `${k}.kepala`, { type: 'TetapkanPejabat', ...masa, status, ...o });
      },
      () => {
        const indikator = this.pilih(INDIKATOR);
        const letak = { tingkat: 'nasional', wilayah: null, tahun: this.pilih(TAHUN), sumber: null } as const;
        const isi = { indikator, ...letak, nilai: this.angka(), definisi: iku(indikator), berdasarkan };
        this.coba(pembanding, k, { type: 'Catat', ...isi, ...o });
      },
      () => {
        const mulaiBerlaku = this.pilih(TAHUN);
        this.coba(setIku, k, { ...susunIku, mulaiBerlaku, alasan: `Alasan ${this.r(3)}`, ...o });
      },
      () => {
        const indikator = this.pilih(INDIKATOR);
        this.coba(setIku, k, { ...pilihIku, indikator, definisi: iku(indikator), ...o });
      },
      () => this.coba(setIku, k, { ...tetapkanIku, dikenal: INDIKATOR, ...o }),
    ])();
  }

  private organisasi(k: string): void {
    const o = this.oleh();
    const tahun = 2022 + this.r(4);
    const [tanggal, alasan, versi] = [`${tahun}-01-01`, 'SOTK baru', 1 + this.r(3)];
    const akta = { jenis: 'Perwal', nomor: `${this.r(9)}`, tanggal, pejabat: 'Wali Kota' };
    const unit = this.pilih(['bidang', 'seksi']);
    const peraturan = this.pilih(['perda-1', 'perda-2']);
    const milik = this.pilih([null, k]);
    const dasarHukum = (c: DasarHukumCommand): void =>
      milik === null ? this.coba(pemda, '61.71', c) : this.coba(opd, milik, c);
    this.pilih([
      () => {
        const isi = { mulai: tanggal, dasar: akta, tugasPokok: 'Tugas', fungsi: [], sejarah: null };
        const fakta = { pendahulu: [], kode: 'x', takDikenal: [], salinUnit: this.r(2) === 0 };
        this.coba(opd, k, { type: 'SusunSotk', ...isi, ...fakta, ...o });
      },
      () => {
        const isi = { nama: `Unit ${this.r(3)}`, induk: this.pilih([null, 'bidang']), tugasPokok: null };
        this.coba(opd, k, { type: 'TetapkanUnitSotk', versi, kode: unit, ...isi, fungsi: [], ...o });
      },
      () => this.coba(opd, k, { type: 'HapusUnitSotk', versi, kode: unit, alasan, ...o }),
      () => this.coba(opd, k, { type: 'TetapkanSotk', versi, ...o }),
      () => {
        const isi = { tanggal, pengganti: ['dikbud'], akta, alasan, kode: 'x', takDikenal: [] };
        this.coba(opd, k, { type: 'Bubarkan', ...isi, ...o });
      },
      () => {
        const rincian = [{ kelompok: 'IV', jumlah: this.r(40) }];
        this.coba(opd, k, { type: 'CatatKepegawaian', tanggal, dimensi: 'golongan', rincian, ...o });
      },
      () => {
        const isi = { jenis: 'Perda', nomor: `${this.r(3)}`, tanggal, tentang: 'OPD', mulaiBerlaku: tanggal };
        dasarHukum({ type: 'CatatDasarHukum', kode: peraturan, ...isi, ...o });
      },
      () => {
        const isi = { tanggal: `${tahun}-07-01`, pengganti: null, alasan };
        dasarHukum({ type: 'CabutDasarHukum', kode: peraturan, ...isi, ...o });
      },
      () => this.coba(jabatan, `${k}.kepala`, { type: 'Tutup', tanggal, alasan, ...o }),
      () => {
        const type = this.pilih(['BukaDokumen', 'TutupDokumen'] as const);
        const isi = { dokumen: 'rkt', opd: this.pilih([null, 'disnaker']), sejak: tanggal, alasan } as const;
        this.coba(periode, '61.71.2023', { type, ...isi, terdaftar: true, ...o });
      },
    ])();
  }

  private renstra(id: string): void {
    const o = this.oleh();
    const indikator = this.pilih(INDIKATOR);
    const tahun = this.pilih([null, 2022, 2023, 2024]);
    this.pilih([
      () => {
        const isi = iku(indikator, { nama: `Indikator ${this.r(3)}` });
        this.coba(renstra, id, { type: 'TetapkanIndikator', ...isi, ...o });
      },
      () =>
        this.coba(renstra, id, {
          type: 'HubungkanIndikator',
          indikator,
          tingkat: 'sasaran',
          kode: 'S1',
          ...o,
        }),
      () => this.coba(renstra, id, { type: 'TetapkanTarget', indikator, tahun, target: this.angka(), ...o }),
      () =>
        this.coba(renstra, id, {
          type: 'CatatRealisasiLampau',
          indikator,
          tahun: 2021,
          realisasi: this.angka(),
          ...o,
        }),
      () => this.perubahanRenstra(id, indikator),
    ])();
  }

  private perubahanRenstra(id: string, indikator: string): void {
    const o = this.oleh();
    const alasan = 'acak';
    const mulaiBerlaku = this.pilih([2022, 2023, 2024]);
    const hubungan = { indikator, tingkat: 'sasaran', kode: 'S1' } as const;
    const sasaran = { tujuan: 'T1', kode: this.pilih(['S1', 'S2']), strategi: [] };
    this.pilih([
      () => this.coba(renstra, id, { type: 'Tetapkan', keputusan: null, terukur: [], ...o }),
      () => this.coba(renstra, id, { type: 'MulaiPerubahan', mulaiBerlaku, alasan, terukur: [], ...o }),
      () => this.coba(renstra, id, { type: 'BatalkanPerubahan', alasan, ...o }),
      () => this.coba(renstra, id, { type: 'LepasIndikator', ...hubungan, alasan, ...o }),
      () => this.coba(renstra, id, { type: 'Hapus', unsur: 'indikator', kode: indikator, alasan, ...o }),
      () => this.coba(renstra, id, { type: 'Hapus', unsur: 'sasaran', kode: sasaran.kode, alasan, ...o }),
      () =>
        this.coba(renstra, id, { type: 'TambahSasaran', ...sasaran, uraian: `Sasaran ${this.r(3)}`, ...o }),
      () => this.coba(renstra, id, { type: 'TambahTujuan', kode: 'T1', uraian: `Tujuan ${this.r(3)}`, ...o }),
    ])();
  }

  private pohon(id: string): void {
    const o = this.oleh();
    const simpul = this.pilih(SIMPUL);
    const berdasarkan = [{ stream: `Renstra-${id}`, rev: 0 }];
    this.pilih([
      () => {
        const isi = { kode: simpul, uraian: `Hasil ${this.r(3)}`, faktorKunci: null, opdTerdaftar: true };
        const letak = { tingkat: this.pilih(TINGKAT_HASIL), induk: this.pilih([null, ...SIMPUL]) };
        this.coba(pohonKinerja, id, { type: 'TetapkanSimpul', ...isi, ...letak, berdasarkan, ...o });
      },
      () => this.coba(pohonKinerja, id, { type: 'HapusSimpul', kode: simpul, alasan: 'digabung', ...o }),
      () => {
        const isi = { simpul, indikator: this.pilih(INDIKATOR) };
        const fakta = { indikatorDikenal: true, berdasarkan };
        this.coba(pohonKinerja, id, { type: 'HubungkanIndikator', ...isi, ...fakta, ...o });
        if (this.r(2) === 0) this.coba(pohonKinerja, id, { type: 'LepasIndikator', ...isi, ...o });
      },
      () => {
        const unsur = this.pilih([null, { tingkat: 'sasaran', kode: 'S1' }] as const);
        this.coba(pohonKinerja, id, {
          type: 'TautkanUnsur',
          simpul,
          unsur,
          unsurDikenal: true,
          berdasarkan,
          ...o,
        });
      },
      () => {
        const jabatan = this.pilih([null, '61.71.disnaker.kepala']);
        const isi = { simpul, jabatan, jabatanAda: true, berdasarkan };
        this.coba(pohonKinerja, id, { type: 'TetapkanPenanggungJawab', ...isi, ...o });
      },
      () => {
        const isi = { simpul, opd: 'dikbud', simpulLain: this.pilih([null, 'H1']) };
        const fakta = { opdLainTerdaftar: true, simpulLainDikenal: true, berdasarkan };
        const uraian = `Bagian ${this.r(3)}`;
        this.coba(pohonKinerja, id, { type: 'CatatCrosscutting', ...isi, uraian, ...fakta, ...o });
        if (this.r(2) === 0) this.coba(pohonKinerja, id, { type: 'HapusCrosscutting', ...isi, ...o });
      },
    ])();
  }

  private tahunan(kt: string): void {
    const o = this.oleh();
    const [kode, indikator] = [this.pilih(KODE), this.pilih(INDIKATOR)];
    const jenis = this.pilih(['murni', 'perubahan'] as const);
    const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 0 }];
    const definisi = iku(indikator);
    const target = this.angka();
    this.pilih([
      () => {
        const isi = { kode, nama: `Program ${this.r(3)}`, tingkat: 'program', induk: null } as const;
        this.coba(program, kt, {
          type: 'Tambah',
          ...isi,
          renstraAda: true,
          nomenklatur: null,
          berdasarkan,
          ...o,
        });
      },
      () => {
        const isi = { program: kode, sasaran: 'S1', sasaranDikenal: true, berdasarkan };
        this.coba(program, kt, { type: 'DukungSasaran', ...isi, ...o });
      },
      () => {
        const isi = { kode, indikator, indikatorDikenal: true, berdasarkan };
        this.coba(program, kt, { type: 'HubungkanIndikator', ...isi, ...o });
      },
      () => {
        const isi = { jenis, indikator, target, definisi, dalamPk: false, berdasarkan };
        this.coba(rencanaKinerja, kt, { type: 'CatatTarget', ...isi, ...o });
      },
      () => this.coba(rencanaKinerja, kt, { type: 'Tetapkan', jenis, keputusan: null, ...o }),
      () => {
        const isi = {
          indikator,
          triwulan: this.pilih([1, 2] as const),
          target,
          aksi: this.pilih([null, 'Pelatihan']),
          definisi,
          berdasarkan,
        };
        this.coba(rencanaAksi, kt, { type: 'CatatTarget', ...isi, ...o });
      },
      () => this.coba(rencanaAksi, kt, { type: 'Tetapkan', keputusan: null, ...o }),
      () => this.coba(rencanaAksi, kt, { ...mulaiPerubahan, alasan: `Sebab ${this.r(3)}`, ...o }),
      () => this.coba(rencanaAksi, kt, { ...tandaiAksi, indikator, catatan: `Catatan ${this.r(3)}`, ...o }),
      () => this.coba(rencanaKinerja, kt, { ...usulkanRkt, jenis, target: [{ indikator, target }], ...o }),
      () => this.coba(rencanaKinerja, kt, { ...putuskanUsulan, alasan: `Alasan ${this.r(3)}`, ...o }),
      () => {
        const isi = { sidikBerkas: `${this.r(9)}`.repeat(64), peristiwa: this.r(2_000) };
        this.coba(impor, kt, { type: 'Selesaikan', ...isi, ...o });
      },
    ])();
  }

  private perjanjian(): void {
    const id = '61.71.disnaker.kepala.2023';
    const versi = this.state.get(`PerjanjianKinerja-${id}`)?.state as
      | { versi: { sidik: string }[] }
      | undefined;
    const sidik = versi?.versi.at(-1)?.sidik ?? 'belum ada';
    const naskah = this.pilih([naskahMurni, naskahPerubahan]);
    this.pilih([
      () => this.coba(perjanjianKinerja, id, ajukan(naskah, { tanggal: `2023-01-1${this.r(9)}` })),
      () => this.coba(perjanjianKinerja, id, tandatangani(kadis, sidik)),
      () => this.coba(perjanjianKinerja, id, tandatangani(wali, sidik)),
      () => {
        const isi = { catatan: 'Target terlalu rendah', oleh: wali, cara: 'elektronik' } as const;
        if (this.r(3) === 0) this.coba(perjanjianKinerja, id, { type: 'Kembalikan', ...isi });
      },
      () => {
        const sebab = this.pilih(['pergantian-pejabat', 'perubahan-apbd', 'perubahan-strategi'] as const);
        const isi = { sebab, alasan: `Alasan ${this.r(3)}`, oleh: kadis, cara: 'elektronik' } as const;
        this.coba(
          perjanjianKinerja,
          id,
          this.r(2) === 0
            ? { type: 'CatatKebutuhan', ...isi }
            : { type: 'TutupKebutuhan', ...isi, berdasarkan: [] },
        );
      },
      () => {
        const isi = { alasan: 'Salah pagu', oleh: kadis, cara: 'elektronik' } as const;
        if (this.r(4) === 0) this.coba(perjanjianKinerja, id, { type: 'Batalkan', ...isi });
      },
    ])();
  }

  private mengukur(id: string): void {
    const indikator = this.pilih(INDIKATOR);
    const angka = this.pilih([
      { realisasi: this.angka(), pembilang: null, penyebut: null },
      { realisasi: null, pembilang: `${this.r(20)}`, penyebut: `${1 + this.r(20)}` },
    ]);
    const milik = (oleh: Pejabat) => ({ oleh, cara: 'elektronik' }) as const;
    this.pilih([
      () => this.coba(pengukuran, id, catat(indikator, angka)),
      () => this.coba(pengukuran, id, koreksi(indikator, angka)),
      () =>
        this.coba(pengukuran, id, {
          type: 'Ajukan',
          periodeTerbuka: true,
          berdasarkan: [],
          ...milik(bidang),
        }),
      () => this.coba(pengukuran, id, { type: 'Verifikasi', ...milik(perencana) }),
      () => this.coba(pengukuran, id, { type: 'Setujui', ...milik(kadis) }),
      () => this.coba(pengukuran, id, { type: 'Kembalikan', catatan: 'Sumber data?', ...milik(perencana) }),
    ])();
  }

  private resmi(): void {
    const o = this.oleh();
    const versi = '2023';
    const dasar = { jenis: 'Keputusan', nomor: '1317', tanggal: '2023-06-23', pejabat: 'Menteri' };
    const kode = this.pilih(['2', '2.07', '2.07.03', '2.07.03.2.01']);
    this.pilih<() => void>([
      () => {
        const isi = { nama: `Kepmendagri ${this.r(2)}`, dasar, mulaiBerlaku: '2023-06-23' };
        this.coba(nomenklatur, '00.2023', { type: 'Susun', versi, ...isi, ...o });
      },
      () => {
        const isi = { nama: `Nama ${this.r(2)}`, satuan: null };
        this.coba(nomenklatur, '00.2023', { type: 'CatatKode', versi, kode, ...isi, ...o });
      },
      () => this.coba(nomenklatur, '00.2023', { type: 'Tetapkan', ...o }),
    ])();
  }

  private uang(kt: string): void {
    const o = this.oleh();
    const [kode, berdasarkan] = [this.pilih(KODE), [{ stream: `Program-${kt}`, rev: 0 }]];
    const baris = { triwulan: this.pilih([1, 4] as const), kode, realisasi: `${this.r(9_000_000)}` };
    this.pilih([
      () => {
        const jenis = this.pilih(['murni', 'perubahan'] as const);
        const isi = {
          kode,
          tingkat: 'program',
          nama: null,
          sumberDana: null,
          pagu: `${this.r(9_000_000)}`,
        } as const;
        this.coba(anggaran, kt, {
          type: 'TetapkanPagu',
          jenis,
          ...isi,
          kodeDikenal: true,
          berdasarkan,
          ...o,
        });
      },
      () => {
        const pagu = {
          tingkat: 'program',
          nama: null,
          sumberDana: null,
          pagu: `${this.r(9_000_000)}`,
        } as const;
        const nomor = { nomor: 1 + this.r(4), setelahPerubahan: null };
        this.coba(anggaran, kt, {
          ...{ type: 'GeserPagu', ...nomor, kode, ...pagu, kodeDikenal: true, berdasarkan },
          ...o,
        });
      },
      () => {
        const akta = { jenis: 'DPA', nomor: `900/${this.r(3)}`, tanggal: '2023-01-02', pejabat: 'Sekda' };
        const nomor = { nomor: 1 + this.r(4), setelahPerubahan: null };
        this.coba(anggaran, kt, { type: 'TetapkanDokumen', jenis: 'pergeseran', ...nomor, akta, ...o });
      },
      () =>
        this.coba(realisasiAnggaran, kt, {
          type: 'Catat',
          ...baris,
          paguAda: true,
          periodeTerbuka: true,
          berdasarkan,
          ...o,
        }),
      () =>
        this.coba(realisasiAnggaran, kt, {
          type: 'Koreksi',
          ...baris,
          alasan: 'SP2D terlewat',
          berdasarkan,
          ...o,
        }),
    ])();
  }
}
