type OneOrMore<T> = T | T[];

/** A statement of a policy, as it stands in a template. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: '*' | Record<string, OneOrMore<string>>;
  Action?: OneOrMore<string>;
  Resource?: OneOrMore<string>;
  Condition?: Record<string, Record<string, unknown>>;
}

/** A request, and what is known of it. A key that is not there is not known. */
export interface Request {
  principal: string;
  action: string;
  resource: string;
  context: Readonly<Record<string, string | readonly string[]>>;
}

export const many = <T>(value: OneOrMore<T> | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Whether a pattern with `*` and `?` takes a text. */
export function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(value);
}

/** Whether some text is taken by both patterns. */
export function intersect(a: string, b: string): boolean {
  const seen = new Map<string, boolean>();
  const meet = (i: number, j: number): boolean => {
    const key = `${i} ${j}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, false);
    const [x, y] = [a[i], b[j]];
    let found: boolean;
    if (x === undefined && y === undefined) found = true;
    else if (x === '*') found = meet(i + 1, j) || (y !== undefined && meet(i, j + 1));
    else if (y === '*') found = meet(i, j + 1) || (x !== undefined && meet(i + 1, j));
    else if (x === undefined || y === undefined) found = false;
    else found = (x === y || x === '?' || y === '?') && meet(i + 1, j + 1);
    seen.set(key, found);
    return found;
  };
  return meet(0, 0);
}

/** Whether a statement says something of a request; a condition on what is not known holds as AWS has it. */
export function speaksOf(statement: Statement, request: Request): boolean {
  const { Action, Resource, Condition = {} } = statement;
  const lower = request.action.toLowerCase();
  return (
    principalMatches(statement, request.principal) &&
    many(Action).some((action) => like(action.toLowerCase(), lower)) &&
    many(Resource).some((resource) => like(resource, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, expected]) => holds(operator, expected, request.context[key])),
    )
  );
}

function principalMatches({ Principal }: Statement, principal: string): boolean {
  if (Principal === undefined || Principal === '*') return true;
  const root = principal.replace(/:(?:role|user)\/.*$/u, ':root');
  return Object.entries(Principal).some(([kind, names]) =>
    many(names).some((name) => name === '*' || (kind === 'AWS' && (name === principal || name === root))),
  );
}

type Known = string | readonly string[] | undefined;

function holds(operator: string, expected: unknown, known: Known): boolean {
  const wanted = (Array.isArray(expected) ? expected : [expected]).map(String);
  const any = (test: (wanted: string, is: string) => boolean) =>
    known !== undefined && [known].flat().some((is) => wanted.some((each) => test(each, is)));
  const equal = (a: string, b: string) => a === b;
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return any(equal);
    case 'StringNotEquals':
      return !any(equal);
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return any(like);
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return !any(like);
    case 'NumericLessThan':
      return any((limit, is) => Number(is) < Number(limit));
    case 'ForAllValues:StringEquals':
      return known === undefined || [known].flat().every((is) => wanted.includes(is));
    default:
      throw new Error(`Cannot judge the condition ${operator}: teach it to test/infra/support/policy.ts`);
  }
}

/** What the statements together say of a request: a denial goes before all. */
export function judge(statements: readonly Statement[], request: Request): 'allow' | 'deny' | 'nothing' {
  const speaking = statements.filter((statement) => speaksOf(statement, request));
  if (speaking.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return speaking.length > 0 ? 'allow' : 'nothing';
}
