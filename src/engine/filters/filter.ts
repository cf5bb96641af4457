import type { RgbImage } from "../image/rgb-image.ts";

/** What a slider needs to know about one number. */
export interface ParamRange {
  /** For people. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Names of the values 0, 1, 2, … where the number stands for a choice. */
  readonly choices?: readonly string[];
}

/** One number per range. */
export type ParamValues<Ranges> = Readonly<Record<keyof Ranges, number>>;

/** Parameters of some filter, by name. */
export type FilterParams = Readonly<Record<string, number>>;

/** What an interface needs to offer a filter; it stands apart from the shader, which only the worker loads. */
export interface FilterControl<Name extends string = string> {
  /** For people. */
  readonly label: string;
  readonly params: Readonly<Record<Name, ParamRange>>;
  /** With this value of this parameter the filter is the identity, whatever the others are. */
  readonly off: { readonly param: Name; readonly value: number };
}

/** Everything about one filter; the app's sliders, the plan and the tests read it. */
export interface Filter<Name extends string = string> extends FilterControl<Name> {
  /** Defines `apply`, and `prepare` or `prepareTable` where `prepare` asks for it; see filter-shader.ts. */
  readonly wgsl: string;
  /**
   * What happens before `apply` and is left in scratch memory: one colour per pixel, or up to 16 tables per face, each by
   * one workgroup of 256 threads.
   */
  readonly prepare?: "pixels" | { readonly tables: number };
  /** The definition of correct, and the fallback without WebGPU. */
  readonly reference: (image: RgbImage, params: Readonly<Record<Name, number>>) => RgbImage;
}

/** Makes a filter whose reference, like its shader, leaves the picture alone when off and keeps to 0…255. */
export function defineFilter<Name extends string>(definition: Filter<Name>): Filter {
  const { off } = definition;
  return {
    ...definition,
    reference(image, params) {
      if (params[off.param] === off.value) return image;
      const filtered = definition.reference(image, params as Readonly<Record<Name, number>>);
      return { ...filtered, data: clamped(filtered.data) };
    },
  };
}

function clamped(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const result = new Float32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    result[index] = Math.min(Math.max(values[index] as number, 0), 255);
  }
  return result;
}

/** All parameters of a filter: those given, brought into their ranges, and defaults for the rest. */
export function completeParams(filter: Filter, given: FilterParams = {}): FilterParams {
  const entries = Object.entries(filter.params).map(([name, range]) => {
    const value = given[name] ?? range.default;
    return [name, Math.min(Math.max(value, range.min), range.max)] as const;
  });
  return Object.fromEntries(entries);
}

/** Parameters that make a filter the identity. */
export function offParams(filter: Filter): FilterParams {
  return completeParams(filter, { [filter.off.param]: filter.off.value });
}
