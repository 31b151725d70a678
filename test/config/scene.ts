import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import type {Config} from '../../source/config/config.ts';
import type {ConfigFlags} from '../../source/config/flags.ts';
import {type LoadOptions, loadConfig} from '../../source/config/load.ts';
import {AppError} from '../../source/domain/app-error.ts';

type Outside = {flags?: ConfigFlags; env?: Record<string, string>; uid?: number | null};

/** A home and a working folder of their own, removed after the test, and the configuration as it is read there. */
export type Scene = {
	home: string;
	cwd: string;
	/** Writes a file (relative to the working folder), readable by its owner alone unless told. */
	write: (name: string, content: string | Uint8Array, mode?: number) => string;
	surroundings: (outside?: Outside) => LoadOptions;
	load: (outside?: Outside) => Config;
	/** The error that loading ends with. */
	refuse: (outside?: Outside) => AppError;
};

export const createScene = (): Scene => {
	const root = mkdtempSync(path.join(tmpdir(), 'tautop-config-'));
	onTestFinished(() => rmSync(root, {recursive: true, force: true}));
	const home = path.join(root, 'home');
	const cwd = path.join(root, 'work');
	mkdirSync(home);
	mkdirSync(cwd);
	const folders = {
		config: path.join(home, '.config/tautop'),
		data: path.join(home, '.local/share/tautop'),
		log: path.join(home, '.local/state/tautop'),
	};
	const surroundings = ({flags = {}, env = {}, uid = null}: Outside = {}): LoadOptions => ({
		flags,
		env,
		cwd,
		home,
		folders,
		platform: 'linux',
		uid,
	});
	const load = (outside?: Outside): Config => loadConfig(surroundings(outside));
	return {
		home,
		cwd,
		write: (name, content, mode = 0o600) => {
			const file = path.resolve(cwd, name);
			mkdirSync(path.dirname(file), {recursive: true});
			writeFileSync(file, content);
			chmodSync(file, mode);
			return file;
		},
		surroundings,
		load,
		refuse: outside => {
			try {
				load(outside);
			} catch (error) {
				if (error instanceof AppError) return error;
				throw error;
			}
			throw new Error('the configuration was accepted');
		},
	};
};
