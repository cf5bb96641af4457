import type { PixelSize } from "../../math/index.ts";

/** A texture that holds the current picture; it is replaced only when the picture's size changes. */
export class PictureTexture {
  readonly #device: GPUDevice;
  #texture: GPUTexture | undefined;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Uploads `picture` and returns the texture (rgba8unorm, in the picture's own sRGB values). */
  upload(picture: GPUCopyExternalImageSource & PixelSize): GPUTexture {
    const { width, height } = picture;
    if (this.#texture?.width !== width || this.#texture.height !== height) {
      this.#texture?.destroy();
      this.#texture = this.#device.createTexture({
        label: "picture",
        size: [width, height],
        format: "rgba8unorm",
        usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT,
      });
    }
    this.#device.queue.copyExternalImageToTexture({ source: picture }, { texture: this.#texture }, [width, height]);
    return this.#texture;
  }
}
