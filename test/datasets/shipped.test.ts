import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../datasets/card.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/small-dataset.ts';

const shipped = join(import.meta.dirname, '../../datasets/byggesag-da');

describe('byggesag-da', () => {
  it('is made again to the byte by the command that its card states', async () => {
    await using temporary = await temporaryFolder();
    const card = CardSchema.parse(JSON.parse(await readFile(join(shipped, 'card.json'), 'utf8')));
    const command = /`maalestok (synthesise .*) --join datasets\/byggesag-da`/u.exec(card.origin)?.[1];
    expect(command).toBeDefined();
    const out = join(temporary.folder, 'made');
    const made = await runCli([...command!.split(' '), '--join', shipped, '--out', out]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    for (const { cases, labels } of Object.values(card.splits)) {
      for (const file of [cases, labels!]) {
        const [a, b] = [await readFile(join(out, file)), await readFile(join(shipped, file))];
        expect(a.equals(b), file).toBe(true);
      }
    }
  });

  it('has no near duplicates across splits, and labels that stand', async () => {
    const checked = await runCli(['dataset', 'validate', shipped]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toContain('no problem');
  });

  it('has at least 400 cases that a program made, and each case type in practice and test', async () => {
    const count = { hand: 0, synthetic: 0, people: 0 };
    const types = new Map<string, Set<string>>();
    for (const split of ['practice', 'validation', 'test']) {
      const read = async (name: string) =>
        (await readFile(join(shipped, `${split}.${name}.jsonl`), 'utf8'))
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
      for (const { provenance } of await read('labels')) count[provenance as 'hand'] += 1;
      types.set(split, new Set((await read('cases')).map(({ caseType }) => caseType)));
    }
    expect(count).toEqual({ hand: 62, synthetic: 420, people: 0 });
    expect(types.get('practice')).toEqual(types.get('test'));
  });
});
