// Adds up the test runs and fails when a suite was skipped, except the one for a real EventStoreDB.
import { readFileSync } from 'node:fs';

const BOLEH_DILEWATI = /EventStoreDB sungguhan/;
let lulus = 0;
let gagal = 0;
const dilewati = [];
for (const berkas of process.argv.slice(2)) {
  const run = JSON.parse(readFileSync(berkas, 'utf8'));
  for (const suite of run.testResults) {
    if (suite.assertionResults.length === 0) gagal++;
    for (const t of suite.assertionResults) {
      if (t.status === 'passed') lulus++;
      else if (t.status === 'failed') gagal++;
      else if (!BOLEH_DILEWATI.test(t.fullName)) dilewati.push(t.fullName);
    }
  }
}
for (const nama of dilewati) console.log(`dilewati: ${nama}`);
console.log(`${lulus} passed, ${gagal + dilewati.length} failed`);
process.exitCode = lulus > 0 && gagal === 0 && dilewati.length === 0 ? 0 : 1;
