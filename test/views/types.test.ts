import {expect, test} from 'vitest';
import {types} from '../../source/views/types/index.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {fakeScene, queryFor, tell} from './scene.ts';

test('why: for programs in the order in which reasons are counted, in words the most first', async () => {
	const answer = await tell(types);
	const scene = fakeScene({query: queryFor(types)});
	const {why} = answer.json(scene);
	expect(JSON.stringify(why)).toBe(
		`{"seen":402,"limit":171,"subtitles":84,"codec":118,"sound":29,"container":0,"since":${fakeNow - 40 * 86_400}}`,
	);
	expect(answer.says(scene).at(-1)).toBe('why, 402 seen: limit 171 codec 118 subtitles 84 sound 29.');
});
