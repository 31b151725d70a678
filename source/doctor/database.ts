import {setImmediate} from 'node:timers/promises';
import {formatWhen, type Zone} from '../canvas/clock.ts';
import {AppError} from '../domain/app-error.ts';
import type {LeaseWork} from '../store/lease.ts';
import type {LookedAt, StoredFacts} from '../store/look-only.ts';
import {recoverHint} from '../store/store-error.ts';
import {type Finding, warning, well, wrong} from './finding.ts';

/** What kind of file it is, and of which version. */
export const kindFindings = (looked: LookedAt | null): readonly Finding[] => {
	if (!looked) return [well('file', 'does not exist yet')];
	const {version, newestVersion, isCopy} = looked;
	const age = version < newestVersion ? `; the next start updates it to ${newestVersion}` : '';
	const copied = isCopy ? '; read from a copy, since its folder cannot be written' : '';
	return [well('file', `a tautop database of version ${version}${age}${copied}`)];
};

/** Large tables take a while on a slow disk; what is left then is told. */
const mostMs = 20_000;

const damagedError = (file: string, lines: readonly string[]): AppError =>
	new AppError('store', `The database ${file} is damaged: ${lines[0] ?? ''}`, {hint: recoverHint(file)});

/** Reads every table whether it makes sense, one after another, and gives the thread back between them. */
export const integrityFindings = async (
	looked: Pick<LookedAt, 'tables' | 'checkTable'>,
	file: string,
	signal: AbortSignal,
	clock: () => number = () => performance.now(),
): Promise<readonly Finding[]> => {
	const begun = clock();
	const tables = looked.tables();
	for (const [index, table] of tables.entries()) {
		const lines = looked.checkTable(table);
		if (lines.length > 0) return [wrong('integrity', damagedError(file, lines).toJSON())];
		if (clock() - begun > mostMs && index + 1 < tables.length) {
			const text = `${index + 1} of ${tables.length} tables are intact; checking the others would take too long`;
			return [warning('integrity', text, `To check all: sqlite3 ${file} 'PRAGMA quick_check'`)];
		}
		await setImmediate(undefined, {signal});
	}
	return [well('integrity', `${tables.length} tables, all intact`, Math.round(clock() - begun))];
};

const others: Readonly<Record<Exclude<LeaseWork, 'run'>, string>> = {
	sync: 'the history is being read',
	adopt: 'plays are being carried over',
	import: 'an import is going on',
};

const holderText = (holder: StoredFacts['holder'], now: number, zone: Zone): string => {
	if (!holder) return 'not now';
	const since = `since ${formatWhen(holder.since, now, zone)}: ${holder.name}`;
	return holder.work === 'run' ? since : `not now; ${others[holder.work]} ${since}`;
};

/** Who collects now, and how the last run went. */
export const runFindings = (
	{holder, lastRun}: Pick<StoredFacts, 'holder' | 'lastRun'>,
	now: number,
	zone: Zone,
): readonly Finding[] => {
	const {last, lastCollected, lastFailed} = lastRun;
	const lease = well('collecting', holderText(holder, now, zone));
	if (last === null) return [lease, well('last run', 'none yet')];
	const text = `${lastCollected ?? 0} collected, ${lastFailed ?? 0} failed, ${formatWhen(last, now, zone)}`;
	if ((lastFailed ?? 0) === 0) return [lease, well('last run', text)];
	return [lease, warning('last run', text, '`tautop runs` says what failed, and why.')];
};
