import {type Placed, sectionTitles} from '../doctor/finding.ts';
import {asTyped} from '../domain/command-flags.ts';
import type {Command, Output} from './command.ts';
import {doctorReport} from './doctor-report.ts';
import {hasFlag, typedFlags} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';

/** On a terminal one line that says what is waited for, and is gone at the end. */
const waitingLine = ({isTTY, columns, write}: Output) => {
	const put = (text: string): void => {
		if (isTTY) write(`\r${text.slice(0, columns - 1).padEnd(Math.min(40, columns - 1))}\r`);
	};
	return {show: (what: string): void => put(`looking: ${what}`), end: (): void => put('')};
};

/** `tautop doctor`: everything that has to be well, and what to do where it is not. */
export const doctor: Command = {
	name: 'doctor',
	summary: 'what is well, what is not, and what to do about it',
	examples: {
		'tautop doctor': 'look at everything that has to be well',
		'tautop doctor --json': 'for a script; the exit code tells too',
	},
	help: 'It looks at versions, files, the terminal, both servers step by step, the database and the local copy of the history, and changes nothing. It prints no secrets. Where there are only warnings it ends with 0, else with the code that other commands have for what is wrong.',
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	run: async context => {
		const format = formatOf(context);
		const {examine} = await import('../doctor/doctor.ts');
		const {size, terminal} = context.outside();
		const line = waitingLine(context.stderr);
		const found = await examine(
			{
				begins: section => line.show(sectionTitles[section]),
				surroundings: await context.surroundings(),
				version: context.version,
				demo: hasFlag(context, 'demo'),
				size,
				terminal: format === 'text' && !context.ascii ? await terminal() : null,
				now: context.now,
			},
			context.signal,
		).finally(line.end);
		const flags = typedFlags(context);
		const typed = (one: Placed): Placed => ({
			...one,
			text: asTyped(one.text, flags),
			remedy: one.remedy && asTyped(one.remedy, flags),
		});
		const report = doctorReport(context.version, found.map(typed));
		printReport(context, {ascii: false, timezone: null}, report);
		return report.exitCode;
	},
};
