import type {Config} from '../config/config.ts';
import {visitEngine} from '../engine/connect-engine.ts';
import type {Met} from '../engine/place/meet.ts';
import {type Finding, warning, well} from './finding.ts';

const again = 'Close its dashboards and open them again.';

const apart = {
	build: warning('engine', 'The one that runs is of another version of tautop.', again),
	configuration: warning('engine', 'The one that runs has another configuration.', again),
} as const;

const states: Readonly<Record<Exclude<Met['state'], 'joined' | 'apart'>, Finding>> = {
	dead: well('engine', 'not running; the next one takes the socket that the last one left'),
	gone: well('engine', 'not running'),
	silent: warning(
		'engine',
		'The one that runs did not answer within a second.',
		'If it stays silent, end that process; a new one starts.',
	),
	barred: warning('engine', 'Its socket belongs to somebody else.', 'Is the dashboard another user’s?'),
};

/** What a visit to the engine tells. */
export const engineFinding = (met: Met | null): Finding => {
	if (met === null) return well('engine', 'not running: no dashboard is open');
	if (met.state === 'joined') return well('engine', `running as process ${met.host.pid}`);
	return met.state === 'apart' ? apart[met.why] : states[met.state];
};

/** Visits the engine of this database, and leaves at once. */
export const engineFindings = async (config: Config, version: string): Promise<readonly Finding[]> => {
	const met = await visitEngine(config, version);
	if (met?.state === 'joined') met.socket.destroy();
	return [engineFinding(met)];
};
