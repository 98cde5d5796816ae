import type { Acak } from './acak.js';
import type { Isi } from './kolam.js';
import { alasan, nilaiUntuk, SEBAB, tanggal, teks, teksAtauNull } from './kolam.js';
import { KUNCI_KANTOR } from './organisasi.penarik.js';
import { ujung } from './renstra.penarik.js';

const targetPk = (a: Acak) => {
  const i = a.kadang(['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3'], ['ZZ-9', 'LR-1'], 0.05);
  const luar = a.mungkin(0.1);
  return {
    indikator: luar ? a.kadang(['LR-1', 'LR-1'], ['IKU-1'], 0.1) : i,
    target: luar ? a.kadang(['10', '20'], ['banyak'], 0.05) : nilaiUntuk(a, i),
    ...(a.mungkin(0.15) && {
      melayani: {
        jabatan: a.satu([null, '61.71.disnaker.kepala', '61.71.pemda.kepala-daerah', 'kepala']),
        indikator: a.satu(['IKU-1', 'IKU-2']),
      },
    }),
    ...(luar && {
      luarRenstra: {
        sasaran: a.kadang(['Sasaran', 'Lain'], [' '], 0.05),
        alasan: a.kadang(['Sebab'], [' '], 0.05),
        polaritas: a.kadang(['naik'], ['predikat'] as const, 0.1),
        urutanPredikat: null,
        nama: a.kadang(['Luar'], [' '], 0.03),
        satuan: '%',
      },
    }),
  };
};

export const pk = (a: Acak): Isi<'pk'> => {
  const [milik, nama] = a.satu([
    ['disnaker', 'kepala'],
    ['disnaker', 'kepala'],
    ['disnaker', 'bidang-1'],
    ['disnaker', 'seksi-1'],
    ['pemda', 'kepala-daerah'],
  ] as const);
  const jenis = a.satu(['murni', 'perubahan'] as const);
  const sidik = a.kadang(['1', '1', '2', '2', '3'], ['0'], 0.04);
  const ajukan = () =>
    ({
      type: 'Ajukan',
      jenis,
      sebab: jenis === 'murni' ? null : a.kadang(SEBAB, [null]),
      tanggal: a.mungkin(0.4) ? null : tanggal(a),
      target: a.mungkin(0.02) ? [] : [targetPk(a), ...(a.mungkin(0.2) ? [targetPk(a)] : [])],
      anggaran: a.mungkin(0.6)
        ? []
        : [
            {
              program: a.kadang(['2.07.03'], ['9.99'], 0.05),
              pagu: a.kadang(['100', '0100', '200'], ['-1'], 0.05),
              keterangan: teksAtauNull(a),
            },
          ],
    }) as const;
  const pilihan = [
    ajukan,
    ajukan,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Kembalikan', catatan: alasan(a) }) as const,
    () => ({ type: 'Batalkan', alasan: alasan(a) }) as const,
    () => ({ type: 'CatatKebutuhan', sebab: a.satu(SEBAB), alasan: alasan(a) }) as const,
    () => ({ type: 'TutupKebutuhan', sebab: a.satu(SEBAB), alasan: alasan(a) }) as const,
  ] as const;
  const p = a.satu(pilihan)();
  const pihakSalah = p.type === 'Ajukan' && a.mungkin(0.02) ? ({ pihakSalah: true } as const) : {};
  return {
    dok: 'pk',
    opd: milik,
    jabatan: nama,
    tahun: a.kadang([2023], [2022, 1999], 0.05),
    ...pihakSalah,
    p,
  };
};

export const pohon = (a: Acak): Isi<'pohon'> => {
  const h = (): string => a.satu(['H1', 'H1', 'H2', 'H3']);
  const ukuran = (): string => a.kadang(['IKU-1', 'IKU-1', 'I-P'], ['ZZ-9'], 0.05);
  const lain = {
    opd: a.kadang(['dikbud'], ['pemda', 'hantu', 'disnaker'], 0.15),
    simpulLain: a.kadang([null], ['H1', 'H9'], 0.25),
  };
  const milik = a.satu(['disnaker', 'disnaker', 'disnaker', 'dikbud', 'pemda'] as const);
  const pilihan = [
    () =>
      ({
        type: 'TetapkanSimpul',
        kode: a.kadang(['H1', 'H2', 'H3', 'H4'], ['', 'a b'], 0.03),
        tingkat: a.satu(['final', 'intermediate', 'immediate', 'output'] as const),
        uraian: teks(a),
        induk: a.mungkin(0.35) ? null : a.kadang(['H1', 'H2', 'H3'], ['H9'], 0.05),
        faktorKunci: teksAtauNull(a),
      }) as const,
    () => ({ type: 'HapusSimpul', kode: h(), alasan: alasan(a) }) as const,
    () => ({ type: 'HubungkanIndikator', simpul: h(), indikator: ukuran() }) as const,
    () => ({ type: 'LepasIndikator', simpul: h(), indikator: ukuran() }) as const,
    () =>
      ({
        type: 'TautkanUnsur',
        simpul: h(),
        unsur: a.mungkin(0.2)
          ? null
          : a.mungkin(0.5)
            ? ujung(a)
            : {
                tingkat: a.satu(['program', 'kegiatan'] as const),
                kode: a.satu(['2.07.03', '2.07.03.2.01']),
              },
      }) as const,
    () =>
      ({
        type: 'TetapkanPenanggungJawab',
        simpul: h(),
        jabatan: a.kadang([null, ...KUNCI_KANTOR], ['61.71.disnaker.hantu'], 0.05),
      }) as const,
    () => ({ type: 'CatatCrosscutting', simpul: h(), ...lain, uraian: teks(a) }) as const,
    () => ({ type: 'HapusCrosscutting', simpul: h(), ...lain }) as const,
  ] as const;
  const sama = () => ({ dok: 'pohon', opd: milik, mulai: a.kadang([2022], [1999], 0.02) }) as const;
  return { ...sama(), p: a.mungkin(0.4) ? pilihan[0]() : a.satu(pilihan)() };
};
