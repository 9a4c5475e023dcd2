import type { LawReference } from './law-reference.ts';

/** The laws a text has named so far: what `loven`, `lokalplanen` and a bare § refer to. */
export interface LawContext {
  /** Last named by name or number. */
  current: string | null;
  currentDotted: boolean;
  statute: string | null;
  order: string | null;
  plan: string | null;
  /** An older regulation with dotted numbers. */
  dotted: string | null;
  /** A local plan was mentioned, with or without a number. */
  somePlan: boolean;
}

export function emptyContext(law: string | null = null): LawContext {
  return {
    current: law,
    currentDotted: law?.startsWith('lokalplan') ?? false,
    statute: null,
    order: null,
    plan: law?.startsWith('lokalplan') ? law : null,
    dotted: null,
    somePlan: false,
  };
}

/** The id that a reference stands for; null where it refers to nothing named before. */
export function resolveReference(reference: LawReference, context: LawContext): string | null {
  if (reference.how === 'named') return reference.id;
  if (reference.how === 'somePlan') return context.plan ?? 'lokalplan';
  if (reference.of === 'plan') return context.plan ?? (context.somePlan ? 'lokalplan' : null);
  const first = reference.of === 'law' ? context.statute : context.order;
  return first ?? context.current;
}

/** Notes that the text names a law. A plan without its number counts only where no law was named. */
export function nameLaw(
  reference: LawReference,
  id: string | null,
  context: LawContext,
  cited: boolean,
): void {
  if (id === null) return;
  const plan = id.startsWith('lokalplan');
  if (plan) context.somePlan = true;
  if (reference.how === 'somePlan' && !cited && (context.current !== null || !reference.definite)) return;
  if (plan && id !== 'lokalplan') context.plan = id;
  if (reference.how === 'named' && reference.kind === 'law') context.statute = id;
  if (reference.how === 'named' && reference.kind === 'order') context.order = id;
  const dotted =
    plan || (reference.how === 'named' ? reference.dotted : context.currentDotted && id === context.current);
  if (dotted && !plan) context.dotted = id;
  context.current = id;
  context.currentDotted = dotted;
}

/** The law of a § that has none beside it. */
export function inheritLaw(dottedNumber: boolean, context: LawContext): string | null {
  if (!dottedNumber || context.currentDotted) return context.current;
  return context.plan ?? (context.somePlan ? 'lokalplan' : context.dotted);
}
