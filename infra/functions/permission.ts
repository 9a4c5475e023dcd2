import type { PolicyStatementProps } from 'aws-cdk-lib/aws-iam';

/** A statement of a role, and for each resource with a "*" why it is so. */
export interface Permission {
  statement: PolicyStatementProps & { actions: string[]; resources: string[] };
  reasons: Readonly<Record<string, string>>;
}

/** A permission on resources that are named in full. */
export function permit(statement: Permission['statement']): Permission {
  return { statement, reasons: {} };
}
