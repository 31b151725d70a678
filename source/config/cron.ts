import {Cron} from 'croner';

/** `() =>` is where the build loads it (tools/bundling.mjs): few programs run by a schedule. */
const packages = {croner: () => Cron};

/** A cron pattern of five fields, or its nickname; it does nothing by itself. Throws for what is none. */
export const cronOf = (pattern: string): Cron => {
	const Class = packages.croner();
	return new Class(pattern, {paused: true});
};
