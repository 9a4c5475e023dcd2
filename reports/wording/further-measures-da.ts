import type { MeasureWording } from './measure-wording.ts';

const noAlike = 'der er for få sager af samme type at bytte svar mellem';
const noConfidence = 'modellen angav ikke, hvor sikker den er';

/** Discretion, confidence, chance, twins and robustness: what each figure is called and what it says. */
export const furtherMeasuresDa = {
  discretionRecall: {
    name: 'Skøn overladt til et menneske',
    means:
      'Af de fundne mangler, der kræver et skøn: hvor mange modellen selv mærkede til vurdering af et menneske.',
    none: 'modellen fandt ingen mangler, der kræver et skøn',
  },
  discretionPrecision: {
    name: 'Mærket sat rigtigt',
    means: 'Af de rigtige fund, modellen mærkede til vurdering: hvor mange der faktisk kræver et skøn.',
    none: 'modellen satte ikke mærket på noget rigtigt fund',
  },
  discretionF1: {
    name: 'Mærkning af skøn, samlet (F1)',
    means: 'Ét tal for at sætte mærket, hvor et skøn er nødvendigt, og kun dér.',
    none: 'ingen rigtige fund kræver et skøn eller bærer mærket',
  },
  wronglyMarked: {
    name: 'Mærket uden grund',
    means: 'Af alle de fund, der ikke kræver et skøn: hvor mange modellen alligevel mærkede til vurdering.',
    none: 'modellen gav ingen fund af den slags',
  },
  confidenceGiven: {
    name: 'Fund med angivet sikkerhed',
    means: 'Hvor stor en del af fundene modellen selv siger, hvor sikker den er på.',
    none: 'modellen gav ingen fund',
  },
  calibrationError: {
    name: 'Forventet kalibreringsfejl (ECE)',
    means: 'Hvor mange point modellens egen sikkerhed i snit ligger fra, hvor ofte den har ret. 0 er bedst.',
    none: noConfidence,
  },
  brierScore: {
    name: 'Brier-score',
    means:
      'Den kvadrerede afstand mellem sikkerhed og udfald (1 for et rigtigt fund, 0 for et falsk), i snit. 0 er bedst; den, der altid siger 50 %, får 0,25.',
    none: noConfidence,
  },
  alikeF1: {
    name: 'F1 på sager, der kan byttes om',
    means: 'F1 på de sager, hvor mindst én anden sag er af samme type. Kun dér kan svar byttes om.',
    none: noAlike,
  },
  shuffledF1: {
    name: 'F1 med ombyttede svar',
    means: 'F1, når modellens svar deles ud til andre sager af samme type: det, svarene er værd uden sagen.',
    none: noAlike,
  },
  excessF1: {
    name: 'F1 ud over ombyttede svar',
    means: 'Hvor mange point højere F1 er med modellens egne svar end med ombyttede.',
    none: noAlike,
  },
  chanceAdjustedF1: {
    name: 'Tilfældighedskorrigeret F1',
    means:
      'Hvor langt modellen når fra ombyttede svar (0 %) til fejlfri (100 %). Under 0 %: dårligere end ombyttede svar.',
    none: noAlike,
  },
  twinAccuracy: {
    name: 'Tvillinger skelnet',
    means: 'Hvor ofte manglen blev fundet i den ene tvilling og ikke meldt i den anden, som ikke har den.',
    none: 'der er ingen tvillinger, der kan bruges',
  },
  twinRecall: {
    name: 'Genfinding i tvillinger',
    means: 'Hvor ofte de samme mangler blev fundet, uanset hvad der blev meldt i den anden tvilling.',
    none: 'der er ingen tvillinger, der kan bruges',
  },
  separationByFindings: {
    name: 'Adskillelse efter antal fund (AUC)',
    means:
      'Hvor ofte en mangelfuld sag får flere fund end en komplet sag, når to trækkes tilfældigt; lige mange tæller halvt. 50 % er som plat eller krone.',
    none: 'det kræver både komplette og mangelfulde sager',
  },
  separationByConfidence: {
    name: 'Adskillelse efter sikkerhed (AUC)',
    means: 'Det samme, når sagerne ordnes efter modellens egen sikkerhed i stedet for antallet af fund.',
    none: 'det kræver både komplette og mangelfulde sager og en model, der siger, hvor sikker den er',
  },
} satisfies Partial<MeasureWording>;
