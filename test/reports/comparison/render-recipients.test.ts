import { expect, test } from 'vitest';
import type { ModelEntry } from '../../../evals/scores/model-result.ts';
import { renderFiguresCsv } from '../../../reports/comparison/render-figures-csv.ts';
import { renderRecipients } from '../../../reports/comparison/render-recipients.ts';
import { renderVersions } from '../../../reports/comparison/render-versions.ts';
import { sampleContext, textOfMarkup } from '../../support/sample-context.ts';

const transfer = { recipient: '=Nordlys <A/S>', region: 'eu-central-1', agreement: 'DBA-2026/17' };
const entries: Record<string, Partial<ModelEntry>> = {
  tavs: { kind: 'baseline', provenance: 'run-by-us' },
  'fast-liste': { kind: 'baseline', provenance: 'run-by-us' },
  'nordlys-2': { kind: 'vendor', provenance: 'run-by-us', transfer },
  'egen-prompt': { kind: 'in-house', provenance: 'run-by-us' },
  'fjord:1': { kind: 'vendor', provenance: 'self-reported' },
};

async function contextOf(changes: Record<string, Partial<ModelEntry>>, synthetic = true) {
  const context = await sampleContext();
  const { result } = context;
  return {
    ...context,
    result: {
      ...result,
      dataset: { ...result.dataset, synthetic },
      models: result.models.map((each) => ({ ...each, model: { ...each.model, ...changes[each.model.id] } })),
    },
  };
}

test('says of each model what was sent to whom, or that nothing was', async () => {
  const context = await contextOf(entries);
  const cases = context.result.dataset.cases;
  const markup = renderRecipients(context);
  expect(String(markup)).toContain('=Nordlys &lt;A/S&gt;');
  const text = textOfMarkup(markup);
  for (const part of [
    `nordlys-2 ${cases} sager, alle syntetiske =Nordlys &lt;A/S&gt; eu-central-1 DBA-2026/17`,
    `egen-prompt ${cases} sager, alle syntetiske ikke oplyst; sagerne er syntetiske`,
    'Efter målingens protokol kunne en sag sendes med: felter, bilagenes tekst, filer, lokale regler, listen over mangeltyper og regelkataloget.',
    'Svar indlæst fra fil (fjord:1): ingen sag er sendt herfra. Svarene er lavet et andet sted, af leverandøren.',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toMatch(
    /Indbyggede modeller \((?:tavs og fast-liste|fast-liste og tavs)\): ingen sag har forladt denne maskine\./u,
  );
});

test('of cases that are not synthetic it never says so, and where none was called it says that', async () => {
  const real = textOfMarkup(renderRecipients(await contextOf(entries, false)));
  expect(real).not.toContain('syntetisk');
  expect(real).toContain('ikke oplyst');
  const none = await contextOf(
    Object.fromEntries(Object.keys(entries).map((id) => [id, { provenance: 'self-reported' as const }])),
  );
  expect(textOfMarkup(renderRecipients(none))).toMatch(/^Ingen sag er sendt til nogen under denne måling\./u);
});

test('figures.csv has a row for each part of the transfer, defused, and none where nothing was sent', async () => {
  const { result } = await contextOf(entries);
  const rows = renderFiguresCsv(result)
    .split('\r\n')
    .map((row) => row.split(';'))
    .filter(([, , measure]) => measure === 'casesSent')
    .map(([model, , , kind, slice, , value]) => [model, kind, slice, value]);
  const cases = String(result.dataset.cases);
  expect(rows.sort()).toEqual(
    [
      ['egen-prompt', '', '', cases],
      ['nordlys-2', '', '', cases],
      ['nordlys-2', 'agreement', 'DBA-2026/17', cases],
      ['nordlys-2', 'recipient', "'=Nordlys <A/S>", cases],
      ['nordlys-2', 'region', 'eu-central-1', cases],
    ].sort(),
  );
});

test('both time limits stand among the versions', async () => {
  expect(textOfMarkup(renderVersions(await sampleContext()))).toContain(
    'Tidsgrænse for et forsøg 600 sekunder Tidsgrænse for en sag med alle forsøg 1.800 sekunder Genforsøg 2',
  );
});
