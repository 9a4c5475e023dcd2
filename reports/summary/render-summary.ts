import { answerSentences } from '../comparison/compose-answer.ts';
import { reportTitle } from '../comparison/render-front.ts';
import { measureHead, placeText } from '../comparison/render-side-by-side.ts';
import { headlineMeasures, measureOf } from '../measures.ts';
import { inlineMarkdown as inline } from '../render/inline-markdown.ts';
import { figureText, intervalText } from '../render/render-figure.ts';
import type { ReportContext } from '../report-context.ts';

/** The measures of a summary: what fits a mail. */
const shown = headlineMeasures.filter((id) => id !== 'defectPrecision' && id !== 'coverage');

/** The report in a page of Markdown, to send by mail: the answer, the headline figures with their intervals, the key. */
export function renderSummary(context: ReportContext): string {
  const { words, result, language } = context;
  const { dataset } = result;
  const notice = language === 'da' ? dataset.noticeDa : dataset.noticeEn;
  const title = dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle;
  const lead = dataset.synthetic ? `${words.page.syntheticLead} ` : '';
  const heads = shown.map((id) => measureHead(context, id).replaceAll('\u00AD', ''));
  const rows = result.models.map((model) => [
    `${model.model.id} (${placeText(context, model.model.id)})`,
    ...shown.map((id) => {
      const figure = measureOf(id).read(model);
      return `${figureText(figure, context)} (${intervalText(figure, context)}; n = ${figure.cases})`;
    }),
  ]);
  const lines = [
    `# ${inline(reportTitle(context))}`,
    '',
    `> **${inline(title)}** ${inline(lead + notice)}`,
    '',
    `## ${inline(words.sections.answer)}`,
    '',
    ...answerSentences(context).map((sentence) => `- ${inline(sentence)}`),
    '',
    inline(words.page.support),
    '',
    `## ${inline(words.sections.models)}`,
    '',
    row([words.models.model, ...heads]),
    row(['', ...heads].map(() => '---')),
    ...rows.map((cells) => row(cells.map(inline))),
    '',
    `${inline(words.measured.dataset)}: ${inline(`${dataset.id} ${dataset.version}, ${dataset.split}`)}. ${inline(words.versions.key)}: \`${result.comparabilityKey}\`.`,
  ];
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
