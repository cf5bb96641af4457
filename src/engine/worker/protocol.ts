import type { ImageInput } from "../decode/decode.ts";
import type { Face } from "../detect/face.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import type { ErrorCode } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { Extras } from "../pipeline/analyse.ts";
import type { EngineConfig } from "../pipeline/engine-core.ts";
import type {
  Analysis,
  Comparison,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ModelInfo,
  Progress,
} from "../types.ts";

/** What becomes of a request: exactly one of these, exactly once. */
export type Outcome<T> =
  | { readonly status: "done"; readonly value: T }
  | { readonly status: "failed"; readonly code: ErrorCode; readonly message: string }
  | { readonly status: "cancelled" };

/** What a request may ask for besides its picture. */
export interface RequestOptions extends Extras {
  readonly effort: SearchEffort;
  /** The engine's own model when left out. */
  readonly modelId?: string | undefined;
}

/** Faces of a picture, in its upright pixels. */
export interface Detection {
  readonly width: number;
  readonly height: number;
  readonly faces: Face[];
}

/** What the page may ask of the worker. birpc numbers the messages; `requestId` names the work for cancelling. */
export interface WorkerFunctions {
  configure(config: EngineConfig): void;
  load(requestId: number, modelId: string | undefined): Promise<Outcome<EngineInfo>>;
  models(requestId: number): Promise<Outcome<ModelInfo[]>>;
  analyse(requestId: number, input: ImageInput, options: RequestOptions): Promise<Outcome<Analysis>>;
  detect(requestId: number, input: ImageInput, options: RequestOptions): Promise<Outcome<Detection>>;
  enhance(requestId: number, crop: Uint8ClampedArray, steps: readonly FilterStep[]): Promise<Outcome<EnhancedCrop>>;
  compare(
    requestId: number,
    input: ImageInput,
    modelIds: readonly string[],
    effort: SearchEffort,
  ): Promise<Outcome<Comparison>>;
  explain(requestId: number, crop: Uint8ClampedArray, request: ExplanationRequest): Promise<Outcome<HeatMap>>;
  cancel(requestId: number): void;
}

/** What the worker tells the page on its own. */
export interface PageFunctions {
  progress(requestId: number, progress: Progress): void;
}
