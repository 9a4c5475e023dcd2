import type { Card } from './card.ts';

/**
 * All that a card says itself: less what the gate wrote, and of its splits the names of files alone, since their hashes
 * and counts say nothing.
 */
export function cardTexts({ privacy: _, splits, ...texts }: Card): object {
  const files = Object.values(splits).map(({ cases, labels, annotations, judged }) => [
    cases,
    labels,
    annotations,
    judged,
  ]);
  return { ...texts, files };
}
