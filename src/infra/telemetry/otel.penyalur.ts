import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';

type Ekspor = Parameters<OTLPTraceExporter['export']>;

const sebab = (galat: Error): string => {
  const { code } = galat as { code?: unknown };
  return code === undefined ? galat.message : String(code); // of an HTTP answer its status; its text may say anything
};

/** Sends traces; what is not taken is dropped. Says so once, and again only after something was taken. */
export class Penyalur extends OTLPTraceExporter {
  private putus = false;

  constructor(
    url: string,
    private readonly lapor: (pesan: string) => void,
  ) {
    super({ url });
  }

  override export(rentang: Ekspor[0], selesai: Ekspor[1]): void {
    super.export(rentang, (hasil) => {
      const { error } = hasil; // every failure has one
      if (error !== undefined && !this.putus)
        this.lapor(`jejak OpenTelemetry tidak terkirim dan dibuang: ${sebab(error)}`);
      this.putus = error !== undefined;
      selesai(hasil);
    });
  }
}
