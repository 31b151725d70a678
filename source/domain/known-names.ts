/** Names that the database knows and a shell may complete. */
export const knownKinds = ['user', 'library', 'collection', 'platform', 'player', 'product'] as const;

export type KnownKind = (typeof knownKinds)[number];
