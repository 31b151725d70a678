import {afterAll} from 'vitest';

type Action = () => void;

const actions: Action[] = [];

/** Runs when the tests of this file are over, passed or failed. Imported at the top, so that it is always registered. */
export const atEnd = (action: Action): void => {
	actions.push(action);
};

// Not the event `exit`: the runner ends its workers without it.
afterAll(() => {
	for (const action of actions.splice(0)) action();
});
