import {leftOut} from '../../source/metrics/bounds.ts';
import type {Metric} from '../../source/metrics/family.ts';
import {own} from '../../source/metrics/own.ts';
import {topics} from '../../source/metrics/registry.ts';

/** Every metric that there can be. */
export const allMetrics: readonly Metric[] = [...Object.values(own), ...topics.flatMap(each => each.metrics), leftOut];
