import {expect, test} from 'vitest';
import {now} from '../../source/views/now/index.ts';
import {fakeNow, fakePlay, fakeSeen} from '../helpers/fake-sources.ts';
import {fakeScene, queryFor, tell} from './scene.ts';

const nobody = {
	streamCount: 0,
	directPlayCount: 0,
	directStreamCount: 0,
	transcodeCount: 0,
	bandwidthKbps: {total: 0, lan: 0, wan: 0},
	sessions: [],
};

/** What is said where nobody watches: a play ended then, and a stream was seen until then. */
const said = async (played: number | null, seen: number | null): Promise<readonly string[]> => {
	const answer = await tell(
		now,
		{
			activity: async () => nobody,
			lastPlay: async () => (played === null ? null : fakePlay({user: 'nina', stoppedAt: played})),
			seenStreams: async () =>
				seen === null
					? []
					: [fakeSeen({user: 'lars', lastSeen: seen - 9, endedAt: seen}), fakeSeen({lastSeen: seen - 60})],
		},
		queryFor(now, {}),
	);
	return answer.says(fakeScene({}));
};

test('quiet since the last stream that was seen, where Tautulli kept no play of it', async () => {
	expect((await said(fakeNow - 8580, null)).join(' ')).toContain('Quiet since 18:41, nina');
	expect((await said(fakeNow - 8580, fakeNow - 600)).join(' ')).toContain('Quiet since 20:54, lars');
	expect((await said(fakeNow - 600, fakeNow - 8580)).join(' ')).toContain('Quiet since 20:54, nina');
	expect((await said(null, fakeNow - 600)).join(' ')).toContain('Quiet since 20:54, lars');
});
