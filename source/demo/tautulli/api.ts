import {type Answer, failure} from './answer.ts';
import {commands} from './commands.ts';
import type {Context} from './context.ts';
import type {Params} from './params.ts';

const possible = `Possible commands are: ${[...commands.keys()].join(', ')}`;

/** One call of `/api/v2`. The command is looked at before the key; what is wrong with the key is 400, never 401. */
export const callApi = (context: Context, apiKey: string, params: Params): Answer => {
	const name = params.get('cmd');
	if (!name) return failure(400, `Parameter cmd is required. ${possible}`);
	const command = commands.get(name);
	if (command === undefined) return failure(400, `Unknown command: ${name}. ${possible}`);
	const key = params.get('apikey');
	if (key === undefined) return failure(400, 'Parameter apikey is required');
	return key === apiKey ? command(context, params) : failure(400, 'Invalid apikey');
};
