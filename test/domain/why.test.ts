import {expect, test} from 'vitest';
import {reasonsOf, type WhyFacts} from '../../source/domain/streams/why.ts';

const transcode: WhyFacts = {
	transcodeDecision: 'transcode',
	qualityProfile: 'Original',
	videoDecision: 'copy',
	audioDecision: 'copy',
	subtitleDecision: '',
	source: {bitrateKbps: 8000},
	stream: {bitrateKbps: 8000},
};

const limited: Partial<WhyFacts> = {qualityProfile: '4 Mbps 720p', stream: {bitrateKbps: 4000}};

test.each<[name: string, given: Partial<WhyFacts>, why: string]>([
	['the rest is the container', {}, 'container'],
	['a limit explains that the picture is transcoded', {...limited, videoDecision: 'transcode'}, 'limit'],
	['burned subtitles explain it too', {subtitleDecision: 'burn', videoDecision: 'transcode'}, 'subtitles'],
	['else it is the codec', {videoDecision: 'transcode'}, 'codec'],
	['sound alone', {audioDecision: 'transcode'}, 'sound'],
	['codec and sound', {videoDecision: 'transcode', audioDecision: 'transcode'}, 'codec sound'],
	[
		'all in their order',
		{...limited, subtitleDecision: 'burn', videoDecision: 'transcode', audioDecision: 'transcode'},
		'limit subtitles sound',
	],
	['a limit that sends as much is none', {...limited, stream: {bitrateKbps: 8000}}, 'container'],
	['one kbit less is a limit', {...limited, stream: {bitrateKbps: 7999}}, 'limit'],
	['a limit of a file whose rate is not known is none', {...limited, source: {bitrateKbps: null}}, 'container'],
	['a rate that is not known is no lower one', {...limited, stream: {bitrateKbps: null}}, 'container'],
	['a profile that is not known is no limit', {...limited, qualityProfile: ''}, 'container'],
	['Original in any case is no limit', {...limited, qualityProfile: 'original'}, 'container'],
	['subtitles that are sent as they are', {subtitleDecision: 'transcode', audioDecision: 'transcode'}, 'sound'],
	['a direct stream has none', {...limited, transcodeDecision: 'copy', videoDecision: 'copy'}, ''],
	['a direct play has none', {transcodeDecision: 'direct play'}, ''],
	['what is not known has none', {transcodeDecision: '', videoDecision: 'transcode'}, ''],
])('%s', (_, given, why) => {
	expect(reasonsOf({...transcode, ...given}).join(' ')).toBe(why);
});
