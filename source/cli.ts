import process from 'node:process';
import manifest from '../package.json' with {type: 'json'};
import {findCommandName} from './commands/line/command-name.ts';
import {print} from './commands/run/end-after.ts';
import {keepCompiled} from './commands/run/keep-compiled.ts';

// The first of the program's bundles, and the smallest: what it imports, every start waits for. The others are loaded when
// they are needed, each whole in itself (tools/build.mjs); nothing but plain values may pass between two of them.

const {version} = manifest;

const main = async (argv: readonly string[]): Promise<void> => {
	const only = argv.length === 1 ? (argv[0] ?? '') : '';
	if (['version', '--version', '-V', '-v'].includes(only)) {
		print(`${version}\n`);
		return;
	}
	if (argv[0] === '__names') {
		keepCompiled();
		const {printNames} = await import('./commands/completion/names-process.ts');
		printNames(argv.slice(1));
		return;
	}
	if (argv[0] === 'now' && argv.includes('--line')) {
		const {quickLine} = await import('./commands/quick/quick-line.ts');
		if (await quickLine(argv, version)) return;
	}
	const name = findCommandName(argv);
	const isHelp = only === '--help' || only === '-h';
	// What is kept is what the first start has run; from then on it stays. A help runs nearly nothing.
	if (!isHelp) keepCompiled();
	if (name === null && !isHelp) {
		const {dashboard} = await import('./commands/dashboard-process.ts');
		if ((await dashboard(argv, version)) === null) return;
	}
	const {runHeadless, printHelp} = await import('./commands/run/headless.ts');
	await (name === null ? printHelp() : runHeadless(name, argv, version));
};

process.title = 'tautop';
main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`tautop could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
