import Table from 'cli-table3';
import type { Language } from '../../datasets/language.ts';
import { type CheckOutcome, isConforming } from '../vendor/check/run-checks.ts';

const words = {
  da: {
    head: ['Prøve', 'Hvad der prøves', 'Udfald'],
    pass: 'ok',
    fail: 'fejl',
    advised: 'bemærkning',
    skip: 'udeladt',
    field: 'felt',
    summary: (passed: number, failed: number, advised: number, skipped: number) =>
      `${passed} ok, ${failed} fejl, ${advised} bemærkninger, ${skipped} udeladt.`,
    conforming: 'Endepunktet opfylder kontrakten.',
    failing: 'Endepunktet opfylder ikke kontrakten.',
    synthetic:
      'Der er kun sendt indbyggede, syntetiske eksempler. Prøven siger intet om, hvor god modellen er.',
  },
  en: {
    head: ['Check', 'What is asked', 'Outcome'],
    pass: 'ok',
    fail: 'failed',
    advised: 'remark',
    skip: 'left out',
    field: 'field',
    summary: (passed: number, failed: number, advised: number, skipped: number) =>
      `${passed} ok, ${failed} failed, ${advised} remarks, ${skipped} left out.`,
    conforming: 'The endpoint meets the contract.',
    failing: 'The endpoint does not meet the contract.',
    synthetic: 'Only built-in, synthetic examples were sent. The check does not say how good the model is.',
  },
} as const;

/** No line between rows: there are many, of one line each. */
const noLines = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** Checks × outcome, what failed with field and mending, and a line that sums up. */
export function renderCheck(outcomes: readonly CheckOutcome[], language: Language): string {
  const text = words[language];
  const table = new Table({ head: [...text.head], style: { head: [], border: [] }, chars: noLines });
  for (const outcome of outcomes) {
    table.push([outcome.check.id, outcome.check.asks[language], renderOutcome(outcome, language)]);
  }
  const failed = outcomes.filter(({ verdict }) => verdict.verdict === 'fail');
  const count = (of: (outcome: CheckOutcome) => boolean) => outcomes.filter(of).length;
  return [
    table.toString(),
    ...failed.flatMap((outcome) => renderFailure(outcome, language)),
    text.summary(
      count(({ verdict }) => verdict.verdict === 'pass'),
      count(({ check, verdict }) => verdict.verdict === 'fail' && check.level === 'required'),
      count(({ check, verdict }) => verdict.verdict === 'fail' && check.level === 'advised'),
      count(({ verdict }) => verdict.verdict === 'skip'),
    ),
    isConforming(outcomes) ? text.conforming : text.failing,
    text.synthetic,
  ].join('\n');
}

function renderOutcome({ check, verdict }: CheckOutcome, language: Language): string {
  const text = words[language];
  if (verdict.verdict === 'skip') return `${text.skip}: ${verdict.why[language]}`;
  if (verdict.verdict === 'pass') {
    return verdict.note === undefined ? text.pass : `${text.pass}: ${verdict.note[language]}`;
  }
  return check.level === 'required' ? text.fail : text.advised;
}

function renderFailure({ check, verdict }: CheckOutcome, language: Language): string[] {
  if (verdict.verdict !== 'fail') return [];
  const { field, is } = verdict;
  return [`${check.id}: ${words[language].field} ${field}: ${is[language]}`, `  ${check.mend[language]}`];
}
