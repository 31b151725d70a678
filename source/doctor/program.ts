import {arch, release, type} from 'node:os';
import process from 'node:process';
import {AppError} from '../domain/app-error.ts';
import {sqliteVersion} from '../store/sqlite-version.ts';
import {type Finding, warning, well, wrong} from './finding.ts';

/** There is no binary of SQLite for them. */
const narrow: ReadonlySet<string> = new Set(['arm', 'ia32', 'mips', 'mipsel', 'ppc', 's390']);

/** Versions of tautop and of what it runs on. */
export const programFindings = (version: string): readonly Finding[] => [
	well('tautop', version),
	well('Node.js', process.versions.node),
	narrow.has(arch())
		? warning(
				'system',
				`${type()} ${release()} on ${arch()}`,
				'Use a 64-bit system: there is no SQLite for a 32-bit one.',
			)
		: well('system', `${type()} ${release()} on ${arch()}`),
];

/** SQLite comes as a binary, which can be missing, or be of another system. */
export const sqliteFindings = (): readonly Finding[] => {
	try {
		return [well('SQLite', sqliteVersion())];
	} catch (error) {
		const message = `SQLite cannot be loaded: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
		const hint = 'Install tautop again with the Node.js that runs it.';
		return [wrong('SQLite', new AppError('store', message, {hint, cause: error}).toJSON())];
	}
};

/** What makes time run otherwise, which is for trials alone. */
export const clockFindings = ({TAUTOP_CLOCK}: Readonly<Record<string, string | undefined>>): readonly Finding[] =>
	TAUTOP_CLOCK
		? [warning('time', 'TAUTOP_CLOCK makes time run faster or slower.', 'Unset it: it is meant for tests.')]
		: [];
