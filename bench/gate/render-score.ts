import type { CorpusText } from './make-corpus.ts';
import type { CorpusScore, KindCount } from './score-corpus.ts';

export interface GateFigures {
  recall: number;
  precision: number;
  /** The lowest recall of a kind. */
  worstKindRecall: number;
}

export function summariseScore({ byKind }: CorpusScore): GateFigures {
  const kinds = [...byKind.values()];
  const sum = (of: (count: KindCount) => number) => kinds.reduce((total, count) => total + of(count), 0);
  return {
    recall: round(sum(({ found }) => found) / sum(({ planted }) => planted)),
    precision: round(sum(({ right }) => right) / sum(({ findings }) => findings)),
    worstKindRecall: round(
      Math.min(...kinds.filter(({ planted }) => planted > 0).map(({ found, planted }) => found / planted)),
    ),
  };
}

/** A Markdown table by kind, and what was taken for something. */
export function renderScore({ byKind, falseBySort }: CorpusScore, texts: readonly CorpusText[]): string {
  const rows = [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { planted, found, findings, right }]) => {
      const recall = planted === 0 ? '–' : (found / planted).toFixed(3);
      const precision = findings === 0 ? '–' : (right / findings).toFixed(3);
      return `| ${kind} | ${planted} | ${found} | ${recall} | ${findings} | ${right} | ${precision} |`;
    });
  const planted = texts.reduce((sum, text) => sum + text.planted.length, 0);
  const lookAlikes = texts.reduce((sum, text) => sum + text.lookAlikes.length, 0);
  const wrong = [...falseBySort].map(([sort, count]) => `${sort} ${count}`).join(', ');
  return [
    `${planted} identifiers among ${lookAlikes} look-alikes in ${texts.length} texts`,
    '',
    '| kind | planted | found | recall | findings | right | precision |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Wrong findings, by what they lie in: ${wrong === '' ? 'none' : wrong}`,
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
