import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { CitationInputSchema } from '../../../datasets/rules/citation.ts';
import { readCitations } from '../../../datasets/rules/read-citation.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { type Check, fail, notApplicable, pass, quote, type Verdict } from './check.ts';
import { answerOf, type Exchange, type Json } from './exchange.ts';
import type { World } from './world.ts';

const inFindings = ['json', 'findings-list'] as const;
const codes = new Set(builtInTaxonomy().defects.map(({ code }) => code));

type Judge = (finding: Json, field: string, exchange: Exchange) => Verdict;

/** Judges each finding of every answer; the first that fails is told. */
function inEveryFinding(judge: Judge) {
  return async (world: World): Promise<Verdict> => {
    let any = false;
    for (const exchange of world.asked()) {
      const findings = answerOf(exchange)?.findings;
      if (!Array.isArray(findings)) continue;
      for (const [index, finding] of findings.entries()) {
        any = true;
        const verdict = judge(Object(finding), `findings[${index}]`, exchange);
        if (verdict.verdict === 'fail') return verdict;
      }
    }
    return any ? pass : notApplicable('ingen fund i noget svar', 'no finding in any answer');
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function judgeEvidence(finding: Json, field: string, exchange: Exchange): Verdict {
  const known = new Set(exchange.question?.case.documents.map(({ documentId }) => documentId));
  for (const [index, place] of listOf(finding.evidence).entries()) {
    const { documentId } = Object(place);
    if (typeof documentId === 'string' && !known.has(documentId)) {
      return fail(`${field}.evidence[${index}].documentId`, quote(documentId));
    }
  }
  return pass;
}

function judgeCitations(finding: Json, field: string): Verdict {
  for (const [index, citation] of listOf(finding.citations).entries()) {
    const input = CitationInputSchema.safeParse(citation);
    if (input.success && readCitations(input.data, builtInCatalogue()).length === 0) {
      const is = typeof citation === 'string' ? quote(citation) : quote(JSON.stringify(citation));
      return fail(`${field}.citations[${index}]`, is);
    }
  }
  return pass;
}

function judgeCode({ code }: Json, field: string): Verdict {
  return typeof code !== 'string' || codes.has(code) ? pass : fail(`${field}.code`, quote(code));
}

/** Whether what the answers name exists. What does not costs figures, not the answer. */
export const contentChecks: Check[] = [
  {
    id: 'evidence-exists',
    level: 'required',
    needs: inFindings,
    asks: { da: 'Steder nævner dokumenter, som sagen har', en: 'Evidence names documents that the case has' },
    mend: {
      da: 'Brug documentId, som den står i sagen. Et andet tæller som et falsk sted.',
      en: 'Use documentId as it stands in the case. Any other counts as a false place.',
    },
    // Ids that lose their Danish letters have a check of their own.
    run: inEveryFinding((finding, field, exchange) =>
      exchange.name === 'danish' ? pass : judgeEvidence(finding, field, exchange),
    ),
  },
  {
    id: 'codes-known',
    level: 'advised',
    needs: inFindings,
    asks: { da: 'Koder findes i taksonomien', en: 'Codes are in the taxonomy' },
    mend: {
      da: 'Se `maalestok taxonomy`; udelad code, hvor ingen passer. En ukendt kode kan intet ramme.',
      en: 'See `maalestok taxonomy`; leave code out where none fits. An unknown code can match nothing.',
    },
    run: inEveryFinding(judgeCode),
  },
  {
    id: 'citations-readable',
    level: 'advised',
    needs: inFindings,
    asks: { da: 'Hjemler kan læses', en: 'Citations can be read' },
    mend: {
      da: 'Skriv lov, §, stk. og nr.; prøv teksten med `maalestok cite "…"`.',
      en: 'Write law, §, stk. and nr.; try the text with `maalestok cite "…"`.',
    },
    run: inEveryFinding(judgeCitations),
  },
];
