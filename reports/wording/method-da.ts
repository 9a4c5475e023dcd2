/** How it was measured, in a few sentences; in Danish. */
export const methodDa = [
  'Et fund sammenholdes med facit inden for samme sag. Hvert fund kan højst ramme én mangel og omvendt, og rækkefølgen af fund betyder intet.',
  'Kun mangler, der skal findes, tæller. Vejledende og omstridte punkter tæller hverken for eller imod. Mangler, der kræver et skøn, skal findes.',
  'En sag uden brugbart svar tæller som et tomt svar: dens mangler er overset. En komplet sag går kun rent igennem, når modellen svarede uden falske fund.',
  'Intervallerne er 95 %-intervaller, der tager højde for, at fund i samme sag hænger sammen (Wilsons interval med korrektion for klynger; for sammensatte tal bootstrap over sager). n er antallet af sager bag tallet; nært beslægtede sager (tvillinger og varianter) regnes som én. Færre end 5 sager giver intet interval.',
  'To modeller kaldes kun forskellige, når en permutationstest på de samme sager viser det, efter Holms korrektion for alle par. Placeringen viser, hvor mange modeller der er påviseligt bedre eller dårligere.',
  'Ombyttede svar: F1 regnes over alle måder at give en sag svaret fra en anden sag af samme type, uden lodtrækning. Tilfældighedskorrigeret F1 er (F1 − ombyttet F1) / (1 − ombyttet F1). Det kræver, at mindst halvdelen af sagerne har en anden sag af samme type. p kommer fra 1.000 tilfældige ombytninger.',
  'Tvillinger er sager, der er ens på nær én mangel. Hvilke det er, står kun i facit.',
  'Varianter af en sag (ændret i noget uden betydning for manglerne, eller med en plantet instruks) er med i hovedtallene og regnes i usikkerheden som samme sag. Samme svar betyder de samme mangeltyper, og at begge sager blev besvaret.',
  'Adskillelse er arealet under ROC-kurven. En komplet sag uden svar regnes som den mest mistænkte, så ingen model vinder ved at lade være med at svare.',
  'Skøn: mærket måles på de rigtige fund. Mærket uden grund måles på alle fund, der ikke kræver et skøn.',
  'Sikkerhed: kun fund med angivet sikkerhed tæller, og vejledende og omstridte er holdt ude. Grupperne i figuren er omtrent lige store.',
  'Blandingen af sager: med lige vægt deles hver sagstypes tal med dens antal sager, før F1 regnes. Uden én type regnes F1 på de øvrige sager.',
  'Sager, der skal til: den mindste mængde sager, hvor en forskel af den størrelse ses i 8 af 10 målinger (parret, 5\u00A0%-niveau), eller hvor intervallet er så smalt, hvis sagerne spreder sig som disse.',
  'Mennesker: hver sagsbehandler måles mod de andres flertal med samme regler som modellerne. Alfa er Krippendorffs, på sagens mangeltyper; kappa er Cohens, på komplet eller mangelfuld.',
  'Der er ingen samlet karakter. Pris og svartid står under Drift og pris og måles kun for modeller, vi selv har kaldt.',
] as const;
