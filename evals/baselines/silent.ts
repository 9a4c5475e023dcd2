import type { Model } from '../ports.ts';
import { baselineVersions } from './baseline-versions.ts';

/** The floor: reports nothing, whatever the case. */
export function createSilent(): Model {
  return {
    id: 'silent',
    version: baselineVersions.silent,
    async screen() {
      return { outcome: 'complete', findings: [] };
    },
  };
}
