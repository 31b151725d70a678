import type {Config} from '../config/config.ts';
import {visitEngine} from '../engine/connect-engine.ts';
import type {Met} from '../engine/place/meet.ts';
import {type Finding, warning, well} from './finding.ts';

const again = 'Close its dashboards and open them again.';

const apart = {
	build: warning('engine', 'one runs that is of another version of tautop.', again),
	configuration: warning('engine', 'one runs that has another configuration.', again),
} as const;

const states: Readonly<Record<Exclude<Met['state'], 'joined' | 'apart'>, Finding>> = {
	dead: well('engine', 'none runs; the last one left its socket, which the next one takes'),
	gone: well('engine', 'none runs'),
	silent: warning(
		'engine',
		'one runs, and did not answer within a second.',
		'If that stays so, end it; another one begins.',
	),
	barred: warning('engine', 'what listens on the socket is not for us.', 'Is the dashboard another user’s?'),
};

/** What a visit to the engine tells. */
export const engineFinding = (met: Met | null): Finding => {
	if (met === null) return well('engine', 'none runs: no dashboard is open');
	if (met.state === 'joined') return well('engine', `runs as process ${met.host.pid}`);
	return met.state === 'apart' ? apart[met.why] : states[met.state];
};

/** Visits the engine of this database, and leaves at once. */
export const engineFindings = async (config: Config, version: string): Promise<readonly Finding[]> => {
	const met = await visitEngine(config, version);
	if (met?.state === 'joined') met.socket.destroy();
	return [engineFinding(met)];
};
