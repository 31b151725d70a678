import type {Command} from './command.ts';
import {doctorReport} from './doctor-report.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';

/** `tautop doctor`: everything that has to be well, and what to do where it is not. */
export const doctor: Command = {
	name: 'doctor',
	summary: 'what is well, what is not, and what to do about it',
	help: 'It looks at versions, files, the terminal, both servers step by step, the database and the local copy of the history, and changes nothing. No secret is in what it prints. Warnings end with 0, what is wrong with the code that every other command has for it.',
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	run: async context => {
		const format = formatOf(context);
		const {examine} = await import('../doctor/doctor.ts');
		const {size, terminal} = context.outside();
		const found = await examine(
			{
				surroundings: await context.surroundings(),
				version: context.version,
				demo: hasFlag(context, 'demo'),
				size,
				terminal: format === 'text' && !context.ascii ? await terminal() : null,
				now: context.now,
			},
			context.signal,
		);
		const report = doctorReport(context.version, found);
		printReport(context, {ascii: false, timezone: null}, report);
		return report.exitCode;
	},
};
