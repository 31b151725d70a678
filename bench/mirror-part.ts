import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {memoryFlags} from '../source/engine/spawn.ts';
import {measureCollecting} from './collecting.ts';
import {measureFill} from './fill.ts';
import type {LiftTimes} from './lift-answer.ts';
import type {Line} from './line.ts';
import type {MirrorAnswers} from './mirror-answers.ts';
import {answerLines, collectingLines, fillLines, liftLines, requestLines} from './mirror-lines.ts';
import type {Home} from './program.ts';
import {measureRequests} from './requests.ts';
import {startBigHome} from './servers.ts';

/** In a process of its own, so that its memory is that of the mirror alone, with the limits that the engine has. */
const measureAnswers = (plays: number): MirrorAnswers =>
	JSON.parse(
		execFileSync(
			process.execPath,
			[...memoryFlags, path.join(import.meta.dirname, 'mirror-answers.ts'), '--plays', String(plays)],
			{
				encoding: 'utf8',
			},
		),
	);

/** The same for lift. */
const measureLift = (): LiftTimes =>
	JSON.parse(
		execFileSync(process.execPath, [...memoryFlags, path.join(import.meta.dirname, 'lift-answer.ts')], {
			encoding: 'utf8',
		}),
	);

const measureServers = async (home: Home, file: string): Promise<Line[]> => {
	const fresh = (name: string): string => path.join(home.folder, `${name}.db`);
	return [
		...collectingLines(await measureCollecting(file, fresh('collecting'))),
		...fillLines(await measureFill(home, file, fresh('fill'))),
	];
};

const requestSeconds = 120;

/** Servers made for this: 200 collections of 50 members. */
const measureBigHome = async (home: Home): Promise<Line[]> => {
	const servers = await startBigHome(home);
	try {
		const requests = await measureRequests(home, servers.file, requestSeconds);
		return [...requestLines(requests), ...(await measureServers(home, servers.file))];
	} finally {
		await servers.close();
	}
};

export type MirrorOptions = {
	/** A configuration of other servers; undefined: those made for this. */
	readonly config: string | undefined;
	/** A million made-up plays; else a fifth of that. */
	readonly isLarge: boolean;
};

/** The mirror on servers, and on made-up plays of two sizes. */
export const measureMirror = async (home: Home, {config, isLarge}: MirrorOptions): Promise<Line[]> => [
	...(config === undefined ? await measureBigHome(home) : await measureServers(home, config)),
	...answerLines(measureAnswers(isLarge ? 1_000_000 : 200_000), measureAnswers(100_000)),
	...liftLines(measureLift()),
];
