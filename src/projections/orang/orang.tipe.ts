import { TipeOrang } from '../../planning/orang/orang.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

export const SambunganOrang = sambungan(TipeOrang, 'Orang');
