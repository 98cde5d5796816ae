import { diSqlite } from '../support/tempat-views.js';
import { runnerContract } from './runner.contract.js';

runnerContract('SQLite', diSqlite);
