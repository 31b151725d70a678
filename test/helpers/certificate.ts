import {generateKeyPairSync, type KeyObject, sign} from 'node:crypto';

type Names = {readonly dns?: string; readonly ip?: readonly number[]};
type Wanted = {readonly names: Names; readonly from?: string; readonly until?: string};

/** A certificate with its key, as PEM; made on the spot, so that no key lies in the repository and none runs out. */
export type Certificate = {readonly cert: string; readonly key: string; readonly privateKey: KeyObject};

const der = (tag: number, ...parts: Buffer[]): Buffer => {
	const content = Buffer.concat(parts);
	const {length} = content;
	const header = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...header]), content]);
};

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes));
const time = (text: string): Buffer => der(0x18, Buffer.from(text));
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);
const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

const name = (common: string): Buffer =>
	sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(common)))));

const alternativeNames = ({dns, ip}: Names): Buffer =>
	sequence(
		oid(0x55, 0x1d, 0x11),
		der(0x04, sequence(...(dns ? [der(0x82, Buffer.from(dns))] : []), ...(ip ? [der(0x87, Buffer.from(ip))] : []))),
	);

const isAuthority = sequence(oid(0x55, 0x1d, 0x13), der(0x04, sequence(der(0x01, Buffer.from([0xff])))));

const pem = (content: Buffer): string =>
	`-----BEGIN CERTIFICATE-----\n${content.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;

const issue = (wanted: Wanted, subject: string, issuer: string, signer: KeyObject | null): Certificate => {
	const pair = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const extensions = signer ? [alternativeNames(wanted.names)] : [alternativeNames(wanted.names), isAuthority];
	const content = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1 + Math.floor(Math.random() * 120)])),
		ecdsaWithSha256,
		name(issuer),
		sequence(time(wanted.from ?? '20200101000000Z'), time(wanted.until ?? '22000101000000Z')),
		name(subject),
		pair.publicKey.export({type: 'spki', format: 'der'}),
		der(0xa3, sequence(...extensions)),
	);
	const signature = sign('sha256', content, signer ?? pair.privateKey);
	return {
		cert: pem(sequence(content, ecdsaWithSha256, bits(signature))),
		key: pair.privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		privateKey: pair.privateKey,
	};
};

/** Signs itself; serves as an authority too. */
export const selfSigned = (wanted: Wanted): Certificate => issue(wanted, 'Test authority', 'Test authority', null);

/** Signed by that authority. */
export const signedBy = (authority: Certificate, wanted: Wanted): Certificate =>
	issue(wanted, 'Test server', 'Test authority', authority.privateKey);
