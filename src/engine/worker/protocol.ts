import type {
  Analysis,
  Comparison,
  Detection,
  EngineConfig,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ModelInfo,
  Progress,
  ReadOptions,
} from "../api.ts";
import type { ImageInput } from "../decode/decode.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import type { ErrorCode } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";

/** What becomes of a request: exactly one of these, exactly once. */
export type Outcome<T> =
  | { readonly status: "done"; readonly value: T }
  | {
      readonly status: "failed";
      readonly code: ErrorCode;
      readonly message: string;
      readonly about?: string | undefined;
    }
  | { readonly status: "cancelled" };

/** What the page may ask of the worker. birpc numbers the messages; `requestId` names the work for cancelling. */
export interface WorkerFunctions {
  configure(config: EngineConfig): void;
  load(requestId: number, modelId: string | undefined): Promise<Outcome<EngineInfo>>;
  models(requestId: number): Promise<Outcome<ModelInfo[]>>;
  analyse(requestId: number, input: ImageInput, options: ReadOptions): Promise<Outcome<Analysis>>;
  showable(requestId: number, picture: Blob): Promise<Outcome<Blob>>;
  detect(requestId: number, input: ImageInput, options: ReadOptions): Promise<Outcome<Detection>>;
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
