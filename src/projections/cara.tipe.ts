import { pilihan } from './pilihan.tipe.js';

export const CaraKeputusan = pilihan('CaraKeputusan', 'Bagaimana sebuah keputusan dibuat.', {
  elektronik: 'Diputuskan di Amanah.',
  dicatat: 'Diputuskan di atas kertas dan dicatat di sini.',
});
