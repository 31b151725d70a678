import {expect, test} from 'vitest';
import {parseFlags} from '../../source/commands/line/parse-flags.ts';

const flags = [
	{name: 'y-axis', type: 'string', summary: ''},
	{name: 'user', type: 'string', summary: '', multiple: true},
] as const;

test.each([[['--y-axis', 'plays', '--y-axis', 'users']], [['--y-axis=plays', '--y-axis=users']]])(
	'%j: of two values nobody knows which is meant',
	argv => {
		expect(() => parseFlags(['users', ...argv], flags)).toThrow('--y-axis can be given only once.');
	},
);

test('those that narrow mean either value', () => {
	expect(parseFlags(['users', '--user', 'marta', '--user', 'otto'], flags).flags).toEqual({user: ['marta', 'otto']});
});
