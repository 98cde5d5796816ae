import type { DataOrang } from '../../approval/direktori-orang.js';
import { tolak } from '../../kernel/penolakan.js';
import { label, labelAtauNull } from '../../kernel/teks.js';

const BATAS_NAMA = 150;
const BATAS_PANGKAT = 100;
const BATAS_SUREL = 254; // RFC 5321, 4.5.3.1.3
const NIP = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/;
const BULAN_PPPK = '21'; // stands where a PNS has the month of appointment (confirm)
const USIA_PENGANGKATAN = 18;
const NIK = /^(\d{2})\d{4}(\d{2})(\d{2})\d{2}(\d{4})$/;
const HARI_PEREMPUAN = 40; // added to the day of birth in a woman's NIK
const SUREL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

const ada = (tahun: string, bulan: string, hari: string): boolean => {
  const teks = `${tahun}-${bulan}-${hari}`;
  const waktu = Date.parse(`${teks}T00:00:00Z`);
  return !Number.isNaN(waktu) && new Date(waktu).toISOString().startsWith(teks);
};

// No refusal below names the value: it would be personal data in an answer and in a log.
/** 18 digits, also as they are printed in groups; refuses NIP_TIDAK_SAH. `hariIni`: 'YYYY-MM-DD'. */
export const nipSah = (nilai: string, hariIni: string): string => {
  const nip = nilai.replaceAll(/[\s.-]/g, '');
  const [cocok, tahun = '', bulan = '', hari = '', angkat = '', bulanAngkat = '', , urut] =
    NIP.exec(nip) ?? [];
  if (cocok === undefined) return tolak('NIP_TIDAK_SAH', { sebab: 'harus 18 angka' });
  if (!ada(tahun, bulan, hari) || `${tahun}-${bulan}-${hari}` > hariIni || urut === '000')
    return tolak('NIP_TIDAK_SAH', { sebab: 'tanggal lahir atau nomor urutnya tidak mungkin' });
  const bulanSah = bulanAngkat === BULAN_PPPK ? '12' : bulanAngkat;
  if (!ada(angkat, bulanSah, '01') || angkat > hariIni.slice(0, 4))
    return tolak('NIP_TIDAK_SAH', { sebab: 'bulan pengangkatannya tidak mungkin' });
  if (`${angkat}${bulanSah}` < `${Number(tahun) + USIA_PENGANGKATAN}${bulan}`)
    return tolak('NIP_TIDAK_SAH', { sebab: `diangkat sebelum berusia ${USIA_PENGANGKATAN} tahun` });
  return nip;
};

/** 16 digits with a day of birth; refuses NIK_TIDAK_SAH. */
export const nikSah = (nilai: string): string => {
  const nik = nilai.replaceAll(/[\s.-]/g, '');
  const [cocok, wilayah = '', hari = '', bulan = '', urut = ''] = NIK.exec(nik) ?? [];
  const tanggal = Number(hari) > HARI_PEREMPUAN ? Number(hari) - HARI_PEREMPUAN : Number(hari);
  const sah =
    cocok !== undefined &&
    Number(wilayah) >= 11 &&
    urut !== '0000' &&
    ada('2000', bulan, String(tanggal).padStart(2, '0')); // a leap year: two digits do not tell the century
  return sah ? nik : tolak('NIK_TIDAK_SAH');
};

/** In lower case; refuses SUREL_TIDAK_SAH. */
export const surelSah = (nilai: string): string => {
  const surel = nilai.trim().toLowerCase();
  return surel.length <= BATAS_SUREL && SUREL.test(surel) ? surel : tolak('SUREL_TIDAK_SAH');
};

const namaSah = (nilai: string): string => {
  const nama = label(nilai, BATAS_NAMA).replaceAll(/\s+/g, ' ');
  return /\p{L}/u.test(nama) ? nama : tolak('TEKS_TIDAK_SAH', { jalur: 'nama' });
};

const atauNull = (nilai: string | null, sah: (nilai: string) => string): string | null =>
  nilai === null ? null : sah(nilai);

/** A person's data as they may be kept. Refuses NIP_TIDAK_SAH, NIK_TIDAK_SAH, SUREL_TIDAK_SAH, and texts as `label` does. */
export const dataOrangSah = (d: DataOrang, hariIni: string): DataOrang => ({
  nama: namaSah(d.nama),
  nip: atauNull(d.nip, (nip) => nipSah(nip, hariIni)),
  nik: atauNull(d.nik, nikSah),
  pangkat: labelAtauNull(d.pangkat, BATAS_PANGKAT),
  surel: atauNull(d.surel, surelSah),
});

const TERLIHAT = 4;

/** All but the last four digits hidden: a NIP begins with the day of birth. */
export const nipTersamar = (nip: string): string =>
  `${'•'.repeat(nip.length - TERLIHAT)}${nip.slice(-TERLIHAT)}`;
