/** The terms of the report, for a reader who knows building law and not statistics. */
export const glossaryDa = [
  { term: 'Sag', means: 'Én byggeansøgning: felter, bilag og de lokale regler, der gælder for den.' },
  {
    term: 'Mangel',
    means:
      'En fejl eller udeladelse, som facit siger, at sagen har. Kritiske mangler er dem, der alene standser sagen.',
  },
  { term: 'Facit', means: 'Den fulde liste over en sags mangler. Modellen ser den aldrig.' },
  { term: 'Fund', means: 'Én ting, som modellen melder om en sag.' },
  { term: 'Overset', means: 'En mangel, som intet fund ramte.' },
  {
    term: 'Falsk fund',
    means:
      'Et fund, der ikke svarer til nogen mangel i facit. En gentagelse af et rigtigt fund tæller også som falsk.',
  },
  {
    term: 'Falsk alarm',
    means: 'En komplet sag, der ikke gik rent igennem: modellen meldte mangler, afstod eller fejlede.',
  },
  {
    term: 'Genfinding (recall)',
    means: 'Af alle mangler: hvor stor en del modellen fandt. Lav genfinding betyder, at mangler overses.',
  },
  {
    term: 'Præcision',
    means: 'Af alle modellens fund: hvor stor en del der er rigtige. Lav præcision betyder spildt arbejde.',
  },
  { term: 'F1', means: 'Ét tal for præcision og genfinding sammen. Det er kun højt, når begge er høje.' },
  {
    term: 'Hjemmel og hF1',
    means:
      'Den bestemmelse, et fund støtter sig på. hF1 måler, hvor godt hjemlerne rammer: rigtig paragraf med forkert stykke tæller delvist, en anden paragraf tæller ikke.',
  },
  {
    term: 'Dækning',
    means:
      'Hvor stor en del af sagerne modellen gav et brugbart svar på. En sag uden svar tæller som en sag, hvor intet blev fundet.',
  },
  {
    term: '95 %-interval',
    means:
      'Tallets usikkerhed. Med andre sager af samme slags ville tallet være blevet lidt anderledes; intervallet viser, hvor det sande tal rimeligvis ligger. Få sager giver et bredt interval.',
  },
  {
    term: 'n',
    means:
      'Antallet af sager, som tallet bygger på. Det skifter fra tal til tal: præcision kan fx kun regnes på sager, hvor modellen meldte noget.',
  },
  {
    term: 'Kan ikke skelnes',
    means:
      'Forskellen mellem to modeller er ikke større, end at den kan skyldes tilfældet i netop disse sager. Det betyder ikke, at modellerne er lige gode.',
  },
  { term: 'Placering, fx nr. 1–2', means: 'De pladser, modellen kan have, når usikkerheden regnes med.' },
  {
    term: 'Skøn',
    means:
      'En mangel, hvor kommunen selv skal vurdere, fx en helhedsvurdering efter BR18 §§ 187-188. Den skal findes, men ikke afgøres af modellen.',
  },
  {
    term: 'Ikke defineret',
    means: 'Der er intet at dele med, fx præcision for en model uden fund. Det er hverken 0 % eller 100 %.',
  },
] as const;
