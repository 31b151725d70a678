#!/usr/bin/env node
'use strict';

// Old syntax on purpose: this file has to run, and say its sentence, under any Node.js (better-sqlite3 crashes an old one).
// Node.js would open the port of its debugger, and whoever reaches that port reads every secret.
process.on('SIGUSR1', function () {});

var wanted = [22, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
	refuse(
		'tautop needs Node.js ' +
			wanted.join('.') +
			' or newer; this is ' +
			process.versions.node +
			'. In a checkout, `npm start` brings its own.',
	);
} else if (process.arch === 'ia32' || process.arch === 'arm') {
	refuse(
		'tautop needs a 64-bit Node.js, since its database comes for x64 and arm64 alone; this one is for ' +
			process.arch +
			'. Run it on another machine: it asks Tautulli and Plex over the network.',
	);
} else if (!require('fs').existsSync(require('path').join(__dirname, '..', 'dist', 'cli.cjs'))) {
	refuse('tautop is not built here. `npm start` builds it, and so does `npm run build`.');
} else {
	// Before anything is loaded: the development build of React doubles the work.
	process.env.NODE_ENV = process.env.NODE_ENV || 'production';
	try {
		require('../dist/cli.cjs');
	} catch (error) {
		refuse('tautop could not start: ' + (error && error.stack ? error.stack : error));
	}
}

function refuse(sentence) {
	process.stderr.write(sentence + '\n');
	process.exitCode = 1;
}
