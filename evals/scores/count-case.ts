import { policies } from '../matching/policy.ts';
import type { CaseScore, CitationCounts, MatchCounts, RepeatScore, SetCounts } from './case-score.ts';
import { citationLevels } from './count-citations.ts';
import { countDiscretion } from './count-discretion.ts';
import { countSlices } from './count-slices.ts';
import { addCount, addRates, type Counts, ratesKeys } from './tally.ts';

/** Adds everything that one case adds to a model's ratios, summed over its repeats: whole numbers, exact in any order. */
export function countCase(counts: Counts, score: CaseScore, headline: MatchCountsOf): void {
  for (const repeat of score.repeats) countRepeat(counts, score, repeat, headline(repeat));
}

/** Picks the headline policy's counts. */
export type MatchCountsOf = (repeat: RepeatScore) => MatchCounts;

function countRepeat(counts: Counts, score: CaseScore, repeat: RepeatScore, headline: MatchCounts): void {
  const answered = repeat.status === 'answered';
  addCount(counts, 'coverage', Number(answered), 1);
  for (const policy of policies) {
    const { truePositives, falsePositives, falseNegatives } = repeat.policies[policy]!;
    addRates(counts, policyKeys[policy], truePositives, falsePositives, falseNegatives);
  }
  const { truePositives, falsePositives, falseNegatives } = headline;
  addRates(counts, 'defects', truePositives, falsePositives, falseNegatives);
  if (answered) addRates(counts, 'selective', truePositives, falsePositives, falseNegatives);
  const codes = repeat.codeSet;
  addRates(counts, 'codeSet', codes.truePositives, codes.falsePositives, codes.falseNegatives);
  countOutcomes(counts, score, repeat, headline);
  countSlices(counts, score, repeat, headline);
  countDiscretion(counts, repeat);
  addCitationLevels(counts, 'givenMatch', repeat.citations.givenMatch);
  addCitationLevels(counts, 'overall', repeat.citations.overall);
  countValidity(counts, repeat);
  addSetCounts(counts, 'evidence', repeat.evidence);
  for (const { quotes } of repeat.findings) {
    for (const { verdict } of quotes) {
      addCount(counts, 'quotes.verbatim', Number(verdict === 'verbatim'), 1);
      addCount(counts, 'quotes.fabricated', Number(verdict === 'fabricated'), 1);
    }
  }
}

const policyKeys = {
  strict: 'policy:strict',
  standard: 'policy:standard',
  lenient: 'policy:lenient',
} as const;

function countOutcomes(counts: Counts, score: CaseScore, repeat: RepeatScore, headline: MatchCounts): void {
  const answered = repeat.status === 'answered';
  const clean = headline.falsePositives === 0;
  if (score.complete) {
    addCount(counts, 'complete.passed', Number(answered && clean), 1);
    addCount(counts, 'complete.falseAlarm', Number(answered && !clean), 1);
    addCount(counts, 'complete.abstained', Number(repeat.status === 'abstained'), 1);
    addCount(counts, 'complete.failed', Number(!answered && repeat.status !== 'abstained'), 1);
    addCount(counts, 'complete.falseAlarmRate', Number(!(answered && clean)), 1);
  } else {
    addCount(counts, 'caught', Number(headline.truePositives > 0), 1);
  }
  addCount(counts, 'exactCase', Number(answered && clean && headline.falseNegatives === 0), 1);
  // What was not answered, or answered without one, is wrong: no model gains by leaving an outcome out.
  addCount(counts, 'outcome', Number(repeat.outcome === score.outcome), 1);
}

function countValidity(counts: Counts, repeat: RepeatScore): void {
  for (const { citations } of repeat.findings) {
    let [nonexistent, checkable] = [0, 0];
    for (const { validity } of citations) {
      if (validity === 'nonexistent') nonexistent += 1;
      if (validity === 'valid' || validity === 'outdated' || validity === 'nonexistent') checkable += 1;
    }
    addCount(counts, 'citations.fabrication', nonexistent, checkable);
    addCount(counts, 'citations.unchecked', citations.length - checkable, citations.length);
    addCount(counts, 'citations.findingsWithNonexistent', Number(nonexistent > 0), 1);
  }
}

const levelKeys = {
  givenMatch: keysOfLevels('givenMatch'),
  overall: keysOfLevels('overall'),
};

function keysOfLevels(scope: string): Record<keyof CitationCounts, string> {
  const key = `citations.${scope}`;
  return { exact: `${key}.exact`, paragraph: `${key}.paragraph`, hierarchical: `${key}.hierarchical` };
}

function addCitationLevels(counts: Counts, scope: keyof typeof levelKeys, levels: CitationCounts): void {
  for (const level of citationLevels) addSetCounts(counts, levelKeys[scope][level], levels[level]);
}

/** Where hits differ between the cited and the sought side, the Jaccard items take their mean. */
function addSetCounts(counts: Counts, prefix: string, { cited, citedHits, gold, goldHits }: SetCounts): void {
  const keys = ratesKeys(prefix);
  addCount(counts, keys.precision, citedHits, cited);
  addCount(counts, keys.recall, goldHits, gold);
  const hits = (citedHits + goldHits) / 2;
  addCount(counts, keys.jaccard, hits, cited + gold - hits);
}
