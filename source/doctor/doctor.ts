import path from 'node:path';
import {userCacheFolder} from '../config/paths.ts';
import {withKeyNames} from '../domain/key-names.ts';
import {buildClients, type Clients} from '../open/clients.ts';
import {serverNow} from '../open/server-now.ts';
import {
	configurationFindings,
	scheduleFinding,
	secretFilesOf,
	secretsFindings,
	serverFindings,
} from './configuration.ts';
import {engineFindings} from './engine.ts';
import {type ExaminedDatabase, examineDatabase} from './examine-database.ts';
import {examineHistory} from './examine-history.ts';
import {examineServers} from './examine-servers.ts';
import {fileFinding, type OwnFile} from './files.ts';
import {type Placed, sectionTitles, well} from './finding.ts';
import {type Look, take} from './look.ts';
import type {DoctorOptions} from './options.ts';
import {clockFindings, programFindings, sqliteFindings} from './program.ts';
import {measureWidths} from './ruler.ts';
import {type Subject, subjectOf} from './subject.ts';
import {askTmux, terminalFindings} from './terminal.ts';

const ownFiles = ({database, log}: Subject): OwnFile[] => {
	const cache = userCacheFolder();
	return [
		{
			name: 'database',
			file: database,
			isNeeded: true,
			otherwise: 'Nothing is kept, and the history is read again each time.',
			remedy: 'Check the permissions of the file and of its folder, or set database.path to another place.',
		},
		{
			name: 'log',
			file: log,
			otherwise: 'There is no log.',
			remedy: 'Check its permissions, or set logging.file to another place.',
		},
		...(cache === null
			? []
			: [
					{
						name: 'cache',
						file: path.join(cache, 'compiled'),
						isFolder: true,
						otherwise: 'tautop starts more slowly.',
						remedy: `Make this user the owner of ${cache}, and give it mode 0700.`,
					},
				]),
	];
};

/** All that is looked at here, without asking a server. */
const localLooks = (subject: Subject, options: DoctorOptions): Look[] => {
	const {surroundings, terminal} = options;
	const {env, platform} = surroundings;
	const quick = 5;
	return [
		{section: 'program', name: 'versions', seconds: quick, look: () => programFindings(options.version)},
		{section: 'program', name: 'SQLite', seconds: quick, look: sqliteFindings},
		{section: 'program', name: 'time', seconds: quick, look: () => clockFindings(env)},
		{
			section: 'configuration',
			name: 'file',
			seconds: quick,
			look: () => [
				...configurationFindings(subject.told),
				...(subject.config ? [...serverFindings(subject.config), scheduleFinding(subject.config)] : []),
			],
		},
		{
			section: 'configuration',
			name: 'secrets',
			seconds: quick,
			look: () => secretsFindings(secretFilesOf(subject.told), platform),
		},
		...ownFiles(subject).map(
			(own): Look => ({
				section: 'files',
				name: own.name,
				seconds: quick,
				look: () => [fileFinding(own)],
			}),
		),
		{section: 'terminal', name: 'terminal', seconds: quick, look: () => terminalFindings(env, options.size)},
		{section: 'terminal', name: 'tmux', seconds: quick, look: signal => askTmux(env, signal)},
		{
			section: 'terminal',
			name: 'widths',
			seconds: quick,
			look: signal => (terminal ? measureWidths(terminal, signal) : []),
		},
	];
};

const takeAll = async (looks: readonly Look[], signal: AbortSignal): Promise<Placed[]> => {
	const found: Placed[] = [];
	for (const look of looks) found.push(...(await take(look, signal)));
	return found;
};

const unasked = well('servers', 'not asked until the configuration is correct');

/** What is asked of servers, and held against what is stored. */
const examineRest = async (
	subject: Subject,
	{facts}: ExaminedDatabase,
	{version, now, begins}: DoctorOptions,
	signal: AbortSignal,
): Promise<Placed[]> => {
	const {config} = subject;
	if (!config?.tautulli) return [{...unasked, section: 'configuration'}];
	const clients: {current: Clients | null} = {current: null};
	const built = await take(
		{
			section: 'configuration',
			name: 'servers',
			seconds: 5,
			look: () => {
				const clientIdentifier = facts?.clientIdentifier ?? crypto.randomUUID();
				clients.current = buildClients(config, {clientIdentifier, version}, {odd: () => undefined});
				return [];
			},
		},
		signal,
	);
	const open = clients.current;
	if (!open) return built;
	try {
		const servers = await examineServers({config, clients: open, now, begins}, signal);
		const isAway = servers.some(({section, state}) => section === 'tautulli' && state === 'wrong');
		const atServer = serverNow(now, () => open.aheadSeconds('tautulli'));
		const looked = facts && {
			config: config.tautulli,
			facts,
			tautulli: isAway ? null : open.tautulli,
			now: atServer,
		};
		begins('history');
		return [...servers, ...(looked ? await examineHistory(looked, signal) : [])];
	} finally {
		await open.close();
	}
};

const lookAtEngine = (subject: Subject, {version}: DoctorOptions, signal: AbortSignal): Promise<Placed[]> =>
	take(
		{
			section: 'database',
			name: 'engine',
			seconds: 10,
			look: () => (subject.config ? engineFindings(subject.config, version) : []),
		},
		signal,
	);

/** Where the file is not tautop's, or cannot be read, its mode is nobody's to change. */
const withoutForeign = (local: readonly Placed[], {found}: ExaminedDatabase): readonly Placed[] =>
	found.some(({name, state}) => name === 'file' && state === 'wrong')
		? local.filter(({section, name}) => section !== 'files' || name !== 'database')
		: local;

const order = Object.keys(sectionTitles);

/**
 * Looks at everything that has to be well, and changes nothing. Whatever is broken costs its own lines. Rejects only when
 * cancelled.
 */
export const examine = async (options: DoctorOptions, signal: AbortSignal): Promise<Placed[]> => {
	const subject = await subjectOf(options);
	try {
		const local = await takeAll(localLooks(subject, options), signal);
		const zone = subject.config?.tautulli?.timezone ?? null;
		options.begins('database');
		const database = await examineDatabase(subject.database, options.now, zone, signal);
		try {
			const rest = await examineRest(subject, database, options, signal);
			const engine = await lookAtEngine(subject, options, signal);
			const names = subject.config?.keyNames ?? {};
			return [...withoutForeign(local, database), ...database.found, ...engine, ...rest]
				.map((one): Placed => ({...one, remedy: one.remedy && withKeyNames(one.remedy, names)}))
				.toSorted((one, two) => order.indexOf(one.section) - order.indexOf(two.section));
		} finally {
			database.close();
		}
	} finally {
		await subject.close();
	}
};
