import { clamp } from "../../math/index.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { Workspace } from "../image/workspace.ts";

/** What a slider needs to know about one number. */
export interface ParamRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Ids of the values 0, 1, 2, … where the number stands for a choice. */
  readonly choices?: readonly string[];
}

/** One number per range. */
export type ParamValues<Ranges> = Readonly<Record<keyof Ranges, number>>;

/** Parameters of some filter, by name. */
export type FilterParams = Readonly<Record<string, number>>;

/** What an interface needs to offer a filter, words apart; it stands apart from the shader, which only the worker loads. */
export interface FilterControl<Name extends string = string> {
  readonly params: Readonly<Record<Name, ParamRange>>;
  /** With this value of this parameter the filter is the identity, whatever the others are. */
  readonly off: { readonly param: Name; readonly value: number };
}

/** What a filter's folder says about it. */
export interface FilterDefinition<Name extends string = string> extends FilterControl<Name> {
  /** Defines `apply`, and `prepare` or `prepareTable` where `prepare` asks for it; see filter-shader.ts. */
  readonly wgsl: string;
  /**
   * What happens before `apply` and is left in scratch memory: one colour per pixel, or up to 16 tables per face, each by
   * one workgroup of 256 threads.
   */
  readonly prepare?: "pixels" | { readonly tables: number };
  /**
   * The definition of correct, and what runs without WebGPU: fills `target`, as many floats as the picture has. What
   * leaves 0…255 is brought back afterwards. Planes that it needs on the way come from `workspace`.
   */
  readonly reference: (
    image: RgbImage,
    params: Readonly<Record<Name, number>>,
    target: Float32Array<ArrayBuffer>,
    workspace: Workspace,
  ) => void;
}

/** Everything about one filter; the app's sliders, the plan and the tests read it. */
export interface Filter extends Omit<FilterDefinition, "reference"> {
  /**
   * The filtered picture: a new one, or one in a given workspace. There it stays until a filter is applied to another
   * picture than this one, so that filters can follow one another.
   */
  readonly reference: (image: RgbImage, params: FilterParams, workspace?: Workspace) => RgbImage;
}

/** Makes a filter whose reference, like its shader, leaves the picture alone when off and keeps to 0…255. */
export function defineFilter<Name extends string>(definition: FilterDefinition<Name>): Filter {
  const { off } = definition;
  return {
    ...definition,
    reference(image, params, workspace = new Workspace()) {
      if (params[off.param] === off.value) return image;
      const target = targetBeside(image.data, workspace);
      definition.reference(image, params as Readonly<Record<Name, number>>, target, workspace);
      clampToBytes(target);
      return { ...image, data: target };
    },
  };
}

/** One of two arrays that filters fill in turns: the one that the picture is not in. */
function targetBeside(source: Float32Array, workspace: Workspace): Float32Array<ArrayBuffer> {
  const first = workspace.floats("filtered", source.length);
  return first === source ? workspace.floats("filtered, other", source.length) : first;
}

/** Brings values to 0…255. Nearly all are there, so that asking is quicker than Math.min and Math.max. */
function clampToBytes(values: Float32Array): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value < 0) values[index] = 0;
    else if (value > 255) values[index] = 255;
  }
}

/** All parameters of a filter: those given, brought into their ranges, and defaults for the rest. */
export function completeParams(filter: Filter, given: FilterParams = {}): FilterParams {
  const entries = Object.entries(filter.params).map(([name, range]) => {
    const value = given[name] ?? range.default;
    return [name, clamp(value, range.min, range.max)] as const;
  });
  return Object.fromEntries(entries);
}

/** Parameters that make a filter the identity. */
export function offParams(filter: Filter): FilterParams {
  return completeParams(filter, { [filter.off.param]: filter.off.value });
}
