import { between, pick } from '../../draw.ts';
import { addDays } from '../../style.ts';
import { builtTypes, type Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** Work is begun, or a tent put up, before it may be. */
export const timingWords: Injection[] = [
  oneDefect({
    id: 'begun',
    code: 'paabegyndt_uden_tilladelse',
    where: 'word',
    caseTypes: [...builtTypes, 'ombygning', 'altan', 'tagterrasse'],
    trigger: 'A letter (or the form) says that work has begun',
    change(draft, random) {
      if (random.below(2) === 0) draft.known.arbejdet_paabegyndt = true;
      else {
        draft.docs.push({ type: 'brev' });
        draft.known.kontakt = pick(random, [
          'Håndværkerne gik i gang i mandags, og det første er allerede udført.',
          'Vi er begyndt på arbejdet, så det haster med en afgørelse.',
          'Arbejdet er sat i gang og delvist udført.',
        ]);
      }
      return {
        topics: ['started'],
        ...(draft.known.arbejdet_paabegyndt === true ? {} : { types: ['brev', 'ansoegning'] }),
        fields: ['arbejdet_paabegyndt'],
        note: 'Arbejdet er påbegyndt før tilladelse.',
      };
    },
  }),
  oneDefect({
    id: 'tent-without-permit',
    code: 'midlertidig_konstruktion_frist',
    where: 'word',
    caseTypes: ['midlertidig_konstruktion'],
    trigger: 'A tent for more than six weeks as a mere notice: no permit is applied for',
    defect: {
      citations: ['br18/6d'],
      topics: ['temporary', 'use'],
      types: ['ansoegning', 'beskrivelse'],
      fields: ['opstilling_fra', 'opstilling_til', 'byggearbejde'],
      note: 'Over 6 uger på samme sted, kun meddelelse.',
    },
    change(draft) {
      if (!(draft.known.byggearbejde ?? '').includes('byggetilladelse')) return false;
      draft.known.byggearbejde = 'Midlertidigt telt, meddelelse om opstilling';
      return true;
    },
  }),
  oneDefect({
    id: 'tent-late-notice',
    code: 'midlertidig_konstruktion_frist',
    where: 'number',
    caseTypes: ['midlertidig_konstruktion'],
    trigger: 'More than 150 persons, and notice less than four weeks before',
    change(draft, random) {
      const weeks = Math.round(
        (Date.parse(draft.known.opstilling_til!) - Date.parse(draft.known.opstilling_fra!)) / 604_800_000,
      );
      draft.known.personantal = between(random, 180, 400, 20);
      draft.known.opstilling_fra = addDays(draft.date, between(random, 6, 20, 1));
      draft.known.opstilling_til = addDays(draft.known.opstilling_fra, weeks * 7);
      return {
        citations: ['br18/6e'],
        topics: ['temporary'],
        types: ['ansoegning', 'beskrivelse'],
        fields: ['personantal', 'opstilling_fra'],
        note: `${draft.known.personantal} personer, meddelt under 4 uger før.`,
      };
    },
  }),
];
