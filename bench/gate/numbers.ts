import type { Draw } from './draw.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** Personal numbers of people who are not born yet: by their seventh digit, the years are 2030 to 2057. */
export function cpr(draw: Draw): string {
  const year = draw.number(30, 57);
  const date = two(draw.number(1, 28)) + two(draw.number(1, 12)) + String(year);
  const serial = draw.number(5, 8) + draw.digits(3);
  const noisy = (text: string) =>
    text.replace('0', draw.pick(['O', 'o'])).replace('1', draw.pick(['1', 'l', 'I']));
  const form = draw.pick<() => string>([
    () => `${date}-${serial}`,
    () => `${date}-${serial}`,
    () => `${date}${serial}`,
    () => `${date} ${serial}`,
    () => `${date} - ${serial}`,
    () => `${date}-\n${serial}`,
    () => `${date}\n${serial}`,
    () => noisy(`${date}-${serial}`),
    () => `${date}–${serial}`,
  ]);
  return form();
}

export function cvr(draw: Draw): string {
  const digits = `${draw.number(1, 4)}${draw.digits(7)}`;
  const grouped = digits.replace(/(..)(?=.)/gu, '$1 ');
  return draw.pick([
    `CVR ${digits}`,
    `CVR-nr. ${digits}`,
    `CVR nr.: ${grouped}`,
    `cvr ${digits}`,
    `CVR.nr ${digits}`,
    `SE-nr. ${digits}`,
  ]);
}

export function bfe(draw: Draw): string {
  const digits = String(draw.number(1_000_000, 100_999_999));
  return draw.pick([
    `BFE ${digits}`,
    `BFE-nr. ${digits}`,
    `BFE-nummer: ${digits}`,
    `bfe nr ${digits}`,
    `BFEnr. ${digits}`,
  ]);
}

export function propertyNumber(draw: Draw): string {
  const digits = draw.digits(6);
  return draw.pick([
    `ejendomsnr. ${digits}`,
    `Ejendomsnummer: ${draw.number(101, 860)}-${digits}`,
    `ejd.nr. ${digits}`,
    `ESR-nr. ${digits}`,
  ]);
}

/** Nobody's: subscribers' numbers do not begin with 1. */
export function phone(draw: Draw): string {
  const d = `1${draw.digits(7)}`;
  const pairs = d.replace(/(..)(?=.)/gu, '$1 ');
  return draw.pick([
    `tlf. ${pairs}`,
    `+45 ${pairs}`,
    `+45${d}`,
    `0045 ${pairs}`,
    `mobil ${d}`,
    `Telefon: ${d.slice(0, 4)} ${d.slice(4)}`,
    `tlf ${d}`,
    `Tlf.nr.: ${pairs.replaceAll(' ', '.')}`,
    `på ${pairs}`,
    `Mob. ${d.slice(0, 2)} ${d.slice(2, 5)} ${d.slice(5)}`,
    `tlf. ${d.slice(0, 4)}\n${d.slice(4)}`,
    `(+45) ${pairs}`,
    `tlf.:${d}`,
    `Mob:${pairs}`,
  ]);
}

export function caseNumber(draw: Draw): string {
  const year = draw.number(2016, 2025);
  return draw.pick([
    `S${year}-${draw.number(100, 99_999)}`,
    `BOM-${year}-${draw.digits(6)}`,
    `sagsnr. ${draw.number(14, 25)}/${draw.number(100, 99_999)}`,
    `Sag ${draw.number(14, 25)}/${draw.number(1000, 99_999)}`,
    `${two(draw.number(1, 29))}.${two(draw.number(1, 36))}.${two(draw.number(0, 20))}-${draw.pick(['P19', 'G01', 'K08', 'P16'])}-${draw.number(1, 400)}-${draw.number(14, 25)}`,
    `j.nr. ${year}-${draw.digits(4)}`,
    `Journalnr.: ${draw.number(14, 25)}/${draw.digits(5)}`,
    `sagsnummer ${year}-${draw.digits(5)}`,
    `ESDH-sag ${draw.digits(3)}-${year}-${draw.digits(5)}`,
  ]);
}

/** IBANs have right check digits; the account behind is drawn. */
export function account(draw: Draw): string {
  const bban = draw.digits(14);
  const iban = `DK${two(98 - Number(BigInt(`${bban}132000`) % 97n))}${bban}`;
  const grouped = iban.replace(/(.{4})(?=.)/gu, '$1 ');
  const reg = `${draw.number(1, 9)}${draw.digits(3)}`;
  return draw.pick([
    grouped,
    iban,
    `IBAN: ${grouped}`,
    `reg.nr. ${reg} kontonr. ${draw.digits(10)}`,
    `Reg. ${reg} Konto ${draw.digits(7)}`,
    `reg.nr.: ${reg}, konto: ${draw.digits(10)}`,
    `konto ${reg}-${draw.digits(10)}`,
    `kontonummer ${reg} ${draw.digits(10)}`,
  ]);
}

export function plate(draw: Draw): string {
  const [letters, a, b] = [draw.letters(2), draw.number(20, 99), draw.digits(3)];
  return draw.pick([
    `${letters} ${a} ${b}`,
    `${letters}${a}${b}`,
    `${letters} ${a}${b}`,
    `${letters}-${a}.${b}`,
  ]);
}

export function coordinates(draw: Draw): string {
  const [n, e] = [`55,${draw.digits(5)}`, `${draw.number(8, 12)},${draw.digits(5)}`];
  const [east, north] = [draw.number(441_000, 890_000), draw.number(6_049_000, 6_402_000)];
  return draw.pick([
    `${n} / ${e}`,
    `${n.replace(',', '.')}, ${e.replace(',', '.')}`,
    `E ${east} N ${north}`,
    `N ${north}, E ${east}`,
    `${n.replace(',', '.')}° N, ${e.replace(',', '.')}° Ø`,
    `55°${draw.number(10, 59)}'${draw.number(10, 59)}"N 12°${draw.number(10, 59)}'${draw.number(10, 59)}"E`,
    `x=${east} y=${north}`,
    `(${east}; ${north})`,
  ]);
}

export function birthDate(draw: Draw): string {
  const [d, m, y] = [draw.number(1, 28), draw.number(1, 12), draw.number(1931, 2004)];
  return draw.pick([
    `født ${d}.${m}.${y}`,
    `f. ${two(d)}-${two(m)}-${y}`,
    `fødselsdato: ${two(d)}.${two(m)}.${y}`,
    `født den ${d}. marts ${y}`,
  ]);
}
