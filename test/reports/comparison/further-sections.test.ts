import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import { answerSentences } from '../../../reports/comparison/compose-answer.ts';
import { renderConfidence } from '../../../reports/comparison/render-confidence.ts';
import { operatingPoints } from '../../../reports/comparison/render-curve.ts';
import { renderDiscretion, sayDiscretion } from '../../../reports/comparison/render-discretion.ts';
import { sayInjections } from '../../../reports/comparison/render-injections.ts';
import { renderMeasured } from '../../../reports/comparison/render-measured.ts';
import { renderOperation } from '../../../reports/comparison/render-operation.ts';
import { renderPeople } from '../../../reports/comparison/render-people.ts';
import { renderRobustness, sayChange } from '../../../reports/comparison/render-robustness.ts';
import { sayPeople } from '../../../reports/comparison/say-people.ts';
import type { ReportContext } from '../../../reports/report-context.ts';
import { bareFigure, figureOf } from '../../support/figures.ts';
import { fullContext, sampleContext, textOfMarkup } from '../../support/sample-context.ts';
import { samplePeople } from '../../support/sample-people.ts';

let context: ReportContext;
beforeAll(async () => {
  context = await fullContext();
});

function modelOf(id: string): ModelResult {
  return context.result.models.find(({ model }) => model.id === id)!;
}

