/** Figures that promptfoo works out of the sums over all cases: those of the board. */
export const derivedMetrics = [
  { name: 'precision', value: 'truePositives / (truePositives + falsePositives)' },
  { name: 'recall', value: 'truePositives / (truePositives + falseNegatives)' },
  { name: 'f1', value: '2 * truePositives / (2 * truePositives + falsePositives + falseNegatives)' },
  { name: 'citationPrecision', value: 'hierarchicalCitedHits / hierarchicalCited' },
  { name: 'citationRecall', value: 'hierarchicalGoldHits / hierarchicalGold' },
  {
    name: 'citationF1',
    value: '2 * citationPrecision * citationRecall / (citationPrecision + citationRecall)',
  },
];
