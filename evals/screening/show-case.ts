import type { Case } from '../../datasets/case.ts';

/** Which parts of a case the protocol shows. */
export interface ShownParts {
  fields: boolean;
  documents: boolean;
  files: boolean;
  localRules: boolean;
}

/** The case as a model under this protocol gets it: parts that are not shown are empty. */
export function showCase(whole: Case, shown: ShownParts): Case {
  return {
    ...whole,
    fields: shown.fields ? whole.fields : {},
    documents: shown.documents ? whole.documents : [],
    files: shown.files ? whole.files : [],
    localRules: shown.localRules ? whole.localRules : [],
  };
}
