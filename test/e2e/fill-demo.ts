import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {TestProject} from 'vitest/node';
import {programEnvironment} from '../helpers/program-environment.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The temporary folder of a program whose demo has collected once; absent: nobody has filled one. */
		filledDemo: string | undefined;
	}
}

const launcher = path.join(import.meta.dirname, '..', '..', 'bin', 'cli.cjs');

/** Fills the demo's database once for all files: two years of history take longer than most tests. */
export const setup = ({provide}: TestProject): (() => void) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tautop-filled-'));
	execFileSync(process.execPath, [launcher, 'collect', '--demo'], {
		env: programEnvironment(folder, folder),
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	provide('filledDemo', folder);
	return () => rmSync(folder, {recursive: true, force: true});
};
