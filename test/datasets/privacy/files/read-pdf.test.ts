import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef, PDFStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../datasets/privacy/files/read-pdf.ts';
import { appendObject, gateBytes, makePagePdf, makePng } from '../../../support/gate-bytes.ts';
import { encryptedPdf, linearizedPdf } from '../../../support/pdf-samples.ts';
import { personalJpeg } from '../../../support/privacy-files.ts';

const cpr = 'CPR 010190-1234';

describe('a picture in a PDF', () => {
  const pasted = (width: number, height: number) =>
    makePagePdf(async (pdf) => {
      const picture = await pdf.embedPng(makePng(width, height));
      const page = pdf.addPage();
      page.drawText('Side 2');
      page.drawImage(picture, { x: 0, y: 0, width: 100, height: 100 });
    });
  const named = ['unreadable: page 2: a picture: what it shows cannot be read'];

  it.each<[number, number, string[]]>([
    [200, 100, named],
    [50, 50, named],
    [400, 7, named],
    [49, 50, []],
  ])('is named with its page although the page has text: %i × %i', async (width, height, expected) => {
    expect(await gateBytes(await pasted(width, height))).toEqual(expected);
  });

  it('is named where a scan is laid in strips', async () => {
    const strips = makePagePdf(async (pdf) => {
      for (let at = 0; at < 5; at += 1) {
        const strip = await pdf.embedPng(makePng(60, 10 + at));
        pdf.getPage(0).drawImage(strip, { x: 0, y: at * 10, width: 500, height: 10 });
      }
    });
    expect(await gateBytes(await strips)).toEqual([
      'unreadable: page 1: a picture: what it shows cannot be read',
    ]);
  });

  it('is named in a form, in the look of a note, in a pattern, and among the operators', async () => {
    const changes: ((pdf: PDFDocument, picture: PDFRef) => void)[] = [
      (pdf, picture) => {
        const form = pdf.context.stream('/P Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] });
        form.dict.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { P: picture } }));
        const key = pdf.getPage(0).node.newXObject('F', pdf.context.register(form));
        pdf.getPage(0).node.addContentStream(pdf.context.register(pdf.context.stream(`${key} Do`)));
      },
      (pdf, picture) => {
        const look = pdf.context.stream('/P Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] });
        look.dict.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { P: picture } }));
        const stamp = {
          Type: 'Annot',
          Subtype: 'Stamp',
          Rect: [0, 0, 9, 9],
          AP: { N: pdf.context.register(look) },
        };
        pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(stamp)));
      },
      (pdf, picture) => {
        const pattern = pdf.context.stream('/P Do', {
          PatternType: 1,
          PaintType: 1,
          TilingType: 1,
          BBox: [0, 0, 9, 9],
        });
        pattern.dict.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { P: picture } }));
        const resources = pdf.getPage(0).node.Resources()!;
        resources.set(PDFName.of('Pattern'), pdf.context.obj({ A: pdf.context.register(pattern) }));
      },
    ];
    for (const change of changes) {
      const pdf = makePagePdf(async (own) => {
        const picture = await own.embedPng(makePng(200, 100));
        await picture.embed();
        change(own, picture.ref);
      });
      expect(await gateBytes(await pdf)).toEqual([
        'unreadable: page 1: a picture: what it shows cannot be read',
      ]);
    }
    const inline = makePagePdf((pdf) => {
      const operators = `BI /W 200 /H 100 /CS /G /BPC 1 ID ${'x'.repeat(2500)} EI`;
      pdf.getPage(0).node.addContentStream(pdf.context.register(pdf.context.stream(operators)));
    });
    expect(await gateBytes(await inline)).toEqual([
      'unreadable: page 1: a picture: what it shows cannot be read',
    ]);
  });

  it('counts for the page that draws it, not for one that only could', async () => {
    const shared = makePagePdf(async (pdf) => {
      const picture = await pdf.embedPng(makePng(200, 100));
      const page = pdf.addPage();
      page.drawText('Side 2');
      page.drawImage(picture);
      const own = page.node.Resources()!.lookup(PDFName.of('XObject'), PDFDict);
      pdf.getPage(0).node.Resources()!.set(PDFName.of('XObject'), own);
    });
    expect(await gateBytes(await shared)).toEqual(named);
  });

  it('is named where no page shows it', async () => {
    const left = makePagePdf(async (pdf) => {
      const picture = await pdf.embedPng(makePng(200, 100));
      await picture.embed();
    });
    expect(await gateBytes(await left)).toEqual(['unreadable: a picture that no page shows']);
  });
});

