import { expect, it } from "vitest";
import { ContextProbe } from "./context-probe.ts";

it("tells a context that is lost in the very task in which it is lost, and changes nothing of one that is not", () => {
  const canvas = new OffscreenCanvas(4, 4);
  const gl = canvas.getContext("webgl2");
  if (!gl) throw new Error("This browser has no WebGL: check its command line.");
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const probe = new ContextProbe(canvas);
  expect(probe.isLost()).toBe(false);
  expect(gl.getParameter(gl.TEXTURE_BINDING_2D)).toBe(texture);
  expect(gl.getParameter(gl.FRAMEBUFFER_BINDING)).toBe(framebuffer);
  expect(gl.getError()).toBe(gl.NO_ERROR);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  expect(probe.isLost()).toBe(true);
});
