import { many, type Statement } from './policy.ts';
import { resourcesOf, type Template, templates } from './templates.ts';

/**
 * The templates without an action in the policy of a role.
 * @param holder the function's handler, or the machine's id in its stack
 * @throws {Error} where it is not given
 */
export function withoutPermission(holder: string, action: string): Record<string, Template> {
  const all = templates();
  let taken = 0;
  for (const { at, resource } of resourcesOf(all, 'AWS::IAM::Policy')) {
    if (!at.includes(`/${holder.replaceAll('-', '')}roleDefaultPolicy`)) continue;
    const { PolicyDocument: document } = resource.Properties as {
      PolicyDocument: { Statement: Statement[] };
    };
    document.Statement = document.Statement.flatMap((statement) => {
      const rest = many(statement.Action).filter((each) => each !== action);
      taken += many(statement.Action).length - rest.length;
      return rest.length === 0 ? [] : [{ ...statement, Action: rest }];
    });
  }
  if (taken === 0) throw new Error(`Cannot take ${action}: "${holder}" is not given it`);
  return all;
}
