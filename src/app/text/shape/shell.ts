import type { DownloadName, WasmReason } from "../../../engine/index.ts";
import type { StorageFailure } from "../../storage/failure.ts";
import type { ProblemCode } from "../../store/problem.ts";
import type { SampleId } from "../../store/samples.ts";
import type { ViewId } from "../../store/view-ids.ts";

/** What every view shares, and the first screen. */
export interface ShellText {
  /** BCP 47 tag for numbers and for the document. */
  readonly locale: string;
  readonly documentTitle: string;
  /** The ways from one view to another; `label` is what they are together. */
  readonly views: Readonly<Record<ViewId | "label", string>>;
  readonly welcome: {
    readonly heading: string;
    readonly lead: string;
    readonly pick: string;
    /** Ways that phones do not have. */
    readonly otherWays: string;
    readonly formats: string;
    readonly sample: string;
    /** Each of the page's own pictures: what it shows, and whose it is. */
    readonly samples: Readonly<Record<SampleId, { readonly picture: string; readonly credit: string }>>;
    readonly otherSamples: string;
  };
  readonly actions: {
    readonly pickAnother: string;
    readonly sample: string;
    readonly cancel: string;
    readonly dismiss: string;
    readonly reload: string;
  };
  /** What is chosen where the page's languages are listed. */
  readonly language: string;
  readonly dropHere: string;
  readonly privacy: string;
  readonly update: {
    /** The page is stored: it works without a network. */
    readonly offline: string;
    readonly ready: string;
    readonly reload: string;
  };
  readonly backend: {
    readonly gettingReady: string;
    readonly webgpu: (adapter: string) => string;
    readonly wasm: (reason: WasmReason) => string;
    readonly failed: string;
  };
  readonly progress: {
    readonly reading: string;
    /** `loaded` and `total` are megabytes. */
    readonly download: (file: string, loaded: string, total: string) => string;
    readonly detector: string;
    readonly network: string;
    readonly decode: string;
    readonly detect: string;
    readonly estimate: string;
  };
  readonly problems: Readonly<Record<ProblemCode, string>>;
  /** That nothing is kept, and why; everything else works. */
  readonly storage: Readonly<Record<StorageFailure, string>>;
  readonly pageBroken: string;
  readonly downloads: Readonly<Record<DownloadName, string>>;
}
