import { IdSchema } from '../../../datasets/case.ts';
import { flagError } from '../read-options.ts';

/** A caseworker's pseudonym. @throws {InputError} */
export function readAnnotator(value: string): string {
  if (IdSchema.safeParse(value).success) return value;
  throw flagError(
    '--annotator',
    value,
    'a pseudonym of letters, digits, ".", "_" and "-", like anna or sb-2',
  );
}
