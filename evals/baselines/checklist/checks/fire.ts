import type { Check, Draft } from '../check.ts';
import { inDocuments, inFields } from '../finding-evidence.ts';
import type { Facts } from '../reading/facts.ts';
import { lacksCertificateFor } from './certified-adviser.ts';
import { checkFireClassOne, checkFireClassStated } from './fire-class.ts';
import { checkRescueOpening } from './rescue-opening.ts';
import { checkRoofDistance } from './roof-distance.ts';

/** Fire classes and what follows from them. The technical content is the certified consultant's in class 2 to 4. */
export const checkFire: Check = (facts) => [
  ...checkFireClassStated(facts),
  ...checkFireClassOne(facts),
  ...checkConsultant(facts),
  ...checkResponse(facts),
  ...checkRoofDistance(facts),
  ...checkRescueOpening(facts),
];

function checkConsultant(facts: Facts): Draft[] {
  const { fields } = facts;
  const fireClass = Math.max(0, ...facts.fireClasses.map((stated) => stated.value));
  if (fireClass < 2 || facts.fireClasses[0]?.value === 1) return [];
  const named =
    fields.text('brandraadgiver') !== undefined ||
    /certificeret brandradgiver[: ]+(?!skal|vil|mangler)[a-z]/.test(facts.allText);
  const declared = facts.hasDocument('starterklaering_brand');
  const wrongCertificate = lacksCertificateFor(facts, fireClass, 'brand');
  const third = fireClass < 4 || /tredjepart/.test(facts.allText);
  if (named && declared && !wrongCertificate && third) return [];
  const citation = !declared ? 'br18/23/1/3' : !named || wrongCertificate ? 'br18/22/1' : 'br18/23/2';
  const what = !declared
    ? 'Starterklæring fra certificeret brandrådgiver'
    : !named
      ? 'Certificeret brandrådgiver'
      : wrongCertificate
        ? 'Certifikat, der dækker klassen,'
        : 'Tredjepartskontrol';
  return [
    {
      code: 'mangler_brandraadgiver_starterklaering',
      text: `${what} mangler i brandklasse ${fireClass}.`,
      citations: [citation],
      evidence: [
        ...inFields(facts, 'brandklasse', 'brandraadgiver'),
        ...inDocuments(facts, 'starterklaering_brand'),
      ],
    },
  ];
}

/** Asked for where there is a fire statement to hold it; a missing statement is a finding of its own. */
function checkResponse(facts: Facts): Draft[] {
  const own = facts.hasDocument('brandredegoerelse');
  const small = ['enfamiliehus_ny', 'sekundaer_over_50', 'altan'].includes(facts.caseShown.caseType);
  if (
    facts.fireClasses.length === 0 ||
    (small && !facts.caseShown.documents.some((document) => document.type === 'brandredegoerelse'))
  )
    return [];
  if (facts.caseShown.caseType === 'sekundaer_over_50' || facts.caseShown.caseType === 'altan') return [];
  if (!own && !/risikoklasse/.test(facts.allText)) return [];
  if (
    /indsats|redningsberedskab|brandredningsareal|brandvej|§ ?12[6-9]|brandvaesen|korevej|tilkorselsvej/.test(
      facts.allText,
    )
  )
    return [];
  return [
    {
      code: 'mangler_indsatsforhold',
      text: 'Der er ikke redegjort for redningsberedskabets indsats, herunder om byggeriet er indsatstaktisk traditionelt.',
      evidence: inDocuments(facts, 'brandredegoerelse', 'situationsplan', 'tegningssaet'),
    },
  ];
}
