// A program that writes to a database of homescreen-hero until it is killed: `node write-hero.ts FILE JOURNAL-MODE`. Each of
// its transactions holds one rotation and one snapshot.
import {writeSync} from 'node:fs';
import Sqlite from 'better-sqlite3';

const [file = '', mode = ''] = process.argv.slice(2);
const raw = new Sqlite(file);
raw.pragma(`journal_mode = ${mode}`);
raw.pragma('synchronous = OFF');
raw.pragma('wal_autocheckpoint = 20');
const rotation = raw.prepare(
	`INSERT INTO rotation_records (created_at, success, featured_collections) VALUES (?, 1, '["Heists"]')`,
);
const snapshot = raw.prepare(
	`INSERT INTO collection_analytics (collection_name, plex_library, total_plays, collected_at)
	VALUES ('Heists', 'Movies', 1, ?)`,
);

for (let second = 0; ; second++) {
	const at = new Date(1_700_000_000_000 + second * 1000).toISOString().slice(0, 19).replace('T', ' ');
	raw.transaction(() => {
		rotation.run(at);
		snapshot.run(at);
	})();
	if (second === 100) writeSync(1, 'writing\n');
	// Else it would fill the disk.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
