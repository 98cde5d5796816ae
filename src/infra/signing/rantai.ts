import type { X509Certificate } from 'node:crypto';

const PANJANG = 4; // certificates above a signer's own
const terbitan = (c: X509Certificate, oleh: X509Certificate): boolean =>
  oleh.ca && c.checkIssued(oleh) && c.verify(oleh.publicKey);
const sama = (a: X509Certificate, b: X509Certificate): boolean => a.raw.equals(b.raw);

/** From a certificate up to a root that is trusted, root included; undefined when none leads there. */
export const jalurKeAkar = (
  sertifikat: X509Certificate,
  perantara: readonly X509Certificate[],
  akar: readonly X509Certificate[],
): X509Certificate[] | undefined => {
  const jalur: X509Certificate[] = [];
  for (let c = sertifikat; jalur.length <= PANJANG; ) {
    const di = c;
    const atas = akar.find((a) => terbitan(di, a));
    if (atas !== undefined) return [...jalur, atas];
    const tengah = perantara.find((p) => !jalur.includes(p) && !sama(p, di) && terbitan(di, p));
    if (tengah === undefined) return undefined;
    jalur.push(tengah);
    c = tengah;
  }
  return undefined;
};

/** What stands beside the signer's certificate and does not belong to its path. */
export const adaYangAsing = (
  perantara: readonly X509Certificate[],
  jalur: readonly X509Certificate[],
): boolean => perantara.some((p) => !jalur.some((j) => sama(p, j)));

export const masaBerlaku = (c: X509Certificate, pada: Date): 'berlaku' | 'belum' | 'kedaluwarsa' => {
  if (pada < c.validFromDate) return 'belum';
  return pada > c.validToDate ? 'kedaluwarsa' : 'berlaku';
};
