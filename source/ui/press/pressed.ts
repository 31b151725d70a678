import type {CollectingControl} from '../feeds/collecting.ts';
import type {Feeds} from '../feeds/feeds.ts';
import type {StoppingControl} from '../feeds/stopping.ts';
import type {Event} from '../reduce.ts';
import type {Shell} from '../shell.ts';

/** What keys are given to. */
export type Pressed = {
	readonly shell: () => Shell;
	readonly dispatch: (event: Event) => void;
	readonly feeds: () => Feeds | null;
	readonly collecting: () => CollectingControl;
	readonly stopping: () => StoppingControl;
	/** Shows another server. */
	readonly switchServer: (name: string) => void;
	/** Words at the bottom, for a moment. */
	readonly tell: (words: string | null) => void;
};
