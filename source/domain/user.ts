export type User = {readonly userId: number; readonly friendlyName: string; readonly isActive: boolean};

/** Plays and seconds of one user in a window. */
export type UserStats = {
	readonly userId: number;
	readonly friendlyName: string;
	readonly plays: number;
	readonly playedSeconds: number;
};
