/** A text cut to `limit` characters, and how many characters were left out. Never halves a surrogate pair. */
export function cutText(text: string, limit: number): { text: string; omitted: number } {
  if (text.length <= limit) return { text, omitted: 0 };
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return { text: text.slice(0, end), omitted: text.length - end };
}

/** A text of at most so many characters; where it was cut, it says in every language how many are missing: `… [+1234]`. */
export function shortenText(full: string, limit: number): string {
  const { text, omitted } = cutText(full, limit);
  return omitted === 0 ? text : `${text}… [+${omitted}]`;
}
