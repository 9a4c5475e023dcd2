import { commonWords } from './common-words.ts';
import names from './danish-names.json' with { type: 'json' };

const given = new Set<string>(names.given.filter((name) => name.length > 1));
const family = new Set<string>(names.family);
const familyEnding =
  /(?:sen|ssen|søn|son|gaard|gård|strup|lund|bæk|bech|holm|feldt?|mann|berg|bjerg|dahl|dal|skov|kjær|kær|toft|høj|mark|husen?|quist|kvist|ström|strøm|sted|bo|by|ski|ska|ić|ovic|ov|ova|oğlu|rup|rop|lev|løse|torp|drup|borg|sson)$/u;
/** Names that are words as well: alone, or at the beginning of a sentence, they prove nothing. */
const doubtfulGiven = new Set(
  'Per Bo Line Storm August Maj Kim Rosa Dag Liv Villa Sten Steen Stens Bror Norden Lis Ib Jo Su Ea Do Isa Ego Sky Max Mai Ask Birk Bjørk Eg Egon Hans Lind Lilje Rose Viola Sol Sne Sander Gro Unna Kan Du De Vi Ali Van Da Ni Se So Ny My Bi Jul Juli Juni April Marts Ida Eva Else Lund Due Falk Bjørn Ulv Ravn Svend Mark Dan Don Bent Aften Fri Glad Stig Tage Tove Vagn Fin Finn Even Alt Art Ane Ane Ene Tine Trine Mie Leo Laura Nord Syd Vest Øst Dina Vera Model Nova Luna Alma Sara Sanne Plan Mille Mila Paris Milan Roma Brand Kaj Karat Merle Perle Safir Rubin Linje Side Saga Villads Holger Sirius Troja'.split(
    ' ',
  ),
);
const doubtfulFamily = new Set(
  'Skov Bakke Lund Holm Dam Kær Kjær Eng Toft Høj Berg Krog Mose Sommer Vinter Winther Bjerg Dal Dahl Strand Sø Å Bæk Bro Vang Mark Have Hede Sand Sten Gade Vej By Park Borg Gård Gaard Nord Syd Vest Øster Nørre Sønder Busk Birk Lind Falk Due Ravn Fisker Bager Smed Møller Degn Bonde Lang Stor Ny Hvid Sort Grøn Rød Brun Kold Frost Storm Koch Kok Skou Hald Hede Ager Toft Lykke Fog Friis Bay Bille Brandt Brand Buch Carl Bank Beck Bech Munk Riis Rose Stub Bang Lange Kruse Winther Vind Vestergaard'.split(
    ' ',
  ),
);

export interface NameWord {
  given: boolean;
  family: boolean;
  /** The family name is on the list, not only built like one. */
  listed: boolean;
  /** It is a word of the language too, or the list has it for a name that nobody would notice. */
  doubtful: boolean;
  /** It is known for what is no name: `Facade`, `Ansøger`. */
  common: boolean;
}

/** What is known of a word with a capital; genitives count as their name. */
export function nameWord(text: string): NameWord {
  const found = lookUp(text);
  if (found.given || found.family || !/[^s]s$/u.test(text)) return found;
  const stem = lookUp(text.slice(0, -1));
  return stem.given || stem.family ? { ...stem, common: found.common } : found;
}

function lookUp(text: string): NameWord {
  const parts = text.split('-');
  const isGiven = given.has(text) || (parts.length === 2 && parts.every((part) => given.has(part)));
  const isFamily =
    family.has(text) ||
    doubtfulFamily.has(text) ||
    (parts.length > 1 && parts.every((part) => family.has(part))) ||
    endsLikeFamily(text);
  const common = commonWords.has(text.toLowerCase());
  return {
    given: isGiven,
    listed: family.has(text) || parts.every((part) => family.has(part)),
    family: isFamily && !(common && !family.has(text) && !doubtfulFamily.has(text)),
    doubtful:
      (isGiven && doubtfulGiven.has(text)) || (!isGiven && isFamily && doubtfulFamily.has(text)) || common,
    common,
  };
}

function endsLikeFamily(text: string): boolean {
  return text.length > 5 && familyEnding.test(text);
}
