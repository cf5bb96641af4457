import type { DownloadName, ErrorCode, RefusalReason, WasmReason } from "../../engine/index.ts";
import type { SampleId } from "../store/samples.ts";
import type { ViewId } from "../store/view-slice.ts";
import type { QualityCatalogue } from "./quality-catalogue.ts";

/** Everything that can go wrong on the page: the engine's errors and the page's own. */
export type ProblemCode = ErrorCode | "no-file" | "file-gone" | "storage-full";

/** Ages in whole years, low ≤ high. */
export interface WholeYears {
  readonly low: number;
  readonly high: number;
}

/** Every sentence of the page in one language. */
export interface Catalogue {
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
  readonly photo: {
    readonly picture: string;
    readonly facesInPicture: string;
    /** Also says that there is none. */
    readonly faceCount: (count: number) => string;
    readonly face: (position: number, years: string | undefined) => string;
    readonly years: (years: number) => string;
    readonly between: (interval: WholeYears) => string;
    readonly share: (level: number) => string;
    readonly promise: (share: string) => string;
    readonly byOutline: string;
    readonly refused: string;
    readonly refusal: Readonly<Record<RefusalReason, string>>;
    readonly noFaceAdvice: string;
    /** `faces` may be empty although there are some: too many to be read out. */
    readonly announce: (count: number, faces: readonly string[]) => string;
  };
  readonly quality: QualityCatalogue;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly pageBroken: string;
  readonly downloads: Readonly<Record<DownloadName, string>>;
}

/** 0.8 → 8; `undefined` for shares that are not whole tenths. */
export function wholeTenths(share: number): number | undefined {
  const tenths = Math.round(share * 10);
  return Math.abs(share * 10 - tenths) < 1e-6 ? tenths : undefined;
}
