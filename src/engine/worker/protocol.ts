import type { CallOptions, Engine, ImageInput, Progress } from "../api.ts";
import type { DecoderInput } from "../decode/decode.ts";
import type { Checkpoint } from "../detect/detect.ts";
import type { ErrorCode } from "../errors.ts";
import type { EngineConfig } from "./config.ts";

/** The calls of an Engine that its worker carries out, by name. */
export type CallName = Exclude<keyof Engine, "close">;

/** A call's parameters, the last of which are its options. */
type Call<Name extends CallName> = Required<Parameters<Engine[Name]>>;

/** What is given with a call, as it travels: a picture as what can be transferred and decoded. */
export type Given<Name extends CallName> =
  Call<Name> extends [...infer Before, unknown]
    ? { [Index in keyof Before]: ImageInput extends Before[Index] ? DecoderInput : Before[Index] }
    : never;

/** A call's options, without those that stay on the page. */
export type Options<Name extends CallName> =
  Call<Name> extends [...unknown[], infer Last] ? Omit<Last, keyof CallOptions> : never;

/** What a running call may ask: whether it was cancelled meanwhile. */
export interface WorkContext {
  readonly checkpoint: Checkpoint;
}

/** An Engine as its worker knows it: the same calls, each with a checkpoint among its options. */
export type EngineWork = {
  [Name in CallName]: (...args: [...Given<Name>, Options<Name> & WorkContext]) => ReturnType<Engine[Name]>;
};

/** What a call of the engine gives in the end. */
export type Result<Name extends CallName> = Awaited<ReturnType<Engine[Name]>>;

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
  run<Name extends CallName>(
    requestId: number,
    name: Name,
    given: Given<Name>,
    options: Options<Name>,
  ): Promise<Outcome<Result<Name>>>;
  cancel(requestId: number): void;
}

/** What the worker tells the page on its own. */
export interface PageFunctions {
  progress(requestId: number, progress: Progress): void;
}
