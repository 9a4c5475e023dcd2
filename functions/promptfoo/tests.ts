import { InputError } from '../../datasets/errors.ts';
import { openCases } from './open-cases.ts';

/** A test of promptfoo's: one case. What the case says stays out of it, since promptfoo reads variables as templates and paths. */
export interface CaseTest {
  description: string;
  vars: { caseId: string };
}

/**
 * The cases of a split as promptfoo's tests, in the order of their file.
 * @param config see `CasesConfigSchema`
 */
export async function cases(config: unknown): Promise<CaseTest[]> {
  const { byId } = await openCases(config);
  return [...byId.keys()].map((caseId) => {
    if (caseId.startsWith('package:')) throw readAsCode(caseId);
    return { description: caseId, vars: { caseId } };
  });
}

/** promptfoo would load a module of that name. */
function readAsCode(caseId: string): InputError {
  return new InputError({
    field: 'caseId',
    is: `"${caseId}"`,
    expected: 'an id that does not begin with "package:"',
    mend: 'Give the case another id.',
  });
}
