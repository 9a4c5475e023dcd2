import { cleanText } from '../../datasets/clean-text.ts';
import type { Language } from '../../datasets/language.ts';
import { shortenText } from '../render/cut-text.ts';
import type { CardFacts, SplitFacts } from './card-facts.ts';
import { cardWords } from './card-words.ts';

/** Characters of one text of a card. */
const textShown = 10_000;

/** A data set's card as Markdown, for people. */
export function renderCard(facts: CardFacts, language: Language): string {
  const { card, taxonomy, catalogue, splits, changes, withOrigin } = facts;
  const words = cardWords[language];
  const da = language === 'da';
  const labelled = splits.some(({ labels }) => labels !== undefined);
  const rows: [string, string | undefined][] = [
    [words.id, card.id],
    [words.version, card.version],
    [words.labelVersion, labelled ? card.labelVersion : undefined],
    [words.creator, card.creator],
    [words.published, card.published],
    [words.url, card.url],
    [words.licence, card.licence],
    [words.taxonomy, `${taxonomy.id} ${taxonomy.version}`],
    [words.catalogue, `${catalogue.id} ${catalogue.version}`],
  ];
  const parts = [
    `# ${escapeMarkdown(da ? card.titleDa : card.titleEn)}`,
    card.synthetic ? `**${words.synthetic}**` : '',
    escapeMarkdown(da ? card.noticeDa : card.noticeEn),
    table(
      ['', ''],
      rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...(withOrigin ? [`## ${words.origin}`, escapeMarkdown(card.origin)] : []),
    `## ${words.splits}`,
    ...splits.map((split) => renderSplit(split, words)),
    ...(changes === undefined || changes.length === 0
      ? []
      : [`## ${words.changes}`, words.changesLead(changes.length), changesTable(changes, words)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Words = (typeof cardWords)[Language];

function renderSplit({ split, cases, caseTypes, labels, people }: SplitFacts, words: Words): string {
  const facts = [
    words.cases(cases),
    labels === undefined ? '' : words.labels(labels),
    people === undefined ? '' : words.people(people),
  ];
  return [
    `### ${split}`,
    facts.filter((fact) => fact !== '').join(' '),
    table(
      [words.caseType, words.number],
      caseTypes.map(({ name, cases: count }) => [name, String(count)]),
    ),
  ].join('\n\n');
}

function changesTable(changes: NonNullable<CardFacts['changes']>, words: Words): string {
  const versions = Map.groupBy(changes, ({ from, version, date, via, by }) =>
    JSON.stringify([from, version, date, via, by]),
  );
  return table(
    words.changeColumns,
    [...versions.values()].map((group) => {
      const { from, version, date, via, by } = group[0]!;
      return [`${from} → ${version}`, date, words.via[via], by, String(group.length)];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text of unknown origin: one line of bounded length, and nothing in it is read as Markdown or HTML. */
function escapeMarkdown(text: string): string {
  return cleanText(shortenText(text, textShown))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#]/gu, (mark) => `\\${mark}`);
}
