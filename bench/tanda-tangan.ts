import { generateKeyPairSync, type KeyObject, randomBytes, scryptSync } from 'node:crypto';
import { TypstPencetak } from '../src/infra/documents/pk/typst.pencetak.js';
import { buatCms } from '../src/infra/signing/cms.js';
import { bubuhkan, type IsianTandaTangan, siapkanTandaTangan } from '../src/infra/signing/pades.js';
import { BerkasPdf, bulat } from '../src/infra/signing/pdf.baca.js';
import { periksaPdf } from '../src/infra/signing/periksa.js';
import { terbitkanSertifikat } from '../src/infra/signing/sertifikat.js';
import { cetakanPanjang } from '../src/planning/perjanjian-kinerja/cetakan.contoh.js';
import { type Hasil, selangSeling, simpulkan, TOLOK } from './tolok.js';

const [RONDE, SERONDE] = [5, 20];
const [HALAMAN, TARGET] = [10, 145]; // what that many targets and their budget take when printed

type Pihak = { readonly der: Buffer; readonly akar: Buffer; readonly privat: KeyObject };
const pihak = (): Pihak => {
  const [a, b] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (a === undefined || b === undefined) throw new Error('no keys');
  const masa = { dari: new Date('2026-01-01'), sampai: new Date('2036-01-01') };
  const penerbit = { perihal: { nama: 'Akar' }, kunci: a.publicKey, privat: a.privateKey };
  const dasar = { ...masa, penerbit };
  const akar = terbitkanSertifikat({
    ...dasar,
    perihal: { nama: 'Akar' },
    kunci: a.publicKey,
    jenis: 'akar',
  });
  const perihal = { nama: 'Pejabat', subjek: 'S-1', sebutan: 'Kepala Dinas' };
  const der = terbitkanSertifikat({ ...dasar, perihal, kunci: b.publicKey, jenis: 'pejabat' });
  return { der, akar, privat: b.privateKey };
};

/** CPU, not time: other work on the machine does not count, and a disk is not in it. */
const prosesor = async (kerja: () => unknown): Promise<number> => {
  const mulai = process.cpuUsage();
  await kerja();
  const { user, system } = process.cpuUsage(mulai);
  return (user + system) / 1_000;
};

const menandatangani = (p: Pihak, asli: Buffer) => async (): Promise<void> => {
  const pada = new Date('2026-06-01T00:00:00Z');
  const isian: IsianTandaTangan = {
    ...{
      medan: 'PihakPertama',
      nama: 'Pejabat',
      sebutan: 'Kepala Dinas',
      tempat: 'Pontianak',
      pada,
      zona: 'WIB',
    },
    ...{ alasan: 'Perjanjian Kinerja', keterangan: 'Penyedia: Amanah - tidak tersertifikasi' },
  };
  const siap = siapkanTandaTangan(asli, isian);
  const cms = await buatCms({ sidik: siap.sidik, sertifikat: p.der, rantai: [p.akar], kunci: p.privat });
  const { sah } = periksaPdf({ pdf: bubuhkan(siap, cms), akar: [p.akar], kini: pada });
  if (!sah) throw new Error('the signature that was just made is not valid');
};

const kuantil = (ms: readonly number[], q: number): number =>
  ms.toSorted((a, b) => a - b)[Math.min(ms.length - 1, Math.floor(ms.length * q))] ?? Number.NaN;

/** Signing a PK of ten pages and our own verification of the result, beside what the passphrase's scrypt takes. */
export const ukurTandaTangan = async (): Promise<Hasil> => {
  const p = pihak();
  const naskah = Buffer.from(await new TypstPencetak().cetak(cetakanPanjang(TARGET)));
  const pdf = new BerkasPdf(naskah);
  const halaman = bulat(pdf.kamus(pdf.kamus(pdf.trailer.get('Root')).get('Pages')).get('Count'));
  if (halaman !== HALAMAN) throw new Error(`the PK has ${halaman} pages, not ${HALAMAN}`);
  const kerja = menandatangani(p, naskah);
  await kerja();
  const semua: number[] = [];
  const kami = async (): Promise<number> => {
    const ronde: number[] = [];
    for (let i = 0; i < SERONDE; i++) ronde.push(await prosesor(kerja));
    semua.push(...ronde);
    return kuantil(ronde, 0.5);
  };
  const frasa = (): unknown =>
    scryptSync('frasa sandi untuk diukur', randomBytes(16), 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
  const ronde = await selangSeling(RONDE, kami, () => prosesor(frasa));
  const [p50, p95] = [kuantil(semua, 0.5), kuantil(semua, 0.95)];
  const angka = (n: number): string => n.toFixed(1).replace('.', ',');
  return simpulkan(TOLOK['tanda-tangan'], ronde, `prosesor p50 ${angka(p50)} ms, p95 ${angka(p95)} ms`, p95);
};
