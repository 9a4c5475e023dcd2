import { checkInMeasures } from '../../evals/check-in/change-parts.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import { inlineMarkdown as inline } from '../render/inline-markdown.ts';
import { figureText, intervalText } from '../render/render-figure.ts';
import { type CheckInContext, casePage, datasetTitle, measureName } from './check-in-context.ts';
import { checkInFiles } from './check-in-files.ts';
import { composeAgenda } from './compose-agenda.ts';
import { composeAnswer } from './compose-answer.ts';
import { checkInTitle } from './render-front.ts';
import { sayGate } from './say-gate.ts';

/** The check-in in a page of Markdown, to send by mail: the answer, the agenda with its cases, the figures. */
export function renderMail(context: CheckInContext): string {
  const { words, record, language } = context;
  const said = words.checkIn;
  const notices = record.datasets.map(({ dataset }) => {
    const title = dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle;
    const lead = dataset.synthetic ? `${words.page.syntheticLead} ` : '';
    return `> **${inline(title)}** ${inline(lead + (language === 'da' ? dataset.noticeDa : dataset.noticeEn))}`;
  });
  const questions = composeAgenda(context).map(({ text, place, caseIds }, at) => {
    const links = caseIds.map((id) => `[${inline(id)}](${casePage(context, record.datasets[place]!, id)})`);
    return `${at + 1}. ${inline(text)}${links.length > 0 ? ` ${said.questions.see(links.join(', '))}` : ''}`;
  });
  const lines = [
    `# ${inline(checkInTitle(context))}`,
    '',
    ...notices.flatMap((notice) => [notice, '']),
    `## ${said.sections.answer}`,
    '',
    ...composeAnswer(context).map((sentence) => `- ${inline(sentence)}`),
    '',
    inline(words.page.support),
    '',
    `## ${said.mail.agenda}`,
    '',
    ...questions,
    '',
    `## ${said.mail.figures}`,
    ...record.datasets.flatMap((_, place) => [
      ...renderFigures(context, place),
      ...renderGateRows(context, place),
    ]),
    '',
    said.mail.full(checkInFiles[language].page),
  ];
  return `${lines.join('\n')}\n`;
}

function renderFigures(context: CheckInContext, place: number): string[] {
  const { words, record } = context;
  const dataset = record.datasets[place]!;
  const heads = checkInMeasures.map((measure) => measureName(context, measure));
  return [
    '',
    `${inline(datasetTitle(context, dataset))} (${inline(`${dataset.dataset.id} ${dataset.dataset.version}, ${dataset.dataset.split}`)}). ${words.versions.key}: \`${dataset.comparabilityKey}\``,
    '',
    row([words.checkIn.parts.model, ...heads]),
    row(['', ...heads].map(() => '---')),
    ...dataset.models.map(({ model, figures }) =>
      row([
        inline(model.id),
        ...checkInMeasures.map((measure) => {
          const figure = figures[measure]!;
          return inline(
            `${figureText(figure, context)} (${intervalText(figure, context)}; n = ${figure.cases})`,
          );
        }),
      ]),
    ),
  ];
}

/** The requirements with their verdicts. */
function renderGateRows(context: CheckInContext, place: number): string[] {
  const said = context.words.checkIn.gates;
  const { gates } = context.record.datasets[place]!;
  if (gates.length === 0) return [];
  const heads = [said.gate, said.model, said.figure, said.verdict];
  return [
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...gates.flatMap(({ gate, models }) => {
      const { unit } = measureOf(gate.measure as MeasureId);
      return models.map(({ id, figure, verdict }) => {
        const range = `${intervalText(figure, context, unit)}; n = ${figure.cases}`;
        const measured = `${figureText(figure, context, unit)} (${range})`;
        return row([sayGate(context, gate), id, measured, said.verdicts[verdict]].map(inline));
      });
    }),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
