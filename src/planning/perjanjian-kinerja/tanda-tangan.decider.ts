import { tolak } from '../../kernel/penolakan.js';
import { alasan } from '../../kernel/teks.js';
import {
  berjalan,
  hidup,
  type Penandatangan,
  type Pk,
  type PkCommand,
  type PkEvent,
  pihakDari,
  pkBerlaku,
  type VersiPk,
} from './perjanjian-kinerja.decider.js';

type Perintah<T extends PkCommand['type']> = Extract<PkCommand, { type: T }>;

/** One person holds the signer's office since the text was proposed, is the one who signs, and has not signed for the other party. */
const wajibPemegang = (c: Perintah<'Tandatangani'>, v: VersiPk, pihak: 1 | 2): void => {
  const { oleh, pemegangKini } = c;
  if (pemegangKini === null) tolak('JABATAN_TANPA_PEJABAT', { jabatan: oleh.jabatan });
  if (oleh.subjek !== pemegangKini) tolak('TIDAK_BERWENANG', { jabatan: oleh.jabatan });
  // Before PEJABAT_BERGANTI: who holds both offices by now is told so, and not that somebody came after him.
  if (v.penandatangan.some((p) => p.oleh.subjek === oleh.subjek)) tolak('ORANG_SAMA');
  const saatDiajukan = pihak === 1 ? v.pemegang.pertama : v.pemegang.kedua;
  if (saatDiajukan !== pemegangKini) tolak('PEJABAT_BERGANTI', { jabatan: oleh.jabatan });
};

/**
 * Both signatures stand in one file, or neither does. The second is put into the very bytes that carry the first, the first
 * into a file of this text: one that was proposed again has another idPeriksa, even where it says the same.
 */
const wajibBerkas = ({ bukti }: Perintah<'Tandatangani'>, v: VersiPk): void => {
  const sebelum = v.penandatangan.at(-1);
  if (bukti === undefined) {
    if (sebelum?.bukti !== undefined) tolak('TTE_BERKAS_WAJIB');
    return;
  }
  if (sebelum !== undefined && sebelum.bukti === undefined) tolak('TTE_TANPA_BERKAS');
  if (bukti.idPeriksa !== v.idPeriksa) tolak('KONFLIK_REVISI', { sebab: 'naskah', sidik: v.sidik });
  const dasar = sebelum?.bukti?.berkasHasil;
  if (dasar !== undefined && dasar !== bukti.berkasDilihat)
    tolak('KONFLIK_REVISI', { sebab: 'berkas', berkas: dasar });
};

/** What follows from the last signature: this version holds, and the one before it no longer does. */
export const berlakukan = (pk: Pk, { naskah: { versi }, sidik }: VersiPk): PkEvent[] => {
  const lama = pkBerlaku(pk);
  return [
    { type: 'PerjanjianKinerjaBerlaku', data: { versi, sidik } },
    ...(lama === null
      ? []
      : [{ type: 'PerjanjianKinerjaDigantikan' as const, data: { versi: lama.versi, olehVersi: versi } }]),
  ];
};

/** Signed by this party; with the last party's signature the version comes into force and takes the place of the one before. */
const denganTandaTangan = (
  pk: Pk,
  v: VersiPk,
  satu: Penandatangan,
  berdasarkan: Perintah<'Tandatangani'>['berdasarkan'],
): PkEvent[] => {
  const { naskah, sidik } = v;
  const { versi } = naskah;
  const data = { versi, sidik, ...satu, berdasarkan };
  const signed: PkEvent = { type: 'PerjanjianKinerjaDitandatangani', data };
  return satu.pihak === 1 && naskah.pihakKedua !== null ? [signed] : [signed, ...berlakukan(pk, v)];
};

export const tandatangani = (c: Perintah<'Tandatangani'>, pk: Pk): PkEvent[] => {
  const { oleh, cara, sidik, berdasarkan } = c;
  const terbaca = pk.versi.findLast((v) => v.sidik === sidik && hidup(v));
  if (terbaca?.penandatangan.some((p) => p.oleh.jabatan === oleh.jabatan)) return []; // signed already
  const v = berjalan(pk);
  const pihak = pihakDari(oleh, v.naskah);
  if (sidik !== v.sidik) return tolak('PK_NASKAH_BERBEDA', { sidik: v.sidik }); // sign only the text that was read
  if (pihak === 2 && v.penandatangan.length === 0) return tolak('PK_MENUNGGU_PIHAK_PERTAMA');
  if (cara === 'elektronik') {
    wajibPemegang(c, v, pihak);
    wajibBerkas(c, v);
  }
  if (c.bukti === undefined) return denganTandaTangan(pk, v, { pihak, oleh, cara }, berdasarkan);
  const { idPeriksa: _, ...bukti } = c.bukti;
  return denganTandaTangan(pk, v, { pihak, oleh, cara, bukti }, berdasarkan);
};

/** Of a text that is no longer the one that waits there is nothing to find out: its signature could not be taken any more. */
export const catatBelumPasti = (c: Perintah<'CatatBelumPasti'>, pk: Pk): PkEvent[] => {
  const v = pk.versi.at(-1);
  if (v?.status !== 'diajukan' || v.sidik !== c.sidik || v.idPeriksa !== c.idPeriksa) return [];
  const { oleh, cara, idPermintaan, penyedia, berkasDilihat, sidik } = c;
  const pihak = pihakDari(oleh, v.naskah);
  if (v.penandatangan.some((p) => p.pihak === pihak)) return [];
  const data = { versi: v.naskah.versi, pihak, sidik, idPermintaan, penyedia, berkasDilihat, oleh, cara };
  return [{ type: 'HasilTandaTanganBelumPasti', data }];
};

/** An operator found out at the provider. What was found is taken as the signature of the official who had asked for it. */
export const pastikanHasil = (c: Perintah<'PastikanHasil'>, pk: Pk): PkEvent[] => {
  const { oleh, cara, idPermintaan, bukti } = c;
  const v = berjalan(pk);
  const b = v.belumPasti.find((p) => p.idPermintaan === idPermintaan) ?? tolak('TTE_PASTI', { idPermintaan });
  const hasil = bukti === null ? 'tidak-ditandatangani' : 'ditemukan';
  const { versi } = v.naskah;
  const data = { versi, pihak: b.pihak, idPermintaan, hasil, alasan: alasan(c.alasan), oleh, cara } as const;
  const dipastikan: PkEvent = { type: 'HasilTandaTanganDipastikan', data };
  if (bukti === null) return [dipastikan];
  if (bukti.berkasDilihat !== b.berkasDilihat)
    tolak('KONFLIK_REVISI', { sebab: 'berkas', berkas: b.berkasDilihat });
  const satu: Penandatangan = { pihak: b.pihak, oleh: b.oleh, cara: 'elektronik', bukti };
  return [dipastikan, ...denganTandaTangan(pk, v, satu, [])];
};
