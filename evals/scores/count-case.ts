import { policies } from '../matching/policy.ts';
import type { CaseScore, CitationCounts, MatchCounts, RepeatScore, SetCounts } from './case-score.ts';
import { citationLevels } from './count-citations.ts';
import { countSlices } from './count-slices.ts';
import { addCount, addRates, type Counts } from './tally.ts';

/** Everything that one case adds to a model's ratios, summed over its repeats: whole numbers, exact in any order. */
export function countCase(score: CaseScore, headline: MatchCountsOf): Counts {
  const counts: Counts = new Map();
  for (const repeat of score.repeats) countRepeat(counts, score, repeat, headline(repeat));
  return counts;
}

/** Picks the headline policy's counts. */
export type MatchCountsOf = (repeat: RepeatScore) => MatchCounts;

function countRepeat(counts: Counts, score: CaseScore, repeat: RepeatScore, headline: MatchCounts): void {
  const answered = repeat.status === 'answered';
  addCount(counts, 'coverage', Number(answered), 1);
  for (const policy of policies) {
    const { truePositives, falsePositives, falseNegatives } = repeat.policies[policy]!;
    addRates(counts, `policy:${policy}`, truePositives, falsePositives, falseNegatives);
  }
  const { truePositives, falsePositives, falseNegatives } = headline;
  addRates(counts, 'defects', truePositives, falsePositives, falseNegatives);
  if (answered) addRates(counts, 'selective', truePositives, falsePositives, falseNegatives);
  const codes = repeat.codeSet;
  addRates(counts, 'codeSet', codes.truePositives, codes.falsePositives, codes.falseNegatives);
  countOutcomes(counts, score, repeat, headline);
  countSlices(counts, score, repeat, headline);
  addCitationLevels(counts, 'citations.givenMatch', repeat.citations.givenMatch);
  addCitationLevels(counts, 'citations.overall', repeat.citations.overall);
  countValidity(counts, repeat);
  addSetCounts(counts, 'evidence', repeat.evidence);
  const quotes = repeat.findings.flatMap((finding) => finding.quotes);
  addCount(
    counts,
    'quotes.verbatim',
    quotes.filter((quote) => quote.verdict === 'verbatim').length,
    quotes.length,
  );
  addCount(
    counts,
    'quotes.fabricated',
    quotes.filter((quote) => quote.verdict === 'fabricated').length,
    quotes.length,
  );
}

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
    const nonexistent = citations.filter(({ validity }) => validity === 'nonexistent').length;
    const checkable = citations.filter(
      ({ validity }) => validity === 'valid' || validity === 'outdated' || validity === 'nonexistent',
    ).length;
    addCount(counts, 'citations.fabrication', nonexistent, checkable);
    addCount(counts, 'citations.unchecked', citations.length - checkable, citations.length);
    addCount(counts, 'citations.findingsWithNonexistent', Number(nonexistent > 0), 1);
  }
}

function addCitationLevels(counts: Counts, key: string, levels: CitationCounts): void {
  for (const level of citationLevels) addSetCounts(counts, `${key}.${level}`, levels[level]);
}

/** Where hits differ between the cited and the sought side, the Jaccard items take their mean. */
function addSetCounts(counts: Counts, key: string, { cited, citedHits, gold, goldHits }: SetCounts): void {
  addCount(counts, `${key}.precision`, citedHits, cited);
  addCount(counts, `${key}.recall`, goldHits, gold);
  const hits = (citedHits + goldHits) / 2;
  addCount(counts, `${key}.jaccard`, hits, cited + gold - hits);
}
