import {expect, test} from 'vitest';
import {failureOf} from '../helpers/errors.ts';
import {startTautulli} from './recorded.ts';

test('when streams began is asked of their titles alone, with what runs, row by row', async () => {
	const rows = [
		{session_key: '7', started: '1795370000', state: 'playing'},
		{session_key: 8, started: 1795371000, state: 'paused'},
		{session_key: 9, started: null, state: 'playing'},
		{session_key: null, started: 1795360000, state: null},
		'odd',
	];
	const {client, server} = await startTautulli({get_history: {data: {draw: 1, data: rows}}});
	expect(await client.getStreamStarts(['1023', '1024'])).toEqual({'7': 1_795_370_000, '8': 1_795_371_000});
	expect(server.heard[0]?.form).toMatchObject({
		rating_key: '1023,1024',
		grouping: '0',
		include_activity: '1',
		order_column: 'date',
		order_dir: 'desc',
	});
});

test('a query that failed is no answer', async () => {
	const {client, server} = await startTautulli({get_history: {data: {draw: 0, data: []}}});
	expect(await failureOf(client.getStreamStarts(['1023']))).toMatchObject({code: 'bad-answer'});
	expect(server.heard).toHaveLength(1);
});
