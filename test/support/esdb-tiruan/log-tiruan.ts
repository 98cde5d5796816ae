/** One event as the stand-in keeps it. Positions are bytes of an imagined file: they grow, share one line, and have gaps. */
export type Tersimpan = {
  readonly stream: string;
  readonly rev: bigint;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly posisi: bigint; // commit and prepare position; the gRPC line of the server gives the same number for both
  readonly pada: Date;
};

export type Usulan = Pick<Tersimpan, 'id' | 'type' | 'json' | 'data' | 'metadata'>;
export type Harapan = bigint | 'any' | 'no_stream' | 'stream_exists';

/** What an append came to. `ulang`: these very events already stood there, and this is the old answer. */
export type HasilTambah =
  | { readonly hasil: 'tersimpan' | 'ulang'; readonly rev: bigint; readonly posisi: bigint | null }
  | { readonly hasil: 'versi-salah'; readonly kini: bigint | null };

const KOSONG = -1n;
const TANPA_ISI = new Uint8Array();
/** What a record weighs besides its payload. Any number would do that is no event's length. */
const KEPALA_REKAMAN = 137n;

export const sistem = (stream: string): boolean => stream.startsWith('$');

/** A LOG IN MEMORY, FOR TESTS: it is not durable and not EventStoreDB; it follows that server's rules for one append at a time. */
export class LogTiruan {
  private readonly semua: Tersimpan[] = [];
  private readonly perStream = new Map<string, Tersimpan[]>();
  private readonly perId = new Map<string, Tersimpan>();
  private readonly penunggu = new Set<() => void>();
  private ujung = 4_096n;

  constructor() {
    this.sistem('$$$scavenges', '$metadata');
    this.sistem('$epoch-information', '$epoch-information');
  }

  get panjang(): number {
    return this.semua.length;
  }

  ke(indeks: number): Tersimpan | undefined {
    return this.semua[indeks];
  }

  isi(): readonly Tersimpan[] {
    return this.semua;
  }

  stream(nama: string): readonly Tersimpan[] | undefined {
    return this.perStream.get(nama);
  }

  /** Index of the first event at or after a position; null when a record does not begin there, which the server refuses. */
  indeks(posisi: bigint): number | null {
    let bawah = 0;
    let atas = this.semua.length;
    while (bawah < atas) {
      const tengah = (bawah + atas) >> 1;
      if ((this.semua[tengah]?.posisi ?? 0n) < posisi) bawah = tengah + 1;
      else atas = tengah;
    }
    if (posisi === 0n || posisi === this.ujung) return bawah;
    return this.semua[bawah]?.posisi === posisi ? bawah : null;
  }

  /** An event of the server's own, as elections and scavenges leave them between those of the application. */
  sistem(stream: string, type: string): void {
    const id = `5d5d5d5d-0000-4000-8000-${String(this.semua.length).padStart(12, '0')}`;
    this.simpan(stream, [
      { id, type, json: true, data: new TextEncoder().encode('{}'), metadata: TANPA_ISI },
    ]);
  }

  /**
   * Source of the order of the checks: EventStoreDB's IndexWriter.CheckCommit. Half of an earlier append is
   * no repetition but a wrong version (its "corrupted idempotency").
   */
  tambah(stream: string, harapan: Harapan, usulan: readonly Usulan[]): HasilTambah {
    const kini = this.kini(stream);
    if (harapan === 'stream_exists' && kini === KOSONG) return { hasil: 'versi-salah', kini: null };
    const salah = { hasil: 'versi-salah', kini: kini === KOSONG ? null : kini } as const;
    if (harapan === 'any' || harapan === 'stream_exists')
      return this.ulangBebas(stream, usulan, salah) ?? this.simpan(stream, usulan);
    const versi = harapan === 'no_stream' ? KOSONG : harapan;
    if (versi > kini) return salah;
    if (versi === kini) return this.simpan(stream, usulan);
    return this.ulang(stream, versi, usulan) ?? salah;
  }

  /** Resolves at the next commit, or when `batal` fires. */
  tunggu(batal: AbortSignal): Promise<void> {
    return new Promise((selesai) => {
      const bangun = (): void => {
        this.penunggu.delete(bangun);
        batal.removeEventListener('abort', bangun);
        selesai();
      };
      if (batal.aborted) return selesai();
      this.penunggu.add(bangun);
      batal.addEventListener('abort', bangun);
    });
  }

  private kini(stream: string): bigint {
    return this.perStream.get(stream)?.at(-1)?.rev ?? KOSONG;
  }

  private ulang(stream: string, versi: bigint, usulan: readonly Usulan[]): HasilTambah | null {
    const lama =
      this.perStream.get(stream)?.slice(Number(versi) + 1, Number(versi) + 1 + usulan.length) ?? [];
    const sama = lama.length === usulan.length && lama.every((e, i) => e.id === usulan[i]?.id);
    const akhir = lama.at(-1);
    return sama && akhir !== undefined ? { hasil: 'ulang', rev: akhir.rev, posisi: akhir.posisi } : null;
  }

  private ulangBebas(stream: string, usulan: readonly Usulan[], salah: HasilTambah): HasilTambah | null {
    const lama = usulan.map((u) => this.perId.get(u.id)).filter((e) => e?.stream === stream);
    const [pertama] = usulan;
    if (pertama === undefined || this.perId.get(pertama.id)?.stream !== stream) return null;
    const akhir = lama.at(-1);
    if (lama.length < usulan.length || akhir === undefined) return salah;
    return { hasil: 'ulang', rev: akhir.rev, posisi: akhir.posisi };
  }

  private simpan(stream: string, usulan: readonly Usulan[]): HasilTambah {
    const deret = this.perStream.get(stream) ?? [];
    if (usulan.length > 0) this.perStream.set(stream, deret);
    const pada = new Date();
    for (const u of usulan) {
      const e: Tersimpan = { ...u, stream, rev: BigInt(deret.length), posisi: this.ujung, pada };
      this.ujung += KEPALA_REKAMAN + BigInt(u.data.length + u.metadata.length + 2 * u.type.length);
      this.semua.push(e);
      deret.push(e);
      this.perId.set(u.id, e);
    }
    for (const bangun of [...this.penunggu]) bangun();
    const akhir = deret.at(-1);
    return { hasil: 'tersimpan', rev: akhir?.rev ?? KOSONG, posisi: akhir?.posisi ?? null };
  }
}
