import type {Config} from '../config/config.ts';
import type {ConfigFlags} from '../config/flags.ts';
import {type LoadOptions, loadConfigs} from '../config/load.ts';
import {processPlace} from '../config/process-place.ts';
import {chooseServer} from '../config/resolve-servers.ts';

/** What was asked for on the command line. Can be cloned: it crosses to the engine. */
export type OpenRequest = {
	readonly flags: ConfigFlags;
	readonly demo: boolean;
	readonly version: string;
	/** The dashboard: it stays open, and without configuration it shows the demo. */
	readonly dashboard: boolean;
	/** `tautop watch`: a dashboard without a screen. */
	readonly watch?: boolean | undefined;
	/** `store`: nothing is opened without the database. */
	readonly needs?: 'store' | undefined;
};

/** The user's id; null on Windows. */
export const userId = (): number | null => process.getuid?.() ?? null;

/** What the configuration of this process depends on. */
export const surroundingsOf = (flags: ConfigFlags): LoadOptions => {
	const {place, cwd} = processPlace();
	return {...place, uid: userId(), cwd, flags};
};

/** Reads the configuration of every server of this process, at least one. Loads nothing of what it configures. */
export const configsOf = ({flags}: Pick<OpenRequest, 'flags'>): readonly Config[] => loadConfigs(surroundingsOf(flags));

/** That of the server which is asked for. */
export const configOf = (request: Pick<OpenRequest, 'flags'>): Config =>
	chooseServer(configsOf(request), request.flags.server);

/** The same request for another server; null: there is no list of them. */
export const toServer = (request: OpenRequest, name: string | null): OpenRequest =>
	name === null ? request : {...request, flags: {...request.flags, server: name}};

/** The demo is asked for, or it is all that a dashboard can show. */
export const isDemo = ({demo, dashboard}: OpenRequest, {configured}: Config): boolean =>
	demo || (dashboard && !configured);
