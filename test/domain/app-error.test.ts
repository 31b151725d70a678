import {expect, test} from 'vitest';
import {AppError, isCancelled} from '../../source/domain/app-error.ts';

test('an error crosses between processes whole, but for its cause', () => {
	const error = new AppError('unauthorized', 'Tautulli refused the key.', {
		hint: 'Copy it again.',
		server: 'tautulli',
		cause: new Error('inner'),
	});
	const copy = AppError.fromJSON(structuredClone(error.toJSON()));
	expect(copy.toJSON()).toEqual(error.toJSON());
	expect(copy.cause).toBeUndefined();
});

test('cancelled is told apart from trouble', () => {
	expect(isCancelled(new AppError('cancelled', 'Cancelled.'))).toBe(true);
	expect(isCancelled(new DOMException('aborted', 'AbortError'))).toBe(true);
	expect(isCancelled(new AppError('timeout', 'No answer.'))).toBe(false);
});
