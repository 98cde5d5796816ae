import type { IncomingMessage } from 'node:http';
import { AsalPermintaan } from './asal-permintaan.js';

const minta = (remoteAddress: string, headers: IncomingMessage['headers']): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as IncomingMessage;

const PROKSI = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'amanah.kota.go.id' };
const dekat = new AsalPermintaan({ proksi: [] });
const dunia = new AsalPermintaan({ asal: 'https://amanah.kota.go.id', proksi: ['10.0.0.0/8', 'fd00::1'] });

it.each<[string, AsalPermintaan, string, IncomingMessage['headers'], boolean]>([
  ['loopback tanpa halaman', dekat, '127.0.0.1', { host: '127.0.0.1:3000' }, true],
  ['loopback, halaman sendiri', dekat, '::1', { host: '[::1]:3000', origin: 'http://[::1]:3000' }, true],
  ['Host asing', dekat, '127.0.0.1', { host: 'jahat.example' }, false],
  ['Host mirip', dekat, '127.0.0.1', { host: 'localhost.jahat.example' }, false],
  ['tanpa Host', dekat, '127.0.0.1', {}, false],
  [
    'Origin port lain',
    dekat,
    '127.0.0.1',
    { host: 'localhost:3000', origin: 'http://localhost:4000' },
    false,
  ],
  ['Origin https', dekat, '127.0.0.1', { host: 'localhost:3000', origin: 'https://localhost:3000' }, false],
  [
    'Host yang diteruskan siapa saja',
    dekat,
    '127.0.0.1',
    { host: 'localhost', 'x-forwarded-host': 'x' },
    true,
  ],
  ['nama dunia', dunia, '10.1.2.3', { host: 'amanah.kota.go.id' }, true],
  ['nama dunia, huruf besar', dunia, '10.1.2.3', { host: 'Amanah.Kota.go.id' }, true],
  ['nama dunia dari proksi', dunia, '::ffff:10.1.2.3', { host: 'dalam:3000', ...PROKSI }, true],
  ['nama dunia dari bukan proksi', dunia, '192.168.1.9', { host: 'dalam:3000', ...PROKSI }, false],
  ['proksi tanpa TLS', dunia, 'fd00::1', { host: 'x', ...PROKSI, 'x-forwarded-proto': 'http' }, false],
  [
    'halaman dunia',
    dunia,
    '10.1.2.3',
    { host: 'amanah.kota.go.id', origin: 'https://amanah.kota.go.id' },
    true,
  ],
  [
    'halaman http',
    dunia,
    '10.1.2.3',
    { host: 'amanah.kota.go.id', origin: 'http://amanah.kota.go.id' },
    false,
  ],
  ['halaman null', dunia, '10.1.2.3', { host: 'amanah.kota.go.id', origin: 'null' }, false],
  ['pemeriksa kesehatan', dunia, '127.0.0.1', { host: '127.0.0.1:3000' }, true],
  [
    'halaman loopback bila ada nama dunia',
    dunia,
    '127.0.0.1',
    { host: 'localhost', origin: 'http://localhost' },
    false,
  ],
])('asal: %s', (_, asal, rekan, headers, sah) => expect(asal.sah(minta(rekan, headers))).toBe(sah));

it.each<[string, AsalPermintaan, string, string | undefined, string | null]>([
  ['tanpa proksi', dekat, '::ffff:127.0.0.1', '1.2.3.4', '127.0.0.1'],
  ['proksi dipercaya', dunia, '10.1.2.3', '1.2.3.4', '1.2.3.4'],
  ['dua proksi', dunia, '10.1.2.3', '1.2.3.4, 10.9.9.9', '1.2.3.4'],
  ['yang ditulis pengirim sendiri', dunia, '10.1.2.3', '9.9.9.9, 1.2.3.4', '1.2.3.4'],
  ['bukan alamat', dunia, '10.1.2.3', 'jahat\r\nX: y', '10.1.2.3'],
  ['bukan proksi', dunia, '192.168.1.9', '1.2.3.4', '192.168.1.9'],
  ['tanpa X-Forwarded-For', dunia, '10.1.2.3', undefined, '10.1.2.3'],
  ['sambungan sudah putus', dunia, '', '1.2.3.4', null],
])('alamat: %s', (_, asal, rekan, lewat, alamat) =>
  expect(asal.alamat(minta(rekan, lewat === undefined ? {} : { 'x-forwarded-for': lewat }))).toBe(alamat),
);

it('kuki aman dan tautan memakai nama yang dikenal dunia', () => {
  expect([dekat.aman, dunia.aman]).toEqual([false, true]);
  expect(dunia.tautan('http://127.0.0.1:3000')).toBe('https://amanah.kota.go.id');
  expect(dekat.tautan('http://127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
});
