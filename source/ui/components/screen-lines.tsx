import {Box, Text} from 'ink';
import {memo} from 'react';

const Line = memo(({text}: {readonly text: string}) => <Text>{text}</Text>);

/**
 * The lines of the screen, one `<Text>` each: what Ink costs goes by the number of texts, and it repaints by lines. They fit
 * exactly, so nothing has to be cut or wrapped here (asking Ink to cut would cost a third more).
 */
export const ScreenLines = ({lines}: {readonly lines: readonly string[]}) => (
	<Box flexDirection="column" height={lines.length} overflow="hidden">
		{lines.map((text, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a line of a screen is its place.
			<Line key={index} text={text} />
		))}
	</Box>
);
