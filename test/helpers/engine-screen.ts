import path from 'node:path';
import {onTestFinished} from 'vitest';
import type {EngineTrouble} from '../../source/domain/engine-trouble.ts';
import {type Engine, keepEngine} from '../../source/engine/keep.ts';
import type {EngineProcess} from '../../source/engine/spawn.ts';
import {spawnEngine} from '../../source/engine/spawn.ts';

/** The built engine. */
const file = path.join(import.meta.dirname, '..', '..', 'dist', 'engine.cjs');

/** A screen without a terminal, whose engine is a process of its own. */
export type TestScreen = Engine & {
	/** What it heard of its engine, oldest first; null: there is one again. */
	readonly troubles: ReadonlyArray<EngineTrouble | null>;
	/** Ends the process that it has started, which may be the engine or only a relay. */
	readonly kill: () => void;
};

/** Opens one for a test, with this configuration file. `version` tells builds apart. */
export const openScreen = async (config: string, version = '1.2.3'): Promise<TestScreen> => {
	let last: EngineProcess | null = null;
	const engine = keepEngine(
		{flags: {config}, demo: false, version, dashboard: true},
		{
			start: () => {
				last = spawnEngine(file);
				return last;
			},
			now: () => Math.floor(Date.now() / 1000),
			report: () => undefined,
		},
	);
	onTestFinished(engine.close);
	const troubles: Array<EngineTrouble | null> = [];
	engine.listen(event => event.type === 'engine' && troubles.push(event.trouble));
	await engine.opening;
	return {...engine, troubles, kill: () => last?.kill()};
};
