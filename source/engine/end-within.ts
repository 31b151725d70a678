/** How long an end may take, in milliseconds: whoever waits for another one waits longer than that one takes. */
export type EndWithin = {
	/** The engine, once nobody has it any more. */
	readonly engine: number;
	/** Whoever leaves it waits so long. */
	readonly close: number;
	/** The process that leaves, whatever it is at. */
	readonly process: number;
};

/** Somebody has pressed a key, and nobody who leaves notices this. */
export const screenEnds: EndWithin = {engine: 900, close: 450, process: 900};

/**
 * Nobody waits for the end of a service at a screen: its engine may finish what it writes, and take its socket away. All of it is
 * less than a service manager waits: examples/tautop.service.
 */
export const serviceEnds: EndWithin = {engine: 9000, close: 10_000, process: 11_000};

/** How long an engine may take that nobody has any more; `watch`: it was started for a service. */
export const engineEndsWithin = ({watch}: {readonly watch?: boolean | undefined}): number =>
	(watch ? serviceEnds : screenEnds).engine;
