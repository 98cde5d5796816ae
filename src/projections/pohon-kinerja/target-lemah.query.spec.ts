import { di, project, rekam } from '../../../test/support/project.js';
import { PERSIAPAN, STREAM } from '../../../test/support/tahun.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { elektronik, iku } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  dialihkan,
  disusun,
  indikatorDitetapkan,
  perubahanDimulai,
  perubahanDitetapkan,
} from '../../planning/renstra/renstra.contoh.js';
import type { RenstraEvent } from '../../planning/renstra/renstra.decider.js';
import { capaianView } from '../capaian/capaian.projection.js';
import type { FaktaOpd } from '../capaian/fakta.js';
import { targetDisusun } from './target-lemah.query.js';

type Bagian = readonly ReturnType<typeof di<DomainEvent>>[];

const target = (
  indikator: string,
  tahun: number,
  nilai: string,
  sebelum: string | null = null,
): RenstraEvent => ({
  type: 'TargetRenstraDitetapkan',
  data: { indikator, tahun, target: nilai, sebelum, ...elektronik },
});
const disusunTahun = (tahun: number, ...tambahan: Bagian) => {
  const opd = project(capaianView, rekam<DomainEvent>(...PERSIAPAN, ...tambahan)).get('opd:61.71/disnaker');
  return targetDisusun({ pemda: null, opd: opd as FaktaOpd, tahun: [], triwulan: [] }, tahun).map((t) => [
    t.indikator,
    t.target,
    t.dokumen,
    t.rancangan,
  ]);
};

describe('target yang masih disusun', () => {
  const perubahan = di(STREAM.renstra, perubahanDimulai, target('IKU-1', 2024, '0'));
  it('memuat target Perubahan Renstra yang belum ditetapkan, mulai tahun berlakunya', () => {
    expect(disusunTahun(2024, perubahan)).toEqual([['IKU-1', '0', 'renstra', true]]);
    expect(disusunTahun(2023, perubahan)).toEqual([]);
  });
  it('tidak memuat yang sudah ditetapkan, yang sama dengan yang berlaku, dan yang milik OPD lain', () => {
    expect(disusunTahun(2024, perubahan, di(STREAM.renstra, perubahanDitetapkan))).toEqual([]);
    expect(disusunTahun(2024, di(STREAM.renstra, target('IKU-1', 2024, '0'), perubahanDimulai))).toEqual([]);
    expect(disusunTahun(2024, perubahan, di(STREAM.renstra, dialihkan))).toEqual([]);
  });
  it('memuat target Renstra berikutnya yang baru disusun, dengan definisinya sendiri', () => {
    const baru = { ...disusun, data: { ...disusun.data, mulai: 2023, selesai: 2027 } } as RenstraEvent;
    const isi = [baru, indikatorDitetapkan(iku('IKU-9')), target('IKU-9', 2024, '1')];
    expect(disusunTahun(2024, di('Renstra-61.71.disnaker.2023', ...isi))).toEqual([
      ['IKU-9', '1', 'renstra', true],
    ]);
  });
});
