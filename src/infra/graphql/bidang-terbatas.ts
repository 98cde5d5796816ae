import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { BIDANG } from '../../approval/bidang.js';
import { type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { tolak } from '../../kernel/penolakan.js';
import type { PencatatAkses } from '../identity/pencatat-akses.js';
import type { KonteksGraphql } from './konteks.js';

type Bidang = GraphQLField<unknown, KonteksGraphql>;

const bidangDari = (skema: GraphQLSchema, letak: string): Bidang => {
  const [tipe = '', nama = ''] = letak.split('.');
  const objek = skema.getType(tipe);
  const bidang = isObjectType(objek) ? objek.getFields()[nama] : undefined;
  if (bidang === undefined) throw new Error(`bidang ${letak} tidak ada di skema`);
  return bidang;
};

/** Nest runs no guard on fields of objects, so the rule stands around the field's own resolver. */
const batasi = (bidang: Bidang, tindakan: Tindakan, akses: PencatatAkses): void => {
  const { resolve = defaultFieldResolver } = bidang;
  bidang.resolve = async (induk, argumen, konteks, info) => {
    const pelaku = konteks.pelaku ?? tolak('TANPA_TOKEN');
    try {
      wajibBoleh(pelaku, tindakan, pelaku.pemda, null);
    } catch (e) {
      await akses.ditolak(e, konteks.alamat);
      throw e;
    }
    return resolve(induk, argumen, konteks, info);
  };
};

/** Puts the rules of bidang.ts around the fields that they name. */
export const batasiBidang = (skema: GraphQLSchema, akses: PencatatAkses): GraphQLSchema => {
  for (const [letak, aturan] of Object.entries(BIDANG)) {
    const bidang = bidangDari(skema, letak);
    if (aturan !== 'ikut-induk') batasi(bidang, aturan, akses);
  }
  return skema;
};
