import type {Ask} from '../../../source/commands/init/ask.ts';
import {AppError} from '../../../source/domain/app-error.ts';

/** Somebody who answers by a list; `told` has what was said and asked, the answers left out. */
export const scriptedAsk = (...answers: readonly string[]): {readonly ask: Ask; readonly told: () => string} => {
	const left = [...answers];
	const told: string[] = [];
	const answer = async (question: string): Promise<string> => {
		told.push(question);
		const next = left.shift();
		if (next === undefined) throw new AppError('cancelled', `no answer to: ${question}`);
		return next;
	};
	return {ask: {tell: text => told.push(text), line: answer, secret: answer}, told: () => told.join('\n')};
};
