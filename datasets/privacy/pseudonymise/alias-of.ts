import type { FindingKind } from '../finding-kind.ts';
import { isCapital, unshout } from '../words.ts';
import { makeAliasToken } from './alias-token.ts';
import { keyedDraw } from './keyed-draw.ts';

export interface AliasScope {
  key: Uint8Array;
  /** The case, or what cases share: the same value has the same alias in the same scope. */
  scope: string;
}

const particles = /^(?:von|van|de|af|da|der|la|el|al|bin|du|zu|dos|di|og)$/u;

/**
 * What stands for a value. Every alias has a form that no real value has (a CPR number of day 00, a telephone number that
 * begins with 0), so that the gate passes it without any list.
 */
export function aliasOf(kind: FindingKind, value: string, scope: AliasScope): string {
  switch (kind) {
    case 'name':
      return value.replace(/\p{L}\.(?!\p{L})|\p{L}[\p{L}\p{M}’']*/gu, (word) => aliasWord(word, scope));
    case 'address':
      return aliasAddress(value, scope);
    case 'matrikel':
      return aliasCadastral(value, scope);
    case 'email': {
      return `${aliasWord(
        value
          .replace(/\s+/gu, '')
          .replace(/[([]at?[)\]]/iu, '@')
          .toLowerCase(),
        scope,
      ).toLowerCase()}@alias.invalid`;
    }
    case 'cpr':
      return digitsBehind('00', value.replace(/[OoIlSB]/gu, '0'), kind, scope);
    case 'account':
      return aliasAccount(value, scope);
    case 'phone':
      return digitsBehind('0', value, kind, scope, /^\(?(?:\+|00)45\)?/u);
    case 'ejendomsnummer':
      return digitsBehind(/\d{3}\D/u.test(value) ? '0000000' : '0000', value, kind, scope);
    case 'plate':
      return digitsBehind('0', value.replace(/^[A-Z]{2}/u, 'XX'), kind, scope);
    case 'sagsnummer':
      return aliasCaseNumber(value, scope);
    case 'coordinates':
      return value.replace(/\d/gu, '0');
    case 'birthdate':
      return '00.00.0000';
    case 'signature':
      return `AX${'BCDFGHJKLMNPQRSTVWZ'.charAt(keyedDraw(scope.key, scope.scope, kind, value)(19))}`;
    default:
      return digitsBehind('0', value, kind, scope);
  }
}

/** A word of a name: the same alias in every writing of it; capitals stay capitals. */
export function aliasWord(word: string, { key, scope }: AliasScope): string {
  if (particles.test(word) || !(isCapital(word) || word.includes('@'))) return word;
  if (/^\p{L}\.$/u.test(word)) return 'X.';
  const alias = makeAliasToken(keyedDraw(key, scope, 'word', unshout(word).toLowerCase()));
  return word.length > 1 && word === word.toUpperCase() ? alias.toUpperCase() : alias;
}

/** The street and the town get aliases, the postal code is 0000; house number and floor stay: without a street they say nothing. */
function aliasAddress(value: string, scope: AliasScope): string {
  const [, street, house, rest] = /^(.*?)(\s+[\dIlO]{1,3}\s?\p{L}?(?!\p{L}))(.*)$/su.exec(value) ?? [];
  if (street === undefined) return `${aliasWord('Adresse', scope)}vej`;
  const town = rest!.replace(/(?:DK-)?\d{4} \p{Lu}.*$/su, (own) => aliasTown(own, scope));
  return `${aliasStreet(street, scope)}${house}${town}`;
}

/** The same in every writing: `RUGVEJ`, `Rugvej`. */
export function aliasStreet(street: string, scope: AliasScope): string {
  return `${aliasWord(`Vej ${street.replace(/\s+/gu, ' ')}`.toLowerCase().replace(/^v/u, 'V'), scope)}vej`;
}

/** @param value a postal code and its town */
export function aliasTown(value: string, scope: AliasScope): string {
  return `0000 ${aliasWord(`By ${value.replace(/^(?:DK-)?\d{4} /u, '')}`, scope)}`;
}

/** The number begins with 0, its letters stay; a land district is `Axrulomi By`. */
function aliasCadastral(value: string, scope: AliasScope): string {
  const end = /^(?:[\d\sa-zæøå,&]|og)*/u.exec(value)![0].replace(/[\s,]+$/u, '').length;
  const numbers = value.slice(0, end).replace(/\d+/gu, (digits) => {
    const draw = keyedDraw(scope.key, scope.scope, 'matrikel', digits);
    return `0${String(draw(900) + 100)}`;
  });
  const district = value.slice(end).replace(/\p{Lu}.*$/su, (name) => aliasDistrict(name, scope));
  return numbers + district;
}

/** `Skovby By, Skovby` and `Skovby By` are the same. */
export function aliasDistrict(name: string, scope: AliasScope): string {
  const first = name.split(/[ ,]/u)[0]!;
  return `${aliasWord(`Ejerlav ${first}`, scope)} By`;
}

/** Subject and action stay (they name no case); years are 0, running numbers begin with 0. */
function aliasCaseNumber(value: string, scope: AliasScope): string {
  const subject = /^\d{2}\.\d{2}\.\d{2}[-–]?[A-ZÆØÅ]\d{2}/u.exec(value)?.[0] ?? '';
  const draw = keyedDraw(
    scope.key,
    scope.scope,
    'sagsnummer',
    value.replace(/\s/gu, '').replace(/[–/]/gu, '-').toUpperCase(),
  );
  return (
    subject +
    value.slice(subject.length).replace(/\d+/gu, (digits) => {
      if (digits.length <= 2 || /^(?:19|20)\d\d$/u.test(digits)) return '0'.repeat(digits.length);
      return `0${Array.from({ length: digits.length - 1 }, () => draw(10)).join('')}`;
    })
  );
}

/** Register and account number both begin with 0000; an IBAN has the check digits 00, which none has. */
function aliasAccount(value: string, { key, scope }: AliasScope): string {
  const iban = /^[A-Z]{2}\d{2}/u.test(value);
  const draw = keyedDraw(key, scope, 'account', value.replace(/\D/gu, ''));
  const rest = (iban ? value.slice(4) : value).replace(/\d+/gu, (digits) => {
    const drawn = Array.from({ length: digits.length }, () => draw(10)).join('');
    return iban ? drawn : `0000${drawn}`.slice(0, digits.length);
  });
  return iban ? `${value.slice(0, 2)}00${rest.replace(/[A-Z]/gu, '0')}` : rest;
}

/** Other digits in the same grouping, the first ones given. @param kept what stays as it is at the beginning */
function digitsBehind(
  first: string,
  value: string,
  kind: FindingKind,
  { key, scope }: AliasScope,
  kept?: RegExp,
): string {
  const head = kept?.exec(value)?.[0] ?? '';
  const rest = value.slice(head.length);
  const draw = keyedDraw(key, scope, kind, rest.replace(/\D/gu, ''));
  let at = 0;
  return (
    head +
    rest.replace(/\d/gu, () => {
      const digit = first.charAt(at) || String(draw(10));
      at += 1;
      return digit;
    })
  );
}
