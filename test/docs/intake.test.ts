import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/small-dataset.ts';

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs/intake.md');

describe('docs/intake.md', () => {
  it('shows what its commands do', async () => {
    const text = await readFile(page, 'utf8');
    const commands = [...text.matchAll(/^ {4}npx maalestok (intake .*--out eksempel)$/gmu)].map((match) =>
      match[1]!.split(' '),
    );
    const blocks = [...text.matchAll(/```text\n([^`]*(?:`(?!``)[^`]*)*)```/gu)].map((match) => match[1]!);
    expect([commands.length, blocks.length]).toEqual([2, 3]);
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await cp(join(root, 'docs/examples/intake'), join(folder, 'docs/examples/intake'), { recursive: true });
    const first = await runCli(commands[0]!, { cwd: folder });
    const rejected = await readFile(join(folder, 'eksempel-rejected.csv'), 'utf8');
    const shown = rejected.replace('\uFEFF', '').replaceAll('\r\n', '\n');
    const mended = rejected
      .replace(';12.345;', ';12345;')
      .replace(';måske;', ';ja;')
      .replace(';nr. 3;', ';BR18 § 10, stk. 1, nr. 3;');
    await writeFile(join(folder, 'eksempel-rejected.csv'), mended);
    const second = await runCli(commands[1]!, { cwd: folder });
    const outputs = [first.stdout, shown, second.stdout];
    if (process.env.UPDATE === '1') {
      let at = 0;
      await writeFile(
        page,
        text.replace(/```text\n[^`]*(?:`(?!``)[^`]*)*```/gu, () => `\`\`\`text\n${outputs[at++]}\`\`\``),
      );
      return;
    }
    expect(blocks).toEqual(outputs);
    // All five, and once more the first file: nothing new.
    const third = await runCli(commands[0]!, { cwd: folder });
    expect(third.stdout).toContain('5 rows: 0 taken in, 3 there already, 2 rejected\n');
    expect((await runCli(['dataset', 'eksempel', '--write'], { cwd: folder })).stdout).toBe(
      [
        'eksempel-kommune 1: Syntetisk eksempel på indlæsning',
        'practice: 2 cases (1 complete, 1 deficient), 1 required, 0 advisory, 0 contested defects in 1 groups',
        'test: 3 cases (2 complete, 1 deficient), 1 required, 0 advisory, 0 contested defects in 1 groups',
        'gate: 15 open findings; `npx maalestok gate eksempel` lists them. Until each is mended or signed off, the data set cannot be run',
        '',
      ].join('\n'),
    );
  });

  it('names the example as synthetic in both files', async () => {
    const mapping = await readFile(join(root, 'docs/examples/intake/mapping.yaml'), 'utf8');
    expect(mapping).toContain('titleDa: Syntetisk eksempel');
    expect(await readFile(page, 'utf8')).toContain('Syntetisk eksempel: every case in it is made up');
  });
});
