import type { Card } from '../card.ts';
import type { SynthesisedSplit } from './deal-splits.ts';

export interface SynthesisCardInput {
  cases: number;
  seed: string;
  drawings: 'none' | 'pdf';
  splits: readonly SynthesisedSplit[];
}

/** The card of a synthesised data set; its counts and hashes are written when its files are. */
export function composeSynthesisCard({ cases, seed, drawings, splits }: SynthesisCardInput): Card {
  const blank = { count: 1, casesSha256: '0'.repeat(64), labelsSha256: '0'.repeat(64) };
  return {
    schema: 'maalestok.card.v1',
    id: 'byggesag-da-syntese',
    version: '1.0.0',
    labelVersion: '1',
    titleDa: 'Syntetiske byggesager',
    titleEn: 'Synthetic building cases',
    synthetic: true,
    noticeDa:
      'Sagerne er lavet af et program ud fra et tilfældigt tal; ingen er en virkelig sag. Facit følger af, hvad programmet ændrede. Ingen sagsbehandler har gennemgået sager eller facit, og hvor ofte en mangel forekommer, er en antagelse.',
    noticeEn:
      'The cases were made by a program from a seed; none is a real case. The labels follow from what the program changed. No caseworker has reviewed cases or labels, and how often a defect occurs is an assumption.',
    origin: `Made by \`maalestok synthesise --cases ${cases} --seed ${seed}${drawings === 'none' ? '' : ` --drawings ${drawings}`}\`. Rules as in force 1 July to 31 December 2024.`,
    licence: 'EUPL-1.2',
    splits: Object.fromEntries(
      splits.map((split) => [
        split,
        { cases: `${split}.cases.jsonl`, labels: `${split}.labels.jsonl`, ...blank },
      ]),
    ),
  };
}
