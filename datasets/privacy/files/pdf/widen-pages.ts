import { type PDFDocument, PDFName } from 'pdf-lib';

/** Far beyond any page, in points. */
const far = 100_000;

/**
 * The same PDF with pages so wide that nothing lies outside: what was cropped away, or was never on the page, stays in
 * the file, and a reader of text leaves it out. The document is changed by it.
 */
export function widenPages(pdf: PDFDocument): Promise<Uint8Array> {
  for (const { node } of pdf.getPages()) {
    for (const box of ['MediaBox', 'CropBox']) {
      node.set(PDFName.of(box), pdf.context.obj([-far, -far, far, far]));
    }
  }
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}
