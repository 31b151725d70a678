/** `info`: facts in labels, always 1. `untyped`: a name of others, which says nothing of its kind. */
export type MetricType = 'gauge' | 'counter' | 'info' | 'untyped';

/** What is known of a metric before there is a number. Its name is the one that is stored and asked for. */
export type Metric<Label extends string = string> = {
	readonly name: string;
	readonly type: MetricType;
	/** One sentence. */
	readonly help: string;
	/** As the name ends, where that is a unit of OpenMetrics. */
	readonly unit?: string;
	readonly labels: readonly Label[];
};

/** A number, and what it is of. */
export type Sample<Label extends string = string> = {
	readonly labels: Readonly<Record<Label, string>>;
	/** Null: it is not known, so it is not there. */
	readonly value: number | null;
};

/** A metric with its numbers. */
export type Family = {readonly metric: Metric; readonly samples: readonly Sample[]};

/** The numbers of a metric; each has all of its labels. */
export const family = <Label extends string>(metric: Metric<Label>, samples: readonly Sample<Label>[]): Family => ({
	metric,
	samples,
});

/** A metric that several tell of stands in the text once. */
export const joined = (families: readonly Family[]): readonly Family[] =>
	[...Map.groupBy(families, ({metric}) => metric)].map(([metric, some]) =>
		family(
			metric,
			some.flatMap(({samples}) => samples),
		),
	);

/** A metric that is one number. */
export const single = (metric: Metric<never>, value: number | null): Family => family(metric, [{labels: {}, value}]);

/** True and false as numbers. */
export const truth = (value: boolean | null): number | null => (value === null ? null : Number(value));
