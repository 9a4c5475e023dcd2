import { prepareMean } from './f-statistics.ts';
import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';

/** Of the provisions that findings name. */
export function buildCitationFigures(figures: FigureSource): ModelResult['citations'] {
  const levels = (scope: string) => ({
    exact: figures.harmonicRates(`citations.${scope}.exact`),
    paragraph: figures.harmonicRates(`citations.${scope}.paragraph`),
    hierarchical: figures.harmonicRates(`citations.${scope}.hierarchical`),
  });
  return {
    givenMatch: levels('givenMatch'),
    overall: levels('overall'),
    ...figures.gathered.totals.citations(),
    fabricationRate: figures.ratio('citations.fabrication'),
    uncheckedShare: figures.ratio('citations.unchecked'),
    findingsWithNonexistent: figures.ratio('citations.findingsWithNonexistent'),
  };
}

/** Of the places and quotes that findings name. */
export function buildEvidenceFigures(figures: FigureSource): ModelResult['evidence'] {
  const { truePositives } = figures.gathered.totals.matches(figures.gathered.options.policy);
  const { placesPerFinding } = figures.bootstrap('placesPerFinding', {
    reads: (column) => column === 'places' || column === 'defects:tp',
    counts: { placesPerFinding: (column) => column === 'defects:tp' },
    prepare: prepareMean({ placesPerFinding: ['places', 'defects:tp'] }),
    items: { placesPerFinding: truePositives },
  });
  return {
    ...figures.harmonicRates('evidence'),
    placesPerFinding,
    verbatimQuotes: figures.ratio('quotes.verbatim'),
    fabricatedQuotes: figures.ratio('quotes.fabricated'),
  };
}
