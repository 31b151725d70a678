import type {Family, Metric, MetricType, Sample} from './family.ts';
import type {MetricsFormat} from './format.ts';

const escapes: Readonly<Record<string, string>> = {'\\': '\\\\', '"': '\\"', '\n': '\\n'};

/** A label's value between its quotes. */
const escapeValue = (text: string): string => text.replace(/[\\"\n]/g, sign => escapes[sign] ?? sign);

/** Plain text has quotes in its help as they are; OpenMetrics wants them escaped. */
const escapeHelp = (text: string, format: MetricsFormat): string =>
	format === 'openmetrics' ? escapeValue(text) : text.replace(/[\\\n]/g, sign => escapes[sign] ?? sign);

/** OpenMetrics calls a family by its name without the ending of its type. */
const familyName = ({name, type}: Metric): string => {
	if (type === 'counter') return name.replace(/_total$/, '');
	return type === 'info' ? name.replace(/_info$/, '') : name;
};

const openTypes: Readonly<Record<MetricType, string>> = {
	gauge: 'gauge',
	counter: 'counter',
	info: 'info',
	untyped: 'unknown',
};

const headOf = (metric: Metric, format: MetricsFormat): string[] => {
	const {name, type, help, unit} = metric;
	const told = escapeHelp(help, format);
	if (format === 'prometheus') {
		return [`# HELP ${name} ${told}`, `# TYPE ${name} ${type === 'info' ? 'gauge' : type}`];
	}
	const called = familyName(metric);
	return [
		`# TYPE ${called} ${openTypes[type]}`,
		...(unit === undefined ? [] : [`# UNIT ${called} ${unit}`]),
		`# HELP ${called} ${told}`,
	];
};

const labelsOf = (labels: Sample['labels']): string => {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
	return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

/** Families as a scraper reads them. What has no known number is left out, its head too. */
export const writeMetrics = (families: readonly Family[], format: MetricsFormat): string => {
	const lines = families.flatMap(({metric, samples}) => {
		const known = new Map<string, number>();
		for (const {labels, value} of samples) {
			const series = `${metric.name}${labelsOf(labels)}`;
			// A scraper refuses the whole text for the sake of a series that is there twice.
			if (value !== null && Number.isFinite(value) && !known.has(series)) known.set(series, value);
		}
		return known.size === 0 ? [] : [...headOf(metric, format), ...[...known].map(each => each.join(' '))];
	});
	const end = format === 'openmetrics' ? ['# EOF'] : [];
	return [...lines, ...end].map(line => `${line}\n`).join('');
};
