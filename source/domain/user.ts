export type User = {
	readonly userId: number;
	readonly friendlyName: string;
	readonly isActive: boolean;
	readonly isAdmin: boolean;
};
