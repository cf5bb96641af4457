import type { PixelSize } from "../../math/index.ts";
import { TextureUsage } from "./usage.ts";

/** A texture that holds the current picture; it is replaced only when the picture's size changes. */
export class PictureTexture {
  readonly #device: GPUDevice;
  #current: { readonly texture: GPUTexture; readonly view: GPUTextureView } | undefined;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Uploads `picture` and returns a view of the texture (rgba8unorm, in the picture's own sRGB values). */
  upload(picture: GPUCopyExternalImageSource & PixelSize): GPUTextureView {
    const { texture, view } = this.#ofSize(picture);
    this.#device.queue.copyExternalImageToTexture({ source: picture }, { texture }, [picture.width, picture.height]);
    return view;
  }

  #ofSize({ width, height }: PixelSize) {
    if (this.#current?.texture.width === width && this.#current.texture.height === height) return this.#current;
    this.#current?.texture.destroy();
    const texture = this.#device.createTexture({
      label: "picture",
      size: [width, height],
      format: "rgba8unorm",
      usage: TextureUsage.TEXTURE_BINDING | TextureUsage.COPY_DST | TextureUsage.RENDER_ATTACHMENT,
    });
    this.#current = { texture, view: texture.createView({ label: "picture" }) };
    return this.#current;
  }
}
