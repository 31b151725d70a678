import {commandFlags} from '../domain/command-flags.ts';
import {hideSecrets} from '../domain/text/secrets.ts';
import {checkFile, noFile} from './check.ts';
import {entriesOf} from './check-servers.ts';
import type {Config} from './config.ts';
import {discoverFile} from './discover.ts';
import {type Environment, type NamedFile, readEnvironment} from './environment.ts';
import type {ConfigFlags} from './flags.ts';
import {isUnset} from './is-unset.ts';
import {isRecord, type ParsedFile} from './parse.ts';
import {withoutTautulli} from './passed-over.ts';
import type {Place} from './paths.ts';
import {configError, toldOnce, warningLine} from './problem.ts';
import {chooseServer, resolveServers} from './resolve-servers.ts';
import {secretVariables} from './schema/section-docs.ts';
import {secretsOf} from './secrets.ts';
import {secretsWarning} from './secrets-warning.ts';

/** Everything from outside that the configuration depends on. */
export type LoadOptions = Place & {
	readonly flags: ConfigFlags;
	/** The working folder, absolute. */
	readonly cwd: string;
	/** The user's id; null on Windows. */
	readonly uid?: number | null | undefined;
};

const isSecret = (key: string, value: unknown): boolean =>
	key === 'headers'
		? typeof value === 'object' && value !== null && Object.keys(value).length > 0
		: (key === 'api_key' || key === 'token') && !isUnset(value);

const holdsSecrets = (values: ParsedFile['values']): boolean =>
	[values, ...entriesOf(values)]
		.flatMap(({tautulli, plex}) => [tautulli, plex])
		.some(section => isRecord(section) && Object.entries(section).some(([key, value]) => isSecret(key, value)));

/** The files besides the configuration that secrets come from. */
const secretFilesOf = ({get, secretsFile}: Environment): readonly NamedFile[] => {
	const named = secretVariables
		.flatMap(name => get(name)?.named ?? [])
		// A container's own secrets: their modes are not the user's to change.
		.filter(({path}) => !path.startsWith('/run/secrets/'));
	return [...(secretsFile ? [secretsFile] : []), ...new Map(named.map(file => [file.path, file])).values()];
};

/**
 * Reads the configuration of every server, at least one: flags, then environment, then file, then defaults. Throws `config` with every problem of the
 * file (at most ten are shown) and `usage` for a wrong flag. No message holds the value of a secret, and from here on no
 * text that is shown does: see `hideSecrets`.
 */
export const loadConfigs = (options: LoadOptions): readonly Config[] => {
	const {flags, cwd, uid} = options;
	const environment = readEnvironment(options, cwd);
	const {file, passedOver: unused} = discoverFile(flags.config, environment, options, cwd);
	if (file && file.problems.length > 0) throw configError(file.problems);
	const checked = checkFile(file ?? noFile);
	if (checked.problems.length > 0) throw configError(checked.problems);
	hideSecrets(
		secretsOf(
			checked.entries.map(({settings}) => settings),
			environment,
		),
	);
	const resolved = resolveServers({...options, environment, file}, checked.entries);
	if (resolved.problems.length > 0) throw configError(toldOnce(resolved.problems, checked.warnings));
	const configured = resolved.servers.some(({config}) => config.configured);
	const unknown = checked.warnings.map(warningLine);
	const idle = file && !configured ? withoutTautulli(file, unknown) : null;
	const readers = [
		file && holdsSecrets(file.values) ? secretsWarning(file.path, file, uid, options.platform) : null,
		...secretFilesOf(environment).map(each => secretsWarning(each.path, each, uid, options.platform)),
	];
	return resolved.servers.map(({config, warnings}) => ({
		...config,
		serverNames: resolved.names,
		commandFlags: commandFlags({
			config: flags.config,
			server: config.name === resolved.names[0] ? undefined : (config.name ?? undefined),
		}),
		warnings: [
			...environment.warnings,
			...(idle ? [] : unknown),
			...warnings.map(warningLine),
			...readers.filter(line => line !== null),
		],
		passedOver: idle ? [...unused, idle] : unused,
	}));
};

/** The configuration of the one server that is asked for, else of the first. Throws `usage` where none has the name. */
export const loadConfig = (options: LoadOptions): Config => chooseServer(loadConfigs(options), options.flags.server);
