import { describe, expect, it } from 'vitest';
import { templates } from '../support/templates.ts';
import { findLeaks } from './find-leaks.ts';
import { labelLeaks } from './label-leaks.ts';
import { otherLeaks } from './other-leaks.ts';

describe('who reaches what, computed from roles, policies, keys and network', () => {
  it('lets nobody to what is not theirs', () => {
    expect(findLeaks(templates())).toEqual([]);
  });

  it.each([...labelLeaks, ...otherLeaks])('notices when %s', (_, plant, said) => {
    const all = templates();
    plant(all);
    expect(findLeaks(all).join('\n')).toMatch(said);
  });
});
