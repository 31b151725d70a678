import {expect, test} from 'vitest';
import {describeError} from '../../source/commands/run/describe-error.ts';
import {AppError} from '../../source/domain/app-error.ts';

test('a sentence and its remedy', () => {
	const error = new AppError('unauthorized', 'Tautulli refused the key.', {hint: 'Copy it again.'});
	expect(describeError(error, {color: false})).toBe('tautop: Tautulli refused the key.\n  Copy it again.\n');
	expect(describeError(error, {color: true})).toBe(
		'\u001B[31mtautop:\u001B[39m Tautulli refused the key.\n  Copy it again.\n',
	);
});

test('no remedy, no second line', () => {
	expect(describeError(new AppError('store', 'The disk is full.'), {color: false})).toBe('tautop: The disk is full.\n');
});

test('whatever else is thrown is a bug, in one clean sentence', () => {
	const error = new TypeError('x is not\na \u001B[31mfunction');
	expect(describeError(error, {color: false})).toBe(
		'tautop: This is a bug in tautop: x is not a function\n  Run it again with --log-level debug to see where.\n',
	);
	expect(describeError('thrown text', {color: false})).toContain('thrown text');
	expect(describeError(error, {color: false, stack: true})).toContain('describe-error.test.ts');
});
