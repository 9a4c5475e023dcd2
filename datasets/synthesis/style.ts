/** How a municipality and an office write numbers and dates. */
export interface Style {
  thousands: '.' | ' ' | '';
  squareMetre: 'm²' | 'm2' | 'kvm';
  date: 'long' | 'dots' | 'dashes';
  percent: ' %' | ' pct.';
}

export const months = [
  'januar', 'februar', 'marts', 'april', 'maj', 'juni',
  'juli', 'august', 'september', 'oktober', 'november', 'december',
]; // biome-ignore format: two rows of six

export function number(value: number, decimals: number, style: Style): string {
  const [whole, fraction] = value.toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/gu, style.thousands);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Whole square metres, or one decimal where the value has one. */
export function area(value: number, style: Style): string {
  return `${number(value, Number.isInteger(value) ? 0 : 1, style)} ${style.squareMetre}`;
}

export function metres(value: number, style: Style, decimals = 2): string {
  return `${number(value, decimals, style)} m`;
}

export function percent(value: number, style: Style): string {
  return `${number(value, 1, style)}${style.percent}`;
}

/** @param iso `2024-09-14` */
export function day(iso: string, style: Style): string {
  const [year, month, date] = iso.split('-') as [string, string, string];
  if (style.date === 'long') return `${Number(date)}. ${months[Number(month) - 1]} ${year}`;
  return [date, month, year].join(style.date === 'dots' ? '.' : '-');
}

/** Days later (or earlier), as an ISO date. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `a, b og c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} og ${items.at(-1)}`;
}
