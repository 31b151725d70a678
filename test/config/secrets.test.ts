import {afterEach, expect, test} from 'vitest';
import {hideSecrets, withoutSecrets} from '../../source/domain/text/secrets.ts';
import {createScene} from './scene.ts';

afterEach(() => hideSecrets([]));

const file = `tautulli:
  base_url: http://host:8181
  api_key: key-of-the-file
  headers:
    Authorization: Basic bG9naW46c2VjcmV0
    CF-Access-Client: value-of-a-header
    Cookie: session=cookie-of-mine; theme=dark
    X-Forwarded-Proto: https
    X-Env: prod
plex:
  token: token-without-address
`;

test.each([
	'key-of-the-file',
	'key-of-the-environment',
	'token-without-address',
	'token-of-a-secret-file',
	'bG9naW46c2VjcmV0',
	'value-of-a-header',
	'cookie-of-mine',
])('%s is a secret once the configuration was read', secret => {
	const scene = createScene();
	scene.write('config.yaml', file);
	const HSH_PLEX_TOKEN_FILE = scene.write('token', 'token-of-a-secret-file\n');
	scene.load({env: {HSH_TAUTULLI_API_KEY: 'key-of-the-environment', HSH_PLEX_TOKEN_FILE}});
	expect(withoutSecrets(`It said ${secret} today.`)).toBe('It said [secret] today.');
});

test('what a header says that is no secret stays readable', () => {
	const scene = createScene();
	scene.write('config.yaml', file);
	scene.load();
	const sentence = 'Put https:// in tautulli.base_url of the product of somebody.';
	expect(withoutSecrets(sentence)).toBe(sentence);
});
