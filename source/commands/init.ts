import {type NewEntry, newFileText} from '../config/new-file.ts';
import {processPlace} from '../config/process-place.ts';
import {AppError, isCancelled} from '../domain/app-error.ts';
import {checkNewFile, saveNewFile} from '../open/init/new-file.ts';
import {lookAround, type Outside} from '../open/init/outside.ts';
import type {Command, Context, ExitCode, Flag} from './command.ts';
import {type Ask, askYesNo} from './init/ask.ts';
import {byEnvironment} from './init/by-environment.ts';
import {type Answers, byQuestions} from './init/by-questions.ts';
import {askEntry, entryNamed} from './init/choose-entry.ts';
import {createSecrets} from './init/secrets.ts';
import {summary} from './init/summary.ts';
import {hasFlag, textFlag} from './line/flag-values.ts';

const forceFlag: Flag = {
	name: 'force',
	type: 'boolean',
	summary: 'write over a configuration that is there, without asking; the old one is kept beside it',
};

/** True: there is none, or it may be changed. */
const mayReplace = async (ask: Ask, {file, old}: Outside): Promise<boolean> => {
	ask.tell(
		old
			? `${file} is there already. Its other settings stay, and the old file is kept beside it.`
			: `${file} is there already, and is not a readable configuration. It would be kept beside the new one.`,
	);
	return askYesNo(ask, old ? 'Change it?' : 'Write a new one?', false);
};

const existsAlready = ({file}: Outside): AppError =>
	new AppError('usage', `${file} is there already.`, {
		hint: '--force replaces it; the old one is kept beside it.',
	});

const welcome = ({file}: Outside): string =>
	`This writes ${file}. Nothing is written before the end; Ctrl-C changes nothing.\n`;

type Setting = {
	readonly outside: Outside;
	readonly context: Pick<Context, 'stdout' | 'signal'>;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** That of `--server`. */
	readonly server: string | undefined;
};

const write = ({outside, context, env}: Setting, answers: Answers, entry: NewEntry | null): ExitCode => {
	const saved = saveNewFile(outside.file, newFileText(answers.config, outside.old?.text ?? null, entry));
	context.stdout.write(`${summary(answers, saved, outside, env, entry)}\n`);
	return 0;
};

const askAndWrite = async (setting: Setting, ask: Ask, mustAsk: boolean): Promise<ExitCode> => {
	const {outside, context} = setting;
	try {
		if (mustAsk && !(await mayReplace(ask, outside))) {
			ask.tell('It was not changed.');
			return 0;
		}
		ask.tell(welcome(outside));
		const entry =
			setting.server === undefined ? await askEntry(ask, outside.old) : entryNamed(outside.old, setting.server);
		const asking = {ask, secrets: createSecrets(), signal: context.signal};
		return write(setting, await byQuestions(asking, outside, entry), entry);
	} catch (error) {
		throw isCancelled(error) ? new AppError('cancelled', 'Nothing was written.') : error;
	}
};

/** `tautop init`: from nothing to a configuration that works; without a terminal from the environment. */
export const init: Command = {
	name: 'init',
	summary: 'connect your servers: asks for addresses and keys, tries them, writes config.yaml',
	examples: {
		'tautop init': 'asks, tries each answer, and writes config.yaml',
		'tautop init --force': 'writes over a file that is there, for scripts',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [forceFlag],
	help: 'It writes the file of --config, else that of TAUTOP_CONFIG, else config.yaml in your configuration folder. Without a terminal it takes HSH_TAUTULLI_BASE_URL, HSH_TAUTULLI_API_KEY, HSH_PLEX_URL and HSH_PLEX_TOKEN. Where the file lists several servers it asks which one it is, or takes that of --server; a new name adds one.',
	run: async context => {
		const {place, cwd} = processPlace();
		const outside = lookAround(textFlag(context, 'config'), place, cwd);
		const setting = {outside, context, env: place.env, server: textFlag(context, 'server')};
		const isThere = checkNewFile(outside.file);
		const mustAsk = isThere && !hasFlag(context, 'force');
		const prompt = await context.prompt();
		if (!prompt) {
			if (mustAsk) throw existsAlready(outside);
			const entry = entryNamed(outside.old, setting.server);
			return write(setting, await byEnvironment(outside, createSecrets(), context.signal, entry), entry);
		}
		try {
			return await askAndWrite(setting, prompt, mustAsk);
		} finally {
			prompt.close();
		}
	},
};
