/** `Axrulomi`: Ax, and three times a consonant and a vowel. No Danish name is built so (`Axel` has a vowel there). */
const anywhere = /(?<!\p{L})A[Xx](?:[bdfgklmnprstvBDFGKLMNPRSTV][aeiouyAEIOUY]){3}/u;

const consonants = 'bdfgklmnprstv';
const vowels = 'aeiouy';

/** A word that the gate knows for an alias by its form alone. @param draw the next whole number below a bound */
export function makeAliasToken(draw: (bound: number) => number): string {
  let token = 'Ax';
  for (let pair = 0; pair < 3; pair += 1) {
    token += consonants.charAt(draw(consonants.length)) + vowels.charAt(draw(vowels.length));
  }
  return token;
}

/** Whether an alias stands anywhere in a text. */
export function holdsAlias(text: string): boolean {
  return anywhere.test(text);
}
