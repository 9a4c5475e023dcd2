import type { GateVerdict } from '../../evals/check-in/judge-gate.ts';
import type { NotableReason } from '../../evals/check-in/notable-case.ts';

/** The words of the check-in report, in Danish. Numbers come in formatted; `n` comes beside where a word bends by number. */
export const checkInDa = {
  checkIn: {
    kind: 'Check-in-rapport',
    title: (cluster: string, month: string) => `Check-in for ${cluster}, ${month}`,
    lede: (month: string) =>
      `Til klyngens møde i ${month}. Sætningerne er skrevet efter faste regler ud fra tallene, aldrig af en model.`,
    sections: {
      answer: 'Kort fortalt',
      agenda: 'Dagsorden: spørgsmål til mødet',
      changes: 'Hvad er ændret siden sidst?',
      trend: 'Udviklingen måned for måned',
      gates: 'Klyngens krav',
      municipalities: 'Kommune for kommune',
      cases: 'Sager, der er værd at tale om',
      decisions: 'Beslutninger og rettelser af facit siden sidst',
      rules: 'Hvad mangler en fælles regelmodel?',
      method: 'Sådan læses tallene',
      versions: 'Datasæt og kontrolnøgler',
    },
    first: 'Det er klyngens første check-in: der er endnu ingen tidligere måned at sammenligne med.',
    firstOfData: (name: string) =>
      `${name} er nyt i klyngen: der er endnu ingen tidligere måned at sammenligne med.`,
    cases: (month: string, common: string, added: string, removed: string) =>
      `Siden check-in i ${month}: ${common} er med begge gange, ${added} er kommet til, og ${removed} er gået ud eller ændret i indhold.`,
    casesSame: (month: string, common: string) =>
      `Siden check-in i ${month} er sagerne de samme: ${common}, uændrede i indhold.`,
    relabelled: (cases: string, _n: number) => `${cases} af de fælles har fået rettet facit.`,
    ruler: (parts: string) =>
      `Der er målt anderledes end sidst (${parts}). Sidste måneds svar er derfor bedømt igen efter det, der gælder nu, uden at nogen model er spurgt på ny.`,
    apart: (parts: string) =>
      `Månederne kan ikke sammenlignes, fordi modellerne er spurgt på forskellige måder (${parts}).`,
    unreadable:
      'Månederne kan ikke sammenlignes: sidste måneds svar eller bedømmelser kan ikke læses af denne version af Målestok.',
    noCommon: 'Ingen sager er med begge gange, så en ændring hos modellerne kan ikke måles.',
    noShared: 'Ingen model er med begge gange.',
    gone: (names: string) => `Ikke længere med: ${names}.`,
    fresh: (names: string) => `Nye modeller, som ikke kan sammenlignes med sidst: ${names}.`,
    versionChanged: (id: string, before: string, now: string) =>
      `${id} er skiftet fra version ${before} til ${now}.`,
    change: {
      better: (id: string, measure: string, points: string, interval: string, cases: string) =>
        `${id} klarer de fælles sager påviseligt bedre end sidst. ${measure}: ${points} (${interval}), målt på ${cases}.`,
      worse: (id: string, measure: string, points: string, interval: string, cases: string) =>
        `${id} klarer de fælles sager påviseligt dårligere end sidst. ${measure}: ${points} (${interval}), målt på ${cases}.`,
      notProven: (id: string, measure: string, points: string, interval: string, cases: string) =>
        `Der er ikke påvist en ændring hos ${id} på de fælles sager. ${measure}: ${points} (${interval}), målt på ${cases}; det kan skyldes tilfældet.`,
      same: (id: string, measure: string, cases: string) =>
        `${id} giver samme resultat som sidst i hver af de fælles sager. ${measure}: uændret, målt på ${cases}.`,
      undefined: (id: string, measure: string) =>
        `${measure} for ${id} kan ikke sammenlignes på de fælles sager: tallet er ikke defineret i mindst én af månederne.`,
      smallest: (points: string) => `Med så mange sager kan en ændring på under ${points} ikke ses.`,
      smallestNever: 'Med så få sager kan ingen ændring ses sikkert.',
      sameInSeveral: (id: string, measures: string) =>
        `${id} giver samme resultat som sidst i hver af de fælles sager. Uændret er: ${measures}.`,
      measured: (measure: string, cases: string) => `${measure} (${cases})`,
      none: (cases: string) => `Ingen model har ændret sig påviseligt på de fælles sager (${cases}).`,
    },
    parts: {
      caption: (measure: string) =>
        `${measure}: ændringen delt op. Modellen + facit og regler + sagernes sammensætning = hele ændringen (afrundet).`,
      model: 'Model',
      before: 'Sidst',
      now: 'Nu',
      total: 'Hele ændringen',
      byModel: 'Modellen',
      byRuler: 'Facit og regler',
      byMix: 'Sagernes sammensætning',
      proven: 'påvist',
      notProven: 'ikke påvist',
      same: 'uændret i hver sag',
      cases: (cases: string) => `n = ${cases}`,
      counted: 'intet interval',
      tooFewInMonth: 'under 5 sager tæller i mindst én af månederne',
      interval: (range: string) => `95 %-interval ${range}`,
      lead: 'Modellens del er målt på de samme sager med samme facit. Sagernes del siger intet om modellen: den viser, hvad nye og udgåede sager gør ved tallet.',
    },
    trend: {
      lead: 'Måneder uden brud imellem er målt på samme sager med samme facit og kan sammenlignes. Hen over et brud kan tallene ikke sammenlignes; brug opdelingen ovenfor.',
      one: 'Der er kun én måned endnu.',
      chart: (id: string) => `${id}: samlet F1`,
      note: 'højere er bedre',
      caption: (id: string) => `${id} måned for måned`,
      month: 'Måned',
      comparable: 'Sammenligning',
      start: 'begynder her',
      same: 'kan sammenlignes med måneden før',
      broken: (parts: string) => `brud: ${parts}`,
      breakRow: 'Brud',
      absent: 'ikke med',
      parts: {
        datasetContent: 'andre sager',
        split: 'en anden del af datasættet',
        cases: 'et andet udvalg af sager',
        labels: 'andet facit',
        catalogue: 'andet regelkatalog',
        taxonomy: 'anden liste over mangeltyper',
        scorer: 'anden version af bedømmelsen',
        policy: 'anden sammenholdning',
        protocol: 'spurgt på en anden måde',
        'protocol.repeats': 'et andet antal gentagelser',
        'protocol.timeoutMs': 'en anden tidsfrist for svar',
        'protocol.retries': 'et andet antal nye forsøg',
        'protocol.shown.fields': 'felterne blev ikke vist begge gange',
        'protocol.shown.documents': 'dokumenterne blev ikke vist begge gange',
        'protocol.shown.files': 'filerne blev ikke vist begge gange',
        'protocol.shown.localRules': 'de lokale regler blev ikke vist begge gange',
        'protocol.shown.taxonomy': 'listen over mangeltyper blev ikke vist begge gange',
        'protocol.shown.catalogue': 'regelkataloget blev ikke vist begge gange',
      } as Record<string, string>,
    },
    gates: {
      none: 'Klyngen har ikke sat krav.',
      caption:
        'Klyngens krav, model for model. Et krav er først opfyldt, når hele 95 %-intervallet er på den rigtige side.',
      gate: 'Krav',
      model: 'Model',
      figure: 'Målt',
      verdict: 'Svar',
      min: (measure: string, bound: string) => `${measure} mindst ${bound}`,
      max: (measure: string, bound: string) => `${measure} højst ${bound}`,
      verdicts: {
        met: 'opfyldt',
        notMet: 'ikke opfyldt',
        undecided: 'kan ikke afgøres med dette antal sager',
        undefined: 'kan ikke afgøres: tallet er ikke defineret',
      } satisfies Record<GateVerdict, string>,
      summary: (all: string, met: string, notMet: string, undecided: string) =>
        `Klyngens krav, talt model for model (${all} i alt): ${met} opfyldt, ${notMet} ikke opfyldt, og ${undecided} kan ikke afgøres.`,
    },
    unanswered: (names: string) => `${names} besvarede ingen af sagerne. Tallene viser det og intet andet.`,
    failed: (name: string, answered: string, planned: string) =>
      `${name} besvarede ${answered} af ${planned} sager; en sag uden svar tæller som en sag, hvor intet blev fundet.`,
    municipalities: {
      lead: 'Kommunernes sager er forskellige. Hvor tallene er forskellige, kan det have lokale grunde: andre sagstyper, lokalplaner eller praksis. Tallene siger ikke, hvem der gør det bedst.',
      caption: (measure: string) => `${measure} efter sagernes kommune`,
      municipality: 'Kommune',
      others: 'Øvrige kommuner',
      fewCases: 'vises ikke: færre end 5 sager',
      protects: 'vises ikke: ellers kunne en skjult gruppe regnes ud',
      none: 'ingen sager, der tæller her',
      hidden:
        'Grupper, hvor under 5 sager tæller i tallet, vises ikke. Hvor en skjult gruppe kunne regnes ud af de andre, er endnu en gruppe skjult.',
      apart: (model: string, measure: string, low: string, high: string) =>
        `${measure} for ${model}: intervallerne for ${low} og ${high} overlapper ikke. Det kan have lokale grunde, og blandt mange kommuner kan det være tilfældigt.`,
    },
    notable: {
      none: 'Ingen sager skiller sig ud efter de faste regler.',
      lead: (shown: string, all: string) =>
        `${shown} udvalgt af ${all}, der har mindst én grund. Udvalget følger faste regler: flest og tungeste grunde først, højst fire sager for hver grund.`,
      summary: (all: string, _n: number) =>
        `${all} giver anledning til en snak, fordi modeller eller sagsbehandlere er uenige, eller fordi der skal skønnes.`,
      reasons: {
        caseworkersDisagree: 'Sagsbehandlere er uenige',
        missedByAll: 'Ingen model fandt manglen',
        inventedByAll: 'Modellerne melder noget, facit ikke har',
        modelsDisagree: 'Modellerne er uenige',
        discretion: 'Kræver skøn',
      } satisfies Record<NotableReason, string>,
      open: (caseId: string) => `Sag ${caseId}`,
      reason: (reason: string, codes: string) => `${reason}: ${codes}`,
    },
    questions: {
      caseworkersDisagree: (codes: string) =>
        `Sagsbehandlere er uenige om: ${codes}. Hvad er den fælles praksis?`,
      missedByAll: (codes: string) =>
        `Ingen model fandt: ${codes}. Er facit rigtigt, og kan manglen ses i materialet?`,
      inventedByAll: (codes: string) =>
        `Modellerne melder noget, som facit ikke har: ${codes}. Mangler det i facit, eller tager modellerne fejl?`,
      modelsDisagree: (codes: string) =>
        `Modellerne er uenige om: ${codes}. Hvad skal en sagsbehandler selv kontrollere?`,
      discretion: (codes: string) =>
        `Sagen kræver skøn: ${codes}. Hvem skønner, og hvordan ses det i svaret?`,
      gateNotMet: (gate: string, model: string) =>
        `Kravet »${gate}« er ikke opfyldt for ${model}. Hvad følger af det?`,
      gateUndecided: (gate: string, model: string) =>
        `Kravet »${gate}« kan ikke afgøres for ${model} med dette antal sager. Skal der flere sager til?`,
      worse: (model: string, measure: string) =>
        `${model} klarer de fælles sager påviseligt dårligere end sidst (${measure}). Hvad er ændret hos leverandøren?`,
      disputed: (provision: string) =>
        `${provision} behandles forskelligt. Skal klyngen have en fælles læsning, eller er der lokale grunde?`,
      unexplained: (cases: string) =>
        `Facit er ændret i ${cases}, uden at ændringsloggen siger hvorfor. Hvem kan forklare det?`,
      standing: 'Hvad beslutter vi? Beslutninger skrives i klyngens beslutningsfil og står i næste rapport.',
      see: (cases: string) => `Se ${cases}`,
    },
    decisions: {
      title: 'Beslutninger',
      none: 'Der er ingen nye beslutninger siden sidst.',
      noFile: 'Klyngen har ingen beslutningsfil.',
      caption: 'Beslutninger, som ikke har stået i en tidligere check-in',
      date: 'Dato',
      about: 'Om',
      decision: 'Beslutning',
      by: 'Af',
    },
    labels: {
      title: 'Rettelser af facit',
      none: 'Facit er uændret for de fælles sager.',
      changed: (cases: string) => `Facit er ændret i ${cases} af de fælles.`,
      unlogged: 'Ændringsloggen siger ikke hvorfor.',
      partlyUnlogged: (cases: string) => `For ${cases} siger ændringsloggen ikke hvorfor:`,
      caption: (shown: string, all: string) => `Fra datasættets ændringslog: ${shown} af ${all} linjer`,
      date: 'Dato',
      case: 'Sag',
      kind: 'Ændring',
      why: 'Begrundelse',
      by: 'Af',
      kinds: {
        added: 'mangel tilføjet',
        removed: 'mangel fjernet',
        changed: 'mangel ændret',
        outcome: 'udfald ændret',
        leftOut: 'sagen taget ud',
      },
    },
    rules: {
      lead: 'Bestemmelser, som modeller eller mennesker ikke håndterer ens. Det er materiale til en fælles, maskinlæsbar udgave af reglerne.',
      titles: {
        missed: 'Oftest overset',
        wronglyCited: 'Oftest henvist forkert',
        disputed: 'Omstridt mellem sagsbehandlere eller kommuner',
        unknown: 'Ukendt for regelkataloget',
      },
      none: {
        missed: 'Ingen mangler blev overset.',
        wronglyCited: 'Ingen hjemmel blev nævnt forkert.',
        disputed: 'Ingen bestemmelser er behandlet forskelligt i det, der kan sammenlignes.',
        unknown: 'Alle nævnte bestemmelser står i regelkataloget eller i sagens egen lokalplan.',
      },
      provision: 'Bestemmelse',
      times: 'Antal',
      of: (count: string, all: string) => `${count} af ${all} svar`,
      alone: (count: string, n: number) => (n === 1 ? `${count} gang` : `${count} gange`),
      cases: 'Sager bag',
      more: (cases: string) => `i alt ${cases}`,
      local: 'Forskelle kan have lokale grunde.',
    },
    method: [
      'Intervallet er et 95 %-interval; n er antal sager, der tæller i tallet (en sag med sine varianter tæller som én). Under 5 sager gives intet interval.',
      'Hvilke sager der tæller: i F1 alle, hvor der er en mangel at finde, eller hvor modellen melder en; i falsk alarm de komplette; i genfinding af kritiske mangler dem, der har en.',
      'En ændring kaldes kun påvist, når en parret permutationstest på de fælles sager siger det, også efter Holms korrektion for alle modeller og mål i datasættet. Derfor kan en ændring være ikke påvist, selv om dens eget interval ikke når 0.',
      'Modellens del: svarene nu mod svarene sidst på de fælles sager, begge bedømt efter det facit og den bedømmelse, der gælder nu.',
      'Facit og regler: hvad rettet facit, regelkatalog eller bedømmelse gør ved sidste måneds svar på de fælles sager.',
      'Sagernes sammensætning: resten af ændringen, som kommer af nye, udgåede og ændrede sager. Intervallet er lineariseret og gives fra 5 sådanne sager.',
      'En sag er den samme, når hele dens indhold er det samme.',
    ],
    versions: {
      caption: 'Hvad tallene er målt på',
      dataset: 'Datasæt',
      version: 'Version',
      cases: 'Sager',
      key: 'Kontrolnøgle',
      run: 'Kørsel',
      openRun: 'Hele målingen',
    },
    workbook: {
      overview: 'Overblik',
      trend: 'Måneder',
      changes: 'Ændringer',
      gates: 'Krav',
      municipalities: 'Kommuner',
      provisions: 'Bestemmelser',
      cases: 'Sager',
      decisions: 'Beslutninger',
      labels: 'Rettelser af facit',
    },
    mail: {
      agenda: 'Dagsorden',
      figures: 'Tallene',
      full: (file: string) => `Hele rapporten: ${file}`,
    },
  },
};
