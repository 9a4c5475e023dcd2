import type { EnvName, HandlerName } from '../../functions/cloud-names.ts';
import type { Reach } from './reach.ts';

/** A function as it is deployed: what it needs, and all that it may reach. */
export interface FunctionPlan {
  name: HandlerName;
  does: string;
  /** New accounts have at most 3008. */
  memoryMb: number;
  timeoutSeconds: number;
  /** Runs in the network without a way out. */
  isolated: boolean;
  /** Has a Chromium beside it, which npm has for x86_64 alone. */
  browser?: true;
  env: readonly EnvName[];
  reach: readonly Reach[];
}
