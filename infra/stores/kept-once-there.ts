import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * What holds data stays when its stack is removed. Where the very deployment that makes it fails, it goes again: it holds nothing
 * yet, and its fixed name would keep the next attempt from making it.
 */
export const keptOnceThere = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
