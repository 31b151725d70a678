import {writeSync} from 'node:fs';
import type {Socket} from 'node:net';
import process from 'node:process';
import type {Activity} from '../../domain/session.ts';
import {buildOf} from '../../engine/place/build.ts';
import {look} from '../../engine/place/look.ts';
import {meet} from '../../engine/place/meet.ts';
import {isPipe} from '../../engine/place/pipe.ts';
import {streamPort} from '../../engine/port.ts';
import type {Answer, FromEngine, ToEngine} from '../../engine/protocol.ts';
import type {Question} from '../../questions/questions.ts';
import {defaultFormat, lineOf, unknownField} from '../now-line/format.ts';
import {isPlainTerminal} from '../run/plain-terminal.ts';
import {markOf} from './mark.ts';
import {readPass} from './pass-file.ts';
import {quickArgs} from './quick-args.ts';

/** An engine that takes longer is asked in the slow way, which has the sentences for what is wrong. */
const withinMs = 1000;

const isActivity = (message: Answer<Question>): message is Answer<'activity'> => message.question === 'activity';

/** Who is watching; null: the engine cannot say, or not soon. */
const askActivity = (socket: Socket): Promise<Activity | null> =>
	new Promise(resolve => {
		const port = streamPort<ToEngine, FromEngine>(socket);
		const giveUp = (): void => resolve(null);
		setTimeout(giveUp, withinMs).unref();
		socket.on('close', giveUp);
		port.onMessage(message => {
			if (message.type === 'answer' && isActivity(message)) resolve(message.value);
			else if (message.type === 'trouble') giveUp();
		}, giveUp);
		port.post({type: 'ask', id: 1, question: 'activity', query: null});
	});

/** Standard output is opened in full for what it does not take at once. */
const toStandardOutput = (line: string): void => {
	try {
		writeSync(1, line);
	} catch {
		process.stdout.on('error', () => undefined).write(line);
	}
};

/**
 * `tautop now --line` from an engine that runs, and that has let this configuration in before: nothing else is loaded, since bars
 * and prompts ask every few seconds. False: nothing was printed, and the command does it in its usual way.
 */
export const quickLine = async (
	argv: readonly string[],
	version: string,
	print: (line: string) => void = toStandardOutput,
): Promise<boolean> => {
	const args = quickArgs(argv);
	if (!args || unknownField(args.format ?? '') !== null) return false;
	const mark = markOf(args, version);
	const kept = mark === null ? null : readPass(mark);
	if (!kept) return false;
	const {socket: path, ticket, uploadMbps, server} = kept;
	if (!isPipe(path) && (look(path) ?? 'foreign') === 'foreign') return false;
	const met = await meet(path, {build: buildOf(version), ticket}, {}, withinMs);
	if (met.state !== 'joined') return false;
	const activity = await askActivity(met.socket);
	met.socket.destroy();
	if (!activity) return false;
	const format = args.format ?? defaultFormat(args.ascii || kept.ascii || isPlainTerminal());
	print(`${lineOf({format, idle: args.idle}, {activity, uploadMbps, server})}\n`);
	return true;
};
