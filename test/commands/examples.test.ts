import {describe, expect, test} from 'vitest';
import {commandEntries} from '../../source/commands/index.ts';
import {checkFlags} from '../../source/commands/line/check-flags.ts';
import {flagsOf} from '../../source/commands/line/flags.ts';
import {parseFlags} from '../../source/commands/line/parse-flags.ts';

const commands = await Promise.all(commandEntries.map(async ({load}) => await load()));

/** The words of a line as a shell makes them; where it goes elsewhere, it ends. */
const wordsOf = (line: string): string[] =>
	[...(line.split(/ [|>] /)[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

describe.each(commands)('$name', command => {
	const {
		name,
		args: {min, max},
		examples = {},
	} = command;

	test('has two examples', () => {
		const sentence = `tautop ${name} has fewer than two examples: say what people type, in "examples" of its command or view.`;
		expect(Object.keys(examples).length, sentence).toBeGreaterThanOrEqual(2);
	});

	test.each(Object.entries(examples))('%s', (line, does) => {
		const [program, called, ...words] = wordsOf(line);
		expect([program, called]).toEqual(['tautop', name]);
		const {args, flags} = parseFlags(words, flagsOf(command));
		checkFlags(command, flags);
		expect(args.length).toBeGreaterThanOrEqual(min);
		expect(args.length).toBeLessThanOrEqual(max);
		expect(does).not.toMatch(/\.$|^$/);
	});
});
