import type {TautulliConfig} from '../source/config/config.ts';
import type {WindowRequest} from '../source/tautulli/mirror-client.ts';

/** Asks for the same windows as a fill, one after another, and throws every answer away unread: what the server alone takes. */
export const askBare = async (
	{baseUrl, apiKey, headers}: Pick<TautulliConfig, 'baseUrl' | 'apiKey' | 'headers'>,
	windows: readonly WindowRequest[],
): Promise<number> => {
	const began = performance.now();
	for (const {after = '', before = '', sectionId = '', start, length} of windows) {
		const filters = Object.entries({after, before, section_id: sectionId}).filter(([, value]) => value !== '');
		const body = new URLSearchParams([
			...filters,
			['apikey', apiKey],
			['cmd', 'get_history'],
			['grouping', '0'],
			['include_activity', '0'],
			['order_column', 'date'],
			['order_dir', 'asc'],
			['start', String(start)],
			['length', String(length)],
		]);
		const answer = await fetch(`${baseUrl}/api/v2`, {method: 'POST', body, headers});
		if (!answer.ok) throw new Error(`A question of the fill was answered with ${answer.status}.`);
		await answer.arrayBuffer();
	}
	return (performance.now() - began) / 1000;
};
