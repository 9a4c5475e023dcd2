import { ArtifactError } from '../../datasets/errors.ts';
import type { Clock, Registry, RegistryRecord } from '../../evals/ports.ts';
import { type Principal, partyOf, slugOf } from './principal.ts';
import { ApiProblem } from './problem.ts';
import { type Kind, type ResourceOf, resourceSchemas } from './resources.ts';
import { mayRead, mayWrite } from './tenancy.ts';
import { writeUntilFirst } from './write-until-first.ts';

export interface ListPage {
  after?: string | undefined;
  limit: number;
}

/** Records as one principal sees them. Handlers have no other way to them. */
export interface Desk {
  /** Null also where there is one that the principal may not see. */
  find<K extends Kind>(kind: K, id: string): Promise<ResourceOf[K] | null>;
  /** @throws {ApiProblem} `not-found`, also where there is one that the principal may not see */
  read<K extends Kind>(kind: K, id: string): Promise<ResourceOf[K]>;
  /** @throws {ApiProblem} `not-found` as above; `forbidden` where it is seen, and another's to change */
  readOwn<K extends Kind>(kind: K, id: string): Promise<ResourceOf[K]>;
  list<K extends Kind>(kind: K, page: ListPage): Promise<{ items: ResourceOf[K][]; next: string | null }>;
  /** Writes a new record; where one with this id is there, gives that. */
  create<K extends Kind>(kind: K, record: ResourceOf[K]): Promise<{ record: ResourceOf[K]; made: boolean }>;
  /**
   * Writes what `change` makes of a record of the principal's own; again, where another writer was first.
   * @throws {ApiProblem} as `readOwn`, and what `change` throws
   */
  change<K extends Kind>(
    kind: K,
    id: string,
    change: (record: ResourceOf[K]) => ResourceOf[K],
  ): Promise<ResourceOf[K]>;
  /** Removes a record of the principal's own. @throws {ApiProblem} as `readOwn` */
  remove(kind: Kind, id: string): Promise<void>;
}

/** Records looked at for one page, at most: then the page ends, and the next goes on. */
const lookedAt = 1000;

export function createDesk(registry: Registry, clock: Clock, principal: Principal): Desk {
  const find = async <K extends Kind>(kind: K, id: string) => {
    const found = await registry.read(kind, id);
    const record = found === null ? null : parse(kind, found);
    if (found === null || record === null || !mayRead(kind, principal, record)) return null;
    return { record, version: found.version };
  };
  const require = async <K extends Kind>(kind: K, id: string) => {
    const found = await find(kind, id);
    if (found !== null) return found;
    throw notFound(kind);
  };
  const findOwn = async <K extends Kind>(kind: K, id: string) => {
    const found = await require(kind, id);
    if (mayWrite(principal, found.record)) return found;
    throw new ApiProblem('forbidden', 'It is shared with you, and another’s to change.');
  };
  return {
    find: async (kind, id) => (await find(kind, id))?.record ?? null,

    read: async (kind, id) => (await require(kind, id)).record,

    readOwn: async (kind, id) => (await findOwn(kind, id)).record,

    async list<K extends Kind>(kind: K, { after, limit }: ListPage) {
      const items: ResourceOf[K][] = [];
      let last = after;
      for (let seen = 0; seen < lookedAt; ) {
        const page = await registry.list(kind, {
          prefix: ownPrefix(kind, principal),
          after: last,
          limit: 100,
        });
        for (const each of page) {
          last = each.key;
          const record = parse(kind, each);
          if (mayRead(kind, principal, record)) items.push(record);
          if (items.length === limit) return { items, next: last };
        }
        if (page.length < 100) return { items, next: null };
        seen += page.length;
      }
      return { items, next: last ?? null };
    },

    async create(kind, record) {
      if ((await registry.write(kind, record.id, record, null)) !== null) return { record, made: true };
      return { record: (await findOwn(kind, record.id)).record, made: false };
    },

    change: async (kind, id, change) =>
      writeUntilFirst(clock, async () => {
        const { record, version } = await findOwn(kind, id);
        const changed = { ...change(record), updatedAt: clock.now() };
        return (await registry.write(kind, id, changed, version)) === null ? null : changed;
      }),

    async remove(kind, id) {
      await writeUntilFirst(clock, async () => {
        const { version } = await findOwn(kind, id);
        return (await registry.remove(kind, id, version)) ? true : null;
      });
    },
  };
}

/** The ids of what a vendor sees of these begin with its own name, so that others' are not even looked at. */
function ownPrefix(kind: Kind, principal: Principal): string | undefined {
  const party = principal.role === 'vendor' && kind === 'submissions' ? partyOf(principal) : null;
  return party === null ? undefined : `${slugOf(party)}.`;
}

function parse<K extends Kind>(kind: K, { key, value }: RegistryRecord): ResourceOf[K] {
  const { data, error } = resourceSchemas[kind].safeParse(value);
  if (data !== undefined) return data;
  throw new ArtifactError(`Cannot read record "${kind}/${key}": it is damaged, or of another version`, {
    cause: error,
  });
}

const names: Record<Kind, string> = {
  datasets: 'data set',
  models: 'model',
  runs: 'run',
  submissions: 'submission',
  consents: 'consent',
};

function notFound(kind: Kind): ApiProblem {
  return new ApiProblem('not-found', `There is no such ${names[kind]} that you may see.`);
}
