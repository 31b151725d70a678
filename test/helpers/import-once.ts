// A program that imports once: `node import-once.ts OWN-FILE HERO-FILE UNIX-SECONDS`. It prints when it begins to write, and
// how it ended. A test kills it.
import {importRun} from '../../source/collect/import.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {openStore} from '../../source/store/open.ts';
import {print} from './print-line.ts';

const [own = '', file = '', at = '0'] = process.argv.slice(2);

try {
	const store = await openStore(own, {now: () => Number(at)});
	const save: typeof store.imports.save = found => {
		print('saving');
		return store.imports.save(found);
	};
	const deps = {store: {...store, imports: {...store.imports, save}}, now: () => Number(at), holder: 'test'};
	await importRun(deps, {file, dryRun: false}, new AbortController().signal);
	print('ended well');
	store.close();
} catch (error) {
	print(`ended ${error instanceof AppError ? error.code : error}`);
}
