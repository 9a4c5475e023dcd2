import { describe, expect, it } from 'vitest';
import { errorKinds } from '../../../evals/screening/error-kinds.ts';
import { renderErrorKind } from '../../../reports/render/error-kind.ts';
import { errorKindsDa } from '../../../reports/wording/error-kinds-da.ts';
import { errorKindsEn } from '../../../reports/wording/error-kinds-en.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';

/** `http-NNN` stands for a kind for each status, which is named with its number. */
const named = Object.keys(errorKinds).filter((kind) => kind !== 'http-NNN');

describe.each([
  ['da', errorKindsDa, 'tjenesten svarede HTTP 418'],
  ['en', errorKindsEn, 'the service answered HTTP 418'],
] as const)('the kinds of error in %s', (language, { errorKinds: names }, status) => {
  it('have a name each, and no name is of a kind that does not exist', () => {
    expect(Object.keys(names).sort()).toEqual(named.sort());
  });

  it('have names that tell them apart, and say more than the kind', () => {
    const said = Object.values(names);
    expect(new Set(said).size).toBe(said.length);
    expect(said.filter((name) => !/\p{L} \p{L}/u.test(name))).toEqual([]);
  });

  it('are shown by their names, a status with its number, and what a vendor calls its own as it is', () => {
    const words = wordingOf(language);
    const shown = (kind: string) => renderErrorKind({ words }, kind).toString();
    expect(named.filter((kind) => shown(kind).startsWith('<code>'))).toEqual([]);
    expect([shown('http-418'), shown('toString')]).toEqual([status, '<code>toString</code>']);
  });
});
