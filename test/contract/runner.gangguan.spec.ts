import { diSqlite } from '../support/tempat-views.js';
import { runnerGangguan } from './runner.gangguan.js';

runnerGangguan('SQLite', diSqlite, { jadwal: 300, pernyataan: 900, berdua: 60 });
