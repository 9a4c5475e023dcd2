import type { Model } from '../ports.ts';

/** The floor: reports nothing, whatever the case. */
export function createSilent(): Model {
  return {
    id: 'silent',
    version: '1',
    async screen() {
      return { outcome: 'complete', findings: [] };
    },
  };
}
