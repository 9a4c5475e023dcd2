import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gateBytes } from '../../../support/gate-bytes.ts';

const cpr = 'CPR 010190-1234';

/** Kinds of what is found in one part. */
async function kindsIn(name: string, xml: string): Promise<string[]> {
  const found = await gateBytes(zipSync({ [name]: strToU8(xml) }));
  return [...new Set(found.map((each) => each.replace(/:.*/u, '')))];
}

const para = (text: string) => `<w:document xmlns:w="w"><w:p>${text}</w:p></w:document>`;
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('a part of a document', () => {
  it.each<[string, string, string, string]>([
    ['cells of custom XML', 'customXml/item1.xml', '<a><b>Ejer</b><c>010190-1234</c><d>12</d></a>', 'cpr'],
    ['names in custom XML', 'customXml/item1.xml', '<a><b>Mette</b><c>Hansen</c><d>Ja</d></a>', 'name'],
    [
      'a deleted text before another',
      'word/document.xml',
      para(`<w:del><w:r><w:delText>Ejer: Mette Hansen</w:delText></w:r></w:del>${run('Skov')}`),
      'name',
    ],
    ['a header', 'word/header1.xml', para(run(cpr)), 'cpr'],
    ['a footnote', 'word/footnotes.xml', para(run(cpr)), 'cpr'],
    [
      'a comment',
      'word/comments.xml',
      `<w:comments xmlns:w="w"><w:comment w:id="1"><w:p>${run(cpr)}</w:p></w:comment></w:comments>`,
      'cpr',
    ],
    [
      'who commented',
      'word/comments.xml',
      '<w:comments xmlns:w="w"><w:comment w:id="1" w:author="Solrun Pihlkjær"/></w:comments>',
      'metadata',
    ],
    [
      'who changed',
      'word/document.xml',
      para(`<w:ins w:author="Solrun Pihlkjær">${run('Skov')}</w:ins>`),
      'metadata',
    ],
    [
      'who is known',
      'word/people.xml',
      '<w15:people xmlns:w15="w"><w15:person w15:author="Solrun Pihlkjær"/></w15:people>',
      'metadata',
    ],
    [
      'an alternative text',
      'word/document.xml',
      para(`<wp:docPr xmlns:wp="p" id="1" name="Billede" descr="${cpr}"/>`),
      'cpr',
    ],
    [
      'a telephone number with blanks in an attribute',
      'word/document.xml',
      para('<wp:docPr xmlns:wp="p" id="1" name="1" descr="12 34 56 78"/>'),
      'phone',
    ],
    [
      'a field',
      'word/document.xml',
      para('<w:r><w:instrText>HYPERLINK "mailto:mette@example.dk"</w:instrText></w:r>'),
      'email',
    ],
    [
      'a link',
      'word/_rels/document.xml.rels',
      '<Relationships><Relationship Id="1" Target="mailto:mette@example.dk"/></Relationships>',
      'email',
    ],
    [
      'a hidden sheet',
      'xl/worksheets/sheet2.xml',
      `<worksheet><row><c t="inlineStr"><is><t>${cpr}</t></is></c></row></worksheet>`,
      'cpr',
    ],
    [
      "a hidden sheet's name",
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="Mette Hansen" state="veryHidden"/></sheets></workbook>',
      'name',
    ],
    [
      'a defined name',
      'xl/workbook.xml',
      '<workbook><definedNames><definedName name="a">"Mette Hansen"</definedName><definedName name="b">"Skov"</definedName></definedNames></workbook>',
      'name',
    ],
    [
      'values of a pivot table',
      'xl/pivotCache/pivotCacheRecords1.xml',
      '<pivotCacheRecords><r><s v="Mette Hansen"/></r></pivotCacheRecords>',
      'name',
    ],
    [
      'values of another workbook',
      'xl/externalLinks/externalLink1.xml',
      `<externalLink><cell r="A1"><v>${cpr}</v></cell></externalLink>`,
      'cpr',
    ],
    [
      'the head of a printed sheet',
      'xl/worksheets/sheet1.xml',
      '<worksheet><headerFooter><oddHeader>&amp;LEjer:&amp;"Arial,Bold"&amp;12Mette Hansen&amp;RSkov</oddHeader><oddFooter>Side</oddFooter></headerFooter></worksheet>',
      'name',
    ],
    [
      'who commented on a cell',
      'xl/comments1.xml',
      '<comments><authors><author>Solrun Pihlkjær</author></authors></comments>',
      'metadata',
    ],
    [
      'who takes part in threads',
      'xl/persons/person.xml',
      '<personList><person displayName="Solrun Pihlkjær" id="{1}" userId="x"/></personList>',
      'metadata',
    ],
    [
      'notes of a slide',
      'ppt/notesSlides/notesSlide1.xml',
      `<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${cpr}</a:t></a:r></a:p></p:notes>`,
      'cpr',
    ],
    [
      'who commented on a slide',
      'ppt/commentAuthors.xml',
      '<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="Solrun Pihlkjær" initials="SP"/></p:cmAuthorLst>',
      'metadata',
    ],
    [
      'who commented in ODT',
      'content.xml',
      '<o:d xmlns:o="o" xmlns:dc="d"><o:annotation><dc:creator>Solrun Pihlkjær</dc:creator></o:annotation></o:d>',
      'metadata',
    ],
  ])('is read: %s', async (_, name, xml, kind) => {
    expect(await kindsIn(name, xml)).toContain(kind);
  });

  it.each<[string, string, string]>([
    ['runs of a word', 'word/document.xml', para(run('Skov') + run('gården'))],
    [
      'programs that changed',
      'word/document.xml',
      para(`<w:ins w:author="Microsoft Word">${run('Skov')}</w:ins>`),
    ],
    [
      'numbers of cells',
      'xl/worksheets/sheet1.xml',
      '<worksheet><row r="1" spans="1:3"><c r="A1"><v>12</v></c><c r="B1"><v>34.5</v></c></row></worksheet>',
    ],
    ['places in a drawing', 'word/document.xml', para('<a:off xmlns:a="a" x="123456" y="-98765"/>')],
  ])('is nothing to find: %s', async (_, name, xml) => {
    expect(await kindsIn(name, xml)).toEqual([]);
  });
});

it('reads what is added to an entry of a ZIP, and its other name', async () => {
  const zip = Buffer.from(zipSync({ 'Mette Hansen 010190-1234.txt': strToU8('Skov og eng.') }));
  const named = await gateBytes(zip);
  zip.write('skov', zip.lastIndexOf('Mette'), 'latin1');
  expect([named, await gateBytes(zip)]).toEqual([
    ['cpr: name of an entry', 'name: name of an entry'],
    ['cpr: name of an entry', 'name: name of an entry'],
  ]);
  const plain = Buffer.from(zipSync({ 'a.txt': strToU8('Skov og eng.') }));
  const field = Buffer.concat([Buffer.from([0x99, 0x99, cpr.length, 0]), Buffer.from(cpr)]);
  const added = Buffer.concat([plain.subarray(0, 35), field, plain.subarray(35)]);
  added.writeUInt16LE(field.length, 28);
  added.writeUInt32LE(added.readUInt32LE(added.length - 6) + field.length, added.length - 6);
  expect([await gateBytes(plain), await gateBytes(added)]).toEqual([[], ['cpr: comment']]);
});
