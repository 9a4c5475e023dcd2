import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, it } from 'vitest';
import { gateFile } from '../../../../datasets/privacy/files/gate-file.ts';

const cpr = 'CPR 010190-1234';

/** Kinds of what is found in a PDF of one page that says nothing of anybody. */
async function kindsIn(change: (pdf: PDFDocument) => Promise<void> | void): Promise<string[]> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Side 1');
  await change(pdf);
  const found = await gateFile(await pdf.save({ useObjectStreams: false }), 'brev.pdf');
  return [...new Set(found.map(({ finding }) => finding.kind))].sort();
}

it('finds nothing in a PDF that names nobody', async () => {
  expect(await kindsIn(() => undefined)).toEqual([]);
});

it('names an attached file, and reads its name and description', async () => {
  const attach = (pdf: PDFDocument) =>
    pdf.attach(new TextEncoder().encode('Ejer: Mette Hansen'), 'brev.txt', { description: cpr });
  expect(await kindsIn(attach)).toEqual(['cpr', 'unreadable']);
});

it('reads entries of its own in the information dictionary', async () => {
  const add = (pdf: PDFDocument) => {
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    info.set(PDFName.of('Sagsbehandler'), PDFHexString.fromText(cpr));
  };
  expect(await kindsIn(add)).toEqual(['cpr']);
});

it('reads bookmarks and links', async () => {
  const add = (pdf: PDFDocument) => {
    const { context } = pdf;
    const page = pdf.getPage(0);
    const item = context.register(
      context.obj({ Title: PDFHexString.fromText(cpr), Dest: [page.ref, 'Fit'] }),
    );
    pdf.catalog.set(
      PDFName.of('Outlines'),
      context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }),
    );
    const link = context.obj({
      ...{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] },
      A: { Type: 'Action', S: 'URI', URI: PDFString.of('mailto:mette@example.dk') },
    });
    page.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  };
  expect(await kindsIn(add)).toEqual(['cpr', 'email']);
});

it('reads names, values and choices of form fields', async () => {
  const add = (pdf: PDFDocument) => {
    const field = pdf.getForm().createDropdown('valg');
    field.addOptions([cpr, 'andet']);
    field.select('andet');
    field.addToPage(pdf.getPage(0));
  };
  expect(await kindsIn(add)).toEqual(['cpr']);
});
