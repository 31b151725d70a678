import {onTestFinished} from 'vitest';
import {readRecording, recordingNames, success} from '../tautulli/recorded.ts';
import {type Fault, type SeenRequest, startFaultServer} from './fault-server.ts';
import {answer, jsonAnswer} from './faults.ts';
import {scriptedHistory} from './scripted-history.ts';

/** A Tautulli that gives recorded answers until a test says otherwise. */
export type ScriptedTautulli = {
	readonly url: string;
	readonly apiKey: string;
	/** Every request so far. */
	readonly requests: readonly SeenRequest[];
	/** The commands asked so far, in order. */
	readonly commands: () => string[];
	/** Resolves when so many requests have arrived in all. */
	readonly arrived: (count: number) => Promise<void>;
	/** From now on this command (`*`: every one) is answered so. */
	readonly play: (command: string, fault: Fault) => void;
	/** From now on the recorded answers again. */
	readonly recover: () => void;
};

/** A successful envelope around these data. */
export const data = (value: unknown): Fault => jsonAnswer(success(value));

/** A recorded answer, as it was sent. */
export const recorded = (name: string): Fault => {
	const {status, headers, body} = readRecording('small', name);
	return answer(status, typeof body === 'string' ? body : JSON.stringify(body), headers);
};

const names = new Set(recordingNames('small'));

/** The recording that fits a request best: by what makes this command's answers differ, else the plain one. */
const recordingFor = (command: string, form: URLSearchParams): Fault | undefined => {
	const details = ['stat_id', 'media_type', 'query_days'].map(name => form.get(name) ?? '');
	const variants = [...details, `section-${form.get('section_id')}`, 'default-5', 'section-unknown'];
	const name = [...variants.map(variant => `${command}--${variant}`), command].find(each => names.has(each));
	return name === undefined ? undefined : recorded(name);
};

/** Sums have no fitting recording for every window that can be asked: as many plays as days, all time like a year. */
const windows = (form: URLSearchParams): Fault =>
	data(
		(form.get('query_days') ?? '1,7,30,0').split(',').map(days => {
			const plays = Number(days) || 365;
			return {query_days: Number(days), total_plays: plays, total_time: plays * 3600};
		}),
	);

/** The four libraries that the scripted history has its rows in. */
const libraryNames = data(
	[1, 2, 3, 4].map(id => ({section_id: id, section_name: `Library ${id}`, section_type: 'movie', agent: 'none'})),
);

const formOf = ({body}: SeenRequest): URLSearchParams => new URLSearchParams(body);

/** Starts it on a free port of this machine; it is gone when the test has finished. */
export const startScriptedTautulli = async (apiKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'): Promise<ScriptedTautulli> => {
	const faults = new Map<string, Fault>();
	const refused = recorded('error--wrong-apikey');
	const unknown = recorded('error--unknown-cmd');
	const history = scriptedHistory();
	const server = await startFaultServer((response, request) => {
		const form = formOf(request);
		const command = form.get('cmd') ?? '';
		const fault = faults.get(command) ?? faults.get('*');
		if (fault) fault(response, request);
		else if (form.get('apikey') !== apiKey) refused(response, request);
		else if (command === 'get_library_names') libraryNames(response, request);
		else if (command === 'get_history') history(form)(response, request);
		else if (command.endsWith('_watch_time_stats')) windows(form)(response, request);
		else (recordingFor(command, form) ?? unknown)(response, request);
	});
	onTestFinished(server.close);
	return {
		url: server.url,
		apiKey,
		requests: server.requests,
		arrived: server.arrived,
		commands: () => server.requests.map(request => formOf(request).get('cmd') ?? ''),
		play: (command, fault) => void faults.set(command, fault),
		recover: () => faults.clear(),
	};
};
