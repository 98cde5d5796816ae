const TERKECIL = 24;

// Imported first by every entry point: the imports after it would fail on an older Node with an error that helps nobody.
if (Number(process.versions.node.split('.')[0]) < TERKECIL) {
  process.stderr.write(
    `Amanah memerlukan Node ${TERKECIL} atau lebih baru; ini Node ${process.versions.node}. Jalankan lewat npm (npm start), yang memakai Node yang disematkan.\n`,
  );
  process.exit(2);
}
