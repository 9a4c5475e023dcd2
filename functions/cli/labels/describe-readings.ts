import type { Annotations } from '../../../evals/agreement/annotations.ts';
import { nameCases } from '../../../evals/labelling/import-first-labels.ts';

/** Cases that two caseworkers have not read yet, and what that means for first labels; '' where there is none. */
export function describeReadings(caseIds: readonly string[], annotations: Annotations): string {
  const read = (times: number) => caseIds.filter((id) => annotations.get(id).length === times);
  const [single, unread] = [read(1), read(0)];
  return [
    single.length === 0
      ? ''
      : `Labelled by one caseworker alone: ${nameCases(single)}. Import refuses them, unless --take-single.\n`,
    unread.length === 0
      ? ''
      : `Labelled by nobody: ${nameCases(unread)}. Import refuses them, unless --leave-out-unread.\n`,
  ].join('');
}
