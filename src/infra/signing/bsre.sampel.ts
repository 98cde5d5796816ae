const TEKS = 'BT /F1 14 Tf 72 720 Td (Uji sambungan BSrE. Bukan dokumen dinas.) Tj ET';

const OBJEK = [
  '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] /SigFlags 3 >> >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R 7 0 R] >>',
  `<< /Length ${TEKS.length} >>\nstream\n${TEKS}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  '<< /Type /Annot /Subtype /Widget /FT /Sig /T (PihakPertama) /F 4 /P 3 0 R /Rect [330 120 530 190] >>',
  '<< /Type /Annot /Subtype /Widget /FT /Sig /T (PihakKedua) /F 4 /P 3 0 R /Rect [65 120 265 190] >>',
];

/** A page with the two empty fields that every PK has, to try a signing service with. */
export const pdfSampel = (): Buffer => {
  let isi = '%PDF-1.7\n';
  const letak = OBJEK.map((o, i) => {
    const di = isi.length;
    isi += `${i + 1} 0 obj\n${o}\nendobj\n`;
    return `${String(di).padStart(10, '0')} 00000 n \n`;
  });
  const ekor = `trailer\n<< /Size ${OBJEK.length + 1} /Root 1 0 R >>\nstartxref\n${isi.length}\n%%EOF\n`;
  return Buffer.from(
    `${isi}xref\n0 ${OBJEK.length + 1}\n0000000000 65535 f \n${letak.join('')}${ekor}`,
    'latin1',
  );
};
