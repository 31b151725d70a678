import type {Command} from './command.ts';

/** `tautop watch`: the engine without a screen, until it is ended. */
export const watch: Command = {
	name: 'watch',
	summary: 'keep, look and collect by the schedule without a screen; serve metrics',
	examples: {
		'tautop watch': 'stay, without a screen, until it is ended',
		'tautop watch --log-level debug': 'with each request in the log',
	},
	help: 'It runs until SIGTERM or ctrl-c, needs no terminal, and is the engine of every dashboard that is opened meanwhile. Where metrics.listen of the configuration says so it answers by HTTP: /metrics, /health, and every view as JSON below /api.',
	usage: '',
	args: {min: 0, max: 0},
	flags: [],
	stays: true,
	refuses: {days: 'It keeps everything.'},
	run: async context => (await import('./watch/stay.ts')).stay(context),
};
