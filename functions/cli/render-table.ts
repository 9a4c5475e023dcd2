import Table from 'cli-table3';
import type { Language } from '../../datasets/language.ts';
import type { Result } from '../../evals/artifacts.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { oneLine } from '../../reports/render/one-line.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';
import { renderPeople } from './render-people.ts';

const words = {
  da: {
    model: 'Model',
    rank: 'Nr.',
    f1: 'F1',
    precision: 'Præcision',
    recall: 'Genfinding',
    citation: 'Hjemmel hF1',
    falseAlarm: 'Falsk alarm',
    critical: 'Kritiske fundet',
    coverage: 'Svar',
    undefined: 'ikke def.',
    noInterval: 'for få sager',
    cases: (result: Result) =>
      `${oneLine(result.dataset.titleDa)} ${oneLine(result.dataset.version)}, ${splitName(result, 'da')}: ${result.dataset.cases} sager ` +
      `(${result.dataset.completeCases} komplette, ${result.dataset.requiredDefects} mangler)` +
      `${result.dataset.synthetic ? ', syntetiske' : ''}. Interval 95 %. Kontrolnøgle ${result.comparabilityKey.slice(0, 12)}.`,
    status: 'Svar: besvaret/afstået/ugyldigt/for sent/fejlet af planlagte.',
  },
  en: {
    model: 'Model',
    rank: 'Rank',
    f1: 'F1',
    precision: 'Precision',
    recall: 'Recall',
    citation: 'Citation hF1',
    falseAlarm: 'False alarm',
    critical: 'Critical found',
    coverage: 'Answers',
    undefined: 'undefined',
    noInterval: 'too few cases',
    cases: (result: Result) =>
      `${oneLine(result.dataset.titleEn)} ${oneLine(result.dataset.version)}, ${splitName(result, 'en')}: ${result.dataset.cases} cases ` +
      `(${result.dataset.completeCases} complete, ${result.dataset.requiredDefects} required defects)` +
      `${result.dataset.synthetic ? ', synthetic' : ''}. 95 % intervals. Comparability key ${result.comparabilityKey.slice(0, 12)}.`,
    status: 'Answers: answered/abstained/invalid/timed out/failed of planned.',
  },
} as const;

/** What a split is called in the report too; its own name where it has none there. */
function splitName({ dataset: { split } }: Result, language: Language): string {
  return wordingOf(language).measured.splits[split] ?? split;
}

/** Models × headline figures with intervals, best first, for a terminal. */
export function renderTable(result: Result, language: Language): string {
  const text = words[language];
  const percent = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const show = (figure: Figure): string => {
    if (figure.value === null) return text.undefined;
    const value = percent.format(figure.value * 100);
    if (figure.interval === null) return `${value}\n${text.noInterval}`;
    const { low, high } = figure.interval;
    return `${value}\n${percent.format(low * 100)}–${percent.format(high * 100)}`;
  };
  const table = new Table({
    head: [
      text.rank,
      text.model,
      text.f1,
      text.precision,
      text.recall,
      text.citation,
      text.falseAlarm,
      text.critical,
      text.coverage,
    ],
    style: { head: [], border: [] },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const { id, rank, low, high } of result.ranks) {
    const model = result.models.find((each) => each.model.id === id)!;
    table.push([
      rank === null ? '–' : low === high ? String(rank) : `${low}–${high}`,
      `${oneLine(id)}\n${oneLine(model.model.version, 60)}`,
      show(model.defects.f1),
      show(model.defects.precision),
      show(model.defects.recall),
      show(model.citations.overall.hierarchical.f1),
      show(model.completeCases.falseAlarmRate),
      show(model.defects.criticalRecall),
      showCounts(model),
    ]);
  }
  const people = result.people === null ? [] : [renderPeople(result.people, language)];
  return [text.cases(result), table.toString(), text.status, ...people].join('\n');
}

function showCounts({ counts }: ModelResult): string {
  const { answered, abstained, invalid, timedOut, failed, planned } = counts;
  return `${answered}/${abstained}/${invalid}/${timedOut}/${failed}\n/ ${planned}`;
}
