/** Which file to import from (an absolute path), and whether only to show what would be taken. */
export type ImportRequest = {readonly file: string; readonly dryRun: boolean};

/** Rows that were not taken, and the words why. */
export type Refused = {readonly reason: string; readonly rows: number};

/** What became of the rows of one kind. */
export type ImportShare = {
	readonly found: number;
	/** Stored now, or what would be. */
	readonly taken: number;
	/** Stored before: by an earlier import, or the same row twice. */
	readonly known: number;
	readonly refused: readonly Refused[];
};

/** A table that is not imported, and the words why. */
export type PassedOver = {readonly table: string; readonly rows: number; readonly reason: string};

/** What came of an import. Of rotations, failed and unsure ones are among those that were taken or known. */
export type ImportReport = {
	readonly file: string;
	readonly dryRun: boolean;
	/** How it names what a rotation shows: by title alone (older versions), with the library, or both. */
	readonly names: 'titles' | 'libraries' | 'both' | 'none';
	readonly snapshots: ImportShare;
	readonly rotations: ImportShare & {readonly failed: number; readonly unsure: number};
	readonly pins: ImportShare;
	/** Unix seconds of its first and last rotation; null: there is none. */
	readonly rotated: {readonly from: number; readonly to: number} | null;
	readonly passedOver: readonly PassedOver[];
};
