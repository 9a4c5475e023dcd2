/** An argument as it is typed in a shell: quoted where it holds more than letters, digits and `. _ / : @ % + = , -`. */
export function quoteArgument(text: string): string {
  return /^[\w./:@%+=,-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