it('reads the metadata of a photograph in a PDF', async () => {
  const pdf = makePagePdf((own) => {
    const photo = { Type: 'XObject', Subtype: 'Image', Width: 9, Height: 9, Filter: 'DCTDecode' };
    own.context.register(own.context.stream(personalJpeg(), photo));
  });
  expect(await gateBytes(await pdf)).toEqual(['metadata: picture Artist', 'metadata: picture GPSLatitude']);
});

describe('a PDF that pdf-lib does not make', () => {
  it('is read, made for reading over a line: its first end is no earlier version', async () => {
    const pdf = linearizedPdf();
    expect([pdf.toString('latin1').split('%%EOF').length, await gateBytes(pdf)]).toEqual([3, []]);
  });

  it('is named where it is encrypted, though everybody may open it', async () => {
    expect(await gateBytes(encryptedPdf())).toEqual([
      'unreadable: encrypted: pictures and hidden texts cannot be looked at',
    ]);
  });
});

describe('bytes outside a PDF', () => {
  it.each([
    ['behind its end', (pdf: Buffer) => Buffer.concat([pdf, Buffer.from(cpr)])],
    ['behind its end', (pdf: Buffer) => Buffer.concat([pdf, Buffer.from(`${cpr}\n%%EOF\n`)])],
    ['behind its end', (pdf: Buffer) => Buffer.concat([pdf, Buffer.from(cpr, 'utf16le')])],
    ['before its beginning', (pdf: Buffer) => Buffer.concat([Buffer.from(`${cpr}\n`), pdf])],
  ])('%s are read and named', async (where, change) => {
    expect(await gateBytes(change(await makePagePdf()))).toEqual([
      `cpr: ${where}`,
      `unreadable: bytes ${where}`,
    ]);
  });

  it('are named where they are no text', async () => {
    const pdf = Buffer.concat([await makePagePdf(), Buffer.from([1, 2, 3])]);
    expect(await gateBytes(pdf)).toEqual(['unreadable: bytes behind its end']);
  });

  it('may be blank', async () => {
    expect(await gateBytes(Buffer.concat([await makePagePdf(), Buffer.from('\r\n \0\n')]))).toEqual([]);
  });

  it('between its objects and in comments are read', async () => {
    const pdf = (await makePagePdf()).toString('latin1');
    for (const text of [cpr, `% ${cpr}`]) {
      const changed = pdf.replace('endobj\n', () => `endobj\n${text}\n`);
      expect(await gateBytes(Buffer.from(changed, 'latin1'))).toEqual(['cpr: between its objects']);
    }
  });
});

