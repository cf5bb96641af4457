import type { RgbaPicture } from "../align/reference.ts";
import type { Picture } from "../detect/detect.ts";

/** Reads pictures on the processor, on one canvas that is replaced only when the pictures' size changes. */
export class PicturePixels {
  #context: OffscreenCanvasRenderingContext2D | undefined;

  /** All pixels of `picture`. */
  read(picture: Picture): RgbaPicture {
    const { width, height } = picture;
    const context = this.#contextOf(width, height);
    context.clearRect(0, 0, width, height);
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, width, height);
  }

  #contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
    const canvas = this.#context?.canvas;
    if (this.#context && canvas?.width === width && canvas.height === height) return this.#context;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
    this.#context = context;
    return context;
  }
}
