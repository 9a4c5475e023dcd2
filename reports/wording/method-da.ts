/** How it was measured, in a few sentences; in Danish. */
export const methodDa = [
  'Et fund sammenholdes med facit inden for samme sag. Hvert fund kan højst ramme én mangel og omvendt, og rækkefølgen af fund betyder intet.',
  'Kun mangler, der skal findes, tæller. Vejledende og omstridte punkter tæller hverken for eller imod. Mangler, der kræver et skøn, skal findes.',
  'En sag uden brugbart svar tæller som et tomt svar: dens mangler er overset. En komplet sag går kun rent igennem, når modellen svarede uden falske fund.',
  'Intervallerne er 95 %-intervaller, der tager højde for, at fund i samme sag hænger sammen (Wilsons interval med korrektion for klynger; for sammensatte tal bootstrap over sager). n er antallet af sager bag tallet; nært beslægtede sager (tvillinger) regnes som én. Færre end 5 sager giver intet interval.',
  'To modeller kaldes kun forskellige, når en permutationstest på de samme sager viser det, efter Holms korrektion for alle par. Placeringen viser, hvor mange modeller der er påviseligt bedre eller dårligere.',
  'Der er ingen samlet karakter. Pris og svartid står i en særskilt opgørelse.',
] as const;