describe('an earlier version inside a PDF', () => {
  const rewritten = async (bytes: Buffer, content: string) => {
    const pdf = await PDFDocument.load(bytes);
    const number = pdf.context
      .enumerateIndirectObjects()
      .find(([, object]) => object instanceof PDFStream)![0].objectNumber;
    return appendObject(bytes, number, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  };
  const secret = () => makePagePdf((pdf) => pdf.getPage(0).drawText(cpr));
  const blank = 'BT /F1 9 Tf (Side 1) Tj ET';

  it('is read', async () => {
    expect(await gateBytes(await rewritten(await secret(), blank))).toEqual([
      'cpr: earlier version 1 page 1',
    ]);
  });

  it('is read where another came between', async () => {
    const twice = await rewritten(await rewritten(await secret(), blank), blank);
    expect(await gateBytes(twice)).toEqual(['cpr: earlier version 1 page 1']);
  });

  it('is named where its page had no text, or a picture', async () => {
    const empty = await rewritten(await rewritten(await makePagePdf(), ''), blank);
    expect(await gateBytes(empty)).toEqual(['unreadable: earlier version 2: page 1: no text']);
    const picture = `BI /W 200 /H 100 /CS /G /BPC 1 ID ${'x'.repeat(2500)} EI ${blank}`;
    const shown = await rewritten(await rewritten(await makePagePdf(), picture), blank);
    expect(await gateBytes(shown)).toEqual([
      'unreadable: earlier version 2: page 1: a picture: what it shows cannot be read',
    ]);
  });

  it('is named where there are more than eight', async () => {
    let pdf: Buffer = await secret();
    for (let at = 0; at < 9; at += 1) pdf = await rewritten(pdf, blank);
    expect(await gateBytes(pdf)).toEqual(['unreadable: earlier versions 1 to 1: too many to read']);
  });

  it('is named where all of them together say too much', async () => {
    const long = `BT /F1 1 Tf (${'x'.repeat(200)}) Tj ET`;
    const pdf = await rewritten(await rewritten(await makePagePdf(), long), blank);
    const { unreadable } = await readPdf(pdf, { pages: 9, text: 150 });
    expect(unreadable).toEqual([
      'earlier version 2: from page 2: too much text',
      'beside the pages: too much text',
    ]);
  });

  it('is no finding where it says nothing', async () => {
    expect(await gateBytes(await rewritten(await makePagePdf(), blank))).toEqual([]);
  });
});

describe('what a PDF holds and no page shows', () => {
  it('is read: text beside a page, and text that was cropped away', async () => {
    const beside = makePagePdf((pdf) => pdf.getPage(0).drawText(cpr, { x: 50, y: -200 }));
    const cropped = makePagePdf((pdf) => {
      pdf.getPage(0).drawText(cpr, { x: 50, y: 500 });
      pdf.getPage(0).setCropBox(0, 0, 300, 100);
    });
    for (const pdf of [await beside, await cropped]) {
      expect(await gateBytes(pdf)).toEqual(['cpr: page 1, outside of it']);
    }
  });

  it('is named: the text of a page that was taken out', async () => {
    const left = await PDFDocument.load(
      await makePagePdf((pdf) => {
        pdf.addPage().drawText(cpr);
      }),
    );
    left.removePage(1);
    expect(await gateBytes(await left.save({ useObjectStreams: false }))).toEqual([
      'cpr: text that no page shows',
      'unreadable: text that no page shows',
    ]);
  });

  it.each<[string, (pdf: PDFDocument) => void]>([
    [
      'an alternative text',
      ({ catalog, context }) => {
        const figure = context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(cpr) });
        catalog.set(PDFName.of('StructTreeRoot'), context.obj({ K: context.register(figure) }));
      },
    ],
    [
      "a layer's name, in an object in a list",
      ({ catalog, context }) => {
        const layer = context.register(context.obj({ Type: 'OCG', Name: PDFHexString.fromText(cpr) }));
        catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { Order: [layer] } }));
      },
    ],
    [
      "a signature's name and certificates",
      ({ catalog, context }) => {
        const der = `30820a${Buffer.from(cpr).toString('hex')}00${'00'.repeat(600)}`;
        const signature = context.obj({ Type: 'Sig', Contents: PDFHexString.of(der) });
        catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: context.register(signature) }));
      },
    ],
    [
      'what a program left for itself',
      (pdf) => {
        const own = pdf.context.obj({ Draw: { Private: { Owner: PDFHexString.fromText(cpr) } } });
        pdf.getPage(0).node.set(PDFName.of('PieceInfo'), own);
      },
    ],
  ])('is read: %s', async (_, change) => {
    expect(await gateBytes(await makePagePdf(change))).toEqual(['cpr: objects']);
  });

  it.each<[string, (pdf: PDFDocument, stream: PDFRef) => void]>([
    ['XMP', ({ catalog }, stream) => catalog.set(PDFName.of('Metadata'), stream)],
    [
      'an XFA form',
      ({ catalog, context }, stream) =>
        catalog.set(PDFName.of('AcroForm'), context.obj({ XFA: stream, Fields: [] })),
    ],
  ])('is read, packed: %s', async (_, change) => {
    const pdf = makePagePdf((own) => {
      const xml = `<?xml version="1.0"?><form><ejer>${cpr}</ejer></form>`;
      change(own, own.context.register(own.context.flateStream(xml)));
    });
    expect(await gateBytes(await pdf)).toEqual(['cpr: XML inside']);
  });
});