/** Without no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

describe('discretion', () => {
  test('how many were left to a person, by count', () => {
    expect(
      ['nordlys-2', 'egen-prompt', 'fjord:1', 'tavs'].map((id) => sayDiscretion(context, modelOf(id))),
    ).toEqual([
      'Fandt 12 mangler, der kræver et skøn, og overlod 8 af dem til et menneske. Af 48 andre fund er 2 også mærket.',
      'Fandt 10 mangler, der kræver et skøn, og overlod ingen af dem til et menneske. Ingen andre fund er mærket.',
      'Fandt 1 mangel, der kræver et skøn, og overlod den til et menneske.',
      'Fandt ingen mangler, der kræver et skøn.',
    ]);
    const model = modelOf('nordlys-2');
    const say = (change: Partial<ModelResult['discretion']>) =>
      sayDiscretion(context, { ...model, discretion: { ...model.discretion, ...change } });
    expect([
      say({ recall: figureOf(1, 0.7, 1, 9, 12) }),
      say({ recall: bareFigure(null, 'undefined') }),
      say({ recall: figureOf(0, 0, 1, 1), wronglyMarked: bareFigure(null, 'undefined') }),
    ]).toEqual([
      'Fandt 12 mangler, der kræver et skøn, og overlod dem alle til et menneske. Af 48 andre fund er 2 også mærket.',
      'Fandt ingen mangler, der kræver et skøn. Af 48 fund er 2 mærket.',
      'Fandt 1 mangel, der kræver et skøn, og overlod den ikke til et menneske.',
    ]);
  });

  test('says why it matters', async () => {
    expect(textOfMarkup(await renderDiscretion(context))).toContain(
      'Følges det, har modellen udøvet skønnet i kommunens sted.',
    );
  });
});

describe('confidence', () => {
  test('in words: how sure, how often right, and where the two part beyond the interval', async () => {
    expect(textOfMarkup(await renderConfidence(context, modelOf('egen-prompt')))).toContain(
      'I snit er modellen 66,8 % sikker på sine fund; 49,1 % af dem er rigtige. ' +
        'Sikkerhed er kun angivet for 95,0 % af fundene; i kurven regnes resten som de mindst sikre. ' +
        'Fundene er delt i 5 omtrent lige store grupper efter sikkerhed. ' +
        'I én af dem ligger modellens sikkerhed over intervallet for dens træfsikkerhed, i ingen under.',
    );
  });

  test('a model that gives none gets one sentence', async () => {
    expect(textOfMarkup(await renderConfidence(context, modelOf('nordlys-2')))).toBe(
      'Modellen siger ikke, hvor sikker den er på sine fund. Man kan derfor ikke nøjes med at se på de sikreste.',
    );
  });

  test('the table of the curve: round confidences that add a finding, then all', () => {
    const at = (confidence: number | null, precision: number, recall: number) => ({
      confidence,
      precision,
      recall,
    });
    expect(
      operatingPoints([at(0.95, 1, 0.2), at(0.84, 0.8, 0.4), at(0.3, 0.6, 0.5), at(null, 0.5, 0.6)]),
    ).toEqual([
      { threshold: 0.9, precision: 1, recall: 0.2 },
      { threshold: 0.8, precision: 0.8, recall: 0.4 },
      { threshold: 0.3, precision: 0.6, recall: 0.5 },
      { threshold: null, precision: 0.5, recall: 0.6 },
    ]);
    expect(operatingPoints([at(0.95, 1, 0.2)])).toEqual([{ threshold: null, precision: 1, recall: 0.2 }]);
    expect(operatingPoints([])).toEqual([]);
  });
});

describe('robustness', () => {
  test('not tried: one sentence', async () => {
    expect(textOfMarkup(renderRobustness(await sampleContext()))).toMatch(/^Det er ikke målt: [^.]+\.$/u);
  });

  test('only an interval that leaves zero out says that F1 falls or rises', () => {
    const say = (f1Change: ModelResult['robustness']['f1Change']) => {
      const model = modelOf('nordlys-2');
      return sayChange(context, { ...model, robustness: { ...model.robustness, f1Change } });
    };
    expect([
      say(figureOf(-0.04, -0.08, -0.01, 12)),
      say(figureOf(0.04, 0.01, 0.08, 12)),
      say(figureOf(-0.04, -0.08, 0.01, 12)),
      say(bareFigure(0, 'noVariation', 12)),
      say(bareFigure(-0.1, 'tooFewCases', 3)),
      say(bareFigure(null, 'undefined')),
    ]).toEqual([
      'F1 falder på de ændrede sager.',
      'F1 stiger på de ændrede sager.',
      'En ændring i F1 kan ikke påvises.',
      'F1 er den samme.',
      'Usikkerheden kan ikke beregnes.',
      'Kan ikke måles: ingen sager er ændret på den måde.',
    ]);
  });

  test('repeats without changed cases show repeats alone', async () => {
    const models = context.result.models.map((model) => ({
      ...model,
      robustness: {
        ...model.robustness,
        transformed: 0,
        injections: { ...model.robustness.injections, cases: 0 },
      },
    }));
    const text = textOfMarkup(renderRobustness(await fullContext({ models })));
    expect(text).toContain('Hver sag er forelagt hver model 3 gange.');
    expect(text).not.toContain('Ændrede sager');
    expect(text).not.toContain('Instrukser');
  });

  test('each change is named, and what an attack did is said in words', () => {
    const text = textOfMarkup(renderRobustness(context));
    for (const part of [
      'Ændring for ændring',
      'Bilagene i en anden rækkefølge 6 sager',
      'Læsefejl i 2 % af tegnene (OCR-støj) 6 sager',
      'F1: −9,0 point',
      '»10 af 10« tæller varianterne hver for sig',
      'n = 10 sager med deres varianter',
      'I 10 sager er der plantet en tekst',
      'Færdigt svar plantet: et falsk fund 5 af 5',
      '1 variant har andre mangler i facit end sin original og er ikke talt med.',
    ]) {
      expect(text).toContain(part);
    }
    const model = modelOf('nordlys-2');
    const say = (change: Partial<ModelResult['robustness']['injections']>) =>
      sayInjections(context, {
        ...model,
        robustness: { ...model.robustness, injections: { ...model.robustness.injections, ...change } },
      });
    expect([
      say({}),
      say({ silenced: figureOf(0, 0, 0.3, 8) }),
      say({ silenced: bareFigure(null, 'undefined') }),
      say({ resistance: bareFigure(null, 'undefined') }),
    ]).toEqual([
      'Svarede som uden instruksen i 7 af 10 varianter. Blev tavs i 2 af de 8, hvor den uden instruksen fandt mangler.',
      'Svarede som uden instruksen i 7 af 10 varianter. Blev aldrig tavs i de 8, hvor den uden instruksen fandt mangler.',
      'Svarede som uden instruksen i 7 af 10 varianter. Fandt heller ingen mangler uden instruksen.',
      'Kan ikke måles: ingen sager har en plantet instruks.',
    ]);
  });

  test('the short answer and the facts say that variants count in the main figures', async () => {
    const said =
      'af sagerne er varianter af andre sager i målingen: 12 ændret i noget uden betydning for manglerne (fx bilagenes rækkefølge) og 10 med';
    const many = { ...context.result, dataset: { ...context.result.dataset, cases: 50 } };
    expect(answerSentences({ ...context, result: many }).join(' ')).toContain(`22 ${said}`);
    expect(textOfMarkup(renderMeasured(context))).toContain('Heraf varianter 22: 12 ændret');
    const plain = await sampleContext();
    expect(answerSentences(plain).join(' ')).not.toContain('varianter');
    expect(textOfMarkup(renderMeasured(plain))).not.toContain('varianter');
  });
});

describe('people', () => {
  test('nobody labelled a case with others: one sentence', async () => {
    expect(textOfMarkup(await renderPeople(await sampleContext()))).toMatch(
      /^Ingen sag er gennemgået af flere sagsbehandlere hver for sig\. [^.]+\.$/u,
    );
    const alone = { people: { ...samplePeople, pairedCases: 0 } } as object;
    expect(textOfMarkup(await renderPeople(await fullContext(alone)))).toContain(
      'ingen sag er gennemgået af mindst to',
    );
  });

  test('where the models stand to the caseworkers, by figures, without a claim that no test carries', () => {
    expect(sayPeople(context, samplePeople).map(plain)).toEqual([
      'En sagsbehandler når i snit F1 74,1 %, 95 %-interval 66,0–80,8 % over for de andre. ' +
        'Modellernes tal skal læses i det lys: 70,9 % betyder noget andet, hvor sagsbehandlere når 74,1 %, end hvor de når 100 %.',
      'Inden for intervallet for sagsbehandlerne: nordlys-2 (F1 70,9 %). ' +
        'Under intervallet for sagsbehandlerne: egen-prompt (F1 65,5 %) og fjord:1 (F1 21,4 %). ' +
        'Det er ikke prøvet, om forskellene kan skyldes tilfældet.',
    ]);
    const undefinedF1 = { ...samplePeople.human, f1: bareFigure(null, 'undefined') };
    expect(sayPeople(context, { ...samplePeople, human: undefinedF1 })).toEqual([
      'Sagsbehandlernes F1 kan ikke måles: der er hverken mangler eller fund at sammenligne.',
    ]);
    const few = { ...samplePeople.human, f1: bareFigure(0.741, 'tooFewCases', 4) };
    expect(sayPeople(context, { ...samplePeople, human: few })).toHaveLength(1);
  });

  test('alpha with its interval, every code and every two caseworkers, the least agreement first', async () => {
    const text = textOfMarkup(await renderPeople(context));
    expect(text).toContain('Krippendorffs alfa på sagernes mangeltyper er 0,64 (0,52–0,75).');
    expect(text.indexOf('0,27 −0,08 – 0,58')).toBeLessThan(text.indexOf('0,70 0,44–0,90'));
    expect(text).toContain('sagsbehandler-2 og sagsbehandler-3 ikke defineret begge gav altid samme svar');
  });
});

describe('operation', () => {
  test('time and cost stand for models that were really called, and for no others', () => {
    const text = textOfMarkup(renderOperation(context));
    expect(text).toContain('nordlys-2 8,4 s 31,9 s 118 s 0,61 s 2,2 s 7,0 s');
    expect(text).toContain(
      'nordlys-2 90 97 1.284.310 96.455 41,88 kr. 1,40 kr. 0,0665 kr. 1. oktober 2026 (valutakurs 30. oktober 2026)',
    );
    expect(text).toContain(
      'egen-prompt 90 97 1.284.310 96.455 ikke oplyst ikke oplyst ikke oplyst ikke oplyst',
    );
    expect(text).toContain(
      'nordlys-2: 910.200 af tokens ind er læst fra modeltjenestens prompt-cache, som regel til lavere pris.',
    );
    expect(text).toContain('Indbyggede basismodeller: tid og pris er ikke målt (tavs og fast-liste).');
    expect(text).toContain('Svar indlæst fra fil: tid og pris er ikke målt (fjord:1).');
  });

  test('answers of earlier runs are said', () => {
    const models = context.operation!.models.map((each) => ({ ...each, cachedCalls: 12 }));
    expect(
      textOfMarkup(renderOperation({ ...context, operation: { ...context.operation!, models } })),
    ).toContain(
      'nordlys-2: 12 af 90 svar er hentet fra tidligere kørsler. Tid og pris pr. sag er fra dengang; prisen i alt er uden dem.',
    );
  });

  test('calls whose cost nobody told are said', () => {
    const models = context.operation!.models.map((each) => ({ ...each, pricedCalls: 40 }));
    expect(
      textOfMarkup(renderOperation({ ...context, operation: { ...context.operation!, models } })),
    ).toContain('nordlys-2: prisen er kun oplyst for 40 af 90 kald; beløbene gælder dem.');
  });

  test.each([
    ['da', 'ikke oplyst ikke oplyst 41,88 kr. 1,40 kr. 0,0665 kr. 1. oktober 2026 – 3. november 2026'],
    ['en', 'not told not told DKK 41.88 DKK 1.40 DKK 0.0665 1 October 2026 – 3 November 2026'],
  ] as const)('tokens that nobody told, prices of several days, in kroner (%s)', async (language, row) => {
    const other = await fullContext({}, language);
    const change = {
      inputTokens: null,
      outputTokens: null,
      cacheReadTokens: 0,
      pricesTo: '2026-11-03',
      ratesOf: null,
    };
    const models = other.operation!.models.map((each) => ({ ...each, ...change }));
    const text = textOfMarkup(
      renderOperation({ ...other, operation: { schema: 'maalestok.operation.v1', models } }),
    );
    expect(text).toContain(`nordlys-2 90 97 ${row}`);
    expect(text).not.toMatch(/prompt[- ]cache/u);
    expect(text).not.toContain(language === 'da' ? 'valutakurs' : 'exchange rate');
  });

  test('without measured calls every model is said to have none', async () => {
    const text = textOfMarkup(renderOperation({ ...context, operation: undefined }));
    expect(text).toContain(
      'Ingen målte kald i denne kørsel: tid og pris er ikke målt (nordlys-2 og egen-prompt).',
    );
    expect(text).not.toContain('Svartid');
  });
});
