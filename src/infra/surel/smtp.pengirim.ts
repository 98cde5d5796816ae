import { Readable } from 'node:stream';
import { sambunganSmtp } from '../konfigurasi/surel.js';

export type Surat = {
  readonly kepada: { readonly nama: string; readonly surel: string };
  readonly perihal: string;
  readonly teks: string;
  /** Named by the mail, so that a server or reader that gets it twice can tell. */
  readonly id: string;
};

/** sementara: not accepted, may be tried again. tetap: never will be. tidak-pasti: the answer to its text never came. */
export class GagalKirim extends Error {
  override readonly name = 'GagalKirim';
  constructor(
    readonly jenis: 'sementara' | 'tetap' | 'tidak-pasti',
    pesan: string,
  ) {
    super(pesan);
  }
}

/** Hands a mail to the mail server. Throws GagalKirim. */
export abstract class PengirimSurel {
  abstract kirim(surat: Surat): Promise<void>;
}

type Galat = Error & { readonly code?: string; readonly responseCode?: number };
const TENGGAT = { sambung: 10_000, salam: 10_000, diam: 30_000 }; // ms

/** No address and no text of the server's: some repeat whom the mail was for. */
const sebab = ({ code = '', responseCode }: Galat): string =>
  [code, responseCode].filter((s) => s !== undefined && s !== '').join(' ') || 'tidak dikenal';

const gagal = (e: Galat, isiTerkirim: boolean): GagalKirim => {
  if (e.responseCode !== undefined && e.responseCode >= 500) return new GagalKirim('tetap', sebab(e));
  // Before its text went out, or with an answer that says no, the server has not taken it.
  return isiTerkirim && e.responseCode === undefined
    ? new GagalKirim('tidak-pasti', sebab(e))
    : new GagalKirim('sementara', sebab(e));
};

/** A connection for each mail: there are few, and the one that fails takes no other with it. */
export class SmtpPengirim extends PengirimSurel {
  constructor(
    private readonly url: string,
    private readonly dari: string,
    private readonly tenggat = TENGGAT,
  ) {
    super();
  }

  override async kirim({ kepada, perihal, teks, id }: Surat): Promise<void> {
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
    const surat = new MailComposer({
      from: this.dari,
      to: { name: kepada.nama, address: kepada.surel },
      subject: perihal,
      text: teks,
      messageId: `<${id}@amanah>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await this.serahkan(kepada.surel, await surat.compile().build());
  }

  private async serahkan(kepada: string, isi: Buffer): Promise<void> {
    const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
    const { masuk, ...tempat } = sambunganSmtp(this.url);
    const { sambung, salam, diam } = this.tenggat;
    const tenggat = { connectionTimeout: sambung, greetingTimeout: salam, socketTimeout: diam };
    const s = new SMTPConnection({ ...tempat, ...tenggat, socketCloseTimeout: 0 });
    let terkirim = false;
    // Read only after the server has said that it takes the text.
    const teks = Readable.from(
      (function* () {
        terkirim = true;
        yield isi;
      })(),
      { objectMode: false, highWaterMark: 0 },
    );
    const langkah = (kerja: (selesai: (e?: Error | null) => void) => void): Promise<void> =>
      new Promise((lanjut, tolak) => {
        s.once('error', tolak);
        kerja((e) => (e ? tolak(e) : lanjut()));
      });
    try {
      await langkah((selesai) => s.connect(selesai));
      if (masuk !== null) await langkah((selesai) => s.login({ credentials: masuk }, selesai));
      await langkah((selesai) => s.send({ from: this.dari, to: [kepada] }, teks, selesai));
      s.quit();
    } catch (e) {
      s.close();
      throw gagal(e as Galat, terkirim);
    }
  }
}
