/** The demo; an association and its owner; or an owner alone, as a deployment begins, where an export can be put back. */
export const NETWORKS = ['demo', 'empty', 'bare'] as const;
export type Network = (typeof NETWORKS)[number];
