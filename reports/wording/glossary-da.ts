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
  {
    term: 'Fund pr. rigtig mangel',
    means:
      'Så mange fund skal læses for hver rigtig mangel, modellen finder. 1,00 er bedst: så er alle fund rigtige.',
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
      'Hvor stor en del af sagerne modellen gav et brugbart svar på. En sag uden svar tæller som en sag, hvor intet blev fundet; en komplet sag uden svar regnes ikke som godkendt.',
  },
  {
    term: '95 %-interval',
    means:
      'Tallets usikkerhed. Med andre sager af samme slags ville tallet være blevet lidt anderledes; intervallet viser, hvor det sande tal rimeligvis ligger. Få sager giver et bredt interval.',
  },
  {
    term: 'n',
    means:
      'Antallet af sager, som tallet bygger på; en sag og dens tvillinger og varianter regnes som én. Det skifter fra tal til tal: præcision kan fx kun regnes på sager, hvor modellen meldte noget.',
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
    term: 'Ombyttede svar',
    means:
      'Modellens svar, givet til andre sager af samme type end dem, de hører til. Klarer de sig næsten lige så godt, læser modellen ikke den enkelte sag.',
  },
  {
    term: 'Tilfældighedskorrigeret F1',
    means:
      'F1, hvor det, ombyttede svar også når, er trukket fra: 0 % er ombyttede svar, 100 % er fejlfrit. Under 0 % er dårligere end ombyttede svar.',
  },
  {
    term: 'Tvilling',
    means: 'En sag, der er magen til en anden på nær én mangel. Den viser, om modellen ser netop den mangel.',
  },
  {
    term: 'AUC (adskillelse)',
    means:
      'Hvor ofte en mangelfuld sag får flere fund (eller større sikkerhed) end en komplet, når to trækkes tilfældigt. 100 % er altid, 50 % er som plat eller krone.',
  },
  {
    term: 'p',
    means:
      'Hvor ofte tilfældet alene ville give en forskel, der er mindst lige så stor. Et lille tal (højst 0,05) taler imod tilfældet.',
  },
  {
    term: 'Modellens egen sikkerhed',
    means:
      'Det tal fra 0 til 100 %, som modellen selv sætter på et fund. Det er først noget værd, når det passer.',
  },
  {
    term: 'Forventet kalibreringsfejl (ECE)',
    means:
      'Hvor langt modellens egen sikkerhed i snit ligger fra, hvor ofte den har ret, i point. Siger den 90 % og har ret i 70 %, er fejlen 20 point.',
  },
  {
    term: 'Brier-score',
    means:
      'Et samlet mål for egen sikkerhed fra 0 til 1; lavest er bedst. Den, der altid siger 50 %, får 0,25. Stor sikkerhed på et falsk fund koster mest.',
  },
  {
    term: 'Krippendorffs alfa',
    means:
      'Hvor enige sagsbehandlere er om en sags mangler, når det, tilfældet ville give, er trukket fra. 1 er fuld enighed, 0 er som tilfældet, under 0 er værre.',
  },
  {
    term: 'Cohens kappa',
    means:
      'Det samme for to sagsbehandlere om ét spørgsmål: er sagen komplet eller mangelfuld? Skalaen er som for alfa.',
  },
  {
    term: 'Flertallet (konsensus)',
    means: 'De mangler, som mere end halvdelen af de andre sagsbehandlere har peget på i sagen.',
  },
  {
    term: 'p50, p95 og p99',
    means: 'Den tid, som de hurtigste 50, 95 og 99 ud af 100 svar højst tog.',
  },
  {
    term: 'Ikke defineret',
    means: 'Der er intet at dele med, fx præcision for en model uden fund. Det er hverken 0 % eller 100 %.',
  },
] as const;
