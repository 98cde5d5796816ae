import { resolve } from 'node:path';
import { bacaKonfigurasi, KonfigurasiSalah } from './konfigurasi.js';

const INDUK = Buffer.alloc(32, 7).toString('base64');

describe('konfigurasi', () => {
  it('tanpa variabel apa pun memakai bawaan', () =>
    expect(bacaKonfigurasi({})).toEqual({
      data: resolve('data'),
      port: 3000,
      alamat: '127.0.0.1',
      log: 'info',
      jedaHenti: 0,
      identitas: { scryptN: 131_072, proksi: [] },
      tte: { penyedia: 'tertanam', tanpaBukti: true },
    }));

  it('di kluster memberi penyeimbang beban waktu untuk mendengar bahwa ia berhenti', () => {
    const kluster = { EVENT_STORE_URL: 'esdb://a:2113?tls=false' };
    expect(bacaKonfigurasi(kluster).jedaHenti).toBeGreaterThan(0);
    expect(bacaKonfigurasi({ ...kluster, AMANAH_JEDA_HENTI: '0' }).jedaHenti).toBe(0);
  });

  it('membaca yang diberikan', () =>
    expect(
      bacaKonfigurasi({
        AMANAH_DATA: '/x',
        PORT: '8080',
        AMANAH_ALAMAT: '::1',
        AMANAH_LOG: 'warn',
        DATABASE_URL: 'postgres://a:b@c/d',
        AMANAH_JEDA_HENTI: '5000',
        AMANAH_ASAL: 'https://amanah.kota.go.id',
        AMANAH_PROKSI: '10.0.0.1, 192.168.0.0/24',
        AMANAH_KUNCI_INDUK: INDUK,
        AMANAH_SCRYPT_N: '262144',
      }),
    ).toEqual({
      data: '/x',
      port: 8080,
      alamat: '::1',
      log: 'warn',
      basisData: 'postgres://a:b@c/d',
      jedaHenti: 5_000,
      identitas: {
        scryptN: 262_144,
        proksi: ['10.0.0.1', '192.168.0.0/24'],
        kunciInduk: INDUK,
        asal: 'https://amanah.kota.go.id',
      },
      tte: { penyedia: 'tertanam', tanpaBukti: true },
    }));

  it('alamat selain loopback hanya bila asal yang dikenal dunia disebut: TLS ada di depannya', () => {
    expect(
      bacaKonfigurasi({ AMANAH_ALAMAT: '0.0.0.0', AMANAH_ASAL: 'https://amanah.kota.go.id' }).alamat,
    ).toBe('0.0.0.0');
    expect(() => bacaKonfigurasi({ AMANAH_ALAMAT: '0.0.0.0' })).toThrow(/AMANAH_ALAMAT=0\.0\.0\.0: /);
  });

  it('sandi di produksi tidak pernah lebih murah daripada bawaannya', () => {
    const baca = (env: object) => bacaKonfigurasi({ AMANAH_SCRYPT_N: '16384', ...env }).identitas.scryptN;
    expect(baca({ NODE_ENV: 'test' })).toBe(16_384);
    expect(() => baca({ NODE_ENV: 'production' })).toThrow(/AMANAH_SCRYPT_N=16384: /);
  });

  it('di kluster kunci induk wajib diberikan, dan tidak pernah disebut', () => {
    expect(() => bacaKonfigurasi({ DATABASE_URL: 'postgres://a:b@c/d' })).toThrow(/AMANAH_KUNCI_INDUK=…: /);
    expect(() => bacaKonfigurasi({ AMANAH_KUNCI_INDUK: 'terlalu-pendek' })).toThrow(
      /^(?!.*terlalu-pendek).*AMANAH_KUNCI_INDUK=…: /,
    );
  });

  it.each([
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['AMANAH_ALAMAT', '0.0.0.0'],
    ['AMANAH_ALAMAT', '10.0.0.1'],
    ['AMANAH_ASAL', 'http://amanah.kota.go.id'],
    ['AMANAH_ASAL', 'https://amanah.kota.go.id/'],
    ['AMANAH_ASAL', 'amanah.kota.go.id'],
    ['AMANAH_PROKSI', '10.0.0'],
    ['AMANAH_PROKSI', '0.0.0.0/0'],
    ['AMANAH_SCRYPT_N', '100000'],
    ['AMANAH_SCRYPT_N', '8192'],
    ['AMANAH_JEDA_HENTI', '60001'],
    ['AMANAH_JEDA_HENTI', '1 s'],
    ['AMANAH_DATA', ''],
    ['AMANAH_LOG', 'semua'],
    ['NODE_ENV', 'produksi'],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['DATABASE_URL', 'postgres://a:b@c:port/d'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://localhost:4317'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'http/protobuf'],
    ['OTEL_TRACES_SAMPLER', 'selalu'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.1'],
    ['OTEL_TRACES_SAMPLER_ARG', '-0.1'],
    ['OTEL_TRACES_SAMPLER_ARG', '0,5'],
  ])('%s=%s ditolak dengan menyebut namanya', (nama, nilai) => {
    const baca = () => bacaKonfigurasi({ [nama]: nilai });
    expect(baca).toThrow(KonfigurasiSalah);
    expect(baca).toThrow(new RegExp(`${nama}=`));
  });

  const LACAK = {
    tujuan: 'http://127.0.0.1:4318/v1/traces',
    layanan: 'amanah',
    pencuplik: 'parentbased_always_on',
    bagian: 1,
  };
  it.each([
    [{}, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '', OTEL_TRACES_SAMPLER: '', OTEL_TRACES_SAMPLER_ARG: '' }, undefined],
    [{ OTEL_SERVICE_NAME: 'sakip', OTEL_TRACES_SAMPLER: 'always_on' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, LACAK],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/', OTEL_SERVICE_NAME: '' }, LACAK],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'https://pengumpul/otlp?kota=61.71',
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_SERVICE_NAME: 'sakip',
        OTEL_TRACES_SAMPLER: 'traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '25e-2',
      },
      {
        tujuan: 'https://pengumpul/otlp/v1/traces?kota=61.71',
        layanan: 'sakip',
        pencuplik: 'traceidratio',
        bagian: 0.25,
      },
    ],
  ])('jejak dari %j', (env, lacak) => expect(bacaKonfigurasi(env).lacak).toEqual(lacak));

  it('tidak pernah menyebut sandi penerima jejak', () => {
    const baca = () => bacaKonfigurasi({ OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://amanah:sandi-saya@host' });
    expect(baca).toThrow(/^(?!.*sandi-saya).*OTEL_EXPORTER_OTLP_ENDPOINT=…: harus /);
  });

  it('surel mati tanpa server dan pengirimnya, dan sandinya tidak pernah disebut', () => {
    const server = { AMANAH_SMTP_URL: 'smtp://amanah:rahasia@surel.kota.go.id:587' };
    const dari = { AMANAH_SMTP_DARI: 'amanah@kota.go.id' };
    expect(bacaKonfigurasi({}).surel).toBeUndefined();
    expect(bacaKonfigurasi({ ...server, ...dari }).surel).toEqual({
      url: server.AMANAH_SMTP_URL,
      dari: dari.AMANAH_SMTP_DARI,
      asal: 'http://127.0.0.1:3000',
    });
    for (const salah of [
      server,
      dari,
      { ...dari, AMANAH_SMTP_URL: 'http://amanah:rahasia@surel.kota.go.id' },
      { ...server, AMANAH_SMTP_DARI: 'Amanah\r\nBcc: a@b.c' },
    ]) {
      expect(() => bacaKonfigurasi(salah)).toThrow(/AMANAH_SMTP_/);
      expect(() => bacaKonfigurasi(salah)).not.toThrow(/rahasia/);
    }
  });

  it('tidak pernah menyebut sandi basis data', () => {
    const baca = () => bacaKonfigurasi({ DATABASE_URL: 'mysql://amanah:sandi-saya@host/db' });
    expect(baca).toThrow(/^(?!.*sandi-saya).*DATABASE_URL=…: harus /);
  });
});
