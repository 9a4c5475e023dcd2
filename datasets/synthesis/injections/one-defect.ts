import type { Random } from '../../../evals/statistics/random.ts';
import type { Draft, DraftDefect } from '../project.ts';
import type { Injection } from './injection.ts';

/** What is wrong, beside its code. */
type Told = Omit<DraftDefect, 'code'>;

type OneDefect = Omit<Injection, 'apply'> &
  (
    | {
        defect: Told;
        /** @returns false where this draft does not lend itself to it */
        change(draft: Draft, random: Random): boolean;
      }
    | {
        defect?: undefined;
        /** @returns what is wrong, where that hangs on the draft or the draw; false as above */
        change(draft: Draft, random: Random): false | Told;
      }
  );

/** An injection that changes the draft, and then writes down one defect of its own code. */
export function oneDefect({ defect, change, ...injection }: OneDefect): Injection {
  return {
    ...injection,
    apply(draft, random) {
      const outcome = change(draft, random);
      const told = outcome === true ? defect : outcome;
      if (!told) return false;
      draft.defects.push({ code: injection.code, ...told });
      return true;
    },
  };
}
