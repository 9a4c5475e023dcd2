import type { Card } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import { sealedEndings } from '../cloud-names.ts';

/**
 * Where a blob lies is said by its name: what tells labels is named so that it lies with the labels, and cases are not.
 * @throws {InputError} naming the first file that would lie on the wrong side
 */
export function requireSealedNames({ splits, changes }: Card): void {
  if (changes !== undefined) {
    throw new InputError({
      field: 'changes',
      is: `"${changes}", which tells of labels`,
      expected: 'no change log in the cloud',
      mend: 'Take `changes` out of the card of the copy that is put there, and let `npx maalestok gate FOLDER --write` pass it again.',
    });
  }
  for (const [name, split] of Object.entries(splits)) {
    for (const [at, ending] of [
      ['labels', sealedEndings[0]],
      ['annotations', sealedEndings[1]],
      ['judged', sealedEndings[2]],
    ] as const) {
      const file = split[at];
      if (file !== undefined && !file.endsWith(ending))
        throw misnamed(`splits.${name}.${at}`, file, `a name that ends in "${ending}"`);
    }
    // By this name alone is the function of built-in models given labels: they learn from practice, and from nothing else.
    if (
      name === 'practice' &&
      split.labels !== undefined &&
      !/(?:^|\/)practice\.labels\.jsonl$/u.test(split.labels)
    )
      throw misnamed('splits.practice.labels', split.labels, '"practice.labels.jsonl"');
    if (sealedEndings.some((ending) => split.cases.endsWith(ending)))
      throw misnamed(`splits.${name}.cases`, split.cases, 'no name of a file of labels');
  }
}

function misnamed(field: string, file: string, expected: string): InputError {
  return new InputError({
    field,
    is: `"${file}"`,
    expected,
    mend: 'Rename the file and say so in the card: in the cloud the name says in which store it lies.',
  });
}
