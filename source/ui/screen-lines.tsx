import {Box, Text} from 'ink';
import {memo} from 'react';

const Line = memo(({text}: {readonly text: string}) => <Text>{text}</Text>);

/**
 * The lines of the screen, one `<Text>` each: what Ink costs goes by the number of texts, and it repaints by lines. They fit
 * exactly, so nothing has to be cut, wrapped or clipped here (asking Ink to clip would nearly double what a frame costs).
 */
export const ScreenLines = ({lines}: {readonly lines: readonly string[]}) => (
	<Box flexDirection="column" height={lines.length}>
		{lines.map((text, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a line of a screen is its place.
			<Line key={index} text={text} />
		))}
	</Box>
);
