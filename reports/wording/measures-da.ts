import type { MeasureWording } from './measure-wording.ts';

/** What each figure is called and what it says, for a reader who knows building law and not statistics. */
export const measuresDa = {
  defectF1: {
    name: 'Mangler, samlet (F1)',
    means: 'Ét tal for både at finde manglerne og at undgå falske fund.',
    none: 'der var hverken mangler eller fund',
  },
  defectPrecision: {
    name: 'Præcision',
    means: 'Hvor stor en del af modellens fund der er rigtige mangler.',
    none: 'modellen gav ingen fund, så der er intet at regne på',
  },
  defectRecall: {
    name: 'Genfinding (recall)',
    means: 'Hvor stor en del af manglerne modellen fandt.',
    none: 'der er ingen mangler at finde',
  },
  criticalRecall: {
    name: 'Genfinding af kritiske mangler',
    means: 'Hvor stor en del af de kritiske mangler modellen fandt.',
    none: 'der er ingen kritiske mangler at finde',
  },
  citationHf1: {
    name: 'Hjemmel (hF1)',
    means: 'Hvor godt hjemlerne rammer; den rigtige paragraf med forkert stykke tæller delvist.',
    none: 'der var ingen hjemler at sammenligne',
  },
  cleanFalseAlarmRate: {
    name: 'Falsk alarm på komplette sager',
    means:
      'Hvor stor en del af de komplette sager der ikke gik rent igennem: falske fund, afståelse eller fejl.',
    none: 'der er ingen komplette sager',
  },
  coverage: {
    name: 'Dækning',
    means: 'Hvor stor en del af sagerne modellen gav et brugbart svar på.',
    none: 'der er ingen sager',
  },
  defectF2: {
    name: 'F2',
    means: 'Som F1, men det vejer tungere at finde manglerne end at undgå falske fund.',
    none: 'der var hverken mangler eller fund',
  },
  macroF1: {
    name: 'Makro-F1',
    means: 'Gennemsnit af F1 over mangelgrupperne, så små grupper tæller lige så meget som store.',
    none: 'ingen gruppe kunne beregnes',
  },
  codeSetF1: {
    name: 'F1 på mangeltyper',
    means: 'Om sagens mangeltyper er nævnt, uanset hvor mange gange.',
    none: 'der var hverken mangeltyper eller fund med type',
  },
  caughtRate: {
    name: 'Mangelfulde sager fanget',
    means: 'Hvor stor en del af de mangelfulde sager der fik mindst ét rigtigt fund.',
    none: 'der er ingen mangelfulde sager',
  },
  exactCaseRate: {
    name: 'Helt rigtige sager',
    means: 'Hvor stor en del af sagerne der hverken har oversete mangler eller falske fund.',
    none: 'der er ingen sager',
  },
  outcomeAccuracy: {
    name: 'Rigtigt udfald',
    means: 'Hvor ofte modellens udfald (komplet, mangelfuld, ikke tilladelseskrævende) er rigtigt.',
    none: 'modellen gav ikke noget udfald',
  },
  advisoryRecall: {
    name: 'Genfinding af vejledende punkter',
    means: 'Punkter der må nævnes, men ikke skal. De tæller hverken for eller imod.',
    none: 'der er ingen vejledende punkter',
  },
  contestedRecall: {
    name: 'Genfinding af omstridte punkter',
    means: 'Punkter hvor sagsbehandlere med rette kan være uenige. De tæller hverken for eller imod.',
    none: 'der er ingen omstridte punkter',
  },
  findingsPerCase: {
    name: 'Fund pr. sag',
    means: 'Hvor meget en sagsbehandler skal læse.',
    none: 'der er ingen sager',
  },
  findingsPerTrueDefect: {
    name: 'Fund at læse pr. rigtig mangel',
    means: '1 delt med præcisionen: så mange fund skal læses for hver rigtig mangel.',
    none: 'ingen rigtige fund',
  },
  equalF1: {
    name: 'F1, alle sagstyper vejer lige meget',
    means: 'F1 hvis der var lige mange sager af hver type. Kun sagstyper med mindst 5 sager.',
    none: 'ingen sagstype med mindst 5 sager har mangler eller fund',
  },
  duplicatesPerCase: {
    name: 'Dubletter pr. sag',
    means: 'Fund der gentager en mangel, et andet fund allerede har ramt.',
    none: 'der er ingen sager',
  },
  averagePrecision: {
    name: 'Gennemsnitlig præcision',
    means: 'Om modellens sikreste fund også er de rigtige.',
    none: 'modellen angav ikke, hvor sikker den er',
  },
  selectiveF1: {
    name: 'F1 på besvarede sager',
    means: 'F1 når kun besvarede sager tælles med. Læses sammen med dækningen.',
    none: 'der var hverken mangler eller fund i besvarede sager',
  },
  selectivePrecision: {
    name: 'Præcision på besvarede sager',
    means: 'Præcision når kun besvarede sager tælles med.',
    none: 'ingen fund i besvarede sager',
  },
  selectiveRecall: {
    name: 'Genfinding på besvarede sager',
    means: 'Genfinding når kun besvarede sager tælles med.',
    none: 'ingen mangler i besvarede sager',
  },
  cleanPassed: {
    name: 'Gik rent igennem',
    means: 'Komplette sager, som modellen besvarede uden falske fund.',
    none: 'der er ingen komplette sager',
  },
  cleanFalseAlarm: {
    name: 'Fik falske fund',
    means: 'Komplette sager, hvor modellen meldte mangler.',
    none: 'der er ingen komplette sager',
  },
  cleanAbstained: {
    name: 'Afstod',
    means: 'Komplette sager, som modellen afstod fra at svare på.',
    none: 'der er ingen komplette sager',
  },
  cleanFailed: {
    name: 'Fejlede',
    means: 'Komplette sager med ugyldigt svar, for sent svar eller fejl.',
    none: 'der er ingen komplette sager',
  },
  citationHPrecision: {
    name: 'Hjemmel, præcision',
    means: 'Hvor meget af det, modellen henviste til, der er rigtigt.',
    none: 'modellen gav ingen hjemler',
  },
  citationHRecall: {
    name: 'Hjemmel, genfinding',
    means: 'Hvor meget af det, der skulle henvises til, modellen nævnte.',
    none: 'der er ingen hjemler at finde',
  },
  citationExactF1: {
    name: 'Hjemmel, helt præcis (F1)',
    means: 'Kun nøjagtig samme paragraf, stykke, nummer og litra tæller.',
    none: 'der var ingen hjemler at sammenligne',
  },
  citationParagraphF1: {
    name: 'Hjemmel, rigtig paragraf (F1)',
    means: 'Samme lov og paragraf er nok.',
    none: 'der var ingen hjemler at sammenligne',
  },
  matchedCitationHf1: {
    name: 'Hjemmel i rigtige fund (hF1)',
    means: 'Kun fund der ramte en mangel: var hjemlen så rigtig?',
    none: 'ingen fund ramte en mangel',
  },
  matchedCitationExactF1: {
    name: 'Hjemmel i rigtige fund, helt præcis (F1)',
    means: 'Som ovenfor, men kun nøjagtig samme bestemmelse tæller.',
    none: 'ingen fund ramte en mangel',
  },
  fabricationRate: {
    name: 'Opdigtede hjemler',
    means: 'Af de hjemler der kan efterprøves: hvor mange findes ikke.',
    none: 'ingen hjemler kunne efterprøves',
  },
  uncheckedShare: {
    name: 'Hjemler der ikke kan efterprøves',
    means: 'Regelkataloget kender ikke bestemmelsen godt nok til at afgøre det.',
    none: 'modellen gav ingen hjemler',
  },
  findingsWithNonexistent: {
    name: 'Fund med en opdigtet hjemmel',
    means: 'Hvor stor en del af fundene der nævner mindst én bestemmelse, som ikke findes.',
    none: 'modellen gav ingen fund',
  },
  evidenceF1: {
    name: 'Sted i sagen (F1)',
    means: 'Om rigtige fund peger på det rigtige bilag eller felt.',
    none: 'ingen rigtige fund med sted',
  },
  evidencePrecision: {
    name: 'Sted i sagen, præcision',
    means: 'Hvor stor en del af de nævnte steder der er rigtige.',
    none: 'ingen rigtige fund nævnte et sted',
  },
  evidenceRecall: {
    name: 'Sted i sagen, genfinding',
    means: 'Hvor stor en del af de rigtige steder der blev nævnt.',
    none: 'ingen steder at finde',
  },
  placesPerFinding: {
    name: 'Steder pr. fund',
    means: 'Hvor mange steder et rigtigt fund i snit peger på.',
    none: 'ingen rigtige fund',
  },
  verbatimQuotes: {
    name: 'Ordrette citater',
    means: 'Citater der står ordret i det nævnte bilag.',
    none: 'modellen citerede intet',
  },
  fabricatedQuotes: {
    name: 'Opdigtede citater',
    means: 'Citater der ikke står noget sted i sagen.',
    none: 'modellen citerede intet',
  },
} satisfies Partial<MeasureWording>;
