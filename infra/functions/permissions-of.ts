import type { Stack } from 'aws-cdk-lib';
import type { FunctionPlan } from './function-plan.ts';
import type { Permission } from './permission.ts';
import { registryKeyPermission, registryPermission } from './registry-permissions.ts';
import { runtimePermissions, servicePermissions } from './service-permissions.ts';
import { keyPermissions, listPermission, type StoreKeys, storePermission } from './store-permissions.ts';

/** The ARNs of keys. */
export interface KeyArns extends StoreKeys {
  signing: string;
}

/** All that a function's role is given: what its plan says, and what that takes. */
export function permissionsOf(stack: Stack, plan: FunctionPlan, keys: KeyArns): Permission[] {
  const direct = plan.reach.flatMap((reach) => {
    if ('keys' in reach) return [storePermission(stack, reach)];
    if (reach.do === 'list') return [listPermission(stack, reach.store)];
    if ('collections' in reach) return [registryPermission(stack, reach)];
    return servicePermissions(stack, reach, keys.signing);
  });
  const registry = plan.reach.some((reach) => 'collections' in reach);
  return [
    ...direct,
    ...keyPermissions(stack, keys, plan.reach),
    ...(registry ? [registryKeyPermission(stack, keys.usual)] : []),
    ...runtimePermissions(stack, plan),
  ];
}
