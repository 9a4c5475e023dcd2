import type { Result } from '../evals/artifacts.ts';
import { formatCount } from './render/format-number.ts';
import { joinNames, type ReportContext } from './report-context.ts';

/** How many of the cases are variants of others: changed in what must not matter, and with a planted instruction. */
export function countVariants({ models }: Pick<Result, 'models'>): { changed: number; injected: number } {
  const most = (counts: number[]) => Math.max(0, ...counts);
  return {
    changed: most(models.map(({ robustness }) => robustness.transformed)),
    injected: most(models.map(({ robustness }) => robustness.injections.cases)),
  };
}

/** `168 ændret …, 96 med …`; null where there are none. */
export function sayVariants(context: ReportContext): { all: string; parts: string } | null {
  const { words, language, result } = context;
  const { changed, injected } = countVariants(result);
  if (changed + injected === 0) return null;
  const n = (count: number) => formatCount(count, language);
  const parts = [
    ...(changed > 0 ? [words.variants.changed(n(changed))] : []),
    ...(injected > 0 ? [words.variants.injected(n(injected))] : []),
  ];
  return { all: n(changed + injected), parts: joinNames(context, parts) };
}
