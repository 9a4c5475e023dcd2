import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gateFile } from '../../../../datasets/privacy/files/gate-file.ts';

async function kindsIn(html: string): Promise<string[]> {
  const found = await gateFile(strToU8(`<!doctype html><html><body>${html}</body></html>`), 'brev.html');
  return found.map(({ finding }) => finding.kind);
}

describe('HTML at the gate', () => {
  it.each([
    ['<p>CPR 010190<b>-1234</b></p>', 'cpr'],
    ['<p>010190&#45;1234</p>', 'cpr'],
    ['<p>010190&#x2d;1234</p>', 'cpr'],
    ['<p>Ansøger: Mette <b>Hansen</b></p>', 'name'],
    ['<p>Mette&nbsp;Hansen</p>', 'name'],
    ['<table><tr><td>Mette</td><td>Hansen</td></tr></table>', 'name'],
    ['<p>S&oslash;ren J&oslash;rgensen</p>', 'name'],
    ['<p>mette&#64;example.dk</p>', 'email'],
    ['<p>tlf.&nbsp;12&nbsp;34&nbsp;56&nbsp;78</p>', 'phone'],
    ['<dl><dt>Ejer</dt><dd>Mette Hansen</dd></dl>', 'name'],
    ['<a href="mailto:mette@example.dk">skriv</a>', 'email'],
  ])('finds what %s shows', async (html, kind) => {
    expect(await kindsIn(html)).toContain(kind);
  });

  it('finds a number and a name that a line break parts', async () => {
    expect(await kindsIn('<div>010190<br>1234</div><div>Mette</div><div>Hansen</div>')).toEqual([
      'cpr',
      'name',
    ]);
  });

  it('parts what stands in lines of their own, and keeps the columns of preformatted text', async () => {
    const fields =
      '<dl><div><dt>Matr.nr.</dt><dd>9fe</dd></div><div><dt>Ejerlav</dt><dd>ukendt</dd></div></dl>';
    const found = await gateFile(
      strToU8(`<!doctype html><html><body>${fields}<pre>Lokale: Tue     Omklædning</pre></body></html>`),
      'brev.html',
    );
    expect(found.map(({ value }) => value)).toEqual(['matrikel 9fe']);
  });

  it('names what it finds in the source once', async () => {
    expect(await kindsIn('<p>Mette Hansen</p>')).toEqual(['name']);
  });

  it('is done with hostile markup', async () => {
    expect(await kindsIn('<'.repeat(100_000) + '&#'.repeat(50_000) + '<b '.repeat(50_000))).toEqual([]);
  });
});

it("parts a comment's author from its text in a workbook", async () => {
  const xml =
    '<comments><authors><author>Torkil Munk</author></authors><commentList><comment ref="A1" authorId="0"><text><t>010190-1234</t></text></comment></commentList></comments>';
  const found = await gateFile(zipSync({ 'xl/comments1.xml': strToU8(xml) }), 'noter.xlsx');
  expect(found.map(({ finding }) => finding.kind)).toContain('cpr');
});
