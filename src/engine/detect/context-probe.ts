/** Every channel differs from what lost memory reads as, which is 0 or 255. */
const KNOWN_COLOUR = [37, 91, 173, 219] as const;
/** Browsers that protect against fingerprints change what is read back by a few of 255. */
const TOLERANCE = 8;

/**
 * Tells whether a WebGL context still computes, by a pixel of known colour that is kept there and read back.
 *
 * The event `webglcontextlost` comes too late: after a crash of the graphics process everything that is read back until
 * then is nonsense, without an error.
 */
export class ContextProbe {
  readonly #gl: WebGLRenderingContext | WebGL2RenderingContext;
  readonly #pixel: WebGLFramebuffer | null;
  readonly #readBack = new Uint8Array(KNOWN_COLOUR.length);

  /** @throws Error when `canvas` has no WebGL context and gets none. */
  constructor(canvas: OffscreenCanvas) {
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    if (!gl) throw new Error("This browser gives no WebGL context in a worker.");
    this.#gl = gl;
    this.#pixel = this.#keepPixel();
  }

  /** True once the context is lost; what was computed since the last time that this was false may be wrong. */
  isLost(): boolean {
    const gl = this.#gl;
    if (gl.isContextLost()) return true;
    const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING);
    this.#readBack.fill(0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#pixel);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, this.#readBack);
    gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
    return KNOWN_COLOUR.some((value, channel) => Math.abs((this.#readBack[channel] as number) - value) > TOLERANCE);
  }

  /** A framebuffer of one pixel in the known colour; what was bound before is bound again. */
  #keepPixel(): WebGLFramebuffer | null {
    const gl = this.#gl;
    const boundTexture = gl.getParameter(gl.TEXTURE_BINDING_2D);
    const boundFramebuffer = gl.getParameter(gl.FRAMEBUFFER_BINDING);
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(KNOWN_COLOUR));
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, boundFramebuffer);
    gl.bindTexture(gl.TEXTURE_2D, boundTexture);
    return framebuffer;
  }
}
