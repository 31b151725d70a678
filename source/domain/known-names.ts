/** Names that the database knows and a shell may complete. */
const knownKinds = ['user', 'library', 'collection', 'platform', 'player', 'product'] as const;

export type KnownKind = (typeof knownKinds)[number];

/** What a shell may complete by asking the program: those, and the servers of the configuration. */
export const askedKinds = [...knownKinds, 'server'] as const;

export type AskedKind = (typeof askedKinds)[number];
