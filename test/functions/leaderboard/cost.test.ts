import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BoardListSchema, BoardSchema } from '../../../evals/publishing/board.ts';
import { formatDkk } from '../../../reports/render/format-number.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { startCountingVendor } from '../../support/counting-vendor.ts';
import { filesIn } from '../../support/published-runs.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';
import { smallSplit } from '../../support/small-runs.ts';

const ids = ['uden-pris', 'dyr'];

it('a board tells what a case costs a called model, on which day, and where nobody knows', async () => {
  await using temporary = await temporaryFolder();
  await using vendor = await startCountingVendor();
  const { folder } = temporary;
  await writeSmallDataset(join(folder, 'data'), { test: smallSplit('') });
  const entry = (id: string, price: string) =>
    `  - {adapter: http, id: ${id}, version: '1', url: '${vendor.url}'${price}}`;
  await writeFile(
    join(folder, 'suite.yaml'),
    `schema: maalestok.suite.v1
id: called
titleDa: Kaldt
titleEn: Called
dataset: data
models:
${entry(ids[0]!, '')}
${entry(ids[1]!, ', price: {of: 2026-11-01, perCall: 1.5}')}
  - adapter: silent
`,
  );
  const consents = ids.map((id) => `  - {model: ${id}, by: Eksempel A/S, date: 2026-11-02}`).join('\n');
  await writeFile(join(folder, 'consent.yaml'), `schema: maalestok.consent.v1\nconsents:\n${consents}\n`);
  const at = (name: string) => join(folder, name);
  const cli = async (...args: string[]) => {
    const { code, stderr } = await runCli(args);
    expect([args[0], code, stderr]).toEqual([args[0], 0, expect.any(String)]);
  };
  await cli('run', '--suite', at('suite.yaml'), '--out', at('runs'), '--allow-private');
  const run = join(at('runs'), (await readdir(at('runs')))[0]!);
  await cli('publish', run, '--to', at('pub'), '--consent', at('consent.yaml'), '--date', '2026-11-03');
  await cli('leaderboard', 'build', at('pub'), '--out', at('site'));
  const files = await filesIn(at('site'));
  const [listed] = BoardListSchema.parse(JSON.parse(files.get('api/boards.json')!)).boards;
  const board = BoardSchema.parse(JSON.parse(files.get(`api/${listed!.path}`)!));
  const costs = Object.fromEntries(board.entries.map(({ model, cost }) => [model.id, cost]));
  expect(costs).toEqual({
    silent: null,
    dyr: {
      perCaseDkk: 1.5,
      perTrueDefectDkk: expect.toBeOneOf([null, expect.any(Number)]),
      pricesOf: '2026-11-01',
    },
    'uden-pris': { perCaseDkk: null, perTrueDefectDkk: null, pricesOf: null },
  });
  for (const [language, path] of [
    ['da', `tavler/${listed!.comparabilityKey}.html`],
    ['en', `en/boards/${listed!.comparabilityKey}.html`],
  ] as const) {
    const { leaderboard, operation } = wordingOf(language);
    const cells = rowsOf(files.get(path)!);
    expect(cells('dyr')).toContain(formatDkk(1.5, language).replaceAll('\u00a0', ' '));
    expect(cells('dyr')).toContain(
      language === 'da' ? 'priser pr. 1. november 2026' : 'prices of 1 November 2026',
    );
    expect(cells('uden-pris')).toContain(operation.untold);
    expect(cells('silent')).toContain(leaderboard.table.own);
  }
});

/** What the table of ranks says of a model, without markup. */
function rowsOf(page: string): (model: string) => string {
  const rows = page.split('</tr>').map((row) => row.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' '));
  return (model) => rows.find((row) => row.includes(` ${model} `)) ?? 'none';
}
