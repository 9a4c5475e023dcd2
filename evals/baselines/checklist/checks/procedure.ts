import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields, onPage } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';

/** Work begun without a permit, dispensations that the papers own to need, temporary structures. */
export const checkProcedure: Check = (facts) => [
  ...checkBegun(facts),
  ...checkOwnedDeviation(facts),
  ...checkTemporary(facts),
];

const begun =
  /(er|blev|har vi|havde vi|har) (nu |nu allerede )?(allerede )?(pabegyndt|pabegyndte|igangsat|i gang med)|allerede (er )?(opfort|udfort|opsat|bygget|pabegyndt|stobt|opstillet|rejst|etableret|revet|fjernet|lavet)|(stobt|opfort|rejst|gravet ud) (i|sidste) (sommer|foraret|efteraret|uge|weekend|maj|juni|juli|august|september)/;

function checkBegun(facts: Facts): Draft[] {
  const flag = facts.fields.flag('arbejdet_paabegyndt');
  const page = facts.pages.find((item) =>
    item.segments.some(
      (segment) =>
        begun.test(segment) &&
        !/ikke|nabo|eksisterende|nar |hvis|inden|nej|(19|20[01])\d\d|202[0-3]/.test(segment),
    ),
  );
  if (flag !== true && page === undefined) return [];
  return [
    {
      code: 'paabegyndt_uden_tilladelse',
      text: 'Arbejdet er påbegyndt eller udført uden byggetilladelse; sagen behandles som lovliggørelse.',
      evidence: [
        ...(flag === true ? inFields(facts, 'arbejdet_paabegyndt') : []),
        ...(page === undefined ? [] : [onPage(page)]),
      ],
    },
  ];
}

/** The papers say that BR18 is departed from, and nobody applies. Exceeding the building right is no dispensation. */
function checkOwnedDeviation(facts: Facts): Draft[] {
  if (
    facts.hasDocument('dispensationsansoegning') ||
    (facts.fields.list('soegte_dispensationer') ?? []).length > 0
  )
    return [];
  const page = facts.pages.find(
    (item) =>
      !['brev', 'lokalplanuddrag'].includes(item.documentType) &&
      item.segments.some(
        (segment) =>
          /(fraviges?|afviger|afvigelse|opfylder ikke|opfyldes ikke|ikke opfyldt|uden elevator)/.test(
            segment,
          ) &&
          /br18|§ ?\d|bygningsreglement|lokalplan|elevator/.test(segment) &&
          !/ingen afvig|afviger ikke|soges|dispensation er|ingen fravig/.test(segment),
      ),
  );
  if (
    page === undefined ||
    /(soges|ansoges|ansoger|soger|sogt)( hermed| derfor| samtidig| ogsa)?( om)? dispensation/.test(
      facts.allText,
    )
  )
    return [];
  const plan = page.segments.some((segment) => /afvig|fravig/.test(segment) && /lokalplan/.test(segment));
  return [
    {
      code: 'dispensation_ikke_ansoegt',
      text: 'Materialet erkender en afvigelse, men der er ikke indsendt en begrundet ansøgning om dispensation.',
      citations: [plan ? 'planloven/19/1' : 'br18/13/1'],
      evidence: [onPage(page), ...inFields(facts, 'soegte_dispensationer')],
    },
  ];
}

/** @source BR18 §§ 6 b, 6 d, 6 e */
function checkTemporary(facts: Facts): Draft[] {
  if (facts.caseShown.caseType !== 'midlertidig_konstruktion') return [];
  const { fields } = facts;
  const days = temporaryDays(facts);
  const appliesForPermit =
    /(soges|ansoges|ansogning|soger|ansoger)( hermed| derfor)?( om)? (midlertidig )?byggetilladelse/.test(
      facts.allText,
    );
  const kind = `${fields.text('konstruktion_type') ?? ''} ${fields.text('byggearbejde') ?? ''}`;
  const area = fields.number('areal_m2') ?? 0;
  const needsCertificate =
    (/telt/.test(kind) && area > 100) ||
    (/overdaekning|scene/.test(kind) && area > 50) ||
    (/scene|tribune|podie/.test(kind) &&
      (fields.number('max_hoejde_m') ?? fields.number('hoejde_over_terraen_m') ?? 0) > 1);
  const certified =
    fields.text('certifikat') !== undefined
      ? !/^(nej|intet|ingen|udlobet)/.test(fields.text('certifikat') ?? '')
      : facts.hasDocument('certifikat');
  const start = fields.text('opstilling_fra');
  const notice = start === undefined ? undefined : daysBetween(facts.caseShown.applicationDate, start);
  const broken: [boolean, string, string, string][] = [
    [
      (days ?? 0) > 42 && !appliesForPermit,
      'opstilles i mere end 6 uger uden byggetilladelse',
      'br18/6d',
      'opstilling_til',
    ],
    [
      needsCertificate && !certified && !appliesForPermit,
      'er hverken certificeret eller søgt tilladt',
      'br18/6b/2',
      'certifikat',
    ],
    [
      (fields.number('personantal') ?? 0) > 150 && notice !== undefined && notice < 28,
      'er til flere end 150 personer og meddelt senere end 4 uger før brug',
      'br18/6e',
      'personantal',
    ],
  ];
  const found = broken.filter(([holds]) => holds);
  if (found.length === 0) return [];
  return [
    {
      code: 'midlertidig_konstruktion_frist',
      text: `Konstruktionen ${found.map(([, what]) => what).join(' og ')}.`,
      citations: found.map(([, , citation]) => citation),
      evidence: [
        ...inFields(facts, ...found.map(([, , , field]) => field), 'opstilling_fra'),
        ...inDocuments(facts, 'certifikat'),
      ],
    },
  ];
}

/** Days that the structure stands; undefined where a date is missing. */
export function temporaryDays(facts: Facts): number | undefined {
  const from = facts.fields.text('opstilling_fra');
  const until = facts.fields.text('opstilling_til');
  return from === undefined || until === undefined ? undefined : daysBetween(from, until);
}

function daysBetween(from: string, until: string): number | undefined {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
