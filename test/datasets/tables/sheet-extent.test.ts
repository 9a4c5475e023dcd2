import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { largestExtent } from '../../../datasets/tables/sheet-extent.ts';
import { readZipDirectory } from '../../../datasets/tables/zip-directory.ts';

function extentOf(parts: Record<string, string>) {
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  return largestExtent(bytes, readZipDirectory(bytes, 'ark.xlsx'));
}

describe('largestExtent', () => {
  it('is the rectangle up to the furthest cell that any part names, wherever the part lies', () => {
    expect(
      extentOf({
        'xl/worksheets/sheet1.xml': '<row r="1"><c r="A1"/><c r="C1"/></row>',
        'xl/andet.bin': '<row r="1"><c r="A1"/></row><row r="9"><c r="AB9" t="s"><v>1</v></c></row>',
        'xl/sharedStrings.xml': '<si><r><t>r="XFD1048576"</t></r></si>',
      }),
    ).toEqual({ area: 9 * 28, cells: 2 });
  });

  it('counts cells and rows without a name beside the furthest one', () => {
    expect(extentOf({ a: '<row r="2"><c r="B2"/><c/></row><x:row><x:c t="n"></x:c></x:row>' })).toEqual({
      area: (2 + 3) * (2 + 3),
      cells: 3,
    });
  });

  it('cannot tell of a name that is written in some other way', () => {
    expect(extentOf({ a: '<row r="1"><c r="&#88;FD1"/></row>' }).area).toBe(Number.POSITIVE_INFINITY);
    expect(extentOf({ a: '<row r="1"><c r="xfd1"/></row>' }).area).toBe(Number.POSITIVE_INFINITY);
  });
});
