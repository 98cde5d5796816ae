import { Args, Int } from '@nestjs/graphql';
import { SkalarWaktu } from '../infra/graphql/skalar.js';

/** The arguments that many queries share, each described once. */
export const ArgumenPemda = () =>
  Args('pemda', { type: () => String, description: 'Kode pemda, misalnya 61.71.' });

export const ArgumenOpd = () =>
  Args('opd', { type: () => String, description: 'Kode OPD, misalnya disnaker.' });

export const ArgumenTahun = () => Args('tahun', { type: () => Int, description: 'Tahun anggaran.' });

export const ArgumenTriwulan = () =>
  Args('triwulan', {
    type: () => Int,
    defaultValue: 4,
    description: 'Dihitung sampai triwulan ini, 1 sampai 4.',
  });

export const ArgumenFirst = () =>
  Args('first', {
    type: () => Int,
    defaultValue: 20,
    description: 'Banyaknya isi satu halaman, 1 sampai 100.',
  });

export const ArgumenAfter = () =>
  Args('after', { type: () => String, nullable: true, description: 'Penanda dari halaman sebelumnya.' });

export const ArgumenPada = () =>
  Args('pada', {
    type: () => SkalarWaktu,
    nullable: true,
    description: 'Jawab menurut log pada saat itu; tanpa isian, menurut log sekarang.',
  });

export const ArgumenSetelahPosisi = () =>
  Args('setelahPosisi', {
    type: () => String,
    nullable: true,
    description:
      'Tunggu sampai perubahan pada posisi ini termuat, paling lama 5 detik; sesudah itu BELUM_TERLIHAT.',
  });
