import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../functions/vendor/check/checks.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/small-dataset.ts';
import { compareFile, compareSection, docsPath } from './compare-file.ts';
import { argsOf, listVendorErrors, type VendorError } from './vendor-errors.ts';

const page = docsPath('vendors/README.md');
const example = docsPath('vendors/example');
const exampleArgs = ['cases', 'labels', 'screenings'].flatMap((name) => [
  `--${name}`,
  join(example, `${name}.jsonl`),
]);

const read = (path: string) => readFile(path, 'utf8');

/** Processes that run beside each other. */
const atOnce = 6;

describe('the page for vendors', () => {
  it('shows the table that the example gives', async () => {
    const done = await runCli(['score-file', ...exampleArgs, '--language', 'en']);
    expect(done.stderr).toBe('');
    await compareFile(join(example, 'expected.txt'), done.stdout);
    await compareSection(page, 'expected', `\`\`\`text\n${done.stdout}\`\`\`\n`);
  });

  it('lists every check of an endpoint', async () => {
    const rows = checks.map(
      ({ id, level, asks, mend }) =>
        `| \`${id}\` | ${asks.en}${level === 'advised' ? ' (a remark, no failure)' : ''} | ${mend.en.replaceAll('|', '\\|')} |\n`,
    );
    const head = '| Check | What is asked | How to mend it |\n| --- | --- | --- |\n';
    await compareSection(page, 'checks', head + rows.join(''));
  });

  it('says of each finding what the scorer says', async () => {
    await using temporary = await temporaryFolder();
    const args = [
      'run',
      '--suite',
      join(example, 'suite.yaml'),
      '--out',
      temporary.folder,
      '--language',
      'en',
    ];
    const done = await runCli(args);
    expect(done.code).toBe(0);
    const folder = /^Report: (.*)\/report\//mu.exec(done.stdout)![1]!;
    const scores = await read(join(folder, 'scores/eksempel-a.jsonl'));
    const { findings } = JSON.parse(scores.slice(0, scores.indexOf('\n'))).repeats[0];
    const verdicts = findings.map((finding: Record<string, unknown>) => [
      finding.findingId,
      finding.verdict,
      finding.duplicate,
      (finding.citations as { validity: string }[])[0]!.validity,
    ]);
    expect(verdicts).toEqual([
      ['f1', 'truePositive', false, 'valid'],
      ['f2', 'truePositive', false, 'valid'],
      ['f3', 'falsePositive', true, 'valid'],
      ['f4', 'falsePositive', false, 'nonexistent'],
      ['f5', 'neutral', false, 'valid'],
    ]);
  });

  it('has an example data set that passes its check', async () => {
    const done = await runCli(['dataset', example]);
    expect(done.stderr).toBe('');
    expect(done.code).toBe(0);
  });

  it('scores an answer the same in whatever order findings and lines stand', async () => {
    await using temporary = await temporaryFolder();
    const lines = (await read(join(example, 'screenings.jsonl'))).trim().split('\n');
    const turned = lines.reverse().map((line) => {
      const screening = JSON.parse(line);
      return `${JSON.stringify({ ...screening, findings: screening.findings.reverse() })}\n`;
    });
    const file = join(temporary.folder, 'screenings.jsonl');
    await writeFile(file, turned.join(''));
    const [asIs, reversed] = await Promise.all([
      runCli(['score-file', ...exampleArgs, '--json']),
      runCli(['score-file', ...exampleArgs.slice(0, -1), file, '--json']),
    ]);
    expect(reversed.stdout).toBe(asIs.stdout);
  });

  it('shows each error as the command prints it', async () => {
    const texts = {
      cases: await read(join(example, 'cases.jsonl')),
      labels: await read(join(example, 'labels.jsonl')),
      screenings: await read(join(example, 'screenings.jsonl')),
      suite: await read(join(example, 'suite.yaml')),
    };
    const errors = listVendorErrors(texts);
    const rows: string[] = [];
    while (rows.length < errors.length) {
      const next = errors.slice(rows.length, rows.length + atOnce);
      rows.push(...(await Promise.all(next.map(async (error) => renderRow(error, await provoke(error))))));
    }
    const head = '| What happened | What is printed | How to mend it |\n| --- | --- | --- |\n';
    await compareSection(page, 'errors', head + rows.join(''));
  }, 240_000);

  it('names no flag that its command does not have', async () => {
    const commands = [...(await read(page)).matchAll(/^npx maalestok (.*)$/gmu)].map(([, line]) =>
      line!.split(' '),
    );
    expect(commands.length).toBeGreaterThanOrEqual(5);
    for (const words of commands) {
      const named = words.slice(0, words[0] === 'vendor' ? 2 : 1);
      const { stdout } = await runCli([...named, '--help']);
      for (const flag of words.filter((word) => word.startsWith('--'))) {
        expect(stdout, words.join(' ')).toContain(` ${flag} `);
      }
    }
  });

  it('names no file that is not there', async () => {
    for (const name of [
      'vendors/README.md',
      'vendors/taxonomy.md',
      'run-folder.md',
      'compare.md',
      'schemas/README.md',
    ]) {
      const text = await read(docsPath(name));
      for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)) {
        await expect(read(join(docsPath(name), '..', target!)), `${name}: ${target}`).resolves.toBeTruthy();
      }
      expect(text).not.toMatch(/\/work\/|\/home\/|\/tmp\//u);
    }
  });
});

/** What `maalestok` prints for an error, in a folder with the example's files. */
async function provoke(error: VendorError): Promise<string> {
  await using temporary = await temporaryFolder();
  const folder = join(temporary.folder, 'example');
  await mkdir(folder);
  await cp(example, folder, { recursive: true });
  for (const [name, content] of Object.entries(error.files ?? {}))
    await writeFile(join(folder, name), content);
  const done = await runCli(argsOf(error), { cwd: folder });
  expect(done.stdout, error.when).toBe('');
  expect(done.code, `${error.when}: ${done.stderr}`).toBe(error.code ?? 2);
  return done.stderr.trimEnd();
}

function renderRow({ when, mend }: VendorError, printed: string): string {
  const lines = printed.split('\n').map((line) => `\`\` ${line.trim().replaceAll('|', '\\|')} \`\``);
  return `| ${when} | ${lines.join('<br>')} | ${mend} |\n`;
}
