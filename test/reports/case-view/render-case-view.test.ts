import { posix } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseMaterial } from '../../../reports/case-view/case-material.ts';
import { renderCaseView } from '../../../reports/case-view/render-case-view.ts';
import { reportContextOf } from '../../../reports/comparison/render-report.ts';
import { reportFiles } from '../../../reports/render/report-files.ts';
import { fullReportInput } from '../../support/full-report-input.ts';
import { manyMaterials } from '../../support/many-materials.ts';
import { sampleReportFiles } from '../../support/sample-report.ts';
import { sampleResult } from '../../support/sample-result.ts';

const languages = ['da', 'en'] as const;

test.each(languages)(
  'every link leads to a part of a page that is there; no two parts of a page share an id (%s)',
  async (language) => {
    const files = await sampleReportFiles(language);
    const idsOf = new Map(
      [...files].map(([name, body]) => [name, [...body.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id!)]),
    );
    for (const ids of idsOf.values()) expect(ids.length).toBe(new Set(ids).size);
    let followed = 0;
    for (const [name, body] of files) {
      for (const [, href] of body.matchAll(/ href="([^"]*)"/gu)) {
        const [path, id] = href!.split('#');
        const target = path === '' ? name : posix.normalize(posix.join(posix.dirname(name), path!));
        expect([name, href, idsOf.has(target)]).toEqual([name, href, true]);
        // What stands behind # on the list is a filter.
        if (id === undefined || target.endsWith('/index.html')) continue;
        if (!idsOf.get(target)!.includes(decodeURIComponent(id)))
          throw new Error(`${name}: ${href} leads nowhere`);
        followed += 1;
      }
    }
    expect(followed).toBeGreaterThan(100);
  },
);

test.each(languages)(
  'no vendor text becomes markup or script, none turns the direction of writing (%s)',
  async (language) => {
    for (const [name, body] of await sampleReportFiles(language)) {
      if (name.endsWith('.js')) continue;
      const tags = [...body.matchAll(/<([a-z][a-z0-9]*)\b[^>]*>/giu)];
      const scripts = tags.filter(([, tag]) => tag!.toLowerCase() === 'script').map(([tag]) => tag);
      const list = ['<script type="application/json" id="sagsdata">', '<script>'];
      const isCase = /\/sag-[^/]*$/u.test(name);
      expect([name, scripts]).toEqual([
        name,
        name.endsWith('index.html') ? list : isCase ? ['<script>'] : [],
      ]);
      const bad = ['img', 'iframe', 'object', 'embed', 'link', 'base'];
      expect(tags.filter(([, tag]) => bad.includes(tag!.toLowerCase()))).toEqual([]);
      expect(
        tags
          .map(([tag]) => tag)
          .filter((tag) => /\s(on\w+|src|srcset|action)\s*=/iu.test(tag.replace(/"[^"]*"/gu, '""'))),
      ).toEqual([]);
      expect(body).not.toMatch(/(?!\n|\t)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
    }
  },
);

test('long vendor text is cut, and says so', async () => {
  const files = await sampleReportFiles('da');
  expect([...files.values()].some((body) => body.includes('forkortet, 18.800 tegn udeladt'))).toBe(true);
});

test.each(languages)('the same input gives the same bytes (%s)', async (language) => {
  expect([...(await sampleReportFiles(language))]).toEqual([...(await sampleReportFiles(language))]);
});

test('cases are taken one ahead, each written before the next but one is asked for', async () => {
  const { materials } = await sampleResult();
  let asked = 0;
  async function* cases() {
    for (const material of materials) {
      asked += 1;
      yield material;
    }
  }
  const written: number[] = [];
  const context = reportContextOf(await fullReportInput('da'));
  for await (const { name } of renderCaseView(context, cases())) {
    if (/^sag-[^.]*\.html$/u.test(name)) written.push(asked);
  }
  expect(written).toEqual(materials.map((_, place) => Math.min(place + 2, materials.length)));
});

test('the list holds every case once, in pieces; the pages name their neighbours', async () => {
  const many = await manyMaterials(1203);
  const files = await sampleReportFiles('da', many);
  const folder = reportFiles.da.cases;
  const pieces = [1, 2, 3].map((piece) => rowsOf(files.get(`${folder}/liste-${piece}.js`)!));
  expect(pieces.map((rows) => rows.length)).toEqual([500, 500, 203]);
  expect(pieces.flat().map(({ id }) => id)).toEqual(many.map(({ case: { caseId } }) => caseId));
  expect(files.has(`${folder}/liste-4.js`)).toBe(false);
  const second = files.get(`${folder}/sag-masse-0001.html`)!;
  expect(second).toContain('<a rel="prev" href="sag-masse-0000.html">');
  expect(second).toContain('<a rel="next" href="sag-masse-0002.html">');
});

test('texts too long for a page have pages of their own, and the case’s page stays small', async () => {
  const [material] = (await sampleResult()).materials;
  const shown = material!.case;
  const [first] = shown.documents;
  const pages = Array.from({ length: 40 }, (_, at) => ({
    page: at + 1,
    text: `Side ${at + 1}. ${'Tekst om huset. '.repeat(150)}`,
  }));
  const long: CaseMaterial = {
    ...material!,
    case: { ...shown, documents: [{ ...first!, pages }, ...shown.documents.slice(1)] },
  };
  const files = await sampleReportFiles('da', [long]);
  const name = `sager/sag-${shown.caseId}`;
  expect(files.get(`${name}.html`)!.length).toBeLessThan(60_000);
  const whole = files.get(`${name}.1.html`)!;
  for (const { text } of pages) expect(whole).toContain(text);
  expect(files.get(`${name}.html`)).toContain(`<a href="sag-${shown.caseId}.1.html">Læs hele bilaget</a>`);
});

function rowsOf(piece: string): { id: string }[] {
  const rows: { id: string }[] = [];
  new Function('maalestokCases', piece)((more: { id: string }[]) => rows.push(...more));
  return rows;
}
