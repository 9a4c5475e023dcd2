/** Who was sent the cases, in Danish. */
export const recipientsDa = {
  recipients: {
    lead: 'Her står, hvilke modeller der fik sagerne sendt, hvem der modtog dem, og på hvilket grundlag. Antallet er de planlagte sager; en sag, der endte uden svar, er regnet med.',
    parts: (parts: string) => `Efter målingens protokol kunne en sag sendes med: ${parts}.`,
    times: (n: string) => `Hver sag blev sendt ${n} gange, én for hver gentagelse.`,
    table: 'Modeller, der blev kaldt.',
    sent: 'Sager sendt',
    synthetic: (cases: string, n: number) =>
      n === 1 ? `${cases}, som er syntetisk` : `${cases}, alle syntetiske`,
    recipient: 'Modtager',
    region: 'Behandles i',
    agreement: 'Databehandleraftale',
    untold: 'ikke oplyst',
    untoldSynthetic: 'ikke oplyst; sagerne er syntetiske',
    baselines: (names: string) => `Indbyggede modeller (${names}): ingen sag har forladt denne maskine.`,
    replayed: (names: string) =>
      `Svar indlæst fra fil (${names}): ingen sag er sendt herfra. Svarene er lavet et andet sted, af leverandøren.`,
    noneCalled: 'Ingen sag er sendt til nogen under denne måling.',
  },
};
