import type { Case } from '../../datasets/case.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { Model } from '../../evals/ports.ts';
import type { Price } from '../../evals/prices/price.ts';
import type { PlannedModel } from '../../evals/steps/plan-run.ts';
import type { Suite } from '../../evals/suite.ts';
import type { Beside } from '../adapters/build-request.ts';

/** What makes one model: the model itself, and what its adapter knows beside it. */
export interface MadeModel {
  model: Model;
  /** See `PlannedModel`. */
  fingerprint: string;
  /** The text that the model would be sent for a case: what an estimate counts. Absent where nothing is sent. */
  inputText?: ((caseShown: Case) => string) | undefined;
}

/** How a model is asked. */
export interface Calling {
  /** It is asked over a network, and not worked out here. */
  called: boolean;
  /** Calls in flight at most, as the suite says. */
  concurrency?: number | undefined;
  /** Of what each answer used; absent where nothing is known. */
  price?: Price | undefined;
}

/** A model that is ready to be asked, and how it stands in the plan. */
export type ReadyModel = PlannedModel & Calling & MadeModel;

/** The lists that the protocol shows a model beside a case, by their names. */
export function besideOf({ taxonomy, catalogue }: Dataset, shown: Suite['protocol']['shown']): Beside {
  const named = ({ id, version }: { id: string; version: string }) => ({ id, version });
  return {
    ...(shown.taxonomy ? { taxonomy: named(taxonomy) } : {}),
    ...(shown.catalogue ? { catalogue: named(catalogue) } : {}),
  };
}
