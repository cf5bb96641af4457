import type { PixelSize, Point } from "../../../math/index.ts";
import { EngineError } from "../../errors.ts";
import type { Face } from "../face.ts";
import type { Picture } from "../picture.ts";
import type { SinglePassDetector } from "../single-pass-detector.ts";
import { drawView, mapFace, type View } from "../view.ts";
import { anchorsOf, decodeCandidates, NUMBERS_PER_ANCHOR, suppress } from "./decode.ts";
import type { GraphDescription } from "./description.ts";
import { Graph, type RawOutputs } from "./graph.ts";
import { inputToView, writeInput } from "./network-input.ts";

/** The network, already downloaded and checked. */
export interface GraphFiles {
  /** A GraphDescription in JSON. */
  readonly topology: ArrayBuffer;
  readonly weights: ArrayBuffer;
}

/** How the detector runs. */
export interface GraphOptions {
  /** Detections below this confidence are dropped, 0…1. */
  readonly minScore: number;
  /** True once the device that TensorFlow.js computes on when the detector is made is lost. */
  readonly isDeviceLost: () => boolean;
}

/** The BlazeFace that MediaPipe runs, on TensorFlow.js' current backend: for browsers in which MediaPipe cannot start. */
export class GraphDetector implements SinglePassDetector {
  readonly viewsAtOnce = 8;
  readonly #graph: Graph;
  readonly #options: GraphOptions;
  readonly #anchors: readonly Point<"input">[];
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context: OffscreenCanvasRenderingContext2D;

  /** @throws EngineError `model-altered` when the files are no network. */
  constructor({ topology, weights }: GraphFiles, options: GraphOptions) {
    this.#graph = createGraph(topology, weights);
    this.#options = options;
    this.#anchors = anchorsOf(this.#graph.description.anchors, this.#graph.description.inputSide);
    // Every pixel is read back: a canvas in the processor's memory is quicker, and no graphics process can lose it.
    const context = this.#canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
    this.#context = context;
  }

  get lost(): boolean {
    return this.#options.isDeviceLost();
  }

  async detect(picture: Picture, views: readonly View[]): Promise<Face<"view">[][]> {
    const { inputSide } = this.#graph.description;
    const floats = inputSide * inputSide * 3;
    const pixels = new Float32Array(views.length * floats);
    views.forEach((view, index) => {
      drawView(this.#canvas, picture, view);
      const { width, height } = view.size;
      const image = this.#context.getImageData(0, 0, width, height);
      writeInput(image, inputSide, pixels.subarray(index * floats, (index + 1) * floats));
    });
    const outputs = await this.#graph.run(pixels);
    return views.map(({ size }, index) => this.#facesOf(outputs, index, size));
  }

  close(): void {
    this.#graph.close();
  }

  #facesOf({ regressors, scores }: RawOutputs, view: number, size: PixelSize<"view">): Face<"view">[] {
    const { length } = this.#anchors;
    const { inputSide } = this.#graph.description;
    const candidates = decodeCandidates(
      regressors.subarray(view * length * NUMBERS_PER_ANCHOR, (view + 1) * length * NUMBERS_PER_ANCHOR),
      scores.subarray(view * length, (view + 1) * length),
      this.#anchors,
      this.#options.minScore,
    );
    return suppress(candidates).map((face) => withWholeBox(mapFace(face, inputToView(size, inputSide))));
  }
}

function createGraph(topology: ArrayBuffer, weights: ArrayBuffer): Graph {
  try {
    return new Graph(JSON.parse(new TextDecoder().decode(topology)) as GraphDescription, weights);
  } catch (cause) {
    throw new EngineError("model-altered", "The face detector could not be read: load the page again.", { cause });
  }
}

/**
 * The box in whole pixels within the view, as MediaPipe gives it. The close view is placed by it: without this it would show
 * a face a little shifted, which alone moves some readings by years.
 */
function withWholeBox({ box, ...face }: Face<"view">): Face<"view"> {
  const { x, y, width, height } = box;
  return {
    ...face,
    box: {
      x: Math.max(0, Math.floor(x)),
      y: Math.max(0, Math.floor(y)),
      width: Math.floor(width),
      height: Math.floor(height),
    },
  };
}
