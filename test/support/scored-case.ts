import type { AnsweredCase } from './scoring-data.ts';

/** The relations that the labels state, as a label index has them. */
export function relationsOf(data: readonly AnsweredCase[]) {
  return new Map(
    data.flatMap(({ label: { caseId, twinOf, transformOf, transform } }) =>
      twinOf === undefined && transformOf === undefined
        ? []
        : [
            [
              caseId,
              {
                ...(twinOf === undefined ? {} : { twinOf }),
                ...(transformOf === undefined ? {} : { transformOf }),
                ...(transform === undefined ? {} : { transform }),
              },
            ] as const,
          ],
    ),
  );
}
